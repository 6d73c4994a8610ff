"""Runs every fully migrated program before and after, and says whether the model heard the same.

Legacy programs run on the wheels they were written for, migrated ones on the newest; both talk to
`tests.emulator`. Beside a program lie the other files of its archive: as published before the
migration, migrated after it.
"""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
import sys
import tarfile
import zipfile
from collections.abc import Callable, Container, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath

from tests.behaviour.compare import compare
from tests.behaviour.environments import (
    HUB,
    LEGACY,
    LEGACY_BETA,
    NEW,
    Environment,
    EnvironmentUnavailable,
)
from tests.behaviour.programs import Outcome, Program, run
from tests.behaviour.stored import FILE, stored_for
from tests.behaviour.variables import MODEL
from tests.corpora.fetch import archive, cache_dir
from tests.corpora.model import Corpus, Source
from tests.judge.outcome import Behaviour, Status, Workspace
from tests.judge.outcome import Outcome as Judged
from tests.judge.outcome import Program as Migrated

KNOWN = (LEGACY, LEGACY_BETA, HUB)
SDKS = ("azure-ai-agents", "azure-ai-projects", "openai")
LARGEST = 2_000_000
"""Bytes of one file beside a program; what is larger is left out."""

Files = Mapping[str, bytes]
Execute = Callable[[Program, Environment, str], Outcome]


@dataclass(frozen=True, slots=True)
class Pair:
    """One program before and after, with all that lies beside it then."""

    path: str
    before: str
    after: str
    around_before: Files
    around_after: Files


def environment_of(corpus: Corpus) -> Environment:
    """The environment with the SDKs that a corpus was written for."""
    pins = tuple(pin for pin in corpus.legacy if pin.partition("==")[0] in SDKS)
    for known in KNOWN:
        if set(pins) <= set(known.pins):
            return known
    rest = tuple(pin for pin in LEGACY.pins if pin.partition("==")[0] not in SDKS)
    return Environment(corpus.name, (*pins, *rest))


def beside(source: Source) -> dict[str, bytes]:
    """The files of an archive in the folders of its programs that are not Python."""
    tops = {pattern.partition("/")[0] + "/" for pattern in source.files}
    return {
        name: data
        for name, data in _members(archive(source))
        if name.startswith(tuple(tops))
        and not name.endswith(".py")
        and ".." not in PurePosixPath(name).parts
    }


def _members(path: Path) -> list[tuple[str, bytes]]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return [
                (info.filename, wheel.read(info))
                for info in wheel.infolist()
                if not info.is_dir() and info.file_size <= LARGEST
            ]
    found: list[tuple[str, bytes]] = []
    with tarfile.open(path) as sdist:
        for member in sdist:
            data = sdist.extractfile(member) if member.isfile() else None
            if data is not None and member.size <= LARGEST:
                found.append((member.name.partition("/")[2], data.read()))
    return found


_PATH = re.compile(r"""["']((?:\.\.?/)*(?:[\w-]+/)*[\w-]+\.(csv|jpg|json|md|pdf|png|txt))["']""")
_CONTENT = {
    "json": b'{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}}',
    "png": b"\x89PNG\r\n\x1a\n",
}


def stand_ins(path: str, source: str, there: Container[str]) -> dict[str, bytes]:
    """Files that a program names and its archive lacks, made up."""
    found: dict[str, bytes] = {}
    for named, kind in _PATH.findall(source):
        name = posixpath.normpath(posixpath.join(posixpath.dirname(path), named))
        if name not in there and not name.startswith(".."):
            found[name] = _CONTENT.get(kind, f"This stands for {named}\n".encode())
    return found


