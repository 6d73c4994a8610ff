"""Which names of the outlined packages are legacy, and which belong to the new world."""

from __future__ import annotations

import functools

from unspool_rules.catalogue.entry import Entry
from unspool_rules.catalogue.rows import azure_beta_models, azure_beta_other_models

_LEGACY = (
    "azure.ai.agents",
    "openai.resources.beta.",
    "openai.types.beta",
    "openai.lib.streaming",
    "openai.AssistantEventHandler",
    "openai.AsyncAssistantEventHandler",
)
_BETA_MODELS = "azure.ai.projects.models."
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


def is_legacy_name(name: str) -> bool:
    """Whether code cannot name the class any more: it is legacy, or went with the hub betas."""
    return is_legacy_symbol(name) or name in _gone()


def is_legacy_by_itself(name: str) -> bool:
    """Whether a legacy name is one also where the file calls no legacy method.

    Models of evaluations, which the hub betas had as well, are not.
    """
    return is_legacy_name(name) and name not in _apart()


@functools.cache
def _gone() -> frozenset[str]:
    """Models that only the hub betas had: importing them from azure-ai-projects 2.x fails."""
    return _classes(azure_beta_models.ROWS) | _apart()


@functools.cache
def _apart() -> frozenset[str]:
    return _classes(azure_beta_other_models.ROWS)


def _classes(rows: tuple[Entry, ...]) -> frozenset[str]:
    names = (name for row in rows for name in row.legacy)
    return frozenset(n for n in names if n.startswith(_BETA_MODELS) and n.count(".") == 4)
