"""The loop around a submission of tool outputs, and the run that it is about."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.operations.runs.fetched import first_fetch
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.runs.last_responses import is_kept
from unspool_rules.engine.operations.tool_calls import kept_rounds
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.tool_calls.made_with import CREATES, creators_of
from unspool_rules.engine.tool_calls.toolloops import ToolLoop
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.last_rounds import nearest_loop
from unspool_rules.engine.waiting.no_rounds import is_lost
from unspool_rules.engine.waiting.round_counts import counts_read, is_counted
from unspool_rules.engine.waiting.status_names import status_names
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable


def creators(work: Work, run_id: ast.expr) -> list[Site]:
    """The operations that made the run whose id is given, which may have been fetched since."""
    return creators_of(work.facts, run_id)


def run_of(work: Work, site: Site, run_id: ast.expr) -> Variable | None:
    """The variable of the run, as its creation names it where that is in the same function."""
    literal = work.literal_of(run_id)
    if not (isinstance(literal, ast.Attribute) and literal.attr == "id"):
        return None
    holder = work.variable_of(literal.value)
    for maker in creators(work, run_id):
        name = work.binding_name(maker)
        variable = work.facts.scopes.variable(name) if name is not None else None
        if variable is not None and work.tree.function(maker.func) is work.tree.function(site.func):
            return variable
    return holder


def alias(work: Work, variable: Variable, run: Variable) -> bool:
    """Let a second name of the same run be the run's own name."""
    if variable == run:
        return True
    scopes = work.facts.scopes
    if variable.scope is not run.scope:
        return False
    for binding in scopes.bindings(variable):
        value = binding.value
        if isinstance(value, ast.Await):
            value = value.value
        site = work.facts.by_call.get(value) if isinstance(value, ast.Call) else None
        if site is None or site not in work.plan.sites or site.operation not in (*POLLS, *SUBMITS):
            return False
    for use in scopes.uses(variable):
        work.replace(use, lambda r: name_of(r, run))
    return True


def rounds(work: Work, site: Site) -> ToolLoop | None:
    """Plan the loop around a submission, once; blockers where it does more than wait and answer."""
    for known in work.plan.rounds:
        if isinstance(known, ToolLoop) and site in known.submits:
            return known
    run_id = site.arguments.get("run_id")
    if site in work.tried or run_id is None or is_kept(work, run_id):
        return None
    run = run_of(work, site, run_id)
    loop = _driving(work, site, run)
    if loop is None or run is None or not _is_set_before(work, loop, run):
        return None if in_background(work) else _fetched_rounds(work, site, run_id)
    before = work.plan.snapshot()
    planned = _planned(work, loop, run)
    waits = bool(in_background(work))
    stays = planned.refusals or waits
    if stays and not work.foundry(site) and kept_rounds.may_stay(work, planned):
        work.plan.restore(before)
        if not waits and not is_lost(work, planned):
            work.note(kept_rounds.NOTE)
        return None
    if waits:
        work.block(loop, "what follows the outputs reads the run before it is fetched again")
    for refusal in planned.refusals:
        work.block(refusal.node, refusal.reason)
    return planned


def _fetched_rounds(work: Work, site: Site, run_id: ast.expr) -> ToolLoop | None:
    """A loop that fetches a run by an id: it is fetched once, before the calls are answered."""
    fetch = first_fetch(work, site, run_id)
    if fetch is None or work.foundry(site):
        return None
    run, loop = fetch.run, _driving(work, site, fetch.run)
    if loop is not fetch.loop or _is_set_before(work, loop, run) or _aliases(work, loop, run):
        return None
    before = work.plan.snapshot()
    planned = _planned(work, loop, run, fetch.statement)
    if planned.refusals or work.plan.blockers.keys() - before["blockers"].keys():
        work.plan.restore(before)
        return None
    fetch.plan(work)
    return planned


def _planned(
    work: Work, loop: ast.While | ast.For, run: Variable, first: ast.stmt | None = None
) -> ToolLoop:
    inside = set(ast.walk(loop))
    submits = [s for s in work.plan.sites if s.operation in SUBMITS and s.func in inside]
    work.tried.update(submits)
    aliases = _aliases(work, loop, run)
    planned = ToolLoop(work, loop, run, submits, aliases)
    planned.first = first
    if stale := counts_read(work, loop, planned.body):
        work.block(stale, "the loop counts its rounds, and this reads the count")
    for variable in aliases:
        if not alias(work, variable, run):
            work.block(loop, f"`{variable.name}` is a second name of the run, and of other things")
    if not work.alone(loop):
        work.block(loop, "the loop shares its line with another statement")
    clocked = isinstance(loop, ast.While) and pauses.reads_clock(loop.test)
    if is_counted(work, loop):
        work.note("the number of rounds of tool calls is not limited any more")
    if planned.timed or clocked:
        work.note("the loop's own time-out is gone: give the client a `timeout=` instead")
    if planned.body:
        planned.settle()
    return planned


def _is_set_before(work: Work, loop: ast.stmt, run: Variable) -> bool:
    """Whether the run has a name before the loop that fetches it."""
    return any(
        loop not in work.tree.ancestors(binding.node)
        for binding in work.facts.scopes.bindings(run)
        if isinstance(binding.node, (ast.expr, ast.arg))
    )


def _aliases(work: Work, loop: ast.While | ast.For, run: Variable) -> set[Variable]:
    found: set[Variable] = set()
    inside = set(ast.walk(loop))
    for site in work.plan.sites:
        if site.operation in (*POLLS, *SUBMITS) and site.func in inside:
            name = work.binding_name(site)
            variable = work.facts.scopes.variable(name) if name is not None else None
            if variable is not None and variable != run:
                found.add(variable)
    return found


def _driving(work: Work, site: Site, run: Variable | None) -> ast.While | ast.For | None:
    """The loop that goes on until the run is finished."""
    loop = nearest_loop(work, site.func)
    while loop is not None:
        inside = set(ast.walk(loop))
        makers = [s for s in work.plan.sites if s.operation in CREATES and s.func in inside]
        if makers or run is None:
            return None
        if isinstance(loop, ast.While):
            if _is_true(loop.test) or _reads(work, loop, run) or pauses.reads_clock(loop.test):
                return loop
            if work.foundry(site) and is_counted(work, loop):
                return loop
        elif isinstance(loop, ast.For) and _is_count(loop):
            return loop
        loop = nearest_loop(work, loop)
    return None


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and bool(node.value)


def _is_count(loop: ast.For) -> bool:
    return (
        isinstance(loop.iter, ast.Call)
        and isinstance(loop.iter.func, ast.Name)
        and loop.iter.func.id == "range"
    )


def _reads(work: Work, loop: ast.While, run: Variable) -> bool:
    runs = {run, *_aliases(work, loop, run)}
    variables = runs | status_names(work, loop, runs)
    return any(
        isinstance(n, ast.Name) and work.facts.scopes.variable(n) in variables
        for n in ast.walk(loop.test)
    )


def claimed(work: Work, site: Site) -> bool:
    """Whether a poll belongs to a loop that answers tool calls, and goes with it."""
    loop = nearest_loop(work, site.func)
    if loop is None:
        return False
    for other in work.plan.sites:
        if other.operation in SUBMITS:
            planned = rounds(work, other)
            if planned is not None and planned.loop is loop:
                return True
    return False
