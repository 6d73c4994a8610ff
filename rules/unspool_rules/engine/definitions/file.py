"""Definitions of assistants that are read from a file beside the program, by their ids.

OpenAI's service stores no assistants any more, and a program may know one by its id only. It then
reads model, instructions and tools from ``assistants.json``, by the id that it uses already.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from unspool_rules.engine.definitions.store import FILE, helper
from unspool_rules.engine.flow.leaves import Leaves
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

NOTE = (
    f"write the definitions of stored assistants into `{FILE}` beside the program: "
    '`{"asst_…": {"model": …, "instructions": …, "tools": […]}}`, as `responses.create` takes them'
)
KEPT = (
    f"the program keeps its assistants in `{FILE}`, beside this file or in a folder above it, for "
    "all files that import each other: put those that OpenAI stored into it, under their ids; "
    "whether all that runs the program shares the file, may write it, and does so one at a time, "
    "is yours to judge"
)
TWO_WAYS = (
    "one way this is the id of a stored assistant, another way that of one made in the code: get "
    "the stored one with `assistants.retrieve` where its id is read, and hand on the assistants"
)
DEFINED = frozenset({"model", "instructions", "tools", "temperature", "top_p", "text", "reasoning"})
"""Arguments of ``responses.create`` that a definition may hold, too."""
MADE = ("agent.create", "agent.update", "agent.get")
"""Operations whose result is a definition that can be called."""


def is_looked_up(work: Work, agent: ast.expr) -> bool:
    """Whether an assistant is known by the id of a stored one only."""
    return work.facts.keeps_assistants or not work.facts.origins(agent)


def is_unpacked(work: Work, site: Site, agent: ast.expr) -> bool:
    """Whether a run's definition is unpacked into its call, not called itself.

    A ``partial`` of what is read from a file has the type of a response without a stream.
    """
    if work.foundry(site):
        return False
    if work.facts.keeps_assistants:
        return True
    fetched = any(maker.operation == "agent.get" for maker in work.facts.origins(agent))
    return is_looked_up(work, agent) or (fetched and site in work.facts.flows)


def also_stored(work: Work, agent: ast.expr) -> ast.expr | None:
    """Where an id comes from that is not that of an assistant in view, beside one that is."""
    for leaf in Leaves(work.facts).of(agent):
        if isinstance(leaf, ast.Constant):
            if leaf.value:
                return leaf
        elif not work.facts.origins(leaf) and not is_missing(leaf):
            return leaf
    return None


def looked_up(r: Rendering, agent: ast.expr) -> str:
    """``definition_of(assistant_id)``."""
    return f"{helper(r, 'definition_of')}({r.text(agent)})"


def unpacked(r: Rendering, known: str, agent: ast.expr, changed: Sequence[Item] = ()) -> Item:
    """``**definition_of(assistant_id)``, with what a run changes in it.

    Args:
        known: the expression of the definition.
        agent: the legacy expression that it takes the place of.
        changed: items of a dict that take precedence over those of the definition.
    """
    if not changed:
        return r.item("**", known, agent)
    return r.item("**", Brackets("", (Item(known, "**"), *changed), "{", "}"), agent)


def definition_first(items: Iterable[Item]) -> list[Item]:
    """Arguments with the definition before the others."""
    return sorted(items, key=lambda item: item.prefix != "**")
