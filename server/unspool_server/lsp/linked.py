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
from unspool_server.lsp.migration import Migrated, linked
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
        """The answer with the fixes that hold for all the files, where these are others."""
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
            return self._member(file, texts)

        found = together.around(path, load)
        places = [Place(file.as_uri(), file) for file in found]
        folder = self._folders.around(path)[0]
        out = left_out(self._folders, [folder] if folder else [], places)
        kept = [p.path for p in places if p.uri not in out]
        groups = together.groups(kept, kept, load) if len(kept) > 1 else []
        return next((g for g in groups if path in {m.path for m in g.members}), None)

    def _member(self, path: Path, texts: Mapping[Path, str]) -> Member | None:
        from unspool_server import together

        try:
            text = texts.get(path)
            if text is None:
                text = files.decode(path, files.read_bytes(path)).text
        except files.FileError:
            return None
        return together.Member(path, text, self._resolved(path))

    def groups(self, paths: Iterable[Path], opened: Iterable[Snapshot]) -> list[Group]:
        """The groups of linked files among some; looks at the disk, and takes its time."""
        from unspool_rules.api import is_candidate
        from unspool_server import together

        texts = {s.path: s.source for s in opened if s.path is not None and s.cells is None}
        old = {p: m for p in paths if p.suffix == ".py" and (m := self._member(p, texts))}
        legacy = [path for path, member in old.items() if is_candidate(member.text)]
        return together.groups(old, legacy, old.get)

    def changed(self, group: Group, *, unsafe: bool) -> dict[Path, Migrated]:
        """What becomes of the files of a group together, where that is not as one by one."""
        from unspool_server import together

        day = self._core.today()
        single = [self._core.check(m.text, m.path, m.resolved, day) for m in group.members]
        if not any(analysis.findings for analysis in single):
            return {}
        joint = group.joint([m.text for m in group.members], day, SECONDS)
        if joint is None or not together.differs(group, joint, single, unsafe=unsafe):
            return {}
        made = together.change(group, joint, day, SECONDS, unsafe=unsafe)
        if made is None:
            return {}
        return {
            member.path: linked(
                member.text, text, joint.of(part), made.after.of(part), unsafe=unsafe
            )
            for part, (member, text) in enumerate(zip(group.members, made.texts, strict=True))
            if text != member.text or single[part].findings
        }

    def _resolved(self, path: Path) -> Resolved:
        folder, raw = self._folders.around(path)
        ours = {key: value for key, value in raw.items() if key not in EDITORS_OWN}
        return settings.for_path(path, ours, root=folder)

    def _analysis(self, group: Group, path: Path) -> Analysis | None:
        from unspool_server import together

        day = self._core.today()
        joint = group.joint([m.text for m in group.members], day, SECONDS)
        single = [self._core.check(m.text, m.path, m.resolved, day) for m in group.members]
        if joint is None or not together.differs(group, joint, single, unsafe=True):
            return None
        return joint.of(next(n for n, m in enumerate(group.members) if m.path == path))


def asks_for_more(checked: Checked, span: Span) -> bool:
    """Whether something that a span touches has no fix by itself."""
    findings = checked.outcome.analysis.findings
    return any(f.fix is None and f.blockers and f.span.touches(span) for f in findings)


def may_need_others(checked: Checked, span: Span) -> bool:
    """Whether a span touches something whose fixes may depend on what other files do.

    Safe ones do not: what they change is used as before.
    """
    findings = checked.outcome.analysis.findings
    near = (f for f in findings if f.fix is not None and f.span.touches(span))
    return asks_for_more(checked, span) or any(not f.fix.safe for f in near if f.fix is not None)
