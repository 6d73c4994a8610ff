"""Updates of an agent: a new version with its whole definition, or a new definition in the code."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.definitions.references import definition_holder
from unspool_rules.engine.definitions.store import FILE
from unspool_rules.engine.flow.absent import is_something
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.operations.agents.kept_ids import kept_by
from unspool_rules.engine.operations.agents.makers import maker_of, updates_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.models import Resources, resources_of
from unspool_rules.engine.tools.shaped_formats import openai_text
from unspool_rules.engine.tools.shaped_tools import openai_tools
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, mapping

_FIELDS = (
    "model",
    "instructions",
    "temperature",
    "top_p",
    "tools",
    "tool_resources",
    "toolset",
    "response_format",
    "reasoning_effort",
    "description",
    "metadata",
)
_SINGLE = ("model", "instructions", "temperature", "top_p", "description", "metadata")
_CALLS = {"os.getenv", "os.environ.get", "getenv", "environ.get"}


def merged(work: Work, site: Site, agent: ast.expr) -> bool:
    """Give an update's site the fields of the creation that it does not change.

    Returns:
        False where the fields of the agent are not all known at this place.
    """
    maker = maker_of(work, agent)
    if maker is None or maker.unpacked or maker.sometimes or site.unpacked or site.sometimes:
        return False
    if "name" in site.arguments or any(s is not site for s in updates_of(work, maker)):
        return False
    if not all(is_something(work, v) for k, v in site.arguments.items() if k in _SINGLE):
        return False
    kept = {k: v for k, v in maker.arguments.items() if k in _FIELDS}
    if "tools" in site.arguments:
        kept.pop("toolset", None)
    if "toolset" in site.arguments:
        kept.pop("tools", None)
        kept.pop("tool_resources", None)
    for key, value in kept.items():
        if key not in site.arguments and not repeatable(work, value, site.anchor):
            return False
    for key, value in kept.items():
        site.arguments.setdefault(key, value)
    return True


def repeatable(work: Work, value: ast.expr, place: ast.expr) -> bool:
    """Whether an expression can be written again at another place, with the same meaning."""
    scopes = work.facts.scopes
    here = scopes.scope_of(place)
    for node in ast.walk(value):
        if isinstance(node, ast.Name):
            variable = scopes.variable(node)
            if variable is None:
                continue
            if variable != scopes.lookup(node.id, here):
                return False
            same = work.tree.function(node) is work.tree.function(place)
            if len(scopes.bindings(variable)) != 1 and not (
                same and binding_of(work.facts, node) is not None and _unchanged(work, node, place)
            ):
                return False
        elif isinstance(node, ast.Call):
            if class_name(work, node) is None and ast.unparse(node.func) not in _CALLS:
                return False
        elif isinstance(node, (ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Lambda)):
            return False
    return True


def _unchanged(work: Work, node: ast.Name, place: ast.expr) -> bool:
    """Whether a name is not bound again between two places of one function."""
    span = work.tree.span
    variable = work.facts.scopes.variable(node)
    assert variable is not None
    start, end = span(node).start, span(place).start
    return start < end and not any(
        start < span(b.node).start < end for b in work.facts.scopes.bindings(variable)
    )


# -- OpenAI's own service ------------------------------------------------------------------------


def redefine(work: Work, site: Site) -> None:
    """``assistant = partial(assistant, instructions=…)``: the changed fields take precedence."""
    agent = work.take(site, "assistant_id", "agent_id")
    holder = definition_holder(work, agent) if agent is not None else None
    if agent is None or holder is None or maker_of(work, agent) is None:
        work.block(
            site.anchor,
            "OpenAI's service has no stored agents any more: change the definition of this "
            f"assistant in the code, or in `{FILE}` where it is known by its id",
        )
        return
    maker = maker_of(work, agent)
    assert maker is not None
    kept = {key: work.take(site, key) for key in ("model", "instructions", "temperature", "top_p")}
    tools, given = work.take(site, "tools"), work.take(site, "tool_resources")
    form, effort = work.take(site, "response_format"), work.take(site, "reasoning_effort")
    for key in ("name", "description", "metadata"):
        work.take(site, key)
    work.refuse(site, {"file_ids": "files of an assistant belong to its tools"})
    written: Callable[[Rendering], Code] | None = None
    if tools is not None:
        resources = resources_of(work, given or maker.arguments.get("tool_resources"))
        if resources is not None:
            written = openai_tools(work, tools, resources)
    elif given is not None and not is_empty(given):
        tools = maker.arguments.get("tools")
        resources = resources_of(work, given)
        if tools is not None and isinstance(tools, ast.List) and resources is not None:
            written = _again(work, tools, resources)
        else:
            work.block(given, "which tools these resources belong to is not known here")
    text = openai_text(work, form) if form is not None else None
    if work.transport(site):
        work.block(site.anchor, "request options of the update have no place in a definition")
    names: list[ast.Name] = []
    assigned = _assigned(work, site, holder, names)
    if assigned is None or work.plan.blocked:
        return

    def write(r: Rendering) -> Code:
        partial = r.imports.need("functools", "partial")
        items = [Item(r.text(holder))]
        items += [r.item(f"{k}=", r.code(v), v) for k, v in kept.items() if v is not None]
        if written is not None:
            items.append(r.item("tools=", written(r), tools, given))
        if text is not None:
            items.append(r.item("text=", text(r), form))
        if effort is not None:
            items.append(r.item("reasoning=", mapping([("effort", r.code(effort))]), effort))
        targets = [r.text(holder)] if assigned else []
        head = " = ".join([*targets, *(r.text(n) for n in names), partial])
        used = (*kept.values(), tools, given, form, effort)
        return Brackets(head, tuple(items), below=r.leftovers(site.called, used))

    if not any(v is not None for v in (*kept.values(), written, text, effort)):
        if assigned:
            work.remove(work.tree.statement(site.anchor))
            return
    work.replace(work.outer(site), write)


def _again(work: Work, tools: ast.List, resources: Resources) -> Callable[[Rendering], Code] | None:
    return openai_tools(work, tools, resources)


def _assigned(work: Work, site: Site, holder: ast.expr, names: list[ast.Name]) -> bool | None:
    """Whether an assignment has to be written; None, with a blocker, where there is no place.

    Args:
        names: Gets the names of the id, which are assigned to as well.
    """
    outer = work.outer(site)
    parent = work.tree.parents.get(outer)
    shape = ast.dump(holder)
    for node in work.tree.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "id" and ast.dump(node.value) == shape:
            above = work.tree.parents.get(node)
            if isinstance(above, (ast.Assign, ast.AnnAssign, ast.Return, ast.Dict)):
                name = kept_by(work, node, site)
                if name is not None:
                    names.append(name)
                    continue
                work.block(node, "the id is kept apart from the assistant that is updated")
                return None
    if isinstance(parent, ast.Expr):
        variable = work.variable_of(holder)
        scope = work.facts.scopes.scope_of(site.anchor)
        if isinstance(holder, ast.Attribute) or (variable is not None and variable.scope is scope):
            return True
    elif isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        target = parent.targets[0]
        store = ast.dump(target).replace("Store()", "Load()")
        if store == shape:
            return False
    work.block(site.anchor, "the assistant is not updated where its definition is kept")
    return None
