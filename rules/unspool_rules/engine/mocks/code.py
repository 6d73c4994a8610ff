"""What code calls that a test has in view, by then migrated: its mocks follow it.

Files that import each other are analysed together (``linked``), once more after each round of
fixes, so a test sees the new calls of the code it tests.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.mocks import is_mocked

NEW = (
    "conversations.create",
    "conversations.retrieve",
    "conversations.delete",
    "conversations.items.create",
    "conversations.items.list",
    "responses.create",
    "responses.retrieve",
)
"""The methods of OpenAI's clients that migrated code calls."""


@dataclass(slots=True)
class Tested:
    """The code in view that is no test of mocks."""

    named: dict[str, list[ast.Attribute]] = field(default_factory=dict)
    """By the method: where it is named, which is where it is called."""
    reads: set[str] = field(default_factory=set)
    """Names of attributes that are read somewhere."""
    stored: bool = False
    """Whether it reads the definitions of assistants from their file."""
    old: bool = False
    """Whether the old service is called in it."""

    def calls(self, method: str) -> bool:
        return method in self.named


@lru_cache(maxsize=2)  # asked for each mocked method
def tested(facts: Facts) -> Tested:
    """What is known of the code that the mocks of a test may stand in for."""
    found = Tested()
    tests = {facts.tree.part_of(s.func) for s in facts.sites if _is_mock(facts, s)}
    parts = {*range(len(facts.tree.modules))} - tests
    for site in facts.sites:
        found.old |= not site.azure and facts.tree.part_of(site.func) in parts
    found.stored = any(
        n.value == "assistants.json" and facts.tree.part_of(n) in parts
        for n in facts.tree.of(ast.Constant)
    )
    for node in facts.tree.of(ast.Attribute) if parts else ():
        if facts.tree.part_of(node) not in parts:
            continue
        found.reads.add(node.attr)
        method = next((m for m in NEW if _ends_with(node, m.split("."))), None)
        if method is not None:
            found.named.setdefault(method, []).append(node)
    return found


def _is_mock(facts: Facts, site: Site) -> bool:
    return site.call is None and is_mocked(facts.tree, site.func)


def _ends_with(node: ast.expr, names: list[str]) -> bool:
    for name in reversed(names):
        if not isinstance(node, ast.Attribute) or node.attr != name:
            return False
        node = node.value
    return True


def called(facts: Facts, method: ast.Attribute) -> ast.expr | None:
    """The call of a method, with what waits for it."""
    call = facts.tree.parents.get(method)
    if not isinstance(call, ast.Call) or call.func is not method:
        return None
    above = facts.tree.parents.get(call)
    return above if isinstance(above, ast.Await) else call


__all__ = ["Tested", "called", "tested"]
