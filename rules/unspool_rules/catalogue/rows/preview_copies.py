"""Models of responses, their items and their events that azure-ai-projects 2.0.0b1 to b3 exported.

They were copies of what the openai package has, and left with 2.0.0b4. An `OpenAI` client never
gave objects of these classes.
"""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.PREVIEW,
    code="UNS701",
    kind=Kind.MODEL,
    source=(
        "azure-ai-projects 2.0.0b3, 2.10.0: azure/ai/projects/models/__init__.py; CHANGELOG.md, "
        "2.0.0b4; openai 3.54.0: openai/types/responses/__init__.py"
    ),
    until="2.0.0b4",
)

_EVENTS = """
    ResponseCodeInterpreterCallCodeDeltaEvent ResponseCodeInterpreterCallCodeDoneEvent
    ResponseCodeInterpreterCallCompletedEvent ResponseCodeInterpreterCallInProgressEvent
    ResponseCodeInterpreterCallInterpretingEvent ResponseCompletedEvent
    ResponseContentPartAddedEvent ResponseContentPartDoneEvent ResponseCreatedEvent
    ResponseErrorEvent ResponseFailedEvent ResponseFileSearchCallCompletedEvent
    ResponseFileSearchCallInProgressEvent ResponseFileSearchCallSearchingEvent
    ResponseFunctionCallArgumentsDeltaEvent ResponseFunctionCallArgumentsDoneEvent
    ResponseImageGenCallCompletedEvent ResponseImageGenCallGeneratingEvent
    ResponseImageGenCallInProgressEvent ResponseImageGenCallPartialImageEvent
    ResponseInProgressEvent ResponseIncompleteEvent ResponseMCPCallArgumentsDeltaEvent
    ResponseMCPCallArgumentsDoneEvent ResponseMCPCallCompletedEvent ResponseMCPCallFailedEvent
    ResponseMCPCallInProgressEvent ResponseMCPListToolsCompletedEvent
    ResponseMCPListToolsFailedEvent ResponseMCPListToolsInProgressEvent
    ResponseOutputItemAddedEvent ResponseOutputItemDoneEvent ResponseQueuedEvent
    ResponseReasoningSummaryPartAddedEvent ResponseReasoningSummaryPartDoneEvent
    ResponseReasoningSummaryTextDeltaEvent ResponseReasoningSummaryTextDoneEvent
    ResponseRefusalDeltaEvent ResponseRefusalDoneEvent ResponseStreamEvent ResponseTextDeltaEvent
    ResponseTextDoneEvent ResponseWebSearchCallCompletedEvent ResponseWebSearchCallInProgressEvent
    ResponseWebSearchCallSearchingEvent
"""
"""Events that openai has by the same name, but for `Mcp`."""

_SAME = """
    ComputerAction Response ResponseError ResponseUsage ServiceTier
"""
"""Models that openai has by the same name."""

_ITEMS = """
    CodeInterpreterToolCallItemParam CodeInterpreterToolCallItemResource ComputerToolCallItemParam
    ComputerToolCallItemResource ComputerToolCallOutputItemParam
    ComputerToolCallOutputItemResource FileSearchToolCallItemParam FileSearchToolCallItemResource
    FunctionToolCallItemParam FunctionToolCallItemResource FunctionToolCallOutputItemParam
    FunctionToolCallOutputItemResource ImageGenToolCallItemParam ImageGenToolCallItemResource
    ItemParam ItemReferenceItemParam ItemResource LocalShellToolCallItemParam
    LocalShellToolCallItemResource LocalShellToolCallOutputItemParam
    LocalShellToolCallOutputItemResource MCPApprovalRequestItemParam
    MCPApprovalRequestItemResource MCPApprovalResponseItemParam MCPApprovalResponseItemResource
    MCPCallItemParam MCPCallItemResource MCPListToolsItemParam MCPListToolsItemResource
    MemorySearchToolCallItemParam MemorySearchToolCallItemResource OAuthConsentRequestItemResource
    ReasoningItemParam ReasoningItemResource ResponsesAssistantMessageItemResource
    ResponsesDeveloperMessageItemResource ResponsesMessageItemParam ResponsesMessageItemResource
    ResponsesSystemMessageItemResource ResponsesUserMessageItemResource
    StructuredOutputsItemResource WebSearchToolCallItemParam WebSearchToolCallItemResource
    WorkflowActionOutputItemResource
"""
"""Items that go into a response, and those that come out."""

_PARTS = """
    Annotation AnnotationFileCitation AnnotationFilePath AnnotationType AnnotationUrlCitation
    CodeInterpreterOutput CodeInterpreterOutputImage CodeInterpreterOutputLogs
    CodeInterpreterOutputType ComputerActionClick ComputerActionDoubleClick ComputerActionDrag
    ComputerActionKeyPress ComputerActionMove ComputerActionScreenshot ComputerActionScroll
    ComputerActionType ComputerActionTypeKeys ComputerActionWait ComputerToolCallOutputItemOutput
    ComputerToolCallOutputItemOutputComputerScreenshot ComputerToolCallOutputItemOutputType
    ComputerToolCallSafetyCheck Coordinate CreatedBy Error FileSearchToolCallItemParamResult
    ItemContent ItemContentInputAudio ItemContentInputFile ItemContentInputImage
    ItemContentInputText ItemContentOutputAudio ItemContentOutputText ItemContentRefusal
    ItemContentType LocalShellExecAction LocationType LogProb
    MemoryStoreOperationUsageInputTokensDetails MemoryStoreOperationUsageOutputTokensDetails
    Prompt ReasoningItemSummaryPart ReasoningItemSummaryPartType ReasoningItemSummaryTextPart
    ResponseConversation1 ResponseErrorCode ResponseIncompleteDetails1 ResponsePromptVariables
    ResponseReasoningDeltaEvent ResponseReasoningDoneEvent ResponseReasoningSummaryDeltaEvent
    ResponseReasoningSummaryDoneEvent ResponseText ResponsesMessageRole ToolChoiceObject
    ToolChoiceObjectCodeInterpreter ToolChoiceObjectComputer ToolChoiceObjectFileSearch
    ToolChoiceObjectFunction ToolChoiceObjectImageGen ToolChoiceObjectMCP ToolChoiceObjectType
    ToolChoiceObjectWebSearch TopLogProb VectorStoreFileAttributes WebSearchAction
    WebSearchActionFind WebSearchActionOpenPage WebSearchActionSearch WebSearchActionSearchSources
    WebSearchActionType
"""
"""Parts of items, and what describes a response."""

_OPENAI = "openai.types.responses"


def _copy(name: str, target: str | None, blocked: str) -> Entry:
    return row(
        id=f"preview.copies.{name}",
        legacy=(f"azure.ai.projects.models.{name}",),
        target=target,
        blocked=blocked,
    )


def _same(name: str) -> Entry:
    target = f"{_OPENAI}.{name.replace('MCP', 'Mcp')}"
    return _copy(name, target, f"the openai client gives objects of `{target}`: name that class")


ROWS: tuple[Entry, ...] = (
    *(_same(name) for name in (*_EVENTS.split(), *_SAME.split())),
    *(
        _copy(
            name,
            None,
            f"items are those of the openai package: look for the class in `{_OPENAI}`, or write "
            "the item as a dictionary",
        )
        for name in _ITEMS.split()
    ),
    *(
        _copy(name, None, f"the openai package has this part of a response: see `{_OPENAI}`")
        for name in _PARTS.split()
    ),
)
