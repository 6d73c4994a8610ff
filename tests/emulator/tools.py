"""The tools of both worlds in one canonical form, and the checks on how they are written."""

from __future__ import annotations

from typing import Any

from . import mcp
from .api import Dialect
from .rules import refusal
from .shapes import SHAPES, UNCHECKED_TOOLS, check
from .state import World

Json = dict[str, Any]

_RENAMED = {
    "connection_id": "project_connection_id",
    "index_connection_id": "project_connection_id",
    "connections": "project_connections",
}
_RETYPED = {
    "fabric_dataagent": "fabric_dataagent_preview",
    "sharepoint_grounding": "sharepoint_grounding_preview",
    "bing_custom_search": "bing_custom_search_preview",
    "browser_automation_preview": "browser_automation",
}
LEGACY_TYPES = frozenset(
    {
        "azure_ai_search",
        "azure_function",
        "bing_custom_search",
        "bing_grounding",
        "browser_automation",
        "code_interpreter",
        "connected_agent",
        "deep_research",
        "fabric_dataagent",
        "file_search",
        "function",
        "mcp",
        "openapi",
        "sharepoint_grounding",
    }
)


def check_legacy(tools: list[Json]) -> None:
    """The nested shape of the Assistants API."""
    for index, tool in enumerate(tools):
        kind = tool.get("type")
        if kind not in LEGACY_TYPES:
            raise refusal("unknown-tool", kind=kind)
        if kind == "function":
            function = tool.get("function")
            if not isinstance(function, dict) or not function.get("name"):
                raise refusal("legacy-tool-shape", index=index)
            _check_strict(function, default=False)


def check_new(tools: list[Json], dialect: Dialect) -> None:
    """The flat shape of the Responses API, and of agent definitions on Foundry."""
    for index, tool in enumerate(tools):
        kind = tool.get("type")
        if kind == "function":
            if not tool.get("name"):
                raise refusal("nested-function", index=index)
            _check_strict(tool, default=False)
        if kind in UNCHECKED_TOOLS:
            continue
        name = f"tool:{kind}"
        if dialect.has_agents and f"foundry-{name}" in SHAPES:
            name = f"foundry-{name}"
        if name not in SHAPES:
            raise refusal("unknown-tool", kind=kind)
        check(name, tool)


def _check_strict(function: Json, *, default: bool) -> None:
    schema = function.get("parameters") or {}
    if not function.get("strict", default) or not schema:
        return
    if schema.get("additionalProperties") is not False:
        raise refusal(
            "strict-schema",
            name=function["name"],
            reason="'additionalProperties' is required to be supplied and to be false",
        )
    if set(schema.get("required", ())) != set(schema.get("properties", {})):
        raise refusal(
            "strict-schema",
            name=function["name"],
            reason="'required' is required to include every key in properties",
        )


def legacy_tools(world: World, tools: list[Json], *resources: Json | None) -> list[Json]:
    """Canonical tools of an assistant; files and stores come from the tool resources."""
    merged = [r for r in resources if r]
    shown: list[Json] = []
    for tool in tools:
        kind = tool["type"]
        own = [r.get(kind) or {} for r in merged]
        if kind == "function":
            shown.append(_function(tool["function"], strict_default=False))
        elif kind == "code_interpreter":
            made = _interpreter(world, [i for r in own for i in r.get("file_ids") or ()])
            sources = [s["uri"] for r in own for s in r.get("data_sources") or ()]
            shown.append({**made, "data_sources": sources} if sources else made)
        elif kind == "file_search":
            stores = [i for r in own for i in r.get("vector_store_ids") or ()]
            # Nothing to search in is nothing to the model; the new service demands a store.
            if stores:
                shown.append(_search(world, stores, tool.get("file_search") or {}))
        elif kind == "azure_ai_search":
            indexes = [i for r in own for i in r.get("indexes") or ()]
            shown.append({"type": kind, kind: _plain({"indexes": indexes})})
        elif kind == "mcp":
            shown.append(mcp.canonical(tool, [i for r in merged for i in r.get(kind) or ()]))
        else:
            shown.append(_other(tool))
    return _sorted(shown)


