"""Which changes are on offer at a place, in the core's terms; knows no protocol."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from unspool_rules.model import Edit, FileEdits, Finding, Fix, Span, apply_edits
from unspool_server.session import Checked

_LINE_END = re.compile(r"[\r\n]")
_IGNORE = re.compile(r"#\s*unspool:\s*ignore\[(?P<codes>[^\]]*)\]")


BESIDE_CODE = frozenset({"UNS801", "UNS803"})
"""Codes of findings in files that are not Python: dependencies and settings."""


class What(str, Enum):
    """What an offer changes."""

    FIX = "fix"
    """What one finding says."""
    FLOW = "flow"
    """The whole flow around a finding."""
    RULE = "rule"
    """All findings with the finding's code."""
    FILE = "file"
    """Everything in the file, chosen beside one finding."""
    ALL = "all"
    """Everything in the file, without a look at any finding."""
    IGNORE = "ignore"
    """Nothing: a comment keeps the finding quiet."""
    MARK = "mark"
    """Everything in the file that is certain; comments say what a person has to decide."""
    BLOCKED = "blocked"
    """Nothing, and the reasons are told."""
    EXPLAIN = "explain"
    """Nothing: the client shows the page of the finding's rule."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One change that a person can choose."""

    what: What
    title: str
    finding: Finding | None = None
    """None for an offer about the whole file."""
    unsafe: bool = False
    notes: tuple[str, ...] = ()
    """What a person should look at, or why the change is not possible."""
    change: str = ""
    """The same for offers of the same kind that change the same."""


_REFUSED = "what would be written does not pass the last check, so the text is left alone"


def offers(checked: Checked, span: Span) -> Iterator[Offer]:
    """What can be done about the findings that a span touches; nothing while the text is broken."""
    if not checked.current:
        return
    seen: set[tuple[What, str]] = set()
    for finding in checked.outcome.analysis.findings:
        if finding.span.touches(span):
            for offer in _about(checked, finding, seen):
                refused = (offer.what.value, offer.change) in checked.refused
                yield replace(offer, what=What.BLOCKED, notes=(_REFUSED,)) if refused else offer


def fix_all(checked: Checked) -> Offer | None:
    """Everything in the file that is safe or allowed by the settings; None when that is nothing."""
    analysis, unsafe = checked.outcome.analysis, checked.outcome.settings.unsafe_fixes
    refused = (What.ALL.value, "") in checked.refused
    if not checked.current or refused or not analysis.fixes(unsafe=unsafe):
        return None
    return Offer(What.ALL, "Unspool: fix all" if unsafe else "Unspool: fix all that is safe")


def again(checked: Checked, what: What, code: str, span: Span) -> Offer | None:
    """An offer that was made before, when it still stands."""
    if not checked.current:
        return None
    if what is What.ALL:
        return fix_all(checked)
    for finding in checked.outcome.analysis.findings:
        if finding.code == code and finding.span == span:
            return next((o for o in _about(checked, finding, set()) if o.what is what), None)
    return None


def edits(checked: Checked, offer: Offer) -> tuple[Edit, ...]:
    """The edits of an offer; may take long, so this belongs on the worker's thread."""
    analysis = checked.outcome.analysis
    if offer.what is What.IGNORE and offer.finding is not None:
        return _comment(checked.snapshot.source, offer.finding)
    if offer.what is What.FIX and offer.finding is not None:
        return offer.finding.fix.render() if offer.finding.fix else ()
    groups = _groups(checked, offer)
    found = analysis.combine(groups) if groups else ()
    return analysis.mark(found) if offer.what is What.MARK else found


def beside(checked: Checked, offer: Offer) -> tuple[FileEdits, ...]:
    """What an offer changes in other files; right only together with its own edits."""
    groups = frozenset() if offer.what is What.IGNORE else _groups(checked, offer)
    return checked.outcome.analysis.beside(groups) if groups else ()


def _groups(checked: Checked, offer: Offer) -> frozenset[str]:
    """The fixes that an offer applies."""
    analysis, allowed = checked.outcome.analysis, checked.outcome.settings.unsafe_fixes
    finding = offer.finding
    if finding is None:
        return analysis.groups(unsafe=allowed)
    if offer.what is What.RULE:
        return analysis.groups(unsafe=allowed or offer.unsafe, codes=(finding.code,))
    if offer.what is What.FILE:
        return analysis.groups(unsafe=allowed or offer.unsafe)
    if offer.what is What.MARK:
        return analysis.groups(unsafe=True)
    fix = analysis.flow_fix(finding) if offer.what is What.FLOW else finding.fix
    return frozenset(fix.group.split("+")) if fix else frozenset()


def refuse(checked: Checked, offer: Offer) -> str:
    """Do not offer this again, since it came to nothing; gives the reason in a sentence."""
    checked.refused.add((offer.what.value, offer.change))
    return f"“{offer.title}”: {_REFUSED}."


