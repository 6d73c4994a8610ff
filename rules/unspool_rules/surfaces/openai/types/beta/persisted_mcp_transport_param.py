from typing import Literal, Sequence, TypedDict

from openai.types.beta import PersistedMcpTransportParam


class PersistedMcpTransportConfigParamHTTP(TypedDict):
    server_url: str
    type: Literal["http"]
    headers: dict[str, str] | None


class PersistedMcpTransportConfigParamStdio(TypedDict):
    command: str
    cwd: str
    type: Literal["stdio"]
    args: Sequence[str] | None
    env_vars: Sequence[str] | None
