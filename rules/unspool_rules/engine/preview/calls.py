"""Methods of ``agents`` that went: the body was one argument."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.catalogue.index import lookup
from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.preview.era import B4, CODE, Era
from unspool_rules.engine.preview.subclients import with_keyword
from unspool_rules.semantics.types import Inst, Method, UserFunction

_GONE = {
    "create": "create_version",
    "update": "create_version",
    "create_from_manifest": "create_version_from_manifest",
    "update_from_manifest": "create_version_from_manifest",
}
_KEPT = frozenset({"name", "definition", "metadata", "description", "manifest_id"})
_KEPT |= {"parameter_values", "content_type", "agent_name"}


def gone(era: Era, node: ast.Attribute) -> Iterator[Spot]:
    new = _GONE.get(node.attr)
    if new is None or era.version < B4:
        return
    method = next(
        (
            t
            for t in era.facts.infer.of(node)
            if isinstance(t, Method)
            and isinstance(t.owner, Inst)
            and not t.owner.probable
            and t.cls.startswith("azure.ai.projects.")
            and t.cls.endswith("operations.AgentsOperations")
        ),
        None,
    )
    entry = lookup(method.qualified) if method is not None else None
    if method is None or entry is None:
        return
    plan = era.plan(node, "gone")
    call = era.tree.parents.get(node)
    if isinstance(call, ast.Call) and call.func is node:
        _rewrite_call(era, plan, node, call, new)
    else:
        plan.block(era.tree.span(node), f"`{node.attr}` is passed on without being called here")
    yield Spot(
        CODE,
        f"`agents.{node.attr}` is gone since azure-ai-projects 2.0.0b4; use `{entry.target}`",
        era.tree.span(node),
        symbol=method.qualified,
        target=entry.target,
        plan=plan,
    )


def _rewrite_call(era: Era, plan: Plan, func: ast.Attribute, call: ast.Call, new: str) -> None:
    known = {keyword.arg for keyword in call.keywords}
    update = func.attr.startswith("update")
    if (
        not known <= _KEPT | {None}
        or None in known
        or any(isinstance(a, ast.Starred) for a in call.args)
    ):
        plan.block(era.tree.span(call), "which arguments this is given cannot be seen here")
        return
    if len(call.args) > (1 if update else 0) or not (known & {"definition", "manifest_id"}):
        plan.block(
            era.tree.span(call),
            "the whole body is one argument here; `agent_name` has to be given by itself",
        )
        return
    plan.replacements[func] = lambda r: f"{r.operand(func.value)}.{new}"
    for keyword in call.keywords:
        if keyword.arg == "name":
            plan.replacements[keyword] = with_keyword(keyword, "agent_name")
    if update:
        plan.note(
            f"`{func.attr}` kept the version when nothing had changed, "
            f"and `{new}` adds one each time"
        )
    _of_results(era, plan, call)


def _of_results(era: Era, plan: Plan, call: ast.Call) -> None:
    """The answer was an agent and is a version of one: both have its name."""
    for node in era.tree.nodes:
        if not isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Await, ast.Subscript)):
            continue
        if isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
            continue
        if any(
            isinstance(t, Inst) and t.site is call and t.cls.endswith(".AgentDetails")
            for t in era.facts.infer.of(node)
        ):
            _of_result(era, plan, node)


def _of_result(era: Era, plan: Plan, node: ast.expr) -> None:
    parent = era.tree.parents.get(node)
    if isinstance(parent, ast.Attribute):
        _of_version(era, plan, node, parent)
    elif isinstance(parent, ast.Subscript) and isinstance(parent.slice, ast.Constant):
        if parent.slice.value != "name":
            plan.block(era.tree.span(parent), "the answer is a version of the agent now")
    elif isinstance(parent, ast.AnnAssign):
        plan.note("the answer is an `AgentVersionDetails`, unlike the annotation says")
    elif isinstance(parent, ast.Return):
        plan.note("the function returns an `AgentVersionDetails` now")
    elif isinstance(parent, ast.Call):
        _passed_on(era, plan, node, parent)
    elif not isinstance(
        parent, (ast.Assign, ast.NamedExpr, ast.Expr, ast.FormattedValue, ast.Await)
    ):
        plan.block(era.tree.span(node), "the answer is a version of the agent now")


def _of_version(era: Era, plan: Plan, node: ast.expr, parent: ast.Attribute) -> None:
    above = era.tree.parents.get(parent)
    if parent.attr == "versions" and isinstance(above, ast.Attribute) and above.attr == "latest":
        plan.replacements[above] = lambda r: r.text(node)
    elif parent.attr == "id":
        plan.note("`id` is that of the version")
    elif parent.attr != "name":
        plan.block(era.tree.span(parent), f"a version of an agent has no `{parent.attr}`")


def _passed_on(era: Era, plan: Plan, node: ast.expr, call: ast.Call) -> None:
    func = call.func
    if func is node or (isinstance(func, ast.Name) and func.id == "print"):
        return
    if not any(isinstance(t, UserFunction) for t in era.facts.infer.of(func)):
        plan.block(era.tree.span(node), "the answer is a version of the agent now")
