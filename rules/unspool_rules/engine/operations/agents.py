"""Agents and assistants become agent versions in Foundry, definitions in the code at OpenAI."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping

from unspool_rules.engine.clients.projects import ENDPOINT_VARIABLE
from unspool_rules.engine.content import kinds_of
from unspool_rules.engine.definitions import name_of
from unspool_rules.engine.facts import Site
from unspool_rules.engine.formats import definition_format, is_typed, text_format
from unspool_rules.engine.operations import hub, late, updates
from unspool_rules.engine.operations.updates import repeatable
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.thread_resources import resources_for
from unspool_rules.engine.tools import Resources, of_set, resources_of, tools_of
from unspool_rules.engine.work import Work, is_empty, is_missing
from unspool_rules.syntax.layout import Brackets, Code, Item, call, lay_out, mapping

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
FILES = (
    "files of an assistant belong to its tools: `tool_resources` of file search or code interpreter"
)
TOOLSET = "tools and a tool set are both given"


def valid_name(text: str) -> str | None:
    """The text as an agent's name: letters, digits and inner hyphens, at most 63; None if empty."""
    slug = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:63].strip("-")
    return slug or None


def create(work: Work, site: Site) -> None:
    if late.put_off(work, site):
        return
    make(work, site)


def make(work: Work, site: Site) -> None:
    if work.foundry(site):
        _create_version(work, site)
    else:
        _create_definition(work, site)


def _name(work: Work, site: Site, name: ast.expr | None) -> Callable[[Rendering], Code] | None:
    if name is None:
        work.block(site.anchor, "an agent needs a name in the new service")
        return None
    value = work.string_value(work.literal_of(name))
    if value is None:
        work.note(
            "the agent's name must be letters, digits and inner hyphens, at most 63 characters"
        )
        return lambda r: r.code(name)
    if _NAME.fullmatch(value):
        return lambda r: r.code(name)
    slug = valid_name(value)
    if slug is None or not isinstance(name, ast.Constant):
        work.block(name, "an agent's name takes letters, digits and inner hyphens only")
        return None
    work.note(f'the agent is named "{slug}": names take letters, digits and inner hyphens only')
    return lambda r: f'"{slug}"'


