from typing import Literal, TypedDict

from openai.types.beta import HostedEnvironmentFileParam


class HostedEnvironmentFileParamFileID(TypedDict):
    file_id: str
    path: str
    type: Literal["file_id"]


class HostedEnvironmentFileParamInline(TypedDict):
    data: str
    path: str
    type: Literal["inline"]
