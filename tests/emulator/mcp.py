"""Servers of the Model Context Protocol: who is asked before a call, and what a server answers.

Sources: azure-ai-agents 1.2.0b5 ``MCPToolDefinition``, ``MCPToolResource``, ``ToolApproval``;
openai 3.54.0 ``types/responses/tool_param.py`` (``Mcp``). That approval is asked for unless the
tool says `never` is documented for both; what a server answers is ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .prompt import Prompt
from .transcript import Call, Message, Output

Json = dict[str, Any]
DENIED = "The call was not approved."


@dataclass(frozen=True, slots=True)
class Wanted:
    """A call of a server's tool that the model asks for."""

    label: str
    name: str
    arguments: str


def canonical(tool: Json, resources: Iterable[Json] = ()) -> Json:
    """The tool as both worlds have it; the approval mode is among the legacy resources."""
    shown = {"type": "mcp", **{k: tool.get(k) for k in ("server_label", "server_url")}}
    shown["allowed_tools"] = tool.get("allowed_tools")
    shown["require_approval"] = setting(tool, resources, "require_approval") or "always"
    return shown


def setting(tool: Json, resources: Iterable[Json], name: str) -> Any:
    """What the last resource of the tool's server says, or the tool itself."""
    said = [r.get(name) for r in resources if r.get("server_label") == tool.get("server_label")]
    return next((value for value in reversed(said) if value), tool.get(name))


def wanted(prompt: Prompt) -> tuple[Wanted, ...]:
    """One call of each server in a user's turn, of the first tool that is allowed."""
    if prompt.settings.get("tool_choice") == "none":
        return ()
    done = set()
    for entry in reversed(prompt.entries):
        if isinstance(entry, Message):
            break
        if isinstance(entry, Call):
            done.add(entry.name)
    found = []
    for tool in prompt.tools:
        if tool["type"] == "mcp":
            name = (tool["allowed_tools"] or ["look_up"])[0]
            if f"{tool['server_label']}.{name}" not in done:
                found.append(Wanted(tool["server_label"], name, json.dumps({"query": "sample"})))
    return tuple(found)


def asks(tools: list[Json], call: Wanted) -> bool:
    """Whether a program has to approve a call."""
    mode = next(
        t["require_approval"]
        for t in tools
        if t["type"] == "mcp" and t["server_label"] == call.label
    )
    if isinstance(mode, dict):
        return call.name not in (mode.get("never") or {}).get("tool_names", ())
    return bool(mode != "never")


def served(call: Wanted, headers: Json | None) -> str:
    """What the server says; that it got the headers shows in it."""
    said = ", ".join(f"{k}={v}" for k, v in sorted((headers or {}).items()))
    return f"{call.label} found {call.arguments} with headers [{said}]"


def told(call_id: str, call: Wanted, text: str) -> tuple[Call, Output]:
    """What the model reads of a call that is over."""
    return Call(call_id, f"{call.label}.{call.name}", call.arguments), Output(call_id, text)
