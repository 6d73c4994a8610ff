"""Files and vector stores of threads that live on: the metadata of the conversation keep them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()


"""
SAY = """def say(thread_id, text, attachments=None):
    client.beta.threads.messages.create(
        thread_id=thread_id,
        role="user",
        content=text,
        attachments=attachments,  # may be None
    )


"""
ANSWER = """def answer(assistant_id, thread_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    return run.status
"""
UPDATE = """def let_search(thread_id, stores):
    return client.beta.threads.update(
        thread_id, tool_resources={"file_search": {"vector_store_ids": stores}}
    )


"""


def test_messages_and_runs_in_functions_of_their_own() -> None:
    source = HEAD + SAY + ANSWER
    after = fix_all(source)
    becomes(source, after)
    assert (
        """    client.conversations.items.create(
        conversation_id=bring_files(
            client,
            thread_id,
            attachments=attachments,  # may be None
        ),
        items=[{"type": "message", "role": "user", "content": text}],
    )
"""
        in after
    )
    assert (
        """    response = client.responses.create(
        **{
            **definition_of(assistant_id),
            "tools": tools_of_conversation(
                client, thread_id, definition_of(assistant_id).get("tools")
            ),
        },
        conversation=thread_id,
    )
"""
        in after
    )
    assert any("kept in its metadata" in note for note in notes(source))


def test_vector_stores_that_a_thread_gets_later() -> None:
    after = fix_all(HEAD + UPDATE + ANSWER)
    assert "    return keep_resources(client, thread_id, vector_store_ids=stores)\n" in after


def test_metadata_of_the_program_stay() -> None:
    create = """def start(store, user):
    return client.beta.threads.create(
        metadata={"user": user},
        tool_resources={"file_search": {"vector_store_ids": [store]}},
    ).id


"""
    after = fix_all(HEAD + create + ANSWER)
    assert 'metadata={"user": user, "vector_store_ids": store}' in after
    other = fix_all(
        HEAD + create.replace('{"user": user}', "user").replace("[store]", "store") + ANSWER
    )
    assert 'metadata={**user, "vector_store_ids": ",".join(store)}' in other


def test_messages_of_a_new_thread() -> None:
    create = """def start(one, two):
    return client.beta.threads.create(
        messages=[
            {"role": "user", "content": "a", "file_ids": [one]},
            {"role": "user", "content": "b", "file_ids": two},
        ]
    ).id


"""
    assert "metadata=kept_files(file_ids=[*[one], *two])" in fix_all(HEAD + create + ANSWER)


def test_responses_with_outputs_reach_the_files_too() -> None:
    loop = ANSWER.replace(
        "    return",
        """    while run.status == "requires_action":
        outputs = [
            {"tool_call_id": call.id, "output": "noon"}
            for call in run.required_action.submit_tool_outputs.tool_calls
        ]
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            thread_id=thread_id, run_id=run.id, tool_outputs=outputs
        )
    return""",
    )
    after = fix_all(HEAD + SAY + loop)
    assert after.count('"tools": tools_of_conversation(') == 2


def test_tools_of_the_run_itself() -> None:
    tools = 'assistant_id=assistant_id, tools=[{"type": "code_interpreter"}]'
    after = fix_all(HEAD + SAY + ANSWER.replace("assistant_id=assistant_id", tools))
    assert (
        """            "tools": tools_of_conversation(
                client,
                thread_id,
                tools_of_run(
                    [{"type": "code_interpreter", "container": {"type": "auto"}}],
"""
        in after
    )
    assert "searches=False,\n" in after


def test_functions_of_the_run_itself_reach_nothing() -> None:
    function = '{"type": "function", "function": {"name": "f", "parameters": {}}}'
    other = ANSWER.replace("def answer", "def call").replace(
        "assistant_id=assistant_id", f"assistant_id=assistant_id, tools=[{function}]"
    )
    assert fix_all(HEAD + SAY + ANSWER + other).count('"tools": tools_of_conversation(') == 1


