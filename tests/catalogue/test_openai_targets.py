"""Names of the Assistants API say what they become at OpenAI's own service, too."""

from __future__ import annotations

from tests.rules.fixing import look

from unspool_rules.catalogue.entry import Surface
from unspool_rules.catalogue.index import entries
from unspool_rules.catalogue.openai_targets import OPENAI_NAMES, at_openai
from unspool_rules.model import Target, TargetService

SOURCE = """from openai.types.beta import Assistant


def show(assistant: Assistant) -> None: ...
"""


def test_no_name_is_sent_to_foundry() -> None:
    targets = {e.target for e in entries() if e.surface is Surface.OPENAI_ASSISTANTS}
    at_openai_ = {at_openai(target) for target in targets}

    assert {t for t in at_openai_ if t and ("azure" in t or "project_client" in t)} <= CALLS
    assert set(OPENAI_NAMES) <= targets


CALLS = {at_openai(e.target) for e in entries() if e.id.startswith("oa.assistants.")}
"""Calls have forms of their own, by operation."""


def test_the_message_follows_the_service() -> None:
    ours = look(SOURCE).findings[0]
    foundry = look(SOURCE, Target(service=TargetService.FOUNDRY)).findings[0]

    assert "no agent is stored at OpenAI" in ours.message
    assert all("azure" not in b.message for b in ours.blockers)
    assert "azure.ai.projects.models.AgentVersionDetails" in foundry.message
