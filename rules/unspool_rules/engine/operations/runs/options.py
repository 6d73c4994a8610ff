"""Options that a run is given, for the response that takes its place."""

from __future__ import annotations

import ast

from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.formats import tool_choice
from unspool_rules.engine.tools.shaped_choices import openai_choice
from unspool_rules.engine.tools.shaped_formats import openai_text
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.writers import code_of, quoted
from unspool_rules.syntax.layout import mapping

Option = tuple[str, ast.expr, Writer]
"""The name of a response's argument, the legacy value that it is made of, and its new form."""
_PLAIN = {
    "metadata": "metadata",
    "parallel_tool_calls": "parallel_tool_calls",
    "max_completion_tokens": "max_output_tokens",
}
_OVERRIDES = ("model", "temperature", "top_p")


def options_of(work: Work, site: Site, agent: ast.expr) -> list[Option]:
    """What a run is given besides its thread, its agent and its messages; else it blocks."""
    found: list[Option] = []
    for old, new in _PLAIN.items():
        value = work.take(site, old)
        if value is not None:
            found.append((new, value, code_of(value)))
    if work.take(site, "max_prompt_tokens") is not None:
        work.note("`max_prompt_tokens` has no counterpart and is gone")
    truncation = work.take(site, "truncation_strategy")
    if truncation is not None:
        given = fields_of(truncation) or {}
        fields = {name: value for name, value in given.items() if not is_missing(value)}
        kind = work.string_value(fields.get("type"))
        if kind in ("auto", "disabled") and set(fields) == {"type"}:
            found.append(("truncation", truncation, quoted(kind)))
        else:
            work.block(truncation, "a response truncates by itself or not at all")
    choice = work.take(site, "tool_choice")
    if choice is not None:
        shaped = tool_choice if work.foundry(site) else openai_choice
        written = shaped(work, choice, agent)
        if written is not None:
            found.append(("tool_choice", choice, written))
    for name in (*_OVERRIDES, "tools", "response_format", "reasoning_effort"):
        value = work.take(site, name)
        if value is None or (name == "tools" and not work.foundry(site)):
            continue
        if work.foundry(site):
            if not (name == "response_format" and work.string_value(value) == "auto"):
                work.block(
                    value, f"`{name}` beside an agent is refused: it belongs to the definition"
                )
        elif name == "reasoning_effort":
            found.append(("reasoning", value, _effort(value)))
        elif name == "response_format":
            text = openai_text(work, value)
            if text is not None:
                found.append(("text", value, text))
        else:
            found.append((name, value, code_of(value)))
    return found


def _effort(value: ast.expr) -> Writer:
    return lambda r: mapping([("effort", r.code(value))])


__all__ = ["Option", "options_of"]
