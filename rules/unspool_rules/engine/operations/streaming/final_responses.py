"""The run at the end of a handled stream, and its messages: the handler keeps the response."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.streaming.handler_uses import CURRENT
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code, comprehension

FINALS = ("get_final_run", "get_final_messages")


def final(
    work: Work, flow: Flow, call: ast.Call, name: str, more: Callable[[Rendering], str]
) -> None:
    """Plan one of these methods, which read the stream to its end where nothing else did.

    Args:
        name: the expression of the handler.
        more: what follows the stream in the call of ``until_done``.
    """
    assert isinstance(call.func, ast.Attribute)
    stream, method = call.func.value, call.func.attr
    parent = work.tree.parents.get(call)
    outer: ast.expr = call
    if isinstance(parent, ast.Await):
        outer, parent = parent, work.tree.parents.get(parent)
    statement = work.tree.statement(call)
    if not _is_read_before(work, flow, call):
        wait = "await " if outer is not call else ""
        if not work.alone(statement) or work.tree.function(call) is not work.tree.function(
            flow.site.func
        ):
            work.block(call, "where the stream is read to its end has to be chosen")
        work.plan.inserted.setdefault(statement, []).append(
            lambda r: f"{wait}{name}.until_done({r.text(stream)}{more(r)})"
        )
    if method == "get_final_run" and isinstance(parent, ast.Assign):
        variable = work.variable_of(parent.targets[0])
        if variable is not None:
            work.plan.renames[variable] = ("run", "response")

    def write(r: Rendering) -> Code:
        kept = f"{name}.{CURRENT}"
        if method == "get_final_run":
            return kept
        return comprehension("item", "for item in", f"{kept}.output", 'item.type == "message"')

    work.replace(outer, write)


def _is_read_before(work: Work, flow: Flow, call: ast.Call) -> bool:
    """Whether the stream has come to its end by then."""
    start = work.tree.span(call).start
    others = [c for n in ("until_done", *FINALS) for c in flow.calls.get(n, ())]
    loops = [loop.node for loop in flow.loops]
    read = [*others, *flow.texts, *flow.drained, *loops]
    return any(work.tree.span(node).start < start for node in read)
