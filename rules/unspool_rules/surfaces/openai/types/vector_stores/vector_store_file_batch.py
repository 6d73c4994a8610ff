from openai._models import BaseModel
from openai.types.vector_stores import VectorStoreFileBatch


class FileCounts(BaseModel):
    cancelled: int
    completed: int
    failed: int
    in_progress: int
    total: int
