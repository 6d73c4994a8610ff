"""Functions for the files of assistants that a program keeps in a file of its own.

In Assistants v1 files belonged to an assistant. Here they belong to its tools: to the container
of the code interpreter, and to the vector stores of file search.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Helper:
    """One name of the module, with the code that binds it."""

    name: str
    code: str
    """``$name`` stands for another helper's name, or for what is imported."""
    needs: tuple[str, ...] = ()


_ADD = '''\
KIND $NAME(client, assistant_id: str | None, file_id: str) -> $SimpleNamespace:
    """Gives a file to the tools of a stored assistant."""
    tools = $load_assistants()[str(assistant_id)].get("tools") or []
    found = {tool["type"]: tool for tool in tools}
    if "code_interpreter" in found:
        box = found["code_interpreter"].setdefault("container", {"type": "auto"})
        if isinstance(box, str):
            WAITclient.containers.files.create(box, file_id=file_id)
        else:
            box["file_ids"] = [*box.get("file_ids", ()), file_id]
    if "file_search" in found or "code_interpreter" not in found:
        search = found.setdefault("file_search", {"type": "file_search"})
        stores = search.setdefault("vector_store_ids", [])
        if not stores:
            stores.append((WAITclient.vector_stores.create()).id)
        WAITclient.vector_stores.files.create_and_poll(file_id, vector_store_id=stores[0])
        tools = [*(tool for tool in tools if tool is not search), search]
    $change_assistant(assistant_id, tools=tools)
    return $SimpleNamespace(id=file_id, assistant_id=assistant_id)
'''
_LIST = '''\
KIND $NAME(client, assistant_id: str | None) -> $PAGE[$Any]:
    """The files of a stored assistant: those of its tools."""
    files: dict[str, $Any] = {}
    for tool in $load_assistants()[str(assistant_id)].get("tools") or []:
        for store in tool.get("vector_store_ids", ()):
            EACHfor file in client.vector_stores.files.list(store):
                files[file.id] = file
        box = tool.get("container")
        for file_id in box.get("file_ids", ()) if isinstance(box, dict) else ():
            if file_id not in files:
                files[file_id] = WAITclient.files.retrieve(file_id)
    return $PAGE(data=list(files.values()), has_more=False)
'''
_REMOVE = '''\
KIND $NAME(client, assistant_id: str | None, file_id: str) -> $SimpleNamespace:
    """Takes a file from the tools of a stored assistant."""
    tools = $load_assistants()[str(assistant_id)].get("tools") or []
    deleted = False
    for tool in tools:
        for store in tool.get("vector_store_ids", ()):
            ids = [file.id EACHfor file in client.vector_stores.files.list(store)]
            if file_id in ids:
                WAITclient.vector_stores.files.delete(file_id, vector_store_id=store)
                deleted = True
        box = tool.get("container")
        if isinstance(box, dict) and file_id in box.get("file_ids", ()):
            box["file_ids"].remove(file_id)
            deleted = True
    $change_assistant(assistant_id, tools=tools)
    return $SimpleNamespace(id=file_id, deleted=deleted)
'''
_READING = '''\
KIND $NAME(client, assistant_id: str | None, file_ids) -> list[$Any]:
    """The tools of a stored assistant with these files, and with none that they had."""
    files = list(file_ids or ())
    tools = $load_assistants()[str(assistant_id)].get("tools") or []
    for tool in tools:
        if tool["type"] == "code_interpreter":
            tool["container"] = {"type": "auto", "file_ids": files}
        elif tool["type"] == "file_search":
            store = WAITclient.vector_stores.create()
            if files:
                WAITclient.vector_stores.file_batches.create_and_poll(store.id, file_ids=files)
            tool["vector_store_ids"] = [store.id]
    return tools
'''


def _both(name: str, code: str, *needs: str) -> tuple[Helper, Helper]:
    """A function, and the one that has to be awaited."""
    bare = "(WAITclient.vector_stores.create())", "client.vector_stores.create()"
    sync = code.replace("KIND", "def").replace(*bare).replace("WAIT", "").replace("EACH", "")
    waiting = code.replace("KIND", "async def").replace("WAIT", "await ").replace("EACH", "async ")
    return (
        Helper(name, sync.replace("NAME", name).replace("PAGE", "SyncCursorPage"), needs),
        Helper(
            f"{name}_async",
            waiting.replace("NAME", f"{name}_async").replace("PAGE", "AsyncCursorPage"),
            needs,
        ),
    )


HELPERS = (
    *_both("add_assistant_file", _ADD, "load_assistants", "change_assistant"),
    *_both("assistant_files", _LIST, "load_assistants"),
    *_both("tools_reading", _READING, "load_assistants"),
    *_both("remove_assistant_file", _REMOVE, "load_assistants", "change_assistant"),
)

__all__ = ["HELPERS", "Helper"]
