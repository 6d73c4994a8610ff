"""Parameters from out of view: what is read of them says what they are."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()


def answers(thread):
    return client.beta.threads.messages.list(thread_id=thread.id).data


def wait(run, thread):
    while run.status in ("queued", "in_progress"):
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    return run


"""
AFTER = """from openai import OpenAI

client = OpenAI()


def answers(thread):
    return [
        item
        for item in client.conversations.items.list(conversation_id=thread.id)
        if item.type == "message"
    ]


def wait(run, thread):
    while run.status in ("queued", "in_progress"):
        run = client.responses.retrieve(run.id)
    return run


"""
TEXT = """next(
        (
            part.text
            for part in {}.content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    )
"""
ASKED = '[item for item in run.output if item.type == "function_call"]'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "def text(message):\n    return message.content[0].text.value\n",
            "def text(message):\n    return " + TEXT.format("message"),
        ),
        (
            "def text(messages):\n    return messages.data[0].content[0].text.value\n",
            "def text(messages):\n    return " + TEXT.format("messages[0]"),
        ),
        (
            "def calls(run):\n    return run.required_action.submit_tool_outputs.tool_calls\n",
            "def calls(run):\n    return " + ASKED + "\n",
        ),
        (
            'def asks(run):\n    return run.status == "requires_action"\n',
            'def asks(run):\n    return any(item.type == "function_call" for item in run.output)\n',
        ),
    ],
    ids=["message", "listing", "run", "state"],
)
def test_what_is_read_tells_what_it_is(before: str, after: str) -> None:
    becomes(HEAD + before, AFTER + after)
    assert any("comes from callers out of view" in note for note in notes(HEAD + before))


def test_each_of_several() -> None:
    show = """def show(messages):
    for m in reversed(messages.data):
        print(m.content[0].text.value)
"""
    after = fix_all(HEAD + show)
    assert "for m in reversed(messages):" in after
    assert ".value" not in after


CALLS = """def carry_out(thread_id, run_id, calls):
    outputs = []
    for call in calls:
        outputs.append({"tool_call_id": call.id, "output": call.function.arguments})
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id, run_id=run_id, tool_outputs=outputs
    )
"""


def test_calls_whose_outputs_are_handed_in() -> None:
    after = fix_all(HEAD + CALLS)
    assert '"call_id": call.call_id,' in after
    assert '"output": call.arguments,' in after


def test_methods_named_as_those_of_the_sdk() -> None:
    method = """class Tools:
    def submit_tool_outputs(self, thread_id, run_id, calls):
        outputs = []
        for call in calls:
            outputs.append({"tool_call_id": call.id, "output": call.function.arguments})
        return client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread_id, run_id=run_id, tool_outputs=outputs
        )
"""
    after = fix_all(HEAD + method)
    assert '"call_id": call.call_id,' in after
    called = "\n\ndef again(tools):\n    tools.submit_tool_outputs(*tools.given)\n"
    assert "call.function" in fix_all(HEAD + method + called)


@pytest.mark.parametrize("said", ["list", "List", "list[Any]", "Any", "typing.Any"])
def test_annotations_that_leave_open_what_it_is(said: str) -> None:
    after = fix_all(HEAD + CALLS.replace("calls):", f"calls: {said}):"))
    assert '"call_id": call.call_id,' in after
    typed = fix_all(HEAD + CALLS.replace("calls):", "calls: list[dict]):"))
    assert "call.function" in typed


OTHERS = {
    "calls of a completion": (
        "def carry_out(calls):\n"
        "    for call in calls:\n"
        '        yield {"role": "tool", "tool_call_id": call.id, "content": call.function.name}\n'
    ),
    "parts of another service": ("def text(message):\n    return message.content[0].text\n"),
    "an annotation": "def text(message: dict):\n    return message.content[0].text.value\n",
    "a job": 'def ready(job):\n    return job.status == "completed"\n',
    "a base class from elsewhere": (
        "from shop import Base\n\n\nclass Shop(Base):\n"
        "    def text(self, message):\n        return message.content[0].text.value\n"
    ),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_may_be_something_else_stays(other: str) -> None:
    assert fix_all(HEAD + other).endswith(other.partition("\n\n\n")[2] or other)


def test_a_file_that_gets_no_such_thing_says_nothing_of_it() -> None:
    source = """from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create()


def text(message):
    return message.content[0].text.value
"""
    assert fix_all(source).endswith("    return message.content[0].text.value\n")


def test_callers_in_view_go_first() -> None:
    source = (
        HEAD
        + """def text(message):
    return message.content[0].text.value


class Text:
    value = "x"


class Part:
    text = Text()


class Mine:
    content = [Part()]


print(text(Mine()))
"""
    )
    assert "return message.content[0].text.value" in fix_all(source)


LOOK_ALIKES = {
    "a callback for calls of a completion": """def handle(call):
    return {"tool_call_id": call.id, "output": call.function.name}


def chat(messages):
    completion = ask(messages)
    return [*map(handle, completion.choices[0].message.tool_calls)]
""",
    "a method of an object that is not in view": """class Tools:
    def handle(self, call):
        return {"tool_call_id": call.id, "output": call.function.name}


def chat(tools, completion):
    return [tools.handle(c) for c in completion.choices[0].message.tool_calls]
""",
    "a callback for messages of one's own": """def text(note):
    return note.content[0].text.value


each(notes(), text)
""",
    "a callback that a decorator of the file keeps": """HANDLERS = {}


def on(name):
    def keep(function):
        HANDLERS[name] = function
        return function

    return keep


@on("note")
def text(note):
    return note.content[0].text.value
""",
    "calls in a file that asks for completions": """def handle(call):
    return {"tool_call_id": call.id, "output": call.function.name}


def chat(messages):
    return client.chat.completions.create(model="gpt-4o", messages=messages)
""",
}
ASKS = """def asked(thread):
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id="asst_1")
    for call in run.required_action.submit_tool_outputs.tool_calls:
        print(call.function.name)


"""


@pytest.mark.parametrize("other", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_what_code_in_view_may_give_anything_is_not_taken_for_one(other: str) -> None:
    assert fix_all(HEAD + ASKS + other).endswith(other)
