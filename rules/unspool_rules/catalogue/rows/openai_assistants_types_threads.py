"""Types of threads, messages and annotations: `openai.types.beta.threads`."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    MESSAGE_PARAMS,
    OPENAI_MESSAGE_RESULTS,
    OPENAI_RUN_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="openai 3.54.0: openai/types/beta/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.types.threads.Annotation",
        legacy=("openai.types.beta.threads.Annotation",),
        target="openai.types.responses.response_output_text.Annotation",
    ),
    row(
        id="oa.types.threads.AnnotationDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.AnnotationDelta",),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
    ),
    row(
        id="oa.types.threads.FileCitationAnnotation",
        legacy=("openai.types.beta.threads.FileCitationAnnotation",),
        target="openai.types.responses.response_output_text.AnnotationFileCitation",
        params={
            "start_index": "no counterpart: only annotation.index",
            "end_index": "no counterpart: only annotation.index",
            "text": "no counterpart",
        },
        results={
            "end_index": "no counterpart: only annotation.index",
            "file_citation": "the annotation itself",
            "start_index": "no counterpart: only annotation.index",
            "text": "no counterpart",
            "type": "annotation.type",
        },
    ),
    row(
        id="oa.types.threads.FileCitationDeltaAnnotation",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.FileCitationDeltaAnnotation",),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "index": "event.annotation_index",
            "type": 'event.annotation["type"]',
            "end_index": "a field of event.annotation",
            "file_citation": "a field of event.annotation",
            "start_index": "a field of event.annotation",
            "text": "a field of event.annotation",
        },
    ),
    row(
        id="oa.types.threads.FilePathAnnotation",
        legacy=("openai.types.beta.threads.FilePathAnnotation",),
        target="openai.types.responses.response_output_text.AnnotationContainerFileCitation",
        params={
            "text": "part.text[annotation.start_index:annotation.end_index]",
        },
        results={
            "end_index": "annotation.end_index",
            "file_path": "the annotation itself",
            "start_index": "annotation.start_index",
            "text": "part.text[annotation.start_index:annotation.end_index]",
            "type": "annotation.type",
        },
    ),
    row(
        id="oa.types.threads.FilePathDeltaAnnotation",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.FilePathDeltaAnnotation",),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "index": "event.annotation_index",
            "type": 'event.annotation["type"]',
            "end_index": "a field of event.annotation",
            "file_path": "a field of event.annotation",
            "start_index": "a field of event.annotation",
            "text": "a field of event.annotation",
        },
    ),
    row(
        id="oa.types.threads.ImageFile",
        legacy=("openai.types.beta.threads.ImageFile",),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
    ),
    row(
        id="oa.types.threads.ImageFileContentBlock",
        legacy=("openai.types.beta.threads.ImageFileContentBlock",),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
    ),
    row(
        id="oa.types.threads.ImageFileContentBlockParam",
        legacy=("openai.types.beta.threads.ImageFileContentBlockParam",),
        target="openai.types.responses.ResponseInputImageParam",
        params={
            "image_file": "file_id",
            "type": '"input_image"',
        },
    ),
    row(
        id="oa.types.threads.ImageFileDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.ImageFileDelta",),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
    ),
    row(
        id="oa.types.threads.ImageFileDeltaBlock",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.ImageFileDeltaBlock",),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
    ),
    row(
        id="oa.types.threads.ImageFileParam",
        legacy=("openai.types.beta.threads.ImageFileParam",),
        target="openai.types.responses.ResponseInputImageParam",
        params={
            "file_id": "unchanged",
            "detail": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.ImageURL",
        legacy=("openai.types.beta.threads.ImageURL",),
        target="openai.types.responses.ResponseInputImage",
        results={
            "url": "image_url",
            "detail": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.ImageURLContentBlock",
        legacy=("openai.types.beta.threads.ImageURLContentBlock",),
        target="openai.types.responses.ResponseInputImage",
        results={
            "image_url": "unchanged",
            "type": '"input_image"',
        },
    ),
    row(
        id="oa.types.threads.ImageURLContentBlockParam",
        legacy=("openai.types.beta.threads.ImageURLContentBlockParam",),
        target="openai.types.responses.ResponseInputImageParam",
        params={
            "image_url": "image_url",
            "type": '"input_image"',
        },
    ),
    row(
        id="oa.types.threads.ImageURLDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.ImageURLDelta",),
        target=None,
        blocked=(
            'responses stream no images as parts: read the item of "response.output_item.done"'
        ),
    ),
    row(
        id="oa.types.threads.ImageURLDeltaBlock",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.ImageURLDeltaBlock",),
        target=None,
        blocked=(
            'responses stream no images as parts: read the item of "response.output_item.done"'
        ),
    ),
    row(
        id="oa.types.threads.ImageURLParam",
        legacy=("openai.types.beta.threads.ImageURLParam",),
        target="openai.types.responses.ResponseInputImageParam",
        params={
            "url": "image_url",
            "detail": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.Message",
        legacy=("openai.types.beta.threads.Message",),
        target="openai.types.conversations.Message",
        results=OPENAI_MESSAGE_RESULTS,
        notes=(
            "A stored item is an openai.types.conversations.Message, fresh output an "
            "openai.types.responses.ResponseOutputMessage."
        ),
    ),
    row(
        id="oa.types.threads.MessageContent",
        legacy=("openai.types.beta.threads.MessageContent",),
        target="openai.types.conversations.message.Content",
    ),
    row(
        id="oa.types.threads.MessageContentDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.MessageContentDelta",),
        target="openai.types.responses.ResponseTextDeltaEvent",
    ),
    row(
        id="oa.types.threads.MessageContentPartParam",
        legacy=("openai.types.beta.threads.MessageContentPartParam",),
        target="openai.types.responses.ResponseInputContentParam",
    ),
    row(
        id="oa.types.threads.MessageCreateParams",
        legacy=("openai.types.beta.threads.MessageCreateParams",),
        target="openai.types.responses.EasyInputMessageParam",
        params=pick(MESSAGE_PARAMS, "content role attachments metadata"),
    ),
    row(
        id="oa.types.threads.MessageDeleted",
        legacy=("openai.types.beta.threads.MessageDeleted",),
        target="openai.types.conversations.Conversation",
        results={
            "id": "unchanged",
            "deleted": "unchanged",
            "object": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.MessageDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.MessageDelta",),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "content": "unchanged",
            "role": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.MessageDeltaEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.MessageDeltaEvent",),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "id": "unchanged",
            "delta": "unchanged",
            "object": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.MessageListParams",
        legacy=("openai.types.beta.threads.MessageListParams",),
        target="openai.types.conversations.ItemListParams",
        params=pick(MESSAGE_PARAMS, "after before limit order run_id"),
    ),
    row(
        id="oa.types.threads.MessageUpdateParams",
        legacy=("openai.types.beta.threads.MessageUpdateParams",),
        target=None,
        blocked="items of a conversation cannot be changed and carry no metadata",
    ),
    row(
        id="oa.types.threads.RefusalContentBlock",
        legacy=("openai.types.beta.threads.RefusalContentBlock",),
        target="openai.types.responses.ResponseOutputRefusal",
        results={
            "refusal": "part.refusal",
            "type": "item.type, with other values",
        },
    ),
    row(
        id="oa.types.threads.RefusalDeltaBlock",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.RefusalDeltaBlock",),
        target="openai.types.responses.ResponseRefusalDeltaEvent",
        results={
            "index": "event.output_index",
            "type": "item.type, with other values",
            "refusal": "part.refusal",
        },
    ),
    row(
        id="oa.types.threads.RequiredActionFunctionToolCall",
        legacy=("openai.types.beta.threads.RequiredActionFunctionToolCall",),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "id": "item.call_id",
            "type": "item.type, with other values",
            "function": "item.name and item.arguments",
        },
    ),
    row(
        id="oa.types.threads.Run",
        legacy=("openai.types.beta.threads.Run",),
        target="openai.types.responses.Response",
        results=OPENAI_RUN_RESULTS,
    ),
    row(
        id="oa.types.threads.RunCreateParams",
        legacy=("openai.types.beta.threads.RunCreateParams",),
        target="openai.types.responses.ResponseCreateParams",
    ),
    row(
        id="oa.types.threads.RunListParams",
        legacy=("openai.types.beta.threads.RunListParams",),
        target=None,
        blocked="responses cannot be listed: keep the ids yourself",
    ),
    row(
        id="oa.types.threads.RunStatus",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("openai.types.beta.threads.RunStatus",),
        target="openai.types.responses.ResponseStatus",
        results={
            "queued": '"queued" (background only)',
            "in_progress": '"in_progress"',
            "requires_action": '"completed" with function_call items',
            "cancelling": "no counterpart",
            "cancelled": '"cancelled"',
            "failed": '"failed"',
            "completed": '"completed"',
            "incomplete": '"incomplete"',
            "expired": "no counterpart",
        },
    ),
    row(
        id="oa.types.threads.RunSubmitToolOutputsParams",
        legacy=("openai.types.beta.threads.RunSubmitToolOutputsParams",),
        target="openai.types.responses.response_input_param.FunctionCallOutput",
    ),
    row(
        id="oa.types.threads.RunUpdateParams",
        legacy=("openai.types.beta.threads.RunUpdateParams",),
        target=None,
        blocked="responses cannot be changed: give metadata= when creating them",
    ),
    row(
        id="oa.types.threads.Text",
        legacy=("openai.types.beta.threads.Text",),
        target="openai.types.responses.ResponseOutputText",
        results={
            "annotations": "part.annotations",
            "value": "part.text",
        },
    ),
    row(
        id="oa.types.threads.TextContentBlock",
        legacy=("openai.types.beta.threads.TextContentBlock",),
        target="openai.types.responses.ResponseOutputText",
        results={
            "text": "part.text",
            "type": "item.type, with other values",
        },
    ),
    row(
        id="oa.types.threads.TextContentBlockParam",
        legacy=("openai.types.beta.threads.TextContentBlockParam",),
        target="openai.types.responses.ResponseInputTextParam",
        params={
            "text": "part.text",
            "type": "item.type, with other values",
        },
    ),
    row(
        id="oa.types.threads.TextDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.TextDelta",),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "annotations": "part.annotations",
            "value": "part.text",
        },
    ),
    row(
        id="oa.types.threads.TextDeltaBlock",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.TextDeltaBlock",),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "index": "event.output_index",
            "type": "item.type, with other values",
            "text": "part.text",
        },
    ),
)
