"""Functions of Streamlit that write a value on the page as text, whatever it is.

Source: streamlit ``elements/code.py`` and ``string_util.py``: the text is ``str(body)``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work

_MODULE = "streamlit"
_WRITERS = frozenset({"caption", "code", "header", "markdown", "subheader", "text", "title"})


def displays(work: Work, call: ast.Call) -> bool:
    """Whether a call writes what it is given on a page, and does nothing else with it."""
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


__all__ = ["displays"]
