"""The agent of a response, and an OpenAI client that is not awaited any more."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.preview.era import B2, B4, CODE, Era
from unspool_rules.engine.writing.writers import said
from unspool_rules.model import Span
from unspool_rules.semantics.types import Inst, UserFunction
from unspool_rules.syntax.bindings import How, Variable

_EXTRA_BODY = "azure.ai.projects.extra_body.agent"
_AWAITED = "azure.ai.projects.aio.AIProjectClient.get_openai_client.await"


def _is_text(node: ast.expr | None, text: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == text


def extra_body(era: Era, node: ast.Dict | ast.Subscript) -> Iterator[Spot]:
    if era.version < B4:
        return
    for key in _agent_keys(era, node):
        plan = era.plan(key, "extra")
        plan.replacements[key] = said(_new_key(era, key))
        yield Spot(
            CODE,
            '`extra_body={"agent": ...}` is `extra_body={"agent_reference": ...}` '
            "since azure-ai-projects 2.0.0b4",
            era.tree.span(key),
            symbol=_EXTRA_BODY,
            target='extra_body={"agent_reference": {"name": ..., "type": "agent_reference"}}',
            plan=plan,
        )


def _new_key(era: Era, key: ast.expr) -> str:
    return era.tree.segment(key).replace("agent", "agent_reference", 1)


def _agent_keys(era: Era, node: ast.Dict | ast.Subscript) -> Iterator[ast.expr]:
    """Keys ``"agent"`` of an ``extra_body`` that hold a reference to an agent."""
    if isinstance(node, ast.Subscript):
        parent = era.tree.parents.get(node)
        if (
            isinstance(node.ctx, ast.Store)
            and _is_text(node.slice, "agent")
            and isinstance(parent, ast.Assign)
            and isinstance(node.value, ast.Name)
            and _is_reference(era, parent.value)
            and _becomes_extra_body(era, era.facts.scopes.variable(node.value))
        ):
            yield node.slice
        return
    for key, value in zip(node.keys, node.values, strict=True):
        if key is not None and _is_text(key, "agent") and _is_reference(era, value):
            if _is_extra_body(era, node):
                yield key


def _is_reference(era: Era, node: ast.expr) -> bool:
    """``{"name": ..., "type": "agent_reference"}``, also behind a name or as a model."""
    if isinstance(node, ast.Dict):
        return any(
            key is not None and _is_text(key, "type") and _is_text(value, "agent_reference")
            for key, value in zip(node.keys, node.values, strict=True)
        )
    if isinstance(node, ast.Name):
        variable = era.facts.scopes.variable(node)
        bindings = era.facts.scopes.bindings(variable) if variable is not None else []
        return len(bindings) == 1 and any(
            b.how is How.ASSIGN
            and b.value is not None
            and not isinstance(b.value, ast.Name)
            and _is_reference(era, b.value)
            for b in bindings
        )
    if isinstance(node, ast.Call):
        func = node.func
        if isinstance(func, ast.Attribute) and func.attr in ("as_dict", "copy"):
            return _is_reference(era, func.value)
        name = ast.unparse(func).rpartition(".")[2]
        return name in ("AgentReference", "AgentId") or (
            name == "dict"
            and any(k.arg == "type" and _is_text(k.value, "agent_reference") for k in node.keywords)
        )
    return False


def _is_extra_body(era: Era, node: ast.expr) -> bool:
    """Whether a dictionary is, or becomes, the ``extra_body`` of a call."""
    parent = era.tree.parents.get(node)
    if isinstance(parent, ast.keyword):
        return parent.arg == "extra_body"
    if isinstance(parent, (ast.IfExp, ast.BoolOp)):
        return _is_extra_body(era, parent)
    if isinstance(parent, ast.Dict):
        for key, value in zip(parent.keys, parent.values, strict=True):
            if value is node:
                return _is_extra_body(era, parent) if key is None else _is_text(key, "extra_body")
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
        if isinstance(target, ast.Subscript):
            return _is_text(target.slice, "extra_body")
        if isinstance(target, ast.Name):
            return _becomes_extra_body(era, era.facts.scopes.variable(target))
        return isinstance(target, ast.Attribute) and "extra_body" in target.attr
    if isinstance(parent, ast.Return):
        return _is_returned(era, parent)
    return False


def _becomes_extra_body(era: Era, variable: Variable | None) -> bool:
    if variable is None:
        return False
    return any(
        isinstance(u.ctx, ast.Load) and _is_used_as_extra_body(era, u)
        for u in era.facts.scopes.uses(variable)
    )


def _is_used_as_extra_body(era: Era, node: ast.expr) -> bool:
    parent = era.tree.parents.get(node)
    if isinstance(parent, (ast.keyword, ast.IfExp, ast.BoolOp, ast.Dict, ast.Return)):
        return _is_extra_body(era, node)
    return False


def _is_returned(era: Era, node: ast.Return) -> bool:
    """Whether a function's result is given as ``extra_body`` somewhere in the file."""
    function = era.tree.function(node)
    for other in era.tree.nodes:
        if isinstance(other, ast.keyword) and other.arg == "extra_body":
            value = other.value
            if isinstance(value, ast.Call) and any(
                isinstance(t, UserFunction) and t.node is function
                for t in era.facts.infer.of(value.func)
            ):
                return True
    return False


def awaited(era: Era, node: ast.Await) -> Iterator[Spot]:
    call = node.value
    if era.version < B2 or not era.is_new_api or not isinstance(call, ast.Call):
        return
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr != "get_openai_client":
        return
    if {"api_version", "connection_name"} & {k.arg for k in call.keywords}:
        return  # 1.0.0, where it is a coroutine
    if not any(
        isinstance(t, Inst) and t.cls == "azure.ai.projects.aio.AIProjectClient"
        for t in era.facts.infer.of(func.value)
    ):
        return
    plan = era.plan(node, "await")
    plan.replacements[node] = lambda r: r.text(call)
    start = era.tree.span(node).start
    yield Spot(
        CODE,
        "`get_openai_client` is no coroutine since azure-ai-projects 2.0.0b2; do not await it",
        Span(start, start + len("await")),
        symbol=_AWAITED,
        target="project_client.get_openai_client()",
        plan=plan,
    )
