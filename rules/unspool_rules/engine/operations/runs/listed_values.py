"""What is known of a value that comes from a listing of runs, once none is active any more."""

from __future__ import annotations

import ast

from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import calls
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.run_states import ENDS, lists_active
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.names import last_name

RUNS, BUSY_RUNS, RUN, BUSY_RUN, STATUS, ID = "runs", "busy runs", "run", "busy run", "status", "id"
"""Kinds of values; busy ones are those of runs that are surely active."""
DEAD, ALWAYS, ABOUT = "dead", "always", "about"
"""What a test comes to where no run is active: never, always, or it depends on the runs."""

ONE = {RUNS: RUN, BUSY_RUNS: BUSY_RUN}
_PURE = frozenset(
    {*pauses.PLAIN, "any", "all", "list", "tuple", "set", "reversed", "sorted", "isinstance"}
    | {"hasattr"}
)
_LISTS = frozenset({"list", "tuple", "reversed", "sorted"})


class ListedValues:
    """The values that come from one listing of runs, by the names that hold them."""

    def __init__(self, work: Work, site: Site) -> None:
        self.work = work
        self._only_active = lists_active(work, site)
        self._looks = self._only_active
        """Whether active runs are looked for at all, rather than all of them shown."""
        self._site = site
        self._outer = work.outer(site)
        self._names: dict[Variable, str] = {}
        self._bound: set[Variable] = set()

    def kind(self, node: ast.expr) -> str | None:
        """What a value is, where it comes from the listing."""
        if node is self._outer:
            return BUSY_RUNS if self._only_active else RUNS
        if isinstance(node, ast.Await):
            return self.kind(node.value)
        if isinstance(node, ast.Name):
            variable = self.work.variable_of(node)
            return self._names.get(variable) if variable is not None else None
        if isinstance(node, ast.Attribute):
            return self._attribute(node)
        if isinstance(node, ast.Subscript):
            base = self.kind(node.value)
            if base in ONE:
                return base if isinstance(node.slice, ast.Slice) else ONE[base]
            return None
        if isinstance(node, ast.IfExp):
            empty = isinstance(node.orelse, (ast.Constant, ast.List))
            return self.kind(node.body) if empty else None
        if isinstance(node, (ast.ListComp, ast.GeneratorExp)):
            return self._filtered(node)
        return self._called(node) if isinstance(node, ast.Call) else None

    def _attribute(self, node: ast.Attribute) -> str | None:
        base = self.kind(node.value)
        if base in ONE and node.attr == "data":
            return base
        if base in (RUN, BUSY_RUN):
            return {"status": STATUS, "id": ID}.get(node.attr)
        return None

    def _filtered(self, node: ast.ListComp | ast.GeneratorExp) -> str | None:
        if len(node.generators) != 1:
            return None
        over = node.generators[0]
        base = self.kind(over.iter)
        if base not in ONE or not isinstance(over.target, ast.Name):
            return None
        if not isinstance(node.elt, ast.Name) or node.elt.id != over.target.id:
            return None
        self._name(over.target, ONE[base])
        busy = any(self.test(condition) == DEAD for condition in over.ifs)
        return BUSY_RUNS if busy else base

    def _called(self, node: ast.Call) -> str | None:
        site = self.work.facts.by_call.get(node)
        if site is not None:
            run_id = site.arguments.get("run_id")
            asked = site.operation == "run.get" and run_id is not None and self.kind(run_id) == ID
            return RUN if asked else None
        name = last_name(node.func)
        base = self.kind(node.args[0]) if node.args else None
        if name in _LISTS and base in ONE:
            return base
        if name == "next" and base in ONE:
            return ONE[base]
        return None

    def value(self, node: ast.expr) -> str | None:
        """How a value is written where no run is active."""
        kind = self.kind(node)
        if kind == BUSY_RUNS:
            return "[]"
        if kind == BUSY_RUN:
            return "None"
        return {DEAD: "False", ALWAYS: "True"}.get(self.test(node) or "")

    def _name(self, target: ast.Name, kind: str | None) -> None:
        variable = self.work.facts.scopes.variable(target)
        if variable is None:
            return
        self._bound.add(variable)
        known = self._names.get(variable)
        if kind is not None:
            # a name of a busy run and of any other one is that of a run
            mixed = known is not None and known != kind
            self._names[variable] = RUN if mixed and kind in (RUN, BUSY_RUN) else kind

    # -- tests ---------------------------------------------------------------------------------

    def test(self, node: ast.expr) -> str | None:
        """What a condition comes to; None where it is not about the runs."""
        kind = self.kind(node)
        if kind is not None:
            return DEAD if kind in (BUSY_RUNS, BUSY_RUN) else ABOUT
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            inner = self.test(node.operand)
            return {DEAD: ALWAYS, ALWAYS: DEAD}.get(inner or "", inner)
        if isinstance(node, ast.BoolOp):
            parts = {self.test(value) for value in node.values}
            sure = DEAD if isinstance(node.op, ast.And) else ALWAYS
            if sure in parts:
                return sure
            return parts.pop() if len(parts) == 1 else ABOUT if parts != {None} else None
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return self._compared(node.left, node.ops[0], node.comparators[0])
        if isinstance(node, ast.Call) and node.args:
            name = last_name(node.func)
            if name in ("len", "bool") and self.kind(node.args[0]) == BUSY_RUNS:
                return DEAD
            if name == "any" and self._any(node.args[0]):
                return DEAD
        return ABOUT if self.mentions(node) else None

    def _any(self, node: ast.expr) -> bool:
        """Whether ``any`` of these is only true for a run that is active."""
        if not isinstance(node, (ast.GeneratorExp, ast.ListComp)) or len(node.generators) != 1:
            return False
        over = node.generators[0]
        base = self.kind(over.iter)
        if base not in ONE or not isinstance(over.target, ast.Name):
            return False
        self._name(over.target, ONE[base])
        return DEAD in {self.test(part) for part in (node.elt, *over.ifs)}

    def _compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> str | None:
        kind = self.kind(left)
        if kind == STATUS:
            return self._of_status(op, right)
        none = isinstance(right, ast.Constant) and right.value is None
        if kind == BUSY_RUN and none:
            return ALWAYS if isinstance(op, (ast.Is, ast.Eq)) else DEAD
        counted = left.args if isinstance(left, ast.Call) and last_name(left.func) == "len" else []
        if counted and self.kind(counted[0]) == BUSY_RUNS:
            number = right.value if isinstance(right, ast.Constant) else None
            more = {(ast.Gt, 0), (ast.NotEq, 0), (ast.GtE, 1)}
            none_of_them = {(ast.Eq, 0), (ast.Lt, 1), (ast.LtE, 0)}
            asked = (type(op), number)
            return DEAD if asked in more else ALWAYS if asked in none_of_them else ABOUT
        return ABOUT if self.mentions(left) or self.mentions(right) else None

    def _of_status(self, op: ast.cmpop, right: ast.expr) -> str:
        names = calls.strings(self.work, self.work.literal_of(right))
        active = isinstance(op, (ast.Eq, ast.In)) and names and not names & ENDS
        ended = (
            isinstance(op, (ast.NotEq, ast.NotIn)) and names and names >= {"completed", "failed"}
        )
        idle = isinstance(op, (ast.NotEq, ast.NotIn)) and names and not names & ENDS
        if not active and not ended and not idle:
            return ABOUT
        self._looks = True
        return ALWAYS if idle else DEAD

    def mentions(self, node: ast.AST) -> bool:
        """Whether anything in a node comes from the listing."""
        return any(
            inner is self._outer
            or (isinstance(inner, ast.Name) and self.work.variable_of(inner) in self._names)
            for inner in ast.walk(node)
        )

    def is_pure(self, node: ast.expr) -> bool:
        """Whether an expression may as well not be evaluated."""
        for inner in ast.walk(node):
            if isinstance(inner, (ast.Yield, ast.YieldFrom, ast.NamedExpr)):
                return False
            if isinstance(inner, ast.Call) and inner is not self._site.call:
                if last_name(inner.func) not in _PURE and self._called(inner) is None:
                    return False
        return True
