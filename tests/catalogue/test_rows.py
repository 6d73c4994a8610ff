"""The rows as data: unique, complete, checked against the outlines, free of leftovers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from packaging.version import Version
from tests.catalogue import outline

from unspool_rules.catalogue import index
from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows import preview_copies

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
        "AgenticIdentityCredentials",
        "AgentClusterInsightsRequest",
        "EvaluationRunClusterInsightsRequest",
        "EvalCompareReport",
        "ResponsesUserMessageItemParam",
        "ResponsesAssistantMessageItemParam",
        "ResponsesSystemMessageItemParam",
        "ResponsesDeveloperMessageItemParam",
        "ResponseStreamEventType",
        "ItemType",
        "ImageGenActionEnum",
        "RankerVersionType.DEFAULT2024_11_15",
        "ToolChoiceParamType.WEB_SEARCH_PREVIEW2025_03_11",
    )
) | {
    "azure.ai.projects.operations.EvaluatorsOperations.list_latest_versions",
    "azure.ai.projects.aio.operations.EvaluatorsOperations.list_latest_versions",
    "azure.ai.projects.extra_body.agent",
    "azure.ai.projects.foundry_features",
    "azure.ai.projects.aio.AIProjectClient.get_openai_client.await",
    "openai.types.beta.RetrievalTool",
    "openai.types.beta.RetrievalToolParam",
    "openai.types.beta.threads.runs.RetrievalToolCallDelta",
}
"""Plain renames whose outline would say nothing: they are recognised by their import."""
LEGACY_MODULES = (
    "azure.ai.agents",
    "openai.lib.streaming",
    "openai.resources.beta",
    "openai.types.beta",
)
NEW_WORLD = re.compile(
    r"\._|WithRawResponse$|WithStreamingResponse$|resources\.beta\.(Async)?Beta$"
    r"|types\.beta\.(?!assistants?[._]|thread|vector_store|file_search)[a-z_]+\."
    r"|types\.beta\.(Agent|Beta|ChatKit|Environment|Hosted|Inline|Input|Mcp|MultiAgent|OutputText"
    r"|Persisted|Response|Session|SetupCommand|Subagent|SummaryText|TextFormat|TokenUsage|WebSearch)"
)
"""Private modules, wrappers of responses, and what openai 3.x keeps under ``beta`` anew."""
NO_CLUE = re.compile(r"/work|/tmp|/usr|/home|site-packages|venv|\bsd/|(?<![\w.])x/|https?://(?!<)")


def texts(row: Entry) -> list[str]:
    parts = [row.target or "", row.notes, row.blocked or "", row.source]
    return [*parts, *row.params.values(), *row.results.values()]


def repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_ids_are_unique() -> None:
    assert repeated(row.id for row in EVERY) == []


def test_legacy_names_are_unique() -> None:
    assert repeated(legacy for row in EVERY for legacy in row.legacy) == []


def test_every_code_is_known_and_used() -> None:
    assert {row.code for row in EVERY} == set(CODES)


def test_every_surface_and_kind_is_used() -> None:
    assert {row.surface for row in EVERY} == set(Surface)
    assert {row.kind for row in EVERY} == set(Kind)


def test_every_row_says_what_comes_next() -> None:
    assert [row.id for row in EVERY if not (row.target or row.blocked)] == []
    assert [row.id for row in EVERY if not (row.legacy and row.source)] == []


def test_targets_are_one_line() -> None:
    assert [row.id for row in EVERY if row.target is not None and "\n" in row.target] == []


def test_reasons_are_messages() -> None:
    reasons = {row.blocked for row in EVERY if row.blocked is not None}

    assert [text for text in reasons if text.endswith(".")] == []
    assert [text for text in reasons if not text[0].islower() and text.split()[0] != "Azure"] == []


def test_notes_are_sentences() -> None:
    assert [row.id for row in EVERY if row.notes and not row.notes.endswith((".", ")"))] == []


def test_texts_are_tidy() -> None:
    loose = {text for row in EVERY for text in texts(row) if text != " ".join(text.split())}
    assert loose == set()


def test_texts_tell_nothing_about_a_machine() -> None:
    told = {text for row in EVERY for text in texts(row) if NO_CLUE.search(text)}
    assert told == set()


def test_versions_are_versions() -> None:
    versions = {version for row in EVERY for version in (row.since, row.until) if version}
    assert {str(Version(version)) for version in versions} == versions


def test_legacy_names_are_outlined() -> None:
    names = {legacy for row in EVERY for legacy in row.legacy}
    missing = {name for name in names if outline.resolve(name) is None}
    copies = {row.legacy[0] for row in preview_copies.ROWS}
    assert missing - NOT_OUTLINED - copies == set()


def test_first_name_is_the_canonical_one() -> None:
    for row in EVERY:
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


def test_every_outlined_legacy_symbol_has_a_row() -> None:
    missing = [name for name in outline.public_names(LEGACY_MODULES) if not covered(name)]
    assert missing == []


def covered(name: str) -> bool:
    return bool(NEW_WORLD.search(name) or index.lookup(name) or index.shared(name))