def _create_version(work: Work, site: Site, agent: ast.expr | None = None) -> None:
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
    _refuse(work, site)
    typed = is_typed(work)
    resources = _resources(work, site, tools, given)
    written_tools = (
        tools_of(work, tools, resources, typed=typed)
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
    name = _name(work, site, arguments["name"]) if known is None else name_of(work, known)
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
            add("reasoning", _reasoning(r, effort, typed), effort)
        inputs = _inputs(work, site, arguments["instructions"], r, typed)
        if inputs is not None:
            add("structured_inputs", inputs)
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


def _refuse(work: Work, site: Site) -> None:
    work.refuse(site, {"body": "a raw body has the old shape"})


def _resources(
    work: Work, site: Site, tools: ast.expr | None, given: ast.expr | None
) -> Resources | None:
    """``tool_resources``, or the ``file_ids`` of Assistants v1: for code, or for a new store."""
    files = work.take(site, "file_ids")
    if files is None or is_empty(files):
        return resources_of(work, given)
    kinds = kinds_of(work, tools)
    found = Resources()
    if kinds == {"code_interpreter"}:
        found.files = files
        return found
    statement = work.tree.statement(site.anchor)
    searched = bool(kinds & {"retrieval", "file_search"}) and "code_interpreter" not in kinds
    if not searched or site.asynchronous or not work.alone(statement):
        work.block(files, FILES)
        return None
    found.store_of, found.site = files, site

    def making(r: Rendering) -> str:
        head = f"{r.made('vector_store', site)} = "
        made = call(f"{r.openai(site)}.vector_stores.create", [Item(r.code(files), "file_ids=")])
        column = len(r.tree.indent(statement)) + len(head)
        return head + lay_out(made, indent="", column=column, limit=r.limit)

    work.plan.inserted.setdefault(statement, []).append(making)
    work.note("the files go into a vector store made at every start; it takes a while to be ready")
    return found


def _reasoning(r: Rendering, effort: ast.expr, typed: bool) -> Code:
    if typed:
        reasoning = r.imports.need("openai.types.shared", "Reasoning")
        return call(reasoning, [Item(r.code(effort), "effort=")])
    return mapping([("effort", r.code(effort))])


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


# -- OpenAI's own service ------------------------------------------------------------------------


def _create_definition(work: Work, site: Site) -> None:
    """``partial(client.responses.create, model=…, …)``: the definition that each response gets."""
    model = work.take(site, "model")
    kept = {key: work.take(site, key) for key in ("instructions", "temperature", "top_p")}
    tools, given = work.take(site, "tools"), work.take(site, "tool_resources")
    form = work.take(site, "response_format")
    effort = work.take(site, "reasoning_effort")
    dropped = [work.take(site, key) for key in ("name", "description", "metadata")]
    _refuse(work, site)
    written: Writer | None = None
    resources = _resources(work, site, tools, given)
    if tools is not None and not is_empty(tools) and resources is not None:
        written = tools_of(work, tools, resources, typed=False, foundry=False)
    text = (
        text_format(work, form) if form is not None and work.string_value(form) != "auto" else None
    )
    if model is None:
        work.block(site.anchor, "the model is not given by name")
    holder = work.binding_name(site)
    parent = work.tree.parents.get(work.outer(site))
    stored = isinstance(parent, (ast.Assign, ast.AnnAssign, ast.Return)) or holder is not None
    if not stored and site.operation == "agent.create":
        work.block(site.anchor, "the assistant is not kept in a variable")
    for value in dropped:
        if value is not None and not isinstance(
            value, (ast.Constant, ast.Name, ast.Attribute, ast.Dict)
        ):
            work.block(
                value, "this value has no place in the definition, and computing it may matter"
            )
    if any(v is not None for v in dropped):
        work.note("name, description and metadata of the assistant have no place and are gone")
    if work.plan.blocked or model is None:
        return
    work.note("the assistant is a definition in the code now: nothing is stored at OpenAI")
    outer = work.outer(site)
    transport = work.transport(site)
    if any(not repeatable(work, value, site.anchor) for _, value in transport):
        work.block(site.anchor, "request options of the creation have no place in a definition")
        return
    if transport:
        work.note("request options of the assistant's creation are gone: nothing is requested")

    def write(r: Rendering) -> Code:
        partial = r.imports.need("functools", "partial")
        items = [Item(f"{r.openai(site)}.responses.create"), r.item("model=", r.code(model), model)]
        for key, value in kept.items():
            if value is not None:
                items.append(r.item(f"{key}=", r.code(value), value))
        if written is not None:
            items.append(r.item("tools=", written(r), tools, given))
        if text is not None:
            items.append(r.item("text=", text(r), form))
        if effort is not None:
            items.append(r.item("reasoning=", mapping([("effort", r.code(effort))]), effort))
        used = (model, *kept.values(), tools, given, form, effort)
        return Brackets(partial, tuple(items), below=r.leftovers(site.call, used))  # type: ignore[arg-type]

    work.replace(outer, write)


# -- by id -------------------------------------------------------------------------------------


def delete(work: Work, site: Site) -> None:
    agent = work.take(site, "agent_id", "assistant_id")
    if agent is None:
        work.block(site.anchor, "the agent's id is not given by name or position")
        return
    if not work.foundry(site):
        makers = work.facts.origins(agent)
        statement = work.tree.statement(site.anchor)
        if (
            makers
            and all(m.operation in ("agent.create", "agent.update") for m in makers)
            and isinstance(statement, ast.Expr)
        ):
            work.transport(site)
            work.remove(statement)
            return
        work.block(site.anchor, "OpenAI's service has no stored agents any more to delete")
        return
    if not work.require_project(site):
        return
    name = name_of(work, agent)
    if name is None:
        return
    _deleted(work, site)
    makers = work.facts.origins(agent)
    holder = agent.value if isinstance(agent, ast.Attribute) and agent.attr == "id" else None
    changed = any(updates.updates_of(work, m) for m in makers)
    made = bool(makers) and all(m.operation == "agent.create" for m in makers)
    if holder is not None and made and not changed:
        work.write_call(
            site,
            lambda r: f"{r.project(site)}.agents.delete_version",
            lambda r: [
                r.item("agent_name=", f"{r.operand(holder)}.name", agent),
                Item(f"{r.operand(holder)}.version", "agent_version="),
            ],
            used=(agent,),
        )
        return
    work.note("deleting an agent by name deletes all of its versions")
    work.write_call(
        site,
        lambda r: f"{r.project(site)}.agents.delete",
        lambda r: [r.item("agent_name=", name(r), agent)],
        used=(agent,),
    )


def _deleted(work: Work, site: Site) -> None:
    """What the betas answered to a deletion: an id, which is a name now, and ``deleted``."""
    uses: list[ast.expr] = [work.outer(site)]
    target = work.binding_name(site)
    variable = None if target is None else work.facts.scopes.variable(target)
    if variable is not None and len(work.facts.scopes.bindings(variable)) == 1:
        uses += [u for u in work.facts.scopes.uses(variable) if isinstance(u.ctx, ast.Load)]
    for use in uses:
        parent = work.tree.parents.get(use)
        if isinstance(parent, ast.Attribute) and parent.attr == "id":
            work.replace(parent, lambda r, u=use: f"{r.operand(u)}.name")  # type: ignore[misc]
        elif isinstance(parent, (ast.Return, ast.Call, ast.FormattedValue)):
            work.note("what is answered to a deletion has a `name` in place of the `id`")


def get(work: Work, site: Site) -> None:
    agent = work.take(site, "agent_id", "assistant_id")
    if agent is None or not work.foundry(site):
        work.block(
            site.anchor,
            "OpenAI's service has no stored agents any more: look up this assistant's model, "
            "instructions and tools, and put them into the code",
        )
        return
    if not work.require_project(site):
        return
    name = name_of(work, agent)
    if name is None:
        return
    work.write_call(
        site,
        lambda r: f"{r.project(site)}.agents.get",
        lambda r: [r.item("agent_name=", name(r), agent)],
        used=(agent,),
    )
    work.rename_result(site, "assistant", "agent")


def list_(work: Work, site: Site) -> None:
    if not work.foundry(site):
        work.block(site.anchor, "OpenAI's service has no stored agents any more to list")
        return
    work.refuse(
        site, {"after": "agents are paged with `before` only", "before": "ids are not names"}
    )
    kept = {key: work.take(site, key) for key in ("limit", "order")}
    if not work.require_project(site):
        return
    extra = work.transport(site)
    outer = work.outer(site)
    parent = work.tree.parents.get(outer)
    direct = isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and parent.iter is outer
    if site.asynchronous and not work.tree.is_awaited(site.call):  # type: ignore[arg-type]
        direct = direct or _only_looped_over(work, site)
    work.note("only agents of the new service are listed")

    def write(r: Rendering) -> Code:
        items = [Item('"prompt"', "kind=")]
        for key, value in kept.items():
            if value is not None:
                text = work.enum_value(value)
                items.append(r.item(f"{key}=", f'"{text}"' if text else r.code(value), value))
        items += [r.item(f"{k}=", r.code(v), v) for k, v in extra]
        listed = call(f"{r.project(site)}.agents.list", items)
        if direct:
            return listed
        if site.asynchronous:
            return Brackets(f"[item async for item in {listed.head}", listed.items, tail="]")
        return Brackets(f"list({listed.head}", listed.items, tail=")")

    work.replace(outer, write)


def _only_looped_over(work: Work, site: Site) -> bool:
    """Whether the pager is kept in a name that is read by asynchronous loops only."""
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None or len(work.facts.scopes.bindings(variable)) != 1:
        return False
    loads = [u for u in work.facts.scopes.uses(variable) if isinstance(u.ctx, ast.Load)]
    loops = [work.tree.parents.get(use) for use in loads]
    return all(
        isinstance(loop, ast.AsyncFor) or (isinstance(loop, ast.comprehension) and loop.is_async)
        for loop in loops
    )


def update(work: Work, site: Site) -> None:
    """A new version of the agent, with the fields of its creation and the changed ones."""
    if late.complete(work, site, make):
        return
    if not work.foundry(site):
        updates.redefine(work, site)
        return
    agent = work.take(site, "agent_id", "assistant_id")
    if agent is None:
        work.block(site.anchor, updates.UNKNOWN)
        return
    if updates.merged(work, site, agent):
        _create_version(work, site, agent)


def connect(work: Work, site: Site) -> None:
    """``from_connection_string``: the project is named by its endpoint now."""
    work.take(site, "conn_str")
    credential = work.take(site, "credential")
    if credential is None:
        work.block(site.anchor, "the credential is not given by name")
        return
    kept = [credential]
    hub.connections(work, site)
    work.note(
        f"a connection string has no endpoint: set `{ENDPOINT_VARIABLE}` to the project's endpoint"
    )

    def items(r: Rendering) -> list[Item]:
        os = r.imports.need_module("os")
        return [
            Item(f'{os}.environ["{ENDPOINT_VARIABLE}"]', "endpoint="),
            r.item("credential=", r.code(credential), credential),
        ]

    func = site.func
    assert isinstance(func, ast.Attribute)
    work.write_call(site, lambda r: r.text(func.value), items, used=kept)


def close(work: Work, site: Site) -> None:
    """``close()`` stays; the OpenAI client made beside the new client is closed after it."""
    work.transport(site)
    if not _can_follow(work, site):
        work.note("the project's OpenAI client is a second one to close; here only the first is")


def _can_follow(work: Work, site: Site) -> bool:
    """Whether a line after the call's own runs just when the call does."""
    statement = work.tree.statement(site.func)
    return (
        site.call is not None
        and isinstance(statement, ast.Expr)
        and statement.value is work.outer(site)
        and work.alone(statement)
    )


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "agent.create": create,
    "agent.delete": delete,
    "agent.get": get,
    "agent.list": list_,
    "agent.update": update,
    "client.close": close,
    "client.connect": connect,
}

__all__ = ["PLANNERS", "is_missing", "valid_name"]
