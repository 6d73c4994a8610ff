"""Routes for tests: what the model saw, what was refused, what is left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from . import legacy_runs, responses
from .rules import RULES
from .shapes import SHAPES
from .state import Json, World

Endpoint = Callable[[Request], Awaitable[Response]]


def settle(world: World) -> None:
    """Finish what the program started and did not wait for."""
    for thread in world.threads.values():
        legacy_runs.settle(world, thread)
    responses.settle(world)


def report(world: World) -> Json:
    """All that a judge may ask about one program."""
    settle(world)
    return {
        "log": world.log,
        "refusals": world.refusals,
        "requests": world.requests,
        "left": {
            "agents": len(world.assistants.keys() - world.stored) + len(world.agents),
            "files": sum(f.meta["purpose"] != "assistants_output" for f in world.files.values()),
            "vector_stores": len(world.stores),
            "conversations": len(world.threads) + len(world.conversations),
        },
    }


def control_routes(world: World) -> list[Route]:
    """`/__log__` reads, `/__reset__` forgets, `/__rules__` tells what is checked and why."""

    async def log(_: Request) -> Response:
        return JSONResponse(report(world))

    async def reset(_: Request) -> Response:
        world.reset()
        return JSONResponse({})

    async def rules(_: Request) -> Response:
        shown = [asdict(rule) for rule in RULES.values()]
        return JSONResponse({"rules": shown, "shapes": [asdict(s) for s in SHAPES.values()]})

    return [
        Route("/__log__", log, methods=["GET"]),
        Route("/__reset__", reset, methods=["POST"]),
        Route("/__rules__", rules, methods=["GET"]),
    ]
