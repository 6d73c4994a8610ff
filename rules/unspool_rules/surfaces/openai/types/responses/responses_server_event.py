from typing import Literal

from openai._models import BaseModel
from openai.types.responses import (
    ResponseAudioDeltaEvent,
    ResponseAudioDoneEvent,
    ResponseAudioTranscriptDeltaEvent,
    ResponseAudioTranscriptDoneEvent,
    ResponseCodeInterpreterCallCodeDeltaEvent,
    ResponseCodeInterpreterCallCodeDoneEvent,
    ResponseCodeInterpreterCallCompletedEvent,
    ResponseCodeInterpreterCallInProgressEvent,
    ResponseCodeInterpreterCallInterpretingEvent,
    ResponseCompactionCompactingEvent,
    ResponseCompletedEvent,
    ResponseContentPartAddedEvent,
    ResponseContentPartDoneEvent,
    ResponseCreatedEvent,
    ResponseCustomToolCallInputDeltaEvent,
    ResponseCustomToolCallInputDoneEvent,
    ResponseFailedEvent,
    ResponseFileSearchCallCompletedEvent,
    ResponseFileSearchCallInProgressEvent,
    ResponseFileSearchCallSearchingEvent,
    ResponseFunctionCallArgumentsDeltaEvent,
    ResponseFunctionCallArgumentsDoneEvent,
    ResponseImageGenCallCompletedEvent,
    ResponseImageGenCallGeneratingEvent,
    ResponseImageGenCallInProgressEvent,
    ResponseImageGenCallPartialImageEvent,
    ResponseInProgressEvent,
    ResponseIncompleteEvent,
    ResponseMcpCallArgumentsDeltaEvent,
    ResponseMcpCallArgumentsDoneEvent,
    ResponseMcpCallCompletedEvent,
    ResponseMcpCallFailedEvent,
    ResponseMcpCallInProgressEvent,
    ResponseMcpListToolsCompletedEvent,
    ResponseMcpListToolsFailedEvent,
    ResponseMcpListToolsInProgressEvent,
    ResponseOutputItemAddedEvent,
    ResponseOutputItemDoneEvent,
    ResponseOutputTextAnnotationAddedEvent,
    ResponseQueuedEvent,
    ResponseReasoningSummaryPartAddedEvent,
    ResponseReasoningSummaryPartDoneEvent,
    ResponseReasoningSummaryTextDeltaEvent,
    ResponseReasoningSummaryTextDoneEvent,
    ResponseReasoningTextDeltaEvent,
    ResponseReasoningTextDoneEvent,
    ResponseRefusalDeltaEvent,
    ResponseRefusalDoneEvent,
    ResponseShellCallCommandAddedEvent,
    ResponseShellCallCommandDeltaEvent,
    ResponseShellCallCommandDoneEvent,
    ResponseShellCallOutputContentDeltaEvent,
    ResponseShellCallOutputContentDoneEvent,
    ResponseTextDeltaEvent,
    ResponseTextDoneEvent,
    ResponseWebSearchCallCompletedEvent,
    ResponseWebSearchCallInProgressEvent,
    ResponseWebSearchCallSearchingEvent,
    ResponsesServerEvent,
)


class ResponseAudioWsDelta(ResponseAudioDeltaEvent):
    stream_id: str | None


class ResponseAudioWsDone(ResponseAudioDoneEvent):
    stream_id: str | None


class ResponseAudioTranscriptWsDelta(ResponseAudioTranscriptDeltaEvent):
    stream_id: str | None


class ResponseAudioTranscriptWsDone(ResponseAudioTranscriptDoneEvent):
    stream_id: str | None


class ResponseCodeInterpreterCallCodeWsDelta(ResponseCodeInterpreterCallCodeDeltaEvent):
    stream_id: str | None


class ResponseCodeInterpreterCallCodeWsDone(ResponseCodeInterpreterCallCodeDoneEvent):
    stream_id: str | None


class ResponseCodeInterpreterCallWsCompleted(ResponseCodeInterpreterCallCompletedEvent):
    stream_id: str | None


class ResponseCodeInterpreterCallInWsProgress(ResponseCodeInterpreterCallInProgressEvent):
    stream_id: str | None


class ResponseCodeInterpreterCallWsInterpreting(ResponseCodeInterpreterCallInterpretingEvent):
    stream_id: str | None


class ResponseCompactionWsCompacting(ResponseCompactionCompactingEvent):
    stream_id: str | None


class ResponseWsCompleted(ResponseCompletedEvent):
    stream_id: str | None


class ResponseContentPartWsAdded(ResponseContentPartAddedEvent):
    stream_id: str | None


class ResponseContentPartWsDone(ResponseContentPartDoneEvent):
    stream_id: str | None


class ResponseWsCreated(ResponseCreatedEvent):
    stream_id: str | None


class ResponseFileSearchCallWsCompleted(ResponseFileSearchCallCompletedEvent):
    stream_id: str | None


class ResponseFileSearchCallInWsProgress(ResponseFileSearchCallInProgressEvent):
    stream_id: str | None


class ResponseFileSearchCallWsSearching(ResponseFileSearchCallSearchingEvent):
    stream_id: str | None


class ResponseFunctionCallArgumentsWsDelta(ResponseFunctionCallArgumentsDeltaEvent):
    stream_id: str | None


class ResponseFunctionCallArgumentsWsDone(ResponseFunctionCallArgumentsDoneEvent):
    stream_id: str | None


