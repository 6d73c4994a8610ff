import os
from typing import Any

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    McpTool,
    RequiredMcpToolCall,
    RunHandler,
    ThreadRun,
    ToolApproval,
    ToolSet,
)
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
docs = McpTool(server_label="docs", server_url="https://docs.example/mcp")
docs.allow_tool("find")
tools = ToolSet()
tools.add(docs)


class Librarian(RunHandler):
    def submit_mcp_tool_approval(
        self, *, run: ThreadRun, tool_call: RequiredMcpToolCall, **kwargs: Any
    ) -> ToolApproval:
        print(f"{tool_call.server_label}: {tool_call.name}({tool_call.arguments})")
        return ToolApproval(tool_call_id=tool_call.id, approve=True, headers=docs.headers)


with client:
    agent = client.create_agent(
        model="gpt-4o-mini", name="librarian", instructions="Look things up.", toolset=tools
    )
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="What is new?")
    docs.update_headers("X-Team", "maps")
    run = client.runs.create_and_process(
        thread_id=thread.id, agent_id=agent.id, polling_interval=1, run_handler=Librarian()
    )
    for step in client.run_steps.list(thread_id=thread.id, run_id=run.id):
        for call in step.get("step_details", {}).get("tool_calls", []):
            print(call.get("name"))
    for message in client.messages.list(thread_id=thread.id):
        if message.text_messages:
            print(message.text_messages[-1].text.value)
    client.delete_agent(agent.id)
