from typing import Literal, TypedDict

from openai.types.beta import ResponseRetrieveParams


class ResponseRetrieveParamsBase(TypedDict):
    include: list[Literal["file_search_call.results", "web_search_call.results", "web_search_call.action.sources", "message.input_image.image_url", "computer_call_output.output.image_url", "code_interpreter_call.outputs", "reasoning.encrypted_content", "message.output_text.logprobs"]]
    include_obfuscation: bool
    starting_after: int
    betas: list[Literal["responses_multi_agent=v1"]]


class ResponseRetrieveParamsNonStreaming(ResponseRetrieveParamsBase):
    stream: Literal[False]


class ResponseRetrieveParamsStreaming(ResponseRetrieveParamsBase):
    stream: Literal[True]
