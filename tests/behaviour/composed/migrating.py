"""A composed program through the engine: what became of it, and what stood in the way."""

from __future__ import annotations

import ast
import contextlib
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from unspool_rules.api import analyse
from unspool_rules.model import Analysis, apply_edits
from unspool_server.cli import main

TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Migrated:
    """A program afterwards."""

    files: Mapping[str, str]
    blockers: tuple[str, ...]
    """Why something legacy is left; empty where nothing is."""
    defects: tuple[str, ...]
    """What is wrong without running it."""


def migrate(files: Mapping[str, str]) -> Migrated:
    """Apply all fixes to a program, once; look again."""
    after = _fixed(files)
    defects = [f"{name} is no Python" for name, text in after.items() if not _parses(text)]
    if not defects:
        lost = _comments(files.values()) - _comments(after.values())
        defects += [f"comment lost: {text}" for text in lost]
        if after != files and _fixed(after) != after:
            defects.append("a second run changes more")
    return Migrated(
        after, () if after != files and not _left(after) else _blockers(files), tuple(defects)
    )


def _parses(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _fixed(files: Mapping[str, str]) -> dict[str, str]:
    if len(files) == 1:
        ((name, text),) = files.items()
        return {name: apply_edits(text, _analysed(text).fix_all(unsafe=True))}
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        _cli("fix", "--unsafe-fixes", f"--today={TODAY}", folder)
        return {name: (Path(folder) / name).read_text("utf-8") for name in files}


def _cli(*arguments: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = main(arguments)
    assert code in (0, 1), f"exit code {code}"


def _analysed(text: str) -> Analysis:
    analysis = analyse(text, today=TODAY)
    assert not analysis.failures, analysis.failures
    return analysis


def _left(files: Mapping[str, str]) -> bool:
    return any(_analysed(text).findings for text in files.values())


def _blockers(files: Mapping[str, str]) -> tuple[str, ...]:
    """The reasons; of those that only wait for another, none."""
    found = {
        re.sub(r"line \d+", "a line", re.sub(r"`[^`]*` at line \d+ .*?: ", "", blocker.message))
        for text in files.values()
        for finding in _analysed(text).findings
        for blocker in finding.blockers
    }
    own = {message for message in found if "is still" not in message}
    return tuple(sorted(own or found)) or ("(none named)",)


def _comments(texts: Iterable[str]) -> Counter[str]:
    return Counter(
        token.string
        for text in texts
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    )
