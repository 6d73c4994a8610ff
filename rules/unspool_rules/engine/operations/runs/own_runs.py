"""Runs that an object keeps in an attribute, such as ``self.run`` or ``self.run_id``.

A method that hands in outputs makes a new response, which the attribute has to hold from then on.
What the run was made with is kept beside it, where the method cannot see it otherwise.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.definitions.references import written_as
from unspool_rules.engine.flow.own_objects import may_be_one, new_attribute, self_of
from unspool_rules.engine.operations.runs.holders import holder_of, is_fetched_otherwise
from unspool_rules.engine.operations.tool_calls.handed_back import Place, is_copied
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import made_with
from unspool_rules.engine.tool_calls.stale_reads import stale_reads
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import arguments_for, calls_of
from unspool_rules.syntax.bindings import How, Variable

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def own_holder(work: Work, site: Site, run_id: ast.expr, made: list[Site]) -> ast.Attribute | None:
    """``self.run`` of ``self.run.id``, or ``self.run_id``, where only the attribute has the run."""
    holder = holder_of(run_id)
    if not isinstance(holder, ast.Attribute) or not isinstance(holder.value, ast.Name):
        return None
    if holder.value.id != self_of(work.tree, site.func):
        return None
    if not made or not all(may_be_one(work.facts, maker.func, site.func) for maker in made):
        return None
    if holder is not run_id and not all(_is_put(work, maker, holder) for maker in made):
        return None
    named = (n for n in work.tree.of(ast.Attribute) if n.attr == holder.attr)
    uses = [n for n in named if isinstance(n.ctx, ast.Load) and _is_meant(work, n, made)]
    return None if any(_goes_on(work, use, holder is run_id) for use in uses) else holder


def _is_put(work: Work, maker: Site, holder: ast.Attribute) -> bool:
    """Whether what makes a run is assigned to the attribute, here or by all who call for it."""
    outer = work.outer(maker)
    function = work.tree.function(maker.func)
    if not isinstance(work.tree.parents.get(outer), ast.Return):
        return is_assigned(work, outer, holder)
    if not isinstance(function, _FUNCTIONS):
        return False
    calls = [call for call, _ in calls_of(work.infer, function)]
    return bool(calls) and all(is_assigned(work, _awaited(work, c), holder) for c in calls)


def _awaited(work: Work, call: ast.Call) -> ast.expr:
    parent = work.tree.parents.get(call)
    return parent if isinstance(parent, ast.Await) else call


def is_assigned(work: Work, value: ast.expr, holder: ast.Attribute) -> bool:
    """Whether a value is put into that attribute of the method's own object."""
    statement = work.tree.parents.get(value)
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return False
    return _is_attribute(work, statement.targets[0], holder.attr)


