"""What a program does when its run did not complete, around the reading."""

from __future__ import annotations

from collections.abc import Callable

from .draft import Draft, block, lines
from .readings import read

_DONE = 'if run.status == "completed":'
_FAILED = 'if run.status == "failed":'


def settled(draft: Draft) -> str:
    """Statements after the run: the reading, and what happens instead of it."""
    if draft.told:
        return ""
    return _WAYS[draft.choice["failure"]](draft)


def _leave(draft: Draft, text: str) -> str:
    """Tell, and read nothing."""
    if draft.gives == "return":
        draft.returned = True
        return f"return {text}"
    return f"print({text})"


def _print(draft: Draft) -> str:
    told = 'print(f"Run failed: {run.last_error}")'
    return lines(block(_FAILED, told), read(draft))


def _print_error(draft: Draft) -> str:
    text = 'f"Error: {run.last_error.message}"'
    if draft.gives == "return":
        return lines(block(_FAILED, _leave(draft, text)), read(draft))
    return lines(block(_FAILED, f"print({text})"), block("else:", read(draft)))


def _raise(draft: Draft) -> str:
    test = 'if run.status in ("failed", "cancelled", "expired"):'
    told = 'raise RuntimeError(f"Run failed: {run.last_error.message}")'
    return lines(block(test, told), read(draft))


def _raise_any(draft: Draft) -> str:
    told = 'raise RuntimeError(f"The run ended with status {run.status}")'
    return lines(block('if run.status != "completed":', told), read(draft))


def _otherwise(draft: Draft) -> str:
    told = draft.random.choice(("run.status", 'f"Run status: {run.status}"'))
    return lines(block(_DONE, read(draft)), block("else:", _leave(draft, told)))


def _chain(draft: Draft) -> str:
    return lines(
        block(_DONE, read(draft)),
        block('elif run.status == "failed":', 'print("Failed:", run.last_error.message)'),
        block("else:", _leave(draft, 'f"Unexpected status {run.status}"')),
    )


def _match(draft: Draft) -> str:
    return block(
        "match run.status:",
        block('case "completed":', read(draft)),
        block('case "failed" | "expired":', _leave(draft, "run.last_error.message")),
        block("case other:", _leave(draft, 'f"ended as {other}"')),
    )


def _incomplete(draft: Draft) -> str:
    return lines(
        block(_FAILED, _leave(draft, "run.last_error.message")),
        block('elif run.status == "incomplete":', _leave(draft, "run.incomplete_details.reason")),
        block("else:", read(draft)),
    )


_WAYS: dict[str, Callable[[Draft], str]] = {
    "none": read,
    "print": _print,
    "print-error": _print_error,
    "raise": _raise,
    "raise-any": _raise_any,
    "otherwise": _otherwise,
    "chain": _chain,
    "match": _match,
    "except": read,
    "incomplete": _incomplete,
}
