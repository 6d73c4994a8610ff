"""Runs become responses, and what waits for them goes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.definitions.file import definition_first
from unspool_rules.engine.operations.runs.brought_threads import made_on_the_way
from unspool_rules.engine.operations.runs.in_background import NOTE as BACKGROUND
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.runs.listed_responses import keep
from unspool_rules.engine.operations.runs.requests import request_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.toolmodels.mcp import take_resources
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Item

STREAMS = "streamed runs become `responses.create(stream=True)`; their events have other names"
_REFUSED = {
    "event_handler": STREAMS,
    "body": "a raw body has the old shape",
    "toolset": "functions are not called by the SDK any more: the loop has to be written",
    "tool_resources": "resources belong to the tools of the agent's definition",
}
"""Arguments that nothing takes the place of, and why."""
_FINISHED = "a response is finished when the call returns; requests that fail raise openai's errors"


def create(work: Work, site: Site) -> None:
    take_resources(work, site)
    thread = work.take(site, "thread_id")
    agent = work.take(site, "agent_id", "assistant_id")
    refuse_streaming(work, site)
    work.refuse(site, {**_REFUSED, "include": "`include` names other things for a response"})
    if thread is None or agent is None:
        work.block(site.anchor, "thread and agent are not both given by name or position")
        return
    _respond(
        work, site, agent, lambda r: r.item("conversation=", r.code(thread), thread), used=thread
    )


def _respond(
    work: Work,
    site: Site,
    agent: ast.expr,
    conversation: Callable[[Rendering], Item],
    *,
    used: ast.expr | None,
) -> None:
    """The response in the place of a run, with the agent's or the definition's arguments."""
    whole = not site.operation.startswith("thread_run.") or "thread" in site.arguments
    request = request_of(work, site, agent, shapes=whole)
    if request is None:
        return
    func, arguments, taken = request
    work.write_call(
        site,
        func,
        lambda r: definition_first([conversation(r), *arguments(r)]),
        used=(used, *taken),
    )
    keep(work, site)
    rename_run(work, site)


def refuse_streaming(work: Work, site: Site) -> None:
    """Block on ``stream=True``: what comes back is looked at elsewhere."""
    stream = work.take(site, "stream")
    if stream is not None and not (isinstance(stream, ast.Constant) and stream.value is False):
        work.block(stream, STREAMS)


def create_with_thread(work: Work, site: Site) -> None:
    """A thread made on the way: a conversation is made in the statement before."""
    agent = work.take(site, "agent_id", "assistant_id")
    refuse_streaming(work, site)
    work.refuse(site, _REFUSED)
    if agent is None:
        work.block(site.anchor, "the agent is not given by name or position")
        return
    conversation = made_on_the_way(work, site)
    if conversation is None:
        return
    _respond(work, site, agent, conversation, used=site.arguments.get("thread"))


def rename_run(work: Work, site: Site) -> None:
    work.rename_result(site, "run", "response")
    work.note(BACKGROUND if site in in_background(work) else _FINISHED)


def _blocked(reason: str) -> Callable[[Work, Site], None]:
    def plan(work: Work, site: Site) -> None:
        work.block(site.anchor, reason)

    return plan


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.create": create,
    "run.process": create,
    "thread_run.create": create_with_thread,
    "thread_run.process": create_with_thread,
    "run.update": _blocked("a response's metadata is set when it is made and not changed later"),
}
