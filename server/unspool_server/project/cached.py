"""Files of a project, read again only when their time stamp or size has changed."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

T = TypeVar("T")

_MAX_BYTES = 50_000_000
_MAX_ENTRIES = 2_000


@dataclass
class Cached(Generic[T]):
    """A function of a file's bytes, remembered per file; ``default`` where it cannot be read."""

    read: Callable[[bytes], T]
    default: T
    _known: dict[Path, tuple[tuple[int, int], T]] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def __call__(self, path: Path) -> T:
        try:
            stat = path.stat()
        except (OSError, ValueError):
            return self.default
        stamp = (stat.st_mtime_ns, stat.st_size)
        with self._lock:
            known = self._known.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        value = self._load(path, stat.st_size)
        with self._lock:
            if len(self._known) >= _MAX_ENTRIES:
                self._known.clear()
            self._known[path] = (stamp, value)
        return value

    def _load(self, path: Path, size: int) -> T:
        if size > _MAX_BYTES:
            return self.default
        try:
            return self.read(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return self.default


def read_toml(data: bytes) -> Mapping[str, object]:
    value: dict[str, object] = tomllib.loads(data.decode("utf-8-sig"))
    return value


def _json(data: bytes) -> Mapping[str, object]:
    value: object = json.loads(data.decode("utf-8-sig"))
    return value if isinstance(value, dict) else {}


toml_file: Cached[Mapping[str, object]] = Cached(read_toml, {})
"""A TOML file's table; empty when it is missing or not TOML."""
json_file: Cached[Mapping[str, object]] = Cached(_json, {})


def listed(folder: Path, pattern: str) -> list[Path]:
    """What a pattern matches in a folder, sorted; nothing where the folder cannot be read."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def table(value: Mapping[str, object], *keys: str) -> Mapping[str, object]:
    """The table at a path of keys; empty where something else, or nothing, stands there."""
    for key in keys:
        found = value.get(key)
        if not isinstance(found, dict):
            return {}
        value = found
    return value


def entries(value: Mapping[str, object], key: str) -> tuple[object, ...]:
    """The list at a key; empty where something else, or nothing, stands there."""
    found = value.get(key)
    return tuple(found) if isinstance(found, list) else ()
