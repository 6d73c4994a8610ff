"""The page ``docs/coverage.md``: what becomes of each entry of the catalogue.

``python -m tests.catalogue.coverage`` says whether it is stale; ``--update`` writes it.
"""

from __future__ import annotations

import ast
import difflib
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tests.catalogue.flows import flow
from tests.catalogue.programs import program

from unspool_rules.api import analyse
from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.index import entries, lookup, shared_entries
from unspool_rules.model import Finding, Target, TargetService, apply_edits
from unspool_rules.semantics import outlines

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"
TODAY = date(2026, 11, 22)
BEST = ("safe", "unsafe", "blocked", "not found")
"""Classes of a call, the best first."""

TEXT = """\
# Coverage of the catalogue

The catalogue has a row for every public name of the retired APIs.
This page says what becomes of each row.
`python -m tests.catalogue.coverage --update` writes it, and a test fails when it is stale.

## How calls are measured

For each call two programs are written from its signature:

- **alone**: the call, with its required arguments, in a function that gets all ids as
  parameters; its result is not used.
- **flow**: the shortest flow around it: an agent, a thread, a message, a run, and the loop that
  polls, streams, answers function calls or lists, with results assigned and read. Calls that
  need nothing around them have no flow.

Each program is analysed in a synchronous and an asynchronous form, and the worse of the two
counts. Calls of openai are analysed for OpenAI's own service (the default) and for Foundry.
Where a program has the call several times, the worst counts.

- **safe**: there is a fix, and it keeps behaviour.
- **unsafe**: there is a fix, and a person should look at its notes.
- **blocked**: there is no fix in this program; the reason is in the list.

A call counts with its best class, and the column *in* says in which program it has it.
A fix counts only if its result is Python and the call is gone from it. That the result passes a
type checker and does the same is not measured here: see [results](results.md).
The reason for a blocked call is the catalogue's where no fix can exist, else the first one found.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one entry's call comes to in one program."""

    grade: str
    reason: str = ""
    where: str = ""

    @property
    def rank(self) -> int:
        return BEST.index(self.grade)


@dataclass(frozen=True, slots=True)
class Row:
    """A call: its outcome alone, in the flow, and the better one."""

    entry: Entry
    alone: Outcome | None
    around: Outcome | None
    best: Outcome


def _is(finding: Finding, entry: Entry) -> bool:
    return lookup(finding.symbol) is entry or finding.symbol in _methods(entry.legacy)


@cache
def _methods(legacy: tuple[str, ...]) -> frozenset[str]:
    """The names of methods under the classes that define them, which may be inherited from."""
    names = set(legacy)
    for name in legacy:
        cls, _, method = name.rpartition(".")
        found = outlines.method(outlines.canonical(cls) or cls, method)
        if found is not None:
            names.add(f"{found[0].name}.{method}")
    return frozenset(names)


def _outcome(entry: Entry, text: str, target: Target) -> Outcome:
    analysis = analyse(text, today=TODAY, target=target)
    assert analysis.failures == (), (entry.id, analysis.failures)
    found = [f for f in analysis.findings if _is(f, entry)]
    if not found:
        return Outcome("not found")
    blocked = next((f for f in found if f.fix is None), None)
    if blocked is not None:
        return Outcome("blocked", blocked.blockers[0].root.message)
    after = apply_edits(text, analysis.fix_all(unsafe=True))
    ast.parse(after)
    left = [f for f in analyse(after, today=TODAY, target=target).findings if _is(f, entry)]
    if left:
        return Outcome("blocked", "the fix leaves the call in place")
    safe = all(f.fix is not None and f.fix.safe for f in found)
    return Outcome("safe" if safe else "unsafe")


def _worst(entry: Entry, texts: Iterable[str | None], target: Target) -> Outcome | None:
    outcomes = [_outcome(entry, text, target) for text in texts if text is not None]
    return max(outcomes, key=lambda o: o.rank, default=None)


def _measured(entry: Entry, kind: str, texts: tuple[str | None, ...]) -> Outcome | None:
    services = [(TargetService.AUTO, "")]
    if entry.surface is Surface.OPENAI_ASSISTANTS:
        services = [(TargetService.AUTO, ", OpenAI"), (TargetService.FOUNDRY, ", Foundry")]
    outcomes = []
    for service, name in services:
        outcome = _worst(entry, texts, Target(service=service))
        if outcome is not None:
            outcomes.append(Outcome(outcome.grade, outcome.reason, kind + name))
    best = min(outcomes, key=lambda o: o.rank, default=None)
    if best is not None and len(outcomes) == 2 and outcomes[0].grade == outcomes[1].grade:
        return Outcome(best.grade, best.reason, f"{kind}, both")
    return best


@cache
def calls() -> tuple[Row, ...]:
    """Every call of the catalogue, measured."""
    rows = []
    for entry in entries():
        if entry.kind is not Kind.CALL:
            continue
        alone = _measured(entry, "alone", (program(entry), program(entry, True)))
        around = _measured(entry, "flow", (flow(entry), flow(entry, True)))
        both = [outcome for outcome in (alone, around) if outcome is not None]
        best = min(both, key=lambda o: o.rank, default=Outcome("not found"))
        rows.append(Row(entry, alone, around, best))
    return tuple(rows)


