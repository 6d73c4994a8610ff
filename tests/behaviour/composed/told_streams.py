"""Streams whose events are told apart, collected or counted; nothing is read afterwards."""

from __future__ import annotations

from .draft import Draft, block, lines

_DELTA = "thread.message.delta"
_VALUE = "event.data.delta.content[0].text.value"


def _each(draft: Draft) -> str:
    return "async for" if draft.asynchronous else "for"


def _started(draft: Draft, body: str, name: str = "stream") -> str:
    """The stream as a context manager, or as what ``stream=True`` gives."""
    if draft.azure or draft.random.random() < 0.6:
        made = draft.raw("run.stream", thread_id=draft.thread, assistant_id=draft.assistant)
        made = f"await {made}" if draft.asynchronous and draft.azure else made
        word = "async with" if draft.asynchronous else "with"
        return block(f"{word} {made} as {name}:", body)
    made = draft.on_thread("run.create", assistant_id=draft.assistant, stream="True")
    return lines(f"{name} = {made}", body)


def collected(draft: Draft) -> str:
    """The text is put together, and printed or returned in the end."""
    parts = draft.random.random() < 0.5
    before, after = ("chunks = []", '"".join(chunks)') if parts else ('text = ""', "text")
    if draft.azure:
        draft.imports.add("from azure.ai.agents.models import MessageDeltaChunk")
        head, test, value = (
            "event_type, data, _",
            "isinstance(data, MessageDeltaChunk)",
            "data.text",
        )
    else:
        head, test, value = "event", f'event.event == "{_DELTA}"', _VALUE
    add = f"chunks.append({value})" if parts else f"text += {value}"
    body = block(f"{_each(draft)} {head} in stream:", block(f"if {test}:", add))
    return lines(before, _started(draft, body), draft.give(after))


def named(draft: Draft) -> str:
    """A branch for each event, also for the ends of message and run."""
    if draft.azure:
        return _azure_named(draft)
    branches = [
        (_DELTA, f'print({_VALUE}, end="")'),
        ("thread.message.completed", "print()\nfinal = event.data.content[0].text.value"),
        ("thread.run.completed", 'print("[done]")'),
        ("thread.run.failed", 'print("[failed]", event.data.last_error.message)'),
    ]
    kept = [one for one in branches if one[0] == _DELTA or draft.random.random() < 0.6]
    draft.random.shuffle(kept)
    shape = draft.random.choice(("chain", "ifs", "match"))
    if shape == "match":
        inner = block("match event.event:", *(block(f'case "{n}":', b) for n, b in kept))
    else:
        inner = lines(
            *(
                block(f'{"elif" if number and shape == "chain" else "if"} event.event == "{n}":', b)
                for number, (n, b) in enumerate(kept)
            )
        )
    final = any("final =" in body for _, body in kept)
    loop = block(f"{_each(draft)} event in stream:", inner)
    return lines(
        'final = ""' if final else "",
        _started(draft, loop),
        draft.give("final") if final else "print()",
    )


def _azure_named(draft: Draft) -> str:
    draft.imports.add("from azure.ai.agents.models import MessageDeltaChunk, ThreadRun")
    branches = [
        ("isinstance(data, MessageDeltaChunk)", 'print(data.text, end="")'),
        ("isinstance(data, ThreadRun)", _azure_run(draft)),
    ]
    if draft.random.random() < 0.5:
        draft.imports.add("from azure.ai.agents.models import ThreadMessage")
        done = 'if data.status == "completed":'
        branches.append(("isinstance(data, ThreadMessage)", block(done, 'print("[said]")')))
    if draft.random.random() < 0.5:
        draft.imports.add("from azure.ai.agents.models import AgentStreamEvent")
        branches.append(("event_type == AgentStreamEvent.DONE", "break"))
    inner = lines(
        *(
            block(f"{'elif' if number else 'if'} {test}:", body)
            for number, (test, body) in enumerate(branches)
        )
    )
    return lines(
        _started(draft, block(f"{_each(draft)} event_type, data, _ in stream:", inner)), "print()"
    )


def _azure_run(draft: Draft) -> str:
    return block('if data.status == "failed":', 'print("[failed]", data.last_error.message)')


def stateful(draft: Draft) -> str:
    """A handler that keeps the text, and is asked for it afterwards."""
    if draft.azure:
        name = "AsyncAgentEventHandler" if draft.asynchronous else "AgentEventHandler"
        draft.imports.add(f"from azure.ai.agents.models import {name}")
        method, value = "on_message_delta(self, delta)", "delta.text"
    else:
        name = "AsyncAssistantEventHandler" if draft.asynchronous else "AssistantEventHandler"
        draft.imports.add(f"from openai import {name}")
        method, value = "on_text_delta(self, delta, snapshot)", "delta.value"
    kept = block(
        f"class Collector({name}):",
        block("def __init__(self):", "super().__init__()", 'self.text = ""', "self.parts = 0"),
        "",
        block(f"{draft.define} {method}:", f"self.text += {value}", "self.parts += 1"),
    )
    draft.constant(kept)
    made = draft.raw(
        "run.stream",
        thread_id=draft.thread,
        assistant_id=draft.assistant,
        event_handler="collector",
    )
    made = f"await {made}" if draft.asynchronous and draft.azure else made
    word = "async with" if draft.asynchronous else "with"
    opened = block(f"{word} {made} as stream:", f"{draft.wait}stream.until_done()")
    return lines("collector = Collector()", opened, draft.give("collector.text"))


def generated(draft: Draft) -> str:
    """A generator gives the text on, piece by piece."""
    outer = draft.thread, draft.assistant
    draft.thread, draft.assistant = "thread_id", "assistant_id"
    if draft.azure:
        draft.imports.add("from azure.ai.agents.models import MessageDeltaChunk")
        inner = block("if isinstance(data, MessageDeltaChunk):", "yield data.text")
        loop = block(f"{_each(draft)} event_type, data, _ in stream:", inner)
    else:
        inner = block(f'if event.event == "{_DELTA}":', f"yield {_VALUE}")
        loop = block(f"{_each(draft)} event in stream:", inner)
    helper = draft.helper(
        "stream_answer",
        ("thread_id", "assistant_id"),
        _started(draft, loop),
        "The answer in pieces.",
    )
    draft.thread, draft.assistant = outer
    call = draft.call_helper(helper, *outer).removeprefix("await ")
    shown = block(f"{_each(draft)} piece in {call}:", 'print(piece, end="", flush=True)')
    return lines(shown, "print()")


def awaited(draft: Draft) -> str:
    """The SDK's helpers for the end of a stream."""
    made = draft.raw("run.stream", thread_id=draft.thread, assistant_id=draft.assistant)
    word = "async with" if draft.asynchronous else "with"
    way = draft.random.choice(("messages", "run"))
    if way == "messages":
        body = f"messages = {draft.wait}stream.get_final_messages()"
        return lines(
            block(f"{word} {made} as stream:", body),
            draft.give("messages[0].content[0].text.value"),
        )
    body = f"run = {draft.wait}stream.get_final_run()"
    return lines(block(f"{word} {made} as stream:", body), draft.give("run.status"))
