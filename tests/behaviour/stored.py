"""Assistants that the legacy service has stored, and the file that holds them afterwards.

The file is written here from the legacy objects, and owes nothing to the engine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from .variables import made_up_ids

FILE = "assistants.json"
_ID = re.compile(r"""["'](asst_\w+)["']""")
_FUNCTION = {
    "name": "get_weather",
    "description": "Tells the weather.",
    "parameters": {
        "type": "object",
        "properties": {"place": {"type": "string"}},
        "required": ["place"],
    },
}


def stored_for(source: str, model: str) -> dict[str, dict[str, Any]]:
    """One assistant for each id that a program writes down or demands of the environment.

    They differ in their instructions, so that taking one for another shows. A program that hands
    in outputs of tools has assistants with a function.
    """
    calls = "submit_tool_outputs" in source
    tools = [{"type": "function", "function": _FUNCTION}] if calls else []
    return {
        key: {
            "id": key,
            "object": "assistant",
            "created_at": 1_700_000_000 + number,
            "name": f"Assistant {number}",
            "description": None,
            "model": model,
            "instructions": f"You are number {number}, and known as {key}.",
            "tools": tools,
            "tool_resources": {},
            "metadata": {},
            "temperature": 0.25,
            "top_p": None,
            "reasoning_effort": None,
            "response_format": "auto",
        }
        for number, key in enumerate(sorted({*_ID.findall(source), *made_up_ids(source)}))
    }


def as_file(assistants: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The definitions, as a person would write them for ``responses.create``."""
    written = {}
    for key, assistant in assistants.items():
        fields = ("name", "model", "instructions", "temperature")
        made = {name: assistant[name] for name in fields if assistant[name] is not None}
        functions = [tool["function"] for tool in assistant["tools"]]
        if functions:
            made["tools"] = [{"type": "function", **f, "strict": False} for f in functions]
        written[key] = made
    return json.dumps(written).encode()
