"""Notebooks through check and fix: findings in cells, and nothing but their sources rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from unspool_rules.api import is_candidate
from unspool_rules.model import Analysis, LineIndex, Span
from unspool_server import files, ipynb
from unspool_server.checking import check_text
from unspool_server.cli.runner import SECONDS, Report, Runner, unified
from unspool_server.fixing import syntax_error
from unspool_server.notebooks import Checked, Fixed, check_cells, fix_cells
from unspool_server.report import Place, located


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell before and after its fixes."""

    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NotebookReport(Report):
    """What came of one notebook."""

    cells: tuple[CellChange, ...] = ()
    """Those that fixes changed, or would change."""

    @property
    def changed(self) -> bool:
        return bool(self.cells)

    def diff(self) -> str:
        """The change of each cell in unified form."""
        return "".join(
            unified(f"{self.path}:cell {cell.number}", cell.before, cell.after)
            for cell in self.cells
        )


def fix_bytes(runner: Runner, path: Path, data: bytes, shown: str) -> tuple[Report, bytes]:
    """Check or fix one notebook; gives the bytes that fixes turn it into.

    Raises:
        FileError: it is no notebook of a known format, or cannot be written.
    """
    text = ipynb.decode(data)
    notebook = ipynb.read(text)
    cells = dict(notebook.code)
    full = Path.cwd() / path
    resolved = runner.settings_for(full)

    def check(program: str) -> Analysis:
        return check_text(program, full, resolved, runner.task.today, SECONDS).tried()

    if not runner.task.fix:
        return _report(shown, Fixed(cells, check_cells(cells, check), 0)), data
    unsafe = resolved.settings.unsafe_fixes
    result = fix_cells(cells, check, unsafe=unsafe, mark=runner.task.mark)
    changes = tuple(CellChange(n, cells[n], s) for n, s in result.cells.items() if s != cells[n])
    report = _report(shown, result, changes)
    if not changes:
        return report, data
    fixed = notebook.with_sources({change.number: change.after for change in changes}).encode()
    if runner.task.write:
        files.replace(files.TextFile(path, data, text, "utf-8", bom=False), fixed)
    return report, fixed


def _report(shown: str, result: Fixed, changes: tuple[CellChange, ...] = ()) -> NotebookReport:
    checked = result.checked
    problems = [f"{shown}: {result.problem}"] if result.problem is not None else []
    problems += _problems(shown, checked)
    items = located(shown, checked.analysis, lambda span: _located(checked, span))
    return NotebookReport(
        shown,
        items,
        tuple(problems),
        result.fixed,
        result.marked,
        result.notes if changes else (),
        cells=changes,
    )


def _located(checked: Checked, span: Span) -> tuple[Place, str]:
    found = checked.program.within(span)
    if found is None:
        return Place((1, 1), (1, 1)), ""
    cell, inner = found
    index = LineIndex(cell.text)
    (line, column), (last, end) = index.position(inner.start), index.position(inner.end)
    place = Place((line + 1, column + 1), (last + 1, end + 1), cell.number)
    text = cell.text[index.line_start(inner.start) : index.line_end(inner.start)]
    return place, text.rstrip("\r\n")


def _problems(shown: str, checked: Checked) -> list[str]:
    analysis, program = checked.analysis, checked.program
    found = [f"{shown}: internal error in {f.where}: {f.error}" for f in analysis.failures]
    for cell in program.cells:
        if cell.broken and is_candidate(cell.text):
            reason = syntax_error(cell.masked.text) or "cannot be parsed"
            found.append(f"{shown}: cell {cell.number} is not valid Python: {reason}")
    if not analysis.parsed and not found:
        found.append(f"{shown}: not valid Python: {syntax_error(program.text)}")
    return found
