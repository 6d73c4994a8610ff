"""What a handler class calls of the SDK's class: its callbacks do nothing."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

OPENAI = """\
from openai import AssistantEventHandler, OpenAI

client = OpenAI()


class Log(AssistantEventHandler):
{}

with client.beta.threads.runs.stream(
    thread_id="conv_1", assistant_id="asst_1", event_handler=Log()
) as stream:
    stream.until_done()
"""
EVENT = """\
    def on_event(self, event):
        if event.event == "thread.run.completed":
            print(event.data.id)
        {}
"""


@pytest.mark.parametrize(
    "call",
    [
        "super().on_event(event)",
        "super(Log, self).on_event(event=event)  # as ever",
        "super().on_text_delta(event, None)",
    ],
)
def test_callbacks_of_the_base_go(call: str) -> None:
    after = fix_all(OPENAI.format(EVENT.format(call)))
    assert not look(after).findings
    assert "super()" not in after
    assert ("# as ever" in after) is ("# as ever" in call)
    assert "print(event.response.id)\n" in after


def test_a_method_that_only_called_its_base() -> None:
    after = fix_all(OPENAI.format("    def on_end(self):\n        super().on_end()\n"))
    assert not look(after).findings
    assert "    def on_end(self):\n        pass\n" in after


def test_of_a_class_with_a_running_loop() -> None:
    source = OPENAI.replace("AssistantE", "AsyncAssistantE").replace("OpenAI", "AsyncOpenAI")
    method = EVENT.format("await super().on_event(event)").replace("def", "async def")
    source = source.format(method).replace("with ", "async def main():\n    async with ")
    source = source.replace("    stream.until", "        await stream.until")
    after = fix_all(source)
    assert not look(after).findings
    assert "super()" not in after


@pytest.mark.parametrize(
    "call",
    [
        "super().close()",
        "super().on_event(self.told(event))",
        "seen = super().on_event(event)",
        "return super().on_event(event)",
    ],
)
def test_other_calls_stay(call: str) -> None:
    found = {why for _, why in blockers(OPENAI.format(EVENT.format(call)))}
    assert "the SDK's handler class is gone, and its method with it" in found


def test_another_base_may_do_something() -> None:
    source = OPENAI.replace("(AssistantEventHandler)", "(Mixin, AssistantEventHandler)")
    source = source.replace("class Log", "class Mixin:\n    pass\n\n\nclass Log")
    found = {why for _, why in blockers(source.format(EVENT.format("super().on_event(event)")))}
    assert "the SDK's handler class is gone, and its method with it" in found
