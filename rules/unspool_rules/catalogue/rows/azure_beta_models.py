"""Models of the azure-ai-projects 1.0.0 betas that azure-ai-agents renamed or dropped.

Models which kept their name are aliases of the rows of azure-ai-agents; names that
azure-ai-projects 2.x has as well are in `azure_projects_shared`.
"""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import FILE_RESULTS, PAGE

row = partial(
    Entry,
    surface=Surface.AZURE_PROJECTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="beta.AgentDeletionStatus",
        legacy=("azure.ai.projects.models.AgentDeletionStatus",),
        target="azure.ai.projects.models.DeleteAgentResponse",
        results={
            "id": "name",
            "deleted": "unchanged",
            "object": "unchanged",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.FileDeletionStatus",
        legacy=("azure.ai.projects.models.FileDeletionStatus",),
        target="openai.types.FileDeleted",
        results={
            "id": "unchanged",
            "deleted": "unchanged",
            "object": "unchanged",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.ThreadDeletionStatus",
        legacy=("azure.ai.projects.models.ThreadDeletionStatus",),
        target="openai.types.conversations.ConversationDeletedResource",
        results={
            "id": "unchanged",
            "deleted": "unchanged",
            "object": "unchanged",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.VectorStoreDeletionStatus",
        legacy=("azure.ai.projects.models.VectorStoreDeletionStatus",),
        target="openai.types.VectorStoreDeleted",
        results={
            "id": "unchanged",
            "deleted": "unchanged",
            "object": "unchanged",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.VectorStoreFileDeletionStatus",
        legacy=("azure.ai.projects.models.VectorStoreFileDeletionStatus",),
        target="openai.types.vector_stores.VectorStoreFileDeleted",
        results={
            "id": "unchanged",
            "deleted": "unchanged",
            "object": "unchanged",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIPageableListOfAgent",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfAgent",),
        target="azure.core.paging.ItemPaged",
        results={
            "data": "iterate it; there is no page of data",
            "has_more": "dropped: it fetches what follows",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIPageableListOfAgentThread",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfAgentThread",),
        target=None,
        blocked="threads cannot be listed in the new service: keep the ids yourself",
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIPageableListOfRunStep",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfRunStep",),
        target="response.output",
        results={
            "data": "response.output",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIPageableListOfThreadMessage",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfThreadMessage",),
        target="openai.pagination.SyncConversationCursorPage",
        results=PAGE,
        notes=(
            "The helpers get_last_message_by_role and get_last_text_message_by_role have no "
            "counterpart on a page."
        ),
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIPageableListOfThreadRun",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfThreadRun",),
        target=None,
        blocked="responses cannot be listed: keep the ids yourself",
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIPageableListOfVectorStore",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfVectorStore",),
        target="openai.pagination.SyncCursorPage",
        results=PAGE,
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIPageableListOfVectorStoreFile",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfVectorStoreFile",),
        target="openai.pagination.SyncCursorPage",
        results=PAGE,
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIPageableListOfThreadMessage.text_messages",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfThreadMessage.text_messages",),
        target=(
            '[part for part in item.content if part.type == "input_text" or part.type == '
            '"output_text"]'
        ),
        results={
            "[-1].text.value": "text of the last part",
        },
        until="1.0.0b11",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.OpenAIPageableListOfThreadMessage.image_contents",
        legacy=("azure.ai.projects.models.OpenAIPageableListOfThreadMessage.image_contents",),
        target='[note for note in part.annotations if note.type == "container_file_citation"]',
        results={
            "image_file.file_id": "note.file_id, with note.container_id",
        },
        notes=(
            "Generated images are image_generation_call items; those of the code interpreter are "
            "files in its container."
        ),
        until="1.0.0b11",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.OpenAIPageableListOfThreadMessage.file_citation_annotations",
        legacy=(
            "azure.ai.projects.models.OpenAIPageableListOfThreadMessage.file_citation_annotations",
        ),
        target='[note for note in part.annotations if note.type == "file_citation"]',
        results={
            "file_citation.file_id": "note.file_id",
            "text": "no counterpart",
            "start_index": "no counterpart",
            "end_index": "no counterpart",
            "file_citation.quote": "no counterpart",
        },
        notes=(
            "A citation of a file has no text to replace any more: code that puts footnotes in "
            "place of annotation.text needs a new design."
        ),
        until="1.0.0b11",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.OpenAIPageableListOfThreadMessage.file_path_annotations",
        legacy=(
            "azure.ai.projects.models.OpenAIPageableListOfThreadMessage.file_path_annotations",
        ),
        target='[note for note in part.annotations if note.type == "container_file_citation"]',
        results={
            "file_path.file_id": "note.file_id, with note.container_id",
            "text": "part.text[note.start_index:note.end_index]",
        },
        notes='Outside the code interpreter the type is "file_path".',
        until="1.0.0b11",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.OpenAIPageableListOfThreadMessage.get_last_message_by_role",
        legacy=(
            "azure.ai.projects.models.OpenAIPageableListOfThreadMessage.get_last_message_by_role",
        ),
        target=(
            "next((item for item in openai_client.conversations.items.list(conversation_id) if "
            'item.type == "message" and item.role == role), None)'
        ),
        params={
            "role": 'item.role == role; MessageRole.AGENT is "assistant"',
        },
        notes="The list is newest first, so next() finds the last one.",
        until="1.0.0b11",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.OpenAIPageableListOfThreadMessage.get_last_text_message_by_role",
        legacy=(
            "azure.ai.projects.models.OpenAIPageableListOfThreadMessage.get_last_text_message_by_role",
        ),
        target="response.output_text",
        params={
            "role": "dropped: response.output_text is the text of the agent",
        },
        results={
            "text.value": "the string itself",
        },
        notes=(
            'output_text joins all text parts and is "" where the old call gave None. Later, take '
            "the last text part of the newest message item."
        ),
        until="1.0.0b11",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.ThreadMessages.text_messages",
        legacy=("azure.ai.projects.models.ThreadMessages.text_messages",),
        target=(
            '[part for part in item.content if part.type == "input_text" or part.type == '
            '"output_text"]'
        ),
        results={
            "[-1].text.value": "text of the last part",
        },
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.ThreadMessages.image_contents",
        legacy=("azure.ai.projects.models.ThreadMessages.image_contents",),
        target='[note for note in part.annotations if note.type == "container_file_citation"]',
        results={
            "image_file.file_id": "note.file_id, with note.container_id",
        },
        notes=(
            "Generated images are image_generation_call items; those of the code interpreter are "
            "files in its container."
        ),
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.ThreadMessages.file_citation_annotations",
        legacy=("azure.ai.projects.models.ThreadMessages.file_citation_annotations",),
        target='[note for note in part.annotations if note.type == "file_citation"]',
        results={
            "file_citation.file_id": "note.file_id",
            "text": "no counterpart",
            "start_index": "no counterpart",
            "end_index": "no counterpart",
            "file_citation.quote": "no counterpart",
        },
        notes=(
            "A citation of a file has no text to replace any more: code that puts footnotes in "
            "place of annotation.text needs a new design."
        ),
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.ThreadMessages.file_path_annotations",
        legacy=("azure.ai.projects.models.ThreadMessages.file_path_annotations",),
        target='[note for note in part.annotations if note.type == "container_file_citation"]',
        results={
            "file_path.file_id": "note.file_id, with note.container_id",
            "text": "part.text[note.start_index:note.end_index]",
        },
        notes='Outside the code interpreter the type is "file_path".',
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.ThreadMessages.get_last_message_by_sender",
        legacy=("azure.ai.projects.models.ThreadMessages.get_last_message_by_sender",),
        target=(
            "next((item for item in openai_client.conversations.items.list(conversation_id) if "
            'item.type == "message" and item.role == role), None)'
        ),
        params={
            "sender": 'item.role == role; MessageRole.AGENT is "assistant"',
        },
        notes="The list is newest first, so next() finds the last one.",
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.ThreadMessages.get_last_text_message_by_sender",
        legacy=("azure.ai.projects.models.ThreadMessages.get_last_text_message_by_sender",),
        target="response.output_text",
        params={
            "sender": "dropped: response.output_text is the text of the agent",
        },
        results={
            "text.value": "the string itself",
        },
        notes=(
            'output_text joins all text parts and is "" where the old call gave None. Later, take '
            "the last text part of the newest message item."
        ),
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b10: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.ThreadMessages",
        legacy=("azure.ai.projects.models.ThreadMessages",),
        target="openai.pagination.SyncConversationCursorPage",
        results={
            "messages": "iterate the page itself",
        },
        notes="Replaced by OpenAIPageableListOfThreadMessage in 1.0.0b3.",
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b1: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.ThreadMessages.messages",
        legacy=("azure.ai.projects.models.ThreadMessages.messages",),
        target=(
            "[item for item in openai_client.conversations.items.list(conversation_id) if "
            'item.type == "message"]'
        ),
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b1: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.AzureAISearchResource",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.AzureAISearchResource",),
        target="azure.ai.projects.models.AzureAISearchToolResource",
        params={
            "index_list": "indexes=",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.IndexResource",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.IndexResource",),
        target="azure.ai.projects.models.AISearchIndexResource",
        params={
            "index_connection_id": "project_connection_id=",
            "index_name": "index_name=",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.SearchConfiguration",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.SearchConfiguration",),
        target="azure.ai.projects.models.BingCustomSearchConfiguration",
        params={
            "connection_id": "project_connection_id=",
            "instance_name": "instance_name=",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.SearchConfigurationList",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.SearchConfigurationList",),
        target="azure.ai.projects.models.BingCustomSearchToolParameters",
        params={
            "search_configurations": "search_configurations=",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.ToolConnectionList",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.ToolConnectionList",),
        target="azure.ai.projects.models.FabricDataAgentToolParameters",
        params={
            "connection_list": "project_connections=",
        },
        notes="SharepointGroundingToolParameters for SharePoint.",
        until="1.0.0b11",
    ),
    row(
        id="beta.UpdateCodeInterpreterToolResourceOptions",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.UpdateCodeInterpreterToolResourceOptions",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam",
        params={
            "file_ids": "file_ids=",
        },
        since="2.0.0",
        until="1.0.0b11",
    ),
    row(
        id="beta.UpdateFileSearchToolResourceOptions",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.UpdateFileSearchToolResourceOptions",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "vector_store_ids=",
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.UpdateToolResourcesOptions",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.projects.models.UpdateToolResourcesOptions",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        params={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
            "azure_ai_search": (
                "AzureAISearchTool(azure_ai_search=AzureAISearchToolResource(indexes=...))"
            ),
        },
        until="1.0.0b11",
    ),
    row(
        id="beta.AgentsApiResponseFormat",
        legacy=("azure.ai.projects.models.AgentsApiResponseFormat",),
        target=(
            "azure.ai.projects.models.PromptAgentDefinitionTextOptions("
            "format=TextResponseFormatJsonObject())"
        ),
        params={
            "type": "the class: TextResponseFormatText or TextResponseFormatJsonObject",
        },
        since="2.0.0",
        until="1.0.0b11",
    ),
    row(
        id="beta.OpenAIFile",
        legacy=("azure.ai.projects.models.OpenAIFile",),
        target="openai.types.FileObject",
        results=FILE_RESULTS,
        until="1.0.0b11",
    ),
    row(
        id="beta.RunStepCustomSearchToolCall",
        legacy=("azure.ai.projects.models.RunStepCustomSearchToolCall",),
        target=None,
        blocked=(
            "the new service sends this call as an item that openai 3.54.0 has no class for: read "
            "item.type and item.model_extra"
        ),
        until="1.0.0b11",
    ),
    row(
        id="beta.AgentsApiResponseFormatMode",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.AgentsApiResponseFormatMode",),
        target="text=PromptAgentDefinitionTextOptions(format=...)",
        results={
            "AUTO": "left out",
            "NONE": "left out",
        },
        since="2.0.0b4",
        until="1.0.0b11",
    ),
    row(
        id="beta.AgentsApiToolChoiceOptionMode",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.AgentsApiToolChoiceOptionMode",),
        target='tool_choice="auto"',
        results={
            "NONE": '"none"',
            "AUTO": '"auto"',
        },
        notes='"required" is a new value.',
        until="1.0.0b11",
    ),
    row(
        id="beta.ApiResponseFormat",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.ApiResponseFormat",),
        target="azure.ai.projects.models.TextResponseFormatJsonObject()",
        results={
            "TEXT": "TextResponseFormatText()",
            "JSON_OBJECT": "TextResponseFormatJsonObject()",
        },
        since="2.0.0",
        until="1.0.0b11",
    ),
    row(
        id="beta.AzureAISearchTool.add_index",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("azure.ai.agents.models.AzureAISearchTool.add_index",),
        target="tool.azure_ai_search.indexes.append(AISearchIndexResource(...))",
        params={
            "index": "project_connection_id=",
            "name": "index_name=",
        },
        notes="Before create_version: changing the tools of an agent means a new version.",
        until="1.0.0b3",
        source="azure-ai-projects 1.0.0b1: azure/ai/projects/models/_patch.py",
    ),
    row(
        id="beta.AuthenticationType",
        code="UNS403",
        kind=Kind.ENUM,
        legacy=("azure.ai.projects.models.AuthenticationType",),
        target="azure.ai.projects.models.CredentialType",
        results={
            "API_KEY": "unchanged",
            "ENTRA_ID": "unchanged",
            "SAS": "unchanged",
        },
        until="1.0.0b11",
    ),
)
