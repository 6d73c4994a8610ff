"""Where the strings of a TOML text stand; what they mean is left to a real parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unspool_rules.model import Span

_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'""")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\'', re.DOTALL
)
_OTHER = re.compile(r"[^\s,\]}#]+")


@dataclass(frozen=True, slots=True)
class Place:
    """One string: the keys that lead to it, its text without quotes, and where it stands."""

    keys: tuple[str, ...]
    value: str
    span: Span
    """Of what is between the quotes."""
    token: Span
    """With the quotes."""
    entry: Span
    """Of the whole ``key = value`` around it."""
    in_array: bool


class Places:
    """One pass over a text that a parser has found to be TOML."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def found(self) -> Iterator[Place]:
        header: tuple[str, ...] = ()
        text = self._text
        while True:
            self._skip(_BLANK)
            if self._at >= len(text):
                return
            if text[self._at] == "[":
                self._at += 2 if text.startswith("[[", self._at) else 1
                header = self._keys()
                end = re.compile(r"[\r\n]").search(text, self._at)
                self._at = end.start() if end else len(text)
                continue
            before = self._at
            yield from self._entry(header)
            if self._at <= before:
                return  # not what a parser would have taken

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        if match:
            self._at = match.end()

    def _keys(self) -> tuple[str, ...]:
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            match = _KEY.match(self._text, self._at)
            if match is None:
                return tuple(keys)
            keys.append(match[0].strip("\"'"))
            self._at = match.end()
            self._skip(_SPACE)
            if self._text[self._at : self._at + 1] != ".":
                return tuple(keys)
            self._at += 1

    def _entry(self, header: tuple[str, ...]) -> Iterator[Place]:
        start = self._at
        keys = (*header, *self._keys())
        self._skip(_SPACE)
        if self._text[self._at : self._at + 1] != "=":
            return
        self._at += 1
        found = list(self._value(keys, in_array=False))
        entry = Span(start, self._at)
        for keys_, match, in_array in found:
            width = 3 if match[0][:3] in ('"""', "'''") else 1
            span = Span(match.start() + width, match.end() - width)
            token = Span(match.start(), match.end())
            value = self._text[span.start : span.end]
            yield Place(keys_, value, span, token, entry, in_array)

    def _value(
        self, keys: tuple[str, ...], *, in_array: bool
    ) -> Iterator[tuple[tuple[str, ...], re.Match[str], bool]]:
        self._skip(_BLANK if in_array else _SPACE)
        text = self._text
        opening = text[self._at : self._at + 1]
        match = _STRING.match(text, self._at)
        if match:
            self._at = match.end()
            yield keys, match, in_array
        elif opening == "[":
            self._at += 1
            while True:
                self._skip(_BLANK)
                if self._at >= len(text) or text[self._at] == "]":
                    self._at += 1
                    return
                before = self._at
                yield from self._value(keys, in_array=True)
                self._skip(_BLANK)
                if text[self._at : self._at + 1] == ",":
                    self._at += 1
                if self._at <= before:
                    return
        elif opening == "{":
            self._at += 1
            while True:
                self._skip(_BLANK)
                if self._at >= len(text) or text[self._at] == "}":
                    self._at += 1
                    return
                before = self._at
                inner = (*keys, *self._keys())
                self._skip(_SPACE)
                self._at += 1
                yield from self._value(inner, in_array=False)
                self._skip(_BLANK)
                if text[self._at : self._at + 1] == ",":
                    self._at += 1
                if self._at <= before:
                    return
        else:
            self._skip(_OTHER)
