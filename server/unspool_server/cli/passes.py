"""Files are fixed again while what one file became lets another one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from unspool_server.cli.runner import Report, Task, run_all

_MOST = 4
"""Passes over the files; each one only follows a pass that changed something."""


def until_settled(task: Task, files: Sequence[Path]) -> list[Report]:
    """A report for each file, after the last pass.

    A fix run a second time then finds nothing more to do. What is not written cannot be read again:
    a diff shows the first pass.
    """
    reports = list(run_all(task, files))
    latest = reports
    for _ in range(_MOST - 1):
        left = any(one.items for one in latest)
        again = task.write and not task.mark and len(files) > 1 and left
        if not again or not any(one.changed for one in latest):
            break
        latest = list(run_all(task, files))
        reports = [_both(a, b) for a, b in zip(reports, latest, strict=True)]
    return reports


def _both(first: Report, then: Report) -> Report:
    if not then.changed:
        return replace(first, items=then.items)
    return replace(
        then,
        problems=tuple(dict.fromkeys(first.problems + then.problems)),
        fixed=first.fixed + then.fixed,
        notes=tuple(dict.fromkeys(first.notes + then.notes)),
        before=first.before if first.changed else then.before,
    )
