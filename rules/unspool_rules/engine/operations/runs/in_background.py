"""Runs that are started, asked for and cancelled by their ids: responses in the background.

Where a loop does more than wait for a run, its responses are made so, too: the loop stays.

Source: openai 3.54.0 ``openai/resources/responses/responses.py``: only a response made with
``background=True`` can be cancelled, and it is retrieved until it is finished.
"""

from __future__ import annotations

from collections.abc import Iterator

from unspool_rules.catalogue.groups import STARTS
from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.tool_calls.made_with import MAKES
from unspool_rules.engine.work import Work
from unspool_rules.model import Target, TargetService

NOTE = (
    "runs are responses in the background: they are not finished when the call returns, and have "
    "to be retrieved until they are"
)
NEEDED = "only a response made with `background=True` can be cancelled"
_REFUSED = frozenset({"run.poll", "run.submit_poll", "run.submit_stream"})
"""Operations of a file whose runs cannot all be made in the background."""


def in_background(work: Work) -> list[Site]:
    """The runs of a file that are to be made in the background, where it is planned so."""
    return work.once(_planned)


def _planned(work: Work) -> list[Site]:
    return started(work.facts, work.target) if work.facts.starts_in_background else []


def together(facts: Facts, target: Target) -> Iterator[tuple[Site, Site]]:
    """What makes such runs, asks for them and cancels them changes at once, or not at all."""
    makers = started(facts, target) if facts.starts_in_background else []
    for site in facts.sites if makers else ():
        if site.operation in (*STARTS, "run.get", "run.cancel"):
            yield makers[0], site


def started(facts: Facts, target: Target) -> list[Site]:
    """The runs of a file that is planned so; none where one of them cannot be in the background.

    What waits for such a run stays as it is, and so does what reads of its thread.
    """
    cancels = [s for s in facts.sites if s.operation == "run.cancel"]
    makers = [s for s in facts.sites if s.operation in STARTS and not streams(s)]
    if any(s.operation in _REFUSED for s in facts.sites):
        return []
    if any(s.call is None for s in makers):
        return []
    if any(service_of(s, target) is TargetService.FOUNDRY for s in (*cancels, *makers)):
        return []
    others = [s for s in facts.sites if s.operation in MAKES and s not in makers]
    return makers if all(_is_of(facts, s, makers, others) for s in cancels) else []


def _is_of(facts: Facts, cancel: Site, makers: list[Site], others: list[Site]) -> bool:
    """Whether what is cancelled is surely one of these runs, or nothing else is made here."""
    run_id = cancel.arguments.get("run_id")
    if run_id is None:
        return False
    found = set(facts.origins(run_id))
    return not others if found.isdisjoint(makers) else found.isdisjoint(others)
