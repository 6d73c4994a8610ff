"""How a module begins: the lines that stay first (``#!``, the encoding), and lazy annotations."""

from __future__ import annotations

import ast
import re

_HEAD = re.compile(r"(?:#!.*(?:\r\n|\r|\n))?(?:[ \t\f]*#.*?coding[:=].*(?:\r\n|\r|\n))?")


def head_end(source: str) -> int:
    """Where the first line begins that others may be put before."""
    found = _HEAD.match(source)
    return found.end() if found is not None else 0


def is_lazy(module: ast.Module) -> bool:
    """Whether annotations are not evaluated: ``from __future__ import annotations``."""
    return any(
        isinstance(s, ast.ImportFrom)
        and s.module == "__future__"
        and any(a.name == "annotations" for a in s.names)
        for s in module.body
    )
