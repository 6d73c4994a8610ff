"""Texts that many rows share: where a legacy parameter or attribute went, said once."""

from __future__ import annotations

from collections.abc import Mapping


def pick(texts: Mapping[str, str], names: str) -> dict[str, str]:
    """The texts of some names, in the order of the names."""
    return {name: texts[name] for name in names.split()}


def without(texts: Mapping[str, str], names: str) -> dict[str, str]:
    """The texts of all names but some."""
    left_out = names.split()
    return {name: text for name, text in texts.items() if name not in left_out}


REFERENCE = 'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}}'
RESPOND = f"openai_client.responses.create(conversation=conversation.id, {REFERENCE})"
STREAM = f"openai_client.responses.create(stream=True, conversation=conversation.id, {REFERENCE})"

REJECTED = "the service rejects it next to an agent reference"
BODY = "no counterpart: a raw body follows the old schema, write keyword arguments"
CONTENT_TYPE = "dropped: the body is always JSON"
KWARGS = (
    "headers= becomes extra_headers=, params= becomes extra_query=; cls= and raw hooks have no "
    "counterpart (see with_raw_response)"
)
OPTIONS = {
    "body": BODY,
    "content_type": CONTENT_TYPE,
    "kwargs": KWARGS,
    "extra_headers": "unchanged",
    "extra_query": "unchanged",
    "extra_body": "unchanged; merge it with the agent reference",
    "timeout": "unchanged",
}
PAGING = {
    "limit": "unchanged",
    "order": '"asc" or "desc", as before',
    "after": "unchanged",
}
PAGE = {
    "iteration": "iterate the page itself; it fetches the following pages",
    "by_page()": "page.iter_pages()",
    "data": "page.data, the first page only",
    "has_more": "page.has_next_page()",
    "first_id": "page.data[0].id",
    "last_id": "page.data[-1].id",
}

AGENT_PARAMS = OPTIONS | {
    "kwargs": "unchanged: agents stay behind an azure-core client",
    "extra_headers": "headers=",
    "extra_query": "params=",
    "extra_body": "no counterpart on an azure-core client",
    "timeout": "read_timeout= and connection_timeout=",
    "model": "definition=PromptAgentDefinition(model=...)",
    "name": "agent_name=, required: letters, digits and inner hyphens, at most 63 characters",
    "description": "description=",
    "instructions": "definition=PromptAgentDefinition(instructions=...)",
    "tools": "definition=PromptAgentDefinition(tools=[...]), each tool with its own resources",
    "tool_resources": (
        "part of the tools: FileSearchTool(vector_store_ids=...), "
        "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))"
    ),
    "toolset": "definition=PromptAgentDefinition(tools=[...]); functions run in a loop of yours",
    "temperature": "definition=PromptAgentDefinition(temperature=...)",
    "top_p": "definition=PromptAgentDefinition(top_p=...)",
    "response_format": (
        "definition=PromptAgentDefinition(text=PromptAgentDefinitionTextOptions(format=...)); "
        '"auto" is left out'
    ),
    "reasoning_effort": "definition=PromptAgentDefinition(reasoning=Reasoning(effort=...))",
    "metadata": "metadata=",
    "agent_id": "agent_name=; agents are found by name",
    "assistant_id": "agent_name=; asst_ ids mean nothing to the new service",
    "limit": "limit=",
    "order": 'order="asc" or "desc", as before',
    "before": "before=",
    "after": "dropped: the listing pages by itself",
    "file_ids": "CodeInterpreterTool(container=AutoCodeInterpreterToolParam(file_ids=...))",
}
AGENT_VERSION_RESULTS = {
    "id": 'agent.name where it was passed on; agent.id is "name:version" and finds nothing',
    "object": 'agent.object, "agent.version"',
    "created_at": "agent.created_at, a datetime",
    "name": "agent.name",
    "description": "agent.description",
    "model": "agent.definition.model",
    "instructions": "agent.definition.instructions",
    "tools": "agent.definition.tools",
    "tool_resources": "fields of the tools in agent.definition.tools",
    "temperature": "agent.definition.temperature",
    "top_p": "agent.definition.top_p",
    "response_format": "agent.definition.text.format",
    "reasoning_effort": "agent.definition.reasoning.effort",
    "metadata": "agent.metadata",
}
AGENT_RESULTS = {
    "id": "agent.name where it was passed on",
    "object": 'agent.object, "agent"',
    "created_at": "agent.versions.latest.created_at, a datetime",
    "name": "agent.name",
    "description": "agent.versions.latest.description",
    "model": "agent.versions.latest.definition.model",
    "instructions": "agent.versions.latest.definition.instructions",
    "tools": "agent.versions.latest.definition.tools",
    "tool_resources": "fields of the tools in agent.versions.latest.definition.tools",
    "temperature": "agent.versions.latest.definition.temperature",
    "top_p": "agent.versions.latest.definition.top_p",
    "response_format": "agent.versions.latest.definition.text.format",
    "reasoning_effort": "agent.versions.latest.definition.reasoning.effort",
    "metadata": "agent.versions.latest.metadata",
}

