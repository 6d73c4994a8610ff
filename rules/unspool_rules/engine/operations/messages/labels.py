"""Metadata of messages: items of a conversation carry none."""

from __future__ import annotations

import ast

from unspool_rules.engine.messages.metadata import DROPPED, are_read
from unspool_rules.engine.operations.messages.kept import IMMUTABLE
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.syntax.names import last_name

_FORMS = frozenset(
    {"str", "int", "float", "repr", "len", "dumps", "dict", "get", "join", "lower", "strip"}
    | {"now", "utcnow", "today", "time", "isoformat", "strftime", "uuid4"}
)


def drop(work: Work, site: Site) -> None:
    """Take the metadata of a message away where nothing in view may read them; else block."""
    given = work.take(site, "metadata")
    if given is None or is_empty(given):
        return
    if not all(map(_only_names, ast.walk(given))) or not may_be_dropped(work):
        work.block(given, IMMUTABLE)


def may_be_dropped(work: Work) -> bool:
    """Whether nothing in view asks messages for their metadata; then a person is told."""
    if are_read(work.facts):
        return False
    work.note(DROPPED)
    return True


def _only_names(node: ast.AST) -> bool:
    """Whether part of an expression does nothing but name, or say in another form, a value."""
    if isinstance(node, ast.Call):
        name = last_name(node.func)
        return name in _FORMS and (name != "get" or _is_key(node.args[:1]))
    return not isinstance(node, (ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom))


def _is_key(given: list[ast.expr]) -> bool:
    """Whether ``get`` is given a key, and no address; a queue is given nothing."""
    return any(isinstance(a, ast.Constant) and "/" not in str(a.value) for a in given)


__all__ = ["drop", "may_be_dropped"]
