"""How an answer is shaped: ``response_format`` and ``tool_choice``."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.operations.agents.makers import only_tool
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model.settings import DefinitionStyle
from unspool_rules.syntax.layout import Code, call, keyword, mapping

_MODES = ("none", "auto", "required")
_NAMED = "AgentsNamedToolChoice"
UNSEEN = "a response format that is not given in place"
UNKNOWN_CHOICE = "a tool choice in a form that is not known here"


def tool_choice(work: Work, node: ast.expr, agent: ast.expr) -> Writer | None:
    """``tool_choice``: a mode as it is, a named function without its nesting.

    A response can name fewer types of tools than a run could; where the agent has no other tool,
    ``"required"`` says the same.
    """
    value = work.string_value(node)
    if value in _MODES:
        return lambda r: r.code(node) if isinstance(node, ast.Constant) else f'"{value}"'
    named = isinstance(node, ast.Dict) or class_name(work, node) == _NAMED
    fields = fields_of(node) if named else None
    kind = work.string_value(fields.get("type")) if fields else None
    if fields is not None and kind == "function":
        inner = fields_of(fields["function"]) if "function" in fields else None
        if inner is not None and "name" in inner:
            name = inner["name"]
            return lambda r: mapping([("type", '"function"'), ("name", r.code(name))])
    if kind in ("code_interpreter", "file_search"):
        return lambda r: (
            r.code(node) if isinstance(node, ast.Dict) else mapping([("type", f'"{kind}"')])
        )
    if kind is not None and only_tool(work, agent) == kind:
        return lambda _: '"required"'
    work.block(node, UNKNOWN_CHOICE)
    return None


def text_format(work: Work, node: ast.expr) -> Writer | None:
    """``response_format`` as ``text={"format": …}``."""
    if work.string_value(node) == "auto":
        return lambda _: '{"format": {"type": "text"}}'
    fields = fields_of(work.literal_of(node))
    kind = work.string_value(fields.get("type")) if fields else None
    if fields is not None and kind in ("json_object", "text"):
        return lambda _: f'{{"format": {{"type": "{kind}"}}}}'
    schema = fields_of(fields["json_schema"]) if fields and "json_schema" in fields else None
    if kind == "json_schema" and schema is not None and {"name", "schema"} <= set(schema):
        given = schema

        def write(r: Rendering) -> Code:
            pairs: list[tuple[str, Code]] = [("type", '"json_schema"')]
            pairs += [(k, r.code(v)) for k, v in given.items()]
            return mapping([("format", mapping(pairs))])

        return write
    work.block(node, UNSEEN)
    return None


def definition_format(work: Work, node: ast.expr, typed: bool) -> Writer | None:
    """``response_format`` of an agent as the ``text`` of its definition."""
    if work.string_value(node) == "auto":
        return lambda _: "None"
    if not typed:
        return text_format(work, node)
    literal = work.literal_of(node)
    name = class_name(work, literal)
    fields = fields_of(literal)
    kind = work.string_value(fields.get("type")) if fields else None
    if name == "ResponseFormatJsonSchemaType" or kind == "json_schema":
        inner_node = (fields or {}).get("json_schema")
        inner = fields_of(work.literal_of(inner_node)) if inner_node is not None else None
        if inner is None or not {"name", "schema"} <= set(inner):
            work.block(node, "the JSON schema is not given in place")
            return None
        schema = inner

        def write(r: Rendering) -> Code:
            form = call(
                r.model("TextResponseFormatJsonSchema"),
                [r.item(f"{k}=", r.code(v), v) for k, v in schema.items()],
            )
            return call(r.model("PromptAgentDefinitionTextOptions"), [keyword("format", form)])

        return write
    if kind == "json_object":

        def write_object(r: Rendering) -> Code:
            form = call(r.model("TextResponseFormatJsonObject"), [])
            return call(r.model("PromptAgentDefinitionTextOptions"), [keyword("format", form)])

        return write_object
    work.block(node, UNSEEN)
    return None


def is_typed(work: Work) -> bool:
    return work.target.style is DefinitionStyle.TYPED
