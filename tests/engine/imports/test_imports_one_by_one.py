"""Names of one old module that several statements import."""

from __future__ import annotations

from tests.rules.fixing import fix_all

SOURCE = """import os
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FileSearchTool
from azure.ai.agents.models import ListSortOrder
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
search = FileSearchTool(vector_store_ids=["vs_1"])
agent = client.create_agent(
    model="gpt-4o", name="a", tools=search.definitions, tool_resources=search.resources
)
thread = client.threads.create()
for message in client.messages.list(thread_id=thread.id, order=ListSortOrder.ASCENDING):
    print(message.role)
"""


def test_a_name_that_the_new_module_has_too_is_imported_from_there_alone() -> None:
    after = fix_all(SOURCE)

    assert "FileSearchTool(" in after
    assert "azure.ai.agents" not in after
