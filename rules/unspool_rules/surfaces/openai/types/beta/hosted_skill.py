from typing import Literal

from openai._models import BaseModel
from openai.types.beta import HostedSkill


class HostedSkillResourceInline(BaseModel):
    description: str
    name: str
    type: Literal["inline"]
