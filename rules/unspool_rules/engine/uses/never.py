"""Attributes that no release of OpenAI's library had: reading them failed, and fails as before."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.caught import is_caught
from unspool_rules.engine.uses.kinds import a_noun
from unspool_rules.engine.work import Work
from unspool_rules.semantics import outlines
from unspool_rules.semantics.types import Inst

_NEW = {
    "message": "openai.types.conversations.Message",
    "run": "openai.types.responses.Response",
    "thread": "openai.types.conversations.Conversation",
}
"""What takes the place of objects whose classes have no subclasses with more attributes."""


def never_was(work: Work, node: ast.Attribute, base: ast.expr, kind: str) -> bool:
    """``message.tool_calls``: such code stays as it is, and the fix tells of it."""
    parent = work.tree.parents.get(node)
    called = isinstance(parent, ast.Call) and parent.func is node
    if kind not in _NEW or called or node.attr.startswith("_"):
        return False
    classes = [t.cls if isinstance(t, Inst) else "" for t in work.infer.of(base)]
    classes = [cls for cls in classes if cls != "None"]
    if not classes or any(not c.startswith("openai.") or _has(c, node.attr) for c in classes):
        return False
    new = _has(_NEW[kind], node.attr)
    if new and is_caught(work, node):
        return False
    note = (
        f"`{node.attr}` of {a_noun({kind})} never was there: the program failed where it reads it"
    )
    work.note(f"{note}; the new object has one" if new else note)
    return True


def _has(cls: str, name: str) -> bool:
    return outlines.method(cls, name) is not None or any(
        name in outline.attributes for outline in outlines.lineage(cls)
    )
