"""A language server over a core of a few lines, so that the protocol is tested by itself.

Its rules are about calls on anything: ``.beta.threads.create`` has a safe fix, any other call
below ``.beta.threads`` an unsafe one, and ``.beta.assistants.create`` is blocked.
"""

from __future__ import annotations

import ast
import os
import re
import time
from datetime import date
from pathlib import Path

from unspool_rules.model import (
    Analysis,
    Applicability,
    Blocker,
    Edit,
    Finding,
    Fix,
    Note,
    Severity,
    Span,
)
from unspool_server.lsp.core import Core
from unspool_server.lsp.stdio import serve
from unspool_server.settings import Resolved

TODAY = date(2026, 11, 22)
CALL = re.compile(r"\b(?P<owner>\w+)\.beta\.(?P<what>threads(?:\.\w+)*|assistants)\.create\b")
CLIENT = re.compile(r"^(?P<name>\w+) = OpenAI", re.MULTILINE)


def check(source: str, path: Path | None, project: Resolved, today: date) -> Analysis:
    time.sleep(float(os.environ.get("FAKE_SECONDS", "0")))
    print("a library that prints")  # must not reach the client
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return Analysis(parsed=False)
    findings = [_finding(source, match) for match in CALL.finditer(source)]
    kept = [f for f in findings if project.settings.reports(f.code) and not _ignored(source, f)]
    fixes = {f.fix.group: f.fix for f in kept if f.fix}
    owners = {group: group.partition(":")[0] for group in fixes}

    def combine(groups: frozenset[str]) -> tuple[Edit, ...]:
        return tuple(sorted(edit for group in groups for edit in fixes[group].render()))

    def flow_of(group: str) -> frozenset[str]:
        return frozenset(other for other in fixes if owners[other] == owners[group])

    def mark(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        starts = {source.rfind("\n", 0, f.span.start) + 1 for f in kept if f.blockers}
        unmarked = {at for at in starts if source[at - 7 : at] != "# TODO\n"}
        marks = [Edit(Span(at, at), "# TODO\n") for at in unmarked]
        return tuple(sorted((*edits, *marks)))

    return Analysis(tuple(kept), combine=combine, flow_of=flow_of, mark=mark)


def explain(finding: Finding, source: str, today: date) -> str:
    return f"## {finding.name}\n\n`{source[finding.span.start : finding.span.end]}` on {today}"


def page(finding: Finding) -> str:
    return f"https://example.invalid/{finding.code}"


def _finding(source: str, match: re.Match[str]) -> Finding:
    span, owner, what = Span(*match.span()), match["owner"], match["what"]
    made = [
        Note(Span(*m.span()), "made here") for m in CLIENT.finditer(source) if m["name"] == owner
    ]
    common = {"span": span, "symbol": f"openai.{what}.create", "related": tuple(made)}
    if what == "assistants":
        return Finding(
            "UNS201",
            "assistant-create",
            "`assistants.create` is switched off",
            severity=Severity.ERROR,
            target="prompts",
            blockers=(Blocker(span, "prompts cannot be made in code"),),
            **common,
        )
    target = "responses" if "runs" in what else "conversations"
    safe = what == "threads"
    edit = Edit(Span(match.start("what") - len("beta."), match.end("what")), target)
    fix = Fix(
        f"Use `{owner}.{target}.create`",
        Applicability.SAFE if safe else Applicability.UNSAFE,
        lambda: () if owner == "refused" else (edit,),
        notes=() if safe else ("the answer has another shape",),
        group=f"{owner}:{span.start}",
    )
    return Finding(
        "UNS101" if safe else "UNS102",
        "thread-create" if safe else "run-create",
        f"`{what}.create` is switched off",
        severity=Severity.WARNING if safe else Severity.INFORMATION,
        target=f"{target}.create",
        fix=fix,
        **common,
    )


def _ignored(source: str, finding: Finding) -> bool:
    line = source[finding.span.start :].partition("\n")[0]
    comment = re.search(r"# unspool: ignore\[([^\]]*)\]", line)
    return bool(comment and finding.code in comment[1].replace(" ", "").split(","))


if __name__ == "__main__":
    serve(Core(check, explain, page, lambda: TODAY))
