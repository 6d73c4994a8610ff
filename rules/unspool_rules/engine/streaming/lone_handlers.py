"""Handler classes whose streams are in other files: each is planned like a call.

What its callbacks get then comes from the class, as it comes from a stream elsewhere.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.types import Method

HANDLING = "handler.class"
"""The operation of such a class; no call of a client is one."""


def site_of(facts: Facts, base: ast.expr, cls: str) -> tuple[Site, ast.Call]:
    """A site for a class, and a call that stands for the one which gives it to a stream."""
    func = base.value if isinstance(base, ast.Subscript) else base
    assert isinstance(func, (ast.Name, ast.Attribute))
    module, _, name = cls.rpartition(".")
    openai = "azure-openai" if facts.only_azure_openai else "openai"
    site = Site(
        HANDLING,
        func,
        None,
        Method(None, module, name),
        None,
        openai if module.startswith("openai") else "agents",
        None,
        asynchronous=name.startswith("Async"),
        probable=False,
    )
    made = ast.Call(ast.Name(name, ast.Load()), [], [])
    facts.by_call[made] = site
    return site, made
