"""Tools that a run of OpenAI has in place of its assistant's, with the files that these have.

A run could name other tools; what they reach stayed that of the assistant and of the thread.
Source: openai 1.65.5 ``openai/types/beta/threads/run_create_params.py`` (``tools``, and no
``tool_resources``).
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.attachments.run_files import tools_of
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import is_reachable
from unspool_rules.engine.toolmodels.lists import kinds_given
from unspool_rules.engine.tools.models import Resources
from unspool_rules.engine.tools.shaped_tools import openai_tools
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

NOTE = (
    "tools of the run have the files and vector stores of the same tools of its assistant; file "
    "search that has none is left out"
)
_SEARCHES = frozenset({"file_search", "retrieval"})
_NAME = "tools_of_run"
_MEANING = "Tools of a run, with what the same tools of its assistant reach."
_FUNCTION = '''def {name}(tools, own, bare=False) -> list[{any}]:
    """{meaning}"""
    known: dict[str, {any}] = {{"function": {{}}}}
    for tool in own or ():
        known.setdefault(tool["type"], tool)
    reach = ("container", "vector_store_ids")
    found: list[{any}] = []
    for tool in tools:
        had = known.get(tool["type"], {{}})
        found.append({{**tool, **{{name: had[name] for name in reach if name in had}}}})
    return [t for t in found if bare or t["type"] != "file_search" or "vector_store_ids" in t]
'''


def of_run(
    work: Work,
    run: Site,
    agent: ast.expr,
    given: ast.expr,
    caller: Callable[[Rendering], str],
    *,
    unpacked: bool,
) -> Callable[[bool], Writer] | None:
    """What makes the writer of a run's own tools; None where something stands in the way.

    What it makes may keep file search that has nothing to search in: for what is given it yet.
    """
    kinds = kinds_given(work, given)
    searches = bool(kinds & _SEARCHES)
    resources = Resources()
    resources.bare = searches and None not in kinds
    tools = openai_tools(work, given, resources)
    if tools is None:
        return None
    if not searches and ("code_interpreter" not in kinds or _has_none(work, agent)):
        return lambda _: tools
    own = tools_of(work, agent, caller, unpacked=unpacked)
    if own is None or None in kinds or not is_reachable(work.facts, agent, run.func, run.func):
        if searches:
            work.block(given, "the assistant's tools, with what they reach, are not in view here")
        return lambda _: tools
    work.note(NOTE)

    def written(bare: bool) -> Writer:
        def write(r: Rendering) -> Brackets:
            name = function_of_run(r)
            items = [Item(tools(r)), Item(own(r))]
            if bare:
                items.append(Item("True", "bare="))
            return Brackets(name, tuple(items))

        return write

    return written


def function_of_run(r: Rendering) -> str:
    """The name of the function that gives tools of a run what its assistant's reach."""
    return function(r, _NAME, _MEANING, _FUNCTION)


def _has_none(work: Work, agent: ast.expr) -> bool:
    """Whether the assistant is made in view, and neither then nor later given anything."""
    makers = work.facts.origins(agent)
    given = {"tool_resources", "file_ids"}
    changed = [s for s in work.facts.sites if s.operation == "agent.update"]
    return bool(makers) and all(
        s.operation in ("agent.create", "agent.update")
        and not s.unpacked
        and not given & s.arguments.keys()
        for s in (*makers, *changed)
    )


__all__ = ["NOTE", "function_of_run", "of_run"]
