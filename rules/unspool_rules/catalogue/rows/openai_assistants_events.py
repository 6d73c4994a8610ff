"""Event handlers and stream events of openai Assistants."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS601",
    kind=Kind.EVENT,
    source=(
        "openai 3.54.0: openai/lib/streaming/_assistants.py; "
        "openai/types/responses/response_stream_event.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.AssistantEventHandler",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler",
            "openai.lib.streaming.AsyncAssistantEventHandler",
            "openai.AssistantEventHandler",
            "openai.AsyncAssistantEventHandler",
        ),
        target="for event in openai_client.responses.create(stream=True, ...)",
        notes=(
            "A class with callbacks becomes a loop with a branch for each event.type; what was "
            'kept on self becomes local. Async code writes "async for event in await ...".'
        ),
    ),
    row(
        id="oa.AssistantEventHandler.on_event",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_event",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_event",
        ),
        target="for event in stream: ...",
        params={
            "event": "event",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_text_created",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_text_created",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_text_created",
        ),
        target='event.type == "response.content_part.added" and event.part.type == "output_text"',
        params={
            "text": "event.part",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_text_delta",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_text_delta",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_text_delta",
        ),
        target='event.type == "response.output_text.delta"',
        params={
            "delta": "event.delta, the text itself",
            "snapshot": "no counterpart: keep your own",
        },
        notes="delta.value is now event.delta.",
    ),
    row(
        id="oa.AssistantEventHandler.on_text_done",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_text_done",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_text_done",
        ),
        target='event.type == "response.output_text.done"',
        params={
            "text": "event.text, the text itself",
        },
        notes='Annotations are in event.item.content of "response.output_item.done".',
    ),
    row(
        id="oa.AssistantEventHandler.on_message_created",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_message_created",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_message_created",
        ),
        target='event.type == "response.output_item.added" and event.item.type == "message"',
        params={
            "message": "event.item",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_message_delta",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_message_delta",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_message_delta",
        ),
        target='event.type == "response.output_text.delta"',
        params={
            "delta": "event.delta, the text itself",
            "snapshot": "no counterpart: keep your own",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_message_done",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_message_done",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_message_done",
        ),
        target='event.type == "response.output_item.done" and event.item.type == "message"',
        params={
            "message": "event.item",
        },
        notes="message.content[0].text.value is now event.item.content[0].text.",
    ),
    row(
        id="oa.AssistantEventHandler.on_image_file_done",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_image_file_done",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_image_file_done",
        ),
        target=(
            'event.type == "response.content_part.done" and the container_file_citation '
            "annotations of event.part"
        ),
        params={
            "image_file": "the annotation: file_id, with container_id",
        },
        notes="client.containers.files.content.retrieve(file_id, container_id=...) reads it.",
    ),
    row(
        id="oa.AssistantEventHandler.on_run_step_created",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_run_step_created",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_run_step_created",
        ),
        target='event.type == "response.output_item.added"',
        params={
            "run_step": "event.item",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_run_step_delta",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_run_step_delta",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_run_step_delta",
        ),
        target='event.type == "response.function_call_arguments.delta"',
        params={
            "delta": "event.delta",
            "snapshot": "no counterpart: keep your own",
        },
        notes=(
            "Each tool has events of its own, such as response.code_interpreter_call_code.delta."
        ),
    ),
    row(
        id="oa.AssistantEventHandler.on_run_step_done",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_run_step_done",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_run_step_done",
        ),
        target='event.type == "response.output_item.done"',
        params={
            "run_step": "event.item",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_tool_call_created",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_tool_call_created",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_tool_call_created",
        ),
        target='event.type == "response.output_item.added" and event.item.type.endswith("_call")',
        params={
            "tool_call": "event.item",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_tool_call_delta",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_tool_call_delta",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_tool_call_delta",
        ),
        target='event.type == "response.function_call_arguments.delta"',
        params={
            "delta": "event.delta",
            "snapshot": "no counterpart: keep your own",
        },
        notes=(
            "The code interpreter: response.code_interpreter_call_code.delta; its outputs are not "
            "streamed."
        ),
    ),
    row(
        id="oa.AssistantEventHandler.on_tool_call_done",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_tool_call_done",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_tool_call_done",
        ),
        target='event.type == "response.output_item.done" and event.item.type.endswith("_call")',
        params={
            "tool_call": "event.item",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_exception",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_exception",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_exception",
        ),
        target="except openai.APIError",
        params={
            "exception": "the exception",
        },
    ),
    row(
        id="oa.AssistantEventHandler.on_timeout",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_timeout",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_timeout",
        ),
        target="except openai.APITimeoutError",
    ),
    row(
        id="oa.AssistantEventHandler.on_end",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.on_end",
            "openai.lib.streaming.AsyncAssistantEventHandler.on_end",
        ),
        target="the code after the loop",
    ),
    row(
        id="oa.AssistantEventHandler.until_done",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.until_done",
            "openai.lib.streaming.AsyncAssistantEventHandler.until_done",
        ),
        target="for event in stream: ...",
    ),
    row(
        id="oa.AssistantEventHandler.close",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.close",
            "openai.lib.streaming.AsyncAssistantEventHandler.close",
        ),
        target="stream.close()",
    ),
    row(
        id="oa.AssistantEventHandler.text_deltas",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.text_deltas",
            "openai.lib.streaming.AsyncAssistantEventHandler.text_deltas",
        ),
        target='(event.delta for event in stream if event.type == "response.output_text.delta")',
    ),
    row(
        id="oa.AssistantEventHandler.current_event",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.current_event",
            "openai.lib.streaming.AsyncAssistantEventHandler.current_event",
        ),
        target="event",
    ),
    row(
        id="oa.AssistantEventHandler.current_run",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.current_run",
            "openai.lib.streaming.AsyncAssistantEventHandler.current_run",
        ),
        target="event.response",
        notes="Of the latest event that has one.",
    ),
    row(
        id="oa.AssistantEventHandler.current_run_step_snapshot",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.current_run_step_snapshot",
            "openai.lib.streaming.AsyncAssistantEventHandler.current_run_step_snapshot",
        ),
        target=None,
        blocked=(
            "no snapshot is kept: collect the deltas, or read the item of "
            '"response.output_item.done"'
        ),
    ),
    row(
        id="oa.AssistantEventHandler.current_message_snapshot",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.current_message_snapshot",
            "openai.lib.streaming.AsyncAssistantEventHandler.current_message_snapshot",
        ),
        target=None,
        blocked=(
            "no snapshot is kept: collect the deltas, or read the item of "
            '"response.output_item.done"'
        ),
    ),
    row(
        id="oa.AssistantEventHandler.get_final_run",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.get_final_run",
            "openai.lib.streaming.AsyncAssistantEventHandler.get_final_run",
        ),
        target="event.response",
        notes='Of "response.completed", "response.incomplete" or "response.failed".',
    ),
    row(
        id="oa.AssistantEventHandler.get_final_run_steps",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.get_final_run_steps",
            "openai.lib.streaming.AsyncAssistantEventHandler.get_final_run_steps",
        ),
        target="response.output",
    ),
    row(
        id="oa.AssistantEventHandler.get_final_messages",
        legacy=(
            "openai.lib.streaming.AssistantEventHandler.get_final_messages",
            "openai.lib.streaming.AsyncAssistantEventHandler.get_final_messages",
        ),
        target='[item for item in response.output if item.type == "message"]',
    ),
    row(
        id="oa.AssistantStreamManager",
        code="UNS105",
        legacy=(
            "openai.lib.streaming.AssistantStreamManager",
            "openai.lib.streaming.AsyncAssistantStreamManager",
        ),
        target="openai.Stream[ResponseStreamEvent]",
        results={
            "__enter__()": "the stream; the old one gave the event handler",
        },
        notes="openai.AsyncStream in async code.",
    ),
    row(
        id="oa.AssistantEventHandlerT",
        legacy=(
            "openai.lib.streaming.AssistantEventHandlerT",
            "openai.lib.streaming.AsyncAssistantEventHandlerT",
        ),
        target=None,
        blocked="a type variable of the old SDK: nothing takes its place",
        source="openai 3.54.0: openai/lib/streaming/_assistants.py",
    ),
)
