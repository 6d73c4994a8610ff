"""Handler classes become plain classes that are given the events of a response."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial

from unspool_rules.catalogue.events import CALL, DONE, ENDINGS, FAILURES, OUTPUTS
from unspool_rules.engine.citations.files import use_file, uses_of_id
from unspool_rules.engine.citations.images import NOTE
from unspool_rules.engine.operations.streaming import raw_handlers, responders
from unspool_rules.engine.operations.streaming.dispatchers import NOTING, dispatcher, lifted, model
from unspool_rules.engine.operations.streaming.events import (
    keep_new_out,
    plan_datum,
    plan_events,
    take_event,
)
from unspool_rules.engine.operations.streaming.final_responses import FINALS, final
from unspool_rules.engine.operations.streaming.handler_annotations import annotate
from unspool_rules.engine.operations.streaming.streamed_calls import ATTRIBUTE, StreamRounds
from unspool_rules.engine.streaming.handler_bases import derived_abroad
from unspool_rules.engine.streaming.handler_classes import begin_anew, take_off
from unspool_rules.engine.streaming.handler_uses import CURRENT
from unspool_rules.engine.streaming.handlers import Handler, Method
from unspool_rules.engine.streaming.streams import EventLoopNode, Flow, Loop
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import line_after, said, text_of
from unspool_rules.syntax.names import last_name

Expression = Callable[[Rendering], str]
"""Writes an expression, or nothing."""
HANDLED_NOTE = (
    "the handler is a class of this program now, and its callbacks get the new values; exceptions "
    "in a callback are no longer swallowed"
)

_SUBMITS_ALONE = (
    "the outputs are handed in where the stream is not in view, and another stream has to follow it"
)


def plan_alone(work: Work, handler: Handler) -> None:
    """Plan a class whose stream is in another file, which gives it the events by ``until_done``."""
    handler.planned = True
    _plan_class(work, handler)
    if handler.raw is not None:
        work.block(handler.node, "what makes this handler and iterates over it is in another file")
    for site in handler.submits:
        work.block(site.func, _SUBMITS_ALONE)
    asks = f', with `include=["{OUTPUTS}"]`' if handler.outputs else ""
    if responders.asked(work, handler):
        asks += ", and with the function that makes it, which gets outputs of functions"
    work.note(HANDLED_NOTE)
    work.note(
        f"what makes `{handler.node.name}` is in another file: there its `until_done` has to be "
        f"called with the stream of `responses.create(stream=True)`{asks}"
    )


def consume(
    work: Work, flow: Flow, handler: Handler, given: ast.expr, rounds: StreamRounds | None
) -> None:
    """Plan the class, once, and what gives it the events of one stream."""
    if not handler.planned:
        handler.planned = True
        _plan_class(work, handler)
    if handler.raw is not None:
        if rounds is not None:
            work.block(given, "the handler gets the events of one stream, and others follow")
        raw_handlers.consume(work, flow, handler, handler.raw, given)
        return
    work.note(HANDLED_NOTE)
    annotate(work, given, handler.node)
    finals = [c for n in FINALS for c in flow.calls.get(n, ())]
    name = _name(work, flow, given, kept=rounds is not None or bool(finals))
    whom: Expression = (lambda _: name) if finals else (lambda r: r.operand(given))
    for use, stream in flow.stand_ins.items():
        work.replace(use, text_of(stream))
    for loop in flow.loops:
        _loop(work, handler, loop, name)
        if rounds is not None:
            rounds.reads(loop.node, loop.events.event, name)
    more = responders.argument(work, flow, handler)
    read = [*flow.texts, *flow.drained, *flow.calls.get("until_done", ())]
    for method, calls in flow.calls.items():
        for call in calls:
            if method == "until_done" and not flow.loops:
                _until_done(work, handler, call, whom, name, rounds, more)
            elif method in FINALS and rounds is None:
                handler.final = True
                final(work, flow, call, name, more)
            elif method != "close":
                work.block(call, f"`{method}` came from the SDK's handler class, which is gone")
    for node in (*flow.drained, *flow.texts, *flow.others) if rounds is not None else flow.others:
        work.block(node, "the stream was the handler itself, and this needs it to be")
    for texts in flow.texts:
        _give(work, texts, whom, more)
    for drained in flow.drained:
        drain(work, drained, whom, more)
    if len(read) > 1 and isinstance(given, ast.Call) and not finals:
        work.block(given, "the handler is needed more than once and is not kept in a variable")


def _as_it_is(text: str, _: Rendering) -> str:
    return text


def nothing(_: Rendering) -> str:
    """No further argument."""
    return ""


def _give(work: Work, texts: ast.Attribute, whom: Expression, more: Expression) -> None:
    """``stream.text_deltas``: the handler gives the texts on when it has had their events."""

    def write(r: Rendering) -> str:
        return f"{whom(r)}.text_deltas({r.text(texts.value)}{more(r)})"

    work.replace(texts, write)


def drain(
    work: Work,
    loop: EventLoopNode,
    whom: Expression,
    more: Expression = nothing,
) -> None:
    """``for _ in stream: pass``: the handler reads to the end."""
    wait = "await " if isinstance(loop, ast.AsyncFor) else ""
    if not work.alone(loop):
        work.block(loop, "the statement shares its line with another")

    def lines(r: Rendering) -> list[str]:
        said = r.comments_within(r.lines_span(loop), [])
        return [*said, f"{wait}{whom(r)}.until_done({r.text(loop.iter)}{more(r)})"]

    work.plan.rewritten[loop] = lines


def _until_done(
    work: Work,
    handler: Handler,
    call: ast.Call,
    whom: Expression,
    name: str,
    rounds: StreamRounds | None,
    more: Expression,
) -> None:
    assert isinstance(call.func, ast.Attribute)
    stream = call.func.value
    parent = work.tree.parents.get(call)
    outer = parent if isinstance(parent, ast.Await) else call
    if rounds is not None and isinstance(work.tree.parents.get(outer), ast.Expr):
        handler.collects = handler.collects or not handler.hands_in
        wait = "await " if outer is not call else ""
        work.replace(
            outer, lambda r: f"{rounds.handled(r)} = {wait}{name}.until_done({r.text(stream)})"
        )
        return
    if rounds is not None:
        work.block(call, "the call is part of another expression")
        return
    read_to_the_end(work, call, whom, more)


def read_to_the_end(
    work: Work,
    call: ast.Call,
    whom: Expression,
    more: Expression = nothing,
) -> None:
    """``stream.until_done()``: the handler reads the stream."""
    assert isinstance(call.func, ast.Attribute)
    stream = call.func.value
    work.replace(call, lambda r: f"{whom(r)}.until_done({r.text(stream)}{more(r)})")


def _name(work: Work, flow: Flow, given: ast.expr, *, kept: bool) -> str:
    """The expression of the handler in loops; a variable is made where there is none.

    Args:
        kept: whether it is needed more than once anyway.
    """
    if not (flow.loops or kept) or isinstance(given, (ast.Name, ast.Attribute)):
        return work.tree.segment(given)
    statement = flow.entered or work.tree.statement(flow.site.anchor)
    scope = work.facts.scopes.scope_of(statement)
    name = next(
        n
        for n in ("handler", "event_handler", "stream_handler", "new_event_handler")
        if n == "new_event_handler"
        or (
            not work.facts.scopes.visible(n, scope)
            and not any(isinstance(x, ast.Name) and x.id == n for x in ast.walk(scope.node))
        )
    )
    work.plan.inserted.setdefault(statement, []).append(lambda r: f"{name} = {r.text(given)}")
    return name


def _loop(work: Work, handler: Handler, loop: Loop, name: str) -> None:
    node, events = loop.node, loop.events
    wait = "await " if handler.asynchronous else ""
    kept = ""
    if take_event(work, loop) and loop.returned:
        kept = f"{loop.returned[0].id} = "
    for test in events.tests.values():
        if test.shapes == (DONE,):
            work.block(test.node, "the end of the stream is no event: this belongs after the loop")
    plan_events(work, events)
    keep_new_out(work, events, node.body)
    if any(name in handler.methods for name in FAILURES):
        work.block(
            node, "where the handler gets exceptions of a loop of the program has to be chosen"
        )
    work.plan.inserted.setdefault(node.body[0], []).append(
        lambda _: f"{kept}{wait}{name}.dispatch({events.event})"
    )
    for ending in ENDINGS:
        if ending in handler.methods:
            if loop.returned:
                work.note("what the handler returns at the end of the stream is not used")
            line = f"{wait}{name}.{ending}()"
            work.plan.also.append((node, line_after(node, line)))


# -- the class -------------------------------------------------------------------------------------


def _plan_class(work: Work, handler: Handler) -> None:
    for node, reason in handler.problems:
        work.block(node, reason)
    abroad = derived_abroad(work.facts, handler.node)
    if abroad is not None:
        work.block(handler.node, f"a class in `{abroad}` derives from the handler")
    take_off(work, handler.node, handler.base)
    for statement in handler.idle:
        work.remove(statement)
    if handler.raw is not None:
        raw_handlers.plan_class(work, handler, handler.raw)
        return
    lone = len(handler.node.bases) == 1
    names = {
        s.name for s in handler.node.body if isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    for name in ("dispatch", "until_done", "text_deltas"):
        if name in names:
            work.block(handler.node, f"the class has a method `{name}` of its own")
    for name in _attributes(handler):
        stored = work.infer.stores.attributes.get(name, ())
        if name in names or any(s.owner is handler.node for s in stored):
            work.block(handler.node, f"the class has an attribute `{name}` of its own")
    for statement in handler.node.body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if lone or statement.name in handler.methods:
                _decorators(work, statement)
            if lone and statement.name == "__init__":
                begin_anew(work, statement)
    for method in handler.methods.values():
        _method(work, handler, method)
    if len(lifted(handler)) > 1 or (lifted(handler) and NOTING in names):
        work.block(handler.node, f"citations are handled in several places, or in a `{NOTING}`")
    _begin_without_run(work, handler)
    last = handler.node.body[-1]
    lines = work.tree.lines
    end = lines.line_end(work.tree.span(last).end)
    place = ast.Pass()
    work.tree.place(place, end, end, handler.node)
    before = "" if work.tree.source[:end].endswith(("\n", "\r")) else "\n"
    work.replace(place, lambda r: before + dispatcher(work, handler, r))


def _begin_without_run(work: Work, handler: Handler) -> None:
    """Let the class have no run before its first event, where the program may ask for one."""
    parents = work.tree.parents
    if all(isinstance(parents.get(read), ast.Attribute) for read in handler.current):
        return
    said = ast.get_docstring(handler.node, clean=False) is not None
    first = next(iter(handler.node.body[said:]), None)
    if first is None or not work.alone(first):
        work.block(handler.node, "the class needs a `current_run` before its first event")
        return
    work.plan.inserted.setdefault(first, []).append(
        lambda r: f"{CURRENT}: {model(r, 'Response')} | None = None\n"
    )


def _attributes(handler: Handler) -> list[str]:
    """What the new methods may keep in the handler."""
    kept = {
        ATTRIBUTE: handler.hands_in,
        responders.ATTRIBUTE: handler.surface == "openai",
        "_begins": handler.begins and handler.stepwise,
        "_text": bool(handler.sums) and handler.stepwise,
    }
    return [name for name, is_kept in kept.items() if is_kept]


def _decorators(work: Work, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    lines = work.tree.lines
    for decorator in node.decorator_list:
        if last_name(decorator) == "override":
            span = work.tree.span(decorator)
            gone = ast.Pass()
            work.tree.place(gone, lines.line_start(span.start), lines.line_end(span.end), node)
            work.tree.hide(decorator, gone)
            work.replace(gone, lambda _: "")


def _method(work: Work, handler: Handler, method: Method) -> None:
    args = method.node.args
    ordered = [*args.posonlyargs, *args.args]
    if not method.callbacks or len(ordered) < 2:
        return
    callback = method.callbacks[0]
    kept = callback.name in handler.sums
    if kept and ordered[-1].annotation is not None:
        work.replace(ordered[-1].annotation, lambda _: "str")
    if callback.dropped and not kept:
        first, last = ordered[-callback.dropped - 1], ordered[-1]
        gone = ast.Pass()
        work.tree.place(gone, work.tree.span(first).end, work.tree.span(last).end, args)
        for dropped in ordered[-callback.dropped :]:
            work.tree.hide(dropped, gone)
        work.replace(gone, lambda _: "")
    models = callback.models
    if any(c.shape.kind == CALL for c in method.callbacks):
        every = dict.fromkeys(m for c in method.callbacks for m in c.models)
        models = (" | ".join(every),)
    for parameter, name in zip(ordered[1:], models, strict=False):
        note = parameter.annotation
        if note is None or ast.unparse(note) in ("Any", "typing.Any", "object", name):
            continue
        work.replace(note, partial(model, name=name))
    for field in method.images:
        work.note(NOTE)
        for place in uses_of_id(work, field):
            use_file(work, place, partial(_as_it_is, ordered[1].arg))
    for node, text in method.tools:
        work.replace(node, said(text))
    if method.events is None:
        return
    if callback.shape.kind == "event":
        for test in method.events.tests.values():
            if test.shapes == (DONE,):
                work.block(test.node, "the end of the stream is no event")
        plan_events(work, method.events)
        keep_new_out(work, method.events, method.node.body)
        return
    for node, reason in method.events.problems:
        work.block(node, reason)
    for datum in method.events.data:
        plan_datum(work, method.events, datum)
