"""Functions whose source is not in view: their schemas are made when the program runs.

Source: azure-ai-agents 1.1.0 ``azure/ai/agents/models/_patch.py``: ``_map_type``, ``is_optional``
and ``BaseFunctionTool._build_function_definitions``, which made them at run time, too.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.imports.below import put
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code, listing

NAME = "function_tool"
NOTE = (
    f"`{NAME}` describes functions whose source is not in view here when the program runs, as the "
    "old SDK did: by their signatures and docstrings"
)
_MEANING = "A function as a tool: what its signature and its docstring say of it."
_FUNCTION = r'''def {name}(function: {Callable}[..., {Any}]) -> {result}:
    """{meaning}"""
    types = {{"str": "string", "int": "integer", "float": "number", "bool": "boolean"}}
    types |= {{"list": "array", "dict": "object", "NoneType": "null"}}

    def schema(kind: {Any}) -> dict[str, {Any}]:
        origin, members = {get_origin}(kind), {get_args}(kind)
        others = [member for member in members if member is not type(None)]
        if origin is list:
            return {{"type": "array", "items": schema(members[0] if members else str)}}
        if origin is dict:
            return {{"type": "object"}}
        if origin is {Union} and len(others) == 1:
            one = schema(others[0])
            return {{**one, "type": [one["type"], "null"]}}
        if origin is {Union}:
            return {{"oneOf": [schema(member) for member in members]}}
        named = kind.__name__ if isinstance(kind, type) else ""
        return {{"type": types.get(named, "string")}}

    text = {inspect}.getdoc(function) or ""
    told = {{}}
    for line in text.splitlines():
        pattern = r":param\s+([^:\s()]+)(?:\s*\([^)]+\))?\s*:\s*(.+)"
        if found := {re}.match(pattern, line.strip()):
            told[found[1]] = found[2]
    properties, required = {{}}, []
    for key, parameter in {inspect}.signature(function).parameters.items():
        kind = parameter.annotation
        described = told.get(key, "No description")
        properties[key] = {{**schema(kind), "description": described}}
        optional = {get_origin}(kind) is {Union} and type(None) in {get_args}(kind)
        if parameter.default is parameter.empty and not optional:
            required.append(key)
    return {made}
'''
_TYPED = """{FunctionTool}(
        name=function.__name__,
        description=text.split("\\n", maxsplit=1)[0] or "No description",
        parameters={{"type": "object", "properties": properties, "required": required}},
        strict=False,
    )"""
_PLAIN = """{{
        "type": "function",
        "name": function.__name__,
        "description": text.split("\\n", maxsplit=1)[0] or "No description",
        "parameters": {{"type": "object", "properties": properties, "required": required}},
        "strict": False,
    }}"""


def definitions(r: Rendering, table: str, *, typed: bool) -> Code:
    """The tools of the functions that a table holds by name."""
    return listing([f"*map({_function(r, typed=typed)}, {table}.values())"])


def _function(r: Rendering, *, typed: bool) -> str:
    """The name of the function; it is written below the imports when it is not there yet."""
    for statement in r.module.body:
        if isinstance(statement, ast.FunctionDef) and ast.get_docstring(statement) == _MEANING:
            return statement.name
    name = r.made_at(NAME, r.module.body[0])
    model = r.model("FunctionTool") if typed else ""
    said = {n: r.imports.need("typing", n) for n in ("Any", "Callable", "Union")}
    said |= {n: r.imports.need("typing", n) for n in ("get_args", "get_origin")}
    said |= {n: r.imports.need_module(n) for n in ("inspect", "re")}
    made = (_TYPED if typed else _PLAIN).format(FunctionTool=model)
    result = model or f"dict[str, {said['Any']}]"
    put(r, _FUNCTION.format(name=name, meaning=_MEANING, result=result, made=made, **said))
    return name


__all__ = ["NOTE", "definitions"]
