"""``FunctionTool`` and ``ToolSet``: definitions with schemas, and a table of the functions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from unspool_rules.engine.content import class_name
from unspool_rules.engine.facts import Facts, Site
from unspool_rules.engine.foreign import Reader
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.schemas import Described, FunctionNode, definition, describe
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Class, UserFunction
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out, listing, mapping
from unspool_rules.syntax.scopes import How, Variable

FUNCTION_TOOLS = ("FunctionTool", "AsyncFunctionTool")
TOOL_SETS = ("ToolSet", "AsyncToolSet")
_SETS = (ast.Set, ast.List, ast.Tuple)
STREAMED = (
    "the SDK called the functions while streaming: collect the `function_call` items of the "
    "stream, and open a further stream with their outputs"
)
_PARTIAL = (
    ast.Lambda,
    ast.BoolOp,
    ast.IfExp,
    ast.comprehension,
    ast.ListComp,
    ast.GeneratorExp,
    ast.SetComp,
    ast.DictComp,
)
"""Expressions whose parts run at other times than the statement, or not at all."""
_ADDED = "the tool set gets something that is not made in view"
RUN = ("run.process", "thread_run.process", "run.stream", "run.submit_stream")
"""Operations during which the SDK called functions by itself."""
Write = Callable[[Rendering], Code]


@dataclass(eq=False, slots=True)
class Functions:
    """A set of functions that a tool offers."""

    source: ast.expr
    """The set itself, or what the file calls it."""
    described: list[Described] = field(default_factory=list)
    asynchronous: set[str] = field(default_factory=set)
    """Names of those that are coroutine functions."""
    literal: ast.expr | None = None
    """The set's display, when it stands in the file."""

    def add(self, node: FunctionNode, *, bound: bool, lazy: bool) -> None:
        self.described.append(describe(node, bound=bound, lazy=lazy))
        if isinstance(node, ast.AsyncFunctionDef):
            self.asynchronous.add(node.name)


def functions_of(work: Work, node: ast.expr) -> Functions | None:
    """Read a set of functions; None when it blocks."""
    found = Functions(node)
    literal = node
    for _ in range(5):
        if isinstance(literal, ast.Call) and _called(literal) in ("set", "frozenset"):
            if len(literal.args) != 1:
                break
            literal = literal.args[0]
            continue
        variable = work.variable_of(literal)
        if variable is None:
            break
        bindings = work.facts.scopes.bindings(variable)
        if any(b.how is How.IMPORT for b in bindings):
            read = _from_elsewhere(work, literal, found, "these functions come")
            return found if read else None
        inner = work.literal_of(literal)
        if inner is literal or not _only_read(work, variable):
            break
        literal = inner
    if not isinstance(literal, _SETS):
        work.block(node, "the set of functions is not given in place")
        return None
    found.literal = literal
    for element in literal.elts:
        if not _element(work, element, found):
            return None
    return found


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _from_elsewhere(work: Work, node: ast.expr, found: Functions, what: str) -> bool:
    """Read functions that an import brings; block when their source is not in view."""
    variable = work.variable_of(node)
    for binding in work.facts.scopes.bindings(variable) if variable is not None else ():
        statement, alias = binding.statement, binding.node
        if not (isinstance(statement, ast.ImportFrom) and isinstance(alias, ast.alias)):
            continue
        functions = Reader(work.facts.resolver).functions(statement, alias.name)
        module = "." * statement.level + (statement.module or "")
        if functions is None:
            work.block(
                node,
                f"{what} from another file (`from {module} import {alias.name}`): schemas are made "
                "from the functions' source, which is not in view",
            )
            return False
        work.note(f"the schemas are those of the functions in `{module}` as they are now")
        for function in functions:
            found.add(function.node, bound=False, lazy=function.lazy)
        return True
    work.block(node, f"{what} from another file: schemas are made from the functions' source")
    return False


def _only_read(work: Work, variable: Variable) -> bool:
    """Whether nothing is added to the set later."""
    for use in work.facts.scopes.uses(variable):
        parent = work.tree.parents.get(use)
        if isinstance(parent, ast.Attribute) or isinstance(use.ctx, ast.Del):
            return False
    return True


