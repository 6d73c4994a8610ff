from typing import Literal

from openai._models import BaseModel
from openai.types.beta import Environment, HostedEnvironmentFile, HostedPlugin, HostedSkill


class EnvironmentResourceNone(BaseModel):
    type: Literal["none"]


class EnvironmentResourceOpenAIHostedNetwork(BaseModel):
    access: Literal["enabled", "disabled", "restricted"]
    allowed_domains: list[str]


class EnvironmentResourceOpenAIHostedPackages(BaseModel):
    npm: list[str]
    python: list[str]
    system: list[str]


class EnvironmentResourceOpenAIHostedDesktop(BaseModel):
    enabled: bool


class EnvironmentResourceOpenAIHosted(BaseModel):
    id: str
    capability_directories: list[str]
    files: list[HostedEnvironmentFile]
    network: EnvironmentResourceOpenAIHostedNetwork
    packages: EnvironmentResourceOpenAIHostedPackages
    plugins: list[HostedPlugin]
    skills: list[HostedSkill]
    type: Literal["openai_hosted"]
    container_size: Literal["small", "medium", "large"] | None
    desktop: EnvironmentResourceOpenAIHostedDesktop | None


class EnvironmentResourceSelfHosted(BaseModel):
    id: str
    capability_directories: list[str]
    remote_url: str
    type: Literal["self_hosted"]
    workspace_directory: str
