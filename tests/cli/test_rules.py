from __future__ import annotations

import pytest

from unspool_rules.rules import registry
from unspool_server import cli
from unspool_server.cli import rules

Capture = pytest.CaptureFixture[str]


def test_every_rule_has_a_line(capsys: Capture) -> None:
    assert cli.main(["rules"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(tuple(registry.all_rules()))
    assert lines == sorted(lines)
    for rule in registry.all_rules():
        assert any(
            line.startswith(f"{rule.code}  {rule.name} ") and line.endswith(rule.summary)
            for line in lines
        )


@pytest.mark.parametrize("spell", [str.lower, str.upper])
def test_a_rule_is_explained_by_its_code(capsys: Capture, spell: type[str]) -> None:
    rule = next(iter(registry.all_rules()))

    assert cli.main(["rule", spell(rule.code)]) == 0
    assert capsys.readouterr().out.strip() == registry.page(rule).strip()


def test_a_rule_is_explained_by_its_name(capsys: Capture) -> None:
    rule = next(iter(registry.all_rules()))

    assert cli.main(["rule", rule.name]) == 0
    assert rule.code in capsys.readouterr().out


def test_an_unknown_rule_is_an_error(capsys: Capture) -> None:
    assert cli.main(["rule", "UNS999"]) == 2
    assert "there is no rule UNS999" in capsys.readouterr().err


def test_a_defect_is_not_taken_for_findings(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "run", lambda arguments: 1 // 0)

    assert cli.main(["rules"]) == 2
    assert "ZeroDivisionError" in capsys.readouterr().err
