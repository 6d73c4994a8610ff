"""What an analysis says: findings, their fixes and what stands in the way of one."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from unspool_rules.model.text import Edit, Span

Combine = Callable[[frozenset[str]], tuple[Edit, ...]]
"""Makes the edits that apply the fixes of several groups at once."""


class Severity(enum.Enum):
    """How bad a finding is today."""

    ERROR = "error"
    """The service is switched off: the code fails."""
    WARNING = "warning"
    """The retirement is announced."""
    INFORMATION = "information"
    """Only probable, or only worth knowing."""


class Certainty(enum.Enum):
    """Whether the receiver's type was resolved or only its shape is unmistakable."""

    RESOLVED = "resolved"
    PROBABLE = "probable"


class Applicability(enum.Enum):
    """``SAFE`` keeps behaviour; ``UNSAFE`` is right, but a person should look at its notes."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A related place and what it has to do with the finding."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Blocker:
    """A place that keeps a fix from being offered, and why."""

    span: Span
    message: str
    cause: Blocker | None = field(default=None, repr=False, compare=False)
    """The blocker elsewhere that is the reason for this one; None where it is a reason itself."""

    @property
    def root(self) -> Blocker:
        """What there is to decide in the end."""
        return self.cause.root if self.cause else self


@dataclass(frozen=True, slots=True)
class Fix:
    """One indivisible change to the file; ``edits`` are made when first asked for."""

    title: str
    applicability: Applicability
    render: Callable[[], tuple[Edit, ...]] = field(repr=False, compare=False)
    """Makes the edits: sorted, disjoint, positions in the analysed text."""
    notes: tuple[str, ...] = ()
    """What a person should look at; empty for a safe fix."""
    group: str = ""
    """Findings whose fixes have the same group share this one fix."""

    @property
    def safe(self) -> bool:
        return self.applicability is Applicability.SAFE


@dataclass(frozen=True, slots=True)
class Finding:
    """One legacy reference at one place."""

    code: str
    name: str
    """The rule's name in kebab-case."""
    message: str
    span: Span
    severity: Severity
    symbol: str
    """Qualified name of the legacy symbol, such as ``openai.resources.beta.Threads.create``."""
    target: str | None
    """The new form in words, such as ``openai_client.conversations.create``."""
    certainty: Certainty = Certainty.RESOLVED
    retirement: date | None = None
    """The day the service behind this reference was, or will be, switched off."""
    fix: Fix | None = None
    blockers: tuple[Blocker, ...] = ()
    """Why there is no fix; empty when there is one."""
    related: tuple[Note, ...] = ()
    """Where the client was made, and the other places of the same flow."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A defect of ours on this file: what was being done, and the error."""

    where: str
    error: str


@dataclass(frozen=True, slots=True)
class FileEdits:
    """What changes in another file."""

    path: Path
    text: str
    """What the edits are about."""
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known about one text."""

    findings: tuple[Finding, ...] = ()
    parsed: bool = True
    """False when the text is not valid Python (half-typed); findings are empty then."""
    failures: tuple[Failure, ...] = ()
    combine: Combine = field(default=lambda groups: (), repr=False, compare=False)
    flow_of: Callable[[str], frozenset[str]] = field(
        default=lambda group: frozenset((group,)), repr=False, compare=False
    )
    """The groups that make up the flow a group belongs to, itself included."""
    mark: Callable[[tuple[Edit, ...]], tuple[Edit, ...]] = field(
        default=lambda edits: edits, repr=False, compare=False
    )
    """Adds to edits a comment at each blocker that says what is to be decided there."""
    beside: Callable[[frozenset[str]], tuple[FileEdits, ...]] = field(
        default=lambda groups: (), repr=False, compare=False
    )
    """What the fixes of several groups change in other files, which is right only together."""
    unwritten: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    """Groups whose edits came to nothing when they were made, and why."""

    def tried(self) -> Analysis:
        """The same, but a fix that cannot be written is a blocker; makes the edits of every fix."""
        self.fix_all(unsafe=True)
        if not self.unwritten:
            return self
        return replace(self, findings=tuple(map(self._tried, self.findings)))

    def _tried(self, finding: Finding) -> Finding:
        why = self.unwritten.get(finding.fix.group) if finding.fix is not None else None
        if why is None:
            return finding
        return replace(finding, fix=None, blockers=(Blocker(finding.span, why),))

    def fixes(self, *, unsafe: bool) -> tuple[Fix, ...]:
        """Each fix once, in order of its first finding."""
        unique = {f.fix.group: f.fix for f in self.findings if f.fix is not None}
        return tuple(fix for fix in unique.values() if unsafe or fix.safe)

    def fix_all(self, *, unsafe: bool, codes: Collection[str] | None = None) -> tuple[Edit, ...]:
        """Edits of every fix (of the given codes); no edits when there is nothing to fix."""
        groups = self.groups(unsafe=unsafe, codes=codes)
        return self.combine(groups) if groups else ()

    def groups(self, *, unsafe: bool, codes: Collection[str] | None = None) -> frozenset[str]:
        """The groups of every fix (of the given codes)."""
        return frozenset(
            f.fix.group
            for f in self.findings
            if f.fix is not None and (unsafe or f.fix.safe) and (codes is None or f.code in codes)
        )

    def flow_fix(self, finding: Finding) -> Fix | None:
        """The fix of the whole flow around a finding, when it is more than the finding's own."""
        if finding.fix is None:
            return None
        groups = self.flow_of(finding.fix.group)
        members = tuple(fix for fix in self.fixes(unsafe=True) if fix.group in groups)
        if len(members) < 2:
            return None
        calls = sum(1 for f in self.findings if f.fix is not None and f.fix.group in groups)
        wanted = frozenset(fix.group for fix in members)
        return Fix(
            title=f"Migrate this flow ({calls} places)",
            applicability=(
                Applicability.SAFE if all(fix.safe for fix in members) else Applicability.UNSAFE
            ),
            render=lambda: self.combine(wanted),
            notes=tuple(dict.fromkeys(note for fix in members for note in fix.notes)),
            group="+".join(sorted(wanted)),
        )
