"""Imports in a block: a list of names that wraps stays as deep as its statement."""

from __future__ import annotations

from tests.rules.fixing import fix_all

BEFORE = """import os
import sys

if not os.getenv( 'TEST_MODE'):
    try:
        # what only the service needs
        from azure.ai.projects import AIProjectClient
        from azure.ai.projects.models import AzureAISearchTool, BingGroundingTool, MessageRole
        from azure.identity import DefaultAzureCredential

        client = AIProjectClient.from_connection_string(
            credential=DefaultAzureCredential(), conn_str=os.environ["PROJECT"]
        )
        search = AzureAISearchTool(index_connection_id="connection", index_name="index")
        agent = client.agents.create_agent(
            model="gpt-4o", tools=search.definitions, tool_resources=search.resources
        )
        bing = BingGroundingTool(connection_id="connection")
        other = client.agents.create_agent(model="gpt-4o", tools=bing.definitions)
    except Exception as error:
        print(error, file=sys.stderr)
"""


def test_names_of_an_import_in_a_block() -> None:
    after = fix_all(BEFORE)
    compile(after, "", "exec")
    assert "agents.create_version(" in after
    start = after.index("        from azure.ai.projects.models import (\n            AISearch")
    assert after.index("\n        )\n", start) < after.index("from azure.identity")
