"""The events of a streamed run: which one it is at each place, and what is read of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

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
from unspool_rules.engine.given_events import given_to_functions
from unspool_rules.engine.reasons import of_test
from unspool_rules.engine.uses.shown import SPEAKERS
from unspool_rules.semantics.constants import string_value
from unspool_rules.semantics.types import NOTHING, Class, Inst
from unspool_rules.syntax.guards import holding, is_class_test
from unspool_rules.syntax.names import last_name

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
        self.asked: list[ast.expr] = []
        """Questions whether there is a name or data: there always is."""
        self.problems: list[Problem] = []
        self.also: list[Site] = []
        """Other streams whose events come here."""
        self.further: list[Events] = []
        """Functions of the file that are given the event, each as a piece of code of its own."""
        self.given: Shape | None = None
        """The event that all of a function's callers give it."""
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
        return call if is_class_test(call, node) else None

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
        for _, test in holding(self.tree, node):
            shapes = self._asked(test)
            if shapes:
                first = shapes[0]
                return first if all(s.kind == first.kind for s in shapes) else None
        return self.given

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
        surface = surface_of(self.site)
        for datum in self.every:
            model = MODELS.get((surface, datum.shape.kind if datum.shape else ""))
            self.facts.infer.guesses[datum.node] = (
                frozenset(
                    Inst(model, (), site.call, site.probable) for site in (self.site, *self.also)
                )
                if model is not None
                else NOTHING
            )

    @property
    def every(self) -> list[Datum]:
        """The data of events here, and in functions that are given them."""
        return [*self.data, *(datum for inner in self.further for datum in inner.every)]


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
            if isinstance(above, ast.Attribute) and above.attr == "object":
                types.append(above)
            else:
                data.append(parent)
        elif isinstance(parent, ast.Attribute):
            call = events.tree.parents.get(parent)
            if not (parent.attr.startswith(("model_dump", "to_")) and isinstance(call, ast.Call)):
                events.problems.append((parent, f"`{parent.attr}` of an event has no counterpart"))
        elif (named := _by_name(events, use)) is not None:
            asked = {"event": types, "data": data}[named.name]
            (asked if named.is_read else events.asked).append(named.call)
        else:
            whole.append(use)
    events.read(types, data, whole)
    functions = given_to_functions(events.facts, whole)
    for parameter, handed in functions.items():
        events.further.append(_in_function(events, parameter, handed))
    for node in whole:
        if any(node in handed for handed in functions.values()):
            events.facts.infer.guesses[node] = NOTHING
            continue
        if events._isinstance(node) is None and not is_shown(events.facts, node):
            events.problems.append(
                (node, "the whole event is handed on to code that is not in view")
            )
        events.facts.infer.guesses[node] = NOTHING


@dataclass(frozen=True, slots=True)
class _Named:
    call: ast.Call
    name: str
    is_read: bool
    """Whether the field is read, not only asked for."""


def _by_name(events: Events, use: ast.Name) -> _Named | None:
    """``hasattr(event, "event")`` or ``getattr(event, "data", None)``, which every event has."""
    call = events.tree.parents.get(use)
    if not isinstance(call, ast.Call) or call.args[:1] != [use] or call.keywords:
        return None
    function = last_name(call.func)
    name = string_value(events.facts.infer, call.args[1]) if len(call.args) > 1 else None
    if function not in ("hasattr", "getattr") or name not in ("event", "data"):
        return None
    return _Named(call, name, is_read=function == "getattr")


def _in_function(events: Events, parameter: ast.arg, handed: list[ast.expr]) -> Events:
    """The events that a function of the file is given."""
    facts = events.facts
    function = facts.tree.function(parameter)
    assert function is not None
    inner = Events(facts, events.site, function, parameter.arg)
    inner.also = events.also
    shapes = [events.shape_at(node) for node in handed]
    inner.given = shapes[0] if all(shape == shapes[0] for shape in shapes) else None
    variable = facts.scopes.lookup(parameter.arg, facts.scopes.scope_of(parameter))
    reads = facts.scopes.reads(variable) if variable is not None else ()
    read_event(inner, [read for read in reads if isinstance(read, ast.Name)])
    events.problems += inner.problems
    return inner


def surface_of(site: Site) -> str:
    """Whose events a stream has."""
    return "azure" if site.method.cls.startswith("azure") else "openai"


def is_shown(facts: Facts, node: ast.expr) -> bool:
    """Whether a value only goes into text for people: it is no key."""
    child: ast.AST = node
    for parent in facts.tree.ancestors(node):
        if isinstance(parent, ast.Subscript) and child is parent.slice:
            return False
        child = parent
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


def _members(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.Tuple):
        yield from node.elts
    elif isinstance(node, ast.BinOp):
        yield from _members(node.left)
        yield from _members(node.right)
    else:
        yield node
