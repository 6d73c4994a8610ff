"""Updates of an agent whose definition is not in view: what its latest version says, changed.

The old call patched single fields and left the others as they were; a new version has the whole
definition (``AgentVersionDetails.definition``, azure-ai-projects 2.x), its description and its
metadata.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.definitions.references import name_of
from unspool_rules.engine.flow.absent import is_plain, is_something, only_given
from unspool_rules.engine.messages.content import kinds_of
from unspool_rules.engine.operations.agents.definition_parts import (
    reasoning,
    refuse_unknown,
    resources_given,
)
from unspool_rules.engine.operations.agents.found_by_name import is_found_by
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.formats import definition_format, is_typed
from unspool_rules.engine.tools.models import of_set, tools_of
from unspool_rules.engine.tools.shaped_tools import openai_tools
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, call

UNKNOWN = (
    "an update changed single fields; a new version needs the whole definition: read the "
    "latest, change it, and call `create_version` with it"
)
_FIELDS = ("model", "instructions", "temperature", "top_p")
_BESIDE = ("description", "metadata")
"""What a version has next to its definition."""
_PLACES = (ast.Expr, ast.Assign, ast.AnnAssign, ast.Return)


def revise(work: Work, site: Site, agent: ast.expr) -> None:
    """A new version, made of the latest one and of the fields that the update gives."""
    named = work.take(site, "name") if "name" in site.arguments else None
    if named is not None and not is_found_by(work, agent, named):
        work.block(named, "an agent's name cannot be changed any more")
        return
    statement = _place(work, site)
    if statement is None or site.unpacked or not is_plain(agent) or not is_typed(work):
        work.block(site.anchor, UNKNOWN)
        return
    given = {key: work.take(site, key) for key in (*_FIELDS, *_BESIDE)}
    if not all(value is None or _can_stand(work, site, value) for value in given.values()):
        work.block(site.anchor, UNKNOWN)
        return
    parts = _parts(work, site)
    refuse_unknown(work, site)
    name = name_of(work, agent)
    if not work.require_project(site) or name is None or parts is None:
        return
    work.note("fields that the update does not name are those of the agent's latest version")
    wait, close = ("(await ", ")") if site.asynchronous else ("", "")

    def reading(r: Rendering) -> str:
        fetched = f"{wait}{r.project(site)}.agents.get(agent_name={name(r)}){close}"
        return f"{r.made('latest', site)} = {fetched}.versions.latest"

    def definition(r: Rendering) -> Code:
        sure: list[tuple[str, Code]] = []
        maybe: list[tuple[str, Code]] = []
        for key in _FIELDS:
            value = given[key]
            if value is not None:
                pairs = sure if is_something(work, value) else maybe
                pairs.append((key, r.code(value)))
        sure += [(key, writer(r)) for key, writer in parts.items()]
        items = [Item(f"{r.made('latest', site)}.definition", "**")]
        items += [Item(code, f'"{key}": ') for key, code in sure]
        if maybe:
            items.append(only_given(maybe))
        return call(r.model("PromptAgentDefinition"), [Item(Brackets("", tuple(items), "{", "}"))])

    def beside(r: Rendering, key: str) -> Item:
        value, latest = given[key], f"{r.made('latest', site)}.{key}"
        if value is None:
            return Item(latest, f"{key}=")
        if is_something(work, value):
            return r.item(f"{key}=", r.code(value), value)
        text = r.text(value)
        return r.item(f"{key}=", f"{text} if {text} is not None else {latest}", value)

    work.write_call(
        site,
        lambda r: f"{r.project(site)}.agents.create_version",
        lambda r: [
            r.item("agent_name=", name(r), agent),
            Item(definition(r), "definition="),
            *(beside(r, key) for key in _BESIDE),
        ],
        used=(agent, named, *given.values()),
    )
    work.plan.inserted.setdefault(statement, []).append(reading)
    work.plan.revised.add(site)
    work.rename_result(site, "assistant", "agent")


def _parts(work: Work, site: Site) -> dict[str, Writer] | None:
    """Fields of the definition that have another form than the update's; None where blocked."""
    tools, given = work.take(site, "tools"), work.take(site, "tool_resources")
    form, effort = work.take(site, "response_format"), work.take(site, "reasoning_effort")
    toolset = work.take(site, "toolset")
    found: dict[str, Writer] = {}
    if (toolset is not None and tools is not None) or (
        tools is None and given is not None and not is_empty(given)
    ):
        work.block(site.anchor, UNKNOWN)
        return None
    if tools is not None:
        resources = resources_given(work, site, tools, given)
        shaped = tools_of if site.azure else openai_tools
        written = (
            shaped(work, tools, resources, typed=True, foundry=True)
            if resources is not None
            else None
        )
        if written is None:
            return None
        if given is None and "code_interpreter" in kinds_of(work, tools):
            work.note("the files of the agent's code interpreter have to be given with it again")
        found["tools"] = written
    if toolset is not None:
        written = of_set(work, toolset, typed=True)
        if written is None:
            return None
        found["tools"] = written
    if form is not None:
        text = definition_format(work, form, typed=True)
        if text is None:
            return None
        found["text"] = text
    if effort is not None:
        given_effort = effort
        found["reasoning"] = lambda r: reasoning(r, given_effort, True)
    return found


def _place(work: Work, site: Site) -> ast.stmt | None:
    """The statement that a line can stand before, to run whenever the update does."""
    outer = work.outer(site)
    statement = work.tree.parents.get(outer)
    while isinstance(statement, ast.Attribute):  # of what comes back
        statement = work.tree.parents.get(statement)
    if not isinstance(statement, _PLACES) or site.thread is not None or site.call is None:
        return None
    if isinstance(statement, ast.Assign) and len(statement.targets) != 1:
        return None
    return statement if work.alone(statement) and site.call.func is site.func else None


def _can_stand(work: Work, site: Site, value: ast.expr) -> bool:
    """Whether it is certain what a field's value does where it is None.

    azure-ai-agents sends no field that is None, so it stays as it was; openai sends it as null,
    or its own mark for what is not given.
    """
    return is_something(work, value) or (site.azure and is_plain(value))
