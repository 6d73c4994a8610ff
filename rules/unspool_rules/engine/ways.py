"""Other ways to plan a file, which are kept if more of it can be migrated so.

At OpenAI an assistant becomes a definition in the code, which has no id, and a run becomes a
response that is finished when its call returns. Where something needs the id, or does what a
service does with stored assistants, ids stay ids. Where a run is cancelled otherwise in vain, or a
loop does more than wait, responses are made in the background: started, asked for and cancelled as
runs are. Where outputs are handed in, and who fetches the run again never hears of the new
response, the program keeps it. Where tool calls are read in ways that are not followed, they keep
their fields.
"""

from __future__ import annotations

from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.operations.runs.in_background import NEEDED, started
from unspool_rules.engine.planner import Planner
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.kept_calls import may_keep
from unspool_rules.engine.waiting.no_rounds import UNREACHED
from unspool_rules.model import Target, TargetService
from unspool_rules.syntax.tree import SharedTreeError


def planned(facts: Facts, target: Target) -> Planner:
    """The plans of a file, in the way that most of it can be migrated in."""
    best = _listed(_reshaped(_followed(_stored(Planner(facts, target)))))
    if (_cancels_in_vain(best) or _loops_in_vain(best)) and started(facts, target):
        again = _listed(_followed(_stored(_anew(best, starts_in_background=True))))
        fewer = _blocked(again) < _blocked(best)
        best = again if fewer or _says_more(again, best) else best
    for site in list(best.facts.store_helpers):
        if best.plan_of[site].blocked:
            del best.facts.store_helpers[site]
    facts.tree.shared = best.facts.tree.shared = False  # the other plans are gone
    return best


def _says_more(again: Planner, plain: Planner) -> bool:
    """Whether nothing changes in the background either, and its reasons are those that count.

    That a response is not in the background is no reason then.
    """
    made = started(again.facts, again.target)
    reasons = (b.message for plan in plain.plans for b in plan.blockers.values())
    return (
        NEEDED in reasons
        and all(again.plan_of[site].blocked for site in made)
        and _blocked(again) == _blocked(plain)
        and _reasons(again) <= _reasons(plain)
    )


def _stored(planner: Planner) -> Planner:
    """The plans with assistants that are kept in a file of the program, where these are better."""
    if planner.facts.keeps_assistants:
        return planner
    if not any(_may_be_kept(planner, site) for site in planner.facts.sites):
        return planner
    again = _anew(planner, keeps_assistants=True)
    one, other = _blocked(again), _blocked(planner)
    tied = planner.facts.assistants_leave or _reasons(again) < _reasons(planner)
    return again if one < other or (one == other and tied) else planner


def _followed(planner: Planner) -> Planner:
    """The plans with last responses that the program keeps, where these are better."""
    if not planner.facts.in_vain:
        return planner
    again = _stored(_anew(planner, lost=frozenset(planner.facts.in_vain)))
    return again if _blocked(again) < _blocked(planner) else planner


def _reshaped(planner: Planner) -> Planner:
    """The plans with tool calls in their old shape, where these are better."""
    if not _blocked(planner) or not may_keep(planner.facts):
        return planner
    again = _stored(_anew(planner, keeps_calls=True))
    return again if _blocked(again) < _blocked(planner) else planner


def _listed(planner: Planner) -> Planner:
    """The plans with responses that the program keeps to list them, where these are better."""
    if planner.facts.keeps_responses or not planner.facts.lists_in_vain:
        return planner
    again = _stored(_anew(planner, keeps_responses=True))
    return again if _blocked(again) < _blocked(planner) else planner


def _anew(
    planner: Planner,
    *,
    keeps_assistants: bool = False,
    keeps_calls: bool = False,
    starts_in_background: bool = False,
    keeps_responses: bool = False,
    lost: frozenset[int] = frozenset(),
) -> Planner:
    """The same file, planned from the start in one more way."""
    old = planner.facts

    def plan(facts: Facts) -> Planner:
        facts.keeps_assistants = old.keeps_assistants or keeps_assistants
        facts.starts_in_background = old.starts_in_background or starts_in_background
        facts.keeps_calls = keeps_calls or (old.keeps_calls and not facts.starts_in_background)
        facts.keeps_responses = old.keeps_responses or keeps_responses
        facts.lost = old.lost | lost
        return Planner(facts, planner.target)

    try:
        return plan(old.again())
    except SharedTreeError:
        return plan(old.again(apart=True))


def _may_be_kept(planner: Planner, site: Site) -> bool:
    """Whether a call has to do with an assistant of OpenAI that does not stay in view."""
    takes = site.operation.startswith("agent.") or "assistant_id" in site.arguments
    leaves = planner.facts.assistants_leave or planner.plan_of[site].blocked
    return takes and leaves and service_of(site, planner.target) is TargetService.OPENAI


def _cancels_in_vain(planner: Planner) -> bool:
    sites = planner.facts.sites
    return any(planner.plan_of[s].blocked for s in sites if s.operation == "run.cancel")


def _loops_in_vain(planner: Planner) -> bool:
    """Whether a loop stays that has no round for a response that is finished."""
    return any(b.message == UNREACHED for plan in planner.plans for b in plan.blockers.values())


def _blocked(planner: Planner) -> int:
    return sum(planner.plan_of[site].blocked for site in planner.facts.sites)


def _reasons(planner: Planner) -> int:
    return len({blocker for plan in planner.plans for blocker in plan.blockers})


__all__ = ["planned"]
