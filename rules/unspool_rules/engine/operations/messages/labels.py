"""Metadata of messages: items of a conversation carry none."""

from __future__ import annotations

import ast
from functools import lru_cache

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.operations.messages.kept import IMMUTABLE
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.names import last_name

_OTHERS = ("Thread", "Run", "Assistant", "VectorStore", "Response", "Conversation", "Batch")
_FORMS = frozenset(
    {"str", "int", "float", "repr", "len", "dumps", "dict", "get", "join", "lower", "strip"}
    | {"now", "utcnow", "today", "time", "isoformat", "strftime", "uuid4"}
)
_NOTE = (
    "items of a conversation carry no metadata: what messages are given is dropped, for nothing "
    "here reads it; keep it yourself if somebody looks it up elsewhere"
)


def drop(work: Work, site: Site) -> None:
    """Take the metadata of a message away where nothing in view may read them; else block."""
    given = work.take(site, "metadata")
    if given is None or is_empty(given):
        return
    if not all(map(_only_names, ast.walk(given))) or _are_read(work.facts):
        work.block(given, IMMUTABLE)
        return
    work.note(_NOTE)


def _only_names(node: ast.AST) -> bool:
    """Whether part of an expression does nothing but name, or say in another form, a value."""
    if isinstance(node, ast.Call):
        name = last_name(node.func)
        return name in _FORMS and (name != "get" or _is_key(node.args[:1]))
    return not isinstance(node, (ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom))


def _is_key(given: list[ast.expr]) -> bool:
    """Whether ``get`` is given a key, and no address; a queue is given nothing."""
    return any(isinstance(a, ast.Constant) and "/" not in str(a.value) for a in given)


@lru_cache(maxsize=2)  # asked for each message
def _are_read(facts: Facts) -> bool:
    """Whether something may ask messages for their metadata, by attribute or by key."""
    return any(
        (isinstance(node, ast.Attribute) and node.attr == "metadata" and not _is_other(facts, node))
        or (isinstance(node, ast.Constant) and node.value == "metadata")
        for node in facts.tree.of(ast.Attribute, ast.Constant)
    )


def _is_other(facts: Facts, node: ast.Attribute) -> bool:
    """Whether the metadata are those of something that is known to be no message."""
    found = [t for t in facts.infer.of(node.value) if isinstance(t, Inst)]
    names = [t.cls.rpartition(".")[2] for t in found]
    return bool(names) and all(name in _OTHERS for name in names)


__all__ = ["drop"]
