"""Agents that were looked up by their names: ``next(a for a in agents if a.name == NAME)``.

An update that gives such an agent the name that it was found by does not rename it.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.absent import is_plain
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Binding, How

_BOUND = 3
"""How many names an agent may go through."""


def is_found_by(work: Work, agent: ast.expr, name: ast.expr) -> bool:
    """Whether an agent is certainly the one that has a name.

    Args:
        agent: What an update takes: the agent's id.
        name: The name that the update gives.
    """
    if not is_plain(name) or not _is_steady(work, name):
        return False
    if isinstance(agent, ast.Attribute) and agent.attr == "id":
        return _has_name(work, agent.value, name)
    sources = _sources(work, agent)
    return bool(sources) and all(
        isinstance(source, ast.Attribute)
        and source.attr == "id"
        and _has_name(work, source.value, name)
        for source in sources
    )


def _is_steady(work: Work, name: ast.expr) -> bool:
    """Whether a name means one value wherever it is read: a literal, or a variable bound once."""
    if isinstance(name, ast.Constant):
        return True
    variable = work.variable_of(name)
    return variable is not None and len(work.facts.scopes.bindings(variable)) == 1


def _has_name(work: Work, holder: ast.expr, name: ast.expr, depth: int = 0) -> bool:
    if not isinstance(holder, ast.Name) or depth > _BOUND or "agent" not in work.kinds(holder):
        return False
    if _is_tested(work, holder, name):
        return True
    sources = _sources(work, holder)
    return bool(sources) and all(
        _is_next(work, source, name)
        if isinstance(source, ast.Call)
        else _has_name(work, source, name, depth + 1)
        for source in sources
    )


def _sources(work: Work, node: ast.expr) -> list[ast.expr]:
    """The values that a variable is given, without ``None``; none where one is not known."""
    variable = work.variable_of(node)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if not all(_is_plain_binding(b) for b in bindings):
        return []
    values = [b.value for b in bindings if b.value is not None]
    return [v for v in values if not (isinstance(v, ast.Constant) and v.value is None)]


def _is_plain_binding(binding: Binding) -> bool:
    return binding.how is How.ASSIGN and not binding.path and binding.value is not None


def _is_tested(work: Work, holder: ast.Name, name: ast.expr) -> bool:
    """Whether a test around a place says that the agent has the name."""
    child: ast.AST = holder
    for parent in work.tree.ancestors(holder):
        if isinstance(parent, ast.If) and child in parent.body:
            if _says(work, parent.test, holder.id, name):
                return _is_loops(work, holder)
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return False
        child = parent
    return False


def _is_loops(work: Work, holder: ast.Name) -> bool:
    """Whether a name only takes the items of loops, so that a test of it holds in its round."""
    variable = work.variable_of(holder)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    return bool(bindings) and all(b.how is How.ITERATE and not b.path for b in bindings)


def _is_next(work: Work, call: ast.Call, name: ast.expr) -> bool:
    """``next((a for a in agents if a.name == NAME), None)``."""
    found = call.args[0] if call.args else None
    if getattr(call.func, "id", "") not in ("next", "anext"):
        return False
    if not isinstance(found, ast.GeneratorExp) or len(found.generators) != 1:
        return False
    one, item = found.generators[0], found.elt
    if not (isinstance(item, ast.Name) and isinstance(one.target, ast.Name)):
        return False
    return item.id == one.target.id and any(_says(work, t, item.id, name) for t in one.ifs)


def _says(work: Work, test: ast.expr, holder: str, name: ast.expr) -> bool:
    if isinstance(test, ast.BoolOp):
        return isinstance(test.op, ast.And) and any(
            _says(work, value, holder, name) for value in test.values
        )
    if not (isinstance(test, ast.Compare) and len(test.ops) == 1):
        return False
    sides = [test.left, test.comparators[0]]
    read = next((s for s in sides if ast.unparse(s) == f"{holder}.name"), None)
    if read is None or not isinstance(test.ops[0], ast.Eq):
        return False
    other = sides[1] if read is sides[0] else sides[0]
    if ast.dump(other) == ast.dump(name):
        return work.variable_of(other) == work.variable_of(name)
    value = work.string_value(work.literal_of(other))
    return value is not None and value == work.string_value(work.literal_of(name))
