"""Every row that is no call is found and explained in a program that names it, written from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from packaging.version import Version

from unspool_rules.api import analyse, explain
from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.index import entries, lookup
from unspool_rules.catalogue.rows import azure_beta_other_models
from unspool_rules.model import Analysis, Finding, Target
from unspool_rules.rules.registry import rule

TODAY = date(2026, 11, 22)
CLIENT = """\
import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""
AGENT = 'agent = client.agents.create_agent(model="m", name="n")\n'
WRITTEN = {
    "preview.foundry_features": (
        "client.agents.create_version(agent_name='a', definition=d, foundry_features='f')\n"
    ),
    "preview.evaluators.list_latest_versions": "client.beta.evaluators.list_latest_versions()\n",
    "preview.evaluators": "client.evaluators.list()\n",
    "p1.agents": "agents = client.agents\nagents.create_agent(model='m')\n",
    "beta.scope": f"{AGENT}print(client.scope)\n",
}
"""What no import names: arguments, and attributes of clients that live on."""
OLDER = {
    "preview.A2ATool": "2.4.0",
    "preview.evaluators": "2.7.0",
}
"""Newest versions without what a row is about, where it has come back."""
NOT_BY_NAME = {"beta.inference", "beta.evaluations"}
"""Parts of a client that are known by their calls, which have rows of their own."""
OTHER = {row.id for row in azure_beta_other_models.ROWS}


def named() -> Iterator[tuple[Entry, str]]:
    for row in entries():
        if row.kind is not Kind.CALL and row.id not in NOT_BY_NAME:
            for name in row.legacy:
                if row.id not in WRITTEN or name == row.legacy[0]:
                    yield row, name


def is_class(name: str) -> bool:
    return name.rpartition(".")[2][:1].isupper()


def programs(row: Entry, name: str) -> list[str]:
    owner, _, last = name.rpartition(".")
    if row.id in WRITTEN:
        return [CLIENT + WRITTEN[row.id]]
    if owner.endswith(".AIProjectClient"):
        return [f"{CLIENT}client.agents.list_versions('a')\nprint(client.{last}.list())\n"]
    if is_class(owner):
        module, _, cls = owner.rpartition(".")
        uses = f"{cls}.{last}\n" if row.kind is Kind.ENUM else f"def f(x: {cls}):\n    x.{last}\n"
        return [f"from {module} import {cls}\n\n{uses}"]
    beside = CLIENT + AGENT if row.id in OTHER else ""
    return [
        f"{beside}from {owner} import {last}\n\nprint({last})\n",
        f"{beside}import {owner}\n\nprint({owner}.{last})\n",
    ]


def look(row: Entry, text: str) -> Analysis:
    version = OLDER.get(row.id)
    target = Target(version=Version(version)) if version else None
    analysis = analyse(text, today=TODAY, target=target)
    assert analysis.failures == ()
    return analysis


def findings(row: Entry, name: str, analysis: Analysis) -> list[Finding]:
    """Those about a row; a member of a class is explained where the class is named."""
    owner = name.rpartition(".")[0]
    about = (row, lookup(owner)) if is_class(owner) else (row,)
    return [f for f in analysis.findings if any(lookup(f.symbol) is e for e in about if e)]


@pytest.mark.parametrize(("row", "name"), list(named()), ids=lambda part: getattr(part, "id", part))
def test_name_is_found_and_explained(row: Entry, name: str) -> None:
    for text in programs(row, name):
        if "." in name.rpartition(".")[2] or (is_module_only(name) and text.startswith("import")):
            continue
        found = findings(row, name, look(row, text))
        assert found, text
        for finding in found:
            assert finding.message
            assert bool(finding.blockers) is (finding.fix is None)
            assert finding.retirement is not None or row.surface is Surface.PREVIEW
            assert rule(finding.code) is not None
        hover = explain(found[0], text, TODAY)
        last = re.escape(name.rpartition(".")[2])
        assert re.search(rf"\b{last}\b", hover), hover


def is_module_only(name: str) -> bool:
    """A class that the outlines do not hold: its import tells of it, and nothing else does."""
    return name.startswith("openai.types.beta.") and "Retrieval" in name
