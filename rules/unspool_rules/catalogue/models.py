"""Legacy models that annotations name, and the models that take their place.

Sources: openai 3.54.0 ``openai/types/{conversations,responses}``, azure-ai-projects 2.10.0
``azure/ai/projects/models``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_CONVERSATION = ("openai.types.conversations", "Conversation")
_RESPONSE = ("openai.types.responses", "Response")
_MESSAGE = ("openai.types.conversations", "Message")
_AGENT = ("azure.ai.projects.models", "AgentVersionDetails")

MODELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "AgentThread": _CONVERSATION,
        "Thread": _CONVERSATION,
        "ThreadRun": _RESPONSE,
        "Run": _RESPONSE,
        "ThreadMessage": _MESSAGE,
        "Message": _MESSAGE,
        "Agent": _AGENT,
        "Assistant": _AGENT,
        "MessageInputContentBlock": ("openai.types.responses", "ResponseInputContentParam"),
    }
)
"""Simple class name to module and name."""

ENUM_BASES = frozenset({"Enum", "StrEnum"})
