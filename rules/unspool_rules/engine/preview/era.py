"""One file and the version it is to run with, as the readers of preview forms see them."""

from __future__ import annotations

import ast
from functools import cached_property

from packaging.version import Version

from unspool_rules.catalogue.entry import Surface
from unspool_rules.catalogue.index import lookup
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.model import Target

CODE = "UNS701"
MODELS = "azure.ai.projects.models"
B4 = Version("2.0.0b4")
B2 = Version("2.0.0b2")
_ONLY_NEW_METHODS = frozenset(
    (
        *("create_version", "create_version_from_manifest", "get_version"),
        *("list_versions", "delete_version"),
    )
)


class Era:
    def __init__(self, facts: Facts, target: Target) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.version = target.version

    def plan(self, node: ast.AST, word: str) -> Plan:
        return Plan(f"p{self.tree.span(node).start}{word}")

    @cached_property
    def is_new_api(self) -> bool:
        """Whether something in the file exists in azure-ai-projects 2.x only."""
        for node in self.tree.nodes:
            if isinstance(node, ast.ImportFrom) and node.module == MODELS:
                if any(_is_new_name(alias.name) for alias in node.names):
                    return True
            elif isinstance(node, ast.Attribute):
                if node.attr in _ONLY_NEW_METHODS and _ends_in_agents(node.value):
                    return True
                if _is_conversation(node):
                    return True
            elif isinstance(node, ast.Constant) and node.value == "agent_reference":
                return True
        return False


def _is_conversation(node: ast.Attribute) -> bool:
    methods = ("create", "retrieve", "update", "delete", "items")
    return (
        node.attr in methods
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "conversations"
    )


def _ends_in_agents(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "agents"


def _is_new_name(name: str) -> bool:
    entry = lookup(f"{MODELS}.{name}")
    if entry is not None and entry.surface is Surface.PREVIEW:
        return True
    return name.endswith("AgentDefinition") or name.startswith("MemoryStore")
