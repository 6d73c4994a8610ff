"""The few kinds of value a legacy program passes around."""

from __future__ import annotations

from functools import cache

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
    return _kind_of_class(value.cls)


@cache
def _kind_of_class(name: str) -> str | None:
    if name.startswith(_PREFIX):
        return name[len(_PREFIX) :]
    root, _, _ = name.partition(".")
    table = _KINDS.get(root)
    if table is None or ".types.responses." in name or ".conversations" in name:
        return None
    if root == "openai" and (".beta" not in name or "_params." in name):
        return None  # what a call is given is a dictionary of the program's own
    return table.get(name.rpartition(".")[2])


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
    return _client_of_class(value.cls) if isinstance(value, Inst) else None


@cache
def _client_of_class(name: str) -> str | None:
    if not name.startswith(("openai.", "azure.ai.")) or name.startswith("openai.resources"):
        return None
    return CLIENTS.get(name.rpartition(".")[2])


def is_agents(value: Type) -> bool:
    """Whether a value is the ``agents`` of an ``AIProjectClient``."""
    return (
        isinstance(value, Inst)
        and value.cls.startswith("azure.ai.projects.")
        and value.cls.endswith(".AgentsOperations")
    )
