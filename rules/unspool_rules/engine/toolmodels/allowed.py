"""Tools of an MCP server that are allowed by and by: a list of the new tool's own.

The definition had the list as it was when the definition was read; it was no part of the resources.
Sources: azure-ai-agents 1.2.0b5 ``models/_patch.py`` (``McpTool.allow_tool``, ``disallow_tool`` and
``allowed_tools``, a copy that is never None); azure-ai-projects 2.10.0 ``models/_models.py``
(``MCPTool.allowed_tools``).
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.models import arguments_of
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item

METHODS = ("allow_tool", "disallow_tool")
_SHOWN = ("print", "len", "str", "repr", "bool", "list", "sorted", "set", "join")
_ABSENT = (
    "whether this tool is allowed by then is not certain: `disallow_tool` raised an error where it "
    "was not"
)
_LAST = "no tool is left where this was the only one: that meant all of them, and means none now"
_KEPT = "the list of allowed tools is handed to the tool and changed with it: give it a copy"
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


@dataclass(frozen=True, slots=True)
class _Change:
    call: ast.Call
    statement: ast.Expr
    tool: ast.expr
    name: ast.expr
    allows: bool


class Allowed:
    """What is done with the allowed tools of one MCP tool."""

    def __init__(self, work: Work, made: ast.Call) -> None:
        self.work = work
        self.tree = work.tree
        self.made = made
        given = arguments_of(made, ("server_label", "server_url", "allowed_tools")) or {}
        self.given = given.get("allowed_tools")
        self.changes: list[_Change] = []
        self.reads: list[ast.Attribute] = []

    def knows(self, node: ast.Attribute) -> bool:
        """Take a read or a change of the list; False where it is used in another way."""
        if node.attr == "allowed_tools":
            self.reads.append(node)
            return self._is_shown(node)
        call = self.tree.parents.get(node)
        statement = self.tree.parents.get(call) if call is not None else None
        if not (isinstance(call, ast.Call) and isinstance(statement, ast.Expr)):
            return False
        given = arguments_of(call, ("tool_name",))
        if given is None or "tool_name" not in given or not self.work.alone(statement):
            return False
        allows = node.attr == "allow_tool"
        self.changes.append(_Change(call, statement, node.value, given["tool_name"], allows))
        return True

    def plan(self, definitions: Sequence[ast.expr]) -> bool:
        """Plan all of it; False where it blocks."""
        work = self.work
        if self.changes and self.given is not None and not isinstance(self.given, ast.List):
            if not is_empty(self.given):
                work.block(self.given, _KEPT)
                return False
        for change in self.changes:
            if not change.allows and not self._may_go(change, definitions):
                return False
            if change.allows and self._before(change):
                work.remove(change.statement)
            else:
                self._write(change)
        for read in self.reads:
            if not self._is_listed(read):
                work.replace(read, _listed(read.value))
        return True

    # -- writing -----------------------------------------------------------------------------------

    def _write(self, change: _Change) -> None:
        tool, name = change.tool, change.name
        listed, first = self._is_listed(change.call), self._is_first(change)

        def allow(r: Rendering) -> Code:
            known = f"{r.operand(tool)}.allowed_tools"
            rest = Item(known if listed else f"({known} or [])", "*")
            items = (Item(r.code(name)),) if first else (rest, Item(r.code(name)))
            return Brackets(f"{known} = ", items, "[", "]")

        def disallow(r: Rendering) -> Code:
            known = f"{r.operand(tool)}.allowed_tools"
            inner = r.inner("name", name, tool)
            clauses = (Item(inner), Item(f"{known} or []", f"for {inner} in "))
            test = Item(f"if {inner} != {r.operand(name)}")
            return Brackets(f"{known} = ", (*clauses, test), "[", "]", commas=False)

        self.work.replace(change.call, allow if change.allows else disallow)

    # -- what the list holds -----------------------------------------------------------------------

    def _is_shown(self, node: ast.Attribute) -> bool:
        """Whether the list is only looked at, so that any collection of names does."""
        parent = self.tree.parents.get(node)
        if isinstance(parent, (ast.For, ast.comprehension)):
            return parent.iter is node
        if isinstance(parent, ast.Call):
            name = getattr(parent.func, "id", getattr(parent.func, "attr", ""))
            return name in _SHOWN and node in parent.args
        if isinstance(parent, ast.Compare):
            return node in parent.comparators and isinstance(parent.ops[-1], (ast.In, ast.NotIn))
        return isinstance(parent, (ast.FormattedValue, ast.If, ast.IfExp, ast.UnaryOp))

    def _is_listed(self, place: ast.AST) -> bool:
        """Whether the list is certainly there at a place, and not left out."""
        if isinstance(self.given, ast.List) and self.given.elts and not self.changes:
            return True
        return any(precedes(self.tree, c.statement, place) for c in self.changes if c.allows)

    def _is_first(self, change: _Change) -> bool:
        """Whether nothing was allowed by then."""
        if self.given is not None and not is_empty(self.given):
            return False
        if not precedes(self.tree, self.tree.statement(self.made), change.call):
            return False
        start = self.tree.span(change.call).start
        home = self.tree.function(change.call)
        return not self._repeats(change.call) and not any(
            self.tree.span(c.call).start < start or self.tree.function(c.call) is not home
            for c in self.changes
            if c.allows and c is not change
        )

    def _may_go(self, change: _Change, definitions: Sequence[ast.expr]) -> bool:
        if self._repeats(change.call) or not self._before(change):
            self.work.block(change.statement, _ABSENT)
            return False
        end = self.tree.span(change.call).end
        home = self.tree.function(change.call)
        if any(
            self.tree.function(d) is not home or self.tree.span(d).start > end for d in definitions
        ):
            self.work.block(change.statement, _LAST)
            return False
        return True

    def _before(self, change: _Change) -> bool:
        """Whether the same name is certainly among the allowed ones by then."""
        shape = ast.dump(change.name)
        variable = self.work.variable_of(change.name)
        if variable is not None:
            if len(self.work.facts.scopes.bindings(variable)) != 1:
                return False
        elif not isinstance(change.name, ast.Constant):
            return False
        same = [c for c in self.changes if c is not change and ast.dump(c.name) == shape]
        earlier = [c for c in same if precedes(self.tree, c.statement, change.call)]
        later = [c for c in same if precedes(self.tree, change.statement, c.call)]
        if len(earlier) + len(later) != len(same):
            return False
        earlier.sort(key=lambda c: self.tree.span(c.call).start)
        if earlier:
            return earlier[-1].allows
        return isinstance(self.given, ast.List) and any(
            ast.dump(e) == shape for e in self.given.elts
        )

    def _repeats(self, node: ast.AST) -> bool:
        return any(isinstance(a, _LOOPS) for a in self.tree.ancestors(node))


def _listed(tool: ast.expr) -> Writer:
    """The allowed tools of a new tool, which may have no list of them."""
    return lambda r: f"({r.operand(tool)}.allowed_tools or [])"
