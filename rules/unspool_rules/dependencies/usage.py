"""What the code of a workspace still needs of the old SDKs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from unspool_rules.engine.definitions.store import FILE
from unspool_rules.model import Analysis, Severity

AGENTS = "azure-ai-agents"
PROJECTS = "azure-ai-projects"
OPENAI = "openai"
CONVERSATIONS = "openai with conversations"
PROJECTS_2 = "azure-ai-projects of agent versions"
"""What code that is migrated already needs."""

_NOT_CODE = frozenset({"UNS701", "UNS801", "UNS802", "UNS803"})
_CONVERSATIONS = re.compile(
    r"\.conversations\.items\.\w+\(|\.conversations\.create\((?=[\s\S]*\.responses\.)"
)
_AGENTS_2 = re.compile(r"[\"']agent_reference[\"']|\bPromptAgentDefinition\(")
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<from>[\w.]+)[ \t]+import[ \t]*\(?[ \t]*(?P<names>[\w, \t]*)"
    r"|import[ \t]+(?P<plain>[\w., \t]+))",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Usage:
    """The files that need an old package, by its name, and the modules that are imported."""

    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    imports: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    """Names of the environment that feed legacy code."""
    definitions: frozenset[str] = frozenset()
    """Those of them that hold the id of an assistant whose definition is read from a file."""


def needs_of(text: str, analysis: Analysis) -> tuple[frozenset[str], frozenset[str]]:
    """The old packages that one Python file needs, and the SDK modules that it imports."""
    imports = frozenset(_imports(text))
    symbols = [f.symbol for f in analysis.findings if f.code not in _NOT_CODE]
    needs = set()
    if any(_within(name, "azure.ai.agents") for name in imports):
        needs.add(AGENTS)
    if any(symbol.startswith("azure.ai.") for symbol in symbols) and (
        any(_within(name, "azure.ai.projects") for name in imports)
        or "AgentsClient" not in text  # another file makes the client, of whichever package
    ):
        needs |= {PROJECTS, AGENTS}
    if any(symbol.startswith("openai.") for symbol in symbols):
        needs.add(OPENAI)
    if _CONVERSATIONS.search(text):
        needs.add(CONVERSATIONS)
    if _AGENTS_2.search(text):
        needs.add(PROJECTS_2)
    return frozenset(needs), imports


def settings_of(text: str, analysis: Analysis) -> tuple[frozenset[str], frozenset[str]]:
    """Names of the environment that feed one file, and those that stand for definitions."""
    fed, defined = set(), set()
    for finding in analysis.findings:
        if finding.code == "UNS803" and finding.severity is Severity.INFORMATION:
            name = text[finding.span.start : finding.span.end].strip("\"'")
            fed.add(name)
            if finding.target is not None and finding.target.startswith(FILE):
                defined.add(name)
    return frozenset(fed), frozenset(defined)


def _imports(text: str) -> set[str]:
    found: set[str] = set()
    for match in _IMPORT.finditer(text):
        if match["from"]:
            found.add(match["from"])
            if match["from"] == "azure.ai":
                found |= {f"azure.ai.{name.strip()}" for name in match["names"].split(",")}
        elif match["plain"]:
            found |= {part.split()[0] for part in match["plain"].split(",") if part.strip()}
    return {name for name in found if name.startswith(("azure.ai", "openai"))}


def _within(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")
