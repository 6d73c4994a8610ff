"""The little of a Foundry project that programs ask besides agents."""

from __future__ import annotations

from .api import Reply, Request, Route
from .state import Json

_ACCOUNT = (
    "/subscriptions/subscription/resourceGroups/group/providers/Microsoft.CognitiveServices"
    "/accounts/account"
)


def _connection(name: str, kind: str = "ApiKey") -> Json:
    return {
        "name": name,
        "id": f"{_ACCOUNT}/projects/demo/connections/{name}",
        "type": kind,
        "target": "http://127.0.0.1/",
        "isDefault": True,
        "credentials": {"type": "ApiKey", "key": "k"},
        "metadata": {},
    }


def _get_connection(request: Request) -> Reply:
    return _connection(request.path["name"])


def _list_connections(request: Request) -> Reply:
    return {"value": [_connection("default", request.query.get("connectionType", "ApiKey"))]}


def _hub_connection(name: str, *, secret: bool) -> Json:
    """A connection of a hub's project (azure-ai-projects 1.0.0b10 GetConnectionResponse)."""
    shown = _connection(name)
    properties: Json = {
        "authType": "ApiKey",
        "category": "AzureOpenAI",
        "target": shown["target"],
    }
    if secret:
        properties["credentials"] = {"key": "k"}
    return {"id": shown["id"], "name": name, "properties": properties}


def _list_hub_connections(request: Request) -> Reply:
    return {"value": [_hub_connection("default", secret=False)]}


def _get_hub_connection(request: Request) -> Reply:
    return _hub_connection(request.path["name"], secret=False)


def _get_hub_secrets(request: Request) -> Reply:
    return _hub_connection(request.path["name"], secret=True)


def _list_deployments(request: Request) -> Reply:
    return {"value": []}


ROUTES = (
    Route("GET", "/connections", _list_connections, "both"),
    Route("GET", "/connections/{name}", _get_connection, "both"),
    Route("POST", "/connections/{name}/getConnectionWithCredentials", _get_connection, "both"),
    Route("GET", "/deployments", _list_deployments, "both"),
)

HUB_ROUTES = (
    Route("GET", "/connections", _list_hub_connections, "legacy"),
    Route("GET", "/connections/{name}", _get_hub_connection, "legacy"),
    Route("POST", "/connections/{name}/listsecrets", _get_hub_secrets, "legacy"),
)
