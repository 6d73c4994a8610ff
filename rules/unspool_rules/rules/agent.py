"""Agents and assistants.

## What it does
Finds calls that make, read, change, delete or list agents, also OpenAI's assistants.
An agent becomes a version of a named agent, made by `agents.create_version` of the project client.
With OpenAI as the target there are no stored agents: an assistant becomes a definition in the code, a `partial` of `responses.create` that carries model, instructions and tools.
One that is fetched by its id gets its definition from `assistants.json` beside the program.

## Why
The new service knows agents by name and version, with everything that makes them up in one definition.
OpenAI has switched its assistants off.

## Fix safety
Unsafe: an agent that is made at every start adds a version each time, and `agent.id` is `"name:version"`.
Names take letters, digits and inner hyphens, 63 at most; others are changed, with a note.
Azure OpenAI assistants need a Foundry project: the fix reads its endpoint from `FOUNDRY_PROJECT_ENDPOINT` and signs in with Entra ID.
Blocked for changes of an agent's name, for tool sets, and for tools without a successor.

## References
The migration guide loses the tools of the agent in its short examples, and renames the assistant; here tools and names stay.
It writes the definition as a dictionary, which runs but fails type checkers; the fix writes the SDK's models, or dictionaries with `definition-style = "dict"`.
"""

from __future__ import annotations

from packaging.version import Version

from unspool_rules.model import Target, TargetService
from unspool_rules.model.settings import DefinitionStyle
from unspool_rules.rules.rule import Example, Rule, Variant

PREVIEW = Target(version=Version("2.0.0b3"))
PREVIEW_DICT = Target(version=Version("2.0.0b3"), style=DefinitionStyle.DICT)
FOUNDRY = Target(service=TargetService.FOUNDRY)
FOUNDRY_DICT = Target(service=TargetService.FOUNDRY, style=DefinitionStyle.DICT)

