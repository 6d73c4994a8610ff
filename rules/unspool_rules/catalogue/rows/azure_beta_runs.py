"""Runs, streams, steps and tool outputs of the azure-ai-projects 1.0.0 betas."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    AZURE_RUN_RESULTS,
    AZURE_STEP_RESULTS,
    RESPOND,
    RUN_PARAMS,
    STEP_PARAMS,
    STREAM,
    STREAM_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.AZURE_PROJECTS,
    kind=Kind.CALL,
    source=(
        "azure-ai-projects 1.0.0b10: azure/ai/projects/operations/_patch.py; openai 3.54.0: "
        "openai/resources/"
    ),
    until="1.0.0b11",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="beta.create_run",
        code="UNS103",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_run",
            "azure.ai.projects.aio.operations.AgentsOperations.create_run",
        ),
        target=RESPOND,
        params=pick(
            RUN_PARAMS,
            (
                "thread_id body content_type kwargs assistant_id model instructions "
                "additional_instructions additional_messages tools stream_parameter temperature "
                "top_p max_prompt_tokens max_completion_tokens truncation_strategy tool_choice "
                "response_format metadata include parallel_tool_calls agent_id"
            ),
        ),
        results=AZURE_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. The old call returned at once: background=True keeps a split into "
            "start and poll. assistant_id= became agent_id= in 1.0.0b7."
        ),
    ),
    row(
        id="beta.create_and_process_run",
        code="UNS103",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_and_process_run",
            "azure.ai.projects.aio.operations.AgentsOperations.create_and_process_run",
        ),
        target=RESPOND,
        params=pick(
            RUN_PARAMS,
            (
                "thread_id assistant_id model instructions additional_instructions "
                "additional_messages tools temperature top_p max_prompt_tokens "
                "max_completion_tokens truncation_strategy tool_choice response_format metadata "
                "sleep_interval kwargs include toolset parallel_tool_calls agent_id"
            ),
        ),
        results=AZURE_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. assistant_id= became agent_id= in 1.0.0b7."
        ),
    ),
    row(
        id="beta.get_run",
        code="UNS103",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_run",
            "azure.ai.projects.aio.operations.AgentsOperations.get_run",
        ),
        target="openai_client.responses.retrieve(response_id)",
        params=pick(RUN_PARAMS, "run_id kwargs")
        | {
            "thread_id": "dropped: a response is found by its own id",
        },
        results=AZURE_RUN_RESULTS,
        notes=(
            "In a polling loop the loop goes too: responses.create has waited already. The tests "
            "of azure-ai-projects 2.10.0 note that retrieve fails for responses of an agent."
        ),
    ),
    row(
        id="beta.list_runs",
        code="UNS103",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_runs",
            "azure.ai.projects.aio.operations.AgentsOperations.list_runs",
        ),
        target=None,
        params=pick(RUN_PARAMS, "before kwargs")
        | {
            "thread_id": "no counterpart",
            "limit": "no counterpart",
            "order": "no counterpart",
            "after": "no counterpart",
        },
        blocked="responses cannot be listed: keep the ids yourself",
    ),
    row(
        id="beta.update_run",
        code="UNS103",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.update_run",
            "azure.ai.projects.aio.operations.AgentsOperations.update_run",
        ),
        target=None,
        params=pick(RUN_PARAMS, "run_id body content_type kwargs metadata")
        | {
            "thread_id": "dropped: a response is found by its own id",
        },
        blocked="responses cannot be changed: give metadata= when creating them",
    ),
    row(
        id="beta.cancel_run",
        code="UNS103",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.cancel_run",
            "azure.ai.projects.aio.operations.AgentsOperations.cancel_run",
        ),
        target="openai_client.responses.cancel(response_id)",
        params=pick(RUN_PARAMS, "run_id kwargs")
        | {
            "thread_id": "dropped: a response is found by its own id",
        },
        results=AZURE_RUN_RESULTS,
        notes=(
            "Only responses created with background=True can be cancelled; close the stream, or "
            "give up waiting, otherwise."
        ),
    ),
    row(
        id="beta.create_stream",
        code="UNS105",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_stream",
            "azure.ai.projects.aio.operations.AgentsOperations.create_stream",
        ),
        target=STREAM,
        params=pick(
            RUN_PARAMS,
            (
                "thread_id body content_type kwargs assistant_id model instructions "
                "additional_instructions additional_messages tools temperature top_p "
                "max_prompt_tokens max_completion_tokens truncation_strategy tool_choice "
                "response_format metadata event_handler include parallel_tool_calls agent_id"
            ),
        ),
        results=STREAM_RESULTS,
        notes=(
            "Not responses.stream(): it wants model= and input=, so it cannot run an agent. "
            "Functions no longer run inside the stream: answer function_call items in a second "
            "stream. assistant_id= became agent_id= in 1.0.0b7."
        ),
    ),
    row(
        id="beta.submit_tool_outputs_to_run",
        code="UNS106",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.submit_tool_outputs_to_run",
            "azure.ai.projects.aio.operations.AgentsOperations.submit_tool_outputs_to_run",
        ),
        target=(
            'openai_client.responses.create(conversation=conversation.id, input=[{"type": '
            '"function_call_output", "call_id": ..., "output": ...}], '
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            "body content_type kwargs tool_outputs stream_parameter event_handler",
        )
        | {
            "thread_id": "conversation=conversation.id",
            "run_id": "dropped: the new response follows in the conversation",
        },
        results=AZURE_RUN_RESULTS,
        notes=(
            "Starts a new response with a new id. All function_call items of the last response "
            "must be answered, each by its call_id. previous_response_id= works too, never next to "
            "conversation=."
        ),
    ),
    row(
        id="beta.submit_tool_outputs_to_stream",
        code="UNS106",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.submit_tool_outputs_to_stream",
            "azure.ai.projects.aio.operations.AgentsOperations.submit_tool_outputs_to_stream",
        ),
        target=(
            "openai_client.responses.create(stream=True, conversation=conversation.id, "
            'input=[{"type": "function_call_output", "call_id": ..., "output": ...}], '
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(RUN_PARAMS, "body content_type kwargs tool_outputs event_handler")
        | {
            "thread_id": "conversation=conversation.id",
            "run_id": "dropped: the new response follows in the conversation",
        },
        results=STREAM_RESULTS,
        notes="Opens a second stream; the old call fed the same event handler.",
    ),
    row(
        id="beta.create_thread_and_run",
        code="UNS107",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_thread_and_run",
            "azure.ai.projects.aio.operations.AgentsOperations.create_thread_and_run",
        ),
        target=(
            "conversation = openai_client.conversations.create(items=...); response = "
            "openai_client.responses.create(conversation=conversation.id, "
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            (
                "body content_type kwargs assistant_id thread model instructions tools "
                "tool_resources stream_parameter temperature top_p max_prompt_tokens "
                "max_completion_tokens truncation_strategy tool_choice response_format metadata "
                "parallel_tool_calls agent_id"
            ),
        ),
        results=AZURE_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. Without a thread the conversation can be left out: "
            "responses.create(input=...). assistant_id= became agent_id= in 1.0.0b7."
        ),
    ),
    row(
        id="beta.get_run_step",
        code="UNS104",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_run_step",
            "azure.ai.projects.aio.operations.AgentsOperations.get_run_step",
        ),
        target="the item of response.output with this id",
        params=pick(STEP_PARAMS, "thread_id run_id step_id kwargs include"),
        notes=(
            "Items do not change once a response is there: the item of a listing is as good. Ids "
            "of steps of the old service find nothing."
        ),
    ),
    row(
        id="beta.list_run_steps",
        code="UNS104",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_run_steps",
            "azure.ai.projects.aio.operations.AgentsOperations.list_run_steps",
        ),
        target="response.output",
        params=pick(STEP_PARAMS, "thread_id run_id limit order after before kwargs include"),
        results=AZURE_STEP_RESULTS,
        notes=(
            "Chronological, where steps came newest first; one item per tool call. Details of a "
            "call need include= when the response is created."
        ),
    ),
    row(
        id="beta.enable_auto_function_calls",
        code="UNS302",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.enable_auto_function_calls",
            "azure.ai.projects.aio.operations.AgentsOperations.enable_auto_function_calls",
        ),
        target='[item for item in response.output if item.type == "function_call"]',
        params={
            "functions": "a dictionary of your functions by name",
            "function_tool": "a dictionary of your functions by name",
            "toolset": "a dictionary of your functions by name",
            "max_retry": "the bound of your own loop",
        },
        notes=(
            "The new SDK runs no functions by itself: answer the function_call items of a response "
            "in a loop, with a bound of your own. The old one sent exceptions to the model as "
            '{"error": ...} and made every result a string. The method came with 1.0.0b9; before, '
            "a toolset given to create_agent ran by itself."
        ),
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/operations/_patch.py",
    ),
)
