"""The workspace's files that are not open, as the session knows those that are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from unspool_rules.dependencies.names import is_beside_code
from unspool_rules.notebook import Program, guarded
from unspool_server import files, ipynb, settings, walk
from unspool_server.cells import CellDocument, Cells
from unspool_server.lsp.core import EDITORS_OWN, Checker
from unspool_server.lsp.folders import Folders
from unspool_server.session import Checked, Outcome, Snapshot


class Kind(str, Enum):
    """What a file holds, as a client tells people about it."""

    PYTHON = "python"
    NOTEBOOK = "notebook"
    BESIDE = "beside"
    """Dependencies, or settings of the environment."""

    @classmethod
    def of(cls, path: Path | None) -> Kind:
        if path is not None and is_beside_code(path.name):
            return cls.BESIDE
        suffix = path.suffix.lower() if path else ""
        return cls.NOTEBOOK if suffix == ipynb.SUFFIX else cls.PYTHON


@dataclass(frozen=True, slots=True)
class Place:
    """A file, and its URI as the client writes it."""

    uri: str
    path: Path

    @property
    def kind(self) -> Kind:
        return Kind.of(self.path)


@dataclass(frozen=True, slots=True)
class Content:
    """What lies at a place."""

    text: str
    """Of the file; a notebook's is JSON."""
    notebook: ipynb.Notebook | None = None

    def snapshot(self, place: Place) -> Snapshot:
        if self.notebook is None:
            return Snapshot(place.uri, place.path, 0, self.text)
        documents = {n: CellDocument(f"{place.uri}#{n}", 0, s) for n, s in self.notebook.code}
        program = Program.of(self.notebook.code)
        return Snapshot(place.uri, place.path, 0, program.text, Cells(program, documents))


def read(place: Place, *, whole: bool = False) -> Content | None:
    """What lies at a place; None when there can be nothing to say about it.

    Args:
        whole: whether it is wanted in any case.

    Raises:
        FileError: it cannot be read, or not be written as it is read.
    """
    from unspool_rules.api import is_candidate
    from unspool_server import configured

    data = files.read_bytes(place.path, ipynb.limit(place.path))
    matters = (
        configured.mentions(place.path, data) if place.kind is Kind.BESIDE else is_candidate(data)
    )
    if not (matters or whole):
        return None
    if place.kind is Kind.NOTEBOOK:
        text = ipynb.decode(data)
        return Content(text, ipynb.read(text))
    file = files.decode(place.path, data)
    if file.encoding not in ("utf-8", "utf-8-sig", "ascii"):
        raise files.FileError(f"is written in {file.encoding}, use the command line")
    return Content(file.text)


def check(checker: Checker, snapshot: Snapshot) -> Checked:
    """What there is to say about a file; every fix of a notebook is one that its cells can take."""
    if snapshot.cells is None:
        return Checked(snapshot, snapshot, checker(snapshot))
    outcome = checker(replace(snapshot, cells=None))
    analysis = guarded(snapshot.cells.program, outcome.analysis, thorough=True)
    return Checked(snapshot, snapshot, replace(outcome, analysis=analysis))


def nothing(place: Place) -> Checked:
    snapshot = Snapshot(place.uri, place.path, 0, "")
    return Checked(snapshot, snapshot, Outcome())


def found(folders: Folders, roots: Iterable[Path]) -> list[Place]:
    """The files below some folders, code first: what stands beside it depends on it."""
    paths: dict[Path, None] = {}
    for root in roots:
        project = _project(folders, root)
        paths |= dict.fromkeys(walk.walk([root], project.settings.exclude, project.base).files)
    return sorted((Place(p.as_uri(), p) for p in paths), key=lambda one: one.kind is Kind.BESIDE)


def left_out(folders: Folders, roots: Iterable[Path], places: Iterable[Place]) -> set[str]:
    """URIs of those that lie in one of some folders, and that ``found`` does not find there."""
    projects = [(root, _project(folders, root)) for root in roots]
    out: set[str] = set()
    for place in places:
        around = [(r, p) for r, p in projects if r in place.path.parents]
        if around and not any(
            walk.reaches(root, place.path, project.settings.exclude, project.base)
            for root, project in around
        ):
            out.add(place.uri)
    return out


def _project(folders: Folders, root: Path) -> settings.Resolved:
    raw = {k: v for k, v in folders.around(root)[1].items() if k not in EDITORS_OWN}
    return settings.for_path(root, raw, root=root)
