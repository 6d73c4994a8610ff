"""Stream events of azure-ai-agents 1.x: what `runs.stream` yields."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS602",
    kind=Kind.EVENT,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py; openai 3.54.0: openai/types/"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.MessageDelta",
        legacy=("azure.ai.agents.models.MessageDelta", "azure.ai.projects.models.MessageDelta"),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "role": "dropped",
            "content": "event.delta",
        },
    ),
    row(
        id="az.MessageDeltaChunk",
        legacy=(
            "azure.ai.agents.models.MessageDeltaChunk",
            "azure.ai.projects.models.MessageDeltaChunk",
        ),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "id": "event.item_id",
            "object": "event.type",
            "delta": "event.delta, a plain string",
            "text": "event.delta",
        },
        notes="One event for each piece of text.",
    ),
    row(
        id="az.MessageDeltaContent",
        legacy=(
            "azure.ai.agents.models.MessageDeltaContent",
            "azure.ai.projects.models.MessageDeltaContent",
        ),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "index": "event.content_index",
            "type": "event.type",
        },
    ),
    row(
        id="az.MessageDeltaImageFileContent",
        legacy=(
            "azure.ai.agents.models.MessageDeltaImageFileContent",
            "azure.ai.projects.models.MessageDeltaImageFileContent",
        ),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageDeltaImageFileContentObject",
        legacy=(
            "azure.ai.agents.models.MessageDeltaImageFileContentObject",
            "azure.ai.projects.models.MessageDeltaImageFileContentObject",
        ),
        target=None,
        blocked=(
            "generated images are no parts of messages any more: read container_file_citation "
            "annotations or image_generation_call items"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageDeltaTextAnnotation",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextAnnotation",
            "azure.ai.projects.models.MessageDeltaTextAnnotation",
        ),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "index": "event.annotation_index",
            "type": "a field of event.annotation",
        },
        notes='event.annotation is a plain object; "response.output_item.done" has the typed one.',
    ),
    row(
        id="az.MessageDeltaTextContent",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextContent",
            "azure.ai.projects.models.MessageDeltaTextContent",
        ),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "index": "event.content_index",
            "type": "event.type",
            "text": "event.delta",
        },
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.MessageDeltaTextContentObject",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextContentObject",
            "azure.ai.projects.models.MessageDeltaTextContentObject",
        ),
        target="openai.types.responses.ResponseTextDeltaEvent",
        results={
            "value": "event.delta",
            "annotations": "events of their own: response.output_text.annotation.added",
        },
    ),
    row(
        id="az.MessageDeltaTextFileCitationAnnotation",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextFileCitationAnnotation",
            "azure.ai.projects.models.MessageDeltaTextFileCitationAnnotation",
        ),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "index": "event.annotation_index",
            "type": "a field of event.annotation",
            "file_citation": "a field of event.annotation",
            "text": "dropped",
            "start_index": "a field of event.annotation",
            "end_index": "a field of event.annotation",
        },
        notes='event.annotation is a plain object; "response.output_item.done" has the typed one.',
    ),
    row(
        id="az.MessageDeltaTextFileCitationAnnotationObject",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextFileCitationAnnotationObject",
            "azure.ai.projects.models.MessageDeltaTextFileCitationAnnotationObject",
        ),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "file_id": "a field of event.annotation",
            "quote": "dropped",
        },
        notes='event.annotation is a plain object; "response.output_item.done" has the typed one.',
    ),
    row(
        id="az.MessageDeltaTextFilePathAnnotation",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextFilePathAnnotation",
            "azure.ai.projects.models.MessageDeltaTextFilePathAnnotation",
        ),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "index": "event.annotation_index",
            "type": "a field of event.annotation",
            "file_path": "a field of event.annotation",
            "start_index": "a field of event.annotation",
            "end_index": "a field of event.annotation",
            "text": "dropped",
        },
        notes='event.annotation is a plain object; "response.output_item.done" has the typed one.',
    ),
    row(
        id="az.MessageDeltaTextFilePathAnnotationObject",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextFilePathAnnotationObject",
            "azure.ai.projects.models.MessageDeltaTextFilePathAnnotationObject",
        ),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "file_id": "a field of event.annotation",
        },
        notes='event.annotation is a plain object; "response.output_item.done" has the typed one.',
    ),
    row(
        id="az.MessageDeltaTextUrlCitationAnnotation",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextUrlCitationAnnotation",
            "azure.ai.projects.models.MessageDeltaTextUrlCitationAnnotation",
        ),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "index": "event.annotation_index",
            "type": "a field of event.annotation",
            "url_citation": "a field of event.annotation",
            "start_index": "a field of event.annotation",
            "end_index": "a field of event.annotation",
        },
        notes='event.annotation is a plain object; "response.output_item.done" has the typed one.',
    ),
    row(
        id="az.MessageDeltaTextUrlCitationDetails",
        legacy=(
            "azure.ai.agents.models.MessageDeltaTextUrlCitationDetails",
            "azure.ai.projects.models.MessageDeltaTextUrlCitationDetails",
        ),
        target="openai.types.responses.ResponseOutputTextAnnotationAddedEvent",
        results={
            "url": "a field of event.annotation",
            "title": "a field of event.annotation",
        },
        notes='event.annotation is a plain object; "response.output_item.done" has the typed one.',
    ),
    row(
        id="az.RunStepDelta",
        legacy=("azure.ai.agents.models.RunStepDelta", "azure.ai.projects.models.RunStepDelta"),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "step_details": "event.item",
        },
    ),
    row(
        id="az.RunStepDeltaAzureAISearchToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaAzureAISearchToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaAzureFunctionToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaAzureFunctionToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaBingGroundingToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaBingGroundingToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaChunk",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaChunk",
            "azure.ai.projects.models.RunStepDeltaChunk",
        ),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "id": "event.item_id",
            "object": "event.type",
            "delta": "the event itself",
        },
    ),
    row(
        id="az.RunStepDeltaCodeInterpreterDetailItemObject",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaCodeInterpreterDetailItemObject",
            "azure.ai.projects.models.RunStepDeltaCodeInterpreterDetailItemObject",
        ),
        target="openai.types.responses.ResponseCodeInterpreterCallCodeDeltaEvent",
        results={
            "input": "event.delta",
            "outputs": "event.item.outputs",
        },
    ),
    row(
        id="az.RunStepDeltaCodeInterpreterImageOutput",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaCodeInterpreterImageOutput",
            "azure.ai.projects.models.RunStepDeltaCodeInterpreterImageOutput",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        results={
            "index": "event.output_index",
            "type": "event.type",
            "image": "item.outputs[i].url",
        },
    ),
    row(
        id="az.RunStepDeltaCodeInterpreterImageOutputObject",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaCodeInterpreterImageOutputObject",
            "azure.ai.projects.models.RunStepDeltaCodeInterpreterImageOutputObject",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        results={
            "file_id": "item.outputs[i].url",
        },
    ),
    row(
        id="az.RunStepDeltaCodeInterpreterLogOutput",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaCodeInterpreterLogOutput",
            "azure.ai.projects.models.RunStepDeltaCodeInterpreterLogOutput",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputLogs",
        results={
            "index": "event.output_index",
            "type": "event.type",
            "logs": "item.outputs[i].logs",
        },
    ),
    row(
        id="az.RunStepDeltaCodeInterpreterOutput",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaCodeInterpreterOutput",
            "azure.ai.projects.models.RunStepDeltaCodeInterpreterOutput",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.Output",
        results={
            "index": "event.output_index",
            "type": "event.type",
        },
    ),
    row(
        id="az.RunStepDeltaCodeInterpreterToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaCodeInterpreterToolCall",
            "azure.ai.projects.models.RunStepDeltaCodeInterpreterToolCall",
        ),
        target="openai.types.responses.ResponseCodeInterpreterCallCodeDeltaEvent",
        results={
            "index": "event.output_index",
            "id": "event.item_id",
            "type": "event.type",
            "code_interpreter": "event.delta; event.code when done",
        },
    ),
    row(
        id="az.RunStepDeltaComputerUseDetails",
        legacy=("azure.ai.agents.models.RunStepDeltaComputerUseDetails",),
        target=None,
        blocked=(
            "computer use answers with computer_call_output items, each with a screenshot: write "
            "that loop anew"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaComputerUseToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaComputerUseToolCall",),
        target=None,
        blocked=(
            "computer use answers with computer_call_output items, each with a screenshot: write "
            "that loop anew"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaConnectedAgentToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaConnectedAgentToolCall",),
        target=None,
        blocked=(
            "connected agents do not exist in the new service: offer the other agent over A2A "
            "(A2APreviewTool) or use a workflow agent"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaCustomBingGroundingToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaCustomBingGroundingToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaDeepResearchToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaDeepResearchToolCall",),
        target=None,
        blocked=(
            "the new service has no deep research tool: call a deep research model with "
            "WebSearchTool"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaDetail",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaDetail",
            "azure.ai.projects.models.RunStepDeltaDetail",
        ),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "type": "event.type",
        },
    ),
    row(
        id="az.RunStepDeltaFileSearchToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaFileSearchToolCall",
            "azure.ai.projects.models.RunStepDeltaFileSearchToolCall",
        ),
        target="openai.types.responses.ResponseFileSearchCallInProgressEvent",
        results={
            "index": "event.output_index",
            "id": "event.item_id",
            "type": "event.type",
            "file_search": "event.item of response.output_item.done",
        },
        notes="Two more events follow: searching and completed.",
    ),
    row(
        id="az.RunStepDeltaFunction",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaFunction",
            "azure.ai.projects.models.RunStepDeltaFunction",
        ),
        target="openai.types.responses.ResponseFunctionCallArgumentsDeltaEvent",
        results={
            "name": "event.item.name of response.output_item.added",
            "arguments": "event.delta; event.arguments when done",
            "output": "dropped: the output is yours",
        },
    ),
    row(
        id="az.RunStepDeltaFunctionToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaFunctionToolCall",
            "azure.ai.projects.models.RunStepDeltaFunctionToolCall",
        ),
        target="openai.types.responses.ResponseFunctionCallArgumentsDeltaEvent",
        results={
            "index": "event.output_index",
            "id": "event.item_id",
            "type": "event.type",
            "function": "event.delta; event.arguments when done",
        },
    ),
    row(
        id="az.RunStepDeltaMCPObject",
        legacy=("azure.ai.agents.models.RunStepDeltaMCPObject",),
        target="openai.types.responses.ResponseMcpCallArgumentsDeltaEvent",
        results={
            "type": "event.type",
            "tool_calls": "event.item",
        },
    ),
    row(
        id="az.RunStepDeltaMcpToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaMcpToolCall",),
        target="openai.types.responses.ResponseMcpCallArgumentsDeltaEvent",
        results={
            "index": "event.output_index",
            "id": "event.item_id",
            "type": "event.type",
            "arguments": "event.delta; event.arguments when done",
        },
    ),
    row(
        id="az.RunStepDeltaMessageCreation",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaMessageCreation",
            "azure.ai.projects.models.RunStepDeltaMessageCreation",
        ),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "type": "event.type",
            "message_creation": "event.item",
        },
    ),
    row(
        id="az.RunStepDeltaMessageCreationObject",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaMessageCreationObject",
            "azure.ai.projects.models.RunStepDeltaMessageCreationObject",
        ),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "message_id": "event.item.id",
        },
    ),
    row(
        id="az.RunStepDeltaMicrosoftFabricToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaMicrosoftFabricToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaOpenAPIObject",
        legacy=("azure.ai.agents.models.RunStepDeltaOpenAPIObject",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaOpenAPIToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaOpenAPIToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaSharepointToolCall",
        legacy=("azure.ai.agents.models.RunStepDeltaSharepointToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_models.py",
    ),
    row(
        id="az.RunStepDeltaToolCall",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaToolCall",
            "azure.ai.projects.models.RunStepDeltaToolCall",
        ),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "index": "event.output_index",
            "id": "event.item_id",
            "type": "event.type",
        },
    ),
    row(
        id="az.RunStepDeltaToolCallObject",
        legacy=(
            "azure.ai.agents.models.RunStepDeltaToolCallObject",
            "azure.ai.projects.models.RunStepDeltaToolCallObject",
        ),
        target="openai.types.responses.ResponseOutputItemAddedEvent",
        results={
            "type": "event.type",
            "tool_calls": "event.item",
        },
    ),
    row(
        id="az.MessageDeltaChunk.text",
        legacy=(
            "azure.ai.agents.models.MessageDeltaChunk.text",
            "azure.ai.projects.models.MessageDeltaChunk.text",
        ),
        target="event.delta",
        source="azure-ai-agents 1.1.0: azure/ai/agents/models/_patch.py",
    ),
)
