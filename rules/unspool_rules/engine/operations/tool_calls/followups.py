"""The response that goes on with tool outputs: the run's agent and options once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from unspool_rules.engine.definitions.file import is_unpacked
from unspool_rules.engine.flow.said_before import asked_before
from unspool_rules.engine.flow.spreads import with_spread
from unspool_rules.engine.operations.agents.made_elsewhere import agent_given
from unspool_rules.engine.operations.runs.holders import source_of
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.runs.own_runs import keep_options
from unspool_rules.engine.operations.runs.requests import request_of
from unspool_rules.engine.operations.tool_calls.handed_on import hand_on
from unspool_rules.engine.operations.tool_calls.put_aside import put_aside
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import made_with
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

Request = tuple[Callable[[Rendering], str], Callable[[Rendering], list[Item]]]
"""What is called, and the arguments that say which agent answers, and how."""

_ONCE = ("input=", "tool_choice=", "metadata=")
"""What only the first response of a round is given."""
_UNPACKED = (
    "the run is made with arguments that are not in view, and the response that goes on needs its "
    "options again"
)


def follow_up(
    work: Work, site: Site, made: list[Site], before: Callable[[Rendering], str] | None = None
) -> Request | None:
    """The agent and the options of the run, for the response that goes on with it.

    Args:
        work: the plan of the component.
        site: what hands the outputs in.
        made: where the run is made; none where that is out of view.
        before: writes the response that asked for the outputs.
    """
    if not made:
        if (request := _as_before(work, site, before)) is None:
            work.block(
                site.anchor,
                "the run is made out of view: which agent goes on with the tool outputs is not "
                "known",
            )
        else:
            work.note("whoever has the run's id has that of its first response: hand on the new id")
        return request
    first = next(iter(made_with.at_hand(work.facts, made, site)), made[0])
    agent = made_with.agent_of(first)
    if agent is None:
        work.block(site.anchor, "the agent of the run is not known")
        return None
    if any(maker.unpacked for maker in made):
        if (request := _as_before(work, site, before)) is not None:
            return request
        work.block(site.anchor, _UNPACKED)
        return None
    held = work.plan.snapshot()
    far = not made_with.at_hand(work.facts, [first], site)
    given = agent_given(work, site, first) if far and len(made) == 1 else None
    handed = far and len(made) == 1 and (given is not None or hand_on(work, site, first))
    kept = None
    if far and len(made) == 1 and not handed:
        kept = keep_options(work, site, source_of(work, site.arguments["run_id"]), first)
        handed = kept is not None
    if far and not handed:
        handed = (work.foundry(site) or before is None) and put_aside(work, site, first, made)
    if far and not handed:
        if (request := _as_before(work, site, before)) is not None:
            return request
        work.block(
            site.anchor,
            f"`{' '.join(work.tree.segment(agent).split())}` and the options that the run was made "
            "with are not at hand here: the response that goes on needs them again",
        )
        return None
    if not handed and not made_with.are_alike(work.facts, made, site):
        if (request := _as_before(work, site, before)) is not None:
            return request
        work.block(site.anchor, "the run is made in more than one way")
        return None
    agent = given or agent
    wanted = request_of(work, first, agent, site.arguments.get("thread_id"))
    if wanted is None:
        if (request := _as_before(work, site, before)) is not None:
            work.plan.restore(held)
            return request
        return None
    func, arguments, _ = wanted
    again = made_with.given_again(first)
    if again and not _has_at_hand(work, site, first, again):
        if (request := _as_before(work, site, before)) is not None:
            return request
        work.block(
            site.anchor,
            "what the run is given under a condition is needed here once more: give it to the "
            "response that goes on, too",
        )
        return None
    if work.foundry(site) or is_unpacked(work, first, agent):

        def func(r: Rendering) -> str:
            return f"{r.openai(site)}.responses.create"

    def items(r: Rendering) -> list[Item]:
        with r.spelled(kept or {}):
            bare = [_bare(i) for i in arguments(r) if i.prefix not in _ONCE]
        return [*with_spread(bare, first.spread)] if again else bare

    def called(r: Rendering) -> str:
        with r.spelled(kept or {}):
            return func(r)

    return called, items


def _has_at_hand(work: Work, site: Site, first: Site, again: frozenset[str]) -> bool:
    """Whether the run's dictionary holds only what is needed again, at the later call, too."""
    held = first.sometimes - {"max_prompt_tokens"}
    return again == held and work.tree.function(site.func) is work.tree.function(first.func)


def _as_before(work: Work, site: Site, before: Callable[[Rendering], str] | None) -> Request | None:
    """At OpenAI a response says what it was asked with: the one that goes on is asked the same."""
    if before is None or work.foundry(site):
        return None
    waits = [Item("True", "background=")] if in_background(work) else []
    work.note(
        "who answers is what the response before says: its model, instructions, tools and options"
    )
    return (
        lambda r: f"{r.openai(site)}.responses.create",
        lambda r: [*waits, Item(f"{asked_before(r)}({before(r)})", "**")],
    )


def _bare(item: Item) -> Item:
    """An item without its comments, which stay where the run is made."""
    value = item.value
    if isinstance(value, Brackets):
        value = replace(value, items=tuple(map(_bare, value.items)), below=())
    return replace(item, value=value, above=(), behind="")
