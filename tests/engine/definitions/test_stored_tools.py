"""Tools of stored assistants that are read, and when assistants were made."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.engine.checks import becomes, blockers
from tests.engine.definitions.test_stored_shapes import HEAD, OLD, TOOLS
from tests.rules.fixing import fix_all

READ = """def named(assistant_id):
    assistant = client.beta.assistants.retrieve(assistant_id)
    print(f"made at {assistant.created_at}")
    print(f"{[tool.type for tool in assistant.tools]} {assistant.tools[:1]}")
    for number, tool in enumerate(assistant.tools):
        print(number, tool.type)
    if not assistant.tools:
        return len(assistant.tools)
    return [tool.function.name for tool in assistant.tools if tool.type == "function"]


def described(assistant_id):
    assistant = client.beta.assistants.retrieve(assistant_id)
    return {"id": assistant.id, "made": assistant.created_at, "tools": assistant.tools}
"""


class Model(SimpleNamespace):
    """Stands for `openai.BaseModel`."""

    @classmethod
    def construct(cls, **fields: Any) -> Model:
        return cls(**fields)


def plain(value: Any) -> Any:
    """What a model has; fields that the service leaves out are None."""
    if not isinstance(value, Model):
        return value
    return {k: plain(v) for k, v in vars(value).items() if v is not None}


def names(path: Path, code: str, record: dict[str, Any]) -> dict[str, Any]:
    source = fix_all(HEAD + code).replace("client = OpenAI()", "")
    (path / "assistants.json").write_text(json.dumps({"asst_1": record}))
    source = source.replace("from openai import BaseModel, OpenAI", "")
    source = source.replace("from openai import OpenAI", "")
    found: dict[str, Any] = {"__file__": str(path / "program.py"), "BaseModel": Model}
    exec("from __future__ import annotations\n" + source, found)
    return found


def test_tools_are_read_as_before(tmp_path: Path) -> None:
    becomes(HEAD + READ, fix_all(HEAD + READ))
    found = names(tmp_path, READ, {"model": "m", "tools": TOOLS})
    assert found["named"]("asst_1") == ["add"]
    shown = found["described"]("asst_1")
    assert [plain(tool) for tool in shown["tools"]] == OLD
    assert shown["made"] == 0


def test_fields_of_tools_that_are_not_given(tmp_path: Path) -> None:
    code = """def described(assistant_id):
    assistant = client.beta.assistants.retrieve(assistant_id)
    for tool in assistant.tools:
        if tool.type == "function":
            print(tool.function.description, tool.function.parameters)
        elif tool.file_search and tool.file_search.ranking_options:
            print(tool.file_search.ranking_options.score_threshold)
            print(tool.file_search.ranking_options.ranker, tool.file_search.max_num_results)
    return {"id": assistant.id, "tools": assistant.tools}
"""
    search = {"type": "file_search", "ranking_options": {"score_threshold": 0.5}}
    tools = [search, {"type": "file_search"}, {"type": "function", "name": "add"}]
    found = names(tmp_path, code, {"model": "m", "tools": tools})["described"]("asst_1")["tools"]
    first, second, third = found
    assert first.file_search.ranking_options.score_threshold == 0.5
    assert first.file_search.ranking_options.ranker is None
    assert second.file_search.ranking_options is None
    assert third.function.description is third.function.parameters is None


def test_no_tools(tmp_path: Path) -> None:
    assert names(tmp_path, READ, {"model": "m"})["named"]("asst_1") == 0


@pytest.mark.parametrize(
    "use",
    [
        "assistant.tools.append({})",
        'client.beta.assistants.create(model="m", tools=assistant.tools)',
        "show(tools=assistant.tools)",
        "[tool for tool in assistant.tools]",
        "print(assistant.tools[0].type)",
    ],
)
def test_tools_that_may_go_to_a_call(use: str) -> None:
    code = f"{HEAD}assistant = client.beta.assistants.retrieve(input())\nfound = {use}\n"
    code += 'made = client.beta.assistants.create(model="m").id\nprint(made.lower())\n'
    assert any("dictionaries now" in message for _, message in blockers(code))


def test_an_assistant_knows_when_it_was_made(tmp_path: Path) -> None:
    code = """def make():
    assistant = client.beta.assistants.create(model="m")
    return assistant.id


def made(assistant_id):
    return client.beta.assistants.retrieve(assistant_id).created_at
"""
    after = fix_all(HEAD + code)
    becomes(HEAD + code, after)
    found = names(tmp_path, code, {"model": "m"})
    assert (found["made"](found["make"]()) > 0, found["made"]("asst_1")) == (True, 0)


@pytest.mark.parametrize(
    "call",
    [
        'client.beta.assistants.create(model="m", tools=tools).id',
        "client.beta.assistants.update(one, tools=tools).id",
        "client.beta.assistants.create(**tools).id",
    ],
)
def test_tools_that_are_kept_beside_a_call_that_takes_any(call: str) -> None:
    code = f"""{HEAD}

def copied(one, tools):
    return {call}


assistant = client.beta.assistants.retrieve(input())
print(copied(one=assistant.id, tools=assistant.tools))
"""
    assert blockers(code)
    assert fix_all(code) == code
