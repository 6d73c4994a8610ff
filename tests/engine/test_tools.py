"""Tools and updates of agents: programs before and after, and what is refused."""

from __future__ import annotations

import ast
from datetime import date

import pytest
from tests.rules.fixing import fix_all

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

PROGRAMS = {
    "Azure Functions": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import AzureFunctionStorageQueue, AzureFunctionTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = AzureFunctionTool(
    name="foo",
    description="Asks foo.",  # the bot
    parameters={
        "type": "object",
        "properties": {
            "query": {"type": "string"},
        },
    },
    input_queue=AzureFunctionStorageQueue(queue_name="in", storage_service_endpoint="https://q"),
    output_queue=AzureFunctionStorageQueue(queue_name="out", storage_service_endpoint="https://q"),
)
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        r"""from azure.ai.projects.models import (
    AzureFunctionBinding,
    AzureFunctionDefinition,
    AzureFunctionDefinitionFunction,
    AzureFunctionStorageQueue,
    AzureFunctionTool,
    PromptAgentDefinition,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
tool = AzureFunctionTool(
    azure_function=AzureFunctionDefinition(
        function=AzureFunctionDefinitionFunction(
            name="foo",
            description="Asks foo.",  # the bot
            parameters={"type": "object", "properties": {"query": {"type": "string"}}},
        ),
        input_binding=AzureFunctionBinding(
            storage_queue=AzureFunctionStorageQueue(
                queue_name="in", queue_service_endpoint="https://q"
            )
        ),
        output_binding=AzureFunctionBinding(
            storage_queue=AzureFunctionStorageQueue(
                queue_name="out", queue_service_endpoint="https://q"
            )
        ),
    )
)
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
print(response.status)
""",
    ),
    "two APIs": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import OpenApiAnonymousAuthDetails, OpenApiTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
auth = OpenApiAnonymousAuthDetails()
tool = OpenApiTool(name="one", spec={}, description="One", auth=auth)
tool.add_definition(name="two", spec={}, description="Two")
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        r"""from azure.ai.projects.models import (
    OpenApiAnonymousAuthDetails,
    OpenApiFunctionDefinition,
    OpenApiTool,
    PromptAgentDefinition,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
auth = OpenApiAnonymousAuthDetails()
tool = OpenApiTool(
    openapi=OpenApiFunctionDefinition(name="one", description="One", spec={}, auth=auth)
)
tool_2 = OpenApiTool(
    openapi=OpenApiFunctionDefinition(name="two", description="Two", spec={}, auth=auth)
)
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(model="gpt-4o", tools=[tool, tool_2]),
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
print(response.status)
""",
    ),
    "an API behind a connection": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    OpenApiConnectionAuthDetails,
    OpenApiConnectionSecurityScheme,
    OpenApiTool,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = OpenApiTool(
    name="one",
    spec={},
    description="One",
    auth=OpenApiConnectionAuthDetails(
        security_scheme=OpenApiConnectionSecurityScheme(connection_id="c")
    ),
)
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        r"""from azure.ai.projects.models import (
    OpenApiFunctionDefinition,
    OpenApiProjectConnectionAuthDetails,
    OpenApiProjectConnectionSecurityScheme,
    OpenApiTool,
    PromptAgentDefinition,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
tool = OpenApiTool(
    openapi=OpenApiFunctionDefinition(
        name="one",
        description="One",
        spec={},
        auth=OpenApiProjectConnectionAuthDetails(
            security_scheme=OpenApiProjectConnectionSecurityScheme(
                project_connection_id="c"
            )
        ),
    )
)
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
print(response.status)
""",
    ),
    "Fabric": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FabricTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = FabricTool(connection_id="c")
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        r"""from azure.ai.projects.models import (
    FabricDataAgentToolParameters,
    MicrosoftFabricPreviewTool,
    PromptAgentDefinition,
    ToolProjectConnection,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
tool = MicrosoftFabricPreviewTool(
    fabric_dataagent_preview=FabricDataAgentToolParameters(
        project_connections=[ToolProjectConnection(project_connection_id="c")]
    )
)
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
print(response.status)
""",
    ),
    "SharePoint": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import SharepointTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = SharepointTool(connection_id="c")
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        r"""from azure.ai.projects.models import (
    PromptAgentDefinition,
    SharepointGroundingToolParameters,
    SharepointPreviewTool,
    ToolProjectConnection,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
tool = SharepointPreviewTool(
    sharepoint_grounding_preview=SharepointGroundingToolParameters(
        project_connections=[ToolProjectConnection(project_connection_id="c")]
    )
)
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
print(response.status)
""",
    ),
    "Bing Custom Search": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import BingCustomSearchTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = BingCustomSearchTool(connection_id="c", instance_name="i", count=3)
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        r"""from azure.ai.projects.models import (
    BingCustomSearchConfiguration,
    BingCustomSearchPreviewTool,
    BingCustomSearchToolParameters,
    PromptAgentDefinition,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
tool = BingCustomSearchPreviewTool(
    bing_custom_search_preview=BingCustomSearchToolParameters(
        search_configurations=[
            BingCustomSearchConfiguration(
                project_connection_id="c", instance_name="i", count=3
            )
        ]
    )
)
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
print(response.status)
""",
    ),
    "MCP without approvals": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import McpTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = McpTool(server_label="github", server_url="https://example.com/mcp", allowed_tools=[])