def _element(work: Work, node: ast.expr, found: Functions) -> bool:
    variable = work.variable_of(node)
    if variable is not None and any(
        b.how is How.IMPORT for b in work.facts.scopes.bindings(variable)
    ):
        count = len(found.described)
        if not _from_elsewhere(work, node, found, f"`{ast.unparse(node)}` comes"):
            return False
        if len(found.described) != count + 1:
            work.block(node, "the function's definition is not in view")
            return False
        return True
    known = [t for t in work.infer.of(node) if isinstance(t, UserFunction)]
    if len(known) != 1 or isinstance(known[0].node, ast.Lambda):
        work.block(node, "the function's definition is not in view")
        return False
    function: FunctionNode = known[0].node
    if function.decorator_list and any(
        ast.unparse(d) not in ("staticmethod", "classmethod") for d in function.decorator_list
    ):
        work.note(f"the schema of `{function.name}` is that of the function below its decorators")
    found.add(function, bound=known[0].bound, lazy=_is_lazy(work))
    return True


def _is_lazy(work: Work) -> bool:
    return any(
        isinstance(s, ast.ImportFrom)
        and s.module == "__future__"
        and any(a.name == "annotations" for a in s.names)
        for s in work.tree.module.body
    )


# -- tables ----------------------------------------------------------------------------------------


@dataclass(eq=False, slots=True)
class Table:
    """The variable that holds the functions by name."""

    functions: Functions
    statement: ast.stmt
    variable: Variable | None = None
    """The legacy tool's variable, whose name it takes over."""
    named: tuple[Rendering, str] | None = None

    @property
    def all_asynchronous(self) -> bool:
        return self.functions.asynchronous == {d.name for d in self.functions.described}

    @property
    def plain(self) -> bool:
        """Whether a result is at hand when the function returns."""
        return self.all_asynchronous or not self.functions.asynchronous

    def name(self, r: Rendering) -> str:
        if self.variable is not None:
            return self.variable.name
        if self.named is None or self.named[0] is not r:
            self.named = (r, r.fresh("functions", self.statement))
        return self.named[1]

    def lines(self, r: Rendering) -> list[str]:
        """``functions = {"get_weather": get_weather}``."""
        literal, source = self.functions.literal, self.functions.source
        code: Code
        if literal is source and isinstance(literal, _SETS):
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
        indent = r.tree.indent(self.statement)
        text = lay_out(code, indent="", column=0, limit=r.limit - len(indent))
        return [*r.comments_within(r.lines_span(self.statement)), *text.split("\n")]


