"""Legacy methods that a test names in a string: ``patch("app.client.beta.threads.create")``.

Source: docs.python.org ``unittest.mock``; pytest's ``monkeypatch.setattr`` takes such a path, too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.types import Inst, Method, Type
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.tree import Tree

_PATCHERS = {"patch", "setattr"}


def patched_paths(tree: Tree) -> Iterator[tuple[ast.Constant, str]]:
    """Such strings, and the names of the methods in the SDK."""
    if ".beta." not in tree.source:
        return
    for call in tree.of(ast.Call):
        path = call.args[0] if call.args and last_name(call.func) in _PATCHERS else None
        if isinstance(path, ast.Constant) and isinstance(path.value, str):
            symbol = _method(path.value.partition(".beta.")[2])
            if symbol is not None:
                yield path, symbol


def _method(path: str) -> str | None:
    beta = outlines.canonical("openai.resources.beta.Beta")
    found: list[Type] = [Inst(beta)] if beta is not None and path else []
    for name in path.split("."):
        found = [m for t in found if isinstance(t, Inst) for m in values.member(t, name)]
    return next((t.qualified for t in found if isinstance(t, Method)), None)


__all__ = ["patched_paths"]
