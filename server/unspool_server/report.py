"""Findings as the command line prints them: records, JSON and text."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from unspool_rules.model import Analysis, Finding, LineIndex, Span

Position = tuple[int, int]
"""Line and column, both from 1, columns in code points."""


@dataclass(frozen=True, slots=True)
class Place:
    """A range and the line of source that it starts in."""

    start: Position
    end: Position
    cell: int | None = None
    """The notebook cell that it is in, from 1 among all cells; None in other files."""

    @property
    def line(self) -> str:
        """Where it is, for a sentence."""
        line = f"line {self.start[0]}"
        return line if self.cell is None else f"cell {self.cell}, {line}"

    def __str__(self) -> str:
        column = f"{self.start[0]}:{self.start[1]}"
        return column if self.cell is None else f"cell {self.cell}:{column}"

    def as_json(self) -> dict[str, object]:
        return {
            "start": {"line": self.start[0], "column": self.start[1]},
            "end": {"line": self.end[0], "column": self.end[1]},
        }


Locate = Callable[[Span], tuple[Place, str]]
"""A span's place, and the line of source that it starts in."""


@dataclass(frozen=True, slots=True)
class Item:
    """One finding, cut loose from its analysis so that it can travel between processes."""

    path: str
    code: str
    name: str
    severity: str
    message: str
    place: Place
    line: str
    """The source line that the finding starts in, without its end."""
    symbol: str
    target: str | None
    certainty: str
    fix: str | None
    """The fix's title."""
    safe: bool
    notes: tuple[str, ...]
    together: str | None
    """Where the first finding is that the same fix migrates, when it is not this one."""
    blockers: tuple[tuple[str, Place], ...]

    def as_json(self) -> dict[str, object]:
        applicability = "safe" if self.safe else "unsafe"
        fix = {"title": self.fix, "applicability": applicability} if self.fix is not None else None
        return {
            "path": self.path,
            **_cell(self.place),
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "message": self.message,
            "range": self.place.as_json(),
            "symbol": self.symbol,
            "target": self.target,
            "certainty": self.certainty,
            "fix": fix,
            "blockers": [
                {"message": m, **_cell(place), "range": place.as_json()}
                for m, place in self.blockers
            ],
        }


def items(path: str, source: str, analysis: Analysis) -> tuple[Item, ...]:
    """The findings of one file, in order of their position."""
    index = LineIndex(source)
    return located(path, analysis, lambda span: (_place(index, span), _line(index, span.start)))


def located(path: str, analysis: Analysis, locate: Locate) -> tuple[Item, ...]:
    """The findings of one file whose places are told by a function."""
    first: dict[str, str] = {}
    found: list[Item] = []
    for finding in analysis.findings:
        group = finding.fix.group if finding.fix else ""
        found.append(_item(path, locate, finding, first.get(group)))
        if group:
            first.setdefault(group, found[-1].place.line)
    return tuple(found)


def as_json(found: Iterable[Item]) -> str:
    return json.dumps([item.as_json() for item in found], indent=2, ensure_ascii=False)


def as_text(item: Item, *, colour: bool = False) -> str:
    """One finding for a person: where and what, the source line, and what can be done."""
    paint = _Paint(colour)
    mark = "" if item.fix is None else paint.cyan("[*] ") if item.safe else paint.cyan("[~] ")
    where = f"{paint.bold(visible(item.path))}:{item.place}:"
    head = f"{where} {paint.red(item.code)} {mark}{visible(item.message)}"
    return "\n".join((head, *_excerpt(item, paint), *_advice(item, paint)))


def summary(found: Iterable[Item], files: int) -> str:
    """One sentence about all findings of a run over so many files."""
    every = tuple(found)
    if not every:
        return f"No retired agent API found in {_count(files, 'file')}."
    safe = sum(1 for item in every if item.fix is not None and item.safe)
    unsafe = sum(1 for item in every if item.fix is not None and not item.safe)
    parts = [f"{safe} fixable with `unspool fix`"] if safe else []
    parts += [f"{unsafe} {'more ' if safe else ''}with `--unsafe-fixes`"] if unsafe else []
    blocked = len(every) - safe - unsafe
    parts += [f"{blocked} for a person to change"] if blocked else []
    holders = len({item.path for item in every})
    return (
        f"{_count(len(every), 'finding')} in {holders} of {_count(files, 'file')}: "
        f"{', '.join(parts)}."
    )


def visible(text: str) -> str:
    """A text without characters that would move a terminal's cursor or change its colours."""
    return "".join(c if c == "\t" or unicodedata.category(c)[0] != "C" else "�" for c in text)


@dataclass(frozen=True, slots=True)
class _Paint:
    on: bool

    def bold(self, text: str) -> str:
        return self._sgr("1", text)

    def red(self, text: str) -> str:
        return self._sgr("1;31", text)

    def cyan(self, text: str) -> str:
        return self._sgr("36", text)

    def blue(self, text: str) -> str:
        return self._sgr("1;34", text)

    def _sgr(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on else text


def _item(path: str, locate: Locate, finding: Finding, together: str | None) -> Item:
    place, line = locate(finding.span)
    return Item(
        path=path,
        code=finding.code,
        name=finding.name,
        severity=finding.severity.value,
        message=finding.message,
        place=place,
        line=line,
        symbol=finding.symbol,
        target=finding.target,
        certainty=finding.certainty.value,
        fix=finding.fix.title if finding.fix else None,
        safe=finding.fix is not None and finding.fix.safe,
        notes=finding.fix.notes if finding.fix else (),
        together=together,
        blockers=tuple((b.message, locate(b.span)[0]) for b in finding.blockers),
    )


def _cell(place: Place) -> dict[str, object]:
    return {} if place.cell is None else {"cell": place.cell}


def _place(index: LineIndex, span: Span) -> Place:
    start, end = index.position(span.start), index.position(span.end)
    return Place((start[0] + 1, start[1] + 1), (end[0] + 1, end[1] + 1))


def _line(index: LineIndex, offset: int) -> str:
    return index.source[index.line_start(offset) : index.line_end(offset)].rstrip("\r\n")


def _excerpt(item: Item, paint: _Paint) -> Iterator[str]:
    number = str(item.place.start[0])
    gutter = paint.blue(" " * len(number) + " |")
    column = item.place.start[1] - 1
    one_line = item.place.end[0] == item.place.start[0]
    last = item.place.end[1] - 1 if one_line else len(item.line.rstrip())
    before = _cells(item.line[:column])
    marked = max(1, _cells(item.line[column : max(last, column)]))
    yield gutter
    yield f"{paint.blue(f'{number} |')} {visible(item.line).replace(chr(9), ' ' * 4)}".rstrip()
    yield f"{gutter} {' ' * before}{paint.red('^' * marked)}"


def _advice(item: Item, paint: _Paint) -> Iterator[str]:
    lead = " " * len(str(item.place.start[0])) + paint.blue(" =")
    safety = "safe" if item.safe else "unsafe"
    if item.fix is not None and item.together is not None:
        yield f"{lead} {paint.bold('fix')} ({safety}): together with {item.together}"
    elif item.fix is not None:
        yield f"{lead} {paint.bold('fix')} ({safety}): {item.fix}"
        for note in item.notes:
            yield f"{lead} {paint.bold('note')}: {visible(note)}"
    elif item.target is not None:
        yield f"{lead} {paint.bold('now')}: {visible(item.target)}"
    for message, place in item.blockers:
        yield f"{lead} {paint.bold('blocked')} at {place}: {visible(message)}"


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes; tabs are printed as four spaces."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if character == "\t":
        return 4
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
