"""What is made anew each time it is read: a change of it would be lost where it is read again.

Tools and resources of a stored assistant are such values. Service objects had them, and kept what
was changed in them.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.tool_calls.dumps import DICTS, TEXTS
from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.work import Work
from unspool_rules.syntax.guards import is_truth

_CHANGING = ("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse")
_COPYING = DICTS | TEXTS | {"index", "count"}
_TEXTS = ("type", "name", "description")
_LISTS = ("file_ids", "vector_store_ids")
_ASKING = ("len", "bool", "hasattr", "isinstance", "str", "repr")
_DEPTH = 3


def is_changed(work: Work, node: ast.Attribute) -> bool:
    """Whether a value may be changed in place, and what was changed is looked for again."""
    if _changes(work, node):
        return True
    return _is_read_again(work, node) and not _is_only_read(work, node, _is_local(node))


def _changes(work: Work, node: ast.expr) -> bool:
    """Whether a value, or what it holds, is changed in place right here."""
    above = work.tree.parents.get(node)
    while isinstance(above, (ast.Attribute, ast.Subscript)) and above.value is node:
        if isinstance(above.ctx, (ast.Store, ast.Del)):
            return True
        call = work.tree.parents.get(above)
        if isinstance(above, ast.Attribute) and above.attr in _CHANGING:
            return isinstance(call, ast.Call) and call.func is above
        node, above = above, call
    return isinstance(above, ast.AugAssign) and above.target is node


def _root(node: ast.expr) -> ast.expr:
    """The assistant that a value is read of."""
    while isinstance(node, ast.Attribute) and node.attr not in ("tools", "tool_resources"):
        node = node.value
    return node.value if isinstance(node, ast.Attribute) else node


def _is_local(node: ast.Attribute) -> bool:
    return isinstance(_root(node), ast.Name)


def _is_read_again(work: Work, node: ast.Attribute) -> bool:
    """Whether the same field, or the assistant as a whole, is read at another place."""
    root = _root(node)
    shape, function = ast.dump(root), work.tree.function(node)
    field = node
    while isinstance(field.value, ast.Attribute) and field.value is not root:
        field = field.value
    for other in work.tree.of(ast.Name, ast.Attribute):
        if other is root or not isinstance(other, ast.expr) or ast.dump(other) != shape:
            continue
        if isinstance(root, ast.Name) and work.tree.function(other) is not function:
            continue
        above = work.tree.parents.get(other)
        if not isinstance(above, ast.Attribute) or above.attr == field.attr:
            return True
    return False


def _is_only_read(work: Work, node: ast.expr, local: bool, depth: int = _DEPTH) -> bool:
    """Whether nothing changes a value, as far as it goes under other names."""
    parents = work.tree.parents
    above = parents.get(node)
    if depth < 0 or _changes(work, node):
        return False
    if is_truth(work.tree, node) or is_spoken(work, node):
        return True
    if isinstance(above, ast.Attribute) and above.value is node:
        return above.attr in _TEXTS or _is_only_read(work, above, local, depth)
    if isinstance(above, ast.Subscript) and above.value is node:
        listed = isinstance(node, ast.Attribute) and node.attr in _LISTS
        return listed or _is_only_read(work, above, local, depth)
    if isinstance(above, (ast.Dict, ast.List, ast.Tuple)) and _is_given(work, node):
        return True
    if isinstance(above, (ast.BoolOp, ast.IfExp, ast.NamedExpr, ast.Dict, ast.List, ast.Tuple)):
        return _is_only_read(work, above, local, depth)
    if isinstance(above, ast.Call) and above.func is node:
        return isinstance(node, ast.Attribute) and node.attr in _COPYING
    if isinstance(above, ast.Call):
        name = getattr(above.func, "id", "")
        if name in ("getattr", "enumerate"):
            return _is_only_read(work, above, local, depth)
        return name in _ASKING or _is_given(work, node)
    if isinstance(above, (ast.Assign, ast.AnnAssign)):
        targets = above.targets if isinstance(above, ast.Assign) else [above.target]
        return len(targets) == 1 and _named(work, targets[0], local, depth)
    if isinstance(above, (ast.For, ast.comprehension)) and above.iter is node:
        target = above.target
        pair = isinstance(target, ast.Tuple) and len(target.elts) == 2
        one = target.elts[1] if isinstance(target, ast.Tuple) and pair else target
        return _named(work, one, local, depth)
    if isinstance(above, ast.Return):
        return local or (isinstance(node, ast.Attribute) and node.attr in _LISTS)
    return isinstance(above, (ast.Compare, ast.Expr, ast.FormattedValue)) or _is_given(work, node)


def _named(work: Work, target: ast.expr, local: bool, depth: int) -> bool:
    variable = work.facts.scopes.variable(target) if isinstance(target, ast.Name) else None
    if variable is None:
        return False
    reads = work.facts.scopes.reads(variable)
    return all(_is_only_read(work, use, local, depth - 1) for use in reads)


def _is_given(work: Work, node: ast.expr) -> bool:
    """Whether a value is part of what a call of the service takes, which changes nothing."""
    for above in work.tree.ancestors(node):
        if isinstance(above, ast.Call):
            return above in work.facts.by_call
        if isinstance(above, ast.stmt):
            return False
    return False


__all__ = ["is_changed"]
