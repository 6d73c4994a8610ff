"""What a program does with the streams of runs."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeGuard

from unspool_rules.catalogue.events import MODELS
from unspool_rules.catalogue.groups import STREAMS
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.entered_streams import LATE, begins_at_once, enters_itself
from unspool_rules.engine.streaming.event_indexes import by_index
from unspool_rules.engine.streaming.handed_events import hand_over
from unspool_rules.engine.streaming.handed_streams import read_by_functions
from unspool_rules.engine.streaming.returned_streams import read_by_callers
from unspool_rules.engine.streaming.shared_names import SEVERAL, Kept, is_asked, share
from unspool_rules.engine.streaming.stream_events import Events, Problem, read_event, surface_of
from unspool_rules.semantics.types import NOTHING, Inst

if TYPE_CHECKING:
    from unspool_rules.engine.streaming.handlers import Handler


_OF_STREAM = ("until_done", "text_deltas", "get_final_run", "get_final_messages")
"""What a handler had of the stream that it was."""
EventLoopNode = ast.For | ast.AsyncFor


@dataclass(eq=False, slots=True)
class Loop:
    """A loop over the events."""

    node: EventLoopNode
    events: Events
    returned: list[ast.Name] = field(default_factory=list)
    """Uses of what the handler returned (the third of the legacy tuple)."""
    unpacking: ast.Assign | None = None
    """The statement of the loop that unpacks the legacy tuple."""


@dataclass(eq=False, slots=True)
class Flow:
    """One streamed run and all that is done with its stream."""

    site: Site
    entered: ast.With | ast.AsyncWith | None = None
    loops: list[Loop] = field(default_factory=list)
    calls: dict[str, list[ast.Call]] = field(default_factory=dict)
    """Methods of the stream that are called."""
    texts: list[ast.Attribute] = field(default_factory=list)
    """Uses of ``text_deltas``."""
    drained: list[EventLoopNode] = field(default_factory=list)
    """Loops that only read to the end."""
    others: list[ast.expr] = field(default_factory=list)
    """Other uses of the stream's name."""
    names: list[ast.Name] = field(default_factory=list)
    also: list[Site] = field(default_factory=list)
    """Other streams that its name may hold where this one is read."""
    stand_ins: dict[ast.expr, ast.Name] = field(default_factory=dict)
    """Uses of the handler as the stream that it was, and the stream's own name."""
    problems: list[Problem] = field(default_factory=list)
    packed: list[Problem] = field(default_factory=list)
    """Loops that take events whole, which only a handler's own are."""
    handler: Handler | None = None
    """The class whose methods get the events."""
    candidates: list[Handler] = field(default_factory=list)
    """Where the handler's class is not known, the file's classes that callers may give."""
    within: Handler | None = None
    """The class that hands in outputs itself, and opens this stream by that."""
    givers: list[ast.FunctionDef | ast.AsyncFunctionDef] = field(default_factory=list)
    """Functions of the file that give the stream to their callers."""
    handed: bool = False
    """Whether a function of the file gets the stream, and reads it."""
    responds: bool = False
    """Whether a handler from another file is handed the function that opens the stream."""


