"""Cancellations by an id that nobody knows before the run is finished.

A run that is finished could not be cancelled, and neither can a response that is: both are errors.
Sources: the OpenAI API reference on cancelling runs; openai 3.54.0
``openai/resources/responses/responses.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS, STARTS, SUBMITS, WAITS
from unspool_rules.engine.operations.runs.shown_runs import hides_runs
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.tool_calls.calls import strings
from unspool_rules.engine.tool_calls.made_with import MAKES
from unspool_rules.engine.tool_calls.told_apart import states_of
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.last_rounds import nearest_loop
from unspool_rules.engine.waiting.run_states import ENDS
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.names import last_name

NOTE = (
    "a response is finished by the time that its id is known: cancelling it is an error, as it was "
    "for a finished run"
)
UNDER_WAY = frozenset({"queued", "in_progress", "cancelling"})


def comes_late(work: Work, site: Site) -> bool:
    """Whether no run of the file can still be at work, or wait, where others know its id."""
    run_id = site.arguments.get("run_id")
    makers = [s for s in work.facts.sites if s.operation in MAKES]
    here = work.tree.function(site.func)
    if run_id is None or not makers or work.foundry(site):
        return False
    return all(
        work.tree.function(maker.func) is not here and _is_known_late(work, maker)
        for maker in makers
    )


def is_never_due(work: Work, site: Site) -> bool:
    """Whether it is only made for a run that is asked for first, and has not ended then.

    What a call that waits made in another function is finished when it is asked for.
    """
    run_id = site.arguments.get("run_id")
    makers = [s for s in work.facts.sites if s.operation in MAKES]
    if run_id is None or work.foundry(site) or makes_responses(work):
        return False
    here = work.tree.function(site.func)
    if any(work.tree.function(maker.func) is here for maker in makers):
        return False
    if any(streams(maker) for maker in makers) and not hides_runs(work):
        return False
    child: ast.AST = site.func
    for above in work.tree.ancestors(site.func):
        if isinstance(above, ast.If) and child in above.body:
            if _is_under_way(work, above.test) and _says_of(work, above.test, run_id):
                return True
        child = above
    return False


def makes_responses(work: Work) -> bool:
    """``responses.create``: a run that was made here is a response already."""
    return any(
        node.attr == "create"
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "responses"
        for node in work.tree.of(ast.Attribute)
    )


def _is_under_way(work: Work, test: ast.expr) -> bool:
    """``run.status in ("queued", "in_progress")``, or ``run.status != "completed"``."""
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return False
    names = strings(work, test.comparators[0]) or set()
    if isinstance(test.ops[0], (ast.Eq, ast.In)):
        return bool(names) and names <= UNDER_WAY
    told = isinstance(test.ops[0], (ast.NotEq, ast.NotIn)) and "completed" in names
    return told and (not states_of(work.tree) or _is_tried(work, test))


def _is_tried(work: Work, node: ast.expr) -> bool:
    """Whether an error here is caught: a response that asked for calls is not cancelled either."""
    return any(
        isinstance(above, ast.Try)
        and any(node in ast.walk(inner) for inner in above.body)
        and any(h.type is None or last_name(h.type) == "Exception" for h in above.handlers)
        for above in work.tree.ancestors(node)
    )


def is_over(work: Work, site: Site) -> bool:
    """Whether a run is cancelled where its state says that it has ended: an error, then as now."""
    run_id = site.arguments.get("run_id")
    child: ast.AST = site.func
    for above in work.tree.ancestors(site.func):
        if isinstance(above, ast.If) and child in above.body and run_id is not None:
            test = above.test
            if _is_end(work, test, (ast.Eq, ast.In)) and _says_of(work, test, run_id):
                return True
        child = above
    return False


def _says_of(work: Work, test: ast.expr, run_id: ast.expr) -> bool:
    """Whether a test reads the state of a run that is asked for, or known, by an id."""
    state = work.literal_of(test.left) if isinstance(test, ast.Compare) else None
    run = state.value if isinstance(state, ast.Attribute) else None
    if run is None:
        return False
    wanted = ast.dump(run_id)
    asked = [s.arguments.get("run_id") for s in work.facts.origins(run)]
    return wanted == ast.dump(ast.Attribute(run, "id", ast.Load())) or (
        bool(asked) and all(a is not None and ast.dump(a) == wanted for a in asked)
    )


def _is_known_late(work: Work, maker: Site) -> bool:
    """Whether the id of a run leaves its function behind the loop that waits for its end only."""
    if streams(maker):
        return hides_runs(work)
    if maker.operation in WAITS:
        return not states_of(work.tree) and not any(
            s.operation in SUBMITS for s in work.facts.sites
        )
    name = work.binding_name(maker)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if maker.operation not in STARTS or maker.call is None or maker.unpacked:
        return False
    if variable is None or variable.of_module:
        return False
    function = work.tree.function(maker.func)
    loops = [
        loop
        for poll in work.facts.sites
        if poll.operation in POLLS and work.tree.function(poll.func) is function
        if (loop := nearest_loop(work, poll.func)) is not None
    ]
    if not loops or not all(_ends_finished(work, loop) for loop in loops):
        return False
    end = max(work.tree.span(loop).end for loop in loops)
    return all(_stays(work, use, end) for use in work.facts.scopes.reads(variable))


def _ends_finished(work: Work, loop: ast.stmt) -> bool:
    """Whether a loop that waits for a run is only left when nothing follows for the run."""
    if not isinstance(loop, ast.While) or loop.orelse:
        return False
    left = [jump for inner in loop.body for jump in pauses.jumps(inner)]
    left += [n for n in ast.walk(loop) if isinstance(n, ast.Return)]
    if not pauses.is_true(loop.test) and not _is_end(work, loop.test, (ast.NotEq, ast.NotIn)):
        return False
    return all(
        isinstance(jump, ast.Continue)
        or any(
            isinstance(above, ast.If) and _is_end(work, above.test, (ast.Eq, ast.In))
            for above in work.tree.ancestors(jump)
        )
        for jump in left
    )


def _is_end(work: Work, test: ast.expr, operators: tuple[type[ast.cmpop], ...]) -> bool:
    """``run.status == "completed"``, or one of the other states that a run ends in."""
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], operators):
        return False
    left = test.left
    names = strings(work, test.comparators[0])
    is_state = isinstance(left, ast.Attribute) and left.attr == "status"
    return is_state and len(test.ops) == 1 and bool(names) and (names or set()) <= ENDS


def _stays(work: Work, use: ast.expr, end: int) -> bool:
    """Whether a use of a run tells nobody its id, or does so behind the loop."""
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.Attribute) and parent.attr != "id":
        return True
    if work.tree.span(use).start > end or pauses.speaks(work.tree.statement(use)):
        return True
    held = parent if isinstance(parent, ast.Attribute) else use
    above = work.tree.parents.get(held)
    call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else above
    if not isinstance(call, ast.Call) or call.func is held:
        return False
    return call in work.facts.by_call or _hands_in(work, call)


def _hands_in(work: Work, call: ast.Call) -> bool:
    """Whether a function of the file that asks for the run, or answers its calls, gets it."""
    functions = [t.node for t in work.infer.of(call.func) if isinstance(t, UserFunction)]
    known = {
        work.tree.function(s.func) for s in work.facts.sites if s.operation in (*POLLS, *SUBMITS)
    }
    return bool(functions) and all(function in known for function in functions)


__all__ = ["NOTE", "UNDER_WAY", "comes_late", "is_never_due", "is_over", "makes_responses"]
