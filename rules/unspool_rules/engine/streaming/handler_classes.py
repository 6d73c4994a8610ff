"""Classes of a program that inherited from an SDK's handler and stand by themselves now."""

from __future__ import annotations

import ast

from unspool_rules.engine.streaming.base_calls import is_init, is_super
from unspool_rules.engine.work import Work


def take_off(work: Work, node: ast.ClassDef, base: ast.expr) -> None:
    """Take the SDK's class off the bases."""
    tree = work.tree
    bases = [*node.bases]
    index = bases.index(base)
    if len(bases) == 1:
        start = tree.source.rindex("(", 0, tree.span(base).start)
        end = tree.source.index(")", tree.span(base).end) + 1
    elif index + 1 < len(bases):
        start, end = tree.span(bases[index]).start, tree.span(bases[index + 1]).start
    else:
        start, end = tree.span(bases[index - 1]).end, tree.span(bases[index]).end
    gone = ast.Pass()
    tree.place(gone, start, end, node)
    tree.hide(base, gone)
    work.replace(gone, lambda _: "")


def begin_anew(work: Work, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """Let ``__init__`` call no ``__init__`` of the SDK's class, which took no arguments."""
    for statement in node.body:
        value = statement.value if isinstance(statement, ast.Expr) else None
        if (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Attribute)
            and is_init(value.func)
            and is_super(value.func.value)
        ):
            if not _only_passes_on(node, value):
                work.block(value, "the SDK's handler class is gone, and this gives it arguments")
            else:
                work.remove(statement)


def _only_passes_on(node: ast.FunctionDef | ast.AsyncFunctionDef, call: ast.Call) -> bool:
    """Whether a call gives nothing but what callers give besides the parameters: nothing."""
    own = node.args
    rest = {a.arg for a in (own.vararg, own.kwarg) if a is not None}
    values = [a.value if isinstance(a, ast.Starred) else a for a in call.args]
    values += [k.value for k in call.keywords if k.arg is None]
    return (
        all(isinstance(a, ast.Starred) for a in call.args)
        and all(k.arg is None for k in call.keywords)
        and all(isinstance(v, ast.Name) and v.id in rest for v in values)
    )
