"""What a run holds, under names and annotated: its error, its usage, and what it asks for."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI
from openai.types.beta.threads import Run
{imported}

client = OpenAI()


def wait(run: Run, thread_id: str) -> Run:
    return client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)


"""
AFTER = """from openai import OpenAI
from openai.types.responses import {imported}

client = OpenAI()


def wait(run: Response, thread_id: str) -> Response:
    return client.responses.retrieve(run.id)


"""


USAGE = """def cost(usage: Usage) -> int:
    return usage.completion_tokens
"""
ERROR = """def why(error: LastError | None) -> str:
    return error.message if error else ""
"""
CALLS = """def asked(calls: list[RequiredActionFunctionToolCall]) -> dict[str, str]:
    return {c.id: c.function.name for c in calls}
"""
NEW_CALLS = """def asked(calls: list[ResponseFunctionToolCall]) -> dict[str, str]:
    return {c.call_id: c.name for c in calls}
"""
ACTION = """def asked(action: RequiredAction | None) -> list[str]:
    if action is None:
        return []
    return [c.function.name for c in action.submit_tool_outputs.tool_calls]
"""
NEW_ACTION = """def asked(action: list[ResponseFunctionToolCall] | None) -> list[str]:
    if not action:
        return []
    return [c.name for c in action]
"""
CASES = {
    "run import Usage": (
        "ResponseUsage",
        USAGE,
        USAGE.replace(": Usage", ": ResponseUsage").replace("completion", "output"),
    ),
    "run import LastError": ("ResponseError", ERROR, ERROR.replace("LastError", "ResponseError")),
    "required_action_function_tool_call import RequiredActionFunctionToolCall": (
        "ResponseFunctionToolCall",
        CALLS,
        NEW_CALLS,
    ),
    "run import RequiredAction": ("ResponseFunctionToolCall", ACTION, NEW_ACTION),
}


@pytest.mark.parametrize("old", CASES)
def test_from_callers_out_of_view(old: str) -> None:
    new, before, after = CASES[old]
    source = HEAD.format(imported=f"from openai.types.beta.threads.{old}") + before
    becomes(source, AFTER.format(imported=f"Response, {new}") + after)
    assert any("comes from callers out of view: they must give a" in note for note in notes(source))


KEPT = """from openai import OpenAI

client = OpenAI()


def asks(thread_id: str, assistant_id: str) -> bool:
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    action = run.required_action
    if {test}:
        print("asks")
    return {test}
"""


@pytest.mark.parametrize(
    ("test", "branch", "value"),
    [
        ("action is not None", "action", "bool(action)"),
        ("action is None", "not action", "not action"),
        ("action != None", "action", "bool(action)"),
        ("action", "action", "action"),
    ],
)
def test_an_empty_list_is_no_none(test: str, branch: str, value: str) -> None:
    after = fix_all(KEPT.format(test=test))
    assert f"    if {branch}:\n" in after
    assert after.endswith(f"    return {value}\n")


def test_named_where_it_is_tested() -> None:
    source = KEPT.replace("    action = run.required_action\n", "")
    tested = "(action := run.required_action) is not None"
    after = fix_all(
        source.replace("if {test}", f"if {tested}").replace("return {test}", "return 1")
    )
    assert ") is not None" not in after
    assert 'if action := [item for item in response.output if item.type == "function_call"]:' in (
        " ".join(after.split())
    )
    both = source.replace("if {test}", f"if thread_id and {tested}").replace("{test}", "1")
    assert "if thread_id and (" in fix_all(both)


def test_what_may_be_something_else_keeps_its_test() -> None:
    source = KEPT.replace("= run.required_action", "= run.required_action or run.last_error")
    assert "is an empty list where it was `None`" in str(
        blockers(source.format(test="action is None"))
    )
    turned = KEPT.format(test="None is action")
    assert "is an empty list where it was `None`" in str(blockers(turned))


def test_files_of_vector_stores_have_errors_of_their_own() -> None:
    source = """from openai import OpenAI
from openai.types.beta.vector_stores.vector_store_file import LastError

client = OpenAI()


def why(error: LastError) -> str:
    return error.message


thread = client.beta.threads.create()
"""
    assert "ResponseError" not in fix_all(source)
