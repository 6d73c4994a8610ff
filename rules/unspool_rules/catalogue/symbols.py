"""Which names of the outlined packages are legacy, and which belong to the new world."""

from __future__ import annotations

_LEGACY = (
    "azure.ai.agents",
    "openai.resources.beta.",
    "openai.types.beta",
    "openai.lib.streaming",
    "openai.AssistantEventHandler",
    "openai.AsyncAssistantEventHandler",
)
_NOT_LEGACY = (
    "openai.types.beta.realtime",
    "openai.types.beta.chatkit",
    "openai.types.beta.agents",
    "openai.resources.beta.agents",
    "openai.resources.beta.realtime",
    "openai.resources.beta.chat",
    "openai.lib.streaming.chat",
    "openai.lib.streaming.responses",
)


def is_legacy_symbol(name: str) -> bool:
    """Whether a canonical qualified name is part of a retired surface.

    ``client.beta.agents`` of openai 3.x is a new, unrelated API and is not.
    """
    if name in ("openai.types.beta", "openai.lib.streaming"):
        return False
    return name.startswith(_LEGACY) and not name.startswith(_NOT_LEGACY)
