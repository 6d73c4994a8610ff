from datetime import datetime
from enum import Enum
from typing import Any, Callable, Literal, Mapping

from azure.ai.agents._model import Model
from azure.ai.agents.models import (
    AISearchIndexResource as _ModelsAISearchIndexResource,
    Agent,
    AgentEventHandler,
    AgentRunStream,
    AgentStreamEvent,
    AgentThread,
    AgentThreadCreationOptions,
    AgentsNamedToolChoice,
    AgentsNamedToolChoiceType,
    AsyncAgentEventHandler,
    AsyncAgentRunStream,
    AsyncFunctionTool,
    AsyncToolSet,
    AzureAISearchQueryType as _ModelsAzureAISearchQueryType,
    AzureAISearchTool as _ModelsAzureAISearchTool,
    AzureAISearchToolDefinition,
    AzureAISearchToolResource as _ModelsAzureAISearchToolResource,
    AzureFunctionBinding as _ModelsAzureFunctionBinding,
    AzureFunctionDefinition as _ModelsAzureFunctionDefinition,
    AzureFunctionStorageQueue as _ModelsAzureFunctionStorageQueue,
    AzureFunctionTool as _ModelsAzureFunctionTool,
    AzureFunctionToolDefinition,
    BaseAgentEventHandler,
    BaseAgentEventHandlerT,
    BaseAsyncAgentEventHandler,
    BaseAsyncAgentEventHandlerT,
    BingCustomSearchConfiguration as _ModelsBingCustomSearchConfiguration,
    BingCustomSearchTool,
    BingCustomSearchToolDefinition,
    BingCustomSearchToolParameters as _ModelsBingCustomSearchToolParameters,
    BingGroundingSearchConfiguration as _ModelsBingGroundingSearchConfiguration,
    BingGroundingSearchToolParameters as _ModelsBingGroundingSearchToolParameters,
    BingGroundingTool as _ModelsBingGroundingTool,
    BingGroundingToolDefinition,
    BrowserAutomationTool as _ModelsBrowserAutomationTool,
    BrowserAutomationToolConnectionParameters as _ModelsBrowserAutomationToolConnectionParameters,
    BrowserAutomationToolParameters as _ModelsBrowserAutomationToolParameters,
    CodeInterpreterTool as _ModelsCodeInterpreterTool,
    CodeInterpreterToolDefinition,
    CodeInterpreterToolResource,
    ConnectedAgentDetails,
    ConnectedAgentTool,
    ConnectedAgentToolDefinition,
    DoneEvent,
    ErrorEvent,
    FabricDataAgentToolParameters as _ModelsFabricDataAgentToolParameters,
    FabricTool,
    FileListResponse,
    FilePurpose,
    FileSearchRankingOptions,
    FileSearchTool as _ModelsFileSearchTool,
    FileSearchToolCallContent,
    FileSearchToolDefinition,
    FileSearchToolDefinitionDetails,
    FileSearchToolResource,
    FileState,
    FunctionDefinition,
    FunctionName,
    FunctionTool as _ModelsFunctionTool,
    FunctionToolDefinition,
    ImageDetailLevel,
    IncompleteDetailsReason,
    IncompleteRunDetails,
    ListSortOrder,
    MessageAttachment,
    MessageBlockType,
    MessageContent,
    MessageDelta,
    MessageDeltaChunk,
    MessageDeltaContent,
    MessageDeltaImageFileContent,
    MessageDeltaImageFileContentObject,
    MessageDeltaTextAnnotation,
    MessageDeltaTextContent,
    MessageDeltaTextContentObject,
    MessageDeltaTextFileCitationAnnotation,
    MessageDeltaTextFileCitationAnnotationObject,
    MessageDeltaTextFilePathAnnotation,
    MessageDeltaTextFilePathAnnotationObject,
    MessageDeltaTextUrlCitationAnnotation,
    MessageDeltaTextUrlCitationDetails,
    MessageImageFileContent,
    MessageImageFileDetails,
    MessageImageFileParam,
    MessageImageUrlParam,
    MessageIncompleteDetails,
    MessageIncompleteDetailsReason,
    MessageInputContentBlock,
    MessageInputImageFileBlock,
    MessageInputImageUrlBlock,
    MessageInputTextBlock,
    MessageRole,
    MessageStatus,
    MessageStreamEvent,
    MessageTextAnnotation,
    MessageTextContent,
    MessageTextDetails,
    MessageTextFileCitationAnnotation,
    MessageTextFileCitationDetails,
    MessageTextFilePathAnnotation,
    MessageTextFilePathDetails,
    MessageTextUrlCitationAnnotation,
    MessageTextUrlCitationDetails,
    MicrosoftFabricToolDefinition,
    OpenApiAnonymousAuthDetails,
    OpenApiAuthDetails as _ModelsOpenApiAuthDetails,
    OpenApiAuthType as _ModelsOpenApiAuthType,
    OpenApiConnectionAuthDetails,
    OpenApiConnectionSecurityScheme,
    OpenApiFunctionDefinition as _ModelsOpenApiFunctionDefinition,
    OpenApiManagedAuthDetails,
    OpenApiManagedSecurityScheme,
    OpenApiTool as _ModelsOpenApiTool,
    OpenApiToolDefinition,
    RequiredAction,
    RequiredFunctionToolCall,
    RequiredFunctionToolCallDetails,
    RequiredToolCall,
    ResponseFormat,
    ResponseFormatJsonSchema,
    ResponseFormatJsonSchemaType,
    RunAdditionalFieldList,
    RunCompletionUsage,
    RunError,
    RunStatus,
    RunStep,
    RunStepAzureAISearchToolCall,
    RunStepBingGroundingToolCall,
    RunStepCodeInterpreterImageOutput,
    RunStepCodeInterpreterImageReference,
    RunStepCodeInterpreterLogOutput,
    RunStepCodeInterpreterToolCall,
    RunStepCodeInterpreterToolCallDetails,
    RunStepCodeInterpreterToolCallOutput,
    RunStepCompletionUsage,
    RunStepDelta,
    RunStepDeltaChunk,
    RunStepDeltaCodeInterpreterDetailItemObject,
    RunStepDeltaCodeInterpreterImageOutput,
    RunStepDeltaCodeInterpreterImageOutputObject,
    RunStepDeltaCodeInterpreterLogOutput,
    RunStepDeltaCodeInterpreterOutput,
    RunStepDeltaCodeInterpreterToolCall,
    RunStepDeltaDetail,
    RunStepDeltaFileSearchToolCall,
    RunStepDeltaFunction,
    RunStepDeltaFunctionToolCall,
    RunStepDeltaMessageCreation,
    RunStepDeltaMessageCreationObject,
    RunStepDeltaToolCall,
    RunStepDeltaToolCallObject,
    RunStepDetails,
    RunStepError,
    RunStepErrorCode,
    RunStepFileSearchToolCall,
    RunStepFileSearchToolCallResult,
    RunStepFileSearchToolCallResults,
    RunStepFunctionToolCall,
    RunStepFunctionToolCallDetails,
    RunStepMessageCreationDetails,
    RunStepMessageCreationReference,
    RunStepMicrosoftFabricToolCall,
    RunStepOpenAPIToolCall,
    RunStepSharepointToolCall,
    RunStepStatus,
    RunStepStreamEvent,
    RunStepToolCall,
    RunStepToolCallDetails,
    RunStepType,
    RunStreamEvent,
    SharepointGroundingToolParameters as _ModelsSharepointGroundingToolParameters,
    SharepointTool,
    SharepointToolDefinition,
    StreamEventData,
    SubmitToolOutputsAction,
    SubmitToolOutputsDetails,
    ThreadMessage,
    ThreadMessageOptions,
    ThreadRun,
    ThreadStreamEvent,
    Tool as _ModelsTool,
    ToolConnection,
    ToolDefinition,
    ToolOutput,
    ToolResources,
    ToolSet,
    TruncationObject,
    TruncationStrategy,
    VectorStore,
    VectorStoreAutoChunkingStrategyRequest,
    VectorStoreAutoChunkingStrategyResponse,
    VectorStoreChunkingStrategyRequest,
    VectorStoreChunkingStrategyRequestType,
    VectorStoreChunkingStrategyResponse,
    VectorStoreChunkingStrategyResponseType,
    VectorStoreConfiguration,
    VectorStoreConfigurations,
    VectorStoreDataSource,
    VectorStoreDataSourceAssetType,
    VectorStoreExpirationPolicy,
    VectorStoreExpirationPolicyAnchor,
    VectorStoreFile,
    VectorStoreFileBatch,
    VectorStoreFileBatchStatus,
    VectorStoreFileCount,
    VectorStoreFileError,
    VectorStoreFileErrorCode,
    VectorStoreFileStatus,
    VectorStoreFileStatusFilter,
    VectorStoreStaticChunkingStrategyOptions,
    VectorStoreStaticChunkingStrategyRequest,
    VectorStoreStaticChunkingStrategyResponse,
    VectorStoreStatus,
)


class BaseCredentials(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class CustomCredential(BaseCredentials):
    credential_keys: dict[str, str]
    type: Literal[CredentialType.CUSTOM]
    def __init__(self, *args: Any, mapping: Mapping[str, Any] = ..., **kwargs: Any) -> None: ...


class Tool(_ModelsTool, Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class A2APreviewTool(Tool):
    type: Literal[ToolType.A2A_PREVIEW]
    base_url: str | None
    agent_card_path: str | None
    project_connection_id: str | None
    send_credentials_for_agent_card: bool | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, base_url: str | None = ..., agent_card_path: str | None = ...,
        project_connection_id: str | None = ..., send_credentials_for_agent_card: bool | None = ...,
    ) -> None: ...


class A2AProtocolConfiguration(Model): ...


class A2ATool(Tool):
    type: Literal[ToolType.A2_A]
    base_url: str | None
    agent_card_path: str | None
    project_connection_id: str | None
    send_credentials_for_agent_card: bool | None
    a2a_version: str | A2AProtocolVersion
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, a2a_version: str | A2AProtocolVersion = ...,
        base_url: str | None = ..., agent_card_path: str | None = ..., project_connection_id: str | None = ...,
        send_credentials_for_agent_card: bool | None = ...,
    ) -> None: ...


class AISearchIndexResource(_ModelsAISearchIndexResource, Model):
    project_connection_id: str | None
    index_name: str | None
    query_type: str | AzureAISearchQueryType | None
    top_k: int | None
    filter: str | None
    index_asset_id: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str | None = ...,
        index_name: str | None = ..., query_type: str | AzureAISearchQueryType | None = ..., top_k: int | None = ...,
        filter: str | None = ..., index_asset_id: str | None = ..., index_connection_id: str | None = ...,
    ) -> None: ...


class ActivityProtocolConfiguration(Model):
    enable_m365_public_endpoint: bool | None
    access_boundaries: list[str | ActivityProtocolAccessBoundary] | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, enable_m365_public_endpoint: bool | None = ...) -> None: ...


