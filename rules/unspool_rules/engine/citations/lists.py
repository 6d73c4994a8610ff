"""Lists of annotations: where they go as they are, their readers have to be in view."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Variable

_LOOKING = frozenset(
    {
        *("all", "any", "bool", "enumerate", "iter", "len", "list", "next", "print"),
        *("reversed", "sorted", "str", "tuple", "zip"),
    }
)
"""Functions that show, count or hand on what they get, in ways that inference knows."""
KEPT = (
    "annotations have other fields now, and who reads them here is not in view: keep what is "
    "needed of each"
)
JOINED = "annotations are no strings: joining them failed where there were any, and shows them now"
_FOLLOWED = (
    *(ast.For, ast.AsyncFor, ast.comprehension, ast.If, ast.While, ast.IfExp, ast.BoolOp),
    *(ast.UnaryOp, ast.Compare, ast.Subscript, ast.Assert, ast.FormattedValue, ast.Expr),
    *(ast.Return, ast.NamedExpr, ast.Starred),
)


def follow(work: Work, node: ast.expr) -> None:
    """Block where a list of annotations goes out of view, under its first name, too."""
    if not _is_read_here(work, node):
        work.block(node, KEPT)
        return
    for name in _names(work, node):
        for use in work.facts.scopes.uses(name):
            if isinstance(use.ctx, ast.Load) and not _is_read_here(work, use):
                work.block(use, KEPT)


def _names(work: Work, node: ast.expr) -> list[Variable]:
    """The names that take the list."""
    parent = work.tree.parents.get(node)
    while isinstance(parent, (ast.IfExp, ast.BoolOp)):
        node, parent = parent, work.tree.parents.get(parent)
    targets: list[ast.expr] = []
    if isinstance(parent, ast.Tuple):
        whole = work.tree.parents.get(parent)
        for target in whole.targets if isinstance(whole, ast.Assign) else []:
            if isinstance(target, ast.Tuple) and len(target.elts) == len(parent.elts):
                targets.append(target.elts[parent.elts.index(node)])
    elif isinstance(parent, ast.Assign):
        targets = parent.targets
    elif isinstance(parent, (ast.AnnAssign, ast.NamedExpr)):
        targets = [parent.target]
    return [v for v in map(work.variable_of, targets) if v is not None]


def _is_read_here(work: Work, node: ast.expr) -> bool:
    """Whether what is done with the list is judged elsewhere, or needs no judging."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
        return all(isinstance(t, ast.Name) for t in targets)
    if isinstance(parent, ast.Tuple):
        whole = work.tree.parents.get(parent)
        return isinstance(whole, ast.Return) or (
            isinstance(whole, ast.Assign) and all(isinstance(t, ast.Tuple) for t in whole.targets)
        )
    if isinstance(parent, ast.Call):
        callees = work.infer.of(parent.func)
        if callees and all(isinstance(c, UserFunction) for c in callees):
            return True
        return isinstance(parent.func, ast.Name) and parent.func.id in _LOOKING
    return isinstance(parent, _FOLLOWED)


def is_joined(work: Work, node: ast.expr) -> bool:
    """``", ".join(text.annotations)``, which takes nothing but strings."""
    call = work.tree.parents.get(node)
    func = call.func if isinstance(call, ast.Call) and node in call.args else None
    return (
        isinstance(func, ast.Attribute)
        and func.attr == "join"
        and isinstance(func.value, ast.Constant)
        and isinstance(func.value.value, str)
    )
