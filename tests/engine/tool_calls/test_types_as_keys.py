"""The type of a tool call as a key of what is printed."""

from __future__ import annotations

from tests.rules.fixing import fix_all

_PROGRAM = """from openai import AssistantEventHandler, OpenAI

client = OpenAI()
WORDS = {"function": "calls", "code_interpreter": "codes", "file_search": "looks"}


class Handler(AssistantEventHandler):
    def on_tool_call_created(self, tool_call):
        print(WORDS[tool_call.type])
        print(tool_call.type)


assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
with client.beta.threads.runs.stream(
    thread_id=thread.id, assistant_id=assistant.id, event_handler=Handler()
) as stream:
    stream.until_done()
"""


def test_a_key_is_the_old_type() -> None:
    after = fix_all(_PROGRAM)

    assert 'print(WORDS[tool_call.type.removesuffix("_call")])' in after
    assert 'print(tool_call.type.removesuffix("_call"))' in after
