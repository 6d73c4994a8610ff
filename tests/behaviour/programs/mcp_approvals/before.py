import os
import time

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    ListSortOrder,
    McpTool,
    RequiredMcpToolCall,
    SubmitToolApprovalAction,
    ToolApproval,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
docs = McpTool(server_label="docs", server_url="https://docs.example/mcp", allowed_tools=["find"])
docs.update_headers("X-Team", "maps")
news = McpTool(server_label="news", server_url="https://news.example/mcp")
news.set_approval_mode("never")

with client:
    agent = client.create_agent(
        model="gpt-4o-mini",
        name="librarian",
        instructions="Look things up.",
        tools=[*docs.definitions, *news.definitions],
        tool_resources=news.resources,
    )
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="What is new?")
    run = client.runs.create(thread_id=thread.id, agent_id=agent.id)
    while run.status in ("queued", "in_progress", "requires_action"):
        time.sleep(0.1)
        run = client.runs.get(thread_id=thread.id, run_id=run.id)
        if run.status == "requires_action" and isinstance(
            run.required_action, SubmitToolApprovalAction
        ):
            approvals = []
            for call in run.required_action.submit_tool_approval.tool_calls:
                if isinstance(call, RequiredMcpToolCall):
                    print(f"{call.server_label}: {call.name}({call.arguments})")
                    approvals.append(
                        ToolApproval(tool_call_id=call.id, approve=True, headers=docs.headers)
                    )
            client.runs.submit_tool_outputs(
                thread_id=thread.id, run_id=run.id, tool_approvals=approvals
            )
    print(run.status)
    for message in client.messages.list(thread_id=thread.id, order=ListSortOrder.ASCENDING):
        if message.text_messages:
            print(message.text_messages[-1].text.value)
    client.delete_agent(agent.id)
