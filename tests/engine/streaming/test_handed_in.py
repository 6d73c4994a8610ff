"""Outputs of functions that are handed in while the events of a run come."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import first, fix_all, fix_singly, last, look

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits
from unspool_rules.semantics.resolver import Module, NoResolver

HEAD = """\
import json

from openai import AssistantEventHandler, OpenAI

client = OpenAI()
TOOL = {"type": "function", "function": {"name": "hours", "parameters": {"type": "object"}}}


def hours() -> str:
    return "nine to five"


"""
CLASS = """\
class Guide(AssistantEventHandler):
    def __init__(self, log):
        super().__init__()
        self.log = log

    def on_event(self, event):
        if event.event == "thread.run.requires_action":
            self.answer(event.data, event.data.id)
        elif event.event == "thread.run.completed":
            print("completed")

    def on_text_delta(self, delta, snapshot):
        self.log.append(delta.value)

    def answer(self, data, run_id):
        outputs = []
        for call in data.required_action.submit_tool_outputs.tool_calls:
            if call.function.name == "hours":
                outputs.append({"tool_call_id": call.id, "output": hours()})
        self.hand_in(outputs, run_id)

    def hand_in(self, outputs, run_id):
        with client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=self.current_run.thread_id,
            run_id=self.current_run.id,
            tool_outputs=outputs,
            event_handler=Guide(self.log),
        ) as stream:
            for text in stream.text_deltas:
                print(text)


"""
ASSISTANT = """\
assistant = client.beta.assistants.create(model="gpt-4.1", tools=[TOOL])
"""
ASK = """\
def ask(text, assistant_id):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant_id, event_handler=Guide([])
    ) as stream:
        stream.until_done()
"""
AT_HAND = HEAD + ASSISTANT + "\n\n" + CLASS + ASK.replace("=assistant_id", "=assistant.id")


def test_the_agent_is_at_hand() -> None:
    result = fix_all(AT_HAND)

    assert (
        """\
    def on_event(self, event):
        if event.type == "response.completed" and any(
            item.type == "function_call" for item in event.response.output
        ):
            self.answer(event.response, event.response.id)
        elif event.type == "response.completed" and not any(
            item.type == "function_call" for item in event.response.output
        ):
            print("completed")
"""
        in result
    )
    assert (
        """\
        for call in [item for item in data.output if item.type == "function_call"]:
            if call.name == "hours":
                outputs.append(
                    {"type": "function_call_output", "call_id": call.call_id, "output": hours()}
                )
        self.hand_in(outputs, run_id)

    def hand_in(self, outputs, run_id):
        with assistant(
            conversation=cast(ResponseConversation, self.current_run.conversation).id,
            input=outputs,
            stream=True,
        ) as stream:
            for text in Guide(self.log).text_deltas(stream):
                print(text)

    def dispatch(self, event: ResponseStreamEvent) -> None:
        self.on_event(event)
        if event.type == "response.created":
            self.current_run = event.response
        if event.type == "response.output_text.delta":
            self.on_text_delta(event.delta)
"""
        in result
    )
    assert result.endswith(
        """\
    with assistant(conversation=conversation.id, stream=True) as stream:
        Guide([]).until_done(stream)
"""
    )
    assert not look(result).findings
    assert fix_singly(AT_HAND, None, first) == result == fix_singly(AT_HAND, None, last)


def test_the_agent_is_not_at_hand() -> None:
    result = fix_all(HEAD + CLASS + ASK)

    assert (
        """\
    def hand_in(self, outputs, run_id):
        with self._respond(outputs) as stream:
            for text in Guide(self.log).text_deltas(stream, self._respond):
                print(text)
"""
        in result
    )
    assert (
        """\
    def until_done(
        self,
        stream: Stream[ResponseStreamEvent],
        respond: Callable[..., Stream[ResponseStreamEvent]],
    ) -> None:
        self._respond = respond
        for event in stream:
            self.dispatch(event)
"""
        in result
    )
    assert (
        """\

    def respond(outputs: list[ResponseInputItemParam]) -> Stream[ResponseStreamEvent]:
        return client.responses.create(
            **definition_of(assistant_id),
            conversation=conversation.id,
            stream=True,
            input=outputs or omit,
        )

    with respond([]) as stream:
        Guide([]).until_done(stream, respond)
