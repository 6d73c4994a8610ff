"""Tools of the old SDK, which have successors of the same or another name.

## What it does
Finds the tool classes of `azure.ai.agents.models` and their parts.
A tool object that is only passed to an agent becomes a tool of the new definition; its `definitions` and `resources` are no longer told apart.

## Why
In the new SDK a tool is one object that holds everything it needs, and classes of the same name have other constructors.

## Fix safety
As safe as the agent that the tool belongs to: both change together.
Blocked for tools without a successor (connected agents, deep research), for functions (each needs a schema, and a loop that calls it), and for objects that are used for something else, too.

## References
The names of the new classes differ between 2.0.0b3, 2.0.0b4 and 2.0.0; the fix writes those of the target version.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS301",
    name="legacy-tool",
    summary="tools are single objects of the agent's definition in the new API",
    fix_title="Migrate this tool",
    docs=__doc__,
    examples=(
        Example(
            title="file search",
            before="""\
            import os

            from azure.ai.agents.models import FileSearchTool
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            store = project_client.agents.vector_stores.create(name="manuals")
            file_search = FileSearchTool(vector_store_ids=[store.id])
            agent = project_client.agents.create_agent(
                model="gpt-4.1",
                name="librarian",
                tools=file_search.definitions,
                tool_resources=file_search.resources,
            )
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import FileSearchTool, PromptAgentDefinition
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            store = openai_client.vector_stores.create(name="manuals")
            file_search = FileSearchTool(vector_store_ids=[store.id])
            agent = project_client.agents.create_version(
                agent_name="librarian",
                definition=PromptAgentDefinition(model="gpt-4.1", tools=[file_search]),
            )
            """,
        ),
        Example(
            title="an agent as a tool of another",
            before="""\
            import os

            from azure.ai.agents.models import ConnectedAgentTool
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            tax = ConnectedAgentTool(id="asst_1", name="tax", description="Knows taxes")
            agent = project_client.agents.create_agent(
                model="gpt-4.1", name="clerk", tools=tax.definitions
            )
            """,
            blockers=(
                "`ConnectedAgentTool` has to be rebuilt by hand: its successor is a workflow or an A2A tool",
                "connected agents do not exist in the new service: offer the other agent over A2A (A2APreviewTool) or use a workflow agent",
                "`ConnectedAgentTool` is still constructed at line 10: connected agents do not exist in the new service: offer the other agent over A2A (A2APreviewTool) or use a workflow agent",
            ),
        ),
    ),
)
