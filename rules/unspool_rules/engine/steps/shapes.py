"""Steps for code that goes on reading them as it did: objects made of items, with their old fields.

Where it is not certain what each read of a step becomes, as in functions that get steps, the
program reads objects that ``steps_of`` (`made_steps`) makes. What an item has nothing for blocks.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.steps import OF_CLASSES, SHAPES
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.flow.callers import FUNCTIONS, all_calls
from unspool_rules.engine.sites import Site
from unspool_rules.engine.steps.elements import ELEMENTS, LISTS, elements_of
from unspool_rules.engine.steps.includes import VAGUE
from unspool_rules.engine.steps.shape_reads import Reads
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.semantics.functions import calls_of, parameter_for
from unspool_rules.semantics.types import Inst, UserFunction
from unspool_rules.syntax.names import last_name

_NOTE = (
    "steps are objects made of items, for what reads them as before: they have `id`, `type`, "
    "`status` and `step_details`, and each tool call is a step of its own"
)
_FOLLOWED = frozenset({"page", *SHAPES})
_SHOWING = frozenset({"len", "str", "repr", "bool", "print", "type", "id", "hash"})


class Shapes(Reads):
    """Follows steps in their old shape, by what is read of them."""

    def begin(self, site: Site, outer: ast.expr, makers: list[Site], order: str) -> None:
        """Follow what a listing gives."""
        self.lists[site] = makers, order
        self.work.plan.reshaped.add(site)
        self.work.note(_NOTE)
        self.follow(outer, "page")

    def drop(self, site: Site) -> None:
        """Take a listing out again: its steps are no such objects."""
        del self.lists[site]

    def holds(self, node: ast.expr) -> bool:
        """Whether an expression may hold such a step, or what is read of one; it is followed."""
        if not self.lists:
            return False
        mine: set[str] = set()
        others = False
        for value in self.work.infer.of(node):
            if not isinstance(value, Inst) or value.site is None:
                continue
            if self.work.facts.by_call.get(value.site) in self.lists:
                mine.add(_shape(value))
            else:
                others = True
        known = mine & _FOLLOWED
        if mine and (others or len(known) > 1):
            self.work.block(node, VAGUE)
        for shape in known:
            self.follow(node, shape)
        return bool(mine)

    # -- places ------------------------------------------------------------------------------------

    def follow(self, node: ast.expr, shape: str) -> None:
        """Look at what is done with a value."""
        if (node, shape) in self.seen:
            return
        self.seen.add((node, shape))
        self.work.claimed.add(node)
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.keyword):
            parent = self.tree.parents.get(parent)
        if isinstance(parent, ast.Attribute):
            self.read(parent, parent.attr, node, shape)
        elif isinstance(parent, ast.Subscript) and parent.value is node:
            self.item(parent, node, shape)
        elif isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and parent.iter is node:
            self._loop(parent.target, node, shape)
        elif isinstance(parent, ast.Call) and parent.func is not node:
            self._passed(parent, node, shape)
        elif isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.AugAssign)):
            self._kept(parent, node, shape)
        elif isinstance(parent, ast.Compare) and shape in ("kind", "word"):
            self.compared(parent, shape)
        elif isinstance(parent, (ast.IfExp, ast.BoolOp)):
            self._chosen(parent, node, shape)
        elif isinstance(parent, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
            if parent.elt is node:
                self._all(parent, shape)
        elif isinstance(parent, (ast.Return, ast.Yield)):
            self._returned(parent, node, shape)
        elif isinstance(parent, (ast.List, ast.Tuple, ast.Set)):
            self._all(parent, shape)
        elif isinstance(parent, (ast.Dict, ast.DictComp, ast.Starred, ast.Match)):
            self.lost(node, shape)

    def _all(self, node: ast.expr, shape: str) -> None:
        """What holds several values of a shape."""
        listed = LISTS.get(shape)
        if listed is not None:
            self.follow(node, listed)
        elif shape in ELEMENTS:
            self.lost(node, shape)

    def _loop(self, target: ast.expr, node: ast.expr, shape: str) -> None:
        element = elements_of(shape)
        if shape.startswith("numbered ") and isinstance(target, ast.Tuple):
            target = target.elts[-1]
        if element is None:
            self.work.block(node, VAGUE)
        elif isinstance(target, ast.Name):
            self._named(target, element)
        else:
            self.lost(node, shape)

    def _named(self, target: ast.Name, shape: str) -> None:
        """Follow the reads of a name that may have its value from here."""
        facts = self.work.facts
        variable = facts.scopes.variable(target)
        if variable is None:
            self.lost(target, shape)
            return
        for use in facts.scopes.reads(variable):
            binding = binding_of(facts, use) if isinstance(use, ast.Name) else None
            if binding is None or binding.node is target:
                self.follow(use, shape)

    def _kept(
        self,
        parent: ast.Assign | ast.AnnAssign | ast.NamedExpr | ast.AugAssign,
        node: ast.expr,
        shape: str,
    ) -> None:
        targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
        for target in targets:
            if isinstance(target, ast.Name):
                self._named(target, shape)
            else:
                self.lost(node, shape)
        if isinstance(parent, ast.NamedExpr):
            self.follow(parent, shape)

    def _chosen(self, parent: ast.IfExp | ast.BoolOp, node: ast.expr, shape: str) -> None:
        if isinstance(parent, ast.IfExp):
            if parent.test is node:
                return
            if self.is_asked_for_data(parent):
                page = parent.orelse
                self.work.claimed.update(ast.walk(parent))
                self.work.replace(parent, lambda r: r.code(page))
            self.follow(parent, shape)
        elif shape in SHAPES or elements_of(shape) is not None:
            self.follow(parent, shape)

    # -- reads -------------------------------------------------------------------------------------

    # -- calls -------------------------------------------------------------------------------------

    def _passed(self, call: ast.Call, node: ast.expr, shape: str) -> None:
        name = last_name(call.func)
        if isinstance(call.func, ast.Name) and name in ("hasattr", "getattr", "isinstance"):
            self.asked(call, name, node, shape)
            return
        element = elements_of(shape)
        functions = [t for t in self.work.infer.of(call.func) if isinstance(t, UserFunction)]
        if functions:
            for function in functions:
                self._given(function, call, node, shape)
        elif isinstance(call.func, ast.Attribute) and name in ("append", "add", "insert"):
            self._put(call.func.value, LISTS.get(shape), shape)
        elif isinstance(call.func, ast.Attribute) and name in ("extend", "update"):
            self._put(call.func.value, shape, shape)
        elif name == "sorted" and shape == "page" and self.by_time(call, node):
            self.follow(call, "steps")
        elif name in ("list", "reversed", "tuple", "sorted", "iter", "set") and element:
            self.ordered(call, shape)
            self.follow(call, LISTS[element])
        elif name in ("next", "max", "min") and element:
            self.ordered(call, shape)
            self.follow(call, element)
        elif name == "enumerate" and element:
            self.follow(call, f"numbered {shape}")
        elif name in ("filter", "map") and element:
            self._applied(call, element)
            if name == "filter":
                self.follow(call, LISTS[element])
        elif name in ("dict", "asdict") and shape in SHAPES:
            self.work.block(call, VAGUE)
        elif name not in _SHOWING and name != "isinstance":
            self.lost(node, shape)

    def ordered(self, call: ast.Call, shape: str) -> None:
        """What a key function reads of the elements."""
        for keyword in call.keywords:
            if isinstance(keyword.value, ast.Lambda):
                self._lambda(keyword.value, elements_of(shape) or shape)

    def _applied(self, call: ast.Call, element: str) -> None:
        if isinstance(call.args[0], ast.Lambda):
            self._lambda(call.args[0], element)
            return
        for function in self.work.infer.of(call.args[0]):
            if isinstance(function, UserFunction) and isinstance(function.node, FUNCTIONS):
                args = function.node.args.args
                self._parameter(args[-1] if args else None, call.args[0], element)
                return
        self.lost(call, element)

    def _lambda(self, function: ast.Lambda, shape: str) -> None:
        args = function.args.args
        self._parameter(args[0] if args else None, function, shape)

    def _given(self, function: UserFunction, call: ast.Call, node: ast.expr, shape: str) -> None:
        self._parameter(parameter_for(function.node, node, call, function.bound), node, shape)

    def _parameter(self, parameter: ast.arg | None, node: ast.expr, shape: str) -> None:
        scopes = self.work.facts.scopes
        variable = None
        if parameter is not None:
            variable = scopes.lookup(parameter.arg, scopes.scope_of(parameter))
        if variable is None:
            self.lost(node, shape)
            return
        for use in scopes.reads(variable):
            binding = binding_of(self.work.facts, use) if isinstance(use, ast.Name) else None
            if binding is None or binding.node is parameter:
                self.follow(use, shape)

    def _put(self, holder: ast.expr, listed: str | None, shape: str) -> None:
        """A list takes the value."""
        variable = self.work.variable_of(holder)
        if listed is None and shape not in SHAPES:
            return
        if listed is None or variable is None:
            self.lost(holder, shape)
            return
        for use in self.work.facts.scopes.reads(variable):
            self.follow(use, listed)

    def _returned(self, parent: ast.Return | ast.Yield, node: ast.expr, shape: str) -> None:
        function = self.tree.function(parent)
        if not isinstance(function, FUNCTIONS) or isinstance(parent, ast.Yield):
            self.lost(node, shape)
            return
        calls = [call for call, _ in calls_of(self.work.infer, function)]
        for call in calls:
            above = self.tree.parents.get(call)
            self.follow(above if isinstance(above, ast.Await) else call, shape)
        if not all_calls(self.work, function):
            self.lost(node, shape)

    # -- what is lost sight of ---------------------------------------------------------------------


def _shape(value: Inst) -> str:
    """What a value is that the inference knows."""
    if value_kind(value) == "page":
        return "page"
    return OF_CLASSES.get(value.cls.rpartition(".")[2], "")


def shapes(work: Work) -> Shapes:
    """The steps of a component that are in their old shape."""
    return work.once(Shapes)


__all__ = ["Shapes", "shapes"]
