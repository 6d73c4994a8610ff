"""Updates of agents made elsewhere: what their latest version says, changed."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

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


FOUND = {
    "in a loop": """def ensure(name: str) -> str:
    found = None
    for one in client.list_agents():
        if one.name == name:
            found = one
            break
    if found:
        return client.update_agent(found.id, name=name, model="gpt-4o").id
    return client.create_agent(name=name, model="gpt-4o").id
""",
    "by next": """NAME = "poet"


def ensure() -> str:
    found = next((a for a in client.list_agents() if a.name == "poet" and a.id), None)
    if found:
        return client.update_agent(found.id, name=NAME, model="gpt-4o").id
    return client.create_agent(name=NAME, model="gpt-4o").id
""",
    "by its id": """def ensure(name: str) -> str:
    known = None
    for one in client.list_agents():
        if name == one.name:
            known = one.id
    if known:
        return client.update_agent(agent_id=known, name=name, model="gpt-4o").id
    return client.create_agent(name=name, model="gpt-4o").id
""",
    "where it is found": """def ensure(name: str) -> str:
    for one in client.list_agents():
        if one.name == name:
            return client.update_agent(one.id, name=name, model="gpt-4o").id
    return client.create_agent(name=name, model="gpt-4o").id
""",
}
OTHERS = {
    "another name": """def ensure(name: str, new: str) -> None:
    found = next((a for a in client.list_agents() if a.name == name), None)
    if found:
        client.update_agent(found.id, name=new, model="gpt-4o")
""",
    "a name that is like it": """def ensure(name: str) -> None:
    found = next((a for a in client.list_agents() if a.name != name), None)
    if found:
        client.update_agent(found.id, name=name, model="gpt-4o")
""",
    "a name that changes": """def ensure(name: str) -> None:
    found = next((a for a in client.list_agents() if a.name == name), None)
    name = name + "-2"
    if found:
        client.update_agent(found.id, name=name, model="gpt-4o")
""",
    "one of two agents": """def ensure(name: str, known: str) -> None:
    found = next((a for a in client.list_agents() if a.name == name), None)
    if not found:
        found = client.get_agent(known)
    client.update_agent(found.id, name=name, model="gpt-4o")
""",
    "any of two names": """def ensure(name: str) -> None:
    for one in client.list_agents():
        if one.name == name or one.name == "old":
            client.update_agent(one.id, name=name, model="gpt-4o")
""",
    "what is no agent": """def ensure(name: str, settings) -> None:
    for one in settings:
        if one.name == name:
            client.update_agent(one.id, name=name, model="gpt-4o")
    print(client.create_agent(name=name, model="gpt-4o").id)
""",
    "the last of the loop": """def ensure(name: str) -> None:
    for one in client.list_agents():
        if one.name == name:
            print("there")
    client.update_agent(one.id, name=name, model="gpt-4o")
""",
}


@pytest.mark.parametrize("source", FOUND.values(), ids=FOUND.keys())
def test_an_agent_keeps_the_name_that_it_was_found_by(source: str) -> None:
    assert not blockers(LEGACY + source)
    done = fix_all(LEGACY + source)
    assert "update_agent" not in done and "name=name" not in done.replace("agent_name=name", "")
    assert done.count(".versions.latest\n") == 1


@pytest.mark.parametrize("source", OTHERS.values(), ids=OTHERS.keys())
def test_blocked_where_the_name_may_be_another_one(source: str) -> None:
    reasons = {message for _, message in blockers(LEGACY + source)}
    assert "an agent's name cannot be changed any more" in reasons
    assert "name=n" in fix_all(LEGACY + source)


def test_one_dictionary_for_a_new_agent_and_for_one_that_is_found() -> None:
    source = """def ensure(text: str) -> str:
    search = FileSearchTool(vector_store_ids=["vs"])
    common = dict(name="poet", model="gpt-4o", instructions=text, tools=search.definitions)
    found = next((a for a in client.list_agents() if a.name == "poet"), None)
    if found:
        agent = client.update_agent(found.id, **common)
    else:
        agent = client.create_agent(**common)
    return agent.id
"""
    legacy = LEGACY.replace(
        "from azure.identity",
        "from azure.ai.agents.models import FileSearchTool\nfrom azure.identity",
    )
    assert not blockers(legacy + source)
    done = fix_all(legacy + source)
    assert "common" not in done
    assert done.count('"poet"') == 2  # the new agent, and the look-up
    assert done.count("[search]") == 2


def test_blocked_where_one_dictionary_is_changed_or_long_or_of_two_plans() -> None:
    for made, between in (
        ('dict(name="a", model="gpt-4o")', 'common["temperature"] = 1'),
        (f'dict(name="a", model="gpt-4o", instructions="{"long " * 20}")', "pass"),
        ('dict(name="a", model=pick())', "pass"),
        ('dict(name="a", model="gpt-4o")', "save(common)"),
    ):
        source = LEGACY + (
            f"def ensure(known: str):\n    common = {made}\n    {between}\n"
            "    if known:\n        return client.update_agent(known, **common)\n"
            "    return client.create_agent(**common)\n"
        )
        assert blockers(source), made
        assert "**common" in fix_all(source), made


def test_a_look_up_asks_for_the_name_that_the_agent_gets() -> None:
    source = """found = next((a for a in client.list_agents() if a.name == "My poet"), None)
if found is None:
    found = client.create_agent(name="My poet", model="gpt-4o")
print(found.id, "My poet" == "x")
"""
    done = fix_all(LEGACY + source)
    assert 'if a.name == "My-poet"' in done and 'agent_name="My-poet"' in done
    assert '"My poet" == "x"' in done


def test_a_look_up_of_another_flow_is_told_of() -> None:
    source = """def show() -> None:
    for one in client.list_agents():
        if one.name == "My poet":
            print(one.id)


def make() -> str:
    return client.create_agent(name="My poet", model="gpt-4o").id
"""
    assert 'one.name == "My poet"' in fix_all(LEGACY + source)
    assert 'a look-up of "My poet" elsewhere has to ask for the new name' in notes(LEGACY + source)
