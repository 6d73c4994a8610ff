"""Types inside the parameters and results of openai Assistants, by module."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

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
            "type": "type (discriminator, see target)",
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
            "chunk_overlap_tokens": "same key",
            "max_chunk_size_tokens": "same key",
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
        target="keyword arguments of conversations.create (items=, metadata=)",
        params={
            "messages": (
                'items=[{"type": "message", "role": m.role, "content": m.content}, ...] (max 20 '
                "items per call; add the rest with conversations.items.create)"
            ),
            "metadata": "unchanged",
            "tool_resources": (
                "no counterpart: conversations carry no tool resources; move file/vector-store ids "
                "to the agent's tools or structured_inputs"
            ),
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadCreateAndRunParamsBase",
        legacy=("openai.types.beta.thread_create_and_run_params.ThreadCreateAndRunParamsBase",),
        target="ConversationCreateParams + openai.types.responses.ResponseCreateParams",
        params={
            "assistant_id": (
                'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}} '
                '(agent NAME, not asst_ id; add "version" to pin one)'
            ),
            "instructions": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); move it to '
                "PromptAgentDefinition.instructions or a {{placeholder}} filled by "
                'extra_body["structured_inputs"]'
            ),
            "max_completion_tokens": (
                "max_output_tokens (per response, includes reasoning tokens; no 2.10.0 sample or "
                "test passes it together with an agent; test before relying on it)"
            ),
            "max_prompt_tokens": (
                'dropped: no equivalent (truncation="auto" bounds the context instead)'
            ),
            "metadata": (
                "metadata (on the response; no 2.10.0 sample or test passes it together with an "
                "agent; test before relying on it)"
            ),
            "model": (
                "no counterpart: belongs to PromptAgentDefinition.model of the agent version; with "
                "no agent reference it is responses.create(model=...). Microsoft's own "
                "agent-framework removes model from every agent call"
            ),
            "parallel_tool_calls": (
                "parallel_tool_calls (Microsoft's agent-framework removes it from agent calls; no "
                "2.10.0 sample or test passes it together with an agent; test before relying on it)"
            ),
            "response_format": (
                "no counterpart: "
                "PromptAgentDefinition.text=PromptAgentDefinitionTextOptions(format=...); "
                "`text`/text_format per call is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "temperature": (
                "no counterpart: move to PromptAgentDefinition.temperature; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "thread": (
                "conversations.create(items=..., metadata=...) first, then "
                "conversation=conversation.id"
            ),
            "tool_choice": (
                "tool_choice (see enum AgentsToolChoiceOptionMode / AgentsNamedToolChoice); the "
                "only override the 2.10.0 samples and tests pass next to agent_reference (15 of "
                '198 calls, always "required")'
            ),
            "tool_resources": (
                "no counterpart: merged into the tool objects of the agent definition "
                "(file_search.vector_store_ids, code_interpreter.container.file_ids); per-run "
                "values need structured_inputs placeholders"
            ),
            "tools": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); put tools in '
                "PromptAgentDefinition.tools (new version)"
            ),
            "top_p": (
                "no counterpart: move to PromptAgentDefinition.top_p; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "truncation_strategy": (
                'truncation: {"type":"auto"} becomes "auto"; "last_messages" becomes manual (no '
                "equivalent; prune the conversation). Default flips: runs default to auto, "
                'responses default to "disabled" (400 on overflow)'
            ),
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadCreateAndRunParamsNonStreaming",
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadCreateAndRunParamsNonStreaming",
        ),
        target="ConversationCreateParams + openai.types.responses.ResponseCreateParams",
        params={
            "assistant_id": (
                'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}} '
                '(agent NAME, not asst_ id; add "version" to pin one)'
            ),
            "instructions": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); move it to '
                "PromptAgentDefinition.instructions or a {{placeholder}} filled by "
                'extra_body["structured_inputs"]'
            ),
            "max_completion_tokens": (
                "max_output_tokens (per response, includes reasoning tokens; no 2.10.0 sample or "
                "test passes it together with an agent; test before relying on it)"
            ),
            "max_prompt_tokens": (
                'dropped: no equivalent (truncation="auto" bounds the context instead)'
            ),
            "metadata": (
                "metadata (on the response; no 2.10.0 sample or test passes it together with an "
                "agent; test before relying on it)"
            ),
            "model": (
                "no counterpart: belongs to PromptAgentDefinition.model of the agent version; with "
                "no agent reference it is responses.create(model=...). Microsoft's own "
                "agent-framework removes model from every agent call"
            ),
            "parallel_tool_calls": (
                "parallel_tool_calls (Microsoft's agent-framework removes it from agent calls; no "
                "2.10.0 sample or test passes it together with an agent; test before relying on it)"
            ),
            "response_format": (
                "no counterpart: "
                "PromptAgentDefinition.text=PromptAgentDefinitionTextOptions(format=...); "
                "`text`/text_format per call is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "temperature": (
                "no counterpart: move to PromptAgentDefinition.temperature; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "thread": (
                "conversations.create(items=..., metadata=...) first, then "
                "conversation=conversation.id"
            ),
            "tool_choice": (
                "tool_choice (see enum AgentsToolChoiceOptionMode / AgentsNamedToolChoice); the "
                "only override the 2.10.0 samples and tests pass next to agent_reference (15 of "
                '198 calls, always "required")'
            ),
            "tool_resources": (
                "no counterpart: merged into the tool objects of the agent definition "
                "(file_search.vector_store_ids, code_interpreter.container.file_ids); per-run "
                "values need structured_inputs placeholders"
            ),
            "tools": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); put tools in '
                "PromptAgentDefinition.tools (new version)"
            ),
            "top_p": (
                "no counterpart: move to PromptAgentDefinition.top_p; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "truncation_strategy": (
                'truncation: {"type":"auto"} becomes "auto"; "last_messages" becomes manual (no '
                "equivalent; prune the conversation). Default flips: runs default to auto, "
                'responses default to "disabled" (400 on overflow)'
            ),
            "stream": "unchanged",
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadCreateAndRunParamsStreaming",
        legacy=(
            "openai.types.beta.thread_create_and_run_params.ThreadCreateAndRunParamsStreaming",
        ),
        target="ConversationCreateParams + openai.types.responses.ResponseCreateParams",
        params={
            "assistant_id": (
                'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}} '
                '(agent NAME, not asst_ id; add "version" to pin one)'
            ),
            "instructions": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); move it to '
                "PromptAgentDefinition.instructions or a {{placeholder}} filled by "
                'extra_body["structured_inputs"]'
            ),
            "max_completion_tokens": (
                "max_output_tokens (per response, includes reasoning tokens; no 2.10.0 sample or "
                "test passes it together with an agent; test before relying on it)"
            ),
            "max_prompt_tokens": (
                'dropped: no equivalent (truncation="auto" bounds the context instead)'
            ),
            "metadata": (
                "metadata (on the response; no 2.10.0 sample or test passes it together with an "
                "agent; test before relying on it)"
            ),
            "model": (
                "no counterpart: belongs to PromptAgentDefinition.model of the agent version; with "
                "no agent reference it is responses.create(model=...). Microsoft's own "
                "agent-framework removes model from every agent call"
            ),
            "parallel_tool_calls": (
                "parallel_tool_calls (Microsoft's agent-framework removes it from agent calls; no "
                "2.10.0 sample or test passes it together with an agent; test before relying on it)"
            ),
            "response_format": (
                "no counterpart: "
                "PromptAgentDefinition.text=PromptAgentDefinitionTextOptions(format=...); "
                "`text`/text_format per call is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "temperature": (
                "no counterpart: move to PromptAgentDefinition.temperature; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "thread": (
                "conversations.create(items=..., metadata=...) first, then "
                "conversation=conversation.id"
            ),
            "tool_choice": (
                "tool_choice (see enum AgentsToolChoiceOptionMode / AgentsNamedToolChoice); the "
                "only override the 2.10.0 samples and tests pass next to agent_reference (15 of "
                '198 calls, always "required")'
            ),
            "tool_resources": (
                "no counterpart: merged into the tool objects of the agent definition "
                "(file_search.vector_store_ids, code_interpreter.container.file_ids); per-run "
                "values need structured_inputs placeholders"
            ),
            "tools": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); put tools in '
                "PromptAgentDefinition.tools (new version)"
            ),
            "top_p": (
                "no counterpart: move to PromptAgentDefinition.top_p; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "truncation_strategy": (
                'truncation: {"type":"auto"} becomes "auto"; "last_messages" becomes manual (no '
                "equivalent; prune the conversation). Default flips: runs default to auto, "
                'responses default to "disabled" (400 on overflow)'
            ),
            "stream": "unchanged",
        },
    ),
    row(
        id="oa.types.thread_create_and_run_params.ThreadMessage",
        legacy=("openai.types.beta.thread_create_and_run_params.ThreadMessage",),
        target=(
            'openai.types.responses.EasyInputMessageParam (dict {"type": "message", "role": ..., '
            '"content": ...})'
        ),
        params={
            "content": '"content"',
            "role": '"role"',
            "attachments": (
                'no counterpart: add {"type": "input_file", "file_id": ...} parts, or give the '
                "file to the tool (vector store / container file_ids)"
            ),
            "metadata": "dropped: items have no metadata",
        },
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
            "type": "type (discriminator, see target)",
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
            "chunk_overlap_tokens": "same key",
            "max_chunk_size_tokens": "same key",
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
        target='truncation="auto" | "disabled"',
        params={
            "type": '"auto" becomes "auto"',
            "last_messages": "dropped: no equivalent",
        },
    ),
    row(
        id="oa.types.thread_create_params.Message",
        legacy=("openai.types.beta.thread_create_params.Message",),
        target=(
            'openai.types.responses.EasyInputMessageParam (dict {"type": "message", "role": ..., '
            '"content": ...})'
        ),
        params={
            "content": '"content"',
            "role": '"role"',
            "attachments": (
                'no counterpart: add {"type": "input_file", "file_id": ...} parts, or give the '
                "file to the tool (vector store / container file_ids)"
            ),
            "metadata": "dropped: items have no metadata",
        },
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
            "type": "type (discriminator, see target)",
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
            "chunk_overlap_tokens": "same key",
            "max_chunk_size_tokens": "same key",
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
        id="oa.types.threads.file_citation_annotation.FileCitation",
        legacy=("openai.types.beta.threads.file_citation_annotation.FileCitation",),
        target="AnnotationFileCitation",
        results={
            "file_id": "annotation.file_id (filename also given)",
        },
    ),
    row(
        id="oa.types.threads.file_citation_delta_annotation.FileCitation",
        legacy=("openai.types.beta.threads.file_citation_delta_annotation.FileCitation",),
        target="AnnotationFileCitation",
        results={
            "file_id": "annotation.file_id (filename also given)",
            "quote": 'dropped: use include=["file_search_call.results"]',
        },
    ),
    row(
        id="oa.types.threads.file_path_annotation.FilePath",
        legacy=("openai.types.beta.threads.file_path_annotation.FilePath",),
        target="AnnotationContainerFileCitation",
        results={
            "file_id": "annotation.file_id (with annotation.container_id)",
        },
    ),
    row(
        id="oa.types.threads.file_path_delta_annotation.FilePath",
        legacy=("openai.types.beta.threads.file_path_delta_annotation.FilePath",),
        target="AnnotationContainerFileCitation",
        results={
            "file_id": "annotation.file_id (with annotation.container_id)",
        },
    ),
    row(
        id="oa.types.threads.message.Attachment",
        legacy=("openai.types.beta.threads.message.Attachment",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.message.AttachmentToolAssistantToolsFileSearchTypeOnly",
        legacy=(
            "openai.types.beta.threads.message.AttachmentToolAssistantToolsFileSearchTypeOnly",
        ),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.message.IncompleteDetails",
        legacy=("openai.types.beta.threads.message.IncompleteDetails",),
        target="response.incomplete_details",
        results={
            "reason": "response.incomplete_details.reason",
        },
    ),
    row(
        id="oa.types.threads.message_create_params.Attachment",
        legacy=("openai.types.beta.threads.message_create_params.Attachment",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.message_create_params.AttachmentToolFileSearch",
        legacy=("openai.types.beta.threads.message_create_params.AttachmentToolFileSearch",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.required_action_function_tool_call.Function",
        legacy=("openai.types.beta.threads.required_action_function_tool_call.Function",),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "arguments": "item.arguments (JSON string, as before)",
            "name": "item.name",
        },
    ),
    row(
        id="oa.types.threads.run.IncompleteDetails",
        legacy=("openai.types.beta.threads.run.IncompleteDetails",),
        target="openai.types.responses.response.IncompleteDetails",
        results={
            "reason": (
                'response.incomplete_details.reason ("max_completion_tokens" becomes '
                '"max_output_tokens"; "max_prompt_tokens" has no equivalent; new "content_filter")'
            ),
        },
    ),
    row(
        id="oa.types.threads.run.LastError",
        legacy=("openai.types.beta.threads.run.LastError",),
        target="openai.types.responses.ResponseError",
        results={
            "code": "response.error.code",
            "message": "response.error.message",
        },
    ),
    row(
        id="oa.types.threads.run.RequiredAction",
        legacy=("openai.types.beta.threads.run.RequiredAction",),
        target='[i for i in response.output if i.type == "function_call"]',
        results={
            "submit_tool_outputs": "the list of function_call items",
            "type": "dropped",
        },
    ),
    row(
        id="oa.types.threads.run.RequiredActionSubmitToolOutputs",
        legacy=("openai.types.beta.threads.run.RequiredActionSubmitToolOutputs",),
        target='[i for i in response.output if i.type == "function_call"]',
        results={
            "tool_calls": "the list of function_call items",
        },
    ),
    row(
        id="oa.types.threads.run.TruncationStrategy",
        legacy=("openai.types.beta.threads.run.TruncationStrategy",),
        target='truncation="auto" | "disabled"',
        results={
            "type": '"auto" becomes "auto"',
            "last_messages": "dropped: no equivalent",
        },
    ),
    row(
        id="oa.types.threads.run.Usage",
        legacy=("openai.types.beta.threads.run.Usage",),
        target="openai.types.responses.ResponseUsage",
        results={
            "completion_tokens": "output_tokens",
            "prompt_tokens": "input_tokens",
            "total_tokens": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.run_create_params.AdditionalMessage",
        legacy=("openai.types.beta.threads.run_create_params.AdditionalMessage",),
        target=(
            'openai.types.responses.EasyInputMessageParam (dict {"type": "message", "role": ..., '
            '"content": ...})'
        ),
        params={
            "content": '"content"',
            "role": '"role"',
            "attachments": (
                'no counterpart: add {"type": "input_file", "file_id": ...} parts, or give the '
                "file to the tool (vector store / container file_ids)"
            ),
            "metadata": "dropped: items have no metadata",
        },
    ),
    row(
        id="oa.types.threads.run_create_params.AdditionalMessageAttachment",
        legacy=("openai.types.beta.threads.run_create_params.AdditionalMessageAttachment",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.run_create_params.AdditionalMessageAttachmentToolFileSearch",
        legacy=(
            "openai.types.beta.threads.run_create_params.AdditionalMessageAttachmentToolFileSearch",
        ),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.run_create_params.RunCreateParamsBase",
        legacy=("openai.types.beta.threads.run_create_params.RunCreateParamsBase",),
        target="openai.types.responses.ResponseCreateParams",
        params={
            "assistant_id": (
                'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}} '
                '(agent NAME, not asst_ id; add "version" to pin one)'
            ),
            "include": (
                'include: "step_details.tool_calls[*].file_search.results[*].content" becomes '
                '"file_search_call.results"'
            ),
            "additional_instructions": (
                "no counterpart: no equivalent; responses.create(instructions=...) is rejected "
                'with an agent reference (the service answers 400 invalid_payload "Not allowed '
                'when agent is specified."). Use a {{placeholder}} + structured_inputs '
                "(system-level, same trust as before), or an input item (changes trust level: it "
                "becomes user text and stays in the conversation)"
            ),
            "additional_messages": (
                'input=[{"type": "message", "role": ..., "content": ...}, ...] (saved to the '
                "conversation like before)"
            ),
            "instructions": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); move it to '
                "PromptAgentDefinition.instructions or a {{placeholder}} filled by "
                'extra_body["structured_inputs"]'
            ),
            "max_completion_tokens": (
                "max_output_tokens (per response, includes reasoning tokens; no 2.10.0 sample or "
                "test passes it together with an agent; test before relying on it)"
            ),
            "max_prompt_tokens": (
                'dropped: no equivalent (truncation="auto" bounds the context instead)'
            ),
            "metadata": (
                "metadata (on the response; no 2.10.0 sample or test passes it together with an "
                "agent; test before relying on it)"
            ),
            "model": (
                "no counterpart: belongs to PromptAgentDefinition.model of the agent version; with "
                "no agent reference it is responses.create(model=...). Microsoft's own "
                "agent-framework removes model from every agent call"
            ),
            "parallel_tool_calls": (
                "parallel_tool_calls (Microsoft's agent-framework removes it from agent calls; no "
                "2.10.0 sample or test passes it together with an agent; test before relying on it)"
            ),
            "reasoning_effort": (
                "no counterpart: PromptAgentDefinition.reasoning=Reasoning(effort=...); "
                "`reasoning` per call is reported as rejected (the service answers 400 "
                'invalid_payload "Not allowed when agent is specified.")'
            ),
            "response_format": (
                "no counterpart: "
                "PromptAgentDefinition.text=PromptAgentDefinitionTextOptions(format=...); "
                "`text`/text_format per call is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "temperature": (
                "no counterpart: move to PromptAgentDefinition.temperature; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "tool_choice": (
                "tool_choice (see enum AgentsToolChoiceOptionMode / AgentsNamedToolChoice); the "
                "only override the 2.10.0 samples and tests pass next to agent_reference (15 of "
                '198 calls, always "required")'
            ),
            "tools": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); put tools in '
                "PromptAgentDefinition.tools (new version)"
            ),
            "top_p": (
                "no counterpart: move to PromptAgentDefinition.top_p; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "truncation_strategy": (
                'truncation: {"type":"auto"} becomes "auto"; "last_messages" becomes manual (no '
                "equivalent; prune the conversation). Default flips: runs default to auto, "
                'responses default to "disabled" (400 on overflow)'
            ),
        },
    ),
    row(
        id="oa.types.threads.run_create_params.RunCreateParamsNonStreaming",
        legacy=("openai.types.beta.threads.run_create_params.RunCreateParamsNonStreaming",),
        target="openai.types.responses.ResponseCreateParams",
        params={
            "assistant_id": (
                'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}} '
                '(agent NAME, not asst_ id; add "version" to pin one)'
            ),
            "include": (
                'include: "step_details.tool_calls[*].file_search.results[*].content" becomes '
                '"file_search_call.results"'
            ),
            "additional_instructions": (
                "no counterpart: no equivalent; responses.create(instructions=...) is rejected "
                'with an agent reference (the service answers 400 invalid_payload "Not allowed '
                'when agent is specified."). Use a {{placeholder}} + structured_inputs '
                "(system-level, same trust as before), or an input item (changes trust level: it "
                "becomes user text and stays in the conversation)"
            ),
            "additional_messages": (
                'input=[{"type": "message", "role": ..., "content": ...}, ...] (saved to the '
                "conversation like before)"
            ),
            "instructions": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); move it to '
                "PromptAgentDefinition.instructions or a {{placeholder}} filled by "
                'extra_body["structured_inputs"]'
            ),
            "max_completion_tokens": (
                "max_output_tokens (per response, includes reasoning tokens; no 2.10.0 sample or "
                "test passes it together with an agent; test before relying on it)"
            ),
            "max_prompt_tokens": (
                'dropped: no equivalent (truncation="auto" bounds the context instead)'
            ),
            "metadata": (
                "metadata (on the response; no 2.10.0 sample or test passes it together with an "
                "agent; test before relying on it)"
            ),
            "model": (
                "no counterpart: belongs to PromptAgentDefinition.model of the agent version; with "
                "no agent reference it is responses.create(model=...). Microsoft's own "
                "agent-framework removes model from every agent call"
            ),
            "parallel_tool_calls": (
                "parallel_tool_calls (Microsoft's agent-framework removes it from agent calls; no "
                "2.10.0 sample or test passes it together with an agent; test before relying on it)"
            ),
            "reasoning_effort": (
                "no counterpart: PromptAgentDefinition.reasoning=Reasoning(effort=...); "
                "`reasoning` per call is reported as rejected (the service answers 400 "
                'invalid_payload "Not allowed when agent is specified.")'
            ),
            "response_format": (
                "no counterpart: "
                "PromptAgentDefinition.text=PromptAgentDefinitionTextOptions(format=...); "
                "`text`/text_format per call is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "temperature": (
                "no counterpart: move to PromptAgentDefinition.temperature; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "tool_choice": (
                "tool_choice (see enum AgentsToolChoiceOptionMode / AgentsNamedToolChoice); the "
                "only override the 2.10.0 samples and tests pass next to agent_reference (15 of "
                '198 calls, always "required")'
            ),
            "tools": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); put tools in '
                "PromptAgentDefinition.tools (new version)"
            ),
            "top_p": (
                "no counterpart: move to PromptAgentDefinition.top_p; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "truncation_strategy": (
                'truncation: {"type":"auto"} becomes "auto"; "last_messages" becomes manual (no '
                "equivalent; prune the conversation). Default flips: runs default to auto, "
                'responses default to "disabled" (400 on overflow)'
            ),
            "stream": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.run_create_params.RunCreateParamsStreaming",
        legacy=("openai.types.beta.threads.run_create_params.RunCreateParamsStreaming",),
        target="openai.types.responses.ResponseCreateParams",
        params={
            "assistant_id": (
                'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}} '
                '(agent NAME, not asst_ id; add "version" to pin one)'
            ),
            "include": (
                'include: "step_details.tool_calls[*].file_search.results[*].content" becomes '
                '"file_search_call.results"'
            ),
            "additional_instructions": (
                "no counterpart: no equivalent; responses.create(instructions=...) is rejected "
                'with an agent reference (the service answers 400 invalid_payload "Not allowed '
                'when agent is specified."). Use a {{placeholder}} + structured_inputs '
                "(system-level, same trust as before), or an input item (changes trust level: it "
                "becomes user text and stays in the conversation)"
            ),
            "additional_messages": (
                'input=[{"type": "message", "role": ..., "content": ...}, ...] (saved to the '
                "conversation like before)"
            ),
            "instructions": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); move it to '
                "PromptAgentDefinition.instructions or a {{placeholder}} filled by "
                'extra_body["structured_inputs"]'
            ),
            "max_completion_tokens": (
                "max_output_tokens (per response, includes reasoning tokens; no 2.10.0 sample or "
                "test passes it together with an agent; test before relying on it)"
            ),
            "max_prompt_tokens": (
                'dropped: no equivalent (truncation="auto" bounds the context instead)'
            ),
            "metadata": (
                "metadata (on the response; no 2.10.0 sample or test passes it together with an "
                "agent; test before relying on it)"
            ),
            "model": (
                "no counterpart: belongs to PromptAgentDefinition.model of the agent version; with "
                "no agent reference it is responses.create(model=...). Microsoft's own "
                "agent-framework removes model from every agent call"
            ),
            "parallel_tool_calls": (
                "parallel_tool_calls (Microsoft's agent-framework removes it from agent calls; no "
                "2.10.0 sample or test passes it together with an agent; test before relying on it)"
            ),
            "reasoning_effort": (
                "no counterpart: PromptAgentDefinition.reasoning=Reasoning(effort=...); "
                "`reasoning` per call is reported as rejected (the service answers 400 "
                'invalid_payload "Not allowed when agent is specified.")'
            ),
            "response_format": (
                "no counterpart: "
                "PromptAgentDefinition.text=PromptAgentDefinitionTextOptions(format=...); "
                "`text`/text_format per call is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "temperature": (
                "no counterpart: move to PromptAgentDefinition.temperature; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "tool_choice": (
                "tool_choice (see enum AgentsToolChoiceOptionMode / AgentsNamedToolChoice); the "
                "only override the 2.10.0 samples and tests pass next to agent_reference (15 of "
                '198 calls, always "required")'
            ),
            "tools": (
                "no counterpart: per-run override is rejected with an agent reference (the service "
                'answers 400 invalid_payload "Not allowed when agent is specified."); put tools in '
                "PromptAgentDefinition.tools (new version)"
            ),
            "top_p": (
                "no counterpart: move to PromptAgentDefinition.top_p; rejected per call (the "
                'service answers 400 invalid_payload "Not allowed when agent is specified.")'
            ),
            "truncation_strategy": (
                'truncation: {"type":"auto"} becomes "auto"; "last_messages" becomes manual (no '
                "equivalent; prune the conversation). Default flips: runs default to auto, "
                'responses default to "disabled" (400 on overflow)'
            ),
            "stream": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.run_create_params.TruncationStrategy",
        legacy=("openai.types.beta.threads.run_create_params.TruncationStrategy",),
        target='truncation="auto" | "disabled"',
        params={
            "type": '"auto" becomes "auto"',
            "last_messages": "dropped: no equivalent",
        },
    ),
    row(
        id="oa.types.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsBase",
        legacy=(
            "openai.types.beta.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsBase",
        ),
        target="openai.types.responses.response_input_param.FunctionCallOutput",
        params={
            "thread_id": "conversation=conversation.id",
            "tool_outputs": (
                'input=[{"type": "function_call_output", "call_id": <tool_call_id>, "output": '
                "<output>}, ...]"
            ),
        },
    ),
    row(
        id=(
            "oa.types.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsNonStreaming"
        ),
        legacy=(
            "openai.types.beta.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsNonStreaming",
        ),
        target="openai.types.responses.response_input_param.FunctionCallOutput",
        params={
            "thread_id": "conversation=conversation.id",
            "tool_outputs": (
                'input=[{"type": "function_call_output", "call_id": <tool_call_id>, "output": '
                "<output>}, ...]"
            ),
            "stream": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsStreaming",
        legacy=(
            "openai.types.beta.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsStreaming",
        ),
        target="openai.types.responses.response_input_param.FunctionCallOutput",
        params={
            "thread_id": "conversation=conversation.id",
            "tool_outputs": (
                'input=[{"type": "function_call_output", "call_id": <tool_call_id>, "output": '
                "<output>}, ...]"
            ),
            "stream": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.run_submit_tool_outputs_params.ToolOutput",
        legacy=("openai.types.beta.threads.run_submit_tool_outputs_params.ToolOutput",),
        target=(
            '{"type": "function_call_output", "call_id": ..., "output": ...} '
            "(openai.types.responses.response_input_param.FunctionCallOutput)"
        ),
        params={
            "output": '"output"',
            "tool_call_id": '"call_id"',
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_output_image.Image",
        legacy=("openai.types.beta.threads.runs.code_interpreter_output_image.Image",),
        target="OutputImage",
        results={
            "file_id": "output.url (URL instead of a file id)",
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreter",
        legacy=("openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreter",),
        target="ResponseCodeInterpreterToolCall",
        results={
            "input": "item.code",
            "outputs": "item.outputs",
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputImage",
        legacy=(
            "openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputImage",
        ),
        target="response_code_interpreter_tool_call.OutputImage",
        results={
            "image": "output.url",
            "type": '"image"',
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputImageImage",
        legacy=(
            "openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputImageImage",
        ),
        target="OutputImage",
        results={
            "file_id": "output.url (URL instead of a file id)",
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputLogs",
        legacy=(
            "openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputLogs",
        ),
        target="response_code_interpreter_tool_call.OutputLogs",
        results={
            "logs": "output.logs",
            "type": '"logs"',
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call_delta.CodeInterpreter",
        legacy=("openai.types.beta.threads.runs.code_interpreter_tool_call_delta.CodeInterpreter",),
        target="ResponseCodeInterpreterToolCall",
        results={
            "input": "item.code",
            "outputs": "item.outputs",
        },
    ),
    row(
        id="oa.types.threads.runs.file_search_tool_call.FileSearch",
        legacy=("openai.types.beta.threads.runs.file_search_tool_call.FileSearch",),
        target="azure.ai.projects.models.FileSearchTool",
        results={
            "ranking_options": "ranking_options=RankingOptions(...)",
            "results": "see target",
        },
    ),
    row(
        id="oa.types.threads.runs.file_search_tool_call.FileSearchRankingOptions",
        legacy=("openai.types.beta.threads.runs.file_search_tool_call.FileSearchRankingOptions",),
        target="azure.ai.projects.models.RankingOptions",
        results={
            "ranker": "unchanged",
            "score_threshold": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.runs.file_search_tool_call.FileSearchResult",
        legacy=("openai.types.beta.threads.runs.file_search_tool_call.FileSearchResult",),
        target="response_file_search_tool_call.Result",
        results={
            "file_id": "r.file_id",
            "file_name": "r.filename",
            "score": "r.score",
            "content": "r.text",
        },
    ),
    row(
        id="oa.types.threads.runs.file_search_tool_call.FileSearchResultContent",
        legacy=("openai.types.beta.threads.runs.file_search_tool_call.FileSearchResultContent",),
        target="response_file_search_tool_call.Result.text",
        results={
            "text": "r.text",
            "type": "dropped",
        },
    ),
    row(
        id="oa.types.threads.runs.function_tool_call.Function",
        legacy=("openai.types.beta.threads.runs.function_tool_call.Function",),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "arguments": "item.arguments (JSON string, as before)",
            "name": "item.name",
            "output": "see target",
        },
    ),
    row(
        id="oa.types.threads.runs.function_tool_call_delta.Function",
        legacy=("openai.types.beta.threads.runs.function_tool_call_delta.Function",),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "arguments": "item.arguments (JSON string, as before)",
            "name": "item.name",
            "output": "see target",
        },
    ),
    row(
        id="oa.types.threads.runs.message_creation_step_details.MessageCreation",
        legacy=("openai.types.beta.threads.runs.message_creation_step_details.MessageCreation",),
        target="message item",
        results={
            "message_id": "item.id",
        },
    ),
    row(
        id="oa.types.threads.runs.run_step.LastError",
        legacy=("openai.types.beta.threads.runs.run_step.LastError",),
        target="openai.types.responses.ResponseError",
        results={
            "code": "response.error.code",
            "message": "response.error.message",
        },
    ),
    row(
        id="oa.types.threads.runs.run_step.Usage",
        legacy=("openai.types.beta.threads.runs.run_step.Usage",),
        target="openai.types.responses.ResponseUsage",
        results={
            "completion_tokens": "output_tokens",
            "prompt_tokens": "input_tokens",
            "total_tokens": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.runs.run_step_delta_message_delta.MessageCreation",
        legacy=("openai.types.beta.threads.runs.run_step_delta_message_delta.MessageCreation",),
        target="message item",
        results={
            "message_id": "item.id",
        },
    ),
)
