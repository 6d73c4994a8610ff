"""Streamed runs become streamed responses, and their events the response's events."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from functools import partial

from unspool_rules.catalogue.events import DONE, OUTPUTS, Shape
from unspool_rules.engine.definitions.file import definition_first
from unspool_rules.engine.operations.runs import created as runs
from unspool_rules.engine.operations.runs.brought_threads import made_on_the_way
from unspool_rules.engine.operations.runs.requests import request_of
from unspool_rules.engine.operations.streaming import absent_handlers, handlers, responders
from unspool_rules.engine.operations.streaming.events import keep_new_out, plan_events, take_event
from unspool_rules.engine.operations.streaming.stream_ends import end
from unspool_rules.engine.operations.streaming.streamed_calls import (
    Called,
    HandedIn,
    StreamRounds,
    submits_of,
)
from unspool_rules.engine.operations.streaming.streams_abroad import goes_abroad
from unspool_rules.engine.operations.tool_calls import automatic
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.conditions import condition
from unspool_rules.engine.streaming.handler_bases import is_of_sdk
from unspool_rules.engine.streaming.streams import EventLoopNode, Flow, Loop, streams
from unspool_rules.engine.toolmodels.mcp import take_resources
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import text_of
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.layout import Brackets, Code, Item, comprehension

EVENTS_NOTE = (
    "a response has other events than a run: each message and tool call is told of when it begins "
    "and when it is done, and an `else` branch sees kinds of events that did not exist"
)
_FINISHED = Shape("run", ("response.completed", "response.incomplete", "response.failed"))


def stream(work: Work, site: Site) -> None:
    flow = work.facts.flows.get(site)
    if flow is None:
        work.block(site.anchor, "what becomes of the stream is not in view")
        return
    work.take(site, "stream")
    take_resources(work, site)
    given = automatic.given_to(work, site)
    agent = work.take(site, "agent_id", "assistant_id")
    handler = work.take(site, "event_handler")
    work.refuse(
        site,
        {
            "body": "a raw body has the old shape",
            "include": "`include` names other things for a response",
            "tool_resources": "resources belong to the tools of the agent's definition",
        },
    )
    conversation = _conversation(work, site)
    if agent is None:
        work.block(site.anchor, "the agent is not given by name or position")
    if conversation is None or agent is None:
        return
    own = flow.handler is not None and flow.handler.raw is not None
    for node, reason in (*flow.problems, *(() if own else flow.packed)):
        work.block(node, reason)
    rounds = _rounds(work, flow, given)
    include: list[Item] = []
    bare = handler is None or is_bare(work, handler)
    if handler is None or bare:
        consumers(work, flow, rounds)
    elif flow.handler is None:
        absent_handlers.consume(work, flow, handler, rounds)
    else:
        handlers.consume(work, flow, flow.handler, handler, rounds)
    if not bare:
        getting = [flow.handler] if flow.handler is not None else flow.candidates
        if any(one.outputs for one in getting):
            include = [Item(f'["{OUTPUTS}"]', "include=")]
    request = request_of(work, site, agent)
    if request is None:
        return
    func, arguments, used = request
    awaits = site.asynchronous and not work.tree.is_awaited(site.called)
    if awaits and not isinstance(work.tree.function(site.func), ast.AsyncFunctionDef):
        work.block(site.anchor, "the stream is awaited now, and this function is none that awaits")

    def items(r: Rendering) -> list[Item]:
        return definition_first(
            [
                conversation(r),
                *([rounds.item(r)] if rounds is not None else ()),
                Item("True", "stream="),
                *include,
                *arguments(r),
            ]
        )

    spent = (*_threads(site), handler, site.arguments.get("stream"), *used)
    handed = flow.handler is not None and responders.asked(work, flow.handler)
    if handed or flow.responds:
        responders.open_first(work, flow, func, items, spent)
    else:
        first = (lambda r: f"await {func(r)}") if awaits else func
        work.write_call(site, first, items, used=spent)
    work.note(EVENTS_NOTE)


def _threads(site: Site) -> list[ast.expr]:
    return [site.arguments[name] for name in ("thread_id", "thread") if name in site.arguments]


def _conversation(work: Work, site: Site) -> Callable[[Rendering], Item] | None:
    """The argument that names the conversation, which the run may bring with it."""
    if site.operation.startswith("thread_run."):
        return made_on_the_way(work, site)
    thread = work.take(site, "thread_id")
    if thread is None:
        work.block(site.anchor, "the thread is not given by name or position")
        return None
    return lambda r: r.item("conversation=", r.code(thread), thread)


def _rounds(work: Work, flow: Flow, given: list[ast.expr]) -> StreamRounds | None:
    """The loop around a stream that asks for function calls."""
    functions = automatic.called_by(work, flow.site, given)
    submits = submits_of(work, flow)
    if functions is not None and submits:
        work.block(submits[0].func, "functions are called by the SDK and by the program, too")
    elif submits:
        return HandedIn(work, flow)
    return Called(work, flow, functions) if functions is not None else None


def is_bare(work: Work, handler: ast.expr) -> bool:
    """Whether a handler is the SDK's own class, whose callbacks do nothing."""
    types = work.infer.of(handler)
    return (
        isinstance(handler, ast.Call)
        and is_of_sdk(work.facts, handler.func)
        and all(isinstance(t, Inst) and t.cls.endswith("EventHandler") for t in types)
        and bool(types)
    )


