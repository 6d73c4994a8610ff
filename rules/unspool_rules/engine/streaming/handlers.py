"""Classes whose methods the legacy SDKs called for the events of a streamed run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from unspool_rules.catalogue.events import (
    CALL,
    CALLBACKS,
    ENDINGS,
    FAILURES,
    IMAGE,
    MODELS,
    UNCALLED,
    WITH_NOTES,
    Callback,
)
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming import handled_calls, snapshots
from unspool_rules.engine.streaming.base_calls import idle_calls, put_aside
from unspool_rules.engine.streaming.early_calls import too_early
from unspool_rules.engine.streaming.handed_events import hand_over
from unspool_rules.engine.streaming.handler_bases import base_of, is_sdk_handler
from unspool_rules.engine.streaming.handler_submits import find_within
from unspool_rules.engine.streaming.handler_uses import find_used
from unspool_rules.engine.streaming.lone_handlers import site_of
from unspool_rules.engine.streaming.raw_events import PROCESS, Raw
from unspool_rules.engine.streaming.raw_events import read as read_raw
from unspool_rules.engine.streaming.stream_events import (
    Datum,
    Events,
    is_shown,
    read_event,
    surface_of,
)
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.semantics.types import NOTHING, Inst, Types, UserInstance
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.names import last_name

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(eq=False, slots=True)
class Method:
    """A callback that the class defines."""

    node: Function
    callbacks: tuple[Callback, ...]
    events: Events | None
    tools: list[tuple[ast.AST, str]] = field(default_factory=list)
    """Parts of a tool call and their new code."""
    images: list[ast.Attribute] = field(default_factory=list)
    """Reads of the id of an image."""


@dataclass(eq=False, slots=True)
class Handler:
    """One handler class and the streams that use it."""

    node: ast.ClassDef
    base: ast.expr
    surface: str
    asynchronous: bool
    alone: tuple[Site, ast.Call] | None = None
    """What stands for its stream, when that is in another file."""
    flows: list[Flow] = field(default_factory=list)
    methods: dict[str, Method] = field(default_factory=dict)
    problems: list[tuple[ast.AST, str]] = field(default_factory=list)
    outputs: bool = False
    """Whether it reads the outputs of code."""
    sums: set[str] = field(default_factory=set)
    """Callbacks that get the text so far."""
    collects: bool = False
    """Whether it gives back the function calls of a stream, for the program to answer."""
    idle: list[ast.stmt] = field(default_factory=list)
    """Calls of callbacks of the SDK's class, which do nothing."""
    submits: list[Site] = field(default_factory=list)
    """Where it hands in outputs of functions itself."""
    hands_in: bool = False
    """Whether it gives back outputs of functions, which another stream begins with."""
    raw: Raw | None = None
    """Where it takes the text of events apart itself."""
    planned: bool = False

    responds: bool | None = None
    """Whether it is handed the function that opens its streams; None as long as that is open."""
    current: list[ast.Attribute] = field(default_factory=list)
    """Reads of ``self.current_run``."""
    final: bool = False
    """Whether the response at the end of its stream is asked for."""
    begins: bool = False
    """Whether ``on_text_created`` gets the first piece of a text."""

    @property
    def site(self) -> Site:
        """One of the operations whose events it gets."""
        return self.flows[0].site if self.alone is None else self.alone[0]

    @property
    def stepwise(self) -> bool:
        """Whether the program takes events, or their texts, one by one."""
        return self.texts or any(flow.loops for flow in self.flows)

    @property
    def texts(self) -> bool:
        """Whether the program takes the texts of a stream."""
        return any(flow.texts for flow in self.flows)

    @property
    def whole(self) -> bool:
        """Whether it reads a stream to its end."""
        read = any(not flow.loops and not flow.texts for flow in self.flows)
        return read or self.alone is not None


