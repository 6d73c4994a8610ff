"""Runs, which let an agent answer on a thread.

## What it does
Finds runs, the loops that wait for them, and what is read from them.
A run becomes one `responses.create`, which returns when the agent has answered.
A loop that only waits goes away; the variable `run` is renamed to `response`.

## Why
The new service has no run objects and nothing to poll.
An agent is named in `extra_body` by its name; model, instructions and tools stand in its definition, and the service refuses them beside it.

## Fix safety
Unsafe: requests that fail raise the errors of the `openai` package now, and a time-out of the loop itself is gone.
`additional_instructions` stay instructions: a place for them is added to the agent's definition where it is in view.
Where it is not, they become a developer message, which stays in the conversation.
At OpenAI they go behind the instructions of the definition, and no conversation keeps them.
An agent's id that is a plain string has to be replaced by the agent's name.
Blocked where a loop does more than wait, where the agent's model, instructions or tools are overridden, and for streams.
Code that lists the runs of a thread only to wait for active ones, or to cancel them, goes: a response is finished when the call returns.
Where runs are listed for more, and the file makes them all, the program keeps the responses that it makes, in its own process only; else the list is blocked.
A run at OpenAI that one function only starts, and another one cancels by its id, is made with `background=True`.
A run that is cancelled where it waits for outputs is finished as a response, and its calls get the output "cancelled".

## References
The migration guide is followed with these corrections.
It calls a bare model where the old program ran an agent, and turns `additional_instructions` into words of the user; here the agent runs, and instructions stay instructions.
It writes `extra_body={"agent": ...}`, which azure-ai-projects takes up to 2.0.0b3; from 2.0.0b4 on the key is `agent_reference`, and the fix writes what the target version takes.
It puts the user's message into the new conversation; here the message stays a call of its own, since more of them may follow.
"""

from __future__ import annotations

from packaging.version import Version

from unspool_rules.model import Target
from unspool_rules.model.settings import DefinitionStyle
from unspool_rules.rules.rule import Example, Rule, Variant

PREVIEW = Target(version=Version("2.0.0b3"))
PREVIEW_DICT = Target(version=Version("2.0.0b3"), style=DefinitionStyle.DICT)

