"""Comments at the places that keep fixes from being offered: what a person has to decide there."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unspool_rules.model import Blocker, Edit, Finding, Span, apply_edits
from unspool_rules.model.changes import composed
from unspool_rules.syntax.logical_lines import LogicalLines
from unspool_rules.syntax.tree import Tree

_MARK = re.compile(r"#\s*TODO\(unspool UNS\d{3}\):\s*(?P<reason>.*?)\s*$")
_NUMBERED = re.compile(r"\bline \d+")
_BOM = "\ufeff"
_ENCODING = re.compile(r"coding[:=]")

_Holder = ast.stmt | ast.ExceptHandler


@dataclass(frozen=True, slots=True)
class _Mark:
    """One reason and the place that it is about."""

    at: int
    code: str
    reason: str

    @property
    def comment(self) -> str:
        return f"# TODO(unspool {self.code}): {self.reason}"


def marked(source: str, findings: Sequence[Finding], edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits, and a comment above each statement that keeps a finding from being fixed.

    A comment that stands there already for the same reason is not written again.

    Args:
        source: the text that the findings are about.
        findings: those that are not fixed say why.
        edits: what else is done to the text.
    """
    marks = _marks(findings)
    if not marks:
        return edits
    try:
        after = apply_edits(source, edits)
        found = _Places(after).comments(
            [_Mark(_moved(edits, mark.at), mark.code, mark.reason) for mark in marks]
        )
        both = composed(source, edits, found)
        same = _code(apply_edits(source, both)) == _code(after)
    except (SyntaxError, tokenize.TokenError, ValueError, RecursionError):
        return edits
    return both if same else edits


def _code(text: str) -> str:
    return ast.dump(ast.parse(text.removeprefix(_BOM)))


def _marks(findings: Iterable[Finding]) -> list[_Mark]:
    """Each place and reason once, under the code of the finding that is nearest to it."""
    nearest: dict[Blocker, Finding] = {}
    for finding in findings:
        for blocker in finding.blockers:
            root = blocker.root
            known = nearest.get(root)
            if known is None or _distance(finding, root) < _distance(known, root):
                nearest[root] = finding
    return [
        _Mark(blocker.span.start, nearest[blocker].code, _one_line(blocker.message))
        for blocker in sorted(nearest)
    ]


def _distance(finding: Finding, blocker: Blocker) -> int:
    if finding.span.touches(blocker.span):
        return 0
    return abs(finding.span.start - blocker.span.start)


def _one_line(message: str) -> str:
    return " ".join(message.split())


class _Places:
    """Where comments can stand in a text.

    Raises:
        SyntaxError, tokenize.TokenError: the text is not Python.
    """

    def __init__(self, source: str) -> None:
        self.tree = Tree(source)
        self.lines = self.tree.lines
        self.logical = LogicalLines(self.lines)
        self.holders = sorted(
            (
                (self._begin(node), self.tree.span(node).end, node)
                for node in self.tree.nodes
                if isinstance(node, (ast.stmt, ast.ExceptHandler))
            ),
            key=lambda holder: (holder[0], -holder[1]),
        )

    def comments(self, marks: Iterable[_Mark]) -> list[Edit]:
        """Lines to insert, those of one place as one edit."""
        above: dict[int, dict[str, str]] = {}
        for mark in marks:
            line = self._line(mark.at)
            comments = above.setdefault(line, {})
            if _same(mark.reason) not in self._known(line):
                comments.setdefault(_same(mark.reason), mark.comment)
        texts = {
            line: "".join(self._written(line, comment) for comment in comments.values())
            for line, comments in sorted(above.items())
        }
        return [Edit(self._place(line), text) for line, text in texts.items() if text]

    def _line(self, offset: int) -> int:
        """The start of the line above which a comment about a place stands."""
        inside = [begin for begin, end, _ in self.holders if begin <= offset < end]
        if inside:
            return self.logical.start(max(inside))
        later = [begin for begin, _, _ in self.holders if begin >= offset]
        return self.logical.start(min(later, default=offset))

    def _place(self, line: int) -> Span:
        """Where to write above a line: behind the byte order mark, if there is one."""
        at = line + self.lines.source.startswith(_BOM, line, line + 1)
        return Span(at, at)

    def _begin(self, node: _Holder) -> int:
        """Where a statement begins, with its decorators."""
        decorators = getattr(node, "decorator_list", [])
        return min(self.tree.span(one).start for one in (*decorators, node))

    def _known(self, line: int) -> set[str]:
        """The reasons that are given right above a line."""
        found = set()
        while line > 0:
            line = self.lines.line_start(line - 1)
            text = self._text(line).strip()
            if not text.startswith("#"):
                break
            if match := _MARK.match(text):
                found.add(_same(match["reason"]))
        return found

    def _written(self, line: int, comment: str) -> str:
        if self.lines.line_of(line) < 2 and _ENCODING.search(comment):
            return ""  # in the first two lines, this would be taken for the file's encoding
        text = self._text(line)
        indent = text[: len(text) - len(text.lstrip(" \t\f"))]
        return f"{indent}{comment}{self._line_end(line)}"

    def _text(self, line: int) -> str:
        return self.lines.source[line : self.lines.line_end(line)].removeprefix(_BOM)

    def _line_end(self, line: int) -> str:
        for start in (line, 0):
            text = self._text(start)
            if end := text[len(text.rstrip("\r\n")) :]:
                return end
        return "\n"


def _same(reason: str) -> str:
    """A reason without the numbers of lines, which change when a line is written above them."""
    return _NUMBERED.sub("line", _one_line(reason))


def _moved(edits: Iterable[Edit], offset: int) -> int:
    """Where a place is after edits; the start of what has taken its place, if something has."""
    shift = 0
    for edit in sorted(edits):
        if edit.span.start <= offset < edit.span.end:
            blank = len(edit.text) - len(edit.text.lstrip())
            return edit.span.start + shift + blank
        if edit.span.end > offset:
            break
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return offset + shift
