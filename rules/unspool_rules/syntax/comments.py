"""Comments of a call, read from libcst's lossless tree; and the comments of a whole text."""

from __future__ import annotations

import io
import re
import tokenize
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import libcst as cst


_STRING_OR_COMMENT = re.compile(
    r"""\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''"""
    r"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(\#[^\r\n]*)""",
    re.DOTALL,
)


def same_comments(before: str, after: str) -> bool:
    """Whether two texts hold the same comments, each as often.

    A scan for strings and comments decides in most cases; the tokenizer has the last word.

    Raises:
        tokenize.TokenError: a text is no Python.
    """
    if _scanned(before) == _scanned(after):
        return True
    return _tokenized(before) == _tokenized(after)


def _scanned(source: str) -> Counter[str]:
    return Counter(
        match.group(1).rstrip()
        for match in _STRING_OR_COMMENT.finditer(source)
        if match.group(1) is not None
    )


def _tokenized(source: str) -> Counter[str]:
    reader = io.StringIO(source, newline="").readline
    return Counter(
        token.string.rstrip()
        for token in tokenize.generate_tokens(reader)
        if token.type == tokenize.COMMENT
    )


@dataclass(frozen=True, slots=True)
class CallComments:
    """Comments of one call by argument index (positional and keyword, in source order)."""

    above: dict[int, tuple[str, ...]]
    behind: dict[int, str]
    below: tuple[str, ...]


NO_COMMENTS = CallComments({}, {}, ())


def comments_of_call(text: str) -> CallComments:
    """Read the comments between the arguments of a call expression.

    Comments inside an argument's value are not listed: they travel with the value.

    Args:
        text: source of the call.
    """
    if "#" not in text:
        return NO_COMMENTS
    import libcst as cst

    try:
        node = cst.parse_expression(text)
    except (cst.ParserSyntaxError, RecursionError):
        return NO_COMMENTS
    if not isinstance(node, cst.Call):
        return NO_COMMENTS
    above: dict[int, list[str]] = {}
    behind: dict[int, str] = {}
    count = len(node.args)
    _take(node.whitespace_before_args, -1, above, behind)
    for index, arg in enumerate(node.args):
        if isinstance(arg.comma, cst.Comma):
            _take(arg.comma.whitespace_before, index, above, behind)
            _take(arg.comma.whitespace_after, index, above, behind)
        _take(arg.whitespace_after_arg, index, above, behind)
    if -1 in behind:
        above.setdefault(0, []).insert(0, behind.pop(-1))
    below = tuple(above.pop(count, ()))
    return CallComments({k: tuple(v) for k, v in above.items()}, behind, below)


def _take(
    space: cst.BaseParenthesizableWhitespace,
    index: int,
    above: dict[int, list[str]],
    behind: dict[int, str],
) -> None:
    """Sort the comments of one stretch: on the argument's line, or above the next."""
    import libcst as cst

    if not isinstance(space, cst.ParenthesizedWhitespace):
        return
    first = space.first_line.comment
    if first is not None:
        if index in behind:
            above.setdefault(index + 1, []).append(first.value)
        else:
            behind[index] = first.value
    for line in space.empty_lines:
        if line.comment is not None:
            above.setdefault(index + 1, []).append(line.comment.value)
