"""Roles of messages that may be any text by their type, where the new calls name those they take.

Source: azure-ai-agents 1.1.0 ``MessagesOperations.create(role: Union[str, MessageRole])``; openai
``EasyInputMessageParam.role``, a ``Literal``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Code, Item, call


def role_of(work: Work, role: ast.expr, r: Rendering) -> Code:
    """The role of a message as the new call takes it."""
    value = work.string_value(role)
    if isinstance(role, ast.Constant):
        return r.text(role)
    if value is not None:
        return f'"{value}"'
    if not _is_any_text(work, role):
        return r.code(role)
    cast, literal = r.imports.need("typing", "cast"), r.imports.need("typing", "Literal")
    return call(cast, [Item(f'{literal}["user", "assistant"]'), Item(r.code(role))])


def _is_any_text(work: Work, role: ast.expr) -> bool:
    """Whether the role of an agent's message is a parameter that a type checker takes for a text.

    The calls of OpenAI's assistants did not take such ones either.
    """
    if not isinstance(role, ast.Name) or not all(site.azure for site in work.plan.sites):
        return False
    variable = work.facts.scopes.variable(role)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    return any(
        b.how is How.PARAMETER
        and isinstance(b.node, ast.arg)
        and (_is_str(b.annotation) or _is_text(_default(work, b.node)))
        for b in bindings
    )


def _is_str(annotation: ast.expr | None) -> bool:
    return isinstance(annotation, ast.Name) and annotation.id == "str"


def _is_text(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _default(work: Work, parameter: ast.arg) -> ast.expr | None:
    """What a parameter without an annotation is if it is not given."""
    arguments = work.tree.parents.get(parameter)
    if parameter.annotation is not None or not isinstance(arguments, ast.arguments):
        return None
    named = (*arguments.posonlyargs, *arguments.args)
    pairs = dict(zip(reversed(named), reversed(arguments.defaults), strict=False))
    by_name = dict(zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True))
    return pairs.get(parameter) or by_name.get(parameter)