"""
        in result
    )
    assert "current_run" not in result
    assert not look(result).findings


def test_asynchronous_handlers() -> None:
    source = (
        (HEAD + CLASS + ASK).replace("Assistant", "AsyncAssistant").replace("OpenAI", "AsyncOpenAI")
    )
    for name in ("def on_", "def answer", "def hand_in", "def ask", "with "):
        source = source.replace(name, f"async {name}")
    for name in ("self.answer", "self.hand_in", "client.beta.threads.messages"):
        source = source.replace(f" {name}(", f" await {name}(")
    source = source.replace(" client.beta.threads.messages", " await client.beta.threads.messages")
    source = source.replace("= client.beta.threads.create", "= await client.beta.threads.create")
    source = source.replace("for text in", "async for text in")
    source = source.replace("stream.until_done", "await stream.until_done")
    result = fix_all(source)

    assert "        async with await self._respond(outputs) as stream:\n" in result
    assert "    async with await respond([]) as stream:\n" in result
    assert "respond: Callable[..., Awaitable[AsyncStream[ResponseStreamEvent]]],\n" in result
    assert "        return await client.responses.create(\n" in result
    assert not look(result).findings


def test_messages_of_the_run_come_first() -> None:
    more = 'additional_messages=[{"role": "user", "content": text}], event_handler='
    result = fix_all(HEAD + CLASS + ASK.replace("event_handler=", more))
    message = '[{"type": "message", "role": "user", "content": text}]'
    assert f"    with respond({message}) as stream:\n" in result


MAKES = "event_handler=Guide([])"
ENDS = "        stream.until_done()"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (MAKES, f'tool_choice="required", {MAKES}', "`tool_choice`"),
        ("self.log = log", "self.log = self._respond = log", "attribute `_respond` of its own"),
        (ENDS, "        for event in stream:\n            print(event)", "not at hand here"),
    ],
)
def test_refused(old: str, new: str, reason: str) -> None:
    source = (HEAD + CLASS + ASK).replace(old, new)
    assert any(reason in text for _, text in blockers(source)), blockers(source)
    assert fix_all(source) == source


LOOP = """\
def ask(thread_id):
    with client.beta.threads.runs.stream(thread_id=thread_id, assistant_id="asst_1") as stream:
        for event in stream:
            if event.event == "thread.message.delta":
                yield event.data.delta.content[0].text.value
            elif event.event in ("thread.run.requires_action", "thread.run.completed"):
                print("over")
            if event.event == "thread.run.requires_action":
                outputs = []
                for call in event.data.required_action.submit_tool_outputs.tool_calls:
                    outputs.append({"tool_call_id": call.id, "output": hours()})
                with client.beta.threads.runs.submit_tool_outputs_stream(
                    thread_id=thread_id, run_id=event.data.id, tool_outputs=outputs
                ) as answers:
                    for part in answers:
                        if part.event == "thread.message.delta":
                            yield part.data.delta.content[0].text.value
"""


def test_a_loop_over_events() -> None:
    result = fix_all(HEAD + LOOP)

    assert 'elif event.type == "response.completed":\n                print("over")' in result
    assert (
        """\
                with client.responses.create(
                    **definition_of("asst_1"),
                    conversation=thread_id,
                    input=outputs,
                    stream=True,
                ) as answers:
                    for part in answers:
                        if part.type == "response.output_text.delta":
                            yield part.delta
"""
        in result
    )
    assert not look(result).findings


def test_no_calls_that_are_answered() -> None:
    """Where nothing hands in outputs, no response asks for them."""
    source = LOOP[: LOOP.index("            if event.event")]
    result = fix_all(
        HEAD + source.replace('("thread.run.requires_action", ', "(").replace(")):", ",):")
    )
    assert "any(" not in result


# -- in different files ----------------------------------------------------------------------------

ALONE = HEAD + CLASS
ABROAD = """\
from guides import Guide as Speaker
from openai import OpenAI

client = OpenAI()


"""


def test_a_class_without_its_first_stream() -> None:
    result = fix_all(ALONE)
    assert "        with self._respond(outputs) as stream:\n" in result
    assert "            for text in Guide(self.log).text_deltas(stream, self._respond):\n" in result
    assert "    def until_done(\n" in result
    assert not look(result).findings
    assert any("with the function that makes it" in note for note in notes(ALONE))


class Project(NoResolver):
    """A project whose other file holds the handler."""

    def __init__(self, text: str) -> None:
        self._text = text

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        return Module(Path(f"{name}.py"), self._text)


@pytest.mark.parametrize("there", [ALONE, fix_all(ALONE)])
def test_a_stream_whose_handler_hands_in_outputs_elsewhere(there: str) -> None:
    source = ABROAD + ASK.replace("Guide(", "Speaker(")
    analysis = analyse(source, today=date(2026, 11, 22), resolver=Project(there))
    result = apply_edits(source, analysis.fix_all(unsafe=True))
    assert "    with respond([]) as stream:\n" in result
    assert "        Speaker([]).until_done(stream, respond)\n" in result


def test_a_stream_whose_handler_hands_in_nothing() -> None:
    source = ABROAD + ASK.replace("Guide(", "Speaker(")
    there = "class Guide:\n    pass\n\n\nclass Other:\n    a = b.submit_tool_outputs_stream\n"
    analysis = analyse(source, today=date(2026, 11, 22), resolver=Project(there))
    result = apply_edits(source, analysis.fix_all(unsafe=True))
    assert "        Speaker([]).until_done(stream)\n" in result