tool.set_approval_mode("never")
tool.update_headers("X-Key", "1")
print(tool.server_label)
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        r"""from azure.ai.projects.models import MCPTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
tool = MCPTool(
    server_label="github",
    server_url="https://example.com/mcp",
    require_approval="never",
    headers={"X-Key": "1"},
)
print(tool.server_label)
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
print(response.status)
""",
    ),
    "stores added and taken, and an update": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FileSearchTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = FileSearchTool()
tool.add_vector_store("vs_1")
agent = client.create_agent(
    model="gpt-4o",
    name="my-agent",
    instructions="Be brief.",
    tools=tool.definitions,
    tool_resources=tool.resources,
)
tool.add_vector_store("vs_2")
client.update_agent(agent.id, instructions="Be long.", tool_resources=tool.resources)
client.delete_agent(agent.id)
""",
        r"""from azure.ai.projects.models import FileSearchTool, PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = FileSearchTool(vector_store_ids=[])
tool.vector_store_ids.append("vs_1")
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(
        model="gpt-4o", instructions="Be brief.", tools=[tool]
    ),
)
tool.vector_store_ids.append("vs_2")
client.agents.create_version(
    agent_name=agent.name,
    definition=PromptAgentDefinition(
        model="gpt-4o", instructions="Be long.", tools=[tool]
    ),
)
client.agents.delete(agent_name=agent.name)
""",
    ),
    "an update at OpenAI": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="Be brief.")
# now longer
assistant = client.beta.assistants.update(
    assistant.id,
    instructions="Be long.",  # very
    tools=[{"type": "file_search"}],
    tool_resources={"file_search": {"vector_store_ids": ["vs_1"]}},
)
client.beta.assistants.update(assistant_id=assistant.id, temperature=0.2)
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
print(run.status)
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")
# now longer
assistant = partial(
    assistant,
    instructions="Be long.",  # very
    tools=[{"type": "file_search", "vector_store_ids": ["vs_1"]}],
)
assistant = partial(assistant, temperature=0.2)
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)
print(response.status)
""",
    ),
    "dictionaries": (
        r"""from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(
    model="gpt-4o",
    name="my-agent",
    tools=[
        {"type": "bing_grounding", "bing_grounding": {"connections": [{"connection_id": "c"}]}},
        {"type": "openapi", "openapi": {"name": "n", "spec": {}, "auth": {"type": "anonymous"}}},
    ],
)
print(agent.name)
""",
        r"""from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    BingGroundingSearchConfiguration,
    BingGroundingSearchToolParameters,
    BingGroundingTool,
    OpenApiAnonymousAuthDetails,
    OpenApiFunctionDefinition,
    OpenApiTool,
    PromptAgentDefinition,
)
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(
        model="gpt-4o",
        tools=[
            BingGroundingTool(
                bing_grounding=BingGroundingSearchToolParameters(
                    search_configurations=[
                        BingGroundingSearchConfiguration(project_connection_id="c")
                    ]
                )
            ),
            OpenApiTool(
                openapi=OpenApiFunctionDefinition(
                    name="n", spec={}, auth=OpenApiAnonymousAuthDetails()
                )
            ),
        ],
    ),
)
print(agent.name)
""",
    ),
    "a connection of the hub betas": (
        r"""import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import FabricTool
from azure.identity import DefaultAzureCredential

project = AIProjectClient.from_connection_string(
    credential=DefaultAzureCredential(), conn_str=os.environ["PROJECT"]
)
connection = project.connections.get(connection_name="fabric")
tool = FabricTool(connection_id=connection.id)
agent = project.agents.create_agent(model="gpt-4o", name="my-agent", tools=tool.definitions)
""",
        r"""import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    FabricDataAgentToolParameters,
    MicrosoftFabricPreviewTool,
    PromptAgentDefinition,
    ToolProjectConnection,
)
from azure.identity import DefaultAzureCredential

project = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
connection = project.connections.get(name="fabric")
tool = MicrosoftFabricPreviewTool(
    fabric_dataagent_preview=FabricDataAgentToolParameters(
        project_connections=[ToolProjectConnection(project_connection_id=connection.id)]
    )
)
agent = project.agents.create_version(
    agent_name="my-agent",
    definition=PromptAgentDefinition(model="gpt-4o", tools=[tool]),
)
""",
    ),
    "an image described in a variable": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    MessageImageUrlParam,
    MessageInputContentBlock,
    MessageInputImageUrlBlock,
    MessageInputTextBlock,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="my-agent")
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
url = "https://example.com/a.png"
image = MessageImageUrlParam(url=url, detail="high")
parts: list[MessageInputContentBlock] = [
    MessageInputTextBlock(text="What is it?"),
    MessageInputImageUrlBlock(image_url=image),
]
client.messages.create(thread_id=thread.id, role="user", content=parts)
""",
        r"""from azure.ai.projects.models import PromptAgentDefinition
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from openai.types.responses import ResponseInputContentParam

