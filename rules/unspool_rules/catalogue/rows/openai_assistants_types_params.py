"""Types inside the parameters and results of assistants and threads, by module."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import MESSAGE_PARAMS, RUN_PARAMS, THREAD_PARAMS, pick

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="openai 3.54.0: openai/types/beta/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.types.assistant.ToolResources",
        legacy=("openai.types.beta.assistant.ToolResources",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        results={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
        },
    ),
    row(
        id="oa.types.assistant.ToolResourcesCodeInterpreter",
        legacy=("openai.types.beta.assistant.ToolResourcesCodeInterpreter",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam(file_ids=[...])",
        results={
            "file_ids": "unchanged",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.assistant.ToolResourcesFileSearch",
        legacy=("openai.types.beta.assistant.ToolResourcesFileSearch",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        results={
            "vector_store_ids": "unchanged",
        },
    ),
    row(
        id="oa.types.assistant_create_params.ToolResources",
        legacy=("openai.types.beta.assistant_create_params.ToolResources",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        params={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
        },
    ),
    row(
        id="oa.types.assistant_create_params.ToolResourcesCodeInterpreter",
        legacy=("openai.types.beta.assistant_create_params.ToolResourcesCodeInterpreter",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam(file_ids=[...])",
        params={
            "file_ids": "unchanged",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.assistant_create_params.ToolResourcesFileSearch",
        legacy=("openai.types.beta.assistant_create_params.ToolResourcesFileSearch",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "unchanged",
            "vector_stores": "no counterpart: create the vector store first",
        },
    ),
    row(
        id="oa.types.assistant_create_params.ToolResourcesFileSearchVectorStore",
        legacy=("openai.types.beta.assistant_create_params.ToolResourcesFileSearchVectorStore",),
        target=None,
        blocked=(
            "vector stores are not created on the side: call openai_client.vector_stores.create "
            "first"
        ),
    ),
    row(
        id=(
            "oa.types.assistant_create_params."
            "ToolResourcesFileSearchVectorStoreChunkingStrategyAuto"
        ),
        legacy=(
            "openai.types.beta.assistant_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategyAuto",
        ),
        target='{"type": "auto"}',
        params={
            "type": "unchanged",
        },
    ),
    row(
        id=(
            "oa.types.assistant_create_params."
            "ToolResourcesFileSearchVectorStoreChunkingStrategyStatic"
        ),
        legacy=(
            "openai.types.beta.assistant_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategyStatic",
        ),
        target='{"type": "static", "static": {...}}',
        params={
            "static": '"static"',
            "type": '"static"',
        },
    ),
    row(
        id=(
            "oa.types.assistant_create_params."
            "ToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic"
        ),
        legacy=(
            "openai.types.beta.assistant_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic",
        ),
        target='{"max_chunk_size_tokens": ..., "chunk_overlap_tokens": ...}',
        params={
            "chunk_overlap_tokens": "unchanged",
            "max_chunk_size_tokens": "unchanged",
        },
    ),
    row(
        id="oa.types.assistant_update_params.ToolResources",
        legacy=("openai.types.beta.assistant_update_params.ToolResources",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        params={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
        },
    ),
    row(
        id="oa.types.assistant_update_params.ToolResourcesCodeInterpreter",
        legacy=("openai.types.beta.assistant_update_params.ToolResourcesCodeInterpreter",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam(file_ids=[...])",
        params={
            "file_ids": "unchanged",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.assistant_update_params.ToolResourcesFileSearch",
        legacy=("openai.types.beta.assistant_update_params.ToolResourcesFileSearch",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "unchanged",
        },
    ),
    row(
        id="oa.types.file_search_tool.FileSearch",
        legacy=("openai.types.beta.file_search_tool.FileSearch",),
        target="azure.ai.projects.models.FileSearchTool",
        results={
            "max_num_results": "unchanged",
            "ranking_options": "ranking_options=RankingOptions(...)",
        },
    ),
    row(
        id="oa.types.file_search_tool.FileSearchRankingOptions",
        legacy=("openai.types.beta.file_search_tool.FileSearchRankingOptions",),
        target="azure.ai.projects.models.RankingOptions",
        results={
            "score_threshold": "unchanged",
            "ranker": "unchanged",
        },
    ),
    row(
        id="oa.types.file_search_tool_param.FileSearch",
        legacy=("openai.types.beta.file_search_tool_param.FileSearch",),
        target="azure.ai.projects.models.FileSearchTool",
        results={
            "max_num_results": "unchanged",
            "ranking_options": "ranking_options=RankingOptions(...)",
        },
    ),
    row(
        id="oa.types.file_search_tool_param.FileSearchRankingOptions",
        legacy=("openai.types.beta.file_search_tool_param.FileSearchRankingOptions",),
        target="azure.ai.projects.models.RankingOptions",
        results={
            "score_threshold": "unchanged",
            "ranker": "unchanged",
        },
    ),
    row(
        id="oa.types.thread.ToolResources",
        legacy=("openai.types.beta.thread.ToolResources",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        results={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
        },
    ),
    row(
        id="oa.types.thread.ToolResourcesCodeInterpreter",
        legacy=("openai.types.beta.thread.ToolResourcesCodeInterpreter",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam(file_ids=[...])",
        results={
            "file_ids": "unchanged",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.thread.ToolResourcesFileSearch",
        legacy=("openai.types.beta.thread.ToolResourcesFileSearch",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        results={
            "vector_store_ids": "unchanged",
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.Thread",
        legacy=("openai.types.beta.thread_create_and_run_params.Thread",),
        target="openai_client.conversations.create(items=..., metadata=...)",
        params=pick(THREAD_PARAMS, "messages metadata tool_resources"),
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadCreateAndRunParamsBase",
        legacy=("openai.types.beta.thread_create_and_run_params.ThreadCreateAndRunParamsBase",),
        target="openai.types.responses.ResponseCreateParams",
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id instructions max_completion_tokens max_prompt_tokens metadata model "
                "parallel_tool_calls response_format temperature thread tool_choice tool_resources "
                "tools top_p truncation_strategy"
            ),
        ),
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadCreateAndRunParamsNonStreaming",
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadCreateAndRunParamsNonStreaming",
        ),
        target="openai.types.responses.ResponseCreateParams",
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id instructions max_completion_tokens max_prompt_tokens metadata model "
                "parallel_tool_calls response_format temperature thread tool_choice tool_resources "
                "tools top_p truncation_strategy stream"
            ),
        ),
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadCreateAndRunParamsStreaming",
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadCreateAndRunParamsStreaming",
        ),
        target="openai.types.responses.ResponseCreateParams",
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id instructions max_completion_tokens max_prompt_tokens metadata model "
                "parallel_tool_calls response_format temperature thread tool_choice tool_resources "
                "tools top_p truncation_strategy stream"
            ),
        ),
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadMessage",
        legacy=("openai.types.beta.thread_create_and_run_params.ThreadMessage",),
        target="openai.types.responses.EasyInputMessageParam",
        params=pick(MESSAGE_PARAMS, "content role attachments metadata"),
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadMessageAttachment",
        legacy=("openai.types.beta.thread_create_and_run_params.ThreadMessageAttachment",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadMessageAttachmentToolFileSearch",
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadMessageAttachmentToolFileSearch",
        ),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadToolResources",
        legacy=("openai.types.beta.thread_create_and_run_params.ThreadToolResources",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        params={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadToolResourcesCodeInterpreter",
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadToolResourcesCodeInterpreter",
        ),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam(file_ids=[...])",
        params={
            "file_ids": "unchanged",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadToolResourcesFileSearch",
        legacy=("openai.types.beta.thread_create_and_run_params.ThreadToolResourcesFileSearch",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "unchanged",
            "vector_stores": "no counterpart: create the vector store first",
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadToolResourcesFileSearchVectorStore",
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadToolResourcesFileSearchVectorStore",
        ),
        target=None,
        blocked=(
            "vector stores are not created on the side: call openai_client.vector_stores.create "
            "first"
        ),
    ),
    row(
        id=(
            "oa.types.thread_create_and_run_params."
            "ThreadToolResourcesFileSearchVectorStoreChunkingStrategyAuto"
        ),
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadToolResourcesFileSearchVectorStoreChunkingStrategyAuto",
        ),
        target='{"type": "auto"}',
        params={
            "type": "unchanged",
        },
    ),
    row(
        id=(
            "oa.types.thread_create_and_run_params."
            "ThreadToolResourcesFileSearchVectorStoreChunkingStrategyStatic"
        ),
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadToolResourcesFileSearchVectorStoreChunkingStrategyStatic",
        ),
        target='{"type": "static", "static": {...}}',
        params={
            "static": '"static"',
            "type": '"static"',
        },
    ),
    row(
        id=(
            "oa.types.thread_create_and_run_params."
            "ThreadToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic"
        ),
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic",
        ),
        target='{"max_chunk_size_tokens": ..., "chunk_overlap_tokens": ...}',
        params={
            "chunk_overlap_tokens": "unchanged",
            "max_chunk_size_tokens": "unchanged",
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.ToolResources",
        legacy=("openai.types.beta.thread_create_and_run_params.ToolResources",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        params={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.ToolResourcesCodeInterpreter",
        legacy=("openai.types.beta.thread_create_and_run_params.ToolResourcesCodeInterpreter",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam(file_ids=[...])",
        params={
            "file_ids": "unchanged",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.thread_create_and_run_params.ToolResourcesFileSearch",
        legacy=("openai.types.beta.thread_create_and_run_params.ToolResourcesFileSearch",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "unchanged",
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.TruncationStrategy",
        legacy=("openai.types.beta.thread_create_and_run_params.TruncationStrategy",),
        target='truncation="auto"',
        params={
            "type": '"auto", or "disabled"',
            "last_messages": "no counterpart",
        },
    ),
    row(
        id="oa.types.thread_create_params.Message",
        legacy=("openai.types.beta.thread_create_params.Message",),
        target="openai.types.responses.EasyInputMessageParam",
        params=pick(MESSAGE_PARAMS, "content role attachments metadata"),
    ),
    row(
        id="oa.types.thread_create_params.MessageAttachment",
        legacy=("openai.types.beta.thread_create_params.MessageAttachment",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.thread_create_params.MessageAttachmentToolFileSearch",
        legacy=("openai.types.beta.thread_create_params.MessageAttachmentToolFileSearch",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.thread_create_params.ToolResources",
        legacy=("openai.types.beta.thread_create_params.ToolResources",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        params={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
        },
    ),
    row(
        id="oa.types.thread_create_params.ToolResourcesCodeInterpreter",
        legacy=("openai.types.beta.thread_create_params.ToolResourcesCodeInterpreter",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam(file_ids=[...])",
        params={
            "file_ids": "unchanged",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.thread_create_params.ToolResourcesFileSearch",
        legacy=("openai.types.beta.thread_create_params.ToolResourcesFileSearch",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "unchanged",
            "vector_stores": "no counterpart: create the vector store first",
        },
    ),
    row(
        id="oa.types.thread_create_params.ToolResourcesFileSearchVectorStore",
        legacy=("openai.types.beta.thread_create_params.ToolResourcesFileSearchVectorStore",),
        target=None,
        blocked=(
            "vector stores are not created on the side: call openai_client.vector_stores.create "
            "first"
        ),
    ),
    row(
        id="oa.types.thread_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategyAuto",
        legacy=(
            "openai.types.beta.thread_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategyAuto",
        ),
        target='{"type": "auto"}',
        params={
            "type": "unchanged",
        },
    ),
    row(
        id=(
            "oa.types.thread_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategyStatic"
        ),
        legacy=(
            "openai.types.beta.thread_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategyStatic",
        ),
        target='{"type": "static", "static": {...}}',
        params={
            "static": '"static"',
            "type": '"static"',
        },
    ),
    row(
        id=(
            "oa.types.thread_create_params."
            "ToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic"
        ),
        legacy=(
            "openai.types.beta.thread_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategyStaticStatic",
        ),
        target='{"max_chunk_size_tokens": ..., "chunk_overlap_tokens": ...}',
        params={
            "chunk_overlap_tokens": "unchanged",
            "max_chunk_size_tokens": "unchanged",
        },
    ),
    row(
        id="oa.types.thread_update_params.ToolResources",
        legacy=("openai.types.beta.thread_update_params.ToolResources",),
        target="azure.ai.projects.models.PromptAgentDefinition(tools=[...])",
        params={
            "code_interpreter": (
                "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
            ),
            "file_search": "FileSearchTool(vector_store_ids=...)",
        },
    ),
    row(
        id="oa.types.thread_update_params.ToolResourcesCodeInterpreter",
        legacy=("openai.types.beta.thread_update_params.ToolResourcesCodeInterpreter",),
        target="azure.ai.projects.models.AutoCodeInterpreterToolParam(file_ids=[...])",
        params={
            "file_ids": "unchanged",
        },
        since="2.0.0",
    ),
    row(
        id="oa.types.thread_update_params.ToolResourcesFileSearch",
        legacy=("openai.types.beta.thread_update_params.ToolResourcesFileSearch",),
        target="azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])",
        params={
            "vector_store_ids": "unchanged",
        },
    ),
    row(
        id="oa.types.assistant.Tool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant.Tool",),
        target="azure.ai.projects.models.Tool",
    ),
    row(
        id="oa.types.assistant_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategy",
        legacy=(
            "openai.types.beta.assistant_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategy",
        ),
        target="openai.types.FileChunkingStrategyParam",
    ),
    row(
        id="oa.types.assistant_create_params.Tool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant_create_params.Tool",),
        target="azure.ai.projects.models.Tool",
    ),
    row(
        id="oa.types.assistant_update_params.Tool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.assistant_update_params.Tool",),
        target="azure.ai.projects.models.Tool",
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadMessageAttachmentTool",
        legacy=("openai.types.beta.thread_create_and_run_params.ThreadMessageAttachmentTool",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id=(
            "oa.types.thread_create_and_run_params."
            "ThreadToolResourcesFileSearchVectorStoreChunkingStrategy"
        ),
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadToolResourcesFileSearchVectorStoreChunkingStrategy",
        ),
        target="openai.types.FileChunkingStrategyParam",
    ),
    row(
        id="oa.types.thread_create_and_run_params.Tool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.thread_create_and_run_params.Tool",),
        target="azure.ai.projects.models.Tool",
    ),
    row(
        id="oa.types.thread_create_params.MessageAttachmentTool",
        legacy=("openai.types.beta.thread_create_params.MessageAttachmentTool",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.thread_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategy",
        legacy=(
            "openai.types.beta.thread_create_params.ToolResourcesFileSearchVectorStoreChunkingStrategy",
        ),
        target="openai.types.FileChunkingStrategyParam",
    ),
)
