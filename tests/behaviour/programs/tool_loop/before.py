import json
import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, MessageRole, ToolSet
from azure.identity import DefaultAzureCredential


def get_weather(location: str) -> str:
    """Tells the weather of a place.

    :param location: The name of the place.
    """
    return json.dumps({"weather": f"sunny in {location}"})


def get_user_age(name: str) -> str:
    """Tells how old a person is.

    :param name: The name of the person.
    """
    raise ValueError(f"{name} keeps it secret")


client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
with client:
    functions = FunctionTool({get_weather, get_user_age})
    toolset = ToolSet()
    toolset.add(functions)
    client.enable_auto_function_calls(toolset)
    agent = client.create_agent(
        model=os.environ["MODEL_DEPLOYMENT_NAME"],
        name="my-agent",
        instructions="Use your functions.",
        toolset=toolset,
    )
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="How is the weather, Ann?")
    run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    print(run.status)
    answer = client.messages.get_last_message_text_by_role(thread.id, MessageRole.AGENT)
    if answer:
        print(answer.text.value)
    client.delete_agent(agent.id)
