"""Jupyter notebooks as files: their cells, and new sources in the places of old ones.

Whatever is not the source of a changed cell keeps its bytes: the text is never written from parsed
data, new strings are put between the old characters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from unspool_rules.model import Edit, Span, apply_edits
from unspool_server import files
from unspool_server.files import FileError

SUFFIX = ".ipynb"
MAX_BYTES = 100_000_000
"""Notebooks carry their outputs, so they are larger than other sources."""

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class NotebookCell:
    """One cell as it stands in the file."""

    number: int
    """From 1, among all cells."""
    code: bool
    source: str
    place: Span
    """Where the value of ``source`` stands in the file's text."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook file's text and cells."""

    text: str
    python: bool
    cells: tuple[NotebookCell, ...] = field(repr=False)

    @property
    def code(self) -> tuple[tuple[int, str], ...]:
        """Numbers and sources of the cells that hold Python."""
        if not self.python:
            return ()
        return tuple((cell.number, cell.source) for cell in self.cells if cell.code)

    def with_sources(self, sources: Mapping[int, str]) -> str:
        """The file's text with new sources of some cells, by their numbers."""
        by_number = {cell.number: cell for cell in self.cells}
        edits = [
            Edit(by_number[n].place, _spelled(self.text, by_number[n], source))
            for n, source in sources.items()
            if source != by_number[n].source
        ]
        return apply_edits(self.text, edits)


def limit(path: Path) -> int:
    """The size up to which a file is read."""
    return MAX_BYTES if path.suffix.lower() == SUFFIX else files.MAX_BYTES


def decode(data: bytes) -> str:
    """A notebook file's text; with its byte order mark, when it has one.

    Raises:
        FileError: it is not UTF-8, as all JSON must be.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileError(f"not a notebook: not UTF-8 at byte {error.start}") from None


def read(text: str) -> Notebook:
    """The cells of a notebook file.

    Raises:
        FileError: it is not JSON, or no notebook of format 4.
    """
    try:
        return _read(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno} column {error.colno}"
        raise FileError(f"not a notebook: not valid JSON: {error.msg} at {where}") from None
    except RecursionError:
        raise FileError("not a notebook: its JSON is nested too deeply") from None


def _read(text: str) -> Notebook:
    start = 1 if text.startswith("\ufeff") else 0
    values: dict[str, object] = {}
    cells: tuple[NotebookCell, ...] | None = None
    at = _skip(text, start)
    if text[at : at + 1] != "{":
        _value(text, at)
        raise FileError("not a notebook: not a JSON object")
    reader = _Object(text, at)
    for key, place in reader:
        if key == "cells" and text[place : place + 1] == "[":
            cells, reader.at = _cells(text, place)
        else:
            values[key], reader.at = _value(text, place)
            if key == "cells":
                raise FileError("not a notebook: its cells are not a list")
    end = _skip(text, reader.at)
    if end != len(text):
        raise json.JSONDecodeError("Extra data", text, end)
    _check_format(values.get("nbformat"), cells is not None)
    assert cells is not None
    return Notebook(text, _is_python(values.get("metadata")), cells)


def _check_format(major: object, has_cells: bool) -> None:
    if not isinstance(major, int):
        raise FileError("not a notebook: it has no nbformat")
    if major < 4:
        raise FileError(
            f"a notebook of format {major}, only format 4 is read: convert it with "
            "`jupyter nbconvert --to notebook --nbformat 4`"
        )
    if major > 4:
        raise FileError(f"a notebook of format {major}, only format 4 is read")
    if not has_cells:
        raise FileError("not a notebook: it has no cells")


def _is_python(metadata: object) -> bool:
    """Whether the notebook's kernel runs Python; one that does not say so is taken as Python."""
    if not isinstance(metadata, dict):
        return True
    kernel, language = metadata.get("kernelspec"), metadata.get("language_info")
    named = [
        language.get("name") if isinstance(language, dict) else None,
        kernel.get("language") if isinstance(kernel, dict) else None,
    ]
    said = [name.lower() for name in named if isinstance(name, str) and name]
    return not said or any("python" in name for name in said)


