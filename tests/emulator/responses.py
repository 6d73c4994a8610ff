"""Routes of responses: checks, then either an answer, a stream or a background job."""

from __future__ import annotations

from copy import deepcopy

from .api import Events, Reply, Request, Route, page
from .conversations import find
from .items import check_calls, entries, stored
from .model import logged, think
from .prompt import Prompt
from .response_config import Config, configure
from .response_mcp import approved, called
from .response_output import output_items
from .response_stream import events
from .rules import refusal
from .state import Conversation, Json, StoredResponse, World

USAGE = {
    "input_tokens": 11,
    "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
    "output_tokens": 7,
    "output_tokens_details": {"reasoning_tokens": 0},
    "total_tokens": 18,
}


def _create(request: Request) -> Reply:
    config = configure(request)
    body, world = request.body, request.world
    conversation, history = _history(request)
    given = _input(world, body.get("input"))
    if body.get("input") is None and not history:
        raise refusal("nothing-to-answer" if conversation else "no-input")
    items = [*history, *given]
    check_calls(entries(world, items))
    response = _blank(world, config, body, conversation)
    stored_response = StoredResponse(response, items)
    if body.get("store") is not False:
        world.responses[response["id"]] = stored_response

    def finish() -> tuple[str, ...]:
        return _finish(world, config, conversation, stored_response, len(history))

    if body.get("background") and not body.get("stream"):
        response["status"] = "queued"
        stored_response.job = finish
        return deepcopy(response)
    begun = deepcopy(response)
    pieces = finish()
    return Events(events(begun, response, pieces)) if body.get("stream") else response


def _history(request: Request) -> tuple[Conversation | None, list[Json]]:
    body, world = request.body, request.world
    wanted, previous = body.get("conversation"), body.get("previous_response_id")
    if wanted and previous:
        raise refusal("conversation-and-previous")
    if wanted:
        conversation_id = wanted["id"] if isinstance(wanted, dict) else wanted
        conversation = find(world, conversation_id)
        return conversation, list(conversation.items)
    if previous:
        found = _find(world, previous)
        return None, [*found.history, *found.body["output"]]
    return None, []


def _input(world: World, given: object) -> list[Json]:
    if given is None:
        return []
    if isinstance(given, str):
        given = [{"role": "user", "content": given}]
    if not isinstance(given, list):
        raise refusal("wrong-type", field="input", expected="a string or an array")
    return [stored(world, item) for item in given]


def _blank(world: World, config: Config, body: Json, conversation: Conversation | None) -> Json:
    return {
        "id": world.new_id("resp_"),
        "object": "response",
        "created_at": world.now(),
        "status": "in_progress",
        "error": None,
        "incomplete_details": None,
        "instructions": config.instructions or None,
        "metadata": body.get("metadata") or {},
        "model": config.model,
        "output": [],
        "parallel_tool_calls": body.get("parallel_tool_calls") is not False,
        "temperature": config.settings.get("temperature"),
        "top_p": config.settings.get("top_p"),
        "tool_choice": body.get("tool_choice") or "auto",
        "tools": config.tools,
        "text": config.text or {"format": {"type": "text"}},
        "truncation": body.get("truncation") or "disabled",
        "background": bool(body.get("background")),
        "previous_response_id": body.get("previous_response_id"),
        "conversation": {"id": conversation.meta["id"]} if conversation else None,
        "agent_reference": config.agent,
        "usage": None,
        "user": body.get("user"),
    }


def _finish(
    world: World,
    config: Config,
    conversation: Conversation | None,
    response: StoredResponse,
    known: int,
) -> tuple[str, ...]:
    """Ask the model; keep what it said where the program can find it."""
    begun = approved(world, config.tools, response.history, response.history[known:])
    while True:
        read = entries(world, [*response.history, *begun])
        prompt = Prompt(config.model, config.instructions, config.canonical, read, config.settings)
        turn = think(prompt)
        world.log.append(logged(prompt, turn))
        servers = called(world, config.tools, config.canonical, turn.mcp)
        begun += servers
        if not servers or any(i["type"] == "mcp_approval_request" for i in servers):
            break
    response.body["output"] = [*begun, *([] if turn.mcp else output_items(world, turn))]
    response.body.update(status="completed", completed_at=world.now(), usage=deepcopy(USAGE))
    if turn.trouble:
        response.body.update(turn.trouble.new, completed_at=None)
    if conversation is not None:
        conversation.items.extend(response.history[known:])
        conversation.items.extend(response.body["output"])
    return turn.pieces


def _find(world: World, response_id: str) -> StoredResponse:
    if response_id not in world.responses:
        raise refusal("unknown-response", id=response_id)
    return world.responses[response_id]


def settle(world: World) -> None:
    """Let background responses finish."""
    for response in world.responses.values():
        if response.job is not None:
            response.job()
            response.job = None


def _get(request: Request) -> Reply:
    found = _find(request.world, request.path["response_id"])
    if found.body["status"] == "queued":
        found.body["status"] = "in_progress"
    elif found.job is not None:
        found.job()
        found.job = None
    return found.body


def _cancel(request: Request) -> Reply:
    found = _find(request.world, request.path["response_id"])
    if not found.body["background"]:
        raise refusal("not-in-background")
    if found.job is not None:
        found.job = None
        found.body["status"] = "cancelled"
    return found.body


def _delete(request: Request) -> Reply:
    found = _find(request.world, request.path["response_id"])
    del request.world.responses[found.body["id"]]
    return {"id": found.body["id"], "object": "response", "deleted": True}


def _input_items(request: Request) -> Reply:
    return page(request, _find(request.world, request.path["response_id"]).history)


_R = "/responses/{response_id}"
ROUTES = (
    Route("POST", "/responses", _create, "new"),
    Route("GET", _R, _get, "new"),
    Route("POST", _R + "/cancel", _cancel, "new"),
    Route("DELETE", _R, _delete, "new"),
    Route("GET", _R + "/input_items", _input_items, "new"),
)
