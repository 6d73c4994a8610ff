"""Types inside the parameters and results of messages, runs and steps, by module."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import MESSAGE_PARAMS, RUN_PARAMS, pick

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS402",
    kind=Kind.MODEL,
    source="openai 3.54.0: openai/types/beta/",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.types.threads.file_citation_annotation.FileCitation",
        legacy=("openai.types.beta.threads.file_citation_annotation.FileCitation",),
        target="openai.types.responses.response_output_text.AnnotationFileCitation",
        results={
            "file_id": "annotation.file_id",
        },
    ),
    row(
        id="oa.types.threads.file_citation_delta_annotation.FileCitation",
        legacy=("openai.types.beta.threads.file_citation_delta_annotation.FileCitation",),
        target="openai.types.responses.response_output_text.AnnotationFileCitation",
        results={
            "file_id": "annotation.file_id",
            "quote": "item.results of the file_search_call, with include=",
        },
    ),
    row(
        id="oa.types.threads.file_path_annotation.FilePath",
        legacy=("openai.types.beta.threads.file_path_annotation.FilePath",),
        target="openai.types.responses.response_output_text.AnnotationContainerFileCitation",
        results={
            "file_id": "annotation.file_id, with annotation.container_id",
        },
    ),
    row(
        id="oa.types.threads.file_path_delta_annotation.FilePath",
        legacy=("openai.types.beta.threads.file_path_delta_annotation.FilePath",),
        target="openai.types.responses.response_output_text.AnnotationContainerFileCitation",
        results={
            "file_id": "annotation.file_id, with annotation.container_id",
        },
    ),
    row(
        id="oa.types.threads.message.Attachment",
        legacy=("openai.types.beta.threads.message.Attachment",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.message.AttachmentToolAssistantToolsFileSearchTypeOnly",
        legacy=(
            "openai.types.beta.threads.message.AttachmentToolAssistantToolsFileSearchTypeOnly",
        ),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.message.IncompleteDetails",
        legacy=("openai.types.beta.threads.message.IncompleteDetails",),
        target="response.incomplete_details",
        results={
            "reason": "response.incomplete_details.reason",
        },
    ),
    row(
        id="oa.types.threads.message_create_params.Attachment",
        legacy=("openai.types.beta.threads.message_create_params.Attachment",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.message_create_params.AttachmentToolFileSearch",
        legacy=("openai.types.beta.threads.message_create_params.AttachmentToolFileSearch",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.required_action_function_tool_call.Function",
        legacy=("openai.types.beta.threads.required_action_function_tool_call.Function",),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "arguments": "item.arguments, a JSON string as before",
            "name": "item.name",
        },
    ),
    row(
        id="oa.types.threads.run.IncompleteDetails",
        legacy=("openai.types.beta.threads.run.IncompleteDetails",),
        target="openai.types.responses.response.IncompleteDetails",
        results={
            "reason": (
                'response.incomplete_details.reason; "max_completion_tokens" is "max_output_tokens"'
            ),
        },
    ),
    row(
        id="oa.types.threads.run.LastError",
        legacy=("openai.types.beta.threads.run.LastError",),
        target="openai.types.responses.ResponseError",
        results={
            "code": "response.error.code",
            "message": "response.error.message",
        },
    ),
    row(
        id="oa.types.threads.run.RequiredAction",
        legacy=("openai.types.beta.threads.run.RequiredAction",),
        target='[item for item in response.output if item.type == "function_call"]',
        results={
            "submit_tool_outputs": "the list of function_call items",
            "type": "dropped",
        },
    ),
    row(
        id="oa.types.threads.run.RequiredActionSubmitToolOutputs",
        legacy=("openai.types.beta.threads.run.RequiredActionSubmitToolOutputs",),
        target='[item for item in response.output if item.type == "function_call"]',
        results={
            "tool_calls": "the list of function_call items",
        },
    ),
    row(
        id="oa.types.threads.run.TruncationStrategy",
        legacy=("openai.types.beta.threads.run.TruncationStrategy",),
        target='truncation="auto"',
        results={
            "type": '"auto", or "disabled"',
            "last_messages": "no counterpart",
        },
    ),
    row(
        id="oa.types.threads.run.Usage",
        legacy=("openai.types.beta.threads.run.Usage",),
        target="openai.types.responses.ResponseUsage",
        results={
            "completion_tokens": "output_tokens",
            "prompt_tokens": "input_tokens",
            "total_tokens": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.run_create_params.AdditionalMessage",
        legacy=("openai.types.beta.threads.run_create_params.AdditionalMessage",),
        target="openai.types.responses.EasyInputMessageParam",
        params=pick(MESSAGE_PARAMS, "content role attachments metadata"),
    ),
    row(
        id="oa.types.threads.run_create_params.AdditionalMessageAttachment",
        legacy=("openai.types.beta.threads.run_create_params.AdditionalMessageAttachment",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.run_create_params.AdditionalMessageAttachmentToolFileSearch",
        legacy=(
            "openai.types.beta.threads.run_create_params.AdditionalMessageAttachmentToolFileSearch",
        ),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.run_create_params.RunCreateParamsBase",
        legacy=("openai.types.beta.threads.run_create_params.RunCreateParamsBase",),
        target="openai.types.responses.ResponseCreateParams",
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id include additional_instructions additional_messages instructions "
                "max_completion_tokens max_prompt_tokens metadata model parallel_tool_calls "
                "reasoning_effort response_format temperature tool_choice tools top_p "
                "truncation_strategy"
            ),
        ),
    ),
    row(
        id="oa.types.threads.run_create_params.RunCreateParamsNonStreaming",
        legacy=("openai.types.beta.threads.run_create_params.RunCreateParamsNonStreaming",),
        target="openai.types.responses.ResponseCreateParams",
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id include additional_instructions additional_messages instructions "
                "max_completion_tokens max_prompt_tokens metadata model parallel_tool_calls "
                "reasoning_effort response_format temperature tool_choice tools top_p "
                "truncation_strategy stream"
            ),
        ),
    ),
    row(
        id="oa.types.threads.run_create_params.RunCreateParamsStreaming",
        legacy=("openai.types.beta.threads.run_create_params.RunCreateParamsStreaming",),
        target="openai.types.responses.ResponseCreateParams",
        params=pick(
            RUN_PARAMS,
            (
                "assistant_id include additional_instructions additional_messages instructions "
                "max_completion_tokens max_prompt_tokens metadata model parallel_tool_calls "
                "reasoning_effort response_format temperature tool_choice tools top_p "
                "truncation_strategy stream"
            ),
        ),
    ),
    row(
        id="oa.types.threads.run_create_params.TruncationStrategy",
        legacy=("openai.types.beta.threads.run_create_params.TruncationStrategy",),
        target='truncation="auto"',
        params={
            "type": '"auto", or "disabled"',
            "last_messages": "no counterpart",
        },
    ),
    row(
        id="oa.types.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsBase",
        legacy=(
            "openai.types.beta.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsBase",
        ),
        target="openai.types.responses.response_input_param.FunctionCallOutput",
        params=pick(RUN_PARAMS, "thread_id tool_outputs"),
    ),
    row(
        id=(
            "oa.types.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsNonStreaming"
        ),
        legacy=(
            "openai.types.beta.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsNonStreaming",
        ),
        target="openai.types.responses.response_input_param.FunctionCallOutput",
        params=pick(RUN_PARAMS, "thread_id tool_outputs stream"),
    ),
    row(
        id="oa.types.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsStreaming",
        legacy=(
            "openai.types.beta.threads.run_submit_tool_outputs_params.RunSubmitToolOutputsParamsStreaming",
        ),
        target="openai.types.responses.response_input_param.FunctionCallOutput",
        params=pick(RUN_PARAMS, "thread_id tool_outputs stream"),
    ),
    row(
        id="oa.types.threads.run_submit_tool_outputs_params.ToolOutput",
        legacy=("openai.types.beta.threads.run_submit_tool_outputs_params.ToolOutput",),
        target="openai.types.responses.response_input_param.FunctionCallOutput",
        params={
            "output": '"output"',
            "tool_call_id": '"call_id"',
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_output_image.Image",
        legacy=("openai.types.beta.threads.runs.code_interpreter_output_image.Image",),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        results={
            "file_id": "output.url, no file id",
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreter",
        legacy=("openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreter",),
        target="openai.types.responses.ResponseCodeInterpreterToolCall",
        results={
            "input": "item.code",
            "outputs": "item.outputs",
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputImage",
        legacy=(
            "openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputImage",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        results={
            "image": "output.url",
            "type": '"image"',
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputImageImage",
        legacy=(
            "openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputImageImage",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputImage",
        results={
            "file_id": "output.url, no file id",
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputLogs",
        legacy=(
            "openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreterOutputLogs",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.OutputLogs",
        results={
            "logs": "output.logs",
            "type": '"logs"',
        },
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call_delta.CodeInterpreter",
        legacy=("openai.types.beta.threads.runs.code_interpreter_tool_call_delta.CodeInterpreter",),
        target="openai.types.responses.ResponseCodeInterpreterToolCall",
        results={
            "input": "item.code",
            "outputs": "item.outputs",
        },
    ),
    row(
        id="oa.types.threads.runs.file_search_tool_call.FileSearch",
        legacy=("openai.types.beta.threads.runs.file_search_tool_call.FileSearch",),
        target="azure.ai.projects.models.FileSearchTool",
        results={
            "ranking_options": "ranking_options=RankingOptions(...)",
        },
    ),
    row(
        id="oa.types.threads.runs.file_search_tool_call.FileSearchRankingOptions",
        legacy=("openai.types.beta.threads.runs.file_search_tool_call.FileSearchRankingOptions",),
        target="azure.ai.projects.models.RankingOptions",
        results={
            "ranker": "unchanged",
            "score_threshold": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.runs.file_search_tool_call.FileSearchResult",
        legacy=("openai.types.beta.threads.runs.file_search_tool_call.FileSearchResult",),
        target="openai.types.responses.response_file_search_tool_call.Result",
        results={
            "file_id": "result.file_id",
            "file_name": "result.filename",
            "score": "result.score",
            "content": "result.text",
        },
    ),
    row(
        id="oa.types.threads.runs.file_search_tool_call.FileSearchResultContent",
        legacy=("openai.types.beta.threads.runs.file_search_tool_call.FileSearchResultContent",),
        target="openai.types.responses.response_file_search_tool_call.Result",
        results={
            "text": "result.text",
            "type": "dropped",
        },
    ),
    row(
        id="oa.types.threads.runs.function_tool_call.Function",
        legacy=("openai.types.beta.threads.runs.function_tool_call.Function",),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "arguments": "item.arguments, a JSON string as before",
            "name": "item.name",
        },
    ),
    row(
        id="oa.types.threads.runs.function_tool_call_delta.Function",
        legacy=("openai.types.beta.threads.runs.function_tool_call_delta.Function",),
        target="openai.types.responses.ResponseFunctionToolCall",
        results={
            "arguments": "item.arguments, a JSON string as before",
            "name": "item.name",
        },
    ),
    row(
        id="oa.types.threads.runs.message_creation_step_details.MessageCreation",
        legacy=("openai.types.beta.threads.runs.message_creation_step_details.MessageCreation",),
        target="openai.types.responses.ResponseOutputMessage",
        results={
            "message_id": "item.id",
        },
    ),
    row(
        id="oa.types.threads.runs.run_step.LastError",
        legacy=("openai.types.beta.threads.runs.run_step.LastError",),
        target="openai.types.responses.ResponseError",
        results={
            "code": "response.error.code",
            "message": "response.error.message",
        },
    ),
    row(
        id="oa.types.threads.runs.run_step.Usage",
        legacy=("openai.types.beta.threads.runs.run_step.Usage",),
        target="openai.types.responses.ResponseUsage",
        results={
            "completion_tokens": "output_tokens",
            "prompt_tokens": "input_tokens",
            "total_tokens": "unchanged",
        },
    ),
    row(
        id="oa.types.threads.runs.run_step_delta_message_delta.MessageCreation",
        legacy=("openai.types.beta.threads.runs.run_step_delta_message_delta.MessageCreation",),
        target="openai.types.responses.ResponseOutputMessage",
        results={
            "message_id": "item.id",
        },
    ),
    row(
        id="oa.types.threads.message.AttachmentTool",
        legacy=("openai.types.beta.threads.message.AttachmentTool",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.message_create_params.AttachmentTool",
        legacy=("openai.types.beta.threads.message_create_params.AttachmentTool",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.run.Tool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.threads.run.Tool",),
        target="azure.ai.projects.models.Tool",
    ),
    row(
        id="oa.types.threads.run_create_params.AdditionalMessageAttachmentTool",
        legacy=("openai.types.beta.threads.run_create_params.AdditionalMessageAttachmentTool",),
        target=None,
        blocked=(
            "messages have no attachments: choose between an input_file part, a vector store of "
            "the agent, and a file of its code interpreter"
        ),
    ),
    row(
        id="oa.types.threads.run_create_params.Tool",
        code="UNS301",
        kind=Kind.TOOL,
        legacy=("openai.types.beta.threads.run_create_params.Tool",),
        target="azure.ai.projects.models.Tool",
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call.CodeInterpreterOutput",
        legacy=("openai.types.beta.threads.runs.code_interpreter_tool_call.CodeInterpreterOutput",),
        target="openai.types.responses.response_code_interpreter_tool_call.Output",
    ),
    row(
        id="oa.types.threads.runs.code_interpreter_tool_call_delta.CodeInterpreterOutput",
        legacy=(
            "openai.types.beta.threads.runs.code_interpreter_tool_call_delta.CodeInterpreterOutput",
        ),
        target="openai.types.responses.response_code_interpreter_tool_call.Output",
    ),
    row(
        id="oa.types.threads.runs.run_step.StepDetails",
        legacy=("openai.types.beta.threads.runs.run_step.StepDetails",),
        target="openai.types.responses.ResponseOutputItem",
    ),
    row(
        id="oa.types.threads.runs.run_step_delta.StepDetails",
        legacy=("openai.types.beta.threads.runs.run_step_delta.StepDetails",),
        target="openai.types.responses.ResponseOutputItem",
    ),
    row(
        id="oa.types.threads.runs.tool_calls_step_details.ToolCall",
        legacy=("openai.types.beta.threads.runs.tool_calls_step_details.ToolCall",),
        target="openai.types.responses.ResponseOutputItem",
    ),
)
