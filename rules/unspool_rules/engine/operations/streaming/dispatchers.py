"""The methods by which a handler class gets the events of a stream."""

from __future__ import annotations

import ast
from dataclasses import replace

from unspool_rules.catalogue.events import (
    CALL,
    CALLBACKS,
    DELTA,
    IMAGE,
    RUN,
    WITH_NOTES,
    Callback,
    Shape,
)
from unspool_rules.engine.citations.images import SUFFIXES
from unspool_rules.engine.operations.streaming.delta_notes import MODULE, Lifted
from unspool_rules.engine.operations.streaming.events import new_kinds
from unspool_rules.engine.operations.streaming.responders import ATTRIBUTE as RESPOND
from unspool_rules.engine.operations.streaming.streamed_calls import ATTRIBUTE, collecting
from unspool_rules.engine.streaming.conditions import condition
from unspool_rules.engine.streaming.handler_uses import CURRENT
from unspool_rules.engine.streaming.handlers import Handler
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, flat, lay_out

_SUBMITS = ("run.submit", "run.submit_poll", "run.submit_stream")

NOTING = "on_annotation"
"""The method that gets citations, which used to come with the deltas."""
_RESPONSES = "openai.types.responses"
_TEXTS = f"{_RESPONSES}.response_output_text"


def model(r: Rendering, name: str) -> str:
    """The name of a new annotation: a builtin, or a class of the responses."""
    if name == "str":
        return name
    home = _TEXTS if name.startswith("Annotation") else _RESPONSES
    return " | ".join(r.imports.need(home, one) for one in name.split(" | "))


def dispatcher(work: Work, handler: Handler, r: Rendering) -> str:
    """The methods that give the events of a stream to the callbacks."""
    return "".join(line + "\n" for line in Dispatcher(work, handler, r).lines())


