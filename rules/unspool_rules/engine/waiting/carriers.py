"""Names that carry a run's id from where the run is made to where it is fetched.

Beside an agent a response is not fetched by its id. Where all the way is in view, the response
itself is carried: ``wait(thread.id, run.id)`` becomes ``wait(thread.id, run)``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.flow.callers import FUNCTIONS, Function, all_calls
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.naming import BY_NAME, related
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import code_of
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import How, Variable

_RESPONSE = ("openai.types.responses", "Response")


def carry(work: Work, run_id: ast.expr) -> bool:
    """Plan that a response comes in the place of the id that a run is fetched by.

    Returns:
        Whether the way of the id is in view from all places where the run is made; else nothing
        is planned.
    """
    way = _Way(work)
    if not way.follow(run_id):
        return False
    way.plan()
    return True


def named(work: Work, r: Rendering, variable: Variable) -> str:
    """The name of a variable in the new code, of one that carries a response, too."""
    place = work.plan.carriers.get(variable)
    if place is None:
        return r.naming.renamed.get(variable, variable.name)
    hidden = any(
        n == "response" and related(v.scope, variable.scope) for v, n in r.naming.renamed.items()
    )
    return r.made_at("finished" if hidden else "response", place)


class _Way:
    """All that an id goes through: variables, parameters, results of functions."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._variables: dict[Variable, ast.AST] = {}
        self._functions: set[Function] = set()
        """Functions that return the id."""
        self._asked: set[Function] = set()
        """Functions that get it."""
        self._ends: list[ast.Attribute] = []
        """``run.id`` where the way begins."""
        self._on_the_way: set[ast.expr] = set()
        """Expressions that hold the response from now on, and held the id."""

    # -- following -----------------------------------------------------------------------------

    def follow(self, node: ast.expr) -> bool:
        """Whether an expression that holds the id can hold the response."""
        if node in self._on_the_way:
            return True
        self._on_the_way.add(node)
        if isinstance(node, ast.Await):
            return self.follow(node.value)
        if isinstance(node, ast.Attribute) and node.attr == "id":
            return self._begins(node)
        if isinstance(node, ast.Name):
            variable = self._work.variable_of(node)
            return variable is not None and self._variable(variable)
        if isinstance(node, ast.Call):
            return self._called(node)
        return False

    def _begins(self, node: ast.Attribute) -> bool:
        from unspool_rules.engine.operations.runs.polls import is_finished

        self._ends.append(node)
        return is_finished(self._work, node)

    def _variable(self, variable: Variable) -> bool:
        if variable in self._variables:
            return True
        facts = self._work.facts
        bindings = facts.scopes.bindings(variable)
        if self._is_said(variable):
            return False
        if (
            is_taken(facts, variable)
            or isinstance(variable.scope.node, ast.ClassDef)
            or not bindings
        ):
            return False
        self._variables[variable] = bindings[0].node
        for binding in bindings:
            if binding.path:
                return False
            if binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
                if not self._parameter(binding.node):
                    return False
            elif (
                binding.how is not How.ASSIGN
                or binding.annotation is not None
                or not isinstance(binding.statement, ast.Assign)
                or binding.value is None
                or not self.follow(binding.value)
            ):
                return False
        return all(
            not isinstance(use.ctx, ast.Del) and self._reads(use)
            for use in facts.scopes.uses(variable)
        )

    def _is_said(self, variable: Variable) -> bool:
        """Whether the variable's name is said other than by names: then it has to stay."""
        work = self._work
        if any(variable.name in n.names for n in work.tree.of(ast.Global, ast.Nonlocal)):
            return True
        names = (n.id for n in ast.walk(variable.scope.node) if isinstance(n, ast.Name))
        return not BY_NAME.isdisjoint(names)

    def _reads(self, use: ast.Name) -> bool:
        """Whether a use of the variable can be written anew, with ``.id`` where it has to be."""
        parent = self._work.tree.parents.get(use)
        return not isinstance(parent, (ast.AugAssign, ast.NamedExpr, ast.Global, ast.Nonlocal))

    def _parameter(self, node: ast.arg) -> bool:
        function = self._work.tree.function(node)
        if not isinstance(function, FUNCTIONS) or not _is_text(node.annotation):
            return False
        args = function.args
        ordered = [*args.posonlyargs, *args.args]
        defaults = len(args.defaults)
        has_default = node in ordered[len(ordered) - defaults :] if defaults else False
        if node not in (*ordered, *args.kwonlyargs) or has_default:
            return False
        if node in args.kwonlyargs and args.kw_defaults[args.kwonlyargs.index(node)] is not None:
            return False
        self._asked.add(function)
        given = arguments_for(self._work.infer, function, node)
        return len(given) == len(all_calls(self._work, function)) > 0 and all(
            map(self.follow, given)
        )

    def _called(self, node: ast.Call) -> bool:
        callees = self._work.infer.of(node.func)
        functions = [c.node for c in callees if isinstance(c, UserFunction)]
        if len(callees) != 1 or len(functions) != 1 or not isinstance(functions[0], FUNCTIONS):
            return False
        function = functions[0]
        if function in self._functions:
            return True
        self._functions.add(function)
        results = self._work.infer.stores.results.get(function, [])
        return (
            _is_text(function.returns)
            and bool(results)
            and all(
                isinstance(r, ast.Return) and r.value is not None and self.follow(r.value)
                for r in results
            )
            and bool(all_calls(self._work, function))
        )

    # -- writing -------------------------------------------------------------------------------

    def plan(self) -> None:
        work = self._work
        work.plan.carriers.update(self._variables)
        work.plan.carried |= self._on_the_way
        for end in self._ends:
            self._write(end, code_of(end.value))
        for variable in self._variables:
            self._name(variable)
        for function in self._functions:
            self._returns(function)
        for function in {*self._functions, *self._asked}:
            gets = "takes and returns" if self._both(function) else self._verb(function)
            work.note(f"`{function.name}` {gets} the response itself now, not its id")

    def _both(self, function: Function) -> bool:
        return function in self._functions and function in self._asked

    def _verb(self, function: Function) -> str:
        return "returns" if function in self._functions else "takes"

    def _write(self, node: ast.AST, writer: Writer) -> None:
        self._work.replace(node, writer)

    def _name(self, variable: Variable) -> None:
        work = self._work
        for binding in work.facts.scopes.bindings(variable):
            if isinstance(binding.node, ast.arg):
                self._declare(variable, binding.node)
        for use in work.facts.scopes.uses(variable):
            plain = use in work.plan.carried or not isinstance(use.ctx, ast.Load)
            self._write(use, self._named(variable, "" if plain else ".id"))

    def _named(self, variable: Variable, tail: str) -> Writer:
        return lambda r: f"{named(self._work, r, variable)}{tail}"

    def _given(self, variable: Variable, keyword: ast.keyword) -> Writer:
        return lambda r: f"{named(self._work, r, variable)}={r.text(keyword.value)}"

    def _declare(self, variable: Variable, node: ast.arg) -> None:
        work = self._work
        typed = node.annotation is not None

        def write(r: Rendering) -> str:
            name = named(work, r, variable)
            return f"{name}: {r.imports.need(*_RESPONSE)}" if typed else name

        self._write(node, write)
        function = work.tree.function(node)
        assert isinstance(function, FUNCTIONS)
        for call in all_calls(self._work, function):
            for keyword in call.keywords:
                if keyword.arg == node.arg:
                    self._write(keyword, self._given(variable, keyword))

    def _returns(self, function: Function) -> None:
        work = self._work
        if function.returns is not None:
            self._write(function.returns, lambda r: r.imports.need(*_RESPONSE))
        for call in all_calls(self._work, function):
            outer = work.tree.parents.get(call)
            node: ast.expr = outer if isinstance(outer, ast.Await) else call
            if node in work.plan.carried or isinstance(work.tree.parents.get(node), ast.Expr):
                continue
            work.block(
                node,
                "this call would give the response itself, and its id is read here: let the "
                "function return the run, and read its `.id`",
            )


def _is_text(annotation: ast.expr | None) -> bool:
    """Whether an annotation says no more than that an id is a string."""
    return annotation is None or (isinstance(annotation, ast.Name) and annotation.id == "str")


__all__ = ["carry", "named"]
