"""Types of run steps and tool calls: `openai.types.beta.threads.runs`."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import OPENAI_STEP_RESULTS

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="openai 3.54.0: openai/types/beta/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.types.threads.runs.CodeInterpreterLogs",
        legacy=("openai.types.beta.threads.runs.CodeInterpreterLogs",),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputLogs",
        results={
            "index": "dropped",
            "type": "item.type, with other values",
            "logs": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.runs.CodeInterpreterOutputImage",
        legacy=("openai.types.beta.threads.runs.CodeInterpreterOutputImage",),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        results={
            "index": "dropped",
            "type": "item.type, with other values",
            "image": "url",
        },
    ),
    row(
        id="oa.types.threads.runs.CodeInterpreterToolCall",
        legacy=("openai.types.beta.threads.runs.CodeInterpreterToolCall",),
        target="openai.types.responses.ResponseCodeInterpreterToolCall",
        results={
            "id": "unchanged",
            "code_interpreter": "item.code and item.outputs",
            "type": "item.type, with other values",
        },
    ),
    row(
        id="oa.types.threads.runs.CodeInterpreterToolCallDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.CodeInterpreterToolCallDelta",),
        target="openai.types.responses.ResponseCodeInterpreterCallCodeDeltaEvent",
        results={
            "index": "event.output_index",
            "type": "item.type, with other values",
            "id": "unchanged",
            "code_interpreter": "item.code and item.outputs",
        },
    ),
    row(
        id="oa.types.threads.runs.FileSearchToolCall",
        legacy=("openai.types.beta.threads.runs.FileSearchToolCall",),
        target="openai.types.responses.ResponseFileSearchToolCall",
        results={
            "id": "unchanged",
            "file_search": "item.queries and item.results",
            "type": "item.type, with other values",
        },
    ),
    row(
        id="oa.types.threads.runs.FileSearchToolCallDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.FileSearchToolCallDelta",),
        target="openai.types.responses.ResponseFileSearchCallInProgressEvent",
        results={
            "file_search": "item.queries and item.results",
            "index": "event.output_index",
            "type": "item.type, with other values",
            "id": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.runs.FunctionToolCall",
        legacy=("openai.types.beta.threads.runs.FunctionToolCall",),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "id": "item.call_id",
            "type": "item.type, with other values",
            "function": "item.name and item.arguments",
        },
    ),
    row(
        id="oa.types.threads.runs.FunctionToolCallDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.FunctionToolCallDelta",),
        target="openai.types.responses.ResponseFunctionCallArgumentsDeltaEvent",
        results={
            "index": "event.output_index",
            "type": "item.type, with other values",
            "id": "item.call_id",
            "function": "item.name and item.arguments",
        },
    ),
    row(
        id="oa.types.threads.runs.MessageCreationStepDetails",
        legacy=("openai.types.beta.threads.runs.MessageCreationStepDetails",),
        target="openai.types.responses.ResponseOutputMessage",
        results={
            "message_creation": "the message item",
            "type": "item.type, with other values",
        },
    ),
    row(
        id="oa.types.threads.runs.RunStep",
        legacy=("openai.types.beta.threads.runs.RunStep",),
        target="openai.types.responses.ResponseOutputItem",
        results=OPENAI_STEP_RESULTS,
    ),
    row(
        id="oa.types.threads.runs.RunStepDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.RunStepDelta",),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "step_details": "the item itself",
        },
    ),
    row(
        id="oa.types.threads.runs.RunStepDeltaEvent",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.RunStepDeltaEvent",),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        params={
            "id": "event.item.id",
            "delta": "event.item",
            "object": "event.type",
        },
        results={
            "id": "event.item.id",
            "delta": "event.item",
            "object": "event.type",
        },
    ),
    row(
        id="oa.types.threads.runs.RunStepDeltaMessageDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.RunStepDeltaMessageDelta",),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "type": "item.type, with other values",
            "message_creation": "the message item",
        },
    ),
    row(
        id="oa.types.threads.runs.RunStepInclude",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("openai.types.beta.threads.runs.RunStepInclude",),
        target="openai.types.responses.ResponseIncludable",
    ),
    row(
        id="oa.types.threads.runs.StepListParams",
        legacy=("openai.types.beta.threads.runs.StepListParams",),
        target=None,
        blocked="steps are not listed: they are the items of response.output",
    ),
    row(
        id="oa.types.threads.runs.StepRetrieveParams",
        legacy=("openai.types.beta.threads.runs.StepRetrieveParams",),
        target=None,
        blocked="steps have no ids of their own: the items of response.output are the steps",
    ),
    row(
        id="oa.types.threads.runs.ToolCall",
        legacy=("openai.types.beta.threads.runs.ToolCall",),
        target="openai.types.responses.ResponseOutputItem",
    ),
    row(
        id="oa.types.threads.runs.ToolCallDelta",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.ToolCallDelta",),
        target="openai.types.responses.ResponseStreamEvent",
    ),
    row(
        id="oa.types.threads.runs.ToolCallDeltaObject",
        code="UNS602",
        kind=Kind.EVENT,
        legacy=("openai.types.beta.threads.runs.ToolCallDeltaObject",),
        target="openai.types.responses.ResponseStreamEvent",
        results={
            "type": "item.type, with other values",
            "tool_calls": "the items themselves",
        },
    ),
    row(
        id="oa.types.threads.runs.ToolCallsStepDetails",
        legacy=("openai.types.beta.threads.runs.ToolCallsStepDetails",),
        target="openai.types.responses.ResponseOutputItem",
        results={
            "tool_calls": "the items themselves",
            "type": "item.type, with other values",
        },
    ),
)
