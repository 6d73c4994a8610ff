"""Shapes of scripts that only need a closer look."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()
"""
MADE = (
    HEAD
    + """assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
"""
)
NEW_HEAD = """from functools import partial

from openai import OpenAI

client = OpenAI()
"""
NEW_MADE = (
    NEW_HEAD
    + """assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
"""
)


def test_a_loop_inside_a_branch_is_left_by_its_own_break() -> None:
    before = (
        MADE.replace("from openai", "import time\nfrom openai")
        + """

def ask(thread_id, answer):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant.id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            for number in (1, 2, 3):
                print(number)
                if number > 1:
                    break
            print("done")
            break
        elif run.status == "requires_action":
            outputs = []
            for call in run.required_action.submit_tool_outputs.tool_calls:
                outputs.append({"tool_call_id": call.id, "output": answer(call.function.name)})
            client.beta.threads.runs.submit_tool_outputs(
                thread_id=run.thread_id, run_id=run.id, tool_outputs=outputs
            )
        time.sleep(1)
"""
    )
    after = (
        NEW_MADE.replace(
            "\nfrom openai import OpenAI\n",
            "from openai import OpenAI\n"
            "from openai.types.responses import ResponseInputItemParam\n",
        )
        + """

def ask(thread_id, answer):
    response = assistant(conversation=thread_id)
    while calls := [item for item in response.output if item.type == "function_call"]:
        outputs: list[ResponseInputItemParam] = []
        for call in calls:
            outputs.append(
                {
                    "type": "function_call_output",
                    "call_id": call.call_id,
                    "output": answer(call.name),
                }
            )
        response = assistant(conversation=thread_id, input=outputs)
    if response.status == "completed":
        for number in (1, 2, 3):
            print(number)
            if number > 1:
                break
        print("done")
"""
    )

    becomes(before, after)


def test_the_thread_of_a_run_is_the_last_one_before_it() -> None:
    before = (
        MADE
        + """

def ask(thread_id=None):
    if thread_id is None:
        thread_id = client.beta.threads.create().id
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id
    )
    return run.thread_id
"""
    )
    after = (
        NEW_MADE
        + """

def ask(thread_id=None):
    if thread_id is None:
        thread_id = client.conversations.create().id
    response = assistant(conversation=thread_id)
    return thread_id
"""
    )

    becomes(before, after)
    changed = before.replace("    return", '    thread_id = "other"\n    return')
    assert "return cast(ResponseConversation, response.conversation).id" in fix_all(changed)


def test_options_of_a_request_that_is_not_made_any_more() -> None:
    before = (
        HEAD
        + """HEADERS = {"OpenAI-Beta": "assistants=v2"}
assistant = client.beta.assistants.create(
    instructions="Be kind.", model="gpt-4o", extra_headers=HEADERS, timeout=5
)
thread = client.beta.threads.create(timeout=5)
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
print(run.status)
"""
    )
    after = (
        NEW_HEAD
        + """HEADERS = {"OpenAI-Beta": "assistants=v2"}
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
conversation = client.conversations.create(timeout=5)
response = assistant(conversation=conversation.id)
print(response.status)
"""
    )

    becomes(before, after)
    assert "request options of the assistant's creation are gone: nothing is requested" in notes(
        before
    )


def test_a_page_of_few_messages_that_is_also_printed() -> None:
    before = (
        HEAD
        + """

def show(thread_id):
    messages = client.beta.threads.messages.list(thread_id=thread_id, limit=1)
    print(messages)
    print(messages.data[0].role)
"""
    )
    after = (
        HEAD
        + """

def show(thread_id):
    messages = [
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ][:1]
    print(messages)
    print(messages[0].role)
"""
    )

    becomes(before, after)


def test_fields_that_are_got_by_their_name() -> None:
    before = (
        MADE
        + """

def ask(thread):
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    if getattr(run, "last_error", None):
        return None
    return getattr(run, "id", None)


print(ask(client.beta.threads.create()))
"""
    )
    after = (
        NEW_MADE
        + """

def ask(thread):
    response = assistant(conversation=thread.id)
    if getattr(response, "error", None):
        return None
    return getattr(response, "id", None)


print(ask(client.conversations.create()))
"""
    )

    becomes(before, after)
    unknown = before.replace('"last_error"', '"started_at"')
    assert [m for _, m in blockers(unknown)] == [
        "a response has one time, `created_at`, and no other"
    ]


def test_the_thread_of_one_of_many_runs() -> None:
    before = (
        MADE
        + """

def ask(names):
    runs = {}
    for name in names:
        thread = client.beta.threads.create()
        runs[name] = client.beta.threads.runs.create_and_poll(
            thread_id=thread.id, assistant_id=assistant.id
        )
    for name in names:
        print(runs[name].thread_id)
"""
    )

    assert "print(cast(ResponseConversation, runs[name].conversation).id)" in fix_all(before)


def test_tools_that_are_kept_in_names_have_a_type() -> None:
    before = (
        HEAD
        + """WEATHER = {"type": "function", "function": {"name": "get_weather", "parameters": {}}}
TOOLS = [WEATHER, {"type": "code_interpreter"}]
assistant = client.beta.assistants.create(model="gpt-4o", tools=TOOLS)
"""
    )
    after = """from functools import partial

from openai import OpenAI
from openai.types.responses import ToolParam

client = OpenAI()
WEATHER: ToolParam = {
    "type": "function",
    "name": "get_weather",
    "parameters": {},
    "strict": False,
}
TOOLS: list[ToolParam] = [
    WEATHER,
    {"type": "code_interpreter", "container": {"type": "auto"}},
]
assistant = partial(client.responses.create, model="gpt-4o", tools=TOOLS)
"""

    becomes(before, after)
