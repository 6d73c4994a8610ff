"""Many files through check or fix: one after the other, or on several processes."""

from __future__ import annotations

import difflib
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from unspool_rules.api import is_candidate
from unspool_rules.model import Analysis
from unspool_server import configured, files, ipynb, project, settings
from unspool_server.checking import check_text
from unspool_server.fixing import fix_text, syntax_error
from unspool_server.report import Item, items

SERIAL = 40
"""Up to so many candidate files, starting processes costs more than it gains."""


SECONDS = 20.0
"""What looking beyond one file may take; nobody waits for a keystroke here."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to do with each file; travels to other processes."""

    command_line: Mapping[str, object]
    today: date
    fix: bool = False
    write: bool = True
    mark: bool = False
    """Whether comments are written at what keeps the rest from being fixed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one file."""

    path: str
    items: tuple[Item, ...] = ()
    problems: tuple[str, ...] = ()
    fixed: int = 0
    marked: int = 0
    notes: tuple[str, ...] = ()
    """What a person should look at in what was changed."""
    before: str = ""
    after: str = ""
    """Differs from ``before`` when fixes changed, or would change, the file."""

    @property
    def changed(self) -> bool:
        return self.before != self.after

    def diff(self) -> str:
        """The change in unified form; a line keeps the ending that it has in the file."""
        return unified(self.path, self.before, self.after)


@dataclass
class Runner:
    """Handles files; settings are read once per folder."""

    task: Task
    _settings: dict[Path, settings.Resolved] = field(default_factory=dict)

    def settings_for(self, path: Path) -> settings.Resolved:
        folder = path.parent
        if folder not in self._settings:
            self._settings[folder] = settings.for_path(
                path, command_line=self.task.command_line, root=project.started_in(path)
            )
        return self._settings[folder]

    def candidate(self, path: Path) -> Report | None:
        """A report when the file needs no analysis; ``None`` when it does."""
        try:
            data = _read(path)
            if configured.is_configured(path):
                return None if configured.mentions(path, data) else Report(str(path))
            return None if is_candidate(data) else Report(str(path))
        except files.FileError as problem:
            return Report(str(path), problems=(f"{path}: {problem}",))

    def handle(self, path: Path) -> Report:
        """Check or fix one file; every error becomes part of its report."""
        try:
            return self.handle_bytes(path, _read(path), str(path))
        except files.FileError as problem:
            return Report(str(path), problems=(f"{path}: {problem}",))

    def handle_bytes(self, path: Path, data: bytes, shown: str) -> Report:
        """Check or fix one text that stands, or would stand, at a path."""
        return self.fix_bytes(path, data, shown)[0]

    def fix_bytes(self, path: Path, data: bytes, shown: str) -> tuple[Report, bytes]:
        """The same, and the bytes that fixes turn the text into."""
        try:
            if path.suffix.lower() == ipynb.SUFFIX:
                from unspool_server.cli import notebook_runner  # which needs this module

                return notebook_runner.fix_bytes(self, path, data, shown)
            file = files.decode(path, data)
            report = self._fix(file, shown) if self.task.fix else self._check(file, shown)
            if not report.changed:
                return report, data
            fixed = file.encoded(report.after)
            if self.task.write:
                files.replace(file, fixed)
            return report, fixed
        except files.FileError as problem:
            return Report(shown, problems=(f"{shown}: {problem}",)), data
        except Exception as error:
            return Report(shown, problems=(f"{shown}: internal error: {_words(error)}",)), data

    def _check(self, file: files.TextFile, shown: str) -> Report:
        path = Path.cwd() / file.path
        resolved = self.settings_for(path)
        analysis = check_text(file.text, path, resolved, self.task.today, SECONDS).tried()
        problems = problems_of(shown, file.text, analysis)
        return Report(shown, items(shown, file.text, analysis), problems)

    def _fix(self, file: files.TextFile, shown: str) -> Report:
        path = Path.cwd() / file.path
        resolved = self.settings_for(path)

        def check(text: str) -> Analysis:
            return check_text(text, path, resolved, self.task.today, SECONDS).tried()

        unsafe = resolved.settings.unsafe_fixes
        python = not configured.is_configured(path)
        result = fix_text(file.text, check, unsafe=unsafe, mark=self.task.mark, python=python)
        problems = problems_of(shown, result.text, result.analysis)
        if result.problem is not None:
            problems = (*problems, f"{shown}: {result.problem}")
        remaining = items(shown, result.text, result.analysis)
        return Report(
            shown,
            remaining,
            problems,
            result.fixed,
            result.marked,
            result.notes,
            before=file.text,
            after=result.text,
        )


def unified(name: str, before: str, after: str) -> str:
    """The change of one text in unified form."""
    lines = difflib.unified_diff(_split(before), _split(after), name, name, lineterm="\n")
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines
    )


def run_all(task: Task, paths: Iterable[Path]) -> Iterator[Report]:
    """A report for each file: in order, and files beside the code last, when that is fixed."""
    given = tuple(paths)
    code = [path for path in given if not configured.is_configured(path)]
    beside = [path for path in given if configured.is_configured(path)]
    yield from _run(task, code)
    configured.forget()
    yield from map(Runner(task).handle, beside)


def _run(task: Task, paths: Iterable[Path]) -> Iterator[Report]:
    from unspool_server.cli import group_runner  # which needs this module

    runner = Runner(task)
    early = {path: runner.candidate(path) for path in paths}
    old = [path for path, report in early.items() if report is None]
    if old:
        early |= group_runner.run(runner, early, old)
    candidates = [path for path, report in early.items() if report is None]
    workers = min(os.cpu_count() or 1, 8)
    if len(candidates) <= SERIAL or workers < 2:
        handled: Iterator[Report] = map(runner.handle, candidates)
    else:
        handled = _on_processes(task, candidates, workers)
    for report in early.values():
        yield report or next(handled)


def _on_processes(task: Task, paths: list[Path], workers: int) -> Iterator[Report]:
    forked = sys.platform == "linux"
    context = multiprocessing.get_context("fork" if forked else None)
    with ProcessPoolExecutor(workers, context, _start, (task,)) as pool:
        reports = pool.map(_handle, paths, chunksize=4)
        done = 0
        try:
            for report in reports:
                done += 1
                yield report
        except BrokenExecutor:
            for path in paths[done:]:
                yield Report(str(path), problems=(f"{path}: not done, a process crashed",))


_runner: Runner | None = None


def _start(task: Task) -> None:
    global _runner
    _runner = Runner(task)


def _handle(path: Path) -> Report:
    assert _runner is not None
    return _runner.handle(path)


def _read(path: Path) -> bytes:
    return files.read_bytes(path, ipynb.limit(path))


def problems_of(shown: str, text: str, analysis: Analysis) -> tuple[str, ...]:
    problems = [f"{shown}: internal error in {f.where}: {f.error}" for f in analysis.failures]
    if not analysis.parsed and configured.is_configured(Path(shown)):
        problems.append(f"{shown}: cannot be parsed")
    elif not analysis.parsed:
        problems.append(f"{shown}: not valid Python: {syntax_error(text) or 'cannot be parsed'}")
    return tuple(problems)


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _split(text: str) -> list[str]:
    """Lines as a diff knows them: only a line feed ends one."""
    parts = text.split("\n")
    lines = [part + "\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines
