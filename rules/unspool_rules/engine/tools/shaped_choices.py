"""Tool choices for OpenAI: written in their new shape, or given it when the program runs."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.absent import is_plain, may_be_left_out, may_be_none
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.tools.formats import UNKNOWN_CHOICE, tool_choice
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

_NAME = "response_tool_choice"
_MEANING = "A run's tool choice in the shape that responses take."
_FUNCTION = '''def {name}(tool_choice) -> {any}:
    """{meaning}"""
    if isinstance(tool_choice, dict) and "function" in tool_choice:
        return {{"type": "function", **tool_choice["function"]}}
    return "auto" if tool_choice is None else tool_choice
'''


def openai_choice(work: Work, node: ast.expr, agent: ast.expr) -> Writer | None:
    """``tool_choice`` of a response; None when it blocks."""
    before = work.plan.snapshot()
    written = tool_choice(work, node, agent)
    if written is not None or not is_plain(node):
        return written
    new = {message for _, message in work.plan.blockers.keys() - before["blockers"].keys()}
    if new != {UNKNOWN_CHOICE} or may_be_left_out(work, node):
        return None
    work.plan.restore(before)
    if _is_mode(work, node) and not may_be_none(work, node):
        return lambda r: r.code(node)
    work.note(
        f"`{_NAME}` gives a tool choice that is not in view here its new shape when the program "
        "runs"
    )
    return lambda r: Brackets(choice_function(r), (Item(r.code(node)),))


def choice_function(r: Rendering) -> str:
    """The name of the function that gives a tool choice its new shape."""
    return function(r, _NAME, _MEANING, _FUNCTION)


def _is_mode(work: Work, node: ast.expr) -> bool:
    """Whether a choice is a parameter that is said to be a string: a mode, such as ``"auto"``."""
    variable = work.variable_of(node)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    said = [getattr(binding.node, "annotation", None) for binding in bindings]
    return bool(said) and all(isinstance(one, ast.Name) and one.id == "str" for one in said)


__all__ = ["choice_function", "openai_choice"]
