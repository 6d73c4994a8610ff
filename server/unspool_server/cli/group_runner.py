"""Files that import each other, through check or fix together where that gives more fixes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from unspool_rules.api import is_candidate
from unspool_rules.model import Analysis, LineIndex, apply_edits
from unspool_server import files, together
from unspool_server.checking import check_text
from unspool_server.cli.runner import SECONDS, Report, Runner, problems_of
from unspool_server.fixing import notes_of
from unspool_server.report import items
from unspool_server.together import Group, Member


def run(runner: Runner, paths: Iterable[Path], old: Iterable[Path]) -> dict[Path, Report]:
    """Reports of files that are handled together; the others are for each its own.

    Args:
        paths: all files that may change.
        old: those that may hold legacy code.
    """
    shown = {Path.cwd() / path: path for path in paths}
    legacy = [Path.cwd() / path for path in old]
    found: dict[Path, Report] = {}
    for group in together.groups(shown, legacy, lambda path: _member(runner, path)):
        for report, path in zip(_handled(runner, group, shown), group.members, strict=False):
            found[shown[path.path]] = report
    return found


def _member(runner: Runner, path: Path) -> Member | None:
    try:
        text = files.decode(path, files.read_bytes(path)).text
    except files.FileError:
        return None
    return Member(path, text, runner.settings_for(path))


def _handled(runner: Runner, group: Group, shown: dict[Path, Path]) -> list[Report]:
    """A report for each file; none where they are better handled one by one."""
    today, unsafe = runner.task.today, group.members[0].resolved.settings.unsafe_fixes
    single = [
        check_text(m.text, m.path, m.resolved, today, SECONDS)
        if is_candidate(m.text)
        else Analysis()
        for m in group.members
    ]
    joint = None
    if any(analysis.findings for analysis in single):
        joint = group.joint([m.text for m in group.members], today, SECONDS)
    if joint and not together.differs(group, joint, single, unsafe=unsafe or not runner.task.fix):
        if not (runner.task.fix and unsafe and together.tests_mocks(group)):
            joint = None
    if not runner.task.fix:
        parts = range(len(group.members))
        said = [joint.of(part) for part in parts] if joint else single
        return [
            _checked(str(shown[m.path]), m.text, one)
            for m, one in zip(group.members, said, strict=True)
        ]
    if joint is None:
        return []
    changed = together.change(group, joint, today, SECONDS, unsafe=unsafe)
    return list(_fixed(runner, group, changed, shown)) if changed is not None else []


def _checked(name: str, text: str, analysis: Analysis) -> Report:
    return Report(name, items(name, text, analysis.tried()), problems_of(name, text, analysis))


def _fixed(
    runner: Runner, group: Group, changed: together.Changed, shown: dict[Path, Path]
) -> Iterator[Report]:
    """Write the files, all that changed or none."""
    unsafe = group.members[0].resolved.settings.unsafe_fixes
    texts = list(changed.texts)
    if runner.task.mark:
        left = (changed.after.of(part) for part in range(len(texts)))
        texts = [apply_edits(t, a.mark(())) for t, a in zip(texts, left, strict=True)]
    try:
        if runner.task.write:
            _write(group, texts)
    except files.FileError as problem:
        for part, member in enumerate(group.members):
            name = str(shown[member.path])
            found = items(name, member.text, changed.joint.of(part))
            yield Report(name, found, (f"{name}: not changed, {problem}",))
        return
    for part, member in enumerate(group.members):
        before, after = changed.joint.of(part), changed.after.of(part)
        text, marked = changed.texts[part], texts[part]
        name = str(shown[member.path])
        yield Report(
            name,
            items(
                name, marked, after.tried() if marked == text else _again(runner, member, marked)
            ),
            fixed=len(before.findings) - len(after.findings),
            marked=len(LineIndex(marked).starts) - len(LineIndex(text).starts),
            notes=(*notes_of(before, unsafe=unsafe), *changed.notes) if text != member.text else (),
            before=member.text,
            after=marked,
        )


def _write(group: Group, texts: Sequence[str]) -> None:
    """Write the files that change.

    Raises:
        FileError: one cannot be written; the others are as they were.
    """
    written: list[tuple[files.TextFile, bytes]] = []
    try:
        for member, text in zip(group.members, texts, strict=True):
            if text != member.text:
                data = files.read_bytes(member.path)
                file = files.decode(member.path, data)
                if file.text != member.text:
                    raise files.FileError("changed meanwhile, left alone")
                new = file.encoded(text)
                files.replace(file, new)
                written.append((replace(file, data=new), data))
    except files.FileError:
        for file, data in written:
            files.replace(file, data)
        raise


def _again(runner: Runner, member: Member, text: str) -> Analysis:
    return check_text(text, member.path, member.resolved, runner.task.today, SECONDS).tried()
