from typing import Any, Iterable, Iterator, List, MutableMapping

from azure.ai.agents import AgentsClient
from azure.ai.agents._paging import ItemPaged
from azure.ai.agents._types import MessageInputContent
from azure.ai.agents.models import (
    Agent,
    AgentEventHandler,
    AgentRunStream,
    AgentThread,
    AgentsNamedToolChoice,
    BaseAgentEventHandler,
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
from openai import AzureOpenAI


class AgentsOperations(AgentsClient):
    def create_version(
        self, agent_name: str, body: MutableMapping[str, Any] = ..., *, definition: AgentDefinition = ...,
        metadata: dict[str, str] | None = ..., description: str | None = ...,
        blueprint_reference: AgentBlueprintReference | None = ..., draft: bool | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> AgentVersionDetails: ...
    def create_version_from_code(
        self, agent_name: str, *, definition: HostedAgentDefinition, code: Any, code_zip_sha256: str | None = ...,
        description: str | None = ..., metadata: dict[str, str] | None = ..., **kwargs: Any,
    ) -> AgentVersionDetails: ...
    def begin_create_optimization_job(
        self, job: MutableMapping[str, Any], *, operation_id: str | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> Any: ...
    def get(self, agent_name: str, **kwargs: Any) -> AgentDetails: ...
    def delete(self, agent_name: str, **kwargs: Any) -> DeleteAgentResponse: ...
    def list(
        self, *, kind: str | AgentKind | None = ..., limit: int | None = ..., order: str | PageOrder | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> ItemPaged[AgentDetails]: ...
    def create_version_from_manifest(
        self, agent_name: str, body: MutableMapping[str, Any] = ..., *, manifest_id: str = ...,
        parameter_values: dict[str, Any] = ..., metadata: dict[str, str] | None = ..., description: str | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> AgentVersionDetails: ...
    def get_version(self, agent_name: str, agent_version: str, **kwargs: Any) -> AgentVersionDetails: ...
    def delete_version(self, agent_name: str, agent_version: str, **kwargs: Any) -> DeleteAgentVersionResponse: ...
    def list_versions(
        self, agent_name: str, *, limit: int | None = ..., order: str | PageOrder | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> ItemPaged[AgentVersionDetails]: ...
    def create(
        self, body: MutableMapping[str, Any] = ..., *, name: str = ..., definition: AgentDefinition = ...,
        metadata: dict[str, str] | None = ..., description: str | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentDetails: ...
    def update(
        self, agent_name: str, body: MutableMapping[str, Any] = ..., *, definition: AgentDefinition = ...,
        metadata: dict[str, str] | None = ..., description: str | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentDetails: ...
    def create_from_manifest(
        self, body: MutableMapping[str, Any] = ..., *, name: str = ..., manifest_id: str = ...,
        parameter_values: dict[str, Any] = ..., metadata: dict[str, str] | None = ..., description: str | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> AgentDetails: ...
    def update_from_manifest(
        self, agent_name: str, body: MutableMapping[str, Any] = ..., *, manifest_id: str = ...,
        parameter_values: dict[str, Any] = ..., metadata: dict[str, str] | None = ..., description: str | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> AgentDetails: ...
    def create_run(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *,
        include: List[str | RunAdditionalFieldList] | None = ..., agent_id: str = ..., model: str | None = ...,
        instructions: str | None = ..., additional_instructions: str | None = ...,
        additional_messages: List[ThreadMessageOptions] | None = ..., tools: List[ToolDefinition] | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: str | AgentsApiToolChoiceOptionMode | AgentsNamedToolChoice | None = ...,
        response_format: str | AgentsApiResponseFormatMode | AgentsApiResponseFormat | ResponseFormatJsonSchemaType | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ..., content_type: str = ...,
        assistant_id: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    def create_and_process_run(
        self, thread_id: str, *, agent_id: str = ..., include: List[str | RunAdditionalFieldList] | None = ...,
        model: str | None = ..., instructions: str | None = ..., additional_instructions: str | None = ...,
        additional_messages: List[ThreadMessageOptions] | None = ..., toolset: ToolSet | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., max_prompt_tokens: int | None = ...,
        max_completion_tokens: int | None = ..., truncation_strategy: TruncationObject | None = ...,
        tool_choice: str | AgentsApiToolChoiceOptionMode | AgentsNamedToolChoice | None = ...,
        response_format: str | AgentsApiResponseFormatMode | AgentsApiResponseFormat | ResponseFormatJsonSchemaType | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ..., sleep_interval: int = ...,
        assistant_id: str = ..., tools: List[ToolDefinition] | None = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    def create_stream(
        self, thread_id: str, body: Any = ..., *, include: List[str | RunAdditionalFieldList] | None = ...,
        agent_id: str = ..., model: str | None = ..., instructions: str | None = ...,
        additional_instructions: str | None = ..., additional_messages: List[ThreadMessageOptions] | None = ...,
        tools: List[ToolDefinition] | None = ..., temperature: float | None = ..., top_p: float | None = ...,
        max_prompt_tokens: int | None = ..., max_completion_tokens: int | None = ...,
        truncation_strategy: TruncationObject | None = ...,
        tool_choice: str | AgentsApiToolChoiceOptionMode | AgentsNamedToolChoice | None = ...,
        response_format: str | AgentsApiResponseFormatMode | AgentsApiResponseFormat | ResponseFormatJsonSchemaType | None = ...,
        parallel_tool_calls: bool | None = ..., metadata: dict[str, str] | None = ...,
        event_handler: AgentEventHandler | None = ..., content_type: str = ..., assistant_id: str = ...,
        **kwargs: Any,
    ) -> AgentRunStream[AgentEventHandler]: ...
    def submit_tool_outputs_to_run(
        self, thread_id: str, run_id: str, body: MutableMapping[str, Any] = ..., *,
        tool_outputs: List[ToolOutput] = ..., content_type: str = ..., event_handler: AgentEventHandler | None = ...,
        **kwargs: Any,
    ) -> ThreadRun: ...
    def submit_tool_outputs_to_stream(
        self, thread_id: str, run_id: str, body: Any = ..., *, tool_outputs: List[ToolOutput] = ...,
        event_handler: BaseAgentEventHandler = ..., content_type: str = ..., **kwargs: Any,
    ) -> None: ...
    def upload_file(
        self, body: MutableMapping[str, Any] | None = ..., *, file: Any = ..., file_path: str | None = ...,
        purpose: str | FilePurpose | None = ..., filename: str | None = ..., **kwargs: Any,
    ) -> OpenAIFile: ...
    def upload_file_and_poll(
        self, body: MutableMapping[str, Any] | None = ..., *, file: Any = ..., file_path: str | None = ...,
        purpose: str | FilePurpose | None = ..., filename: str | None = ..., sleep_interval: float = ...,
        **kwargs: Any,
    ) -> OpenAIFile: ...
    def create_vector_store_and_poll(
        self, body: MutableMapping[str, Any] = ..., *, content_type: str = ..., file_ids: List[str] | None = ...,
        name: str | None = ..., data_sources: List[VectorStoreDataSource] | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., metadata: dict[str, str] | None = ...,
        sleep_interval: float = ..., **kwargs: Any,
    ) -> VectorStore: ...
    def create_vector_store_file_batch_and_poll(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_ids: List[str] | None = ...,
        data_sources: List[VectorStoreDataSource] | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ...,
        sleep_interval: float = ..., store_configuration: VectorStoreConfiguration | None = ..., **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    def get_file_content(self, file_id: str, **kwargs: Any) -> Iterator[bytes]: ...
    def save_file(self, file_id: str, file_name: str, target_dir: Any = ...) -> None: ...
    def create_vector_store_file_and_poll(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, content_type: str = ...,
        file_id: str | None = ..., data_source: VectorStoreDataSource | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., sleep_interval: float = ...,
        data_sources: List[VectorStoreDataSource] | None = ..., **kwargs: Any,
    ) -> VectorStoreFile: ...
    def list_agents(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> ItemPaged[Agent] | OpenAIPageableListOfAgent: ...
    def create_thread(
        self, body: MutableMapping[str, Any] = ..., *, messages: List[ThreadMessageOptions] | None = ...,
        tool_resources: ToolResources | None = ..., metadata: dict[str, str] | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> AgentThread: ...
    def get_thread(self, thread_id: str, **kwargs: Any) -> AgentThread: ...
    def update_thread(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, tool_resources: ToolResources | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> AgentThread: ...
    def delete_thread(self, thread_id: str, **kwargs: Any) -> ThreadDeletionStatus: ...
    def list_threads(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfAgentThread: ...
    def create_message(
        self, thread_id: str, body: MutableMapping[str, Any] = ..., *, role: str | MessageRole = ...,
        content: MessageInputContent = ..., attachments: List[MessageAttachment] | None = ...,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadMessage: ...
    def list_messages(
        self, thread_id: str, *, run_id: str | None = ..., limit: int | None = ...,
        order: str | ListSortOrder | None = ..., after: str | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfThreadMessage: ...
    def get_message(self, thread_id: str, message_id: str, **kwargs: Any) -> ThreadMessage: ...
    def update_message(
        self, thread_id: str, message_id: str, body: MutableMapping[str, Any] = ..., *,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadMessage: ...
    def list_runs(
        self, thread_id: str, *, limit: int | None = ..., order: str | ListSortOrder | None = ...,
        after: str | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfThreadRun: ...
    def get_run(self, thread_id: str, run_id: str, **kwargs: Any) -> ThreadRun: ...
    def update_run(
        self, thread_id: str, run_id: str, body: MutableMapping[str, Any] = ..., *,
        metadata: dict[str, str] | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> ThreadRun: ...
    def cancel_run(self, thread_id: str, run_id: str, **kwargs: Any) -> ThreadRun: ...
    def get_run_step(
        self, thread_id: str, run_id: str, step_id: str, *, include: List[str | RunAdditionalFieldList] | None = ...,
        **kwargs: Any,
    ) -> RunStep: ...
    def list_run_steps(
        self, thread_id: str, run_id: str, *, include: List[str | RunAdditionalFieldList] | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfRunStep: ...
    def list_files(self, *, purpose: str | FilePurpose | None = ..., **kwargs: Any) -> FileListResponse: ...
    def delete_file(self, file_id: str, **kwargs: Any) -> FileDeletionStatus: ...
    def get_file(self, file_id: str, **kwargs: Any) -> OpenAIFile: ...
    def list_vector_stores(
        self, *, limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfVectorStore: ...
    def create_vector_store(
        self, body: MutableMapping[str, Any] = ..., *, file_ids: List[str] | None = ..., name: str | None = ...,
        store_configuration: VectorStoreConfiguration | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> VectorStore: ...
    def get_vector_store(self, vector_store_id: str, **kwargs: Any) -> VectorStore: ...
    def modify_vector_store(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, name: str | None = ...,
        expires_after: VectorStoreExpirationPolicy | None = ..., metadata: dict[str, str] | None = ...,
        content_type: str = ..., **kwargs: Any,
    ) -> VectorStore: ...
    def delete_vector_store(self, vector_store_id: str, **kwargs: Any) -> VectorStoreDeletionStatus: ...
    def list_vector_store_files(
        self, vector_store_id: str, *, filter: str | VectorStoreFileStatusFilter | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfVectorStoreFile: ...
    def create_vector_store_file(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_id: str | None = ...,
        data_source: VectorStoreDataSource | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ...,
        data_sources: List[VectorStoreDataSource] | None = ..., **kwargs: Any,
    ) -> VectorStoreFile: ...
    def get_vector_store_file(self, vector_store_id: str, file_id: str, **kwargs: Any) -> VectorStoreFile: ...
    def delete_vector_store_file(
        self, vector_store_id: str, file_id: str, **kwargs: Any,
    ) -> VectorStoreFileDeletionStatus: ...
    def create_vector_store_file_batch(
        self, vector_store_id: str, body: MutableMapping[str, Any] = ..., *, file_ids: List[str] | None = ...,
        data_sources: List[VectorStoreDataSource] | None = ...,
        chunking_strategy: VectorStoreChunkingStrategyRequest | None = ..., content_type: str = ..., **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    def get_vector_store_file_batch(
        self, vector_store_id: str, batch_id: str, **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    def cancel_vector_store_file_batch(
        self, vector_store_id: str, batch_id: str, **kwargs: Any,
    ) -> VectorStoreFileBatch: ...
    def list_vector_store_file_batch_files(
        self, vector_store_id: str, batch_id: str, *, filter: str | VectorStoreFileStatusFilter | None = ...,
        limit: int | None = ..., order: str | ListSortOrder | None = ..., after: str | None = ...,
        before: str | None = ..., **kwargs: Any,
    ) -> OpenAIPageableListOfVectorStoreFile: ...
    def get_messages(
        self, thread_id: str, *, run_id: str | None = ..., limit: int | None = ...,
        order: str | ListSortOrder | None = ..., after: str | None = ..., before: str | None = ..., **kwargs: Any,
    ) -> ThreadMessages: ...


class ConnectionsOperations:
    def get(
        self, name: str, *, include_credentials: bool | None = ..., connection_name: str = ..., **kwargs: Any,
    ) -> Connection: ...
    def get_default(
        self, connection_type: str | ConnectionType, *, include_credentials: bool | None = ..., **kwargs: Any,
    ) -> Connection: ...
    def list(
        self, *, connection_type: str | ConnectionType | None = ..., default_connection: bool | None = ...,
        **kwargs: Any,
    ) -> ItemPaged[Connection]: ...


class DatasetsOperations:
    def upload_file(
        self, *, name: str, version: str, file_path: str, connection_name: str | None = ..., **kwargs: Any,
    ) -> FileDatasetVersion: ...
    def upload_folder(
        self, *, name: str, version: str, folder: str, connection_name: str | None = ..., file_pattern: Any = ...,
        **kwargs: Any,
    ) -> FolderDatasetVersion: ...
    def begin_create_generation_job(
        self, job: MutableMapping[str, Any], *, operation_id: str | None = ..., content_type: str = ...,
        **kwargs: Any,
    ) -> Any: ...
    def get_generation_job(self, job_id: str, **kwargs: Any) -> Any: ...
    def list_generation_jobs(
        self, *, limit: int | None = ..., order: str | PageOrder | None = ..., before: str | None = ...,
        **kwargs: Any,
    ) -> ItemPaged[Any]: ...
    def cancel_generation_job(self, job_id: str, **kwargs: Any) -> Any: ...
    def delete_generation_job(self, job_id: str, **kwargs: Any) -> None: ...
    def list_versions(self, name: str, **kwargs: Any) -> ItemPaged[DatasetVersion]: ...
    def list(self, **kwargs: Any) -> ItemPaged[DatasetVersion]: ...
    def get(self, name: str, version: str, **kwargs: Any) -> DatasetVersion: ...
    def delete(self, name: str, version: str, **kwargs: Any) -> None: ...
    def create_or_update(
        self, name: str, version: str, dataset_version: DatasetVersion, *, content_type: str = ...,
        body: DatasetVersion = ..., **kwargs: Any,
    ) -> DatasetVersion: ...
    def pending_upload(
        self, name: str, version: str, pending_upload_request: PendingUploadRequest, *, content_type: str = ...,
        body: PendingUploadRequest = ..., **kwargs: Any,
    ) -> PendingUploadResponse: ...
    def get_credentials(self, name: str, version: str, **kwargs: Any) -> DatasetCredential: ...


class TelemetryOperations:
    def get_application_insights_connection_string(self) -> str: ...
    def get_connection_string(self) -> str: ...
    def enable(self, *, destination: Any = ..., **kwargs: Any) -> None: ...


class DeploymentsOperations:
    def get(self, name: str, **kwargs: Any) -> Deployment: ...
    def list(
        self, *, model_publisher: str | None = ..., model_name: str | None = ...,
        deployment_type: str | DeploymentType | None = ..., **kwargs: Any,
    ) -> ItemPaged[Deployment]: ...


class IndexesOperations:
    def list_versions(self, name: str, **kwargs: Any) -> ItemPaged[Index]: ...
    def list(self, **kwargs: Any) -> ItemPaged[Index]: ...
    def get(self, name: str, version: str, **kwargs: Any) -> Index: ...
    def delete(self, name: str, version: str, **kwargs: Any) -> None: ...
    def create_or_update(
        self, name: str, version: str, index: Index, *, content_type: str = ..., body: Index = ..., **kwargs: Any,
    ) -> Index: ...


class InferenceOperations:
    def get_chat_completions_client(self, *, connection_name: str | None = ..., **kwargs: Any) -> Any: ...
    def get_embeddings_client(self, *, connection_name: str | None = ..., **kwargs: Any) -> Any: ...
    def get_image_embeddings_client(self, *, connection_name: str | None = ..., **kwargs: Any) -> Any: ...
    def get_azure_openai_client(
        self, *, api_version: str | None = ..., connection_name: str | None = ..., **kwargs: Any,
    ) -> AzureOpenAI: ...


class EvaluationsOperations:
    def get(self, name: str, *, id: str = ..., **kwargs: Any) -> Evaluation: ...
    def list(self, *, top: int | None = ..., skip: int | None = ..., **kwargs: Any) -> Iterable[Evaluation]: ...
    def create(self, evaluation: Evaluation, *, content_type: str = ..., **kwargs: Any) -> Evaluation: ...
    def create_agent_evaluation(
        self, evaluation: AgentEvaluationRequest, *, content_type: str = ..., **kwargs: Any,
    ) -> AgentEvaluation: ...
    def update(self, id: str, resource: Evaluation, *, content_type: str = ..., **kwargs: Any) -> Evaluation: ...
    def get_schedule(self, name: str, **kwargs: Any) -> EvaluationSchedule: ...
    def create_or_replace_schedule(
        self, name: str, resource: EvaluationSchedule, *, content_type: str = ..., **kwargs: Any,
    ) -> EvaluationSchedule: ...
    def list_schedule(
        self, *, top: int | None = ..., skip: int | None = ..., **kwargs: Any,
    ) -> Iterable[EvaluationSchedule]: ...
    def disable_schedule(self, name: str, **kwargs: Any) -> None: ...
