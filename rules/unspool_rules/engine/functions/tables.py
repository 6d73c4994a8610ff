"""The variable that holds functions by name, and the calls made through it."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.functions.sets import SETS, Functions
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out, mapping


@dataclass(eq=False, slots=True)
class Table:
    """The variable that holds the functions by name."""

    functions: Functions
    statement: ast.stmt
    variable: Variable | None = None
    """The legacy tool's variable, whose name it takes over."""
    awaited: bool = False
    """Whether the legacy tool awaited the results of coroutine functions."""
    named: tuple[Rendering, str] | None = None
    lifted: ast.stmt | None = None
    """The statement of the module that it is put after, to be at hand in every function."""

    attribute: str | None = None
    """``self.functions``, where it is kept on the object whose methods need it."""

    @property
    def asynchronous(self) -> bool:
        """Whether some of the functions are, or may be, coroutine functions."""
        return bool(self.functions.asynchronous) or (self.functions.unseen and self.awaited)

    @property
    def all_asynchronous(self) -> bool:
        names = {d.name for d in self.functions.described}
        return bool(names) and self.functions.asynchronous == names

    @property
    def plain(self) -> bool:
        """Whether a result is at hand when the function returns."""
        return self.all_asynchronous or not self.asynchronous

    def name(self, r: Rendering) -> str:
        if self.lifted is not None:
            return r.made_at("agent_functions", r.module.body[0])
        if self.attribute is not None:
            return self.attribute
        if self.variable is not None:
            return self.variable.name
        if self.named is None or self.named[0] is not r:
            self.named = (r, r.fresh("functions", self.statement))
        return self.named[1]

    def lines(self, r: Rendering) -> list[str]:
        """What stands in the place of the tool: ``functions = {"get_weather": get_weather}``."""
        comments = r.comments_within(r.lines_span(self.statement))
        return comments if self.lifted is not None else [*comments, *self.made(r, self.statement)]

    def made(self, r: Rendering, place: ast.stmt) -> list[str]:
        """The table, written at a place."""
        literal, source = self.functions.literal, self.functions.source
        code: Code
        if literal is source and isinstance(literal, SETS):
            pairs = zip(self.functions.described, literal.elts, strict=True)
            code = Brackets(
                f"{self.name(r)} = ",
                tuple(Item(r.text(e), f'"{d.name}": ') for d, e in pairs),
                "{",
                "}",
            )
        else:
            clauses = (
                Item("function", "function.__name__: "),
                Item(r.text(source), "for function in "),
            )
            code = Brackets(f"{self.name(r)} = ", clauses, "{", "}", commas=False)
        indent = r.tree.indent(place)
        return lay_out(code, indent="", column=0, limit=r.limit - len(indent)).split("\n")


def guarded(
    r: Rendering, table: Table, call: str, target: str, *, text: bool, width: int
) -> list[str]:
    """Run the function of a call; what it raises goes to the model, as the SDK saw to it.

    Args:
        text: whether the result is made a string.
        width: columns that are left for a line.
    """
    r.imports.need_module("json")
    wait = "await " if table.all_asynchronous else ""
    run: Code = Brackets(
        f"{wait}{table.name(r)}[{call}.name]", (Item(f"json.loads({call}.arguments)", "**"),)
    )
    mixed = table.asynchronous and not table.all_asynchronous
    if text and not mixed:
        run = Brackets(f"{target} = str", (Item(run),))
    else:
        assert isinstance(run, Brackets)
        run = Brackets(f"{target} = {run.head}", run.items)
    assigned = lay_out(run, indent="", column=0, limit=width - 4)
    error = local(r, "error", table.statement)
    lines = ["    " + line for line in assigned.split("\n")]
    if mixed:
        r.imports.need_module("inspect")
        lines += [
            f"    if inspect.isawaitable({target}):",
            f"        {target} = await {target}",
        ]
    message = f"f\"Error executing function '{{{call}.name}}': {{{error}}}\""
    told = Brackets(f"{target} = json.dumps", (Item(mapping([("error", message)])),))
    failed = lay_out(told, indent="", column=0, limit=width - 4).split("\n")
    return [
        "try:",
        *lines,
        f"except Exception as {error}:",
        *("    " + line for line in failed),
    ]


def answers(
    r: Rendering, table: Table, source: str, outputs: str, place: ast.AST, *, filtered: bool
) -> list[str]:
    """Run the functions of all calls, and collect their outputs."""
    item = r.imports.need("openai.types.responses", "ResponseInputItemParam")
    call, result = local(r, "call", place), local(r, "result", place)
    indent = r.tree.indent(r.tree.statement(place))
    width = r.limit - len(indent) - (12 if filtered else 4)
    given = result if table.plain else f"str({result})"
    append = Brackets(
        f"{outputs}.append",
        (
            Item(
                mapping(
                    [
                        ("type", '"function_call_output"'),
                        ("call_id", f"{call}.call_id"),
                        ("output", given),
                    ]
                )
            ),
        ),
    )
    body = [
        *guarded(r, table, call, result, text=table.plain, width=width),
        *lay_out(append, indent="", column=0, limit=width).split("\n"),
    ]
    if filtered:
        body = [f'if {call}.type == "function_call":', *("    " + line for line in body)]
    return [
        f"{outputs}: list[{item}] = []",
        f"for {call} in {source}:",
        *("    " + line for line in body),
    ]


def counter(r: Rendering) -> str:
    """A name for a number that nothing reads; ``_`` may be a function that translates."""
    called = (n.func for n in r.tree.nodes if isinstance(n, ast.Call))
    translates = any(isinstance(f, ast.Name) and f.id == "_" for f in called)
    return "_round" if translates else "_"


def local(r: Rendering, wanted: str, place: ast.AST) -> str:
    """A name for a helper variable; those of other such loops are used again."""
    scope = r.facts.scopes.scope_of(place)
    if any(isinstance(n, ast.Name) and n.id == wanted for n in ast.walk(scope.node)) or (
        r.facts.scopes.visible(wanted, scope)
    ):
        return r.fresh(wanted, place)
    return wanted
