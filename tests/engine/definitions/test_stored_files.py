"""File search of assistants that the program keeps in a file of its own."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI

client = OpenAI()


"""
ADD = """def add(assistant_id, path):
    file = client.files.create(file=open(path, "rb"), purpose="assistants")
    kept = client.beta.assistants.files.create(assistant_id=assistant_id, file_id=file.id)
    return kept.id
"""
UPDATE = """def search(assistant_id):
    client.beta.assistants.update(
        assistant_id,
        tools=[{"type": "file_search"}, {"type": "code_interpreter"}],  # both
    )
"""
KEEP = """def keep(assistant_id, kept):
    for file in client.beta.assistants.files.list(assistant_id):
        if file.id not in kept:
            client.beta.assistants.files.delete(file.id, assistant_id=assistant_id)  # not wanted
    page = client.beta.assistants.files.list(assistant_id, limit=100, order="desc")
    return [file.id for file in page.data]
"""
GIVE = """def give(assistant_id, file_ids):
    client.beta.assistants.update(
        assistant_id,
        name="reader",
        file_ids=file_ids,  # all
    )
"""
CALL = {"type": "code_interpreter", "container": {"type": "auto"}}


def test_a_file_of_an_assistant_that_is_known_by_its_id() -> None:
    after = fix_all(HEAD + ADD)
    becomes(HEAD + ADD, after)
    assert "    kept = add_assistant_file(client, assistant_id, file.id)\n" in after
    assert any(
        "a vector store that is made for the first one" in note for note in notes(HEAD + ADD)
    )


def test_a_file_for_a_search_that_is_left_out_until_then() -> None:
    make = """def make():
    tools = [{"type": "retrieval"}, {"type": "code_interpreter"}]
    return client.beta.assistants.create(model="m", tools=tools).id


"""
    assert any("only go to the code interpreter" in m for _, m in blockers(HEAD + make + ADD))
    only = make.replace(', {"type": "code_interpreter"}', "")
    assert "add_assistant_file(client, assistant_id, file.id)" in fix_all(HEAD + only + ADD)


def test_in_asynchronous_code() -> None:
    source = (HEAD + ADD).replace("OpenAI", "AsyncOpenAI").replace("def add", "async def add")
    after = fix_all(source.replace("= client.", "= await client."))
    assert "    kept = await add_assistant_file_async(client, assistant_id, file.id)\n" in after
    assert "stores.append((await client.vector_stores.create()).id)" in after


def test_files_that_are_listed_and_taken_away() -> None:
    after = fix_all(HEAD + KEEP)
    becomes(HEAD + KEEP, after)
    assert "    for file in assistant_files(client, assistant_id):\n" in after
    assert "remove_assistant_file(client, assistant_id, file.id)  # not wanted\n" in after
    assert "    page = assistant_files(client, assistant_id)\n" in after
    assert "from openai.pagination import SyncCursorPage\n" in after
    assert any("one that it does not have is no error" in note for note in notes(HEAD + KEEP))


def test_files_that_are_listed_in_asynchronous_code() -> None:
    source = (HEAD + KEEP).replace("OpenAI", "AsyncOpenAI").replace("def keep", "async def keep")
    source = source.replace("    for", "    async for", 1).replace("   client.", "   await client.")
    assert any("without being awaited" in text for _, text in blockers(source))
    awaited = source.replace("in client", "in await client").replace(
        "= client.beta", "= await client.beta"
    )
    after = fix_all(awaited)
    assert "async for file in await assistant_files_async(client, assistant_id):\n" in after
    assert "await remove_assistant_file_async(client, assistant_id, file.id)" in after
    assert (
        "async def assistant_files_async(client, assistant_id: str | None) -> AsyncCursorPage[Any]"
        in after
    )
    assert "[file.id async for file in client.vector_stores.files.list(store)]" in after


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("limit=5", "there are no pages of them"),
        ("limit=count", "there are no pages of them"),
        ('after="file-1"', "there are no pages of them"),
        ('order="asc"', "not sorted by their time"),
        ("timeout=9", "do not take its options"),
    ],
)
def test_listings_of_files_that_are_something_else(given: str, reason: str) -> None:
    listed = f"def some(name, count):\n    client.beta.assistants.files.list(name, {given})\n"
    source = f"{HEAD}{ADD}\n\n{listed}"
    assert any(reason in message for _, message in blockers(source))


