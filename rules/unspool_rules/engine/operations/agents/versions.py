"""Agents and assistants become agent versions in Foundry."""

from __future__ import annotations

import ast

from unspool_rules.engine.attachments.thread_resources import resources_for
from unspool_rules.engine.definitions.references import name_of
from unspool_rules.engine.operations.agents.conditional_fields import in_definition
from unspool_rules.engine.operations.agents.definition_parts import (
    TOOLSET,
    reasoning,
    refuse_unknown,
    resources_given,
)
from unspool_rules.engine.operations.agents.names import agent_name
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.formats import definition_format, is_typed
from unspool_rules.engine.tools.models import of_set, tools_of
from unspool_rules.engine.tools.shaped_tools import openai_tools
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, call, mapping


def create_version(work: Work, site: Site, agent: ast.expr | None = None) -> None:
    """A version of a new agent, or of one whose id is given."""
    arguments = {
        key: work.take(site, key)
        for key in (
            "name",
            "description",
            "metadata",
            "model",
            "instructions",
            "temperature",
            "top_p",
        )
    }
    tools, given = work.take(site, "tools"), work.take(site, "tool_resources")
    given = given or resources_for(work, site)
    form = work.take(site, "response_format")
    effort = work.take(site, "reasoning_effort")
    toolset = work.take(site, "toolset")
    toolset = None if toolset is not None and is_empty(toolset) else toolset
    if toolset is not None and site.azure and isinstance(work.literal_of(toolset), ast.Call):
        tools, given = None, None  # the SDK put those of the tool set in their place
    refuse_unknown(work, site)
    typed = is_typed(work)
    resources = resources_given(work, site, tools, given)
    given_tools = tools_of if site.azure else openai_tools
    written_tools = (
        given_tools(work, tools, resources, typed=typed, foundry=True)
        if tools is not None and not is_empty(tools) and resources is not None
        else None
    )
    if toolset is not None and tools is None:
        written_tools = of_set(work, toolset, typed)
    elif toolset is not None:
        work.block(toolset, TOOLSET)
    written_form = definition_format(work, form, typed) if form is not None else None
    if form is not None and work.string_value(form) == "auto":
        written_form = None
    if arguments["model"] is None:
        work.block(site.anchor, "the model is not given by name")
    known = agent
    name = agent_name(work, site, arguments["name"]) if known is None else name_of(work, known)
    project = work.require_project(site)
    if work.plan.blocked or name is None or not project:
        return
    work.note("an agent made at every start adds a version to the agent of its name each time")

    def definition(r: Rendering) -> Code:
        items: list[Item] = [] if typed else [Item('"prompt"', '"kind": ')]

        def add(key: str, code: Code, *sources: ast.expr | None) -> None:
            items.append(r.item(f"{key}=" if typed else f'"{key}": ', code, *sources))

        for key in ("model", "instructions", "temperature", "top_p"):
            value = arguments[key]
            if key == "instructions":
                instructions = _instructions(work, site, value, r)
                if instructions is not None:
                    add(key, instructions, value)
            elif value is not None:
                add(key, r.code(value), value)
        if written_tools is not None:
            add("tools", written_tools(r), tools, toolset, given)
        if written_form is not None:
            add("text", written_form(r), form)
        if effort is not None:
            add("reasoning", reasoning(r, effort, typed), effort)
        inputs = _inputs(work, site, arguments["instructions"], r, typed)
        if inputs is not None:
            add("structured_inputs", inputs)
        if in_definition(site):
            items.append(Item(site.spread, "**"))
        if typed:
            return Brackets(r.model("PromptAgentDefinition"), tuple(items))
        return Brackets("", tuple(items), "{", "}")

    def items(r: Rendering) -> list[Item]:
        found = [
            r.item("agent_name=", name(r), arguments["name"] or known),
            Item(definition(r), "definition="),
        ]
        for key in ("description", "metadata"):
            value = arguments[key]
            if value is not None:
                found.append(r.item(f"{key}=", r.code(value), value))
        return found

    work.write_call(
        site,
        lambda r: f"{r.project(site)}.agents.create_version",
        items,
        used=(known, *arguments.values(), tools, toolset, given, form, effort),
    )
    work.rename_result(site, "assistant", "agent")


def _instructions(work: Work, site: Site, value: ast.expr | None, r: Rendering) -> Code | None:
    """The definition's instructions, with places for what runs used to add."""
    keys = work.plan.structured.get(site)
    if not keys:
        return r.code(value) if value is not None else None
    if "instructions" in keys:
        tail = " {{additional_instructions}}" if "additional_instructions" in keys else ""
        return f'"{{{{instructions}}}}{tail}"'
    if value is None:
        return '"{{additional_instructions}}"'
    text = r.text(value)
    place = " {{additional_instructions}}"
    if isinstance(value, ast.Constant) and text[:1] in "\"'" and text[:3] not in ('"""', "'''"):
        parts = text.split(text[0])
        if len(parts) == 3:
            return f"{text[:-1]}{place}{text[-1]}"
    return (
        f'{r.operand(value)} + "{place}"'
        if not isinstance(value, ast.Constant)
        else f'{text} "{place}"'
    )


def _inputs(
    work: Work, site: Site, instructions: ast.expr | None, r: Rendering, typed: bool
) -> Code | None:
    keys = work.plan.structured.get(site)
    if not keys:
        return None
    pairs: list[tuple[str, Code]] = []
    for key in keys:
        default: Code = '""'
        if key == "instructions" and instructions is not None:
            default = r.code(instructions)
        schema = '{"type": "string"}'
        if typed:
            made: Code = call(
                r.model("StructuredInputDefinition"),
                [Item(default, "default_value="), Item(schema, "schema=")],
            )
        else:
            made = mapping([("default_value", default), ("schema", schema)])
        pairs.append((key, made))
    return mapping(pairs)
