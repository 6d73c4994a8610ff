from typing import Any, AsyncIterable, AsyncIterator, List, MutableMapping

from azure.ai.agents._paging import AsyncItemPaged
from azure.ai.agents._types import MessageInputContent
from azure.ai.agents.aio import AgentsClient
from azure.ai.agents.models import (
    Agent,
    AgentThread,
    AgentsNamedToolChoice,
    AsyncAgentEventHandler,
    AsyncAgentRunStream,
    AsyncToolSet,
    BaseAsyncAgentEventHandler,
    FileListResponse,
    FilePurpose,
    ListSortOrder,
    MessageAttachment,
    MessageRole,
    ResponseFormatJsonSchemaType,
    RunAdditionalFieldList,
    RunStep,
    ThreadMessage,
    ThreadMessageOptions,
    ThreadRun,
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
from azure.ai.projects.models import (
    AgentBlueprintReference,
    AgentDefinition,
    AgentDetails,
    AgentEvaluation,
    AgentEvaluationRequest,
    AgentKind,
    AgentVersionDetails,
    AgentsApiResponseFormat,
    AgentsApiResponseFormatMode,
    AgentsApiToolChoiceOptionMode,
    Connection,
    ConnectionType,
    DatasetCredential,
    DatasetVersion,
    DeleteAgentResponse,
    DeleteAgentVersionResponse,
    Deployment,
    DeploymentType,
    Evaluation,
    EvaluationSchedule,
    FileDatasetVersion,
    FileDeletionStatus,
    FolderDatasetVersion,
    HostedAgentDefinition,
    Index,
    OpenAIFile,
    OpenAIPageableListOfAgent,
    OpenAIPageableListOfAgentThread,
    OpenAIPageableListOfRunStep,
    OpenAIPageableListOfThreadMessage,
    OpenAIPageableListOfThreadRun,
    OpenAIPageableListOfVectorStore,
    OpenAIPageableListOfVectorStoreFile,
    PageOrder,
    PendingUploadRequest,
    PendingUploadResponse,
    ThreadDeletionStatus,
    ThreadMessages,
    VectorStoreDeletionStatus,
    VectorStoreFileDeletionStatus,
)
from openai import AsyncAzureOpenAI


class AgentsOperations(AgentsClient):
    async def create_version(
        self, agent_name: str, body: MutableMapping[str, Any] = ..., *, definition: AgentDefinition = ...,
        metadata: dict[str, str] | None = ..., description: str | None = ...,
        blueprint_reference: AgentBlueprintReference | None = ..., draft: bool | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> AgentVersionDetails: ...
    async def create_version_from_code(
        self, agent_name: str, *, definition: HostedAgentDefinition, code: Any, code_zip_sha256: str | None = ...,
        description: str | None = ..., metadata: dict[str, str] | None = ..., **kwargs: Any,
    ) -> AgentVersionDetails: ...
    async def begin_create_optimization_job(
        self, job: MutableMapping[str, Any], *, operation_id: str | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> Any: ...
    async def get(self, agent_name: str, **kwargs: Any) -> AgentDetails: ...
    async def delete(self, agent_name: str, **kwargs: Any) -> DeleteAgentResponse: ...
    def list(
        self, *, kind: str | AgentKind | None = ..., limit: int | None = ..., order: str | PageOrder | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[AgentDetails]: ...
    async def create_version_from_manifest(
        self, agent_name: str, body: MutableMapping[str, Any] = ..., *, manifest_id: str = ...,
        parameter_values: dict[str, Any] = ..., metadata: dict[str, str] | None = ..., description: str | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> AgentVersionDetails: ...
    async def get_version(self, agent_name: str, agent_version: str, **kwargs: Any) -> AgentVersionDetails: ...
    async def delete_version(
        self, agent_name: str, agent_version: str, **kwargs: Any,
    ) -> DeleteAgentVersionResponse: ...
    def list_versions(
        self, agent_name: str, *, limit: int | None = ..., order: str | PageOrder | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[AgentVersionDetails]: ...
    async def create(
        self, body: MutableMapping[str, Any] = ..., *, name: str = ..., definition: AgentDefinition = ...,
        metadata: dict[str, str] | None = ..., description: str | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentDetails: ...
    async def update(
        self, agent_name: str, body: MutableMapping[str, Any] = ..., *, definition: AgentDefinition = ...,
        metadata: dict[str, str] | None = ..., description: str | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentDetails: ...
    async def create_from_manifest(
        self, body: MutableMapping[str, Any] = ..., *, name: str = ..., manifest_id: str = ...,
        parameter_values: dict[str, Any] = ..., metadata: dict[str, str] | None = ..., description: str | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> AgentDetails: ...
    async def update_from_manifest(
        self, agent_name: str, body: MutableMapping[str, Any] = ..., *, manifest_id: str = ...,
        parameter_values: dict[str, Any] = ..., metadata: dict[str, str] | None = ..., description: str | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> AgentDetails: ...
    async def create_run(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, agent_id: str = ...,
        include: List[str | RunAdditionalFieldList] | None = ..., model: str | None = ...,
        instructions: str | None = ..., additional_instructions: str | None = ...,
        additional_messages: List[ThreadMessageOptions] | None = ..., tools: List[ToolDefinition] | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: str | AgentsApiToolChoiceOptionMode | AgentsNamedToolChoice | None = ...,
        response_format: str | AgentsApiResponseFormatMode | AgentsApiResponseFormat | ResponseFormatJsonSchemaType | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ..., content_type: str = ...,
        assistant_id: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def create_and_process_run(
        self, thread_id: str, *, agent_id: str = ..., include: List[str | RunAdditionalFieldList] | None = ...,
        model: str | None = ..., instructions: str | None = ..., additional_instructions: str | None = ...,
        additional_messages: List[ThreadMessageOptions] | None = ..., toolset: AsyncToolSet | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: str | AgentsApiToolChoiceOptionMode | AgentsNamedToolChoice | None = ...,
        response_format: str | AgentsApiResponseFormatMode | AgentsApiResponseFormat | ResponseFormatJsonSchemaType | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ..., sleep_interval: int = ...,
        assistant_id: str = ..., tools: List[ToolDefinition] | None = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def create_stream(
        self, thread_id: str, body: Any = ..., *, include: List[str | RunAdditionalFieldList] | None = ...,
        agent_id: str = ..., model: str | None = ..., instructions: str | None = ...,
        additional_instructions: str | None = ..., additional_messages: List[ThreadMessageOptions] | None = ...,
        tools: List[ToolDefinition] | None = ..., temperature: float | None = ..., top_p: float | None = ...,
        max_prompt_tokens: int | None = ..., max_completion_tokens: int | None = ...,
        truncation_strategy: TruncationObject | None = ...,
        tool_choice: str | AgentsApiToolChoiceOptionMode | AgentsNamedToolChoice | None = ...,
        response_format: str | AgentsApiResponseFormatMode | AgentsApiResponseFormat | ResponseFormatJsonSchemaType | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ...,
        event_handler: AsyncAgentEventHandler | None = ..., content_type: str = ..., assistant_id: str = ...,
        **kwargs: Any,
    ) -> AsyncAgentRunStream[AsyncAgentEventHandler]: ...
    async def submit_tool_outputs_to_run(
        self, thread_id: str, run_id: str, body: MutableMapping[str, Any] = ..., *,
        tool_outputs: List[ToolOutput] = ..., content_type: str = ...,
        event_handler: AsyncAgentEventHandler | None = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def submit_tool_outputs_to_stream(
        self, thread_id: str, run_id: str, body: Any = ..., *, tool_outputs: List[ToolOutput] = ...,
        event_handler: BaseAsyncAgentEventHandler = ..., content_type: str = ..., **kwargs: Any,
    ) -> None: ...
    async def upload_file(
        self, body: MutableMapping[str, Any] | None = ..., *, file: Any = ..., file_path: str | None = ...,
        purpose: str | FilePurpose | None = ..., filename: str | None = ..., **kwargs: Any,
    ) -> OpenAIFile: ...
    async def upload_file_and_poll(
        self, body: MutableMapping[str, Any] | None = ..., *, file: Any = ..., file_path: str | None = ...,
        purpose: str | FilePurpose | None = ..., filename: str | None = ..., sleep_interval: float = ...,
        **kwargs: Any,
    ) -> OpenAIFile: ...
    async def create_vector_store_and_poll(
        self, body: MutableMapping[str, Any] = ..., *, content_type: str = ..., file_ids: List[str] | None = ...,
        name: str | None = ..., data_sources: List[VectorStoreDataSource] | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., metadata: dict[str, str] | None = ...,
        sleep_interval: float = ..., **kwargs: Any,
    ) -> VectorStore: ...
    async def create_vector_store_file_batch_and_poll(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_ids: List[str] | None = ...,
        data_sources: List[VectorStoreDataSource] | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ...,
        sleep_interval: float = ..., **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    async def create_vector_store_file_and_poll(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, content_type: str = ...,
        file_id: str | None = ..., data_source: VectorStoreDataSource | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., sleep_interval: float = ...,
        data_sources: List[VectorStoreDataSource] | None = ..., **kwargs: Any,
    ) -> VectorStoreFile: ...
    async def get_file_content(self, file_id: str, **kwargs: Any) -> AsyncIterator[bytes]: ...
    async def save_file(self, file_id: str, file_name: str, target_dir: Any = ...) -> None: ...
    def list_agents(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[Agent] | OpenAIPageableListOfAgent: ...
    async def create_thread(
        self, body: MutableMapping[str, Any] = ..., *, messages: List[ThreadMessageOptions] | None = ...,
        tool_resources: ToolResources | None = ..., metadata: dict[str, str] | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> AgentThread: ...
    async def get_thread(self, thread_id: str, **kwargs: Any) -> AgentThread: ...
    async def update_thread(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, tool_resources: ToolResources | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentThread: ...
    async def delete_thread(self, thread_id: str, **kwargs: Any) -> ThreadDeletionStatus: ...
    async def list_threads(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfAgentThread: ...
    async def create_message(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, role: str | MessageRole = ...,
        content: MessageInputContent = ..., attachments: List[MessageAttachment] | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadMessage: ...
    async def list_messages(
        self, thread_id: str, *, run_id: str | None = ..., limit: int | None = ...,
        order: str | ListSortOrder | None = ..., after: str | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfThreadMessage: ...
    async def get_message(self, thread_id: str, message_id: str, **kwargs: Any) -> ThreadMessage: ...
    async def update_message(
        self, thread_id: str, message_id: str, body: MutableMapping[str, Any] = ..., *,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadMessage: ...
    async def list_runs(
        self, thread_id: str, *, limit: int | None = ..., order: str | ListSortOrder | None = ...,
        after: str | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfThreadRun: ...
    async def get_run(self, thread_id: str, run_id: str, **kwargs: Any) -> ThreadRun: ...
    async def update_run(
        self, thread_id: str, run_id: str, body: MutableMapping[str, Any] = ..., *,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    async def cancel_run(self, thread_id: str, run_id: str, **kwargs: Any) -> ThreadRun: ...
    async def get_run_step(
        self, thread_id: str, run_id: str, step_id: str, *, include: List[str | RunAdditionalFieldList] | None = ...,
        **kwargs: Any,
    ) -> RunStep: ...
    async def list_run_steps(
        self, thread_id: str, run_id: str, *, include: List[str | RunAdditionalFieldList] | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfRunStep: ...
    async def list_files(self, *, purpose: str | FilePurpose | None = ..., **kwargs: Any) -> FileListResponse: ...
    async def delete_file(self, file_id: str, **kwargs: Any) -> FileDeletionStatus: ...
    async def get_file(self, file_id: str, **kwargs: Any) -> OpenAIFile: ...
    async def list_vector_stores(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfVectorStore: ...
    async def create_vector_store(
        self, body: MutableMapping[str, Any] = ..., *, file_ids: List[str] | None = ..., name: str | None = ...,
        store_configuration: VectorStoreConfiguration | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> VectorStore: ...
    async def get_vector_store(self, vector_store_id: str, **kwargs: Any) -> VectorStore: ...
    async def modify_vector_store(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, name: str | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> VectorStore: ...
    async def delete_vector_store(self, vector_store_id: str, **kwargs: Any) -> VectorStoreDeletionStatus: ...
    async def list_vector_store_files(
        self, vector_store_id: str, *, filter: str | VectorStoreFileStatusFilter | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfVectorStoreFile: ...
    async def create_vector_store_file(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_id: str | None = ...,
        data_source: VectorStoreDataSource | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ...,
        data_sources: List[VectorStoreDataSource] | None = ..., **kwargs: Any,
    ) -> VectorStoreFile: ...
    async def get_vector_store_file(self, vector_store_id: str, file_id: str, **kwargs: Any) -> VectorStoreFile: ...
    async def delete_vector_store_file(
        self, vector_store_id: str, file_id: str, **kwargs: Any,
    ) -> VectorStoreFileDeletionStatus: ...
    async def create_vector_store_file_batch(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_ids: List[str] | None = ...,
        data_sources: List[VectorStoreDataSource] | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    async def get_vector_store_file_batch(
        self, vector_store_id: str, batch_id: str, **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    async def cancel_vector_store_file_batch(
        self, vector_store_id: str, batch_id: str, **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    async def list_vector_store_file_batch_files(
        self, vector_store_id: str, batch_id: str, *, filter: str | VectorStoreFileStatusFilter | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfVectorStoreFile: ...
    async def get_messages(
        self, thread_id: str, *, run_id: str | None = ..., limit: int | None = ...,
        order: str | ListSortOrder | None = ..., after: str | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> ThreadMessages: ...


class ConnectionsOperations:
    async def get(
        self, name: str, *, include_credentials: bool | None = ..., connection_name: str = ..., **kwargs: Any,
    ) -> Connection: ...
    async def get_default(
        self, connection_type: str | ConnectionType, *, include_credentials: bool | None = ..., **kwargs: Any,
    ) -> Connection: ...
    def list(
        self, *, connection_type: str | ConnectionType | None = ..., default_connection: bool | None = ...,
        **kwargs: Any,
    ) -> AsyncItemPaged[Connection]: ...


class DatasetsOperations:
    async def upload_file(
        self, *, name: str, version: str, file_path: str, connection_name: str | None = ..., **kwargs: Any,
    ) -> FileDatasetVersion: ...
    async def upload_folder(
        self, *, name: str, version: str, folder: str, connection_name: str | None = ..., file_pattern: Any = ...,
        **kwargs: Any,
    ) -> FolderDatasetVersion: ...
    async def begin_create_generation_job(
        self, job: MutableMapping[str, Any], *, operation_id: str | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> Any: ...
    async def get_generation_job(self, job_id: str, **kwargs: Any) -> Any: ...
    def list_generation_jobs(
        self, *, limit: int | None = ..., order: str | PageOrder | None = ..., before: str | None = ...,
        **kwargs: Any,
    ) -> AsyncItemPaged[Any]: ...
    async def cancel_generation_job(self, job_id: str, **kwargs: Any) -> Any: ...
    async def delete_generation_job(self, job_id: str, **kwargs: Any) -> None: ...
    def list_versions(self, name: str, **kwargs: Any) -> AsyncItemPaged[DatasetVersion]: ...
    def list(self, **kwargs: Any) -> AsyncItemPaged[DatasetVersion]: ...
    async def get(self, name: str, version: str, **kwargs: Any) -> DatasetVersion: ...
    async def delete(self, name: str, version: str, **kwargs: Any) -> None: ...
    async def create_or_update(
        self, name: str, version: str, dataset_version: DatasetVersion, *, content_type: str = ...,
        body: DatasetVersion = ..., **kwargs: Any,
    ) -> DatasetVersion: ...
    async def pending_upload(
        self, name: str, version: str, pending_upload_request: PendingUploadRequest, *, content_type: str = ...,
        body: PendingUploadRequest = ..., **kwargs: Any,
    ) -> PendingUploadResponse: ...
    async def get_credentials(self, name: str, version: str, **kwargs: Any) -> DatasetCredential: ...


class TelemetryOperations:
    async def get_application_insights_connection_string(self) -> str: ...
    async def get_connection_string(self) -> str: ...
    def enable(self, *, destination: Any = ..., **kwargs: Any) -> None: ...


class DeploymentsOperations:
    async def get(self, name: str, **kwargs: Any) -> Deployment: ...
    def list(
        self, *, model_publisher: str | None = ..., model_name: str | None = ...,
        deployment_type: str | DeploymentType | None = ..., **kwargs: Any,
    ) -> AsyncItemPaged[Deployment]: ...


class IndexesOperations:
    def list_versions(self, name: str, **kwargs: Any) -> AsyncItemPaged[Index]: ...
    def list(self, **kwargs: Any) -> AsyncItemPaged[Index]: ...
    async def get(self, name: str, version: str, **kwargs: Any) -> Index: ...
    async def delete(self, name: str, version: str, **kwargs: Any) -> None: ...
    async def create_or_update(
        self, name: str, version: str, index: Index, *, content_type: str = ..., body: Index = ..., **kwargs: Any,
    ) -> Index: ...


class InferenceOperations:
    async def get_chat_completions_client(self, *, connection_name: str | None = ..., **kwargs: Any) -> Any: ...
    async def get_embeddings_client(self, *, connection_name: str | None = ..., **kwargs: Any) -> Any: ...
    async def get_image_embeddings_client(self, *, connection_name: str | None = ..., **kwargs: Any) -> Any: ...
    async def get_azure_openai_client(
        self, *, api_version: str | None = ..., connection_name: str | None = ..., **kwargs: Any,
    ) -> AsyncAzureOpenAI: ...


class EvaluationsOperations:
    async def get(self, name: str, *, id: str = ..., **kwargs: Any) -> Evaluation: ...
    def list(self, *, top: int | None = ..., skip: int | None = ..., **kwargs: Any) -> AsyncIterable[Evaluation]: ...
    async def create(self, evaluation: Evaluation, *, content_type: str = ..., **kwargs: Any) -> Evaluation: ...
    async def create_agent_evaluation(
        self, evaluation: AgentEvaluationRequest, *, content_type: str = ..., **kwargs: Any,
    ) -> AgentEvaluation: ...
    async def update(self, id: str, resource: Evaluation, *, content_type: str = ..., **kwargs: Any) -> Evaluation: ...
    async def get_schedule(self, name: str, **kwargs: Any) -> EvaluationSchedule: ...
    async def create_or_replace_schedule(
        self, name: str, resource: EvaluationSchedule, *, content_type: str = ..., **kwargs: Any,
    ) -> EvaluationSchedule: ...
    def list_schedule(
        self, *, top: int | None = ..., skip: int | None = ..., **kwargs: Any,
    ) -> AsyncIterable[EvaluationSchedule]: ...
    async def disable_schedule(self, name: str, **kwargs: Any) -> None: ...
