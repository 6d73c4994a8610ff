from typing import Iterable, Literal, Sequence, TypedDict

from openai.types.beta import (
    EnvironmentParam,
    HostedEnvironmentFileParam,
    HostedPluginParam,
    HostedSkillParam,
    SetupCommandParam,
)


class EnvironmentParamNone(TypedDict):
    type: Literal["none"]


class EnvironmentParamOpenAIHostedDesktop(TypedDict):
    enabled: bool


class EnvironmentParamOpenAIHostedNetwork(TypedDict):
    access: Literal["enabled", "disabled", "restricted"]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None


class EnvironmentParamOpenAIHostedPackages(TypedDict):
    npm: Sequence[str] | None
    python: Sequence[str] | None
    system: Sequence[str] | None


class EnvironmentParamOpenAIHosted(TypedDict):
    type: Literal["openai_hosted"]
    capability_directories: Sequence[str] | None
    container_size: Literal["small", "medium", "large"]
    desktop: EnvironmentParamOpenAIHostedDesktop | None
    env: dict[str, str] | None
    environment_id: str
    environment_template_id: str
    files: Iterable[HostedEnvironmentFileParam] | None
    network: EnvironmentParamOpenAIHostedNetwork | None
    packages: EnvironmentParamOpenAIHostedPackages | None
    plugins: Iterable[HostedPluginParam] | None
    setup_commands: Iterable[SetupCommandParam] | None
    skills: Iterable[HostedSkillParam] | None


class EnvironmentParamSelfHosted(TypedDict):
    type: Literal["self_hosted"]
    workspace_directory: str
    capability_directories: Sequence[str] | None
