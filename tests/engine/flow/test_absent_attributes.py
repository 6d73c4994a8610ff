"""Attributes that were never there, and listings that are gone through page by page."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

_HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""
_AFTER = """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
"""


def test_a_branch_that_was_never_taken() -> None:
    before = """messages = client.messages.list(thread_id=os.environ["T"])
found = []
if hasattr(messages, "data"):
    found = messages.data
elif hasattr(messages, "__iter__"):
    found = list(messages)
for message in found:
    print(message.role)
"""
    after = """messages = (
    item
    for item in openai_client.conversations.items.list(conversation_id=os.environ["T"])
    if item.type == "message"
)
found = []
if False:
    found = messages
elif hasattr(messages, "__iter__"):
    found = list(messages)
for message in found:
    print(message.role)
"""
    becomes(_HEAD + before, _AFTER + after)
    said = "`data` was never there: what asks for it gets the answer that it always got"
    assert said in notes(_HEAD + before)


def test_what_was_given_for_an_attribute_that_was_never_there() -> None:
    run = 'run = client.runs.create_and_process(thread_id=os.environ["T"], agent_id="a")\n'
    before = _HEAD + run + 'print(getattr(run, "error", "none"))\n'
    assert 'print("none")' in fix_all(before)
    before = _HEAD + run + 'print(getattr(run, "error", None) or run.last_error)\n'
    assert "print(response.error)" in fix_all(before)


def test_attributes_of_openai_are_not_taken_as_absent() -> None:
    source = """from openai import OpenAI

client = OpenAI()
run = client.beta.threads.runs.create_and_poll(thread_id="t", assistant_id="a")
print(getattr(run, "error", None))
"""
    reason = "`error` is none of the old object's attributes: a new one may have it"
    assert (5, reason) in blockers(source)


def test_pages_of_a_listing() -> None:
    before = """for number, page in enumerate(client.messages.list(os.environ["T"]).by_page()):
    for message in page:
        print(number, message.role)
for some in client.list_agents().by_page():
    print([agent.name for agent in some])
"""
    after = fix_all(_HEAD + before)
    assert "for agent in some" in after
    assert "enumerate(" in after
    assert "by_page" not in after
    assert notes(_HEAD + before).count(
        "a listing is gone through as one page: the new service's pages have other sizes"
    )


def test_a_page_that_is_asked_for_by_a_token() -> None:
    use = 'pages = client.messages.list(os.environ["T"]).by_page("more")\nprint(next(pages))\n'
    assert {m for _, m in blockers(_HEAD + use)}


def test_attributes_that_openai_never_had_are_read_in_vain_as_before() -> None:
    head = "from openai import OpenAI\n\nclient = OpenAI()\n\n\n"
    program = (
        head
        + """def calls(thread_id: str):
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    return messages.data[0].tool_calls
"""
    )

    assert "messages[0].tool_calls" in fix_all(program)
    assert (
        "`tool_calls` of a message never was there: the program failed where it reads it"
        in notes(program)
    )


def test_a_failure_that_a_program_counts_on() -> None:
    program = """from openai import OpenAI

client = OpenAI()


def show(thread_id: str, run_id: str) -> None:
    run = client.beta.threads.runs.retrieve(run_id, thread_id=thread_id)
    try:
        print(run.output)
    except AttributeError:
        print("no output")
"""

    assert blockers(program) == [(9, "`output` of a run has no known counterpart")]


def test_a_method_that_is_not_known_is_none_of_these() -> None:
    program = """from openai import OpenAI

client = OpenAI()
print(client.beta.threads.create().validate())
"""

    assert "`validate` of a thread has no known counterpart" in [m for _, m in blockers(program)]
