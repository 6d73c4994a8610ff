"""What a response has to include for those that read its items as steps."""

from __future__ import annotations

from collections.abc import Iterable

from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work

VAGUE = "what is done with run steps here has no counterpart that is certain"


def include(work: Work, makers: Iterable[Site], *names: str) -> None:
    """Let the calls that make responses ask for more of their items."""
    for maker in makers:
        work.once(_included).setdefault(maker, {}).update(dict.fromkeys(names))


def included(work: Work, site: Site) -> list[str]:
    """What a response has to include for the readers of its items."""
    return list(work.once(_included).get(site, ()))


def _included(_: Work) -> dict[Site, dict[str, None]]:
    """What is to be included, by the calls that make the responses."""
    return {}


__all__ = ["VAGUE", "include", "included"]
