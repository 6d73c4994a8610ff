"""A run's status that is kept or handed on: it says when calls are to be answered, too.

So does the time at which a run was completed: there was none before its calls were answered.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.flow.callers import FUNCTIONS
from unspool_rules.engine.operations.runs.polls import is_finished
from unspool_rules.engine.operations.tool_calls.rounds import creators
from unspool_rules.engine.streaming.stream_events import is_shown
from unspool_rules.engine.tool_calls.asked_items import asking
from unspool_rules.engine.tool_calls.calls import may_wait
from unspool_rules.engine.tool_calls.told_apart import ACTION, is_told_apart, keep, with_status
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out

_ASKED = "asked_before"
"""The function that `said_before` writes beside outputs that are handed in."""
_ACTION = f'"{ACTION}"'
_ITEMS = ("function_call", "function_call_output")


def keep_status(work: Work, node: ast.expr, *, as_text: bool) -> bool:
    """Plan ``run.status`` as a value that still names the state of a run that waits for outputs.

    A response that asks for calls is `completed`: a comparison further on would take it for one
    that is done.

    Returns:
        Whether the place needs that.
    """
    held = with_status(node)
    apart = is_told_apart(work) or (held is not None and _is_of_others(work, held))
    waits = may_wait(work, node) if work.plan.acts else apart
    if held is None or not waits or is_shown(work.facts, node) or _is_raised(work, node):
        return False
    if _is_fetched(work, held):
        _apart(work, node, held)
        return True
    keep(work, node)
    argument = isinstance(work.tree.parents.get(node), (ast.Call, ast.keyword))

    def write(r: Rendering) -> Code:
        base = r.operand(held)
        status = f"str({base}.status)" if as_text else f"{base}.status"
        if argument:
            return asking(work, base, f'"{ACTION}" if ', f" else {status}")
        return _state(work, base, status)

    work.propose(node, write)
    return True


def keep_time(work: Work, node: ast.Attribute) -> None:
    """Plan ``run.completed_at`` as None while calls are to be answered, as it was of a run."""
    if not may_wait(work, node) or is_shown(work.facts, node):
        return
    if _is_fetched(work, node.value):
        _apart(work, node, node.value)
        return
    alone = isinstance(work.tree.parents.get(node), (ast.Assign, ast.Return, ast.Call, ast.keyword))

    def write(r: Rendering) -> Code:
        base = r.operand(node.value)
        head, tail = ("", "") if alone else ("(", ")")
        return asking(work, base, f"{head}None if ", f" else {base}.completed_at{tail}")

    work.propose(node, write)


def _state(work: Work, base: str, status: str, head: str = "", waiting: str = _ACTION) -> Code:
    asks = asking(work, base)
    parts = (Item(waiting), Item(asks, "if "), Item(status, "else "))
    return Brackets(head, parts, commas=False)


def _apart(work: Work, node: ast.expr, held: ast.expr) -> None:
    """``return client.responses.retrieve(id).status``: the response gets a name of its own."""
    statement = work.tree.statement(node)
    if not (
        isinstance(statement, (ast.Assign, ast.Return))
        and statement.value is node
        and work.alone(statement)
        and statement not in work.plan.rewritten
    ):
        work.block(node, "a response has no status `requires_action`: test for its calls")
        return
    timed = isinstance(node, ast.Attribute) and node.attr == "completed_at"
    wanted = "latest" if work.facts.lost else "response"
    if not timed:
        keep(work, node)

    def lines(r: Rendering) -> list[str]:
        name, source = r.fresh(wanted, statement), r.code(held)
        head = "return "
        if isinstance(statement, ast.Assign):
            head = "".join(f"{r.text(target)} = " for target in statement.targets)
        state = (
            _state(work, name, f"{name}.completed_at", head, "None")
            if timed
            else _state(work, name, f"str({name}.status)", head)
        )
        made = (
            replace(source, head=f"{name} = {source.head}")
            if isinstance(source, Brackets)
            else f"{name} = {source}"
        )
        width = r.limit - len(r.tree.indent(statement))
        written = [lay_out(code, indent="", column=0, limit=width) for code in (made, state)]
        comments = r.comments_within(r.lines_span(statement), [])
        return [*comments, *(line for text in written for line in text.split("\n"))]

    work.plan.rewritten[statement] = lines


def _is_fetched(work: Work, base: ast.expr) -> bool:
    """Whether the run is fetched for this, and has no name here."""
    call = base.value if isinstance(base, ast.Await) else base
    if not isinstance(call, ast.Call):
        return False
    site = work.facts.by_call.get(call)
    run_id = site.arguments.get("run_id") if site is not None else None
    return not (isinstance(run_id, ast.Attribute) and is_finished(work, run_id))


def _is_of_others(work: Work, held: ast.expr) -> bool:
    """Whether a run is fetched for callers, and another function hands in outputs of its calls."""
    ids = [s.arguments.get("run_id") for s in work.facts.origins(held) if s.operation in POLLS]
    return (
        bool(ids)
        and not any(run_id is None or creators(work, run_id) for run_id in ids)
        and (any(site.operation in SUBMITS for site in work.facts.sites) or _is_done(work))
    )


def _is_done(work: Work) -> bool:
    """Whether what hands in outputs is migrated already."""
    made = any(getattr(node, "name", "") == _ASKED for node in work.tree.of(*FUNCTIONS))
    return made or any(getattr(n, "value", "") in _ITEMS for n in work.tree.of(ast.Constant))


def _is_raised(work: Work, node: ast.expr) -> bool:
    """Whether a value only goes into an exception."""
    call = work.tree.parents.get(node)
    return isinstance(call, ast.Call) and isinstance(work.tree.parents.get(call), ast.Raise)
