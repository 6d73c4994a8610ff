"""Composes, migrates and runs: one result for each program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.behaviour.environments import LEGACY, NEW

from .batch import STDIN, Batch, batch
from .compose import PROGRAM, Composed, compose
from .judging import differences
from .migrating import Migrated, migrate

TROUBLES = ("", "fail-on-demand", "incomplete-on-demand")
"""What stands in place of the model's name; nothing when all goes well."""

_OTHERWISE = {("awaited", "fail-on-demand"), ("named-events", "incomplete-on-demand")}
"""Ways that end otherwise in trouble: an error of the SDK; a message that is cut off is done."""


@dataclass(slots=True)
class Result:
    """One program, and what came of it."""

    program: Composed
    migrated: Migrated
    different: dict[str, list[str]] = field(default_factory=dict)
    """By trouble."""
    unusable: str = ""
    """Why the legacy program is no measure."""

    @property
    def wrong(self) -> list[str]:
        """What is not right, in words."""
        told = [f"defect: {text}" for text in self.migrated.defects]
        return told + [f"{mode}: {t}" for mode, texts in self.different.items() for t in texts]

    @property
    def whole(self) -> bool:
        return not self.migrated.blockers


def judged(seed: int, numbers: range) -> Iterator[Result]:
    """Compose, migrate, run before and after."""
    with ExitStack() as stack:
        old = stack.enter_context(batch(LEGACY, "legacy"))
        new = stack.enter_context(batch(NEW, "new"))
        for number in numbers:
            program = compose(seed, number)
            result = Result(program, migrate(program.files))
            if result.whole and not result.migrated.defects and not _is_told_apart(result):
                _run(result, old, new)
            yield result


def _is_told_apart(result: Result) -> bool:
    """Whether a message of the developer takes the place of ``additional_instructions``.

    That is said to differ, where the definition that they belong to is not in view.
    """
    return any('"role": "developer"' in text for text in result.migrated.files.values())


def _run(result: Result, old: Batch, new: Batch) -> None:
    data = result.program.data
    for trouble in TROUBLES:
        if (result.program.choice["poll"], trouble) in _OTHERWISE:
            continue
        before, after = (
            {name: text.replace("gpt-4o-mini", trouble or "gpt-4o-mini").encode()
             for name, text in files.items()}
            for files in (result.program.files, result.migrated.files)
        )  # fmt: skip
        first = old.run({**data, **before}, PROGRAM)
        if first.exit_code is None or (not trouble and first.exit_code):
            result.unusable = result.unusable or f"{trouble} {first.error()}"
            continue
        asked = (*result.program.questions, *STDIN.splitlines()) if trouble else ()
        if found := differences(first, new.run({**data, **after}, PROGRAM), asked):
            result.different[trouble or "as usual"] = found
