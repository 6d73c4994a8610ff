"""Threads and messages of the azure-ai-projects 1.0.0 betas."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    AZURE_MESSAGE_RESULTS,
    MESSAGE_PARAMS,
    PAGE,
    THREAD_PARAMS,
    THREAD_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.AZURE_PROJECTS,
    code="UNS101",
    kind=Kind.CALL,
    source=(
        "azure-ai-projects 1.0.0b10: azure/ai/projects/operations/_patch.py; openai 3.54.0: "
        "openai/resources/"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="beta.create_thread",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_thread",
            "azure.ai.projects.aio.operations.AgentsOperations.create_thread",
        ),
        target="openai_client.conversations.create(items=..., metadata=...)",
        params=pick(THREAD_PARAMS, "body content_type kwargs messages tool_resources metadata"),
        results=THREAD_RESULTS,
        notes="Stored threads do not move: a conversation starts empty.",
        until="1.0.0b11",
    ),
    row(
        id="beta.get_thread",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_thread",
            "azure.ai.projects.aio.operations.AgentsOperations.get_thread",
        ),
        target="openai_client.conversations.retrieve(conversation_id)",
        params=pick(THREAD_PARAMS, "thread_id kwargs"),
        results=THREAD_RESULTS,
        notes="thread_ ids of the old service cannot be opened as conversations.",
        until="1.0.0b11",
    ),
    row(
        id="beta.update_thread",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.update_thread",
            "azure.ai.projects.aio.operations.AgentsOperations.update_thread",
        ),
        target="openai_client.conversations.update(conversation_id, metadata=...)",
        params=pick(THREAD_PARAMS, "thread_id body content_type kwargs tool_resources metadata"),
        results=THREAD_RESULTS,
        notes="metadata= is required now.",
        until="1.0.0b11",
    ),
    row(
        id="beta.delete_thread",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.delete_thread",
            "azure.ai.projects.aio.operations.AgentsOperations.delete_thread",
        ),
        target="openai_client.conversations.delete(conversation_id)",
        params=pick(THREAD_PARAMS, "thread_id kwargs"),
        results={
            "None": "ConversationDeletedResource, with deleted",
        },
        notes="The items of the conversation are not deleted with it.",
        until="1.0.0b11",
    ),
    row(
        id="beta.list_threads",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_threads",
            "azure.ai.projects.aio.operations.AgentsOperations.list_threads",
        ),
        target=None,
        params=pick(THREAD_PARAMS, "kwargs")
        | {
            "limit": "no counterpart: conversations cannot be listed",
            "order": "no counterpart: conversations cannot be listed",
            "after": "no counterpart: conversations cannot be listed",
            "before": "no counterpart: conversations cannot be listed",
        },
        blocked="threads cannot be listed in the new service: keep the ids yourself",
        until="1.0.0b11",
    ),
    row(
        id="beta.create_message",
        code="UNS102",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_message",
            "azure.ai.projects.aio.operations.AgentsOperations.create_message",
        ),
        target=(
            'openai_client.conversations.items.create(conversation_id, items=[{"type": "message", '
            '"role": ..., "content": ...}])'
        ),
        params=pick(
            MESSAGE_PARAMS,
            "thread_id body content_type kwargs role content attachments metadata",
        ),
        results=AZURE_MESSAGE_RESULTS,
        notes=(
            "Directly before a run the text goes to responses.create(input=...) instead; doing "
            "both repeats the turn. The call returns a list: the item is in .data[0]."
        ),
        until="1.0.0b11",
    ),
    row(
        id="beta.get_message",
        code="UNS102",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_message",
            "azure.ai.projects.aio.operations.AgentsOperations.get_message",
        ),
        target="openai_client.conversations.items.retrieve(item_id, conversation_id=...)",
        params=pick(MESSAGE_PARAMS, "thread_id message_id kwargs"),
        results=AZURE_MESSAGE_RESULTS,
        notes=(
            "The order of the ids flips: the item comes first, conversation_id= is keyword-only."
        ),
        until="1.0.0b11",
    ),
    row(
        id="beta.list_messages",
        code="UNS102",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_messages",
            "azure.ai.projects.aio.operations.AgentsOperations.list_messages",
        ),
        target="openai_client.conversations.items.list(conversation_id, order=..., limit=...)",
        params=pick(MESSAGE_PARAMS, "thread_id run_id limit order after before kwargs"),
        results=AZURE_MESSAGE_RESULTS | PAGE,
        notes=(
            'Keep items with item.type == "message": the list holds tool calls and reasoning too. '
            "Newest first, as before. For the answer of the last turn read response.output_text."
        ),
        until="1.0.0b11",
    ),
    row(
        id="beta.get_messages",
        code="UNS102",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_messages",
            "azure.ai.projects.aio.operations.AgentsOperations.get_messages",
        ),
        target="openai_client.conversations.items.list(conversation_id, order=..., limit=...)",
        params=pick(MESSAGE_PARAMS, "thread_id run_id limit order after before kwargs"),
        results=AZURE_MESSAGE_RESULTS | PAGE,
        notes=(
            'Keep items with item.type == "message": the list holds tool calls and reasoning too. '
            "Newest first, as before. For the answer of the last turn read response.output_text. "
            "Renamed list_messages in 1.0.0b3."
        ),
        until="1.0.0b3",
    ),
    row(
        id="beta.update_message",
        code="UNS102",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.update_message",
            "azure.ai.projects.aio.operations.AgentsOperations.update_message",
        ),
        target=None,
        params=pick(MESSAGE_PARAMS, "thread_id message_id body content_type kwargs metadata"),
        notes=(
            "Delete and re-create the item, or keep metadata on the conversation or the response."
        ),
        blocked="items of a conversation cannot be changed and carry no metadata",
        until="1.0.0b11",
    ),
)
