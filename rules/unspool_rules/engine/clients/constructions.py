"""How the legacy clients are made: arguments that the new ``AIProjectClient`` takes otherwise.

Sources: azure-ai-agents 1.1.0 ``azure/ai/agents/_patch.py`` and ``_configuration.py``,
azure-ai-projects 1.0.0b10 ``azure/ai/projects/_patch.py``, 2.10.0 ``azure/ai/projects/_patch.py``
and ``_configuration.py``. What azure-core takes (``logging_enable``, ``retry_total``, …) goes into
``**kwargs`` of all of them.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from unspool_rules.engine.clients.legacy import constructed
from unspool_rules.engine.clients.projects import ENDPOINT_VARIABLE
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.unread_parameters import tell_unread
from unspool_rules.engine.plan import Plan, Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Class, Inst
from unspool_rules.syntax.layout import Brackets, Item

_NAMES = ("endpoint", "credential")
_HUB_NAMES = ("endpoint", "subscription_id", "resource_group_name", "project_name", "credential")
_HUB = frozenset(_HUB_NAMES) - frozenset(_NAMES)
_VERSIONS = frozenset({"v1", None})
"""Values of ``api_version`` that the new client knows."""


@dataclass(frozen=True, slots=True)
class _Made:
    """The arguments of a construction, by name."""

    call: ast.Call
    given: Mapping[str, ast.expr]
    hub: bool
    unpacked: ast.expr | None

    @property
    def version(self) -> ast.expr | None:
        """A version of the old service, which the new one does not know."""
        node = self.given.get("api_version")
        same = isinstance(node, ast.Constant) and node.value in _VERSIONS
        return None if same else node


def _read(call: ast.Call) -> _Made:
    named = {k.arg: k.value for k in call.keywords if k.arg is not None}
    hub = len(call.args) > len(_NAMES) or not _HUB.isdisjoint(named)
    unpacked = next((a for a in call.args if isinstance(a, ast.Starred)), None)
    options = next((k.value for k in call.keywords if k.arg is None), None)
    names = _HUB_NAMES if hub else _NAMES
    return _Made(call, dict(zip(names, call.args, strict=False)) | named, hub, unpacked or options)


def is_of_hub(call: ast.Call) -> bool:
    """Whether a client is given the ids of a hub's project."""
    return _read(call).hub


def plan_constructions(facts: Facts, plan_of: Mapping[Site, Plan]) -> None:
    """Let the calls that go through a client bring its construction up to date."""
    for site, plan in plan_of.items():
        if site.sort == "agents" and site.client is not None:
            _comes(facts, site.client, plan)
        call = constructed(facts, site) if site.sort in ("agents", "project") else None
        if call is None or not _is_class(facts, call):
            continue
        made = _read(call)
        if made.unpacked is not None:
            text = facts.tree.segment(made.unpacked)
            plan.note(f"whether the new client takes all that `{text}` holds is not known here")
        if made.version is not None:
            plan.note(
                "the `api_version` of the old service means nothing to the new one: it is gone"
            )
        if made.hub:
            _move(facts, plan, made)
        elif made.version is not None:
            writer = _write(made)
            if site.sort == "project":
                plan.replacements.setdefault(call, writer)
            else:
                plan.constructions.setdefault(call, writer)


def _comes(facts: Facts, client: ast.expr, plan: Plan) -> None:
    """Who makes the client out of view has to make the new one."""
    if not any(isinstance(t, Inst) and t.site is not None for t in facts.infer.of(client)):
        text = " ".join(facts.tree.segment(client).split())
        plan.note(f"`{text}` comes from out of view: it has to be an `AIProjectClient` there, too")


def _is_class(facts: Facts, call: ast.Call) -> bool:
    """Whether the class itself is called, not a method that makes an instance."""
    return any(isinstance(t, Class) for t in facts.infer.of(call.func))


def _move(facts: Facts, plan: Plan, made: _Made) -> None:
    """A hub's project was named by its host and ids; the new client takes its one endpoint."""
    if made.unpacked is not None or "credential" not in made.given:
        plan.block(facts.tree.span(made.call), "which project of a hub this is cannot be seen here")
        return
    plan.note(
        "the host and ids of a hub's project are not its endpoint: set "
        f"`{ENDPOINT_VARIABLE}` to the project's endpoint"
    )
    tell_unread(facts, plan, (v for n, v in made.given.items() if n != "credential"))
    plan.replacements.setdefault(made.call, _write(made))


def _write(made: _Made) -> Writer:
    call = made.call
    dropped = {"api_version"} if made.version is not None else set()
    if made.hub:
        dropped |= _HUB | {"endpoint"}
    positions = {id(argument) for argument in call.args} if not made.hub else set()

    def write(r: Rendering) -> Brackets:
        items: list[Item] = []
        used: list[ast.expr] = []
        if made.hub:
            os = r.imports.need_module("os")
            items.append(Item(f'{os}.environ["{ENDPOINT_VARIABLE}"]', "endpoint="))
        for name, value in made.given.items():
            if name not in dropped:
                prefix = "" if id(value) in positions else f"{name}="
                items.append(r.item(prefix, r.code(value), value))
                used.append(value)
        for keyword in call.keywords:
            if keyword.arg is None:
                items.append(r.item("**", r.code(keyword.value), keyword.value))
                used.append(keyword.value)
        return Brackets(r.text(call.func), tuple(items), below=r.leftovers(call, used))

    return write


__all__ = ["is_of_hub", "plan_constructions"]