client = AIProjectClient(endpoint="https://a", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
agent = client.agents.create_version(
    agent_name="my-agent", definition=PromptAgentDefinition(model="gpt-4o")
)
conversation = openai_client.conversations.create()
response = openai_client.responses.create(
    conversation=conversation.id,
    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
)
url = "https://example.com/a.png"
parts: list[ResponseInputContentParam] = [
    {"type": "input_text", "text": "What is it?"},
    {"type": "input_image", "image_url": url, "detail": "high"},
]
openai_client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": parts}],
)
""",
    ),
}

REFUSALS = {
    "a connection for an evaluator": (
        r"""import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient.from_connection_string(
    credential=DefaultAzureCredential(), conn_str=os.environ["PROJECT"]
)
print(project.connections.get(connection_name="fabric").to_evaluator_model_config)
agent = project.agents.create_agent(model="gpt-4o", name="my-agent")
print(project.agents.runs.create)
""",
        (
            "a connection's `to_evaluator_model_config` is read in another way now: see its "
            "`target`, `type` and `credentials`"
        ),
    ),
    "connected agents": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import ConnectedAgentTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = ConnectedAgentTool(id="a", name="b", description="c")
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        (
            "`ConnectedAgentTool` has to be rebuilt by hand: its successor is a workflow or "
            "an A2A tool"
        ),
    ),
    "an API signed in to elsewhere": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import OpenApiTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = OpenApiTool(name="one", spec={}, description="One", auth=open("x"))
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        "how the API is signed in to is not given in place",
    ),
    "a tool of an MCP server that may not be there": (
        r"""from azure.ai.agents import AgentsClient
from azure.ai.agents.models import McpTool
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://a", credential=DefaultAzureCredential())
tool = McpTool(server_label="g", server_url="u")
tool.disallow_tool("x")
agent = client.create_agent(
    model="gpt-4o", name="my-agent", tools=tool.definitions, tool_resources=tool.resources
)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
""",
        (
            "whether this tool is allowed by then is not certain: `disallow_tool` raised an error "
            "where it was not"
        ),
    ),
}


@pytest.mark.parametrize(("before", "after"), PROGRAMS.values(), ids=PROGRAMS.keys())
def test_program(before: str, after: str) -> None:
    analysis = analyse(before, today=TODAY)
    assert not analysis.failures
    assert not [b.message for f in analysis.findings for b in f.blockers]
    done = apply_edits(before, analysis.fix_all(unsafe=True))
    ast.parse(done)
    assert done == after


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_is_left_to_do(name: str) -> None:
    after = PROGRAMS[name][1]
    assert not analyse(after, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize(("source", "reason"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusal(source: str, reason: str) -> None:
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert reason in {b.message for f in analysis.findings for b in f.blockers}
    assert "beta.threads.runs" in apply_edits(source, analysis.fix_all(unsafe=True)) or (
        "runs.create" in apply_edits(source, analysis.fix_all(unsafe=True))
    )


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
