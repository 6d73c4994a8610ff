"""Each rule's examples: the expected text, and what holds for every fix."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Callable
from typing import Any, cast

import pytest
from tests.rules.fixing import Choice, first, fix_all, fix_singly, last, look

from unspool_rules.model import Target, apply_edits
from unspool_rules.rules.registry import all_rules
from unspool_rules.rules.rule import Example, Rule

Case = tuple[Target, str, str | None]

NOT_IN_CODE = {"UNS802", "UNS803"}
"""What these find is not changed, and nothing stands in the way of that."""

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{example.title}")
    for rule in all_rules()
    for example in rule.examples
    if not example.filename
]
CASES = [
    pytest.param((target, before, after), id=f"{rule.code}-{title}")
    for rule in all_rules()
    for example in rule.examples
    if not example.filename
    for title, target, before, after in example.cases()
]
FIXED = [case for case in CASES if cast(tuple[Any, ...], case.values[0])[2] is not None]


def comments(source: str) -> Counter[str]:
    tokens = tokenize.generate_tokens(io.StringIO(source, newline="").readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT)


@pytest.mark.parametrize("case", CASES)
def test_it_becomes_what_the_example_says(case: Case) -> None:
    target, before, after = case

    assert fix_all(before, target) == (before if after is None else after)


@pytest.mark.parametrize("case", FIXED)
def test_the_result_is_python_and_settled(case: Case) -> None:
    target, before, after = case
    assert after is not None

    ast.parse(after)
    assert comments(after) == comments(before)
    assert [f.message for f in look(after, target).findings] == []


@pytest.mark.parametrize("case", FIXED)
def test_edits_are_sorted_disjoint_and_change_something(case: Case) -> None:
    target, before, _ = case
    edits = look(before, target).fix_all(unsafe=True)

    assert list(edits) == sorted(edits)
    for edit in edits:
        assert before[edit.span.start : edit.span.end] != edit.text
    untouched = _lines_without(before, [(e.span.start, e.span.end) for e in edits])
    result = Counter(apply_edits(before, edits).splitlines())
    assert Counter(untouched) <= result


def _lines_without(source: str, spans: list[tuple[int, int]]) -> list[str]:
    kept = []
    at = 0
    for line in source.splitlines(keepends=True):
        end = at + len(line)
        if not any(start < end and at <= stop for start, stop in spans):
            kept.append(line.rstrip("\n"))
        at = end
    return kept


@pytest.mark.parametrize("choose", [first, last])
@pytest.mark.parametrize("case", FIXED)
def test_one_by_one_gives_the_same_text(case: Case, choose: Choice) -> None:
    target, before, after = case

    assert fix_singly(before, target, choose) == after


def _with_tabs(source: str) -> str:
    return re.sub(r"^ +", lambda m: "\t" * (len(m[0]) // 4), source, flags=re.MULTILINE)


def _with_crlf(source: str) -> str:
    return source.replace("\n", "\r\n")


def _without_last_newline(source: str) -> str:
    return source.removesuffix("\n")


def _behind_emoji(source: str) -> str:
    return "# 🧵 → 💬\n" + source


def _with_emoji_inside(source: str) -> str:
    """Characters of four UTF-8 bytes on the lines that change; as many characters as before."""
    return source.replace('"gpt-4.1"', '"gpt-4🙂1"').replace("unicorns", "un🦄corns")


@pytest.mark.parametrize(
    "transform",
    [_with_crlf, _without_last_newline, _behind_emoji, _with_emoji_inside],
)
@pytest.mark.parametrize("case", CASES)
def test_other_spellings_of_the_file(case: Case, transform: Callable[[str], str]) -> None:
    target, before, after = case
    expected = before if after is None else after

    assert fix_all(transform(before), target).rstrip() == transform(expected).rstrip()


def _without_breaks(source: str) -> str:
    """The same program for all widths of a tab: no breaks inside brackets, no trailing commas."""
    joined = re.sub(r"([(\[{])\s+", r"\1", source)
    return re.sub(r",?\s*([)\]}])", r"\1", re.sub(r",\s+", ", ", joined))


@pytest.mark.parametrize("case", CASES)
def test_files_indented_by_tabs(case: Case) -> None:
    target, before, after = case
    expected = before if after is None else after
    fixed = fix_all(_with_tabs(before), target)

    assert _without_breaks(fixed) == _without_breaks(_with_tabs(expected))
    assert not re.search(r"^\t* {4}", fixed, re.MULTILINE)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_blockers_are_named(rule: Rule, example: Example) -> None:
    _, target, before, after = next(example.cases())
    findings = look(before, target).findings

    assert rule.code in {finding.code for finding in findings}
    for finding in findings:
        if finding.code not in NOT_IN_CODE:
            assert (finding.fix is None) == bool(finding.blockers)
    messages = {b.message for f in findings for b in f.blockers}
    assert messages == set(example.blockers)
    assert bool(messages) == (after is None) or rule.code in NOT_IN_CODE