class AgentBlueprintReference(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class AgentCard(Model):
    version: str
    description: str | None
    skills: list[Any]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, version: str, skills: list[Any], description: str | None = ...,
    ) -> None: ...


class AgentDefinition(Model):
    kind: str
    rai_config: RaiConfig | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, kind: str, rai_config: RaiConfig | None = ...) -> None: ...


class AgentDetails(Model):
    object: Literal[AgentObjectType.AGENT]
    id: str
    name: str
    state: str | AgentState
    configuration_state: str | AgentState
    state_source: str | AgentStateSource | None
    versions: AgentObjectVersions
    agent_endpoint: AgentEndpointConfig | None
    digital_worker_type: str | DigitalWorkerType | None
    instance_identity: AgentIdentity | None
    blueprint: AgentIdentity | None
    blueprint_reference: AgentBlueprintReference | None
    agent_card: AgentCard | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, object: Literal[AgentObjectType.AGENT] = ..., id: str, name: str,
        versions: AgentObjectVersions, agent_endpoint: AgentEndpointConfig | None = ...,
        digital_worker_type: str | DigitalWorkerType | None = ..., agent_card: AgentCard | None = ...,
    ) -> None: ...


class AgentEndpointAuthorizationScheme(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class AgentEndpointConfig(Model):
    version_selector: VersionSelector | None
    protocol_configuration: ProtocolConfiguration | None
    authorization_schemes: list[AgentEndpointAuthorizationScheme] | None
    publish_approval_status: str | PublishApprovalStatus | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, version_selector: VersionSelector | None = ...,
        protocol_configuration: ProtocolConfiguration | None = ...,
        authorization_schemes: list[AgentEndpointAuthorizationScheme] | None = ...,
    ) -> None: ...


class AgentHarness(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class AgentIdentity(Model):
    principal_id: str
    client_id: str
    status: str | AgentIdentityStatus | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, principal_id: str, client_id: str,
        status: str | AgentIdentityStatus | None = ...,
    ) -> None: ...


class AgentObjectVersions(Model):
    latest: AgentVersionDetails
    def __init__(self, mapping: Mapping[str, Any] = ..., *, latest: AgentVersionDetails) -> None: ...


class AgentReference(Model):
    type: Literal["agent_reference"]
    name: str
    version: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, name: str, version: str | None = ...) -> None: ...


class AgentVersionDetails(Model):
    metadata: dict[str, str]
    object: Literal[AgentObjectType.AGENT_VERSION]
    id: str
    name: str
    version: str
    description: str | None
    created_at: datetime
    definition: AgentDefinition
    draft: bool | None
    status: str | AgentVersionStatus | None
    instance_identity: AgentIdentity | None
    blueprint: AgentIdentity | None
    blueprint_reference: AgentBlueprintReference | None
    agent_guid: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, metadata: dict[str, str],
        object: Literal[AgentObjectType.AGENT_VERSION] = ..., id: str, name: str, version: str, created_at: datetime,
        definition: AgentDefinition, description: str | None = ..., draft: bool | None = ...,
        status: str | AgentVersionStatus | None = ...,
    ) -> None: ...


class ApiKeyCredentials(BaseCredentials):
    type: Literal[CredentialType.API_KEY]
    api_key: str | None
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class ApplyPatchToolParam(Tool):
    type: Literal[ToolType.APPLY_PATCH]
    allowed_callers: list[str | CallableToolAllowedCaller] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *,
        allowed_callers: list[str | CallableToolAllowedCaller] | None = ...,
    ) -> None: ...


class ApproximateLocation(Model):
    type: Literal["approximate"]
    country: str | None
    region: str | None
    city: str | None
    timezone: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, country: str | None = ..., region: str | None = ...,
        city: str | None = ..., timezone: str | None = ...,
    ) -> None: ...


class AutoCodeInterpreterToolParam(Model):
    type: Literal["auto"]
    file_ids: list[str] | None
    memory_limit: Any
    network_policy: ContainerNetworkPolicyParam | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, file_ids: list[str] | None = ..., memory_limit: Any = ...,
        network_policy: ContainerNetworkPolicyParam | None = ...,
    ) -> None: ...


class Index(Model):
    type: str
    id: str | None
    name: str
    version: str
    description: str | None
    tags: dict[str, str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, type: str, description: str | None = ...,
        tags: dict[str, str] | None = ...,
    ) -> None: ...


class AzureAISearchIndex(Index):
    type: Literal[IndexType.AZURE_SEARCH]
    connection_name: str
    index_name: str
    field_mapping: FieldMapping | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection_name: str, index_name: str,
        description: str | None = ..., tags: dict[str, str] | None = ..., field_mapping: FieldMapping | None = ...,
    ) -> None: ...


class AzureAISearchTool(_ModelsAzureAISearchTool, Tool):
    type: Literal[ToolType.AZURE_AI_SEARCH]
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    azure_ai_search: AzureAISearchToolResource
    def __init__(
        self, index_connection_id: str = ..., index_name: str = ..., query_type: _ModelsAzureAISearchQueryType = ...,
        filter: str = ..., top_k: int = ..., index_asset_id: str = ..., mapping: Mapping[str, Any] = ..., *,
        azure_ai_search: AzureAISearchToolResource = ..., name: str | None = ..., description: str | None = ...,
        tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class AzureAISearchToolResource(_ModelsAzureAISearchToolResource, Model):
    indexes: list[AISearchIndexResource]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, indexes: list[AISearchIndexResource] = ...,
        index_list: list[_ModelsAISearchIndexResource] | None = ...,
    ) -> None: ...


class AzureFunctionBinding(_ModelsAzureFunctionBinding, Model):
    type: Literal["storage_queue"]
    storage_queue: AzureFunctionStorageQueue
    def __init__(self, mapping: Mapping[str, Any] = ..., *, storage_queue: AzureFunctionStorageQueue = ...) -> None: ...


class AzureFunctionDefinition(_ModelsAzureFunctionDefinition, Model):
    function: AzureFunctionDefinitionFunction
    input_binding: AzureFunctionBinding
    output_binding: AzureFunctionBinding
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, function: AzureFunctionDefinitionFunction = ...,
        input_binding: AzureFunctionBinding = ..., output_binding: AzureFunctionBinding = ...,
    ) -> None: ...


class AzureFunctionDefinitionFunction(Model):
    name: str
    description: str | None
    parameters: dict[str, Any]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, parameters: dict[str, Any],
        description: str | None = ...,
    ) -> None: ...


class AzureFunctionStorageQueue(_ModelsAzureFunctionStorageQueue, Model):
    queue_service_endpoint: str
    queue_name: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, queue_service_endpoint: str = ..., queue_name: str = ...,
        storage_service_endpoint: str = ...,
    ) -> None: ...


class AzureFunctionTool(_ModelsAzureFunctionTool, Tool):
    type: Literal[ToolType.AZURE_FUNCTION]
    tool_configs: dict[str, ToolConfig] | None
    azure_function: AzureFunctionDefinition
    def __init__(
        self, name: str = ..., description: str = ..., parameters: dict[str, Any] = ...,
        input_queue: _ModelsAzureFunctionStorageQueue = ..., output_queue: _ModelsAzureFunctionStorageQueue = ...,
        mapping: Mapping[str, Any] = ..., *, azure_function: AzureFunctionDefinition = ...,
        tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class AzureOpenAIModelConfiguration(Model):
    type: Literal["AzureOpenAIModel"]
    model_deployment_name: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, model_deployment_name: str) -> None: ...


class BingCustomSearchConfiguration(_ModelsBingCustomSearchConfiguration, Model):
    project_connection_id: str
    instance_name: str
    market: str | None
    set_lang: str | None
    count: int | None
    freshness: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str = ..., instance_name: str = ...,
        market: str | None = ..., set_lang: str | None = ..., count: int | None = ..., freshness: str | None = ...,
        connection_id: str = ...,
    ) -> None: ...


class BingCustomSearchPreviewTool(Tool):
    type: Literal[ToolType.BING_CUSTOM_SEARCH_PREVIEW]
    bing_custom_search_preview: BingCustomSearchToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, bing_custom_search_preview: BingCustomSearchToolParameters,
    ) -> None: ...


class BingCustomSearchToolParameters(_ModelsBingCustomSearchToolParameters, Model):
    search_configurations: list[BingCustomSearchConfiguration]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, search_configurations: list[BingCustomSearchConfiguration] = ...,
    ) -> None: ...


class BingGroundingSearchConfiguration(_ModelsBingGroundingSearchConfiguration, Model):
    project_connection_id: str
    market: str | None
    set_lang: str | None
    count: int | None
    freshness: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str = ..., market: str | None = ...,
        set_lang: str | None = ..., count: int | None = ..., freshness: str | None = ..., connection_id: str = ...,
    ) -> None: ...


class BingGroundingSearchToolParameters(_ModelsBingGroundingSearchToolParameters, Model):
    search_configurations: list[BingGroundingSearchConfiguration]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *,
        search_configurations: list[BingGroundingSearchConfiguration] = ...,
    ) -> None: ...


class BingGroundingTool(_ModelsBingGroundingTool, Tool):
    type: Literal[ToolType.BING_GROUNDING]
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    bing_grounding: BingGroundingSearchToolParameters
    def __init__(
        self, connection_id: str = ..., market: str = ..., set_lang: str = ..., count: int = ...,
        freshness: str = ..., mapping: Mapping[str, Any] = ..., *,
        bing_grounding: BingGroundingSearchToolParameters = ..., name: str | None = ...,
        description: str | None = ..., tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class BlobReference(Model):
    blob_uri: str
    storage_account_arm_id: str
    credential: BlobReferenceSasCredential
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, blob_uri: str, storage_account_arm_id: str,
        credential: BlobReferenceSasCredential,
    ) -> None: ...


class BlobReferenceSasCredential(Model):
    sas_uri: str
    type: Literal["SAS"]
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...


class BrowserAutomationPreviewTool(Tool):
    type: Literal[ToolType.BROWSER_AUTOMATION_PREVIEW]
    browser_automation_preview: BrowserAutomationToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, browser_automation_preview: BrowserAutomationToolParameters,
    ) -> None: ...


class BrowserAutomationTool(_ModelsBrowserAutomationTool, Tool):
    type: Literal[ToolType.BROWSER_AUTOMATION]
    browser_automation: BrowserAutomationToolParameters
    def __init__(
        self, connection_id: str = ..., mapping: Mapping[str, Any] = ..., *,
        browser_automation: BrowserAutomationToolParameters = ...,
    ) -> None: ...


class BrowserAutomationToolConnectionParameters(_ModelsBrowserAutomationToolConnectionParameters, Model):
    project_connection_id: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str = ..., id: str = ...,
    ) -> None: ...


class BrowserAutomationToolParameters(_ModelsBrowserAutomationToolParameters, Model):
    connection: BrowserAutomationToolConnectionParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection: BrowserAutomationToolConnectionParameters = ...,
    ) -> None: ...


