"""The functions by which a program keeps files and vector stores of a conversation of OpenAI.

Metadata of a conversation: 16 values of at most 512 characters, ids with commas between them.
Source: openai 3.54.0 ``openai/types/conversations/conversation_update_params.py``.
"""

from __future__ import annotations

from unspool_rules.engine.attachments.run_files import tools_with_files
from unspool_rules.engine.attachments.run_stores import tools_with_stores
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.sites import Site
from unspool_rules.engine.writing.rendering import Rendering

STORES = "vector_store_ids"
CODE = "code_interpreter_files"
"""Names of metadata."""

_KEPT = '''def {name}(attachments=(), file_ids=()) -> dict[str, str]:
    """{meaning}"""
    found: dict[str, list[{any}]] = {{
        "file_search_files": [*(file_ids or ())],
        "code_interpreter_files": [*(file_ids or ())],
    }}
    for attachment in attachments or ():
        for tool in attachment.get("tools") or ():
            found[f"{{tool['type']}}_files"].append(attachment["file_id"])
    return {{name: ",".join(ids) for name, ids in found.items() if ids}}
'''
_GIVEN = '''def {name}(tool_resources) -> dict[str, str]:
    """{meaning}"""
    given = tool_resources or {{}}
{models}    search = given.get("file_search") or {{"vector_store_ids": ()}}
    code = given.get("code_interpreter") or {{"file_ids": ()}}
    found = {{
        "vector_store_ids": ",".join(search["vector_store_ids"]),
        "code_interpreter_files": ",".join(code["file_ids"]),
    }}
    return {{name: ids for name, ids in found.items() if ids}}
'''
_MODELS = """\
    if not isinstance(given, dict):
        given = given.to_dict(exclude_none=True)
"""
_BRING = '''{kind} {name}(client, conversation_id, attachments=(), file_ids=()) -> str:
    """{meaning}"""
    brought = {kept_files}(attachments, file_ids)
    if brought:
        found = {wait}client.conversations.retrieve(conversation_id)
        metadata = dict(found.metadata or {{}})
        for name, ids in brought.items():
            known = [*(metadata.get(name) or "").split(","), *ids.split(",")]
            metadata[name] = ",".join(dict.fromkeys(filter(None, known)))
        {wait}client.conversations.update(conversation_id, metadata=metadata)
    return conversation_id
'''
_RESOURCES = '''{kind} {name}(client, conversation_id, metadata=None, **resources):
    """{meaning}"""
    found = {wait}client.conversations.retrieve(conversation_id)
    names = ("file_search_files", "code_interpreter_files", "vector_store_ids")
    old = dict(found.metadata or {{}})
    new = old if metadata is None else {{n: old[n] for n in names if n in old}}
    new = {{**new, **(metadata or {{}})}}
    new.update({{name: ",".join(ids or ()) for name, ids in resources.items()}})
    return {wait}client.conversations.update(conversation_id, metadata=new)
'''
_REACHING = '''{kind} {name}(client, conversation_id, tools, searches=True) -> list[{any}]:
    """{meaning}"""
    found = {wait}client.conversations.retrieve(conversation_id)
    metadata = dict(found.metadata or {{}})
    names = ("file_search_files", "code_interpreter_files", "vector_store_ids")
    search, code, stores = ([i for i in (metadata.get(n) or "").split(",") if i] for n in names)
    if search and any(tool["type"] == "file_search" for tool in tools or ()):
        if not stores:
            kept = {{"anchor": "last_active_at", "days": 7}}
            stores = [({wait}client.vector_stores.create(expires_after=kept)).id]
        {wait}client.vector_stores.file_batches.create_and_poll(stores[0], file_ids=search)
        metadata.update({{"file_search_files": "", "vector_store_ids": ",".join(stores)}})
        {wait}client.conversations.update(conversation_id, metadata=metadata)
    if searches:
        tools = {tools_with_stores}(tools, stores)
    return {wait}{tools_with_files}(client, tools, [], code)
'''


def kept_files(r: Rendering) -> str:
    meaning = "Files that messages bring, as the metadata of a conversation name them."
    return function(r, "kept_files", meaning, _KEPT)


def kept_resources(r: Rendering) -> str:
    meaning = "Resources of a thread, as the metadata of a conversation name them."
    models = _MODELS if r.facts.reads_models else ""
    return function(r, "kept_resources", meaning, _GIVEN, models=models)


def bring_files(r: Rendering, site: Site) -> str:
    meaning = "Keeps files that a message brings in the metadata of its conversation."
    others = {"kept_files": kept_files(r)}
    return function(r, "bring_files", meaning, _BRING, site.asynchronous, **others)


def keep_resources(r: Rendering, site: Site) -> str:
    meaning = "Keeps vector stores and files for code in the metadata of a conversation."
    return function(r, "keep_resources", meaning, _RESOURCES, site.asynchronous)


def tools_of_conversation(r: Rendering, site: Site) -> str:
    meaning = "Tools that also reach what the metadata of a conversation name."
    others = {
        "tools_with_files": tools_with_files(r, asynchronous=site.asynchronous),
        "tools_with_stores": tools_with_stores(r),
    }
    return function(r, "tools_of_conversation", meaning, _REACHING, site.asynchronous, **others)