def test_an_update_keeps_the_stores_that_are_searched() -> None:
    after = fix_all(HEAD + UPDATE)
    becomes(HEAD + UPDATE, after)
    assert (
        """    change_assistant(
        assistant_id,
        tools=beside_search(
            assistant_id, [{"type": "code_interpreter", "container": {"type": "auto"}}]
        ),  # both
    )
"""
        in after
    )


def test_tools_that_have_names() -> None:
    source = """from openai import OpenAI

client = OpenAI()
retrieval = {"type": "retrieval"}
file = client.files.create(file=open("a.txt", "rb"), purpose="assistants")
assistant = client.beta.assistants.create(model="m", tools=[retrieval], file_ids=[file.id])
"""
    after = fix_all(source)
    assert 'tools=[{"type": "file_search", "vector_store_ids": [vector_store.id]}]' in after


# -- the functions ---------------------------------------------------------------------------------


class Service:
    """What the functions ask of a client."""

    def __init__(self) -> None:
        self.stores: list[list[str]] = []
        files = SimpleNamespace(create_and_poll=self._add, list=self._list, delete=self._delete)
        batches = SimpleNamespace(create_and_poll=self._add_all)
        self.files = SimpleNamespace(retrieve=lambda file_id: SimpleNamespace(id=file_id))
        self.vector_stores = SimpleNamespace(create=self._create, files=files, file_batches=batches)

    def _create(self) -> Any:
        self.stores.append([])
        return SimpleNamespace(id=f"vs_{len(self.stores)}")

    def _add(self, file_id: str, *, vector_store_id: str) -> None:
        self.stores[int(vector_store_id[3:]) - 1].append(file_id)

    def _add_all(self, store: str, *, file_ids: list[str]) -> None:
        assert file_ids, "a batch has files"
        self.stores[int(store[3:]) - 1] += file_ids

    def _list(self, store: str) -> list[Any]:
        return [SimpleNamespace(id=file_id) for file_id in self.stores[int(store[3:]) - 1]]

    def _delete(self, file_id: str, *, vector_store_id: str) -> None:
        self.stores[int(vector_store_id[3:]) - 1].remove(file_id)


def run(code: str, path: Path, tools: list[Any] | None) -> tuple[dict[str, Any], Any]:
    """The names of the migrated program, and a function that reads the stored tools."""
    source = fix_all(HEAD + code).replace("client = OpenAI()", "")
    source = "from __future__ import annotations\n" + source.replace(
        "from openai import OpenAI", ""
    )
    page = "from typing import NamedTuple as SyncCursorPage"  # openai is not installed here
    source = source.replace("from openai.pagination import SyncCursorPage", page)
    stored = path / "assistants.json"
    stored.write_text(json.dumps({"asst_1": {"model": "m", "tools": tools}}))
    names: dict[str, Any] = {"__file__": str(path / "program.py")}
    exec(source, names)
    return names, lambda: json.loads(stored.read_text())["asst_1"]["tools"]


@pytest.mark.parametrize("tools", [None, [{"type": "file_search"}]])
def test_all_files_are_in_one_store(tmp_path: Path, tools: list[Any] | None) -> None:
    names, stored = run(ADD, tmp_path, tools)
    service = Service()
    for file_id in ("file-1", "file-2"):
        assert names["add_assistant_file"](service, "asst_1", file_id).id == file_id
    assert service.stores == [["file-1", "file-2"]]
    assert stored() == [{"type": "file_search", "vector_store_ids": ["vs_1"]}]


