"""Writers of models: a constructor's call, or a dictionary with its ``type``."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.work import is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, call, listing

Field = tuple[str, Writer, ast.expr | None]
"""Name, new code, the legacy argument whose comments go along."""


def arguments_of(node: ast.Call, names: tuple[str, ...]) -> dict[str, ast.expr] | None:
    """A constructor's arguments by name; None where some are unpacked."""
    found = dict(zip(names, node.args, strict=False))
    if len(node.args) > len(names) or any(isinstance(a, ast.Starred) for a in node.args):
        return None
    for argument in node.keywords:
        if argument.arg is None:
            return None
        found[argument.arg] = argument.value
    return {k: v for k, v in found.items() if not is_missing(v)}


def model(name: str, kind: str, typed: bool, fields: Iterable[Field]) -> Writer:
    """One model: a constructor's call, or a dictionary with its ``type`` if it has one."""
    given = tuple(fields)

    def write(r: Rendering) -> Code:
        if typed:
            return call(r.model(name), [r.item(f"{k}=", w(r), s) for k, w, s in given])
        items = [Item(f'"{kind}"', '"type": ')] if kind else []
        items += [r.item(f'"{k}": ', w(r), s) for k, w, s in given]
        return Brackets("", tuple(items), "{", "}")

    return write


def value(node: ast.expr) -> Writer:
    return lambda r: _laid_out(r, node)


def _laid_out(r: Rendering, node: ast.expr) -> Code:
    """The node's code; dictionaries and lists on several lines get their new indent."""
    text = r.tree.segment(node)
    if "\n" not in text or "#" in text or node in r.replacements:
        return r.code(node)
    if isinstance(node, ast.Dict) and all(k is not None for k in node.keys):
        pairs = zip(node.keys, node.values, strict=True)
        items = tuple(Item(_laid_out(r, v), f"{r.text(k)}: ") for k, v in pairs if k is not None)
        return Brackets("", items, "{", "}")
    if isinstance(node, ast.List) and not any(isinstance(e, ast.Starred) for e in node.elts):
        return Brackets("", tuple(Item(_laid_out(r, e)) for e in node.elts), "[", "]")
    return r.code(node)


def plain(name: str, node: ast.expr) -> Field:
    return name, value(node), node


def one(name: str, inner: Writer) -> Field:
    return name, inner, None


def several(name: str, *inner: Writer) -> Field:
    return name, lambda r: listing(w(r) for w in inner), None
