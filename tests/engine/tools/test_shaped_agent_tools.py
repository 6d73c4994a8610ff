"""Tools of assistants of Azure OpenAI that are not in view get their shape at run time."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

HEAD = """import os

from openai import AzureOpenAI

from tools import get_tools

client = AzureOpenAI(azure_endpoint=os.environ["E"], api_key=os.environ["K"], api_version="v")
"""
CREATE = 'client.beta.assistants.create(name="a", model="m", tools=get_tools())\n'
UPDATE = 'client.beta.assistants.update("asst_1", tools=get_tools())\n'


@pytest.mark.parametrize("call", [CREATE, UPDATE])
def test_a_list_from_out_of_view(call: str) -> None:
    after = fix_all(HEAD + call)
    becomes(HEAD + call, after)
    assert "tools=response_tools(get_tools())" in after or '"tools": response_tools(' in after
    assert "beta" not in after


def test_files_of_such_tools() -> None:
    files = 'tools=get_tools(), tool_resources={"code_interpreter": {"file_ids": [os.name]}}'
    after = fix_all(HEAD + CREATE.replace("tools=get_tools()", files))
    assert "tools=response_tools(get_tools(), files=[os.name])" in after


def test_agents_of_azure_have_models() -> None:
    source = """from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

from tools import get_tools

client = AgentsClient("https://e", DefaultAzureCredential())
client.create_agent(model="m", name="a", tools=get_tools())
"""
    assert any("the list of tools is not given in place" in m for _, m in blockers(source))