THREAD_PARAMS = OPTIONS | {
    "thread_id": "conversation_id",
    "messages": (
        'items=[{"type": "message", "role": ..., "content": ...}], at most 20; '
        "conversations.items.create adds the rest"
    ),
    "tool_resources": (
        "no counterpart: a conversation carries no files, they belong to the agent's tools"
    ),
    "metadata": "metadata=",
}
THREAD_RESULTS = {
    "id": "conversation.id (conv_...)",
    "object": 'conversation.object, "conversation"',
    "created_at": "conversation.created_at, an int (azure-ai-agents gave a datetime)",
    "tool_resources": "dropped: a conversation has none",
    "metadata": "conversation.metadata",
}

MESSAGE_PARAMS = (
    OPTIONS
    | PAGING
    | {
        "thread_id": "conversation_id",
        "message_id": "item_id, now the first argument",
        "role": 'items=[{"role": ...}], a plain string: "user" or "assistant"',
        "content": (
            'items=[{"content": ...}]: text as it is; blocks become input_text and input_image'
        ),
        "attachments": (
            'no counterpart: {"type": "input_file", "file_id": ...} in the content, '
            "or the file goes to a tool of the agent"
        ),
        "file_ids": (
            'no counterpart: {"type": "input_file", "file_id": ...} in the content, '
            "or the file goes to a tool of the agent"
        ),
        "metadata": "no counterpart: items carry no metadata",
        "before": "no counterpart: items are paged with after= only",
        "run_id": "no counterpart: read the output of that response",
    }
)
MESSAGE_RESULTS = {
    "id": "item.id (msg_...)",
    "object": 'item.type, "message"',
    "created_at": "dropped: items carry no time",
    "thread_id": "the conversation id that was passed in",
    "status": "item.status",
    "incomplete_details": "response.incomplete_details",
    "completed_at": "dropped: items carry no time",
    "incomplete_at": "dropped: items carry no time",
    "role": 'item.role, a plain string: "user" or "assistant"',
    "content": "item.content, parts of type input_text, output_text, refusal, input_image, ...",
    "content[0].text.value": "item.content[0].text",
    "content[i].text.annotations": "item.content[i].annotations",
    "text_messages": "parts of item.content whose type is input_text or output_text",
    "text_messages[-1].text.value": "text of the last such part",
    "image_contents": "container_file_citation annotations, or image_generation_call items",
    "file_citation_annotations": "annotations of type file_citation",
    "file_path_annotations": "annotations of type container_file_citation",
    "url_citation_annotations": "annotations of type url_citation",
    "agent_id": "dropped: keep the agent's name yourself",
    "assistant_id": "dropped: keep the agent's name yourself",
    "run_id": "dropped: keep response.id yourself",
    "attachments": "input_file parts of item.content",
    "file_ids": "input_file parts of item.content",
    "metadata": "dropped: items carry no metadata",
}

