import json
import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import FunctionTool, PromptAgentDefinition
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


TOOLS = [
    FunctionTool(
        name="get_weather",
        description="Tells the weather of a place.",
        parameters={
            "type": "object",
            "properties": {"location": {"type": "string", "description": "The name of the place."}},
            "required": ["location"],
        },
        strict=False,
    ),
    FunctionTool(
        name="get_user_age",
        description="Tells how old a person is.",
        parameters={
            "type": "object",
            "properties": {"name": {"type": "string", "description": "The name of the person."}},
            "required": ["name"],
        },
        strict=False,
    ),
]
FUNCTIONS = {f.__name__: f for f in (get_weather, get_user_age)}


def call(name: str, arguments: str) -> str:
    try:
        return str(FUNCTIONS[name](**json.loads(arguments)))
    except Exception as exc:
        return json.dumps({"error": f"Error executing function '{name}': {exc}"})


client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
with client, client.get_openai_client() as openai_client:
    agent = client.agents.create_version(
        agent_name="my-agent",
        definition=PromptAgentDefinition(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            instructions="Use your functions.",
            tools=TOOLS,
        ),
    )
    reference = {"agent_reference": {"name": agent.name, "type": "agent_reference"}}
    conversation = openai_client.conversations.create()
    response = openai_client.responses.create(
        conversation=conversation.id,
        input="How is the weather, Ann?",
        extra_body=reference,
    )
    while calls := [item for item in response.output if item.type == "function_call"]:
        outputs = [
            {
                "type": "function_call_output",
                "call_id": c.call_id,
                "output": call(c.name, c.arguments),
            }
            for c in calls
        ]
        response = openai_client.responses.create(
            conversation=conversation.id,
            input=outputs,
            extra_body=reference,
        )
    print(response.status)
    print(response.output_text)
    client.agents.delete(agent_name=agent.name)
