"""A response that was waited for is finished: nothing of it is left to cancel."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.operations.runs.background_cancellations import OWED, why_not
from unspool_rules.engine.operations.runs.given_up_calls import NONE, answer_calls, has_no_calls
from unspool_rules.engine.operations.runs.in_background import NEEDED, NOTE, in_background
from unspool_rules.engine.operations.runs.last_responses import id_given
from unspool_rules.engine.operations.runs.late_cancellations import NOTE as LATE
from unspool_rules.engine.operations.runs.late_cancellations import (
    comes_late,
    is_never_due,
    is_over,
    makes_responses,
)
from unspool_rules.engine.operations.runs.time_outs import is_time_out
from unspool_rules.engine.operations.tool_calls.rounds import rounds
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.tool_calls.actiontests import mentions_action
from unspool_rules.engine.tool_calls.made_with import CREATES, MAKES
from unspool_rules.engine.waiting.last_rounds import nearest_loop
from unspool_rules.engine.work import Work

_FINISHED = (
    "a response is finished when it is here, so nothing is cancelled any more: give the client a "
    "`timeout=` to wait no longer than that"
)

_ABROAD = (
    "only a response that is made with `background=True` can be cancelled: others are finished by "
    "the time that their id is known"
)


def _cancel(work: Work, site: Site) -> None:
    """A cancellation goes where its branch is never taken, or where the response is finished."""
    for other in work.plan.sites:
        if other.operation in SUBMITS:
            planned = rounds(work, other)
            if planned is not None and planned.is_dropped(site.func):
                return
    if has_no_calls(work, site):
        work.remove(work.tree.statement(site.func))
        work.note(NONE)
        return
    if answer_calls(work, site):
        return
    run_id = site.arguments.get("run_id")
    late = not _is_late(work, site) and any(
        holds(work, site) for holds in (comes_late, is_over, is_never_due)
    )
    abroad = run_id is not None and not _is_late(work, site) and _is_made_elsewhere(work, site)
    if in_background(work) and (reason := why_not(work, site)) is not None:
        work.block(site.anchor, reason)
        return
    if run_id is not None and (in_background(work) or late or abroad):
        work.take(site, "run_id")
        work.take(site, "thread_id")
        work.write_call(
            site,
            lambda r: f"{r.openai(site)}.responses.cancel",
            lambda r: [id_given(work, r, run_id)],
            used=(run_id,),
        )
        work.rename_result(site, "run", "response")
        work.note(NOTE if in_background(work) else LATE if late else _ABROAD)
        if in_background(work) and any(s.operation in SUBMITS for s in work.facts.sites):
            work.note(OWED)
        return
    if _is_late(work, site):
        work.remove(work.tree.statement(site.func))
        work.note(_FINISHED)
        return
    work.block(site.anchor, NEEDED)


def _is_made_elsewhere(work: Work, site: Site) -> bool:
    """Whether all runs are made out of view, and no outputs are asked for here."""
    tests = (a for a in work.tree.ancestors(site.func) if isinstance(a, (ast.If, ast.While)))
    made = (*MAKES, *SUBMITS)
    return (
        not any(mentions_action(a.test) for a in tests)
        and not any(other.operation in made for other in work.facts.sites)
        and not makes_responses(work)
    )


def _is_late(work: Work, site: Site) -> bool:
    """Whether the run was waited for in the same function, or made and waited for in it."""
    run_id = site.arguments.get("run_id")
    used = not isinstance(work.tree.parents.get(work.outer(site)), ast.Expr)
    if run_id is None or used or _is_owed(work, site):
        return False
    timed_out = is_time_out(work, site.func, run_id)
    if not timed_out and (not _is_for_unfinished(work, site) or _while_waiting(work, site)):
        return False
    made = [m for m in work.facts.origins(run_id) if not _is_gone(work, m)]
    again = [m for m in made if m.operation in POLLS]
    first = [m for m in made if m not in again]
    first += [m for poll in again for m in _known_by(work, poll) if m not in again]
    return (
        bool(first)
        and all(_known_by(work, poll) for poll in again)
        and all(_is_here(work, maker, None if timed_out else site) for maker in first)
    )


def _is_gone(work: Work, maker: Site) -> bool:
    return not work.plan.given_up.isdisjoint(work.tree.ancestors(maker.func))


def _is_for_unfinished(work: Work, site: Site) -> bool:
    """Whether the state of the run, or an exception, is why it is cancelled."""
    around = list(work.tree.ancestors(site.func))
    tested = (n for a in around if isinstance(a, ast.If) for n in ast.walk(a.test))
    return any(isinstance(a, ast.ExceptHandler) for a in around) or any(
        isinstance(n, ast.Attribute) and n.attr == "status" and work.facts.origins(n.value)
        for n in tested
    )


def _is_owed(work: Work, site: Site) -> bool:
    """Whether calls may still wait for their outputs, without which no turn follows."""
    if any(other.operation in SUBMITS for other in work.plan.sites):
        return True
    tests = (a for a in work.tree.ancestors(site.func) if isinstance(a, (ast.If, ast.While)))
    return any(mentions_action(a.test) for a in tests) or any(
        mentions_action(a.pattern)
        for a in work.tree.ancestors(site.func)
        if isinstance(a, ast.match_case)
    )


def _while_waiting(work: Work, site: Site) -> bool:
    """Whether it is decided while the run is waited for."""
    around = set(work.tree.ancestors(site.func))
    loops = {
        loop
        for poll in work.plan.sites
        if poll.operation in POLLS and (loop := nearest_loop(work, poll.func)) is not None
    }
    return not around.isdisjoint(loops)


def _known_by(work: Work, poll: Site) -> list[Site]:
    """What made the run that is asked for again."""
    run_id = poll.arguments.get("run_id")
    found = [] if run_id is None else work.facts.origins(run_id)
    return [m for m in found if not _is_gone(work, m)]


def _is_here(work: Work, maker: Site, site: Site | None) -> bool:
    """Whether a call waits for what it makes, and stands in the function of another one."""
    waits = maker.operation in (*CREATES, *SUBMITS) and not streams(maker)
    same = site is None or work.tree.function(maker.func) is work.tree.function(site.func)
    return waits and same and maker in work.plan.sites


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {"run.cancel": _cancel}
