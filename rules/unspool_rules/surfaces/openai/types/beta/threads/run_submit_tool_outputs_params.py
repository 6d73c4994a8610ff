from typing import Iterable, Literal, TypedDict

from openai.types.beta.threads import RunSubmitToolOutputsParams


class RunSubmitToolOutputsParamsBase(TypedDict):
    thread_id: str
    tool_outputs: Iterable[ToolOutput]


class ToolOutput(TypedDict):
    output: str
    tool_call_id: str


class RunSubmitToolOutputsParamsNonStreaming(RunSubmitToolOutputsParamsBase):
    stream: Literal[False] | None


class RunSubmitToolOutputsParamsStreaming(RunSubmitToolOutputsParamsBase):
    stream: Literal[True]
