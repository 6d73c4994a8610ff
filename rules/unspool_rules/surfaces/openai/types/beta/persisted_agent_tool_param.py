from typing import Any, Literal, Sequence, TypedDict

from openai.types.beta import PersistedAgentToolParam, PersistedMcpTransportParam


class PersistedAgentToolConfigParamFunction:
    description: str
    name: str
    parameters: dict[str, Any]
    type: Literal["function"]
    defer_loading: bool


class PersistedAgentToolConfigParamToolSearch(TypedDict):
    type: Literal["tool_search"]


class PersistedAgentToolConfigParamProgrammaticToolCalling(TypedDict):
    type: Literal["programmatic_tool_calling"]
    enabled: bool


class PersistedAgentToolConfigParamMcp(TypedDict):
    server_label: str
    transport: PersistedMcpTransportParam
    type: Literal["mcp"]
    allowed_tools: Sequence[str] | None
    connection_origin: Literal["service", "environment"] | None
    credential_id: str | None
    request_metadata: dict[str, Any] | None
    required: bool


class PersistedAgentToolConfigParamWebSearchLocation(TypedDict):
    city: str | None
    country: str | None
    region: str | None
    timezone: str | None


class PersistedAgentToolConfigParamWebSearch(TypedDict):
    type: Literal["web_search"]
    allowed_domains: Sequence[str] | None
    context_size: Literal["low", "medium", "high"] | None
    location: PersistedAgentToolConfigParamWebSearchLocation | None
    mode: Literal["disabled", "cached", "live"] | None


class PersistedAgentToolConfigParamComputerUse(TypedDict):
    type: Literal["computer_use"]
    include_screenshots: bool


class PersistedAgentToolConfigParamAutomations(TypedDict):
    type: Literal["automations"]
