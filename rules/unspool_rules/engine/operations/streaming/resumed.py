"""A run that was waited for goes on in a stream, whose input the outputs are."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.catalogue.events import OUTPUTS
from unspool_rules.engine.definitions.file import definition_first
from unspool_rules.engine.operations.streaming import absent_handlers, handlers, responders
from unspool_rules.engine.operations.streaming import opened as streams
from unspool_rules.engine.operations.streaming.streamed_calls import hand_in, submits_of
from unspool_rules.engine.operations.tool_calls.followups import follow_up
from unspool_rules.engine.operations.tool_calls.rounds import run_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.engine.streaming.streams import streams as is_streamed
from unspool_rules.engine.tool_calls.made_with import MAKES
from unspool_rules.engine.tool_calls.output_shapes import OUTPUT
from unspool_rules.engine.tool_calls.shaped_outputs import inputs
from unspool_rules.engine.waiting.last_rounds import nearest_loop
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Item

_ELSEWHERE = (
    "tool outputs are the input of another response: collect the `function_call` items of this "
    "stream and open a stream with their outputs"
)
_AGAIN = "the run is read again after the stream: keep the response of its last event"
_THROUGH = "the stream is read through its handler, which nothing hands events to any more"
_ROUNDS = "the outputs are handed in round after round: each stream has calls of its own"


def submit(work: Work, site: Site) -> None:
    """A submission that is streamed, in the code that reads a stream or behind a run."""
    if hand_in(work, site):
        return
    run_id = site.arguments.get("run_id")
    made = _makers(work, site, run_id) if run_id is not None else []
    flow = work.facts.flows.get(site)
    if run_id is None or flow is None or not (made or _responding(work, site)):
        work.block(site.anchor, _ELSEWHERE)
        return
    _resume(work, site, flow, made, run_id)


def _resume(work: Work, site: Site, flow: Flow, made: list[Site], run_id: ast.expr) -> None:
    thread, outputs = work.take(site, "thread_id"), work.take(site, "tool_outputs")
    work.take(site, "run_id")
    work.take(site, "stream")
    handler = work.take(site, "event_handler")
    work.refuse(
        site,
        {
            "tool_approvals": "approvals of MCP calls are `mcp_approval_response` items now",
            "body": "a raw body has the old shape",
        },
    )
    if thread is None or outputs is None:
        work.block(site.anchor, "thread, run and outputs are not all given by name or position")
        return
    work.plan.acts = True
    if not made or any(is_streamed(m) for m in made):
        work.note("outputs are handed in by a response that is made while another one is read")
    else:
        _refuse_rounds(work, site, flow, made)
        _refuse_reads(work, site, run_id)
    handed = _responding(work, site)
    request = None if handed else follow_up(work, site, made)
    shaped = inputs(work, site, outputs, OUTPUT)
    read = _read(work, flow, handler)
    if handed:
        work.note(streams.EVENTS_NOTE)
        work.claimed.update(n for n in ast.walk(thread) if isinstance(n, ast.expr))
        responders.open_next(work, flow, outputs, shaped)
        return
    if work.plan.blocked or request is None:
        return
    func, arguments = request
    included = read and flow.handler is not None and flow.handler.outputs
    awaits = site.asynchronous and not work.tree.is_awaited(site.called)

    def items(r: Rendering) -> list[Item]:
        return definition_first(
            [
                r.item("conversation=", r.code(thread), thread),
                r.item("input=", shaped(r), outputs),
                *([Item("True", "stream=")] if read else []),
                *([Item(f'["{OUTPUTS}"]', "include=")] if included else []),
                *arguments(r),
            ]
        )

    work.write_call(
        site,
        (lambda r: f"await {func(r)}") if awaits else func,
        items,
        used=(thread, outputs, run_id, handler),
    )
    if read:
        work.note(streams.EVENTS_NOTE)
    else:
        work.note("nothing here reads the stream, so the response is waited for at once")


def _makers(work: Work, site: Site, run_id: ast.expr) -> list[Site]:
    """The operations that made the run, where it was waited for or while its events come."""
    made = [m for m in work.facts.origins(run_id) if m.operation in MAKES]
    owner = work.tree.owner(site.func)
    if owner is None:
        return made
    flows = work.facts.flows.values()
    if not made:
        made = [f.site for f in flows if f.handler is not None and f.handler.node is owner]
    made += [f.site for f in flows if f.handler is None and owner in (h.node for h in f.candidates)]
    return [m for m in made if m.operation in MAKES]


def _responding(work: Work, site: Site) -> bool:
    """Whether the handler around a submission is handed the function that opens a stream."""
    flow = work.facts.flows.get(site)
    around = flow.within if flow is not None else None
    return around is not None and responders.asked(work, around)


def _read(work: Work, flow: Flow, handler: ast.expr | None) -> bool:
    """Plan what reads the stream; False where nothing does."""
    for node, reason in (*flow.problems, *flow.packed):
        work.block(node, reason)
    unread = isinstance(work.tree.parents.get(work.outer(flow.site)), ast.Expr)
    if handler is None or streams.is_bare(work, handler):
        if unread:
            return False
        streams.consumers(work, flow, None)
    elif unread:
        kept = isinstance(handler, ast.Name)
        work.block(handler, _THROUGH if kept else "nothing here reads the stream for this handler")
    elif flow.handler is None:
        absent_handlers.consume(work, flow, handler, None)
    else:
        handlers.consume(work, flow, flow.handler, handler, None)
    return True


def _refuse_rounds(work: Work, site: Site, flow: Flow, made: list[Site]) -> None:
    """Outputs are handed in once for each run, and what comes then asks for no more of them."""
    loop = nearest_loop(work, site.func)
    if loop in [own.node for own in flow.loops]:
        loop = nearest_loop(work, loop) if loop is not None else None
    if loop is not None and not all(loop in work.tree.ancestors(m.func) for m in made):
        work.block(site.anchor, _ROUNDS)
    if submits_of(work, flow):
        work.block(site.anchor, _ROUNDS)


def _refuse_reads(work: Work, site: Site, run_id: ast.expr) -> None:
    """The response that asked for outputs does not change: nothing may read it as the run's end."""
    run = run_of(work, site, run_id)
    end = work.tree.span(work.tree.statement(site.anchor)).end
    for use in work.facts.scopes.uses(run) if run is not None else ():
        if isinstance(use.ctx, ast.Load) and work.tree.span(use).start > end:
            if not _is_elsewhere(work, site, use):
                work.block(use, _AGAIN)


def _is_elsewhere(work: Work, site: Site, use: ast.AST) -> bool:
    """Whether a use stands in a branch that is not taken where the outputs are handed in."""
    inside = {site.func, *work.tree.ancestors(site.func)}
    child: ast.AST = use
    for parent in work.tree.ancestors(use):
        if isinstance(parent, ast.If) and parent in inside:
            return child in parent.orelse and any(s in inside for s in parent.body)
        child = parent
    return False


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {"run.submit_stream": submit}
