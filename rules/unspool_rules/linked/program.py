"""Several modules one below the other, and the way back from places of that text to each file.

What a module imports runs before it, so the imported ones stand first; names stay apart, since each
module has a scope of its own (``syntax/scopes.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from unspool_rules.model import Edit, LineIndex, Span
from unspool_rules.semantics.resolver import Module, Resolver

_BOM = "\ufeff"
_BORDER = "\n"
_LINE = re.compile(r"\bline (\d+)\b(?! of `)")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a linked group."""

    path: Path
    text: str
    resolver: Resolver
    """Looks beyond this file."""


class Program:
    """The joint text of some files."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = tuple(sources)
        texts = [_whole_lines(source.text) for source in sources]
        self.text = _BORDER.join(texts)
        self.starts = [0]
        for text in texts:
            self.starts.append(self.starts[-1] + len(text) + len(_BORDER))
        self.lines = LineIndex(self.text)

    @property
    def borders(self) -> tuple[int, ...]:
        return tuple(self.starts[1:-1])

    def part_at(self, offset: int) -> int:
        return min(bisect_right(self.starts, offset), len(self.sources)) - 1

    def local(self, span: Span) -> Span:
        """A place in its file."""
        part = self.part_at(span.start)
        start, most = self.starts[part], len(self.sources[part].text)
        return Span(min(span.start - start, most), min(max(span.end - start, 0), most))

    def edits(self, edits: Iterable[Edit], part: int) -> tuple[Edit, ...]:
        """The edits of one file, as places in its text."""
        text = self.sources[part].text
        found = []
        for edit in edits:
            if self.part_at(edit.span.start) != part:
                continue
            start, end = edit.span.start - self.starts[part], edit.span.end - self.starts[part]
            new = edit.text
            if end > len(text):  # the line end that the joint text has and the file has not
                new = new.removesuffix("\n")
            found.append(Edit(Span(min(start, len(text)), min(end, len(text))), new))
        return tuple(found)

    def words(self, message: str, part: int) -> str:
        """A message whose line numbers are the joint text's, with those of the files.

        A line that a message says the file of is that file's already.
        """

        def place(found: re.Match[str]) -> str:
            offset = self.lines.offset(int(found[1]) - 1, 0)
            where = self.part_at(offset)
            line = int(found[1]) - self.lines.line_of(self.starts[where])
            name = self.sources[where].path.name
            return f"line {line}" if where == part else f"line {line} of `{name}`"

        return _LINE.sub(place, message)


class Around:
    """What looks beyond one file of a group: files of the group are not out of view."""

    def __init__(self, source: Source, group: frozenset[Path]) -> None:
        self._resolver = source.resolver
        self._group = group
        self.path: Path | None = source.path

    def around(self, part: int) -> Resolver:
        return self

    def infer(self, line: int, column: int) -> frozenset[str]:
        return self._resolver.infer(line, column)

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        return self._resolver.module(name, level, beside)

    def takes(self, name: str) -> bool:
        return self._resolver.takes(name)

    def takers(self, name: str, of: Path | None = None) -> tuple[Module, ...]:
        return tuple(m for m in self._resolver.takers(name, of) if m.path not in self._group)


class Joined:
    """The files' own resolvers, asked by places in the joint text."""

    path: Path | None = None

    def __init__(self, program: Program) -> None:
        group = frozenset(source.path for source in program.sources)
        self._around = [Around(source, group) for source in program.sources]
        self._first = [program.lines.line_of(start) for start in program.starts[:-1]]

    def around(self, part: int) -> Resolver:
        return self._around[part]

    def infer(self, line: int, column: int) -> frozenset[str]:
        part = bisect_right(self._first, line) - 1
        return self._around[part].infer(line - self._first[part], column)

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        return self._around[0].module(name, level, beside)

    def takes(self, name: str) -> bool:
        return any(one.takes(name) for one in self._around)

    def takers(self, name: str, of: Path | None = None) -> tuple[Module, ...]:
        found = (module for one in self._around for module in one.takers(name, of))
        return tuple({module.path: module for module in found}.values())


def _whole_lines(text: str) -> str:
    """A text that ends with a line end; a byte order mark is Python nowhere but at the start."""
    body = "\f" + text[1:] if text.startswith(_BOM) else text
    return body if body.endswith(("\n", "\r")) or not body else body + "\n"
