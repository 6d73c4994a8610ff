"""A fix that cannot be written is no fix: what is left says why, wherever it is reported."""

from __future__ import annotations

from datetime import date

import pytest

from unspool_rules import api
from unspool_rules.engine.plan import CannotRender
from unspool_rules.engine.writing import change

CODE = "from openai import OpenAI\n\nclient = OpenAI()\nthread = client.beta.threads.create()\n"


def _refuse(*_: object) -> None:
    raise CannotRender("a comment would be lost")


def test_a_fix_that_cannot_be_written_is_a_blocker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change, "_guarded", _refuse)
    analysis = api.analyse(CODE, today=date(2026, 11, 1))
    assert analysis.findings[0].fix is not None
    (finding,) = analysis.tried().findings
    assert finding.fix is None
    assert [b.message for b in finding.blockers] == ["a comment would be lost"]


def test_a_fix_that_can_be_written_stays() -> None:
    analysis = api.analyse(CODE, today=date(2026, 11, 1))
    assert analysis.tried().findings == analysis.findings


def test_defects_while_writing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(change, "_guarded", fail)
    (finding,) = api.analyse(CODE, today=date(2026, 11, 1)).tried().findings
    assert finding.blockers[0].message == "the change could not be written (IndexError)"
