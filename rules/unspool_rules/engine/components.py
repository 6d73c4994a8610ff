"""Components: the smallest sets of calls that must change together."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.engine.bonds import OPAQUE_IDS, bonds
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.uses.kinds import value_kind


class Components:
    """The smallest groups of a file's sites that change together (union-find)."""

    def __init__(self, facts: Facts, givens: Sequence[Site] = ()) -> None:
        self._sites = sorted([*facts.sites, *givens], key=lambda s: facts.tree.span(s.func).start)
        self._parent: dict[Site, Site] = {site: site for site in self._sites}
        self.holders: list[ast.expr] = []
        """Expressions that hold a result, or a part of one, in source order."""
        self._share_results(facts)
        for one, other in bonds(facts):
            self.join(one, other)

    def groups(self) -> list[list[Site]]:
        found: dict[Site, list[Site]] = {}
        for site in self._sites:
            found.setdefault(self.find(site), []).append(site)
        return list(found.values())

    def find(self, site: Site) -> Site:
        while self._parent[site] is not site:
            self._parent[site] = self._parent[self._parent[site]]
            site = self._parent[site]
        return site

    def join(self, one: Site, other: Site) -> None:
        self._parent[self.find(one)] = self.find(other)

    def _share_results(self, facts: Facts) -> None:
        """Binding edges: results that share a variable, and ids that change their meaning."""
        for node in facts.tree.of(ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Await):
            types = facts.infer.of(node)
            if not types:
                continue
            kinds = {value_kind(t) for t in types} - {None}
            if not kinds:
                continue
            self.holders.append(node)
            if kinds <= OPAQUE_IDS:
                continue
            origins = [site for site in facts.origins(node) if not _stays(site)]
            for other in origins[1:]:
                self.join(origins[0], other)
        spans = facts.tree.span
        self.holders.sort(key=lambda n: (spans(_root(n)).start, spans(n).end))


def _stays(site: Site) -> bool:
    """Whether what a call gives is the same object of the same library afterwards."""
    return site.operation.startswith("beta_store.")


def _root(node: ast.expr) -> ast.expr:
    """What an attribute is read of in the end, which ``getattr`` has inside of the reading."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node