class Tools:
    """What the file makes of tool objects: who offers which functions, and where they are run."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.tree = work.tree
        self.tables: list[Table] = []
        self.called = False
        """Whether a loop of the new program calls the functions."""

    def table(self, node: ast.expr) -> Table | None:
        """The functions that a tool, a tool set or a plain set stands for; None when it blocks."""
        literal = self.work.literal_of(node)
        name = class_name(self.work, literal)
        if name in FUNCTION_TOOLS and isinstance(literal, ast.Call):
            return self._of_tool(literal)
        if name in TOOL_SETS and isinstance(literal, ast.Call):
            for tool in self.members(node):
                inner = self.work.literal_of(tool)
                if class_name(self.work, inner) in FUNCTION_TOOLS:
                    return self.table(tool)
            self.work.block(node, "this tool set has no functions")
            return None
        return self._of_set(node)

    def _of_tool(self, made: ast.Call) -> Table | None:
        for known in self.tables:
            if known.statement is self.tree.statement(made):
                return known
        given = [*made.args, *(k.value for k in made.keywords if k.arg == "functions")]
        if len(given) != 1:
            self.work.block(made, "the functions of the tool are not given in place")
            return None
        functions = functions_of(self.work, given[0])
        if functions is None:
            return None
        statement = self.tree.statement(made)
        table = Table(functions, statement)
        parent = self.tree.parents.get(made)
        target: ast.expr | None = None
        if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
            target = parent.targets[0]
        elif isinstance(parent, ast.AnnAssign):
            target = parent.target
        if isinstance(target, ast.Name):
            table.variable = self.work.variable_of(target)
        elif not isinstance(statement, ast.Expr):
            self.work.block(made, "the tool is not kept in a variable")
            return None
        self.tables.append(table)
        return table

    def _of_set(self, node: ast.expr) -> Table | None:
        """A set given to ``enable_auto_function_calls`` itself."""
        for made in self._made(FUNCTION_TOOLS):
            given = [*made.args, *(k.value for k in made.keywords)]
            if len(given) == 1 and ast.dump(given[0]) == ast.dump(node):
                return self._of_tool(made)
        statement = self.tree.statement(node)
        for known in self.tables:
            if known.statement is statement:
                return known
        functions = functions_of(self.work, node)
        if functions is None:
            return None
        table = Table(functions, statement)
        self.tables.append(table)
        return table

    def _made(self, names: tuple[str, ...]) -> Iterator[ast.Call]:
        for node in self.tree.nodes:
            if isinstance(node, ast.Call) and class_name(self.work, node) in names:
                yield node

    def members(self, node: ast.expr) -> list[ast.expr]:
        """What is added to a tool set."""
        variable = self.work.variable_of(node)
        found: list[ast.expr] = []
        for use in self.work.facts.scopes.uses(variable) if variable is not None else ():
            parent = self.tree.parents.get(use)
            if isinstance(parent, ast.Attribute) and parent.attr == "add":
                call = self.tree.parents.get(parent)
                if isinstance(call, ast.Call) and call.func is parent and len(call.args) == 1:
                    found.append(call.args[0])
        return sorted(found, key=lambda n: self.tree.span(n).start)

    # -- definitions -------------------------------------------------------------------------------

    def definitions(self, made: ast.Call, typed: bool) -> Write | None:
        """The tools that a ``FunctionTool`` stands for."""
        table = self._of_tool(made)
        if table is None or not self._settle(made, table):
            return None
        described = table.functions.described

        def write(r: Rendering) -> Code:
            head = r.model("FunctionTool") if typed else None
            return listing(definition(d, head) for d in described)

        return write

    def set_definitions(
        self, node: ast.expr, typed: bool, other: Callable[[ast.expr], Write | None]
    ) -> Write | None:
        """The tools of a tool set.

        Args:
            other: plans a tool that offers no functions.
        """
        literal = self.work.literal_of(node)
        if class_name(self.work, literal) not in TOOL_SETS or not isinstance(literal, ast.Call):
            self.work.block(node, _ADDED)
            return None
        streams = [
            s
            for s in self.work.plan.sites
            if s.operation.endswith("stream") and ".projects." in s.method.cls
        ]
        if streams and offers_functions(self.work, node):
            self.work.block(streams[0].func, STREAMED)
            return None
        if not self._settle_set(node, literal):
            return None
        writers: list[Write] = []
        for member in self.members(node):
            made = self.work.literal_of(member)
            name = class_name(self.work, made)
            writer = None
            if name in FUNCTION_TOOLS and isinstance(made, ast.Call):
                writer = self.definitions(made, typed)
            elif isinstance(made, ast.Call) and name is not None:
                writer = other(member)
            else:
                self.work.block(member, _ADDED)
            if writer is None:
                return None
            writers.append(writer)

        def write(r: Rendering) -> Code:
            codes = [w(r) for w in writers]
            flat = [
                c.items if _is_list(c) and isinstance(c, Brackets) else (Item(c),) for c in codes
            ]
            return Brackets("", tuple(i for items in flat for i in items), "[", "]")

        return write

    def settle(self, node: ast.expr, table: Table) -> bool:
        """Plan what becomes of a tool, or of a tool set and its tool."""
        literal = self.work.literal_of(node)
        name = class_name(self.work, literal)
        if name in TOOL_SETS and isinstance(literal, ast.Call):
            if not self._settle_set(node, literal):
                return False
            literal = next(
                (
                    made
                    for made in map(self.work.literal_of, self.members(node))
                    if class_name(self.work, made) in FUNCTION_TOOLS
                ),
                literal,
            )
        if class_name(self.work, literal) in FUNCTION_TOOLS and isinstance(literal, ast.Call):
            return self._settle(literal, table)
        return True

    def sees(self, table: Table, place: ast.AST) -> bool:
        """Whether the table's name means the table at a place."""
        scopes = self.work.facts.scopes
        here = scopes.scope_of(place)
        if table.variable is not None:
            return scopes.lookup(table.variable.name, here) == table.variable
        home = scopes.scope_of(table.statement)
        return home is here or home is scopes.module

    # -- what becomes of the objects ---------------------------------------------------------------

    def _settle(self, made: ast.Call, table: Table) -> bool:
        """Plan the statement that makes a tool: a table of its functions, or nothing."""
        needed = self._is_run()
        variable = table.variable
        if variable is not None:
            bindings = self.work.facts.scopes.bindings(variable)
            if len(bindings) != 1:
                self.work.block(made, "the tool's variable is bound more than once")
                return False
            for use in self.work.facts.scopes.uses(variable):
                if isinstance(use.ctx, ast.Load) and not self._is_known(use):
                    self.work.block(use, "the tool object is used for something else, too")
                    return False
        if not self.work.alone(table.statement):
            self.work.block(table.statement, "the statement shares its line with another")
            return False
        if needed:
            self.work.plan.rewritten[table.statement] = table.lines
        else:
            self.work.remove(table.statement)
        return True

    def _settle_set(self, node: ast.expr, made: ast.Call) -> bool:
        variable = self.work.variable_of(node)
        if variable is None or len(self.work.facts.scopes.bindings(variable)) != 1:
            self.work.block(node, "the tool set is not kept in one variable")
            return False
        for use in self.work.facts.scopes.uses(variable):
            if not isinstance(use.ctx, ast.Load):
                continue
            if not self._is_known(use):
                self.work.block(use, "the tool set is used for something else, too")
                return False
            statement = self.tree.statement(use)
            parent = self.tree.parents.get(use)
            if (
                isinstance(parent, ast.Attribute)
                and parent.attr == "add"
                and statement not in self.work.plan.rewritten
            ):
                self.work.remove(statement)
        self.work.remove(self.tree.statement(made))
        return True

    def _is_known(self, use: ast.Name) -> bool:
        """Whether a use of a tool object is one that is migrated."""
        parent = self.tree.parents.get(use)
        if isinstance(parent, ast.Attribute):
            return parent.attr in (
                "add",
                "definitions",
                "resources",
                "execute",
                "execute_tool_calls",
            )
        if isinstance(parent, ast.keyword):
            if parent.arg not in ("toolset", "tool"):
                return False
            parent = self.tree.parents.get(parent)
        if not isinstance(parent, ast.Call):
            return False
        site = self.work.facts.by_call.get(parent)
        if site is not None:
            return site in self.work.plan.sites
        return isinstance(parent.func, ast.Attribute) and parent.func.attr == "add"

    def _is_run(self) -> bool:
        """Whether the program calls the functions itself, or let the SDK call them."""
        sites = self.work.facts.sites
        if any(s.operation == "functions.auto" for s in sites):
            return True
        if self.called:
            return True
        return any(
            isinstance(n, ast.Attribute) and n.attr in ("execute", "execute_tool_calls")
            for n in self.tree.nodes
        )


