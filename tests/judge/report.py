"""Says what a migration of the corpora came to: on the terminal and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from tests.judge.outcome import Outcome, Reason, Status, ranked_reasons

BEHAVIOURS = ("equal", "different", "not runnable")


def _told(o: Outcome) -> list[str]:
    """Behaviour, program by program, for a person at work."""
    if not o.ran:
        return []
    lines = [
        "   behaviour: "
        + ", ".join(f"{name} {len(o.behaving(name))}" for name in BEHAVIOURS)
        + f"; when the service fails, different {len(o.failing_otherwise)}"
    ]
    for p in o.programs:
        if p.behaviour and p.behaviour.outcome != "equal":
            lines.append(f"     {p.behaviour.outcome} {p.key}: {'; '.join(p.behaviour.reasons)}")
        elif p.behaviour and p.behaviour.failing == "different":
            reasons = "; ".join(p.behaviour.failing_reasons)
            lines.append(f"     different when the service fails {p.key}: {reasons}")
    return lines


def terminal(outcomes: Sequence[Outcome], *, limit: int) -> str:
    """All figures and lists, for a person at work."""
    lines: list[str] = []
    for o in outcomes:
        counts = ", ".join(
            f"{status.value} {len(o.with_status(status))}"
            for status in Status
            if o.with_status(status)
        )
        lines += [
            f"== {o.name}: {o.about}",
            f"   files {len(o.programs)}, with legacy code {len(o.legacy)}: {counts}",
            (
                f"   call sites {o.calls_before}, left {o.calls_after}; "
                f"findings {o.findings_before}, left {o.findings_after}"
            ),
        ]
        lines += [f"   MISSING {text}" for text in o.missing]
        lines += [f"   FAILED {text}" for text in o.failures]
        lines += [f"   STRAY {text} changed, though it was not named" for text in o.strays]
        lines += [f"   BROKEN {program.key}: {harm}" for program, harm in o.broken]
        if o.typed:
            lines.append(f"   new type errors: {len(o.new_types)}")
            lines += [
                f"     {program.key}:{problem.line}: {problem.rule}: "
                f"{' '.join(problem.message.split())[:200]}"
                for program, problem in o.new_types[:limit]
            ]
        lines += _told(o)
        unnoticed = o.unnoticed
        if unnoticed:
            lines.append(f"   legacy references without a finding: {unnoticed.total()}")
            lines += [f"     {count:>5}  {text}" for text, count in unnoticed.most_common(limit)]
        lines.append("")
    lines.append("== left after the migration, by reason: places, programs, alone in programs")
    for reason in _reasons(outcomes)[:limit]:
        lines.append(
            f"{len(reason.places):>6} {len(reason.programs):>4} {reason.alone:>4}  {reason.text}"
            f"  [{' '.join(sorted(reason.codes))}]"
        )
        wordings = reason.wordings
        if "…" in reason.text:
            lines += [f"{'':>20}{count} × {text}" for text, count in wordings.most_common(6)]
        lines += [f"{'':>20}{place}" for place in list(reason.places)[:3]]
    return "\n".join(lines)


def _reasons(outcomes: Sequence[Outcome]) -> list[Reason]:
    return ranked_reasons(program for o in outcomes for program in o.programs)


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Everything, for other tools."""
    return {
        o.name: {
            "files": len(o.programs),
            "legacy": len(o.legacy),
            "status": {status.value: len(o.with_status(status)) for status in Status},
            "calls": {"before": o.calls_before, "after": o.calls_after},
            "findings": {"before": o.findings_before, "after": o.findings_after},
            "missing": o.missing,
            "failures": o.failures,
            "strays": o.strays,
            "reasons": [
                {
                    "reason": r.text,
                    "codes": sorted(r.codes),
                    "programs": len(r.programs),
                    "alone": r.alone,
                    "places": r.places,
                }
                for r in o.reasons
            ],
            "programs": [
                {
                    "path": p.key,
                    "status": p.status.value,
                    "changed": p.changed,
                    "references": {
                        "before": len(p.references_before),
                        "after": [str(r) for r in p.references_after],
                    },
                    "findings": {
                        "before": len(p.counted_before),
                        "after": [f"{r.line}: {r.code} {r.message}" for r in p.counted_after],
                    },
                    "types": [str(problem) for problem in p.types or ()],
                    "broken": p.broken,
                    "behaviour": None if p.behaviour is None else asdict(p.behaviour),
                    "without target": p.without_target,
                    "unnoticed": [str(r) for r in p.unnoticed],
                }
                for p in o.programs
                if p.status is not Status.CLEAN or p.broken
            ],
        }
        for o in outcomes
    }
