"""Arguments that a dictionary is given under a condition: ``if top: params["top_p"] = top``.

``params.update(top_p=top)`` and ``params = {"top_p": top} if top else {}`` are the same.

The statement stays where it is, and puts in what the new call takes, under its new name.
"""

from __future__ import annotations

import ast
import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace

from unspool_rules.engine.flow.absent import may_be_none
from unspool_rules.engine.messages.content import items_of
from unspool_rules.engine.operations.agents import conditional_fields
from unspool_rules.engine.operations.agents.assistants import may_be_left_out
from unspool_rules.engine.operations.streaming import responders
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.models import Resources, resources_of
from unspool_rules.engine.tools.shaped_choices import openai_choice
from unspool_rules.engine.tools.shaped_formats import openai_text
from unspool_rules.engine.tools.shaped_tools import openai_tools
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, listing, mapping

_RUNS = ("run.create", "run.process", "run.stream")
_SAME: dict[tuple[str, bool], set[str]] = {
    ("agent.create", False): {"instructions", "temperature", "top_p"},
    ("agent.create", True): {"description", "metadata", "temperature", "top_p"},
    ("thread.create", False): {"metadata"},
    ("thread.create", True): {"metadata"},
}
"""By operation, and whether it goes to Foundry: arguments that keep their names."""
_OF_RUNS = {"model", "instructions", "temperature", "top_p", "metadata", "parallel_tool_calls"}
_STORED = {"model", "name", "description", "metadata", "instructions", "temperature", "top_p"}
"""What assistants of the program's own file have, too."""
_GONE = {"name", "description", "metadata"}
"""What a definition at OpenAI has no place for."""
_INPUT = {"additional_instructions", "additional_messages"}
"""What becomes the input of a response."""


_TWO_PLACES = "some of this goes into the definition, some beside it: keep two dictionaries"


@dataclass(frozen=True, slots=True)
class Put:
    """One statement that puts an argument into the dictionary."""

    statement: ast.stmt
    holder: ast.Name | None
    """The dictionary, as the statement names it; None where its literal has the key."""
    key: ast.expr | None
    """The key as a string; None where the name of an argument of ``update`` says it."""
    value: ast.expr


class Fate(enum.Enum):
    """What becomes of a statement that puts in an argument."""

    STAYS = enum.auto()
    GOES = enum.auto()
    BLOCKS = enum.auto()


def put_anew(
    work: Work, site: Site, key: str, put: Put, others: Sequence[tuple[str, Put]] = ()
) -> Fate:
    """Plan one statement that puts in an argument, beside others."""
    foundry = work.foundry(site)
    flow = work.facts.flows.get(site)
    if flow is not None and flow.handler is not None and responders.asked(work, flow.handler):
        reason = f"`{key}` is given under a condition, and the handler's responses would not get it"
        work.block(put.statement, reason)
        return Fate.BLOCKS
    defines = foundry and site.operation == "agent.create"
    if defines and conditional_fields.are_two(site):
        work.block(put.statement, _TWO_PLACES)
        return Fate.BLOCKS
    same = _SAME.get((site.operation, foundry), set())
    if site.operation in _RUNS and not foundry:
        same = _OF_RUNS
    kept = work.facts.keeps_assistants and not foundry and site.operation.startswith("agent.")
    if key in same or (kept and key in _STORED):
        return Fate.STAYS
    operation = "agent.create" if kept else site.operation
    new = _NEW.get((operation, key)) if not foundry or key in _OF_BOTH else None
    if defines:
        new = conditional_fields.NEW.get(key)
    beside = _beside(work, put, {"tools": "tool_resources"}.get(key, "tools"), others)
    if new is not None:
        name, write = new
        return _rewritten(work, site, put, name, write, beside)
    if key == "tool_resources" and beside is not None and (operation, "tools") in _NEW:
        work.remove(put.statement)  # the tools beside them have them now
        return Fate.GOES
    if site.operation == "agent.create" and not foundry and key in _GONE:
        if may_be_left_out(put.value) and _leave_out(work, put):
            work.note("name, description and metadata of the assistant have no place and are gone")
            return Fate.GOES
    if site.operation in _RUNS and key == "max_prompt_tokens":
        if may_be_left_out(put.value) and _leave_out(work, put):
            work.note("`max_prompt_tokens` has no counterpart and is gone")
            return Fate.GOES
    work.block(
        put.statement, f"`{key}` is given under a condition, and has no place of its own any more"
    )
    return Fate.BLOCKS


