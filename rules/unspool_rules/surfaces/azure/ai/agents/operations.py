from typing import Any, Iterator, List, MutableMapping

from azure.ai.agents._paging import ItemPaged
from azure.ai.agents._types import AgentsResponseFormatOption, AgentsToolChoiceOption, MessageInputContent
from azure.ai.agents.models import (
    AgentEventHandler,
    AgentRunStream,
    AgentThread,
    BaseAgentEventHandler,
    FileInfo,
    FileListResponse,
    FilePurpose,
    ListSortOrder,
    MessageAttachment,
    MessageRole,
    MessageTextContent,
    RunAdditionalFieldList,
    RunHandler,
    RunStep,
    ThreadMessage,
    ThreadMessageOptions,
    ThreadRun,
    ToolApproval,
    ToolDefinition,
    ToolOutput,
    ToolResources,
    ToolSet,
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


class ThreadsOperations:
    def delete(self, thread_id: str, **kwargs: Any) -> None: ...
    def create(
        self, body: MutableMapping[str, Any] = ..., *, messages: List[ThreadMessageOptions] | None = ...,
        tool_resources: ToolResources | None = ..., metadata: dict[str, str] | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> AgentThread: ...
    def list(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ...,
        **kwargs: Any,
    ) -> ItemPaged[AgentThread]: ...
    def get(self, thread_id: str, **kwargs: Any) -> AgentThread: ...
    def update(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, tool_resources: ToolResources | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentThread: ...


class MessagesOperations:
    def get_last_message_by_role(self, thread_id: str, role: MessageRole, **kwargs: Any) -> ThreadMessage | None: ...
    def get_last_message_text_by_role(
        self, thread_id: str, role: MessageRole, **kwargs: Any,
    ) -> MessageTextContent | None: ...
    def create(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, role: str | MessageRole = ...,
        content: MessageInputContent = ..., attachments: List[MessageAttachment] | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadMessage: ...
    def list(
        self, thread_id: str, *, run_id: str | None = ..., limit: int | None = ...,
        order: str | ListSortOrder | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> ItemPaged[ThreadMessage]: ...
    def get(self, thread_id: str, message_id: str, **kwargs: Any) -> ThreadMessage: ...
    def update(
        self, thread_id: str, message_id: str, body: MutableMapping[str, Any] = ..., *,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadMessage: ...
    def delete(self, thread_id: str, message_id: str, **kwargs: Any) -> None: ...


class RunsOperations:
    def create(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *,
        include: List[str | RunAdditionalFieldList] | None = ..., agent_id: str = ..., model: str | None = ...,
        instructions: str | None = ..., additional_instructions: str | None = ...,
        additional_messages: List[ThreadMessageOptions] | None = ..., tools: List[ToolDefinition] | None = ...,
        tool_resources: ToolResources | None = ..., temperature: float | None = ..., top_p: float | None = ...,
        max_prompt_tokens: int | None = ..., max_completion_tokens: int | None = ...,
        truncation_strategy: TruncationObject | None = ..., tool_choice: AgentsToolChoiceOption | None = ...,
        response_format: AgentsResponseFormatOption | None = ..., parallel_tool_calls: bool | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    def create_and_process(
        self, thread_id: str, *, agent_id: str, include: List[str | RunAdditionalFieldList] | None = ...,
        model: str | None = ..., instructions: str | None = ..., additional_instructions: str | None = ...,
        additional_messages: List[ThreadMessageOptions] | None = ..., toolset: ToolSet | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: AgentsToolChoiceOption | None = ..., response_format: AgentsResponseFormatOption | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ..., polling_interval: int = ...,
        run_handler: RunHandler | None = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    def stream(
        self, thread_id: str, body: Any = ..., *, include: List[str | RunAdditionalFieldList] | None = ...,
        agent_id: str = ..., model: str | None = ..., instructions: str | None = ...,
        additional_instructions: str | None = ..., additional_messages: List[ThreadMessageOptions] | None = ...,
        tools: List[ToolDefinition] | None = ..., tool_resources: ToolResources | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: AgentsToolChoiceOption | None = ..., response_format: AgentsResponseFormatOption | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ...,
        event_handler: AgentEventHandler | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentRunStream[AgentEventHandler]: ...
    def submit_tool_outputs(
        self, thread_id: str, run_id: str, body: MutableMapping[str, Any] = ..., *,
        tool_outputs: List[ToolOutput] = ..., content_type: str = ..., event_handler: AgentEventHandler | None = ...,
        tool_approvals: List[ToolApproval] | None = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    def submit_tool_outputs_stream(
        self, thread_id: str, run_id: str, body: Any = ..., *, tool_outputs: List[ToolOutput] = ...,
        event_handler: BaseAgentEventHandler, content_type: str = ...,
        tool_approvals: List[ToolApproval] | None = ..., **kwargs: Any,
    ) -> None: ...
    def list(
        self, thread_id: str, *, limit: int | None = ..., order: str | ListSortOrder | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> ItemPaged[ThreadRun]: ...
    def get(self, thread_id: str, run_id: str, **kwargs: Any) -> ThreadRun: ...
    def update(
        self, thread_id: str, run_id: str, body: MutableMapping[str, Any] = ..., *,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    def cancel(self, thread_id: str, run_id: str, **kwargs: Any) -> ThreadRun: ...


class FilesOperations:
    def upload(
        self, body: MutableMapping[str, Any] | None = ..., *, file: Any = ..., file_path: str | None = ...,
        purpose: str | FilePurpose | None = ..., filename: str | None = ..., **kwargs: Any,
    ) -> FileInfo: ...
    def upload_and_poll(
        self, body: MutableMapping[str, Any] | None = ..., *, file: Any = ..., file_path: str | None = ...,
        purpose: str | FilePurpose | None = ..., filename: str | None = ..., polling_interval: float = ...,
        timeout: float | None = ..., **kwargs: Any,
    ) -> FileInfo: ...
    def get_content(self, file_id: str, **kwargs: Any) -> Iterator[bytes]: ...
    def save(self, file_id: str, file_name: str, target_dir: Any = ...) -> None: ...
    def delete(self, file_id: str, **kwargs: Any) -> None: ...
    def list(self, *, purpose: str | FilePurpose | None = ..., **kwargs: Any) -> FileListResponse: ...
    def get(self, file_id: str, **kwargs: Any) -> FileInfo: ...


class VectorStoresOperations:
    def create_and_poll(
        self, body: MutableMapping[str, Any] = ..., *, content_type: str = ..., file_ids: List[str] | None = ...,
        name: str | None = ..., data_sources: List[VectorStoreDataSource] | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., metadata: dict[str, str] | None = ...,
        polling_interval: float = ..., timeout: float | None = ..., **kwargs: Any,
    ) -> VectorStore: ...
    def delete(self, vector_store_id: str, **kwargs: Any) -> None: ...
    def list(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ...,
        **kwargs: Any,
    ) -> ItemPaged[VectorStore]: ...
    def create(
        self, body: MutableMapping[str, Any] = ..., *, file_ids: List[str] | None = ..., name: str | None = ...,
        store_configuration: VectorStoreConfiguration | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> VectorStore: ...
    def get(self, vector_store_id: str, **kwargs: Any) -> VectorStore: ...
    def modify(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, name: str | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> VectorStore: ...


class VectorStoreFilesOperations:
    def create_and_poll(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, content_type: str = ...,
        file_id: str | None = ..., data_source: VectorStoreDataSource | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., polling_interval: float = ...,
        timeout: float | None = ..., **kwargs: Any,
    ) -> VectorStoreFile: ...
    def delete(self, vector_store_id: str, file_id: str, **kwargs: Any) -> None: ...
    def list(
        self, vector_store_id: str, *, filter: str | VectorStoreFileStatusFilter | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> ItemPaged[VectorStoreFile]: ...
    def create(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_id: str | None = ...,
        data_source: VectorStoreDataSource | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> VectorStoreFile: ...
    def get(self, vector_store_id: str, file_id: str, **kwargs: Any) -> VectorStoreFile: ...


class VectorStoreFileBatchesOperations:
    def create_and_poll(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_ids: list[str] | None = ...,
        data_sources: list[VectorStoreDataSource] | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ...,
        polling_interval: float = ..., timeout: float | None = ..., **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    def create(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_ids: list[str] | None = ...,
        data_sources: list[VectorStoreDataSource] | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    def get(self, vector_store_id: str, batch_id: str, **kwargs: Any) -> VectorStoreFileBatch: ...
    def cancel(self, vector_store_id: str, batch_id: str, **kwargs: Any) -> VectorStoreFileBatch: ...
    def list_files(
        self, vector_store_id: str, batch_id: str, *, filter: str | VectorStoreFileStatusFilter | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> ItemPaged[VectorStoreFile]: ...


class RunStepsOperations:
    def get(
        self, thread_id: str, run_id: str, step_id: str, *, include: List[str | RunAdditionalFieldList] | None = ...,
        **kwargs: Any,
    ) -> RunStep: ...
    def list(
        self, thread_id: str, run_id: str, *, include: List[str | RunAdditionalFieldList] | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> ItemPaged[RunStep]: ...