class Handlers:
    """The handler classes of a file that its streams use."""

    def __init__(self, facts: Facts, flows: dict[Site, Flow]) -> None:
        self.facts = facts
        self.tree = facts.tree
        self._by_class: dict[ast.ClassDef, Handler] = {}
        self._idle: set[ast.stmt] = set()
        self._unseen: list[Flow] = []
        """Streams whose handler may be of any class here."""
        for flow in flows.values():
            given = flow.site.arguments.get("event_handler")
            if given is not None:
                self._find(flow, given)
                if flow.handler is None:
                    self._unseen.append(flow)
        self._find_alone()
        for flow in self._unseen:
            flow.candidates = self._candidates(flow)
        self._within = list(find_within(facts, flows, self._by_class))
        for handler in self._by_class.values():
            self._read(handler)
        if self._by_class:
            facts.infer.forget()

    @property
    def known(self) -> list[Handler]:
        """All of them."""
        return [*self._by_class.values()]

    @property
    def alone(self) -> list[Handler]:
        """Those whose streams are in other files."""
        return [h for h in self._by_class.values() if h.alone is not None]

    def together(self) -> Iterator[tuple[Site, Site]]:
        """Streams that share a handler class, or that may get one."""
        for flow in self._unseen:
            for handler in flow.candidates:
                yield handler.site, flow.site
        for handler in self._by_class.values():
            for flow in handler.flows[1:]:
                yield handler.flows[0].site, flow.site
        yield from self._within

    def _candidates(self, flow: Flow) -> list[Handler]:
        """The classes of the file whose handlers a stream may get from code out of view."""
        surface = surface_of(flow.site)
        known = self.facts.infer.of(flow.site.arguments["event_handler"])
        anybody = all(is_sdk_handler(t) for t in known)
        found = self._by_class.values() if anybody else self.alone
        return [handler for handler in found if handler.surface == surface]

    def _find(self, flow: Flow, given: ast.expr) -> None:
        types = self.facts.infer.of(given)
        classes = [t.node for t in types if isinstance(t, UserInstance)]
        rest = [t for t in types if not (isinstance(t, UserInstance) or is_sdk_handler(t))]
        if len(classes) != 1 or rest:
            return
        node = classes[0]
        if node not in self._by_class:
            base = base_of(self.facts, node)
            if base is None:
                return
            self._handler(node, *base)
        handler = self._by_class[node]
        if (
            flow.site.operation == "run.submit_stream"
            and isinstance(given, ast.Name)
            and flow.site.azure
        ):
            handler.submits.append(flow.site)
            return
        handler.flows.append(flow)
        flow.handler = handler

    def _find_alone(self) -> None:
        for node in self.tree.of(ast.ClassDef):
            known = self._by_class.get(node)
            inside = known is None or all(self.tree.owner(f.site.func) is node for f in known.flows)
            base = base_of(self.facts, node) if inside else None
            if base is not None:
                handler = known or self._handler(node, *base)
                handler.alone = site_of(self.facts, *base)

    def _handler(self, node: ast.ClassDef, base: ast.expr, cls: str) -> Handler:
        surface = "openai" if cls.startswith("openai") else "azure"
        made = Handler(node, base, surface, "Async" in cls.rpartition(".")[2])
        made.idle = idle_calls(node) + put_aside(node)
        self._by_class[node] = made
        return made

    # -- reading -----------------------------------------------------------------------------------

    def _read(self, handler: Handler) -> None:
        self._idle.update(handler.idle)
        find_used(self.facts, handler, self._is_idle)
        for node in handler.current:
            self.facts.guess(node, self._types(handler, "run"))
        table = CALLBACKS[handler.surface]
        for statement in handler.node.body:
            if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
                continue
            name = statement.name
            if name == PROCESS and handler.surface == "azure":
                handler.raw = read_raw(self.facts, handler.site, statement)
                if handler.raw is not None:
                    self._tell(handler, handler.raw.events)
                    continue
            if name in UNCALLED:
                handler.problems.append((statement, UNCALLED[name]))
            callbacks = tuple(c for c in table if c.name == name)
            if callbacks or name in (*ENDINGS, *FAILURES):
                handler.methods[name] = self._method(handler, statement, callbacks)
        told = handler.methods.get("on_tool_call_delta")
        if handler.stepwise and told and any(c.shape.kind == CALL for c in told.callbacks):
            handler.problems.append((told.node, "pieces of arguments come to a loop, one by one"))
        handler.problems += too_early(self.facts, handler.node, handler.surface)
        if handler.methods and handler.raw is not None:
            handler.problems.append((handler.node, "a method of the class calls its callbacks"))
        if not handler.methods and handler.raw is None:
            handler.problems.append((handler.node, "the class has no callback that is known"))

    def _method(self, handler: Handler, node: Function, callbacks: tuple[Callback, ...]) -> Method:
        args = node.args
        names = [a.arg for a in (*args.posonlyargs, *args.args)]
        wanted = len(callbacks[0].arguments) + callbacks[0].dropped if callbacks else 0
        if node.name == "on_exception":
            wanted = 1
        plain = not (args.vararg or args.kwarg or args.kwonlyargs or args.defaults)
        if len(names) != wanted + 1 or not plain or not _plain(node):
            handler.problems.append((node, "the callback's parameters are not the usual ones"))
            return Method(node, callbacks, None)
        if isinstance(node, ast.AsyncFunctionDef) is not handler.asynchronous:
            handler.problems.append((node, "the callback is not of the same sort as its class"))
        if not callbacks:
            return Method(node, callbacks, None)
        site = handler.site
        first = args.args[1] if not args.posonlyargs else [*args.posonlyargs, *args.args][1]
        uses = self._loads(node, first)
        if self._reads_notes(callbacks[0].name, uses):
            callbacks = (WITH_NOTES[callbacks[0].name],)
            self.facts.parts.add(first)
        if not handled_calls.asks_functions(node):
            callbacks = tuple(c for c in callbacks if c.shape.kind != CALL)
        callback = callbacks[0]
        sofar = self._so_far(handler, node, callback)
        if callback.name == "on_unhandled_event":
            return Method(node, callbacks, None)
        events = Events(self.facts, site, node, "")
        method = Method(node, callbacks, events, tools=sofar)
        stored = self._stored(node, first)
        if stored is not None:
            handler.problems.append((stored, "the parameter is assigned to"))
        kind = callback.shape.kind
        if kind == "event":
            events.event = first.arg
            read_event(events, uses)
            list(hand_over(self.facts, [events]))
            self._tell(handler, events)
        elif kind in ("tool", "code"):
            for use in uses:
                handled_calls.read(self.facts, handler, method, use)
                self.facts.guess(use, NOTHING)
        elif kind == IMAGE:
            self._image(handler, method, uses)
        elif kind == "text":
            self._text(handler, method, uses, callback)
        else:
            value = first.arg
            if kind == "step-delta":
                events.event, value = first.arg, f"{first.arg}.delta"
            events.fixed(list(uses), callback.shape, value)
            self._tell(handler, events)
        return method

    def _so_far(
        self, handler: Handler, node: Function, callback: Callback
    ) -> list[tuple[ast.AST, str]]:
        """New code for what a callback reads of its snapshot."""
        given = node.args.args[len(node.args.args) - callback.dropped :] if callback.dropped else []
        found: list[tuple[ast.AST, str]] = []
        for extra in given:
            first = node.args.args[-callback.dropped - 1]
            uses = self._loads(node, extra)
            bound = self._stored(node, extra)
            if bound is not None:
                handler.problems.append((bound, "the parameter is assigned to"))
            found += snapshots.read(self.facts, handler, callback, first, uses)
        return found

    def _reads_notes(self, name: str, uses: list[ast.Name]) -> bool:
        """Whether a callback reads the annotations of a finished text."""
        read = {getattr(self.tree.parents.get(use), "attr", "") for use in uses}
        return name in WITH_NOTES and "annotations" in read

    def _text(
        self, handler: Handler, method: Method, uses: list[ast.Name], callback: Callback
    ) -> None:
        """``text.value`` is the parameter itself."""
        for use in uses:
            self.facts.guess(use, NOTHING)
            parent = self.tree.parents.get(use)
            if isinstance(parent, ast.Attribute) and parent.attr == "value":
                method.tools.append((parent, use.id))
                handler.begins = handler.begins or callback.name == "on_text_created"
            else:
                handler.problems.append(
                    (use, "only the text itself is told of here; annotations have their own events")
                )

    def _image(self, handler: Handler, method: Method, uses: list[ast.Name]) -> None:
        """Of an image, its id is read."""
        for use in uses:
            self.facts.guess(use, NOTHING)
            parent = self.tree.parents.get(use)
            if isinstance(parent, ast.Attribute) and parent.attr == "file_id":
                method.images.append(parent)
            elif isinstance(parent, ast.Attribute) or not is_shown(self.facts, use):
                handler.problems.append((use, "what is done with this image is not known here"))

    def _tell(self, handler: Handler, events: Events) -> None:
        for datum in events.every:
            kind = datum.shape.kind if datum.shape is not None else ""
            self.facts.guess(datum.node, self._types(handler, kind))

    def _types(self, handler: Handler, kind: str) -> Types:
        """What the data of an event is, where it is a result like any other."""
        model = MODELS.get((handler.surface, kind))
        if model is None:
            return NOTHING
        calls = [(f.site.call, f.site.probable) for f in handler.flows]
        if handler.alone is not None:
            calls.append((handler.alone[1], False))
        return frozenset(Inst(model, (), call, probable) for call, probable in calls)

    def _loads(self, function: Function, parameter: ast.arg) -> list[ast.Name]:
        scope = self.facts.scopes.of_node[function]
        variable = self.facts.scopes.lookup(parameter.arg, scope)
        found = self.facts.scopes.uses(variable) if variable is not None else []
        return [u for u in found if isinstance(u.ctx, ast.Load) and not self._is_idle(u)]

    def _is_idle(self, node: ast.AST) -> bool:
        return self.tree.statement(node) in self._idle

    def _stored(self, function: Function, parameter: ast.arg) -> ast.AST | None:
        scope = self.facts.scopes.of_node[function]
        for binding in scope.bindings.get(parameter.arg, ()):
            if binding.how is not How.PARAMETER and not self._is_idle(binding.node):
                return binding.node
        return None


def _plain(node: Function) -> bool:
    return all(last_name(d) == "override" for d in node.decorator_list)


__all__ = ["Datum", "Handler", "Handlers", "Method"]
