from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ContainerNetworkPolicyAllowlist, ContainerNetworkPolicyDisabled, Tool
from openai.types.responses.web_search_tool import Filters, UserLocation


class McpAllowedToolsMcpToolFilter(BaseModel):
    read_only: bool | None
    tool_names: list[str] | None


class McpRequireApprovalMcpToolApprovalFilterAlways(BaseModel):
    read_only: bool | None
    tool_names: list[str] | None


class McpRequireApprovalMcpToolApprovalFilterNever(BaseModel):
    read_only: bool | None
    tool_names: list[str] | None


class McpRequireApprovalMcpToolApprovalFilter(BaseModel):
    always: McpRequireApprovalMcpToolApprovalFilterAlways | None
    never: McpRequireApprovalMcpToolApprovalFilterNever | None


class Mcp(BaseModel):
    server_label: str
    type: Literal["mcp"]
    allowed_callers: list[Literal["direct", "programmatic"]] | None
    allowed_tools: McpAllowedTools | None
    authorization: str | None
    connector_id: Literal["connector_dropbox", "connector_gmail", "connector_googlecalendar", "connector_googledrive", "connector_microsoftteams", "connector_outlookcalendar", "connector_outlookemail", "connector_sharepoint"] | None
    defer_loading: bool | None
    headers: dict[str, str] | None
    require_approval: McpRequireApproval | None
    server_description: str | None
    server_url: str | None
    tunnel_id: str | None


class CodeInterpreterContainerCodeInterpreterToolAuto(BaseModel):
    type: Literal["auto"]
    file_ids: list[str] | None
    memory_limit: Literal["1g", "4g", "16g", "64g"] | None
    network_policy: CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy | None


class CodeInterpreter(BaseModel):
    container: CodeInterpreterContainer
    type: Literal["code_interpreter"]
    allowed_callers: list[Literal["direct", "programmatic"]] | None


class ProgrammaticToolCalling(BaseModel):
    type: Literal["programmatic_tool_calling"]


class ImageGenerationInputImageMask(BaseModel):
    file_id: str | None
    image_url: str | None


class ImageGenerationSvgReasoning(BaseModel):
    effort: Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | None


class ImageGenerationSvg(BaseModel):
    model: str | None
    reasoning: ImageGenerationSvgReasoning | None


class ImageGeneration(BaseModel):
    type: Literal["image_generation"]
    action: Literal["generate", "edit", "auto"] | None
    background: Literal["transparent", "opaque", "auto"] | None
    complexity: Literal["low", "medium", "high"] | None
    frame_count: int | None
    frame_duration_ms: int | None
    input_fidelity: Literal["high", "low"] | None
    input_image_mask: ImageGenerationInputImageMask | None
    model: str | None
    moderation: Literal["auto", "low"] | None
    output_compression: int | None
    output_format: Literal["png", "webp", "jpeg", "gif", "svg"] | None
    partial_images: int | None
    quality: Literal["low", "medium", "high", "xhigh", "max", "auto"] | None
    size: str | None
    svg: ImageGenerationSvg | None


class LocalShell(BaseModel):
    type: Literal["local_shell"]


McpAllowedTools = list[str] | McpAllowedToolsMcpToolFilter | None
McpRequireApproval = McpRequireApprovalMcpToolApprovalFilter | Literal["always", "never"] | None
CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy = (
    ContainerNetworkPolicyDisabled
    | ContainerNetworkPolicyAllowlist
)
CodeInterpreterContainer = str | CodeInterpreterContainerCodeInterpreterToolAuto
WebSearchToolFilters = Filters
WebSearchToolUserLocation = UserLocation
