"""Apply fixes to a text until nothing changes, and never leave it worse than it was."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace

from unspool_rules.model import Analysis, LineIndex, apply_edits

MAX_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes, and what is still found in it."""

    text: str
    analysis: Analysis
    fixed: int
    """How many findings there were that are no longer there."""
    problem: str | None = None
    """A defect of ours; the text is the original then."""
    marked: int = 0
    """How many comments were written about what is left."""
    notes: tuple[str, ...] = ()
    """What a person should look at in what was changed."""


def notes_of(analysis: Analysis, *, unsafe: bool) -> dict[str, None]:
    """What all fixes ask a person to look at, once each."""
    return dict.fromkeys(note for fix in analysis.fixes(unsafe=unsafe) for note in fix.notes)


def fix_text(
    text: str,
    check: Callable[[str], Analysis],
    *,
    unsafe: bool,
    mark: bool = False,
    python: bool = True,
) -> Fixed:
    """The text with every fix applied: analysed again after each round, at most ten.

    With ``mark``, comments are put at the places that keep the rest from being fixed.
    """
    fixed = _fixed(text, check, unsafe, python=python)
    return _marked(fixed, check) if mark and python and fixed.problem is None else fixed


def _fixed(text: str, check: Callable[[str], Analysis], unsafe: bool, *, python: bool) -> Fixed:
    first = check(text)
    current, analysis = text, first
    notes: dict[str, None] = {}
    for _ in range(MAX_ROUNDS):
        edits = analysis.fix_all(unsafe=unsafe)
        changed = apply_edits(current, edits)
        if changed == current:
            found = len(first.findings) - len(analysis.findings)
            return Fixed(current, analysis, found, notes=tuple(notes))
        error = syntax_error(changed) if python else None
        if error is not None:
            return Fixed(text, first, 0, f"a fix would break it ({error}), left alone")
        notes |= notes_of(analysis, unsafe=unsafe)
        current, analysis = changed, check(changed)
    return Fixed(text, first, 0, f"fixes do not settle after {MAX_ROUNDS} rounds, left alone")


def _marked(fixed: Fixed, check: Callable[[str], Analysis]) -> Fixed:
    text = apply_edits(fixed.text, fixed.analysis.mark(()))
    if text == fixed.text:
        return fixed
    added = len(LineIndex(text).starts) - len(LineIndex(fixed.text).starts)
    return replace(fixed, text=text, analysis=check(text), marked=added)


def syntax_error(text: str) -> str | None:
    """Why a text is not Python, in words; ``None`` when it is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except SyntaxError as error:
        return f"{error.msg} at line {error.lineno}" if error.lineno else error.msg
    except (ValueError, RecursionError, MemoryError) as error:
        return str(error) or type(error).__name__
    return None