def test_search_that_an_update_leaves_out_reaches_the_files() -> None:
    update = """def give(assistant_id):
    client.beta.assistants.update(assistant_id, tools=[{"type": "file_search"}])


"""
    after = fix_all(HEAD + update + SAY + ANSWER)
    assert '[*(definition_of(assistant_id).get("tools") or ()), {"type": "file_search"}]' in (
        " ".join(after.split()).replace("[ ", "[").replace(", ]", "]")
    )


@pytest.mark.parametrize(
    "program",
    [
        SAY,
        SAY + ANSWER.replace("thread_id=thread_id", "thread_id=choose()"),
        SAY.replace("=attachments,", "=message.attachments,") + ANSWER,
        SAY + ANSWER + 'client.beta.threads.update("conv_1", metadata={})\n',
        SAY + ANSWER + 'client.beta.threads.update("conv_1", metadata={}, timeout=9)\n',
        SAY + ANSWER + 'client.conversations.update("conv_1", metadata={})\n',
        SAY
        + ANSWER.replace("answer(", "answer(tools, ").replace("(\n", "(\n        tools=tools,", 1),
    ],
    ids=[
        "no run",
        "a chosen thread",
        "objects of the SDK",
        "other metadata",
        "in time",
        "new",
        "tools",
    ],
)
def test_what_blocks(program: str) -> None:
    assert blockers(HEAD + program)


START = """def start(store, metadata=None):
    thread = client.beta.threads.create(
        tool_resources={"file_search": {"vector_store_ids": [store]}}, metadata=metadata
    )
    return thread.id
"""


def test_stores_are_kept_for_responses_that_are_not_in_view() -> None:
    after = fix_all(HEAD + START)
    becomes(HEAD + START, after)
    assert 'metadata={**(metadata or {}), "vector_store_ids": store}' in after
    assert any("a response to it elsewhere" in note for note in notes(HEAD + START))


GIVEN = START.replace('{"file_search": {"vector_store_ids": [store]}}', "given(store)")


def test_resources_that_are_not_in_view_are_kept_when_the_program_runs() -> None:
    after = fix_all(HEAD + GIVEN + "\n\n" + ANSWER)
    becomes(HEAD + GIVEN + "\n\n" + ANSWER, after)
    assert "metadata={**(metadata or {}), **kept_resources(given(store))}" in after
    alone = fix_all(HEAD + GIVEN.replace(", metadata=metadata", ""))
    assert "conversations.create(metadata=kept_resources(given(store)))" in alone
    code = alone[alone.index("def kept_resources") : alone.index("\n\n\ndef start")]
    names: dict[str, Any] = {}
    exec(code.replace("client = OpenAI()", ""), names)
    kept = names["kept_resources"]
    assert kept(None) == kept({}) == kept({"file_search": {"vector_store_ids": []}}) == {}
    both = {"code_interpreter": {"file_ids": ["a", "b"]}, "file_search": None}
    assert kept(both) == {"code_interpreter_files": "a,b"}
    with pytest.raises(KeyError):
        kept({"file_search": {"vector_stores": [{"file_ids": ["a"]}]}})


@pytest.mark.parametrize(
    "program",
    [
        START.replace("vector_store_ids", "vector_stores"),
        UPDATE.replace('{"file_search": {"vector_store_ids": stores}}', "stores"),
        GIVEN.replace("given(store), ", "given(store), messages=[{'role': 'user', 'content': 'x', "
                      "'attachments': files}], "),
        START.replace("[store]}}", "[store]}}, messages=[{'role': 'user', 'content': 'x', "
                      "'attachments': files}]"),
        GIVEN.replace("given(store)", "store").replace("(store,", "(store=NOT_GIVEN,"),
    ],
    ids=["new stores", "an update", "files for code, too", "files that nothing reads", "not given"],
)  # fmt: skip
def test_resources_that_nothing_can_keep(program: str) -> None:
    head = HEAD.replace("import OpenAI", "import NOT_GIVEN, OpenAI")
    assert blockers(head + program)


# -- the functions ---------------------------------------------------------------------------------