class Flows:
    """The streamed runs of a file."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.found: dict[Site, Flow] = {}
        self._kept: Kept = {}
        for site in facts.sites:
            if site.call is not None and streams(site):
                self.found[site] = self._flow(site)
        read_by_callers(self)
        self.together = list(share(self, self._kept))
        self.together += read_by_functions(self)
        for flow in self.found.values():
            for loop in flow.loops:
                loop.events.also += [s for s in flow.also if s not in loop.events.also]
        loops = [loop.events for flow in self.found.values() for loop in flow.loops]
        self.together += hand_over(facts, loops)
        for flow in self.found.values():
            self._tell(flow)
        if self.found:
            facts.infer.forget()

    # -- the stream --------------------------------------------------------------------------------

    def _flow(self, site: Site) -> Flow:
        assert site.call is not None
        flow = Flow(site)
        self.place(flow, site.call)
        return flow

    def place(self, flow: Flow, call: ast.Call) -> None:
        """Look at what is done with a call that gives the stream."""
        parent = self.tree.parents.get(call)
        node: ast.expr = call
        if isinstance(parent, ast.Await):
            node, parent = parent, self.tree.parents.get(parent)
        if isinstance(parent, ast.withitem):
            statement = self.tree.parents[parent]
            assert isinstance(statement, (ast.With, ast.AsyncWith))
            flow.entered = statement
            target = parent.optional_vars
            if isinstance(target, ast.Name):
                self._uses(flow, target, statement)
                self._stand_ins(flow, target, statement)
            elif target is not None:
                flow.problems.append((target, "the stream is not kept in a plain name"))
        elif isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is node:
            self._loop(flow, parent)
        elif isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name):
            self._uses(flow, parent.targets[0], None)
        elif isinstance(parent, ast.AnnAssign) and isinstance(parent.target, ast.Name):
            self._uses(flow, parent.target, None)
        elif isinstance(parent, (ast.Call, ast.keyword, ast.Return, ast.Tuple)):
            flow.others.append(node)
        elif not isinstance(parent, ast.Expr):
            flow.problems.append((node, "what becomes of the stream is not in view"))

    def _uses(self, flow: Flow, target: ast.Name, within: ast.stmt | None) -> None:
        scopes = self.facts.scopes
        variable = scopes.variable(target)
        if variable is None:
            return
        bindings = [
            b
            for b in scopes.bindings(variable)
            if within is not None or not enters_itself(self.facts, b, variable)
        ]
        begin, end = self.tree.span(target).end, len(self.tree.source)
        if within is None:
            self._kept.setdefault(variable, []).append((flow, self.tree.statement(target)))
        if within is None and len(bindings) > 1:
            if not all(self._is_stream(b.value) for b in bindings):
                flow.problems.append((target, SEVERAL))
            later = [s for s in (self.tree.span(b.node).start for b in bindings) if s > begin]
            end = min(later, default=end)
        for use in scopes.uses(variable):
            if not isinstance(use.ctx, ast.Load):
                continue
            if within is None and not begin <= self.tree.span(use).start < end:
                continue
            if within is not None and within not in self.tree.ancestors(use):
                if len(bindings) == 1:
                    flow.problems.append((use, "the stream is used after its `with` statement"))
                continue
            flow.names.append(use)
            self.use(flow, use)

    def _stand_ins(self, flow: Flow, target: ast.Name, within: ast.stmt) -> None:
        """``handler.until_done()``: the handler of a stream was the stream."""
        given = flow.site.arguments.get("event_handler")
        variable = self.facts.scopes.variable(given) if isinstance(given, ast.Name) else None
        for use in self.facts.scopes.reads(variable) if variable is not None else ():
            parent = self.tree.parents.get(use)
            read = isinstance(parent, ast.Attribute) and parent.attr in _OF_STREAM
            looped = isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is use
            if (read or looped) and within in self.tree.ancestors(use):
                flow.stand_ins[use] = target
                self.use(flow, use)

    def _is_stream(self, node: ast.expr | None) -> bool:
        """Whether a value is a stream, or the name of one, or nothing."""
        if isinstance(node, ast.Name):
            variable = self.facts.scopes.variable(node)
            bindings = self.facts.scopes.bindings(variable) if variable is not None else []
            return bool(bindings) and all(
                isinstance(b.value, (ast.Await, ast.Call, ast.Constant))
                and self._is_stream(b.value)
                for b in bindings
            )
        if isinstance(node, ast.Constant):
            return node.value is None
        call = node.value if isinstance(node, ast.Await) else node
        site = self.facts.by_call.get(call) if isinstance(call, ast.Call) else None
        return site is not None and streams(site)

    def use(self, flow: Flow, use: ast.expr) -> None:
        parent = self.tree.parents.get(use)
        if isinstance(use, ast.Name) and _is_own_handler(parent, flow.site):
            flow.stand_ins[parent] = use
            self.use(flow, parent)
            return
        if isinstance(parent, ast.withitem) and parent.context_expr is use:
            self._enter(flow, use, parent)
            return
        if isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is use:
            if _only_reads(self.facts, parent):
                flow.drained.append(parent)
            else:
                self._loop(flow, parent)
            return
        if is_asked(self.tree, use):
            return
        if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
            if isinstance(parent.targets[0], ast.Name) and self._is_stream(use):
                self._uses(flow, parent.targets[0], None)
                return
        if isinstance(parent, ast.Attribute) and parent.value is use:
            call = self.tree.parents.get(parent)
            if isinstance(call, ast.Call) and call.func is parent:
                flow.calls.setdefault(parent.attr, []).append(call)
                return
            if parent.attr == "text_deltas":
                flow.texts.append(parent)
                return
        flow.others.append(use)

    def _enter(self, flow: Flow, use: ast.expr, item: ast.withitem) -> None:
        """``with stream as events``, where the stream was made before."""
        statement = self.tree.parents[item]
        assert isinstance(statement, (ast.With, ast.AsyncWith))
        if not begins_at_once(self.facts, flow.site.anchor, statement):
            flow.problems.append((use, LATE))
        target = item.optional_vars
        if isinstance(target, ast.Name):
            held = self.facts.scopes.variable(use) if isinstance(use, ast.Name) else None
            if self.facts.scopes.variable(target) != held:
                self._uses(flow, target, statement)
        elif target is not None:
            flow.problems.append((target, "the stream is not kept in a plain name"))

    # -- loops -------------------------------------------------------------------------------------

    def _loop(self, flow: Flow, node: EventLoopNode) -> None:
        target = node.target
        azure = flow.site.method.cls.startswith("azure")
        if azure:
            unpacking = self._unpacking(node)
            parts = unpacking.targets[0] if unpacking is not None else target
            elements = parts.elts if isinstance(parts, (ast.Tuple, ast.List)) else []
            if unpacking is None and isinstance(target, ast.Name):
                indexed = by_index(self.tree, self._in_loop(flow, target, node))
                if indexed is not None:
                    events = Events(self.facts, flow.site, node, target.id)
                    events.read(*indexed, [])
                    flow.loops.append(Loop(node, events))
                    return
            names = [e.value if isinstance(e, ast.Starred) else e for e in elements]
            if len(names) not in (2, 3) or not all(isinstance(n, ast.Name) for n in names):
                flow.packed.append((target, "the event is not unpacked into names here"))
                return
            event = target.id if isinstance(target, ast.Name) else self._free("event", node)
            uses = [self._in_loop(flow, n, node) for n in names if isinstance(n, ast.Name)]
            events = Events(self.facts, flow.site, node, event)
            events.read(list(uses[0]), list(uses[1]), [])
            flow.loops.append(Loop(node, events, uses[2] if len(uses) == 3 else [], unpacking))
            return
        if not isinstance(target, ast.Name):
            flow.problems.append((target, "the event is not kept in a plain name"))
            return
        events = Events(self.facts, flow.site, node, target.id)
        read_event(events, self._in_loop(flow, target, node))
        flow.loops.append(Loop(node, events))

    def _unpacking(self, loop: EventLoopNode) -> ast.Assign | None:
        """A loop's first statement, where it unpacks the event and nothing else reads that."""
        first, target = loop.body[0], loop.target
        if not (isinstance(first, ast.Assign) and isinstance(target, ast.Name)):
            return None
        scopes = self.facts.scopes
        variable = scopes.variable(target)
        if variable is None:
            return None
        reads = scopes.reads(variable)
        own = [read for read in reads if loop in self.tree.ancestors(read)]
        alone = len(own) == len(reads) or len(scopes.bindings(variable)) > 1
        taken = alone and len(first.targets) == 1 and own == [first.value]
        return first if taken and len(loop.body) > 1 else None

    def _in_loop(self, flow: Flow, target: ast.Name, loop: EventLoopNode) -> list[ast.Name]:
        scopes = self.facts.scopes
        variable = scopes.variable(target)
        if variable is None:
            return []
        found = []
        for use in scopes.uses(variable):
            if not isinstance(use.ctx, ast.Load):
                continue
            if loop in self.tree.ancestors(use):
                found.append(use)
            elif len(scopes.bindings(variable)) == 1:
                flow.problems.append((use, "the event is used outside its loop"))
        return found

    def _free(self, wanted: str, loop: EventLoopNode) -> str:
        """A name for the event that is free, or only bound by loops over events."""
        for name in (wanted, f"stream_{wanted}", f"response_{wanted}"):
            scope = self.facts.scopes.scope_of(loop)
            if not self.facts.scopes.visible(name, scope) and not any(
                isinstance(n, ast.Name) and n.id == name for n in ast.walk(scope.node)
            ):
                return name
        return f"new_{wanted}"

    # -- types -------------------------------------------------------------------------------------

    def _tell(self, flow: Flow) -> None:
        guess = self.facts.guess
        assert flow.site.call is not None
        guess(flow.site.call, NOTHING)
        for name in flow.names:
            guess(name, NOTHING)
        surface = surface_of(flow.site)
        run = frozenset((Inst(MODELS[surface, "run"], (), flow.site.call, flow.site.probable),))
        message = frozenset(
            (Inst(MODELS[surface, "message"], (), flow.site.call, flow.site.probable),)
        )
        finals = {
            "get_final_run": run,
            "get_final_messages": frozenset((Inst("list", (message,)),)),
        }
        for method, types in finals.items():
            for call in flow.calls.get(method, ()):
                guess(call, types)
                outer = self.tree.parents.get(call)
                if isinstance(outer, ast.Await):
                    guess(outer, types)
        for loop in flow.loops:
            for node in ast.walk(loop.node.target):
                if isinstance(node, ast.Name):
                    guess(node, NOTHING)
            loop.events.tell()


def _is_own_handler(node: ast.AST | None, site: Site) -> TypeGuard[ast.Attribute]:
    """Whether this is ``stream.event_handler``, which gave the events where no ``with`` did.

    Source: azure-ai-agents 1.1.0 ``AgentRunStream``.
    """
    return isinstance(node, ast.Attribute) and node.attr == "event_handler" and site.azure


def _only_reads(facts: Facts, loop: EventLoopNode) -> bool:
    """Whether a loop does nothing about what it goes over."""
    variable = facts.scopes.variable(loop.target) if isinstance(loop.target, ast.Name) else None
    return (
        variable is not None
        and not loop.orelse
        and all(isinstance(s, ast.Pass) for s in loop.body)
        and not facts.scopes.reads(variable)
    )


def streams(site: Site) -> bool:
    """Whether an operation starts a stream of events."""
    if site.operation in STREAMS:
        return True
    stream = site.arguments.get("stream")
    return site.operation in ("run.create", "run.submit", "thread_run.create") and (
        isinstance(stream, ast.Constant) and stream.value is True
    )
