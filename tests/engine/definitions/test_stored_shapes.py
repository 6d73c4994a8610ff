"""Stored assistants in the shape of before: dumps, resources of tools, tools out of view."""

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
DUMP = """def described(assistant_id):
    return client.beta.assistants.retrieve(assistant_id).to_dict()


def text(assistant_id):
    kept = client.beta.assistants.retrieve(assistant_id)
    return kept.model_dump_json(indent=2)  # for the page
"""
STORES = """def searched(assistant_id):
    assistant = client.beta.assistants.retrieve(assistant_id)
    resources = assistant.tool_resources
    if resources and resources.file_search:
        return resources.file_search.vector_store_ids
    return assistant.tool_resources.code_interpreter.file_ids
"""
CHANGE = """def change(assistant_id, tools):
    return client.beta.assistants.update(assistant_id, tools=tools, name="n").id
"""
TOOLS = [
    {"type": "file_search", "vector_store_ids": ["vs_1"], "max_num_results": 3},
    {"type": "code_interpreter", "container": {"type": "auto", "file_ids": ["file-1"]}},
    {"type": "function", "name": "add", "parameters": {}, "strict": False},
]
OLD = [
    {"type": "file_search", "file_search": {"max_num_results": 3}},
    {"type": "code_interpreter"},
    {"type": "function", "function": {"name": "add", "parameters": {}, "strict": False}},
]


class Model(SimpleNamespace):
    """Stands for `openai.BaseModel`."""

    @classmethod
    def construct(cls, **fields: Any) -> Model:
        return cls(**fields)

    def to_dict(self, **_: Any) -> Any:
        return plain(self)


def plain(value: Any) -> Any:
    """What a model has; fields that the service leaves out are None."""
    if not isinstance(value, Model):
        return value
    return {k: plain(v) for k, v in vars(value).items() if v is not None}


def run(code: str, path: Path, record: dict[str, Any]) -> dict[str, Any]:
    """The names of the migrated program, beside a file with one assistant."""
    source = fix_all(HEAD + code).replace("client = OpenAI()", "")
    for imported in ("BaseModel, OpenAI", "OpenAI"):
        source = source.replace(f"from openai import {imported}", "")
    (path / "assistants.json").write_text(json.dumps({"asst_1": record}))
    names: dict[str, Any] = {"__file__": str(path / "program.py"), "BaseModel": Model}
    source = "from __future__ import annotations\n" + source
    exec(source, names)
    return names


def test_dumps_have_the_keys_of_before(tmp_path: Path) -> None:
    becomes(HEAD + DUMP, fix_all(HEAD + DUMP))
    assert "return json.dumps(assistant_dump(kept), indent=2)  # for the page" in fix_all(
        HEAD + DUMP
    )
    assert any("their `created_at`" in note for note in notes(HEAD + DUMP))
    schema = {"name": "answer", "schema": {"type": "object"}, "strict": True}
    record = {
        "model": "m",
        "tools": TOOLS,
        "text": {"format": {"type": "json_schema", **schema}},
        "reasoning": {"effort": "low"},
    }
    names = run(DUMP, tmp_path, record)
    dump = names["described"]("asst_1")
    assert json.loads(names["text"]("asst_1")) == dump
    assert dump == {
        "id": "asst_1",
        "object": "assistant",
        "name": None,
        "description": None,
        "instructions": None,
        "metadata": {},
        "created_at": 0,
        "model": "m",
        "temperature": None,
        "top_p": None,
        "tools": OLD,
        "tool_resources": {
            "file_search": {"vector_store_ids": ["vs_1"]},
            "code_interpreter": {"file_ids": ["file-1"]},
        },
        "response_format": {"type": "json_schema", "json_schema": schema},
        "reasoning_effort": "low",
    }


