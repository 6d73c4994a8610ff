"""``isinstance(message, Message)`` of objects whose class has one that takes its place."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.catalogue.models import MODELS, model_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.uses.failing_tests import is_builtin
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Class

_MODELS = {"thread": MODELS["Thread"], "run": MODELS["Run"], "message": MODELS["Message"]}
"""What all objects of a kind are now, wherever they come from."""


def names_new_class(work: Work, call: ast.Call, kinds: set[str]) -> bool:
    """Plan that the test names the new classes of these kinds.

    Returns:
        False where one of the classes, or of the objects, has none that is certain.
    """
    if not kinds or not kinds <= _MODELS.keys():
        return False
    new = {_MODELS[kind] for kind in kinds}
    found: dict[ast.expr, tuple[str, str]] = {}
    for node in _classes(call.args[1]):
        names = {t.name for t in work.infer.of(node) if isinstance(t, Class)}
        models = {model_of(name) for name in names}
        model = models.pop() if len(models) == 1 else None
        if model is not None and model in _MODELS.values():
            found[node] = model
        elif not is_builtin(work, node):
            return False
    if not set(found.values()) & new:
        return False
    for node, model in found.items():
        work.replace(node, _named(*model))
    return True


def _classes(node: ast.expr) -> Iterator[ast.expr]:
    """The classes of a test: one, a tuple of them, or ``A | B``."""
    if isinstance(node, ast.Tuple):
        for element in node.elts:
            yield from _classes(element)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from _classes(node.left)
        yield from _classes(node.right)
    else:
        yield node


def _named(module: str, name: str) -> Writer:
    return lambda r: r.imports.need(module, name)


__all__ = ["names_new_class"]
