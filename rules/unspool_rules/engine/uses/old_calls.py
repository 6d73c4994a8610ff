"""Tool calls for code that is not in view: objects with the fields that calls of a run had.

A function of another file or of a library reads ``call.id`` and ``call.function.name``. It gets
objects that have these, made of the items of the response.
Source: ``openai/types/beta/threads/required_action_function_tool_call.py`` of openai 1.65.5.
"""

from __future__ import annotations

import ast
from functools import partial

from unspool_rules.engine.abroad.out_of_view import has_words
from unspool_rules.engine.flow.callers import FUNCTIONS
from unspool_rules.engine.tool_calls.approvals import approves
from unspool_rules.engine.uses.old_shapes import made_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.changed_calls import change, changes_of, may_change
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import UserClass, UserFunction
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Code, Item, call
from unspool_rules.syntax.names import last_name


def as_before(
    work: Work, node: ast.expr, given_to: ast.Call, kinds: set[str], *, many: bool
) -> bool:
    """Plan that code that is not in view gets calls as they were.

    Args:
        many: whether the expression holds a list of them.

    Returns:
        False where they are no function calls, or where that code may be migrated, too.
    """
    if kinds not in ({"call"}, {"function"}) or approves(work) or may_be_migrated(work, given_to):
        return False
    kind = next(iter(kinds))
    each = "call" if many else None
    work.replace(node, made_of(work, node, partial(_made, kind), each=each))
    if may_change(work, given_to):
        change(work, given_to)  # as a whole, so that its lines break where a formatter breaks them
    name = ast.unparse(given_to.func)
    work.note(f"`{name}` is not in view: it gets calls with the fields that they had")
    return True


def has_calls_only(work: Work, node: ast.AST) -> bool:
    """Whether a node is written anew only since it is given calls."""
    return isinstance(node, (ast.Call, ast.Await)) and any(
        node in (changed.call, changed.outer) for changed in changes_of(work).values()
    )


def _made(kind: str, r: Rendering, name: str) -> Code:
    simple = r.imports.need("types", "SimpleNamespace")
    function = call(
        simple, [Item(f"{name}.name", "name="), Item(f"{name}.arguments", "arguments=")]
    )
    if kind == "function":
        return function
    return call(
        simple,
        [Item(f"{name}.call_id", "id="), Item('"function"', "type="), Item(function, "function=")],
    )


def may_be_migrated(work: Work, given_to: ast.Call) -> bool:
    """Whether the code that gets calls may be in view, or in a file of the project with an SDK."""
    values = [given_to.func, *given_to.args, *(k.value for k in given_to.keywords)]
    own = (UserFunction, UserClass)  # called here, or by what they are given to
    if any(isinstance(t, own) for value in values for t in work.infer.of(value)):
        return True
    name = last_name(given_to.func)
    if any(node.name == name for node in work.tree.of(*FUNCTIONS)):
        return True
    return not _is_from_elsewhere(work, given_to.func, calls=given_to.func)


def _is_from_elsewhere(work: Work, node: ast.expr, calls: ast.expr | None = None) -> bool:
    """Whether what an expression begins with is imported, or is an object that is given."""
    while isinstance(node, (ast.Attribute, ast.Call, ast.Await)):
        node = node.func if isinstance(node, ast.Call) else node.value
    variable = work.variable_of(node)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    for binding in bindings:
        value = binding.value
        if binding.how is How.IMPORT:
            known = not has_words(work.facts, binding)
        elif binding.how is How.PARAMETER:
            known = node is not calls  # a function itself may be one of the file's
        elif binding.how is How.ASSIGN and isinstance(value, ast.Call) and not binding.path:
            known = calls is not None and _is_from_elsewhere(work, value)
        else:
            known = False
        if not known:
            return False
    return bool(bindings)


__all__ = ["as_before", "has_calls_only", "may_be_migrated"]
