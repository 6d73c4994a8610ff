import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import MCPTool, PromptAgentDefinition
from azure.identity import DefaultAzureCredential
from openai.types.responses import ResponseInputItemParam

project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
docs = MCPTool(
    server_label="docs",
    server_url="https://docs.example/mcp",
    allowed_tools=["find"],
    headers={"X-Team": "maps"},
)
news = MCPTool(
    server_label="news",
    server_url="https://news.example/mcp",
    require_approval="never",
)

with project_client, project_client.get_openai_client() as openai_client:
    agent = project_client.agents.create_version(
        agent_name="librarian",
        definition=PromptAgentDefinition(
            model="gpt-4o-mini", instructions="Look things up.", tools=[docs, news]
        ),
    )
    reference = {"agent_reference": {"name": agent.name, "type": "agent_reference"}}
    conversation = openai_client.conversations.create()
    response = openai_client.responses.create(
        conversation=conversation.id, input="What is new?", extra_body=reference
    )
    while calls := [item for item in response.output if item.type == "mcp_approval_request"]:
        approvals: list[ResponseInputItemParam] = []
        for call in calls:
            print(f"{call.server_label}: {call.name}({call.arguments})")
            approvals.append(
                {
                    "type": "mcp_approval_response",
                    "approval_request_id": call.id,
                    "approve": True,
                }
            )
        response = openai_client.responses.create(
            conversation=conversation.id, input=approvals, extra_body=reference
        )
    print(response.status)
    for item in openai_client.conversations.items.list(conversation.id, order="asc"):
        if item.type == "message":
            for part in item.content:
                if part.type == "input_text" or part.type == "output_text":
                    print(part.text)
    project_client.agents.delete(agent_name=agent.name)
