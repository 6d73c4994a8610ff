"""``FunctionTool`` and ``ToolSet``: definitions with schemas, and a table of the functions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from unspool_rules.engine.constructed import class_name
from unspool_rules.engine.functions import unseen
from unspool_rules.engine.functions.parameters import kept_only
from unspool_rules.engine.functions.sets import functions_of
from unspool_rules.engine.functions.tables import Table
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.schemas import definition
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Brackets, Code, Item, listing

FUNCTION_TOOLS = ("FunctionTool", "AsyncFunctionTool")
TOOL_SETS = ("ToolSet", "AsyncToolSet")
_ADDED = "the tool set gets something that is not made in view"


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
        statement = self.tree.statement(made)
        awaited = class_name(self.work, made) == "AsyncFunctionTool"
        table = Table(functions_of(self.work, given[0]), statement, awaited=awaited)
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
        table = Table(functions_of(self.work, node), statement)
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

    def definitions(self, made: ast.Call, place: ast.expr, typed: bool) -> Writer | None:
        """The tools that a ``FunctionTool`` stands for, where its definitions are read."""
        table = self._of_tool(made)
        if table is None or not self._settle(made, table):
            return None
        if table.functions.unseen:
            if not self.sees(table, place):
                self.work.block(place, "the functions are not at hand where the agent is made")
                return None
            return lambda r: unseen.definitions(r, table.name(r), typed=typed)
        described = table.functions.described

        def write(r: Rendering) -> Code:
            head = r.model("FunctionTool") if typed else None
            return listing(definition(d, head) for d in described)

        return write

    def set_definitions(
        self, node: ast.expr, typed: bool, other: Callable[[ast.expr], Writer | None]
    ) -> Writer | None:
        """The tools of a tool set.

        Args:
            other: plans a tool that offers no functions.
        """
        literal = self.work.literal_of(node)
        if class_name(self.work, literal) not in TOOL_SETS or not isinstance(literal, ast.Call):
            self.work.block(node, _ADDED)
            return None
        if not self._settle_set(node, literal):
            return None
        writers: list[Writer] = []
        for member in self.members(node):
            made = self.work.literal_of(member)
            name = class_name(self.work, made)
            writer = None
            if name in FUNCTION_TOOLS and isinstance(made, ast.Call):
                writer = self.definitions(made, node, typed)
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
        return home is here or home.node is self.tree.module_of(place)

    # -- what becomes of the objects ---------------------------------------------------------------

    def _settle(self, made: ast.Call, table: Table) -> bool:
        """Plan the statement that makes a tool: a table of its functions, or nothing."""
        variable = table.variable
        if variable is not None:
            bindings = self.work.facts.scopes.bindings(variable)
            if len(bindings) != 1:
                self.work.block(made, "the tool's variable is bound more than once")
                return False
            for use in self.work.facts.scopes.uses(variable):
                if not isinstance(use.ctx, ast.Load) or self._is_known(use):
                    continue
                if not kept_only(self.work, use):
                    self.work.block(use, "the tool object is used for something else, too")
                    return False
                self.called = True
        if not self.work.alone(table.statement):
            self.work.block(table.statement, "the statement shares its line with another")
            return False
        if self._is_run() or table.functions.unseen:
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
