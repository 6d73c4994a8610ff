"""Event handlers and streams of azure-ai-agents 1.x."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS601",
    kind=Kind.EVENT,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/models/_patch.py; openai 3.54.0: "
        "openai/types/responses/response_stream_event.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.AgentEventHandler",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler",
            "azure.ai.agents.models.AsyncAgentEventHandler",
            "azure.ai.projects.models.AgentEventHandler",
            "azure.ai.projects.models.AsyncAgentEventHandler",
        ),
        target="for event in openai_client.responses.create(stream=True, ...)",
        notes=(
            "A class with callbacks becomes a loop with a branch for each event.type; what was "
            "kept on self becomes local. The old class swallowed exceptions of callbacks and ran "
            'functions by itself: the loop does neither. Async code writes "async for event in '
            'await ...".'
        ),
    ),
    row(
        id="az.AgentEventHandler.on_message_delta",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.on_message_delta",
            "azure.ai.agents.models.AsyncAgentEventHandler.on_message_delta",
            "azure.ai.projects.models.AgentEventHandler.on_message_delta",
            "azure.ai.projects.models.AsyncAgentEventHandler.on_message_delta",
        ),
        target='event.type == "response.output_text.delta"',
        params={
            "delta": "event.delta, the text itself",
        },
        results={
            "delta.text": "event.delta",
        },
    ),
    row(
        id="az.AgentEventHandler.on_thread_message",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.on_thread_message",
            "azure.ai.agents.models.AsyncAgentEventHandler.on_thread_message",
            "azure.ai.projects.models.AgentEventHandler.on_thread_message",
            "azure.ai.projects.models.AsyncAgentEventHandler.on_thread_message",
        ),
        target='event.type == "response.output_item.done" and event.item.type == "message"',
        params={
            "message": "event.item",
        },
        notes=(
            "The old callback ran for created, in_progress, completed and incomplete messages; "
            '"response.output_item.added" is the first of these.'
        ),
    ),
    row(
        id="az.AgentEventHandler.on_thread_run",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.on_thread_run",
            "azure.ai.agents.models.AsyncAgentEventHandler.on_thread_run",
            "azure.ai.projects.models.AgentEventHandler.on_thread_run",
            "azure.ai.projects.models.AsyncAgentEventHandler.on_thread_run",
        ),
        target='event.type == "response.completed"',
        params={
            "run": "event.response",
        },
        notes=(
            'It ran for every change of state: "response.created", "response.in_progress", '
            '"response.incomplete" and "response.failed" carry event.response too. Pending '
            "function calls have no state of their own."
        ),
    ),
    row(
        id="az.AgentEventHandler.on_run_step",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.on_run_step",
            "azure.ai.agents.models.AsyncAgentEventHandler.on_run_step",
            "azure.ai.projects.models.AgentEventHandler.on_run_step",
            "azure.ai.projects.models.AsyncAgentEventHandler.on_run_step",
        ),
        target='event.type == "response.output_item.done"',
        params={
            "step": "event.item",
        },
    ),
    row(
        id="az.AgentEventHandler.on_run_step_delta",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.on_run_step_delta",
            "azure.ai.agents.models.AsyncAgentEventHandler.on_run_step_delta",
            "azure.ai.projects.models.AgentEventHandler.on_run_step_delta",
            "azure.ai.projects.models.AsyncAgentEventHandler.on_run_step_delta",
        ),
        target='event.type == "response.function_call_arguments.delta"',
        params={
            "delta": "event.delta",
        },
        notes=(
            "Each tool has events of its own: response.code_interpreter_call_code.delta, "
            "response.file_search_call.searching, response.mcp_call_arguments.delta."
        ),
    ),
    row(
        id="az.AgentEventHandler.on_error",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.on_error",
            "azure.ai.agents.models.AsyncAgentEventHandler.on_error",
            "azure.ai.projects.models.AgentEventHandler.on_error",
            "azure.ai.projects.models.AsyncAgentEventHandler.on_error",
        ),
        target='event.type == "error"',
        params={
            "data": "event.message and event.code",
        },
        notes="Failures of the connection raise openai.APIError instead.",
    ),
    row(
        id="az.AgentEventHandler.on_done",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.on_done",
            "azure.ai.agents.models.AsyncAgentEventHandler.on_done",
            "azure.ai.projects.models.AgentEventHandler.on_done",
            "azure.ai.projects.models.AsyncAgentEventHandler.on_done",
        ),
        target="the code after the loop",
        notes="No event ends the stream.",
    ),
    row(
        id="az.AgentEventHandler.on_unhandled_event",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.on_unhandled_event",
            "azure.ai.agents.models.AsyncAgentEventHandler.on_unhandled_event",
            "azure.ai.projects.models.AgentEventHandler.on_unhandled_event",
            "azure.ai.projects.models.AsyncAgentEventHandler.on_unhandled_event",
        ),
        target="the else branch",
        params={
            "event_type": "event.type",
            "event_data": "event",
        },
    ),
    row(
        id="az.AgentEventHandler.until_done",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.until_done",
            "azure.ai.agents.models.AsyncAgentEventHandler.until_done",
            "azure.ai.projects.models.AgentEventHandler.until_done",
            "azure.ai.projects.models.AsyncAgentEventHandler.until_done",
        ),
        target="for event in stream: ...",
    ),
    row(
        id="az.AgentEventHandler.initialize",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.initialize",
            "azure.ai.agents.models.AsyncAgentEventHandler.initialize",
            "azure.ai.projects.models.AgentEventHandler.initialize",
            "azure.ai.projects.models.AsyncAgentEventHandler.initialize",
        ),
        target=None,
        params={
            "response_iterator": "no counterpart",
            "submit_tool_outputs": "no counterpart",
        },
        blocked="a hook that the stream itself called: nothing takes its place",
    ),
    row(
        id="az.AgentEventHandler.set_max_retry",
        legacy=(
            "azure.ai.agents.models.AgentEventHandler.set_max_retry",
            "azure.ai.agents.models.AsyncAgentEventHandler.set_max_retry",
            "azure.ai.projects.models.AgentEventHandler.set_max_retry",
            "azure.ai.projects.models.AsyncAgentEventHandler.set_max_retry",
        ),
        target=None,
        params={
            "max_retry": "the bound of your own loop",
        },
        blocked=(
            "nothing runs functions by itself: bound the loop that answers function_call items"
        ),
    ),
    row(
        id="az.BaseAgentEventHandler",
        legacy=(
            "azure.ai.agents.models.BaseAgentEventHandler",
            "azure.ai.agents.models.BaseAsyncAgentEventHandler",
            "azure.ai.projects.models.BaseAgentEventHandler",
            "azure.ai.projects.models.BaseAsyncAgentEventHandler",
        ),
        target="for event in openai_client.responses.create(stream=True, ...)",
        notes=(
            "Handlers that parsed the raw bytes get typed events; with_streaming_response gives "
            "the bytes."
        ),
    ),
    row(
        id="az.BaseAgentEventHandler.initialize",
        legacy=(
            "azure.ai.agents.models.BaseAgentEventHandler.initialize",
            "azure.ai.agents.models.BaseAsyncAgentEventHandler.initialize",
            "azure.ai.projects.models.BaseAgentEventHandler.initialize",
            "azure.ai.projects.models.BaseAsyncAgentEventHandler.initialize",
        ),
        target=None,
        params={
            "response_iterator": "no counterpart",
            "submit_tool_outputs": "no counterpart",
        },
        blocked="a hook that the stream itself called: nothing takes its place",
    ),
    row(
        id="az.BaseAgentEventHandler.until_done",
        legacy=(
            "azure.ai.agents.models.BaseAgentEventHandler.until_done",
            "azure.ai.agents.models.BaseAsyncAgentEventHandler.until_done",
            "azure.ai.projects.models.BaseAgentEventHandler.until_done",
            "azure.ai.projects.models.BaseAsyncAgentEventHandler.until_done",
        ),
        target="for event in stream: ...",
    ),
    row(
        id="az.BaseAgentEventHandlerT",
        legacy=(
            "azure.ai.agents.models.BaseAgentEventHandlerT",
            "azure.ai.agents.models.BaseAsyncAgentEventHandlerT",
            "azure.ai.projects.models.BaseAgentEventHandlerT",
            "azure.ai.projects.models.BaseAsyncAgentEventHandlerT",
        ),
        target=None,
        blocked="a type variable over event handlers: nothing takes its place",
    ),
    row(
        id="az.AgentRunStream",
        code="UNS105",
        legacy=(
            "azure.ai.agents.models.AgentRunStream",
            "azure.ai.agents.models.AsyncAgentRunStream",
            "azure.ai.projects.models.AgentRunStream",
            "azure.ai.projects.models.AsyncAgentRunStream",
        ),
        target="openai.Stream[ResponseStreamEvent]",
        results={
            "__enter__()": "the stream; the old one gave the event handler",
        },
        notes="openai.AsyncStream in async code.",
    ),
    row(
        id="az.StreamEventData",
        code="UNS602",
        legacy=(
            "azure.ai.agents.models.StreamEventData",
            "azure.ai.projects.models.StreamEventData",
        ),
        target="openai.types.responses.ResponseStreamEvent",
        results={
            "isinstance(data, MessageDeltaChunk)": 'event.type == "response.output_text.delta"',
            "isinstance(data, ThreadMessage)": (
                'event.type == "response.output_item.done" and event.item.type == "message"'
            ),
            "isinstance(data, ThreadRun)": (
                'event.type == "response.completed", and the other states'
            ),
            "isinstance(data, RunStep)": 'event.type == "response.output_item.done"',
            "data == AgentStreamEvent.DONE": "the code after the loop",
        },
        notes='Compare event.type one by one: "in" does not narrow the type.',
    ),
    row(
        id="az.RunHandler",
        code="UNS302",
        kind=Kind.TOOL,
        legacy=("azure.ai.agents.models.RunHandler", "azure.ai.agents.models.AsyncRunHandler"),
        target='[item for item in response.output if item.type == "function_call"]',
        notes=(
            "The hooks of create_and_process become the code of the loop that answers "
            "function_call and mcp_approval_request items. azure-ai-agents 1.2.0b5 and later."
        ),
        source="azure-ai-agents 1.2.0b6: azure/ai/agents/models/_patch.py",
    ),
    row(
        id="az.RunHandler.submit_function_call_output",
        code="UNS302",
        kind=Kind.TOOL,
        legacy=(
            "azure.ai.agents.models.RunHandler.submit_function_call_output",
            "azure.ai.agents.models.AsyncRunHandler.submit_function_call_output",
        ),
        target='{"type": "function_call_output", "call_id": item.call_id, "output": output}',
        params={
            "run": "response",
            "tool_call": "item",
            "tool_call_details": "item.name and item.arguments",
            "kwargs": "dropped",
        },
        source="azure-ai-agents 1.2.0b6: azure/ai/agents/models/_patch.py",
    ),
    row(
        id="az.RunHandler.submit_mcp_tool_approval",
        code="UNS302",
        kind=Kind.TOOL,
        legacy=(
            "azure.ai.agents.models.RunHandler.submit_mcp_tool_approval",
            "azure.ai.agents.models.AsyncRunHandler.submit_mcp_tool_approval",
        ),
        target=(
            '{"type": "mcp_approval_response", "approval_request_id": item.id, "approve": approve}'
        ),
        params={
            "run": "response",
            "tool_call": "item",
            "kwargs": "dropped",
        },
        source="azure-ai-agents 1.2.0b6: azure/ai/agents/models/_patch.py",
    ),
    row(
        id="az.ToolDefinitionT",
        code="UNS402",
        kind=Kind.MODEL,
        legacy=("azure.ai.agents.models.ToolDefinitionT",),
        target=None,
        blocked="a type variable of the old SDK: nothing takes its place",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_patch.py",
    ),
)
