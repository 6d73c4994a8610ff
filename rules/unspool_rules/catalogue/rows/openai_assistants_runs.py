"""Runs, run steps, streams and tool outputs of openai: `client.beta.threads.runs`."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    OPENAI_RUN_RESULTS,
    OPENAI_STEP_RESULTS,
    RESPOND,
    RUN_PARAMS,
    STEP_PARAMS,
    STREAM,
    STREAM_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    kind=Kind.CALL,
    source=(
        "openai 3.54.0: openai/resources/beta/threads/runs/; "
        "openai/resources/responses/responses.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.runs.create",
        code="UNS103",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.create",
            "openai.resources.beta.threads.runs.AsyncRuns.create",
        ),
        target=RESPOND,
        params=pick(
            RUN_PARAMS,
            (
                "thread_id assistant_id include additional_instructions additional_messages "
                "instructions max_completion_tokens max_prompt_tokens metadata model "
                "parallel_tool_calls reasoning_effort response_format stream temperature "
                "tool_choice tools top_p truncation_strategy extra_headers extra_query extra_body "
                "timeout"
            ),
        ),
        results=OPENAI_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. The old call returned at once: background=True keeps a split into "
            "start and poll."
        ),
    ),
    row(
        id="oa.runs.create_and_poll",
        code="UNS103",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.create_and_poll",
            "openai.resources.beta.threads.runs.AsyncRuns.create_and_poll",
        ),
        target=RESPOND,
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id include additional_instructions additional_messages instructions "
                "max_completion_tokens max_prompt_tokens metadata model parallel_tool_calls "
                "reasoning_effort response_format temperature tool_choice tools top_p "
                "truncation_strategy poll_interval_ms thread_id extra_headers extra_query "
                "extra_body timeout"
            ),
        ),
        results=OPENAI_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. The old helper stopped at requires_action too: test for "
            "function_call items instead."
        ),
    ),
    row(
        id="oa.runs.retrieve",
        code="UNS103",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.retrieve",
            "openai.resources.beta.threads.runs.AsyncRuns.retrieve",
        ),
        target="openai_client.responses.retrieve(response_id)",
        params=pick(RUN_PARAMS, "run_id extra_headers extra_query extra_body timeout")
        | {
            "thread_id": "dropped: a response is found by its own id",
        },
        results=OPENAI_RUN_RESULTS,
        notes=(
            "In a polling loop the loop goes too: responses.create has waited already. The tests "
            "of azure-ai-projects 2.10.0 note that retrieve fails for responses of an agent."
        ),
    ),
    row(
        id="oa.runs.list",
        code="UNS103",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.list",
            "openai.resources.beta.threads.runs.AsyncRuns.list",
        ),
        target=None,
        params=pick(RUN_PARAMS, "before extra_headers extra_query extra_body timeout")
        | {
            "thread_id": "no counterpart",
            "after": "no counterpart",
            "limit": "no counterpart",
            "order": "no counterpart",
        },
        blocked="responses cannot be listed: keep the ids yourself",
    ),
    row(
        id="oa.runs.update",
        code="UNS103",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.update",
            "openai.resources.beta.threads.runs.AsyncRuns.update",
        ),
        target=None,
        params=pick(RUN_PARAMS, "run_id metadata extra_headers extra_query extra_body timeout")
        | {
            "thread_id": "dropped: a response is found by its own id",
        },
        blocked="responses cannot be changed: give metadata= when creating them",
    ),
    row(
        id="oa.runs.cancel",
        code="UNS103",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.cancel",
            "openai.resources.beta.threads.runs.AsyncRuns.cancel",
        ),
        target="openai_client.responses.cancel(response_id)",
        params=pick(RUN_PARAMS, "run_id extra_headers extra_query extra_body timeout")
        | {
            "thread_id": "dropped: a response is found by its own id",
        },
        results=OPENAI_RUN_RESULTS,
        notes=(
            "Only responses created with background=True can be cancelled; close the stream, or "
            "give up waiting, otherwise."
        ),
    ),
    row(
        id="oa.runs.stream",
        code="UNS105",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.stream",
            "openai.resources.beta.threads.runs.AsyncRuns.stream",
        ),
        target=STREAM,
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id include additional_instructions additional_messages instructions "
                "max_completion_tokens max_prompt_tokens metadata model parallel_tool_calls "
                "reasoning_effort response_format temperature tool_choice tools top_p "
                "truncation_strategy thread_id event_handler extra_headers extra_query extra_body "
                "timeout"
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
        id="oa.runs.create_and_stream",
        code="UNS105",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.create_and_stream",
            "openai.resources.beta.threads.runs.AsyncRuns.create_and_stream",
        ),
        target=STREAM,
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id additional_instructions additional_messages instructions "
                "max_completion_tokens max_prompt_tokens metadata model parallel_tool_calls "
                "reasoning_effort response_format temperature tool_choice tools top_p "
                "truncation_strategy thread_id event_handler extra_headers extra_query extra_body "
                "timeout"
            ),
        ),
        results=STREAM_RESULTS,
        notes=(
            "Not responses.stream(): it wants model= and input=, so it cannot run an agent. "
            "Functions no longer run inside the stream: answer function_call items in a second "
            "stream. An older name of runs.stream."
        ),
    ),
    row(
        id="oa.runs.submit_tool_outputs",
        code="UNS106",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.submit_tool_outputs",
            "openai.resources.beta.threads.runs.AsyncRuns.submit_tool_outputs",
        ),
        target=(
            'openai_client.responses.create(conversation=conversation.id, input=[{"type": '
            '"function_call_output", "call_id": ..., "output": ...}], '
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            "tool_outputs stream extra_headers extra_query extra_body timeout",
        )
        | {
            "run_id": "dropped: the new response follows in the conversation",
            "thread_id": "conversation=conversation.id",
        },
        results=OPENAI_RUN_RESULTS,
        notes=(
            "Starts a new response with a new id. All function_call items of the last response "
            "must be answered, each by its call_id. previous_response_id= works too, never next to "
            "conversation=."
        ),
    ),
    row(
        id="oa.runs.submit_tool_outputs_and_poll",
        code="UNS106",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.submit_tool_outputs_and_poll",
            "openai.resources.beta.threads.runs.AsyncRuns.submit_tool_outputs_and_poll",
        ),
        target=(
            'openai_client.responses.create(conversation=conversation.id, input=[{"type": '
            '"function_call_output", "call_id": ..., "output": ...}], '
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            "tool_outputs poll_interval_ms extra_headers extra_query extra_body timeout",
        )
        | {
            "run_id": "dropped: the new response follows in the conversation",
            "thread_id": "conversation=conversation.id",
        },
        results=OPENAI_RUN_RESULTS,
        notes=(
            "Starts a new response with a new id. All function_call items of the last response "
            "must be answered, each by its call_id. previous_response_id= works too, never next to "
            "conversation=."
        ),
    ),
    row(
        id="oa.runs.submit_tool_outputs_stream",
        code="UNS106",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.submit_tool_outputs_stream",
            "openai.resources.beta.threads.runs.AsyncRuns.submit_tool_outputs_stream",
        ),
        target=(
            "openai_client.responses.create(stream=True, conversation=conversation.id, "
            'input=[{"type": "function_call_output", "call_id": ..., "output": ...}], '
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            "tool_outputs event_handler extra_headers extra_query extra_body timeout",
        )
        | {
            "run_id": "dropped: the new response follows in the conversation",
            "thread_id": "conversation=conversation.id",
        },
        results=STREAM_RESULTS,
        notes="Opens a second stream; the old call fed the same event handler.",
    ),
    row(
        id="oa.runs.poll",
        code="UNS103",
        legacy=(
            "openai.resources.beta.threads.runs.Runs.poll",
            "openai.resources.beta.threads.runs.AsyncRuns.poll",
        ),
        target="openai_client.responses.retrieve(response_id)",
        params=pick(RUN_PARAMS, "run_id extra_headers extra_query extra_body timeout")
        | {
            "thread_id": "dropped: a response is found by its own id",
            "poll_interval_ms": "the pause of your own loop",
        },
        results=OPENAI_RUN_RESULTS,
        notes=(
            "Remove it: responses.create has waited already. Only a response created with "
            "background=True is polled, in a loop of your own."
        ),
    ),
    row(
        id="oa.threads.create_and_run",
        code="UNS107",
        legacy=(
            "openai.resources.beta.threads.Threads.create_and_run",
            "openai.resources.beta.threads.AsyncThreads.create_and_run",
        ),
        target=(
            "conversation = openai_client.conversations.create(items=...); response = "
            "openai_client.responses.create(conversation=conversation.id, "
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id instructions max_completion_tokens max_prompt_tokens metadata model "
                "parallel_tool_calls response_format stream temperature thread tool_choice "
                "tool_resources tools top_p truncation_strategy extra_headers extra_query "
                "extra_body timeout"
            ),
        ),
        results=OPENAI_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. Without a thread the conversation can be left out: "
            "responses.create(input=...)."
        ),
    ),
    row(
        id="oa.threads.create_and_run_poll",
        code="UNS107",
        legacy=(
            "openai.resources.beta.threads.Threads.create_and_run_poll",
            "openai.resources.beta.threads.AsyncThreads.create_and_run_poll",
        ),
        target=(
            "conversation = openai_client.conversations.create(items=...); response = "
            "openai_client.responses.create(conversation=conversation.id, "
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id instructions max_completion_tokens max_prompt_tokens metadata model "
                "parallel_tool_calls response_format temperature thread tool_choice tool_resources "
                "tools top_p truncation_strategy poll_interval_ms extra_headers extra_query "
                "extra_body timeout"
            ),
        ),
        results=OPENAI_RUN_RESULTS,
        notes=(
            "The call blocks and returns a finished Response; there is no run object. When the "
            "agent has client-side functions, the response holds function_call items and a loop "
            "must answer them. Without a thread the conversation can be left out: "
            "responses.create(input=...)."
        ),
    ),
    row(
        id="oa.threads.create_and_run_stream",
        code="UNS107",
        legacy=(
            "openai.resources.beta.threads.Threads.create_and_run_stream",
            "openai.resources.beta.threads.AsyncThreads.create_and_run_stream",
        ),
        target=(
            "conversation = openai_client.conversations.create(items=...); stream = "
            "openai_client.responses.create(stream=True, conversation=conversation.id, "
            'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}})'
        ),
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id instructions max_completion_tokens max_prompt_tokens metadata model "
                "parallel_tool_calls response_format temperature thread tool_choice tool_resources "
                "tools top_p truncation_strategy event_handler extra_headers extra_query "
                "extra_body timeout"
            ),
        ),
        results=STREAM_RESULTS,
        notes=(
            "Functions no longer run inside the stream: answer function_call items in a second "
            "stream."
        ),
    ),
    row(
        id="oa.steps.list",
        code="UNS104",
        legacy=(
            "openai.resources.beta.threads.runs.steps.Steps.list",
            "openai.resources.beta.threads.runs.steps.AsyncSteps.list",
        ),
        target="response.output",
        params=pick(
            STEP_PARAMS,
            (
                "run_id thread_id after before include limit order extra_headers extra_query "
                "extra_body timeout"
            ),
        ),
        results=OPENAI_STEP_RESULTS,
        notes=(
            "Chronological, where steps came newest first; one item per tool call. Details of a "
            "call need include= when the response is created."
        ),
    ),
    row(
        id="oa.steps.retrieve",
        code="UNS104",
        legacy=(
            "openai.resources.beta.threads.runs.steps.Steps.retrieve",
            "openai.resources.beta.threads.runs.steps.AsyncSteps.retrieve",
        ),
        target="the item of response.output with this id",
        params=pick(
            STEP_PARAMS,
            "step_id thread_id run_id include extra_headers extra_query extra_body timeout",
        ),
        notes=(
            "Items do not change once a response is there: the item of a listing is as good. Ids "
            "of steps of the old service find nothing."
        ),
    ),
    row(
        id="oa.runs",
        code="UNS103",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.threads.runs.Runs",
            "openai.resources.beta.threads.runs.AsyncRuns",
        ),
        target="openai_client.responses",
        notes="Also kept in a variable, or named in an annotation.",
    ),
    row(
        id="oa.steps",
        code="UNS104",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.threads.runs.steps.Steps",
            "openai.resources.beta.threads.runs.steps.AsyncSteps",
        ),
        target="response.output",
    ),
)
