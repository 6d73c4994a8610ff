"""Forms that azure-ai-projects had in 2.0.0b1 to b3 only: renamed classes, moved and gone calls.

Most of them have the same meaning under another name, so that their fixes are safe. A finding needs
a name that no other version has, or, where a name means something in 1.x as well, something else in
the file that only the new API has.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.preview.calls import gone
from unspool_rules.engine.preview.classes import imported, of_module
from unspool_rules.engine.preview.era import MODELS, Era
from unspool_rules.engine.preview.features import opted_in
from unspool_rules.engine.preview.renamed import renamed
from unspool_rules.engine.preview.responses import awaited, extra_body
from unspool_rules.engine.preview.subclients import moved
from unspool_rules.model import Target


def preview(facts: Facts, target: Target) -> list[Spot]:
    """Every form of the preview era that the target version does not have any more."""
    if "azure.ai.projects" not in facts.tree.source and "agent_reference" not in facts.tree.source:
        return []
    return list(_spots_of(Era(facts, target)))


def _spots_of(era: Era) -> Iterator[Spot]:
    for node in era.tree.nodes:
        if isinstance(node, ast.ImportFrom) and node.module == MODELS and not node.level:
            for alias in node.names:
                yield from imported(era, node, alias)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield from of_module(era, node)
            yield from moved(era, node)
            yield from renamed(era, node)
            yield from gone(era, node)
        elif isinstance(node, ast.Await):
            yield from awaited(era, node)
        elif isinstance(node, ast.Call):
            yield from opted_in(era, node)
        elif isinstance(node, (ast.Dict, ast.Subscript)):
            yield from extra_body(era, node)
