"""How a program waits for its run: each way by name, with outputs of tools where there are some."""

from __future__ import annotations

from collections.abc import Callable

from . import insides, looks, streams, told_streams
from .draft import Draft, block, lines
from .tools import hand_in, handed

_ENDS = '["completed", "failed", "cancelled", "expired", "incomplete"]'
_MOVING = '["queued", "in_progress"]'
_OPEN = '["queued", "in_progress", "requires_action"]'


def poll(draft: Draft) -> str:
    """Statements that start a run and wait for it; it is called `run` afterwards."""
    return _WAYS[draft.choice["poll"]](draft)


def _again(draft: Draft, name: str = "run") -> str:
    return f"{name} = {draft.of_run('run.get')}"


def _asked(draft: Draft) -> str:
    """Inside a loop: answer what the run asks for."""
    if not draft.tools:
        return ""
    return block('if run.status == "requires_action":', hand_in(draft))


def _shown(draft: Draft) -> str:
    ways = ("", "", 'print("Waiting...")', 'print(f"Run status: {run.status}")')
    return draft.random.choice(ways)


def _pace(draft: Draft) -> str:
    return draft.sleep(draft.random.choice(("1", "0.5", "2")))


def _looping(draft: Draft, head: str, *more: str) -> str:
    """Start, then look again while the head says so."""
    again = [_pace(draft), _again(draft)]
    if draft.random.random() < 0.3:
        again.reverse()
    return lines(
        f"run = {draft.start()}",
        draft.note("Wait for the run to complete", "poll until it is done"),
        block(head, *more, _asked(draft), *again, _shown(draft)),
    )


def _while_in(draft: Draft) -> str:
    if not draft.tools:
        return _looping(draft, f"while run.status in {_MOVING}:")
    if draft.random.random() < 0.5:
        return _looping(draft, f"while run.status in {_OPEN}:")
    inner = block(f"while run.status in {_MOVING}:", _pace(draft), _again(draft))
    more = block('while run.status == "requires_action":', hand_in(draft), inner)
    return lines(f"run = {draft.start()}", inner, more)


def _while_not_in(draft: Draft) -> str:
    return _looping(draft, f"while run.status not in {_ENDS}:")


def _while_not_completed(draft: Draft) -> str:
    stop = block('if run.status in ("failed", "incomplete"):', "break")
    return _looping(draft, 'while run.status != "completed":', stop)


def _forever(draft: Draft) -> str:
    wrong = 'elif run.status in ["failed", "cancelled", "expired", "incomplete"]:'
    asked = block('elif run.status == "requires_action":', hand_in(draft)) if draft.tools else ""
    first = _again(draft)
    said = draft.random.choice(("", 'print("Run ended early")'))
    return lines(
        f"run = {draft.start()}",
        block(
            "while True:",
            first,
            _shown(draft),
            block('if run.status == "completed":', "break"),
            asked,
            block(wrong, said, "break"),
            _pace(draft),
        ),
    )


def _status_name(draft: Draft) -> str:
    asked = block('if status == "requires_action":', hand_in(draft)) if draft.tools else ""
    return lines(
        f"run = {draft.start()}",
        "status = run.status",
        block(
            f"while status not in {_ENDS}:",
            asked,
            _pace(draft),
            _again(draft),
            "status = run.status",
        ),
    )


def _statuses(draft: Draft) -> str:
    draft.constant(f"FINISHED = {_ENDS}")
    return _looping(draft, "while run.status not in FINISHED:")


def _deadline(draft: Draft) -> str:
    draft.imports.add("import time")
    late = block("if time.time() - started > 120:", 'raise TimeoutError("The run takes too long")')
    return lines(
        "started = time.time()", _looping(draft, f"while run.status not in {_ENDS}:", late)
    )


def _counter(draft: Draft) -> str:
    first, asked = _again(draft), _asked(draft)
    return lines(
        f"run = {draft.start()}",
        block(
            "for _ in range(60):",
            first,
            block(f"if run.status in {_ENDS}:", "break"),
            asked,
            _pace(draft),
        ),
    )


def _walrus(draft: Draft) -> str:
    return lines(
        f"run = {draft.start()}",
        block(
            f"while (run := {draft.of_run('run.get')}).status not in {_ENDS}:",
            _asked(draft),
            _pace(draft),
        ),
    )


