"""Functions that the SDK called while streaming: one stream after the other, calls in between."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.events import Shape
from unspool_rules.engine.facts import Site
from unspool_rules.engine.functions.tables import answers, local
from unspool_rules.engine.operations.automatic import Automatic
from unspool_rules.engine.operations.events import condition
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.streams import Flow
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Brackets, Item, flat, lay_out

RETRIES = 10
"""How often the SDK handed in outputs that told of errors, unless it was told otherwise."""
_CALL = Shape("call", ("response.output_item.done",), '== "function_call"')
_FIRST = ("additional_messages", "additional_instructions", "tool_choice")
"""What only the first request of a run has."""


class StreamRounds:
    """The loop around a stream whose function calls the program answers now."""

    def __init__(self, work: Work, flow: Flow, functions: Automatic) -> None:
        self.work = work
        self.flow = flow
        self.site: Site = flow.site
        self.functions = functions
        self._judge()

    def calls(self, r: Rendering) -> str:
        """The name of the list of the calls of one stream."""
        return local(r, "calls", self.site.func)

    def outputs(self, r: Rendering) -> str:
        """The name of the list of what the functions gave."""
        return local(r, "outputs", self.site.func)

    def item(self, r: Rendering) -> Item:
        """The input of a stream: outputs, but for the first one."""
        return Item(f"{self.outputs(r)} or {r.imports.need('openai', 'omit')}", "input=")

    def collect(self, loop: ast.For | ast.AsyncFor, event: str) -> None:
        """Let a loop over the events keep the calls."""
        inserted = self.work.plan.inserted
        inserted.setdefault(loop, []).append(self._empty)
        inserted.setdefault(loop.body[0], []).append(
            lambda r: "\n".join(collecting(event, self.calls(r), self._room(r, loop.body[0])))
        )

    def listed(self, r: Rendering, stream: str) -> list[str]:
        """A statement that reads a stream to its end for nothing but the calls."""
        loop = "async for" if self.site.asynchronous else "for"
        test = flat(condition("event", (_CALL,)))
        assert test is not None
        clauses = (Item("event.item"), Item(stream, f"{loop} event in "), Item(test[1:-1], "if "))
        code = Brackets(f"{self.calls(r)} = ", clauses, "[", "]", commas=False)
        width = self._room(r, self.site.func)
        return lay_out(code, indent="", column=0, limit=width).split("\n")

    def _empty(self, r: Rendering) -> str:
        call = r.imports.need("openai.types.responses", "ResponseFunctionToolCall")
        return f"{self.calls(r)}: list[{call}] = []"

    def _room(self, r: Rendering, node: ast.AST) -> int:
        return r.limit - len(r.tree.indent(r.tree.statement(node)))

    def _judge(self) -> None:
        """Block where the stream cannot stand in a loop."""
        work, entered = self.work, self.flow.entered
        if entered is None or len(entered.items) != 1 or not work.alone(entered):
            work.block(self.site.anchor, "the stream has no `with` statement of its own")
            return
        for name in _FIRST:
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
        work.note("functions are called in a loop of the program now, between two streams")

    def _lines(self, r: Rendering) -> list[str]:
        entered, site = self.flow.entered, self.site
        assert entered is not None
        item = r.imports.need("openai.types.responses", "ResponseInputItemParam")
        limit, r.limit = r.limit, r.limit - 4
        body = r.dedented(entered)
        asked = answers(
            r, self.functions.table, self.calls(r), self.outputs(r), site.func, filtered=False
        )
        r.limit = limit
        while body and not body[-1].strip():
            body.pop()
        outputs = self.outputs(r)
        inner = [*body, f"{outputs} = []", *asked[1:], f"if not {outputs}:", "    break"]
        return [
            f"{outputs}: list[{item}] = []",
            f"for _ in range({self._number(r)}):",
            *("    " + line if line.strip() else line for line in inner),
        ]

    def _number(self, r: Rendering) -> str:
        """How many streams there may be: the first one, and one for each time outputs go in."""
        retries = self.functions.retries
        value = retries.value if isinstance(retries, ast.Constant) else RETRIES
        return str(value + 1) if isinstance(value, int) else str(RETRIES + 1)


def collecting(event: str, calls: str, width: int) -> list[str]:
    """Statements that keep an event's item when it is a function call."""
    test = condition(event, (_CALL,))
    text = flat(test)
    assert text is not None
    head = f"if {text[1:-1]}:"
    if len(head) > width:
        head = f"if {lay_out(test, indent='', column=3, limit=width, reserve=1)}:"
    return [*head.split("\n"), f"    {calls}.append({event}.item)"]
