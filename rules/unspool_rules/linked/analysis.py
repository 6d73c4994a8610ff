"""Linked files analysed as one text: what crosses them changes in all of them or in none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from unspool_rules.api import analyse_tree, is_left_alone
from unspool_rules.engine.writing.marks import marked
from unspool_rules.linked.program import Joined, Program, Source
from unspool_rules.model import (
    Analysis,
    Blocker,
    Edit,
    FileEdits,
    Finding,
    Fix,
    Note,
    Quotes,
    Settings,
    Span,
    Target,
)
from unspool_rules.syntax.links import Finds
from unspool_rules.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Joint:
    """What is known about the files of a group together."""

    program: Program
    analysis: Analysis
    """Of the joint text."""

    def of(self, part: int) -> Analysis:
        """What it says about one file; ``beside`` has what its fixes change in the others."""
        own = tuple(self._finding(f, part) for f in self._findings(part)) or self._readers(part)
        text = self.program.sources[part].text

        def combine(groups: frozenset[str]) -> tuple[Edit, ...]:
            return self.program.edits(self.analysis.combine(groups), part)

        def beside(groups: frozenset[str]) -> tuple[FileEdits, ...]:
            return tuple(f for f in self.edits(groups) if f.path != self.program.sources[part].path)

        def mark(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
            return marked(text, own, edits)

        return Analysis(
            own,
            combine=combine,
            flow_of=self.analysis.flow_of,
            mark=mark,
            beside=beside,
            unwritten=self.analysis.unwritten,
        )

    def edits(self, groups: frozenset[str]) -> tuple[FileEdits, ...]:
        """What the fixes of some groups change, file by file."""
        edits = self.analysis.combine(groups) if groups else ()
        made = (self.program.edits(edits, part) for part in range(len(self.program.sources)))
        return tuple(
            FileEdits(source.path, source.text, own)
            for source, own in zip(self.program.sources, made, strict=True)
            if own
        )

    def _findings(self, part: int) -> list[Finding]:
        found = self.analysis.findings
        return [f for f in found if self.program.part_at(f.span.start) == part]

    def _readers(self, part: int) -> tuple[Finding, ...]:
        """What a file without findings has to change for others: one for each fix."""
        found = []
        for group, first in {
            f.fix.group: f for f in reversed(self.analysis.findings) if f.fix
        }.items():
            edits = self.program.edits(self.analysis.combine(frozenset((group,))), part)
            if not edits or first.fix is None:
                continue
            words = partial(self.program.words, part=part)
            where = self._place(first.span, self.program.part_at(first.span.start))
            name = first.symbol.rpartition(".")[2]
            found.append(
                replace(
                    first,
                    message=f"this reads what comes of `{name}` at {where}, and changes with it",
                    span=edits[0].span,
                    fix=self._fix(first.fix, part, words),
                    related=(),
                )
            )
        return tuple(sorted(found, key=lambda f: f.span))

    def _finding(self, finding: Finding, part: int) -> Finding:
        words = partial(self.program.words, part=part)
        fix = finding.fix
        return replace(
            finding,
            span=self.program.local(finding.span),
            fix=None if fix is None else self._fix(fix, part, words),
            blockers=tuple(self._blocker(b, finding, part) for b in finding.blockers),
            related=tuple(
                Note(self.program.local(n.span), words(n.message))
                for n in finding.related
                if self.program.part_at(n.span.start) == part
            ),
        )

    def _fix(self, fix: Fix, part: int, words: Callable[[str], str]) -> Fix:
        groups = frozenset((fix.group,))
        return replace(
            fix,
            render=lambda: self.program.edits(self.analysis.combine(groups), part),
            notes=tuple(map(words, fix.notes)),
        )

    def _blocker(self, blocker: Blocker, finding: Finding, part: int) -> Blocker:
        """A reason in another file stands at the finding, and says where it is."""
        message = self.program.words(blocker.message, part)
        cause = None if blocker.cause is None else self._blocker(blocker.cause, finding, part)
        where = self.program.part_at(blocker.span.start)
        if where == part:
            return Blocker(self.program.local(blocker.span), message, cause)
        place = self._place(blocker.span, where)
        return Blocker(self.program.local(finding.span), f"{place}: {message}", cause)

    def _place(self, span: Span, part: int) -> str:
        first = self.program.lines.line_of(self.program.starts[part])
        line = self.program.lines.line_of(span.start) - first + 1
        return f"line {line} of `{self.program.sources[part].path.name}`"


def analyse_together(
    sources: Sequence[Source],
    finds: Finds,
    *,
    today: date,
    settings: Settings | None = None,
    target: Target | None = None,
    line_length: int | None = None,
    quotes: Quotes | None = None,
) -> Joint | None:
    """Analyse files that import each other as one text.

    Args:
        sources: the files; one that is imported before those that import it.
        finds: which of them, by number, another one imports by a name.

    Returns:
        None where that is not possible: a file is no Python, or nobody may change it.
        Never raises for any texts.
    """
    if any(is_left_alone(source.text) for source in sources):
        return None
    program = Program(sources)
    try:
        tree = Tree(program.text, program.borders, finds)
        analysis = analyse_tree(
            tree,
            today,
            settings or Settings(),
            target or Target(),
            line_length,
            quotes,
            Joined(program),
        )
    except Exception:  # each file still has its own analysis
        return None
    return Joint(program, analysis)