class CaptureStructuredOutputsTool(Tool):
    type: Literal[ToolType.CAPTURE_STRUCTURED_OUTPUTS]
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    outputs: StructuredOutputDefinition
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, outputs: StructuredOutputDefinition, name: str | None = ...,
        description: str | None = ..., tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class CodeConfiguration(Model):
    runtime: str
    entry_point: list[str]
    dependency_resolution: str | CodeDependencyResolution
    content_hash: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, runtime: str, entry_point: list[str],
        dependency_resolution: str | CodeDependencyResolution,
    ) -> None: ...


class CodeInterpreterTool(_ModelsCodeInterpreterTool, Tool):
    type: Literal[ToolType.CODE_INTERPRETER]
    allowed_callers: list[str | CallableToolAllowedCaller] | None
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    container: str | AutoCodeInterpreterToolParam | None
    def __init__(
        self, file_ids: list[str] | None = ..., mapping: Mapping[str, Any] = ..., *,
        allowed_callers: list[str | CallableToolAllowedCaller] | None = ..., name: str | None = ...,
        description: str | None = ..., tool_configs: dict[str, ToolConfig] | None = ...,
        container: str | AutoCodeInterpreterToolParam | None = ...,
        data_sources: list[VectorStoreDataSource] | None = ...,
    ) -> None: ...


class ComputerTool(Tool):
    type: Literal[ToolType.COMPUTER]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class ComputerUsePreviewTool(Tool):
    type: Literal[ToolType.COMPUTER_USE_PREVIEW]
    environment: str | ComputerEnvironment
    display_width: int
    display_height: int
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, environment: str | ComputerEnvironment, display_width: int,
        display_height: int,
    ) -> None: ...


class Connection(Model):
    name: str
    id: str
    type: str | ConnectionType
    target: str
    is_default: bool
    credentials: BaseCredentials
    metadata: dict[str, str]


class ContainerConfiguration(Model):
    image: str
    registry_connection_id: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, image: str, registry_connection_id: str | None = ...,
    ) -> None: ...


class ContainerNetworkPolicyParam(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class CosmosDBIndex(Index):
    type: Literal[IndexType.COSMOS_DB]
    connection_name: str
    database_name: str
    container_name: str
    embedding_configuration: EmbeddingConfiguration
    field_mapping: FieldMapping
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection_name: str, database_name: str, container_name: str,
        embedding_configuration: EmbeddingConfiguration, field_mapping: FieldMapping, description: str | None = ...,
        tags: dict[str, str] | None = ...,
    ) -> None: ...


class Trigger(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class CronTrigger(Trigger):
    type: Literal[TriggerType.CRON]
    expression: str
    time_zone: str | None
    start_time: datetime | None
    end_time: datetime | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, expression: str, time_zone: str | None = ...,
        start_time: datetime | None = ..., end_time: datetime | None = ...,
    ) -> None: ...


class CustomToolParam(Tool):
    type: Literal[ToolType.CUSTOM]
    name: str
    async_property: bool | None
    description: str | None
    format: CustomToolParamFormat | None
    defer_loading: bool | None
    allowed_callers: list[str | CallableToolAllowedCaller] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, async_property: bool | None = ...,
        description: str | None = ..., format: CustomToolParamFormat | None = ..., defer_loading: bool | None = ...,
        allowed_callers: list[str | CallableToolAllowedCaller] | None = ...,
    ) -> None: ...


class CustomToolParamFormat(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class DatasetCredential(Model):
    blob_reference: BlobReference
    def __init__(self, mapping: Mapping[str, Any] = ..., *, blob_reference: BlobReference) -> None: ...


class DatasetVersion(Model):
    data_uri: str
    type: str
    is_reference: bool | None
    connection_name: str | None
    id: str | None
    name: str
    version: str
    description: str | None
    tags: dict[str, str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data_uri: str, type: str, connection_name: str | None = ...,
        description: str | None = ..., tags: dict[str, str] | None = ...,
    ) -> None: ...


class DeleteAgentResponse(Model):
    object: Literal[AgentObjectType.AGENT_DELETED]
    name: str
    deleted: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, object: Literal[AgentObjectType.AGENT_DELETED] = ..., name: str,
        deleted: bool,
    ) -> None: ...


class DeleteAgentVersionResponse(Model):
    object: Literal[AgentObjectType.AGENT_VERSION_DELETED]
    name: str
    version: str
    deleted: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, object: Literal[AgentObjectType.AGENT_VERSION_DELETED] = ...,
        name: str, version: str, deleted: bool,
    ) -> None: ...


class Deployment(Model):
    type: str
    name: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class EmbeddingConfiguration(Model):
    model_deployment_name: str
    embedding_field: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, model_deployment_name: str, embedding_field: str,
    ) -> None: ...


class EmptyModelParam(Model): ...


class EntraIDCredentials(BaseCredentials):
    type: Literal[CredentialType.ENTRA_ID]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class EvaluationTarget(Model):
    type: str
    system_message: str
    model_params: dict[str, Any] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, type: str = ..., system_message: str = ...,
        model_config: TargetModelConfig = ..., model_params: dict[str, Any] | None = ...,
    ) -> None: ...


class ExternalAgentDefinition(AgentDefinition):
    kind: Literal[AgentKind.EXTERNAL]
    otel_agent_id: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, rai_config: RaiConfig | None = ...,
        otel_agent_id: str | None = ...,
    ) -> None: ...


class FabricDataAgentToolParameters(_ModelsFabricDataAgentToolParameters, Model):
    project_connections: list[ToolProjectConnection] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, project_connections: list[ToolProjectConnection] | None = ...,
        connection_list: list[ToolConnection] | None = ...,
    ) -> None: ...


class FabricIQPreviewTool(Tool):
    type: Literal[ToolType.FABRIC_IQ_PREVIEW]
    project_connection_id: str
    server_label: str | None
    server_url: str | None
    require_approval: MCPToolRequireApproval | str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str, server_label: str | None = ...,
        server_url: str | None = ..., require_approval: MCPToolRequireApproval | str | None = ...,
    ) -> None: ...


class FieldMapping(Model):
    content_fields: list[str]
    filepath_field: str | None
    title_field: str | None
    url_field: str | None
    vector_fields: list[str] | None
    metadata_fields: list[str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, content_fields: list[str], filepath_field: str | None = ...,
        title_field: str | None = ..., url_field: str | None = ..., vector_fields: list[str] | None = ...,
        metadata_fields: list[str] | None = ...,
    ) -> None: ...


class FileDatasetVersion(DatasetVersion):
    type: Literal[DatasetType.URI_FILE]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data_uri: str, connection_name: str | None = ...,
        description: str | None = ..., tags: dict[str, str] | None = ...,
    ) -> None: ...


class FileSearchTool(_ModelsFileSearchTool, Tool):
    type: Literal[ToolType.FILE_SEARCH]
    vector_store_ids: list[str]
    max_num_results: int | None
    ranking_options: RankingOptions | None
    filters: ComparisonFilter | CompoundFilter | None
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, vector_store_ids: list[str] = ...,
        max_num_results: int | None = ..., ranking_options: RankingOptions | None = ...,
        filters: ComparisonFilter | CompoundFilter | None = ..., name: str | None = ...,
        description: str | None = ..., tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class FolderDatasetVersion(DatasetVersion):
    type: Literal[DatasetType.URI_FOLDER]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data_uri: str, connection_name: str | None = ...,
        description: str | None = ..., tags: dict[str, str] | None = ...,
    ) -> None: ...


class FunctionShellToolParam(Tool):
    type: Literal[ToolType.SHELL]
    environment: FunctionShellToolParamEnvironment | None
    allowed_callers: list[str | CallableToolAllowedCaller] | None
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, environment: FunctionShellToolParamEnvironment | None = ...,
        allowed_callers: list[str | CallableToolAllowedCaller] | None = ..., name: str | None = ...,
        description: str | None = ..., tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class FunctionShellToolParamEnvironment(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class FunctionTool(_ModelsFunctionTool, Tool):
    type: Literal[ToolType.FUNCTION]
    name: str
    async_property: bool | None
    description: str | None
    parameters: dict[str, Any]
    output_schema: dict[str, Any] | None
    strict: bool
    defer_loading: bool | None
    allowed_callers: list[str | CallableToolAllowedCaller] | None
    def __init__(
        self, functions: set[Callable[..., Any]] = ..., mapping: Mapping[str, Any] = ..., *, name: str = ...,
        parameters: dict[str, Any] = ..., strict: bool = ..., async_property: bool | None = ...,
        description: str | None = ..., output_schema: dict[str, Any] | None = ..., defer_loading: bool | None = ...,
        allowed_callers: list[str | CallableToolAllowedCaller] | None = ...,
    ) -> None: ...


class FunctionToolParam(Model):
    name: str
    description: str | None
    parameters: EmptyModelParam | None
    strict: bool | None
    type: Literal["function"]
    async_property: bool | None
    output_schema: dict[str, Any] | None
    defer_loading: bool | None
    allowed_callers: list[str | CallableToolAllowedCaller] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, description: str | None = ...,
        parameters: EmptyModelParam | None = ..., strict: bool | None = ..., async_property: bool | None = ...,
        output_schema: dict[str, Any] | None = ..., defer_loading: bool | None = ...,
        allowed_callers: list[str | CallableToolAllowedCaller] | None = ...,
    ) -> None: ...


class GitHubCopilotToolsetConfig(Model):
    name: str | GitHubCopilotBuiltInTool
    enabled: bool | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str | GitHubCopilotBuiltInTool, enabled: bool | None = ...,
    ) -> None: ...


class GitHubCopilotToolsetDefaultConfig(Model):
    enabled: bool | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, enabled: bool | None = ...) -> None: ...


class GitHubCopilotToolsetPreview(Tool):
    type: Literal[ToolType.GITHUB_COPILOT_TOOLSET_PREVIEW]
    default_config: GitHubCopilotToolsetDefaultConfig | None
    configs: list[GitHubCopilotToolsetConfig] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, default_config: GitHubCopilotToolsetDefaultConfig | None = ...,
        configs: list[GitHubCopilotToolsetConfig] | None = ...,
    ) -> None: ...


class HostedAgentDefinition(AgentDefinition):
    kind: Literal[AgentKind.HOSTED]
    cpu: str
    memory: str
    environment_variables: dict[str, str] | None
    container_configuration: ContainerConfiguration | None
    protocol_versions: list[ProtocolVersionRecord] | None
    code_configuration: CodeConfiguration | None
    telemetry_config: TelemetryConfig | None
    session_configuration: SessionConfiguration | None
    enable_memory_snapshot: bool | None
    tools: list[Tool] | None
    container_protocol_versions: list[ProtocolVersionRecord]
    image: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, cpu: str, memory: str, rai_config: RaiConfig | None = ...,
        environment_variables: dict[str, str] | None = ...,
        container_configuration: ContainerConfiguration | None = ...,
        protocol_versions: list[ProtocolVersionRecord] | None = ...,
        code_configuration: CodeConfiguration | None = ..., telemetry_config: TelemetryConfig | None = ...,
        session_configuration: SessionConfiguration | None = ..., enable_memory_snapshot: bool | None = ...,
        container_protocol_versions: list[ProtocolVersionRecord] = ..., tools: list[Tool] | None = ...,
        image: str | None = ...,
    ) -> None: ...


