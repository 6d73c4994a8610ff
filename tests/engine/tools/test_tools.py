"""What an API is described by, with the type that the new model takes."""

from __future__ import annotations

from tests.rules.fixing import fix_all


def test_an_api_that_jsonref_reads_is_a_dictionary() -> None:
    source = """import json
import jsonref
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import OpenApiAnonymousAuthDetails, OpenApiTool
from azure.identity import DefaultAzureCredential

client = AgentsClient("endpoint", DefaultAzureCredential())
with open("api.json") as file:
    api = {}.loads(file.read())
tool = OpenApiTool(name="n", spec=api, description="d", auth=OpenApiAnonymousAuthDetails())
agent = client.create_agent(model="m", name="n", instructions="i", tools=tool.definitions)
"""
    assert "spec=cast(dict[str, Any], api)," in fix_all(source.replace("{}", "jsonref"))
    assert "spec=api," in fix_all(source.replace("{}", "json"))
