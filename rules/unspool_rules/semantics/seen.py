"""What was seen of files, so that an answer can be kept for as long as it would be given again."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass

Stamp = tuple[int, int] | None
"""Time of the last change and size of a file; for a folder zeros; None where there is nothing."""

_FOLDER = (0, 0)
_MOST = 2_000


class Look:
    """One look at some files: each is looked at once."""

    def __init__(self) -> None:
        self.stamps: dict[str, Stamp] = {}

    def at(self, path: str) -> Stamp:
        if path not in self.stamps:
            self.stamps[path] = _stamp(path)
        return self.stamps[path]

    def file(self, path: str) -> bool:
        return self.at(path) not in (None, _FOLDER)

    def folder(self, path: str) -> bool:
        return self.at(path) == _FOLDER

    def finds(self, stamps: Mapping[str, Stamp]) -> bool:
        """Whether everything is as it was."""
        return all(self.at(path) == stamp for path, stamp in stamps.items())


@dataclass(frozen=True, slots=True)
class _Answer:
    value: frozenset[str]
    seen: Mapping[str, Stamp]


class Answers:
    """Answers by their questions, with what was seen before they were given."""

    def __init__(self) -> None:
        self._known: dict[object, _Answer] = {}

    def get(self, question: object, look: Look) -> frozenset[str] | None:
        known = self._known.get(question)
        return known.value if known is not None and look.finds(known.seen) else None

    def keep(self, question: object, value: frozenset[str], seen: Mapping[str, Stamp]) -> None:
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[question] = _Answer(value, dict(seen))


def _stamp(path: str) -> Stamp:
    try:
        info = os.stat(path)  # noqa: PTH116 - a pathlib.Path costs more than the look
    except (OSError, ValueError):
        return None
    return _FOLDER if stat.S_ISDIR(info.st_mode) else (info.st_mtime_ns, info.st_size)
