"""Files that are indented by tabs: what a change writes is indented by tabs, too."""

from __future__ import annotations

import io
import re
import tokenize

from unspool_rules.model import Edit, LineIndex, apply_edits

_INDENTED = re.compile(r"^\t", re.MULTILINE)
_LEADING = re.compile(r"[ \t]*")
_WIDTH = 4


def with_tabs(source: str, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits with tabs for each four leading spaces, when the file is indented by tabs.

    Lines inside strings stay as they are.

    Raises:
        SyntaxError, tokenize.TokenError: the text after the edits is not Python.
    """
    if not edits or _INDENTED.search(source) is None:
        return edits
    after = apply_edits(source, edits)
    lines = LineIndex(after)
    inside = _lines_inside_strings(after)
    found = []
    shift = 0
    for edit in sorted(edits):
        start = edit.span.start + shift
        shift += len(edit.text) - (edit.span.end - edit.span.start)
        found.append(Edit(edit.span, _indented(edit.text, start, lines, inside)))
    return tuple(found)


def _indented(text: str, start: int, lines: LineIndex, inside: set[int]) -> str:
    first = lines.line_of(start)
    parts = text.splitlines(keepends=True)
    for index, part in enumerate(parts):
        at_line_start = index > 0 or lines.line_start(start) == start
        if at_line_start and first + index not in inside:
            parts[index] = _LEADING.sub(_tabs, part, count=1)
    return "".join(parts)


def _tabs(match: re.Match[str]) -> str:
    count, rest = divmod(len(match[0].expandtabs(_WIDTH)), _WIDTH)
    return "\t" * count + " " * rest


def _lines_inside_strings(source: str) -> set[int]:
    """Zero-based numbers of lines that begin inside a string."""
    found: set[int] = set()
    opened: list[int] = []
    reader = io.StringIO(source, newline="").readline
    for token in tokenize.generate_tokens(reader):
        name = tokenize.tok_name[token.type]
        if name in ("FSTRING_START", "TSTRING_START"):
            opened.append(token.start[0])
        elif name in ("FSTRING_END", "TSTRING_END"):
            found.update(range(opened.pop(), token.end[0]))
        elif token.type == tokenize.STRING:
            found.update(range(token.start[0], token.end[0]))
    return found
