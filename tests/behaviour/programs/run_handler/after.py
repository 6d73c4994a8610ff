import os
from typing import Any

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import MCPTool, PromptAgentDefinition
from azure.identity import DefaultAzureCredential
from openai.types.responses import Response, ResponseInputItemParam
from openai.types.responses.response_output_item import McpApprovalRequest

client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
docs = MCPTool(
    server_label="docs", server_url="https://docs.example/mcp", headers={"X-Team": "maps"}
)
docs.allowed_tools = ["find"]


class Librarian:
    def submit_mcp_tool_approval(
        self, *, run: Response, tool_call: McpApprovalRequest, **kwargs: Any
    ) -> ResponseInputItemParam:
        print(f"{tool_call.server_label}: {tool_call.name}({tool_call.arguments})")
        return {
            "type": "mcp_approval_response",
            "approval_request_id": tool_call.id,
            "approve": True,
        }


with client, client.get_openai_client() as openai_client:
    agent = client.agents.create_version(
        agent_name="librarian",
        definition=PromptAgentDefinition(
            model="gpt-4o-mini", instructions="Look things up.", tools=[docs]
        ),
    )
    conversation = openai_client.conversations.create()
    openai_client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": "What is new?"}],
    )
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    items = list(response.output)
    run_handler = Librarian()
    while requests := [item for item in response.output if item.type == "mcp_approval_request"]:
        response = openai_client.responses.create(
            conversation=conversation.id,
            input=[
                run_handler.submit_mcp_tool_approval(run=response, tool_call=request)
                for request in requests
            ],
            extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
        )
        items += response.output
    for step in reversed(items):
        for call in [step] if step.type.endswith("_call") else []:
            print(getattr(call, "name", None))
    for message in openai_client.conversations.items.list(conversation.id):
        if message.type == "message":
            texts = [p.text for p in message.content if p.type in ("input_text", "output_text")]
            if texts:
                print(texts[-1])
    client.agents.delete_version(agent_name=agent.name, agent_version=agent.version)
