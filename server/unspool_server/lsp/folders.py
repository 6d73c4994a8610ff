"""The client's settings, for every folder of its workspace and for what lies outside of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SECTION = "unspool"
"""Name of our settings in the client's configuration."""

Raw = Mapping[str, object]


class Folders:
    """Read by the analysis thread while the client changes them, so always replaced as a whole."""

    def __init__(self) -> None:
        self._elsewhere: Raw = {}
        self._folders: Mapping[Path, Raw] = {}

    def set(self, elsewhere: object, folders: Mapping[Path, object]) -> bool:
        """Take new settings; tells whether they differ from those before."""
        before = (self._elsewhere, self._folders)
        self._elsewhere = section(elsewhere)
        self._folders = {folder: section(raw) for folder, raw in folders.items()}
        return before != (self._elsewhere, self._folders)

    def around(self, path: Path | None) -> tuple[Path | None, Raw]:
        """The innermost folder that holds a path, and the settings there."""
        folders = self._folders
        if path is None:  # an untitled document belongs to the folder, when there is only one
            return next(iter(folders.items())) if len(folders) == 1 else (None, self._elsewhere)
        holding = [folder for folder in folders if path.is_relative_to(folder)]
        innermost = max(holding, key=lambda folder: len(folder.parts), default=None)
        return (innermost, folders[innermost]) if innermost else (None, self._elsewhere)


def section(value: object) -> Raw:
    """Our part of what a client sent, however deep it put it; empty for anything unexpected."""
    while isinstance(value, Mapping):
        inner = next((value[key] for key in (SECTION, "settings") if key in value), None)
        if inner is None:
            return {str(key): item for key, item in value.items()}
        value = inner
    return {}
