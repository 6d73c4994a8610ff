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


def test_a_page_that_an_annotation_names_is_a_list_by_then() -> None:
    assert "    page: list[Message] = [" in fix_all(PAGE)
    assert "azure.ai.projects.models" not in fix_all(PAGE)


def test_other_models_of_the_package_alone_say_nothing() -> None:
    assert not look(NO_AGENTS).findings


ALONE = """from azure.ai.projects.models import OpenAIPageableListOfThreadMessage


def texts(page: OpenAIPageableListOfThreadMessage) -> list[str]:
    return [message.text.value for message in page.text_messages]
"""

SCOPE = """import os
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient.from_connection_string(
    credential=DefaultAzureCredential(), conn_str=os.environ["CONNECTION"]
)
agent = client.agents.create_agent(model="gpt-4.1", name="a", instructions="b")
print(client.scope["project_name"])
"""


def test_models_of_agents_say_enough_alone() -> None:
    assert [f.symbol.rpartition(".")[2] for f in look(ALONE).findings] == [
        "OpenAIPageableListOfThreadMessage"
    ] * 2


def test_names_that_the_new_sdk_has_as_well_say_nothing_behind_their_module() -> None:
    source = "from azure.ai.projects import models\n\nauth = models.OpenApiAnonymousAuthDetails()\n"
    assert not look(source).findings


def test_the_scope_of_a_client_is_gone() -> None:
    assert (9, "the new client has no `scope`: its endpoint names the project") in blockers(SCOPE)
    assert fix_all(SCOPE) == SCOPE


def test_names_behind_their_module() -> None:
    source = "import openai.types.beta\n\nx: openai.types.beta.AssistantTool\n"
    assert [f.symbol for f in look(source).findings] == ["openai.types.beta.AssistantTool"]
