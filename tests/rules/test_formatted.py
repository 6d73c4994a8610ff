"""A program that black leaves as it is, it leaves as it is after the fixes, too."""

from __future__ import annotations

from typing import Any, cast

import black
import pytest
from _pytest.mark import ParameterSet
from tests.rules.fixing import fix_all
from tests.rules.test_cases import Case, read
from tests.rules.test_examples import CASES as EXAMPLES

from unspool_rules.model import Target
from unspool_rules.syntax.stability import LENGTHS, stable_length


def _programs() -> list[ParameterSet]:
    found = []
    for one in read():
        case = one.values[0]
        assert isinstance(case, Case)
        found.append(pytest.param(case.before, case.target, id=one.id))
    for one in EXAMPLES:
        target, before, _ = cast(tuple[Any, ...], one.values[0])
        found.append(pytest.param(before, target, id=one.id))
    return [one for one in found if _is_formatted(str(one.values[0]))]


def _is_formatted(text: str) -> bool:
    try:
        return stable_length(text) is not None
    except SyntaxError:  # half-typed
        return False


@pytest.mark.parametrize(("before", "target"), _programs())
def test_it_stays_formatted(before: str, target: Target) -> None:
    after = fix_all(before, target)
    modes = [black.Mode(line_length=length) for length in LENGTHS]
    modes += [black.Mode(line_length=length, string_normalization=False) for length in LENGTHS]
    left_alone = [mode for mode in modes if black.format_str(before, mode=mode) == before]

    assert left_alone
    assert any(black.format_str(after, mode=mode) == after for mode in left_alone)