class Dispatcher:
    """Writes the methods of one class."""

    def __init__(self, work: Work, handler: Handler, r: Rendering) -> None:
        self.work = work
        self.handler = handler
        self.r = r
        self.outer = work.tree.indent(handler.node.body[0])
        self.unit = self.outer[len(work.tree.indent(handler.node)) :] or "    "
        self.inner = self.outer + self.unit
        self.begin, self.wait, self.loop = "def", "", "for"
        if handler.asynchronous:
            self.begin, self.wait, self.loop = "async def", "await ", "async for"
        self.event = model(r, "ResponseStreamEvent")
        self.state = "self._" if handler.stepwise else ""
        """What the names begin with that hold what is known of a text."""

    def lines(self) -> list[str]:
        handler = self.handler
        lines = self._noting()
        if handler.stepwise:
            returns = any(loop.returned for flow in handler.flows for loop in flow.loops)
            answer = "" if returns else " -> None"
            head = f"{self.outer}{self.begin} dispatch(self, event: {self.event}){answer}:"
            lines += ["", head, *self._chain(self.inner, returns=returns)]
        if handler.whole:
            lines += self._until_done()
        if handler.texts:
            lines += self._texts()
        return lines

    def _head(self, name: str, answer: str) -> list[str]:
        """The line that begins a method which takes a stream."""
        stream = self.r.imports.need("openai", "AsyncStream" if self.wait else "Stream")
        taken = ["self", f"stream: {stream}[{self.event}]"]
        kept: list[str] = []
        if self.handler.responds:
            taken.append(f"respond: {self._opens(stream)}")
            kept = [f"{self.inner}self.{RESPOND} = respond"]
        begin, end = f"{self.outer}{self.begin} {name}(", f") -> {answer}:"
        head = [begin + ", ".join(taken) + end]
        if len(head[0]) > self.r.limit:
            inside = [self.inner + ", ".join(taken)]
            if len(inside[0]) > self.r.limit:
                inside = [f"{self.inner}{part}," for part in taken]
            head = [begin, *inside, self.outer + end]
        return ["", *head, *kept]

    def _opens(self, stream: str) -> str:
        """The type of the function that opens a stream."""
        gives = f"{stream}[{self.event}]"
        if self.wait:
            gives = f"{self.r.imports.need('collections.abc', 'Awaitable')}[{gives}]"
        function = self.r.imports.need("collections.abc", "Callable")
        return f"{function}[..., {gives}]"

    def _until_done(self) -> list[str]:
        handler, r = self.handler, self.r
        answer, kept = "None", ""
        if handler.hands_in:
            answer, kept = f"list[{model(r, 'ResponseInputItemParam')}]", f"self.{ATTRIBUTE}"
        if handler.collects:
            answer, kept = f"list[{model(r, 'ResponseFunctionToolCall')}]", "calls"
        before: list[str] = []
        if handler.sums and not handler.stepwise:
            before.append('text = ""')
        if handler.begins and not handler.stepwise:
            before.append("begins = False")
        if self._told_of_calls():
            before.append(f"call: {model(r, 'ResponseFunctionToolCall')} | None = None")
        if kept:
            before.append(f"{kept}: {answer} = []")
        lines = self._head("until_done", answer) + self._reading(before, [])
        if "on_done" in handler.methods:
            lines.append(f"{self.inner}{self.wait}self.on_done()")
        if kept:
            lines.append(f"{self.inner}return {kept}")
        return lines

    def _texts(self) -> list[str]:
        kind = "AsyncIterator" if self.wait else "Iterator"
        answer = f"{self.r.imports.need('collections.abc', kind)}[str]"
        said = ['if event.type == "response.output_text.delta":', f"{self.unit}yield event.delta"]
        return self._head("text_deltas", answer) + self._reading([], said)

    def _reading(self, before: list[str], behind: list[str]) -> list[str]:
        """The loop over a stream, and what is done when it ends or fails.

        Args:
            before: statements that come first.
            behind: what is done about an event when the callbacks have had it.
        """
        handler, inner, unit = self.handler, self.inner, self.unit
        failures = self._failures()
        ends = "on_end" in handler.methods
        lines: list[str] = []
        deep = inner
        if failures or ends:
            lines.append(f"{inner}try:")
            deep = inner + unit
        lines += [deep + line for line in before]
        lines.append(f"{deep}{self.loop} event in stream:")
        if handler.collects:
            width = self.r.limit - len(deep + unit)
            lines += [f"{deep}{unit}{line}" for line in collecting("event", "calls", width)]
        if handler.stepwise:
            lines.append(f"{deep}{unit}{self.wait}self.dispatch(event)")
        else:
            lines += self._chain(deep + unit, returns=False)
        lines += [deep + unit + line for line in behind]
        lines += [inner + line for line in failures]
        if ends:
            lines += [f"{inner}finally:", f"{inner}{unit}{self.wait}self.on_end()"]
        return lines

    def _failures(self) -> list[str]:
        """What is done when reading fails.

        Source: openai 3.54.0 ``openai/_streaming.py``, which tells of time-outs so.
        """
        lines: list[str] = []
        told = "on_exception" in self.handler.methods
        if "on_timeout" in self.handler.methods:
            timeout = self.r.imports.need("openai", "APITimeoutError")
            lines += [
                f"except {timeout}{' as exception' if told else ''}:",
                f"{self.unit}{self.wait}self.on_timeout()",
                *([f"{self.unit}{self.wait}self.on_exception(exception)"] if told else []),
                f"{self.unit}raise",
            ]
        if told:
            lines += [
                "except Exception as exception:",
                f"{self.unit}{self.wait}self.on_exception(exception)",
                f"{self.unit}raise",
            ]
        return lines

    def _noting(self) -> list[str]:
        """The method about the citations of a text, when there is something to do about them."""
        lines: list[str] = []
        for found in lifted(self.handler):
            kind = self.r.imports.need(MODULE, found.model)
            head = f"{self.outer}{self.begin} {NOTING}(self, {found.name}: {kind}) -> None:"
            body = (self.inner + line if line.strip() else line for line in found.lines(self.r))
            lines += ["", head, *body]
        return lines

    # -- which callback gets an event --------------------------------------------------------------

    def _chain(self, indent: str, *, returns: bool) -> list[str]:
        back = "return " if returns else ""
        lines: list[str] = []
        rest: str | None = None
        seen: list[Callback] = []
        callbacks = self._callbacks()
        if callbacks and callbacks[0].name == "on_event":
            lines.append(f"{indent}{self.wait}self.on_event(event)")
            callbacks.pop(0)
        lines += self._current(indent)
        if self._told_of_calls():
            lines += self._test(indent, "if", condition("event", (_CALL,)))
            lines.append(f"{indent}{self.unit}call = event.item")
        for callback in callbacks:
            call = f"{self.wait}self.{callback.name}({self._arguments(callback)})"
            if callback.shape.kind == "event":
                rest = call
                continue
            word = "elif" if seen and not any(_overlap(callback, s) for s in seen) else "if"
            if word == "if":
                seen = []
            seen.append(callback)
            test = _test_text(callback, f"{indent}{word} ", indent, self.r.limit)
            lines += f"{indent}{word} {test}:".split("\n")
            lines += [f"{indent}{self.unit}{line}" for line in self._first(callback)]
            if callback.shape.kind == IMAGE:
                lines += self._images(call, indent + self.unit)
                continue
            if callback.name and not (callback.name == "on_text_created" and self.handler.begins):
                lines.append(_call_text(f"{back}{call}", indent + self.unit, self.r.limit))
        for found in lifted(self.handler):
            lines += self._test(indent, "elif" if seen else "if", found.test("event"))
            call = f"{self.wait}self.{NOTING}(event.annotation)"
            lines.append(f"{indent}{self.unit}{back}{call}")
        if rest is not None:
            lines += self._test(indent, "elif" if seen else "if", new_kinds("event"))
            lines.append(f"{indent}{self.unit}{back}{rest}")
        return lines or [f"{indent}pass"]

    def _told_of_calls(self) -> bool:
        """Whether a callback gets the arguments of function calls piece by piece."""
        own = {c for m in self.handler.methods.values() for c in m.callbacks}
        return any(c.shape.kind == CALL for c in own)

    def _images(self, call: str, indent: str) -> list[str]:
        """The loop over the files that a text names, whose images a callback gets."""
        tests = (
            'note.type == "container_file_citation"',
            f"note.filename.lower().endswith({SUFFIXES})",
        )
        code = Brackets("", (Item(tests[0]), Item(tests[1], "and ")), commas=False)
        inner = indent + self.unit
        return [
            f"{indent}for note in event.part.annotations:",
            *self._test(inner, "if", code),
            f"{inner}{self.unit}{call}",
        ]

    def _current(self, indent: str) -> list[str]:
        """What keeps the response whose events come, where the class reads it."""
        reads = [n for n in self.handler.current if not self._is_gone(n)]
        if not reads and not self.handler.final:
            return []
        parents = self.work.tree.parents
        ids = all(getattr(parents.get(n), "attr", "") in ("id", "thread_id") for n in reads)
        first = ids and not self.handler.final
        shape = replace(RUN, types=RUN.types[:1]) if first else RUN
        kept = f"{indent}{self.unit}self.{CURRENT} = event.response"
        return [*self._test(indent, "if", condition("event", (shape,))), kept]

    def _is_gone(self, node: ast.Attribute) -> bool:
        """Whether a read of the run is not in the new code."""
        for above in self.work.tree.ancestors(node):
            if isinstance(above, ast.Attribute):
                continue
            call = self.work.tree.parents.get(above)
            site = self.work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
            if isinstance(above, ast.keyword) and site is not None and site.operation in _SUBMITS:
                gone = ("run_id", "thread_id") if self.handler.responds else ("run_id",)
                return above.arg in gone
            break
        outer = self.work.tree.parents.get(node)
        return isinstance(outer, ast.Attribute) and CURRENT not in self.r.text(outer)

    def _callbacks(self) -> list[Callback]:
        """Those of the class, in the order in which one event calls them."""
        handler = self.handler
        own = {c for m in handler.methods.values() for c in m.callbacks}
        found = [c for c in (*CALLBACKS[handler.surface], *WITH_NOTES.values()) if c in own]
        names = {c.name for c in found}
        first = 1 if "on_event" in names else 0
        if handler.sums and "on_text_created" not in names:
            found.insert(first, _BEGIN)
        pieces = {"on_text_delta", "on_message_delta"} & names
        if handler.begins and not pieces:
            found.insert(found.index(_named("on_text_created")) + 1, _PIECE)
        return found

    def _first(self, callback: Callback) -> list[str]:
        """What is done about the state of a text before a callback is called."""
        handler, lines = self.handler, []
        if callback.name == "on_text_created" or callback is _BEGIN:
            if handler.sums:
                lines.append(f'{self.state}text = ""')
            if handler.begins:
                lines.append(f"{self.state}begins = True")
        if callback is self._adds():
            if handler.begins:
                lines += [
                    f"if {self.state}begins:",
                    f"{self.unit}{self.state}begins = False",
                    f"{self.unit}{self.wait}self.on_text_created(event.delta)",
                ]
            if handler.sums:
                lines.append(f"{self.state}text += event.delta")
        return lines

    def _adds(self) -> Callback | None:
        """The first callback that a piece of a text calls."""
        return next((c for c in self._callbacks() if c.shape == DELTA), None)

    def _arguments(self, callback: Callback) -> str:
        text = ", ".join(callback.arguments)
        for name in ("ResponseCodeInterpreterToolCall",):
            if f"{name}(" in text:
                self.r.imports.need(_RESPONSES, name)
        if callback.name in self.handler.sums:
            text = f"{text}, {self.state}text"
        return text

    def _test(self, indent: str, word: str, code: Code) -> list[str]:
        prefix = f"{indent}{word} "
        limit = self.r.limit
        test = lay_out(code, indent=indent, column=len(prefix), limit=limit, reserve=1)
        return f"{prefix}{test}:".split("\n")


