"""Functions that only ended within an endless loop, which goes: what they do where none was met."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import UserFunction

TOLD = "a response that ends in a way that the loop waited past is an error now"


def ending(
    work: Work,
    loop: ast.While | ast.For,
    kept: list[ast.stmt],
    about_run: Callable[[ast.AST], bool],
) -> Callable[[Rendering], list[str]] | None:
    """The lines behind what is kept of a loop; None where the function may come to its end.

    The loop waited on for a status that it asks for. A function that declares what it returns,
    or whose result is read, must not return nothing where the finished response has another one.
    """
    function = work.tree.parents.get(loop)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return None
    left = any(isinstance(j, ast.Break) for s in loop.body for j in pauses.jumps(s))
    endless = isinstance(loop, ast.While) and pauses.is_true(loop.test) and not left
    if not endless or function.body[-1] is not loop:
        return None
    if _may_be_none(function.returns) and not _is_read(work, function):
        return None
    if kept and pauses.always_leaves(kept):
        return None
    work.note(TOLD)
    return error_of(loop, about_run)


def error_of(
    loop: ast.While | ast.For, about_run: Callable[[ast.AST], bool]
) -> Callable[[Rendering], list[str]]:
    """The line that raises what tells the state of the response."""
    status = next(
        (
            n
            for n in ast.walk(loop)
            if isinstance(n, ast.Attribute) and n.attr == "status" and about_run(n.value)
        ),
        None,
    )

    def lines(r: Rendering) -> list[str]:
        if status is None:
            return ['raise RuntimeError("the response did not end as expected")']
        return [f'raise RuntimeError(f"the response ended as {{{r.text(status)}}}")']

    return lines


def _is_read(work: Work, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function that declares nothing has a caller that reads something of its result."""
    if function.returns is not None:
        return False
    for made in work.infer.stores.calls.get(function.name, ()):
        called = [t for t in work.infer.of(made.func) if isinstance(t, UserFunction)]
        if not any(t.node is function for t in called):
            continue
        outer = work.tree.parents.get(made)
        result: ast.expr = outer if isinstance(outer, ast.Await) else made
        places: list[ast.expr] = [result]
        holder = work.tree.parents.get(result)
        if isinstance(holder, ast.Assign) and len(holder.targets) == 1:
            variable = work.variable_of(holder.targets[0])
            places += work.facts.scopes.uses(variable) if variable is not None else ()
        if any(isinstance(work.tree.parents.get(p), ast.Attribute) for p in places):
            return True
    return False


def _may_be_none(returns: ast.expr | None) -> bool:
    """Whether a function may return nothing, as far as it says."""
    text = ast.unparse(returns) if returns is not None else "None"
    return any(word in text for word in ("None", "Optional", "Any", "object", "Generator", "Iter"))


__all__ = ["TOLD", "ending", "error_of"]
