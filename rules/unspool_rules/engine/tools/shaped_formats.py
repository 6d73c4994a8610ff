"""Response formats for OpenAI: written in their new shape, or given it when the program runs."""

from __future__ import annotations

import ast

from unspool_rules.engine.imports.below import function
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.tools.formats import UNSEEN, text_format
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item
from unspool_rules.syntax.names import last_name

_NAME = "response_text"
_MEANING = "An assistant's response format in the shape that responses take."
_FUNCTION = '''def {name}(response_format) -> {any}:
    """{meaning}"""
    if response_format is None or response_format == "auto":
        return {{"format": {{"type": "text"}}}}
{models}    schema = response_format.get("json_schema") or {{}}
    return {{"format": {{"type": response_format["type"], **schema}}}}
'''
_MODELS = """\
    if not isinstance(response_format, dict):
        response_format = response_format.to_dict()
"""
_NOTHING = {"NOT_GIVEN", "NotGiven", "omit", "Omit"}


def openai_text(work: Work, node: ast.expr) -> Writer | None:
    """``response_format`` as ``text=``; None when it blocks."""
    before = work.plan.snapshot()
    written = text_format(work, node)
    if written is not None:
        return written
    new = {message for _, message in work.plan.blockers.keys() - before["blockers"].keys()}
    names = (n for n in ast.walk(node) if isinstance(n, (ast.Name, ast.Attribute)))
    if new != {UNSEEN} or any(last_name(n) in _NOTHING for n in names):
        return None
    work.plan.restore(before)
    work.note(
        f"`{_NAME}` gives a response format that is not in view here its new shape when the "
        "program runs"
    )
    return lambda r: _shaped(r, node)


def _shaped(r: Rendering, node: ast.expr) -> Code:
    return Brackets(text_function(r), (Item(r.code(node)),))


def text_function(r: Rendering) -> str:
    """The name of the function that gives a response format its new shape."""
    models = _MODELS if r.facts.reads_models else ""
    return function(r, _NAME, _MEANING, _FUNCTION, models=models)
