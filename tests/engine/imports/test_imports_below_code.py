"""Imports that stand below other code, as in a notebook."""

from __future__ import annotations

from tests.rules.fixing import fix_all

_PROGRAM = """\
from openai import OpenAI

client = OpenAI()


def greet():
    print("hello")


from openai import AssistantEventHandler


class Handler(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value, end="")


def ask(thread_id, assistant_id):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id, event_handler=Handler()
    ) as stream:
        stream.until_done()
"""


def test_a_function_that_is_added_may_stand_where_an_import_goes() -> None:
    after = fix_all(_PROGRAM)

    assert "AssistantEventHandler" not in after
    assert "\n\n\ndef definition_of(" in after
    assert "from openai import OpenAI, Stream\n" in after
