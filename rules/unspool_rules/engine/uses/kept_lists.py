"""Objects that are gathered in a list of an object: ``self.messages.append(message)``.

The list may go on as it is where all that reads it is in view, or where nobody does: then a person
looks for readers elsewhere.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.abroad.read_abroad import attribute_read_in_old_way
from unspool_rules.engine.uses.appended import KINDS, is_read, new_names
from unspool_rules.engine.uses.kinds import held
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserInstance
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.names import last_name

_BY_NAME = frozenset({"getattr", "setattr", "attrgetter", "vars"})


def is_gathered(work: Work, node: ast.expr, target: ast.expr, kinds: set[str]) -> bool:
    """Whether a value goes into a list of an object that is only read in ways that are followed."""
    if not isinstance(target, ast.Attribute) or not kinds or not kinds <= KINDS:
        return False
    owner = work.infer.stores.owner(target)
    sites = {t.site for t in held(work.infer.of(node))}
    if owner is None or not sites or not sites <= _sites(work, target):
        return False
    if not _is_always_list(work, owner, target.attr) or _is_named_in_text(work, target.attr):
        return False
    if attribute_read_in_old_way(work, target, kinds) is not None:
        return False
    if any(_is_unknown(work, node, target.attr) for node in work.tree.of(ast.Attribute)):
        return False
    reads = list(_reads(work, target, sites))
    if not all(is_read(work, use) for use in reads):
        return False
    others = [use for use in reads if not _is_call(work, use)]
    if not others and not target.attr.startswith("_"):
        work.note(
            f"`{target.attr}` of `{owner.name}` objects holds {new_names(kinds)} now: look at who "
            "reads it elsewhere"
        )
    if any(isinstance(work.tree.parents.get(use), ast.Return) for use in reads):
        work.note(f"callers outside this file now get a list of {new_names(kinds)}")
    return True


def _sites(work: Work, node: ast.expr) -> set[ast.Call | None]:
    return {t.site for t in held(work.infer.of(node))}


def _is_always_list(work: Work, owner: ast.ClassDef, name: str) -> bool:
    """Whether objects of a class never have anything but lists written in place in an attribute."""
    stores = work.infer.stores.attributes.get(name, [])
    own = [s for s in stores if s.owner is owner]
    for store in stores:
        if store.owner is None and not _is_of_others(work, store.target.value, owner):
            return False  # an object of this class, maybe, gets another list
    body = [s for s in owner.body if isinstance(s, (ast.Assign, ast.AnnAssign))]
    if any(isinstance(s, ast.Name) and s.id == name for b in body for s in _targets(b)):
        return False  # all objects share it, or a decorator makes something of it
    return bool(own) and all(
        not s.path and (isinstance(s.value, ast.List) or _is_new(s.value)) for s in own
    )


def _targets(statement: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return statement.targets if isinstance(statement, ast.Assign) else [statement.target]


def _is_of_others(work: Work, node: ast.expr, owner: ast.ClassDef) -> bool:
    """Whether an expression is an object of another class for certain."""
    types = work.infer.of(node)
    return bool(types) and not any(
        isinstance(t, UserInstance) and (t.node is owner or owner in work.infer.heirs(t.node))
        for t in types
    )


def _is_new(value: ast.expr | None) -> bool:
    """``list()``."""
    return (
        isinstance(value, ast.Call)
        and getattr(value.func, "id", "") == "list"
        and not value.args
        and not value.keywords
    )


def _is_named_in_text(work: Work, name: str) -> bool:
    """Whether an attribute of an object of the file may be read by its name in a text."""
    return any(
        last_name(call.func) in _BY_NAME and _may_name(work, call, name)
        for call in work.tree.of(ast.Call)
        if isinstance(call, ast.Call)
    )


def _may_name(work: Work, call: ast.Call, name: str) -> bool:
    asked = call.args[1] if len(call.args) > 1 else None
    if isinstance(asked, ast.Constant):
        return bool(asked.value == name)
    known = [t for a in call.args[:1] for t in work.infer.of(a)]
    return not known or any(isinstance(t, UserInstance) for t in known)


def _is_unknown(work: Work, node: ast.AST, name: str) -> bool:
    """Whether such an attribute is read of an object that nothing here says what it is."""
    if not isinstance(node, ast.Attribute) or node.attr != name or work.infer.of(node.value):
        return False
    root: ast.expr = node.value
    while isinstance(root, (ast.Attribute, ast.Subscript, ast.Call)):
        root = root.func if isinstance(root, ast.Call) else root.value
    variable = work.variable_of(root) if isinstance(root, ast.Name) else None
    bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
    return not bindings or any(b.how is not How.IMPORT for b in bindings)


def _reads(work: Work, target: ast.Attribute, sites: set[ast.Call | None]) -> Iterator[ast.expr]:
    """The places that read the list, the ones that append to it, too."""
    for node in work.tree.of(ast.Attribute):
        assert isinstance(node, ast.Attribute)
        if node.attr == target.attr and isinstance(node.ctx, ast.Load):
            if sites & _sites(work, node):
                yield node


def _is_call(work: Work, use: ast.expr) -> bool:
    """Whether a method of the list is called."""
    return isinstance(work.tree.parents.get(use), ast.Attribute)


__all__ = ["is_gathered"]
