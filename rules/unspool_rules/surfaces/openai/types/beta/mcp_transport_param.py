from typing import Literal, Sequence, TypedDict

from openai.types.beta import McpTransportParam


class McpTransportConfigParamHTTP(TypedDict):
    server_url: str
    type: Literal["http"]
    authorization: str | None
    headers: dict[str, str] | None


class McpTransportConfigParamStdio(TypedDict):
    command: str
    cwd: str
    type: Literal["stdio"]
    args: Sequence[str] | None
    env: dict[str, str] | None
    env_vars: Sequence[str] | None
