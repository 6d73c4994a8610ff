from typing import Any, Awaitable

from azure.ai.projects.aio.operations import (
    AgentsOperations,
    ConnectionsOperations,
    DatasetsOperations,
    DeploymentsOperations,
    EvaluationsOperations,
    IndexesOperations,
    InferenceOperations,
    TelemetryOperations,
)
from openai import AsyncOpenAI


class AIProjectClient:
    telemetry: TelemetryOperations
    beta: Any
    agents: AgentsOperations
    evaluation_rules: Any
    datasets: DatasetsOperations
    connections: ConnectionsOperations
    deployments: DeploymentsOperations
    indexes: IndexesOperations
    evaluators: Any
    toolboxes: Any
    memory_stores: Any
    red_teams: Any
    evaluation_taxonomies: Any
    insights: Any
    schedules: Any
    inference: InferenceOperations
    evaluations: EvaluationsOperations
    scope: dict[str, str]
    def __init__(
        self, endpoint: str, credential: Any, *, allow_preview: bool = ..., subscription_id: str = ...,
        resource_group_name: str = ..., project_name: str = ..., **kwargs: Any,
    ) -> None: ...
    def get_openai_client(
        self, *, agent_name: str | None = ..., api_version: str | None = ..., connection_name: str | None = ...,
        **kwargs: Any,
    ) -> AsyncOpenAI: ...
    def send_request(self, request: Any, *, stream: bool = ..., **kwargs: Any) -> Awaitable[Any]: ...
    async def close(self) -> None: ...
    async def __aenter__(self) -> AIProjectClient: ...
    async def __aexit__(self, *exc_details: Any) -> None: ...
    @classmethod
    def from_connection_string(cls, conn_str: str, credential: Any, **kwargs: Any) -> AIProjectClient: ...
    def upload_file(self, file_path: Any) -> tuple[str, str]: ...