def python_files(root: Path) -> dict[str, bytes]:
    """The Python files below a directory by their relative paths."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*.py"))
        if "__pycache__" not in path.parts
    }


def remembered(pair: Pair, legacy: Environment) -> Behaviour:
    """`behave`, cached for as long as nothing that it depends on changes."""
    digest = hashlib.sha256()
    for part in (*_machinery(), *legacy.pins, *NEW.pins, pair.path, pair.before, pair.after):
        digest.update(hashlib.sha256(part.encode()).digest())
    for source, around in (
        (pair.before, pair.around_before),
        (pair.after, pair.around_after),
    ):
        for name in _used(source, around):
            digest.update(name.encode() + hashlib.sha256(around[name]).digest())
    file = cache_dir() / "behaviours" / f"{digest.hexdigest()[:24]}.json"
    if file.exists():
        return Behaviour(**json.loads(file.read_text(encoding="utf-8")))
    made = behave(pair, legacy)
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(f".{os.getpid()}")
    partial.write_text(json.dumps(asdict(made)), encoding="utf-8")
    partial.replace(file)
    return made


@cache
def _machinery() -> tuple[str, ...]:
    tests = Path(__file__).parents[1]
    files = (path for name in ("behaviour", "emulator") for path in (tests / name).rglob("*.py"))
    mine = sorted(path for path in files if not path.name.startswith("test_"))
    return tuple(path.read_text(encoding="utf-8") for path in mine)


def _used(source: str, around: Files) -> list[str]:
    """The files beside a program that it may read: all data, and what it may import."""
    modules = {name: PurePosixPath(name).stem for name in around if name.endswith(".py")}
    found = {name for name in around if name not in modules}
    texts = [source]
    while texts:
        words = set(re.findall(r"\w+", texts.pop()))
        for name, stem in modules.items():
            if name not in found and stem in words:
                found.add(name)
                texts.append(around[name].decode("utf-8", "replace"))
    return sorted(found)


_SERVICE = re.compile(r"/(?:agents|assistants|threads|responses|conversations|vector_stores|files)")


def behave(pair: Pair, legacy: Environment, execute: Execute = run) -> Behaviour:
    """Run a pair as it is, and again with a model all of whose answers fail."""
    before, after = _both(pair, legacy, MODEL, execute)
    verdict = compare(before, after)
    if verdict.outcome == "equal" and not _asked(before):
        why = "it does not call the service when it is run"
        return Behaviour("not runnable", (why,), details=verdict.details)
    made = Behaviour(
        verdict.outcome, tuple(verdict.reasons), verdict.invocations, details=verdict.details
    )
    if verdict.outcome != "equal" or not verdict.invocations:
        return made
    failing = compare(*_both(pair, legacy, f"{MODEL}-fail-on-demand", execute))
    return replace(made, failing=failing.outcome, failing_reasons=tuple(failing.reasons))


def _both(pair: Pair, legacy: Environment, model: str, execute: Execute) -> tuple[Outcome, Outcome]:
    stored = stored_for(pair.before, model) if FILE in pair.after else {}
    old = Program(pair.before, pair.path, pair.around_before, model=model, stored=stored)
    new = replace(old, source=pair.after, files=pair.around_after)
    return execute(old, legacy, "legacy"), execute(new, NEW, "new")


def _asked(outcome: Outcome) -> bool:
    return any(_SERVICE.search(request) for request in outcome.report["requests"])


def judge_behaviour(
    judged: Judged, corpus: Corpus, spaces: Sequence[Workspace], scratch: Path, *, jobs: int = 1
) -> None:
    """Run every program that nothing legacy is left in.

    Args:
        judged: the programs, migrated; they are given their behaviour.
        corpus: where they come from.
        spaces: all workspaces of the corpus.
        scratch: directory of the migrated copies.
    """
    legacy = environment_of(corpus)
    sources = {source.key: source for source in corpus.sources}
    for space in spaces:
        mine = [
            program
            for program in judged.with_status(Status.FULLY, Status.UNTYPED)
            if program.workspace == space.name
        ]
        if not mine:
            continue
        source = sources.get(space.name)
        if source is not None and source.form == "wheel":
            for program in mine:
                program.behaviour = Behaviour("not runnable", ("a module, not a program",))
            continue
        assets = beside(source) if source is not None else {}
        before = {**assets, **python_files(space.root)}
        after = {**assets, **python_files(scratch / space.name)}
        if not _made(legacy, NEW):
            judged.missing.append("behaviour was not looked at: no environments")
            return

        def one(program: Migrated, before: Files = before, after: Files = after) -> None:
            made_up = stand_ins(program.path, program.before, before)
            pair = Pair(
                program.path,
                program.before,
                program.after,
                {**made_up, **before},
                {**made_up, **after},
            )
            program.behaviour = remembered(pair, legacy)
            told = program.behaviour
            print(f"  {told.outcome}: {program.key}", *told.reasons[:1], file=sys.stderr)

        with ThreadPoolExecutor(max_workers=jobs) as pool:
            list(pool.map(one, mine))
    judged.ran = True


def _made(*environments: Environment) -> bool:
    """Make the environments before threads do."""
    try:
        for environment in environments:
            environment.python()
    except EnvironmentUnavailable as reason:
        print(reason, file=sys.stderr)
        return False
    return True