class _Object:
    """The keys of a JSON object and where their values begin; ``at`` is set to where one ends."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at + 1

    def __iter__(self) -> Iterator[tuple[str, int]]:
        text = self.text
        at = _skip(text, self.at)
        if text[at : at + 1] == "}":
            self.at = at + 1
            return
        while True:
            if text[at : at + 1] != '"':
                raise json.JSONDecodeError("Expecting a property name in quotes", text, at)
            key, at = _string(text, at)
            at = _expect(text, _skip(text, at), ":")
            yield key, _skip(text, at)
            at = _skip(text, self.at)
            if text[at : at + 1] == "}":
                self.at = at + 1
                return
            at = _skip(text, _expect(text, at, ","))


def _cells(text: str, at: int) -> tuple[tuple[NotebookCell, ...], int]:
    found: list[NotebookCell] = []
    at = _skip(text, at + 1)
    if text[at : at + 1] == "]":
        return (), at + 1
    while True:
        if text[at : at + 1] != "{":
            raise FileError(f"not a notebook: cell {len(found) + 1} is not an object")
        cell, at = _cell(text, at, len(found) + 1)
        found.append(cell)
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            return tuple(found), at + 1
        at = _skip(text, _expect(text, at, ","))


def _cell(text: str, at: int, number: int) -> tuple[NotebookCell, int]:
    values: dict[str, object] = {}
    places: dict[str, Span] = {}
    reader = _Object(text, at)
    for key, place in reader:
        values[key], reader.at = _value(text, place)
        places[key] = Span(place, reader.at)
    source = values.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    code = values.get("cell_type") == "code"
    if not isinstance(source, str):
        if code:
            raise FileError(f"not a notebook: the source of cell {number} is not text")
        source, places["source"] = "", Span(at, at)
    code = code and _language(values.get("metadata")) == "python"
    return NotebookCell(number, code, source, places["source"]), reader.at


def _language(metadata: object) -> str:
    """VS Code keeps the language of a cell that differs from the kernel's."""
    editor = metadata.get("vscode") if isinstance(metadata, dict) else None
    language = editor.get("languageId") if isinstance(editor, dict) else None
    return language if isinstance(language, str) else "python"


def _value(text: str, at: int) -> tuple[object, int]:
    value: tuple[object, int] = _DECODER.raw_decode(text, at)
    return value


def _string(text: str, at: int) -> tuple[str, int]:
    value, end = _value(text, at)
    return str(value), end


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _expect(text: str, at: int, what: str) -> int:
    if text[at : at + 1] != what:
        raise json.JSONDecodeError(f"Expecting '{what}'", text, at)
    return at + 1


# -- writing ---------------------------------------------------------------------------------------


def _spelled(text: str, cell: NotebookCell, source: str) -> str:
    """A new source in the form that the old one has in the file."""
    old = text[cell.place.start : cell.place.end]
    if old.startswith('"'):
        return _respelled(text, old, cell.source, source)
    return _respelled_list(text, old, source)


def _respelled_list(text: str, old: str, source: str) -> str:
    """A list of lines between the same blanks; lines that stay keep their very characters."""
    known: dict[str, str] = {}
    gaps: list[str] = []
    at = end = 1
    while True:
        at = _skip(old, end)
        if old[at : at + 1] == ",":
            at = _skip(old, at + 1)
        if old[at : at + 1] != '"':
            break
        gaps.append(old[end:at])
        line, end = _string(old, at)
        known.setdefault(line, old[at:end])
    closing = old[end:-1]
    opening = gaps[0] if gaps else ""
    between = gaps[1] if len(gaps) > 1 else f",{opening}" if "\n" in opening else ", "
    lines = source.splitlines(keepends=True) if source else []
    spelled = [known.get(line) or _quoted(text, line) for line in lines]
    return f"[{opening}{between.join(spelled)}{closing}]" if spelled else "[]"


def _respelled(text: str, old: str, before: str, after: str) -> str:
    """One string; what stays in front of and behind the change keeps its very characters."""
    starts = _starts(old)
    shorter = min(len(before), len(after))
    front = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    back = 0
    while back < shorter - front and before[-1 - back] == after[-1 - back]:
        back += 1
    if len(starts) != len(before) + 1:
        return _quoted(text, after)
    middle = _quoted(text, after[front : len(after) - back])[1:-1]
    return old[: starts[front]] + middle + old[starts[len(before) - back] :]


_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]",
    re.DOTALL,
)


def _starts(quoted: str) -> list[int]:
    """Where each character of a JSON string stands, and where its closing quote does."""
    last = len(quoted) - 1
    return [m.start() for m in _CHARACTER.finditer(quoted, 1, last)] + [last]


def _quoted(text: str, value: str) -> str:
    """A JSON string, escaped beyond ASCII where the file is plain ASCII by escapes."""
    escapes = text.isascii() and re.search(r"\\u00[89a-fA-F]|\\u0[1-9a-fA-F]|\\u[1-9a-fA-F]", text)
    lone = any("\ud800" <= character <= "\udfff" for character in value)
    return json.dumps(value, ensure_ascii=bool(escapes) or lone)