@cache
def _named() -> dict[str, str]:
    """Entries that are not calls, named in the programs: their worst class."""
    grades: dict[str, str] = {}
    for row in calls():
        for asynchronous in (False, True):
            for text in (program(row.entry, asynchronous), flow(row.entry, asynchronous)):
                for finding in analyse(text, today=TODAY).findings if text else ():
                    entry = lookup(finding.symbol)
                    if entry is None or entry.kind is Kind.CALL:
                        continue
                    fixed = finding.fix is not None
                    if fixed or entry.id not in grades:
                        grades[entry.id] = "migrated" if fixed else "named"
    return grades


def page() -> str:
    """The whole page."""
    return "\n".join([TEXT, *_summary(), *_call_list(), *_others()]) + "\n"


def _count(outcomes: Iterable[Outcome | None]) -> list[int]:
    grades = [outcome.grade for outcome in outcomes if outcome is not None]
    return [grades.count(grade) for grade in BEST[:3]]


def _summary() -> list[str]:
    lines = [
        "## Calls",
        "",
        "*s / u / b*: safe, unsafe and blocked in that program; then the best class.",
        "",
        "| Surface | Calls | Alone: s / u / b | Flow: s / u / b | Safe | Unsafe | Blocked | Fix |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    groups = [(s.value, [r for r in calls() if r.entry.surface is s]) for s in Surface]
    for name, rows in (*groups, ("**all**", list(calls()))):
        best = _count(r.best for r in rows)
        alone = " / ".join(map(str, _count(r.alone for r in rows)))
        around = " / ".join(map(str, _count(r.around for r in rows)))
        share = f"{100 * (best[0] + best[1]) / len(rows):.0f} %"
        cells = [name, len(rows), alone, around, *best, share]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    final = [r for r in calls() if r.entry.blocked is not None]
    fixable = [r for r in calls() if r.entry.blocked is None]
    fixed = sum(r.best.grade in BEST[:2] for r in fixable)
    lost = sum(r.best.grade == "not found" for r in calls())
    lines += [
        "",
        f"{len(final)} of the calls have no counterpart, as the catalogue says.",
        f"Of the other {len(fixable)}, {fixed} ({100 * fixed / len(fixable):.0f} %) have a fix.",
        f"Calls that are found in neither program: {lost}.",
        "",
    ]
    return lines


def _call_list() -> list[str]:
    lines = ["## Each call", ""]
    for surface in Surface:
        lines += [
            f"### {surface.value}: calls",
            "",
            "| Id | Legacy name | Class | In | Reason |",
            "| --- | --- | --- | --- | --- |",
        ]
        for row in calls():
            if row.entry.surface is not surface:
                continue
            reason, where = "", row.best.where
            if row.best.grade == "blocked":
                where = ""
                reason = _cell(row.entry.blocked or (row.around or row.best).reason)
            cells = (row.entry.id, f"`{row.entry.legacy[0]}`", row.best.grade)
            lines.append(f"| {' | '.join((*cells, where, reason))} |")
        lines.append("")
    return lines


def _others() -> list[str]:
    rest = [e for e in entries() if e.kind is not Kind.CALL]
    rest += shared_entries()
    lines = [
        "## Everything else",
        "",
        "Names that are not calls have no program of their own, nor have the few calls that exist",
        "in the new packages as well and are legacy only where something else shows it.",
        "",
        "- **explained**: the row says what takes the name's place, or why nothing does.",
        "- **migrated**: the name stands in a program above, and has a fix in at least one.",
        "- **blocked there**: it stands in a program above, and has a fix in none.",
        "",
        "Names that stand in no program are diagnosed, but their fixes are not measured here.",
        "",
        "| Surface | Kind | Entries | Explained | No successor | Migrated | Blocked there |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for surface in Surface:
        for kind in Kind:
            of_kind = [e for e in rest if e.surface is surface and e.kind is kind]
            if of_kind:
                states = [_state(e) for e in of_kind]
                cells = (
                    surface.value,
                    kind.value,
                    len(of_kind),
                    sum(_explained(e) for e in of_kind),
                    sum(e.target is None for e in of_kind),
                    states.count("migrated"),
                    states.count("blocked there"),
                )
                lines.append(f"| {' | '.join(map(str, cells))} |")
    for surface in Surface:
        lines += [
            "",
            f"### {surface.value}: other names",
            "",
            "| Id | Legacy name | Kind | Class | Reason |",
            "| --- | --- | --- | --- | --- |",
        ]
        for e in rest:
            if e.surface is surface:
                reason = _cell(e.blocked or "")
                names = (e.id, f"`{e.legacy[0]}`", e.kind.value, _state(e), reason)
                lines.append(f"| {' | '.join(names)} |")
    return lines


def _explained(entry: Entry) -> bool:
    return bool(entry.target or entry.blocked)


def _state(entry: Entry) -> str:
    grade = _named().get(entry.id)
    if grade is not None:
        return "migrated" if grade == "migrated" else "blocked there"
    return "explained" if _explained(entry) else "unexplained"


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|")


def stale() -> str:
    """A diff from what is there to what should be; empty when they agree."""
    there = PAGE.read_text("utf-8") if PAGE.is_file() else ""
    lines = (there.splitlines(keepends=True), page().splitlines(keepends=True))
    return "".join(difflib.unified_diff(*lines, "docs/coverage.md (there)", "(generated)"))


def main(arguments: list[str]) -> int:
    if "--update" in arguments:
        PAGE.write_text(page(), "utf-8", newline="\n")
        return 0
    difference = stale()
    print(difference, end="")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
