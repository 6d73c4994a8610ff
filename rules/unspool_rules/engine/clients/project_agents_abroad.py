"""The ``agents`` of a project client that come from other files, or go to code out of view."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.kinds import is_agents
from unspool_rules.semantics.types import ForeignFunction, UserClass, UserFunction
from unspool_rules.syntax.bindings import How

GIVEN = (
    "another file gives the `agents` of a project here, which are no client of their own any "
    "more: let it give the project's client"
)
TAKEN = (
    "the `agents` of a project go where it is not in view what is done with them: hand on the "
    "project's client instead"
)
READ = (
    "`{0}` reads threads and runs of the old service: evaluate responses instead, by an evaluation "
    "of azure-ai-projects"
)
_READERS = {"azure.ai.evaluation": ("AIAgentConverter",)}
"""Classes of other packages that take a project's client and read its threads and runs.

Source: azure-ai-evaluation 1.18.10 ``azure/ai/evaluation/_converters/_ai_services.py``.
"""
_HARMLESS = frozenset({"bool", "id", "isinstance", "print", "repr", "str", "type"})


def gives(facts: Facts, client: ast.expr) -> bool:
    """Whether another file gives what calls go through."""
    if isinstance(client, ast.Await):
        return gives(facts, client.value)
    if isinstance(client, ast.Call):
        return any(isinstance(t, ForeignFunction) for t in facts.infer.of(client.func))
    if not isinstance(client, ast.Name):
        return False
    variable = facts.scopes.variable(client)
    for binding in facts.scopes.bindings(variable) if variable is not None else ():
        if binding.how is How.IMPORT:
            return True
        if binding.value is not None and not binding.path and gives(facts, binding.value):
            return True
    return False


def readers(facts: Facts) -> Iterator[tuple[ast.expr, str]]:
    """Calls of classes of other packages that need the old client, and their names."""
    names = {
        alias.asname or alias.name: alias.name
        for node in facts.tree.of(ast.ImportFrom)
        for alias in node.names
        if alias.name in _READERS.get(node.module or "", ())
    }
    for call in facts.tree.of(ast.Call) if names else ():
        if isinstance(call.func, ast.Name) and call.func.id in names:
            yield call, names[call.func.id]


def arguments(facts: Facts) -> Iterator[ast.expr]:
    """Arguments that hold ``agents``, of calls of what the file does not define."""
    for call in facts.tree.of(ast.Call):
        if call in facts.by_call or _is_in_view(facts, call.func):
            continue
        for value in (*call.args, *(k.value for k in call.keywords)):
            if any(is_agents(t) for t in facts.infer.of(value)):
                yield value


def _is_in_view(facts: Facts, function: ast.expr) -> bool:
    if isinstance(function, ast.Name) and function.id in _HARMLESS:
        return True
    return any(isinstance(t, (UserClass, UserFunction)) for t in facts.infer.of(function))


def takers(facts: Facts, holder: ast.AST | None) -> str | None:
    """The name of the module under which other files get what an assignment or a return gives."""
    if isinstance(holder, ast.Return):
        function = facts.tree.function(holder)
        names = [getattr(function, "name", "")] if function is not None else []
        scope = facts.scopes.scope_of(function) if function is not None else None
    elif isinstance(holder, (ast.Assign, ast.AnnAssign)):
        targets = holder.targets if isinstance(holder, ast.Assign) else [holder.target]
        names = [t.id for t in targets if isinstance(t, ast.Name)]
        scope = facts.scopes.scope_of(targets[0])
    else:
        return None
    if scope is None or not isinstance(scope.node, ast.Module):
        return None
    resolver = facts.resolver.around(facts.tree.part_of(holder))
    return next((name for name in names if resolver.takes(name)), None)
