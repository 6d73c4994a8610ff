"""Objects in a dictionary that is returned to callers whom nobody sees."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

SERVICE = """from openai import OpenAI

client = OpenAI()


def ask(thread_id: str, assistant_id: str) -> dict:
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    if run.status != "completed":
        return {"run": run}
    return {"run": run, "messages": messages.data, "first": [{"page": messages}]}
"""


def test_they_get_the_new_objects_as_when_these_are_returned_bare() -> None:
    after = fix_all(SERVICE)
    assert "beta" not in after
    assert 'return {"run": response}' in after
    assert 'return {"run": response, "messages": messages, "first": [{"page": messages}]}' in after
    assert any("now get a response instead of a run" in note for note in notes(SERVICE))
    assert any("now get items instead of messages" in note for note in notes(SERVICE))
    assert any("now get a list of items instead of a page" in note for note in notes(SERVICE))


def test_they_are_told_of_what_they_get_only() -> None:
    source = SERVICE.replace(', "messages": messages.data, "first": [{"page": messages}]', "")
    assert any("now get a response instead of a run" in note for note in notes(source))
    assert not any("items instead of" in note for note in notes(source))


@pytest.mark.parametrize(
    "reader",
    [
        'print(ask("t", "a")["messages"][0].content[0].text.value)',
        "TOOLS = [ask]",
        'def call(module):\n    return getattr(module, "ask")',
        "def call(module):\n    return module.ask()",
    ],
)
def test_what_code_in_view_reads_is_not_followed(reader: str) -> None:
    assert "kept where its readers are not known" in str(blockers(f"{SERVICE}\n\n{reader}\n"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('return {"run": run}', 'kept = {"run": run}\n        use(kept)\n        return kept'),
        ('return {"run": run}', "return {run: 1}"),
        ("-> dict", "-> dict[str, SyncCursorPage]"),
    ],
    ids=["named", "key", "declared"],
)
def test_other_ways_are_none_that_are_known(old: str, new: str) -> None:
    head = "from openai.pagination import SyncCursorPage\n"
    assert blockers(head + SERVICE.replace(old, new))


def test_calls_are_read_in_the_old_way() -> None:
    asked = "run.required_action.submit_tool_outputs.tool_calls"
    source = SERVICE.replace('return {"run": run}', f'return {{"calls": {asked}}}')
    assert not blockers(source)
    assert 'return {"calls": calls_of(' in fix_all(source)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("def ask(", "def __call__("),
        ("def ask(", "def first(f):\n    return lambda: f()['run']\n\n\n@first\ndef ask("),
        ("-> dict", "-> dict[str, Run]"),
    ],
    ids=["special", "wrapped", "declared"],
)
def test_what_wraps_a_function_or_calls_it_unnamed_is_a_reader(old: str, new: str) -> None:
    head = "from openai.types.beta.threads import Run\n"
    source = head + SERVICE.replace(old, new)
    assert "run = client.beta.threads.runs.create_and_poll(" in fix_all(source)
    assert "kept where its readers are not known" in str(blockers(source))


HISTORY = """from openai import OpenAI

client = OpenAI()


@app.get("/history")
def history(thread_id: str):
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    found = []
    for message in messages.data:
        found.append({"role": message.role, "content": message.content})
    found.reverse()
    result = {"messages": found if found else None}
    result["count"] = len(found)
    return result
"""


def test_parts_in_a_list_that_is_filled_and_given_are_told_of() -> None:
    assert not blockers(HISTORY)
    assert '"content": message.content}' in fix_all(HISTORY)
    assert any("now get parts of items" in note for note in notes(HISTORY))


@pytest.mark.parametrize(
    "value",
    [
        '[{"content": m.content} for m in messages.data]',
        '{"newest": messages.data[0].content}',
        '{"parts": [m.content[0] for m in messages.data], "error": None}',
    ],
)
def test_parts_in_what_is_written_in_place(value: str) -> None:
    start = HISTORY.index("    found = []")
    source = f"{HISTORY[:start]}    return {value}\n"
    assert not blockers(source)
    assert any("now get parts of items" in note for note in notes(source))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("found.reverse()", 'print(found[0]["content"][0].text.value)'),
        ("found.reverse()", "show(found)"),
        ("found.reverse()", "app.state.found = found"),
        ("found.reverse()", "for one in found:\n        print(one)"),
        ("found.reverse()", "other = found"),
        ("found.reverse()", "found = sorted(found)"),
        ("found.reverse()", "last = found.pop()"),
        ("found.reverse()", "peek = lambda: found"),
        ('result["count"]', 'result["messages"][0]'),
        ("    found = []", "    global found\n    found = []"),
        ("    return result", "    yield result"),
    ],
)
def test_parts_that_are_read_or_kept_before_are_not_followed(old: str, new: str) -> None:
    assert "readers are not known" in str(blockers(HISTORY.replace(old, new)))