def _beside(work: Work, put: Put, key: str, others: Sequence[tuple[str, Put]]) -> Put | None:
    """What puts in another argument right before or after, so that both are given or none."""
    if put.holder is None:
        return None
    block = work.tree.block_of(put.statement)
    place = block.index(put.statement)
    near = [*block[max(place - 1, 0) : place], *block[place + 1 : place + 2]]
    found = [other for name, other in others if name == key and other.statement in near]
    return found[0] if len(found) == 1 and found[0].holder is not None else None


def _rewritten(
    work: Work, site: Site, put: Put, name: str, write: str, beside: Put | None = None
) -> Fate:
    writer = _writer(work, site, put.value, write, beside)
    if writer is None:
        return Fate.BLOCKS
    quote = work.tree.segment(put.key)[-1] if put.key is not None else '"'
    holder = put.holder
    if holder is None:
        assert put.key is not None
        work.replace(put.key, lambda _: f"{quote}{name}{quote}")
        work.replace(put.value, writer)
        return Fate.STAYS

    def put_in(r: Rendering) -> Code:
        code = writer(r)
        head = f"{r.text(holder)}[{quote}{name}{quote}] = "
        return replace(code, head=head + code.head) if isinstance(code, Brackets) else head + code

    work.replace(put.statement, put_in)
    return Fate.STAYS


def _writer(
    work: Work, site: Site, value: ast.expr, write: str, beside: Put | None = None
) -> Writer | None:
    given = {*site.arguments, *site.sometimes}
    if write in ("developer", "added") and len(_INPUT & given) > 1:
        work.block(value, "messages and instructions are given under conditions of their own: "
                   "put both into `input`")  # fmt: skip
        return None
    if write in ("items", "added"):
        return items_of(work, value)
    if write == "developer":
        return _developer(work, value)
    if work.foundry(site) and site.operation == "agent.create":
        if write == "tools" and not _are_together(work, site, value, beside):
            return None
        brought = beside.value if beside is not None else None
        return conditional_fields.write(work, site, value, write, brought)
    if write == "text":
        return openai_text(work, value)
    if write == "choice":
        agent = site.arguments.get("assistant_id")
        return openai_choice(work, value, agent) if agent is not None else None
    if write == "effort":
        return lambda r: mapping([("effort", r.code(value))])
    if write == "tools":
        if not _are_together(work, site, value, beside):
            return None
        resources = Resources() if beside is None else resources_of(work, beside.value)
        return openai_tools(work, value, resources) if resources is not None else None
    return lambda r: r.code(value)


def _are_together(work: Work, site: Site, value: ast.expr, beside: Put | None) -> bool:
    """Whether tools that are given under a condition come with their resources, or have none."""
    given = {*site.arguments, *site.sometimes}
    together = "tool_resources" not in given or (
        beside is not None and "tool_resources" not in site.arguments
    )
    if "file_ids" in given or not together:
        work.block(
            value,
            "tools and their resources are given under a condition: put each tool with its "
            "resources",
        )
        return False
    return True


def _developer(work: Work, value: ast.expr) -> Writer | None:
    """Extra instructions as a message, as a run has them that always gets them."""
    if may_be_none(work, value):
        work.block(value, "this may be None: a message needs a text; give it only where it is set")
        return None
    work.note("the extra instructions are a developer message now, which stays in the conversation")
    return lambda r: listing([mapping([("role", '"developer"'), ("content", r.code(value))])])


def _leave_out(work: Work, put: Put) -> bool:
    """Take the statement away, and the condition when nothing else stands under it."""
    if put.holder is None:
        return False
    above = work.tree.parents.get(put.statement)
    if isinstance(above, ast.If) and above.body == [put.statement] and not above.orelse:
        if not may_be_left_out(above.test):
            return False
        work.remove(above)
    else:
        work.remove(put.statement)
    return True


_OF_BOTH = {"messages", "additional_messages"}
"""What Foundry takes under a condition, too."""
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
            "reasoning_effort": ("reasoning", "effort"),
            "tool_choice": ("tool_choice", "choice"),
            "additional_messages": ("input", "added"),
            "additional_instructions": ("input", "developer"),
        }.items()
    },
}
"""By operation and argument: its new name, and how its value is written."""
