"""Tool choices that a response cannot name, and threads that a run brings along."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers


def test_the_only_tool_of_an_agent_is_chosen() -> None:
    before = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import (
    AgentThreadCreationOptions,
    AzureAISearchTool,
    MessageRole,
    ThreadMessageOptions,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
search = AzureAISearchTool(index_connection_id=os.environ["INDEX"], index_name="papers")
agent = project.agents.create_agent(
    model="gpt-4o",
    name="librarian",
    instructions="Find papers.",
    tools=search.definitions,
    tool_resources=search.resources,
)


def ask(question: str) -> str:
    opening = AgentThreadCreationOptions(
        messages=[ThreadMessageOptions(role=MessageRole("user"), content=question)]
    )
    run = project.agents.create_thread_and_process_run(
        agent_id=agent.id, thread=opening, tool_choice={"type": "azure_ai_search"}
    )
    if run.status == "failed":
        print(f"Run failed: {run.last_error}")
    answer = project.agents.messages.get_last_message_text_by_role(
        thread_id=run.thread_id, role=MessageRole("assistant")
    )
    return answer.text.value if answer else ""


print(ask("Who wrote about tides?"))
project.agents.delete_agent(agent.id)
"""
    after = """import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    AISearchIndexResource,
    AzureAISearchTool,
    AzureAISearchToolResource,
    PromptAgentDefinition,
)
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
openai_client = project.get_openai_client()
search = AzureAISearchTool(
    azure_ai_search=AzureAISearchToolResource(
        indexes=[
            AISearchIndexResource(project_connection_id=os.environ["INDEX"], index_name="papers")
        ]
    )
)
agent = project.agents.create_version(
    agent_name="librarian",
    definition=PromptAgentDefinition(model="gpt-4o", instructions="Find papers.", tools=[search]),
)


def ask(question: str) -> str:
    conversation = openai_client.conversations.create(
        items=[{"type": "message", "role": "user", "content": question}]
    )
    response = openai_client.responses.create(
        conversation=conversation.id,
        tool_choice="required",
        extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
    )
    if response.status == "failed":
        print(f"Run failed: {response.error}")
    answer = next(
        (
            part
            for item in openai_client.conversations.items.list(conversation.id)
            if item.type == "message" and item.role == "assistant"
            for part in reversed(item.content)
            if part.type == "output_text"
        ),
        None,
    )
    return answer.text if answer else ""


print(ask("Who wrote about tides?"))
project.agents.delete_version(agent_name=agent.name, agent_version=agent.version)
"""
    becomes(before, after)
    more = before.replace("tools=search.definitions", "tools=[*search.definitions, *more]")
    assert "a tool choice in a form that is not known here" in _reasons(more)


def test_a_thread_whose_description_changes_or_is_used_twice() -> None:
    head = """import os

from azure.ai.agents.models import AgentThreadCreationOptions, ThreadMessageOptions
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
text = input()
opening = AgentThreadCreationOptions(
    messages=[ThreadMessageOptions(role="user", content=text)]
)
"""
    run = "run = project.agents.create_thread_and_process_run(agent_id='a', thread=opening)\n"
    assert not _reasons(head + run)
    assert "what the thread is made with may change before the run" in _reasons(
        head + "text = input()\n" + run
    )
    assert "the description of the thread is used for something else, too" in _reasons(
        head + run + "print(opening)\n"
    )


def _reasons(source: str) -> set[str]:
    return {message for _, message in blockers(source)}
