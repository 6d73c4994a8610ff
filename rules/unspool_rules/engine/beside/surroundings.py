"""Everything worth a finding beside the operations of the old SDKs."""

from __future__ import annotations

from datetime import date

from unspool_rules.engine.beside.hubs import hubs
from unspool_rules.engine.beside.rest import rest
from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.definitions.stored import stored
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.preview.forms import preview
from unspool_rules.model import Target


def look_around(facts: Facts, target: Target, today: date) -> list[Spot]:
    """Forms of the preview era, clients of hubs, stored ids, names of the environment, requests."""
    found = *preview(facts, target), *hubs(facts, today), *stored(facts, target)
    return [*found, *rest(facts, today)]
