"""Which files of a project take a name from a module, by their words alone."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from unspool_rules.semantics import project_files
from unspool_rules.semantics.resolver import Module

_WORD = re.compile(rb"[\w\x80-\xff]+")
_ALIAS = re.compile(rb"(\w+)[ \t]+as[ \t]+(\w+)")
_MOST = 2_000

_known: dict[tuple[str, frozenset[bytes]], _Taken] = {}


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a file takes from a module."""

    stamp: tuple[int, int]
    """Time of the file's last change, and its size."""
    names: frozenset[bytes]
    """What it imports from it, or reads as an attribute of it."""
    whole: bool
    """Whether it imports all of it: ``from lib import *``."""


class Takers:
    """One look at a project: the files that import a module are looked for once."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._taken: dict[Path, dict[Path, _Taken]] = {}
        self._texts: dict[Path, str | None] = {}

    def any(self, path: Path, name: str) -> bool:
        """Whether another file imports a name from a module, or reads it as its attribute."""
        return bool(self._files(path, name))

    def of(self, path: Path, name: str) -> tuple[Module, ...]:
        """The other files that do so, as far as they can be read."""
        found = ((file, self._text(file)) for file in self._files(path, name))
        return tuple(Module(file, text) for file, text in found if text is not None)

    def _files(self, path: Path, name: str) -> list[Path]:
        if path not in self._taken:
            self._taken[path] = self._look(path)
        word = name.encode()
        return [f for f, taken in self._taken[path].items() if taken.whole or word in taken.names]

    def _look(self, path: Path) -> dict[Path, _Taken]:
        modules = frozenset(map(str.encode, project_files.names_of(self._root, path)))
        others = map(Path, project_files.callers(self._root, path))
        found = {file: _taken(str(file), modules) for file in others if file != path}
        return {file: taken for file, taken in found.items() if taken is not None}

    def _text(self, file: Path) -> str | None:
        if file not in self._texts:
            self._texts[file] = project_files.text_of(file)
        return self._texts[file]


def _taken(file: str, modules: frozenset[bytes]) -> _Taken | None:
    """What a file takes, read again when it has changed; None when it cannot be read."""
    try:
        stat = os.stat(file)  # noqa: PTH116 - a pathlib.Path costs more than the look
        stamp = (stat.st_mtime_ns, stat.st_size)
        known = _known.get((file, modules))
        if known is not None and known.stamp == stamp:
            return known
        data = Path(file).read_bytes()
    except OSError:
        return None
    if len(_known) >= _MOST:
        _known.clear()
    found = _known[file, modules] = _Taken(stamp, *_names(data, modules))
    return found


def _names(data: bytes, modules: frozenset[bytes]) -> tuple[frozenset[bytes], bool]:
    names: set[bytes] = set()
    holders = set(modules)
    whole = False
    for module, taken, imported in project_files.imports_in(data):
        if module.rpartition(b".")[2] in modules:
            whole = whole or taken.strip() == b"*"
            names.update(_WORD.findall(taken))
        holders.update(a for held, a in _ALIAS.findall(taken or imported) if held in modules)
    held = b"|".join(map(re.escape, sorted(holders)))
    names.update(re.findall(rb"\b(?:" + held + rb")\s*\.\s*(?=([\w\x80-\xff]+))", data))
    return frozenset(names), whole