class Service:
    """What the functions ask of a client."""

    def __init__(self, metadata: dict[str, str] | None = None) -> None:
        self.metadata = metadata
        self.added: list[tuple[str, list[str]]] = []
        self.made = 0
        self.conversations = SimpleNamespace(retrieve=self._retrieve, update=self._update)
        self.vector_stores = SimpleNamespace(
            create=self._create, file_batches=SimpleNamespace(create_and_poll=self._add)
        )

    def _retrieve(self, conversation_id: str) -> Any:
        return SimpleNamespace(id=conversation_id, metadata=self.metadata)

    def _update(self, conversation_id: str, metadata: dict[str, str]) -> Any:
        assert all(isinstance(value, str) for value in metadata.values())
        self.metadata = metadata
        return self._retrieve(conversation_id)

    def _create(self, expires_after: dict[str, Any]) -> Any:
        assert expires_after == {"anchor": "last_active_at", "days": 7}
        self.made += 1
        return SimpleNamespace(id=f"vs_{self.made}")

    def _add(self, vector_store_id: str, file_ids: list[str]) -> None:
        self.added.append((vector_store_id, file_ids))


def functions() -> dict[str, Any]:
    source = fix_all(HEAD + SAY + UPDATE + ANSWER)
    code = source[source.index("def kept_files") : source.index("\n\n\ndef say")]
    names: dict[str, Any] = {}
    exec(
        "from __future__ import annotations\nfrom typing import Any\n"
        + code.replace("client = OpenAI()", ""),
        names,
    )
    return names


SEARCH = {"type": "file_search"}
CODE = {"type": "code_interpreter", "container": {"type": "auto"}}


def test_a_store_is_made_once_and_gets_what_comes_later() -> None:
    names, service = functions(), Service({"user": "ann"})
    bring, reach = names["bring_files"], names["tools_of_conversation"]
    assert bring(service, "conv_1", attachments=None) == "conv_1"
    assert service.metadata == {"user": "ann"}
    assert reach(service, "conv_1", [SEARCH, CODE]) == [CODE]
    for file_id in ("file-1", "file-2"):
        bring(service, "conv_1", attachments=[{"file_id": file_id, "tools": [SEARCH]}])
        assert reach(service, "conv_1", [SEARCH]) == [{**SEARCH, "vector_store_ids": ["vs_1"]}]
    assert service.added == [("vs_1", ["file-1"]), ("vs_1", ["file-2"])]
    assert service.made == 1
    assert (service.metadata or {})["user"] == "ann"


def test_tools_without_search_get_no_stores() -> None:
    names, service = functions(), Service({"vector_store_ids": "vs_1"})
    reach = names["tools_of_conversation"]
    assert reach(service, "conv_1", [CODE], searches=False) == [CODE]
    assert reach(service, "conv_1", [CODE])[1:] == [{**SEARCH, "vector_store_ids": ["vs_1"]}]


def test_files_for_code_stay_and_are_named_once() -> None:
    names, service = functions(), Service()
    for _ in range(2):
        names["bring_files"](service, "conv_1", file_ids=["file-1", "file-2"])
    (tool,) = names["tools_of_conversation"](service, "conv_1", [CODE])
    assert tool["container"] == {"type": "auto", "file_ids": ["file-1", "file-2"]}


def test_stores_of_the_thread_take_what_messages_bring() -> None:
    names, service = functions(), Service()
    names["keep_resources"](service, "conv_1", vector_store_ids=["vs_9"])
    names["bring_files"](service, "conv_1", attachments=[{"file_id": "f", "tools": [SEARCH]}])
    own = {**SEARCH, "vector_store_ids": ["vs_own"]}
    (tool,) = names["tools_of_conversation"](service, "conv_1", [own])
    assert tool["vector_store_ids"] == ["vs_own", "vs_9"]
    assert service.added == [("vs_9", ["f"])]
    names["keep_resources"](service, "conv_1", metadata={"user": "bo"})
    assert service.metadata == {
        "user": "bo",
        "vector_store_ids": "vs_9",
        "file_search_files": "",
    }
