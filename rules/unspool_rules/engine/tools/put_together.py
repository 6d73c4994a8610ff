"""Resources of tools that several statements put together: they are in the tools themselves now."""

from __future__ import annotations

import ast

from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.streaming.stream_events import is_shown
from unspool_rules.engine.toolmodels.passed_on import are_resources, statements
from unspool_rules.engine.work import Work

_NOTE = (
    "each tool has its own resources now, also where the program gave an agent those of one tool "
    "only"
)


def put_together(work: Work, node: ast.expr) -> bool:
    """Take away the statements that put resources of tool objects together in a name."""
    if not are_resources(work, node):
        return False
    gone = statements(work, node)
    for statement in gone:
        above = work.tree.parents.get(statement)
        alone = isinstance(above, ast.If) and not above.orelse and set(above.body) <= set(gone)
        all_of_it = (
            above if isinstance(above, ast.If) and alone and _only_asks(above.test) else None
        )
        if (all_of_it or statement) not in work.plan.rewritten:
            work.remove(all_of_it or statement)
    work.note(_NOTE)
    return True


def _only_asks(test: ast.expr) -> bool:
    """Whether a condition does nothing besides."""
    asking = (ast.Name, ast.Attribute, ast.Constant, ast.UnaryOp, ast.BoolOp, ast.Compare)
    if isinstance(test, ast.Call):
        return isinstance(test.func, ast.Name) and test.func.id == "hasattr"
    inner = [n for n in ast.iter_child_nodes(test) if isinstance(n, ast.expr)]
    return isinstance(test, asking) and all(_only_asks(n) for n in inner)


def fields_with(work: Work, node: ast.expr) -> dict[str, ast.expr] | None:
    """The fields of resources that are given in place, with those that are set one by one.

    None where something else may have been put into them.
    """
    literal = work.literal_of(node)
    fields = fields_of(literal)
    variable = work.variable_of(node)
    if fields is None or variable is None:
        return fields
    given = {**fields}
    block = work.tree.block_of(work.tree.statement(literal))
    for use in work.facts.scopes.reads(variable):
        if _is_argument(work, use) or is_shown(work.facts, use):
            continue
        match work.tree.parents.get(use):
            case ast.Subscript(slice=ast.Constant(value=str(key)), ctx=ast.Store()) as item:
                made = work.tree.parents.get(item)
                straight = work.tree.block_of(work.tree.statement(item)) is block
                before = work.tree.span(item).start < work.tree.span(node).start
                if isinstance(made, ast.Assign) and straight and before and key not in given:
                    given[key] = made.value
                    continue
        return None
    return given


def _is_argument(work: Work, use: ast.expr) -> bool:
    parent = work.tree.parents.get(use)
    while isinstance(parent, (ast.IfExp, ast.BoolOp)):
        parent = work.tree.parents.get(parent)
    return isinstance(parent, (ast.keyword, ast.Dict))


__all__ = ["fields_with", "put_together"]
