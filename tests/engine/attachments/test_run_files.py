"""Files of messages, for the tools of the one run that answers them."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()


"""
ASK = (
    HEAD
    + """\
def ask(question, path, assistant_id):
    with open(path, "rb") as opened:
        file = client.files.create(file=opened, purpose="assistants")
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(
        thread_id=thread.id,
        role="user",
        content=question,
        attachments=[{"file_id": file.id, "tools": [{"type": "file_search"}]}],
    )
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant_id
    )
    print(thread.id, run.status)
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    return messages.data[0].content[0].text.value
"""
)
ASKED = """\
def ask(question, path, assistant_id):
    with open(path, "rb") as opened:
        file = client.files.create(file=opened, purpose="assistants")
    conversation = client.conversations.create()
    client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": question}],
    )
    response = client.responses.create(
        **{
            **definition_of(assistant_id),
            "tools": tools_with_files(
                client, definition_of(assistant_id).get("tools"), [file.id], []
            ),
        },
        conversation=conversation.id,
    )
    print(conversation.id, response.status)
    return response.output_text
"""
MADE = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(
    model="gpt-4o",
    instructions="Read.",
    tools=[{"type": "retrieval"}, {"type": "code_interpreter"}],
)
files = [client.files.create(file=open(p, "rb"), purpose="assistants") for p in ("a", "b")]
thread = client.beta.threads.create(
    messages=[
        {"role": "user", "content": "Hi"},
        {"role": "user", "content": "Read these", "file_ids": [f.id for f in files]},
    ]
)
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
while run.status != "completed":
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
"""
ATTACHED = '        attachments=[{"file_id": file.id, "tools": [{"type": "file_search"}]}],\n'
SUBMITS = """def go(run, thread, outputs):
    client.beta.threads.runs.submit_tool_outputs(run, thread, outputs)"""


def test_of_an_assistant_known_by_its_id() -> None:
    assert fix_all(ASK).endswith(ASKED)
    becomes(ASK, fix_all(ASK))
    assert "as for a thread" in " ".join(notes(ASK))


def test_of_an_assistant_in_view() -> None:
    after = fix_all(MADE)
    becomes(MADE, after)
    assert (
        """\
response = assistant(
    conversation=conversation.id,
    tools=tools_with_files(
        client,
        [{"type": "file_search"}, {"type": "code_interpreter", "container": {"type": "auto"}}],
        [*(f.id for f in files)],
        [*(f.id for f in files)],
    ),
)
"""
        in after
    )
    assert 'tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],' in after
    assert "file_ids" not in after.partition("conversation = ")[2]


def test_with_a_store_of_its_own() -> None:
    source = MADE.replace(
        "\nfiles = ",
        """
assistant = client.beta.assistants.update(
    assistant.id, tool_resources={"file_search": {"vector_store_ids": ["vs_1"]}}
)
files = """,
    ).replace("retrieval", "file_search")
    after = fix_all(source)
    becomes(source, after)
    assert '[*(assistant.keywords.get("tools") or ()), {"type": "file_search"}],' in after


def test_waits_in_asynchronous_code() -> None:
    source = ASK.replace("OpenAI", "AsyncOpenAI").replace("def ask", "async def ask")
    for call in ("= client.files", "= client.beta", "    client.beta"):
        source = source.replace(call, call.replace("client", "await client"))
    after = fix_all(source)
    assert '"tools": await tools_with_files_async(' in after
    assert "store = await client.vector_stores.create(" in after


@pytest.mark.parametrize(
    "change",
    [
        ("    return messages", "    save(thread.id)\n    return messages"),
        ("def ask", "def last():\n    return thread\n\n\ndef ask"),
        ("    run = ", "    for _ in range(2):\n      run = "),
        ('[{"type": "file_search"}]}]', "TOOLS}]"),
        (ATTACHED, "        attachments=attached,\n"),
        (ATTACHED, "        file_ids=[up(p).id for p in path],\n"),
        (ATTACHED, "        file_ids=[file.id] if path else None,\n"),
        ("def ask", SUBMITS + "\n\n\ndef ask"),
        (
            "    client.beta.threads.messages",
            "    if question:\n      client.beta.threads.messages",
        ),
        (
            "    print(thread.id, run.status)",
            (
                "    client.beta.threads.runs.create_and_poll(\n"
                "        thread_id=thread.id, assistant_id=assistant_id\n    )"
            ),
        ),
    ],
)
def test_a_thread_that_may_live_on_keeps_its_files(change: tuple[str, str]) -> None:
    start = ASK.replace("    thread = ", "    global thread\n    thread = ")
    source = start.replace(*change, 1)
    assert source != start
    assert _is_kept(source)


def test_a_thread_that_goes_out_of_view_keeps_its_files() -> None:
    assert _is_kept(ASK.replace("    print(thread.id, run.status)", "    ask_again(thread)"))


@pytest.mark.parametrize(
    "change", ["files = []", "files.clear()", "files[0] = path", "del files[:]"]
)
def test_files_that_change_before_the_run_are_kept_before(change: str) -> None:
    given = ASK.replace(ATTACHED, "        file_ids=self.files,\n").replace(
        "(question", "(self, question"
    )
    assert not blockers(given)
    source = given.replace(
        "    run = ", f"    self.{change}\n    run = ".replace("self.del ", "del self.")
    )
    assert _is_kept(source)


def _is_kept(source: str) -> bool:
    """Whether the conversation knows the files, and its responses ask for them."""
    after = fix_all(source)
    return "bring_files(" in after and "tools_of_conversation(" in after
