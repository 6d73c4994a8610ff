"""The programs of the coverage page, migrated: what comes out, and of which class it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from tests.catalogue.flows import flow
from tests.catalogue.programs import program

from unspool_rules.api import analyse
from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.index import entries, lookup
from unspool_rules.model import Finding, Target, TargetService, apply_edits
from unspool_rules.semantics import outlines

TODAY = date(2026, 11, 22)
BEST = ("safe", "unsafe", "blocked", "not found")
"""Classes of a call, the best first."""


@dataclass(frozen=True, slots=True)
class Example:
    """One program with a call of an entry, and what it becomes at a service."""

    entry: Entry
    kind: str
    """``alone`` or ``flow``."""
    asynchronous: bool
    service: str
    """``OpenAI`` or ``Foundry``; empty where there is no choice."""
    before: str
    after: str
    grade: str
    reason: str = ""

    @property
    def rank(self) -> int:
        return BEST.index(self.grade)

    @property
    def fixed(self) -> bool:
        return self.grade in BEST[:2]

    @property
    def name(self) -> str:
        """The name of a file, which no other example has."""
        form = "async" if self.asynchronous else "sync"
        parts = (self.entry.id.replace(".", "_"), self.kind, self.service, form)
        return "-".join(part for part in parts if part) + ".py"


@cache
def examples() -> tuple[Example, ...]:
    """All programs of all calls."""
    return tuple(
        made for entry in entries() if entry.kind is Kind.CALL for made in _examples_of(entry)
    )


def _examples_of(entry: Entry) -> Iterator[Example]:
    services = [(TargetService.AUTO, "")]
    if entry.surface is Surface.OPENAI_ASSISTANTS:
        services = [(TargetService.AUTO, "OpenAI"), (TargetService.FOUNDRY, "Foundry")]
    for kind, write in (("alone", program), ("flow", flow)):
        for asynchronous in (False, True):
            text = write(entry, asynchronous)
            for service, name in services if text is not None else ():
                assert text is not None
                after, grade, reason = _migrated(entry, text, Target(service=service))
                yield Example(entry, kind, asynchronous, name, text, after, grade, reason)


def _migrated(entry: Entry, text: str, target: Target) -> tuple[str, str, str]:
    analysis = analyse(text, today=TODAY, target=target)
    assert analysis.failures == (), (entry.id, analysis.failures)
    found = [f for f in analysis.findings if _is(f, entry)]
    if not found:
        return text, "not found", ""
    blocked = next((f for f in found if f.fix is None), None)
    if blocked is not None:
        return text, "blocked", blocked.blockers[0].root.message
    after = apply_edits(text, analysis.fix_all(unsafe=True))
    ast.parse(after)
    if any(_is(f, entry) for f in analyse(after, today=TODAY, target=target).findings):
        return text, "blocked", "the fix leaves the call in place"
    safe = all(f.fix is not None and f.fix.safe for f in found)
    return after, "safe" if safe else "unsafe", ""


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


@cache
def named() -> dict[str, str]:
    """Entries that are not calls, named in the programs: ``migrated`` in one, else ``named``."""
    grades: dict[str, str] = {}
    for example in examples():
        if example.service == "Foundry":
            continue
        for finding in analyse(example.before, today=TODAY).findings:
            entry = lookup(finding.symbol)
            if entry is None or entry.kind is Kind.CALL:
                continue
            fixed = finding.fix is not None
            if fixed or entry.id not in grades:
                grades[entry.id] = "migrated" if fixed else "named"
    return grades
