from typing import Any, Literal

from openai._models import BaseModel
from openai.types.beta import PersistedAgentTool, PersistedMcpTransport


class PersistedAgentToolResourceFunction(BaseModel):
    defer_loading: bool
    description: str
    name: str
    parameters: dict[str, Any]
    type: Literal["function"]
    async_: bool | None


class PersistedAgentToolResourceToolSearch(BaseModel):
    type: Literal["tool_search"]


class PersistedAgentToolResourceProgrammaticToolCalling(BaseModel):
    enabled: bool
    type: Literal["programmatic_tool_calling"]


class PersistedAgentToolResourceMcp(BaseModel):
    allowed_tools: list[str] | None
    connection_origin: Literal["service", "environment"]
    credential_id: str | None
    request_metadata: dict[str, Any]
    required: bool
    server_label: str
    transport: PersistedMcpTransport
    type: Literal["mcp"]


class PersistedAgentToolResourceWebSearchLocation(BaseModel):
    city: str | None
    country: str | None
    region: str | None
    timezone: str | None


class PersistedAgentToolResourceWebSearch(BaseModel):
    allowed_domains: list[str] | None
    context_size: Literal["low", "medium", "high"]
    location: PersistedAgentToolResourceWebSearchLocation | None
    mode: Literal["disabled", "cached", "live"]
    type: Literal["web_search"]


class PersistedAgentToolResourceComputerUse(BaseModel):
    include_screenshots: bool
    type: Literal["computer_use"]


class PersistedAgentToolResourceAutomations(BaseModel):
    type: Literal["automations"]
