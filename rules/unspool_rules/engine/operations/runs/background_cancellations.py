"""Where a response in the background is cancelled otherwise than its run was.

One that is finished stays as it is when it is cancelled, where a run raised an error.
Source: the OpenAI API reference on background mode.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.flow.callers import FUNCTIONS, all_calls
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.operations.runs.cancelled_waits import is_spinning, wait_while_at_work
from unspool_rules.engine.operations.runs.last_responses import is_kept, lost
from unspool_rules.engine.operations.runs.late_cancellations import UNDER_WAY
from unspool_rules.engine.operations.runs.passed_ids import is_passed_on
from unspool_rules.engine.operations.tool_calls.rounds import run_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.actiontests import mentions_action
from unspool_rules.engine.tool_calls.calls import strings
from unspool_rules.engine.tool_calls.made_with import creators_of
from unspool_rules.engine.tool_calls.told_apart import states_of, with_status
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Variable

_ACTS = (
    "a response that asks for function calls is finished and cannot be cancelled: its calls are "
    "owed outputs before the conversation goes on"
)
_FIRST = (
    "outputs make another response: this cancels the one before, unless it is the variable that "
    "the function goes on with"
)
OWED = (
    "a response that asks for function calls is completed, and cancelling it changes nothing: "
    "where it is given up then, its calls are owed outputs before the conversation goes on"
)
_SPINS = (
    "a response that is finished when it is cancelled stays `completed`, so this would wait for "
    "ever: leave the loop in that state, too"
)

_AGAIN = (
    "a response that asks for function calls stays as it is when it is cancelled, so this loop "
    "would come here for ever: leave it behind the cancellation"
)


def why_not(work: Work, site: Site) -> str | None:
    """Why a call cannot cancel a response in the background; None where it can."""
    if _is_for_calls(work, site):
        return _ACTS
    run_id = site.arguments.get("run_id")
    if not (_is_newest(work, run_id) or is_passed_on(work, run_id) or _is_kept(work, run_id)):
        _keep_last(work, run_id)
        return _FIRST
    for loop in work.tree.of(ast.While):
        if is_spinning(work, loop) and not wait_while_at_work(work, site, loop):
            return _SPINS
    return _AGAIN if any(_comes_again(work, site, loop) for loop in _loops(work, site)) else None


def _is_kept(work: Work, run_id: ast.expr | None) -> bool:
    return run_id is not None and is_kept(work, run_id)


def _keep_last(work: Work, run_id: ast.expr | None) -> None:
    """Let the program keep the last response of this run, if it is one of those made here."""
    makers = set(creators_of(work.facts, run_id)) if run_id is not None else set()
    for site in work.facts.sites:
        handed = site.arguments.get("run_id") if site.operation in SUBMITS else None
        if handed is not None and not makers.isdisjoint(creators_of(work.facts, handed)):
            lost(work, site)


def _loops(work: Work, site: Site) -> list[ast.stmt]:
    """The loops that may come to a cancellation again, in a file that tells calls apart."""
    submits = any(s.operation in SUBMITS for s in work.facts.sites)
    if not (submits or states_of(work.tree)) or not may_follow(work.tree, site.func, site.func):
        return []
    function = work.tree.function(site.func)
    return [
        above
        for above in work.tree.ancestors(site.func)
        if isinstance(above, (ast.For, ast.AsyncFor, ast.While))
        and work.tree.function(above) is function
    ]


def _comes_again(work: Work, site: Site, loop: ast.stmt) -> bool:
    """Whether calls may be pending in a loop, and none of its rounds with this one answers them."""
    if isinstance(loop, ast.While) and _is_under_way(work, loop.test):
        return False
    start = work.tree.span(site.func).start
    for node in ast.walk(loop):
        if isinstance(node, ast.If) and _answers(work, node.test):
            inside = any(site.func in ast.walk(s) for s in node.body)
            before = work.tree.span(node).start < start and not inside
            if before or may_follow(work.tree, site.func, node.test, rounds=False):
                return False
        elif isinstance(node, ast.Call) and _answers(work, node):
            before = work.tree.span(node).start < start
            if before or may_follow(work.tree, site.func, node, rounds=False):
                return False
    return True


def _is_under_way(work: Work, test: ast.expr) -> bool:
    """``run.status in ("queued", "in_progress")``."""
    if isinstance(test, ast.BoolOp):
        found = [_is_under_way(work, value) for value in test.values]
        return any(found) if isinstance(test.op, ast.And) else all(found)
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], (ast.Eq, ast.In)):
        return False
    names = strings(work, test.comparators[0])
    return with_status(test.left) is not None and bool(names) and (names or set()) <= UNDER_WAY


def _answers(work: Work, node: ast.expr) -> bool:
    """A test for calls, what hands in outputs, or a call of a function that does either."""
    if isinstance(node, ast.Call):
        known = work.facts.by_call.get(node)
        functions = [t.node for t in work.infer.of(node.func) if isinstance(t, UserFunction)]
        handing = {work.tree.function(s.func) for s in work.facts.sites if s.operation in SUBMITS}
        return (known is not None and known.operation in SUBMITS) or any(
            function in handing or mentions_action(function) for function in functions
        )
    return mentions_action(node)


def _is_for_calls(work: Work, site: Site) -> bool:
    """Whether a run is only cancelled where it waits for outputs of functions."""
    child: ast.AST = site.func
    for above in work.tree.ancestors(site.func):
        if isinstance(above, ast.If) and child in above.body and mentions_action(above.test):
            return not any(
                isinstance(n, ast.Constant) and n.value in ("queued", "in_progress")
                for n in ast.walk(above.test)
            )
        if isinstance(above, ast.match_case) and mentions_action(above.pattern):
            return True
        child = above
    return False


def _is_newest(work: Work, run_id: ast.expr | None) -> bool:
    """Whether it is the run that outputs are handed in for, where any are.

    A function of the file that does this is given the run, and gives the new response back.
    """
    submits = [s for s in work.facts.sites if s.operation in SUBMITS]
    if not submits:
        return True
    held = run_id.value if isinstance(run_id, ast.Attribute) and run_id.attr == "id" else None
    variable = work.variable_of(held) if held is not None else None
    if held is None or variable is None or variable.of_module:
        return False
    here = work.tree.function(held)
    return all(
        "run_id" in submit.arguments
        and (
            run_of(work, submit, submit.arguments["run_id"]) == variable
            if work.tree.function(submit.func) is here
            else _is_given(work, variable, here, work.tree.function(submit.func))
        )
        for submit in submits
    )


def _is_given(work: Work, run: Variable, here: ast.AST | None, function: ast.AST | None) -> bool:
    """Whether all calls of a function stand in another one, and get its run."""
    calls = all_calls(work, function) if isinstance(function, FUNCTIONS) else []
    return bool(calls) and all(
        work.tree.function(call) is here
        and any(work.variable_of(v) == run for v in (*call.args, *(k.value for k in call.keywords)))
        for call in calls
    )
