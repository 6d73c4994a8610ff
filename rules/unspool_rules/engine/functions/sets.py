"""Sets of functions that a tool offers, read from the file or from another one."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from unspool_rules.engine.functions.unseen import NOTE
from unspool_rules.engine.tools.foreign import Reader
from unspool_rules.engine.tools.schemas import Described, FunctionNode, describe
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.heads import is_lazy

SETS = (ast.Set, ast.List, ast.Tuple)


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
    unseen: bool = False
    """Whether what the functions look like is known only when the program runs."""

    def add(self, node: FunctionNode, *, bound: bool, lazy: bool) -> None:
        self.described.append(describe(node, bound=bound, lazy=lazy))
        if isinstance(node, ast.AsyncFunctionDef):
            self.asynchronous.add(node.name)


def functions_of(work: Work, node: ast.expr) -> Functions:
    """Read a set of functions."""
    return _read(work, node) or _unseen(work, node)


def _unseen(work: Work, node: ast.expr) -> Functions:
    work.note(NOTE)
    return Functions(node, unseen=True)


def _read(work: Work, node: ast.expr) -> Functions | None:
    """A set of functions all of which are in view; None when some are not."""
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
            return found if _from_elsewhere(work, literal, found) else None
        inner = work.literal_of(literal)
        if inner is literal or not _only_read(work, variable):
            break
        literal = inner
    if not isinstance(literal, SETS):
        return None
    found.literal = literal
    for element in literal.elts:
        if not _element(work, element, found):
            return None
    return found


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _from_elsewhere(work: Work, node: ast.expr, found: Functions, *, made: bool = False) -> bool:
    """Read functions that an import brings; False when their source is not in view.

    Args:
        made: whether it is the function that calls of the imported one give.
    """
    variable = work.variable_of(node)
    for binding in work.facts.scopes.bindings(variable) if variable is not None else ():
        statement, alias = binding.statement, binding.node
        if not (isinstance(statement, ast.ImportFrom) and isinstance(alias, ast.alias)):
            continue
        reader = Reader(work.facts.resolver.around(work.tree.part_of(statement)))
        read = reader.made_by if made else reader.functions
        functions = read(statement, alias.name)
        module = "." * statement.level + (statement.module or "")
        if functions is None:
            return False
        work.note(f"the schemas are those of the functions in `{module}` as they are now")
        for function in functions:
            found.add(function.node, bound=False, lazy=function.lazy)
        return True
    return False


def _only_read(work: Work, variable: Variable) -> bool:
    """Whether nothing is added to the set later."""
    for use in work.facts.scopes.uses(variable):
        parent = work.tree.parents.get(use)
        if isinstance(parent, ast.Attribute) or isinstance(use.ctx, ast.Del):
            return False
    return True


def _is_imported(work: Work, node: ast.expr) -> bool:
    variable = work.variable_of(node)
    return variable is not None and any(
        b.how is How.IMPORT for b in work.facts.scopes.bindings(variable)
    )


def _element(work: Work, node: ast.expr, found: Functions) -> bool:
    maker = work.literal_of(node)
    made = isinstance(maker, ast.Call) and _is_imported(work, maker.func)
    if made or _is_imported(work, node):
        count = len(found.described)
        source = maker.func if isinstance(maker, ast.Call) and made else node
        if not _from_elsewhere(work, source, found, made=made):
            return False
        return len(found.described) == count + 1
    known = [t for t in work.infer.of(node) if isinstance(t, UserFunction)]
    if len(known) != 1 or isinstance(known[0].node, ast.Lambda):
        return False
    function: FunctionNode = known[0].node
    if function.decorator_list and any(
        ast.unparse(d) not in ("staticmethod", "classmethod") for d in function.decorator_list
    ):
        work.note(f"the schema of `{function.name}` is that of the function below its decorators")
    found.add(function, bound=known[0].bound, lazy=is_lazy(work.tree.module_of(function)))
    return True
