"""Functions that show a value as text, whatever it is.

Source: streamlit ``elements/code.py`` and ``string_util.py``: the text is ``str(body)``.
"""

from __future__ import annotations

import ast
import re

from unspool_rules.engine.work import Work
from unspool_rules.syntax.names import last_name

_MODULE = "streamlit"
_WRITERS = frozenset({"caption", "code", "header", "markdown", "subheader", "text", "title"})
_WORD = re.compile(r"[a-z]+|[A-Z]+[a-z]*")
_LOGS = frozenset({"log", "logger", "logging", "logs", "tracer"})
_SHOWING = _LOGS | {
    "debug",
    "display",
    "echo",
    "info",
    "note",
    "print",
    "say",
    "show",
    "trace",
    "warn",
}
"""Words in the names of functions that show something."""
_KEEPING = frozenset({"add", "append", "extend", "insert", "push", "put", "set", "store", "update"})
"""What a log, too, may do with a value for somebody who asks for it later."""


def displays(work: Work, call: ast.Call) -> bool:
    """Whether a call of Streamlit writes what it is given on a page, and does nothing else."""
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr not in _WRITERS:
        return False
    variable = work.variable_of(func.value)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    return bool(bindings) and all(
        isinstance(b.statement, ast.Import)
        and any(alias.name == _MODULE for alias in b.statement.names)
        for b in bindings
    )


def takes_texts(work: Work, call: ast.Call, node: ast.expr) -> bool:
    """Whether a function gets a text in the same place elsewhere, and its result is not used.

    ``log_event("created")`` says that ``log_event(run)`` shows what it is given.
    """
    outer = work.tree.parents.get(call)
    if not isinstance(outer, ast.Expr) or not isinstance(call.func, (ast.Name, ast.Attribute)):
        return False
    if not _shows(call.func):
        return False
    place, called = _place(call, node), ast.unparse(call.func)
    for other in work.infer.stores.calls.get(last_name(call.func), ()):
        given = [a for a in _given(other) if _is_text(a) and _place(other, a) == place]
        if given and place is not None and ast.unparse(other.func) == called:
            return True
    return False


def _shows(func: ast.Name | ast.Attribute) -> bool:
    """Whether a function is called as one that shows something, or as a method of a log."""
    words = _words(func)
    owner = _words(func.value) if isinstance(func, ast.Attribute) else set()
    return bool(words & _SHOWING or owner & _LOGS) and not words & _KEEPING


def keeps(func: ast.expr) -> bool:
    """Whether a function says by its name that it keeps what it gets."""
    return not _words(func).isdisjoint(_KEEPING)


def _words(node: ast.expr) -> set[str]:
    return {word.lower() for word in _WORD.findall(last_name(node))}


def _given(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _place(call: ast.Call, node: ast.expr) -> int | str | None:
    """Which argument of a call a value is."""
    if node in call.args:
        starred = any(isinstance(argument, ast.Starred) for argument in call.args)
        return None if starred else call.args.index(node)
    return next((k.arg for k in call.keywords if k.value is node), None)


def _is_text(node: ast.expr) -> bool:
    said = isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value
    return said or isinstance(node, ast.JoinedStr)


__all__ = ["displays", "keeps", "takes_texts"]
