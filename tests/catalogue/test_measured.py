"""What the coverage page says of types and behaviour is measured again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.catalogue.coverage import calls, written
from tests.catalogue.examples import examples
from tests.catalogue.measuring import Verdict, behaviours_of, types_of, verdicts


def _types() -> dict[str, list[str]]:
    from tests.corpora.fetch import Offline

    try:
        return types_of(e for e in examples() if e.fixed)
    except Offline as reason:
        pytest.skip(str(reason))


@pytest.mark.contract
def test_no_migrated_program_has_a_type_error() -> None:
    assert _types() == {}


@pytest.mark.contract
def test_the_page_knows_the_types() -> None:
    wrong = _types()
    found = verdicts(examples(), lambda _: wrong, lambda _: {})

    assert _differing({k: v.types for k, v in found.items()}, "types") == {}


@pytest.mark.behaviour
def test_the_page_knows_the_behaviour() -> None:
    pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")
    from tests.behaviour.environments import HUB, LEGACY, LEGACY_BETA, NEW
    from tests.behaviour.needs import need

    need(LEGACY, LEGACY_BETA, HUB, NEW)
    ran = behaviours_of(examples())
    found = verdicts(examples(), lambda _: {}, lambda _: ran)

    assert {name: why for name, (outcome, why) in ran.items() if outcome == "different"} == {}
    assert _differing({k: v.emulator for k, v in found.items()}, "emulator") == {}


def _differing(measured: Mapping[str, str], column: str) -> dict[str, tuple[str, str]]:
    """What the page says otherwise; a call that is blocked in one of its forms has no verdict."""
    page = written()
    fixed = {row.entry.id for row in calls() if row.fixed}
    known = {k: v for k, v in measured.items() if k in fixed}
    pairs = {k: (getattr(page.get(k, Verdict()), column), v) for k, v in known.items()}
    return {k: (said, v) for k, (said, v) in pairs.items() if said != v}
