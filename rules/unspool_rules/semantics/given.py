"""Legacy objects from out of view, as an annotation says: of callers, or of what is called."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.types import Inst, Types, UserClass
from unspool_rules.syntax.bindings import Binding

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef

_KINDS = frozenset({"thread", "run", "message", "agent"})
_OF_RUNS = frozenset(
    {
        *("LastError", "RunError", "Usage", "RunCompletionUsage"),
        *("RequiredAction", "RequiredActionSubmitToolOutputs", "RequiredActionFunctionToolCall"),
        *("SubmitToolOutputsAction", "SubmitToolOutputsDetails", "RequiredFunctionToolCall"),
    }
)
"""Classes of what a run holds."""
_PARTS = frozenset({"beta", "agents", "threads", "runs", "messages", "assistants"})
"""Parts of the SDKs' clients: what is called through them is no code of the user."""
_NEUTRAL = frozenset({"ABC", "BaseModel", "Generic", "NamedTuple", "Protocol", "object"})
"""Bases that say nothing about what methods get."""


def from_out_of_view(infer: Inference, node: ast.arg, types: Types) -> Types:
    """The types of an annotated parameter that no caller in view gives anything for."""
    if not is_of_the_file(infer, node):
        return types
    return _identified(infer, node, node.arg, types)


def of_value(infer: Inference, value: ast.expr | None, said: ast.expr, types: Types) -> Types:
    """The types of an assignment's annotation, where nothing else says what the value is.

    Args:
        said: the annotation.
    """
    statement = infer.tree.statement(said)
    if value is None or not isinstance(statement, ast.AnnAssign) or not is_called(value):
        return types
    return _identified(infer, statement, ast.unparse(statement.target), types)


def of_result(infer: Inference, function: FunctionNode, types: Types) -> Types:
    """The types of a function's annotation, where nothing else says what it gives."""
    results = infer.stores.results.get(function, ())
    if not all(
        r.value is not None and (is_called(r.value) or _is_kept_in(function, r.value))
        for r in results
    ):
        return types
    if not results and not is_stub(function):
        return types
    return _identified(infer, function, function.name, types)


def _is_kept_in(function: FunctionNode, value: ast.expr) -> bool:
    """Whether a value is kept in what a function gets: ``request.app.state.agent``."""
    if not isinstance(value, (ast.Attribute, ast.Subscript)):
        return False
    while isinstance(value, (ast.Attribute, ast.Subscript)):
        value = value.value
    named = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return isinstance(value, ast.Name) and any(
        arg.arg == value.id and arg.arg not in ("self", "cls") for arg in named
    )


def of_field(infer: Inference, bindings: Iterable[Binding], types: Types) -> Types:
    """The types of an attribute that a class declares, where nothing else says what it holds."""
    if any(isinstance(t, Inst) and t.site is not None for t in types):
        return types
    for binding in bindings:
        statement = binding.statement
        if isinstance(statement, ast.AnnAssign):
            return _identified(infer, statement, binding.name, types)
    return types


def is_stub(function: FunctionNode) -> bool:
    """Whether a function does nothing: what it gives is said by those that take its place."""
    return all(
        isinstance(s, (ast.Pass, ast.Raise))
        or (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))
        for s in function.body
    )


def is_called(value: ast.expr) -> bool:
    """Whether a value is what code of the user gives that is called here."""
    call = value.value if isinstance(value, ast.Await) else value
    if not isinstance(call, ast.Call):
        return False
    part: ast.expr = call.func
    while isinstance(part, ast.Attribute):
        if part.attr in _PARTS:
            return False
        part = part.value
    return isinstance(part, ast.Name) and (part is not call.func or part.id[:1].islower())


def _identified(infer: Inference, node: ast.AST, name: str, types: Types) -> Types:
    """Types whose legacy objects have an identity of their own: a call that stands nowhere."""
    if not any(_is_legacy(t) for t in types):
        return types
    made = infer.given.get(node)
    if made is None:
        made = infer.given[node] = ast.Call(ast.Name(name, ast.Load()), [], [])
    return frozenset(_marked(t, made) if isinstance(t, Inst) else t for t in types)


def _is_legacy(value: object) -> bool:
    if not isinstance(value, Inst) or value.site is not None:
        return False
    return _is_known(value) or any(_is_legacy(t) for a in value.args for t in a)


def _is_known(value: Inst) -> bool:
    """Whether a value is a legacy object, or a part of a run, by its class."""
    if kind_of(value) in _KINDS:
        return True
    home, _, name = value.cls.rpartition(".")
    return name in _OF_RUNS and home.startswith(("openai.types.beta.threads", "azure.ai."))


def _marked(value: Inst, made: ast.Call) -> Inst:
    args = tuple(
        frozenset(_marked(t, made) if isinstance(t, Inst) else t for t in arg) for arg in value.args
    )
    known = value.site is not None or not _is_known(value)
    return replace(value, args=args, site=value.site if known else made)


def is_of_the_file(infer: Inference, node: ast.arg) -> bool:
    """Whether only code of the user says what the function gets, not a base class out of view."""
    function = infer.tree.function(node)
    if function is None or isinstance(function, ast.Lambda):
        return False
    owner = infer.tree.parents.get(function)
    if not isinstance(owner, ast.ClassDef):
        return True
    return all(_says_nothing(infer, base, function.name) for base in owner.bases)


def _says_nothing(infer: Inference, base: ast.expr, method: str) -> bool:
    """Whether a base class is one of the user, or none that an SDK calls methods of."""
    name = ast.unparse(base).rpartition(".")[2].partition("[")[0]
    types = infer.of(base)
    if name in _NEUTRAL or any(isinstance(t, UserClass) for t in types):
        return True
    return not types and not method.startswith("on_") and "Handler" not in name
