"""Functions of a program that only call what they are given: in a thread, again, with a limit.

``async def in_thread(function, *args, **kwargs): return await asyncio.to_thread(function, …)``
is as good as ``asyncio.to_thread`` when it does nothing else with the function, and nothing with
the result but to return it.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

from unspool_rules.semantics.worker_threads import is_partial, runs, wraps
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.runners import Runner
from unspool_rules.syntax.tree import Tree

_LIMITS = {"wait_for", "timeout", "timeout_at", "fail_after", "move_on_after"}
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def find_runners(tree: Tree) -> tuple[dict[ast.Call, Runner], set[ast.arg]]:
    """Calls of such functions, and the parameters that hold what they call."""
    found: dict[ast.Call, Runner] = {}
    parameters: set[ast.arg] = set()
    functions = tree.of(ast.FunctionDef, ast.AsyncFunctionDef)
    names = Counter(function.name for function in functions)
    called = _called(tree)
    for function in functions:
        if function.decorator_list or names[function.name] != 1:
            continue
        if called.isdisjoint(a.arg for a in (*function.args.posonlyargs, *function.args.args)):
            continue
        known = _runner(tree, function)
        if known is None:
            continue
        parameter, runner = known
        parameters.add(parameter)
        found.update((call, runner) for call in _calls(tree, function, runner))
    return found, parameters


def _called(tree: Tree) -> set[str]:
    """Names that stand where a function is called, or is handed to what calls it."""
    found: set[str] = set()
    for call in tree.of(ast.Call):
        handed = call.args[0] if is_partial(call) or wraps(call) else runs(call)
        found.update(n.id for n in (call.func, handed) if isinstance(n, ast.Name))
    return found


def _runner(tree: Tree, function: _Function) -> tuple[ast.arg, Runner] | None:
    args = function.args
    positional = [*args.posonlyargs, *args.args]
    bound = tree.parents.get(function).__class__ is ast.ClassDef
    candidates = positional[bound:]
    if not candidates or not any(isinstance(n, ast.Return) for n in ast.walk(function)):
        return None
    loads: dict[str, list[ast.Name]] = {}
    stored: set[str] = set()
    inside = list(ast.walk(function))
    for node in inside:
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                loads.setdefault(node.id, []).append(node)
            else:
                stored.add(node.id)
    for place, parameter in enumerate(candidates):
        if parameter.arg in stored or parameter.arg not in loads:
            continue
        if args.vararg is not None and parameter is not positional[-1]:
            continue  # what comes between would be positional, too
        calls = _Calls(tree, function, loads)
        only = all(calls.take(use) for use in loads[parameter.arg])
        if only and calls.are_returned() and calls.keeps_apart():
            others = {a.arg for a in (*positional, *args.kwonlyargs) if a is not parameter}
            runner = Runner(
                place,
                isinstance(function, ast.AsyncFunctionDef),
                args.vararg is not None,
                args.kwarg is not None,
                any(isinstance(n, ast.Call) and last_name(n.func) in _LIMITS for n in inside),
                frozenset(others),
            )
            return parameter, runner
    return None


class _Calls:
    """The places where a function calls what it is given."""

    def __init__(self, tree: Tree, function: _Function, loads: dict[str, list[ast.Name]]) -> None:
        self._tree = tree
        self._function = function
        self._loads = loads
        self._results: set[ast.expr] = set()
        self._passing: set[ast.AST] = set()

    def take(self, use: ast.Name) -> bool:
        """Whether a name of the function only calls it, and passes on all that is given."""
        tree = self._tree
        parent = tree.parents.get(use)
        if not isinstance(parent, ast.Call):
            return False
        if parent.func is use and self._passes_on(parent, 0):
            if isinstance(tree.parents.get(parent), ast.Lambda):
                return self._later(tree.parents[parent])
            return self._result(parent)
        if is_partial(parent) and parent.args[0] is use and self._passes_on(parent, 1):
            return self._later(parent)
        if wraps(parent):
            outer = tree.parents.get(parent)
            if isinstance(outer, ast.Call) and outer.func is parent:
                return self._passes_on(outer, 0) and self._result(outer)
            return False
        if runs(parent) is not use:
            return False
        before = parent.args.index(use) + 1
        named = last_name(parent.func) != "run_in_executor" or not self._function.args.kwarg
        return named and self._passes_on(parent, before) and self._result(parent)

    def _passes_on(self, call: ast.Call, before: int) -> bool:
        """Whether a call gets just the ``*args`` and ``**kwargs`` of the function around it."""
        args = self._function.args
        given = [ast.unparse(a) for a in call.args[before:]]
        wanted = [f"*{args.vararg.arg}"] if args.vararg is not None else []
        named = [(k.arg, ast.unparse(k.value)) for k in call.keywords]
        if given != wanted or named != ([(None, args.kwarg.arg)] if args.kwarg else []):
            return False
        self._passing.add(call)
        return True

    def keeps_apart(self) -> bool:
        """Whether nothing else is done with ``*args`` and ``**kwargs``."""
        args, parents = self._function.args, self._tree.parents
        names = [a.arg for a in (args.vararg, args.kwarg) if a is not None]
        uses = [use for name in names for use in self._loads.get(name, ())]
        return all(parents.get(parents[use]) in self._passing for use in uses)

    def _later(self, wrapped: ast.AST) -> bool:
        """Whether a ``lambda`` or a ``partial`` is run at once, or under a name."""
        tree = self._tree
        if isinstance(wrapped, ast.Lambda) and ast.unparse(wrapped.args):
            return False
        parent = tree.parents.get(wrapped)
        if isinstance(parent, ast.Call) and runs(parent) is wrapped:
            return len(parent.args) == parent.args.index(wrapped) + 1 and self._result(parent)
        if not isinstance(parent, ast.Assign) or not isinstance(parent.targets[0], ast.Name):
            return False
        name = parent.targets[0].id
        if len(parent.targets) != 1 or self._bindings(name) != 1:
            return False
        return all(self._under_name(use) for use in self._loads.get(name, ()))

    def _under_name(self, use: ast.Name) -> bool:
        parent = self._tree.parents.get(use)
        if not isinstance(parent, ast.Call):
            return False
        bare = not parent.keywords and (
            (parent.func is use and not parent.args)
            or (runs(parent) is use and parent.args[-1] is use)
        )
        return bare and self._result(parent)

    def _bindings(self, name: str) -> int:
        return sum(
            isinstance(n, ast.Name) and n.id == name and not isinstance(n.ctx, ast.Load)
            for n in ast.walk(self._function)
        )

    def _result(self, call: ast.expr) -> bool:
        """Take a call with what waits for it."""
        tree = self._tree
        while True:
            parent = tree.parents.get(call)
            if isinstance(parent, ast.Await) or (
                isinstance(parent, ast.Call)
                and last_name(parent.func) == "wait_for"
                and parent.args[:1] == [call]
            ):
                call = parent
                continue
            break
        self._results.add(call)
        if isinstance(parent, ast.Return):
            return True
        if not isinstance(parent, ast.Assign) or len(parent.targets) != 1:
            return False
        target = parent.targets[0]
        return isinstance(target, ast.Name) and all(
            isinstance(tree.parents.get(use), ast.Return) for use in self._loads.get(target.id, ())
        )

    def are_returned(self) -> bool:
        """Whether the function returns nothing else."""
        return bool(self._results) and all(map(self._is_result, self._returned()))

    def _returned(self) -> Iterator[ast.expr]:
        for node in ast.walk(self._function):
            if isinstance(node, ast.Return) and node.value is not None:
                yield node.value

    def _is_result(self, value: ast.expr) -> bool:
        if value in self._results or (isinstance(value, ast.Constant) and value.value is None):
            return True
        if not isinstance(value, ast.Name):
            return False
        made = [
            self._tree.parents.get(n)
            for n in ast.walk(self._function)
            if isinstance(n, ast.Name) and n.id == value.id and not isinstance(n.ctx, ast.Load)
        ]
        return bool(made) and all(
            isinstance(m, ast.Assign)
            and (m.value in self._results or ast.unparse(m.value) == "None")
            for m in made
        )


def _calls(tree: Tree, function: _Function, runner: Runner) -> Iterator[ast.Call]:
    """The calls of a function, by its name: ``name(…)``, or ``self.name(…)`` in its class."""
    home = tree.parents.get(function)
    owner = home if isinstance(home, ast.ClassDef) else None
    for call in tree.of(ast.Call):
        func = call.func
        if tree.module_of(call) is not tree.module_of(function) or function in set(
            tree.ancestors(call)
        ):
            continue
        if owner is None:
            fits = isinstance(func, ast.Name) and func.id == function.name
        else:
            fits = (
                isinstance(func, ast.Attribute)
                and func.attr == function.name
                and isinstance(func.value, ast.Name)
                and func.value.id in ("self", "cls")
                and tree.owner(call) is owner
            )
        if fits and len(call.args) > runner.index:
            if not any(isinstance(a, ast.Starred) for a in call.args[: runner.index + 1]):
                yield call
