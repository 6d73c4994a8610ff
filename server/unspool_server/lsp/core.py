"""What the server asks of the core, and how a document is checked with it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from pathlib import Path

from pathspec import GitIgnoreSpec

from unspool_rules.model import Analysis, Finding
from unspool_rules.notebook import guarded
from unspool_server import settings
from unspool_server.lsp.folders import Folders
from unspool_server.session import Outcome, Snapshot
from unspool_server.settings import Resolved

EDITORS_OWN = frozenset({"trace", "interpreter", "importStrategy", "server", "path"})
"""Settings beside ours that editors keep for themselves."""

_SAMPLE = "from openai import OpenAI\nOpenAI().beta.threads.create()\n"


def check_text(source: str, path: Path | None, project: Resolved, day: date) -> Analysis:
    """The core is imported when first needed: that takes longer than answering a client."""
    from unspool_server import checking

    return checking.check_text(source, path, project, day)


def forget() -> None:
    """Files have been written, so that what was read of them may not hold any more."""
    from unspool_server import configured

    configured.forget()


def look(path: Path, day: date) -> None:
    """Know of a file of the workspace before anybody waits for what it needs."""
    from unspool_server import configured

    configured.look(path, day)


def explain(finding: Finding, source: str, day: date) -> str:
    from unspool_rules import api

    return api.explain(finding, source, day)


def page(finding: Finding) -> str | None:
    """Where the finding's rule is written about."""
    from unspool_rules.rules.registry import rule

    found = rule(finding.code)
    return found.url if found else None


def today() -> date:
    return datetime.now(tz=timezone.utc).astimezone().date()


@dataclass(frozen=True, slots=True)
class Core:
    """The core's functions; tests put their own in their places."""

    check: Callable[[str, Path | None, Resolved, date], Analysis] = check_text
    explain: Callable[[Finding, str, date], str] = explain
    page: Callable[[Finding], str | None] = page
    today: Callable[[], date] = today
    forget: Callable[[], None] = forget

    def warm_up(self) -> None:
        """Do once, before anybody waits for it, what is slow only the first time."""
        self.check(_SAMPLE, None, settings.for_path(None), self.today())
        gc.freeze()  # code and catalogue stay, so no collection need look at them again

    def warm_up_fixes(self) -> None:
        """The same for what only fixes need."""
        import black  # noqa: F401 - reading them takes longer than most fixes
        import libcst  # noqa: F401 - as above


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks a snapshot with the settings that hold for its place."""

    core: Core
    folders: Folders
    texts: Mapping[Path, str] = field(default_factory=dict)
    """Code as it will be in some files, for what stands beside it."""

    def __call__(self, snapshot: Snapshot) -> Outcome:
        folder, raw = self.folders.around(snapshot.path)
        project = settings.for_path(snapshot.path, _ours(raw), root=folder)
        complaints = tuple(map(str, project.problems))
        if _excluded(snapshot.path, project):
            return Outcome(Analysis(), project.settings, complaints)
        day = self.core.today()
        analysis = self._analysis(snapshot, project, day)
        if snapshot.cells:
            analysis = guarded(snapshot.cells.program, analysis)
        return Outcome(analysis, project.settings, complaints)

    def _analysis(self, snapshot: Snapshot, project: Resolved, day: date) -> Analysis:
        path = snapshot.path
        if self.texts and path is not None:
            from unspool_server import configured

            if configured.is_configured(path):
                return configured.check(snapshot.source, path, project, day, self.texts)
        return self.core.check(snapshot.source, path, project, day)


def _ours(raw: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value for key, value in raw.items() if key not in EDITORS_OWN}


def _excluded(path: Path | None, project: Resolved) -> bool:
    patterns, root = project.settings.exclude, project.base
    if not (patterns and path and root and path.is_relative_to(root)):
        return False
    return GitIgnoreSpec.from_lines(patterns).match_file(path.relative_to(root).as_posix())
