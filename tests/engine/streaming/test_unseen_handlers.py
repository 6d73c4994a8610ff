"""A handler class that a stream may get in a way that is not followed changes with it."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

PROGRAM = """from attrs import Factory, define, field
from openai import AssistantEventHandler, OpenAI


@define
class Driver:
    class Handler(AssistantEventHandler):
        def on_text_delta(self, delta, snapshot):
            print(delta.value)

    handler: AssistantEventHandler = field(default=Factory(lambda: Driver.Handler()))
    client: OpenAI = field(factory=OpenAI)

    def ask(self, thread_id, assistant_id):
        with self.client.beta.threads.runs.stream(
            thread_id=thread_id, assistant_id=assistant_id, event_handler=self.handler
        ) as stream:
            stream.until_done()
            return stream.get_final_messages()
"""


def test_the_class_stays_as_long_as_the_stream_does() -> None:
    assert blockers(PROGRAM)
    assert "class Handler(AssistantEventHandler):\n" in fix_all(PROGRAM)


def test_a_class_that_no_stream_of_the_file_gets_is_changed_by_itself() -> None:
    alone = PROGRAM[: PROGRAM.index("    handler:")]
    assert "class Handler:\n" in fix_all(alone)
