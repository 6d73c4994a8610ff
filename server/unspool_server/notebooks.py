"""Notebooks through the core: their cells are checked as one program and fixed one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from unspool_rules.model import Analysis, LineIndex
from unspool_rules.notebook import Misfit, Program, guarded
from unspool_server.fixing import MAX_ROUNDS, notes_of

_INSTALL = re.compile(
    r"^[ \t]*[%!][ \t]*(?:\S*python\S*[ \t]+-m[ \t]+|uv[ \t]+)?pip3?[ \t]+install\b(.*)$",
    re.MULTILINE,
)
_OLD = re.compile(
    r"(?<![\w./-])(azure[-_.]ai[-_.](?:agents|projects)|openai)"
    r"((?:\[\w,]*\])?(?:==|~=|<=?)[\w.*]+)?(?![\w./-])"
)

Cells = Mapping[int, str]
"""Sources of the code cells by their numbers, in order."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A notebook's program and what is found in it."""

    program: Program
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Fixed:
    """The cells after their fixes, and what is still found in them."""

    cells: Cells
    checked: Checked
    fixed: int
    """How many findings there were that are no longer there."""
    problem: str | None = None
    """A defect of ours; the cells are the original ones then."""
    marked: int = 0
    """How many comments were written about what is left."""
    notes: tuple[str, ...] = ()
    """What a person should look at in what was changed."""


def check_cells(cells: Cells, check: Callable[[str], Analysis]) -> Checked:
    """What there is to say about a notebook; every fix is one that the cells can take."""
    program = Program.of(cells.items())
    return Checked(program, guarded(program, check(program.text), thorough=True))


def fix_cells(
    cells: Cells, check: Callable[[str], Analysis], *, unsafe: bool, mark: bool = False
) -> Fixed:
    """The cells with every fix applied: analysed again after each round, at most ten.

    With ``mark``, comments are put at the places that keep the rest from being fixed.
    """
    fixed = _fixed(cells, check, unsafe)
    return _marked(fixed, check) if mark and fixed.problem is None else fixed


def _fixed(cells: Cells, check: Callable[[str], Analysis], unsafe: bool) -> Fixed:
    first = check_cells(cells, check)
    current, checked = cells, first
    notes: dict[str, None] = {}
    for _ in range(MAX_ROUNDS):
        try:
            changed = {**current, **after_edits(checked, unsafe=unsafe)}
        except Misfit as error:
            return Fixed(cells, first, 0, f"a fix would break it ({error}), left alone")
        if changed == current:
            found = len(first.analysis.findings), len(checked.analysis.findings)
            if current != cells:
                notes |= dict.fromkeys(_installs(cells))
            return Fixed(current, checked, found[0] - found[1], notes=tuple(notes))
        notes |= notes_of(checked.analysis, unsafe=unsafe)
        current, checked = changed, check_cells(changed, check)
        if not checked.analysis.parsed:
            return Fixed(cells, first, 0, "a fix would break it, left alone")
    return Fixed(cells, first, 0, f"fixes do not settle after {MAX_ROUNDS} rounds, left alone")


def _installs(cells: Cells) -> Iterator[str]:
    """Lines of cells that install what the migrated code does not go with, or may not."""
    for number, text in cells.items():
        for line in _INSTALL.findall(text):
            for package, pin in _OLD.findall(line):
                if pin or "agents" in package:
                    yield (
                        f"cell {number} installs `{package}{pin}`, which is for the old code: "
                        "change what it installs"
                    )


def _marked(fixed: Fixed, check: Callable[[str], Analysis]) -> Fixed:
    program = fixed.checked.program
    changed = program.after(fixed.checked.analysis.mark(()))
    if not changed:
        return fixed
    cells = {**fixed.cells, **changed}
    added = sum(_lines(cells[n]) - _lines(fixed.cells[n]) for n in changed)
    return replace(fixed, cells=cells, checked=check_cells(cells, check), marked=added)


def _lines(text: str) -> int:
    return len(LineIndex(text).starts)


def after_edits(checked: Checked, *, unsafe: bool) -> dict[int, str]:
    """The cells that all fixes change, after them."""
    return checked.program.after(checked.analysis.fix_all(unsafe=unsafe))
