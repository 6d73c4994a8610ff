"""Options of a run that are not in view, for the response that takes its place."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.definitions import own_tools
from unspool_rules.engine.definitions.references import Text
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.shaped.items import item_function, tell_dropped
from unspool_rules.engine.shaped.unseen import REQUEST, only_set, unseen_of, written
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.shaped_choices import choice_function
from unspool_rules.engine.tools.shaped_formats import text_function
from unspool_rules.engine.tools.shaped_tools import tools_function
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item

INPUT = ("additional_instructions", "additional_messages")
_SAME = ("model", "instructions", "temperature", "top_p", "metadata", "parallel_tool_calls")
_SHAPED = (
    *("tools", "tool_choice", "response_format", "reasoning_effort"),
    *("max_completion_tokens", "max_prompt_tokens", "poll_interval_ms"),
)
_NAME = "response_fields"
_MEANING = "A run's options in the shape that responses take."
_FUNCTION = '''def {name}(given, own) -> dict[str, {any}]:
    """{meaning}"""
    fields = {{key: value for key, value in given.items() if {set}}}
    for key in ("stream", "include", "extra_body"):
        if fields.pop(key, None):
            raise TypeError(f"a response has another form of `{{key}}` than a run")
    for key in ("max_prompt_tokens", "poll_interval_ms"):
        fields.pop(key, None)
    said = fields.pop("additional_instructions", None)
    if said:
        before = fields.get("instructions", own.get("instructions"))
        fields["instructions"] = f"{{before}}\\n{{said}}" if before else said
    if "additional_messages" in fields:
        fields["input"] = [{item}(m) for m in fields.pop("additional_messages")]
    if "max_completion_tokens" in fields:
        fields["max_output_tokens"] = fields.pop("max_completion_tokens")
    if "tools" in fields:
        tools = {of_run}({tools}(fields["tools"]), own.get("tools"))
        fields["tools"] = [tool for tool in tools if tool.get("vector_store_ids") != []]
    if "tool_choice" in fields:
        fields["tool_choice"] = {choice}(fields["tool_choice"])
    if "response_format" in fields:
        fields["text"] = {text}(fields.pop("response_format"))
    if "reasoning_effort" in fields:
        fields["reasoning"] = {{"effort": fields.pop("reasoning_effort")}}
    return fields
'''
_AGENT_NAME = "response_options"
_AGENT_MEANING = "A run's options in the shape that responses of an agent take."
_AGENT_FUNCTION = '''def {name}(given) -> dict[str, {any}]:
    """{meaning}"""
    fields = {{key: value for key, value in given.items() if {set}}}
    for key in ("max_prompt_tokens", "polling_interval"):
        fields.pop(key, None)
    said = fields.pop("additional_instructions", None)
    items: list[{any}] = [{{"role": "developer", "content": said}}] if said else []
    items += map({item}, fields.pop("additional_messages", ()))
    if items:
        fields["input"] = items
    for old, new in (("max_completion_tokens", "max_output_tokens"), ("headers", "extra_headers")):
        if old in fields:
            fields[new] = fields.pop(old)
    taken = {{"input", "max_output_tokens", "metadata", "parallel_tool_calls", "extra_headers"}}
    for key in fields.keys() - taken:
        raise TypeError(f"a response of an agent takes no `{{key}}`: its definition has it")
    return fields
'''
_AGENT_NOTE = (
    f"`{_AGENT_NAME}` gives options of a run that are not in view here their new shape when the "
    "program runs; those that belong to the agent's definition are a `TypeError`; additional "
    "instructions are a developer message now, which stays in the conversation, and "
    "`max_prompt_tokens` has no counterpart and is gone"
)
_AGENT_KEYS = frozenset(
    {"max_completion_tokens", "max_prompt_tokens", "metadata", "parallel_tool_calls", "headers"}
    | {"polling_interval", "extra_headers"}
)
_NOTE = (
    f"`{_NAME}` gives options of a run that are not in view here, or may be None, their new shape "
    "when the program runs; those that have none, such as `stream` and `truncation_strategy`, are "
    "a `TypeError`; `max_prompt_tokens` has no counterpart and is gone"
)
_ALSO = "messages and instructions beside arguments that are not in view: put them among these"


Options = Callable[[Rendering], Item]
"""Writes the options among the arguments of a response, with the definition that it unpacks."""
Given = tuple[Options, tuple[ast.expr, ...]]
"""Options, and the legacy arguments that they are made of."""


def shaped_options(
    work: Work, site: Site, who: Text, *, unpacked: bool, needed: bool
) -> Given | None:
    """All options of a run, to be shaped when the program runs; None where they are written here.

    Args:
        who: the definition that answers, or what it is read from.
        unpacked: whether that is unpacked into the call.
        needed: whether some of those that are in view may be None.
    """
    known = (*_SAME, *_SHAPED, *INPUT)
    unseen = unseen_of(work, site, (*known, *REQUEST)) if not site.azure else None
    if unseen is None and (not needed or site.azure):
        return None
    beside = {k: v for k, v in site.arguments.items() if k in known and not is_missing(v)}
    work.note(_NOTE)
    if unseen is not None or "tools" in beside:
        work.note(own_tools.NOTE)
    if unseen is not None or "additional_messages" in beside:
        tell_dropped(work)

    def write(r: Rendering) -> Item:
        own = who(r) if unpacked else f"{who(r)}.keywords"
        shaped = Brackets(_function(r), (Item(written(r, unseen, beside)), Item(own)))
        if not unpacked:
            return Item(shaped, "**")
        return Item(Brackets("", (Item(who(r), "**"), Item(shaped, "**")), "{", "}"), "**")

    return write, (*beside.values(), *([unseen] if unseen is not None else ()))


def beside_agent(work: Work, site: Site) -> Given | None:
    """The same of a run in Foundry, whose agent has its definition in the service."""
    unseen = unseen_of(work, site, (*_AGENT_KEYS, *INPUT))
    if unseen is None:
        return None
    for key in INPUT:
        if key in site.arguments:
            work.block(site.arguments[key], _ALSO)
    work.note(_AGENT_NOTE)
    tell_dropped(work)

    def write(r: Rendering) -> Item:
        name = function(
            r,
            _AGENT_NAME,
            _AGENT_MEANING,
            _AGENT_FUNCTION,
            item=item_function(r),
            set=only_set(r),
        )
        return r.item("**", Brackets(name, (Item(written(r, unseen)),)), unseen)

    return write, (unseen,)


def _function(r: Rendering) -> str:
    return function(
        r,
        _NAME,
        _MEANING,
        _FUNCTION,
        item=item_function(r),
        of_run=own_tools.function_of_run(r),
        tools=tools_function(r),
        choice=choice_function(r),
        text=text_function(r),
        set=only_set(r),
    )


__all__ = ["Given", "beside_agent", "shaped_options"]