class HybridSearchOptions(Model):
    embedding_weight: float
    text_weight: float
    def __init__(self, mapping: Mapping[str, Any] = ..., *, embedding_weight: float, text_weight: float) -> None: ...


class ImageGenTool(Tool):
    type: Literal[ToolType.IMAGE_GENERATION]
    model: str | None
    quality: Literal["low", "medium", "high", "auto"] | None
    size: str | None
    output_format: Literal["png", "webp", "jpeg"] | None
    output_compression: int | None
    moderation: Literal["auto", "low"] | None
    background: Literal["transparent", "opaque", "auto"] | None
    input_fidelity: str | InputFidelity | None
    input_image_mask: ImageGenToolInputImageMask | None
    partial_images: int | None
    action: str | ImageGenAction | None
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, model: str | None = ...,
        quality: Literal["low", "medium", "high", "auto"] | None = ..., size: str | None = ...,
        output_format: Literal["png", "webp", "jpeg"] | None = ..., output_compression: int | None = ...,
        moderation: Literal["auto", "low"] | None = ...,
        background: Literal["transparent", "opaque", "auto"] | None = ...,
        input_fidelity: str | InputFidelity | None = ..., input_image_mask: ImageGenToolInputImageMask | None = ...,
        partial_images: int | None = ..., action: str | ImageGenAction | None = ..., name: str | None = ...,
        description: str | None = ..., tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class ImageGenToolInputImageMask(Model):
    image_url: str | None
    file_id: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, image_url: str | None = ..., file_id: str | None = ...,
    ) -> None: ...


class InvocationsProtocolConfiguration(Model): ...


class InvocationsWsProtocolConfiguration(Model): ...


class LocalShellToolParam(Tool):
    type: Literal[ToolType.LOCAL_SHELL]
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str | None = ..., description: str | None = ...,
        tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class MCPTool(Tool):
    type: Literal[ToolType.MCP]
    server_label: str
    server_url: str | None
    connector_id: Literal["connector_dropbox", "connector_gmail", "connector_googlecalendar", "connector_googledrive", "connector_microsoftteams", "connector_outlookcalendar", "connector_outlookemail", "connector_sharepoint"] | None
    tunnel_id: str | None
    authorization: str | None
    server_description: str | None
    headers: dict[str, str] | None
    allowed_tools: list[str] | MCPToolFilter | None
    allowed_callers: list[str | CallableToolAllowedCaller] | None
    require_approval: MCPToolRequireApproval | Literal["always", "never"] | None
    defer_loading: bool | None
    project_connection_id: str | None
    tool_configs: dict[str, ToolConfig] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, server_label: str, server_url: str | None = ...,
        connector_id: Literal["connector_dropbox", "connector_gmail", "connector_googlecalendar", "connector_googledrive", "connector_microsoftteams", "connector_outlookcalendar", "connector_outlookemail", "connector_sharepoint"] | None = ...,
        tunnel_id: str | None = ..., authorization: str | None = ..., server_description: str | None = ...,
        headers: dict[str, str] | None = ..., allowed_tools: list[str] | MCPToolFilter | None = ...,
        allowed_callers: list[str | CallableToolAllowedCaller] | None = ...,
        require_approval: MCPToolRequireApproval | Literal["always", "never"] | None = ...,
        defer_loading: bool | None = ..., project_connection_id: str | None = ...,
        tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class MCPToolFilter(Model):
    tool_names: list[str] | None
    read_only: bool | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, tool_names: list[str] | None = ..., read_only: bool | None = ...,
    ) -> None: ...


class MCPToolRequireApproval(Model):
    always: MCPToolFilter | None
    never: MCPToolFilter | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, always: MCPToolFilter | None = ...,
        never: MCPToolFilter | None = ...,
    ) -> None: ...


class ManagedAzureAISearchIndex(Index):
    type: Literal[IndexType.MANAGED_AZURE_SEARCH]
    vector_store_id: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, vector_store_id: str, description: str | None = ...,
        tags: dict[str, str] | None = ...,
    ) -> None: ...


class McpProtocolConfiguration(Model): ...


class MemorySearchPreviewTool(Tool):
    type: Literal[ToolType.MEMORY_SEARCH_PREVIEW]
    memory_store_name: str
    scope: str
    search_options: Any
    update_delay: int | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, memory_store_name: str, scope: str, search_options: Any = ...,
        update_delay: int | None = ...,
    ) -> None: ...


class MicrosoftCopilotToolsetConfig(Model):
    name: str | MicrosoftCopilotBuiltInTool
    enabled: bool | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str | MicrosoftCopilotBuiltInTool,
        enabled: bool | None = ...,
    ) -> None: ...


class MicrosoftCopilotToolsetDefaultConfig(Model):
    enabled: bool | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, enabled: bool | None = ...) -> None: ...


class MicrosoftCopilotToolsetPreview(Tool):
    type: Literal[ToolType.MICROSOFT_COPILOT_TOOLSET_PREVIEW]
    default_config: MicrosoftCopilotToolsetDefaultConfig | None
    configs: list[MicrosoftCopilotToolsetConfig] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, default_config: MicrosoftCopilotToolsetDefaultConfig | None = ...,
        configs: list[MicrosoftCopilotToolsetConfig] | None = ...,
    ) -> None: ...


class MicrosoftFabricPreviewTool(Tool):
    type: Literal[ToolType.FABRIC_DATAAGENT_PREVIEW]
    fabric_dataagent_preview: FabricDataAgentToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, fabric_dataagent_preview: FabricDataAgentToolParameters,
    ) -> None: ...


class ModelDeployment(Deployment):
    type: Literal[DeploymentType.MODEL_DEPLOYMENT]
    model_name: str
    model_version: str
    model_publisher: str
    capabilities: dict[str, str]
    sku: ModelDeploymentSku
    connection_name: str | None
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class ModelDeploymentSku(Model):
    capacity: int
    family: str
    name: str
    size: str
    tier: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, capacity: int, family: str, name: str, size: str, tier: str,
    ) -> None: ...


class NamespaceToolParam(Tool):
    type: Literal[ToolType.NAMESPACE]
    name: str
    description: str
    tools: list[FunctionToolParam | CustomToolParam]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, description: str,
        tools: list[FunctionToolParam | CustomToolParam],
    ) -> None: ...


class NoAuthenticationCredentials(BaseCredentials):
    type: Literal[CredentialType.NONE]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class OpenApiAuthDetails(_ModelsOpenApiAuthDetails, Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str = ...) -> None: ...


class OpenApiFunctionDefinition(_ModelsOpenApiFunctionDefinition, Model):
    name: str
    description: str | None
    spec: dict[str, Any]
    auth: OpenApiAuthDetails
    default_params: list[str] | None
    functions: list[OpenApiFunctionDefinitionFunction] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str = ..., spec: dict[str, Any] = ...,
        auth: OpenApiAuthDetails = ..., description: str | None = ..., default_params: list[str] | None = ...,
    ) -> None: ...


class OpenApiFunctionDefinitionFunction(Model):
    name: str
    description: str | None
    parameters: dict[str, Any]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, parameters: dict[str, Any],
        description: str | None = ...,
    ) -> None: ...


class OpenApiProjectConnectionAuthDetails(OpenApiAuthDetails):
    type: Literal[OpenApiAuthType.PROJECT_CONNECTION]
    security_scheme: OpenApiProjectConnectionSecurityScheme
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, security_scheme: OpenApiProjectConnectionSecurityScheme,
    ) -> None: ...


class OpenApiProjectConnectionSecurityScheme(Model):
    project_connection_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str) -> None: ...


class OpenApiTool(_ModelsOpenApiTool, Tool):
    type: Literal[ToolType.OPENAPI]
    tool_configs: dict[str, ToolConfig] | None
    openapi: OpenApiFunctionDefinition
    def __init__(
        self, name: str = ..., description: str = ..., spec: Any = ..., auth: _ModelsOpenApiAuthDetails = ...,
        default_parameters: list[str] | None = ..., mapping: Mapping[str, Any] = ..., *,
        openapi: OpenApiFunctionDefinition = ..., tool_configs: dict[str, ToolConfig] | None = ...,
    ) -> None: ...


class PendingUploadRequest(Model):
    pending_upload_id: str | None
    connection_name: str | None
    pending_upload_type: Literal[PendingUploadType.BLOB_REFERENCE]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, pending_upload_type: Literal[PendingUploadType.BLOB_REFERENCE],
        pending_upload_id: str | None = ..., connection_name: str | None = ...,
    ) -> None: ...


class PendingUploadResponse(Model):
    blob_reference: BlobReference
    pending_upload_id: str
    version: str | None
    pending_upload_type: Literal[PendingUploadType.BLOB_REFERENCE]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, blob_reference: BlobReference, pending_upload_id: str,
        pending_upload_type: Literal[PendingUploadType.BLOB_REFERENCE], version: str | None = ...,
    ) -> None: ...


class ProgrammaticToolCallingParam(Tool):
    type: Literal[ToolType.PROGRAMMATIC_TOOL_CALLING]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class PromptAgentDefinition(AgentDefinition):
    kind: Literal[AgentKind.PROMPT]
    harness: AgentHarness | None
    model: str
    instructions: str | None
    skills: list[Any] | None
    temperature: float | None
    top_p: float | None
    reasoning: Reasoning | None
    tools: list[Tool] | None
    tool_choice: str | ToolChoiceParam | None
    text: PromptAgentDefinitionTextOptions | None
    structured_inputs: dict[str, StructuredInputDefinition] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, model: str, rai_config: RaiConfig | None = ...,
        harness: AgentHarness | None = ..., instructions: str | None = ..., skills: list[Any] | None = ...,
        temperature: float | None = ..., top_p: float | None = ..., reasoning: Reasoning | None = ...,
        tools: list[Tool] | None = ..., tool_choice: str | ToolChoiceParam | None = ...,
        text: PromptAgentDefinitionTextOptions | None = ...,
        structured_inputs: dict[str, StructuredInputDefinition] | None = ...,
    ) -> None: ...


class PromptAgentDefinitionTextOptions(Model):
    format: TextResponseFormat | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, format: TextResponseFormat | None = ...) -> None: ...


class ProtocolConfiguration(Model):
    activity: ActivityProtocolConfiguration | None
    responses: ResponsesProtocolConfiguration | None
    a2a: A2AProtocolConfiguration | None
    mcp: McpProtocolConfiguration | None
    invocations: InvocationsProtocolConfiguration | None
    invocations_ws: InvocationsWsProtocolConfiguration | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, activity: ActivityProtocolConfiguration | None = ...,
        responses: ResponsesProtocolConfiguration | None = ..., a2a: A2AProtocolConfiguration | None = ...,
        mcp: McpProtocolConfiguration | None = ..., invocations: InvocationsProtocolConfiguration | None = ...,
        invocations_ws: InvocationsWsProtocolConfiguration | None = ...,
    ) -> None: ...


