"""Function calls of streamed runs: one stream after the other, with the outputs in between."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from dataclasses import replace

from unspool_rules.catalogue.events import Shape
from unspool_rules.engine.functions.tables import answers, counter, local
from unspool_rules.engine.operations.tool_calls.automatic import Automatic
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.conditions import condition
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.engine.tool_calls.outputs import Outputs
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item, flat, lay_out

RETRIES = 10
"""How often the SDK handed in outputs that told of errors, unless it was told otherwise."""
_CALL = Shape("call", ("response.output_item.done",), '== "function_call"')
ATTRIBUTE = "pending"
"""What outputs that the next stream begins with are called."""
_APPROVALS = "approvals of MCP calls are `mcp_approval_response` items now"
_FIRST = frozenset({"additional_messages", "additional_instructions", "tool_choice"})
"""What only the first request of a run has; at OpenAI each one has the instructions."""


class StreamRounds(ABC):
    """The loop around a stream after which another one may follow."""

    def __init__(self, work: Work, flow: Flow, outputs: str) -> None:
        """Plan the loop; blockers where the stream cannot stand in one.

        Args:
            outputs: what the list of outputs is called, unless the name is taken.
        """
        self.work = work
        self.flow = flow
        self.site: Site = flow.site
        self._wanted = outputs
        self._names: tuple[Rendering | None, dict[str, str]] = (None, {})
        self._judge()

    def outputs(self, r: Rendering) -> str:
        """The name of the list of what the functions gave."""
        return self._name(r, self._wanted)

    def _name(self, r: Rendering, wanted: str) -> str:
        if self._names[0] is not r:
            self._names = (r, {})
        return self._names[1].setdefault(wanted, local(r, wanted, self.site.func))

    def item(self, r: Rendering) -> Item:
        """The input of a stream: outputs, but for the first one."""
        return Item(f"{self.outputs(r)} or {r.imports.need('openai', 'omit')}", "input=")

    @abstractmethod
    def reads(self, loop: ast.For | ast.AsyncFor, event: str, handler: str = "") -> None:
        """Prepare a loop over the events for calls.

        Args:
            handler: the expression of the handler that gets the events, if any.
        """

    @abstractmethod
    def to_the_end(self, r: Rendering, stream: str) -> list[str]:
        """Statements that read a stream for nothing but the calls."""

    @abstractmethod
    def handled(self, r: Rendering) -> str:
        """What takes the result of a handler that reads a stream to its end."""

    def _judge(self) -> None:
        work, entered = self.work, self.flow.entered
        if entered is None or len(entered.items) != 1 or not work.alone(entered):
            work.block(self.site.anchor, "the stream has no `with` statement of its own")
            return
        once = _FIRST if work.foundry(self.site) else _FIRST - {"additional_instructions"}
        for name in sorted(once):
            if name in self.site.arguments:
                work.block(
                    self.site.arguments[name],
                    f"`{name}` is for the first of several streams only: one follows for each "
                    "round of function calls",
                )
        if len(entered.body) != 1:
            work.block(
                entered.body[1], "this is done after each of several streams: move it behind them"
            )
        for node in ast.walk(ast.Module(body=entered.body, type_ignores=[])):
            if isinstance(node, (ast.Constant, ast.JoinedStr)) and node.lineno != node.end_lineno:
                work.block(node, "a string of several lines stands in the loop")
        for loop in self.flow.loops:
            for inner in ast.walk(loop.node):
                if isinstance(inner, ast.Break):
                    work.block(
                        inner, "the loop is left before the answer that follows the function calls"
                    )
        work.plan.rewritten[entered] = self._lines

    def _lines(self, r: Rendering) -> list[str]:
        entered = self.flow.entered
        assert entered is not None
        item = r.imports.need("openai.types.responses", "ResponseInputItemParam")
        limit, r.limit = r.limit, r.limit - 4
        body = r.dedented(entered)
        while body and not body[-1].strip():
            body.pop()
        outputs = self.outputs(r)
        inner = [*body, *self._after(r), f"if not {outputs}:", "    break"]
        r.limit = limit
        return [
            f"{outputs}: list[{item}] = []",
            f"{self._head(r)}:",
            *("    " + line if line.strip() else line for line in inner),
        ]

    @abstractmethod
    def _head(self, r: Rendering) -> str:
        """The statement that repeats: one stream each time."""

    @abstractmethod
    def _after(self, r: Rendering) -> list[str]:
        """Statements behind one stream, after which the outputs are known."""


class Called(StreamRounds):
    """Functions that the SDK called by itself."""

    def __init__(self, work: Work, flow: Flow, functions: Automatic) -> None:
        self.functions = functions
        super().__init__(work, flow, "outputs")
        work.note("functions are called in a loop of the program now, between two streams")

    def calls(self, r: Rendering) -> str:
        """The name of the list of the calls of one stream."""
        return self._name(r, "calls")

    def reads(self, loop: ast.For | ast.AsyncFor, event: str, handler: str = "") -> None:
        inserted = self.work.plan.inserted
        inserted.setdefault(loop, []).append(self._empty)
        inserted.setdefault(loop.body[0], []).append(
            lambda r: "\n".join(collecting(event, self.calls(r), self._room(r, loop.body[0])))
        )

    def to_the_end(self, r: Rendering, stream: str) -> list[str]:
        loop = "async for" if self.site.asynchronous else "for"
        test = flat(condition("event", (_CALL,)))
        assert test is not None
        clauses = (Item("event.item"), Item(stream, f"{loop} event in "), Item(test[1:-1], "if "))
        code = Brackets(f"{self.calls(r)} = ", clauses, "[", "]", commas=False)
        width = self._room(r, self.site.func)
        return lay_out(code, indent="", column=0, limit=width).split("\n")

    def handled(self, r: Rendering) -> str:
        return self.calls(r)

    def _empty(self, r: Rendering) -> str:
        call = r.imports.need("openai.types.responses", "ResponseFunctionToolCall")
        return f"{self.calls(r)}: list[{call}] = []"

    def _room(self, r: Rendering, node: ast.AST) -> int:
        return r.limit - len(r.tree.indent(r.tree.statement(node)))

    def _head(self, r: Rendering) -> str:
        """As many streams as there may be: the first one, and one for each round of outputs."""
        retries = self.functions.retries
        value = retries.value if isinstance(retries, ast.Constant) else RETRIES
        return f"for {counter(r)} in range({(value if isinstance(value, int) else RETRIES) + 1})"

    def _after(self, r: Rendering) -> list[str]:
        outputs, table = self.outputs(r), self.functions.table
        asked = answers(r, table, self.calls(r), outputs, self.site.func, filtered=False)
        return [f"{outputs} = []", *asked[1:]]


class HandedIn(StreamRounds):
    """Outputs that the program handed in while it read the events."""

    def __init__(self, work: Work, flow: Flow) -> None:
        super().__init__(work, flow, ATTRIBUTE)
        work.once(_handed_in)[flow] = self
        if flow.handler is not None:
            flow.handler.hands_in = True
        work.note("outputs of function calls are the input of another stream, which is opened anew")
        self._handler = ""

    def reads(self, loop: ast.For | ast.AsyncFor, event: str, handler: str = "") -> None:
        self._handler = handler
        inserted = self.work.plan.inserted.setdefault(loop, [])
        inserted.append(
            lambda r: f"{handler}.{ATTRIBUTE} = []" if handler else f"{self.outputs(r)} = []"
        )

    def to_the_end(self, r: Rendering, stream: str) -> list[str]:
        loop = "async for" if self.site.asynchronous else "for"
        return [f"{loop} _ in {stream}:", "    pass"]

    def handled(self, r: Rendering) -> str:
        return self.outputs(r)

    def _head(self, r: Rendering) -> str:
        return "while True"

    def _after(self, r: Rendering) -> list[str]:
        return [f"{self.outputs(r)} = {self._handler}.{ATTRIBUTE}"] if self._handler else []


def _handed_in(_: Work) -> dict[Flow, HandedIn]:
    return {}


def submits_of(work: Work, flow: Flow) -> list[Site]:
    """The submissions whose further streams are read like a stream itself."""
    return [
        site
        for site in work.plan.sites
        if site.operation == "run.submit_stream" and _goes_on(continues(work, site), flow)
    ]


def _goes_on(found: Flow | None, flow: Flow) -> bool:
    """Whether it is this flow, or another one of the same handler class."""
    if found is None:
        return False
    return found is flow or (found.handler is not None and found.handler is flow.handler)


def continues(work: Work, site: Site) -> Flow | None:
    """The flow that a submission puts a further stream behind."""
    given = site.arguments.get("event_handler")
    if not isinstance(given, ast.Name) or not site.azure:
        return None
    for flow in work.facts.flows.values():
        if flow.site is site:
            continue
        here = work.tree.function(site.func) is work.tree.function(flow.site.func)
        if given in flow.names and here:
            return flow
        if flow.handler is not None and is_self(work, given):
            if work.tree.owner(site.func) is flow.handler.node:
                return flow
    return None


def is_self(work: Work, node: ast.Name) -> bool:
    """Whether a name is the first parameter of the method that it stands in."""
    function = work.tree.function(node)
    return isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) and [
        a.arg for a in (*function.args.posonlyargs, *function.args.args)[:1]
    ] == [node.id]


def hand_in(work: Work, site: Site) -> bool:
    """Plan a submission in the code that reads the stream: its outputs are kept for the next one.

    Returns:
        False when it is something else.
    """
    flow = continues(work, site)
    if flow is None:
        return False
    outputs, run_id = work.take(site, "tool_outputs"), work.take(site, "run_id")
    work.take(site, "event_handler")
    thread = work.take(site, "thread_id")
    work.refuse(site, {"tool_approvals": _APPROVALS, "body": "a raw body has the old shape"})
    statement = work.tree.statement(site.anchor)
    outer = work.outer(site)
    if outputs is None or run_id is None or thread is None:
        work.block(site.anchor, "thread, run and outputs are not all given by name or position")
        return True
    if not (isinstance(statement, ast.Expr) and statement.value is outer):
        work.block(site.anchor, "the call is part of another expression")
        return True
    work.plan.acts = True
    for value in (thread, run_id):
        work.claimed.update(n for n in ast.walk(value) if isinstance(n, ast.expr))
    Outputs(work).take(outputs)
    work.transport(site)
    if not work.alone(statement):
        work.block(statement, "the statement shares its line with another")

    def lines(r: Rendering) -> list[str]:
        target = f"self.{ATTRIBUTE}"
        if flow.handler is None:
            target = work.once(_handed_in)[flow].outputs(r)
        width = r.limit - len(r.tree.indent(statement))
        code = r.code(outputs)
        text = f"{target} = {code}"
        if isinstance(code, Brackets):
            kept = replace(code, head=f"{target} = {code.head}")
            text = lay_out(kept, indent="", column=0, limit=width)
        spared = [r.tree.span(outputs)]
        return [*r.comments_within(r.lines_span(statement), spared), *text.split("\n")]

    work.plan.rewritten[statement] = lines
    return True


def collecting(event: str, calls: str, width: int) -> list[str]:
    """Statements that keep an event's item when it is a function call."""
    test = condition(event, (_CALL,))
    text = flat(test)
    assert text is not None
    head = f"if {text[1:-1]}:"
    if len(head) > width:
        head = f"if {lay_out(test, indent='', column=3, limit=width, reserve=1)}:"
    return [*head.split("\n"), f"    {calls}.append({event}.item)"]