@pytest.mark.parametrize(
    ("text", "response_format"),
    [
        (None, "auto"),
        ({"format": {"type": "text"}}, "auto"),
        ({"format": {"type": "json_object"}}, {"type": "json_object"}),
    ],
)
def test_response_formats_of_dumps(tmp_path: Path, text: Any, response_format: Any) -> None:
    names = run(DUMP, tmp_path, {"model": "m", "text": text})
    dump = names["described"]("asst_1")
    assert (dump["response_format"], dump["tools"]) == (response_format, [])


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (
            "name = client.beta.assistants.retrieve(input()).to_dict(use_api_names=False)\n",
            "`to_dict` of an assistant is not kept in the program's own file",
        ),
    ],
)
def test_dumps_of_what_is_not_kept(more: str, reason: str) -> None:
    make = 'def make():\n    return client.beta.assistants.create(model="m").id\n'
    assert any(reason in message for _, message in blockers(f"{HEAD}{make}\n\n{DUMP}\n\n{more}"))


def test_resources_of_tools(tmp_path: Path) -> None:
    after = fix_all(HEAD + STORES)
    becomes(HEAD + STORES, after)
    assert "    resources = tool_resources(assistant)\n" in after
    assert "    return tool_resources(assistant).code_interpreter.file_ids\n" in after
    assert run(STORES, tmp_path, {"tools": TOOLS})["searched"]("asst_1") == ["vs_1"]
    assert run(STORES, tmp_path, {"model": "m"})["searched"]("asst_1") == []


TESTED = """def first(assistant_id):
    assistant = client.beta.assistants.retrieve(assistant_id)
    if assistant.tool_resources and assistant.tool_resources.file_search:
        return assistant.tool_resources.file_search.vector_store_ids[0]
    return None
"""


@pytest.mark.parametrize(("record", "first"), [({"model": "m"}, None), ({"tools": TOOLS}, "vs_1")])
def test_resources_of_a_tool_that_is_not_there_are_none_where_that_is_tested(
    tmp_path: Path, record: dict[str, Any], first: str | None
) -> None:
    becomes(HEAD + TESTED, fix_all(HEAD + TESTED))
    assert run(TESTED, tmp_path, record)["first"]("asst_1") == first


def test_tools_that_are_not_in_view_keep_files_and_stores(tmp_path: Path) -> None:
    after = fix_all(HEAD + CHANGE)
    becomes(HEAD + CHANGE, after)
    assert "tools=with_resources(assistant_id, response_tools(tools))" in after
    names = run(CHANGE, tmp_path, {"tools": TOOLS})
    assert names["change"]("asst_1", [*OLD, {"type": "web_search"}]) == "asst_1"
    stored = json.loads((tmp_path / "assistants.json").read_text())["asst_1"]
    assert stored == {"tools": [*TOOLS, {"type": "web_search"}], "name": "n"}
    (tmp_path / "assistants.json").write_text('{"asst_1": {}}')
    names["change"]("asst_1", OLD[:2])
    kept = json.loads((tmp_path / "assistants.json").read_text())["asst_1"]["tools"]
    assert [tool["type"] for tool in kept] == ["code_interpreter"]


def test_stores_of_a_function_that_another_place_cannot_name() -> None:
    source = (
        HEAD
        + """def make():
    store = client.beta.vector_stores.create()
    found = {"file_search": {"vector_store_ids": [store.id]}}
    tools = [{"type": "file_search"}]
    return client.beta.assistants.create(model="m", tools=tools, tool_resources=found).id


client.beta.assistants.update(make(), tools=[{"type": "file_search"}])
"""
    )
    assert any("give the id a name first" in message for _, message in blockers(source))
    after = fix_all(
        source.replace("update(make()", "update(known").replace(
            "client.beta.assistants.update", "known = make()\nclient.beta.assistants.update"
        )
    )
    assert "change_assistant(known, tools=beside_search(known, []))" in after


