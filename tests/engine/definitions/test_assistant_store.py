"""Assistants whose ids live on: the program keeps them in a file of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all, look

HEAD = """from openai import OpenAI

client = OpenAI()
"""
IMPORTS = """import json
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from openai import OpenAI

ASSISTANTS = Path(__file__).with_name("assistants.json")
"""
LOAD = '''

def load_assistants() -> dict[str, Any]:
    """The stored assistants, by their ids."""
    if not ASSISTANTS.exists():
        return {}
    return json.loads(ASSISTANTS.read_text(encoding="utf-8"))
'''
SAVE = """

def save_assistants(stored: dict[str, Any]) -> None:
    new = ASSISTANTS.with_suffix(".new")
    new.write_text(json.dumps(stored, indent=2), encoding="utf-8")
    new.replace(ASSISTANTS)
"""
DEFINITION = '''

def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of a stored assistant."""
    stored = load_assistants()[str(assistant_id)]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}
'''
STORED = """

def stored_assistant(assistant_id: str | None) -> SimpleNamespace:
    unset = {"name": None, "description": None, "instructions": None, "metadata": {}}
    stored = load_assistants()[str(assistant_id)]
    return SimpleNamespace(**{**unset, "created_at": 0, **stored, "id": assistant_id})
"""
STORE = '''

def store_assistant(**fields: Any) -> SimpleNamespace:
    """Stores a new assistant under an id of its own."""
    assistant_id = f"asst_{uuid4().hex}"
    fields["created_at"] = int(time.time())
    save_assistants({**load_assistants(), assistant_id: fields})
    return stored_assistant(assistant_id)
