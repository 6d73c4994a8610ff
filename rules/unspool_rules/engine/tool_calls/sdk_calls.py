"""Runs whose functions the SDK called by itself, which the code that a fix writes calls now."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS, WAITS
from unspool_rules.engine.work import Work


def calls_functions(work: Work, test: ast.expr) -> bool:
    """Whether all runs that a condition asks about are such."""
    read = {m for n in ast.walk(test) if isinstance(n, ast.Name) for m in work.facts.origins(n)}
    made = {maker for maker in read if maker.operation not in POLLS}
    enabled = any(
        site.operation == "functions.auto"
        or (".projects." in site.method.cls and "toolset" in site.arguments)  # the betas
        for site in work.plan.sites
    )
    return enabled and bool(made) and all(maker.operation in WAITS for maker in made)
