from typing import Any, AsyncIterator, List, MutableMapping

from azure.ai.agents._paging import AsyncItemPaged
from azure.ai.agents._types import AgentsResponseFormatOption, AgentsToolChoiceOption, MessageInputContent
from azure.ai.agents.models import (
    AgentThread,
    AsyncAgentEventHandler,
    AsyncAgentRunStream,
    AsyncRunHandler,
    AsyncToolSet,
    BaseAsyncAgentEventHandler,
    FileInfo,
    FileListResponse,
    FilePurpose,
    ListSortOrder,
    MessageAttachment,
    MessageRole,
    MessageTextContent,
    RunAdditionalFieldList,
    RunStep,
    ThreadMessage,
    ThreadMessageOptions,
    ThreadRun,
    ToolApproval,
    ToolDefinition,
    ToolOutput,
    ToolResources,
    TruncationObject,
    VectorStore,
    VectorStoreChunkingStrategyRequest,
    VectorStoreConfiguration,
    VectorStoreDataSource,
    VectorStoreExpirationPolicy,
    VectorStoreFile,
    VectorStoreFileBatch,
    VectorStoreFileStatusFilter,
)


class MessagesOperations:
    async def get_last_message_by_role(
        self, thread_id: str, role: MessageRole, **kwargs: Any,
    ) -> ThreadMessage | None: ...
    async def get_last_message_text_by_role(
        self, thread_id: str, role: MessageRole, **kwargs: Any,
    ) -> MessageTextContent | None: ...
    async def create(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, role: str | MessageRole = ...,
        content: MessageInputContent = ..., attachments: List[MessageAttachment] | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadMessage: ...
    def list(
        self, thread_id: str, *, run_id: str | None = ..., limit: int | None = ...,
        order: str | ListSortOrder | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[ThreadMessage]: ...
    async def get(self, thread_id: str, message_id: str, **kwargs: Any) -> ThreadMessage: ...
    async def update(
        self, thread_id: str, message_id: str, body: MutableMapping[str, Any] = ..., *,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadMessage: ...
    async def delete(self, thread_id: str, message_id: str, **kwargs: Any) -> None: ...


class ThreadsOperations:
    async def delete(self, thread_id: str, **kwargs: Any) -> None: ...
    async def create(
        self, body: MutableMapping[str, Any] = ..., *, messages: List[ThreadMessageOptions] | None = ...,
        tool_resources: ToolResources | None = ..., metadata: dict[str, str] | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> AgentThread: ...
    def list(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ...,
        **kwargs: Any,
    ) -> AsyncItemPaged[AgentThread]: ...
    async def get(self, thread_id: str, **kwargs: Any) -> AgentThread: ...
    async def update(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, tool_resources: ToolResources | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentThread: ...


class RunsOperations:
    async def create(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, agent_id: str = ...,
        include: List[str | RunAdditionalFieldList] | None = ..., model: str | None = ...,
        instructions: str | None = ..., additional_instructions: str | None = ...,
        additional_messages: List[ThreadMessageOptions] | None = ..., tools: List[ToolDefinition] | None = ...,
        tool_resources: ToolResources | None = ..., temperature: float | None = ..., top_p: float | None = ...,
        max_prompt_tokens: int | None = ..., max_completion_tokens: int | None = ...,
        truncation_strategy: TruncationObject | None = ..., tool_choice: AgentsToolChoiceOption | None = ...,
        response_format: AgentsResponseFormatOption | None = ..., parallel_tool_calls: bool | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def create_and_process(
        self, thread_id: str, *, agent_id: str, include: List[str | RunAdditionalFieldList] | None = ...,
        model: str | None = ..., instructions: str | None = ..., additional_instructions: str | None = ...,
        additional_messages: List[ThreadMessageOptions] | None = ..., toolset: AsyncToolSet | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: AgentsToolChoiceOption | None = ..., response_format: AgentsResponseFormatOption | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ..., polling_interval: int = ...,
        run_handler: AsyncRunHandler | None = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def stream(
        self, thread_id: str, body: Any = ..., *, include: List[str | RunAdditionalFieldList] | None = ...,
        agent_id: str = ..., model: str | None = ..., instructions: str | None = ...,
        additional_instructions: str | None = ..., additional_messages: List[ThreadMessageOptions] | None = ...,
        tools: List[ToolDefinition] | None = ..., tool_resources: ToolResources | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: AgentsToolChoiceOption | None = ..., response_format: AgentsResponseFormatOption | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ...,
        event_handler: AsyncAgentEventHandler | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AsyncAgentRunStream[AsyncAgentEventHandler]: ...
    async def submit_tool_outputs(
        self, thread_id: str, run_id: str, body: MutableMapping[str, Any] = ..., *,
        tool_outputs: List[ToolOutput] = ..., content_type: str = ...,
        tool_approvals: List[ToolApproval] | None = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def submit_tool_outputs_stream(
        self, thread_id: str, run_id: str, body: Any = ..., *, tool_outputs: List[ToolOutput] = ...,
        event_handler: BaseAsyncAgentEventHandler, content_type: str = ...,
        tool_approvals: List[ToolApproval] | None = ..., **kwargs: Any,
    ) -> None: ...
    def list(
        self, thread_id: str, *, limit: int | None = ..., order: str | ListSortOrder | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[ThreadRun]: ...
    async def get(self, thread_id: str, run_id: str, **kwargs: Any) -> ThreadRun: ...
    async def update(
        self, thread_id: str, run_id: str, body: MutableMapping[str, Any] = ..., *,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def cancel(self, thread_id: str, run_id: str, **kwargs: Any) -> ThreadRun: ...


class FilesOperations:
    async def upload(
        self, body: MutableMapping[str, Any] | None = ..., *, file: Any = ..., file_path: str | None = ...,
        purpose: str | FilePurpose | None = ..., filename: str | None = ..., **kwargs: Any,
    ) -> FileInfo: ...
    async def upload_and_poll(
        self, body: MutableMapping[str, Any] | None = ..., *, file: Any = ..., file_path: str | None = ...,
        purpose: str | FilePurpose | None = ..., filename: str | None = ..., polling_interval: float = ...,
        timeout: float | None = ..., **kwargs: Any,
    ) -> FileInfo: ...
    async def get_content(self, file_id: str, **kwargs: Any) -> AsyncIterator[bytes]: ...
    async def save(self, file_id: str, file_name: str, target_dir: Any = ...) -> None: ...
    async def delete(self, file_id: str, **kwargs: Any) -> None: ...
    async def list(self, *, purpose: str | FilePurpose | None = ..., **kwargs: Any) -> FileListResponse: ...
    async def get(self, file_id: str, **kwargs: Any) -> FileInfo: ...


class VectorStoresOperations:
    async def create_and_poll(
        self, body: MutableMapping[str, Any] = ..., *, content_type: str = ..., file_ids: List[str] | None = ...,
        name: str | None = ..., data_sources: List[VectorStoreDataSource] | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., metadata: dict[str, str] | None = ...,
        polling_interval: float = ..., timeout: float | None = ..., **kwargs: Any,
    ) -> VectorStore: ...
    async def delete(self, vector_store_id: str, **kwargs: Any) -> None: ...
    def list(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ...,
        **kwargs: Any,
    ) -> AsyncItemPaged[VectorStore]: ...
    async def create(
        self, body: MutableMapping[str, Any] = ..., *, file_ids: List[str] | None = ..., name: str | None = ...,
        store_configuration: VectorStoreConfiguration | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> VectorStore: ...
    async def get(self, vector_store_id: str, **kwargs: Any) -> VectorStore: ...
    async def modify(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, name: str | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> VectorStore: ...


class VectorStoreFilesOperations:
    async def create_and_poll(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, content_type: str = ...,
        file_id: str | None = ..., data_source: VectorStoreDataSource | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., polling_interval: float = ...,
        timeout: float | None = ..., **kwargs: Any,
    ) -> VectorStoreFile: ...
    async def delete(self, vector_store_id: str, file_id: str, **kwargs: Any) -> None: ...
    def list(
        self, vector_store_id: str, *, filter: str | VectorStoreFileStatusFilter | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[VectorStoreFile]: ...
    async def create(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_id: str | None = ...,
        data_source: VectorStoreDataSource | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> VectorStoreFile: ...
    async def get(self, vector_store_id: str, file_id: str, **kwargs: Any) -> VectorStoreFile: ...


class VectorStoreFileBatchesOperations:
    async def create_and_poll(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_ids: list[str] | None = ...,
        data_sources: list[VectorStoreDataSource] | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ...,
        polling_interval: float = ..., timeout: float | None = ..., **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    async def create(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_ids: list[str] | None = ...,
        data_sources: list[VectorStoreDataSource] | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    async def get(self, vector_store_id: str, batch_id: str, **kwargs: Any) -> VectorStoreFileBatch: ...
    async def cancel(self, vector_store_id: str, batch_id: str, **kwargs: Any) -> VectorStoreFileBatch: ...
    def list_files(
        self, vector_store_id: str, batch_id: str, *, filter: str | VectorStoreFileStatusFilter | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[VectorStoreFile]: ...


class RunStepsOperations:
    async def get(
        self, thread_id: str, run_id: str, step_id: str, *, include: List[str | RunAdditionalFieldList] | None = ...,
        **kwargs: Any,
    ) -> RunStep: ...
    def list(
        self, thread_id: str, run_id: str, *, include: List[str | RunAdditionalFieldList] | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[RunStep]: ...
