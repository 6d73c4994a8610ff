"""Constants and functions that new code needs, put below the imports of the module."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering


def put(r: Rendering, code: str) -> None:
    """Let the module get an assignment or a function, once."""
    r.module_code.setdefault(code.strip("\n"))


def function(
    r: Rendering,
    wanted: str,
    meaning: str,
    code: str,
    asynchronous: bool | None = None,
    **others: str,
) -> str:
    """The name of a function of the module, which is written when it is not there yet.

    Args:
        meaning: its docstring, by which an earlier migration's is known.
        code: with ``{name}``, ``{meaning}`` and ``{any}`` (`typing.Any`) to be filled in.
        asynchronous: which of two is wanted, where ``code`` has ``{kind}`` and ``{wait}``, too.
        others: names of other functions that it calls.
    """
    sort = ast.AsyncFunctionDef if asynchronous else ast.FunctionDef
    for statement in r.module.body:
        if isinstance(statement, sort) and ast.get_docstring(statement) == meaning:
            return statement.name
    name = r.made_at(f"{wanted}_async" if asynchronous else wanted, r.module.body[0])
    if asynchronous is not None:
        kind, wait = ("async def", "await ") if asynchronous else ("def", "")
        others = {**others, "kind": kind, "wait": wait}
    if "{any}" in code:
        others = {**others, "any": r.imports.need("typing", "Any")}
    put(r, code.format(name=name, meaning=meaning, **others))
    return name


def known(r: Rendering) -> dict[str | None, str]:
    """The functions of the module by their docstrings, those of an earlier migration too."""
    functions = (s for s in r.module.body if isinstance(s, ast.FunctionDef))
    return {ast.get_docstring(function): function.name for function in functions}


def insert(r: Rendering) -> None:
    """Write what the module gets: constants first, with the blank lines that PEP 8 asks for."""
    if not r.module_code:
        return
    blocks = sorted(r.module_code, key=_is_function)
    constants = [block for block in blocks if not _is_function(block)]
    functions = [block for block in blocks if _is_function(block)]
    text = "\n\n\n".join([*(["\n".join(constants)] if constants else []), *functions])
    wanted = 2 if functions else 1
    anchor = _anchor(r)
    above = "\n" if constants else "\n\n"
    if anchor is None:
        r.lines.before(r.module.body[0], above + text + "\n" * wanted)
        return
    r.lines.after(anchor, above + text + "\n" * max(0, wanted - _blank_lines_below(r, anchor)))


def _is_function(code: str) -> bool:
    return code.startswith(("def ", "async def ", "@"))


def _blank_lines_below(r: Rendering, statement: ast.stmt) -> int:
    rest = r.tree.source[r.lines_span(statement).end : r.extent.end].split("\n")
    return next((number for number, line in enumerate(rest) if line.strip()), len(rest))


def _anchor(r: Rendering) -> ast.stmt | None:
    """The last import above all code that is rewritten, else the module's docstring."""
    first_use = r.imports.first_use
    first = r.module.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    found = first if documented else None
    for statement in r.module.body:
        if r.tree.span(statement).start >= first_use:
            break
        if _imports(statement):
            found = statement
    return found


def _imports(statement: ast.stmt) -> bool:
    """Whether a statement imports something, also in a ``try`` or under a condition."""
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return True
    return isinstance(statement, (ast.Try, ast.If)) and any(
        isinstance(inner, (ast.Import, ast.ImportFrom)) for inner in statement.body
    )


__all__ = ["function", "insert", "known", "put"]
