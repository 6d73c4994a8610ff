"""Handler classes: what they get, and streams and classes that stand in different files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all, look

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits
from unspool_rules.semantics.resolver import Module, NoResolver

OPEN = """\
with client.beta.threads.runs.stream(
    thread_id="conv_1", assistant_id=assistant.id, event_handler=Shout("!")
) as stream:
"""
START = """\
client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4.1", instructions="Be kind.")

"""
CLASS = """\
from openai import AssistantEventHandler, OpenAI


class Shout(AssistantEventHandler):
    def __init__(self, mark):
        super().__init__()
        self.mark = mark
        self.said = []

"""


def after(methods: str, reading: str) -> str:
    source = CLASS + methods + "\n\n" + START + OPEN + reading
    result = fix_all(source)
    assert not look(result).findings
    return result


FIRST = """\
    def on_text_created(self, text):
        self.said.append(text.value)
"""
PIECES = """\

    def on_text_delta(self, delta, snapshot):
        self.said[-1] += delta.value
"""


def test_the_first_piece_comes_twice() -> None:
    result = after(FIRST + PIECES, "    stream.until_done()\n")
    assert (
        """\
    def on_text_created(self, text):
        self.said.append(text)

    def on_text_delta(self, delta):
        self.said[-1] += delta

    def until_done(self, stream: Stream[ResponseStreamEvent]) -> None:
        begins = False
        for event in stream:
            if (
                event.type == "response.content_part.added"
                and event.part.type == "output_text"
            ):
                begins = True
            elif event.type == "response.output_text.delta":
                if begins:
                    begins = False
                    self.on_text_created(event.delta)
                self.on_text_delta(event.delta)
"""
        in result
    )


def test_the_first_piece_alone() -> None:
    result = after(FIRST, "    stream.until_done()\n")
    assert (
        """\
            elif event.type == "response.output_text.delta":
                if begins:
                    begins = False
                    self.on_text_created(event.delta)
"""
        in result
    )


def test_texts_come_after_the_callbacks() -> None:
    reading = "    for text in stream.text_deltas:\n        print(text)\n"
    result = after(FIRST + PIECES + "\n    def on_end(self):\n        print(self.said)\n", reading)

    assert "    for text in Shout('!').text_deltas(stream):" in result.replace('"!"', "'!'")
    assert (
        """\
    def text_deltas(self, stream: Stream[ResponseStreamEvent]) -> Iterator[str]:
        try:
            for event in stream:
                self.dispatch(event)
                if event.type == "response.output_text.delta":
                    yield event.delta
        finally:
            self.on_end()
"""
        in result
    )
    assert "self._begins = True" in result


@pytest.mark.parametrize("name", ["_", "event"])
def test_a_loop_that_only_reads(name: str) -> None:
    result = after(PIECES[1:], f"    for {name} in stream:  # all of it\n        pass\n")
    assert '    # all of it\n    Shout("!").until_done(stream)\n' in result


# -- in different files ----------------------------------------------------------------------------


def test_a_class_without_a_stream() -> None:
    source = (CLASS + PIECES[1:]).replace("AssistantEventHandler, OpenAI", "AssistantEventHandler")
    source = source.replace("Assistant", "AsyncAssistant").replace("def on_", "async def on_")
    becomes(
        source,
        """\
from openai import AsyncStream
from openai.types.responses import ResponseStreamEvent


class Shout:
    def __init__(self, mark):
        self.mark = mark
        self.said = []

    async def on_text_delta(self, delta):
        self.said[-1] += delta

    async def until_done(self, stream: AsyncStream[ResponseStreamEvent]) -> None:
        async for event in stream:
            if event.type == "response.output_text.delta":
                await self.on_text_delta(event.delta)
""",
    )
    assert any("what makes `Shout` is in another file" in note for note in notes(source))


def test_messages_that_a_lone_class_gets() -> None:
    source = CLASS + "    def on_message_done(self, message):\n"
    result = fix_all(source + "        print(message.role, message.content[0].text.value)\n")
    assert "print(message.role, message.content[0].text.value)" not in result
    assert not look(result).findings


def test_outputs_of_code_have_to_be_asked_for() -> None:
    source = (
        CLASS
        + """\
    def on_tool_call_done(self, tool_call):
        if tool_call.type == "code_interpreter":
            for output in tool_call.code_interpreter.outputs:
                print(output.type)
