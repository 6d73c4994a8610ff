"""Targets of operations whose new form at OpenAI's own service differs from Foundry's.

OpenAI has no agent objects: an assistant is a definition in the code (openai 3.54.0
``openai/resources/responses/responses.py``). Operations that are not listed have one form.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NONE = "no agent is stored at OpenAI: its model, instructions and tools stand in the code"
_RESPONSE = "client.responses.create(conversation=..., model=..., instructions=..., tools=...)"
_OUTPUTS = "client.responses.create(conversation=..., input=[function_call_output, ...])"

OPENAI_TARGETS: Mapping[str, str] = MappingProxyType(
    {
        "agent.create": "partial(client.responses.create, model=..., instructions=..., tools=...)",
        "agent.get": _NONE,
        "agent.list": _NONE,
        "agent.update": _NONE,
        "agent.delete": _NONE,
        "run.create": _RESPONSE,
        "run.process": _RESPONSE,
        "run.stream": _RESPONSE.replace(")", ", stream=True)"),
        "run.submit": _OUTPUTS,
        "run.submit_poll": _OUTPUTS,
        "thread_run.create": _RESPONSE,
        "thread_run.process": _RESPONSE,
    }
)
