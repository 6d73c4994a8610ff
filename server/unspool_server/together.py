"""Files of a project that import each other: which they are, and what changes in them at once."""

from __future__ import annotations

import ast
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from unspool_rules.api import is_candidate, is_left_alone
from unspool_rules.linked import Joint, Source, analyse_together
from unspool_rules.model import Analysis, apply_edits
from unspool_rules.semantics import project_files
from unspool_rules.semantics.mocks import MOCKED
from unspool_server import configured
from unspool_server.checking import resolver_for
from unspool_server.fixing import MAX_ROUNDS, notes_of, syntax_error
from unspool_server.project import import_root
from unspool_server.settings import Resolved

MOST_FILES = 16
"""Of larger groups, those files are left out that have least to do with legacy code."""
MOST_CHARACTERS = 400_000
"""Larger ones are read file by file."""

_CALLS = (".beta.", ".agents.", ".threads.", ".runs.", "AgentsClient", "EventHandler")
"""One of these stands in most files that call the old services."""
_IMPORTING = ("from ", "import ", "#")

Import = tuple[str, int]
"""What a module imports: a dotted name, and the number of leading dots."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a project, and how to read it."""

    path: Path
    text: str
    resolved: Resolved


@dataclass(frozen=True, slots=True)
class Group:
    """Files that import each other, those that are imported first."""

    members: tuple[Member, ...]
    homes: Mapping[tuple[int, str, int], int]
    """Which of them another one imports."""
    shared: frozenset[Path] = frozenset()
    """Those that other groups hold, too: libraries behind which nothing calls an old service."""

    def finds(self, part: int, name: str, level: int) -> int | None:
        return self.homes.get((part, name, level))

    def joint(self, texts: Sequence[str], today: date, seconds: float) -> Joint | None:
        """The files with these texts, analysed together."""
        first = self.members[0].resolved
        return analyse_together(
            [
                Source(m.path, text, resolver_for(text, m.path, m.resolved, seconds))
                for m, text in zip(self.members, texts, strict=True)
            ],
            self.finds,
            today=today,
            settings=first.settings,
            target=first.target,
            line_length=first.line_length,
            quotes=first.quotes,
        )


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of the files of a group together."""

    joint: Joint
    """As they were."""
    texts: tuple[str, ...]
    after: Joint
    """As they are now."""
    notes: tuple[str, ...] = ()
    """What a person should look at in what was changed after the first round."""


def groups(
    paths: Iterable[Path], old: Iterable[Path], load: Callable[[Path], Member | None]
) -> list[Group]:
    """Files that are linked by imports, as far as legacy code is in one of each two.

    What is no Python, or nobody may change, is out of view.

    Args:
        paths: all files that may change.
        old: those that may hold legacy code.
        load: reads one of them; None when it cannot be read.
    """

    def read_in(path: Path) -> Member | None:
        member = load(path)
        whole = member and not is_left_alone(member.text) and syntax_error(member.text) is None
        return member if whole else None

    python = {p for p in paths if p.suffix == ".py" and not configured.is_configured(p)}
    old = sorted(path for path in old if path in python)
    read = {path: member for path in old if (member := read_in(path)) is not None}
    stems = frozenset(path.parent.name if path.stem == "__init__" else path.stem for path in read)
    files = dict(read)
    for path in sorted(python - set(read)):
        if stems & project_files.imported(str(path)) and (member := read_in(path)) is not None:
            files[path] = member
    imports: dict[Path, dict[Import, Path]] = {}
    for path, member in list(files.items()):
        found = dict(_imports(member, None if path in read else stems))
        imports[path] = {
            i: to for i, to in found.items() if to in python and (path in read or to in read)
        }
        for other in imports[path].values():
            if other not in files and (member := read_in(other)) is not None:
                files[other] = member
                imports.setdefault(other, {})
    imports = {p: {i: to for i, to in f.items() if to in files} for p, f in imports.items()}
    calling = [path for path, member in files.items() if _calls(member.text)]
    parts = [_few(paths, files, imports) for paths in _components(imports, calling)]
    held = Counter(path for part in parts for path in part)
    shared = frozenset(path for path, times in held.items() if times > 1)
    made = (_group([files[p] for p in part], imports, shared) for part in parts)
    return [group for group in made if group is not None]


def around(path: Path, load: Callable[[Path], Member | None]) -> list[Path]:
    """A file, and those that it may be linked with: by what legacy files import, and who these."""
    found: dict[Path, None] = {path: None}
    stack = [path]
    while stack and len(found) <= MOST_FILES:
        member = load(stack.pop())
        if member is None or not is_candidate(member.text):
            continue
        root = member.resolved.root or import_root(member.path)
        near = {to for _, to in _imports(member, None)}
        near |= set(map(Path, project_files.callers(str(root), member.path)))
        stack += sorted(near - found.keys())
        found |= dict.fromkeys(sorted(near))
    return list(found)


def differs(group: Group, joint: Joint, single: Sequence[Analysis], *, unsafe: bool) -> bool:
    """Whether files change in another way together than each alone.

    What they say together is right then: where it has fewer fixes, a file alone does not see who
    goes on with what it makes. Nothing may change in a file without a finding, or in one that
    programs share which know nothing of each other.
    """
    program = joint.program
    changed = {e.path: e.edits for e in joint.edits(_groups(joint.analysis, unsafe=unsafe))}
    told = {s.path for part, s in enumerate(program.sources) if joint.of(part).findings}
    if not changed.keys() <= told - group.shared:
        return False
    return any(
        apply_edits(source.text, changed.get(source.path, ()))
        != apply_edits(source.text, alone.fix_all(unsafe=unsafe))
        for source, alone in zip(program.sources, single, strict=True)
    )


def change(
    group: Group, joint: Joint, today: date, seconds: float, *, unsafe: bool
) -> Changed | None:
    """Apply every fix of a joint analysis until nothing changes; None when that does not settle."""
    texts = tuple(member.text for member in group.members)
    current, notes = joint, dict[str, None]()
    for _ in range(MAX_ROUNDS):
        edits = {e.path: e.edits for e in current.edits(_groups(current.analysis, unsafe=unsafe))}
        if not edits:
            return Changed(joint, texts, current, tuple(notes))
        texts = tuple(
            apply_edits(text, edits.get(member.path, ()))
            for member, text in zip(group.members, texts, strict=True)
        )
        if any(syntax_error(text) for text in texts):
            return None
        again = group.joint(texts, today, seconds)
        if again is None:
            return None
        current = again
        notes |= notes_of(again.analysis, unsafe=unsafe)
    return None


def tests_mocks(group: Group) -> bool:
    """Whether a test says what mocked calls give: it can follow the code once that is migrated."""
    return any(
        "mock" in m.text and _calls(m.text) and any(f".{word}" in m.text for word in MOCKED)
        for m in group.members
    )


def _groups(analysis: Analysis, *, unsafe: bool) -> frozenset[str]:
    return frozenset(fix.group for fix in analysis.fixes(unsafe=unsafe))


def _imports(member: Member, stems: frozenset[str] | None) -> Iterator[tuple[Import, Path]]:
    """What a file imports from other files of its project, and these.

    Args:
        stems: names of the modules that matter; None when all do.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(member.text.removeprefix("\ufeff"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    root = member.resolved.root or import_root(member.path)
    for name, level in dict.fromkeys(_named(tree)):
        if stems is not None and name and name.rpartition(".")[2] not in stems:
            continue
        if not level and name.partition(".")[0] in sys.stdlib_module_names:
            continue
        place = project_files.place(root, member.path, name, level)
        if place is not None and place != member.path:
            yield (name, level), place


def _named(tree: ast.Module) -> Iterator[Import]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield node.module or "", node.level
            for alias in node.names:
                yield f"{node.module}.{alias.name}" if node.module else alias.name, node.level
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, 0


def _calls(text: str) -> bool:
    """Whether a text may call an old service itself."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith(_IMPORTING))
    return any(word in line for line in lines for word in _CALLS)


def _components(
    imports: Mapping[Path, Mapping[Import, Path]], calling: Iterable[Path]
) -> Iterator[list[Path]]:
    """Connected files, each behind those that it imports where these do not import it.

    A library links none of those that import it, where nothing behind it calls an old service:
    they are programs of their own, and each has it in view.
    """
    onto = {path: set(found.values()) for path, found in imports.items()}
    under: dict[Path, set[Path]] = {path: set() for path in imports}
    for path, found in onto.items():
        for other in found:
            under[other].add(path)
    linking = _reached(calling, under)
    near = {path: (onto[path] | under[path]) & linking for path in linking}
    seen: set[Path] = set()
    for path in sorted(linking):
        if path in seen:
            continue
        linked = _reached([path], near)
        seen |= linked
        members = _reached(linked, onto)
        if len(members) > 1:
            yield _ordered(sorted(members), imports)


def _reached(paths: Iterable[Path], near: Mapping[Path, set[Path]]) -> set[Path]:
    found = set(paths)
    stack = list(found)
    while stack:
        fresh = near[stack.pop()] - found
        found |= fresh
        stack += fresh
    return found


def _ordered(members: list[Path], imports: Mapping[Path, Mapping[Import, Path]]) -> list[Path]:
    done: dict[Path, None] = {}
    begun: set[Path] = set()

    def visit(path: Path) -> None:
        if path in begun:
            return
        begun.add(path)
        for other in sorted(set(imports[path].values())):
            visit(other)
        done[path] = None

    for path in members:
        visit(path)
    return list(done)


def _few(
    paths: Sequence[Path],
    files: Mapping[Path, Member],
    imports: Mapping[Path, Mapping[Import, Path]],
) -> list[Path]:
    """The files of a group that matter most: those with calls, who imports them, what they import.

    The others are out of view for these, as other files of the project are.
    """
    if len(paths) <= MOST_FILES:
        return list(paths)
    calls = {path for path in paths if _calls(files[path].text)}
    taken = {to for path in calls for to in imports[path].values()}

    def rank(path: Path) -> int:
        if path in calls:
            return 0
        return 1 if calls & set(imports[path].values()) else 2 if path in taken else 3

    kept = set(sorted(paths, key=rank)[:MOST_FILES])
    return [path for path in paths if path in kept]


def _group(
    members: Sequence[Member],
    imports: Mapping[Path, Mapping[Import, Path]],
    shared: frozenset[Path],
) -> Group | None:
    if len(members) < 2 or sum(len(m.text) for m in members) > MOST_CHARACTERS:
        return None
    first = members[0].resolved
    if any(
        (m.resolved.settings, m.resolved.target) != (first.settings, first.target) for m in members
    ):
        return None
    numbers = {member.path: part for part, member in enumerate(members)}
    homes = {
        (numbers[member.path], name, level): numbers[other]
        for member in members
        for (name, level), other in imports[member.path].items()
        if other in numbers
    }
    return Group(tuple(members), homes, shared.intersection(m.path for m in members))