class ProtocolVersionRecord(Model):
    protocol: str | AgentEndpointProtocol
    version: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, protocol: str | AgentEndpointProtocol, version: str,
    ) -> None: ...


class RaiConfig(Model):
    rai_policy_name: str
    invocations_moderation: RaiInvocationModeration | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, rai_policy_name: str,
        invocations_moderation: RaiInvocationModeration | None = ...,
    ) -> None: ...


class RaiInvocationModeration(Model):
    input_content_type: str | RaiInvocationContentType | None
    output_content_type: str | RaiInvocationContentType | None
    response_mode: str | RaiInvocationMode
    input_paths: list[str] | None
    output_paths: list[str] | None
    stream_selectors: list[RaiSseTextSelector] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, response_mode: str | RaiInvocationMode,
        input_content_type: str | RaiInvocationContentType | None = ...,
        output_content_type: str | RaiInvocationContentType | None = ..., input_paths: list[str] | None = ...,
        output_paths: list[str] | None = ..., stream_selectors: list[RaiSseTextSelector] | None = ...,
    ) -> None: ...


class RaiSseTextSelector(Model):
    event_type: str
    text_field: str | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, event_type: str, text_field: str | None = ...) -> None: ...


class RankingOptions(Model):
    ranker: str | RankerVersionType | None
    score_threshold: float | None
    hybrid_search: HybridSearchOptions | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, ranker: str | RankerVersionType | None = ...,
        score_threshold: float | None = ..., hybrid_search: HybridSearchOptions | None = ...,
    ) -> None: ...


class Reasoning(Model):
    mode: str | ReasoningModeEnum | None
    effort: str | ReasoningEffort | None
    summary: Literal["auto", "concise", "detailed"] | None
    context: Literal["auto", "current_turn", "all_turns"] | None
    generate_summary: Literal["auto", "concise", "detailed"] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, mode: str | ReasoningModeEnum | None = ...,
        effort: str | ReasoningEffort | None = ..., summary: Literal["auto", "concise", "detailed"] | None = ...,
        context: Literal["auto", "current_turn", "all_turns"] | None = ...,
        generate_summary: Literal["auto", "concise", "detailed"] | None = ...,
    ) -> None: ...


class RecurrenceSchedule(Model):
    type: str
    hours: list[int]
    minutes: list[int]
    week_days: list[str | WeekDays] | None
    month_days: list[int] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, type: str = ..., hours: list[int] = ..., minutes: list[int] = ...,
        week_days: list[str | WeekDays] | None = ..., month_days: list[int] | None = ...,
    ) -> None: ...


class RecurrenceTrigger(Trigger):
    type: Literal[TriggerType.RECURRENCE]
    start_time: datetime | None
    end_time: datetime | None
    time_zone: str | None
    interval: int
    schedule: RecurrenceSchedule
    frequency: str | Frequency
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, interval: int, schedule: RecurrenceSchedule = ...,
        start_time: datetime | None = ..., end_time: datetime | None = ..., time_zone: str | None = ...,
        frequency: str | Frequency = ...,
    ) -> None: ...


class RedTeam(Model):
    name: str
    display_name: str | None
    num_turns: int | None
    attack_strategies: list[str | AttackStrategy] | None
    simulation_only: bool | None
    risk_categories: list[str | RiskCategory] | None
    application_scenario: str | None
    tags: dict[str, str] | None
    properties: dict[str, str] | None
    status: str | None
    target: Any
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, target: Any, display_name: str | None = ...,
        num_turns: int | None = ..., attack_strategies: list[str | AttackStrategy] | None = ...,
        simulation_only: bool | None = ..., risk_categories: list[str | RiskCategory] | None = ...,
        application_scenario: str | None = ..., tags: dict[str, str] | None = ...,
        properties: dict[str, str] | None = ...,
    ) -> None: ...


class ResponsesProtocolConfiguration(Model): ...


class SASCredentials(BaseCredentials):
    type: Literal[CredentialType.SAS]
    sas_token: str | None
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class SessionConfiguration(Model):
    idle_timeout_seconds: Any
    def __init__(self, mapping: Mapping[str, Any] = ..., *, idle_timeout_seconds: Any = ...) -> None: ...


class SharepointGroundingToolParameters(_ModelsSharepointGroundingToolParameters, Model):
    project_connections: list[ToolProjectConnection] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, project_connections: list[ToolProjectConnection] | None = ...,
        connection_list: list[ToolConnection] | None = ...,
    ) -> None: ...


class SharepointPreviewTool(Tool):
    type: Literal[ToolType.SHAREPOINT_GROUNDING_PREVIEW]
    sharepoint_grounding_preview: SharepointGroundingToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, sharepoint_grounding_preview: SharepointGroundingToolParameters,
    ) -> None: ...


class StructuredInputDefinition(Model):
    description: str | None
    default_value: Any
    schema: dict[str, Any] | None
    required: bool | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, description: str | None = ..., default_value: Any = ...,
        schema: dict[str, Any] | None = ..., required: bool | None = ...,
    ) -> None: ...


class StructuredOutputDefinition(Model):
    name: str
    description: str
    schema: dict[str, Any]
    strict: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, description: str, schema: dict[str, Any], strict: bool,
    ) -> None: ...


class TelemetryConfig(Model):
    endpoints: list[TelemetryEndpoint]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, endpoints: list[TelemetryEndpoint]) -> None: ...


class TelemetryEndpoint(Model):
    kind: str
    data: list[str | TelemetryDataKind]
    auth: TelemetryEndpointAuth | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, kind: str, data: list[str | TelemetryDataKind],
        auth: TelemetryEndpointAuth | None = ...,
    ) -> None: ...


class TelemetryEndpointAuth(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class TextResponseFormat(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class TextResponseFormatJsonObject(TextResponseFormat):
    type: Literal[TextResponseFormatConfigurationType.JSON_OBJECT]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class TextResponseFormatJsonSchema(TextResponseFormat):
    type: Literal[TextResponseFormatConfigurationType.JSON_SCHEMA]
    description: str | None
    name: str
    schema: dict[str, Any]
    strict: bool | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, schema: dict[str, Any], description: str | None = ...,
        strict: bool | None = ...,
    ) -> None: ...


class TextResponseFormatText(TextResponseFormat):
    type: Literal[TextResponseFormatConfigurationType.TEXT]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class ToolChoiceParam(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class ToolConfig(Model):
    pin: bool | None
    additional_search_text: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, pin: bool | None = ..., additional_search_text: str | None = ...,
    ) -> None: ...


class ToolProjectConnection(Model):
    project_connection_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str) -> None: ...


class ToolSearchToolParam(Tool):
    type: Literal[ToolType.TOOL_SEARCH]
    execution: str | ToolSearchExecutionType | None
    description: str | None
    parameters: EmptyModelParam | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, execution: str | ToolSearchExecutionType | None = ...,
        description: str | None = ..., parameters: EmptyModelParam | None = ...,
    ) -> None: ...


class VersionSelectionRule(Model):
    type: str
    agent_version: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str, agent_version: str) -> None: ...


class VersionSelector(Model):
    version_selection_rules: list[VersionSelectionRule]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, version_selection_rules: list[VersionSelectionRule],
    ) -> None: ...


class WebIQPreviewTool(Tool):
    type: Literal[ToolType.WEB_IQ_PREVIEW]
    project_connection_id: str
    server_label: str | None
    require_approval: MCPToolRequireApproval | str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str, server_label: str | None = ...,
        require_approval: MCPToolRequireApproval | str | None = ...,
    ) -> None: ...


class WebSearchApproximateLocation(Model):
    type: Literal["approximate"]
    country: str | None
    region: str | None
    city: str | None
    timezone: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, country: str | None = ..., region: str | None = ...,
        city: str | None = ..., timezone: str | None = ...,
    ) -> None: ...


class WebSearchConfiguration(Model):
    project_connection_id: str
    instance_name: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str, instance_name: str) -> None: ...


class WebSearchPreviewTool(Tool):
    type: Literal[ToolType.WEB_SEARCH_PREVIEW]
    user_location: ApproximateLocation | None
    search_context_size: str | SearchContextSize | None
    search_content_types: list[str | SearchContentType] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, user_location: ApproximateLocation | None = ...,
        search_context_size: str | SearchContextSize | None = ...,
        search_content_types: list[str | SearchContentType] | None = ...,
    ) -> None: ...


class WebSearchTool(Tool):
    type: Literal[ToolType.WEB_SEARCH]
    external_web_access: bool | None
    filters: WebSearchToolFilters | None
    user_location: WebSearchApproximateLocation | None
    search_context_size: Literal["low", "medium", "high"] | None
    name: str | None
    description: str | None
    tool_configs: dict[str, ToolConfig] | None
    custom_search_configuration: WebSearchConfiguration | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, external_web_access: bool | None = ...,
        filters: WebSearchToolFilters | None = ..., user_location: WebSearchApproximateLocation | None = ...,
        search_context_size: Literal["low", "medium", "high"] | None = ..., name: str | None = ...,
        description: str | None = ..., tool_configs: dict[str, ToolConfig] | None = ...,
        custom_search_configuration: WebSearchConfiguration | None = ...,
    ) -> None: ...


class WebSearchToolFilters(Model):
    allowed_domains: list[str] | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, allowed_domains: list[str] | None = ...) -> None: ...


class WorkIQPreviewTool(Tool):
    type: Literal[ToolType.WORK_IQ_PREVIEW]
    project_connection_id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, project_connection_id: str) -> None: ...


class WorkflowAgentDefinition(AgentDefinition):
    kind: Literal[AgentKind.WORKFLOW]
    workflow: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, rai_config: RaiConfig | None = ..., workflow: str | None = ...,
    ) -> None: ...


class A2AProtocolVersion(str, Enum):
    V1_0 = "1.0"


class ActivityProtocolAccessBoundary(str, Enum):
    READ1_ON1_DEVELOPERS = "read.1on1.developers"
    READ1_ON1_MANAGER = "read.1on1.manager"
    READ1_ON1_ALLOWLISTED = "read.1on1.allowlisted"
    READ1_ON1_TENANT = "read.1on1.tenant"
    WRITE1_ON1_DEVELOPERS = "write.1on1.developers"
    WRITE1_ON1_MANAGER = "write.1on1.manager"
    WRITE1_ON1_ALLOWLISTED = "write.1on1.allowlisted"
    WRITE1_ON1_TENANT = "write.1on1.tenant"
    READ_GROUP_DEVELOPERS = "read.group.developers"
    READ_GROUP_ALLOWLISTED = "read.group.allowlisted"
    READ_GROUP_MANAGER_INVITED = "read.group.manager-invited"
    READ_GROUP_MANAGER_PRESENT = "read.group.manager-present"
    READ_GROUP_TENANT = "read.group.tenant"
    WRITE_GROUP_DEVELOPERS = "write.group.developers"
    WRITE_GROUP_ALLOWLISTED = "write.group.allowlisted"
    WRITE_GROUP_MANAGER_INVITED = "write.group.manager-invited"
    WRITE_GROUP_MANAGER_PRESENT = "write.group.manager-present"
    WRITE_GROUP_TENANT = "write.group.tenant"


