"""The whole workspace: what is found in it, and one change that migrates all of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Container
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types

from unspool_rules.model import Finding, Span
from unspool_server import files
from unspool_server.lsp import migration, workspace_files
from unspool_server.lsp.connection import Server
from unspool_server.lsp.convert import Text, path_of
from unspool_server.lsp.core import Checker, look
from unspool_server.lsp.migration import Migrated
from unspool_server.lsp.workspace_files import Content, Kind, Place
from unspool_server.session import Checked

FINDINGS = "unspool/workspaceFindings"
MIGRATE = "unspool/migrateWorkspace"
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
    async for one in task.files():
        if one.checked.outcome.analysis.findings or task.asked:
            report = _report(server, one)
            found.append(report)
            task.tell(report)
    return {"files": found, "total": len(task.places), "problems": task.problems}


async def migrate(server: Server, params: Any) -> dict[str, object]:
    """One edit for all files, or for those with the given ``uris``; ``unsafe`` fixes when wanted.

    Every change needs the user's confirmation, and each file's is one annotation. Dependencies are
    written for the code as it will be.
    """
    task = await _Task.of(server, params)
    unsafe = bool(getattr(params, "unsafe", False))
    changes: list[types.TextDocumentEdit] = []
    annotations: dict[str, types.ChangeAnnotation] = {}
    changed: list[dict[str, object]] = []
    together = await _together(server, task, unsafe)
    async for one in task.files(also=together):
        linked = together.get(one.place.path)
        made = linked or await _migrated(server, task, one, unsafe)
        task.texts.update(migration.overlay(one.checked, made, is_open=one.content is None))
        if not (made and made.parts):
            continue
        name = f"unspool.{len(changed)}"
        annotations[name] = _annotation(made, one.place.kind)
        for document, edits in migration.changes(
            one.checked, made, one.content, server.client.encoding
        ):
            annotated = [types.AnnotatedTextEdit(name, e.range, e.new_text) for e in edits]
            changes.append(types.TextDocumentEdit(document, annotated))
        changed.append(_changed(one, made))
    edit = types.WorkspaceEdit(document_changes=list(changes), change_annotations=annotations)
    return {"edit": edit, "files": changed, "problems": task.problems}


@dataclass(frozen=True, slots=True)
class _One:
    """One file of a task."""

    place: Place
    checked: Checked
    content: Content | None
    """What lies on the disk; None for an open file."""


class _Task:
    """The files that a request is about, one after the other."""

    def __init__(self, server: Server, places: list[Place], asked: bool, token: Any) -> None:
        self.server = server
        self.places = places
        self.asked = asked
        """Whether the client named the files, so that it wants to hear of each."""
        self.problems: list[str] = []
        self.texts: dict[Path, str] = {}
        """Code as it will be, where that is known to differ from what lies on the disk."""
        self._token = token
        self._news: list[dict[str, object]] = []
        self._told = 0.0
        self._learned = False
        self._out: set[str] = set()
        """Files that do not belong to the workspace, although they lie in it."""
        server.core.forget()

    @classmethod
    async def of(cls, server: Server, params: Any) -> _Task:
        token = getattr(params, "partialResultToken", None)
        uris = getattr(params, "uris", None)
        roots = [path for f in server.workspace.folders.values() if (path := path_of(f.uri))]
        if uris is not None:
            named = [Place(uri, path) for uri in uris if (path := path_of(uri))]
            named.sort(key=lambda place: place.kind is Kind.BESIDE)
            task = cls(server, named, True, token)
            task._out = await asyncio.to_thread(
                workspace_files.left_out, server.folders, roots, named
            )
            return task
        found = await asyncio.to_thread(workspace_files.found, server.folders, roots)
        return cls(server, found, False, token)

    @property
    def checker(self) -> Checker:
        return Checker(self.server.core, self.server.folders, self.texts)

    def tell(self, report: dict[str, object]) -> None:
        self._news.append(report)

    def is_out(self, place: Place) -> bool:
        """Whether a file does not belong to the workspace, although it lies in it."""
        return place.uri in self._out

    async def files(self, also: Container[Path] = ()) -> AsyncIterator[_One]:
        """Each file that can hold something, with the answer about it.

        Args:
            also: files that change together with others, whatever they hold.
        """
        for done, place in enumerate(self.places):
            self._progress(done)
            one = await self._one(place, whole=place.path in also)
            if one is not None:
                yield one
            await asyncio.sleep(0)  # the place where a request is cancelled
        self._progress(len(self.places), last=True)

    async def _one(self, place: Place, *, whole: bool = False) -> _One | None:
        session = self.server.session
        if place.uri in self._out:
            return _One(place, workspace_files.nothing(place), None)
        if checked := await session.checked(place.uri):  # it is open
            return _One(place, checked, None)
        try:
            content = await asyncio.to_thread(workspace_files.read, place, whole=whole)
        except files.FileError as error:
            self.problems.append(f"{place.uri}: {error}")
            content = None
        if content is None:
            return _One(place, workspace_files.nothing(place), None) if self.asked else None
        checker, snapshot = self.checker, content.snapshot(place)
        if place.kind is Kind.BESIDE:
            await self._learn()
        checked = await session.run(lambda: workspace_files.check(checker, snapshot), later=True)
        if not checked.outcome.analysis.parsed:
            self.problems.append(f"{place.uri}: not valid {_LANGUAGE[place.kind]}")
        return _One(place, checked, content)

    async def _learn(self) -> None:
        """Look at the code file by file, so that nobody who types waits for all of it."""
        if self._learned:
            return
        self._learned = True
        day = self.server.core.today()
        for place in self.places:
            if place.kind is not Kind.BESIDE and place.path not in self.texts:
                path = place.path
                await self.server.session.run(lambda: look(path, day), later=True)  # noqa: B023 - awaited

    def _progress(self, done: int, *, last: bool = False) -> None:
        now = asyncio.get_running_loop().time()
        if self._token is None or not (last or now - self._told > _EVERY):
            return
        value = {"done": done, "total": len(self.places), "files": self._news}
        self.server.progress(types.ProgressParams(self._token, value))
        self._told, self._news = now, []


_LANGUAGE = {Kind.PYTHON: "Python", Kind.NOTEBOOK: "Python", Kind.BESIDE: "text of its kind"}


async def _together(server: Server, task: _Task, unsafe: bool) -> dict[Path, Migrated]:
    """What becomes of files that change together, group by group."""
    paths = [p.path for p in task.places if p.kind is Kind.PYTHON and not task.is_out(p)]
    opened = server.session.snapshots()
    groups = await asyncio.to_thread(server.linked.groups, paths, opened)
    found: dict[Path, Migrated] = {}
    for group in groups:
        found |= await server.session.run(
            partial(server.linked.changed, group, unsafe=unsafe), later=True
        )
    return found


async def _migrated(server: Server, task: _Task, one: _One, unsafe: bool) -> Migrated | None:
    checked, checker = one.checked, task.checker
    if one.place.kind is Kind.BESIDE and one.content is None:  # open, checked against the disk
        snapshot = checked.snapshot
        checked = await server.session.run(lambda: workspace_files.check(checker, snapshot))
    if not (checked.current and checked.outcome.analysis.fixes(unsafe=unsafe)):
        return None
    made = await server.session.run(
        lambda: migration.migrated(checker, checked, unsafe), later=True
    )
    if made.problem is not None:
        task.problems.append(f"{checked.snapshot.uri}: {made.problem}")
    return made


def _annotation(made: Migrated, kind: Kind) -> types.ChangeAnnotation:
    words = ("entry", "entries") if kind is Kind.BESIDE else ("call", "calls")
    what = f"Migrate {made.fixed} {words[made.fixed != 1]}"
    label = what if made.safe else f"{what} (needs review)"
    return types.ChangeAnnotation(label, True, "; ".join(made.notes) or None)


def _changed(one: _One, made: Migrated) -> dict[str, object]:
    content, cells = one.content, one.place.kind is Kind.NOTEBOOK
    text = None
    if content is not None:
        text = {"before": content.text, "after": migration.text_after(content, made)}
    elif not cells:
        text = {"before": made.parts[0].before, "after": made.parts[0].after}
    return {
        "uri": one.place.uri,
        "kind": one.place.kind.value,
        "calls": made.fixed,
        "safe": made.safe,
        "notes": list(made.notes),
        "left": made.left,
        "text": text,
        "cells": [{"cell": p.cell, "before": p.before, "after": p.after} for p in made.parts]
        if cells
        else [],
    }


def _report(server: Server, one: _One) -> dict[str, object]:
    locate = _Locator(server, one.checked)
    found = [_finding(finding, locate) for finding in one.checked.outcome.analysis.findings]
    return {"uri": one.place.uri, "kind": one.place.kind.value, "findings": found}


class _Locator:
    """Places as a client shows them: in a file, or in a cell with a number."""

    def __init__(self, server: Server, checked: Checked) -> None:
        self._checked = checked
        self._encoding = server.client.encoding
        self._text = Text(checked.snapshot.source, self._encoding)

    def __call__(self, span: Span) -> dict[str, object]:
        span = self._checked.place(span)
        cells = self._checked.snapshot.cells
        within = cells.program.within(span) if cells else None
        if within is None:
            return {"range": self._text.range(span), "cell": None}
        cell, inner = within
        return {"range": Text(cell.text, self._encoding).range(inner), "cell": cell.number}


def _finding(finding: Finding, locate: _Locator) -> dict[str, object]:
    fix = finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "severity": finding.severity.value,
        "symbol": finding.symbol,
        "target": finding.target,
        "retirement": finding.retirement.isoformat() if finding.retirement else None,
        **locate(finding.span),
        "fix": fix.applicability.value if fix else None,
        "group": fix.group if fix else None,
        "notes": list(fix.notes) if fix else [],
        "blockers": [{"message": b.message, **locate(b.span)} for b in finding.blockers],
    }
