"""How a program streams an answer; nothing is read afterwards."""

from __future__ import annotations

from .draft import Draft, block, lines
from .tools import outputs


def events(draft: Draft) -> str:
    """A context manager, and a loop over its events."""
    if draft.azure:
        draft.imports.add("from azure.ai.agents.models import MessageDeltaChunk")
        shown = block("if isinstance(data, MessageDeltaChunk):", 'print(data.text, end="")')
        body = block(f"{_each(draft)} event_type, data, _ in stream:", shown)
        return lines(_opened(draft, draft.start("run.stream"), body), "print()")
    shown = block(
        'if event.event == "thread.message.delta":',
        'print(event.data.delta.content[0].text.value, end="", flush=True)',
    )
    body = block(f"{_each(draft)} event in stream:", shown)
    return lines(_opened(draft, _streamed(draft), body), "print()")


def raw_events(draft: Draft) -> str:
    """``stream=True``, without a context manager."""
    if draft.azure:
        return events(draft)
    parts = block('if part.type == "text":', 'print(part.text.value, end="")')
    shown = block(
        'if event.event == "thread.message.delta":',
        block("for part in event.data.delta.content:", parts),
    )
    started = draft.on_thread("run.create", assistant_id=draft.assistant, stream="True")
    return lines(f"stream = {started}", block(f"{_each(draft)} event in stream:", shown), "print()")


def deltas(draft: Draft) -> str:
    """The texts alone."""
    body = block(f"{_each(draft)} text in stream.text_deltas:", 'print(text, end="")')
    return lines(_opened(draft, _streamed(draft), body), "print()")


def handler(draft: Draft) -> str:
    """A class whose methods are called with what comes."""
    if draft.azure:
        name = "AsyncAgentEventHandler" if draft.asynchronous else "AgentEventHandler"
        draft.imports.add(f"from azure.ai.agents.models import {name}")
        head, told = "(self, delta)", 'print(delta.text, end="")'
        method = f"{draft.define} on_message_delta{head}:"
    else:
        name = "AsyncAssistantEventHandler" if draft.asynchronous else "AssistantEventHandler"
        draft.imports.add(f"from openai import {name}")
        method = f"{draft.define} on_text_delta(self, delta, snapshot):"
        told = 'print(delta.value, end="", flush=True)'
    cls = block(f"class Printer({name}):", block(method, told))
    draft.constant(cls)
    started = draft.raw(
        "run.stream",
        thread_id=draft.thread,
        assistant_id=draft.assistant,
        event_handler="Printer()",
    )
    started = f"await {started}" if draft.asynchronous and draft.azure else started
    return lines(
        _opened(draft, started, f"{draft.wait}stream.until_done()"),
        "print()",
    )


def answered_events(draft: Draft) -> str:
    """Events, and a second stream where the run asks for outputs."""
    told = 'print(event.data.delta.content[0].text.value, end="", flush=True)'
    more = draft.raw(
        "run.submit_stream",
        thread_id=draft.thread,
        run_id="run.id",
        tool_outputs="tool_outputs",
    )
    again = block(f"{_each(draft)} event in more:", block(_DELTA, told))
    asked = block(
        'elif event.event == "thread.run.requires_action":',
        "run = event.data",
        *outputs(draft),
        block(f"{_word(draft)} {more} as more:", again),
    )
    body = block(f"{_each(draft)} event in stream:", block(_DELTA, told), asked)
    return lines(_opened(draft, _streamed(draft), body), "print()")


_DELTA = 'if event.event == "thread.message.delta":'


def _streamed(draft: Draft) -> str:
    return draft.raw(
        "run.stream", thread_id=draft.thread, assistant_id=draft.assistant, **draft.extra
    )


def _word(draft: Draft) -> str:
    return "async with" if draft.asynchronous else "with"


def _opened(draft: Draft, started: str, body: str) -> str:
    return block(f"{_word(draft)} {started} as stream:", body)


def _each(draft: Draft) -> str:
    return "async for" if draft.asynchronous else "for"