def _is_attribute(work: Work, node: ast.AST, name: str) -> bool:
    """Whether a node is that attribute of the method's own object."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr == name
        and isinstance(node.value, ast.Name)
        and node.value.id == self_of(work.tree, node)
    )


def _is_meant(work: Work, node: ast.Attribute, made: list[Site]) -> bool:
    if _is_attribute(work, node, node.attr):
        return any(may_be_one(work.facts, node, maker.func) for maker in made)
    return any(maker in made for maker in work.facts.origins(node))


def _goes_on(work: Work, use: ast.expr, by_id: bool) -> bool:
    """Whether something else holds the run, or its id, from here on."""
    parent = work.tree.parents.get(use)
    if not by_id and isinstance(parent, ast.Attribute):
        return parent.attr == "id" and is_copied(work, parent)
    return is_copied(work, use)


def renew_own(work: Work, site: Site, run_id: ast.expr, made: list[Site]) -> Place | None:
    """Plan that the attribute of a run holds the response that goes on."""
    holder = own_holder(work, site, run_id, made)
    by_id = holder is run_id
    if holder is None or (by_id and work.foundry(site)):
        return None
    if is_fetched_otherwise(work, work.tree.function(site.func), run_id, made):
        return None
    if any(True for _ in stale_reads(work.facts, site, made)):
        return None
    outer = work.outer(site)
    parent = work.tree.parents.get(outer)
    if isinstance(parent, ast.Expr):
        return Place(lambda r: f"{r.text(holder)} = ", ".id" if by_id else "")
    if not by_id and is_assigned(work, outer, holder):
        return Place(lambda _: "")
    if not isinstance(parent, ast.Return) or not work.alone(parent):
        return None

    def name(r: Rendering) -> str:
        return r.made_at("response", parent) if by_id else r.text(holder)

    def add(r: Rendering) -> None:
        if by_id:
            r.lines.after(parent, f"{r.text(holder)} = {name(r)}.id")
        r.lines.after(parent, f"return {name(r)}")

    work.plan.also.append((parent, add))
    return Place(lambda r: f"{name(r)} = ", node=parent)


# -- what the run was made with --------------------------------------------------------------------


def keep_options(
    work: Work, site: Site, run_id: ast.expr, maker: Site
) -> dict[ast.AST, str] | None:
    """Plan that the object keeps what a run is made with, as far as a later method needs it.

    Returns:
        The names in the run's arguments that stand for attributes in the method.
    """
    one = may_be_one(work.facts, maker.func, site.func)
    if not one or not _is_of_object(work, run_id, site.func, set()):
        return None
    statement = work.tree.statement(maker.func)
    here, there = self_of(work.tree, statement), self_of(work.tree, site.func)
    found: dict[Variable, ast.Name] = {}
    for value in made_with.out_of_reach(work.facts, maker, site):
        name = value
        if value is made_with.agent_of(maker):
            name = written_as(work, maker, value)
        variable = work.variable_of(name)
        if variable is None or variable.of_module or not isinstance(name, ast.Name):
            return None
        found[variable] = name
    if not found or here is None or not work.alone(statement):
        return None
    attributes: dict[Variable, str] = {}
    for variable in found:
        word = variable.name
        attribute = new_attribute(work.facts, maker.func, f"run_{word}", f"kept_{word}")
        if attribute is None:
            return None
        attributes[variable] = attribute
    for variable, name in found.items():
        line = _keeping(f"{here}.{attributes[variable]}", name)
        lines = work.plan.inserted.setdefault(statement, [])
        if (statement, variable) not in work.once(_kept_options):
            work.once(_kept_options).add((statement, variable))
            lines.append(line)
    spelled: dict[ast.AST, str] = {}
    for root in (*maker.arguments.values(), *found.values()):
        for node in ast.walk(root):
            variable_here = work.variable_of(node) if isinstance(node, ast.Name) else None
            if variable_here in attributes:
                spelled[node] = f"{there}.{attributes[variable_here]}"
    return spelled


def _kept_options(_: Work) -> set[tuple[ast.stmt, Variable]]:
    """Variables that an attribute keeps, by the statements before which it gets them."""
    return set()


def _is_of_object(work: Work, run_id: ast.expr, place: ast.AST, seen: set[ast.AST]) -> bool:
    """Whether a run's id is read of the method's object, here or by all in view who give it."""
    holder = holder_of(run_id)
    if isinstance(holder, ast.Attribute) and isinstance(holder.value, ast.Name):
        return holder.value.id == self_of(work.tree, place)
    function = work.tree.function(place)
    variable = work.variable_of(holder)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if not isinstance(function, _FUNCTIONS) or function in seen or len(bindings) != 1:
        return False
    parameter = bindings[0].node
    if bindings[0].how is not How.PARAMETER or work.tree.function(parameter) is not function:
        return False
    seen.add(function)
    calls = [call for call, _ in calls_of(work.infer, function)]
    given = arguments_for(work.infer, function, parameter) if isinstance(parameter, ast.arg) else []
    return len(given) == len(calls) > 0 and all(
        may_be_one(work.facts, value, place) and _is_of_object(work, value, value, seen)
        for value in given
    )


def _keeping(attribute: str, name: ast.Name) -> Callable[[Rendering], str]:
    return lambda r: f"{attribute} = {r.text(name)}"


__all__ = ["is_assigned", "keep_options", "own_holder", "renew_own"]
