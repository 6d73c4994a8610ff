"""Routes of runs and run steps."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from . import legacy_assistants as assistants
from . import legacy_mcp
from .api import Events, Reply, Request, Route, page
from .legacy_messages import add_message, add_thread, find
from .legacy_runs import MOVING, advance, finish_step, settle, start, stream
from .rules import refusal
from .shapes import check
from .state import Json, Thread
from .tools import check_legacy
from .transcript import Output

Event = tuple[str, Json]


def _create(request: Request) -> Reply:
    check("run", request.body)
    thread = find(request.world, request.path["thread_id"])
    return _started(request, thread, [])


def _create_with_thread(request: Request) -> Reply:
    check("thread-and-run", request.body)
    thread = add_thread(request.world, request.body.get("thread") or {})
    for key, value in assistants.inline_stores(
        request.world, request.body.get("tool_resources")
    ).items():
        thread.meta["tool_resources"].setdefault(key, value)
    return _started(request, thread, [("thread.created", deepcopy(thread.meta))])


def _started(request: Request, thread: Thread, events: list[Event]) -> Reply:
    world, body = request.world, request.body
    assistant = assistants.find(world, body["assistant_id"])
    check_legacy(body.get("tools") or [])
    run = start(world, thread, assistant, body)
    for message in body.get("additional_messages") or ():
        add_message(world, thread, message)
    if not body.get("stream"):
        return deepcopy(run)
    shown = deepcopy(run)
    events += [("thread.run.created", shown), ("thread.run.queued", shown)]
    return Events(_closed(stream(world, thread, run, events)))


def _closed(events: Iterator[Event]) -> Iterator[tuple[str, Json | str]]:
    yield from events
    yield ("done", "[DONE]")


def _run(request: Request) -> tuple[Thread, Json]:
    thread = find(request.world, request.path["thread_id"])
    run_id = request.path["run_id"]
    for run in thread.runs:
        if run["id"] == run_id:
            return thread, run
    raise refusal("unknown-object", kind="run", id=run_id)


def _get(request: Request) -> Reply:
    thread, run = _run(request)
    advance(request.world, thread, run)
    return run


def _list(request: Request) -> Reply:
    thread = find(request.world, request.path["thread_id"])
    for run in thread.runs:
        advance(request.world, thread, run)
    return page(request, thread.runs)


def _update(request: Request) -> Reply:
    check("run-update", request.body)
    _, run = _run(request)
    run["metadata"] = request.body.get("metadata") or {}
    return run


def _cancel(request: Request) -> Reply:
    _, run = _run(request)
    if run["status"] not in MOVING | {"requires_action"}:
        raise refusal("cancel-finished", status=run["status"])
    run["status"] = "cancelling"
    run["required_action"] = None
    return run


def _submit(request: Request) -> Reply:
    approvals = "tool_approvals" in request.body
    check("tool-approvals" if approvals else "tool-outputs", request.body)
    world = request.world
    thread, run = _run(request)
    if run["status"] != "requires_action":
        raise refusal("tool-outputs-not-awaited", status=run["status"])
    if approvals:
        events = legacy_mcp.approve(world, thread, run, request.body["tool_approvals"])
        return _goes_on(request, thread, run, events)
    if run["required_action"]["type"] != "submit_tool_outputs":
        raise refusal("approval-awaited")
    wanted = [c["id"] for c in run["required_action"]["submit_tool_outputs"]["tool_calls"]]
    given = {o.get("tool_call_id"): o.get("output") for o in request.body["tool_outputs"]}
    if set(given) != set(wanted):
        raise refusal("tool-outputs-incomplete", expected=wanted, got=list(given))
    outputs = {call: given[call] or "" for call in wanted}
    for call, text in outputs.items():
        if not isinstance(text, str):
            raise refusal("wrong-type", field="tool_outputs[].output", expected="a string")
        thread.transcript.append(Output(call, text))
    return _goes_on(request, thread, run, finish_step(world, run, thread, outputs))


def _goes_on(request: Request, thread: Thread, run: Json, events: list[Event]) -> Reply:
    world = request.world
    run.update(status="queued", required_action=None)
    if not request.body.get("stream"):
        return run
    events.append(("thread.run.queued", deepcopy(run)))
    return Events(_closed(stream(world, thread, run, events)))


def _steps(request: Request) -> Reply:
    thread, run = _run(request)
    settle(request.world, thread)
    return page(request, thread.steps[run["id"]])


def _step(request: Request) -> Reply:
    thread, run = _run(request)
    step_id = request.path["step_id"]
    for step in thread.steps[run["id"]]:
        if step["id"] == step_id:
            return step
    raise refusal("unknown-object", kind="run step", id=step_id)


_T = "/threads/{thread_id}/runs"
_R = _T + "/{run_id}"
ROUTES = (
    Route("POST", "/threads/runs", _create_with_thread, "legacy"),
    Route("POST", _T, _create, "legacy"),
    Route("GET", _T, _list, "legacy"),
    Route("GET", _R, _get, "legacy"),
    Route("POST", _R, _update, "legacy"),
    Route("POST", _R + "/cancel", _cancel, "legacy"),
    Route("POST", _R + "/submit_tool_outputs", _submit, "legacy"),
    Route("GET", _R + "/steps", _steps, "legacy"),
    Route("GET", _R + "/steps/{step_id}", _step, "legacy"),
)