def _about(checked: Checked, finding: Finding, seen: set[tuple[What, str]]) -> Iterator[Offer]:
    """Offers about one finding, besides those for a change that was seen already."""

    def new(what: What, change: str) -> bool:
        known = (what, change) in seen
        seen.add((what, change))
        return not known

    if finding.fix:
        change = finding.fix.group or str(finding.span)
        if new(What.FIX, change):
            yield _fix(What.FIX, finding, finding.fix, change)
            flow = checked.outcome.analysis.flow_fix(finding)
            if flow and new(What.FLOW, flow.group):
                yield _fix(What.FLOW, finding, flow, flow.group)
        if new(What.RULE, f"{finding.code} {finding.fix.safe}") and (
            rule := _rule(checked, finding, finding.fix)
        ):
            yield rule
        if new(What.FILE, "") and (file := _file(checked, finding, finding.fix)):
            yield file
    elif finding.blockers:
        title = f"Migrate to {finding.target}" if finding.target else f"Fix {finding.name}"
        reasons = tuple(dict.fromkeys(blocker.message for blocker in finding.blockers))
        if new(What.BLOCKED, f"{title}{reasons}"):
            yield Offer(What.BLOCKED, title, finding, notes=reasons)
        if new(What.MARK, "") and (mark := _mark(checked, finding)):
            yield mark
    start, line = _line(checked.snapshot.source, finding)
    change = f"{start} {finding.code}"
    if _takes_comment(line) and new(What.IGNORE, change):
        yield Offer(What.IGNORE, f"Ignore {finding.code} on this line", finding, change=change)
    if new(What.EXPLAIN, finding.code):
        yield Offer(What.EXPLAIN, f"Explain {finding.code} ({finding.name})", finding)


def _fix(what: What, finding: Finding, fix: Fix, change: str) -> Offer:
    return Offer(what, fix.title, finding, not fix.safe, fix.notes, change)


def _rule(checked: Checked, finding: Finding, fix: Fix) -> Offer | None:
    """All fixes of the finding's code."""
    fixes = _beside(checked, fix, finding.code)
    if len(fixes) < 2:
        return None
    title = f"Fix every {finding.code} ({finding.name}) in this file"
    return _many(What.RULE, title, finding, fixes)


def _file(checked: Checked, finding: Finding, fix: Fix) -> Offer | None:
    """All fixes of the file, unless those of the flow or of the rule are all there are."""
    fixes = _beside(checked, fix)
    flow = checked.outcome.analysis.flow_of(fix.group)
    if len(fixes) < 2 or fixes.keys() <= flow or fixes == _beside(checked, fix, finding.code):
        return None
    offer = _many(What.FILE, "Fix all in this file", finding, fixes)
    return offer if offer.unsafe else replace(offer, title="Fix all that is safe in this file")


def _beside(checked: Checked, fix: Fix, code: str | None = None) -> dict[str, Fix]:
    """Fixes by their groups; unsafe ones only beside an unsafe one, or when allowed."""
    allowed = checked.outcome.settings.unsafe_fixes or not fix.safe
    return {
        other.fix.group: other.fix
        for other in checked.outcome.analysis.findings
        if other.fix and code in (None, other.code) and (allowed or other.fix.safe)
    }


def _many(what: What, title: str, finding: Finding, fixes: Mapping[str, Fix]) -> Offer:
    notes = tuple(dict.fromkeys(note for fix in fixes.values() for note in fix.notes))
    unsafe = not all(fix.safe for fix in fixes.values())
    return Offer(what, title, finding, unsafe, notes, "+".join(sorted(fixes)))


def _mark(checked: Checked, finding: Finding) -> Offer | None:
    """All that is certain and comments about the rest, unless these stand there already."""
    analysis = checked.outcome.analysis
    if not analysis.mark(()):
        return None
    notes = dict.fromkeys(note for fix in analysis.fixes(unsafe=True) for note in fix.notes)
    return Offer(
        What.MARK,
        "Migrate what is certain, mark the rest",
        finding,
        unsafe=True,
        notes=("TODO comments say what is left to decide", *notes),
    )


def _comment(source: str, finding: Finding) -> tuple[Edit, ...]:
    edit = _ignoring(source, finding)
    if finding.code in BESIDE_CODE and not _is_python(source):
        return (edit,)
    if ast.dump(ast.parse(source)) != ast.dump(ast.parse(apply_edits(source, (edit,)))):
        raise ValueError("a comment cannot stand on this line")  # it is the middle of a string
    return (edit,)


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return True


def _ignoring(source: str, finding: Finding) -> Edit:
    start, text = _line(source, finding)
    if known := _IGNORE.search(text):
        codes = (*filter(None, (code.strip() for code in known["codes"].split(","))), finding.code)
        where = Span(start + known.start("codes"), start + known.end("codes"))
        return Edit(where, ", ".join(dict.fromkeys(codes)))
    bare = text.rstrip()
    return Edit(Span(start + len(bare), start + len(text)), f"  # unspool: ignore[{finding.code}]")


def _takes_comment(text: str) -> bool:
    """Whether a comment seems possible; ``_comment`` makes sure, at the cost of a parse."""
    return not text.endswith("\\") and (text.count('"""') + text.count("'''")) % 2 == 0


def _line(source: str, finding: Finding) -> tuple[int, str]:
    """Where the line of a finding starts, and the line without its end."""
    at = finding.span.start
    start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    end = _LINE_END.search(source, at)
    return start, source[start : end.start() if end else len(source)]
