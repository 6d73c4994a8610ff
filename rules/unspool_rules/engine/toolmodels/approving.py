"""Where a run handler's method, which is called while the SDK waits for a run, is reached."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserInstance


def handled_by(work: Work, node: ast.expr) -> list[ast.expr]:
    """The calls that make runs with the handler in whose class an expression stands."""
    owner = work.tree.owner(node)
    found: list[ast.expr] = []
    for site in work.plan.sites if owner is not None else ():
        given = site.arguments.get("run_handler")
        if given is None or site.call is None:
            continue
        if any(isinstance(t, UserInstance) and t.node is owner for t in work.infer.of(given)):
            found.append(site.call)
    return found
