from typing import Literal

from openai._models import BaseModel
from openai.types.beta import PersistedMcpTransport


class PersistedMcpTransportResourceHTTP(BaseModel):
    headers: dict[str, str]
    server_url: str
    type: Literal["http"]


class PersistedMcpTransportResourceStdio(BaseModel):
    args: list[str]
    command: str
    cwd: str
    env_vars: list[str]
    type: Literal["stdio"]
