"""JSON schemas of functions, made from their source the way azure-ai-agents made them at run time.

Source: azure-ai-agents 1.1.0 ``azure/ai/agents/models/_patch.py``: ``_map_type``, ``is_optional``
and ``BaseFunctionTool._build_function_definitions``.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
from dataclasses import dataclass

from unspool_rules.syntax.layout import Brackets, Code, Item, listing, mapping

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
Schema = dict[str, object]

_MISSING = "No description"
_TYPES = {
    "str": "string",
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "NoneType": "null",
    "list": "array",
    "dict": "object",
}
_PARAMETER = re.compile(
    r"^\s*:param\s+(?P<name>[^:\s\(\)]+)(?:\s*\(\s*(?P<type>[^)]+?)\s*\))?\s*:\s*(?P<text>.+)"
)


@dataclass(frozen=True, slots=True)
class Described:
    """What the model is told about one function."""

    name: str
    description: str
    parameters: Schema


def describe(node: FunctionNode, *, bound: bool, lazy: bool) -> Described:
    """Describe a function.

    Args:
        node: its definition.
        bound: whether it is a method whose first parameter is taken.
        lazy: whether its module has ``from __future__ import annotations``: the SDK saw strings.
    """
    text = inspect.cleandoc(ast.get_docstring(node, clean=False) or "")
    told: dict[str, str] = {}
    for line in text.splitlines():
        match = _PARAMETER.match(line.strip())
        if match is not None:
            told[match["name"]] = match["text"].strip()
    properties: Schema = {}
    required: list[object] = []
    for argument, has_default in _parameters(node)[1 if bound else 0 :]:
        annotation = None if lazy and argument.annotation else argument.annotation
        kind = {"type": "string"} if lazy else schema_of(annotation)
        properties[argument.arg] = {**kind, "description": told.get(argument.arg, _MISSING)}
        if not has_default and not _is_optional(annotation):
            required.append(argument.arg)
    return Described(
        node.name,
        text.split("\n", maxsplit=1)[0] if text else _MISSING,
        {"type": "object", "properties": properties, "required": required},
    )


def _parameters(node: FunctionNode) -> list[tuple[ast.arg, bool]]:
    args = node.args
    ordered = [*args.posonlyargs, *args.args]
    first = len(ordered) - len(args.defaults)
    found = [(a, i >= first) for i, a in enumerate(ordered)]
    if args.vararg is not None:
        found.append((args.vararg, False))
    found += [(a, d is not None) for a, d in zip(args.kwonlyargs, args.kw_defaults, strict=True)]
    if args.kwarg is not None:
        found.append((args.kwarg, False))
    return found


def schema_of(annotation: ast.expr | None) -> Schema:
    """The schema that the SDK gave a parameter of this type."""
    if annotation is None or isinstance(annotation, ast.Constant):
        return {"type": "null" if _is_none(annotation) else "string"}
    name = _name(annotation)
    if isinstance(annotation, ast.Subscript):
        name = _name(annotation.value)
        inner = annotation.slice
        inners = list(inner.elts) if isinstance(inner, ast.Tuple) else [inner]
        if name in ("list", "List"):
            return {"type": "array", "items": schema_of(inners[0])}
        if name in ("dict", "Dict"):
            return {"type": "object"}
        if name in ("Optional", "Union"):
            return _union(inners, optional=name == "Optional")
        return {"type": "string"}
    if name == "List":
        return {"type": "array", "items": {"type": "string"}}
    if name == "Dict":
        return {"type": "object"}
    return {"type": _TYPES.get(name, "string")}


def _union(members: list[ast.expr], *, optional: bool) -> Schema:
    others = [m for m in members if not _is_none(m)]
    nullable = optional or len(others) < len(members)
    if len(others) == 1 and not nullable:
        return schema_of(others[0])
    if nullable and len(others) == 1:
        schema = dict(schema_of(others[0]))
        kind = schema.get("type")
        if isinstance(kind, str):
            schema["type"] = [kind, "null"]
        elif isinstance(kind, list) and "null" not in kind:
            schema["type"] = [*kind, "null"]
        elif kind is None:
            schema["type"] = ["null"]
        return schema
    kinds: list[object] = [schema_of(m) for m in members]
    return {"oneOf": [*kinds, {"type": "null"}] if optional else kinds}


def _is_optional(annotation: ast.expr | None) -> bool:
    if not isinstance(annotation, ast.Subscript):
        return False
    name, inner = _name(annotation.value), annotation.slice
    members = list(inner.elts) if isinstance(inner, ast.Tuple) else [inner]
    return name == "Optional" or (name == "Union" and any(_is_none(m) for m in members))


def _is_none(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def written(value: object) -> Code:
    """A schema as code."""
    if isinstance(value, dict):
        return mapping((str(k), written(v)) for k, v in value.items())
    if isinstance(value, list):
        return listing(written(v) for v in value)
    return json.dumps(value, ensure_ascii=False)


def definition(function: Described, head: str | None) -> Code:
    """A function tool: the model's constructor, or a dictionary where there is no head."""
    fields: list[tuple[str, Code]] = [
        ("name", written(function.name)),
        ("description", written(function.description)),
        ("parameters", written(function.parameters)),
        ("strict", "False"),
    ]
    if head is None:
        return mapping([("type", '"function"'), *fields])
    return Brackets(head, tuple(Item(code, f"{key}=") for key, code in fields))


__all__ = ["Described", "FunctionNode", "definition", "describe", "schema_of", "written"]
