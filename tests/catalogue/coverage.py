"""The page ``docs/coverage.md``: what becomes of each entry of the catalogue.

``python -m tests.catalogue.coverage`` says whether it is stale; ``--update`` writes it, and keeps
what was measured; ``--measure`` measures and writes it, which takes packages and time.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.catalogue.examples import BEST, Example, examples, named
from tests.catalogue.measuring import SAME, UNKNOWN, Verdict, verdicts

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.index import entries, shared_entries

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"

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

A call has its best class, and the column *in* says in which program it has it.
A fix is one only if its result is Python and the call is gone from it.

**It counts only if it passed**, in every program and form that has a fix:

- *Types*: pyright, in basic mode, finds no error at all in the migrated program, with
  azure-ai-projects and openai in their newest versions beside it.
- *Emulator*: the flow before, on the packages it was written for, and the flow after, on the
  newest, say the same to the model, print the same texts and leave the same behind (see
  [results](results.md)). `different` counts as no fix. `not run` says that the flow before does
  not run to its end there, and an empty cell that there is no flow to run, or that the packages
  it was written for are not among those that the emulator serves (the preview era, Assistants v1).

Both need packages from a registry, so the quick tests do not measure: they take these two columns
from this page and check that all the rest is current. A fix that is new says `not measured` and
does not count. `python -m tests.catalogue.coverage --measure` writes the columns, and the slow
tests (markers `contract` and `behaviour`) measure again and fail when the page says otherwise.

The reason for a blocked call is the catalogue's where no fix can exist, else the first one found.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one entry's call comes to in one kind of program."""

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

    @property
    def fixed(self) -> bool:
        return self.best.grade in BEST[:2]


def _measured(mine: list[Example], kind: str) -> Outcome | None:
    """The worse of both forms, at the better of the services."""
    outcomes = []
    for service in dict.fromkeys(e.service for e in mine):
        worst = max((e for e in mine if e.service == service), key=lambda e: e.rank)
        where = f"{kind}, {service}" if service else kind
        outcomes.append(Outcome(worst.grade, worst.reason, where))
    best = min(outcomes, key=lambda o: o.rank, default=None)
    if best is not None and len(outcomes) == 2 and outcomes[0].grade == outcomes[1].grade:
        return Outcome(best.grade, best.reason, f"{kind}, both")
    return best


@cache
def calls() -> tuple[Row, ...]:
    """Every call of the catalogue, by class."""
    rows = []
    for entry in entries():
        if entry.kind is not Kind.CALL:
            continue
        mine = [e for e in examples() if e.entry is entry]
        alone = _measured([e for e in mine if e.kind == "alone"], "alone")
        around = _measured([e for e in mine if e.kind == "flow"], "flow")
        both = [outcome for outcome in (alone, around) if outcome is not None]
        best = min(both, key=lambda o: o.rank, default=Outcome("not found"))
        rows.append(Row(entry, alone, around, best))
    return tuple(rows)


_LINE = re.compile(r"^\| (\S+) \| `[^`]+` \| \w+ \| [^|]*\| ([^|]*)\| ([^|]*)\|", re.MULTILINE)


def written() -> dict[str, Verdict]:
    """What the page says of what was measured."""
    text = PAGE.read_text("utf-8") if PAGE.is_file() else ""
    return {m[1]: Verdict(m[2].strip(), m[3].strip()) for m in _LINE.finditer(text)}


def page(measured: Mapping[str, Verdict] | None = None) -> str:
    """The whole page; what was not measured anew is taken from the one that is there."""
    verdict = written() if measured is None else measured
    said = {r.entry.id: verdict.get(r.entry.id, Verdict(UNKNOWN)) for r in calls() if r.fixed}
    return "\n".join([TEXT, *_summary(said), *_call_list(said), *_others()]) + "\n"


def _count(outcomes: Iterable[Outcome | None]) -> list[int]:
    grades = [outcome.grade for outcome in outcomes if outcome is not None]
    return [grades.count(grade) for grade in BEST[:3]]


def _summary(said: Mapping[str, Verdict]) -> list[str]:
    columns = ("Surface", "Calls", "Alone: s / u / b", "Flow: s / u / b", "Safe", "Unsafe")
    columns += ("Blocked", "Same", "Counts", "Share")
    lines = [
        "## Calls",
        "",
        "*s / u / b*: safe, unsafe and blocked in that program; then the best class.",
        "*Counts*: calls whose fix passed. *Same*: those which the emulator saw do the same.",
        "",
        f"| {' | '.join(columns)} |",
        f"| --- | {' | '.join(['---:'] * (len(columns) - 1))} |",
    ]
    groups = [(s.value, [r for r in calls() if r.entry.surface is s]) for s in Surface]
    for name, rows in (*groups, ("**all**", list(calls()))):
        best = _count(r.best for r in rows)
        alone = " / ".join(map(str, _count(r.alone for r in rows)))
        around = " / ".join(map(str, _count(r.around for r in rows)))
        verdicts_ = [said[r.entry.id] for r in rows if r.fixed]
        proven = sum(v.proven for v in verdicts_)
        same = sum(v.emulator == SAME for v in verdicts_)
        share = f"{100 * proven / len(rows):.0f} %"
        cells = [name, len(rows), alone, around, *best, same, proven, share]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    final = [r for r in calls() if r.entry.blocked is not None]
    fixable = [r for r in calls() if r.entry.blocked is None]
    proven = sum(r.fixed and said[r.entry.id].proven for r in fixable)
    lost = sum(r.best.grade == "not found" for r in calls())
    lines += [
        "",
        f"{len(final)} of the calls have no counterpart, as the catalogue says.",
        f"Of the other {len(fixable)}, {proven} have a fix that counts.",
        f"Calls that are found in neither program: {lost}.",
        "",
    ]
    return lines


def _call_list(said: Mapping[str, Verdict]) -> list[str]:
    lines = ["## Each call", ""]
    for surface in Surface:
        lines += [
            f"### {surface.value}: calls",
            "",
            "| Id | Legacy name | Class | In | Types | Emulator | Reason |",
            "| --- | --- | --- | --- | --- | --- | --- |",
        ]
        for row in calls():
            if row.entry.surface is not surface:
                continue
            reason, where = "", row.best.where
            if row.best.grade == "blocked":
                where = ""
                reason = _cell(row.entry.blocked or (row.around or row.best).reason)
            verdict = said.get(row.entry.id, Verdict())
            cells = (row.entry.id, f"`{row.entry.legacy[0]}`", row.best.grade, where)
            cells += (verdict.types, verdict.emulator, reason)
            lines.append(f"| {' | '.join(cells)} |")
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
    grade = named().get(entry.id)
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
    if "--measure" in arguments:
        PAGE.write_text(page(verdicts(examples())), "utf-8", newline="\n")
        return 0
    if "--update" in arguments:
        PAGE.write_text(page(), "utf-8", newline="\n")
        return 0
    difference = stale()
    print(difference, end="")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
