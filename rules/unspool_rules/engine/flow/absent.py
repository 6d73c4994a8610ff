"""Values that may be None at run time.

The old service took None in a run as "what the assistant has"; in a response it is null.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import replace

from unspool_rules.engine.flow.settled import is_ruled_out
from unspool_rules.engine.waiting.pauses import always_leaves
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Binding, How
from unspool_rules.syntax.layout import Brackets, Code, Item, mapping
from unspool_rules.syntax.names import last_name

_DEPTH = 4
_NOTHING = re.compile(r"\b(None|Optional|Any|object)\b")
_OPTIONAL = re.compile(r"\b(None|Optional)\b")
_READS = {"get", "getenv"}
"""Functions that answer None where nothing is kept under a name."""
_LEFT_OUT = frozenset({"NOT_GIVEN", "NotGiven", "not_given", "omit", "Omit"})


def may_be_none(work: Work, node: ast.expr | None, depth: int = 0) -> bool:
    """Whether something in view says that an expression can be None."""
    if node is None or depth > _DEPTH:
        return False
    if isinstance(node, ast.Constant):
        return node.value is None
    if isinstance(node, ast.IfExp):
        return any(may_be_none(work, n, depth + 1) for n in (node.body, node.orelse))
    if isinstance(node, ast.BoolOp):
        return may_be_none(work, node.values[-1], depth + 1)
    if isinstance(node, ast.Call):
        name = last_name(node.func)
        return name in _READS and len(node.args) == 1 and not node.keywords
    if isinstance(node, (ast.Name, ast.Attribute)) and is_ruled_out(work, node):
        return False
    if isinstance(node, ast.Name):
        variable = work.variable_of(node)
        bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
        return any(_binds_none(work, binding, depth) for binding in bindings)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        owner = work.tree.owner(node)
        stores = work.infer.stores.attributes.get(node.attr, ())
        return owner is not None and any(
            store.owner is owner and not store.path and may_be_none(work, store.value, depth + 1)
            for store in stores
        )
    return False


def _binds_none(work: Work, binding: Binding, depth: int) -> bool:
    if binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
        written = binding.node.annotation
        said = written is not None and _OPTIONAL.search(ast.unparse(written)) is not None
        return said or default_is_none(work, binding.node)
    return binding.how in (How.ASSIGN, How.ANNOTATION) and (
        not binding.path and may_be_none(work, binding.value, depth + 1)
    )


def is_said_to_be_none(work: Work, node: ast.expr | None, depth: int = 0) -> bool:
    """Whether a type checker says that an expression may be None, for what functions give."""
    if node is None or depth > _DEPTH:
        return False
    if may_be_none(work, node):
        return True
    if isinstance(node, ast.Await):
        return is_said_to_be_none(work, node.value, depth + 1)
    if isinstance(node, ast.Name):
        variable = work.variable_of(node)
        bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
        return not is_ruled_out(work, node) and any(
            b.how is How.ASSIGN and not b.path and is_said_to_be_none(work, b.value, depth + 1)
            for b in bindings
        )
    called = work.infer.of(node.func) if isinstance(node, ast.Call) else frozenset()
    functions = [t.node for t in called if isinstance(t, UserFunction)]
    return any(_gives_none(work, function, depth) for function in functions)


def _gives_none(
    work: Work, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, depth: int
) -> bool:
    if isinstance(function, ast.Lambda):
        return is_said_to_be_none(work, function.body, depth + 1)
    if function.returns is not None:
        return _OPTIONAL.search(ast.unparse(function.returns)) is not None
    given = list(work.infer.stores.results.get(function, ()))
    if any(not isinstance(r, ast.Return) for r in given):
        return False
    values = [r.value for r in given if isinstance(r, ast.Return)]
    return not always_leaves(function.body) or any(
        value is None or is_said_to_be_none(work, value, depth + 1) for value in values
    )


def may_be_missing(work: Work, node: ast.expr) -> bool:
    """Whether an expression is a parameter that is ``NOT_GIVEN`` where nothing else is given."""
    variable = work.variable_of(node)
    parameters = [
        binding.node
        for binding in (work.facts.scopes.bindings(variable) if variable is not None else ())
        if isinstance(binding.node, ast.arg)
    ]
    defaults = [default_of(work, parameter) for parameter in parameters]
    return any(last_name(value) in ("NOT_GIVEN", "omit") for value in defaults)


def may_be_left_out(work: Work, node: ast.expr, depth: int = 0) -> bool:
    """Whether ``NOT_GIVEN`` or ``omit`` is one of the values that an expression may have."""
    for part in ast.walk(node):
        if not isinstance(part, (ast.Name, ast.Attribute)):
            continue
        if last_name(part) in _LEFT_OUT or may_be_missing(work, part):
            return True
        variable = work.variable_of(part) if depth < _DEPTH else None
        bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
        values = [b.value for b in bindings if b.how in (How.ASSIGN, How.ANNOTATION)]
        if any(v is not None and may_be_left_out(work, v, depth + 1) for v in values):
            return True
    return False


def default_is_none(work: Work, parameter: ast.arg) -> bool:
    """Whether a parameter is None where it is not given."""
    value = default_of(work, parameter)
    return isinstance(value, ast.Constant) and value.value is None


def default_of(work: Work, parameter: ast.arg) -> ast.expr | None:
    """What a parameter is where it is not given."""
    arguments = work.tree.parents.get(parameter)
    if not isinstance(arguments, ast.arguments):
        return None
    positional = [*arguments.posonlyargs, *arguments.args]
    pairs = [
        *zip(reversed(positional), reversed(arguments.defaults), strict=False),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    return next((value for name, value in pairs if name is parameter), None)


def is_something(work: Work, value: ast.expr) -> bool:
    """Whether a value is certainly not None."""
    if isinstance(value, ast.Constant):
        return value.value is not None
    if isinstance(value, (ast.JoinedStr, ast.BinOp, ast.List, ast.Dict, ast.ListComp)):
        return True
    variable = work.variable_of(value)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if len(bindings) != 1:
        return work.is_text(value)
    binding = bindings[0]
    if isinstance(binding.node, ast.arg):
        written = binding.node.annotation
        return (
            written is not None
            and not _NOTHING.search(ast.unparse(written))
            and not default_is_none(work, binding.node)
        )
    if binding.how is How.ASSIGN and not binding.path and binding.value is not None:
        return is_something(work, binding.value)
    return False


def is_env(node: ast.expr) -> bool:
    """Whether an expression reads one variable of the environment, and says nothing for none."""
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("os.getenv", "os.environ.get", "getenv", "environ.get")
        and len(node.args) == 1
        and not node.keywords
        and is_plain(node.args[0])
    )


def only_given(pairs: Iterable[tuple[str, Code]]) -> Item:
    """``**{k: v for k, v in {…}.items() if v is not None}``: what is set, for a dict or a call."""
    source = replace(mapping(pairs), tail=".items()")
    clauses = (Item("k: v"), Item(source, "for k, v in "), Item("if v is not None"))
    return Item(Brackets("", clauses, "{", "}", commas=False), "**")


def is_plain(node: ast.expr) -> bool:
    """Whether an expression does nothing but name a value: names, attributes, items, literals."""
    return all(
        isinstance(n, (ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.expr_context))
        for n in ast.walk(node)
    )