def _flag(draft: Draft) -> str:
    first, asked = _again(draft), _asked(draft)
    return lines(
        f"run = {draft.start()}",
        "done = False",
        block(
            "while not done:",
            first,
            block(f"if run.status in {_ENDS}:", "done = True"),
            asked,
            _pace(draft),
        ),
    )


def _waiter(draft: Draft) -> str:
    """A function waits; it takes ids or the objects."""
    objects = draft.thread.endswith(".id") and draft.random.random() < 0.5
    names = ("run", "thread") if objects else ("thread_id", "run_id")
    given = ("run", draft.thread_object) if objects else (draft.thread, "run.id")
    outer, draft.thread = draft.thread, "thread.id" if objects else "thread_id"
    run = "run.id" if objects else "run_id"
    look = draft.of_run("run.get", run)
    if objects:
        body = lines(block(f"while run.status in {_MOVING}:", f"run = {look}", _pace(draft)))
        body = lines(body, "return run")
    else:
        stop = block(f"if run.status not in {_MOVING}:", "return run")
        body = block("while True:", f"run = {look}", stop, _pace(draft))
    name = draft.helper("wait_on_run", names, body, "Wait until the run is done.")
    draft.thread = outer
    waited = f"run = {draft.call_helper(name, *given)}"
    more = ""
    if draft.tools:
        more = block('while run.status == "requires_action":', hand_in(draft), waited)
    return lines(f"run = {draft.start()}", waited, more)


def _sdk(draft: Draft) -> str:
    started = f"run = {draft.start('run.process')}"
    if not draft.tools or draft.azure:
        return started
    head = draft.random.choice(("while", "if"))
    return lines(started, block(f'{head} run.status == "requires_action":', *handed(draft)))


def _finished_at(draft: Draft) -> str:
    draft.imports.add("import time")
    took = lines(
        "elapsed = run.completed_at - run.created_at",
        "" if draft.azure else "minutes = time.strftime('%M', time.gmtime(elapsed))",
        'print("Waiting...")',
        "break",
    )
    wrong = block('if run.status in ("failed", "incomplete", "expired"):', "break")
    return lines(
        f"run = {draft.start()}",
        block(
            "while True:",
            _again(draft),
            block("if run.completed_at:", took),
            wrong,
            _asked(draft),
            _pace(draft),
        ),
    )


def _cancelled(draft: Draft) -> str:
    """A run that takes too long is cancelled."""
    draft.imports.add("import time")
    late = block(
        "if time.time() - started > 90:",
        draft.of_run("run.cancel"),
        'raise TimeoutError("cancelled after 90 seconds")',
    )
    return lines(
        "started = time.time()", _looping(draft, f"while run.status not in {_ENDS}:", late)
    )


def _attempts(draft: Draft) -> str:
    tries = lines(
        "attempts += 1",
        block("if attempts > 50:", 'print("Giving up")', "break"),
    )
    return lines("attempts = 0", _looping(draft, f"while run.status not in {_ENDS}:", tries))


_WAYS: dict[str, Callable[[Draft], str]] = {
    "while-in": _while_in,
    "while-not-in": _while_not_in,
    "while-not-completed": _while_not_completed,
    "forever": _forever,
    "status-name": _status_name,
    "statuses": _statuses,
    "deadline": _deadline,
    "counter": _counter,
    "walrus": _walrus,
    "flag": _flag,
    "waiter": _waiter,
    "sdk": _sdk,
    "finished-at": _finished_at,
    "cancelled": _cancelled,
    "attempts": _attempts,
    "inside": insides.inside,
    "fetched": looks.fetched,
    "told": looks.told,
    "asked": looks.asked,
    "recursive": looks.recursive,
    "yielded": looks.yielded,
    "started": looks.started,
    "events": streams.events,
    "raw-events": streams.raw_events,
    "deltas": streams.deltas,
    "handler": streams.handler,
    "answered-events": streams.answered_events,
    "collected": told_streams.collected,
    "named-events": told_streams.named,
    "stateful": told_streams.stateful,
    "generated": told_streams.generated,
    "awaited": told_streams.awaited,
}