def test_a_search_that_only_an_update_out_of_view_may_fill() -> None:
    make = """def make():
    tools = [{"type": "file_search"}]
    return client.beta.assistants.create(model="m", tools=tools).id


def change(assistant_id, **fields):
    return client.beta.assistants.update(assistant_id, **fields).id


def give(assistant_id, store, name=None):
    fields = {}
    if store:
        fields["tool_resources"] = {"file_search": {"vector_store_ids": [store]}}
    if name:
        fields["tools"] = [{"type": "file_search"}]
    return client.beta.assistants.update(assistant_id, **fields).id
"""
    after = fix_all(HEAD + make)
    becomes(HEAD + make, after)
    assert 'return store_assistant(model="m", tools=[]).id\n' in after
    run = "\n\ndef run(**given):\n    client.beta.threads.runs.create(**given)\n"
    assert any("ids of vector stores in the tool" in m for _, m in blockers(HEAD + make + run))


BRINGING = """def start(store):
    found = {"file_search": {"vector_store_ids": [store]}}
    return client.beta.threads.create(tool_resources=found).id


def ask(thread_id, assistant_id):
    return client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    ).status
"""


@pytest.mark.parametrize(
    ("settings", "more"),
    [
        (', "file_search": {"max_num_results": 5}', ""),
        ("", "def change(name, **given):\n    client.beta.assistants.update(name, **given)\n"),
    ],
    ids=["settings of its own", "tools that may change"],
)
def test_a_search_that_what_a_conversation_brings_would_not_bring_back(
    settings: str, more: str
) -> None:
    make = """def make():
    tools = [{"type": "file_search"}]
    return client.beta.assistants.create(model="m", tools=tools).id
"""
    program = f"{HEAD}{make}\n\n{BRINGING}"
    assert "beta" not in fix_all(program)
    source = program.replace('"file_search"}', f'"file_search"{settings}}}', 1) + f"\n\n{more}"
    assert any("ids of vector stores in the tool" in message for _, message in blockers(source))


def test_settings_of_a_search_that_an_update_would_not_bring_back() -> None:
    source = f"""{HEAD}def make():
    tools = [{{"type": "file_search", "file_search": {{"max_num_results": 5}}}}]
    return client.beta.assistants.create(model="m", tools=tools).id


def give(name, store):
    found = {{"file_search": {{"vector_store_ids": [store]}}}}
    client.beta.assistants.update(name, tool_resources=found)
"""
    assert any("ids of vector stores in the tool" in message for _, message in blockers(source))


@pytest.mark.parametrize(
    "use",
    [
        "return assistant.tool_resources",
        "return assistant.tool_resources.model_dump()",
        "found = assistant.tool_resources\n    return found",
        "found = assistant.tool_resources or {}\n    return found",
        "return assistant.tool_resources if name else None",
        "send(assistant.tool_resources.file_search)",
    ],
)
def test_resources_that_go_out_of_view(use: str) -> None:
    make = 'def make():\n    return client.beta.assistants.create(model="m").id\n'
    give = f"def give(name):\n    assistant = client.beta.assistants.retrieve(name)\n    {use}\n"
    after = fix_all(f"{HEAD}{make}\n\n{give}")
    becomes(f"{HEAD}{make}\n\n{give}", after)
    assert "BaseModel.construct(vector_store_ids=stores)" in after


CHANGES = [
    "assistant.tool_resources.file_search.vector_store_ids.append(store)",
    "assistant.tool_resources.file_search = store",
    "assistant.tool_resources.file_search.vector_store_ids[0] = store",
    "found = assistant.tool_resources\n    found.file_search = store",
    "found = assistant.tool_resources.file_search\n    found.vector_store_ids.append(store)",
    "found = assistant.tool_resources.file_search.vector_store_ids\n    found.append(store)",
    "extend(assistant.tool_resources.file_search.vector_store_ids)",
]


@pytest.mark.parametrize("change", CHANGES)
def test_resources_that_change_where_they_are_read(change: str) -> None:
    make = 'def make():\n    return client.beta.assistants.create(model="m").id\n'
    give = f"""def give(name, store):
    assistant = client.beta.assistants.retrieve(name)
    {change}
    print(assistant.tool_resources.file_search.vector_store_ids)
"""
    found = blockers(f"{HEAD}{make}\n\n{give}")
    assert any("are made when they are read" in message for _, message in found)
