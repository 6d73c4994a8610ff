"""What a migration makes of one file, and the edits that bring a client's document there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lsprotocol import types

from unspool_rules.model import Analysis, Edit, apply_edits
from unspool_rules.model.changes import difference
from unspool_rules.notebook import Program
from unspool_server.cells import Cells
from unspool_server.fixing import fix_text
from unspool_server.lsp.convert import Encoding, Text
from unspool_server.lsp.core import Checker
from unspool_server.lsp.workspace_files import Content, Kind
from unspool_server.notebooks import fix_cells
from unspool_server.session import Checked, Snapshot


@dataclass(frozen=True, slots=True)
class Part:
    """A text that changes: a file's, or that of a notebook's cell."""

    before: str
    after: str
    edits: tuple[Edit, ...]
    cell: int | None = None
    """Its number, from 1 among all cells; None for a file."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What became of one file."""

    parts: tuple[Part, ...]
    program: str
    """All its code afterwards."""
    fixed: int
    safe: bool
    notes: tuple[str, ...]
    left: int
    """How many findings there are afterwards."""
    problem: str | None = None


def migrated(checker: Checker, checked: Checked, unsafe: bool) -> Migrated:
    """Every fix applied; may take long."""
    if checked.snapshot.cells is not None:
        return _notebook(checker, checked, checked.snapshot.cells, unsafe)
    snapshot = checked.snapshot
    python = Kind.of(snapshot.path) is not Kind.BESIDE
    analysis = checked.outcome.analysis
    look = _look(checker, snapshot, analysis)
    fixed = fix_text(snapshot.source, look, unsafe=unsafe, python=python)
    edits = analysis.fix_all(unsafe=unsafe)
    if apply_edits(snapshot.source, edits) != fixed.text:  # it took more than one round
        edits = tuple(difference(snapshot.source, fixed.text))
    part = Part(snapshot.source, fixed.text, edits)
    left, problem = len(fixed.analysis.findings), fixed.problem
    return _made([part] if edits else [], analysis, unsafe, fixed.text, fixed.fixed, left, problem)


def _notebook(checker: Checker, checked: Checked, known: Cells, unsafe: bool) -> Migrated:
    snapshot = replace(checked.snapshot, cells=None)
    cells = {number: document.text for number, document in known.documents.items()}
    fixed = fix_cells(cells, _look(checker, snapshot), unsafe=unsafe)
    parts = [
        Part(cells[n], text, tuple(difference(cells[n], text)), n)
        for n, text in fixed.cells.items()
        if text != cells[n]
    ]
    program = Program.of(fixed.cells.items()).text
    left = len(fixed.checked.analysis.findings)
    analysis = checked.outcome.analysis
    return _made(parts, analysis, unsafe, program, fixed.fixed, left, fixed.problem)


def _look(
    checker: Checker, snapshot: Snapshot, known: Analysis | None = None
) -> Callable[[str], Analysis]:
    """Analyses texts of one file, whose first one may be known already."""

    def look(text: str) -> Analysis:
        if known is not None and text == snapshot.source:
            return known
        return checker(replace(snapshot, source=text)).analysis

    return look


def _made(
    parts: list[Part],
    analysis: Analysis,
    unsafe: bool,
    program: str,
    fixed: int,
    left: int,
    problem: str | None,
) -> Migrated:
    fixes = analysis.fixes(unsafe=unsafe)
    notes = tuple(dict.fromkeys(note for fix in fixes for note in fix.notes))
    safe = all(fix.safe for fix in fixes)
    return Migrated(tuple(parts), program, fixed, safe, notes, left, problem)


def linked(before: str, after: str, first: Analysis, last: Analysis, *, unsafe: bool) -> Migrated:
    """What became of one file together with others.

    Args:
        first: of the text before.
        last: of the text after.
    """
    part = Part(before, after, tuple(difference(before, after)))
    fixed, left = len(first.findings) - len(last.findings), len(last.findings)
    parts = [part] if part.edits else []
    return _made(parts, first, unsafe, after, fixed, left, None)


# -- edits -----------------------------------------------------------------------------------------


def changes(
    checked: Checked, made: Migrated, file: Content | None, encoding: Encoding
) -> Iterator[tuple[types.OptionalVersionedTextDocumentIdentifier, list[types.TextEdit]]]:
    """Edits by document.

    Args:
        file: what lies on the disk, when the file is not open. A closed notebook is changed as
            text: its outputs, and all else that is not code, keep their very characters.
    """
    identifier = types.OptionalVersionedTextDocumentIdentifier
    snapshot = checked.snapshot
    if file is not None:
        edits = made.parts[0].edits
        before = file.text.removeprefix("\ufeff")  # an editor does not show the byte order mark
        if file.notebook:
            edits = tuple(difference(before, text_after(file, made).removeprefix("\ufeff")))
        yield identifier(snapshot.uri, None), Text(before, encoding).edits(edits)
        return
    if snapshot.cells is None:
        (part,) = made.parts
        document = identifier(snapshot.uri, snapshot.version)
        yield document, Text(part.before, encoding).edits(part.edits)
        return
    for part in made.parts:
        assert part.cell is not None
        known = snapshot.cells.documents[part.cell]
        document = identifier(known.uri, known.version)
        yield document, Text(part.before, encoding).edits(part.edits)


def text_after(file: Content, made: Migrated) -> str:
    """The text of a file on the disk after its migration."""
    if file.notebook is None:
        return made.parts[0].after
    return file.notebook.with_sources({p.cell: p.after for p in made.parts if p.cell is not None})


def overlay(checked: Checked, made: Migrated | None, *, is_open: bool) -> Mapping[Path, str]:
    """A file's code as it will be, where that is not what lies on the disk."""
    path = checked.snapshot.path
    if path is None or not (made or is_open) or Kind.of(path) is Kind.BESIDE:
        return {}
    return {path: made.program if made else checked.snapshot.source}
