"""Handlers that open further streams, and get a function for that from where the first is opened.

A handler that hands in outputs of functions needs the agent, the options and the conversation of
the run once more. Where these are not at hand in the class, the function that opens the first
stream is handed to it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import replace

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.handlers import Handler
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.engine.tool_calls.made_with import MAKES, are_alike, at_hand
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out

ATTRIBUTE = "_respond"
"""What the handler keeps the function as."""
_NAME = "respond"
_FIRST = (
    "`tool_choice` is for the first of several streams only: one follows for each round of calls"
)


def asked(work: Work, handler: Handler) -> bool:
    """Whether the class needs the function, and can be given it by all that open a stream."""
    if handler.responds is None:
        handler.responds = _is_needed(work, handler) and _is_given(work, handler)
    return handler.responds


def _is_needed(work: Work, handler: Handler) -> bool:
    makers = [f.site for f in handler.flows if f.site.operation in MAKES]
    submits = [
        site
        for site in work.facts.sites
        if site.operation == "run.submit_stream" and work.tree.owner(site.func) is handler.node
    ]
    return any(
        not at_hand(work.facts, makers, site) or not are_alike(work.facts, makers, site)
        for site in submits
    )


def _is_given(work: Work, handler: Handler) -> bool:
    """Whether each stream is entered, and read by the handler to its end."""
    return handler.surface == "openai" and all(
        flow.entered is not None and not flow.loops and work.alone(flow.entered)
        for flow in handler.flows
    )


def argument(work: Work, flow: Flow, handler: Handler) -> Callable[[Rendering], str]:
    """The second argument of the methods that read a stream, with what stands before it."""
    if not asked(work, handler):
        return lambda _: ""
    if flow.site.operation in MAKES:
        return first_argument(flow)
    own = _self(work, flow.site)
    return lambda _: f", {own}.{ATTRIBUTE}"


def first_argument(flow: Flow) -> Callable[[Rendering], str]:
    """That argument where the first stream is read."""
    return lambda r: f", {_name(r, flow)}"


def _name(r: Rendering, flow: Flow) -> str:
    assert flow.entered is not None
    return r.made_at(_NAME, flow.entered)


def _self(work: Work, site: Site) -> str:
    function = work.tree.function(site.func)
    while function is not None and not isinstance(work.tree.parents.get(function), ast.ClassDef):
        function = work.tree.function(function)
    assert isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
    return names[0] if names else "self"


def open_first(
    work: Work,
    flow: Flow,
    func: Callable[[Rendering], str],
    items: Callable[[Rendering], Sequence[Item]],
    used: Sequence[ast.expr | None],
) -> None:
    """Plan the function, and the call that opens the first stream."""
    site, entered = flow.site, flow.entered
    assert entered is not None and site.call is not None
    call = site.call
    choice = site.arguments.get("tool_choice")
    if choice is not None:
        work.block(choice, _FIRST)
    extra = work.transport(site)
    kept = [*used, *(v for _, v in extra)]

    def function(r: Rendering) -> str:
        outputs = r.inner("outputs", *site.arguments.values())
        omit = r.imports.need("openai", "omit")
        given = [i for i in items(r) if i.prefix != "input="]
        given = [
            *given,
            Item(f"{outputs} or {omit}", "input="),
            *(r.item(f"{k}=", r.code(v), v) for k, v in extra),
        ]
        wait = "await " if site.asynchronous else ""
        made = Brackets(f"return {wait}{func(r)}", tuple(given), below=r.leftovers(call, kept))
        limit = r.limit - len(r.tree.indent(entered))
        body = lay_out(made, indent="    ", column=4, limit=limit)
        item, event = (
            r.imports.need("openai.types.responses", name)
            for name in ("ResponseInputItemParam", "ResponseStreamEvent")
        )
        stream = r.imports.need("openai", "AsyncStream" if site.asynchronous else "Stream")
        begin = "async def" if site.asynchronous else "def"
        head = f"{begin} {_name(r, flow)}({outputs}: list[{item}]) -> {stream}[{event}]:"
        if len(head) > limit:
            parameter = f"    {outputs}: list[{item}],\n"
            head = f"{begin} {_name(r, flow)}(\n{parameter}) -> {stream}[{event}]:"
        gap = "\n" if r.tree.function(entered) is not None else "\n\n"
        begins = r.tree.block_of(entered)[0] is entered
        return f"{'' if begins else gap}{head}\n    {body}\n{gap.removesuffix(chr(10))}"

    def opened(r: Rendering) -> Code:
        first = next((replace(i, prefix="") for i in items(r) if i.prefix == "input="), Item("[]"))
        wait = "await " if site.asynchronous and not work.tree.is_awaited(call) else ""
        return Brackets(f"{wait}{_name(r, flow)}", (first,))

    work.plan.inserted.setdefault(entered, []).append(function)
    work.replace(call, opened)


def open_next(work: Work, flow: Flow, outputs: ast.expr, shaped: Writer) -> None:
    """Plan the call that opens a stream for the outputs.

    Args:
        shaped: writes the outputs as a response takes them.
    """
    call = flow.site.call
    assert call is not None
    own = _self(work, flow.site)
    wait = "await " if flow.site.asynchronous and not work.tree.is_awaited(call) else ""
    work.transport(flow.site)

    def write(r: Rendering) -> Code:
        item = r.item("", shaped(r), outputs)
        return Brackets(f"{wait}{own}.{ATTRIBUTE}", (item,), below=r.leftovers(call, [outputs]))

    work.replace(call, write)
