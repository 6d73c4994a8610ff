"""``--show-settings``: what holds for a path, and where it comes from."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from unspool_server import settings
from unspool_server.cli.console import ERROR, exit_code, say


def run(arguments: argparse.Namespace) -> int:
    return show(arguments.show_settings, {})


def show(name: str, options: Mapping[str, object]) -> int:
    path = Path(name)
    if not path.exists():
        say(f"{name}: no such file or folder")
        return ERROR
    resolved = settings.for_path(path, command_line=options)
    for problem in resolved.problems:
        say(str(problem))
    print(f"# {resolved.pyproject or 'no [tool.unspool] in a pyproject.toml above'}")
    for key, value in settings.as_table(resolved.settings).items():
        print(f"{key} = {json.dumps(value)}")
    print()
    print(f"# project: {resolved.root or 'none'}")
    print(f"# azure-ai-projects: {resolved.target.version} ({resolved.target_origin})")
    print(f"# line length: {resolved.line_length or 'that of each file'}")
    print(f"# quotes: {resolved.quotes.name.lower() if resolved.quotes else 'those of each file'}")
    for folder in resolved.site_packages:
        print(f"# packages: {folder}")
    return exit_code(problems=bool(resolved.problems), findings=False)
