"""What is found beside the operations of the old SDKs, and made a finding in one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from unspool_rules.engine.findings import Words
from unspool_rules.engine.plan import Plan
from unspool_rules.model import Applicability, Blocker, Finding, Fix, Note, Severity, Span
from unspool_rules.model.finding import Combine


@dataclass(frozen=True, slots=True)
class Spot:
    """One place and what is said of it."""

    code: str
    message: str
    span: Span
    symbol: str
    target: str | None = None
    severity: Severity = Severity.WARNING
    retirement: date | None = None
    plan: Plan | None = None
    """What is done about it; None where no change of the code can help."""
    related: tuple[Note, ...] = ()


def plans_of(spots: Iterable[Spot]) -> list[Plan]:
    """Each plan once."""
    return list({id(s.plan): s.plan for s in spots if s.plan is not None}.values())


def findings(
    spots: Iterable[Spot], combine: Combine, rules: Mapping[str, Words]
) -> Iterator[Finding]:
    """A finding for each spot; those of one plan share their fix."""
    for spot in spots:
        words = rules[spot.code]
        plan = spot.plan
        fix = None
        blockers: tuple[Blocker, ...] = ()
        if plan is not None and plan.blocked:
            blockers = tuple(sorted(plan.blockers.values()))
        elif plan is not None:
            fix = _fix(plan, words.fix_title, combine)
        yield Finding(
            code=spot.code,
            name=words.name,
            message=spot.message,
            span=spot.span,
            severity=spot.severity,
            symbol=spot.symbol,
            target=spot.target,
            retirement=spot.retirement,
            fix=fix,
            blockers=blockers,
            related=spot.related,
        )


def _fix(plan: Plan, title: str, combine: Combine) -> Fix:
    return Fix(
        title=title,
        applicability=Applicability.UNSAFE if plan.unsafe else Applicability.SAFE,
        render=lambda: combine(frozenset((plan.group,))),
        notes=tuple(plan.notes),
        group=plan.group,
    )
