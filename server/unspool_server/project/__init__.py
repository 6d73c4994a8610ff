"""What the files around a module say: root, target version, environment, line length, quotes.

Everything here is read, nothing is imported and no program is started.
"""

from __future__ import annotations

from unspool_server.project.environment import site_packages
from unspool_server.project.line_length import line_length
from unspool_server.project.lookup import (
    import_root,
    levels,
    project_root,
    started_in,
    tool_table,
)
from unspool_server.project.quotes import quotes
from unspool_server.project.versions import FIRST, KNOWN, TargetVersion, target_version

__all__ = [
    "FIRST",
    "KNOWN",
    "TargetVersion",
    "import_root",
    "levels",
    "line_length",
    "project_root",
    "quotes",
    "site_packages",
    "started_in",
    "target_version",
    "tool_table",
]
