"""The page ``docs/results.md``: what came of migrating the corpora, for readers from outside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tests.corpora.manifest import TARGET
from tests.judge.outcome import Outcome, Program, Status, ranked_reasons
from tests.judge.types import PYRIGHT

COMMAND = "python -m tests.judge.migration --behaviour"


def document(outcomes: Sequence[Outcome], *, measured: str = "", limit: int = 40) -> str:
    """The whole page.

    Args:
        outcomes: one for each corpus.
        measured: when, and on what state of the product.
        limit: longest list to show.
    """
    target = " and ".join(pin.replace("==", " ") for pin in TARGET[:2])
    lines = [
        "# Results on published programs",
        "",
        f"<!-- Written by `{COMMAND}`; do not edit. -->",
        "",
        "What happens to code that others wrote and published, when Unspool migrates it?",
        (
            "Each corpus is a set of programs from a package registry, pinned by version and "
            "digest in `tests/corpora/` and fetched when the measurement runs. "
            "`unspool fix --unsafe-fixes` runs over a copy of each; then judges in `tests/judge/` "
            "that share no code with the product look at what came out."
        ),
        "",
        measured,
        "",
        "## Programs",
        "",
        *_programs(outcomes),
        "",
        "**With legacy code** are the files that name a retired API; the rest must stay as it is.",
        "A program is migrated **fully** when all of this holds:",
        "",
        (
            "1. Neither `unspool check` nor a separate scanner, written from the retired SDKs' "
            "public names, finds anything legacy in it."
        ),
        "2. It parses, and no comment is lost.",
        (
            f"3. pyright {PYRIGHT} (basic mode) with {target} reports no error that it did not "
            "report on the original with the SDK which that was written for."
        ),
        "",
        (
            "**Partly**: some calls moved, the rest is reported with its reason, or 3. does not "
            "hold. **Untouched**: "
            "nothing moved. **Skipped**: not readable; counts as not migrated."
        ),
        (
            "**All calls have a successor** leaves out programs that use what the new services "
            "have nothing for: connected agents, deep research, enterprise data sources, and "
            "attachments by tool. A person has to choose there, so they are blocked by design."
        ),
        "",
        "## Behaviour",
        "",
        *_behaviours(outcomes),
        "",
        (
            "Every program that nothing legacy is left in is run before and after: the original "
            "on the retired SDKs, the migrated one on the new ones, both against an emulator of "
            "the services (`tests/emulator/`) whose model answers with a digest of everything it "
            "was sent. "
            "**Equal**: the same instructions, tools, settings, turns and tool outputs reached "
            "the model in the same order, the same answers were printed, it ended the same way, "
            "nothing was refused, and nothing more or less was left behind on the service. "
            "**Different when the service fails**: equal so far, but not when each answer fails. "
            "The limits of this are in `tests/behaviour/README.md`."
        ),
        "",
        *_stories(outcomes),
        "## Calls",
        "",
        *_calls(outcomes),
        "",
        (
            "**Call sites** are calls of a legacy client's methods, counted by the separate "
            "scanner; **findings** are those of `unspool check`."
        ),
        (
            "**Broken** are texts that do not parse, lost comments, files that change without a "
            "finding, that a second run changes again, or that nobody named. It has to be 0."
        ),
        "",
        *_left(outcomes, limit),
        *_types(outcomes, limit),
        *_list("Broken", [f"`{p.key}` {harm}" for o in outcomes for p, harm in o.broken]),
        *_list("Not measured", [text for o in outcomes for text in o.missing]),
        "",
        "## Measure it yourself",
        "",
        "```sh",
        "pip install -e . --group test",
        f"{COMMAND}   # everything, writes this page",
        f"{COMMAND} --corpus agents-1.1.0 --keep out/   # one corpus, with a diff of each program",
        "```",
        "",
        "Archives, environments and pyright are kept in the folder `UNSPOOL_CACHE`.",
    ]
    return "\n".join(lines) + "\n"


def share(part: int, whole: int) -> str:
    """A percentage, or a dash when there is nothing to take it of."""
    return "–" if whole == 0 else f"{100 * part / whole:.0f} %"


def cell(text: str) -> str:
    """Text that does not break a table."""
    return " ".join(text.split()).replace("|", "\\|")


def _programs(outcomes: Sequence[Outcome]) -> list[str]:
    lines = [
        (
            "| corpus | what | files | with legacy code | fully "
            "| all calls have a successor | of these fully | partly | untouched | skipped |"
        ),
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for o in outcomes:
        legacy, target = len(o.legacy), o.with_target
        fully = len(o.with_status(Status.FULLY))
        these = sum(p.status is Status.FULLY for p in target)
        others = " | ".join(
            str(len(o.with_status(*statuses)))
            for statuses in (
                (Status.PARTLY, Status.UNTYPED),
                (Status.UNTOUCHED,),
                (Status.SKIPPED,),
            )
        )
        lines.append(
            f"| {o.name} | {o.about} | {len(o.programs)} | {legacy} | {fully} "
            f"({share(fully, legacy)}) | {len(target)} | {these} ({share(these, len(target))}) "
            f"| {others} |"
        )
    return lines


def _behaviours(outcomes: Sequence[Outcome]) -> list[str]:
    lines = [
        (
            "| corpus | nothing legacy left | equal | different | not runnable "
            "| different when the service fails |"
        ),
        "|---|--:|--:|--:|--:|--:|",
    ]
    for o in outcomes:
        if not o.ran:
            lines.append(f"| {o.name} | {len(o.with_status(Status.FULLY))} | | | not looked at | |")
            continue
        equal, different, not_runnable = (
            len(o.behaving(name)) for name in ("equal", "different", "not runnable")
        )
        lines.append(
            f"| {o.name} | {equal + different + not_runnable} "
            f"| {equal} ({share(equal, equal + different)}) | {different} | {not_runnable} "
            f"| {len(o.failing_otherwise)} |"
        )
    return lines


def _stories(outcomes: Sequence[Outcome]) -> list[str]:
    programs = [p for o in outcomes for p in o.programs if p.behaviour is not None]
    lines: list[str] = []
    for title, found in (
        ("Different", _reasons(programs, "different")),
        ("Not runnable", _reasons(programs, "not runnable")),
        ("Different when the service fails", _reasons(programs, "failing")),
    ):
        if found:
            lines += [f"### {title}", ""]
            lines += [
                f"- {len(keys)} × {cell(reason)[:400]}: `{keys[0]}`"
                for reason, keys in sorted(found.items(), key=lambda pair: -len(pair[1]))
            ]
            lines.append("")
    return lines


_CHANGING = re.compile(r"(?:/[\w.-]+)*/tmp\w{8}/app/main/| at 0x[0-9a-f]+")
"""What differs from run to run."""


def _reasons(programs: Iterable[Program], outcome: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for program in programs:
        made = program.behaviour
        assert made is not None
        if outcome == "failing" and made.failing == "different":
            said = made.failing_reasons
        elif made.outcome == outcome:
            said = made.reasons
        else:
            continue
        found[_CHANGING.sub("", "; ".join(said))].append(program.key)
    return found


def _calls(outcomes: Sequence[Outcome]) -> list[str]:
    lines = [
        ("| corpus | call sites | migrated | findings before | after | new type errors | broken |"),
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for o in outcomes:
        moved = o.calls_before - o.calls_after
        typed = str(len(o.new_types)) if o.typed else "not looked at"
        lines.append(
            f"| {o.name} | {o.calls_before} | {moved} ({share(moved, o.calls_before)}) "
            f"| {o.findings_before} | {o.findings_after} | {typed} "
            f"| {len(o.broken) + len(o.strays)} |"
        )
    return lines


def _left(outcomes: Sequence[Outcome], limit: int) -> list[str]:
    reasons = ranked_reasons(p for o in outcomes for p in o.programs)
    following = {place for r in reasons for place in r.following}
    shown = [(r, [p for p in r.places if p not in r.following]) for r in reasons]
    shown = sorted(((r, places) for r, places in shown if places), key=lambda s: -len(s[1]))
    lines = [
        "## What blocks the rest",
        "",
        (
            "What is left after the migration by the reason that Unspool gives; names that differ "
            "from place to place are shown as `…`. Each place counts once; *alone* counts programs "
            "that nothing else holds back. Not listed: "
            f"{len(following)} places that only follow from others of their program, such as an "
            "annotation with a class whose values come from a blocked call."
        ),
        "",
        "| places | programs | alone | reason | most often | for example |",
        "|--:|--:|--:|---|---|---|",
    ]
    for reason, places in shown[:limit]:
        wordings = Counter(reason.places[place] for place in places)
        often = [text for text, _ in wordings.most_common(2)] if "…" in reason.text else []
        programs = {place.rpartition(":")[0] for place in places}
        lines.append(
            f"| {len(places)} | {len(programs)} | {reason.alone} "
            f"| {cell(reason.text)} | {'; '.join(cell(text) for text in often)} "
            f"| `{places[0]}` |"
        )
    return lines


def _types(outcomes: Sequence[Outcome], limit: int) -> list[str]:
    problems = [(program, problem) for o in outcomes for program, problem in o.new_types]
    lines = [
        f"`{program.key}:{problem.line}` {problem.rule}: {cell(problem.message)[:160]}"
        for program, problem in problems[:limit]
    ]
    if len(problems) > limit:
        lines.append(f"and {len(problems) - limit} more")
    return _list("New type errors", lines)


def _list(title: str, entries: Sequence[str]) -> list[str]:
    return ["", f"## {title}", "", *(f"- {entry}" for entry in entries)] if entries else []