def new_tools(world: World, tools: list[Json], dialect: Dialect) -> list[Json]:
    """Canonical tools of a definition or a request."""
    shown: list[Json] = []
    for tool in tools:
        kind = tool["type"]
        if kind == "function":
            shown.append(_function(tool, strict_default=not dialect.has_agents))
        elif kind == "code_interpreter":
            container = tool.get("container")
            files = container.get("file_ids") if isinstance(container, dict) else None
            shown.append(_interpreter(world, files or []))
        elif kind == "file_search":
            if tool["vector_store_ids"]:
                shown.append(_search(world, tool["vector_store_ids"], tool))
        elif kind == "mcp":
            shown.append(mcp.canonical(tool))
        else:
            shown.append(_other(tool))
    return _sorted(shown)


def _function(tool: Json, *, strict_default: bool) -> Json:
    strict = tool.get("strict")
    return {
        "type": "function",
        "name": tool["name"],
        "description": tool.get("description") or "",
        "parameters": _schema(tool.get("parameters") or {"type": "object", "properties": {}}),
        "strict": strict_default if strict is None else bool(strict),
    }


def _schema(value: Any) -> Any:
    if isinstance(value, dict):
        shown = {key: _schema(inner) for key, inner in value.items()}
        if isinstance(shown.get("required"), list):
            shown["required"] = sorted(shown["required"])
            if not shown["required"]:
                del shown["required"]
        return shown
    return [_schema(inner) for inner in value] if isinstance(value, list) else value


def _interpreter(world: World, file_ids: list[str]) -> Json:
    return {"type": "code_interpreter", "files": _files(world, file_ids)}


def _search(world: World, store_ids: list[str], options: Json) -> Json:
    for store in store_ids:
        if store not in world.stores:
            raise refusal("unknown-store", id=store)
    shown: Json = {
        "type": "file_search",
        "stores": [_files(world, list(world.stores[store].files)) for store in store_ids],
    }
    for key in ("max_num_results", "ranking_options"):
        if options.get(key) is not None:
            shown[key] = options[key]
    return shown


def _files(world: World, file_ids: list[str]) -> list[Json]:
    for file_id in file_ids:
        if file_id not in world.files:
            raise refusal("unknown-file", id=file_id)
    shown = [world.files[file_id].fingerprint for file_id in dict.fromkeys(file_ids)]
    return sorted(shown, key=lambda f: (f["filename"], f["sha256"]))


def _other(tool: Json) -> Json:
    shown = _plain({key: value for key, value in tool.items() if key != "type"})
    kind = _RETYPED.get(tool["type"], tool["type"])
    if tool["type"] in shown:
        shown[kind] = shown.pop(tool["type"])
    if kind.startswith("bing_") and "project_connections" in shown.get(kind, ()):
        # The betas up to b10 knew no options of a search beside its connection.
        shown[kind]["search_configurations"] = shown[kind].pop("project_connections")
    return {"type": kind, **shown}


_UNASKED = {"default_params": [], "market": "", "set_lang": "", "freshness": "", "count": 5}
"""What the legacy helpers send by default (azure/ai/agents/models/_patch.py)."""


def _plain(value: Any) -> Any:
    """Connections under one name, nothing that is None, and no functions the service adds."""
    if isinstance(value, dict):
        return {
            _RENAMED.get(key, key): _plain(inner)
            for key, inner in value.items()
            if inner is not None and key != "tool_configs" and _UNASKED.get(key, key) != inner
        }
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return "project_connection" if value == "connection" else value


def _sorted(tools: list[Json]) -> list[Json]:
    # A legacy FunctionTool iterates over a set, so the order of tools cannot matter.
    return sorted(tools, key=lambda tool: (tool["type"], tool.get("name") or ""))
