"""The life of a run: queued, in progress, then an answer or a request for tool outputs."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from . import legacy_mcp
from .files import add_file
from .legacy_messages import message_body
from .legacy_steps import USAGE, message_step, tool_step
from .model import Turn, logged, sandbox, think
from .prompt import Prompt, response_format, tool_choice
from .rules import refusal
from .state import Json, Thread, World
from .tools import legacy_tools
from .transcript import Call, Entry, Message
from .trouble import Trouble

Event = tuple[str, Json]

ACTIVE = frozenset({"queued", "in_progress", "requires_action", "cancelling"})
MOVING = frozenset({"queued", "in_progress", "cancelling"})


def start(world: World, thread: Thread, assistant: Json, body: Json) -> Json:
    """A new run over the thread as it is."""
    for other in thread.runs:
        if other["status"] in ACTIVE:
            raise refusal("second-run", thread=thread.meta["id"], run=other["id"])
    run = _run_body(world, thread, assistant, body)
    thread.runs.append(run)
    thread.steps[run["id"]] = []
    return run


def _run_body(world: World, thread: Thread, assistant: Json, body: Json) -> Json:
    instructions = body.get("instructions") or assistant["instructions"] or ""
    if extra := body.get("additional_instructions"):
        instructions = f"{instructions}\n{extra}"
    created = world.now()
    times = ("started_at", "cancelled_at", "failed_at", "completed_at", "usage", "last_error")
    return {
        "id": world.new_id("run_"),
        "object": "thread.run",
        "created_at": created,
        "thread_id": thread.meta["id"],
        "assistant_id": assistant["id"],
        "status": "queued",
        "required_action": None,
        "incomplete_details": None,
        **dict.fromkeys(times),
        "expires_at": created + 600,
        "model": body.get("model") or assistant["model"],
        "instructions": instructions,
        "tools": body["tools"] if body.get("tools") is not None else assistant["tools"],
        "tool_resources": {**assistant["tool_resources"], **(body.get("tool_resources") or {})},
        "metadata": body.get("metadata") or {},
        "temperature": _first(body.get("temperature"), assistant["temperature"]),
        "top_p": _first(body.get("top_p"), assistant["top_p"]),
        "reasoning_effort": body.get("reasoning_effort") or assistant["reasoning_effort"],
        "max_prompt_tokens": body.get("max_prompt_tokens"),
        "max_completion_tokens": body.get("max_completion_tokens"),
        "truncation_strategy": body.get("truncation_strategy") or {"type": "auto"},
        "tool_choice": body.get("tool_choice") or "auto",
        "parallel_tool_calls": body.get("parallel_tool_calls") is not False,
        "response_format": body.get("response_format") or assistant["response_format"],
    }


def _first(*values: object) -> object:
    return next((value for value in values if value is not None), None)


def _prompt(world: World, thread: Thread, run: Json) -> Prompt:
    tools = legacy_tools(world, run["tools"], run["tool_resources"], thread.meta["tool_resources"])
    settings = {
        "temperature": run["temperature"],
        "top_p": run["top_p"],
        "reasoning_effort": run["reasoning_effort"],
        "max_output_tokens": run["max_completion_tokens"],
        "response_format": response_format(run["response_format"]),
        "tool_choice": tool_choice(run["tool_choice"]),
        "parallel_tool_calls": None if run["parallel_tool_calls"] else False,
    }
    return Prompt(run["model"], run["instructions"], tools, _window(thread, run), settings)


def _window(thread: Thread, run: Json) -> list[Entry]:
    """The transcript, cut to the last messages when the run says so."""
    count = run["truncation_strategy"].get("last_messages")
    if not count:
        return list(thread.transcript)
    said = [n for n, entry in enumerate(thread.transcript) if isinstance(entry, Message)]
    return list(thread.transcript[said[-count] :]) if len(said) > count else list(thread.transcript)


def advance(world: World, thread: Thread, run: Json) -> list[Event]:
    """One step forward; the events are what a stream tells about it."""
    if run["status"] == "queued":
        run["status"] = "in_progress"
        run["started_at"] = run["started_at"] or world.now()
        return [_event("thread.run.in_progress", run)]
    if run["status"] == "cancelling":
        run.update(status="cancelled", cancelled_at=world.now())
        return [_event("thread.run.cancelled", run)]
    if run["status"] != "in_progress":
        return []
    prompt = _prompt(world, thread, run)
    turn = think(prompt)
    world.log.append(logged(prompt, turn))
    if turn.trouble:
        return _fail(world, thread, run, turn, turn.trouble)
    if turn.mcp:
        return legacy_mcp.call(world, thread, run, turn.mcp)
    return _ask(world, thread, run, turn) if turn.calls else _answer(world, thread, run, turn)


def _event(name: str, data: Json) -> Event:
    return (name, deepcopy(data))


def _ask(world: World, thread: Thread, run: Json, turn: Turn) -> list[Event]:
    calls = [Call(world.new_id("call_"), name, arguments) for name, arguments in turn.calls]
    thread.transcript.extend(calls)
    shown = [
        {
            "id": call.call_id,
            "type": "function",
            "function": {"name": call.name, "arguments": call.arguments},
        }
        for call in calls
    ]
    run["required_action"] = {
        "type": "submit_tool_outputs",
        "submit_tool_outputs": {"tool_calls": shown},
    }
    run["status"] = "requires_action"
    events = tool_step(world, thread, run, [_with_output(call) for call in shown], done=False)
    return [*events, _event("thread.run.requires_action", run)]


def _fail(world: World, thread: Thread, run: Json, turn: Turn, wrong: Trouble) -> list[Event]:
    events: list[Event] = []
    if turn.pieces:
        text = {"type": "text", "text": {"value": turn.text, "annotations": []}}
        message = message_body(world, thread, "assistant", [text])
        message.update(assistant_id=run["assistant_id"], run_id=run["id"])
        message.update(wrong.legacy, completed_at=None, incomplete_at=world.now())
        events += message_step(world, thread, run, message, turn.pieces)
        thread.messages.append(message)
        thread.transcript.append(Message("assistant", (("text", turn.text),)))
    run.update(wrong.legacy, required_action=None)
    if run["status"] == "failed":
        run["failed_at"] = world.now()
    return [*events, _event(f"thread.run.{run['status']}", run)]


def _with_output(call: Json) -> Json:
    return {**call, "function": {**call["function"], "output": None}}


def _answer(world: World, thread: Thread, run: Json, turn: Turn) -> list[Event]:
    made = _generated(world, turn)
    events: list[Event] = []
    for call in _hosted(world, turn, made):
        events += tool_step(world, thread, run, [call], done=True)
    content = [_text(world, turn, made)]
    if made:
        content.insert(0, {"type": "image_file", "image_file": {"file_id": made}})
    message = message_body(world, thread, "assistant", content)
    message.update(assistant_id=run["assistant_id"], run_id=run["id"])
    events += message_step(world, thread, run, message, turn.pieces)
    thread.messages.append(message)
    thread.transcript.append(Message("assistant", (("text", turn.text),)))
    run.update(status="completed", completed_at=world.now(), usage=dict(USAGE))
    run["required_action"] = None
    return [*events, _event("thread.run.completed", run)]


def _generated(world: World, turn: Turn) -> str | None:
    return add_file(world, *turn.file, "assistants_output")["id"] if turn.file else None


def _hosted(world: World, turn: Turn, made: str | None) -> Iterator[Json]:
    if turn.searched:
        results = [
            {"file_id": _file_id(world, cited), "file_name": cited["filename"], "score": 0.9}
            for cited in turn.cited
        ]
        search = {
            "ranking_options": {"ranker": "default_2024_08_21", "score_threshold": 0.0},
            "results": results,
        }
        yield {"id": world.new_id("call_"), "type": "file_search", "file_search": search}
    if turn.code:
        outputs: list[Json] = [{"type": "logs", "logs": turn.code[7:-2]}]
        if made:
            outputs.append({"type": "image", "image": {"file_id": made}})
        code = {"input": turn.code, "outputs": outputs}
        yield {"id": world.new_id("call_"), "type": "code_interpreter", "code_interpreter": code}


def _file_id(world: World, cited: Json) -> str:
    return next(i for i, f in world.files.items() if f.fingerprint == cited)


def _text(world: World, turn: Turn, made: str | None) -> Json:
    notes: list[Json] = [
        {
            "type": "file_citation",
            "text": "【4:0†source】",
            "start_index": len(turn.text),
            "end_index": len(turn.text),
            "file_citation": {"file_id": _file_id(world, cited), "quote": ""},
        }
        for cited in turn.cited
    ]
    if made:
        notes.append(
            {
                "type": "file_path",
                "text": (link := sandbox(world.files[made].meta["filename"])),
                "start_index": turn.text.find(link),
                "end_index": turn.text.find(link) + len(link),
                "file_path": {"file_id": made},
            }
        )
    return {"type": "text", "text": {"value": turn.text, "annotations": notes}}


def finish_step(world: World, run: Json, thread: Thread, outputs: dict[str, str]) -> list[Event]:
    """The tool step that waited now holds the outputs."""
    step = thread.steps[run["id"]][-1]
    for call in step["step_details"]["tool_calls"]:
        call["function"]["output"] = outputs[call["id"]]
    step.update(status="completed", completed_at=world.now(), usage=dict(USAGE))
    return [_event("thread.run.step.completed", step)]


def settle(world: World, thread: Thread) -> None:
    """Let the runs go as far as they get without the program."""
    for run in thread.runs:
        while run["status"] in MOVING:
            advance(world, thread, run)


def stream(world: World, thread: Thread, run: Json, first: list[Event]) -> Iterator[Event]:
    """The events of a run until it stops."""
    yield from first
    while run["status"] in MOVING:
        yield from advance(world, thread, run)
