from typing import Literal, TypedDict

from openai.types.beta import HostedSkillParam, InlineCapabilitySourceParam


class HostedSkillParamSkillReference(TypedDict):
    skill_id: str
    type: Literal["skill_reference"]
    version: str | None


class HostedSkillParamInline(TypedDict):
    description: str
    name: str
    source: InlineCapabilitySourceParam
    type: Literal["inline"]
