"""Ids of stored agents and threads, and names of the environment that hold something old.

What they name is data of the old service: no edit of the code moves it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.clients.legacy import constructed, service_of
from unspool_rules.engine.definitions.store import FILE
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.leaves import Leaves, key_of
from unspool_rules.engine.sites import Site
from unspool_rules.model import Severity, Target, TargetService

CODE = "UNS803"
AGENT_ID = re.compile(r"asst_\w+")
THREAD_ID = re.compile(r"thread_\w+")

_ARGUMENTS = {
    "agent_id": "agent",
    "assistant_id": "agent",
    "assistant": "agent",
    "thread_id": "thread",
    "thread": "thread",
}


def stored(facts: Facts, target: Target) -> list[Spot]:
    """Literals and names that feed the ids and clients of legacy calls."""
    return list(_Stored(facts, target).spots())


class _Stored:
    def __init__(self, facts: Facts, target: Target) -> None:
        self._facts = facts
        self._tree = facts.tree
        self._target = target
        self._leaves = Leaves(facts)
        self._clients: set[ast.Call] = set()

    def spots(self) -> Iterator[Spot]:
        for site in self._facts.sites:
            for name, kind in _ARGUMENTS.items():
                for leaf in self._leaves.of(site.arguments.get(name)):
                    yield from self._id(site, name, kind, leaf)
            yield from self._client(site)

    def _id(self, site: Site, name: str, kind: str, leaf: ast.expr) -> Iterator[Spot]:
        key = key_of(leaf)
        if key is not None:
            yield self._spot(site, name, kind, key, Severity.INFORMATION)
        elif isinstance(leaf, ast.Constant):
            pattern = AGENT_ID if kind == "agent" else THREAD_ID
            if pattern.fullmatch(str(leaf.value)):
                yield self._spot(site, name, kind, leaf, Severity.WARNING)

    def _spot(
        self, site: Site, name: str, kind: str, node: ast.Constant, severity: Severity
    ) -> Spot:
        foundry = service_of(site, self._target) is TargetService.FOUNDRY
        verb = "is" if severity is Severity.WARNING else "holds"
        return Spot(
            CODE,
            f"`{_short(node.value)}` {verb} {words(kind, foundry=foundry)}",
            self._tree.span(node),
            symbol=f"{site.symbol}.{name}",
            target=_becomes(kind, foundry=foundry),
            severity=severity,
        )

    # -- what clients are made of ------------------------------------------------------------------

    def _client(self, site: Site) -> Iterator[Spot]:
        if service_of(site, self._target) is not TargetService.FOUNDRY:
            return
        call = constructed(self._facts, site)
        if site.operation == "client.connect":
            call = site.call
        if call is None or call in self._clients:
            return
        self._clients.add(call)
        arguments = {k.arg: k.value for k in call.keywords if k.arg is not None}
        connects = ast.unparse(call.func).endswith("from_connection_string")
        if connects and call.args:
            arguments.setdefault("conn_str", call.args[0])
        for name, text in CLIENT_ARGUMENTS.items():
            if name == "api_key" and site.sort == "openai":
                continue
            for leaf in self._leaves.of(arguments.get(name)):
                key = key_of(leaf)
                if key is not None:
                    yield Spot(
                        CODE,
                        f"`{_short(key.value)}` {text}",
                        self._tree.span(key),
                        symbol=f"{site.symbol}.{name}",
                        target=CLIENT_TARGETS[name],
                        severity=Severity.INFORMATION,
                    )


CLIENT_ARGUMENTS = {
    "conn_str": "holds a connection string; the new client takes the endpoint of the project",
    "azure_endpoint": "holds the endpoint of Azure OpenAI; the new client takes that of a project",
    "api_key": "holds a key; the new client takes credentials of Entra ID only",
}
CLIENT_TARGETS = {
    "conn_str": "https://<resource>.services.ai.azure.com/api/projects/<project>",
    "azure_endpoint": "https://<resource>.services.ai.azure.com/api/projects/<project>",
    "api_key": "DefaultAzureCredential()",
}


def words(kind: str, *, foundry: bool = True) -> str:
    """What is to be known about a stored id, behind the words that name it."""
    if kind == "thread":
        return (
            "the id of a stored thread, which cannot be opened as a conversation; "
            "stored threads do not move"
        )
    if foundry:
        return "the id of a stored agent; agents have names now, and stored agents do not move"
    return (
        "the id of a stored assistant; stored assistants do not move, and migrated code reads the "
        f"definition from `{FILE}`: put it there under this id"
    )


def _becomes(kind: str, *, foundry: bool) -> str | None:
    if kind == "thread":
        return "openai_client.conversations.create().id"
    return "the agent's name" if foundry else f"{FILE}: {{id: {{model, instructions, tools}}}}"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:37] + "..."
