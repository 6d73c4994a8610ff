"""The little of a Foundry project that programs ask besides agents."""

from __future__ import annotations

from .api import Reply, Request, Route
from .state import Json


def _connection(name: str, kind: str = "ApiKey") -> Json:
    return {
        "name": name,
        "id": f"/subscriptions/0/projects/p/connections/{name}",
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


def _list_deployments(request: Request) -> Reply:
    return {"value": []}


ROUTES = (
    Route("GET", "/connections", _list_connections, "both"),
    Route("GET", "/connections/{name}", _get_connection, "both"),
    Route("POST", "/connections/{name}/getConnectionWithCredentials", _get_connection, "both"),
    Route("GET", "/deployments", _list_deployments, "both"),
)