def _is_list(code: Code) -> bool:
    return isinstance(code, Brackets) and code.open == "[" and not code.head


def bonds(facts: Facts) -> Iterator[tuple[Site, Site]]:
    """Operations that share tool objects, and must change together."""
    shared: dict[Variable, Site] = {}
    automatic = [s for s in facts.sites if s.operation == "functions.auto"]
    for site in facts.sites:
        if automatic and site.azure and site.operation in RUN:
            yield automatic[0], site
        if site in automatic:
            yield automatic[0], site
        for value in site.arguments.values():
            for variable in _tools_in(facts, value, set()):
                if variable in shared:
                    yield shared[variable], site
                else:
                    shared[variable] = site
    for node in facts.tree.nodes:
        if isinstance(node, ast.Attribute) and node.attr in ("execute", "execute_tool_calls"):
            call = facts.tree.parents.get(node)
            if not isinstance(call, ast.Call) or not call.args:
                continue
            origins = [o for a in call.args for o in _origins(facts, a)]
            for variable in _tools_in(facts, node.value, set()):
                if variable in shared:
                    for origin in origins:
                        yield shared[variable], origin


def _origins(facts: Facts, node: ast.expr) -> list[Site]:
    return facts.origins(node)


def _tools_in(facts: Facts, node: ast.expr, seen: set[Variable]) -> Iterator[Variable]:
    """Variables of tool objects that an expression names, tools of named tool sets included."""
    for inner in ast.walk(node):
        if not isinstance(inner, ast.Name):
            continue
        variable = facts.scopes.variable(inner)
        if variable is None or variable in seen:
            continue
        seen.add(variable)
        names = {
            t.name.rpartition(".")[2]
            for b in facts.scopes.bindings(variable)
            if isinstance(b.value, ast.Call)
            for t in facts.infer.of(b.value.func)
            if isinstance(t, Class)
        }
        if not names & {*FUNCTION_TOOLS, *TOOL_SETS}:
            continue
        yield variable
        for use in facts.scopes.uses(variable):
            parent = facts.tree.parents.get(use)
            if isinstance(parent, ast.Attribute) and parent.attr == "add":
                call = facts.tree.parents.get(parent)
                for argument in call.args if isinstance(call, ast.Call) else ():
                    yield from _tools_in(facts, argument, seen)


# -- calling them ----------------------------------------------------------------------------------


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
    mixed = bool(table.functions.asynchronous) and not table.all_asynchronous
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