RUN_PARAMS = (
    OPTIONS
    | PAGING
    | {
        "thread_id": "conversation=conversation.id",
        "agent_id": f'{REFERENCE}: by name, "version" pins one',
        "assistant_id": f'{REFERENCE}: by name, "version" pins one',
        "run_id": "response.id",
        "thread": "openai_client.conversations.create(items=..., metadata=...) beforehand",
        "model": f"no counterpart here: it belongs to the agent's definition; {REJECTED}",
        "instructions": f"no counterpart here: it belongs to the agent's definition; {REJECTED}",
        "additional_instructions": (
            "no counterpart here: a {{placeholder}} in the instructions, filled through "
            'extra_body["structured_inputs"]'
        ),
        "additional_messages": 'input=[{"type": "message", "role": ..., "content": ...}]',
        "tools": f"no counterpart here: they belong to the agent's definition; {REJECTED}",
        "tool_resources": "no counterpart here: they belong to the tools of the definition",
        "toolset": "the tools belong to the definition; functions run in a loop of yours",
        "temperature": f"no counterpart here: it belongs to the agent's definition; {REJECTED}",
        "top_p": f"no counterpart here: it belongs to the agent's definition; {REJECTED}",
        "response_format": (
            f"no counterpart here: it is text= of the agent's definition; {REJECTED}"
        ),
        "reasoning_effort": (
            f"no counterpart here: it is reasoning= of the agent's definition; {REJECTED}"
        ),
        "max_prompt_tokens": 'dropped: truncation="auto" bounds the context instead',
        "max_completion_tokens": "max_output_tokens=, which counts reasoning tokens too",
        "truncation_strategy": (
            'truncation="auto" or "disabled"; the default is now "disabled", and '
            "last_messages has no counterpart"
        ),
        "tool_choice": "tool_choice=; a named function is un-nested",
        "parallel_tool_calls": "parallel_tool_calls=",
        "metadata": "metadata=, on the response",
        "include": 'include=["file_search_call.results"]',
        "stream": "stream=True",
        "stream_parameter": "stream=True",
        "polling_interval": "dropped: the call returns when the response is done",
        "sleep_interval": "dropped: the call returns when the response is done",
        "poll_interval_ms": "dropped: the call returns when the response is done",
        "event_handler": "a loop over the events of the stream",
        "run_handler": "a loop over function_call and mcp_approval_request items",
        "tool_outputs": ('input=[{"type": "function_call_output", "call_id": ..., "output": ...}]'),
        "tool_approvals": (
            'input=[{"type": "mcp_approval_response", "approval_request_id": ..., "approve": ...}]'
        ),
        "before": "no counterpart: responses cannot be listed",
    }
)
RUN_RESULTS = {
    "id": "response.id (resp_...)",
    "object": "response.object",
    "thread_id": "response.conversation.id; None when no conversation was given",
    "agent_id": "dropped: keep the agent's name yourself",
    "assistant_id": "dropped: keep the agent's name yourself",
    "status": "response.status, see RunStatus for the values",
    "required_action": (
        "function_call or mcp_approval_request items of response.output; no status says so"
    ),
    "last_error": "response.error",
    "last_error.code": "response.error.code",
    "last_error.message": "response.error.message",
    "model": "response.model",
    "instructions": "response.instructions; None when the agent supplies them",
    "tools": "response.tools",
    "tool_resources": "dropped",
    "file_ids": "dropped",
    "created_at": "response.created_at, a float of seconds",
    "expires_at": "dropped",
    "started_at": "dropped",
    "completed_at": "response.completed_at",
    "cancelled_at": "dropped",
    "failed_at": "dropped",
    "incomplete_details": "response.incomplete_details",
    "incomplete_details.reason": (
        'response.incomplete_details.reason; "max_completion_tokens" is "max_output_tokens"'
    ),
    "usage": "response.usage",
    "usage.prompt_tokens": "response.usage.input_tokens",
    "usage.completion_tokens": "response.usage.output_tokens",
    "usage.total_tokens": "response.usage.total_tokens",
    "temperature": "response.temperature",
    "top_p": "response.top_p",
    "max_prompt_tokens": "dropped",
    "max_completion_tokens": "response.max_output_tokens",
    "truncation_strategy": "response.truncation",
    "tool_choice": "response.tool_choice",
    "response_format": "response.text.format",
    "metadata": "response.metadata",
    "parallel_tool_calls": "response.parallel_tool_calls",
}
STREAM_RESULTS = {
    "with ... as stream": "unchanged: the stream is a context manager and an iterator of events",
    "event_type, event_data, func_return": "one event; event.type says which",
    "until_done()": "a loop over the stream",
    "get_final_run()": 'event.response of "response.completed"',
}

STEP_PARAMS = (
    OPTIONS
    | PAGING
    | {
        "thread_id": "dropped: the response holds its steps",
        "run_id": "response.id",
        "step_id": "no counterpart: items of response.output are the steps",
        "include": 'include=["file_search_call.results"] when the response is created',
        "before": "dropped: the output is a list",
        "after": "dropped: the output is a list",
        "limit": "dropped: the output is a list",
        "order": "dropped: the output is chronological",
    }
)
STEP_RESULTS = {
    "id": "item.id",
    "object": "dropped",
    "type": 'item.type: "message" for message_creation, "..._call" for tool_calls',
    "agent_id": "dropped",
    "assistant_id": "dropped",
    "thread_id": "response.conversation.id",
    "run_id": "response.id",
    "status": "item.status; an mcp_approval_request has none",
    "step_details": "the item itself",
    "step_details.tool_calls": "items of response.output whose type ends in _call",
    "step_details.message_creation.message_id": "item.id of the message item",
    "last_error": "response.error; item.error of an mcp_call",
    "created_at": "dropped",
    "expired_at": "dropped",
    "completed_at": "dropped",
    "cancelled_at": "dropped",
    "failed_at": "dropped",
    "usage": "response.usage, for the whole response",
    "metadata": "dropped",
}

