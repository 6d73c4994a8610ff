from typing import TypedDict

from openai.types import FileChunkingStrategyParam
from openai.types.vector_stores import FileBatchCreateParams


class File(TypedDict):
    file_id: str
    attributes: dict[str, str | float | bool] | None
    chunking_strategy: FileChunkingStrategyParam
