"""Threads and messages of azure-ai-agents 1.x."""

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
    surface=Surface.AZURE_AGENTS,
    code="UNS102",
    kind=Kind.CALL,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/operations/_patch.py; openai 3.54.0: "
        "openai/resources/"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.threads.create",
        code="UNS101",
        legacy=(
            "azure.ai.agents.operations.ThreadsOperations.create",
            "azure.ai.agents.aio.operations.ThreadsOperations.create",
        ),
        target="openai_client.conversations.create(items=..., metadata=...)",
        params=pick(THREAD_PARAMS, "body messages tool_resources metadata content_type kwargs"),
        results=THREAD_RESULTS,
        notes="Stored threads do not move: a conversation starts empty.",
    ),
    row(
        id="az.threads.get",
        code="UNS101",
        legacy=(
            "azure.ai.agents.operations.ThreadsOperations.get",
            "azure.ai.agents.aio.operations.ThreadsOperations.get",
        ),
        target="openai_client.conversations.retrieve(conversation_id)",
        params=pick(THREAD_PARAMS, "thread_id kwargs"),
        results=THREAD_RESULTS,
        notes="thread_ ids of the old service cannot be opened as conversations.",
    ),
    row(
        id="az.threads.update",
        code="UNS101",
        legacy=(
            "azure.ai.agents.operations.ThreadsOperations.update",
            "azure.ai.agents.aio.operations.ThreadsOperations.update",
        ),
        target="openai_client.conversations.update(conversation_id, metadata=...)",
        params=pick(THREAD_PARAMS, "thread_id body tool_resources metadata content_type kwargs"),
        results=THREAD_RESULTS,
        notes="metadata= is required now.",
    ),
    row(
        id="az.threads.delete",
        code="UNS101",
        legacy=(
            "azure.ai.agents.operations.ThreadsOperations.delete",
            "azure.ai.agents.aio.operations.ThreadsOperations.delete",
        ),
        target="openai_client.conversations.delete(conversation_id)",
        params=pick(THREAD_PARAMS, "thread_id kwargs"),
        results={
            "None": "ConversationDeletedResource, with deleted",
        },
        notes="The items of the conversation are not deleted with it.",
    ),
    row(
        id="az.threads.list",
        code="UNS101",
        legacy=(
            "azure.ai.agents.operations.ThreadsOperations.list",
            "azure.ai.agents.aio.operations.ThreadsOperations.list",
        ),
        target=None,
        params=pick(THREAD_PARAMS, "kwargs")
        | {
            "limit": "no counterpart: conversations cannot be listed",
            "order": "no counterpart: conversations cannot be listed",
            "before": "no counterpart: conversations cannot be listed",
        },
        blocked="threads cannot be listed in the new service: keep the ids yourself",
    ),
    row(
        id="az.messages.create",
        legacy=(
            "azure.ai.agents.operations.MessagesOperations.create",
            "azure.ai.agents.aio.operations.MessagesOperations.create",
        ),
        target=(
            'openai_client.conversations.items.create(conversation_id, items=[{"type": "message", '
            '"role": ..., "content": ...}])'
        ),
        params=pick(
            MESSAGE_PARAMS,
            "thread_id body role content attachments metadata content_type kwargs",
        ),
        results=AZURE_MESSAGE_RESULTS,
        notes=(
            "Directly before a run the text goes to responses.create(input=...) instead; doing "
            "both repeats the turn. The call returns a list: the item is in .data[0]."
        ),
    ),
    row(
        id="az.messages.get",
        legacy=(
            "azure.ai.agents.operations.MessagesOperations.get",
            "azure.ai.agents.aio.operations.MessagesOperations.get",
        ),
        target="openai_client.conversations.items.retrieve(item_id, conversation_id=...)",
        params=pick(MESSAGE_PARAMS, "thread_id message_id kwargs"),
        results=AZURE_MESSAGE_RESULTS,
        notes=(
            "The order of the ids flips: the item comes first, conversation_id= is keyword-only."
        ),
    ),
    row(
        id="az.messages.list",
        legacy=(
            "azure.ai.agents.operations.MessagesOperations.list",
            "azure.ai.agents.aio.operations.MessagesOperations.list",
        ),
        target="openai_client.conversations.items.list(conversation_id, order=..., limit=...)",
        params=pick(MESSAGE_PARAMS, "thread_id run_id limit order before kwargs"),
        results=AZURE_MESSAGE_RESULTS | PAGE,
        notes=(
            'Keep items with item.type == "message": the list holds tool calls and reasoning too. '
            "Newest first, as before. For the answer of the last turn read response.output_text."
        ),
    ),
    row(
        id="az.messages.update",
        legacy=(
            "azure.ai.agents.operations.MessagesOperations.update",
            "azure.ai.agents.aio.operations.MessagesOperations.update",
        ),
        target=None,
        params=pick(MESSAGE_PARAMS, "thread_id message_id body metadata content_type kwargs"),
        notes=(
            "Delete and re-create the item, or keep metadata on the conversation or the response."
        ),
        blocked="items of a conversation cannot be changed and carry no metadata",
    ),
    row(
        id="az.messages.delete",
        legacy=(
            "azure.ai.agents.operations.MessagesOperations.delete",
            "azure.ai.agents.aio.operations.MessagesOperations.delete",
        ),
        target="openai_client.conversations.items.delete(item_id, conversation_id=...)",
        params=pick(MESSAGE_PARAMS, "thread_id message_id kwargs"),
        results={
            "None": "the Conversation, not a deletion status",
        },
        notes=(
            "The order of the ids flips: the item comes first, conversation_id= is keyword-only. "
            "The old method exists since azure-ai-agents 1.2.0b3."
        ),
    ),
    row(
        id="az.messages.get_last_message_by_role",
        legacy=(
            "azure.ai.agents.operations.MessagesOperations.get_last_message_by_role",
            "azure.ai.agents.aio.operations.MessagesOperations.get_last_message_by_role",
        ),
        target=(
            "next((item for item in openai_client.conversations.items.list(conversation_id) if "
            'item.type == "message" and item.role == role), None)'
        ),
        params=pick(MESSAGE_PARAMS, "thread_id kwargs")
        | {
            "role": 'item.role == role; MessageRole.AGENT is "assistant"',
        },
        results=AZURE_MESSAGE_RESULTS,
        notes=(
            "The list is newest first, so next() finds the last one. Right after a response its "
            "own message items do."
        ),
    ),
    row(
        id="az.messages.get_last_message_text_by_role",
        legacy=(
            "azure.ai.agents.operations.MessagesOperations.get_last_message_text_by_role",
            "azure.ai.agents.aio.operations.MessagesOperations.get_last_message_text_by_role",
        ),
        target="response.output_text",
        params=pick(MESSAGE_PARAMS, "kwargs")
        | {
            "thread_id": "dropped: the response holds its text",
            "role": "dropped: response.output_text is the text of the agent",
        },
        results={
            "text.value": "the string itself",
            "text.annotations": "annotations of the output_text part",
        },
        notes=(
            'output_text joins all text parts and is "" where the old call gave None. For another '
            "role, or later, take the last text part of the newest message item."
        ),
    ),
)
