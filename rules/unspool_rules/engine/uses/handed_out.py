"""Whole objects that go where it cannot be followed what is done with them, and may.

A conversation has what a thread had. What is handed a run beside the client, or beside a thread,
asks the service for more of it, so it has to be migrated, too, and is told of as such.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.out_of_view import may_be_of_project
from unspool_rules.engine.abroad.read_abroad import gone
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.semantics.given_back import waits
from unspool_rules.semantics.kinds import client_of
from unspool_rules.syntax.bindings import How

_CONVERSATION = (
    "a conversation goes where a thread went, out of view: it has the same `id` and `metadata`"
)
_RESPONSE = "`{}` gets a response instead of a run: it has to be migrated, too"
_READ = {"run", "page", "message", "part", "call"}
_OLD = (".beta.", "requires_action")
_TALKING = frozenset({"thread", "run"})


def may_go(work: Work, kinds: set[str], call: ast.Call | None = None) -> bool:
    """Whether the new object has all that the old one had, also where a call takes it."""
    if kinds != {"thread"} or (call is not None and _is_read_there(work, call, kinds)):
        return False
    work.note(_CONVERSATION)
    return True


def is_for_service(work: Work, node: ast.expr, call: ast.Call, kinds: set[str]) -> bool:
    """Whether a run goes to a function of another module that asks the service for more of it."""
    if kinds != {"run"} or not _is_imported(work, call.func) or _is_read_there(work, call, kinds):
        return False
    if not (talks(work, call, node) or _is_beside(work, call)) or not _is_known(work, call):
        return False
    work.note(_RESPONSE.format(ast.unparse(call.func)))
    return True


def _is_read_there(work: Work, call: ast.Call, kinds: set[str]) -> bool:
    """Whether what is called may be in a file of the project that takes the object for an old one.

    Both files are looked at together then.
    """
    reads = {f".{name}" for name in gone(kinds)}
    return may_be_of_project(work.facts, call.func, {*reads, *_OLD})


def fails_before(work: Work, call: ast.Call) -> bool:
    """``self.method(…)`` of a class that has no such method, and is used here: it raises."""
    func = call.func
    owner = work.tree.owner(call)
    function = work.tree.function(call)
    if not isinstance(func, ast.Attribute) or not isinstance(func.value, ast.Name):
        return False
    if owner is None or owner.bases or owner.keywords or owner.decorator_list:
        return False
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or function.decorator_list:
        return False
    first = [a.arg for a in (*function.args.posonlyargs, *function.args.args)][:1]
    if work.tree.parents.get(function) is not owner or first != [func.value.id]:
        return False
    if not any(_makes(n, owner) for n in work.tree.of(ast.Call)):
        return False  # a class that others inherit from gets its methods there
    names = {"setattr", "__dict__", "__getattr__", "__getattribute__", func.attr}
    return not any(
        _gives(inner, names) for inner in ast.walk(work.tree.module) if inner is not func
    )


def _makes(node: ast.AST, owner: ast.ClassDef) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == owner.name
    )


def _gives(node: ast.AST, names: set[str]) -> bool:
    """Whether a node may give objects an attribute of one of these names."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name in names
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                return name in names - {"setattr"} and name.startswith("__")
            return name in names
    return False


def _is_imported(work: Work, func: ast.expr) -> bool:
    """Whether a function, or the module or object that it is read of, comes from another file."""
    if isinstance(func, ast.Attribute):
        func = func.value
    variable = work.variable_of(func) if isinstance(func, ast.Name) else None
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    return bool(bindings) and all(binding.how is How.IMPORT for binding in bindings)


def talks(work: Work, call: ast.Call, node: ast.expr) -> bool:
    """Whether a function waits for a run, or gets what it asks the service with."""
    others = [*call.args, *(keyword.value for keyword in call.keywords)]
    types = [t for other in others if other is not node for t in work.infer.of(other)]
    talking = any(value_kind(t) in _TALKING or client_of(t) is not None for t in types)
    return talking or waits(call.func)


def _is_beside(work: Work, call: ast.Call) -> bool:
    """Whether another function from the same module gets a run, and talks to the service."""
    module = _module_of(work, call.func)
    for other in work.tree.of(ast.Call) if module else ():
        runs = [a for a in other.args if "run" in {value_kind(t) for t in work.infer.of(a)}]
        if other is not call and runs and _module_of(work, other.func) == module:
            if talks(work, other, runs[0]):
                return True
    return False


def _module_of(work: Work, func: ast.expr) -> str | None:
    """The module that a function is imported from, as the file names it."""
    if isinstance(func, ast.Attribute):
        return ast.unparse(func.value)
    variable = work.variable_of(func)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    made = {b.statement for b in bindings if isinstance(b.statement, ast.ImportFrom)}
    only = made.pop() if len(made) == 1 else None
    return f"{'.' * only.level}{only.module or ''}" if only is not None else None


def _is_known(work: Work, call: ast.Call) -> bool:
    """Whether nothing is read of what comes back that a new object does not have."""
    outer: ast.AST | None = work.tree.parents.get(call)
    if isinstance(outer, ast.Await):
        outer = work.tree.parents.get(outer)
    if isinstance(outer, (ast.Expr, ast.Return, ast.If, ast.While, ast.BoolOp, ast.UnaryOp)):
        return True
    if not isinstance(outer, ast.Assign):
        return False
    targets = [t for target in outer.targets for t in getattr(target, "elts", [target])]
    return all(isinstance(t, ast.Name) and not _is_read_as_old(work, t) for t in targets)


def _is_read_as_old(work: Work, target: ast.expr) -> bool:
    variable = work.variable_of(target)
    for use in work.facts.scopes.reads(variable) if variable is not None else ():
        above = work.tree.parents.get(use)
        if isinstance(above, ast.Subscript):
            return True
        if isinstance(above, ast.Attribute) and above.attr in gone(_READ):
            if "run" not in {value_kind(t) for t in work.infer.of(use)}:
                return True
    return False


__all__ = ["fails_before", "is_for_service", "may_go", "talks"]
