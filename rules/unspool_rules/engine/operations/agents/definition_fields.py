"""What ``responses.create`` takes of the arguments that an assistant is made or updated with."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.models import Resources
from unspool_rules.engine.tools.shaped_formats import openai_text
from unspool_rules.engine.tools.shaped_tools import openai_tools
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Item, mapping

_PLAIN = ("model", "instructions", "temperature", "top_p")
Resourced = Callable[[ast.expr | None, ast.expr | None], Resources | None]
"""Gives the resources for ``tools`` and ``tool_resources``; None where it blocks."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a definition, as arguments of a call."""

    write: Callable[[Rendering], list[tuple[ast.expr, Item]]]
    """Gives each with the legacy argument that it is made of."""
    used: tuple[ast.expr | None, ...]
    """The legacy arguments that they are made of."""


def definition_fields(work: Work, site: Site, resourced: Resourced) -> Fields:
    """The fields that a site gives, under their new names and in their new forms."""
    kept = {key: work.take(site, key) for key in _PLAIN}
    tools, given = work.take(site, "tools"), work.take(site, "tool_resources")
    form, effort = work.take(site, "response_format"), work.take(site, "reasoning_effort")
    resources = resourced(tools, given)
    written: Writer | None = None
    if tools is not None and resources is not None:
        if not is_empty(tools):
            written = openai_tools(work, tools, resources)
        elif work.facts.keeps_assistants:
            written = _as_it_is(tools)
    plain = form is not None and work.string_value(form) == "auto"
    text = openai_text(work, form) if form is not None and not plain else None

    def write(r: Rendering) -> list[tuple[ast.expr, Item]]:
        items = [(v, r.item(f"{k}=", r.code(v), v)) for k, v in kept.items() if v is not None]
        if tools is not None and written is not None:
            items.append((tools, r.item("tools=", written(r), tools, given)))
        if form is not None and text is not None:
            items.append((form, r.item("text=", text(r), form)))
        if effort is not None:
            code = mapping([("effort", r.code(effort))])
            items.append((effort, r.item("reasoning=", code, effort)))
        return items

    return Fields(write, (*kept.values(), tools, given, form, effort))


def _as_it_is(value: ast.expr) -> Writer:
    return lambda r: r.code(value)
