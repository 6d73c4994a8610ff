"""Vector stores of a thread that one run of OpenAI answers: the tools of its response search them.

A thread may have one vector store of its own, which its runs search beside that of the assistant.
Source: openai 1.65.5 ``openai/types/beta/thread_create_params.py`` (``ToolResourcesFileSearch``).
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.attachments.run_files import only_run, stays, thread_of
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import is_reachable
from unspool_rules.engine.tools.models import resources_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

NOTE = (
    "vector stores of the thread are those of the response's file search, which the assistant is "
    "taken to have"
)
_MEANING = "Tools whose file search goes over these vector stores as well."
_FUNCTION = '''def {name}(tools, stores) -> list[{any}]:
    """{meaning}"""
    others: list[{any}] = [t for t in tools or () if t["type"] != "file_search"]
    searching = [t for t in tools or () if t["type"] == "file_search"]
    own = [store for tool in searching for store in tool.get("vector_store_ids", ())]
    first = searching[0] if searching else {{"type": "file_search"}}
    found = [*own, *(stores or ())]
    return [*others, {{**first, "vector_store_ids": found}}] if found else others
'''


def searched(
    work: Work, run: Site, agent: ast.expr, own: Callable[[], Writer | None]
) -> tuple[ast.expr, Writer] | None:
    """The tools of a run whose thread has vector stores; None where it has none.

    Args:
        own: the tools that the run has besides; asked for only if they are needed.
    """
    thread = thread_of(work, run)
    stores = _stores(work, thread, run) if thread is not None else None
    if thread is None or stores is None:
        return None
    given = thread.arguments["tool_resources"]
    tools = own()
    again = is_reachable(work.facts, agent, run.func, run.func)  # it may be written twice
    if tools is None or not again or "tools" in run.arguments:
        work.block(given, "the tools that are to search these stores are not in view")
        return None
    work.note(NOTE)

    def write(r: Rendering) -> Brackets:
        return Brackets(tools_with_stores(r), (Item(tools(r)), Item(r.code(stores))))

    return given, write


def handed_on(work: Work, thread: Site) -> bool:
    """Whether the one run on a thread takes over its vector stores."""
    if thread.operation != "thread.create" or "tool_resources" not in thread.arguments:
        return False
    run = only_run(work, thread)
    return run is not None and _stores(work, thread, run) is not None


def _stores(work: Work, thread: Site, run: Site) -> ast.expr | None:
    """The vector stores of a thread, where its one run can name them, and it has nothing else."""
    given = thread.arguments.get("tool_resources")
    if given is None or only_run(work, thread) is not run:
        return None
    before = work.plan.snapshot()
    found = resources_of(work, given)
    work.plan.restore(before)
    if found is None or found.stores is None or found.files is not None:
        return None
    return found.stores if stays(work, found.stores, thread, run) else None


def tools_with_stores(r: Rendering) -> str:
    """The name of the function; it is written below the imports when it is not there yet."""
    return function(r, "tools_with_stores", _MEANING, _FUNCTION)


__all__ = ["handed_on", "searched", "tools_with_stores"]