"""
    )
    assert any("code_interpreter_call.outputs" in note for note in notes(source))


ABROAD = """\
from mine import Shout
from openai import OpenAI

"""


def test_a_stream_without_the_class() -> None:
    source = ABROAD + START + OPEN + "    stream.until_done()\n"
    result = fix_all(source)
    assert '    Shout("!").until_done(stream)\n' in result
    assert "event_handler" not in result
    assert not look(result).findings
    assert any("the class of `Shout` is in another file" in note for note in notes(source))


@pytest.mark.parametrize(
    "reading",
    [
        "    for text in stream.text_deltas:\n        print(text)\n",
        "    for event in stream:\n        print(event.event)\n",
        "    print(stream.get_final_run())\n",
    ],
)
def test_read_in_another_way_than_to_the_end(reading: str) -> None:
    found = blockers(ABROAD + START + OPEN + reading)
    assert any("read in another way than to its end" in reason for _, reason in found)


@pytest.mark.parametrize("given", ["handler", "handler: Shout", "*, handler"])
def test_a_handler_from_a_caller(given: str) -> None:
    body = "".join("    " + line for line in OPEN.splitlines(keepends=True))
    source = (
        f"{ABROAD}client = OpenAI()\n\n\ndef ask({given}):\n{body}        stream.until_done()\n"
    )
    source = source.replace('Shout("!")', "handler").replace("assistant.id", '"asst_1"')
    assert "        handler.until_done(stream)\n" in fix_all(source)


@pytest.mark.parametrize("given", ["handler=None", "handler: Shout | None", "**handler"])
def test_a_handler_that_there_may_not_be(given: str) -> None:
    body = "".join("    " + line for line in OPEN.splitlines(keepends=True))
    source = (
        f"{ABROAD}client = OpenAI()\n\n\ndef ask({given}):\n{body}        stream.until_done()\n"
    )
    source = source.replace('Shout("!")', "handler").replace("assistant.id", '"asst_1"')
    assert any("class of this handler is not in view" in reason for _, reason in blockers(source))


class Project(NoResolver):
    """A project in which a name at some place is a class that inherits from the SDK's."""

    def __init__(self, text: str = "") -> None:
        self._text = text

    def infer(self, line: int, column: int) -> frozenset[str]:
        return frozenset(("type:openai.lib.streaming.AssistantEventHandler",) if not line else ())

    def takers(self, name: str, of: Path | None = None) -> tuple[Module, ...]:
        return (Module(Path("other.py"), self._text),) if self._text else ()


def in_project(source: str, project: Project) -> str:
    analysis = analyse(source, today=date(2026, 11, 22), resolver=project)
    return apply_edits(source, analysis.fix_all(unsafe=True))


def test_a_class_of_the_project_is_not_the_sdks() -> None:
    source = ABROAD + START + OPEN + "    stream.until_done()\n"
    result = in_project(source, Project())
    assert '    Shout("!").until_done(stream)\n' in result
    assert not look(result).findings


def test_a_base_of_the_project_is_not_the_sdks() -> None:
    source = ABROAD + "class Loud(Shout):\n    def on_end(self):\n        print()\n"
    assert in_project(source, Project()) == source


def test_a_class_of_another_file_derives_from_the_handler() -> None:
    source = CLASS + PIECES[1:]
    assert in_project(source, Project("class Loud(Shout):\n    pass\n")) == source
    assert in_project(source, Project("print(Shout)\n")) != source


# -- what callbacks get ----------------------------------------------------------------------------


def test_the_text_so_far_of_a_message() -> None:
    methods = """\
    def on_message_delta(self, delta, snapshot):
        self.said.append(snapshot.content[0].text.value)

    def on_text_delta(self, delta, snapshot):
        print(delta.value, end=self.mark)
"""
    result = after(methods, "    stream.until_done()\n")
    head = "    def on_message_delta(self, delta, snapshot):\n"
    assert f"{head}        self.said.append(snapshot)\n" in result
    assert (
        """\
            elif event.type == "response.output_text.delta":
                text += event.delta
                self.on_text_delta(event.delta)
            if event.type == "response.output_text.delta":
                self.on_message_delta(event.delta, text)
"""
        in result
    )


