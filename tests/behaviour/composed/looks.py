"""Ways to wait whose look at the run stands elsewhere: in a helper, a generator, a recursion."""

from __future__ import annotations

from .draft import Draft, block, lines
from .tools import hand_in

_ENDS = '("completed", "failed", "cancelled", "expired", "incomplete")'
_MOVING = '("queued", "in_progress")'


def _helper(draft: Draft, name: str, doc: str, *body: str) -> str:
    """A helper that takes the ids; the value is what calls it."""
    helper = draft.helper(name, ("thread_id", "run_id"), lines(*body), doc)
    return draft.call_helper(helper, draft.thread, "run.id")


def _inside(draft: Draft) -> str:
    """The call that looks, where the ids are parameters."""
    outer, draft.thread = draft.thread, "thread_id"
    look = draft.of_run("run.get", "run_id")
    draft.thread = outer
    return look


def _answered(draft: Draft) -> str:
    return block('if run.status == "requires_action":', hand_in(draft)) if draft.tools else ""


def fetched(draft: Draft) -> str:
    """``run = get_run(thread_id, run_id)``."""
    look = _helper(draft, "get_run", "The run as it is now.", f"return {_inside(draft)}")
    return lines(
        f"run = {draft.start()}",
        block(
            f"while run.status not in {_ENDS}:", _answered(draft), draft.sleep(), f"run = {look}"
        ),
    )


def told(draft: Draft) -> str:
    """``status = get_status(thread_id, run_id)``, and the run once more behind the loop."""
    look = _helper(
        draft,
        "get_status",
        "How far the run is.",
        f"run = {_inside(draft)}",
        "return run.status",
    )
    asked = ""
    if draft.tools:
        asked = block(
            'if status == "requires_action":', f"run = {draft.of_run('run.get')}", hand_in(draft)
        )
    return lines(
        f"run = {draft.start()}",
        f"status = {look}",
        block(f"while status not in {_ENDS}:", asked, draft.sleep(), f"status = {look}"),
        f"run = {draft.of_run('run.get')}",
    )


def asked(draft: Draft) -> str:
    """``while not is_done(thread_id, run_id)``."""
    look = _helper(
        draft,
        "is_done",
        "Whether the run has ended.",
        f"run = {_inside(draft)}",
        f"return run.status in {_ENDS}",
    )
    again = f"run = {draft.of_run('run.get')}"
    answered = lines(again, _answered(draft)) if draft.tools else ""
    return lines(
        f"run = {draft.start()}",
        block(f"while not {look}:", answered, draft.sleep()),
        again,
    )


def recursive(draft: Draft) -> str:
    """A function that calls itself until the run has ended."""
    own = "self.wait_for" if draft.method else "wait_for"
    again = draft.call_helper(own, "thread_id", "run_id")
    look = _helper(
        draft,
        "wait_for",
        "Wait until the run is done.",
        f"run = {_inside(draft)}",
        block(f"if run.status in {_MOVING}:", draft.sleep(), f"return {again}"),
        "return run",
    )
    waited = f"run = {look}"
    more = ""
    if draft.tools:
        more = block('while run.status == "requires_action":', hand_in(draft), waited)
    return lines(f"run = {draft.start()}", waited, more)


def yielded(draft: Draft) -> str:
    """A generator of the run's states."""
    look = _helper(
        draft,
        "watch",
        "The run, as often as it changes.",
        block(
            "while True:",
            f"run = {_inside(draft)}",
            "yield run",
            block(f"if run.status in {_ENDS}:", "return"),
            draft.sleep(),
        ),
    )
    each = "async for" if draft.asynchronous else "for"
    return lines(
        f"run = {draft.start()}",
        block(f"{each} run in {look.removeprefix('await ')}:", _answered(draft) or "pass"),
    )


def started(draft: Draft) -> str:
    """A helper starts the run and gives its id; another waits."""
    outer_thread, outer = draft.thread, draft.assistant
    draft.thread, draft.assistant = "thread_id", "assistant_id"
    start = draft.helper(
        "start_run",
        ("thread_id", "assistant_id"),
        lines(f"run = {draft.start()}", "return run.id"),
        "Start a run.",
    )
    draft.thread, draft.assistant = outer_thread, outer
    return lines(
        f"run_id = {draft.call_helper(start, outer_thread, outer)}",
        f"run = {draft.of_run('run.get', 'run_id')}",
        block(
            f"while run.status not in {_ENDS}:",
            _answered(draft),
            draft.sleep(),
            f"run = {draft.of_run('run.get', 'run_id')}",
        ),
    )
