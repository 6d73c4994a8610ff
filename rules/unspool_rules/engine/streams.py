"""What a program does with the events of a streamed run, and which event it is at each place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unspool_rules.catalogue.events import (
    CLASSES,
    DATA,
    DONE,
    EVENT_CLASSES,
    EVENTS,
    MODELS,
    OBJECTS,
    UNSENT,
    Shape,
)
from unspool_rules.engine.facts import Facts, Site
from unspool_rules.engine.reasons import of_test
from unspool_rules.semantics.constants import string_value
from unspool_rules.semantics.types import NOTHING, Class, Inst
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.scopes import How, Variable

if TYPE_CHECKING:
    from unspool_rules.engine.handlers import Handler

STREAMING = ("run.stream", "thread_run.stream", "run.submit_stream")

EventLoopNode = ast.For | ast.AsyncFor
Problem = tuple[ast.AST, str]


@dataclass(eq=False, slots=True)
class Test:
    """A comparison that asks which event it is."""

    node: ast.expr
    shapes: tuple[Shape, ...]
    reason: str = ""
    """Why nothing takes the place of what it asks for."""


@dataclass(eq=False, slots=True)
class Datum:
    """An expression that holds the data of an event, and what is known of the event there."""

    node: ast.expr
    shape: Shape | None
    value: str
    """The new expression of the data; of the whole event when it is not known which it is."""


class Events:
    """The uses of events in one piece of code: a loop's body, or a method that gets them."""

    def __init__(self, facts: Facts, site: Site, place: ast.AST, event: str) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.site = site
        self.place = place
        self.event = event
        """The new event's name."""
        self.tests: dict[ast.expr, Test] = {}
        self.data: list[Datum] = []
        self.spoken_types: list[ast.expr] = []
        """Expressions of the event's name that are only shown."""
        self.problems: list[Problem] = []
        self.lifted: list[object] = []
        """Statements that go to an event of their own."""

    # -- reading -----------------------------------------------------------------------------------

    def read(self, types: list[ast.expr], data: list[ast.expr], whole: list[ast.expr]) -> None:
        """Judge expressions of the event's name, of its data, and of the event itself."""
        self._types = set(types)
        self._data = set(data)
        self._whole = set(whole)
        for node in types:
            self._type(node)
        for node in (*data, *whole):
            call = self._isinstance(node)
            if call is not None:
                self._test(call)
        for node in data:
            if self._isinstance(node) is None:
                shape = self.shape_at(node)
                kind = shape.kind if shape is not None else ""
                self.data.append(Datum(node, shape, DATA.get(kind, "{0}").format(self.event)))

    def fixed(self, nodes: list[ast.expr], shape: Shape, value: str) -> None:
        """Take expressions as the data of a known event."""
        self._types, self._data, self._whole = set(), set(nodes), set()
        self.data += [Datum(node, shape, value) for node in nodes]

    def _isinstance(self, node: ast.expr) -> ast.Call | None:
        call = self.tree.parents.get(node)
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id == "isinstance"
            and len(call.args) == 2
            and call.args[0] is node
        ):
            return call
        return None

    def _type(self, node: ast.expr) -> None:
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Attribute) and parent.attr == "value":
            node, parent = parent, self.tree.parents.get(parent)
        if isinstance(parent, ast.Compare):
            self._test(parent)
        elif is_shown(self.facts, node):
            self.spoken_types.append(node)
        else:
            self.problems.append(
                (node, "the names of events are others, and this needs to know them")
            )

    def _test(self, node: ast.expr) -> None:
        if node not in self.tests:
            test = self._read_test(node)
            self.tests[node] = test
            if test.reason:
                self.problems.append((node, test.reason))

    def _read_test(self, node: ast.expr) -> Test:
        if isinstance(node, ast.Call):
            asked: list[Shape | str] = [self._class(c) for c in _members(node.args[1])]
        elif isinstance(node, ast.Compare) and len(node.ops) == 1:
            other = node.comparators[0]
            if node.left not in self._types and not (
                isinstance(node.left, ast.Attribute) and node.left.value in self._types
            ):
                other = node.left
            if isinstance(node.ops[0], ast.Eq):
                asked = [self._named(other)]
            elif isinstance(node.ops[0], ast.In) and isinstance(
                other, (ast.Tuple, ast.List, ast.Set)
            ):
                asked = [self._named(e) for e in other.elts]
            else:
                asked = ["this comparison of event names has no form that is certain"]
        else:
            asked = ["this comparison of event names has no form that is certain"]
        shapes = tuple(a for a in asked if isinstance(a, Shape))
        reasons = [a for a in asked if isinstance(a, str)]
        hard = [r for r in reasons if r != UNSENT]
        if hard or not shapes:
            return Test(node, shapes, (hard or reasons)[0])
        if DONE in shapes and len(shapes) > 1:
            return Test(node, shapes, "the end of the stream is no event")
        return Test(node, shapes)

    def _named(self, node: ast.expr) -> Shape | str:
        value = string_value(self.facts.infer, node)
        if value is None:
            return "the event's name is not known here"
        unknown = f"`{value}` is no event that is known"
        return EVENTS.get(value, OBJECTS.get(value, unknown))

    def _class(self, node: ast.expr) -> Shape | str:
        classes = [t.name for t in self.facts.infer.of(node) if isinstance(t, Class)]
        for name in (full.rpartition(".")[2] for full in classes):
            if name in CLASSES:
                return CLASSES[name]
            if name in EVENT_CLASSES:
                return EVENTS[EVENT_CLASSES[name]]
        return of_test(classes)

    # -- narrowing ---------------------------------------------------------------------------------

    def shape_at(self, node: ast.AST) -> Shape | None:
        """The event that a place is about, by the tests around it."""
        child = node
        for parent in self.tree.ancestors(node):
            tests: list[ast.expr] = []
            inside = isinstance(parent, ast.If) and child in parent.body
            if inside or (isinstance(parent, ast.IfExp) and child is parent.body):
                assert isinstance(parent, (ast.If, ast.IfExp))
                tests = [parent.test]
            elif isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And):
                tests = parent.values[: parent.values.index(child)]  # type: ignore[arg-type]
            for test in tests:
                shapes = self._asked(test)
                if shapes:
                    first = shapes[0]
                    same = all(s.kind == first.kind for s in shapes)
                    return first if same else None
            if parent is self.place:
                return None
            child = parent
        return None

    def _asked(self, node: ast.expr) -> tuple[Shape, ...]:
        if isinstance(node, ast.BoolOp):
            found = [self._asked(v) for v in node.values]
            if isinstance(node.op, ast.And):
                return next((f for f in found if f), ())
            return tuple(s for f in found for s in f) if all(found) else ()
        test = self.tests.get(node)
        return test.shapes if test is not None else ()

    # -- what the rest of the engine is told -------------------------------------------------------

    def tell(self) -> None:
        """Give the data its type where it is a result like any other, and none elsewhere."""
        surface = _surface(self.site)
        for datum in self.data:
            model = MODELS.get((surface, datum.shape.kind if datum.shape else ""))
            self.facts.infer.guesses[datum.node] = (
                frozenset((Inst(model, (), self.site.call, self.site.probable),))
                if model is not None
                else NOTHING
            )


