"""Whether an agent is made anew each time that a program runs.

In the new service an agent's name is its identity: making it again adds a version, and nothing
takes old versions away (azure-ai-projects 2.x ``agents.create_version``).
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site

PILES_UP = "each run adds a version to the agent of this name: make it once, or look it up first"
_LOOKS_UP = ("agent.get", "agent.list", "agent.update")


def piles_up(facts: Facts, site: Site, flow: Iterable[Site]) -> bool:
    """Whether nothing around a creation asks if the agent is there, and nothing deletes it.

    Args:
        facts: what the file holds.
        site: the creation.
        flow: the calls that belong together with it.
    """
    if site.operation != "agent.create" or any(s.operation == "agent.delete" for s in flow):
        return False
    tree = facts.tree
    home = tree.function(site.func)
    for other in facts.sites:
        if other.operation in _LOOKS_UP and tree.function(other.func) is home:
            return False
    child: ast.AST = site.func
    for node in tree.ancestors(site.func):
        if node is home:
            break
        if isinstance(node, (ast.ExceptHandler, ast.IfExp, ast.BoolOp)):
            return False
        if isinstance(node, ast.If) and child is not node.test and not _always(node, child):
            return False
        child = node
    return True


def _always(node: ast.If, child: ast.AST) -> bool:
    """``if __name__ == "__main__"``, and ``if self._agent is None``: so it is at each start."""
    if child not in node.body:
        return False
    test = node.test
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return isinstance(test.operand, ast.Attribute)
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return False
    if isinstance(test.left, ast.Name) and test.left.id == "__name__":
        return True
    other = test.comparators[0]
    nothing = isinstance(other, ast.Constant) and other.value is None
    return isinstance(test.ops[0], ast.Is) and nothing and isinstance(test.left, ast.Attribute)
