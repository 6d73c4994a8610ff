"""The few kinds of value a legacy program passes around."""

from __future__ import annotations

from unspool_rules.semantics.types import Inst, Type

_KINDS = {
    "azure": {
        "AgentThread": "thread",
        "ThreadRun": "run",
        "Agent": "agent",
        "ThreadMessage": "message",
        "RunStep": "step",
    },
    "openai": {
        "Thread": "thread",
        "Run": "run",
        "Assistant": "agent",
        "Message": "message",
        "RunStep": "step",
    },
}
IDS = {
    ("thread", "id"): "thread-id",
    ("run", "id"): "run-id",
    ("agent", "id"): "agent-id",
    ("message", "id"): "message-id",
    ("run", "thread_id"): "thread-id",
    ("run", "assistant_id"): "agent-id",
    ("run", "agent_id"): "agent-id",
    ("message", "thread_id"): "thread-id",
    ("message", "run_id"): "run-id",
}
"""Attributes that hold an id: (kind, attribute) to the kind of the id."""

_PREFIX = "unspool."


def kind_of(value: Type) -> str | None:
    """The kind of a value: ``thread``, ``run``, ``agent``, …, or the kind of an id."""
    if not isinstance(value, Inst):
        return None
    if value.cls.startswith(_PREFIX):
        return value.cls[len(_PREFIX) :]
    root, _, _ = value.cls.partition(".")
    table = _KINDS.get(root)
    if table is None or ".types.responses." in value.cls or ".conversations" in value.cls:
        return None
    if root == "openai" and ".beta" not in value.cls:
        return None
    return table.get(value.cls.rpartition(".")[2])


def id_class(kind: str) -> str:
    """The pseudo-class of an id."""
    return _PREFIX + kind


CLIENTS = {
    "AgentsClient": "agents",
    "AIProjectClient": "project",
    "OpenAI": "openai",
    "AsyncOpenAI": "openai",
    "AzureOpenAI": "azure-openai",
    "AsyncAzureOpenAI": "azure-openai",
}


def client_of(value: Type) -> str | None:
    """The sort of client a value is: ``agents``, ``project``, ``openai`` or ``azure-openai``."""
    if isinstance(value, Inst) and value.cls.startswith(("openai.", "azure.ai.")):
        if value.cls.startswith("openai.resources"):
            return None
        return CLIENTS.get(value.cls.rpartition(".")[2])
    return None