def test_files_of_the_code_interpreter(tmp_path: Path) -> None:
    names, stored = run(ADD, tmp_path, [CALL])
    service = Service()
    names["add_assistant_file"](service, "asst_1", "file-1")
    assert service.stores == []
    assert stored() == [{**CALL, "container": {"type": "auto", "file_ids": ["file-1"]}}]


def test_what_was_searched_is_searched(tmp_path: Path) -> None:
    search = {"type": "file_search", "vector_store_ids": ["vs_9"]}
    names, stored = run(UPDATE, tmp_path, [search, {"type": "web_search"}])
    names["search"]("asst_1")
    assert stored() == [CALL, search]


def test_files_of_all_tools(tmp_path: Path) -> None:
    box = {"type": "code_interpreter", "container": {"type": "auto", "file_ids": ["file-1"]}}
    search = {"type": "file_search", "vector_store_ids": ["vs_1", "vs_2"]}
    names, stored = run(KEEP, tmp_path, [box, search])
    names["SyncCursorPage"] = Page
    service = names["client"] = Service()
    service.stores = [["file-1", "file-2"], ["file-2", "file-3"]]
    assert names["keep"]("asst_1", ["file-1", "file-3"]) == ["file-1", "file-3"]
    assert service.stores == [["file-1"], ["file-3"]]
    assert names["remove_assistant_file"](service, "asst_1", "file-1").deleted
    assert not names["remove_assistant_file"](service, "asst_1", "file-1").deleted
    assert stored() == [{**box, "container": {"type": "auto", "file_ids": []}}, search]


class Page(list[Any]):
    """A page of files, as openai has it."""

    def __init__(self, data: list[Any], has_more: bool) -> None:
        super().__init__(data)
        self.data, self.has_more = data, has_more


def test_files_that_an_update_gives_are_all_that_the_tools_have(tmp_path: Path) -> None:
    search = {"type": "file_search", "vector_store_ids": ["vs_9"], "max_num_results": 3}
    box = {"type": "code_interpreter", "container": {"type": "auto", "file_ids": ["old"]}}
    names, stored = run(GIVE, tmp_path, [box, search, {"type": "web_search"}])
    service = names["client"] = Service()
    names["give"]("asst_1", ["a", "b"])
    assert stored() == [
        {"type": "code_interpreter", "container": {"type": "auto", "file_ids": ["a", "b"]}},
        {**search, "vector_store_ids": ["vs_1"]},
        {"type": "web_search"},
    ]
    assert service.stores == [["a", "b"]]
    names["give"]("asst_1", [])
    assert stored()[0]["container"]["file_ids"] == []
    assert service.stores == [["a", "b"], []]


def test_files_that_an_update_gives_keep_their_comment_and_are_awaited() -> None:
    after = fix_all(HEAD + GIVE)
    becomes(HEAD + GIVE, after)
    assert "tools=tools_reading(\n            client,\n            assistant_id,\n" in after
    assert "file_ids,  # all\n" in after
    source = (HEAD + GIVE).replace("OpenAI", "AsyncOpenAI").replace("def give", "async def give")
    source = source.replace("    client.beta", "    await client.beta")
    assert "tools=await tools_reading_async(" in fix_all(source)


@pytest.mark.parametrize(
    "make",
    [
        """def make():
    return client.beta.assistants.create(
        model="m", tools=[{"type": "retrieval"}, {"type": "code_interpreter"}]
    ).id


""",
        """def make(call):
    if call:
        return client.beta.assistants.create(model="m", tools=[{"type": "code_interpreter"}]).id
    return client.beta.assistants.create(model="m", tools=[{"type": "file_search"}]).id


""",
    ],
)
def test_files_for_a_search_that_was_left_out_block(make: str) -> None:
    assert "nothing to search in is left out" in str(blockers(HEAD + make + GIVE))


def test_files_and_an_id_that_is_not_named_block() -> None:
    assert blockers(HEAD + GIVE.replace("        assistant_id,", "        find(assistant_id),"))
