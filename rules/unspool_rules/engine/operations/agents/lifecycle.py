"""Agents that are made, fetched, listed, changed and deleted."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.definitions.references import name_of
from unspool_rules.engine.definitions.store import FILE
from unspool_rules.engine.operations.agents import late, revisions, stored_assistants, updates
from unspool_rules.engine.operations.agents.assistants import create_definition, retrieve_definition
from unspool_rules.engine.operations.agents.makers import updates_of
from unspool_rules.engine.operations.agents.versions import create_version
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import attribute_of
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.layout import Brackets, Code, Item, call

_READ_ALL = {"list", "tuple", "set", "sorted", "enumerate", "iter"}


def create(work: Work, site: Site) -> None:
    if late.put_off(work, site):
        return
    make(work, site)


def make(work: Work, site: Site) -> None:
    if work.foundry(site):
        create_version(work, site)
    elif work.facts.keeps_assistants:
        stored_assistants.create(work, site)
    else:
        create_definition(work, site)


def _agent(work: Work, site: Site) -> ast.expr | None:
    agent = work.take(site, "agent_id", "assistant_id")
    if agent is None:
        work.block(site.anchor, "the agent's id is not given by name or position")
    return agent


def delete(work: Work, site: Site) -> None:
    agent = _agent(work, site)
    if agent is None:
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
        work.block(
            site.anchor,
            "OpenAI's service has no stored agents any more to delete: take the definition out of "
            f"`{FILE}`, and this call out of the code",
        )
        return
    if not work.require_project(site):
        return
    name = name_of(work, agent)
    if name is None:
        return
    _deleted(work, site)
    makers = work.facts.origins(agent)
    holder = agent.value if isinstance(agent, ast.Attribute) and agent.attr == "id" else None
    changed = any(updates_of(work, m) for m in makers)
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
        uses += work.facts.scopes.reads(variable)
    for use in uses:
        parent = work.tree.parents.get(use)
        if isinstance(parent, ast.Attribute) and parent.attr == "id":
            work.replace(parent, attribute_of(use, "name"))
        elif isinstance(parent, (ast.Return, ast.Call, ast.FormattedValue)):
            work.note("what is answered to a deletion has a `name` in place of the `id`")


def get(work: Work, site: Site) -> None:
    agent = _agent(work, site)
    if agent is None:
        return
    if not work.foundry(site):
        retrieve_definition(work, site, agent)
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
        work.block(
            site.anchor,
            f"OpenAI's service has no stored agents any more to list: those of `{FILE}` are the "
            "keys of what is read from it",
        )
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
    if isinstance(parent, ast.Call) and getattr(parent.func, "id", "") in _READ_ALL:
        direct = True
    listed = [t.cls for t in work.infer.of(site.call) if isinstance(t, Inst)]
    if listed and all(cls.endswith("ItemPaged") for cls in listed):
        direct = True  # a pager before and after
    if site.asynchronous and not work.tree.is_awaited(site.called):
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
    """Whether the pager is kept in a name that asynchronous loops and tests for it read."""
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None or len(work.facts.scopes.bindings(variable)) != 1:
        return False
    loads = work.facts.scopes.reads(variable)
    readers = [(use, work.tree.parents.get(use)) for use in loads]
    return all(
        isinstance(above, ast.AsyncFor)
        or (isinstance(above, ast.comprehension) and above.is_async)
        or (isinstance(above, ast.UnaryOp) and isinstance(above.op, ast.Not))
        or (isinstance(above, (ast.If, ast.IfExp)) and above.test is use)
        for use, above in readers
    )


def update(work: Work, site: Site) -> None:
    """A new version of the agent: with the fields of its creation, or of its latest version."""
    if late.complete(work, site, make):
        return
    if not work.foundry(site):
        kept = work.facts.keeps_assistants
        (stored_assistants.update if kept else updates.redefine)(work, site)
        return
    agent = work.take(site, "agent_id", "assistant_id")
    if agent is None:
        work.block(site.anchor, revisions.UNKNOWN)
    elif updates.merged(work, site, agent):
        create_version(work, site, agent)
    else:
        revisions.revise(work, site, agent)


def _kept_or(
    kept: Callable[[Work, Site], None], otherwise: Callable[[Work, Site], None]
) -> Callable[[Work, Site], None]:
    """The program's own file takes the place of the service, where the program needs it."""

    def plan(work: Work, site: Site) -> None:
        stored = work.facts.keeps_assistants and not work.foundry(site)
        (kept if stored else otherwise)(work, site)

    return plan


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "agent.create": create,
    "agent.delete": _kept_or(stored_assistants.delete, delete),
    "agent.get": _kept_or(stored_assistants.get, get),
    "agent.list": _kept_or(stored_assistants.list_, list_),
    "agent.update": update,
}
