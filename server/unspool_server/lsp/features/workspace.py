"""The whole workspace: what is found in it, and one change that migrates all of it."""

from __future__ import annotations

import asyncio
import difflib
import itertools
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lsprotocol import types

from unspool_rules.model import Analysis, Edit, Finding, Span, apply_edits
from unspool_server import files, settings, walk
from unspool_server.fixing import fix_text
from unspool_server.lsp.connection import Server
from unspool_server.lsp.convert import Text, path_of
from unspool_server.lsp.core import EDITORS_OWN, Checker
from unspool_server.lsp.folders import Folders
from unspool_server.session import Checked, Outcome, Snapshot

FINDINGS = "unspool/workspaceFindings"
MIGRATE = "unspool/migrateWorkspace"
_PYTHON = frozenset((".py", ".pyi", ".pyw"))
_EVERY = 0.3
"""Seconds between two messages about the progress."""


def register(server: Server) -> None:
    server.feature(FINDINGS)(findings)
    server.feature(MIGRATE)(migrate)


async def findings(server: Server, params: Any) -> dict[str, object]:
    """Findings of all files, or of those with the given ``uris``.

    A client that gives a ``partialResultToken`` gets them as they come, with ``done`` of ``total``
    """
    task = await _Task.of(server, params)
    found: list[dict[str, object]] = []
    async for checked in task.checked():
        if checked.outcome.analysis.findings or task.asked:
            report = _report(server, checked)
            found.append(report)
            task.tell(report)
    return {"files": found, "total": len(task.places), "problems": task.problems}


async def migrate(server: Server, params: Any) -> dict[str, object]:
    """One edit for all files, or for those with the given ``uris``; ``unsafe`` fixes when wanted.

    Every change needs the user's confirmation, and each file's is one annotation.
    """
    task = await _Task.of(server, params)
    unsafe = bool(getattr(params, "unsafe", False))
    changes: list[types.TextDocumentEdit] = []
    annotations: dict[str, types.ChangeAnnotation] = {}
    changed: list[dict[str, object]] = []
    async for checked in task.checked():
        if not (checked.current and checked.outcome.analysis.fixes(unsafe=unsafe)):
            continue
        made = await server.session.run(lambda: _migrated(server, checked, unsafe))  # noqa: B023 - awaited
        if made.problem is not None:
            task.problems.append(f"{checked.snapshot.uri}: {made.problem}")
        if not made.edits:
            continue
        name = f"unspool.{len(changed)}"
        changes.append(_document_edit(server, checked.snapshot, made.edits, name))
        annotations[name] = _annotation(made)
        changed.append(_changed(server, checked, made))
    edit = types.WorkspaceEdit(document_changes=list(changes), change_annotations=annotations)
    return {"edit": edit, "files": changed, "problems": task.problems}


@dataclass(frozen=True, slots=True)
class _Place:
    """A file, and its URI as the client writes it."""

    uri: str
    path: Path


class _Task:
    """The files that a request is about, one after the other."""

    def __init__(self, server: Server, places: list[_Place], asked: bool, token: Any) -> None:
        self.server = server
        self.places = places
        self.asked = asked
        """Whether the client named the files, so that it wants to hear of each."""
        self.problems: list[str] = []
        self._token = token
        self._news: list[dict[str, object]] = []
        self._told = 0.0

    @classmethod
    async def of(cls, server: Server, params: Any) -> _Task:
        token = getattr(params, "partialResultToken", None)
        uris = getattr(params, "uris", None)
        if uris is not None:
            found = [_Place(uri, path) for uri in uris if (path := path_of(uri))]
            return cls(server, found, True, token)
        roots = [path for f in server.workspace.folders.values() if (path := path_of(f.uri))]
        paths = await asyncio.to_thread(_walk, server.folders, roots)
        return cls(server, [_Place(path.as_uri(), path) for path in paths], False, token)

    def tell(self, report: dict[str, object]) -> None:
        self._news.append(report)

    async def checked(self) -> AsyncIterator[Checked]:
        """An answer for each file that can hold something."""
        for done, place in enumerate(self.places):
            self._progress(done)
            checked = await self._one(place)
            if checked is not None:
                yield checked
            await asyncio.sleep(0)  # the place where a request is cancelled
        self._progress(len(self.places), last=True)

    async def _one(self, place: _Place) -> Checked | None:
        if checked := await self.server.session.checked(place.uri):  # it is open
            return checked
        try:
            file = await asyncio.to_thread(_read, place.path)
        except files.FileError as error:
            self.problems.append(f"{place.uri}: {error}")
            file = None
        if file is None:
            nothing = Snapshot(place.uri, place.path, 0, "")
            return Checked(nothing, nothing, Outcome()) if self.asked else None
        if file.encoding not in ("utf-8", "utf-8-sig", "ascii"):
            self.problems.append(
                f"{place.uri}: is written in {file.encoding}, use the command line"
            )
            return None
        snapshot = Snapshot(place.uri, place.path, 0, file.text)
        check = Checker(self.server.core, self.server.folders)
        outcome = await self.server.session.run(lambda: check(snapshot))
        if not outcome.analysis.parsed:
            self.problems.append(f"{place.uri}: not valid Python")
        return Checked(snapshot, snapshot, outcome)

    def _progress(self, done: int, *, last: bool = False) -> None:
        now = asyncio.get_running_loop().time()
        if self._token is None or not (last or now - self._told > _EVERY):
            return
        value = {"done": done, "total": len(self.places), "files": self._news}
        self.server.progress(types.ProgressParams(self._token, value))
        self._told, self._news = now, []


