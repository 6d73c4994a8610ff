"""``FunctionTool`` and ``ToolSet``: definitions with schemas, and a table of the functions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.functions import unseen
from unspool_rules.engine.functions.kept_sets import is_written_in_place, keep
from unspool_rules.engine.functions.lifting import is_left_out, keep_on_self, lift
from unspool_rules.engine.functions.made import (
    FUNCTION_TOOLS,
    TOOL_SETS,
    additions,
    holders,
    made_by,
    name_of,
)
from unspool_rules.engine.functions.parameters import kept_only
from unspool_rules.engine.functions.sets import functions_of
from unspool_rules.engine.functions.tables import Table
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.said import is_said, say
from unspool_rules.engine.tools.schemas import definition
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out, listing

_ADDED = "the tool set gets something that is not made in view"


class Tools:
    """What the file makes of tool objects: who offers which functions, and where they are run."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.tree = work.tree
        self.tables: list[Table] = []
        self.kept: set[ast.Call] = set()
        """Tool sets that stay as lists."""
        self.called = False
        """Whether a loop of the new program calls the functions."""

    def table(self, node: ast.expr) -> Table | None:
        """The functions that a tool, a tool set or a plain set stands for; None when it blocks."""
        made = made_by(self.work, node)
        name = class_name(self.work, made) if made is not None else None
        if made is not None and name in FUNCTION_TOOLS:
            return self._of_tool(made)
        if made is not None and name in TOOL_SETS:
            for tool in self.members(made):
                if name_of(self.work, tool) in FUNCTION_TOOLS:
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
        elif not isinstance(statement, ast.Expr) and not (
            isinstance(target, ast.Attribute) and lift(self.work, table, made)
        ):
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

    def members(self, made: ast.Call) -> list[ast.expr]:
        """What is added to a tool set."""
        return [call.args[0] for call in additions(self.work, made)]

    # -- definitions -------------------------------------------------------------------------------

    def definitions(self, made: ast.Call, place: ast.expr, typed: bool) -> Writer | None:
        """The tools that a ``FunctionTool`` stands for, where its definitions are read."""
        table = self._of_tool(made)
        if table is None or not self._settle(made, table):
            return None
        if table.functions.unseen:
            if not self.reaches(table, place):
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
        literal = made_by(self.work, node)
        if literal is not None and class_name(self.work, literal) in FUNCTION_TOOLS:
            return self.definitions(literal, node, typed)  # it has ``definitions``, too
        if literal is None or class_name(self.work, literal) not in TOOL_SETS:
            self.work.block(node, _ADDED)
            return None
        if not is_written_in_place(self.work, node, literal):
            return self._kept(node, literal, typed, other)
        if not self._settle_set(node, literal):
            return None
        writers: list[Writer] = []
        for member in self.members(literal):
            writer = self._member(member, node, typed, other)
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

    def _member(
        self,
        member: ast.expr,
        place: ast.expr,
        typed: bool,
        other: Callable[[ast.expr], Writer | None],
    ) -> Writer | None:
        """A tool that is added to a tool set, or several functions."""
        made = made_by(self.work, member)
        if made is None:
            self.work.block(member, _ADDED)
            return None
        if class_name(self.work, made) in FUNCTION_TOOLS:
            return self.definitions(made, place, typed)
        return other(member)

    def _kept(
        self,
        node: ast.expr,
        made: ast.Call,
        typed: bool,
        other: Callable[[ast.expr], Writer | None],
    ) -> Writer | None:
        """A tool set that stays as a list: tools are appended to it where they were added."""
        if made not in self.kept:
            self.kept.add(made)
            if not keep(self.work, made, typed):
                return None
            for call in additions(self.work, made):
                writer = self._member(call.args[0], call.args[0], typed, other)
                if writer is None:
                    return None
                self._append(call, writer)
        return lambda r: r.code(node)

    def _append(self, call: ast.Call, writer: Writer) -> None:
        func, statement = call.func, self.tree.statement(call)
        assert isinstance(func, ast.Attribute)
        holder = func.value
        own = next((t for t in self.tables if t.statement is statement), None)

        def write(r: Rendering) -> Code:
            code = writer(r)
            if not _is_list(code):
                return Brackets(f"{r.operand(holder)}.append", (Item(code),))
            items = code.items if isinstance(code, Brackets) else ()
            one = items[0].value if len(items) == 1 else None
            if isinstance(one, str) and one.startswith("*"):
                return Brackets(f"{r.operand(holder)}.extend", (Item(one[1:]),))
            if one is not None:
                return Brackets(f"{r.operand(holder)}.append", (Item(one),))
            return Brackets(f"{r.operand(holder)}.extend", (Item(code),))

        self.work.replace(call, write)
        if own is None:
            return

        def lines(r: Rendering) -> list[str]:
            indent = len(r.tree.indent(statement))
            added = lay_out(write(r), indent="", column=0, limit=r.limit - indent)
            table = self._is_run() or own.functions.unseen
            above = own.lines(r) if table else r.comments_within(r.lines_span(statement))
            return [*above, *added.split("\n")]

        self.work.plan.rewritten[statement] = lines

    def settle(self, node: ast.expr, table: Table) -> bool:
        """Plan what becomes of a tool, or of a tool set and its tool."""
        made = made_by(self.work, node)
        if made is not None and class_name(self.work, made) in TOOL_SETS:
            if is_written_in_place(self.work, node, made) and not self._settle_set(node, made):
                return False
            tools = (made_by(self.work, member) for member in self.members(made))
            made = next(
                (t for t in tools if t and class_name(self.work, t) in FUNCTION_TOOLS), made
            )
        if made is not None and class_name(self.work, made) in FUNCTION_TOOLS:
            return self._settle(made, table)
        return True

    def reaches(self, table: Table, place: ast.AST) -> bool:
        """Whether the table can be named at a place, if need be after it was put elsewhere."""
        if self.sees(table, place) or lift(self.work, table, place):
            return True
        return keep_on_self(self.work, table, place)

    def sees(self, table: Table, place: ast.AST) -> bool:
        """Whether the table's name means the table at a place."""
        if table.lifted is not None:
            return lift(self.work, table, place)
        if table.attribute is not None:
            return keep_on_self(self.work, table, place)
        if is_left_out(self.tree, table.statement, place):
            return False
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
        elif table.lifted is not None and not all(map(self._is_known, holders(self.work, made))):
            self.work.block(made, "the tool object is used for something else, too")
            return False
        if self._stays_added(made):
            return True
        if not self.work.alone(table.statement):
            self.work.block(table.statement, "the statement shares its line with another")
            return False
        if self._is_run() or table.functions.unseen:
            self.work.plan.rewritten[table.statement] = table.lines
        else:
            self.work.remove(table.statement)
        return True

    def _stays_added(self, made: ast.Call) -> bool:
        """Whether a tool is made where it is added to a set that stays as a list."""
        call = self.tree.parents.get(made)
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            return False
        owner = made_by(self.work, call.func.value) if call.func.attr == "add" else None
        return owner is not None and not is_written_in_place(self.work, call.func.value, owner)

    def _settle_set(self, node: ast.expr, made: ast.Call) -> bool:
        variable = self.work.variable_of(node)
        if variable is None or len(self.work.facts.scopes.bindings(variable)) != 1:
            self.work.block(node, "the tool set is not kept in one variable")
            return False
        for use in self.work.facts.scopes.uses(variable):
            if not isinstance(use.ctx, ast.Load):
                continue
            if self._shows(use, made):
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

    def _shows(self, use: ast.expr, made: ast.Call) -> bool:
        """Let a tool set without functions show its tools."""
        members = self.members(made)
        named = all(isinstance(m, ast.Name) for m in members)
        if not named or not is_said(self.work, use) or offers_functions(self.work, use):
            return False
        say(self.work, use, members)
        return True

    def _is_known(self, use: ast.expr) -> bool:
        """Whether a use of a tool object is one that is migrated."""
        if not isinstance(getattr(use, "ctx", ast.Load()), ast.Load):
            return True
        if is_said(self.work, use):
            return False
        parent = self.tree.parents.get(use)
        if isinstance(parent, ast.Attribute):
            return parent.attr in (
                "add",
                "definitions",
                "resources",
                "execute",
                "execute_tool_calls",
            )
        name: str | None = None
        if isinstance(parent, ast.keyword):
            name, parent = parent.arg, self.tree.parents.get(parent)
        if not isinstance(parent, ast.Call):
            return False
        site = self.work.facts.by_call.get(parent)
        if name == "tools":
            defined = isinstance(use, ast.Attribute) and use.attr == "definitions"
            return site in self.work.plan.sites and (defined or site.operation == "functions.auto")
        if name not in (None, "toolset", "tool"):
            return False
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
    return work.once(Tools)


def offers_functions(work: Work, node: ast.expr) -> bool:
    """Whether something given for functions may have some: a tool set can be without."""
    made = made_by(work, node)
    if made is None or class_name(work, made) not in TOOL_SETS:
        return True
    return any(name_of(work, member) in FUNCTION_TOOLS for member in tools(work).members(made))
