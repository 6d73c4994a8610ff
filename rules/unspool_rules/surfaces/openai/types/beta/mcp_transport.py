from typing import Literal

from openai._models import BaseModel
from openai.types.beta import McpTransport


class McpTransportResourceHTTP(BaseModel):
    server_url: str
    type: Literal["http"]


class McpTransportResourceStdio(BaseModel):
    args: list[str]
    command: str
    cwd: str
    env_vars: list[str]
    type: Literal["stdio"]
