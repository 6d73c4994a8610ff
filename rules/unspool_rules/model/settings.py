"""What a person can set; each field carries the words that its schema and docs are made from."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from packaging.version import Version

NEWEST = Version("2.10.0")
"""The newest azure-ai-projects that the catalogue was checked against (2026-11-22)."""


class TargetService(enum.Enum):
    """Which service the migrated code talks to."""

    AUTO = "auto"
    FOUNDRY = "foundry"
    OPENAI = "openai"


class DefinitionStyle(enum.Enum):
    """How an agent's definition is written."""

    TYPED = "typed"
    DICT = "dict"


class Quotes(enum.Enum):
    """What stands around a string."""

    SINGLE = "'"
    DOUBLE = '"'


@dataclass(frozen=True, slots=True)
class Target:
    """The world that the migrated code will run in; all ``auto`` answers are given by now."""

    version: Version = NEWEST
    """Version of azure-ai-projects."""
    service: TargetService = TargetService.AUTO
    """``AUTO`` goes by the client: plain ``OpenAI`` stays with OpenAI, all else to Foundry."""
    style: DefinitionStyle = DefinitionStyle.TYPED

    @property
    def reference_key(self) -> str:
        """The ``extra_body`` key that names an agent (azure-ai-projects CHANGELOG, 2.0.0b4)."""
        return "agent_reference" if self.version >= Version("2.0.0b4") else "agent"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings after validation: the same for editor, ``pyproject.toml`` and command line."""

    select: tuple[str, ...] = field(
        default=(),
        metadata={"doc": "Rule codes, or prefixes of codes, to report. Empty means all."},
    )
    ignore: tuple[str, ...] = field(
        default=(), metadata={"doc": "Rule codes, or prefixes of codes, not to report."}
    )
    exclude: tuple[str, ...] = field(
        default=(),
        metadata={"doc": "Paths to leave alone, as gitignore patterns relative to the project."},
    )
    target_version: str = field(
        default="auto",
        metadata={
            "doc": "Version of azure-ai-projects that migrated code is for. "
            "`auto` reads the project's lock file, requirements, pyproject.toml or installed "
            "packages, and takes the newest known version when they say nothing."
        },
    )
    target_service: TargetService = field(
        default=TargetService.AUTO,
        metadata={
            "doc": "Service that migrated code talks to. `auto` keeps plain `OpenAI()` code with "
            "OpenAI and moves Azure clients to Foundry."
        },
    )
    definition_style: DefinitionStyle = field(
        default=DefinitionStyle.TYPED,
        metadata={
            "doc": "Write agent definitions with the SDK's models, or as plain dictionaries."
        },
    )
    unsafe_fixes: bool = field(
        default=False,
        metadata={"doc": "Let fix-all and `unspool fix` apply fixes that a person should look at."},
    )
    line_length: int = field(
        default=0,
        metadata={
            "doc": "Longest line that a fix may write. 0 reads ruff's or black's setting of the "
            "project; without one, each file's own layout tells (88 if it does not).",
            "minimum": 0,
            "maximum": 320,
        },
    )

    def reports(self, code: str) -> bool:
        """Whether findings with this code are wanted; the longer of two matching prefixes wins."""
        chosen = max((len(p) for p in self.select if code.startswith(p)), default=-1)
        if not self.select:
            chosen = 0
        dropped = max((len(p) for p in self.ignore if code.startswith(p)), default=-1)
        return chosen > dropped
