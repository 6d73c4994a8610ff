"""The ASGI application: path prefixes choose the dialect, routes choose the handler."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Iterator

from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount
from starlette.routing import Route as HttpRoute

from . import (
    agents,
    conversations,
    files,
    legacy_assistants,
    legacy_run_routes,
    legacy_threads,
    project,
    responses,
    vector_stores,
)
from .api import Dialect, Events, Raw, Request, Route
from .control import control_routes
from .rules import ServiceError, refusal
from .state import Json, World

_SHARED = (*files.ROUTES, *vector_stores.ROUTES)
_LEGACY = (*legacy_run_routes.ROUTES, *legacy_assistants.ROUTES, *legacy_threads.ROUTES)
_NEW = (*conversations.ROUTES, *responses.ROUTES, *_SHARED)
# The files of a legacy project live beside its agents; the new ones behind its OpenAI routes.
_PROJECT_FILES = tuple(Route(r.method, r.path, r.handler, "legacy") for r in _SHARED)
_PROJECT = (*_LEGACY, *_PROJECT_FILES, *agents.ROUTES, *project.ROUTES)

_P = "/api/projects/{project}"
# Where the 1.0.0 betas up to b10 find the connections and the agents of a hub's project.
_WORKSPACE = (
    "/subscriptions/{subscription}/resourceGroups/{group}"
    "/providers/Microsoft.MachineLearningServices/workspaces/{project}"
)
_PREFIXES: tuple[tuple[str, Dialect, tuple[Route, ...]], ...] = (
    (_P + "/openai/v1", Dialect.FOUNDRY, _NEW),
    (_P + "/openai", Dialect.FOUNDRY_PREVIEW, _NEW),
    (
        _P + "/agents/{agent_name}/endpoint/protocols/openai",
        Dialect.FOUNDRY_ENDPOINT,
        _NEW,
    ),
    (_P, Dialect.AZURE_AGENTS, _PROJECT),
    (f"/agents/v1.0{_WORKSPACE}", Dialect.AZURE_AGENTS, _PROJECT),
    (_WORKSPACE, Dialect.AZURE_AGENTS, project.HUB_ROUTES),
    ("/openai/v1", Dialect.AZURE_OPENAI, _NEW),
    ("/openai", Dialect.AZURE_OPENAI, (*_LEGACY, *_NEW)),
    ("/v1", Dialect.OPENAI, (*_LEGACY, *_NEW)),
)

Endpoint = Callable[[HttpRequest], Awaitable[Response]]


def make_app(world: World | None = None) -> Starlette:
    """One service with a memory of its own."""
    world = world or World()
    mounts: list[BaseRoute] = list(control_routes(world))
    for prefix, dialect, routes in _PREFIXES:
        inner = [
            HttpRoute(r.path, _endpoint(world, dialect, r), methods=[r.method]) for r in routes
        ]
        mounts.append(Mount(prefix, routes=inner))
    return Starlette(routes=mounts, exception_handlers={404: _gap(world), 405: _gap(world)})


def _gap(world: World) -> Callable[[HttpRequest, Exception], Response]:
    def answer(http: HttpRequest, _: Exception) -> Response:
        route = f"{http.method} {http.url.path}"
        return _refusal(world, http, refusal("unknown-route", route=route))

    return answer


def _endpoint(world: World, dialect: Dialect, route: Route) -> Endpoint:
    async def answer(http: HttpRequest) -> Response:
        world.requests.append(f"{route.method} {http.url.path}")
        try:
            request = await _parsed(http, world, dialect)
            _admit(http, request, route)
            reply = route.handler(request)
        except ServiceError as error:
            return _refusal(world, http, error)
        except Exception as error:
            return _refusal(world, http, refusal("emulator-fault", error=repr(error)))
        if isinstance(reply, Events):
            return StreamingResponse(_sse(reply.events), media_type="text/event-stream")
        if isinstance(reply, Raw):
            return Response(reply.content, media_type="application/octet-stream")
        return JSONResponse(reply)

    return answer


async def _parsed(http: HttpRequest, world: World, dialect: Dialect) -> Request:
    body: Json = {}
    upload: tuple[str, bytes] | None = None
    if http.headers.get("content-type", "").startswith("multipart/form-data"):
        async with http.form() as form:
            for key, value in form.multi_items():
                if isinstance(value, str):
                    body[key] = value
                else:
                    upload = (value.filename or key, await value.read())
    elif raw := await http.body():
        parsed = json.loads(raw)
        body = {key: value for key, value in parsed.items() if value is not None}
    return Request(world, dialect, http.path_params, dict(http.query_params), body, upload)


def _admit(http: HttpRequest, request: Request, route: Route) -> None:
    if "authorization" not in http.headers and "api-key" not in http.headers:
        raise refusal("unauthorized")
    if route.generation not in {"both", *request.world.serves}:
        raise refusal("not-served", route=f"{route.method} {route.path}")
    if _needs_version(http, request.dialect) and "api-version" not in request.query:
        raise refusal("api-version-missing")
    beta = route.generation == "legacy" and request.dialect is Dialect.OPENAI
    if beta and http.headers.get("openai-beta") != "assistants=v2":
        raise refusal("beta-header-missing")


def _needs_version(http: HttpRequest, dialect: Dialect) -> bool:
    if dialect is Dialect.AZURE_OPENAI:
        return not http.url.path.startswith("/openai/v1")
    return dialect in {
        Dialect.AZURE_AGENTS,
        Dialect.FOUNDRY_PREVIEW,
        Dialect.FOUNDRY_ENDPOINT,
    }


def _refusal(world: World, http: HttpRequest, error: ServiceError) -> Response:
    seen = {
        "rule": error.rule.code,
        "message": error.message,
        "request": f"{http.method} {http.url.path}",
    }
    world.refusals.append(seen)
    detail = {
        "message": error.message,
        "type": "invalid_request_error",
        "param": None,
        "code": error.rule.code,
    }
    return JSONResponse({"error": detail}, status_code=error.rule.status)


def _sse(events: Iterable[tuple[str, Json | str]]) -> Iterator[str]:
    for name, data in events:
        text = data if isinstance(data, str) else json.dumps(data)
        yield f"event: {name}\ndata: {text}\n\n"
