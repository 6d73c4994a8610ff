"""Names that hold one of several streams, and functions that get the events of several."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

HEAD = """\
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4.1", instructions="Be kind.")


def answers(run):
    calls = run.required_action.submit_tool_outputs.tool_calls
    return [{"tool_call_id": call.id, "output": "1"} for call in calls]


"""
OPEN = """\
client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant.id, stream=True
    )
"""
SHOW = """\
            if event.event == "thread.message.delta":
                print(event.data.delta.content[0].text.value)
"""
IN_TURN = (
    "def ask(thread_id):\n    stream = "
    + OPEN
    + """\
    while stream:
        following = None
        for event in stream:
"""
    + SHOW
    + """\
            elif event.event == "thread.run.requires_action":
                following = client.beta.threads.runs.submit_tool_outputs(
                    thread_id=thread_id,
                    run_id=event.data.id,
                    tool_outputs=answers(event.data),
                    stream=True,
                )
        stream = following
"""
)
BRANCHES = """\
def ask(thread_id, loud):
    if loud:
        stream = client.beta.threads.runs.stream(
            thread_id=thread_id, assistant_id=assistant.id, instructions="Shout."
        )
    else:
        stream = client.beta.threads.runs.stream(thread_id=thread_id, assistant_id=assistant.id)
    with stream as events:
        for event in events:
            if event.event == "thread.run.failed":
                print(event.data.last_error.message)
"""
HANDED = """\
def handle(event, thread_id):
    if event.event == "thread.message.delta":
        print(event.data.delta.content[0].text.value)
    elif event.event == "thread.run.requires_action":
        with client.beta.threads.runs.submit_tool_outputs_stream(
            thread_id=thread_id, run_id=event.data.id, tool_outputs=answers(event.data)
        ) as more:
            for inner in more:
                handle(inner, thread_id)


def ask(thread_id):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant.id
    ) as stream:
        for event in stream:
            handle(event, thread_id)
"""
SEVERAL = "the stream's name is bound more than once"


def whole(source: str) -> str:
    result = fix_all(HEAD + source)
    assert not look(result).findings
    return result


def messages(source: str) -> set[str]:
    return {message for _, message in blockers(HEAD + source)}


def test_one_stream_after_the_other() -> None:
    result = whole(IN_TURN)
    assert "following = assistant(\n" in result
    assert "    while stream:\n        following = None\n        for event in stream:\n" in result
    assert "        stream = following\n" in result


def test_what_else_the_name_may_hold_is_not_known() -> None:
    assert SEVERAL in messages(IN_TURN + "        stream = make(stream)\n")
    assert SEVERAL in messages(IN_TURN.replace("following = None", "following = spare"))


def test_reads_that_no_stream_was_given_to() -> None:
    early = IN_TURN.replace(
        "    stream = ", "    stream = None\n    print(stream)\n    stream = ", 1
    )
    assert SEVERAL in messages(early)


def test_streams_of_two_branches() -> None:
    result = whole(BRANCHES)
    assert "    with stream as events:\n" in result
    assert "event.response.error.message" in result
    later = BRANCHES.replace("    with stream", "    print(loud)\n    with stream")
    assert "the run began where its stream is entered: make it there" in messages(later)


def test_a_handler_reads_the_stream_of_one_branch() -> None:
    handler = "class Quiet(AssistantEventHandler):\n    def on_end(self):\n        pass\n\n\n"
    given = BRANCHES.replace('instructions="Shout."', "event_handler=Quiet()")
    source = HEAD.replace("import OpenAI", "import AssistantEventHandler, OpenAI") + handler + given
    assert SEVERAL in {message for _, message in blockers(source)}


def test_a_function_gets_events_of_two_loops() -> None:
    result = whole(HANDED)
    assert "                handle(inner, thread_id)\n" in result
    assert (
        "            conversation=thread_id, input=answers(event.response), stream=True\n" in result
    )


def test_a_function_that_gets_other_things_too() -> None:
    found = messages(HANDED + "\n\nhandle(object(), 1)\n")
    assert "the whole event is handed on to code that is not in view" in found
