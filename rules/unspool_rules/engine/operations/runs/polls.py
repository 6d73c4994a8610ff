"""Runs that are fetched again: a response is finished already, so the loop around a poll goes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.abroad.given import GIVEN
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.runs.last_responses import id_given, is_kept
from unspool_rules.engine.operations.tool_calls.rounds import creators
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import CREATES
from unspool_rules.engine.waiting.carriers import carry, named
from unspool_rules.engine.waiting.distant_looks import check_distant_loops
from unspool_rules.engine.waiting.first_states import tell_of_first_states
from unspool_rules.engine.waiting.loops import WaitLoop
from unspool_rules.engine.waiting.no_rounds import check_no_round
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Variable


def get(work: Work, site: Site) -> None:
    """A poll: its loop goes when it only waits; a lone refresh of a finished response goes, too."""
    run_id = work.take(site, "run_id")
    work.take(site, "thread_id")
    work.transport(site)
    if run_id is None:
        work.block(site.anchor, "the run's id is not given by name or position")
        return
    if not in_background(work) and not is_kept(work, run_id):
        check_distant_loops(work, site)
        tell_of_first_states(work, site, run_id)
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    statement = work.tree.statement(site.anchor)
    known = _known_run(work, site, run_id)
    if variable is not None and known is not None:
        same = work.variable_of(known) == variable
        copied = False
        if not same and (source := _copied(work, variable)) is not None:
            _read_instead(work, variable, source)
            same = copied = True
        elif not same:
            work.replace(work.outer(site), lambda r: r.code(known))
            work.plan.renames[variable] = ("run", "response")
        loop = _loop_of(work, site)
        if loop is None:
            if same:
                work.remove(statement)
            return
        if _waits(work, loop, variable, site):
            return
        if work.plan.blocked:
            return
        if copied or (same and work.foundry(site)):  # it is finished, and nothing else reads it
            work.remove(statement)
            return
        if work.foundry(site):
            return
        work.plan.replacements.pop(work.outer(site), None)
    elif variable is None and known is not None and _read_at_once(work, site, known):
        return
    if work.foundry(site):
        work.block(
            site.anchor,
            "a response is finished when `responses.create` returns, and fetching it by an id "
            "from elsewhere is not certain to work beside an agent",
        )
        return
    _retrieve(work, site, run_id)
    if variable is not None:
        work.plan.renames[variable] = ("run", "response")
    _check_loop(work, site, run_id)


def _check_loop(work: Work, site: Site, run_id: ast.expr) -> None:
    """Check the loop of a poll that stays: a finished response may not come to its first round."""
    loop = _loop_of(work, site)
    statement = work.tree.statement(site.anchor)
    if loop is None or in_background(work) or is_kept(work, run_id):
        return
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return
    run = work.variable_of(statement.targets[0])
    if run is None:
        return
    before = work.plan.snapshot()
    wait = WaitLoop(work, loop, run, [site])
    work.plan.restore(before)
    check_no_round(work, wait)


def _known_run(work: Work, site: Site, run_id: ast.expr) -> ast.expr | None:
    """The expression of the run that is fetched again, which is a finished response by then."""
    literal = work.literal_of(run_id)
    if isinstance(literal, ast.Attribute) and is_finished(work, literal):
        makers = [m for m in work.facts.origins(literal.value) if m.operation in CREATES]
        if literal is run_id or (len(makers) == 1 and not _makes(literal.value)):
            return literal.value
    return run_id if work.foundry(site) and carry(work, run_id) else None


def _makes(value: ast.expr) -> bool:
    """Whether an expression makes a run again where it is repeated: ``create(...)``."""
    return any(isinstance(node, (ast.Call, ast.Await)) for node in ast.walk(value))


def _read_at_once(work: Work, site: Site, known: ast.expr) -> bool:
    """``retrieve(run_id=run.id).status`` reads the run that it brings up to date."""
    run = work.variable_of(known)
    if run is None and not work.foundry(site):
        return False
    work.replace(work.outer(site), lambda r: r.code(known))
    loop = _loop_of(work, site)
    if loop is None or run is None:
        return True
    again = _named_at_once(work, site, run)
    if _waits(work, loop, again or run, site):
        if again is not None:
            _read_instead(work, again, run)
        return True
    if not work.plan.blocked:
        work.plan.replacements.pop(work.outer(site), None)
    return work.plan.blocked


def _named_at_once(work: Work, site: Site, run: Variable) -> Variable | None:
    """Another name for the run: ``while (now := retrieve(run_id=run.id)).status == "queued"``."""
    above = work.tree.parents.get(work.outer(site))
    named_anew = work.variable_of(above.target) if isinstance(above, ast.NamedExpr) else None
    if named_anew is None or named_anew == run:
        return None
    return named_anew if _copied(work, named_anew) == run else None


def _read_instead(work: Work, copy: Variable, source: Variable) -> None:
    """Let what reads a copy of a run read the run itself."""
    for use in work.facts.scopes.uses(copy):
        if isinstance(use.ctx, ast.Load):
            work.replace(use, lambda r: named(work, r, source))


def _copied(work: Work, variable: Variable) -> Variable | None:
    """The variable of the run that ``status = retrieve(run_id=run.id)`` only brings up to date.

    Then the second variable can go: the response it would hold is the first one.
    """
    if is_taken(work.facts, variable):
        return None
    sources: set[Variable | None] = set()
    for binding in work.facts.scopes.bindings(variable):
        value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
        poll = work.facts.by_call.get(value) if isinstance(value, ast.Call) else None
        run_id = poll.arguments.get("run_id") if poll is not None else None
        if poll is None or poll.operation != "run.get" or run_id is None:
            return None
        known = _known_run(work, poll, run_id)
        if binding.path or known is None or not work.alone(work.tree.statement(poll.func)):
            return None
        sources.add(work.variable_of(known))
    source = sources.pop() if len(sources) == 1 else None
    if source is None or source.scope is not variable.scope:
        return None
    return source if len(work.facts.scopes.bindings(source)) == 1 else None


def _retrieve(work: Work, site: Site, run_id: ast.expr) -> None:
    work.write_call(
        site,
        lambda r: f"{r.openai(site)}.responses.retrieve",
        lambda r: [id_given(work, r, run_id)],
        used=(run_id,),
    )


def is_finished(work: Work, run_id: ast.Attribute) -> bool:
    """Whether ``run = get(run_id=run.id)`` brings a run up to date that is finished by then."""
    if run_id.attr != "id":
        return False
    makers = work.facts.origins(run_id.value)
    polls = ("run.get", "run.submit", "run.submit_poll", "run.poll")
    created = [m for m in makers if m.operation in _known(work, m)]
    if in_background(work) or is_kept(work, run_id):
        return False
    if not all(m.operation in (*_known(work, m), *polls) for m in makers):
        return False
    # In a later round it is what the round before has handed in or fetched.
    return bool(created) or bool(creators(work, run_id))


def _known(work: Work, maker: Site) -> tuple[str, ...]:
    """Operations whose runs are responses that are finished.

    One that callers give is so, too; it is only not fetched again where that is not certain.
    """
    return (*CREATES, GIVEN) if work.foundry(maker) else CREATES


def _loop_of(work: Work, site: Site) -> ast.While | ast.For | None:
    for parent in work.tree.ancestors(site.anchor):
        if isinstance(parent, (ast.While, ast.For)):
            return parent
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.AsyncFor, ast.ClassDef)):
            return None
    return None


def _waits(work: Work, loop: ast.While | ast.For, variable: Variable, site: Site) -> bool:
    """Plan the removal of a waiting loop; block where it does more."""
    inside = set(ast.walk(loop))
    creating = [s for s in work.plan.sites if s.operation in CREATES and s.anchor in inside]
    if creating:
        if work.outer(site) not in work.plan.replacements:
            work.remove(work.tree.statement(site.anchor))
        return True
    if any(s.operation in SUBMITS and s.func in inside for s in work.plan.sites):
        return False
    polls = [
        s
        for s in work.plan.sites
        if s.operation == "run.get"
        and s.anchor in inside
        and work.outer(s) not in work.plan.replacements
    ]
    before = dict(work.plan.notes)
    wait = WaitLoop(work, loop, variable, polls)
    if wait.refusals:
        work.plan.notes = before  # they are about a loop that goes
        if work.foundry(site) and not _goes_on(work, loop):
            for refusal in wait.refusals:
                work.block(refusal.node, refusal.reason)
        elif not work.foundry(site):
            check_no_round(work, wait)
        return False
    if not work.alone(loop):
        work.block(loop, "the loop shares its line with another statement")
        return True
    if wait.timed:
        work.note("the loop's own time-out is gone: give the client a `timeout=` instead")
    work.plan.rewritten[loop] = wait.lines
    work.plan.given_up.update(wait.given_up)
    work.plan.emptied[loop] = wait.left()
    return True


def _goes_on(work: Work, loop: ast.While | ast.For) -> bool:
    """Whether the loop, or a function that it calls, hands in outputs: it goes on with its run.

    The response is finished in each round of it.
    """
    submits = [s for s in work.plan.sites if s.operation in SUBMITS]
    if any(loop in work.tree.ancestors(site.func) for site in submits):
        return True
    inside = {
        callee.node
        for node in ast.walk(loop)
        if isinstance(node, ast.Call)
        for callee in work.infer.of(node.func)
        if isinstance(callee, UserFunction)
    }
    return any(work.tree.function(site.func) in inside for site in submits)


def poll(work: Work, site: Site) -> None:
    """``runs.poll`` waits; a response is finished already."""
    run_id = work.take(site, "run_id")
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    known = _known_run(work, site, run_id) if run_id is not None else None
    if variable is not None and known is not None:
        work.take(site, "thread_id")
        work.transport(site)
        if work.variable_of(known) == variable:
            work.remove(work.tree.statement(site.anchor))
        else:
            work.replace(work.outer(site), lambda r: r.code(known))
            work.plan.renames[variable] = ("run", "response")
        return
    if run_id is not None and not work.foundry(site):
        work.take(site, "thread_id")
        _retrieve(work, site, run_id)
        return
    work.block(site.anchor, "the run that is waited for is not in view")


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.get": get,
    "run.poll": poll,
}