class AgentEndpointProtocol(str, Enum):
    ACTIVITY = "activity"
    RESPONSES = "responses"
    A2A = "a2a"
    MCP = "mcp"
    INVOCATIONS = "invocations"
    VOICE = "voice"
    INVOCATIONS_WS = "invocations_ws"
    VOICE_CONVERSATION_ENGINE = "voice_conversation_engine"


class AgentIdentityStatus(str, Enum):
    ACTIVE = "active"
    DISABLED = "disabled"


class AgentKind(str, Enum):
    PROMPT = "prompt"
    HOSTED = "hosted"
    WORKFLOW = "workflow"
    EXTERNAL = "external"
    VOICE = "voice"
    CONTAINER_APP = "container_app"


class AgentObjectType(str, Enum):
    AGENT = "agent"
    AGENT_VERSION = "agent.version"
    AGENT_DELETED = "agent.deleted"
    AGENT_VERSION_DELETED = "agent.version.deleted"
    AGENT_CONTAINER = "agent.container"


class AgentState(str, Enum):
    ENABLED = "enabled"
    DISABLED = "disabled"


class AgentStateSource(str, Enum):
    AGENT_INSTANCE_IDENTITY = "agent_instance_identity"
    AGENT_BLUEPRINT = "agent_blueprint"


class AgentVersionStatus(str, Enum):
    CREATING = "creating"
    ACTIVE = "active"
    FAILED = "failed"
    DELETING = "deleting"
    DELETED = "deleted"


class AttackStrategy(str, Enum):
    EASY = "easy"
    MODERATE = "moderate"
    DIFFICULT = "difficult"
    ASCII_ART = "ascii_art"
    ASCII_SMUGGLER = "ascii_smuggler"
    ATBASH = "atbash"
    BASE64 = "base64"
    BINARY = "binary"
    CAESAR = "caesar"
    CHARACTER_SPACE = "character_space"
    JAILBREAK = "jailbreak"
    ANSI_ATTACK = "ansi_attack"
    CHARACTER_SWAP = "character_swap"
    SUFFIX_APPEND = "suffix_append"
    STRING_JOIN = "string_join"
    UNICODE_CONFUSABLE = "unicode_confusable"
    UNICODE_SUBSTITUTION = "unicode_substitution"
    DIACRITIC = "diacritic"
    FLIP = "flip"
    LEETSPEAK = "leetspeak"
    ROT13 = "rot13"
    MORSE = "morse"
    URL = "url"
    BASELINE = "baseline"
    INDIRECT_JAILBREAK = "indirect_jailbreak"
    TENSE = "tense"
    MULTI_TURN = "multi_turn"
    CRESCENDO = "crescendo"
    ANSII_ATTACK = "ansii_attack"


class AzureAISearchQueryType(str, Enum):
    SIMPLE = "simple"
    SEMANTIC = "semantic"
    VECTOR = "vector"
    VECTOR_SIMPLE_HYBRID = "vector_simple_hybrid"
    VECTOR_SEMANTIC_HYBRID = "vector_semantic_hybrid"


class CallableToolAllowedCaller(str, Enum):
    DIRECT = "direct"
    PROGRAMMATIC = "programmatic"


class CodeDependencyResolution(str, Enum):
    BUNDLED = "bundled"
    REMOTE_BUILD = "remote_build"


class ComputerEnvironment(str, Enum):
    WINDOWS = "windows"
    MAC = "mac"
    LINUX = "linux"
    UBUNTU = "ubuntu"
    BROWSER = "browser"


class ConnectionType(str, Enum):
    AZURE_OPEN_AI = "AzureOpenAI"
    AZURE_BLOB_STORAGE = "AzureBlob"
    AZURE_STORAGE_ACCOUNT = "AzureStorageAccount"
    AZURE_AI_SEARCH = "CognitiveSearch"
    COSMOS_DB = "CosmosDB"
    API_KEY = "ApiKey"
    APPLICATION_CONFIGURATION = "AppConfig"
    APPLICATION_INSIGHTS = "AppInsights"
    CUSTOM = "CustomKeys"
    REMOTE_TOOL = "RemoteTool_Preview"
    OPEN_API = "OpenAPI"
    REMOTE_A2A = "RemoteA2A"
    SERVERLESS = "Serverless"
    AZURE_AI_SERVICES = "AIServices"
    COGNITIVE_SERVICE = "CognitiveService"


class CredentialType(str, Enum):
    API_KEY = "ApiKey"
    ENTRA_ID = "AAD"
    SAS = "SAS"
    CUSTOM = "CustomKeys"
    NONE = "None"
    AGENTIC_IDENTITY_PREVIEW = "AgenticIdentityToken_Preview"
    AGENTIC_IDENTITY = "AgenticIdentityToken"


class DatasetType(str, Enum):
    URI_FILE = "uri_file"
    URI_FOLDER = "uri_folder"


class DeploymentType(str, Enum):
    MODEL_DEPLOYMENT = "ModelDeployment"


class DigitalWorkerType(str, Enum):
    M365 = "m365"


class GitHubCopilotBuiltInTool(str, Enum):
    FILESYSTEM_READ = "filesystem_read"
    FILESYSTEM_WRITE = "filesystem_write"
    SHELL = "shell"
    WEB = "web"
    SUBAGENTS = "subagents"


class ImageGenAction(str, Enum):
    GENERATE = "generate"
    EDIT = "edit"
    AUTO = "auto"


class IndexType(str, Enum):
    AZURE_SEARCH = "AzureSearch"
    COSMOS_DB = "CosmosDBNoSqlVectorStore"
    MANAGED_AZURE_SEARCH = "ManagedAzureSearch"


class InputFidelity(str, Enum):
    HIGH = "high"
    LOW = "low"


class MicrosoftCopilotBuiltInTool(str, Enum):
    FILESYSTEM_READ = "filesystem_read"
    FILESYSTEM_WRITE = "filesystem_write"
    SHELL = "shell"
    WEB = "web"
    SUBAGENTS = "subagents"


class OpenApiAuthType(str, Enum):
    ANONYMOUS = "anonymous"
    PROJECT_CONNECTION = "project_connection"
    MANAGED_IDENTITY = "managed_identity"


class PageOrder(str, Enum):
    ASC = "asc"
    DESC = "desc"


class PendingUploadType(str, Enum):
    NONE = "None"
    BLOB_REFERENCE = "BlobReference"
    TEMPORARY_BLOB_REFERENCE = "TemporaryBlobReference"


class PublishApprovalStatus(str, Enum):
    NOT_PUBLISHED = "not_published"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    NO_APPROVAL_NEEDED = "no_approval_needed"


class RaiInvocationContentType(str, Enum):
    JSON = "json"
    TEXT = "text"


class RaiInvocationMode(str, Enum):
    NON_STREAMING = "non_streaming"
    STREAMING = "streaming"
    BOTH = "both"


class RankerVersionType(str, Enum):
    AUTO = "auto"
    DEFAULT_2024_11_15 = "default-2024-11-15"


class ReasoningEffort(str, Enum):
    NONE = "none"
    MINIMAL = "minimal"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    XHIGH = "xhigh"
    MAX = "max"


class ReasoningModeEnum(str, Enum):
    STANDARD = "standard"
    PRO = "pro"


class RiskCategory(str, Enum):
    HATE_UNFAIRNESS = "HateUnfairness"
    VIOLENCE = "Violence"
    SEXUAL = "Sexual"
    SELF_HARM = "SelfHarm"
    PROTECTED_MATERIAL = "ProtectedMaterial"
    CODE_VULNERABILITY = "CodeVulnerability"
    UNGROUNDED_ATTRIBUTES = "UngroundedAttributes"
    PROHIBITED_ACTIONS = "ProhibitedActions"
    SENSITIVE_DATA_LEAKAGE = "SensitiveDataLeakage"
    TASK_ADHERENCE = "TaskAdherence"


class SearchContentType(str, Enum):
    TEXT = "text"
    IMAGE = "image"


class SearchContextSize(str, Enum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class TelemetryDataKind(str, Enum):
    CONTAINER_STDOUT_STDERR = "ContainerStdoutStderr"
    CONTAINER_OTEL = "ContainerOtel"
    METRICS = "Metrics"


class TextResponseFormatConfigurationType(str, Enum):
    TEXT = "text"
    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"


class ToolSearchExecutionType(str, Enum):
    SERVER = "server"
    CLIENT = "client"


class ToolType(str, Enum):
    FUNCTION = "function"
    FILE_SEARCH = "file_search"
    COMPUTER = "computer"
    COMPUTER_USE_PREVIEW = "computer_use_preview"
    WEB_SEARCH = "web_search"
    MCP = "mcp"
    CODE_INTERPRETER = "code_interpreter"
    PROGRAMMATIC_TOOL_CALLING = "programmatic_tool_calling"
    IMAGE_GENERATION = "image_generation"
    LOCAL_SHELL = "local_shell"
    SHELL = "shell"
    CUSTOM = "custom"
    NAMESPACE = "namespace"
    TOOL_SEARCH = "tool_search"
    WEB_SEARCH_PREVIEW = "web_search_preview"
    APPLY_PATCH = "apply_patch"
    A2A_PREVIEW = "a2a_preview"
    BING_CUSTOM_SEARCH_PREVIEW = "bing_custom_search_preview"
    BROWSER_AUTOMATION_PREVIEW = "browser_automation_preview"
    FABRIC_DATAAGENT_PREVIEW = "fabric_dataagent_preview"
    SHAREPOINT_GROUNDING_PREVIEW = "sharepoint_grounding_preview"
    MEMORY_SEARCH_PREVIEW = "memory_search_preview"
    WORK_IQ_PREVIEW = "work_iq_preview"
    FABRIC_IQ_PREVIEW = "fabric_iq_preview"
    TOOLBOX_SEARCH_PREVIEW = "toolbox_search_preview"
    WEB_IQ_PREVIEW = "web_iq_preview"
    GITHUB_COPILOT_TOOLSET_PREVIEW = "github_copilot_toolset_preview"
    A2_A = "a2a"
    AZURE_AI_SEARCH = "azure_ai_search"
    AZURE_FUNCTION = "azure_function"
    BING_GROUNDING = "bing_grounding"
    BROWSER_AUTOMATION = "browser_automation"
    CAPTURE_STRUCTURED_OUTPUTS = "capture_structured_outputs"
    OPENAPI = "openapi"
    MICROSOFT_COPILOT_TOOLSET_PREVIEW = "microsoft_copilot_toolset_preview"
    MEMORY_SEARCH = "memory_search"


class TargetConfig(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class AgentProtocol(str, Enum):
    ACTIVITY_PROTOCOL = "activity_protocol"
    RESPONSES = "responses"


class AgentId(Model):
    type: Literal["agent_id"]
    name: str
    version: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, name: str, version: str) -> None: ...


class AzureAISearchAgentTool(Tool):
    type: Literal[ToolType.AZURE_AI_SEARCH]
    azure_ai_search: AzureAISearchToolResource
    def __init__(self, mapping: Mapping[str, Any] = ..., *, azure_ai_search: AzureAISearchToolResource) -> None: ...


class AzureFunctionAgentTool(Tool):
    type: Literal[ToolType.AZURE_FUNCTION]
    azure_function: AzureFunctionDefinition
    def __init__(self, mapping: Mapping[str, Any] = ..., *, azure_function: AzureFunctionDefinition) -> None: ...


class BingCustomSearchAgentTool(Tool):
    type: Literal[ToolType.BING_CUSTOM_SEARCH_PREVIEW]
    bing_custom_search_preview: BingCustomSearchToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, bing_custom_search_preview: BingCustomSearchToolParameters,
    ) -> None: ...


