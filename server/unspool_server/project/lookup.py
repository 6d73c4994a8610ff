"""Which folders belong to a file: upwards to the repository's top, and the project's root."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from unspool_server.project.cached import table, toml_file

_ROOT_MARKS = (
    "pyproject.toml",
    "setup.py",
    "setup.cfg",
    "requirements.txt",
    "uv.lock",
    "poetry.lock",
    "pdm.lock",
    "Pipfile",
)
_MAX_LEVELS = 40
_KEPT_SECONDS = 2.0
_MAX_KEPT = 1_000


def levels(path: Path) -> tuple[Path, ...]:
    """The folder of a file (or the folder itself) and those above it, to the repository's top.

    Without a repository it ends below the home folder and the root of the file system, whose
    files are not about this project. The answer is kept for some seconds.
    """
    now = time.monotonic()
    made, found = _levels.get(path, (0.0, ()))
    if not found or now - made > _KEPT_SECONDS:
        if len(_levels) > _MAX_KEPT:
            _levels.clear()
        found = tuple(_upwards(path if path.is_dir() else path.parent))
        _levels[path] = (now, found)
    return found


_levels: dict[Path, tuple[float, tuple[Path, ...]]] = {}


def _upwards(start: Path) -> Iterator[Path]:
    home = _home()
    for count, folder in enumerate((start, *start.parents)):
        if count >= _MAX_LEVELS or (count and (folder == home or folder == folder.parent)):
            return
        yield folder
        if (folder / ".git").exists() or (folder / ".hg").exists():
            return


def project_root(path: Path) -> Path | None:
    """The nearest folder with a project file, else the repository's top, else ``None``."""
    top = None
    for folder in levels(path):
        if any((folder / mark).is_file() for mark in _ROOT_MARKS):
            return folder
        if (folder / ".git").exists():
            top = folder
    return top


def started_in(path: Path) -> Path | None:
    """The folder that the program was started in, when it is the home of a file without a project.

    A home folder and the root of a file system hold everything, so they say nothing.
    """
    here = Path.cwd()
    if here in (_home(), here.parent) or here not in (here / path).parents:
        return None
    return here


def import_root(path: Path) -> Path:
    """The folder that a file's package (or the file, when it is a script) is imported from."""
    folder = path.parent
    while (folder / "__init__.py").is_file() and folder != folder.parent:
        folder = folder.parent
    return folder


def tool_table(path: Path) -> tuple[Path, Mapping[str, object]] | None:
    """``[tool.unspool]`` of the nearest ``pyproject.toml`` that has one, and that file."""
    for folder in levels(path):
        file = folder / "pyproject.toml"
        tool = table(toml_file(file), "tool")
        if "unspool" in tool:
            return file, table(tool, "unspool")
    return None


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None