FILE_PARAMS = (
    OPTIONS
    | PAGING
    | {
        "file_id": "file_id",
        "file": "file=",
        "file_path": 'file=open(file_path, "rb"), which the caller closes',
        "filename": "file=(filename, content)",
        "purpose": 'purpose="assistants"; FilePurpose.AGENTS is "assistants"',
        "file_name": "part of the path given to write_to_file()",
        "target_dir": "part of the path given to write_to_file(), which creates no folder",
        "polling_interval": "files.wait_for_processing(file.id, poll_interval=...), in seconds",
        "sleep_interval": "files.wait_for_processing(file.id, poll_interval=...), in seconds",
        "timeout": "files.wait_for_processing(file.id, max_wait_seconds=...)",
    }
)
FILE_RESULTS = {
    "id": "file.id",
    "object": "file.object",
    "bytes": "file.bytes",
    "filename": "file.filename",
    "created_at": "file.created_at, an int (was a datetime)",
    "purpose": "file.purpose, a plain string",
    "status": 'file.status: "uploaded", "processed" or "error"',
    "status_details": "file.status_details",
}

STORE_PARAMS = (
    OPTIONS
    | PAGING
    | {
        "vector_store_id": "vector_store_id",
        "file_id": "file_id",
        "batch_id": "batch_id",
        "file_ids": "file_ids=",
        "files": "files=",
        "file": "file=",
        "name": "name=",
        "metadata": "metadata=",
        "attributes": "attributes=",
        "expires_after": 'expires_after={"anchor": "last_active_at", "days": ...}',
        "chunking_strategy": (
            'chunking_strategy={"type": "auto"} or {"type": "static", "static": {...}}'
        ),
        "filter": "filter=",
        "before": "before=",
        "max_concurrency": "max_concurrency=",
        "poll_interval_ms": "poll_interval_ms=",
        "store_configuration": "no counterpart: upload the files and pass file_ids=",
        "data_source": "no counterpart: upload the file and pass file_id=",
        "data_sources": "no counterpart: upload the files and pass file_ids=",
        "polling_interval": "poll_interval_ms=, in milliseconds",
        "sleep_interval": "poll_interval_ms=, in milliseconds",
        "timeout": "timeout=, of the single request",
    }
)
STORE_RESULTS = {
    "id": "unchanged",
    "name": "unchanged",
    "created_at": "an int (was a datetime)",
    "expires_at": "an int (was a datetime)",
    "last_active_at": "an int (was a datetime)",
    "status": "unchanged, a plain string",
    "file_counts": "unchanged",
    "usage_bytes": "unchanged",
    "expires_after": "unchanged",
    "metadata": "unchanged",
}
STORE_FILE_RESULTS = {
    "id": "unchanged",
    "vector_store_id": "unchanged",
    "created_at": "an int (was a datetime)",
    "status": "unchanged, a plain string",
    "last_error": "unchanged",
    "usage_bytes": "unchanged",
    "chunking_strategy": "unchanged",
}
STORE_BATCH_RESULTS = {
    "id": "unchanged",
    "vector_store_id": "unchanged",
    "created_at": "an int (was a datetime)",
    "status": "unchanged, a plain string",
    "file_counts": "unchanged",
}

AZURE_AGENT_RESULTS = without(AGENT_RESULTS, "reasoning_effort")
AZURE_AGENT_VERSION_RESULTS = without(AGENT_VERSION_RESULTS, "reasoning_effort")
AZURE_MESSAGE_RESULTS = without(MESSAGE_RESULTS, "assistant_id file_ids")
AZURE_RUN_RESULTS = without(RUN_RESULTS, "assistant_id file_ids")
AZURE_STEP_RESULTS = without(STEP_RESULTS, "assistant_id")
OPENAI_MESSAGE_RESULTS = without(
    MESSAGE_RESULTS,
    "agent_id text_messages text_messages[-1].text.value image_contents "
    "file_citation_annotations file_path_annotations url_citation_annotations file_ids",
)
OPENAI_RUN_RESULTS = without(RUN_RESULTS, "agent_id file_ids tool_resources")
OPENAI_STEP_RESULTS = without(STEP_RESULTS, "agent_id")
