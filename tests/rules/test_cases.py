"""The cases of ``tests/cases``, written for people and run here."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from packaging.version import Version
from tests.rules.fixing import TODAY, first, fix_singly, last

from unspool_rules.api import analyse
from unspool_rules.model import Target, TargetService, apply_edits
from unspool_rules.model.settings import DefinitionStyle

FOLDER = Path(__file__).parents[1] / "cases"
_FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.*)$", re.MULTILINE)
_BLOCKED = re.compile(r"^blocked: (.*)$", re.MULTILINE)
_TARGET = re.compile(r"^target: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    before: str
    after: str
    blockers: frozenset[str]
    found: bool
    target: Target


def _target(words: str) -> Target:
    if words in ("openai", "foundry"):
        return Target(service=TargetService(words))
    if words == "dict":
        return Target(style=DefinitionStyle.DICT)
    return Target(version=Version(words)) if words else Target()


def _case(text: str) -> Case:
    before, *after = _FENCE.findall(text)
    prose = _FENCE.sub("", text)
    blockers = frozenset(_BLOCKED.findall(prose))
    found = "\nnothing is found" not in prose
    assert bool(after) or bool(blockers) or not found, "a case needs to say what is right"
    target = _TARGET.search(prose)
    return Case(
        before, after[0] if after else before, blockers, found, _target(target[1] if target else "")
    )


def read() -> list[ParameterSet]:
    found: list[ParameterSet] = []
    for path in sorted(set(FOLDER.rglob("*.md")) - {FOLDER / "README.md"}):
        text = path.read_text("utf-8")
        parts = _HEADING.split(text)[1:]
        for title, body in zip(parts[::2], parts[1::2], strict=True):
            found.append(pytest.param(_case(body), id=f"{path.stem}-{title}"))
    return found


def comments(source: str) -> Counter[str]:
    tokens = tokenize.generate_tokens(io.StringIO(source, newline="").readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT)


@pytest.mark.parametrize("case", read())
def test_case(case: Case) -> None:
    analysis = analyse(case.before, today=TODAY, target=case.target)
    assert analysis.failures == ()
    assert bool(analysis.findings) is case.found

    after = apply_edits(case.before, analysis.fix_all(unsafe=True))

    assert after == case.after
    assert {b.message for f in analysis.findings for b in f.blockers} == case.blockers
    if after == case.before:
        return
    ast.parse(after)
    assert comments(after) == comments(case.before)
    again = analyse(after, today=TODAY, target=case.target)
    assert [f.message for f in again.findings if f.fix is not None] == []
    if not case.blockers:
        assert [f.message for f in again.findings] == []
    assert fix_singly(case.before, case.target, first) == after
    assert fix_singly(case.before, case.target, last) == after