def test_time_outs() -> None:
    methods = """\
    def on_timeout(self):
        print("late")

    def on_exception(self, exception):
        print(exception)
"""
    result = after(PIECES[1:] + "\n" + methods, "    stream.until_done()\n")
    assert (
        """\
        except APITimeoutError as exception:
            self.on_timeout()
            self.on_exception(exception)
            raise
        except Exception as exception:
            self.on_exception(exception)
            raise
"""
        in result
    )


def test_ids_and_types_of_tool_calls() -> None:
    methods = """\
    def on_tool_call_created(self, tool_call):
        self.call = tool_call.id
        self.said.append(tool_call.type)

    def on_tool_call_delta(self, delta, snapshot):
        if snapshot.id != self.call:
            self.call = snapshot.id
            print(delta.type)
"""
    result = after(methods, "    stream.until_done()\n")
    assert (
        """\
        self.call = tool_call.id
        self.said.append(tool_call.type.removesuffix("_call"))

    def on_tool_call_delta(self, delta):
        if delta.id != self.call:
            self.call = delta.id
            print(delta.type.removesuffix("_call"))
"""
        in result
    )


def test_parts_of_a_tool_call_whose_type_is_not_tested() -> None:
    methods = """\
    def on_tool_call_done(self, tool_call):
        print(tool_call.function.name, tool_call.function.arguments)
"""
    result = after(methods, "    stream.until_done()\n")
    assert "        print(tool_call.name, tool_call.arguments)\n" in result
    typed = CLASS + methods.replace("tool_call)", "tool_call: object)", 1)
    assert any("whose type is tested" in reason for _, reason in blockers(typed))
    outputs = CLASS + methods.replace("function.name", "code_interpreter.outputs")
    assert any("whose type is tested" in reason for _, reason in blockers(outputs))


@pytest.mark.parametrize("use", ["self.said.append(self.call)", "return self.call"])
def test_an_id_that_is_handed_on(use: str) -> None:
    methods = f"""\
    def on_tool_call_created(self, tool_call):
        self.call = tool_call.id
        {use}
"""
    source = CLASS + methods
    assert any("`id` of a tool call" in reason for _, reason in blockers(source))


def test_the_base_is_set_up_by_name() -> None:
    source = CLASS.replace("super()", "super(Shout, self)") + PIECES[1:]
    assert "super" not in fix_all(source)


# -- the handler as the stream ---------------------------------------------------------------------


def kept(reading: str) -> str:
    opened = OPEN.replace('Shout("!")', "handler")
    return CLASS + PIECES[1:] + "\n\n" + START + 'handler = Shout("!")\n' + opened + reading


def test_the_handler_reads_to_the_end() -> None:
    result = fix_all(kept("    handler.until_done()\nprint(handler.said)\n"))
    assert "    handler.until_done(stream)\nprint(handler.said)\n" in result
    assert not look(result).findings


def test_the_run_that_the_handler_keeps() -> None:
    result = fix_all(kept("    stream.until_done()\nprint(handler.current_run.status)\n"))
    assert "print(handler.current_run.status)\n" in result
    assert "                self.current_run = event.response\n" in result


def test_other_state_of_the_sdks_class() -> None:
    source = kept("    stream.until_done()\nprint(handler.current_event)\n")
    assert any("`current_event` came from" in reason for _, reason in blockers(source))
    outside = kept("    stream.until_done()\nhandler.until_done()\n")
    assert any("`until_done` came from" in reason for _, reason in blockers(outside))


def test_the_final_run() -> None:
    result = after(
        PIECES[1:],
        "    stream.until_done()\n    run = stream.get_final_run()\n    print(run.status)\n",
    )
    assert (
        """\
handler = Shout("!")
with assistant(conversation="conv_1", stream=True) as stream:
    handler.until_done(stream)
    response = handler.current_run
    print(response.status)
"""
        in result
    )


def test_the_final_messages_of_a_stream_that_nothing_has_read() -> None:
    result = after(
        PIECES[1:],
        "    for message in stream.get_final_messages():\n        print(message.id)\n",
    )
    assert (
        """\
    handler.until_done(stream)
    for message in [
        item for item in handler.current_run.output if item.type == "message"
    ]:
"""
        in result
    )