class BingGroundingAgentTool(Tool):
    type: Literal[ToolType.BING_GROUNDING]
    bing_grounding: BingGroundingSearchToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, bing_grounding: BingGroundingSearchToolParameters,
    ) -> None: ...


class BrowserAutomationAgentTool(Tool):
    type: Literal[ToolType.BROWSER_AUTOMATION_PREVIEW]
    browser_automation_preview: BrowserAutomationToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, browser_automation_preview: BrowserAutomationToolParameters,
    ) -> None: ...


class CodeInterpreterToolAuto(Model):
    type: Literal["auto"]
    file_ids: list[str] | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_ids: list[str] | None = ...) -> None: ...


class ComparisonFilter(Model):
    type: Literal["eq", "ne", "gt", "gte", "lt", "lte"]
    key: str
    value: str | float | bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, type: Literal["eq", "ne", "gt", "gte", "lt", "lte"], key: str,
        value: str | float | bool,
    ) -> None: ...


class CompoundFilter(Model):
    type: Literal["and", "or"]
    filters: list[ComparisonFilter | CompoundFilter]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, type: Literal["and", "or"],
        filters: list[ComparisonFilter | CompoundFilter],
    ) -> None: ...


class ContainerAppAgentDefinition(AgentDefinition):
    kind: Literal[AgentKind.CONTAINER_APP]
    container_protocol_versions: list[ProtocolVersionRecord]
    container_app_resource_id: str
    ingress_subdomain_suffix: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, container_protocol_versions: list[ProtocolVersionRecord],
        container_app_resource_id: str, ingress_subdomain_suffix: str, rai_config: RaiConfig | None = ...,
    ) -> None: ...


class ImageBasedHostedAgentDefinition(HostedAgentDefinition):
    image: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, container_protocol_versions: list[ProtocolVersionRecord], cpu: str,
        memory: str, image: str, rai_config: RaiConfig | None = ..., tools: list[Tool] | None = ...,
        environment_variables: dict[str, str] | None = ...,
    ) -> None: ...


class LocalShellTool(Tool):
    type: Literal[ToolType.LOCAL_SHELL]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class Location(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class MCPToolAllowedTools1(Model):
    tool_names: list[str] | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, tool_names: list[str] | None = ...) -> None: ...


class MCPToolRequireApproval1(Model):
    always: MCPToolRequireApprovalAlways | None
    never: MCPToolRequireApprovalNever | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, always: MCPToolRequireApprovalAlways | None = ...,
        never: MCPToolRequireApprovalNever | None = ...,
    ) -> None: ...


class MCPToolRequireApprovalAlways(Model):
    tool_names: list[str] | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, tool_names: list[str] | None = ...) -> None: ...


class MCPToolRequireApprovalNever(Model):
    tool_names: list[str] | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, tool_names: list[str] | None = ...) -> None: ...


class MemorySearchTool(Tool):
    type: Literal[ToolType.MEMORY_SEARCH]
    memory_store_name: str
    scope: str
    search_options: Any
    update_delay: int | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, memory_store_name: str, scope: str, search_options: Any = ...,
        update_delay: int | None = ...,
    ) -> None: ...


class MicrosoftFabricAgentTool(Tool):
    type: Literal[ToolType.FABRIC_DATAAGENT_PREVIEW]
    fabric_dataagent_preview: FabricDataAgentToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, fabric_dataagent_preview: FabricDataAgentToolParameters,
    ) -> None: ...


class OpenApiAgentTool(Tool):
    type: Literal[ToolType.OPENAPI]
    openapi: OpenApiFunctionDefinition
    def __init__(self, mapping: Mapping[str, Any] = ..., *, openapi: OpenApiFunctionDefinition) -> None: ...


class PromptAgentDefinitionText(Model):
    format: ResponseTextFormatConfiguration | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, format: ResponseTextFormatConfiguration | None = ...,
    ) -> None: ...


class ResponseTextFormatConfiguration(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class ResponseTextFormatConfigurationJsonObject(ResponseTextFormatConfiguration):
    type: Literal[ResponseTextFormatConfigurationType.JSON_OBJECT]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class ResponseTextFormatConfigurationJsonSchema(ResponseTextFormatConfiguration):
    type: Literal[ResponseTextFormatConfigurationType.JSON_SCHEMA]
    description: str | None
    name: str
    schema: dict[str, Any]
    strict: bool | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, schema: dict[str, Any], description: str | None = ...,
        strict: bool | None = ...,
    ) -> None: ...


class ResponseTextFormatConfigurationText(ResponseTextFormatConfiguration):
    type: Literal[ResponseTextFormatConfigurationType.TEXT]
    def __init__(self, mapping: Mapping[str, Any] = ...) -> None: ...


class SharepointAgentTool(Tool):
    type: Literal[ToolType.SHAREPOINT_GROUNDING_PREVIEW]
    sharepoint_grounding_preview: SharepointGroundingToolParameters
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, sharepoint_grounding_preview: SharepointGroundingToolParameters,
    ) -> None: ...


class ResponseTextFormatConfigurationType(str, Enum):
    TEXT = "text"
    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"


class AgentObject(Model):
    object: Literal["agent"]
    id: str
    name: str
    versions: AgentObjectVersions
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, name: str, versions: AgentObjectVersions,
    ) -> None: ...


class AgentVersionObject(Model):
    metadata: dict[str, str]
    object: Literal["agent.version"]
    id: str
    name: str
    version: str
    description: str | None
    created_at: datetime
    definition: AgentDefinition
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, metadata: dict[str, str], id: str, name: str, version: str,
        created_at: datetime, definition: AgentDefinition, description: str | None = ...,
    ) -> None: ...


class EvaluatorIds(str, Enum):
    RELEVANCE = "azureai://built-in/evaluators/relevance"
    HATE_UNFAIRNESS = "azureai://built-in/evaluators/hate_unfairness"
    VIOLENCE = "azureai://built-in/evaluators/violence"
    GROUNDEDNESS = "azureai://built-in/evaluators/groundedness"
    GROUNDEDNESS_PRO = "azureai://built-in/evaluators/groundedness_pro"
    BLEU_SCORE = "azureai://built-in/evaluators/bleu_score"
    CODE_VULNERABILITY = "azureai://built-in/evaluators/code_vulnerability"
    COHERENCE = "azureai://built-in/evaluators/coherence"
    CONTENT_SAFETY = "azureai://built-in/evaluators/content_safety"
    F1_SCORE = "azureai://built-in/evaluators/f1_score"
    FLUENCY = "azureai://built-in/evaluators/fluency"
    GLEU_SCORE = "azureai://built-in/evaluators/gleu_score"
    INDIRECT_ATTACK = "azureai://built-in/evaluators/indirect_attack"
    INTENT_RESOLUTION = "azureai://built-in/evaluators/intent_resolution"
    METEOR_SCORE = "azureai://built-in/evaluators/meteor_score"
    PROTECTED_MATERIAL = "azureai://built-in/evaluators/protected_material"
    RETRIEVAL = "azureai://built-in/evaluators/retrieval"
    ROUGE_SCORE = "azureai://built-in/evaluators/rouge_score"
    SELF_HARM = "azureai://built-in/evaluators/self_harm"
    SEXUAL = "azureai://built-in/evaluators/sexual"
    SIMILARITY = "azureai://built-in/evaluators/similarity"
    QA = "azureai://built-in/evaluators/qa"
    DOCUMENT_RETRIEVAL = "azureai://built-in/evaluators/document_retrieval"
    TASK_ADHERENCE = "azureai://built-in/evaluators/task_adherence"
    TOOL_CALL_ACCURACY = "azureai://built-in/evaluators/tool_call_accuracy"
    UNGROUNDED_ATTRIBUTES = "azureai://built-in/evaluators/ungrounded_attributes"
    RESPONSE_COMPLETENESS = "azureai://built-in/evaluators/response_completeness"
    LABEL_GRADER = "aoai://label_model"
    STRING_CHECK_GRADER = "aoai://string_check"
    TEXT_SIMILARITY_GRADER = "aoai://text_similarity"
    GENERAL_GRADER = "aoai://general"


class AgentEvaluation(Model):
    id: str
    status: str
    error: str | None
    result: list[AgentEvaluationResult] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, status: str, error: str | None = ...,
        result: list[AgentEvaluationResult] | None = ...,
    ) -> None: ...


class AgentEvaluationRedactionConfiguration(Model):
    redact_score_properties: bool | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, redact_score_properties: bool | None = ...) -> None: ...


class AgentEvaluationRequest(Model):
    run_id: str
    thread_id: str | None
    evaluators: dict[str, EvaluatorConfiguration]
    sampling_configuration: AgentEvaluationSamplingConfiguration | None
    redaction_configuration: AgentEvaluationRedactionConfiguration | None
    app_insights_connection_string: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, run_id: str, evaluators: dict[str, EvaluatorConfiguration],
        app_insights_connection_string: str, thread_id: str | None = ...,
        sampling_configuration: AgentEvaluationSamplingConfiguration | None = ...,
        redaction_configuration: AgentEvaluationRedactionConfiguration | None = ...,
    ) -> None: ...


class AgentEvaluationResult(Model):
    evaluator: str
    evaluator_id: str
    score: float
    status: str
    reason: str | None
    version: str | None
    thread_id: str | None
    run_id: str
    error: str | None
    additional_details: dict[str, str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, evaluator: str, evaluator_id: str, score: float, status: str,
        run_id: str, reason: str | None = ..., version: str | None = ..., thread_id: str | None = ...,
        error: str | None = ..., additional_details: dict[str, str] | None = ...,
    ) -> None: ...


class AgentEvaluationSamplingConfiguration(Model):
    name: str
    sampling_percent: float
    max_request_rate: float
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, name: str, sampling_percent: float, max_request_rate: float,
    ) -> None: ...


