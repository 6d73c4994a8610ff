"""Threads and messages of openai: `client.beta.threads`, and the message files of v1."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    MESSAGE_PARAMS,
    OPENAI_MESSAGE_RESULTS,
    PAGE,
    THREAD_PARAMS,
    THREAD_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS102",
    kind=Kind.CALL,
    source=(
        "openai 3.54.0: openai/resources/beta/threads/messages.py; "
        "openai/resources/conversations/items.py"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.threads.create",
        code="UNS101",
        legacy=(
            "openai.resources.beta.threads.Threads.create",
            "openai.resources.beta.threads.AsyncThreads.create",
        ),
        target="openai_client.conversations.create(items=..., metadata=...)",
        params=pick(
            THREAD_PARAMS,
            "messages metadata tool_resources extra_headers extra_query extra_body timeout",
        ),
        results=THREAD_RESULTS,
        notes="Stored threads do not move: a conversation starts empty.",
        source="openai 3.54.0: openai/resources/beta/threads/; openai/resources/conversations/",
    ),
    row(
        id="oa.threads.retrieve",
        code="UNS101",
        legacy=(
            "openai.resources.beta.threads.Threads.retrieve",
            "openai.resources.beta.threads.AsyncThreads.retrieve",
        ),
        target="openai_client.conversations.retrieve(conversation_id)",
        params=pick(THREAD_PARAMS, "thread_id extra_headers extra_query extra_body timeout"),
        results=THREAD_RESULTS,
        notes="thread_ ids of the old service cannot be opened as conversations.",
        source="openai 3.54.0: openai/resources/beta/threads/; openai/resources/conversations/",
    ),
    row(
        id="oa.threads.update",
        code="UNS101",
        legacy=(
            "openai.resources.beta.threads.Threads.update",
            "openai.resources.beta.threads.AsyncThreads.update",
        ),
        target="openai_client.conversations.update(conversation_id, metadata=...)",
        params=pick(
            THREAD_PARAMS,
            "thread_id metadata tool_resources extra_headers extra_query extra_body timeout",
        ),
        results=THREAD_RESULTS,
        notes="metadata= is required now.",
        source="openai 3.54.0: openai/resources/beta/threads/; openai/resources/conversations/",
    ),
    row(
        id="oa.threads.delete",
        code="UNS101",
        legacy=(
            "openai.resources.beta.threads.Threads.delete",
            "openai.resources.beta.threads.AsyncThreads.delete",
        ),
        target="openai_client.conversations.delete(conversation_id)",
        params=pick(THREAD_PARAMS, "thread_id extra_headers extra_query extra_body timeout"),
        results={
            "None": "ConversationDeletedResource, with deleted",
        },
        notes="The items of the conversation are not deleted with it.",
        source="openai 3.54.0: openai/resources/beta/threads/; openai/resources/conversations/",
    ),
    row(
        id="oa.threads",
        code="UNS101",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.threads.Threads",
            "openai.resources.beta.threads.AsyncThreads",
        ),
        target="openai_client.conversations",
        notes="Also kept in a variable, or named in an annotation.",
        source="openai 3.54.0: openai/resources/beta/threads/",
    ),
    row(
        id="oa.messages.create",
        legacy=(
            "openai.resources.beta.threads.messages.Messages.create",
            "openai.resources.beta.threads.messages.AsyncMessages.create",
        ),
        target=(
            'openai_client.conversations.items.create(conversation_id, items=[{"type": "message", '
            '"role": ..., "content": ...}])'
        ),
        params=pick(
            MESSAGE_PARAMS,
            (
                "thread_id content role attachments metadata extra_headers extra_query extra_body "
                "timeout file_ids"
            ),
        ),
        results=OPENAI_MESSAGE_RESULTS,
        notes=(
            "Directly before a run the text goes to responses.create(input=...) instead; doing "
            "both repeats the turn. The call returns a list: the item is in .data[0]."
        ),
    ),
    row(
        id="oa.messages.retrieve",
        legacy=(
            "openai.resources.beta.threads.messages.Messages.retrieve",
            "openai.resources.beta.threads.messages.AsyncMessages.retrieve",
        ),
        target="openai_client.conversations.items.retrieve(item_id, conversation_id=...)",
        params=pick(
            MESSAGE_PARAMS,
            "message_id thread_id extra_headers extra_query extra_body timeout",
        ),
        results=OPENAI_MESSAGE_RESULTS,
        notes=(
            "The order of the ids flips: the item comes first, conversation_id= is keyword-only."
        ),
    ),
    row(
        id="oa.messages.list",
        legacy=(
            "openai.resources.beta.threads.messages.Messages.list",
            "openai.resources.beta.threads.messages.AsyncMessages.list",
        ),
        target="openai_client.conversations.items.list(conversation_id, order=..., limit=...)",
        params=pick(
            MESSAGE_PARAMS,
            (
                "thread_id after before limit order run_id extra_headers extra_query extra_body "
                "timeout"
            ),
        ),
        results=OPENAI_MESSAGE_RESULTS | PAGE,
        notes=(
            'Keep items with item.type == "message": the list holds tool calls and reasoning too. '
            "Newest first, as before. For the answer of the last turn read response.output_text."
        ),
    ),
    row(
        id="oa.messages.update",
        legacy=(
            "openai.resources.beta.threads.messages.Messages.update",
            "openai.resources.beta.threads.messages.AsyncMessages.update",
        ),
        target=None,
        params=pick(
            MESSAGE_PARAMS,
            "message_id thread_id metadata extra_headers extra_query extra_body timeout",
        ),
        notes=(
            "Delete and re-create the item, or keep metadata on the conversation or the response."
        ),
        blocked="items of a conversation cannot be changed and carry no metadata",
    ),
    row(
        id="oa.messages.delete",
        legacy=(
            "openai.resources.beta.threads.messages.Messages.delete",
            "openai.resources.beta.threads.messages.AsyncMessages.delete",
        ),
        target="openai_client.conversations.items.delete(item_id, conversation_id=...)",
        params=pick(
            MESSAGE_PARAMS,
            "message_id thread_id extra_headers extra_query extra_body timeout",
        ),
        results={
            "None": "the Conversation, not a deletion status",
        },
        notes=(
            "The order of the ids flips: the item comes first, conversation_id= is keyword-only."
        ),
    ),
    row(
        id="oa.messages",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.threads.messages.Messages",
            "openai.resources.beta.threads.messages.AsyncMessages",
        ),
        target="openai_client.conversations.items",
        notes="Also kept in a variable, or named in an annotation.",
        source="openai 3.54.0: openai/resources/beta/threads/messages.py",
    ),
    row(
        id="oa.messages.files",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.threads.messages.files.Files",
            "openai.resources.beta.threads.messages.files.AsyncFiles",
        ),
        target='[part for part in item.content if part.type == "input_file"]',
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        source="openai 1.20.0: openai/resources/beta/threads/messages/files.py",
    ),
    row(
        id="oa.messages.files.list",
        legacy=(
            "openai.resources.beta.threads.messages.files.Files.list",
            "openai.resources.beta.threads.messages.files.AsyncFiles.list",
        ),
        target='[part for part in item.content if part.type == "input_file"]',
        params={
            "message_id": "item_id of conversations.items.retrieve",
            "thread_id": "conversation_id=",
            "after": "dropped",
            "before": "dropped",
            "limit": "dropped",
            "order": "dropped",
            "extra_headers": "unchanged",
            "extra_query": "unchanged",
            "extra_body": "unchanged",
            "timeout": "unchanged",
        },
        results={
            "id": "part.file_id",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        source="openai 1.20.0: openai/resources/beta/threads/messages/files.py",
    ),
    row(
        id="oa.messages.files.retrieve",
        legacy=(
            "openai.resources.beta.threads.messages.files.Files.retrieve",
            "openai.resources.beta.threads.messages.files.AsyncFiles.retrieve",
        ),
        target=None,
        params={
            "file_id": "part.file_id",
            "message_id": "item_id of conversations.items.retrieve",
            "thread_id": "conversation_id=",
            "extra_headers": "unchanged",
            "extra_query": "unchanged",
            "extra_body": "unchanged",
            "timeout": "unchanged",
        },
        notes="Part of Assistants v1, removed in openai 1.21.0.",
        blocked=(
            "message files have no objects of their own: look for input_file parts in the content "
            "of the item"
        ),
        source="openai 1.20.0: openai/resources/beta/threads/messages/files.py",
    ),
)
