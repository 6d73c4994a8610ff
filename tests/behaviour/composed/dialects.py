"""How the operations are spelled in each SDK."""

from __future__ import annotations

from .axes import AZURE

# The path behind the client, and the parameters in the order of their positions.
_Calls = dict[str, tuple[str, tuple[str, ...]]]
_B = "beta."
_OPENAI: _Calls = {
    "assistant.create": (_B + "assistants.create", ()),
    "assistant.delete": (_B + "assistants.delete", ("assistant_id",)),
    "thread.create": (_B + "threads.create", ()),
    "thread.delete": (_B + "threads.delete", ("thread_id",)),
    "message.create": (_B + "threads.messages.create", ("thread_id",)),
    "message.list": (_B + "threads.messages.list", ("thread_id",)),
    "run.create": (_B + "threads.runs.create", ("thread_id",)),
    "run.get": (_B + "threads.runs.retrieve", ("run_id",)),
    "run.process": (_B + "threads.runs.create_and_poll", ()),
    "run.submit": (_B + "threads.runs.submit_tool_outputs", ("run_id",)),
    "run.submit_poll": (_B + "threads.runs.submit_tool_outputs_and_poll", ()),
    "run.cancel": (_B + "threads.runs.cancel", ("run_id",)),
    "run.steps": (_B + "threads.runs.steps.list", ()),
    "run.submit_stream": (_B + "threads.runs.submit_tool_outputs_stream", ()),
    "run.stream": (_B + "threads.runs.stream", ()),
    "file.create": ("files.create", ()),
    "store.create": (_B + "vector_stores.create", ()),
}
_AZURE: _Calls = {
    "assistant.create": ("create_agent", ()),
    "assistant.delete": ("delete_agent", ("agent_id",)),
    "thread.create": ("threads.create", ()),
    "thread.delete": ("threads.delete", ("thread_id",)),
    "message.create": ("messages.create", ("thread_id",)),
    "message.list": ("messages.list", ("thread_id",)),
    "run.create": ("runs.create", ("thread_id",)),
    "run.get": ("runs.get", ("thread_id", "run_id")),
    "run.process": ("runs.create_and_process", ("thread_id",)),
    "run.submit": ("runs.submit_tool_outputs", ("thread_id", "run_id")),
    "run.cancel": ("runs.cancel", ("thread_id", "run_id")),
    "run.steps": ("run_steps.list", ()),
    "run.stream": ("runs.stream", ("thread_id",)),
    "file.create": ("files.upload_and_poll", ()),
    "store.create": ("vector_stores.create_and_poll", ()),
    "last": ("messages.get_last_message_text_by_role", ("thread_id",)),
}
_WIDTH = 80


def operation(surface: str, name: str) -> tuple[str, tuple[str, ...]]:
    """The path of an operation behind the client, and its positional parameters."""
    return (_AZURE if surface in AZURE else _OPENAI)[name]


def call(path: str, first: tuple[str, ...], arguments: dict[str, str]) -> str:
    """A call on one line, or on one line for each argument.

    Args:
        first: the parameters that are given by position.
    """
    given = [arguments[name] for name in first if name in arguments]
    given += [f"{name}={value}" for name, value in arguments.items() if name not in first]
    line = f"{path}({', '.join(given)})"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    inner = "".join(_indented(one) + ",\n" for one in given)
    return f"{path}(\n{inner})"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else line for line in text.split("\n"))


def block(head: str, *body: str) -> str:
    """A compound statement."""
    inside = "\n".join(part for part in body if part)
    return f"{head}\n{_indented(inside)}"


def lines(*parts: str) -> str:
    """Statements below each other; empty ones are left out."""
    return "\n".join(part for part in parts if part)
