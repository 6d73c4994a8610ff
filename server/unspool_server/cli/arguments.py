"""What the options mean that ``check`` and ``fix`` have in common."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path

from unspool_server import configured, files, settings
from unspool_server.cli.console import say
from unspool_server.walk import walk

STDIN = "-"


def overrides(arguments: argparse.Namespace) -> dict[str, object]:
    """The settings that were given as options, by their names."""
    given: dict[str, object] = {
        "target-version": arguments.target_version,
        "target-service": arguments.target_service,
        "definition-style": arguments.definition_style,
        "select": _codes(arguments.select),
        "ignore": _codes(arguments.ignore),
        "unsafe-fixes": getattr(arguments, "unsafe_fixes", None) or None,
    }
    return {key: value for key, value in given.items() if value is not None}


def today(arguments: argparse.Namespace) -> date:
    return arguments.today or datetime.now().astimezone().date()


def usage_errors(options: dict[str, object]) -> bool:
    """Says what is wrong with the options; whether anything is."""
    _, problems = settings.parse(options)
    for problem in problems:
        say(f"--{problem.key}: {problem.reason}")
    return bool(problems)


def find_files(paths: list[str], options: dict[str, object]) -> tuple[tuple[Path, ...], bool]:
    """The files that are meant, and whether something was wrong, which is said then."""
    found: dict[Path, None] = {}
    wrong = False
    told: set[settings.Problem] = set()
    for name in paths:
        resolved = settings.for_path(Path(name), command_line=options)
        for problem in resolved.problems:
            if problem not in told:
                say(str(problem))
                told.add(problem)
        named = not Path(name).is_dir()
        walked = walk([Path(name)], resolved.settings.exclude, resolved.base)
        for words in walked.problems:
            say(words)
        wrong = wrong or bool(walked.problems or resolved.problems)
        found |= dict.fromkeys(walked.files if named else filter(_matters, walked.files))
    if not found and not wrong:
        say(f"no Python files found under {', '.join(paths)}")
    return tuple(found), wrong or not found


def _matters(path: Path) -> bool:
    """Whether a file is code, or names something old beside it."""
    if not configured.is_configured(path):
        return True
    try:
        return configured.mentions(path, files.read_bytes(path))
    except files.FileError:
        return False


def _codes(given: list[str] | None) -> list[str] | None:
    if given is None:
        return None
    return [code.strip() for part in given for code in part.split(",") if code.strip()]