class ResponseShellCallCommandWsAdded(ResponseShellCallCommandAddedEvent):
    stream_id: str | None


class ResponseShellCallCommandWsDelta(ResponseShellCallCommandDeltaEvent):
    stream_id: str | None


class ResponseShellCallCommandWsDone(ResponseShellCallCommandDoneEvent):
    stream_id: str | None


class ResponseShellCallOutputContentWsDelta(ResponseShellCallOutputContentDeltaEvent):
    stream_id: str | None


class ResponseShellCallOutputContentWsDone(ResponseShellCallOutputContentDoneEvent):
    stream_id: str | None


class ResponseInWsProgress(ResponseInProgressEvent):
    stream_id: str | None


class ResponseWsFailed(ResponseFailedEvent):
    stream_id: str | None


class ResponseWsIncomplete(ResponseIncompleteEvent):
    stream_id: str | None


class ResponseOutputItemWsAdded(ResponseOutputItemAddedEvent):
    stream_id: str | None


class ResponseOutputItemWsDone(ResponseOutputItemDoneEvent):
    stream_id: str | None


class ResponseReasoningSummaryPartWsAdded(ResponseReasoningSummaryPartAddedEvent):
    stream_id: str | None


class ResponseReasoningSummaryPartWsDone(ResponseReasoningSummaryPartDoneEvent):
    stream_id: str | None


class ResponseReasoningSummaryTextWsDelta(ResponseReasoningSummaryTextDeltaEvent):
    stream_id: str | None


class ResponseReasoningSummaryTextWsDone(ResponseReasoningSummaryTextDoneEvent):
    stream_id: str | None


class ResponseReasoningTextWsDelta(ResponseReasoningTextDeltaEvent):
    stream_id: str | None


class ResponseReasoningTextWsDone(ResponseReasoningTextDoneEvent):
    stream_id: str | None


class ResponseRefusalWsDelta(ResponseRefusalDeltaEvent):
    stream_id: str | None


class ResponseRefusalWsDone(ResponseRefusalDoneEvent):
    stream_id: str | None


class ResponseTextWsDelta(ResponseTextDeltaEvent):
    stream_id: str | None


class ResponseTextWsDone(ResponseTextDoneEvent):
    stream_id: str | None


class ResponseWebSearchCallWsCompleted(ResponseWebSearchCallCompletedEvent):
    stream_id: str | None


class ResponseWebSearchCallInWsProgress(ResponseWebSearchCallInProgressEvent):
    stream_id: str | None


class ResponseWebSearchCallWsSearching(ResponseWebSearchCallSearchingEvent):
    stream_id: str | None


class ResponseImageGenCallWsCompleted(ResponseImageGenCallCompletedEvent):
    stream_id: str | None


class ResponseImageGenCallWsGenerating(ResponseImageGenCallGeneratingEvent):
    stream_id: str | None


class ResponseImageGenCallInWsProgress(ResponseImageGenCallInProgressEvent):
    stream_id: str | None


class ResponseImageGenCallPartialWsImage(ResponseImageGenCallPartialImageEvent):
    stream_id: str | None


class ResponseMcpCallArgumentsWsDelta(ResponseMcpCallArgumentsDeltaEvent):
    stream_id: str | None


class ResponseMcpCallArgumentsWsDone(ResponseMcpCallArgumentsDoneEvent):
    stream_id: str | None


class ResponseMcpCallWsCompleted(ResponseMcpCallCompletedEvent):
    stream_id: str | None


class ResponseMcpCallWsFailed(ResponseMcpCallFailedEvent):
    stream_id: str | None


class ResponseMcpCallInWsProgress(ResponseMcpCallInProgressEvent):
    stream_id: str | None


class ResponseMcpListToolsWsCompleted(ResponseMcpListToolsCompletedEvent):
    stream_id: str | None


class ResponseMcpListToolsWsFailed(ResponseMcpListToolsFailedEvent):
    stream_id: str | None


class ResponseMcpListToolsInWsProgress(ResponseMcpListToolsInProgressEvent):
    stream_id: str | None


class ResponseOutputTextAnnotationWsAdded(ResponseOutputTextAnnotationAddedEvent):
    stream_id: str | None


class ResponseWsQueued(ResponseQueuedEvent):
    stream_id: str | None


class ResponseCustomToolCallInputWsDelta(ResponseCustomToolCallInputDeltaEvent):
    stream_id: str | None


class ResponseCustomToolCallInputWsDone(ResponseCustomToolCallInputDoneEvent):
    stream_id: str | None


class ResponseWsErrorErrorMisalignmentSteer(BaseModel):
    message: str


class ResponseWsErrorErrorMisalignment(BaseModel):
    detailed_explanation: str | None
    error_type: str | Literal["potentially_unintended_data_transfer", "potentially_unintended_data_access", "potentially_unintended_destructive_activity", "other"] | None
    review_target: str | None
    steer: ResponseWsErrorErrorMisalignmentSteer | None


class ResponseWsErrorError(BaseModel):
    code: str | None
    message: str
    param: str | None
    type: str
    headers: dict[str, str] | None
    misalignment: ResponseWsErrorErrorMisalignment | None


class ResponseWsError(BaseModel):
    error: ResponseWsErrorError
    type: Literal["error"]
    sequence_number: int | None
    status: int | None
    stream_id: str | None
