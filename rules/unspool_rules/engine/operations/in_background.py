"""Runs that one function starts and another one cancels by an id: responses in the background.

Source: openai 3.54.0 ``openai/resources/responses/responses.py``: only a response made with
``background=True`` can be cancelled, and it is retrieved until it is finished.
"""

from __future__ import annotations

from collections.abc import Iterator

from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts, Site
from unspool_rules.engine.streams import streams
from unspool_rules.engine.work import Work
from unspool_rules.model import Target, TargetService

NOTE = (
    "runs that are cancelled by their ids are responses in the background: they are not finished "
    "when the call returns, and have to be retrieved until they are"
)
_STARTS = ("run.create", "thread_run.create")
_WAITING = frozenset(
    {"run.process", "run.poll", "run.stream", "run.list", "run.submit", "run.submit_poll"}
    | {"run.submit_stream", "thread_run.process", "thread_run.stream"}
)
"""Operations that do not go with a response in the background, or are planned without one."""
_READS = frozenset(
    {"run.get", "run.cancel", "message.list", "message.last", "message.last_text", "step.list"}
)


def in_background(work: Work) -> list[Site]:
    """The runs of a file that are to be made in the background; none where one cannot be."""
    return _makers(work.facts, work.target)


def together(facts: Facts, target: Target) -> Iterator[tuple[Site, Site]]:
    """What makes such runs, asks for them and cancels them changes at once, or not at all."""
    makers = _makers(facts, target)
    for site in facts.sites if makers else ():
        if site.operation in (*_STARTS, "run.get", "run.cancel"):
            yield makers[0], site


def _makers(facts: Facts, target: Target) -> list[Site]:
    cancels = [s for s in facts.sites if s.operation == "run.cancel"]
    makers = [s for s in facts.sites if s.operation in _STARTS]
    if not cancels or not makers or any(s.operation in _WAITING for s in facts.sites):
        return []
    if any(service_of(s, target) is TargetService.FOUNDRY for s in (*cancels, *makers)):
        return []
    if not all(_is_only_started(facts, maker) for maker in makers):
        return []
    return makers if all(_is_known_by_id(facts, s, makers) for s in cancels) else []


def _is_only_started(facts: Facts, maker: Site) -> bool:
    """Whether nothing in its function waits for a run, or reads what it says."""
    function = facts.tree.function(maker.func)
    if function is None or streams(maker) or maker.call is None:
        return False
    return not any(
        other.operation in _READS and facts.tree.function(other.func) is function
        for other in facts.sites
    )


def _is_known_by_id(facts: Facts, cancel: Site, makers: list[Site]) -> bool:
    """Whether a run is cancelled that another function may have started, and none that is here."""
    run_id = cancel.arguments.get("run_id")
    return run_id is not None and set(facts.origins(run_id)) <= set(makers)
