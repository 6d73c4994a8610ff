"""``"text" in part``: azure's models are mappings that have their fields as keys; new ones are not.

Source: azure-ai-agents 1.1.0 ``azure/ai/agents/_utils/model_base.py`` (``_MyMutableMapping``): a
key is there when the service sent it. A new model goes over pairs: no key is ever in it.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.results import PART_TYPES
from unspool_rules.engine.uses.kinds import OBJECTS, noun
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst

_ALWAYS = {"part": {"type"}, "message": {"id", "role", "content"}}
"""Fields that are in every such object."""
_MAPPINGS = OBJECTS | {"part", "text"}


def asked_by_key(work: Work, node: ast.expr, kinds: set[str]) -> bool:
    """Plan a test for a key of a value; whether it is one, and dealt with."""
    compare = work.tree.parents.get(node)
    if not isinstance(compare, ast.Compare) or node not in compare.comparators:
        return False
    if not isinstance(compare.ops[0], (ast.In, ast.NotIn)) or not kinds & _MAPPINGS:
        return False
    values = [t for t in work.infer.of(node) if isinstance(t, Inst)]
    if not any(value.cls.startswith("azure.") for value in values):
        return False
    key = work.string_value(compare.left)
    kind = min(kinds)
    plain = len(compare.ops) == 1 and isinstance(compare.ops[0], ast.In) and len(kinds) == 1
    if plain and (kind, key) == ("part", "text"):
        work.propose(compare, lambda r: PART_TYPES["text"].format(r.operand(node)))
    elif plain and (kind, key) == ("text", "value"):
        work.propose(compare, lambda r: f"isinstance({r.text(node)}, str)")
    elif plain and key is not None and is_always_there(kinds, key):
        work.propose(compare, lambda _: "True")
    elif key is not None:
        work.block(compare, f"a new {noun(kind)} has no keys to ask for")
    else:
        return False
    return True


def is_always_there(kinds: set[str], key: str) -> bool:
    """Whether every value of these kinds has a field."""
    return all(key in _ALWAYS.get(kind, ()) for kind in kinds)