RULE = Rule(
    code="UNS103",
    name="run",
    summary="runs are responses in the new API",
    fix_title="Migrate this run to a response",
    docs=__doc__,
    examples=(
        Example(
            title="a whole program",
            before="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            agent = project_client.agents.create_agent(
                model="gpt-4.1",
                name="my-agent",
                instructions="You help with math. Plot numbers when asked.",
                tools=[{"type": "code_interpreter"}],
            )
            thread = project_client.agents.threads.create()
            message = project_client.agents.messages.create(
                thread_id=thread.id,
                role="user",  # who speaks
                content="Draw a line with a slope of 4 and an intercept of 9.",  # what is said
            )
            run = project_client.agents.runs.create_and_process(
                thread_id=thread.id,
                agent_id=agent.id,
                additional_instructions="Address the user as Jane Doe, a premium customer.",
            )
            messages = project_client.agents.messages.list(thread_id=thread.id)
            for message in messages:
                print(f"Role: {message.role}, Content: {message.content}")
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.ai.projects.models import (
                AutoCodeInterpreterToolParam,
                CodeInterpreterTool,
                PromptAgentDefinition,
                StructuredInputDefinition,
            )
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            agent = project_client.agents.create_version(
                agent_name="my-agent",
                definition=PromptAgentDefinition(
                    model="gpt-4.1",
                    instructions="You help with math. Plot numbers when asked. {{additional_instructions}}",
                    tools=[CodeInterpreterTool(container=AutoCodeInterpreterToolParam())],
                    structured_inputs={
                        "additional_instructions": StructuredInputDefinition(
                            default_value="", schema={"type": "string"}
                        )
                    },
                ),
            )
            conversation = openai_client.conversations.create()
            message = openai_client.conversations.items.create(
                conversation_id=conversation.id,
                items=[
                    {
                        "type": "message",
                        "role": "user",  # who speaks
                        "content": "Draw a line with a slope of 4 and an intercept of 9.",  # what is said
                    }
                ],
            ).data[0]
            response = openai_client.responses.create(
                conversation=conversation.id,
                extra_body={
                    "agent_reference": {"name": agent.name, "type": "agent_reference"},
                    "structured_inputs": {
                        "additional_instructions": "Address the user as Jane Doe, a premium customer."
                    },
                },
            )
            messages = (
                item
                for item in openai_client.conversations.items.list(conversation_id=conversation.id)
                if item.type == "message"
            )
            for message in messages:
                print(f"Role: {message.role}, Content: {message.content}")
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
                        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    openai_client = project_client.get_openai_client()
                    agent = project_client.agents.create_version(
                        agent_name="my-agent",
                        definition={
                            "kind": "prompt",
                            "model": "gpt-4.1",
                            "instructions": "You help with math. Plot numbers when asked. {{additional_instructions}}",
                            "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
                            "structured_inputs": {
                                "additional_instructions": {
                                    "default_value": "",
                                    "schema": {"type": "string"},
                                }
                            },
                        },
                    )
                    conversation = openai_client.conversations.create()
                    message = openai_client.conversations.items.create(
                        conversation_id=conversation.id,
                        items=[
                            {
                                "type": "message",
                                "role": "user",  # who speaks
                                "content": "Draw a line with a slope of 4 and an intercept of 9.",  # what is said
                            }
                        ],
                    ).data[0]
                    response = openai_client.responses.create(
                        conversation=conversation.id,
                        extra_body={
                            "agent_reference": {"name": agent.name, "type": "agent_reference"},
                            "structured_inputs": {
                                "additional_instructions": "Address the user as Jane Doe, a premium customer."
                            },
                        },
                    )
                    messages = (
                        item
                        for item in openai_client.conversations.items.list(conversation_id=conversation.id)
                        if item.type == "message"
                    )
                    for message in messages:
                        print(f"Role: {message.role}, Content: {message.content}")
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
                        StructuredInputDefinition,
                    )
                    from azure.identity import DefaultAzureCredential

                    project_client = AIProjectClient(
                        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    openai_client = project_client.get_openai_client()
                    agent = project_client.agents.create_version(
                        agent_name="my-agent",
                        definition=PromptAgentDefinition(
                            model="gpt-4.1",
                            instructions="You help with math. Plot numbers when asked. {{additional_instructions}}",
                            tools=[CodeInterpreterTool(container=CodeInterpreterToolAuto())],
                            structured_inputs={
                                "additional_instructions": StructuredInputDefinition(
                                    default_value="", schema={"type": "string"}
                                )
                            },
                        ),
                    )
                    conversation = openai_client.conversations.create()
                    message = openai_client.conversations.items.create(
                        conversation_id=conversation.id,
                        items=[
                            {
                                "type": "message",
                                "role": "user",  # who speaks
                                "content": "Draw a line with a slope of 4 and an intercept of 9.",  # what is said
                            }
                        ],
                    ).data[0]
                    response = openai_client.responses.create(
                        conversation=conversation.id,
                        extra_body={
                            "agent": {"name": agent.name, "type": "agent_reference"},
                            "structured_inputs": {
                                "additional_instructions": "Address the user as Jane Doe, a premium customer."
                            },
                        },
                    )
                    messages = (
                        item
                        for item in openai_client.conversations.items.list(conversation_id=conversation.id)
                        if item.type == "message"
                    )
                    for message in messages:
                        print(f"Role: {message.role}, Content: {message.content}")
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
                        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    openai_client = project_client.get_openai_client()
                    agent = project_client.agents.create_version(
                        agent_name="my-agent",
                        definition={
                            "kind": "prompt",
                            "model": "gpt-4.1",
                            "instructions": "You help with math. Plot numbers when asked. {{additional_instructions}}",
                            "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
                            "structured_inputs": {
                                "additional_instructions": {
                                    "default_value": "",
                                    "schema": {"type": "string"},
                                }
                            },
                        },
                    )
                    conversation = openai_client.conversations.create()
                    message = openai_client.conversations.items.create(
                        conversation_id=conversation.id,
                        items=[
                            {
                                "type": "message",
                                "role": "user",  # who speaks
                                "content": "Draw a line with a slope of 4 and an intercept of 9.",  # what is said
                            }
                        ],
                    ).data[0]
                    response = openai_client.responses.create(
                        conversation=conversation.id,
                        extra_body={
                            "agent": {"name": agent.name, "type": "agent_reference"},
                            "structured_inputs": {
                                "additional_instructions": "Address the user as Jane Doe, a premium customer."
                            },
                        },
                    )
                    messages = (
                        item
                        for item in openai_client.conversations.items.list(conversation_id=conversation.id)
                        if item.type == "message"
                    )
                    for message in messages:
                        print(f"Role: {message.role}, Content: {message.content}")
                    """,
                ),
            ),
        ),
        Example(
            title="a run that is polled, of an agent and a thread whose ids are strings",
            text="The strings must be the id of a conversation and the name of an agent then.",
            before="""\
            import os
            import time

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            thread_id = "thread_abcd1234"
            assistant_id = "asst_efgh5678"
            run = project_client.agents.runs.create(
                thread_id=thread_id,
                agent_id=assistant_id,
                additional_instructions="Address the user as Jane Doe, a premium customer.",
            )
            while run.status in ("queued", "in_progress"):
                time.sleep(1)
                run = project_client.agents.runs.get(thread_id=thread_id, run_id=run.id)
            """,
            after="""\
            import os

            from azure.ai.projects import AIProjectClient
            from azure.identity import DefaultAzureCredential

            project_client = AIProjectClient(
                endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
            )
            openai_client = project_client.get_openai_client()
            thread_id = "thread_abcd1234"
            assistant_id = "asst_efgh5678"
            response = openai_client.responses.create(
                conversation=thread_id,
                input=[
                    {
                        "role": "developer",
                        "content": "Address the user as Jane Doe, a premium customer.",
                    }
                ],
                extra_body={"agent_reference": {"name": assistant_id, "type": "agent_reference"}},
            )
            """,
            variants=(
                Variant(
                    "for azure-ai-projects 2.0.0b3",
                    PREVIEW,
                    """\
                    import os

                    from azure.ai.projects import AIProjectClient
                    from azure.identity import DefaultAzureCredential

                    project_client = AIProjectClient(
                        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
                    )
                    openai_client = project_client.get_openai_client()
                    thread_id = "thread_abcd1234"
                    assistant_id = "asst_efgh5678"
                    response = openai_client.responses.create(
                        conversation=thread_id,
                        input=[
                            {
                                "role": "developer",
                                "content": "Address the user as Jane Doe, a premium customer.",
                            }
                        ],
                        extra_body={"agent": {"name": assistant_id, "type": "agent_reference"}},
                    )
                    """,
                ),
            ),
        ),
        Example(
            title="OpenAI's own service",
            text="OpenAI stores no agents any more: the assistant becomes a definition in the code.",
            before="""\
            from openai import OpenAI

            client = OpenAI()
            assistant = client.beta.assistants.create(
                model="gpt-4.1", instructions="You help with math."
            )
            thread = client.beta.threads.create(
                messages=[{"role": "user", "content": "What is 6 times 7?"}]
            )
            run = client.beta.threads.runs.create_and_poll(
                thread_id=thread.id, assistant_id=assistant.id
            )
            if run.status == "completed":
                messages = client.beta.threads.messages.list(thread_id=thread.id)
                print(messages.data[0].content[0].text.value)
            else:
                print(run.last_error)
            """,
            after="""\
            from functools import partial

            from openai import OpenAI

            client = OpenAI()
            assistant = partial(
                client.responses.create, model="gpt-4.1", instructions="You help with math."
            )
            conversation = client.conversations.create(
                items=[{"type": "message", "role": "user", "content": "What is 6 times 7?"}]
            )
            response = assistant(conversation=conversation.id)
            if response.status == "completed":
                print(response.output_text)
            else:
                print(response.error)
            """,
        ),
    ),
)
