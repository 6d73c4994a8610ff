"""Whether anything reads the metadata of messages, which items of a conversation do not have."""

from __future__ import annotations

import ast
from functools import lru_cache

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.types import Inst

_OTHERS = ("Thread", "Run", "Assistant", "VectorStore", "Response", "Conversation", "Batch")
DROPPED = (
    "items of a conversation carry no metadata: what messages are given is dropped, for nothing "
    "here reads it; keep it yourself if somebody looks it up elsewhere"
)


@lru_cache(maxsize=2)  # asked for each message
def are_read(facts: Facts) -> bool:
    """Whether something may ask messages for their metadata, by attribute or by key."""
    by_name = (n for n in facts.tree.of(ast.Attribute) if n.attr == "metadata")
    by_key = (n for n in facts.tree.of(ast.Constant) if n.value == "metadata")
    return not all(_is_other(facts, n) for n in by_name) or not all(
        _is_put(facts, n) for n in by_key
    )


def _is_other(facts: Facts, node: ast.Attribute) -> bool:
    """Whether the metadata are those of something that is known to be no message."""
    found = [t for t in facts.infer.of(node.value) if isinstance(t, Inst)]
    names = [t.cls.rpartition(".")[2] for t in found]
    return bool(names) and all(name in _OTHERS for name in names)


def _is_put(facts: Facts, node: ast.Constant) -> bool:
    """Whether a key is that of a dictionary that is written down, or of what is put into one."""
    above = facts.tree.parents.get(node)
    if isinstance(above, ast.Subscript):
        return isinstance(above.ctx, ast.Store)
    return isinstance(above, ast.Dict) and node in above.keys


__all__ = ["DROPPED", "are_read"]