def consumers(work: Work, flow: Flow, rounds: StreamRounds | None) -> None:
    """Everything that reads the stream."""
    for function in flow.givers:
        work.note(f"who else calls `{function.name}` gets the events of a response from it, too")
    if flow.givers and rounds is not None:
        work.block(flow.site.anchor, "the calls of this stream are answered in another function")
    if flow.handed:
        work.note(
            "a function of the file reads the stream: whoever else calls it has to hand it one"
        )
    if rounds is not None:
        for node in (*flow.texts, *flow.others):
            if not _is_handed_in(work, node):
                work.block(node, "this reads one of several streams, each with its own calls")
        for drained in flow.drained:
            work.plan.rewritten[drained] = partial(_to_the_end, rounds, drained)
    for use, stream in flow.stand_ins.items():
        work.replace(use, text_of(stream))
    for loop in flow.loops:
        if rounds is not None:
            rounds.reads(loop.node, loop.events.event)
        if loop.returned:
            work.block(loop.returned[0], "without a handler nothing is returned for an event")
        _loop(work, loop)
    for texts in flow.texts:
        _texts(work, flow, texts)
    for name, calls in flow.calls.items():
        for call in calls:
            _method(work, flow, name, call, rounds)
    for node in flow.others:
        if not _is_handed_in(work, node) and not (rounds is None and goes_abroad(work, flow, node)):
            work.block(node, "the stream is handed on to code that is not in view")


def _to_the_end(rounds: StreamRounds, drained: EventLoopNode, r: Rendering) -> list[str]:
    """What takes the place of a loop that only reads to the end."""
    comments = r.comments_within(r.lines_span(drained), [])
    return [*comments, *rounds.to_the_end(r, r.text(drained.iter))]


def _is_handed_in(work: Work, node: ast.expr) -> bool:
    """Whether a stream is only told to go on with the outputs of functions."""
    above = work.tree.parents.get(node)
    call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else None
    site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
    return site is not None and site.operation == "run.submit_stream"


# -- loops -----------------------------------------------------------------------------------------


def _loop(work: Work, loop: Loop) -> None:
    node, events = loop.node, loop.events
    take_event(work, loop)
    plan_events(work, events)
    keep_new_out(work, events, node.body)
    for test in events.tests.values():
        if test.shapes == (DONE,):
            end(work, node, events, test)


# -- the stream's own methods ----------------------------------------------------------------------


def _texts(work: Work, flow: Flow, node: ast.Attribute) -> None:
    """``stream.text_deltas``: the texts of the events."""
    loop = "async for" if flow.site.asynchronous else "for"

    def write(r: Rendering) -> Code:
        return comprehension(
            "event.delta",
            f"{loop} event in",
            r.text(node.value),
            'event.type == "response.output_text.delta"',
            lazy=True,
        )

    work.replace(node, write)


def _method(work: Work, flow: Flow, name: str, call: ast.Call, rounds: StreamRounds | None) -> None:
    stream = call.func.value if isinstance(call.func, ast.Attribute) else call.func
    outer: ast.expr = call
    parent = work.tree.parents.get(call)
    if isinstance(parent, ast.Await):
        outer, parent = parent, work.tree.parents.get(parent)
    loop = "async for" if flow.site.asynchronous else "for"
    if name == "close":
        return
    finals = [n for n in ("get_final_run", "get_final_messages") if n in flow.calls]
    if name == "until_done" and isinstance(parent, ast.Expr):
        if finals and not flow.loops and not flow.texts:
            work.remove(parent)
        elif work.alone(parent) and rounds is not None:
            work.plan.rewritten[parent] = lambda r: rounds.to_the_end(r, r.text(stream))
        elif work.alone(parent):
            work.plan.rewritten[parent] = lambda r: [
                f"{loop} _ in {r.text(stream)}:",
                "    pass",
            ]
        else:
            work.block(parent, "the statement shares its line with another")
        return
    if name in finals and rounds is None:
        once = sum(len(flow.calls[n]) for n in finals) == 1
        if not once or flow.loops or flow.texts:
            work.block(call, "the stream has been read by then: keep the response while reading it")
            return
        _final(work, flow, name, outer, stream)
        return
    work.block(call, f"`{name}` of the stream has no counterpart that is certain")


def _final(work: Work, flow: Flow, name: str, outer: ast.expr, stream: ast.expr) -> None:
    """The response at the end of the stream, or its messages."""
    loop = "async for" if flow.site.asynchronous else "for"
    test = condition("event", (_FINISHED,))
    parent = work.tree.parents.get(outer)
    if name == "get_final_run" and isinstance(parent, ast.Assign):
        variable = work.variable_of(parent.targets[0])
        if variable is not None:
            work.plan.renames[variable] = ("run", "response")

    def write(r: Rendering) -> Code:
        source = r.text(stream)
        if name == "get_final_messages":
            clauses = (
                Item("item"),
                Item(source, f"{loop} event in "),
                Item(test, "if "),
                Item("event.response.output", "for item in "),
                Item('item.type == "message"', "if "),
            )
            return Brackets("", clauses, "[", "]", commas=False)
        found = (Item("event.response"), Item(source, f"{loop} event in "), Item(test, "if "))
        step = "await anext" if flow.site.asynchronous else "next"
        return Brackets(step, found, commas=False)

    work.replace(outer, write)
    work.note("a stream that breaks off has no finished response, and this raises `StopIteration`")


# -- operations ------------------------------------------------------------------------------------


def create(work: Work, site: Site) -> None:
    if streams(site):
        stream(work, site)
    elif site.operation == "thread_run.create":
        runs.create_with_thread(work, site)
    else:
        runs.create(work, site)


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.create": create,
    "thread_run.create": create,
    "run.stream": stream,
    "thread_run.stream": stream,
}