class AssetCredentialResponse(Model):
    blob_reference: BlobReference
    def __init__(self, mapping: Mapping[str, Any] = ..., *, blob_reference: BlobReference) -> None: ...


class Evaluation(Model):
    name: str
    data: InputData
    display_name: str | None
    description: str | None
    status: str | None
    tags: dict[str, str] | None
    properties: dict[str, str] | None
    evaluators: dict[str, EvaluatorConfiguration]
    id: str
    target: EvaluationTarget | None
    system_data: SystemData | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: InputData, evaluators: dict[str, EvaluatorConfiguration],
        display_name: str | None = ..., description: str | None = ..., tags: dict[str, str] | None = ...,
        properties: dict[str, str] | None = ..., target: EvaluationTarget | None = ...,
    ) -> None: ...


class EvaluatorConfiguration(Model):
    id: str
    init_params: dict[str, Any] | None
    data_mapping: dict[str, str] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, init_params: dict[str, Any] | None = ...,
        data_mapping: dict[str, str] | None = ...,
    ) -> None: ...


class InputData(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class InputDataset(InputData):
    type: Literal["dataset"]
    id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str) -> None: ...


class SasCredential(Model):
    sas_uri: str
    type: Literal["SAS"]
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...


class Sku(Model):
    capacity: int
    family: str
    name: str
    size: str
    tier: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, capacity: int, family: str, name: str, size: str, tier: str,
    ) -> None: ...


class ConnectionProperties:
    key: str | None
    def __init__(self, *, connection: Any, token_credential: Any = ...) -> None: ...
    def to_evaluator_model_config(
        self, deployment_name: str, api_version: str, *, include_credentials: bool = ...,
    ) -> dict[str, str]: ...


class OpenAIPageableListOfThreadMessage:
    text_messages: list[MessageTextContent]
    image_contents: list[MessageImageFileContent]
    file_citation_annotations: list[MessageTextFileCitationAnnotation]
    file_path_annotations: list[MessageTextFilePathAnnotation]
    object: Literal["list"]
    data: list[ThreadMessage]
    first_id: str
    last_id: str
    has_more: bool
    def get_last_message_by_role(self, role: MessageRole) -> ThreadMessage | None: ...
    def get_last_text_message_by_role(self, role: MessageRole) -> MessageTextContent | None: ...
    def get_last_message_by_sender(self, sender: str) -> ThreadMessage | None: ...
    def get_last_text_message_by_sender(self, sender: str) -> MessageTextContent | None: ...
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: list[ThreadMessage], first_id: str, last_id: str,
        has_more: bool,
    ) -> None: ...


class SASTokenCredential:
    def __init__(
        self, *, sas_token: str, credential: Any, subscription_id: str, resource_group_name: str, project_name: str,
        connection_name: str,
    ) -> None: ...
    def get_token(
        self, *scopes: Any, claims: str | None = ..., tenant_id: str | None = ..., enable_cae: bool = ...,
        **kwargs: Any,
    ) -> Any: ...


class TargetModelConfig(Model):
    type: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str) -> None: ...


class AOAIModelConfig(TargetModelConfig):
    type: Literal["AOAI"]
    azure_endpoint: str
    api_key: str
    azure_deployment: str
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, azure_endpoint: str, api_key: str, azure_deployment: str,
    ) -> None: ...


class AgentDeletionStatus(Model):
    id: str
    deleted: bool
    object: Literal["assistant.deleted"]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, deleted: bool) -> None: ...


class AgentsApiResponseFormat(Model):
    type: str | ResponseFormat | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, type: str | ResponseFormat | None = ...) -> None: ...


class ApplicationInsightsConfiguration(InputData):
    type: Literal["app_insights"]
    resource_id: str
    query: str
    service_name: str | None
    connection_string: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, resource_id: str, query: str, service_name: str | None = ...,
        connection_string: str | None = ...,
    ) -> None: ...


class AzureAISearchResource(Model):
    index_list: list[_ModelsAISearchIndexResource] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, index_list: list[_ModelsAISearchIndexResource] | None = ...,
    ) -> None: ...


class Dataset(InputData):
    type: Literal["dataset"]
    id: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str) -> None: ...


class EvaluationSchedule(Model):
    name: str
    data: ApplicationInsightsConfiguration
    description: str | None
    system_data: SystemData | None
    provisioning_state: str | None
    tags: dict[str, str] | None
    properties: dict[str, str] | None
    is_enabled: str | None
    evaluators: dict[str, EvaluatorConfiguration]
    trigger: Trigger
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: ApplicationInsightsConfiguration,
        evaluators: dict[str, EvaluatorConfiguration], trigger: Trigger, description: str | None = ...,
        tags: dict[str, str] | None = ..., properties: dict[str, str] | None = ...,
    ) -> None: ...


class FileDeletionStatus(Model):
    id: str
    deleted: bool
    object: Literal["file"]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, deleted: bool) -> None: ...


class MAASModelConfig(TargetModelConfig):
    type: Literal["MAAS"]
    azure_endpoint: str
    api_key: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, azure_endpoint: str, api_key: str) -> None: ...


class OpenAIFile(Model):
    object: Literal["file"]
    id: str
    bytes: int
    filename: str
    created_at: datetime
    purpose: str | FilePurpose
    status: str | FileState | None
    status_details: str | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, id: str, bytes: int, filename: str, created_at: datetime,
        purpose: str | FilePurpose, status: str | FileState | None = ..., status_details: str | None = ...,
    ) -> None: ...


class OpenAIPageableListOfAgent(Model):
    object: Literal["list"]
    data: list[Agent]
    first_id: str
    last_id: str
    has_more: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: list[Agent], first_id: str, last_id: str, has_more: bool,
    ) -> None: ...


class OpenAIPageableListOfAgentThread(Model):
    object: Literal["list"]
    data: list[AgentThread]
    first_id: str
    last_id: str
    has_more: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: list[AgentThread], first_id: str, last_id: str,
        has_more: bool,
    ) -> None: ...


class OpenAIPageableListOfRunStep(Model):
    object: Literal["list"]
    data: list[RunStep]
    first_id: str
    last_id: str
    has_more: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: list[RunStep], first_id: str, last_id: str, has_more: bool,
    ) -> None: ...


class OpenAIPageableListOfThreadRun(Model):
    object: Literal["list"]
    data: list[ThreadRun]
    first_id: str
    last_id: str
    has_more: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: list[ThreadRun], first_id: str, last_id: str, has_more: bool,
    ) -> None: ...


class OpenAIPageableListOfVectorStore(Model):
    object: Literal["list"]
    data: list[VectorStore]
    first_id: str
    last_id: str
    has_more: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: list[VectorStore], first_id: str, last_id: str,
        has_more: bool,
    ) -> None: ...


class OpenAIPageableListOfVectorStoreFile(Model):
    object: Literal["list"]
    data: list[VectorStoreFile]
    first_id: str
    last_id: str
    has_more: bool
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, data: list[VectorStoreFile], first_id: str, last_id: str,
        has_more: bool,
    ) -> None: ...


class RunStepCustomSearchToolCall(RunStepToolCall):
    type: Literal["bing_custom_search"]
    bing_custom_search: dict[str, str]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, bing_custom_search: dict[str, str]) -> None: ...


class SearchConfiguration(Model):
    connection_id: str
    instance_name: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, connection_id: str, instance_name: str) -> None: ...


class SearchConfigurationList(Model):
    search_configurations: list[SearchConfiguration]
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, search_configurations: list[SearchConfiguration],
    ) -> None: ...


class SystemData(Model):
    created_at: datetime | None
    created_by: str | None
    created_by_type: str | None
    last_modified_at: datetime | None


class ThreadDeletionStatus(Model):
    id: str
    deleted: bool
    object: Literal["thread.deleted"]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, deleted: bool) -> None: ...


class ToolConnectionList(Model):
    connection_list: list[ToolConnection] | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *, connection_list: list[ToolConnection] | None = ...,
    ) -> None: ...


class UpdateCodeInterpreterToolResourceOptions(Model):
    file_ids: list[str] | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, file_ids: list[str] | None = ...) -> None: ...


class UpdateFileSearchToolResourceOptions(Model):
    vector_store_ids: list[str] | None
    def __init__(self, mapping: Mapping[str, Any] = ..., *, vector_store_ids: list[str] | None = ...) -> None: ...


class UpdateToolResourcesOptions(Model):
    code_interpreter: UpdateCodeInterpreterToolResourceOptions | None
    file_search: UpdateFileSearchToolResourceOptions | None
    azure_ai_search: AzureAISearchResource | None
    def __init__(
        self, mapping: Mapping[str, Any] = ..., *,
        code_interpreter: UpdateCodeInterpreterToolResourceOptions | None = ...,
        file_search: UpdateFileSearchToolResourceOptions | None = ...,
        azure_ai_search: AzureAISearchResource | None = ...,
    ) -> None: ...


class VectorStoreDeletionStatus(Model):
    id: str
    deleted: bool
    object: Literal["vector_store.deleted"]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, deleted: bool) -> None: ...


class VectorStoreFileDeletionStatus(Model):
    id: str
    deleted: bool
    object: Literal["vector_store.file.deleted"]
    def __init__(self, mapping: Mapping[str, Any] = ..., *, id: str, deleted: bool) -> None: ...


class AgentsApiResponseFormatMode(str, Enum):
    AUTO = "auto"
    NONE = "none"


class AgentsApiToolChoiceOptionMode(str, Enum):
    NONE = "none"
    AUTO = "auto"


class AuthenticationType(str, Enum):
    API_KEY = "ApiKey"
    ENTRA_ID = "AAD"
    SAS = "SAS"
    CUSTOM = "CustomKeys"
    NONE = "None"


class Frequency(str, Enum):
    MONTH = "Month"
    WEEK = "Week"
    DAY = "Day"
    HOUR = "Hour"
    MINUTE = "Minute"


class WeekDays(str, Enum):
    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"


class IndexResource(Model):
    index_connection_id: str
    index_name: str
    def __init__(self, mapping: Mapping[str, Any] = ..., *, index_connection_id: str, index_name: str) -> None: ...


class ThreadMessages:
    messages: list[ThreadMessage]
    text_messages: list[MessageTextContent]
    image_contents: list[MessageImageFileContent]
    file_citation_annotations: list[MessageTextFileCitationAnnotation]
    file_path_annotations: list[MessageTextFilePathAnnotation]
    def __init__(self, pageable_list: OpenAIPageableListOfThreadMessage) -> None: ...
    def get_last_message_by_sender(self, sender: str) -> ThreadMessage | None: ...
    def get_last_text_message_by_sender(self, sender: str) -> MessageTextContent | None: ...


class ApiResponseFormat(str, Enum):
    TEXT = "text"
    JSON_OBJECT = "json_object"


class UpdateMemoriesLROPollingMethod: ...


class AsyncUpdateMemoriesLROPollingMethod: ...
