"""Says what a migration of the corpora came to: on the terminal, as JSON, and in the docs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from tests.judge.outcome import Outcome, Reason, Status, ranked_reasons


BEHAVIOURS = ("equal", "different", "not runnable")


def _share(part: int, whole: int) -> str:
    return "–" if whole == 0 else f"{100 * part / whole:.0f} %"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """The figures as a Markdown table."""
    lines = [
        (
            "| corpus | files | with legacy code | fully | nothing left, but new type errors "
            "| partly | untouched | skipped | call sites | migrated sites | findings | left "
            "| new type errors | broken | behaviour equal | different | not runnable |"
        ),
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for o in outcomes:
        legacy = len(o.legacy)
        fully = len(o.with_status(Status.FULLY))
        moved = o.calls_before - o.calls_after
        typed = str(len(o.new_types)) if o.typed else "not looked at"
        lines.append(
            f"| {o.name} | {len(o.programs)} | {legacy} | {fully} ({_share(fully, legacy)}) "
            f"| {len(o.with_status(Status.UNTYPED))} | {len(o.with_status(Status.PARTLY))} "
            f"| {len(o.with_status(Status.UNTOUCHED))} | {len(o.with_status(Status.SKIPPED))} "
            f"| {o.calls_before} | {moved} ({_share(moved, o.calls_before)}) "
            f"| {o.findings_before} | {o.findings_after} | {typed} "
            f"| {len(o.broken) + len(o.strays)} {_behaviour(o)}|"
        )
    return lines


def _behaviour(o: Outcome) -> str:
    if not o.ran:
        return "| | | "
    equal, different = len(o.behaving("equal")), len(o.behaving("different"))
    share = _share(equal, equal + different)
    return f"| {equal} ({share}) | {different} | {len(o.behaving('not runnable'))} "


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


def document(outcomes: Sequence[Outcome], *, limit: int = 40) -> str:
    """The page ``docs/results.md``."""
    lines = [
        "# Results on published programs",
        "",
        "<!-- Written by `python -m tests.judge.migration`; do not edit. -->",
        "",
        (
            "Each corpus is a set of published programs, fetched at test time by version and "
            "digest (`tests/corpora/`). `unspool fix --unsafe-fixes` runs over a copy, and judges "
            "that share nothing with the product (`tests/judge/`) look at the result:"
        ),
        "",
        (
            "- **fully**: nothing legacy is left by an independent scanner and by `unspool "
            "check`, the text parses, and pyright (basic mode, azure-ai-projects 2.10.0 and openai "
            "3.54.0) reports no error that it did not report on the original with the SDK it was "
            "written for."
        ),
        "- **partly**: some calls moved, what is left is reported; **untouched**: nothing moved.",
        "- **call sites**: calls of a legacy client's methods, counted by the independent scanner.",
        (
            "- **broken**: texts that do not parse, lost comments, files that a second run changes "
            "again or that change without a finding. It has to be 0."
        ),
        "- A file that cannot be read counts as not migrated.",
        "",
        *table(outcomes),
        "",
        "## Left after the migration, by reason",
        "",
        "Each place counts once; *alone* counts programs that nothing else holds back.",
        "",
        "| places | programs | alone | reason | most often | for example |",
        "|--:|--:|--:|---|---|---|",
    ]
    for reason in _reasons(outcomes)[:limit]:
        often = [text for text, _ in reason.wordings.most_common(3)] if "…" in reason.text else []
        lines.append(
            f"| {len(reason.places)} | {len(reason.programs)} | {reason.alone} "
            f"| {_cell(reason.text)} | {'; '.join(_cell(text) for text in often)} "
            f"| `{next(iter(reason.places))}` |"
        )
    problems = [(program, problem) for o in outcomes for program, problem in o.new_types]
    if problems:
        lines += ["", "## New type errors", ""]
        lines += [
            f"- `{program.key}:{problem.line}` {problem.rule}: {_cell(problem.message)[:160]}"
            for program, problem in problems[:limit]
        ]
        if len(problems) > limit:
            lines.append(f"- and {len(problems) - limit} more")
    harms = [(program, harm) for o in outcomes for program, harm in o.broken]
    if harms:
        lines += ["", "## Broken", ""]
        lines += [f"- `{program.key}` {harm}" for program, harm in harms]
    missing = [text for o in outcomes for text in o.missing]
    if missing:
        lines += ["", "## Not measured", ""]
        lines += [f"- {text}" for text in missing]
    return "\n".join(lines) + "\n"


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
