"""Handlers that make another one of their own class, and those that have no run yet."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

PROGRAM = """\
from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Answers(AssistantEventHandler):
    \"\"\"Answers.\"\"\"

    def __init__(self, said: list) -> None:
        super().__init__()
        self.said = said

    def again(self):
        return self.__class__(self.said)

    def on_event(self, event):
        if event.event == "thread.run.requires_action":
            calls = event.data.required_action.submit_tool_outputs.tool_calls
            with client.beta.threads.runs.submit_tool_outputs_stream(
                thread_id=event.data.thread_id,
                run_id=event.data.id,
                tool_outputs=[{"tool_call_id": call.id, "output": "yes"} for call in calls],
                event_handler=NEXT,
            ) as stream:
                stream.until_done()


def ask(thread_id: str, assistant_id: str) -> None:
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id, event_handler=Answers([])
    ) as stream:
        stream.until_done()
"""
FIRST = '    """Answers."""\n\n    current_run: Response | None = None\n\n    def __init__'


@pytest.mark.parametrize(
    "following", ["self.__class__(self.said)", "type(self)(self.said)", "self.again()"]
)
def test_one_of_its_own_class(following: str) -> None:
    result = fix_all(PROGRAM.replace("NEXT", following))
    assert f"{following}.until_done(stream, self._respond)\n" in result
    assert "beta" not in result


def test_one_of_a_class_that_is_derived() -> None:
    derived = (
        "\n\nclass Loud(Answers):\n    def on_text_done(self, text):\n        print(text.value)\n"
    )
    assert blockers(PROGRAM.replace("NEXT", "type(self)(self.said)") + derived)


@pytest.mark.parametrize(
    "read",
    [
        "        if self.current_run is None:\n            return\n",
        "        run = self.current_run\n        assert run\n",
        '        print(self.current_run.id if self.current_run else "")\n',
    ],
)
def test_there_is_no_run_before_the_first_event(read: str) -> None:
    source = PROGRAM.replace("NEXT", "self.again()").replace(
        "    def on_event(self, event):\n", f"    def on_event(self, event):\n{read}"
    )
    assert FIRST in fix_all(source)


def test_a_run_that_is_asked_for_from_elsewhere() -> None:
    outside = (
        "\n\ndef begun(handler: Answers) -> bool:\n    return handler.current_run is not None\n"
    )
    assert FIRST in fix_all(PROGRAM.replace("NEXT", "self.again()") + outside)


def test_a_run_that_only_events_read() -> None:
    source = PROGRAM.replace("NEXT", "self.again()").replace(
        "event.data.thread_id", "self.current_run.thread_id"
    )
    assert "current_run: Response" not in fix_all(source)
