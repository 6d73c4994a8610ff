"""Legacy objects that a function gets from callers out of view, as its annotation says."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.types import Inst, Types, UserClass

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference

_KINDS = frozenset({"thread", "run", "message", "agent"})
_NEUTRAL = frozenset({"ABC", "BaseModel", "Generic", "NamedTuple", "Protocol", "object"})
"""Bases that say nothing about what methods get."""


def from_out_of_view(infer: Inference, node: ast.arg, types: Types) -> Types:
    """The types of an annotated parameter that no caller in view gives anything for.

    Its legacy objects get an identity of their own: a call that stands nowhere.
    """
    if not any(_is_legacy(t) for t in types) or not is_of_the_file(infer, node):
        return types
    made = infer.given.get(node)
    if made is None:
        made = infer.given[node] = ast.Call(ast.Name(node.arg, ast.Load()), [], [])
    return frozenset(_marked(t, made) if isinstance(t, Inst) else t for t in types)


def _is_legacy(value: object) -> bool:
    if not isinstance(value, Inst) or value.site is not None:
        return False
    return kind_of(value) in _KINDS or any(_is_legacy(t) for a in value.args for t in a)


def _marked(value: Inst, made: ast.Call) -> Inst:
    args = tuple(
        frozenset(_marked(t, made) if isinstance(t, Inst) else t for t in arg) for arg in value.args
    )
    known = value.site is not None or kind_of(value) not in _KINDS
    return replace(value, args=args, site=value.site if known else made)


def is_of_the_file(infer: Inference, node: ast.arg) -> bool:
    """Whether only code of the user says what the function gets, not a base class out of view."""
    function = infer.tree.function(node)
    if function is None or isinstance(function, ast.Lambda):
        return False
    owner = infer.tree.parents.get(function)
    if not isinstance(owner, ast.ClassDef):
        return True
    return all(
        ast.unparse(base).rpartition(".")[2].partition("[")[0] in _NEUTRAL
        or any(isinstance(t, UserClass) for t in infer.of(base))
        for base in owner.bases
    )
