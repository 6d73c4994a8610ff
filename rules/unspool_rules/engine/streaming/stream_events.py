"""The events of a streamed run: which one it is at each place, and what is read of it."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.catalogue.events import DATA, DONE, MODELS, Shape
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.event_dumps import KEYS, is_dump, key_read
from unspool_rules.engine.streaming.event_matches import test_of_case
from unspool_rules.engine.streaming.event_names import reads_of
from unspool_rules.engine.streaming.event_places import told
from unspool_rules.engine.streaming.event_tests import (
    Test,
    attribute_test,
    class_test,
    join,
    name_test,
)
from unspool_rules.engine.uses.shown import SPEAKERS
from unspool_rules.semantics.constants import string_value
from unspool_rules.semantics.types import NOTHING, Inst, Types
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.tree import Tree

Problem = tuple[ast.AST, str]


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
        self.dead: list[ast.expr] = []
        """Expressions of data where no event comes."""
        self.spoken_types: list[ast.expr] = []
        """Expressions of the event's name that are only shown."""
        self.asked: list[ast.expr] = []
        """Questions whether there is a name or data: there always is."""
        self.problems: list[Problem] = []
        self.also: list[Site] = []
        """Other streams whose events come here."""
        self.whole: list[ast.expr] = []
        """Uses of the event itself, which some code gets."""
        self.further: list[Events] = []
        """Functions and loops that are given the event, each as a piece of code of its own."""
        self.given_out: list[tuple[ast.expr, ast.FunctionDef | ast.AsyncFunctionDef]] = []
        """Where a generator gives it to callers that are not in view."""
        self.given: Shape | None = None
        """The event that all of a function's callers give it."""
        self.matches: list[ast.Match] = []
        self.cases: dict[ast.match_case, Test] = {}
        self.named: list[ast.stmt] = []
        """Statements that only name an event's name or its data."""
        self.lifted: list[object] = []
        """Statements that go to an event of their own."""

    # -- reading -----------------------------------------------------------------------------------

    def read(self, types: list[ast.expr], data: list[ast.expr], whole: list[ast.expr]) -> None:
        """Judge expressions of the event's name, of its data, and of the event itself."""
        for node in types:
            self._type(node)
        for node in (*data, *whole):
            self._test(class_test(self.facts, node))
        for node in data:
            if self.shape_at(node) is None:
                self._test(self._asks_what_it_has(node))
        join(self.tree, self.tests)
        for node in data:
            self._datum(node)

    def _datum(self, node: ast.expr) -> None:
        if self.is_tested(node):
            return
        if self.is_dead(node):
            self.dead.append(node)
            return
        shape = self.shape_at(node)
        reads = reads_of(self.facts, node, self.place) if shape is None else None
        if reads is not None:
            self.named.append(self.tree.statement(node))
            for read in reads:
                self._test(class_test(self.facts, read))
                if self.shape_at(read) is None:
                    self._test(self._asks_what_it_has(read))
            join(self.tree, self.tests)
            for read in reads:
                self._datum(read)
            return
        kind = shape.kind if shape is not None else ""
        self.data.append(Datum(node, shape, DATA.get(kind, "{0}").format(self.event)))

    def is_tested(self, node: ast.expr) -> bool:
        """Whether a datum is only asked for by its class or by what it has."""
        test = class_test(self.facts, node) or self._asks_what_it_has(node)
        if test is None:
            return False
        return test.node in self.tests or self.tree.parents.get(test.node) in self.tests

    def _asks_what_it_has(self, node: ast.expr) -> Test | None:
        return attribute_test(self.facts, node, azure=surface_of(self.site) == "azure")

    def fixed(self, nodes: list[ast.expr], shape: Shape, value: str) -> None:
        """Take expressions as the data of a known event."""
        self.data += [Datum(node, shape, value) for node in nodes]

    def _type(self, node: ast.expr) -> None:
        test = name_test(self.facts, node)
        if test is not None:
            self._test(test)
            return
        reads = reads_of(self.facts, node, self.place)
        parent = self.tree.parents.get(node)
        if reads is not None:
            self.named.append(self.tree.statement(node))
            for read in reads:
                self._type(read)
        elif isinstance(parent, ast.Match) and parent.subject is node:
            self._match(parent)
        elif is_shown(self.facts, node):
            self.spoken_types.append(node)
        else:
            self.problems.append(
                (node, "the names of events are others, and this needs to know them")
            )

    def _match(self, node: ast.Match) -> None:
        """``match event.event``: each case is a test."""
        self.matches.append(node)
        for case in node.cases:
            test = test_of_case(self.facts, node, case)
            if test is not None:
                self.cases[case] = test
                if test.reason:
                    self.problems.append((case.pattern, test.reason))

    def _test(self, test: Test | None) -> None:
        if test is None or test.node in self.tests:
            return
        if test.shapes == (DONE,) and not test.reason and self._has_no_end():
            test.shapes, test.never = (), True
        self.tests[test.node] = test
        if test.reason:
            self.problems.append((test.node, test.reason))
        elif test.negated and not _only_skips(self.tree, test.node):
            reason = "events that a run did not have would come here, too"
            self.problems.append((test.node, reason))

    def _has_no_end(self) -> bool:
        """Whether nobody is told of the end: openai gave no such event.

        Source: openai 1.65.5 ``openai/_streaming.py``, which stops at ``[DONE]``.
        """
        return surface_of(self.site) == "openai"

    # -- narrowing ---------------------------------------------------------------------------------

    def shape_at(self, node: ast.AST) -> Shape | None:
        """The event that a place is about, by the tests around it and before it."""
        others: set[Shape] = set()
        for test, holds in told(self.tree, node, self.place):
            shapes = [s for s in self._asked(test, holds) if s not in others]
            if len({shape.kind for shape in shapes}) == 1:
                return shapes[0]
            if not holds:
                others.update(self._excluded(test))
        return self.given

    def _excluded(self, node: ast.expr | ast.match_case) -> list[Shape]:
        """The events that do not come where a test does not hold."""
        if isinstance(node, ast.BoolOp) and node not in self.tests:
            parts = node.values if isinstance(node.op, ast.Or) else []
            return [shape for part in parts for shape in self._excluded(part)]
        test = None if isinstance(node, ast.match_case) else self.tests.get(node)
        return list(test.shapes) if test is not None and not test.negated else []

    def is_dead(self, node: ast.AST) -> bool:
        """Whether a place stands in a branch for an event that never comes."""
        return any(
            holds and self._is_never(test) for test, holds in told(self.tree, node, self.place)
        )

    def _is_never(self, node: ast.expr | ast.match_case) -> bool:
        test = self.cases.get(node) if isinstance(node, ast.match_case) else self.tests.get(node)
        return test is not None and test.never

    def _asked(self, node: ast.expr | ast.match_case, holds: bool) -> tuple[Shape, ...]:
        if isinstance(node, ast.match_case):
            case = self.cases.get(node)
            return case.shapes if case is not None else ()
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return self._asked(node.operand, not holds)
        if isinstance(node, ast.BoolOp) and node not in self.tests:
            found = [self._asked(v, holds) for v in node.values]
            if isinstance(node.op, ast.And) is holds:
                return min((f for f in found if f), key=_width, default=())
            return tuple(s for f in found for s in f) if all(found) else ()
        test = self.tests.get(node)
        return test.shapes if test is not None and test.negated is not holds else ()

    # -- what the rest of the engine is told -------------------------------------------------------

    def tell(self) -> None:
        """Give the data its type where it is a result like any other, and none elsewhere."""
        surface = surface_of(self.site)
        for inner in self.further:
            inner.tell()
        for datum in self.data:
            model = MODELS.get((surface, datum.shape.kind if datum.shape else ""))
            types: Types = NOTHING
            if model is not None:
                sites = (self.site, *self.also)
                types = frozenset(Inst(model, (), s.call, s.probable) for s in sites)
            self.facts.guess(datum.node, types)

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
            keyed = key_read(events.facts, parent) if is_dump(events.facts, parent) else parent
            if keyed is parent:
                events.problems.append((parent, f"`{parent.attr}` of an event has no counterpart"))
            elif keyed is not None:
                events.problems.append((keyed, KEYS))
        elif (named := _by_name(events, use)) is not None:
            asked = {"event": types, "data": data}[named.name]
            (asked if named.is_read else events.asked).append(named.call)
        else:
            whole.append(use)
    events.read(types, data, whole)
    for node in whole:
        events.facts.guess(node, NOTHING)
        if class_test(events.facts, node) is None and not is_shown(events.facts, node):
            events.whole.append(node)


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


def _width(shapes: tuple[Shape, ...]) -> int:
    return len({shape.kind for shape in shapes})


def _only_skips(tree: Tree, test: ast.expr) -> bool:
    """Whether all that a test decides is that an event is passed over."""
    branch = tree.parents.get(test)
    if isinstance(branch, ast.BoolOp) and isinstance(branch.op, ast.Or):
        branch = tree.parents.get(branch)
    return isinstance(branch, ast.If) and all(
        isinstance(s, (ast.Continue, ast.Pass)) for s in branch.body
    )
