"""Tools of the Assistants API: written in their new shape, or given it when the program runs.

Where a list of tools comes from is often out of view: from callers, from another file, from a
library that makes them of functions. What its tools look like is known all the same, so a function
of the program gives them their new shape.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.imports.below import function
from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.unseen import UNSEEN
from unspool_rules.engine.tools.models import Resources, tools_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, listing

_NAME = "response_tools"
_MEANING = "An assistant's tools in the shape that responses take."
_FUNCTION = '''def {name}(tools, files=(), stores=()) -> list[{any}]:
    """{meaning}"""
    shaped: list[{any}] = []
    for tool in tools or ():
{models}        kind = tool["type"]
        if "function" in tool:
            empty = {{"type": "object", "properties": {{}}}}
            tool = {{"type": kind, "parameters": empty, "strict": False, **tool["function"]}}
        elif kind == "code_interpreter" and "container" not in tool:
            tool = {{"type": kind, "container": {{"type": "auto", "file_ids": list(files)}}}}
        elif kind in ("file_search", "retrieval") and "vector_store_ids" not in tool:
{left_out}            options = tool.get("file_search") or {{}}
            tool = {{"type": "file_search", "vector_store_ids": list({stores}), **options}}
        shaped.append(tool)
    return shaped
'''
_MODELS = """\
        if not isinstance(tool, dict):
            tool = tool.to_dict(exclude_none=True)
"""
_LEFT_OUT = """\
            if stores is None:
                continue
"""
_NOTHING = (
    f"`{_NAME}` leaves out file search that has nothing to search in, as the service refuses it"
)


def openai_tools(
    work: Work, node: ast.expr, resources: Resources, *, typed: bool = False, foundry: bool = False
) -> Writer | None:
    """The tools of a definition or of a run; None when it blocks.

    Args:
        node: tools of the Assistants API.
        typed: whether those in view become models of Foundry.
    """
    before = work.plan.snapshot()
    written = tools_of(work, node, resources, typed=typed, foundry=foundry)
    if written is not None:
        return written
    new = {message for _, message in work.plan.blockers.keys() - before["blockers"].keys()}
    if not new <= UNSEEN or resources.attached:
        return None
    if not resources.nothing_to_search and _searches(work, node, resources):
        return None
    work.plan.restore(before)
    if resources.nothing_to_search:
        work.facts.leaves_out_search = True
        work.note(_NOTHING)
    work.note(
        f"`{_NAME}` gives tools that are not in view here their new shape when the program runs; "
        "tools of other types than function, code interpreter and file search stay as they are, "
        "and a file search needs the ids of its vector stores"
    )
    return lambda r: _shaped(r, node, resources)


def _searches(work: Work, node: ast.expr, resources: Resources) -> bool:
    """Whether a file search is in view that has no vector store."""
    literal = work.literal_of(node)
    if resources.stores is not None or resources.site is not None:
        return False
    for element in literal.elts if isinstance(literal, (ast.List, ast.Tuple)) else ():
        fields = fields_of(work.literal_of(element)) or {}
        if work.string_value(fields.get("type")) in ("file_search", "retrieval"):
            return True
    return False


def _shaped(r: Rendering, node: ast.expr, resources: Resources) -> Code:
    items = [Item(r.code(node))]
    if resources.files is not None:
        items.append(Item(r.code(resources.files), "files="))
    if resources.site is not None:
        store = f"{r.made('vector_store', resources.site)}.id"
        items.append(Item(listing([store]), "stores="))
    elif resources.stores is not None:
        items.append(Item(r.code(resources.stores), "stores="))
    elif resources.nothing_to_search:
        items.append(Item("None", "stores="))
    return Brackets(tools_function(r), tuple(items))


def tools_function(r: Rendering) -> str:
    """The name of the function that gives tools their new shape."""
    leaves = r.facts.leaves_out_search
    left_out, stores = (_LEFT_OUT, "stores or ()") if leaves else ("", "stores")
    models = _MODELS if r.facts.reads_models else ""
    parts = {"left_out": left_out, "stores": stores, "models": models}
    return function(r, _NAME, _MEANING, _FUNCTION, None, **parts)


__all__ = ["openai_tools", "tools_function"]
