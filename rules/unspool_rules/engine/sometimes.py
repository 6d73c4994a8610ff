"""Arguments that a dictionary is given under a condition: ``if top: params["top_p"] = top``.

The statement stays where it is, and puts in what the new call takes, under its new name.
"""

from __future__ import annotations

import ast
import enum
from dataclasses import replace

from unspool_rules.engine.content import items_of
from unspool_rules.engine.facts import Site
from unspool_rules.engine.operations.assistants import may_be_left_out
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.shaped_formats import openai_text
from unspool_rules.engine.shaped_tools import openai_tools
from unspool_rules.engine.tools import Resources
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Brackets, Code

_RUNS = ("run.create", "run.process")
_SAME: dict[tuple[str, bool], set[str]] = {
    ("agent.create", False): {"instructions", "temperature", "top_p"},
    ("agent.create", True): {"description", "metadata"},
    ("thread.create", False): {"metadata"},
    ("thread.create", True): {"metadata"},
}
"""By operation, and whether it goes to Foundry: arguments that keep their names."""
_OF_RUNS = {"model", "instructions", "temperature", "top_p", "metadata", "parallel_tool_calls"}
_STORED = {"model", "name", "description", "metadata", "instructions", "temperature", "top_p"}
"""What assistants of the program's own file have, too."""
_GONE = {"name", "description", "metadata"}
"""What a definition at OpenAI has no place for."""


class Fate(enum.Enum):
    """What becomes of a statement that puts in an argument."""

    STAYS = enum.auto()
    GOES = enum.auto()
    BLOCKS = enum.auto()


def put_anew(work: Work, site: Site, key: str, store: ast.Assign) -> Fate:
    """Plan one statement that puts in an argument."""
    foundry = work.foundry(site)
    same = _SAME.get((site.operation, foundry), set())
    if site.operation in _RUNS and not foundry:
        same = _OF_RUNS
    kept = work.facts.keeps_assistants and not foundry and site.operation.startswith("agent.")
    if key in same or (kept and key in _STORED):
        return Fate.STAYS
    operation = "agent.create" if kept else site.operation
    new = _NEW.get((operation, key)) if not foundry or key == "messages" else None
    if new is not None:
        name, write = new
        return _rewritten(work, site, store, name, write)
    if site.operation == "agent.create" and not foundry and key in _GONE:
        if may_be_left_out(store.value) and _leave_out(work, store):
            return Fate.GOES
    work.block(store, f"`{key}` is given under a condition, and has no place of its own any more")
    return Fate.BLOCKS


def _rewritten(work: Work, site: Site, store: ast.Assign, name: str, write: str) -> Fate:
    writer = _writer(work, site, store.value, write)
    if writer is None:
        return Fate.BLOCKS
    item = store.targets[0]
    assert isinstance(item, ast.Subscript)
    held, quote = item.value, work.tree.segment(item.slice)[-1]

    def put(r: Rendering) -> Code:
        code = writer(r)
        head = f"{r.text(held)}[{quote}{name}{quote}] = "
        return replace(code, head=head + code.head) if isinstance(code, Brackets) else head + code

    work.replace(store, put)
    return Fate.STAYS


def _writer(work: Work, site: Site, value: ast.expr, write: str) -> Writer | None:
    if write == "items":
        return items_of(work, value)
    if write == "text":
        return openai_text(work, value)
    if write == "tools":
        given = {"tool_resources", "file_ids"} & {*site.arguments, *site.sometimes}
        if given:
            work.block(value, "tools and their resources are given under a condition: put each "
                       "tool with its resources")  # fmt: skip
            return None
        return openai_tools(work, value, Resources())
    return lambda r: r.code(value)


def _leave_out(work: Work, store: ast.Assign) -> bool:
    """Take the statement away, and the condition when nothing else stands under it."""
    above = work.tree.parents.get(store)
    if isinstance(above, ast.If) and above.body == [store] and not above.orelse:
        if not may_be_left_out(above.test):
            return False
        work.remove(above)
    else:
        work.remove(store)
    work.note("name, description and metadata of the assistant have no place and are gone")
    return True


_NEW = {
    ("thread.create", "messages"): ("items", "items"),
    ("agent.create", "tools"): ("tools", "tools"),
    ("agent.create", "response_format"): ("text", "text"),
    **{
        (operation, key): new
        for operation in _RUNS
        for key, new in {
            "tools": ("tools", "tools"),
            "response_format": ("text", "text"),
            "max_completion_tokens": ("max_output_tokens", ""),
        }.items()
    },
}
"""By operation and argument: its new name, and how its value is written."""