def local(r: Rendering, wanted: str, place: ast.AST) -> str:
    """A name for a helper variable; those of other such loops are used again."""
    scope = r.facts.scopes.scope_of(place)
    if any(isinstance(n, ast.Name) and n.id == wanted for n in ast.walk(scope.node)) or (
        r.facts.scopes.visible(wanted, scope)
    ):
        return r.fresh(wanted, place)
    return wanted


def tools(work: Work) -> Tools:
    """The tool objects as one component's plan knows them."""
    known = work.memo.get("tools")
    if not isinstance(known, Tools):
        known = Tools(work)
        work.memo["tools"] = known
    return known


def offers_functions(work: Work, node: ast.expr) -> bool:
    """Whether something given for functions may have some: a tool set can be without."""
    if class_name(work, work.literal_of(node)) not in TOOL_SETS:
        return True
    made = [work.literal_of(m) for m in tools(work).members(node)]
    return any(class_name(work, m) in FUNCTION_TOOLS for m in made)


def _owner(work: Work, call: ast.Call, names: tuple[str, ...]) -> ast.expr | None:
    """The tool object whose method is called."""
    func = call.func
    if not isinstance(func, ast.Attribute):
        return None
    literal = work.literal_of(func.value)
    return func.value if class_name(work, literal) in names else None


def execute(work: Work, call: ast.Call, given: ast.expr) -> bool:
    """Plan ``functions.execute(call)``.

    Returns:
        False when the call is something else.
    """
    owner = _owner(work, call, FUNCTION_TOOLS)
    if owner is None or not isinstance(call.func, ast.Attribute) or call.func.attr != "execute":
        return False
    table = tools(work).table(owner)
    if table is None or not tools(work).settle(owner, table):
        return True
    outer: ast.AST = call
    parent = work.tree.parents.get(call)
    if isinstance(parent, ast.Await):
        outer, parent = parent, work.tree.parents.get(parent)
    elif table.functions.asynchronous:
        work.block(call, "the functions are coroutine functions, and their results are not awaited")
        return True
    statement = work.tree.statement(call)
    if not work.alone(statement) or not tools(work).sees(table, call):
        work.block(call, "there is no place here for the code that runs the function")
        return True

    def room(r: Rendering) -> int:
        return r.limit - len(r.tree.indent(statement))

    target: ast.expr | None = None
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        target = parent.targets[0]
    if isinstance(target, ast.Name):
        name = target.id

        def direct(r: Rendering) -> list[str]:
            comments = r.comments_within(r.lines_span(statement))
            return [
                *comments,
                *guarded(r, table, r.operand(given), name, text=False, width=room(r)),
            ]

        work.plan.rewritten[statement] = direct
        return True
    simple = isinstance(statement, (ast.Assign, ast.Expr, ast.Return))
    for above in work.tree.ancestors(call):
        if above is statement:
            break
        if isinstance(above, _PARTIAL):
            simple = False
    if not simple:
        work.block(call, "there is no place here for the code that runs the function")
        return True
    assert isinstance(outer, ast.expr)
    work.replace(outer, lambda r: local(r, "result", call))

    def before(r: Rendering) -> list[str]:
        result = local(r, "result", call)
        lines = guarded(r, table, r.operand(given), result, text=False, width=room(r))
        return [*lines, *r.dedented(statement)]

    work.plan.rewritten[statement] = before
    return True


def execute_all(work: Work, call: ast.Call) -> bool:
    """Plan ``outputs = toolset.execute_tool_calls(calls)``.

    Returns:
        False when the call is something else.
    """
    owner = _owner(work, call, TOOL_SETS)
    if owner is None or len(call.args) != 1:
        return False
    table = tools(work).table(owner)
    if table is None or not tools(work).settle(owner, table):
        return True
    statement = work.tree.statement(call)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    outer = work.tree.parents.get(call)
    value = outer if isinstance(outer, ast.Await) else call
    if (
        not isinstance(statement, ast.Assign)
        or not isinstance(target, ast.Name)
        or statement.value is not value
        or not work.alone(statement)
        or not tools(work).sees(table, call)
    ):
        work.block(call, "there is no place here for the code that runs the functions")
        return True
    if value is not call and len(call.args) == 1:
        work.note("the functions of one response run one after the other, not at the same time")
    calls, name = call.args[0], target.id

    def lines(r: Rendering) -> list[str]:
        comments = r.comments_within(r.lines_span(statement))
        return [*comments, *answers(r, table, r.operand(calls), name, call, filtered=False)]

    work.plan.rewritten[statement] = lines
    return True
