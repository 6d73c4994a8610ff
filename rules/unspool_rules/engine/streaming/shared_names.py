"""Names that hold one of several streams: of two branches, or one after the other in a loop."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.guards import is_truth
from unspool_rules.syntax.tree import Tree

if TYPE_CHECKING:
    from unspool_rules.engine.sites import Site
    from unspool_rules.engine.streaming.streams import Flow, Flows

Kept = dict[Variable, list[tuple["Flow", ast.stmt]]]
"""By name: the streams that it holds, and the statements that give them to it."""
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
SEVERAL = "the stream's name is bound more than once"


def share(flows: Flows, kept: Kept) -> Iterator[tuple[Site, Site]]:
    """Let uses of such a name, each read as one stream's, be uses of the others, too.

    Yields:
        Pairs of streams that the same code reads, which change together.
    """
    tree, scopes = flows.tree, flows.facts.scopes
    for variable, holders in kept.items():
        reads = [r for r in scopes.reads(variable) if isinstance(r, ast.Name)]
        owned = {name for flow, _ in holders for name in flow.names}
        known = {statement for _, statement in holders}
        others = [b for b in scopes.bindings(variable) if tree.statement(b.node) not in known]
        plain = [b for b in others if isinstance(b.value, (ast.Name, ast.Constant))]
        if plain and not all(r in owned or is_asked(tree, r) for r in reads):
            holders[0][0].problems.append((holders[0][1], SEVERAL))
        for flow, statement in holders:
            mine = [r for r in reads if r in flow.names]
            for other, made in holders:
                if other is flow or not any(_reaches(tree, made, statement, r) for r in mine):
                    continue
                if any("event_handler" in f.site.arguments for f in (flow, other)):
                    flow.problems.append((statement, SEVERAL))
                if other.site not in flow.also:
                    flow.also.append(other.site)
                yield flow.site, other.site


def _reaches(tree: Tree, made: ast.stmt, instead: ast.stmt, use: ast.expr) -> bool:
    """Whether a use of a name gets what one statement gave it, where another one is nearer.

    That is so unless the nearer one always comes in between.
    """
    around, outer = list(tree.ancestors(use)), tree.parents[instead]
    if tree.span(made).start > tree.span(use).start:
        loops = [a for a in tree.ancestors(made) if a in around and isinstance(a, _LOOPS)]
        inside = list(tree.ancestors(instead))
        return any(loop not in inside or outer not in around for loop in loops)
    if outer not in list(tree.ancestors(made)):
        return True
    return isinstance(outer, ast.If) and _branch(tree, outer, made) is not _branch(
        tree, outer, instead
    )


def is_asked(tree: Tree, use: ast.expr) -> bool:
    """Whether it is only asked whether there is a stream."""
    parent = tree.parents.get(use)
    return is_truth(tree, use) or (
        isinstance(parent, ast.Compare)
        and isinstance(parent.ops[0], (ast.Is, ast.IsNot))
        and isinstance(parent.comparators[0], ast.Constant)
        and parent.comparators[0].value is None
    )


def _branch(tree: Tree, statement: ast.If, inner: ast.AST) -> list[ast.stmt] | None:
    """The branch that something stands in."""
    inside = {inner, *tree.ancestors(inner)}
    branches = (statement.body, statement.orelse)
    return next((b for b in branches if any(s in inside for s in b)), None)


__all__ = ["SEVERAL", "Kept", "is_asked", "share"]
