"""Updates of agents made elsewhere: what their latest version says, changed."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes

LEGACY = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())


"""
NEW = """import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())


"""


def test_fields_that_are_none_stay_as_they_were() -> None:
    before = """def change(agent_id: str, text: str, model: str | None = None, about: str = None):
    client.update_agent(
        agent_id,
        model=model,  # the deployment
        instructions=f"Be {text}.",
        description=about,
        metadata={"by": "me"},
    )
"""
    after = """def change(agent_id: str, text: str, model: str | None = None, about: str = None):
    latest = client.agents.get(agent_name=agent_id).versions.latest
    client.agents.create_version(
        agent_name=agent_id,
        definition=PromptAgentDefinition(
            {
                **latest.definition,
                "instructions": f"Be {text}.",
                **{k: v for k, v in {"model": model}.items() if v is not None},
            }
        ),
        description=about if about is not None else latest.description,
        metadata={"by": "me"},
        # the deployment
    )
"""
    becomes(LEGACY + before, NEW + after)
    assert "fields that the update does not name are those of the agent's latest version" in notes(
        LEGACY + before
    )


def test_tools_and_what_is_read_of_the_result() -> None:
    before = """def change(agent_id: str, name: str) -> str:
    latest = name
    changed = client.update_agent(agent_id=agent_id, tools=[], temperature=0.2)
    print(changed.name, changed.model, changed.instructions, latest)
    return changed.id
"""
    after = """def change(agent_id: str, name: str) -> str:
    latest = name
    latest_2 = client.agents.get(agent_name=agent_id).versions.latest
    changed = client.agents.create_version(
        agent_name=agent_id,
        definition=PromptAgentDefinition({**latest_2.definition, "temperature": 0.2, "tools": []}),
        description=latest_2.description,
        metadata=latest_2.metadata,
    )
    print(changed.name, changed.definition["model"], changed.definition.get("instructions"), latest)
    return changed.name
"""
    becomes(LEGACY + before, NEW + after)


def test_asynchronous_clients_read_first() -> None:
    before = """from azure.ai.projects.aio import AIProjectClient


async def change(client: AIProjectClient, agent_id: str) -> None:
    await client.agents.update_agent(agent_id, top_p=0.5)
"""
    after = """from azure.ai.projects.aio import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition


async def change(client: AIProjectClient, agent_id: str) -> None:
    latest = (await client.agents.get(agent_name=agent_id)).versions.latest
    await client.agents.create_version(
        agent_name=agent_id,
        definition=PromptAgentDefinition({**latest.definition, "top_p": 0.5}),
        description=latest.description,
        metadata=latest.metadata,
    )
"""
    becomes(before, after)


def test_a_value_that_may_be_none_is_not_what_a_creation_in_view_said() -> None:
    source = (
        LEGACY
        + """def change(model: str | None) -> None:
    client.update_agent(agent.id, model=model)


agent = client.create_agent(model="gpt-4o", name="poet")
change(None)
"""
    )
    done = NEW.rstrip("\n") + "\n" * 3
    done += """def change(model: str | None) -> None:
    latest = client.agents.get(agent_name=agent.name).versions.latest
    client.agents.create_version(
        agent_name=agent.name,
        definition=PromptAgentDefinition(
            {**latest.definition, **{k: v for k, v in {"model": model}.items() if v is not None}}
        ),
        description=latest.description,
        metadata=latest.metadata,
    )


agent = client.agents.create_version(
    agent_name="poet", definition=PromptAgentDefinition(model="gpt-4o")
)
change(None)
"""
    becomes(source, done)


def test_blocked_where_there_is_no_place_or_no_certain_value() -> None:
    unknown = (
        "an update changed single fields; a new version needs the whole definition: read the "
        "latest, change it, and call `create_version` with it"
    )
    for line in (
        "while client.update_agent(agent_id, model='m'): pass",
        "x = lambda: client.update_agent(agent_id, model='m')",
        "client.update_agent(next_id(), model='m')",
        "client.update_agent(agent_id, model=pick())",
        "client.update_agent(agent_id, **fields)",
        "client.update_agent(agent_id, tool_resources=resources)",
    ):
        source = LEGACY + f"def change(agent_id: str, fields, resources) -> None:\n    {line}\n"
        assert unknown in {message for _, message in blockers(source)}, line
