"""An analysis of a notebook's program whose fixes stay within the cells."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace

from unspool_rules.model import Analysis, Blocker, Edit, Finding, LineIndex, Note, Span
from unspool_rules.model.finding import Combine
from unspool_rules.notebook.program import Misfit, Program

_MARK = "TODO(unspool"
_BESIDE = re.compile(r"\(__file__\)\.with_name\(([^()]*)\)")


def guarded(program: Program, analysis: Analysis, *, thorough: bool = False) -> Analysis:
    """The analysis with line numbers of the cells, and only with fixes that the cells can take.

    Args:
        program: whose text was analysed.
        analysis: of that text.
        thorough: make the edits of every fix now; otherwise a fix that would cross cells makes no
            edits when it is asked for.
    """

    def combine(groups: frozenset[str]) -> tuple[Edit, ...]:
        edits = _without_file(analysis.combine(groups))
        try:
            return program.clipped(edits)
        except Misfit:
            return _without_file(_as_many(program, analysis, groups)) if len(groups) > 1 else ()

    def mark(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        try:
            return program.clipped(
                Edit(e.span, program.words(e.text) if _MARK in e.text else e.text)
                for e in analysis.mark(edits)
            )
        except Misfit:
            return edits

    uses = _Uses(program)
    findings = list(_findings(program, analysis, uses))
    if thorough:
        findings = [_tried(program, analysis, finding) for finding in findings]
    wrapped = tuple(_with_own_edits(finding, combine) for finding in findings)
    return replace(analysis, findings=wrapped, combine=combine, mark=mark)


def _without_file(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """A notebook has no ``__file__``: what stands beside it is in the current directory."""
    return tuple(Edit(e.span, _BESIDE.sub(r"(\1)", e.text)) for e in edits)


def _as_many(program: Program, analysis: Analysis, groups: frozenset[str]) -> tuple[Edit, ...]:
    """The edits of as many fixes as the cells can take."""
    chosen: frozenset[str] = frozenset()
    edits: tuple[Edit, ...] = ()
    for group in sorted(groups):
        try:
            more = program.clipped(analysis.combine(chosen | {group}))
        except Misfit:
            continue
        if more:
            chosen, edits = chosen | {group}, more
    return edits


def _findings(program: Program, analysis: Analysis, uses: _Uses) -> Iterator[Finding]:
    """Without fixes of values that are used where the analysis cannot look."""
    reasons: dict[str, Blocker] = {}
    for finding in analysis.findings:
        if finding.fix and finding.fix.group not in reasons:
            blocker = uses.blocker(finding)
            if blocker:
                reasons[finding.fix.group] = blocker
    for finding in analysis.findings:
        related = tuple(Note(n.span, program.words(n.message)) for n in finding.related)
        blockers = tuple(Blocker(b.span, program.words(b.message)) for b in finding.blockers)
        fix = finding.fix
        if fix is None:
            yield replace(finding, blockers=blockers, related=related)
        elif fix.group in reasons:
            yield replace(finding, fix=None, blockers=(reasons[fix.group],), related=related)
        else:
            fix = replace(fix, notes=tuple(map(program.words, fix.notes)))
            yield replace(finding, fix=fix, related=related)


def _tried(program: Program, analysis: Analysis, finding: Finding) -> Finding:
    if finding.fix is None:
        return finding
    try:
        program.clipped(analysis.combine(frozenset((finding.fix.group,))))
    except Misfit as reason:
        blocker = Blocker(finding.span, f"the change does not fit the notebook's cells: {reason}")
        return replace(finding, fix=None, blockers=(blocker,))
    return finding


def _with_own_edits(finding: Finding, combine: Combine) -> Finding:
    fix = finding.fix
    if fix is None:
        return finding
    groups = frozenset((fix.group,))
    return replace(finding, fix=replace(fix, render=lambda: combine(groups)))


class _Uses:
    """Names that magics, shell commands and broken cells use, and the statements that bind them."""

    def __init__(self, program: Program) -> None:
        self._hidden = program.hidden
        self._program = program
        self._bound = list(_bindings(program.text)) if self._hidden else []

    def blocker(self, finding: Finding) -> Blocker | None:
        for span, names in self._bound:
            if not span.contains(finding.span):
                continue
            for number, words in self._hidden.items():
                for name in sorted(names & words):
                    cell = self._program.numbered(number)
                    assert cell is not None
                    place = Span(cell.start, cell.start)
                    if cell.masked.masks and not cell.broken:
                        first = cell.masked.masks[0]
                        place = Span(cell.start + first.start, cell.start + first.end)
                    return Blocker(place, f"`{name}` is used in cell {number}, {_why(cell.broken)}")
        return None


def _why(broken: bool) -> str:
    return "which is not valid Python" if broken else "on a line that is not Python"


def _bindings(text: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """Statements of the module's top level, or in its blocks, and the names that each binds."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    starts = LineIndex(text).starts
    stack: list[ast.AST] = [module]
    while stack:
        node = stack.pop()
        children = [n for n in ast.iter_child_nodes(node) if not isinstance(n, ast.expr)]
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            stack += children
        if not isinstance(node, ast.stmt):
            continue
        body = getattr(node, "body", None)
        last = body[0].lineno - 1 if isinstance(body, list) and body else node.end_lineno
        last = max(last or node.lineno, node.lineno)
        end = starts[last] if last < len(starts) else len(text)
        names = frozenset(_names(node))
        if names:
            yield Span(starts[node.lineno - 1], end), names


def _names(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
    else:
        body = {id(n) for part in ("body", "orelse", "finalbody") for n in getattr(node, part, [])}
        stack: list[ast.AST] = [n for n in ast.iter_child_nodes(node) if id(n) not in body]
        while stack:
            child = stack.pop()
            if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
                yield child.id
            stack += ast.iter_child_nodes(child)
