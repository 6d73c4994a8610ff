"""Files, stores and metadata of an assistant."""

from __future__ import annotations

from .draft import Draft, lines
from .tools import definitions


def making(draft: Draft, name: str) -> str:
    """Statements that make the assistant, called `name`."""
    topic, kind = draft.topic, draft.choice["resources"]
    arguments = {
        "model": '"gpt-4o-mini"',
        "name": f'"{topic.name}"',
        "instructions": f'"{topic.instructions}"',
    }
    before, tools = "", definitions(draft) if draft.tools else ""
    extra = ""
    if kind == "search":
        before, more = _search(draft)
        extra = more.pop("tools")
        arguments |= more
    elif kind == "interpreter":
        before, more = _interpreter(draft)
        extra = more.pop("tools")
        arguments |= more
    elif kind == "metadata":
        arguments["metadata"] = '{"team": "demo"}'
    both = " + ".join(part for part in (tools, extra) if part)
    if both:
        arguments["tools"] = both
    return lines(
        before,
        draft.note("Step 1: create the assistant", "the assistant", "make the agent"),
        f"{name} = {draft.call('assistant.create', **arguments)}",
    )


def _upload(draft: Draft) -> str:
    path = f'"{draft.topic.file}"'
    if draft.azure:
        draft.imports.add("from azure.ai.agents.models import FilePurpose")
        made = draft.call("file.create", file_path=path, purpose="FilePurpose.AGENTS")
    else:
        made = draft.call("file.create", file=f'open({path}, "rb")', purpose='"assistants"')
    return f"file = {made}"


def _search(draft: Draft) -> tuple[str, dict[str, str]]:
    made = draft.call("store.create", name='"documents"', file_ids="[file.id]")
    before = lines(_upload(draft), f"store = {made}")
    if not draft.azure:
        ids = '{"file_search": {"vector_store_ids": [store.id]}}'
        return before, {"tools": '[{"type": "file_search"}]', "tool_resources": ids}
    draft.imports.add("from azure.ai.agents.models import FileSearchTool")
    tool = "search = FileSearchTool(vector_store_ids=[store.id])"
    return lines(before, tool), _of_tool("search")


def _interpreter(draft: Draft) -> tuple[str, dict[str, str]]:
    if not draft.azure:
        ids = '{"code_interpreter": {"file_ids": [file.id]}}'
        return _upload(draft), {"tools": '[{"type": "code_interpreter"}]', "tool_resources": ids}
    draft.imports.add("from azure.ai.agents.models import CodeInterpreterTool")
    tool = "interpreter = CodeInterpreterTool(file_ids=[file.id])"
    return lines(_upload(draft), tool), _of_tool("interpreter")


def _of_tool(name: str) -> dict[str, str]:
    return {"tools": f"{name}.definitions", "tool_resources": f"{name}.resources"}
