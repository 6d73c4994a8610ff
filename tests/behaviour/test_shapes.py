"""The field lists of the emulator are those of the installed SDKs' types."""

from __future__ import annotations

import json
import subprocess
from functools import cache

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from tests.emulator.shapes import SHAPES

from .environments import LEGACY, NEW, Environment
from .needs import need

pytestmark = pytest.mark.behaviour

_R = "openai.types.responses."
_B = "openai.types.beta."
_A = "azure.ai.projects.models."
LEGACY_TYPES = {
    "assistant": _B + "assistant_create_params:AssistantCreateParams",
    "assistant-update": _B + "assistant_update_params:AssistantUpdateParams",
    "thread": _B + "thread_create_params:ThreadCreateParams",
    "thread-update": _B + "thread_update_params:ThreadUpdateParams",
    "message": _B + "threads.message_create_params:MessageCreateParams",
    "message-update": _B + "threads.message_update_params:MessageUpdateParams",
    "run": _B + "threads.run_create_params:RunCreateParamsNonStreaming",
    "thread-and-run": _B + "thread_create_and_run_params:ThreadCreateAndRunParamsNonStreaming",
    "run-update": _B + "threads.run_update_params:RunUpdateParams",
    "tool-outputs": _B + "threads.run_submit_tool_outputs_params:"
    "RunSubmitToolOutputsParamsNonStreaming",
}
NEW_TYPES = {
    "vector-store": "openai.types.vector_store_create_params:VectorStoreCreateParams",
    "vector-store-update": "openai.types.vector_store_update_params:VectorStoreUpdateParams",
    "store-file": "openai.types.vector_stores.file_create_params:FileCreateParams",
    "store-batch": "openai.types.vector_stores.file_batch_create_params:FileBatchCreateParams",
    "conversation": "openai.types.conversations.conversation_create_params:"
    "ConversationCreateParams",
    "conversation-update": "openai.types.conversations.conversation_update_params:"
    "ConversationUpdateParams",
    "items": "openai.types.conversations.item_create_params:ItemCreateParams",
    "response": _R + "response_create_params:ResponseCreateParamsNonStreaming",
    "text-options": _R + "response_text_config_param:ResponseTextConfigParam",
    "item:function_call": _R + "response_function_tool_call_param:ResponseFunctionToolCallParam",
    "item:function_call_output": _R + "response_input_item_param:FunctionCallOutput",
    "item:mcp_approval_response": _R + "response_input_item_param:McpApprovalResponse",
    "part:input_text": _R + "response_input_text_param:ResponseInputTextParam",
    "part:output_text": _R + "response_output_text_param:ResponseOutputTextParam",
    "part:input_image": _R + "response_input_image_param:ResponseInputImageParam",
    "part:input_file": _R + "response_input_file_param:ResponseInputFileParam",
    "tool:code_interpreter": _R + "tool_param:CodeInterpreter",
    "tool:file_search": _A + ":FileSearchTool",
    "tool:function": _A + ":FunctionTool",
    "tool:mcp": _A + ":MCPTool",
    "prompt-definition": _A + ":PromptAgentDefinition",
    "structured-input": _A + ":StructuredInputDefinition",
    "agent-reference": _A + ":AgentReference",
    "foundry-tool:code_interpreter": _A + ":CodeInterpreterTool",
    "foundry-tool:azure_ai_search": _A + ":AzureAISearchTool",
    "foundry-tool:bing_grounding": _A + ":BingGroundingTool",
    "foundry-tool:openapi": _A + ":OpenApiTool",
    "foundry-tool:azure_function": _A + ":AzureFunctionTool",
}
# In the path, or known to one of two SDKs that share a shape.
IN_PATH = frozenset({"thread_id"})
OTHER_SDK = {
    "vector-store": {"configuration"},
    "store-file": {"data_source"},
    "store-batch": {"data_sources"},
    "run": {"tool_resources"},
}

_SCRIPT = """
import importlib, json, sys
shown = {}
for name, place in json.loads(sys.argv[1]).items():
    module, _, cls = place.partition(":")
    cls = getattr(importlib.import_module(module.rstrip(".")), cls)
    fields = {f for c in cls.__mro__ for f in getattr(c, "__annotations__", {})}
    fields = {f.replace("async_property", "async") for f in fields if f[0] != "_"}
    shown[name] = sorted(fields)
print(json.dumps(shown))
"""


@cache
def _fields(environment: Environment) -> dict[str, list[str]]:
    types = LEGACY_TYPES if environment is LEGACY else NEW_TYPES
    command = [str(environment.python()), "-c", _SCRIPT, json.dumps(types)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


CASES = [
    *(pytest.param(name, LEGACY, id=name) for name in LEGACY_TYPES),
    *(pytest.param(name, NEW, id=name) for name in NEW_TYPES),
]


@pytest.mark.parametrize(("name", "environment"), CASES)
def test_shape_is_the_type(name: str, environment: Environment) -> None:
    need(environment)
    known = set(_fields(environment)[name]) - IN_PATH

    assert SHAPES[name].allowed - OTHER_SDK.get(name, set()) == known
