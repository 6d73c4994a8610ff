"""Runs, run steps, streams and tool outputs of azure-ai-agents 1.x."""

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
    surface=Surface.AZURE_AGENTS,
    kind=Kind.CALL,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/operations/_patch.py; openai 3.54.0: "
        "openai/resources/"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.runs.create",
        code="UNS103",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.create",
            "azure.ai.agents.aio.operations.RunsOperations.create",
        ),
        target=RESPOND,
        params=pick(
            RUN_PARAMS,
            (
                "thread_id body include agent_id model instructions additional_instructions "
                "additional_messages tools tool_resources temperature top_p max_prompt_tokens "
                "max_completion_tokens truncation_strategy tool_choice response_format "
                "parallel_tool_calls metadata content_type stream_parameter kwargs"
            ),
        ),
        results=AZURE_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. The old call returned at once: background=True keeps a split into "
            "start and poll."
        ),
    ),
    row(
        id="az.runs.create_and_process",
        code="UNS103",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.create_and_process",
            "azure.ai.agents.aio.operations.RunsOperations.create_and_process",
        ),
        target=RESPOND,
        params=pick(
            RUN_PARAMS,
            (
                "thread_id agent_id include model instructions additional_instructions "
                "additional_messages toolset temperature top_p max_prompt_tokens "
                "max_completion_tokens truncation_strategy tool_choice response_format "
                "parallel_tool_calls metadata run_handler polling_interval kwargs"
            ),
        ),
        results=AZURE_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them."
        ),
    ),
    row(
        id="az.runs.get",
        code="UNS103",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.get",
            "azure.ai.agents.aio.operations.RunsOperations.get",
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
        id="az.runs.list",
        code="UNS103",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.list",
            "azure.ai.agents.aio.operations.RunsOperations.list",
        ),
        target=None,
        params=pick(RUN_PARAMS, "before kwargs")
        | {
            "thread_id": "no counterpart",
            "limit": "no counterpart",
            "order": "no counterpart",
        },
        blocked="responses cannot be listed: keep the ids yourself",
    ),
    row(
        id="az.runs.update",
        code="UNS103",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.update",
            "azure.ai.agents.aio.operations.RunsOperations.update",
        ),
        target=None,
        params=pick(RUN_PARAMS, "run_id body metadata content_type kwargs")
        | {
            "thread_id": "dropped: a response is found by its own id",
        },
        blocked="responses cannot be changed: give metadata= when creating them",
    ),
    row(
        id="az.runs.cancel",
        code="UNS103",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.cancel",
            "azure.ai.agents.aio.operations.RunsOperations.cancel",
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
        id="az.runs.stream",
        code="UNS105",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.stream",
            "azure.ai.agents.aio.operations.RunsOperations.stream",
        ),
        target=STREAM,
        params=pick(
            RUN_PARAMS,
            (
                "thread_id body include agent_id model instructions additional_instructions "
                "additional_messages tools tool_resources temperature top_p max_prompt_tokens "
                "max_completion_tokens truncation_strategy tool_choice response_format "
                "parallel_tool_calls metadata event_handler content_type kwargs"
            ),
        ),
        results=STREAM_RESULTS,
        notes=(
            "Not responses.stream(): it wants model= and input=, so it cannot run an agent. "
            "Functions no longer run inside the stream: answer function_call items in a second "
            "stream."
        ),
    ),
    row(
        id="az.runs.submit_tool_outputs",
        code="UNS106",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.submit_tool_outputs",
            "azure.ai.agents.aio.operations.RunsOperations.submit_tool_outputs",
        ),
        target=(
            'openai_client.responses.create(conversation=conversation.id, input=[{"type": '
            '"function_call_output", "call_id": ..., "output": ...}], '
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            "body tool_outputs tool_approvals content_type event_handler stream_parameter kwargs",
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
        id="az.runs.submit_tool_outputs_stream",
        code="UNS106",
        legacy=(
            "azure.ai.agents.operations.RunsOperations.submit_tool_outputs_stream",
            "azure.ai.agents.aio.operations.RunsOperations.submit_tool_outputs_stream",
        ),
        target=(
            "openai_client.responses.create(stream=True, conversation=conversation.id, "
            'input=[{"type": "function_call_output", "call_id": ..., "output": ...}], '
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            "body tool_outputs tool_approvals event_handler content_type kwargs",
        )
        | {
            "thread_id": "conversation=conversation.id",
            "run_id": "dropped: the new response follows in the conversation",
        },
        results=STREAM_RESULTS,
        notes="Opens a second stream; the old call fed the same event handler.",
    ),
    row(
        id="az.create_thread_and_run",
        code="UNS107",
        legacy=(
            "azure.ai.agents.AgentsClient.create_thread_and_run",
            "azure.ai.agents.aio.AgentsClient.create_thread_and_run",
        ),
        target=(
            "conversation = openai_client.conversations.create(items=...); response = "
            "openai_client.responses.create(conversation=conversation.id, "
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            (
                "body agent_id thread model instructions tools tool_resources temperature top_p "
                "max_prompt_tokens max_completion_tokens truncation_strategy tool_choice "
                "response_format parallel_tool_calls metadata content_type kwargs"
            ),
        ),
        results=AZURE_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. Without a thread the conversation can be left out: "
            "responses.create(input=...)."
        ),
    ),
    row(
        id="az.create_thread_and_process_run",
        code="UNS107",
        legacy=(
            "azure.ai.agents.AgentsClient.create_thread_and_process_run",
            "azure.ai.agents.aio.AgentsClient.create_thread_and_process_run",
        ),
        target=(
            "conversation = openai_client.conversations.create(items=...); response = "
            "openai_client.responses.create(conversation=conversation.id, "
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            (
                "agent_id thread model instructions toolset temperature top_p max_prompt_tokens "
                "max_completion_tokens truncation_strategy tool_choice response_format "
                "parallel_tool_calls metadata polling_interval kwargs"
            ),
        ),
        results=AZURE_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. Without a thread the conversation can be left out: "
            "responses.create(input=...)."
        ),
    ),
    row(
        id="az.run_steps.list",
        code="UNS104",
        legacy=(
            "azure.ai.agents.operations.RunStepsOperations.list",
            "azure.ai.agents.aio.operations.RunStepsOperations.list",
        ),
        target="response.output",
        params=pick(STEP_PARAMS, "thread_id run_id include limit order before kwargs"),
        results=AZURE_STEP_RESULTS,
        notes=(
            "Chronological, where steps came newest first; one item per tool call. Details of a "
            "call need include= when the response is created."
        ),
    ),
    row(
        id="az.run_steps.get",
        code="UNS104",
        legacy=(
            "azure.ai.agents.operations.RunStepsOperations.get",
            "azure.ai.agents.aio.operations.RunStepsOperations.get",
        ),
        target="the item of response.output with this id",
        params=pick(STEP_PARAMS, "thread_id run_id step_id include kwargs"),
        notes=(
            "Items do not change once a response is there: the item of a listing is as good. Ids "
            "of steps of the old service find nothing."
        ),
    ),
    row(
        id="az.enable_auto_function_calls",
        code="UNS302",
        legacy=(
            "azure.ai.agents.AgentsClient.enable_auto_function_calls",
            "azure.ai.agents.aio.AgentsClient.enable_auto_function_calls",
        ),
        target='[item for item in response.output if item.type == "function_call"]',
        params={
            "tools": "a dictionary of your functions by name",
            "max_retry": "the bound of your own loop; it was 10 rounds with errors",
        },
        notes=(
            "The new SDK runs no functions by itself: answer the function_call items of a response "
            "in a loop, with a bound of your own. The old one sent exceptions to the model as "
            '{"error": ...} and made every result a string.'
        ),
        source=(
            "azure-ai-agents 1.1.0: azure/ai/agents/_patch.py; azure-ai-projects 2.10.0: "
            "azure/ai/projects/operations/_patch_agents.py"
        ),
    ),
)