@dataclass(eq=False, slots=True)
class Loop:
    """A loop over the events."""

    node: EventLoopNode
    events: Events
    returned: list[ast.Name] = field(default_factory=list)
    """Uses of what the handler returned (the third of the legacy tuple)."""


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
    problems: list[Problem] = field(default_factory=list)
    packed: list[Problem] = field(default_factory=list)
    """Loops that take events whole, which only a handler's own are."""
    handler: Handler | None = None
    """The class whose methods get the events."""
    responds: bool = False
    """Whether a handler from another file is handed the function that opens the stream."""


class Flows:
    """The streamed runs of a file."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.found: dict[Site, Flow] = {}
        for site in facts.sites:
            if site.call is not None and streams(site):
                self.found[site] = self._flow(site)
        for flow in self.found.values():
            self._tell(flow)
        if self.found:
            facts.infer.forget()

    # -- the stream --------------------------------------------------------------------------------

    def _flow(self, site: Site) -> Flow:
        assert site.call is not None
        flow = Flow(site)
        parent = self.tree.parents.get(site.call)
        node: ast.expr = site.call
        if isinstance(parent, ast.Await):
            node, parent = parent, self.tree.parents.get(parent)
        if isinstance(parent, ast.withitem):
            statement = self.tree.parents[parent]
            assert isinstance(statement, (ast.With, ast.AsyncWith))
            flow.entered = statement
            target = parent.optional_vars
            if isinstance(target, ast.Name):
                self._uses(flow, target, statement)
            elif target is not None:
                flow.problems.append((target, "the stream is not kept in a plain name"))
        elif isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is node:
            self._loop(flow, parent)
        elif isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name):
            self._uses(flow, parent.targets[0], None)
        elif not isinstance(parent, ast.Expr):
            flow.problems.append((node, "what becomes of the stream is not in view"))
        return flow

    def _uses(self, flow: Flow, target: ast.Name, within: ast.stmt | None) -> None:
        scopes = self.facts.scopes
        variable = scopes.variable(target)
        if variable is None:
            return
        bindings = scopes.bindings(variable)
        begin, end = self.tree.span(target).end, len(self.tree.source)
        if within is None and len(bindings) > 1:
            if not all(self._is_stream(b.value) for b in bindings):
                flow.problems.append((target, "the stream's name is bound more than once"))
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
            self._use(flow, use)

    def _is_stream(self, node: ast.expr | None) -> bool:
        call = node.value if isinstance(node, ast.Await) else node
        site = self.facts.by_call.get(call) if isinstance(call, ast.Call) else None
        return site is not None and streams(site)

    def _use(self, flow: Flow, use: ast.Name) -> None:
        parent = self.tree.parents.get(use)
        if isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is use:
            if _only_reads(self.facts, parent):
                flow.drained.append(parent)
            else:
                self._loop(flow, parent)
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

    # -- loops -------------------------------------------------------------------------------------

    def _loop(self, flow: Flow, node: EventLoopNode) -> None:
        target = node.target
        azure = flow.site.method.cls.startswith("azure")
        if azure:
            elements = target.elts if isinstance(target, (ast.Tuple, ast.List)) else []
            names = [e.value if isinstance(e, ast.Starred) else e for e in elements]
            if len(names) not in (2, 3) or not all(isinstance(n, ast.Name) for n in names):
                flow.packed.append((target, "the event is not unpacked into names here"))
                return
            event = self._free("event", node)
            uses = [self._in_loop(flow, n, node) for n in names if isinstance(n, ast.Name)]
            events = Events(self.facts, flow.site, node, event)
            events.read(list(uses[0]), list(uses[1]), [])
            flow.loops.append(Loop(node, events, uses[2] if len(uses) == 3 else []))
            return
        if not isinstance(target, ast.Name):
            flow.problems.append((target, "the event is not kept in a plain name"))
            return
        events = Events(self.facts, flow.site, node, target.id)
        read_event(events, self._in_loop(flow, target, node))
        flow.loops.append(Loop(node, events))

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
        guesses = self.facts.infer.guesses
        assert flow.site.call is not None
        guesses[flow.site.call] = NOTHING
        for name in flow.names:
            guesses[name] = NOTHING
        surface = _surface(flow.site)
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
                guesses[call] = types
                outer = self.tree.parents.get(call)
                if isinstance(outer, ast.Await):
                    guesses[outer] = types
        for loop in flow.loops:
            for node in ast.walk(loop.node.target):
                if isinstance(node, ast.Name):
                    guesses[node] = NOTHING
            loop.events.tell()


def read_event(events: Events, uses: list[ast.Name]) -> None:
    """Read the uses of one name that holds a whole event of openai's stream."""
    types: list[ast.expr] = []
    data: list[ast.expr] = []
    whole: list[ast.expr] = []
    for use in uses:
        parent = events.tree.parents.get(use)
        if isinstance(parent, ast.Attribute) and parent.attr == "event":
            types.append(parent)
        elif isinstance(parent, ast.Attribute) and parent.attr == "data":
            above = events.tree.parents.get(parent)
            told = isinstance(above, ast.Attribute) and above.attr == "object"
            (types if told else data).append(above if told else parent)  # type: ignore[arg-type]
        elif isinstance(parent, ast.Attribute):
            call = events.tree.parents.get(parent)
            if not (parent.attr.startswith(("model_dump", "to_")) and isinstance(call, ast.Call)):
                events.problems.append((parent, f"`{parent.attr}` of an event has no counterpart"))
        else:
            whole.append(use)
    events.read(types, data, whole)
    for node in whole:
        if events._isinstance(node) is None and not is_shown(events.facts, node):
            events.problems.append(
                (node, "the whole event is handed on to code that is not in view")
            )
        events.facts.infer.guesses[node] = NOTHING


