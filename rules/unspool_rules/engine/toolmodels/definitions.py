"""Plain definitions by ``type``: dictionaries, or ``…ToolDefinition`` models."""

from __future__ import annotations

import ast

from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.azure_functions import azure_function
from unspool_rules.engine.toolmodels.connections import (
    FABRIC,
    SEARCH_OPTIONS,
    SHAREPOINT,
    configuration,
    connected,
    custom_search,
)
from unspool_rules.engine.toolmodels.constructors import mcp
from unspool_rules.engine.toolmodels.models import model, one, plain, several
from unspool_rules.engine.toolmodels.openapi import openapi
from unspool_rules.engine.work import Work


def of_definition(
    work: Work,
    node: ast.expr,
    kind: str,
    fields: dict[str, ast.expr],
    *,
    typed: bool,
    foundry: bool,
) -> Writer | None:
    """A definition by ``type``: a dictionary, or a ``…ToolDefinition``; None when it blocks."""
    if kind == "mcp":
        return mcp([plain(k, v) for k, v in fields.items() if k != "type"], typed)
    if not foundry:
        work.block(node, f"OpenAI's service has no tool of type `{kind}`")
        return None
    inner = _read(fields.get(kind))
    if inner is None:
        work.block(node, f"what the tool of type `{kind}` uses is not given in place")
        return None
    if kind == "openapi" and {"name", "spec", "auth"} <= set(inner):
        return openapi(work, inner, inner["auth"], typed)
    if kind == "azure_function":
        function = _read(inner.get("function"))
        queues = [
            (_read(inner.get(name)) or {}).get("storage_queue")
            for name in ("input_binding", "output_binding")
        ]
        if function is not None and queues[0] is not None and queues[1] is not None:
            return azure_function(work, function, queues[0], queues[1], typed)
    if kind in ("bing_grounding", "bing_custom_search"):
        return _search(work, node, kind, inner, typed)
    listed = {"fabric_dataagent": FABRIC, "sharepoint_grounding": SHAREPOINT}.get(kind)
    connections = _elements(inner.get("connections") or inner.get("connection_list"))
    if listed is not None and connections:
        ids = [c["connection_id"] for c in connections if set(c) == {"connection_id"}]
        if len(ids) == len(connections):
            return connected(*listed, ids, typed)
    work.block(node, f"a tool of type `{kind}` has to be rebuilt by hand")
    return None


def _search(
    work: Work, node: ast.expr, kind: str, inner: dict[str, ast.expr], typed: bool
) -> Writer | None:
    given = inner.get("search_configurations") or inner.get("connections")
    configurations = _elements(given)
    known = {"connection_id", "instance_name", *SEARCH_OPTIONS}
    if not configurations or any(
        "connection_id" not in c or not set(c) <= known for c in configurations
    ):
        work.block(node, "the connections of this tool are not given in place")
        return None
    if kind == "bing_custom_search":
        return custom_search(configurations, typed)
    made = [configuration("BingGroundingSearchConfiguration", c, typed) for c in configurations]
    parameters = model(
        "BingGroundingSearchToolParameters", "", typed, [several("search_configurations", *made)]
    )
    return model("BingGroundingTool", kind, typed, [one(kind, parameters)])


def _read(node: ast.expr | None) -> dict[str, ast.expr] | None:
    """The fields of a part that is described in place."""
    return fields_of(node) if node is not None else None


def _elements(node: ast.expr | None) -> list[dict[str, ast.expr]]:
    if not isinstance(node, ast.List):
        return []
    found = [fields_of(e) for e in node.elts]
    return [f for f in found if f is not None] if all(f is not None for f in found) else []
