"""Where lines of code begin, as Python joins them: a place above which a comment can stand."""

from __future__ import annotations

import io
import tokenize
from bisect import bisect_right
from dataclasses import dataclass, field

from unspool_rules.model import LineIndex

_NO_CODE = frozenset(
    (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
)


@dataclass(frozen=True, slots=True)
class LogicalLines:
    """The logical lines of a text.

    Raises:
        SyntaxError, tokenize.TokenError: the text is not Python.
    """

    lines: LineIndex
    starts: tuple[int, ...] = field(init=False, repr=False)
    """Offsets of the physical lines that logical lines begin with."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(_starts(self.lines)))

    def start(self, offset: int) -> int:
        """The start of the physical line that the logical line around an offset begins with."""
        index = bisect_right(self.starts, offset) - 1
        return self.starts[index] if index >= 0 else 0


def _starts(lines: LineIndex) -> list[int]:
    # The tokenizer knows no byte order mark and no lone carriage returns; line numbers stay.
    text = lines.source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = []
    fresh = True
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NEWLINE:
            fresh = True
        elif fresh and token.type not in _NO_CODE:
            found.append(lines.starts[token.start[0] - 1])
            fresh = False
    return found
