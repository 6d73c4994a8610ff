"""What a type checker and the emulator say of the migrated programs of the coverage page.

Both need packages: pyright and the newest SDKs for the types, the SDKs of every era for the
emulator. Answers are cached, so that a second look costs little.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.catalogue.examples import Example

from unspool_rules.catalogue.entry import Surface

PASSED, FAILED = "passed", "failed"
SAME, DIFFERENT, NOT_RUN = "same", "different", "not run"
UNKNOWN = "not measured"
NOTES = {"notes.md": b"Tea is made with water.\n"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was measured of one entry's migrated programs."""

    types: str = ""
    emulator: str = ""

    @property
    def proven(self) -> bool:
        """Whether the fix counts: its result has no type error and does nothing else."""
        return self.types == PASSED and self.emulator in (SAME, NOT_RUN, "")


def types_of(examples: Iterable[Example]) -> dict[str, list[str]]:
    """The type errors of each migrated program that has some, by the example's name."""
    from tests.corpora.fetch import environment
    from tests.corpora.manifest import TARGET
    from tests.judge.types import run_pyright

    python = environment("target", TARGET)
    with TemporaryDirectory(prefix="unspool-coverage-") as folder:
        root = Path(folder)
        for example in examples:
            (root / example.name).write_text(example.after, "utf-8")
        found = run_pyright(root, sorted(p.name for p in root.glob("*.py")), python)
    return {name: [str(problem) for problem in problems] for name, problems in found.items()}


def behaviours_of(examples: Iterable[Example]) -> dict[str, tuple[str, str]]:
    """What the emulator says of each flow, and why, by the example's name."""
    from tests.behaviour.environments import HUB, LEGACY, LEGACY_BETA
    from tests.judge.behaviour import Pair, remembered

    found: dict[str, tuple[str, str]] = {}
    said: dict[tuple[str, str], tuple[str, str]] = {}
    for example in examples:
        if not runnable(example):
            continue
        key = (example.before, example.after)
        if key not in said:
            hub = "from_connection_string" in example.before
            pair = Pair("program.py", *key, NOTES, NOTES)
            told = remembered(pair, HUB if hub else LEGACY)
            if not hub and told.reasons and "AttributeError" in told.reasons[0]:
                told = remembered(pair, LEGACY_BETA)  # the last of the line has more methods
            outcome = {"equal": SAME, "different": DIFFERENT}.get(told.outcome, NOT_RUN)
            said[key] = (outcome, told.reasons[0] if told.reasons else "")
            print(f"  {outcome}: {example.name} {said[key][1][:150]}", file=sys.stderr)
        found[example.name] = said[key]
    return found


def runnable(example: Example) -> bool:
    """Whether the program was written for packages and services that the emulator stands for."""
    return (
        example.kind == "flow"
        and example.fixed
        and example.entry.surface is not Surface.PREVIEW
        and not example.entry.id.startswith(("oa.assistants.files", "oa.messages.files"))
    )


def verdicts(
    examples: Iterable[Example],
    types: Callable[[Iterable[Example]], Mapping[str, object]] = types_of,
    behaviours: Callable[[Iterable[Example]], Mapping[str, tuple[str, str]]] = behaviours_of,
) -> dict[str, Verdict]:
    """By the entry's id: the worst that was found of any of its programs that have a fix."""
    fixed = [example for example in examples if example.fixed]
    wrong, ran = types(fixed), behaviours(fixed)
    found: dict[str, Verdict] = {}
    for entry in {example.entry.id: None for example in fixed}:
        names = [example.name for example in fixed if example.entry.id == entry]
        outcomes = {ran[name][0] for name in names if name in ran}
        worst = next((o for o in (DIFFERENT, SAME, NOT_RUN) if o in outcomes), "")
        failed = any(name in wrong for name in names)
        found[entry] = Verdict(FAILED if failed else PASSED, worst)
    return found
