"""Tables of functions that have to be at hand in other functions than those that make the tool."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.own_objects import self_of
from unspool_rules.engine.functions.tables import Table
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.tree import Tree

_DISPLAYS = (ast.Set, ast.List, ast.Tuple)
_IMPORTS = (ast.Import, ast.ImportFrom)


def lift(work: Work, table: Table, place: ast.AST) -> bool:
    """Put a table into the module, if all that it is made of stands there.

    It comes right after the last of its functions: the tool was made later than that.
    """
    if table.lifted is not None:
        return table.lifted in work.tree.module_of(place).body
    names = _names(table.functions.source)
    if isinstance(table.functions.source, ast.Name) and not _only_read(
        work, table.functions.source
    ):
        return False
    if work.tree.module_of(place) is not work.tree.module_of(table.statement):
        return False
    homes = [_home(work, name) for name in names or ()]
    found = [home for home in homes if home is not None]
    if not found or len(found) != len(homes):
        return False
    home = max(found, key=lambda s: work.tree.span(s).start)
    body = work.tree.module_of(table.statement).body
    for following in body[body.index(home) + 1 :] if isinstance(home, _IMPORTS) else ():
        if not isinstance(following, _IMPORTS):
            break
        home = following
    table.lifted = home

    def add(r: Rendering) -> None:
        if home in r.module.body:
            gap = "" if isinstance(home, (ast.Assign, ast.AnnAssign)) else "\n"
            gap += "\n" if isinstance(home, (ast.FunctionDef, ast.AsyncFunctionDef)) else ""
            r.lines.after(home, gap + "\n".join(table.made(r, home)))

    work.plan.also.append((home, add))
    return True


def is_left_out(tree: Tree, statement: ast.stmt, place: ast.AST) -> bool:
    """Whether a function has a way to a place that leaves out a statement under a condition."""
    around = set(tree.ancestors(place))
    if tree.function(statement) is None or tree.function(statement) is not tree.function(place):
        return False
    return any(isinstance(a, ast.If) and a not in around for a in tree.ancestors(statement))


def keep_on_self(work: Work, table: Table, place: ast.AST) -> bool:
    """Keep a table as an attribute of the object whose methods make the tool and need it."""
    if is_left_out(work.tree, table.statement, place):
        return False
    here, there = self_of(work.tree, table.statement), self_of(work.tree, place)
    owner = work.tree.owner(place)
    if here is None or here != there or work.tree.owner(table.statement) is not owner:
        return False
    if table.attribute is None:
        used = {node.attr for node in work.tree.of(ast.Attribute)}
        used |= {n.name for n in work.tree.of(ast.FunctionDef, ast.AsyncFunctionDef)}
        name = next((n for n in ("functions", "_functions") if n not in used), None)
        if name is None:
            return False
        table.attribute = f"{here}.{name}"
    return True


def _names(node: ast.expr) -> list[ast.Name] | None:
    """The names that a set of functions is made of; None when it is made of more."""
    if isinstance(node, ast.Name):
        return [node]
    if isinstance(node, ast.Call) and not node.keywords and len(node.args) == 1:
        plain = isinstance(node.func, ast.Name) and node.func.id in ("set", "list", "frozenset")
        return _names(node.args[0]) if plain else None
    if not isinstance(node, _DISPLAYS) or not node.elts:
        return None
    names = [element for element in node.elts if isinstance(element, ast.Name)]
    return names if len(names) == len(node.elts) else None


def _only_read(work: Work, name: ast.Name) -> bool:
    """Whether nothing is put into a set of functions after it was made."""
    variable = work.facts.scopes.variable(name)
    return variable is not None and not any(
        isinstance(work.tree.parents.get(use), (ast.Attribute, ast.Subscript, ast.AugAssign))
        for use in work.facts.scopes.uses(variable)
    )


def _home(work: Work, name: ast.Name) -> ast.stmt | None:
    """The statement of the module that binds a name, once and for all."""
    scopes = work.facts.scopes
    variable = scopes.variable(name)
    bindings = scopes.bindings(variable) if variable is not None else []
    module = work.tree.module_of(name)
    if variable is None or variable.scope.node is not module or len(bindings) != 1:
        return None
    statement = work.tree.statement(bindings[0].node)
    return statement if statement in module.body else None


__all__ = ["keep_on_self", "lift"]
