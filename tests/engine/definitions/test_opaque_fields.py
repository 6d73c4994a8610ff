"""Arguments of stored assistants that are not in view get their form when the program runs."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

DESK = """from openai import OpenAI


class Desk:
    def __init__(self):
        self.client = OpenAI()

    def hire(self, **fields):
        return self.client.beta.assistants.create(**fields)

    def train(self, assistant_id, fields):
        return self.client.beta.assistants.update(assistant_id, **fields)

    def staff(self, **arguments):
        return self.client.beta.assistants.list(**arguments)
"""
FUNCTION = {"type": "function", "function": {"name": "f", "parameters": {}}}
FLAT = {"type": "function", "name": "f", "parameters": {}, "strict": False}
SEARCH = {"type": "file_search", "vector_store_ids": ["vs_1"], "max_num_results": 3}


def _function(name: str) -> Any:
    """A function that the fix wrote."""
    source = fix_all(DESK)
    code = source[source.index("def load_assistants") : source.index("\n\n\nclass Desk")]
    names: dict[str, Any] = {}
    exec("from typing import Any\nfrom types import SimpleNamespace\n" + code, names)
    return names[name]


def test_fields_are_shaped_on_the_way_into_the_file() -> None:
    after = fix_all(DESK)
    assert "return store_assistant(**assistant_fields(fields))" in after
    assert '**assistant_fields(fields, definition_of(assistant_id).get("tools"))' in after
    assert "return assistants_page(**arguments)" in after
    assert "beta" not in after
    assert any("`assistant_fields`" in note for note in notes(DESK))


@pytest.mark.parametrize(
    ("given", "before", "fields"),
    [
        ({"name": "a", "model": "m"}, None, {"name": "a", "model": "m"}),
        ({"tools": [FUNCTION]}, None, {"tools": [FLAT]}),
        ({"tools": None}, [FLAT], {"tools": []}),
        (
            {"tools": [{"type": "file_search"}]},
            [SEARCH],
            {"tools": [{"type": "file_search", "vector_store_ids": ["vs_1"]}]},
        ),
        (
            {"tool_resources": {"file_search": {"vector_store_ids": ["vs_2"]}}},
            [FLAT, SEARCH],
            {"tools": [FLAT, {**SEARCH, "vector_store_ids": ["vs_2"]}]},
        ),
        (
            {
                "tools": [{"type": "code_interpreter"}],
                "tool_resources": {"code_interpreter": {"file_ids": ["f"]}},
            },
            None,
            {
                "tools": [
                    {
                        "type": "code_interpreter",
                        "container": {"type": "auto", "file_ids": ["f"]},
                    }
                ]
            },
        ),
        (
            {"response_format": "auto", "reasoning_effort": "low"},
            None,
            {"text": {"format": {"type": "text"}}, "reasoning": {"effort": "low"}},
        ),
    ],
)
def test_the_function_knows_the_old_fields(given: Any, before: Any, fields: Any) -> None:
    assert _function("assistant_fields")(given, before) == fields


def test_the_given_fields_stay_as_they_are() -> None:
    given = {"tools": [FUNCTION], "response_format": "auto"}
    _function("assistant_fields")(given)
    assert given == {"tools": [FUNCTION], "response_format": "auto"}


def test_other_fields_stand_beside_them() -> None:
    source = DESK.replace("create(**fields)", 'create(model="gpt-4o", **fields)')
    after = fix_all(source)
    assert 'return store_assistant(model="gpt-4o", **assistant_fields(fields))' in after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("create(**fields)", "create(tools=[], **fields)"),
        ("(self, **fields)", "(self, name=NOT_GIVEN, **fields)"),
        ("        self.client = OpenAI()\n", "        self.fields = {'file_ids': []}\n"),
        ("        self.client = OpenAI()\n", "        self.fields = dict(file_ids=[])\n"),
        ("        self.client = OpenAI()\n", "        self.fields['file_ids'] = []\n"),
    ],
    ids=["tools apart", "not given", "of the first version", "named", "put in"],
)
def test_what_depends_on_each_other_is_not_taken_apart(old: str, new: str) -> None:
    source = DESK.replace(old, new).replace("import OpenAI", "import NOT_GIVEN, OpenAI")
    source = source.replace(
        "        self.fields", "        self.client = OpenAI()\n        self.fields"
    )
    assert blockers(source)


@pytest.mark.parametrize(
    "more",
    [
        "files = {'code_interpreter': {'file_ids': ['f']}}",
        "files = {}\nfiles['code_interpreter'] = {'file_ids': ['f']}",
        "files = dict(code_interpreter={'file_ids': ['f']})",
        "files['code_interpreter']['file_ids'] = ['f']",
        "client.vector_stores.file_batches.create('vs', file_ids=['f'])",
    ],
)
def test_files_of_tools_are_none_of_the_first_version(more: str) -> None:
    assert "**assistant_fields(fields)" in fix_all(f"{DESK}\n\n{more}\n")


def test_positional_arguments_that_are_unpacked_are_no_fields() -> None:
    source = DESK.replace("update(assistant_id, **fields)", "update(*fields)")
    assert blockers(source)


def test_what_reads_all_pages_gets_them_all() -> None:
    loop = """
    def names(self, **arguments):
        return [one.name for one in self.client.beta.assistants.list(**arguments)]
