from __future__ import annotations

import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition, StructuredInputDefinition
from azure.identity import DefaultAzureCredential

client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
with client, client.get_openai_client() as openai_client:
    agent = client.agents.create_version(
        agent_name="greeter",
        definition=PromptAgentDefinition(
            model=os.environ["MODEL_DEPLOYMENT_NAME"],
            instructions="Be polite. {{run_instructions}}",
            structured_inputs={
                "run_instructions": StructuredInputDefinition(
                    default_value="", schema={"type": "string"}
                )
            },
        ),
    )
    conversation = openai_client.conversations.create()
    with openai_client.responses.create(
        conversation=conversation.id,
        input="Good morning!",
        stream=True,
        extra_body={
            "agent_reference": {"name": agent.name, "type": "agent_reference"},
            "structured_inputs": {"run_instructions": "Address the user as Jane Doe."},
        },
    ) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                print(event.delta, end="")
    client.agents.delete(agent_name=agent.name)
