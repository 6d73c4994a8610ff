"""Every legacy operation by class and method, under one name for all surfaces.

The surfaces (azure-ai-agents, the hub betas of azure-ai-projects, openai Assistants) differ in
names, not in what they do; everything behind this table speaks of operations only.
Sources: azure-ai-agents 1.1.0 ``azure/ai/agents/operations``, azure-ai-projects 1.0.0b10
``azure/ai/projects/operations/_patch.py``, openai 1.65.5 ``openai/resources/beta``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _rows(root: str, cls: str, **methods: str) -> dict[tuple[str, str, str], str]:
    return {(root, cls, method): operation for method, operation in methods.items()}


_AZURE: dict[tuple[str, str, str], str] = {
    **_rows("azure", "AIProjectClient", from_connection_string="client.connect"),
    **_rows(
        "azure",
        "AgentsClient",
        create_agent="agent.create",
        get_agent="agent.get",
        update_agent="agent.update",
        list_agents="agent.list",
        delete_agent="agent.delete",
        create_thread_and_run="thread_run.create",
        create_thread_and_process_run="thread_run.process",
        enable_auto_function_calls="functions.auto",
        close="client.close",
        send_request="client.send",
    ),
    **_rows(
        "azure",
        "ThreadsOperations",
        create="thread.create",
        get="thread.get",
        update="thread.update",
        delete="thread.delete",
        list="thread.list",
    ),
    **_rows(
        "azure",
        "MessagesOperations",
        create="message.create",
        get="message.get",
        update="message.update",
        delete="message.delete",
        list="message.list",
        get_last_message_by_role="message.last",
        get_last_message_text_by_role="message.last_text",
    ),
    **_rows(
        "azure",
        "RunsOperations",
        create="run.create",
        create_and_process="run.process",
        stream="run.stream",
        get="run.get",
        list="run.list",
        update="run.update",
        cancel="run.cancel",
        submit_tool_outputs="run.submit",
        submit_tool_outputs_stream="run.submit_stream",
    ),
    **_rows("azure", "RunStepsOperations", list="step.list", get="step.get"),
    **_rows(
        "azure",
        "FilesOperations",
        upload="file.upload",
        upload_and_poll="file.upload_poll",
        get="file.get",
        list="file.list",
        delete="file.delete",
        get_content="file.content",
        save="file.save",
    ),
    **_rows(
        "azure",
        "VectorStoresOperations",
        create="store.create",
        create_and_poll="store.create_poll",
        get="store.get",
        list="store.list",
        modify="store.update",
        delete="store.delete",
    ),
    **_rows(
        "azure",
        "VectorStoreFilesOperations",
        create="store_file.create",
        create_and_poll="store_file.create_poll",
        get="store_file.get",
        list="store_file.list",
        delete="store_file.delete",
    ),
    **_rows(
        "azure",
        "VectorStoreFileBatchesOperations",
        create="batch.create",
        create_and_poll="batch.create_poll",
        get="batch.get",
        list_files="batch.files",
        cancel="batch.cancel",
    ),
    **_rows(
        "azure",
        "AgentsOperations",
        list_agents="agent.list",
        create_thread="thread.create",
        get_thread="thread.get",
        update_thread="thread.update",
        delete_thread="thread.delete",
        list_threads="thread.list",
        create_message="message.create",
        get_message="message.get",
        update_message="message.update",
        list_messages="message.list",
        get_messages="message.list",
        create_run="run.create",
        create_and_process_run="run.process",
        create_stream="run.stream",
        get_run="run.get",
        list_runs="run.list",
        update_run="run.update",
        cancel_run="run.cancel",
        submit_tool_outputs_to_run="run.submit",
        submit_tool_outputs_to_stream="run.submit_stream",
        list_run_steps="step.list",
        get_run_step="step.get",
        upload_file="file.upload",
        upload_file_and_poll="file.upload_poll",
        get_file="file.get",
        list_files="file.list",
        delete_file="file.delete",
        get_file_content="file.content",
        save_file="file.save",
        create_vector_store="store.create",
        create_vector_store_and_poll="store.create_poll",
        get_vector_store="store.get",
        list_vector_stores="store.list",
        modify_vector_store="store.update",
        delete_vector_store="store.delete",
        create_vector_store_file="store_file.create",
        create_vector_store_file_and_poll="store_file.create_poll",
        get_vector_store_file="store_file.get",
        list_vector_store_files="store_file.list",
        delete_vector_store_file="store_file.delete",
        create_vector_store_file_batch="batch.create",
        create_vector_store_file_batch_and_poll="batch.create_poll",
        get_vector_store_file_batch="batch.get",
        list_vector_store_file_batch_files="batch.files",
        cancel_vector_store_file_batch="batch.cancel",
    ),
}

_OPENAI: dict[tuple[str, str, str], str] = {
    **_rows(
        "openai",
        "Assistants",
        create="agent.create",
        retrieve="agent.get",
        update="agent.update",
        list="agent.list",
        delete="agent.delete",
    ),
    **_rows(
        "openai",
        "Threads",
        create="thread.create",
        retrieve="thread.get",
        update="thread.update",
        delete="thread.delete",
        create_and_run="thread_run.create",
        create_and_run_poll="thread_run.process",
        create_and_run_stream="thread_run.stream",
    ),
    **_rows(
        "openai",
        "Messages",
        create="message.create",
        retrieve="message.get",
        update="message.update",
        delete="message.delete",
        list="message.list",
    ),
    **_rows(
        "openai",
        "Runs",
        create="run.create",
        create_and_poll="run.process",
        create_and_stream="run.stream",
        stream="run.stream",
        poll="run.poll",
        retrieve="run.get",
        list="run.list",
        update="run.update",
        cancel="run.cancel",
        submit_tool_outputs="run.submit",
        submit_tool_outputs_and_poll="run.submit_poll",
        submit_tool_outputs_stream="run.submit_stream",
    ),
    **_rows("openai", "Steps", list="step.list", retrieve="step.get"),
    **_rows(
        "openai",
        "VectorStores",
        create="beta_store.create",
        retrieve="beta_store.retrieve",
        update="beta_store.update",
        list="beta_store.list",
        delete="beta_store.delete",
    ),
    **_rows(
        "openai",
        "FileBatches",
        create="beta_store.create",
        create_and_poll="beta_store.create_and_poll",
        retrieve="beta_store.retrieve",
        cancel="beta_store.cancel",
        list_files="beta_store.list_files",
        poll="beta_store.poll",
        upload_and_poll="beta_store.upload_and_poll",
    ),
    **_rows(
        "openai",
        "Files",
        create="beta_store.create",
        create_and_poll="beta_store.create_and_poll",
        retrieve="beta_store.retrieve",
        list="beta_store.list",
        update="beta_store.update",
        delete="beta_store.delete",
        poll="beta_store.poll",
        upload="beta_store.upload",
        upload_and_poll="beta_store.upload_and_poll",
        content="beta_store.content",
    ),
    **_rows(
        "openai",
        "AssistantFiles",
        create="v1_file.create",
        retrieve="v1_file.retrieve",
        list="v1_file.list",
        delete="v1_file.delete",
    ),
    **_rows("openai", "MessageFiles", list="message_file.list", retrieve="message_file.retrieve"),
}

OPERATIONS: Mapping[tuple[str, str, str], str] = MappingProxyType({**_AZURE, **_OPENAI})

OTHER = "other"
"""Prefix of operations that have a row in the catalogue but no planner."""

_RULES = {
    "thread": "UNS101",
    "message": "UNS102",
    "run": "UNS103",
    "step": "UNS104",
    "thread_run": "UNS107",
    "agent": "UNS201",
    "functions": "UNS302",
    "client": "UNS401",
    "store": "UNS501",
    "store_file": "UNS501",
    "batch": "UNS501",
    "beta_store": "UNS501",
    "file": "UNS502",
    "v1_file": "UNS503",
    "message_file": "UNS503",
}
_SPECIAL = {
    "run.stream": "UNS105",
    "thread_run.stream": "UNS105",
    "run.submit_stream": "UNS105",
    "run.submit": "UNS106",
    "run.submit_poll": "UNS106",
}


def rule_of(operation: str) -> str:
    """The code of the rule that reports an operation."""
    return _SPECIAL.get(operation) or _RULES.get(operation.partition(".")[0], "UNS401")


def operation_of(cls: str, method: str) -> str | None:
    """The operation that a method of an outlined class is, by the class's canonical name."""
    if cls.startswith("azure.ai."):
        root = "azure"
    elif cls.startswith("openai.resources.beta."):
        root = "openai"
    else:
        return None
    name = cls.rpartition(".")[2].removeprefix("Async")
    if root == "openai" and name == "Files" and ".vector_stores" not in cls:
        name = "MessageFiles" if ".threads." in cls else "AssistantFiles"
    return OPERATIONS.get((root, name, method))