def _named(name: str) -> Callback:
    return next(c for c in CALLBACKS["openai"] if c.name == name)


_BEGIN = replace(_named("on_text_created"), name="", part="")
"""A text begins, which no callback is told of."""
_PIECE = replace(_named("on_text_delta"), name="")
"""A piece of a text comes, which no callback is told of but the one about its beginning."""

_CALL = Shape("call", ("response.output_item.added",), '== "function_call"')


def lifted(handler: Handler) -> list[Lifted]:
    events = [m.events for m in handler.methods.values() if m.events is not None]
    return [found for e in events for found in e.lifted if isinstance(found, Lifted)]


def _overlap(one: Callback, other: Callback) -> bool:
    """Whether one event may call both."""
    if not set(one.shape.types) & set(other.shape.types):
        return False
    pair = {one.shape.kind, other.shape.kind}
    return pair not in ({"message", "step"}, {"message", "tool"}, {"message", "code"})


def _test_text(callback: Callback, prefix: str, indent: str, limit: int) -> str:
    code = condition("event", (callback.shape,), callback.part)
    if isinstance(code, str):
        return code
    text = flat(code)
    assert text is not None
    inner = text[1:-1]
    if len(prefix) + len(inner) + 1 <= limit:
        return inner
    return lay_out(code, indent=indent, column=len(prefix), limit=limit, reserve=1)


def _call_text(text: str, indent: str, limit: int) -> str:
    if len(indent) + len(text) <= limit or not text.endswith("))"):
        return indent + text
    head, _, rest = text[:-2].partition("(")
    maker, _, arguments = rest.partition("(")
    parts = "".join(f"{indent}        {part},\n" for part in arguments.split(", "))
    return f"{indent}{head}(\n{indent}    {maker}(\n{parts}{indent}    )\n{indent})"


__all__ = ["NOTING", "dispatcher", "lifted", "model"]
