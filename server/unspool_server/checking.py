"""One text through the core, with a resolver that sees the project around it."""

from __future__ import annotations

import os
import stat
import sys
from datetime import date
from functools import cache
from pathlib import Path

from unspool_rules.api import analyse
from unspool_rules.model import Analysis
from unspool_rules.semantics.jedi_resolver import SECONDS, JediResolver
from unspool_server import configured, project
from unspool_server.settings import Resolved


def check_text(
    source: str, path: Path | None, resolved: Resolved, today: date, seconds: float = SECONDS
) -> Analysis:
    """What there is to say about a text that stands, or will stand, at a path."""
    if path is not None and configured.is_configured(path):
        return configured.check(source, path, resolved, today)
    return analyse(
        source,
        today=today,
        settings=resolved.settings,
        target=resolved.target,
        line_length=resolved.line_length,
        quotes=resolved.quotes,
        resolver=resolver_for(source, path, resolved, seconds),
    )


def resolver_for(
    source: str, path: Path | None, resolved: Resolved, seconds: float = SECONDS
) -> JediResolver:
    """A resolver for names of one text; it does nothing until it is asked."""
    imported_from = (project.import_root(path),) if path else ()
    return JediResolver(
        source,
        path,
        root=resolved.root or (imported_from[0] if imported_from else None),
        site_packages=(*imported_from, *resolved.site_packages),
        cache=cache_folder(),
        seconds=seconds,
    )


@cache
def cache_folder() -> Path | None:
    """A folder for parsed outlines that nobody else can write to; ``None`` where there is none.

    What lies there is unpickled, so a folder that others may have filled is as good as none.
    """
    try:
        folder = _user_cache() / "unspool" / "jedi"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        info = folder.stat()
        if hasattr(os, "getuid") and info.st_uid != os.getuid():
            return None
        if sys.platform != "win32" and stat.S_IMODE(info.st_mode) & 0o022:
            return None
        return folder if os.access(folder, os.W_OK) else None
    except (OSError, RuntimeError):
        return None


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
