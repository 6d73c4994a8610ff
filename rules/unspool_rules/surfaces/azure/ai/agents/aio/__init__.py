from typing import Any, Awaitable, Callable, MutableMapping

from azure.ai.agents._paging import AsyncItemPaged
from azure.ai.agents._types import AgentsResponseFormatOption, AgentsToolChoiceOption
from azure.ai.agents.aio.operations import (
    FilesOperations,
    MessagesOperations,
    RunStepsOperations,
    RunsOperations,
    ThreadsOperations,
    VectorStoreFileBatchesOperations,
    VectorStoreFilesOperations,
    VectorStoresOperations,
)
from azure.ai.agents.models import (
    Agent,
    AgentThreadCreationOptions,
    AsyncFunctionTool,
    AsyncToolSet,
    ListSortOrder,
    ThreadRun,
    ToolDefinition,
    ToolResources,
    TruncationObject,
)


class AgentsClient:
    threads: ThreadsOperations
    messages: MessagesOperations
    runs: RunsOperations
    run_steps: RunStepsOperations
    files: FilesOperations
    vector_stores: VectorStoresOperations
    vector_store_files: VectorStoreFilesOperations
    vector_store_file_batches: VectorStoreFileBatchesOperations
    def __init__(self, endpoint: str, credential: Any, **kwargs: Any) -> None: ...
    async def create_agent(
        self, body: MutableMapping[str, Any] = ..., *, model: str = ..., name: str | None = ...,
        description: str | None = ..., instructions: str | None = ..., tools: list[ToolDefinition] | None = ...,
        tool_resources: ToolResources | None = ..., toolset: AsyncToolSet | None = ...,
        temperature: float | None = ..., top_p: float | None = ...,
        response_format: AgentsResponseFormatOption | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> Agent: ...
    async def update_agent(
        self, agent_id: str, body: MutableMapping[str, Any] = ..., *, model: str | None = ..., name: str | None = ...,
        description: str | None = ..., instructions: str | None = ..., tools: list[ToolDefinition] | None = ...,
        tool_resources: ToolResources | None = ..., toolset: AsyncToolSet | None = ...,
        temperature: float | None = ..., top_p: float | None = ...,
        response_format: AgentsResponseFormatOption | None = ..., content_type: str = ...,
        metadata: dict[str, str] | None = ..., assistant_id: str = ..., **kwargs: Any,
    ) -> Agent: ...
    async def delete_agent(self, agent_id: str, *, assistant_id: str = ..., **kwargs: Any) -> None: ...
    def enable_auto_function_calls(
        self, tools: set[Callable[..., Any]] | AsyncFunctionTool | AsyncToolSet, max_retry: int = ..., *,
        functions: set[Callable[..., Any]] | None = ..., function_tool: AsyncFunctionTool | None = ...,
        toolset: AsyncToolSet | None = ...,
    ) -> None: ...
    async def create_thread_and_run(
        self, body: MutableMapping[str, Any] = ..., *, agent_id: str = ...,
        thread: AgentThreadCreationOptions | None = ..., model: str | None = ..., instructions: str | None = ...,
        tools: list[ToolDefinition] | None = ..., tool_resources: ToolResources | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: AgentsToolChoiceOption | None = ..., response_format: AgentsResponseFormatOption | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ..., content_type: str = ...,
        stream_parameter: bool | None = ..., assistant_id: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def create_thread_and_process_run(
        self, *, agent_id: str = ..., thread: AgentThreadCreationOptions | None = ..., model: str | None = ...,
        instructions: str | None = ..., toolset: AsyncToolSet | None = ..., temperature: float | None = ...,
        top_p: float | None = ..., max_prompt_tokens: int | None = ..., max_completion_tokens: int | None = ...,
        truncation_strategy: TruncationObject | None = ..., tool_choice: AgentsToolChoiceOption | None = ...,
        response_format: AgentsResponseFormatOption | None = ..., parallel_tool_calls: bool | None = ...,
        metadata: dict[str, str] | None = ..., polling_interval: int = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    def send_request(self, request: Any, *, stream: bool = ..., **kwargs: Any) -> Awaitable[Any]: ...
    async def close(self) -> None: ...
    async def __aenter__(self) -> AgentsClient: ...
    async def __aexit__(self, *exc_details: Any) -> None: ...
    def list_agents(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ...,
        **kwargs: Any,
    ) -> AsyncItemPaged[Agent]: ...
    async def get_agent(self, agent_id: str, *, assistant_id: str = ..., **kwargs: Any) -> Agent: ...