def _only_reads(facts: Facts, loop: EventLoopNode) -> bool:
    """Whether a loop does nothing about what it goes over."""
    variable = facts.scopes.variable(loop.target) if isinstance(loop.target, ast.Name) else None
    return (
        variable is not None
        and not loop.orelse
        and all(isinstance(s, ast.Pass) for s in loop.body)
        and not facts.scopes.reads(variable)
    )


def _surface(site: Site) -> str:
    return "azure" if site.method.cls.startswith("azure") else "openai"


def streams(site: Site) -> bool:
    """Whether an operation starts a stream of events."""
    if site.operation in STREAMING:
        return True
    stream = site.arguments.get("stream")
    return site.operation in ("run.create", "run.submit", "thread_run.create") and (
        isinstance(stream, ast.Constant) and stream.value is True
    )


def is_shown(facts: Facts, node: ast.expr) -> bool:
    """Whether a value only goes into text for people."""
    for parent in facts.tree.ancestors(node):
        if isinstance(parent, ast.Call):
            name = last_name(parent.func)
            if name in ("str", "repr", "len"):
                continue
            return name in SPEAKERS
        if isinstance(parent, (ast.FormattedValue, ast.JoinedStr)):
            return True
        if isinstance(parent, ast.stmt):
            return isinstance(parent, ast.Expr) and parent.value is node
    return False


SPEAKERS = {
    "print",
    "pprint",
    "debug",
    "info",
    "warning",
    "error",
    "exception",
    "log",
    "write",
}


def _members(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.Tuple):
        yield from node.elts
    elif isinstance(node, ast.BinOp):
        yield from _members(node.left)
        yield from _members(node.right)
    else:
        yield node


__all__ = ["Datum", "Events", "Flow", "Flows", "How", "Loop", "Shape", "Test", "Variable"]
