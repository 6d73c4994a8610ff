"""Run steps and the events a stream sends about them."""

from __future__ import annotations

from copy import deepcopy

from .state import Json, Thread, World

Event = tuple[str, Json]
USAGE = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}


def add_step(world: World, thread: Thread, run: Json, details: Json) -> Json:
    """A step in progress."""
    step = {
        "id": world.new_id("step_"),
        "object": "thread.run.step",
        "created_at": world.now(),
        "assistant_id": run["assistant_id"],
        "thread_id": run["thread_id"],
        "run_id": run["id"],
        "type": details["type"],
        "status": "in_progress",
        "step_details": details,
        "last_error": None,
        "expired_at": None,
        "cancelled_at": None,
        "failed_at": None,
        "completed_at": None,
        "metadata": {},
        "usage": None,
    }
    thread.steps[run["id"]].append(step)
    return step


def _begun(step: Json) -> list[Event]:
    shown = deepcopy(step)
    return [("thread.run.step.created", shown), ("thread.run.step.in_progress", shown)]


def _done(world: World, step: Json) -> Event:
    step.update(status="completed", completed_at=world.now(), usage=dict(USAGE))
    return ("thread.run.step.completed", deepcopy(step))


def tool_step(
    world: World, thread: Thread, run: Json, calls: list[Json], *, done: bool
) -> list[Event]:
    """A step of tool calls; hosted tools are done at once, functions wait for the program."""
    step = add_step(world, thread, run, {"type": "tool_calls", "tool_calls": []})
    events = _begun(step)
    step["step_details"]["tool_calls"] = calls
    indexed = [{"index": n, **deepcopy(call)} for n, call in enumerate(calls)]
    for call in indexed:
        _number_outputs(call)
    delta = {"step_details": {"type": "tool_calls", "tool_calls": indexed}}
    events.append(
        (
            "thread.run.step.delta",
            {"id": step["id"], "object": "thread.run.step.delta", "delta": delta},
        )
    )
    return [*events, _done(world, step)] if done else events


def _number_outputs(call: Json) -> None:
    for number, output in enumerate(call.get("code_interpreter", {}).get("outputs", ())):
        output["index"] = number


def message_step(
    world: World, thread: Thread, run: Json, message: Json, pieces: tuple[str, ...]
) -> list[Event]:
    """A step that writes a message, piece by piece."""
    details = {"type": "message_creation", "message_creation": {"message_id": message["id"]}}
    step = add_step(world, thread, run, details)
    empty = {**message, "status": "in_progress", "content": [], "completed_at": None}
    events = _begun(step)
    events += [("thread.message.created", empty), ("thread.message.in_progress", empty)]
    events += [_delta(message["id"], block) for block in _delta_blocks(message, pieces)]
    events.append((f"thread.message.{message['status']}", deepcopy(message)))
    return [*events, _done(world, step)]


def _delta_blocks(message: Json, pieces: tuple[str, ...]) -> list[Json]:
    blocks: list[Json] = []
    for index, block in enumerate(message["content"]):
        if block["type"] != "text":
            blocks.append({"index": index, **deepcopy(block)})
            continue
        blocks += [{"index": index, "type": "text", "text": {"value": p}} for p in pieces]
        notes = block["text"]["annotations"]
        if notes:
            numbered = [{"index": n, **deepcopy(note)} for n, note in enumerate(notes)]
            text = {"value": "", "annotations": numbered}
            blocks.append({"index": index, "type": "text", "text": text})
    return blocks


def _delta(message_id: str, block: Json) -> Event:
    data = {
        "id": message_id,
        "object": "thread.message.delta",
        "delta": {"role": "assistant", "content": [block]},
    }
    return ("thread.message.delta", data)
