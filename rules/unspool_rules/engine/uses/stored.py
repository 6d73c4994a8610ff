"""Assistants that the program keeps itself: objects with an id and the fields of before."""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.read_abroad import read_in_old_way
from unspool_rules.engine.flow.absent import is_plain
from unspool_rules.engine.uses import stored_shapes, stored_tools
from unspool_rules.engine.uses.shown import OTHER_FIELDS, is_spoken, shown_dump, unsaid
from unspool_rules.engine.work import Work

FIELDS = frozenset({"id", "name", "description", "instructions", "metadata", "model", "created_at"})
"""What an assistant has that is read from the file."""
_OPTIONAL = frozenset({"temperature", "top_p"})
_SHAPES = (stored_shapes.dump, stored_shapes.resources, stored_shapes.response_format)
_OBJECTS = frozenset({"tools", "tool_resources", "response_format"})
"""Fields that a dump has as dictionaries, and an assistant as objects."""
_HELD_BY = frozenset({"append", "add", "insert", "put", "setdefault", "cast"})


def is_kept(work: Work, base: ast.expr) -> bool:
    """Whether an assistant is one that the program keeps in its file."""
    sites = work.facts.origins(base)
    return work.facts.keeps_assistants and not any(map(work.foundry, sites))


def attribute(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Read a field of a kept assistant; False where it is none."""
    if not is_kept(work, base):
        return False
    if node.attr in FIELDS:
        if node.attr == "created_at":
            work.note(stored_shapes.TIME)
        return True
    if node.attr in _OPTIONAL or (node.attr == "tools" and _is_printed(work, node)):
        default = "[]" if node.attr == "tools" else "None"
        work.propose(node, lambda r: f'getattr({r.text(base)}, "{node.attr}", {default})')
        return True
    if node.attr == "tools":
        stored_tools.tools(work, node, base)
        return True
    if node.attr == "object" and is_plain(base):
        work.propose(node, lambda _: '"assistant"')
        return True
    if node.attr == "reasoning_effort" or (node.attr == "__dict__" and not _are_named(work)):
        tail = '.get("reasoning_effort")' if node.attr == "reasoning_effort" else ""
        work.propose(node, lambda r: f"{stored_shapes.dump_function(r)}({r.text(base)}){tail}")
        return True
    shown = shown_dump(work, node)
    if shown is not None:
        work.note(OTHER_FIELDS)
        work.propose(shown, lambda r: f"vars({r.text(base)})")
        return True
    if any(plan(work, node, base) for plan in _SHAPES):
        return True
    reason = f"`{node.attr}` of an assistant is not kept in the program's own file"
    if not unsaid(work, node, reason):
        work.block(node, reason)
    return True


def _are_named(work: Work) -> bool:
    """Whether something is read by the name of a field that is no plain value."""
    for node in work.tree.of(ast.Constant):
        above = work.tree.parents.get(node)
        read = isinstance(above, ast.Subscript) or (
            isinstance(above, ast.Call) and isinstance(above.func, ast.Attribute)
        )
        if isinstance(node, ast.Constant) and node.value in _OBJECTS and read:
            return True
    return False


def _is_printed(work: Work, node: ast.Attribute) -> bool:
    """Whether tools are printed as they are: nothing is read of them."""
    above = work.tree.parents.get(node)
    while isinstance(above, ast.Subscript):
        above = work.tree.parents.get(above)
    read = isinstance(above, (ast.Attribute, ast.comprehension))
    return not read and is_spoken(work, node)


def whole(work: Work, node: ast.expr, parent: ast.AST | None) -> bool:
    """Let a kept assistant be handed on as a whole; False where who gets it has to be asked."""
    if not is_kept(work, node):
        return False
    if isinstance(parent, (ast.Return, ast.Yield)):
        work.note("callers outside this file get an assistant of the program's own file")
        old = read_in_old_way(work, parent, {"agent"}, FIELDS)
        if old is not None:
            work.block(
                node,
                f"line {old.line} of `{old.path.name}` reads `{old.name}` of it, which is not kept "
                "in the program's own file: change both together",
            )
        return True
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.Call):
        func = parent.func
        return isinstance(func, ast.Attribute) and func.attr in _HELD_BY
    return isinstance(parent, (ast.Dict, ast.List, ast.Tuple, ast.Subscript))


__all__ = ["FIELDS", "attribute", "is_kept", "whole"]