@dataclass(frozen=True, slots=True)
class _Migrated:
    """What became of one file."""

    edits: tuple[Edit, ...]
    text: str
    fixed: int
    safe: bool
    notes: tuple[str, ...]
    left: Analysis
    problem: str | None = None


def _migrated(server: Server, checked: Checked, unsafe: bool) -> _Migrated:
    check = Checker(server.core, server.folders)
    snapshot, analysis = checked.snapshot, checked.outcome.analysis

    def look(text: str) -> Analysis:
        known = text == snapshot.source
        return analysis if known else check(replace(snapshot, source=text)).analysis

    fixed = fix_text(snapshot.source, look, unsafe=unsafe)
    edits = analysis.fix_all(unsafe=unsafe)
    if apply_edits(snapshot.source, edits) != fixed.text:  # it took more than one round
        edits = tuple(_difference(snapshot.source, fixed.text))
    fixes = analysis.fixes(unsafe=unsafe)
    return _Migrated(
        edits,
        fixed.text,
        fixed.fixed,
        all(fix.safe for fix in fixes),
        tuple(dict.fromkeys(note for fix in fixes for note in fix.notes)),
        fixed.analysis,
        fixed.problem,
    )


def _difference(before: str, after: str) -> Iterator[Edit]:
    """Edits of whole lines."""
    old, new = _lines(before), _lines(after)
    starts = list(itertools.accumulate(map(len, old), initial=0))
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield Edit(Span(starts[a], starts[b]), "".join(new[c:d]))


def _lines(text: str) -> list[str]:
    parts = text.split("\n")
    return [*(part + "\n" for part in parts[:-1]), parts[-1]]


def _document_edit(
    server: Server, snapshot: Snapshot, edits: Iterable[Edit], annotation: str
) -> types.TextDocumentEdit:
    version = snapshot.version if server.session.snapshot(snapshot.uri) else None
    document = types.OptionalVersionedTextDocumentIdentifier(snapshot.uri, version)
    changes = Text(snapshot.source, server.client.encoding).edits(edits)
    return types.TextDocumentEdit(
        document,
        [types.AnnotatedTextEdit(annotation, change.range, change.new_text) for change in changes],
    )


def _annotation(made: _Migrated) -> types.ChangeAnnotation:
    calls = f"{made.fixed} call{'' if made.fixed == 1 else 's'}"
    label = f"Migrate {calls}" if made.safe else f"Migrate {calls} (needs review)"
    return types.ChangeAnnotation(label, True, "; ".join(made.notes) or None)


def _changed(server: Server, checked: Checked, made: _Migrated) -> dict[str, object]:
    return {
        "uri": checked.snapshot.uri,
        "calls": made.fixed,
        "safe": made.safe,
        "notes": list(made.notes),
        "left": len(made.left.findings),
        "before": checked.snapshot.source,
        "after": made.text,
    }


def _report(server: Server, checked: Checked) -> dict[str, object]:
    text = Text(checked.snapshot.source, server.client.encoding)
    found = [_finding(finding, checked, text) for finding in checked.outcome.analysis.findings]
    return {"uri": checked.snapshot.uri, "findings": found}


def _finding(finding: Finding, checked: Checked, text: Text) -> dict[str, object]:
    fix = finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "severity": finding.severity.value,
        "symbol": finding.symbol,
        "target": finding.target,
        "retirement": finding.retirement.isoformat() if finding.retirement else None,
        "range": text.range(checked.place(finding.span)),
        "fix": fix.applicability.value if fix else None,
        "group": fix.group if fix else None,
        "notes": list(fix.notes) if fix else [],
        "blockers": [
            {"message": b.message, "range": text.range(checked.place(b.span))}
            for b in finding.blockers
        ],
    }


def _read(path: Path) -> files.TextFile | None:
    """The text of a file; None when there can be nothing in it."""
    from unspool_rules.api import is_candidate

    data = files.read_bytes(path)
    return files.decode(path, data) if is_candidate(data) else None


def _walk(folders: Folders, roots: list[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for root in roots:
        raw = {k: v for k, v in folders.around(root)[1].items() if k not in EDITORS_OWN}
        project = settings.for_path(root, raw, root=root)
        for path in walk.walk([root], project.settings.exclude, project.base).files:
            if path.suffix.lower() in _PYTHON:
                found[path] = None
    return list(found)
