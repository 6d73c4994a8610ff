"""Stream events of openai Assistants, by class: each row names the event string too."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS602",
    kind=Kind.EVENT,
    source=(
        "openai 3.54.0: openai/types/beta/assistant_stream_event.py; "
        "openai/types/responses/response_stream_event.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.AssistantStreamEvent",
        legacy=("openai.types.beta.AssistantStreamEvent",),
        target="openai.types.responses.ResponseStreamEvent",
        results={
            "event.event": "event.type",
            "event.data": "event.response, event.item or event.delta",
            "event.data.delta.content[0].text.value": "event.delta",
        },
        notes='Compare event.type one by one: "in" does not narrow the type.',
    ),
    row(
        id="oa.ErrorEvent",
        legacy=("openai.types.beta.assistant_stream_event.ErrorEvent",),
        target='event.type == "error"',
        results={
            "event": '"error" is now event.type',
            "data": "event.message and event.code",
        },
    ),
    row(
        id="oa.ThreadCreated",
        legacy=("openai.types.beta.assistant_stream_event.ThreadCreated",),
        target=None,
        notes='The event was "thread.created".',
        blocked="no event: conversations.create returns the conversation",
    ),
    row(
        id="oa.ThreadMessageCompleted",
        legacy=("openai.types.beta.assistant_stream_event.ThreadMessageCompleted",),
        target='event.type == "response.output_item.done" and event.item.type == "message"',
        results={
            "event": '"thread.message.completed" is now event.type',
            "data": "event.item",
        },
    ),
    row(
        id="oa.ThreadMessageCreated",
        legacy=("openai.types.beta.assistant_stream_event.ThreadMessageCreated",),
        target='event.type == "response.output_item.added" and event.item.type == "message"',
        results={
            "event": '"thread.message.created" is now event.type',
            "data": "event.item",
        },
    ),
    row(
        id="oa.ThreadMessageDelta",
        legacy=("openai.types.beta.assistant_stream_event.ThreadMessageDelta",),
        target='event.type == "response.output_text.delta"',
        results={
            "event": '"thread.message.delta" is now event.type',
            "data": "event.delta",
        },
    ),
    row(
        id="oa.ThreadMessageInProgress",
        legacy=("openai.types.beta.assistant_stream_event.ThreadMessageInProgress",),
        target='event.type == "response.content_part.added"',
        results={
            "event": '"thread.message.in_progress" is now event.type',
            "data": "event.part",
        },
    ),
    row(
        id="oa.ThreadMessageIncomplete",
        legacy=("openai.types.beta.assistant_stream_event.ThreadMessageIncomplete",),
        target=(
            'event.type == "response.output_item.done" and event.item.type == "message" and '
            'event.item.status == "incomplete"'
        ),
        results={
            "event": '"thread.message.incomplete" is now event.type',
            "data": "event.item",
        },
    ),
    row(
        id="oa.ThreadRunCancelled",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunCancelled",),
        target=None,
        notes='The event was "thread.run.cancelled".',
        blocked='no event: responses.retrieve gives status "cancelled"',
    ),
    row(
        id="oa.ThreadRunCancelling",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunCancelling",),
        target=None,
        notes='The event was "thread.run.cancelling".',
        blocked="no event: a response goes straight to cancelled",
    ),
    row(
        id="oa.ThreadRunCompleted",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunCompleted",),
        target='event.type == "response.completed"',
        results={
            "event": '"thread.run.completed" is now event.type',
            "data": "event.response",
        },
    ),
    row(
        id="oa.ThreadRunCreated",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunCreated",),
        target='event.type == "response.created"',
        results={
            "event": '"thread.run.created" is now event.type',
            "data": "event.response",
        },
    ),
    row(
        id="oa.ThreadRunExpired",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunExpired",),
        target=None,
        notes='The event was "thread.run.expired".',
        blocked="no event: responses do not expire",
    ),
    row(
        id="oa.ThreadRunFailed",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunFailed",),
        target='event.type == "response.failed"',
        results={
            "event": '"thread.run.failed" is now event.type',
            "data": "event.response",
        },
    ),
    row(
        id="oa.ThreadRunInProgress",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunInProgress",),
        target='event.type == "response.in_progress"',
        results={
            "event": '"thread.run.in_progress" is now event.type',
            "data": "event.response",
        },
    ),
    row(
        id="oa.ThreadRunIncomplete",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunIncomplete",),
        target='event.type == "response.incomplete"',
        results={
            "event": '"thread.run.incomplete" is now event.type',
            "data": "event.response",
        },
    ),
    row(
        id="oa.ThreadRunQueued",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunQueued",),
        target='event.type == "response.queued"',
        results={
            "event": '"thread.run.queued" is now event.type',
            "data": "event.response",
        },
    ),
    row(
        id="oa.ThreadRunRequiresAction",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunRequiresAction",),
        target=None,
        notes='The event was "thread.run.requires_action".',
        blocked=(
            "no event: a function_call or mcp_approval_request item is done, then the response is "
            "completed"
        ),
    ),
    row(
        id="oa.ThreadRunStepCancelled",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunStepCancelled",),
        target=None,
        notes='The event was "thread.run.step.cancelled".',
        blocked="no event: items are not cancelled",
    ),
    row(
        id="oa.ThreadRunStepCompleted",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunStepCompleted",),
        target='event.type == "response.output_item.done"',
        results={
            "event": '"thread.run.step.completed" is now event.type',
            "data": "event.item",
        },
    ),
    row(
        id="oa.ThreadRunStepCreated",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunStepCreated",),
        target='event.type == "response.output_item.added"',
        results={
            "event": '"thread.run.step.created" is now event.type',
            "data": "event.item",
        },
    ),
    row(
        id="oa.ThreadRunStepDelta",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunStepDelta",),
        target='event.type == "response.function_call_arguments.delta"',
        results={
            "event": '"thread.run.step.delta" is now event.type',
            "data": "event.delta",
        },
        notes=(
            "Each tool has an event of its own, such as response.code_interpreter_call_code.delta."
        ),
    ),
    row(
        id="oa.ThreadRunStepExpired",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunStepExpired",),
        target=None,
        notes='The event was "thread.run.step.expired".',
        blocked="no event: items do not expire",
    ),
    row(
        id="oa.ThreadRunStepFailed",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunStepFailed",),
        target='event.type == "response.mcp_call.failed"',
        results={
            "event": '"thread.run.step.failed" is now event.type',
            "data": "event.item",
        },
        notes='Other tools: event.item.status of "response.output_item.done" is "failed".',
    ),
    row(
        id="oa.ThreadRunStepInProgress",
        legacy=("openai.types.beta.assistant_stream_event.ThreadRunStepInProgress",),
        target='event.type == "response.code_interpreter_call.in_progress"',
        results={
            "event": '"thread.run.step.in_progress" is now event.type',
            "data": "event.item_id",
        },
        notes="Each tool has an event of its own.",
    ),
)
