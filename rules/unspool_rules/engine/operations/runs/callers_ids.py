"""Those who keep the id of a run that goes on under another id: callers, sessions, requests.

``def step(run_id)`` fetches the run, and hands in outputs: the response that takes these has an id
of its own, and who asks again by the first one gets the calls again.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.flow.callers import FUNCTIONS, Function, all_calls
from unspool_rules.engine.operations.runs.holders import holder_of
from unspool_rules.engine.tool_calls.stale_reads import fetched_by
from unspool_rules.engine.uses.shown import SPEAKERS
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import parameter_for
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.names import last_name

_KEPT = "callers out of view have the id of the first response, and this one has another: return it"
STAYS = "`{}` still has the id of the first response, and this one has another: put it there"
_LOOPS = (ast.While, ast.For, ast.AsyncFor)
_WITH_ID = frozenset({"id", "model_dump", "model_dump_json", "to_dict", "to_json", "dict", "json"})
"""What has the id of a response, or is it."""
_TYPED = frozenset({"argv", "environ", "getenv", "input"})
"""Where a person says the id, who is told of the new one in the same way."""


_SESSIONS = frozenset({"session", "session_state"})
"""What Flask, Starlette and Streamlit keep for a user between two requests."""


def kept_first_id(
    work: Work, place: ast.expr, run_id: ast.expr, names: list[Variable | None]
) -> str | None:
    """Why who has a run's first id would never hear of the response that goes on.

    Args:
        place: the call that gives the new response.
        run_id: the id of the run, or what holds the run, as it is there.
        names: what takes the new response, or its id.
    """
    known = _known_elsewhere(work, place, run_id)
    if known is None or _goes_round(work, place):
        return None
    kept = known if isinstance(known, ast.expr) else None
    end = work.tree.span(work.tree.statement(place)).end
    uses = [u for name in names if name is not None for u in work.facts.scopes.reads(name)]
    told: list[ast.expr] = [place, *(u for u in uses if work.tree.span(u).start > end)]
    if kept is None or not _is_own(work, kept):
        if any(_is_told(work, use, set()) for use in told):
            return None
    elif any(_is_put(work, use) for use in told):
        return None
    return STAYS.format(ast.unparse(kept)) if kept is not None else _KEPT


# -- where the id comes from -----------------------------------------------------------------------


def _known_elsewhere(work: Work, place: ast.expr, run_id: ast.expr) -> ast.expr | Function | None:
    """What has an id where its function ends, if anything has: a place, or callers."""
    function = work.tree.function(place)
    seen: set[Variable] = set()
    waiting: list[ast.expr] = [holder_of(run_id)]
    while waiting:
        node = waiting.pop()
        value = node.value if isinstance(node, ast.Await) else node
        site = work.facts.by_call.get(value) if isinstance(value, ast.Call) else None
        if site is not None:
            again = site.arguments.get("run_id")
            if site.operation in POLLS and again is not None:
                waiting.append(holder_of(again))
            continue
        if isinstance(value, ast.Call):
            waiting += map(holder_of, fetched_by(work.facts, value))
        variable = work.variable_of(node)
        if variable is None:
            if _is_kept(work, node) and not _is_set_in(work, node, function):
                return node
            continue
        if variable in seen or variable.scope is not work.facts.scopes.scope_of(place):
            continue
        seen.add(variable)
        for binding in work.facts.scopes.bindings(variable):
            if binding.how is How.PARAMETER:
                if isinstance(function, FUNCTIONS) and not all_calls(work, function):
                    return function
            elif binding.how is How.ASSIGN and binding.value is not None:
                if not binding.path:
                    waiting.append(holder_of(binding.value))
                elif work.variable_of(binding.value) is None:  # `thread_id, run_id = runs[user]`
                    waiting.append(binding.value)
    return None


def _variable(work: Work, parameter: ast.arg) -> Variable | None:
    return work.facts.scopes.lookup(parameter.arg, work.facts.scopes.scope_of(parameter))


def _is_kept(work: Work, node: ast.expr) -> bool:
    """``self.run_id``, ``session["run_id"]``, ``request.args.get("run_id")``."""
    if not isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        return False
    names = {last_name(n) for n in ast.walk(node) if isinstance(n, (ast.Attribute, ast.Name))}
    if names & _TYPED:
        return False
    if not isinstance(node, ast.Call) or _is_own(work, node):
        return True
    # a function of the file that makes the run gives another one each time
    known = any(isinstance(t, UserFunction) for t in work.infer.of(node.func))
    return not known and not work.facts.origins(node)


def _is_set_in(work: Work, node: ast.expr, function: ast.AST | None) -> bool:
    """Whether the function itself, each time, sets what has the id."""
    known = ast.unparse(node)
    return any(
        work.tree.function(statement) is function
        and any(ast.unparse(target) == known for target in statement.targets)
        for statement in work.tree.of(ast.Assign)
        if isinstance(statement, ast.Assign) and function is not None
    )


def _is_own(work: Work, node: ast.expr) -> bool:
    """``RUNS[user]``, ``self.runs.get(user)``: the program itself looks there again."""
    parts = [n for n in ast.walk(node) if isinstance(n, (ast.Attribute, ast.Name))]
    if not isinstance(node, ast.Call) and not _SESSIONS.isdisjoint(map(last_name, parts)):
        return True
    if not any(isinstance(inner, (ast.Subscript, ast.Call)) for inner in ast.walk(node)):
        return False
    root: ast.expr = node
    while isinstance(root, (ast.Attribute, ast.Subscript, ast.Call)):
        if isinstance(root, ast.Call) and last_name(root.func) != "get":
            return False
        root = root.func if isinstance(root, ast.Call) else root.value
    variable = work.variable_of(root)
    if variable is None or not variable.of_module:
        return isinstance(root, ast.Name) and root.id == "self"
    made = [binding.value for binding in work.facts.scopes.bindings(variable)]
    return bool(made) and all(isinstance(value, ast.Dict) or _is_dict(value) for value in made)


def _is_dict(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Call) and last_name(value.func) in ("dict", "defaultdict")


# -- where the new response goes -------------------------------------------------------------------


def _goes_round(work: Work, place: ast.AST) -> bool:
    """Whether a loop that waits for the run goes on with the new response."""
    function = work.tree.function(place)
    leaves: set[ast.stmt] = set()
    child = place
    for above in work.tree.ancestors(place):
        if isinstance(child, ast.stmt):
            for _, block in ast.iter_fields(above):
                if isinstance(block, list) and child in block:
                    behind = block[block.index(child) + 1 :]
                    leaves.update(s for s in behind if isinstance(s, (ast.Return, ast.Break)))
        if isinstance(above, _LOOPS) and work.tree.function(above) is function:
            if isinstance(above, ast.While) or _polls(work, above):
                return not leaves
            leaves = {s for s in leaves if isinstance(s, ast.Return)}
        child = above
    return False


def _polls(work: Work, loop: ast.AST) -> bool:
    inside = {id(node) for node in ast.walk(loop)}
    return any(s.operation in POLLS and id(s.func) in inside for s in work.facts.sites)


def _is_put(work: Work, node: ast.expr) -> bool:
    """Whether a response, or its id, is put into something: ``RUNS[user] = run.id``."""
    for above in work.tree.ancestors(node):
        if isinstance(above, (ast.Assign, ast.AnnAssign)):
            targets = above.targets if isinstance(above, ast.Assign) else [above.target]
            return not all(isinstance(target, ast.Name) for target in targets)
        if isinstance(above, ast.stmt):
            call = above.value if isinstance(above, ast.Expr) else None
            return isinstance(call, ast.Call) and last_name(call.func) in ("update", "setdefault")
    return False


def _is_told(work: Work, node: ast.expr, seen: set[ast.AST]) -> bool:
    """Whether a response, or its id, is given to somebody, or kept for later."""
    tree = work.tree
    parent = tree.parents.get(node)
    child: ast.AST = node
    if isinstance(parent, ast.Attribute):
        if parent.attr not in _WITH_ID:
            return False
        call = tree.parents.get(parent)
        child = call if isinstance(call, ast.Call) and call.func is parent else parent
    for above in tree.ancestors(child):
        if isinstance(above, ast.Call) and child is not above.func:
            if above in work.facts.by_call or last_name(above.func) in SPEAKERS:
                return False
            known = [t for t in work.infer.of(above.func) if isinstance(t, UserFunction)]
            if known:
                value = child.value if isinstance(child, ast.keyword) else child
                return any(_hands_on(work, t, value, above, seen) for t in known)
        elif isinstance(above, (ast.Attribute, ast.Compare, ast.BoolOp)):
            return False
        elif isinstance(above, (ast.Return, ast.Yield, ast.YieldFrom)):
            return True
        elif isinstance(above, (ast.Assign, ast.AnnAssign)):
            targets = above.targets if isinstance(above, ast.Assign) else [above.target]
            return child is not node or not all(isinstance(t, ast.Name) for t in targets)
        elif isinstance(above, ast.stmt):
            return isinstance(above, ast.Expr) and isinstance(child, ast.Call) and child is not node
        child = above
    return False


def _hands_on(
    work: Work, known: UserFunction, value: ast.AST, call: ast.Call, seen: set[ast.AST]
) -> bool:
    """Whether a function of the file tells somebody of what it is given."""
    function = known.node
    if not isinstance(function, FUNCTIONS) or not isinstance(value, ast.expr):
        return True
    if function in seen:
        return False
    seen.add(function)
    parameter = parameter_for(function, value, call, known.bound)
    if parameter is None:
        return True
    variable = _variable(work, parameter)
    reads = work.facts.scopes.reads(variable) if variable is not None else ()
    return any(_is_told(work, read, seen) for read in reads)


__all__ = ["STAYS", "kept_first_id"]
