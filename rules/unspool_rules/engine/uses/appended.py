"""Values that are appended to a list: fine where all that reads the list is followed."""

from __future__ import annotations

import ast

from unspool_rules.engine.uses.kinds import held, value_kind
from unspool_rules.engine.uses.unseen_readers import reads_as_before
from unspool_rules.engine.work import Work
from unspool_rules.semantics.filled import is_list

_READ = {"len", "enumerate", "reversed", "list", "bool"}
_COUNTED = {"len", "bool"}
_PRINTED = {"print", "pprint"}
_CALLED = {"append", "reverse", "clear"}
"""Methods of the list that give none of its values away."""
KINDS = {"agent", "message", "thread", "run"}


def is_followed(work: Work, node: ast.expr, held: ast.expr, kinds: set[str]) -> bool:
    """Whether a value goes into a list that only loops, items and results are read of."""
    variable = work.variable_of(held)
    if variable is None or not kinds <= KINDS or not is_list(work.facts.scopes, variable):
        return False
    if variable.of_module:
        if work.facts.resolver.around(work.tree.part_of(held)).takes(variable.name):
            return False
        reads = work.facts.scopes.reads(variable)
        if all(isinstance(work.tree.parents.get(use), ast.Attribute) for use in reads):
            return False  # who reads it, then?
    elif any(
        work.tree.function(b.node) is not work.tree.function(held)
        for b in work.facts.scopes.bindings(variable)
    ):
        return False
    if not work.infer.of(node) or not all(
        is_read(work, use) for use in work.facts.scopes.reads(variable)
    ):
        return False
    if any(_is_returned(work, use) for use in work.facts.scopes.reads(variable)):
        work.note(f"callers outside this file now get a list of {new_names(kinds)}")
    return True


def new_names(kinds: set[str]) -> str:
    """What many objects of these kinds are called now."""
    new = {"agent": "agent versions", "thread": "conversations", "run": "responses"}
    return " and ".join(sorted({new.get(kind, "items") for kind in kinds}))


def is_read(work: Work, use: ast.expr) -> bool:
    """Whether a use of the list leads to its values in a way that inference follows."""
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.Attribute):
        call = work.tree.parents.get(parent)
        return parent.attr in _CALLED and isinstance(call, ast.Call) and call.func is parent
    call = work.tree.parents.get(parent) if isinstance(parent, ast.keyword) else parent
    if isinstance(call, ast.Call) and call.func is not use:
        held_kinds = {value_kind(t) for t in held(work.infer.of(use))}
        if held_kinds == {"message"} and reads_as_before(work, call, "message"):
            return True  # whether it can get messages as they were is asked where it stands
    if isinstance(parent, ast.Call) and use in parent.args:
        name = getattr(parent.func, "id", "")
        if name in _COUNTED:
            return True
        if name in _PRINTED:
            work.note("what is printed of whole objects has other fields now")
            return True
        above = work.tree.parents.get(parent)
        return name in _READ and len(parent.args) == 1 and _is_loop(above, parent)
    if isinstance(parent, ast.Subscript):
        if parent.value is not use or not isinstance(parent.ctx, ast.Load):
            return False
        above = work.tree.parents.get(parent)
        return not isinstance(parent.slice, ast.Slice) or _is_loop(above, parent)
    return (
        _is_loop(parent, use)
        or _is_returned(work, use)
        or (isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not))
        or (isinstance(parent, (ast.If, ast.IfExp, ast.While)) and parent.test is use)
    )


def _is_loop(node: ast.AST | None, source: ast.expr) -> bool:
    return isinstance(node, (ast.For, ast.comprehension)) and node.iter is source


def _is_returned(work: Work, use: ast.expr) -> bool:
    return isinstance(work.tree.parents.get(use), ast.Return)


__all__ = ["KINDS", "is_followed", "is_read", "new_names"]