'''
BEFORE = (
    HEAD
    + """

def assistant_id(known=None):
    if known:
        return known
    assistant = client.beta.assistants.create(
        name="Tutor",  # for people
        instructions="Teach.",
        model="gpt-4o",
        tools=[{"type": "code_interpreter"}],
        metadata={"of": "me"},
    )
    print(assistant.id, assistant.name)
    return assistant.id


def ask(thread_id, known=None):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id(known)
    )
    return run.id
"""
)
AFTER = (
    IMPORTS
    + LOAD
    + SAVE
    + DEFINITION
    + STORED
    + STORE
    + """

client = OpenAI()


def assistant_id(known=None):
    if known:
        return known
    assistant = store_assistant(
        name="Tutor",  # for people
        instructions="Teach.",
        model="gpt-4o",
        tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],
        metadata={"of": "me"},
    )
    print(assistant.id, assistant.name)
    return assistant.id


def ask(thread_id, known=None):
    response = client.responses.create(
        **definition_of(assistant_id(known)),
        conversation=thread_id,
    )
    return response.id
"""
)


def test_program() -> None:
    becomes(BEFORE, AFTER)
    assert [note for note in notes(BEFORE) if "keeps its assistants in `assistants.json`" in note]
    assert not look(BEFORE).fixes(unsafe=False)


def test_what_stays_in_view_is_a_definition() -> None:
    source = BEFORE.replace("    if known:\n        return known\n", "")
    source = source.replace("    print(assistant.id, assistant.name)\n", "")
    assert "partial(" in fix_all(source)
    assert "assistants.json" not in fix_all(source)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'client.beta.assistants.update(known, instructions="x", tools=[])',
            'change_assistant(known, instructions="x", tools=[])',
        ),
        (
            """client.beta.assistants.update(
    known, tool_resources={"file_search": {"vector_store_ids": ["vs_1"]}}
)""",
            'change_assistant(known, tools=search_in(known, ["vs_1"]))',
        ),
        ("client.beta.assistants.delete(known).deleted", "remove_assistant(known).deleted"),
        ("client.beta.assistants.delete(assistant_id=known)", "remove_assistant(known)"),
        ("client.beta.assistants.retrieve(known).name", "stored_assistant(known).name"),
        ("client.beta.assistants.list().data", "stored_assistants()[:20]"),
        (
            'client.beta.assistants.list(order="asc", limit="50").data[0].id',
            'stored_assistants(order="asc")[:50][0].id',
        ),
        (
            "[a.id for a in client.beta.assistants.list(limit=5) if a.name == known]",
            "[a.id for a in stored_assistants() if a.name == known]",
        ),
    ],
)
def test_one_call(before: str, after: str) -> None:
    done = fix_all(f"{HEAD}known = input()\nvalue = {before}\nprint(value)\n")
    assert f"known = input()\nvalue = {after}\nprint(value)\n" in done
    assert not look(done).findings


def test_a_dictionary_of_both_ways() -> None:
    source = f"""{HEAD}

def make(known, store_id):
    settings = {{
        "name": "Tutor",
        "model": "gpt-4o",
        "tools": [{{"type": "file_search"}}],
        "tool_resources": {{"file_search": {{"vector_store_ids": [store_id]}}}},  # docs
    }}
    if known:
        return client.beta.assistants.update(known, **settings).id
    return client.beta.assistants.create(**settings).id
"""
    assert fix_all(source).endswith(
        """    settings = {
        "name": "Tutor",
        "model": "gpt-4o",
        "tools": [{"type": "file_search", "vector_store_ids": [store_id]}],
        # docs
    }
    if known:
        return change_assistant(known, **settings).id
    return store_assistant(**settings).id
"""
    )


def test_annotations() -> None:
    source = """from openai import OpenAI
from openai.types.beta import Assistant, AssistantDeleted


class Assistants:
    def __init__(self, client: OpenAI) -> None:
        self.client = client

    def get(self, assistant_id: str) -> Assistant:
        return self.client.beta.assistants.retrieve(assistant_id)

    def all(self) -> list[Assistant]:
        return list(self.client.beta.assistants.list())

    def remove(self, assistant: Assistant) -> AssistantDeleted:
        return self.client.beta.assistants.delete(assistant.id)
"""
    done = fix_all(source)
    assert "def get(self, assistant_id: str) -> SimpleNamespace:" in done
    assert "def all(self) -> list[SimpleNamespace]:" in done
    assert "def remove(self, assistant: SimpleNamespace) -> SimpleNamespace:" in done
    assert not look(done).findings


def test_a_missing_assistant_is_caught_as_before() -> None:
    source = """import openai

client = openai.OpenAI()
try:
    print(client.beta.assistants.retrieve(input()).name)
except openai.APIError:
    print("none")
"""
    assert "except (openai.APIError, KeyError):" in fix_all(source)


@pytest.mark.parametrize(
    ("use", "reason"),
    [
        ("assistant.copy()", "has no `copy`"),
    ],
)
def test_what_the_file_does_not_keep(use: str, reason: str) -> None:
    source = f"{HEAD}assistant = client.beta.assistants.retrieve(input())\nvalue = {use}\n"
    assert any(reason in message for _, message in blockers(source))


def test_a_blocked_creation_holds_back_what_takes_its_ids() -> None:
    source = BEFORE.replace('model="gpt-4o",', "**dict(known),")
    assert fix_all(source) == source


def test_what_cannot_take_the_new_ids_holds_back_who_makes_them() -> None:
    source = BEFORE + "\n\ndef show(known):\n"
    source += "    print(client.beta.assistants.retrieve(known).object)\n"
    assert fix_all(source) == source


@pytest.mark.parametrize(
    "given",
    [
        "instructions=text or NOT_GIVEN",
        "instructions=openai.omit if text else text",
        "tools=tools",
        "metadata=kept",
    ],
)
def test_what_may_not_be_given_is_nothing_to_store(given: str) -> None:
    source = f"""import openai
from openai import NOT_GIVEN, OpenAI

client = OpenAI()


def make(text, tools=NOT_GIVEN):
    kept = {{"of": text}} if text else NOT_GIVEN
    assistant = client.beta.assistants.create(model="gpt-4o", {given})
    print(assistant.id)
    return client.beta.assistants.update(assistant.id, name=text).id
"""
    assert fix_all(source) == source
    assert any("may be `NOT_GIVEN`" in message for _, message in blockers(source))


@pytest.mark.parametrize("given", ["order=order", "limit=limit", "after=after", "before=after"])
def test_a_page_that_is_asked_for_by_what_may_not_be_set(given: str) -> None:
    source = f"""{HEAD}

def some(order=None, limit=None, after=None):
    return [one.id for one in client.beta.assistants.list({given}).data]
"""
    assert f"for one in assistants_page({given})]" in fix_all(source)
    every = source.replace(".data", "")
    if given.startswith("before"):
        assert any("how many assistants" in message for _, message in blockers(every))
    else:  # all pages are read
        asked = "" if given.startswith("limit") else f"{given}, "
        assert f"assistants_page({asked}limit=len(load_assistants()))" in fix_all(every)


def test_pages_before_and_after(tmp_path: Path) -> None:
    source = (
        HEAD + "\n\ndef some(after):\n    return client.beta.assistants.list(after=after).data\n"
    )
    source = fix_all(source).replace("client = OpenAI()", "")
    names: dict[str, Any] = {"__file__": str(tmp_path / "program.py")}
    exec(
        "from __future__ import annotations\n" + source.replace("from openai import OpenAI", ""),
        names,
    )
    stored = {f"asst_{number}": {"model": "m"} for number in range(30)}
    (tmp_path / "assistants.json").write_text(json.dumps(stored))

    def page(**asked: Any) -> list[int]:
        return [int(one.id[5:]) for one in names["assistants_page"](**asked)]

    assert page() == list(range(29, 9, -1))
    assert page(after="asst_10", limit="5") == [9, 8, 7, 6, 5]
    assert page(before="asst_10", limit=5) == [15, 14, 13, 12, 11]
    assert page(before="asst_28", order=None) == [29]
    assert page(after="asst_27", order="asc") == [28, 29]


def test_all_pages() -> None:
    source = HEAD + "\n\ndef each():\n    yield from client.beta.assistants.list()\n"
    source += "\n\nevery = [*client.beta.assistants.list(), None]\n"
    assert "yield from stored_assistants()\n" in fix_all(source)
    assert "every = [*stored_assistants(), None]" in fix_all(source)
    handed = HEAD + "\n\ndef some():\n    return client.beta.assistants.list()\n"
    assert any("the first one only" in note for note in notes(handed))


@pytest.mark.parametrize(
    "handler",
    [
        """    try:
        client.beta.assistants.delete(known)
    except openai.APIStatusError as error:
        if error.status_code != 404:
            raise
""",
        """    try:
        return get(known).name
    except openai.NotFoundError:
        return None


def get(known):
    return client.beta.assistants.retrieve(known)
""",
    ],
)
def test_handlers_that_would_miss_a_missing_assistant(handler: str) -> None:
    source = f"import openai\n\nclient = openai.OpenAI()\n\n\ndef gone(known):\n{handler}"
    source += "\n\nprint([one.id for one in client.beta.assistants.list()])\n"
    assert fix_all(source) == source
    assert any("is a `KeyError`" in message for _, message in blockers(source))


def test_another_file_of_that_name() -> None:
    source = BEFORE.replace("    print(", '    open("data/assistants.json")\n    print(')
    assert fix_all(source) == source
    read = HEAD + 'client.beta.threads.runs.create("t", assistant_id=input())\n'
    assert fix_all(read) != read
    read += 'open("assistants.json")\n'
    assert any("of its own" in message for _, message in blockers(read))


def test_other_things_with_the_names_of_functions() -> None:
    taken = "def store_assistant():\n    pass\n\n\nASSISTANTS = 1\n"
    done = fix_all(BEFORE.replace("client = OpenAI()\n", f"client = OpenAI()\n\n\n{taken}"))
    assert "assistant = store_assistant_2(" in done
    more = done + '\n\nclient.beta.assistants.delete("asst_1")\n'
    again = fix_all(more)
    assert "ASSISTANTS_2 = Path(" in again
    assert "ASSISTANTS.exists()" not in again
    assert "ASSISTANTS.with_suffix" not in again


def test_the_functions_work(tmp_path: Path) -> None:
    source = """from openai import OpenAI

client = OpenAI()


def life(known):
    made = client.beta.assistants.create(model="m", name="A")
    client.beta.assistants.update(made.id, instructions="x")
    client.beta.assistants.update(known, tool_resources={"file_search": {"vector_store_ids": []}})
    print(client.beta.assistants.retrieve(made.id).name)
    print([one.id for one in client.beta.assistants.list()])
    client.beta.threads.runs.create("t", assistant_id=known)
    return client.beta.assistants.delete(made.id).id
"""
    done = fix_all(source)
    code = done[: done.index("client = ")].replace("from openai import OpenAI\n", "")
    names: dict[str, Any] = {"__file__": str(tmp_path / "program.py")}
    exec(code, names)
    file = tmp_path / "assistants.json"
    made = names["store_assistant"](model="m", name="A", temperature=None)
    other = names["store_assistant"](model="n", tools=[{"type": "code_interpreter"}])
    assert json.loads(file.read_text()).keys() == {made.id, other.id}
    assert (made.name, made.instructions, other.name) == ("A", None, None)
    assert names["change_assistant"](made.id, instructions="x").instructions == "x"
    assert names["definition_of"](made.id) == {"model": "m", "instructions": "x"}
    assert [one.id for one in names["stored_assistants"]()] == [other.id, made.id]
    search = {"type": "file_search", "vector_store_ids": ["vs_1"]}
    names["change_assistant"](other.id, tools=names["search_in"](other.id, ["vs_0"]))
    tools = names["search_in"](other.id, ["vs_1"])
    assert tools == [{"type": "code_interpreter"}, search]
    assert names["remove_assistant"](made.id).deleted
    with pytest.raises(KeyError):
        names["stored_assistant"](made.id)
    assert [path.name for path in tmp_path.iterdir()] == ["assistants.json"]