RULE = Rule(
    code="UNS201",
    name="agent",
    summary="agents are named versions in the new API, and OpenAI stores none",
    fix_title="Migrate this agent",
    docs=__doc__,
    examples=(
        Example(
            title="an agent with a tool object",
            before="""\
            import os

            from azure.ai.agents.models import CodeInterpreterTool
            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            code_interpreter = CodeInterpreterTool()
            agent = client.agents.create_agent(
                model="gpt-4.1",
                name="my-agent",  # how it is called
                instructions="You help with math. Plot when asked.",  # what it does
                tools=code_interpreter.definitions,  # what it works with
            )
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import (
                AutoCodeInterpreterToolParam,
                CodeInterpreterTool,
                PromptAgentDefinition,
            )
            from azure.identity import DefaultAzureCredential

            client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            code_interpreter = CodeInterpreterTool(container=AutoCodeInterpreterToolParam())
            agent = client.agents.create_version(
                agent_name="my-agent",  # how it is called
                definition=PromptAgentDefinition(
                    model="gpt-4.1",
                    instructions="You help with math. Plot when asked.",  # what it does
                    tools=[code_interpreter],  # what it works with
                ),
            )
            """,
            variants=(
                Variant(
                    "with dictionaries",
                    Target(style=DefinitionStyle.DICT),
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.identity import DefaultAzureCredential

                    client = AIProjectClient(
                        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    code_interpreter = {"type": "code_interpreter", "container": {"type": "auto"}}
                    agent = client.agents.create_version(
                        agent_name="my-agent",  # how it is called
                        definition={
                            "kind": "prompt",
                            "model": "gpt-4.1",
                            "instructions": "You help with math. Plot when asked.",  # what it does
                            "tools": [code_interpreter],  # what it works with
                        },
                    )
                    """,
                ),
                Variant(
                    "for azure-ai-projects 2.0.0b3",
                    PREVIEW,
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.ai.projects.models import (
                        CodeInterpreterTool,
                        CodeInterpreterToolAuto,
                        PromptAgentDefinition,
                    )
                    from azure.identity import DefaultAzureCredential

                    client = AIProjectClient(
                        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    code_interpreter = CodeInterpreterTool(container=CodeInterpreterToolAuto())
                    agent = client.agents.create_version(
                        agent_name="my-agent",  # how it is called
                        definition=PromptAgentDefinition(
                            model="gpt-4.1",
                            instructions="You help with math. Plot when asked.",  # what it does
                            tools=[code_interpreter],  # what it works with
                        ),
                    )
                    """,
                ),
                Variant(
                    "for azure-ai-projects 2.0.0b3 with dictionaries",
                    PREVIEW_DICT,
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.identity import DefaultAzureCredential

                    client = AIProjectClient(
                        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    code_interpreter = {"type": "code_interpreter", "container": {"type": "auto"}}
                    agent = client.agents.create_version(
                        agent_name="my-agent",  # how it is called
                        definition={
                            "kind": "prompt",
                            "model": "gpt-4.1",
                            "instructions": "You help with math. Plot when asked.",  # what it does
                            "tools": [code_interpreter],  # what it works with
                        },
                    )
                    """,
                ),
            ),
        ),
        Example(
            title="an assistant of Azure OpenAI",
            before="""\
            from openai import AzureOpenAI

            client = AzureOpenAI(
                azure_endpoint="https://example.openai.azure.com",
                api_version="2024-05-01-preview",
            )
            assistant = client.beta.assistants.create(
                model="gpt-4.1",
                name="my-assistant",
                instructions="You help with math. Plot when asked.",  # what it does
                tools=[{"type": "code_interpreter"}],
            )
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import (
                AutoCodeInterpreterToolParam,
                CodeInterpreterTool,
                PromptAgentDefinition,
            )
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            agent = project_client.agents.create_version(
                agent_name="my-assistant",
                definition=PromptAgentDefinition(
                    model="gpt-4.1",
                    instructions="You help with math. Plot when asked.",  # what it does
                    tools=[CodeInterpreterTool(container=AutoCodeInterpreterToolParam())],
                ),
            )
            """,
            variants=(
                Variant(
                    "with dictionaries",
                    Target(style=DefinitionStyle.DICT),
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.identity import DefaultAzureCredential

                    project_client = AIProjectClient(
                        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    agent = project_client.agents.create_version(
                        agent_name="my-assistant",
                        definition={
                            "kind": "prompt",
                            "model": "gpt-4.1",
                            "instructions": "You help with math. Plot when asked.",  # what it does
                            "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
                        },
                    )
                    """,
                ),
                Variant(
                    "for azure-ai-projects 2.0.0b3",
                    PREVIEW,
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.ai.projects.models import (
                        CodeInterpreterTool,
                        CodeInterpreterToolAuto,
                        PromptAgentDefinition,
                    )
                    from azure.identity import DefaultAzureCredential

                    project_client = AIProjectClient(
                        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    agent = project_client.agents.create_version(
                        agent_name="my-assistant",
                        definition=PromptAgentDefinition(
                            model="gpt-4.1",
                            instructions="You help with math. Plot when asked.",  # what it does
                            tools=[CodeInterpreterTool(container=CodeInterpreterToolAuto())],
                        ),
                    )
                    """,
                ),
                Variant(
                    "for azure-ai-projects 2.0.0b3 with dictionaries",
                    PREVIEW_DICT,
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.identity import DefaultAzureCredential

                    project_client = AIProjectClient(
                        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    agent = project_client.agents.create_version(
                        agent_name="my-assistant",
                        definition={
                            "kind": "prompt",
                            "model": "gpt-4.1",
                            "instructions": "You help with math. Plot when asked.",  # what it does
                            "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
                        },
                    )
                    """,
                ),
            ),
        ),
        Example(
            title="an assistant of OpenAI",
            text='OpenAI stays the target unless `target-service = "foundry"` says otherwise.',
            before="""\
            from openai import OpenAI

            client = OpenAI()
            assistant = client.beta.assistants.create(
                model="gpt-4.1",
                name="my-assistant",
                instructions="You help with math. Plot when asked.",  # what it does
                tools=[{"type": "code_interpreter"}],
            )
            """,
            after="""\
            from functools import partial

            from openai import OpenAI

            client = OpenAI()
            assistant = partial(
                client.responses.create,
                model="gpt-4.1",
                instructions="You help with math. Plot when asked.",  # what it does
                tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],
            )
            """,
            variants=(
                Variant(
                    "when the target is Foundry",
                    FOUNDRY,
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.ai.projects.models import (
                        AutoCodeInterpreterToolParam,
                        CodeInterpreterTool,
                        PromptAgentDefinition,
                    )
                    from azure.identity import DefaultAzureCredential

                    project_client = AIProjectClient(
                        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    agent = project_client.agents.create_version(
                        agent_name="my-assistant",
                        definition=PromptAgentDefinition(
                            model="gpt-4.1",
                            instructions="You help with math. Plot when asked.",  # what it does
                            tools=[CodeInterpreterTool(container=AutoCodeInterpreterToolParam())],
                        ),
                    )
                    """,
                ),
                Variant(
                    "when the target is Foundry, with dictionaries",
                    FOUNDRY_DICT,
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.identity import DefaultAzureCredential

                    project_client = AIProjectClient(
                        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    agent = project_client.agents.create_version(
                        agent_name="my-assistant",
                        definition={
                            "kind": "prompt",
                            "model": "gpt-4.1",
                            "instructions": "You help with math. Plot when asked.",  # what it does
                            "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
                        },
                    )
                    """,
                ),
            ),
        ),
        Example(
            title="a name that has to change, and the agent's end",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            agent = project_client.agents.create_agent(
                model="gpt-4.1", name="Math helper", instructions="You help with math."
            )
            project_client.agents.delete_agent(agent.id)
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import PromptAgentDefinition
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            agent = project_client.agents.create_version(
                agent_name="Math-helper",
                definition=PromptAgentDefinition(
                    model="gpt-4.1", instructions="You help with math."
                ),
            )
            project_client.agents.delete_version(agent_name=agent.name, agent_version=agent.version)
            """,
        ),
        Example(
            title="an update of an agent made elsewhere",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )


            def teach(agent_id: str, instructions: str) -> None:
                project_client.agents.update_agent(agent_id, instructions=instructions)
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import PromptAgentDefinition
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )


            def teach(agent_id: str, instructions: str) -> None:
                latest = project_client.agents.get(agent_name=agent_id).versions.latest
                project_client.agents.create_version(
                    agent_name=agent_id,
                    definition=PromptAgentDefinition(
                        {**latest.definition, "instructions": instructions}
                    ),
                    description=latest.description,
                    metadata=latest.metadata,
                )
            """,
        ),
        Example(
            title="an update of the name",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )


            def rename(agent_id: str) -> None:
                project_client.agents.update_agent(agent_id, name="other")
            """,
            blockers=("an agent's name cannot be changed any more",),
        ),
    ),
)
