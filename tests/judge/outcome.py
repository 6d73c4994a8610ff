"""Migrates copies of corpora and judges each program from outside."""

from __future__ import annotations

import enum
import hashlib
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.corpora.fetch import Offline, environment, programs, unpack
from tests.corpora.manifest import TARGET
from tests.corpora.model import Corpus
from tests.judge.engines import Engine, Row
from tests.judge.legacy import (
    Kind,
    Reference,
    legacy_references,
    lost_comments,
    syntax_error,
)
from tests.judge.types import TypeProblem, check_texts, new_problems, remembered


class Status(enum.Enum):
    """How far a program came."""

    CLEAN = "clean"
    """No legacy reference before; it must stay as it is."""
    FULLY = "fully"
    """Nothing legacy left, it parses, no new type error."""
    UNTYPED = "new type errors"
    """Nothing legacy left, but it does not type-check as it did."""
    PARTLY = "partly"
    UNTOUCHED = "untouched"
    SKIPPED = "skipped"
    """Not readable as Python text; counts as not migrated."""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What came of running one program before and after."""

    outcome: str
    """``equal``, ``different`` or ``not runnable``."""
    reasons: tuple[str, ...] = ()
    invocations: int = 0
    """How often the legacy program made the model answer."""
    failing: str = ""
    """The verdict while every answer fails, as far as it was looked for."""
    failing_reasons: tuple[str, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict, repr=False)


NO_TARGET = {
    "connected agents": re.compile(r"\bConnectedAgent"),
    "deep research": re.compile(r"\bDeepResearch"),
    "enterprise data sources": re.compile(r"\bVectorStoreDataSource"),
    "attachments by tool": re.compile(
        r"\bMessageAttachment\b|\battachments\s*=|[\"']attachments[\"']"
    ),
}
"""What the successors have nothing for, so that a person has to choose."""


@dataclass
class Program:
    """One file and everything that was found out about it."""

    workspace: str
    path: str
    before: str
    after: str = ""
    references_before: list[Reference] = field(default_factory=list)
    references_after: list[Reference] = field(default_factory=list)
    rows_before: list[Row] = field(default_factory=list)
    rows_after: list[Row] = field(default_factory=list)
    skipped: str | None = None
    syntax: str | None = None
    lost: list[str] = field(default_factory=list)
    second_run: bool = False
    """A second run changed it again."""
    types: list[TypeProblem] | None = None
    """New type errors; nothing while they were not looked for."""
    behaviour: Behaviour | None = None
    """Nothing while it was not looked for, or something legacy is left."""

    @property
    def without_target(self) -> list[str]:
        """What of the original has no successor."""
        return [name for name, pattern in NO_TARGET.items() if pattern.search(self.before)]

    @property
    def key(self) -> str:
        return f"{self.workspace}/{self.path}"

    @property
    def changed(self) -> bool:
        return self.before != self.after

    @property
    def legacy(self) -> bool:
        return bool(self.references_before or self.counted_before or self.skipped)

    @property
    def counted_before(self) -> list[Row]:
        return [row for row in self.rows_before if row.counts]

    @property
    def counted_after(self) -> list[Row]:
        return [row for row in self.rows_after if row.counts]

    @property
    def clear(self) -> bool:
        """Whether nothing legacy is left."""
        return not self.references_after and not self.counted_after and self.syntax is None

    @property
    def status(self) -> Status:
        if self.skipped is not None:
            return Status.SKIPPED
        if not self.legacy:
            return Status.CLEAN
        if not self.changed:
            return Status.UNTOUCHED
        if not self.clear:
            return Status.PARTLY
        return Status.UNTYPED if self.types else Status.FULLY

    @property
    def touched_without_finding(self) -> bool:
        return self.changed and not self.rows_before

    @property
    def unnoticed(self) -> list[Reference]:
        """References of the original which no finding lies on."""
        return [
            reference
            for reference in self.references_before
            if not any(
                row.line <= reference.end_line and reference.line <= row.end_line
                for row in self.rows_before
            )
        ]

    def calls(self, references: Iterable[Reference]) -> int:
        return sum(reference.kind is Kind.CALL for reference in references)

    @property
    def broken(self) -> list[str]:
        """Harm that no migration may do."""
        harm: list[str] = []
        if self.syntax is not None:
            harm.append(f"does not parse: {self.syntax}")
        harm += [f"lost comment: {comment}" for comment in self.lost]
        if self.second_run:
            harm.append("a second run changes it again")
        if self.touched_without_finding:
            harm.append("changed without a finding")
        return harm


@dataclass
class Reason:
    """Why something was not migrated, and where; each place counts once."""

    text: str
    """The reason without the names that differ from place to place."""
    places: dict[str, str] = field(default_factory=dict)
    """Where (program and line), each with the reason in full."""
    programs: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    following: set[str] = field(default_factory=set)
    """Those of the places which other reasons of the same program explain."""
    alone: int = 0
    """Programs that nothing else stands in the way of."""

    @property
    def wordings(self) -> Counter[str]:
        return Counter(self.places.values())


@dataclass
class Outcome:
    """The judgement of one corpus."""

    name: str
    about: str
    programs: list[Program] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    """Files that changed though nobody asked for them."""
    typed: bool = False
    ran: bool = False
    """Whether behaviour was looked at."""

    def behaving(self, outcome: str) -> list[Program]:
        """The programs with this outcome of their behaviour."""
        return [p for p in self.programs if p.behaviour and p.behaviour.outcome == outcome]

    @property
    def failing_otherwise(self) -> list[Program]:
        """Programs that do the same, but not when the service fails."""
        return [p for p in self.programs if p.behaviour and p.behaviour.failing == "different"]

    @property
    def with_target(self) -> list[Program]:
        """Programs all of whose calls have a successor."""
        return [p for p in self.legacy if not p.without_target]

    def with_status(self, *statuses: Status) -> list[Program]:
        return [program for program in self.programs if program.status in statuses]

    @property
    def legacy(self) -> list[Program]:
        return [program for program in self.programs if program.legacy]

    @property
    def calls_before(self) -> int:
        return sum(p.calls(p.references_before) for p in self.programs)

    @property
    def calls_after(self) -> int:
        return sum(p.calls(p.references_after) for p in self.programs)

    @property
    def findings_before(self) -> int:
        return sum(len(p.counted_before) for p in self.programs)

    @property
    def findings_after(self) -> int:
        return sum(len(p.counted_after) for p in self.programs)

    @property
    def new_types(self) -> list[tuple[Program, TypeProblem]]:
        return [(p, problem) for p in self.programs for problem in p.types or ()]

    @property
    def broken(self) -> list[tuple[Program, str]]:
        return [(p, harm) for p in self.programs for harm in p.broken]

    @property
    def reasons(self) -> list[Reason]:
        """What is left after the migration by its reason, most frequent first."""
        return ranked_reasons(self.programs)

    @property
    def unnoticed(self) -> Counter[str]:
        return Counter(
            f"{reference.kind.value} {'.'.join(reference.text.split('.')[-3:])}"
            for program in self.programs
            for reference in program.unnoticed
        )


def _left(program: Program) -> list[tuple[str, str, int]]:
    """What is left in a program: rule, reason in full, line."""
    if program.skipped is not None:
        return [("-", f"skipped: {program.skipped}", 1)]
    found: list[tuple[str, str, int]] = []
    for row in program.counted_after:
        if row.blockers:
            found += [(row.code, message, line) for message, line in row.blockers]
        elif row.fix is not None:
            found.append((row.code, "(a fix is offered, but was not applied)", row.line))
        else:
            found.append((row.code, f"(no fix, no reason) {row.message}", row.line))
    covered = {n for row in program.rows_after for n in range(row.line, row.end_line + 1)}
    for reference in program.references_after:
        if covered.isdisjoint(range(reference.line, reference.end_line + 1)):
            tail = ".".join(reference.text.split(".")[-3:])
            text = f"(left without a finding) {reference.kind.value} {tail}"
            found.append(("-", text, reference.line))
    return found


_FOLLOWS = re.compile(
    r"^\((a fix is offered|left without)|the name is (still )?used|this use of the name"
    r"|is shared with calls|in the same flow|`…` is still |what is (annotated|tested for)"
    r"|no call that can be migrated takes|what `…` is used for is not in view"
    r"|the `…` is of the old version or of the new one, not of both"
    r"|`…` at line N (makes the id|takes the same ids) and cannot be migrated"
)
"""Reasons that only follow from others of the same program."""


def ranked_reasons(programs: Iterable[Program]) -> list[Reason]:
    """What is left in programs by its reason, most frequent first."""
    found: dict[str, Reason] = {}
    for program in programs:
        mine: set[str] = set()
        for code, text, line in _left(program):
            general = _general(text)
            reason = found.setdefault(general, Reason(general))
            reason.places.setdefault(f"{program.key}:{line}", text)
            reason.programs.add(program.key)
            reason.codes.add(code)
            if not _FOLLOWS.search(general):
                mine.add(general)
        for _, text, line in _left(program) if mine else ():
            if _FOLLOWS.search(_general(text)):
                found[_general(text)].following.add(f"{program.key}:{line}")
        if len(mine) == 1:
            found[mine.pop()].alone += 1
    return sorted(found.values(), key=lambda r: (-len(r.places), r.text))


_QUOTED = re.compile(r"`[^`\n]*`|(?<!\w)'[^'\n]*'|(?<!\w)\"[^\"\n]*\"")


def _general(text: str) -> str:
    """A message without the names that differ from place to place."""
    return re.sub(r"\b\d+\b", "N", _QUOTED.sub("`…`", text))


def _snapshot(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@dataclass(frozen=True, slots=True)
class Workspace:
    """A directory of original files, and which of them are programs to migrate."""

    name: str
    root: Path
    programs: tuple[str, ...]
    legacy: tuple[str, ...] = ()
    """Requirements it type-checked with, where they are not those of its corpus."""


def workspaces(corpus: Corpus, outcome: Outcome) -> list[Workspace]:
    """The unpacked sources of a corpus; what cannot be had is noted as missing."""
    found: list[Workspace] = []
    for source in corpus.sources:
        try:
            root = unpack(source)
        except Offline as reason:
            outcome.missing.append(str(reason))
            continue
        names = tuple(path.as_posix() for path in programs(source))
        found.append(Workspace(source.key, root, names, source.legacy))
    return found


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _references(text: str) -> list[Reference]:
    try:
        return legacy_references(text)
    except (SyntaxError, ValueError, RecursionError):
        return []


def migrate(workspace: Workspace, engine: Engine, scratch: Path, outcome: Outcome) -> None:
    """Migrate a copy of a workspace and judge every program of it, but for its types."""
    if not workspace.programs:
        return
    root = scratch / workspace.name
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(workspace.root, root, dirs_exist_ok=True)
    judged: list[Program] = []
    for path in workspace.programs:
        try:
            before = _text(root / path)
        except UnicodeDecodeError as error:
            outcome.programs.append(
                Program(workspace.name, path, "", skipped=f"not UTF-8: {error.reason}")
            )
            continue
        program = Program(workspace.name, path, before, before)
        if syntax_error(before) is not None:
            program.skipped = "not Python of this interpreter"
        program.references_before = _references(before)
        judged.append(program)
    outcome.programs += judged
    files = [program.path for program in judged]
    if not files:
        return
    by_path = {program.path: program for program in judged}

    said = engine.check(root, files)
    outcome.failures += said.failures
    for row in said.rows:
        if row.path in by_path:
            by_path[row.path].rows_before.append(row)
    start = _snapshot(root)
    outcome.failures += engine.fix(root, files).failures
    middle = _snapshot(root)
    outcome.strays += sorted(
        f"{workspace.name}/{path}"
        for path in start.keys() | middle.keys()
        if start.get(path) != middle.get(path) and path not in by_path
    )
    for program in judged:
        program.after = _text(root / program.path)
        if not program.changed:
            continue
        program.syntax = syntax_error(program.after)
        if program.syntax is None:
            program.lost = lost_comments(program.before, program.after)
    said = engine.check(root, files)
    outcome.failures += said.failures
    for row in said.rows:
        if row.path in by_path:
            by_path[row.path].rows_after.append(row)
    for program in judged:
        program.references_after = (
            _references(program.after) if program.syntax is None else program.references_before
        )
    outcome.failures += engine.fix(root, files).failures
    again = _snapshot(root)
    for program in judged:
        program.second_run = middle.get(program.path) != again.get(program.path)
        if program.second_run:
            (root / program.path).write_bytes(program.after.encode())


def judge_types(outcome: Outcome, spaces: Sequence[Workspace], legacy: Sequence[str]) -> None:
    """Look for new type errors in every program that changed.

    Args:
        outcome: the programs, migrated.
        spaces: all workspaces of the corpus with all their programs.
        legacy: requirements that the originals were written for, but for some workspaces.
    """
    changed = [p for p in outcome.programs if p.changed and p.syntax is None]
    if changed:
        roots = {space.name: space.root for space in spaces}
        originals = {
            f"{space.name}/{path}": (space.root / path).read_bytes().decode("utf-8", "replace")
            for space in spaces
            for path in space.programs
        }
        target = environment("target", TARGET)
        old: dict[str, list[TypeProblem]] = {}
        for wanted in {space.legacy or tuple(legacy) for space in spaces}:
            names = {space.name for space in spaces if (space.legacy or tuple(legacy)) == wanted}
            theirs = {k: text for k, text in originals.items() if k.partition("/")[0] in names}
            old |= remembered(theirs, roots, environment("legacy", wanted))
        kept = remembered(originals, roots, target)
        migrated = {program.key: program.after for program in changed}
        new = check_texts(migrated, roots, target, originals)
        for program in changed:
            key = program.key
            program.types = new_problems(
                program.before,
                program.after,
                old[key],
                kept[key],
                new[key],
                partly=not program.clear,
            )
    outcome.typed = True


def judge(
    corpus: Corpus,
    engine: Engine,
    scratch: Path,
    *,
    types: bool = True,
    spaces: list[Workspace] | None = None,
    match: str = "",
) -> Outcome:
    """Migrate a corpus in a scratch directory and judge it.

    Args:
        corpus: what to migrate.
        engine: what migrates.
        scratch: empty directory for the copies; they stay there.
        types: whether to look for new type errors.
        spaces: other workspaces in place of the corpus' own.
        match: only programs with this text in their path.
    """
    outcome = Outcome(corpus.name, corpus.about)
    found = workspaces(corpus, outcome) if spaces is None else spaces
    for workspace in found:
        wanted = tuple(path for path in workspace.programs if match in path)
        migrate(replace(workspace, programs=wanted), engine, scratch, outcome)
    if types:
        try:
            judge_types(outcome, found, corpus.legacy)
        except Offline as reason:
            outcome.missing.append(f"types were not looked at: {reason}")
            print(f"types were not looked at: {reason}", file=sys.stderr)
    return outcome
