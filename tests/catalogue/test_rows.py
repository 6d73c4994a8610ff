"""The rows as data: unique, complete, checked against the outlines, free of leftovers."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from packaging.version import Version
from tests.catalogue import outline

from unspool_rules.catalogue import index
from unspool_rules.catalogue.entry import Entry, Kind, Surface

CODES = {
    "UNS101": "thread",
    "UNS102": "thread-message",
    "UNS103": "run",
    "UNS104": "run-step",
    "UNS105": "run-stream",
    "UNS106": "tool-outputs",
    "UNS107": "thread-and-run",
    "UNS201": "agent",
    "UNS301": "legacy-tool",
    "UNS302": "auto-function-calls",
    "UNS401": "agents-client",
    "UNS402": "legacy-model",
    "UNS403": "legacy-enum",
    "UNS501": "vector-store",
    "UNS502": "agent-file",
    "UNS601": "event-handler",
    "UNS602": "stream-event",
    "UNS701": "preview-form",
}
EVERY = index.entries() + index.shared_entries()
NOT_OUTLINED = frozenset(
    f"azure.ai.projects.models.{name}"
    for name in (
        "CodeInterpreterContainerAuto",
        "EvaluationComparisonRequest",
        "FoundryFeaturesOptInKeys",
        "HumanEvaluationRuleAction",
        "MemoryStoreObject",
        "Target",
        "TextResponseFormatConfiguration",
        "TextResponseFormatConfigurationResponseFormatJsonObject",
        "TextResponseFormatConfigurationResponseFormatText",
    )
) | {
    "openai.types.beta.RetrievalTool",
    "openai.types.beta.RetrievalToolParam",
    "openai.types.beta.threads.runs.RetrievalToolCallDelta",
}
"""Plain renames whose outline would say nothing: they are recognised by their import."""
NO_CLUE = re.compile(r"/work|/tmp|/usr|/home|site-packages|venv|\bsd/|(?<![\w.])x/|https?://(?!<)")


def texts(row: Entry) -> list[str]:
    parts = [row.target or "", row.notes, row.blocked or "", row.source]
    return [*parts, *row.params.values(), *row.results.values()]


def name(row: Entry) -> str:
    return row.id


def test_ids_are_unique() -> None:
    assert [i for i, count in Counter(row.id for row in EVERY).items() if count > 1] == []


def test_legacy_names_are_unique() -> None:
    names = Counter(legacy for row in EVERY for legacy in row.legacy)
    assert [legacy for legacy, count in names.items() if count > 1] == []


def test_every_code_is_known_and_used() -> None:
    assert {row.code for row in EVERY} == set(CODES)


def test_every_surface_and_kind_is_used() -> None:
    assert {row.surface for row in EVERY} == set(Surface)
    assert {row.kind for row in EVERY} == set(Kind)


@pytest.mark.parametrize("row", EVERY, ids=name)
def test_row_is_complete(row: Entry) -> None:
    assert row.legacy
    assert row.source
    assert row.target or row.blocked
    assert row.target is None or "\n" not in row.target
    if row.blocked is not None:
        assert row.blocked[0].islower() or row.blocked.startswith("Azure ")
        assert not row.blocked.endswith(".")
    assert not row.notes or row.notes.endswith((".", ")"))
    for text in texts(row):
        assert text == text.strip()
        assert "  " not in text


@pytest.mark.parametrize("row", EVERY, ids=name)
def test_row_tells_nothing_about_a_machine(row: Entry) -> None:
    assert [text for text in texts(row) if NO_CLUE.search(text)] == []


@pytest.mark.parametrize("row", EVERY, ids=name)
def test_versions_are_versions(row: Entry) -> None:
    for version in (row.since, row.until):
        assert not version or str(Version(version)) == version


@pytest.mark.parametrize("row", EVERY, ids=name)
def test_legacy_names_are_outlined(row: Entry) -> None:
    missing = {legacy for legacy in row.legacy if outline.resolve(legacy) is None}
    assert missing <= NOT_OUTLINED


@pytest.mark.parametrize("row", EVERY, ids=name)
def test_first_name_is_the_canonical_one(row: Entry) -> None:
    found = {name: outline.resolve(name) for name in row.legacy}
    canonical = [name for name, at in found.items() if at is not None and at.qualified == name]
    assert not canonical or canonical[0] == row.legacy[0]


def test_async_twins_are_aliases() -> None:
    known = {legacy for row in EVERY for legacy in row.legacy}
    for row in EVERY:
        first = row.legacy[0]
        twin = first.replace("azure.ai.agents.operations", "azure.ai.agents.aio.operations")
        twin = twin.replace("azure.ai.agents.AgentsClient", "azure.ai.agents.aio.AgentsClient")
        twin = twin.replace("ai.projects.operations", "ai.projects.aio.operations")
        twin = twin.replace("ai.projects.AIProjectClient", "ai.projects.aio.AIProjectClient")
        assert twin in known


def test_blocked_rows_are_the_smaller_part() -> None:
    calls = [row for row in EVERY if row.kind is Kind.CALL]
    assert sum(row.blocked is None for row in calls) >= 0.8 * len(calls)
