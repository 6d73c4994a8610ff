"""Handlers that take events apart themselves become iterators over what they make of a stream."""

from __future__ import annotations

import ast

from unspool_rules.engine.operations.streaming.events import keep_new_out, plan_events
from unspool_rules.engine.streaming.handlers import Handler
from unspool_rules.engine.streaming.raw_events import PROCESS, Raw
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.tree import head

_NOTE = "the handler goes over the events of a stream, and gets the events themselves"


def consume(work: Work, flow: Flow, handler: Handler, raw: Raw, given: ast.expr) -> None:
    """Plan what makes the handler of one stream."""
    work.note(_NOTE)
    entered = flow.entered
    item = entered.items[0] if entered is not None and len(entered.items) == 1 else None
    target = item.optional_vars if item is not None else None
    if entered is None or not isinstance(target, ast.Name) or not work.alone(entered.body[0]):
        work.block(given, "the stream has no `with` statement of its own")
        return
    if not isinstance(given, ast.Call) or given.args or given.keywords:
        work.block(given, "the handler is made elsewhere, without a stream to read")
        return
    for name, calls in flow.calls.items():
        if name not in _methods(handler):
            work.block(calls[0], f"`{name}` came from the SDK's handler class, which is gone")
    for loop in flow.loops:
        work.block(loop.node, "what the handler makes of an event is taken apart here")
    made = given.func

    def events(r: Rendering) -> str:
        return r.made_at("events", target)

    work.replace(target, events)
    work.plan.inserted.setdefault(entered.body[0], []).append(
        lambda r: f"{target.id} = {r.text(made)}({events(r)})"
    )


def plan_class(work: Work, handler: Handler, raw: Raw) -> None:
    """Plan the method that gets the events, and the methods that iterate."""
    for node, reason in raw.problems:
        work.block(node, reason)
    for name in ("__init__", "__iter__", "__aiter__"):
        if name in _methods(handler):
            work.block(handler.node, f"the class has a method `{name}` of its own")
    if not _cut(work, raw):
        for statement in raw.parsing:
            work.remove(statement)
    for statement in raw.objects:
        work.remove(statement)
    work.replace(raw.parameter, lambda r: f"{raw.events.event}: {_event(r)}")
    plan_events(work, raw.events)
    keep_new_out(work, raw.events, raw.node.body)
    place = ast.Pass()
    start = work.tree.lines.line_start(work.tree.span(_first(handler.node)).start)
    work.tree.place(place, start, start, handler.node)
    work.replace(place, lambda r: _iteration(work, handler, raw, r))


def _cut(work: Work, raw: Raw) -> bool:
    """Take the statements that take the text apart away as one piece, with the lines around them.

    Returns:
        False when comments stand there, or nothing follows.
    """
    body, lines, source = raw.node.body, work.tree.lines, work.tree.source
    if not raw.parsing or raw.parsing[-1] is body[-1]:
        return False
    start = lines.line_start(work.tree.span(raw.parsing[0]).start)
    following = body[body.index(raw.parsing[-1]) + 1]
    end = lines.line_start(work.tree.span(following).start)
    if "#" in source[start:end] or not work.alone(following):
        return False
    while raw.parsing[0] is body[0] and not source[lines.line_start(start - 1) : start].strip():
        start = lines.line_start(start - 1)
    gone = ast.Pass()
    work.tree.place(gone, start, end, raw.node)
    for statement in raw.parsing:
        work.tree.hide(statement, gone)
    work.replace(gone, lambda _: "")
    return True


def _first(node: ast.ClassDef) -> ast.AST:
    """What stands first behind the class's docstring."""
    told = ast.get_docstring(node) is not None and len(node.body) > 1
    return head(node.body[1 if told else 0])


def _methods(handler: Handler) -> set[str]:
    return {
        s.name for s in handler.node.body if isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))
    }


def _event(r: Rendering) -> str:
    return r.imports.need("openai.types.responses", "ResponseStreamEvent")


def _iteration(work: Work, handler: Handler, raw: Raw, r: Rendering) -> str:
    """The methods with which a handler is made of a stream, and gone over."""
    outer = work.tree.indent(handler.node.body[0])
    unit = outer[len(work.tree.indent(handler.node)) :] or "    "
    stream = r.imports.need("openai", "AsyncStream" if handler.asynchronous else "Stream")
    returns = f"[{r.text(raw.node.returns)}]" if raw.node.returns is not None else ""
    kind = "AsyncIterator" if handler.asynchronous else "Iterator"
    iterator = r.imports.need("collections.abc", kind)
    head, loop, wait = "def __iter__", "for", ""
    if handler.asynchronous:
        head, loop, wait = "async def __aiter__", "async for", "await "
    inner = outer + unit
    lines = [
        f"{outer}def __init__(self, stream: {stream}[{_event(r)}]) -> None:",
        f"{inner}self._stream = stream",
        "",
        f"{outer}{head}(self) -> {iterator}{returns}:",
        f"{inner}{loop} event in self._stream:",
        f"{inner}{unit}yield {wait}self.{PROCESS}(event)",
        "",
        "",
    ]
    return "\n".join(lines)
