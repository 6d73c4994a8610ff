"""The files of a project: which there are, which import which, and where a module stands."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG

from unspool_rules.semantics.resolver import Module

_MAX_FILES = 4_000
_MAX_BYTES = 1_000_000
_LISTING_SECONDS = 10.0
_SKIPPED = frozenset(
    (
        *("node_modules", "site-packages", "__pycache__", "__pypackages__", "venv", "env"),
        *("build", "dist", "_build", "buck-out"),
    )
)
_IMPORT = re.compile(
    rb"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]+)|import[ \t]+([^\n#]+))",
    re.MULTILINE,
)
_WORD = re.compile(rb"\w+")

Stamp = tuple[int, int]

_listings: dict[tuple[str, str], tuple[float, tuple[str, ...]]] = {}
_answers: dict[tuple[str, frozenset[str]], tuple[float, bool]] = {}
_imports: dict[str, tuple[Stamp, frozenset[str]]] = {}


def callers(root: str, path: Path) -> list[str]:
    """Python files of a project that import a module, those beside it first."""
    names = names_of(root, path)
    near = str(path.parent)
    found = [file for file in python_files(root) if names & imported(file)]
    return sorted(found, key=lambda file: os.path.dirname(file) != near)


def names_of(root: str, path: Path) -> set[str]:
    """What a module is imported by: its name, and packages above it that import it themselves."""
    names = {path.stem}
    for package in path.parents:
        init = package / "__init__.py"
        if str(package) == root or not init.is_file():
            break
        if path.name == "__init__.py" or names & imported(str(init)):
            names.add(package.name)
    return names


def anyone_imports(root: str, names: frozenset[str]) -> bool:
    """Whether some file of a project imports one of some modules; kept for some seconds."""
    made, answer = _answers.get((root, names), (0.0, False))
    if not made or time.monotonic() - made > _LISTING_SECONDS:
        _answers.clear()
        answer = any(names & imported(file) for file in python_files(root))
        _answers[root, names] = (time.monotonic(), answer)
    return answer


def imported(file: str) -> frozenset[str]:
    """Every word of a file's import statements; empty when it cannot be read."""
    try:
        stat = os.stat(file)
        stamp = (stat.st_mtime_ns, stat.st_size)
        known = _imports.get(file)
        if known is not None and known[0] == stamp:
            return known[1]
        is_text = S_ISREG(stat.st_mode) and stat.st_size <= _MAX_BYTES
        words = _words(Path(file).read_bytes()) if is_text else frozenset()
    except OSError:
        return frozenset()
    if len(_imports) > 4 * _MAX_FILES:
        _imports.clear()
    _imports[file] = (stamp, words)
    return words


def python_files(root: str, suffix: str = ".py") -> tuple[str, ...]:
    """The files of a project, without environments and build output; kept for some seconds."""
    made, listing = _listings.get((root, suffix), (0.0, ()))
    if not made or time.monotonic() - made > _LISTING_SECONDS:
        for known in [known for known in _listings if known[0] != root]:
            _listings.pop(known, None)
        listing = tuple(_walk(root, suffix))
        _listings[root, suffix] = (time.monotonic(), listing)
    return listing


def imports_in(data: bytes) -> list[tuple[bytes, bytes, bytes]]:
    """Import statements: for ``from m import n`` the module and the names, or what is imported."""
    return _IMPORT.findall(data)


def _words(data: bytes) -> frozenset[str]:
    statements = (b" ".join(part for part in match if part) for match in imports_in(data))
    return frozenset(
        word.decode("utf-8", "replace") for one in statements for word in _WORD.findall(one)
    )


def _walk(root: str, suffix: str) -> Iterator[str]:
    count = 0
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if _searched(folder, name))
        for file in sorted(files):
            if file.endswith(suffix):
                count += 1
                if count > _MAX_FILES:
                    return
                yield os.path.join(folder, file)


def _searched(folder: str, name: str) -> bool:
    if name.startswith(".") or name in _SKIPPED:
        return False
    return not os.path.isfile(os.path.join(folder, name, "pyvenv.cfg"))


def module(root: Path, importer: Path, name: str, level: int) -> Module | None:
    """The file of a module as a file of the project imports it.

    An absolute name is looked up beside the importer first, as for a script, then in the folders
    above it up to the project's, whatever ``sys.path`` a program makes for itself.
    """
    for path in _places(root, importer, name, level):
        text = text_of(path)
        if text is not None:
            return Module(path, text)
    return None


def place(root: Path, importer: Path, name: str, level: int) -> Path | None:
    """Where that file stands; whether it can be read is not looked at."""
    places = _places(root, importer, name, level)
    return next((path for path in places if path.is_file()), None)


def _places(root: Path, importer: Path, name: str, level: int) -> Iterator[Path]:
    parts = [part for part in name.split(".") if part]
    if level:
        folders = [importer.parents[level - 1]] if level <= len(importer.parents) else []
    else:
        folders = [p for p in importer.parents if p == root or root in p.parents]
        folders.append(root / "src")
    for folder in folders:
        base = folder.joinpath(*parts)
        if parts:
            yield base.with_suffix(".py")
        yield base / "__init__.py"


def text_of(path: Path) -> str | None:
    """What stands in a file; None when it cannot be read or is too large."""
    try:
        if not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return None
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
