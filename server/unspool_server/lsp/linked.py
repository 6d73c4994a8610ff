"""What an open file's fixes are together with the files that it imports, or that import it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from unspool_rules.model import Analysis, Span
from unspool_server import files, settings
from unspool_server.lsp.core import EDITORS_OWN, Core
from unspool_server.lsp.folders import Folders
from unspool_server.lsp.workspace_files import Place, left_out
from unspool_server.session import Checked, Snapshot
from unspool_server.settings import Resolved

if TYPE_CHECKING:
    from unspool_server.together import Group, Member

SECONDS = 2.0
"""What looking beyond each file may take; somebody has opened a menu."""


class Linked:
    """Answers on the worker's thread; the last one is kept while none of its files changes."""

    def __init__(self, core: Core, folders: Folders) -> None:
        self._core = core
        self._folders = folders
        self._known: tuple[object, Analysis | None] = (None, None)

    def view(self, checked: Checked, opened: Iterable[Snapshot]) -> Checked:
        """The answer with the fixes that need other files, where there are more of them."""
        path = checked.snapshot.path
        if path is None or checked.snapshot.cells is not None or not checked.current:
            return checked
        texts = {s.path: s.source for s in opened if s.path is not None and s.cells is None}
        group = self._group(path, {**texts, path: checked.snapshot.source})
        if group is None:
            return checked
        key = path, tuple((m.path, m.text) for m in group.members)
        if key != self._known[0]:
            self._known = key, self._analysis(group, path)
        analysis = self._known[1]
        if analysis is None:
            return checked
        return replace(checked, outcome=replace(checked.outcome, analysis=analysis))

    def _group(self, path: Path, texts: Mapping[Path, str]) -> Group | None:
        """The files around one, with those texts of them that are not on the disk."""
        from unspool_server import together

        def load(file: Path) -> Member | None:
            try:
                text = texts.get(file)
                if text is None:
                    text = files.decode(file, files.read_bytes(file)).text
            except files.FileError:
                return None
            return together.Member(file, text, self._resolved(file))

        found = together.around(path, load)
        places = [Place(file.as_uri(), file) for file in found]
        folder = self._folders.around(path)[0]
        out = left_out(self._folders, [folder] if folder else [], places)
        kept = [p.path for p in places if p.uri not in out]
        groups = together.groups(kept, kept, load) if len(kept) > 1 else []
        return next((g for g in groups if path in {m.path for m in g.members}), None)

    def _resolved(self, path: Path) -> Resolved:
        folder, raw = self._folders.around(path)
        ours = {key: value for key, value in raw.items() if key not in EDITORS_OWN}
        return settings.for_path(path, ours, root=folder)

    def _analysis(self, group: Group, path: Path) -> Analysis | None:
        from unspool_server import together

        day = self._core.today()
        joint = group.joint([m.text for m in group.members], day, SECONDS)
        single = [self._core.check(m.text, m.path, m.resolved, day) for m in group.members]
        if joint is None or not together.better(joint, single, unsafe=True):
            return None
        return joint.of(next(n for n, m in enumerate(group.members) if m.path == path))


def asks_for_more(checked: Checked, span: Span) -> bool:
    """Whether something that a span touches has no fix by itself."""
    findings = checked.outcome.analysis.findings
    return any(f.fix is None and f.blockers and f.span.touches(span) for f in findings)