"""
    assert blockers(DESK + loop)


HIRING = """from openai import OpenAI

client = OpenAI()


def hire(name, tools=None, tool_resources=None):
    made = client.beta.assistants.create(
        name=name, model="gpt-4o", tools=tools, tool_resources=tool_resources
    )
    return made.id


def train(assistant_id, tools, resources):
    client.beta.assistants.update(assistant_id, tools=tools, tool_resources=resources)
"""


def test_tools_and_resources_that_are_not_in_view() -> None:
    after = fix_all(HIRING)
    becomes(HIRING, after)
    assert '**assistant_fields({"tools": tools, "tool_resources": tool_resources}),\n' in after
    assert (
        """    change_assistant(
        assistant_id,
        **assistant_fields(
            {"tools": tools, "tool_resources": resources},
            definition_of(assistant_id).get("tools"),
        ),
    )
"""
        in after
    )


@pytest.mark.parametrize(
    "odd",
    [
        HIRING.replace("train(assistant_id, tools,", "train(assistant_id, tools=None,").replace(
            "resources):", "resources=None):"
        ),
        HIRING.replace("tools=tools,", "tools=made_of(tools),"),
        HIRING.replace("tools=tools, ", ""),
    ],
)
def test_resources_whose_tools_are_not_certain(odd: str) -> None:
    assert any(
        "not given in place" in message or "which tools" in message for _, message in blockers(odd)
    )


LATE = """from openai import OpenAI

client = OpenAI()


def hire(name, tools=None, store=None):
    resources = {"file_search": {"vector_store_ids": [store]}} if store else None
    return client.beta.assistants.create(
        name=name, model="gpt-4o", tools=made_of(tools), tool_resources=resources or None
    ).id


def equip(assistant_id, file):
    files = {"file_ids": [file.id]}
    client.beta.assistants.update(assistant_id, tool_resources={"code_interpreter": files})
"""


def test_resources_may_be_any_expression_and_come_without_tools() -> None:
    after = fix_all(LATE)
    becomes(LATE, after)
    given = '{"tools": made_of(tools), "tool_resources": resources or None}'
    assert f"**assistant_fields({given}),\n" in after.replace("\n            {", "{").replace(
        "}\n        )", "})"
    )
    assert '"tool_resources": {"code_interpreter": files}' in after


def test_a_file_for_code_gives_no_assistant_a_tool_that_it_has_not() -> None:
    shape = _function("assistant_fields")
    files = {"tool_resources": {"code_interpreter": {"file_ids": ["f"]}}}
    assert shape(files, [SEARCH]) == {"tools": [SEARCH]}
    box = {"type": "code_interpreter", "container": {"type": "auto", "file_ids": []}}
    assert shape(files, [box])["tools"][0]["container"]["file_ids"] == ["f"]


def test_search_in_nothing_is_left_out_and_its_settings_are_not() -> None:
    shape = _function("assistant_fields")
    assert shape({"tools": [{"type": "file_search"}, FUNCTION]}) == {"tools": [FLAT]}
    found = shape({"tools": [{"type": "file_search", "file_search": {"max_num_results": 3}}]})
    assert found == {"tools": [{**SEARCH, "vector_store_ids": []}]}


def test_a_call_that_never_worked_fails_as_before() -> None:
    code = (
        HIRING
        + """

def found(name):
    try:
        return client.beta.assistants.retrieve(name=name).id
    except Exception:
        return hire(name)
"""
    )
    after = fix_all(code)
    becomes(code, after)
    assert "        return stored_assistant(name=name).id\n" in after
    assert any("fails as before" in note for note in notes(code))
