"""Models that only the hub betas had: code that names them cannot import the new SDK."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

PAGE = """import os
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import OpenAIPageableListOfThreadMessage
from azure.identity import DefaultAzureCredential

client = AIProjectClient.from_connection_string(
    credential=DefaultAzureCredential(), conn_str=os.environ["CONNECTION"]
)


def texts(thread_id: str) -> None:
    page: OpenAIPageableListOfThreadMessage = client.agents.list_messages(thread_id=thread_id)
    for message in page.data:
        print(message.role)
"""

NO_AGENTS = """from azure.ai.projects.models import EvaluationSchedule

schedule: EvaluationSchedule | None = None
"""


def test_a_page_that_an_annotation_names_holds_its_calls_back() -> None:
    reason = "what is annotated as `OpenAIPageableListOfThreadMessage` has no model that is certain"
    assert (12, reason) in blockers(PAGE)
    assert fix_all(PAGE) == PAGE


def test_other_models_of_the_package_alone_say_nothing() -> None:
    assert not look(NO_AGENTS).findings
