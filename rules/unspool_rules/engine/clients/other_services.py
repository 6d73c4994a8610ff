"""Clients of openai with an address of their own: what answers there may be another service.

Source: openai 3.54.0 ``openai/_client.py``: ``base_url`` overrides ``https://api.openai.com/v1``.
"""

from __future__ import annotations

from unspool_rules.engine.clients.legacy import constructed
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_missing

_OWN = ("api.openai.com", ".openai.azure.com", ".cognitiveservices.azure.com", ".ai.azure.com")


def tell_other_service(work: Work, site: Site) -> None:
    """Say what a service has to have that a client of openai is sent to by its address."""
    made = constructed(work.facts, site) if site.sort == "openai" else None
    for keyword in made.keywords if made is not None else ():
        if keyword.arg != "base_url" or is_missing(keyword.value):
            continue
        if not any(own in work.tree.segment(work.literal_of(keyword.value)) for own in _OWN):
            shown = " ".join(work.tree.segment(keyword.value).split())
            work.note(
                f"the client calls what answers at `{shown}`: where that is not OpenAI's own "
                "service, it must have the Responses and Conversations APIs, too"
            )


__all__ = ["tell_other_service"]
