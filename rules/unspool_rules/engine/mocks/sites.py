"""What a test says of one mocked method: what it gives, and what is mocked beside it."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.mocks.values import Fake
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work

STARTS = ("run.create", "run.process")


@dataclass(frozen=True, slots=True)
class Given:
    """What a test lets a method give: ``method.return_value = value``."""

    value: ast.expr
    target: ast.expr
    assign: ast.Assign


def base_of(site: Site) -> ast.expr | None:
    """The client of ``client.beta.threads.create``."""
    node: ast.expr = site.func
    while isinstance(node, ast.Attribute):
        if node.attr == "beta":
            return node.value
        node = node.value
    return None


def rename(work: Work, site: Site, method: str) -> bool:
    base = base_of(site)
    if base is None:
        return False
    work.propose(site.func, lambda r: f"{r.text(base)}.{method}")
    return True


def given_by(work: Work, site: Site) -> Given | None:
    """What the method gives, where the test sets it: a value, and no function."""
    node = site.func
    if isinstance(node.ctx, ast.Store):
        assign = work.tree.parents.get(node)
        fake = Fake(work, assign.value) if isinstance(assign, ast.Assign) else None
        known = fake.attributes.get("return_value") if fake is not None and fake.made else None
        if known is None or not isinstance(assign, ast.Assign) or assign.targets != [node]:
            return None
        return Given(known.value, node, assign)
    above = work.tree.parents.get(node)
    if not isinstance(above, ast.Attribute) or above.attr != "return_value":
        return None
    assign = work.tree.parents.get(above)
    if not isinstance(assign, ast.Assign) or assign.targets != [above]:
        return None
    return Given(assign.value, above, assign)


def others(work: Work, site: Site, *operations: str) -> list[Site]:
    """What the same function says of other methods of the same client."""
    base, function = base_of(site), work.tree.function(site.func)
    same = ast.dump(base) if base is not None else ""
    return [
        other
        for other in work.plan.sites
        if other.operation in operations
        and work.tree.function(other.func) is function
        and (found := base_of(other)) is not None
        and ast.dump(found) == same
    ]


def states_of(work: Work, site: Site) -> list[ast.expr]:
    """The states of a run, one after the other: ``retrieve.side_effect = [queued, completed]``."""
    above = work.tree.parents.get(site.func)
    assign = work.tree.parents.get(above) if above is not None else None
    if not isinstance(above, ast.Attribute) or above.attr != "side_effect":
        return []
    value = assign.value if isinstance(assign, ast.Assign) else None
    return value.elts if isinstance(value, ast.List) else []


__all__ = ["STARTS", "Given", "base_of", "given_by", "others", "rename", "states_of"]
