"""The items of a run that took several responses: those of each round are kept as they come.

A run had its steps to the end; a response has the items of one round only.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.flow.callers import FUNCTIONS, all_calls
from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.functions.objects import tools
from unspool_rules.engine.operations.tool_calls.handed_on import pass_on
from unspool_rules.engine.operations.tool_calls.named_rounds import ITEMS, of_name, submits_of
from unspool_rules.engine.operations.tool_calls.rounds import creators
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.syntax.bindings import How


def several(work: Work, makers: list[Site]) -> bool:
    """Whether some runs may take more than one response."""
    return tools(work).called or bool(submits_of(work, makers) or _approved(work, makers))


def approve(work: Work, site: Site) -> None:
    """Tell that the requests for approvals of a run are answered behind it."""
    work.once(_approved_runs).add(site)


def line_of(work: Work, r: Rendering, site: Site) -> str | None:
    """The list of items that the loop behind a run has to keep; None where nothing reads it."""
    return r.made(ITEMS, site) if site in work.once(_kept_runs) else None


def _approved(work: Work, makers: list[Site]) -> bool:
    return any(m in work.once(_approved_runs) for m in makers)


def _approved_runs(_: Work) -> set[Site]:
    return set()


def _kept_runs(_: Work) -> set[Site]:
    """Those behind which the list of the items is written."""
    return set()


def kept(
    work: Work, run_id: ast.expr | None, makers: list[Site]
) -> Callable[[Rendering], str] | None:
    """The list of the items of all rounds of ``run.id``; None where it is not certain.

    Returns:
        Writes the list's name.
    """
    if not (isinstance(run_id, ast.Attribute) and run_id.attr == "id"):
        return None
    submits = submits_of(work, makers)
    if not submits:
        return _of_process(work, run_id.value, makers)
    return of_name(work, run_id.value)


def handed(
    work: Work, site: Site, run_id: ast.expr | None
) -> tuple[list[Site], Callable[[Rendering], str]] | None:
    """The list in a function that is given the id of a run: its callers give it that, too.

    Returns:
        What makes the run, and what writes the list's name.
    """
    made = creators(work, run_id) if run_id is not None else []
    function = work.tree.function(site.anchor)
    variable = work.variable_of(run_id) if run_id is not None else None
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if len(made) != 1 or not isinstance(function, FUNCTIONS) or not several(work, made):
        return None
    if [b.how for b in bindings] != [How.PARAMETER] or not isinstance(bindings[0].node, ast.arg):
        return None
    calls = all_calls(work, function)
    given = arguments_for(work.infer, function, bindings[0].node)
    home = work.tree.function(made[0].func)
    if len(given) != len(calls) or any(work.tree.function(call) is not home for call in calls):
        return None
    names = [kept(work, value, made) for value in given]
    name = names[0] if names else None
    if name is None or None in names:
        return None
    if not pass_on(work, site, made[0], {(made[0], ITEMS): name}, {ITEMS}, lambda _: True):
        return None
    return made, name


def _of_process(
    work: Work, holder: ast.expr, makers: list[Site]
) -> Callable[[Rendering], str] | None:
    """The list that the loop behind a run keeps, which the SDK waited for."""
    if len(makers) != 1 or not several(work, makers) or not makers[0].operation.endswith("process"):
        return None
    maker, target = work.tree.statement(makers[0].anchor), work.binding_name(makers[0])
    if target is None or work.facts.scopes.variable(target) != work.variable_of(holder):
        return None
    if work.tree.function(maker) is not work.tree.function(holder):
        return None
    if not precedes(work.tree, maker, holder):
        return None
    work.once(_kept_runs).add(makers[0])
    return lambda r: r.made(ITEMS, makers[0])
