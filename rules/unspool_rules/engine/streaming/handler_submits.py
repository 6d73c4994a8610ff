"""Handler classes that hand in outputs of functions, and so open further streams themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import Flow

if TYPE_CHECKING:
    from unspool_rules.engine.streaming.handlers import Handler


def find_within(
    facts: Facts, flows: Mapping[Site, Flow], by_class: Mapping[ast.ClassDef, Handler]
) -> Iterator[tuple[Site, Site]]:
    """Tell each stream that a handler's method opens for outputs which class that is.

    Yields:
        Pairs of operations that change together: one that the handler gets events of, and that.
    """
    for site, flow in flows.items():
        owner = facts.tree.owner(site.func)
        around = by_class.get(owner) if owner is not None else None
        if site.operation == "run.submit_stream" and around is not None:
            flow.within = around
            yield around.site, site


__all__ = ["find_within"]
