"""A function of the program that reads from a response what it was asked with.

A response of OpenAI repeats model, instructions, tools and options of its request (``Response`` of
the ``openai`` package). One that goes on with it in the same conversation does not inherit them.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.imports.below import put
from unspool_rules.engine.writing.rendering import Rendering

_NAME = "asked_before"
_MEANING = "What a response was asked with, for the one that goes on with its tool outputs."
_FUNCTION = '''def {name}(response: {response}) -> dict[str, {any}]:
    """{meaning}"""
    asked = response.to_dict(exclude_none=True)
    names = ["model", "instructions", "tools", "temperature", "top_p", "text", "reasoning"]
    names += ["parallel_tool_calls", "max_output_tokens", "truncation"]
    defaults: tuple[{any}, ...] = (None, {{}}, 1.0, True, "disabled")
    return {{n: asked[n] for n in names if asked.get(n) not in defaults}}
'''


def asked_before(r: Rendering) -> str:
    """The name of the function, which is written below the imports where it is not there yet."""
    for statement in r.module.body:
        if isinstance(statement, ast.FunctionDef) and ast.get_docstring(statement) == _MEANING:
            return statement.name
    name = r.made_at(_NAME, r.module.body[0])
    response = r.imports.need("openai.types.responses", "Response")
    any_ = r.imports.need("typing", "Any")
    put(r, _FUNCTION.format(name=name, response=response, any=any_, meaning=_MEANING))
    return name


__all__ = ["asked_before"]
