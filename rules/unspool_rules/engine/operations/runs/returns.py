"""What a function returns that had nothing to return, once it has a response of its own."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from unspool_rules.engine.flow.callers import Function
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering


def returns_nothing(work: Work, function: Function) -> bool:
    said = function.returns
    if said is not None and not (isinstance(said, ast.Constant) and said.value is None):
        return False
    for node in ast.walk(function):
        if work.tree.function(node) is not function:
            continue
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return False
        if isinstance(node, ast.Return) and not _is_bare(node):
            return False
    return True


def returns_it(work: Work, function: Function, site: Site) -> bool:
    """Whether what a function returns is the result of a call, and nothing else."""
    outer = work.outer(site)
    returned = work.tree.parents.get(outer)
    returns = list(bare_returns(work, function))
    if isinstance(returned, ast.Return):
        return returns == [returned]
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None or len(returns) != 1 or not isinstance(returned, ast.Assign):
        return False
    last = returns[0].value
    one = len(work.facts.scopes.bindings(variable)) == 1
    return one and isinstance(last, ast.Name) and work.facts.scopes.variable(last) == variable


def _is_bare(node: ast.Return) -> bool:
    return node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)


def bare_returns(work: Work, function: Function) -> Iterator[ast.Return]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and work.tree.function(node) is function:
            yield node


def go_back(work: Work, early: list[ast.Return], run: Callable[[Rendering], str]) -> None:
    """Where the function ends without handing anything in, the run is as it was."""
    for node in early:
        work.replace(node, lambda r: f"return {run(r)}")


def end(
    work: Work, function: Function, early: list[ast.Return], run: Callable[[Rendering], str]
) -> None:
    go_back(work, early, run)
    last = function.body[-1]
    if not isinstance(last, (ast.Return, ast.Raise)):
        work.plan.also.append((last, lambda r: r.lines.after(last, f"return {run(r)}")))


__all__ = ["bare_returns", "end", "go_back", "returns_it", "returns_nothing"]
