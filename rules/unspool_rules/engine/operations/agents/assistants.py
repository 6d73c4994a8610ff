"""Assistants become definitions in the code at OpenAI, which stores none any more."""

from __future__ import annotations

import ast

from unspool_rules.engine.beside.errors import catch_missing
from unspool_rules.engine.definitions import file as definitions_file
from unspool_rules.engine.definitions.references import assistant_of
from unspool_rules.engine.definitions.store import refuse_other_file
from unspool_rules.engine.operations.agents.definition_fields import definition_fields
from unspool_rules.engine.operations.agents.definition_parts import refuse_unknown, resources_given
from unspool_rules.engine.operations.agents.updates import repeatable
from unspool_rules.engine.sites import Site
from unspool_rules.engine.uses.replaced_ids import is_of_class
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item
from unspool_rules.syntax.names import last_name

_PURE = {
    *("str", "int", "len", "format", "join", "strip", "lower", "upper", "title", "replace"),
    *("now", "utcnow", "today", "time", "isoformat", "strftime", "timestamp"),
    *("uuid4", "getenv", "dumps"),
}
"""Functions that nothing but their result is called for."""


def create_definition(work: Work, site: Site) -> None:
    """``partial(client.responses.create, model=…, …)``: the definition that each response gets."""
    fields = definition_fields(work, site, lambda t, given: resources_given(work, site, t, given))
    dropped = [work.take(site, key) for key in ("name", "description", "metadata")]
    refuse_unknown(work, site)
    model = work.take(site, "model")
    if model is None:
        work.block(site.anchor, "the model is not given by name")
    holder = work.binding_name(site)
    parent = work.tree.parents.get(work.outer(site))
    stored = isinstance(parent, (ast.Assign, ast.AnnAssign, ast.Return)) or holder is not None
    _refuse_class(work, site)
    if not stored and site.operation == "agent.create":
        work.block(site.anchor, "the assistant is not kept in a variable")
    for value in dropped:
        if value is not None and not may_be_left_out(value):
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
        items = [Item(f"{r.openai(site)}.responses.create")]
        items += [item for _, item in fields.write(r)]
        return Brackets(partial, tuple(items), below=r.leftovers(site.called, fields.used))

    work.replace(outer, write)


def _refuse_class(work: Work, site: Site) -> None:
    """Block where a class itself holds the definition."""
    statement = work.tree.statement(site.anchor)
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    inside = isinstance(work.tree.parents.get(statement), ast.ClassDef)
    if inside or any(is_of_class(work, target) for target in targets):
        work.block(
            site.anchor,
            "from Python 3.14 on, a class makes a method of a definition that it holds: keep the "
            "assistant in a variable of the module, or in an attribute of the object",
        )


def retrieve_definition(work: Work, site: Site, agent: ast.expr) -> None:
    """``partial(client.responses.create, **definition_of(id))``, or the definition made in view."""
    if not work.must_await(site):
        return
    _refuse_class(work, site)
    outer = work.outer(site)
    if work.transport(site):
        work.note("request options of the assistant's retrieval are gone: nothing is requested")
    if definitions_file.is_looked_up(work, agent):
        work.note(definitions_file.NOTE)
        refuse_other_file(work, agent)
        catch_missing(work, site)

        def write(r: Rendering) -> Code:
            partial = r.imports.need("functools", "partial")
            function = Item(f"{r.openai(site)}.responses.create")
            known = definitions_file.looked_up(r, agent)
            items = (function, definitions_file.unpacked(r, known, agent))
            return Brackets(partial, items, below=r.leftovers(site.called, (agent,)))

        work.replace(outer, write)
        return
    again = assistant_of(work, site, agent)
    if again is not None:
        work.replace(outer, again)


def may_be_left_out(value: ast.expr) -> bool:
    """Whether computing a value does nothing else."""
    for node in ast.walk(value):
        if isinstance(node, (ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom)):
            return False
        if isinstance(node, ast.Call):
            name = last_name(node.func)
            of_key = name == "get" and node.args and isinstance(node.args[0], ast.Constant)
            if name not in _PURE and not of_key:
                return False
    return True
