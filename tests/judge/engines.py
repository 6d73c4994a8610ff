"""Ways to run a migration: the command line, the library, or a pretended one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """What was reported about one place; lines are 1-based."""

    path: str
    line: int
    end_line: int
    code: str
    message: str
    severity: str
    certainty: str
    fix: str | None
    """``safe`` or ``unsafe``, nothing without a fix."""
    blockers: tuple[tuple[str, int], ...]
    """Reasons, each with its line."""

    @property
    def counts(self) -> bool:
        """Whether a program with this finding still has work to do."""
        return self.severity != "information" or self.certainty == "probable"


@dataclass
class Answer:
    """What a run said, and what went wrong in it."""

    rows: list[Row] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Engine(Protocol):
    """Finds and fixes in a directory; paths are relative to it, with forward slashes."""

    def check(self, root: Path, files: Sequence[str]) -> Answer:
        """Findings of these files."""

    def fix(self, root: Path, files: Sequence[str]) -> Answer:
        """Change these files as far as fixes go; the answer holds failures only."""


class Cli:
    """``unspool check`` and ``unspool fix --unsafe-fixes`` as subprocesses.

    They run on a copy of the product, so that a measurement that takes minutes is of one state.
    """

    def __init__(self, *, timeout: float = 900.0) -> None:
        self.timeout = timeout
        self.state = _state()
        """Which commit was copied."""
        self._copy = TemporaryDirectory(prefix="unspool-product-")
        self.product = Path(self._copy.name)
        for part in ("server", "rules"):
            shutil.copytree(
                REPOSITORY / part,
                self.product / part,
                ignore=shutil.ignore_patterns("__pycache__"),
            )

    def _run(self, root: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[str] | str:
        path = os.pathsep.join(
            part
            for part in (
                str(self.product / "server"),
                str(self.product / "rules"),
                os.environ.get("PYTHONPATH", ""),
            )
            if part
        )
        try:
            return subprocess.run(
                [sys.executable, "-m", "unspool_server", *arguments],
                cwd=root,
                capture_output=True,
                encoding="utf-8",
                check=False,
                timeout=self.timeout,
                env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            )
        except subprocess.TimeoutExpired:
            return f"no end after {self.timeout:.0f} s"

    def check(self, root: Path, files: Sequence[str]) -> Answer:
        result = self._run(root, ["check", "--output-format", "json", "--", *files])
        if isinstance(result, str):
            return self._apart(self.check, root, files, result)
        try:
            items: list[dict[str, Any]] = json.loads(result.stdout)
        except ValueError:
            return self._apart(self.check, root, files, result.stderr[-400:] or "no JSON")
        answer = Answer([_row(root, item) for item in items])
        if result.returncode not in (0, 1):
            answer.failures.append(f"check: exit {result.returncode}: {result.stderr[-400:]}")
        return answer

    def fix(self, root: Path, files: Sequence[str]) -> Answer:
        result = self._run(root, ["fix", "--unsafe-fixes", "--", *files])
        if isinstance(result, str):
            return self._apart(self.fix, root, files, result)
        if result.returncode not in (0, 1):
            return self._apart(self.fix, root, files, result.stderr[-400:])
        return Answer()

    @staticmethod
    def _apart(
        act: Callable[[Path, Sequence[str]], Answer],
        root: Path,
        files: Sequence[str],
        failed: str,
    ) -> Answer:
        """A run that failed is tried file by file, so that one file does not hide the others."""
        if len(files) <= 1:
            return Answer([], [f"{', '.join(files)}: {failed.strip()}"])
        whole = Answer()
        for file in files:
            part = act(root, [file])
            whole.rows += part.rows
            whole.failures += part.failures
        return whole


def _state() -> str:
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"commit {told.stdout.strip()}" if told.returncode == 0 else "a copy without history"


def _row(root: Path, item: dict[str, Any]) -> Row:
    path = Path(item["path"])
    if path.is_absolute():
        path = path.resolve().relative_to(root.resolve())
    return Row(
        path=path.as_posix().removeprefix("./"),
        line=item["range"]["start"]["line"],
        end_line=item["range"]["end"]["line"],
        code=item["code"],
        message=item["message"],
        severity=item["severity"],
        certainty=item["certainty"],
        fix=None if item["fix"] is None else item["fix"]["applicability"],
        blockers=tuple(
            (blocker["message"], blocker["range"]["start"]["line"]) for blocker in item["blockers"]
        ),
    )


class Library:
    """The core alone, without a view of other files; for work on the core."""

    def check(self, root: Path, files: Sequence[str]) -> Answer:
        from unspool_rules.api import analyse
        from unspool_rules.model.text import LineIndex

        answer = Answer()
        for file in files:
            source = (root / file).read_bytes().decode("utf-8", "replace")
            analysis = analyse(source, today=_today())
            index = LineIndex(source)
            answer.failures += [f"{file}: {f.where}: {f.error}" for f in analysis.failures]
            answer.rows += [
                Row(
                    path=file,
                    line=index.line_of(finding.span.start) + 1,
                    end_line=index.line_of(finding.span.end) + 1,
                    code=finding.code,
                    message=finding.message,
                    severity=finding.severity.value,
                    certainty=finding.certainty.value,
                    fix=None if finding.fix is None else finding.fix.applicability.value,
                    blockers=tuple(
                        (b.message, index.line_of(b.span.start) + 1) for b in finding.blockers
                    ),
                )
                for finding in analysis.findings
            ]
        return answer

    def fix(self, root: Path, files: Sequence[str]) -> Answer:
        from unspool_rules.api import analyse
        from unspool_rules.model.text import apply_edits

        answer = Answer()
        for file in files:
            source = (root / file).read_bytes().decode("utf-8", "replace")
            for _ in range(10):
                edits = analyse(source, today=_today()).fix_all(unsafe=True)
                changed = apply_edits(source, edits)
                if changed == source:
                    break
                source = changed
                (root / file).write_bytes(source.encode())
            else:
                answer.failures.append(f"{file}: fixes do not come to an end")
        return answer


def _today() -> Any:
    return datetime.now(tz=timezone.utc).date()


@dataclass
class Pretended:
    """An engine for tests of the judges: any text may be changed, any row said."""

    change: Callable[[str], str] = lambda text: text
    rows: Callable[[str, str], list[Row]] = lambda path, text: []

    def check(self, root: Path, files: Sequence[str]) -> Answer:
        answer = Answer()
        for file in files:
            answer.rows += self.rows(file, (root / file).read_text(encoding="utf-8"))
        return answer

    def fix(self, root: Path, files: Sequence[str]) -> Answer:
        for file in files:
            path = root / file
            path.write_text(self.change(path.read_text(encoding="utf-8")), encoding="utf-8")
        return Answer()
