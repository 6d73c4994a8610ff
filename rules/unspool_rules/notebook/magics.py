"""What IPython adds to Python, masked with the same number of characters."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from unspool_rules.model import Span

PYTHON_CELLS = frozenset(
    ("capture", "debug", "ipytest", "memit", "prun", "time", "timeit", "mprun", "heat", "scalene")
)
"""Cell magics whose body is Python that runs in the notebook."""

_LANGUAGES = re.compile(r"\s*%(?:bash|fs|html|javascript|js|md|r|scala|sh|sql|latex|svg)\b")
"""Databricks writes a cell's language with one percent sign."""
_CELL_MAGIC = re.compile(r"\s*%%(?P<name>\w*)[^\r\n]*")
_REST = r"(?:\\(?:\r\n|[\s\S])|[^\\\r\n])*\\?"
_ESCAPED = re.compile(rf"[ \t]*(?P<all>(?P<mark>[%!?,;/]){_REST})")
_HELP = re.compile(r"[ \t]*(?P<all>%{0,2}[^\W\d][\w.*\[\]]*\?{1,2})[ \t]*;?[ \t]*(?=[\r\n]|\Z)")
_ASSIGNED = re.compile(
    rf"[ \t]*[^\W\d][\w.,*()\[\]\"' \t]*(?<![=<>!])=[ \t]*(?P<all>(?P<mark>[%!]){_REST})"
)
_TIMED = re.compile(r"%time(?:it)?[ \t]+(?=[^\s-])")
_TOKEN = re.compile(
    r"""(?P<triple>\"\"\"|''')|(?P<string>"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?)"""
    r"""|(?P<comment>\#[^\r\n]*)|(?P<open>[(\[{])|(?P<close>[)\]}])"""
    r"""|(?P<joined>\\(?:\r\n|\r|\n))|(?P<newline>\r\n|\r|\n)|(?P<other>[^"'#(\[{)\]}\\\r\n]+|\\)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_INSTALLERS = re.compile(
    r"%(?:pip|conda|mamba|micromamba|uv|load_ext|matplotlib|cd|env|autoreload)\b"
)
_FIELD = re.compile(r"\{([^{}]*)\}|\$(\w+)")
_NAME = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Masked:
    """One cell's text as Python sees it."""

    text: str
    """As long as the cell, with its line ends; what is no Python is ``0`` and blanks."""
    masks: tuple[Span, ...] = ()
    """What was masked: nothing there may be edited."""
    head: int = 0
    """Where the line after a cell magic begins; nothing may stand before that magic."""
    foreign: bool = False
    """Whether the whole cell is in another language."""
    valid: bool = True
    """Whether the text is Python."""
    words: frozenset[str] = frozenset()
    """Names that masked lines may use."""


@lru_cache(maxsize=1024)
def mask(source: str) -> Masked:
    """One cell's text with magics, shell commands and questions masked."""
    cell = _CELL_MAGIC.match(source)
    if cell is None and _parses(source):
        return Masked(source)
    found = list(_masks(source, cell))
    if cell and cell["name"] not in PYTHON_CELLS:
        return Masked(source, (Span(0, len(source)),), foreign=True, words=_fields(cell[0]))
    text, words = source, set[str]()
    for span in found:
        piece = source[span.start : span.end]
        timed = piece[-1:] if piece.startswith("%time") and piece[-1:] in " \t" else ""
        text = text[: span.start] + _blank(piece, timed=bool(timed)) + text[span.end :]
        words |= _words(piece)
    valid = _parses(text)
    if not valid and _LANGUAGES.match(source):
        return Masked(source, (Span(0, len(source)),), foreign=True)
    head = _line_end(source, cell.end()) if cell else 0
    return Masked(text, tuple(found), head, valid=valid, words=frozenset(words))


def names_in(text: str) -> frozenset[str]:
    """Every word of a text that may be a name."""
    return frozenset(_NAME.findall(text))


def _masks(source: str, cell: re.Match[str] | None) -> Iterator[Span]:
    """What is no Python, where a line of code can begin."""
    at, depth, fresh = 0, 0, True
    if cell:
        start = cell.end() - len(cell[0].lstrip())
        yield Span(start, cell.end())
        at, fresh = cell.end(), False
    while at < len(source):
        if fresh and depth == 0:
            span = _escape(source, at)
            if span:
                yield span
                at, fresh = span.end, False
                continue
        token = _TOKEN.match(source, at)
        if token is None:
            return
        at = _after_triple(source, token) if token["triple"] else token.end()
        fresh = bool(token["newline"])
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth = max(depth - 1, 0)


def _escape(source: str, at: int) -> Span | None:
    """The part of the line at a place that is for IPython."""
    found = _ESCAPED.match(source, at)
    if found:
        timed = _TIMED.match(source, found.start("all"))
        if timed and _parses(_first_line(source[timed.end() :]), simple=True):
            return Span(*timed.span())
        return Span(*found.span("all"))
    found = _HELP.match(source, at) or _ASSIGNED.match(source, at)
    return Span(*found.span("all")) if found else None


def _after_triple(source: str, token: re.Match[str]) -> int:
    at = token.end()
    while at < len(source):
        if source.startswith(token["triple"], at):
            return at + 3
        escaped = _ESCAPE.match(source, at)
        at = escaped.end() if escaped else at + 1
    return at


def _blank(piece: str, *, timed: bool) -> str:
    blanks = re.sub(r"[^\r\n]", " ", piece)
    return f"0{blanks[1:-1]};" if timed else f"0{blanks[1:]}"


def _words(piece: str) -> frozenset[str]:
    if piece.startswith("!") or _INSTALLERS.match(piece):
        return _fields(piece)
    if piece.endswith("?") or piece.startswith("?") or re.fullmatch(r"%time(?:it)?[ \t]+", piece):
        return frozenset()
    return names_in(piece)


def _fields(piece: str) -> frozenset[str]:
    """Names that IPython puts the values of into a command."""
    fields = " ".join(found for pair in _FIELD.findall(piece) for found in pair)
    return names_in(fields)


def _first_line(text: str) -> str:
    return re.split(r"[\r\n]", text, maxsplit=1)[0]


def _line_end(source: str, at: int) -> int:
    found = re.compile(r"\r\n|\r|\n").match(source, at)
    return found.end() if found else len(source)


def _parses(text: str, *, simple: bool = False) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = ast.parse(text + "\n")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return not simple or not any(hasattr(node, "body") for node in module.body)
