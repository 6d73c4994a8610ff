"""Forms that azure-ai-projects had in its 2.0 preview only.

## What it does
Finds code for azure-ai-projects 2.0.0b1 to b3, which guides and blog posts still show: `extra_body={"agent": ...}`, `agents.create` and its kin, `await` before `get_openai_client()`, classes under their old names, sub-clients that moved below `beta`.

## Why
These forms are gone: the code fails with an `ImportError`, an `AttributeError`, a `TypeError`, or answers without the agent that it names.

## Fix safety
Safe where only a name has changed.
Unsafe where the new call does more, or answers something else: `agents.update` kept an agent's version when nothing had changed, and `create_version` adds one each time.
Blocked where nothing takes the place of a class, and where the result of `agents.create` is used for something that a version does not have.

## References
The changelog of azure-ai-projects, versions 2.0.0b2 to 2.2.0, is the list of what was renamed.
Only forms that the target version lacks are reported.
"""

from __future__ import annotations

from packaging.version import Version

from unspool_rules.model import Target
from unspool_rules.rules.rule import Example, Rule, Variant

RULE = Rule(
    code="UNS701",
    name="preview-form",
    summary="a form of the preview of azure-ai-projects 2 that later versions lack",
    fix_title="Use the form of the released version",
    docs=__doc__,
    examples=(
        Example(
            title="an agent of the preview",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import AzureAISearchAgentTool, PromptAgentDefinition
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )


            def ask(tool: AzureAISearchAgentTool, question: str) -> str:
                agent = project_client.agents.create(
                    name="helper",
                    definition=PromptAgentDefinition(model="gpt-4.1", tools=[tool]),
                )
                print(f"{agent.name}, version {agent.versions.latest.version}")
                openai_client = project_client.get_openai_client()
                response = openai_client.responses.create(
                    input=question,
                    extra_body={"agent": {"name": agent.name, "type": "agent_reference"}},
                )
                return response.output_text
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import AzureAISearchTool, PromptAgentDefinition
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )


            def ask(tool: AzureAISearchTool, question: str) -> str:
                agent = project_client.agents.create_version(
                    agent_name="helper",
                    definition=PromptAgentDefinition(model="gpt-4.1", tools=[tool]),
                )
                print(f"{agent.name}, version {agent.version}")
                openai_client = project_client.get_openai_client()
                response = openai_client.responses.create(
                    input=question,
                    extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},
                )
                return response.output_text
            """,
        ),
        Example(
            title="names that were changed twice",
            before="""\
            from azure.ai.projects.models import CodeInterpreterTool, CodeInterpreterToolAuto

            tool = CodeInterpreterTool(container=CodeInterpreterToolAuto(file_ids=["file-1"]))
            """,
            after="""\
            from azure.ai.projects.models import AutoCodeInterpreterToolParam, CodeInterpreterTool

            tool = CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=["file-1"]))
            """,
            variants=(
                Variant(
                    title="azure-ai-projects 2.0.0b4",
                    target=Target(version=Version("2.0.0b4")),
                    after="""\
                    from azure.ai.projects.models import CodeInterpreterContainerAuto, CodeInterpreterTool

                    tool = CodeInterpreterTool(container=CodeInterpreterContainerAuto(file_ids=["file-1"]))
                    """,
                ),
            ),
        ),
        Example(
            title="sub-clients, and a client that is not awaited any more",
            before="""\
            import os

            from azure.ai.projects.aio import AIProjectClient
            from azure.ai.projects.models import MemoryStoreDefaultDefinition
            from azure.identity.aio import DefaultAzureCredential


            async def main(definition: MemoryStoreDefaultDefinition) -> None:
                project_client = AIProjectClient(
                    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                )
                openai_client = await project_client.get_openai_client()
                await project_client.memory_stores.create(name="store", definition=definition)
                schedule = await project_client.schedules.get(id="schedule")
                await openai_client.close()
            """,
            after="""\
            import os

            from azure.ai.projects.aio import AIProjectClient
            from azure.ai.projects.models import MemoryStoreDefaultDefinition
            from azure.identity.aio import DefaultAzureCredential


            async def main(definition: MemoryStoreDefaultDefinition) -> None:
                project_client = AIProjectClient(
                    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                )
                openai_client = project_client.get_openai_client()
                await project_client.beta.memory_stores.create(name="store", definition=definition)
                schedule = await project_client.beta.schedules.get(schedule_id="schedule")
                await openai_client.close()
            """,
        ),
        Example(
            title="a class that nothing replaces",
            before="""\
            from azure.ai.projects.models import ContainerAppAgentDefinition

            definition = ContainerAppAgentDefinition()
            """,
            blockers=(
                "agents that live in a container app were removed: hosted agents take their place",
            ),
        ),
    ),
)
