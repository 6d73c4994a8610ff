"""Grounding with Bing and Azure AI Search."""

from __future__ import annotations

import ast

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.models import arguments_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code, call, keyword, listing, mapping


def of_bing_tool(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, ("connection_id", "market", "set_lang", "count", "freshness"))
    if given is None or "connection_id" not in given:
        work.block(node, "the connection of Bing grounding is not given in place")
        return None

    def write(r: Rendering) -> Code:
        fields = [("project_connection_id", r.code(given["connection_id"]))]
        fields += [(k, r.code(v)) for k, v in given.items() if k != "connection_id"]
        if not typed:
            inner = mapping([("search_configurations", listing([mapping(fields)]))])
            return mapping([("type", '"bing_grounding"'), ("bing_grounding", inner)])
        configuration = call(
            r.model("BingGroundingSearchConfiguration"), [keyword(k, c) for k, c in fields]
        )
        parameters = call(
            r.model("BingGroundingSearchToolParameters"),
            [keyword("search_configurations", listing([configuration]))],
        )
        return call(r.model("BingGroundingTool"), [keyword("bing_grounding", parameters)])

    return write


_SEARCH_FIELDS = (
    "index_connection_id",
    "index_name",
    "query_type",
    "filter",
    "top_k",
    "index_asset_id",
)


def of_azure_search_tool(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, _SEARCH_FIELDS)
    if given is None or not {"index_connection_id", "index_name"} <= set(given):
        work.block(node, "the index of Azure AI Search is not given in place")
        return None

    def write(r: Rendering) -> Code:
        fields: list[tuple[str, Code]] = []
        for name, value in given.items():
            new = "project_connection_id" if name == "index_connection_id" else name
            text = work.enum_value(value) if name == "query_type" else None
            fields.append((new, f'"{text}"' if text is not None else r.code(value)))
        if not typed:
            inner = mapping([("indexes", listing([mapping(fields)]))])
            return mapping([("type", '"azure_ai_search"'), ("azure_ai_search", inner)])
        index = call(r.model("AISearchIndexResource"), [keyword(k, c) for k, c in fields])
        resource = call(
            r.model("AzureAISearchToolResource"), [keyword("indexes", listing([index]))]
        )
        return call(r.model("AzureAISearchTool"), [keyword("azure_ai_search", resource)])

    return write
