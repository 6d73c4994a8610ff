"""Tool objects that are given to a function of the file, which only keeps them."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import UserClass, UserFunction

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def kept_only(work: Work, use: ast.expr) -> bool:
    """Whether an argument's parameter is kept at most, and what it is kept in is never read.

    Plans the parameter's annotation, which is to be that of a table of functions.
    """
    parameter = _parameter(work, use)
    if parameter is None:
        return False
    function = work.tree.function(parameter)
    assert isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
    variable = work.facts.scopes.lookup(parameter.arg, work.facts.scopes.of_node[function])
    for load in work.facts.scopes.uses(variable) if variable is not None else ():
        if isinstance(load.ctx, ast.Load) and not _is_unread(work, load):
            return False
    note = parameter.annotation
    if note is not None:
        if not isinstance(note, (ast.Name, ast.Attribute, ast.Constant)):
            return False
        work.replace(note, _table)
    return True


def _table(r: Rendering) -> str:
    function = r.imports.need("collections.abc", "Callable")
    return f"dict[str, {function}[..., {r.imports.need('typing', 'Any')}]]"


def _parameter(work: Work, use: ast.expr) -> ast.arg | None:
    """The parameter that an argument is for."""
    above = work.tree.parents.get(use)
    call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else above
    if not isinstance(call, ast.Call) or use is call.func:
        return None
    callees = [t for t in work.infer.of(call.func) if isinstance(t, (UserClass, UserFunction))]
    if len(callees) != 1:
        return None
    function, bound = _called(callees[0])
    if function is None:
        return None
    args = function.args
    ordered = [*args.posonlyargs, *args.args][1 if bound else 0 :]
    if isinstance(above, ast.keyword):
        named = (a for a in (*ordered, *args.kwonlyargs) if a.arg == above.arg)
        return next(named, None)
    if any(isinstance(a, ast.Starred) for a in call.args):
        return None
    index = call.args.index(use)
    return ordered[index] if index < len(ordered) else None


def _called(callee: UserClass | UserFunction) -> tuple[_Function | None, bool]:
    """The function that runs, and whether its first parameter is taken."""
    if isinstance(callee, UserFunction):
        node = callee.node
        return (None if isinstance(node, ast.Lambda) else node), callee.bound
    for statement in callee.node.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "__init__":
            return statement, True
    return None, True


def _is_unread(work: Work, load: ast.Name) -> bool:
    """Whether a value only goes into an attribute that nothing in the file reads."""
    parent = work.tree.parents.get(load)
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        target = parent.targets[0]
    elif isinstance(parent, ast.AnnAssign) and parent.value is load:
        target = parent.target
    else:
        return False
    return isinstance(target, ast.Attribute) and not any(
        isinstance(n, ast.Attribute) and n.attr == target.attr and isinstance(n.ctx, ast.Load)
        for n in work.tree.nodes
    )
