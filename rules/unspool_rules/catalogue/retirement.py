"""When each legacy service is switched off."""

from __future__ import annotations

from datetime import date

OPENAI_ASSISTANTS = date(2026, 8, 26)
"""Assistants API, also on Azure OpenAI (developers.openai.com, deprecations)."""
AZURE_AGENTS = date(2027, 3, 31)
"""Foundry Agents (classic), the service behind azure-ai-agents (learn.microsoft.com)."""


def retirement_of(symbol: str) -> date | None:
    """The retirement of the service that a qualified name talks to."""
    if symbol.startswith("openai."):
        return OPENAI_ASSISTANTS
    return AZURE_AGENTS if symbol.startswith("azure.ai.") else None
