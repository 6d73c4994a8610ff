"""The vocabulary of the catalogue: one row per legacy symbol, in words a person reads."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


class Surface(enum.Enum):
    """The legacy SDK a symbol belongs to."""

    AZURE_AGENTS = "azure-ai-agents 1.x"
    AZURE_PROJECTS = "azure-ai-projects 1.x"
    OPENAI_ASSISTANTS = "openai Assistants"
    PREVIEW = "azure-ai-projects 2.0.0b1-b3"


class Kind(enum.Enum):
    """What sort of symbol it is."""

    CALL = "call"
    CLIENT = "client"
    RESOURCE = "resource"
    MODEL = "model"
    ENUM = "enum"
    TOOL = "tool"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Entry:
    """One legacy symbol and what became of it."""

    id: str
    code: str
    """Rule that reports it, such as ``UNS103``."""
    surface: Surface
    kind: Kind
    legacy: tuple[str, ...]
    """Qualified names; the canonical one first, then aliases (async twins, other import paths)."""
    target: str | None
    """The new form in one line of Python or words; ``None`` when nothing takes its place."""
    params: Mapping[str, str] = field(default_factory=dict)
    """Legacy parameter to its new place, in words."""
    results: Mapping[str, str] = field(default_factory=dict)
    """Legacy attribute of the result to its new place, in words."""
    notes: str = ""
    """Traps: what a person should know before and after."""
    blocked: str | None = None
    """The reason why no fix can exist; ``None`` where the engine may make one."""
    since: str = ""
    """First target SDK version that has the new form (azure-ai-projects); empty for any 2.x."""
    until: str = ""
    """First target SDK version that lacks the legacy form; empty where it stays importable."""
    again: str = ""
    """First target SDK version that has another class of the legacy name; empty where none has."""
    source: str = ""
    """File or page that the row was checked against."""
