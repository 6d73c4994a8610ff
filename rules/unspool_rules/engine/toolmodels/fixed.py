"""Values that can be told where a tool is made, though they are set on it later."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.names import last_name

_PLAIN = (
    ast.Constant,
    ast.JoinedStr,
    ast.FormattedValue,
    ast.BinOp,
    ast.BoolOp,
    ast.Compare,
    ast.UnaryOp,
    ast.operator,
    ast.boolop,
    ast.cmpop,
    ast.unaryop,
    ast.expr_context,
)
_LOADS = ("load_dotenv", "update", "setdefault")


def is_fixed(work: Work, made: ast.Call, node: ast.expr) -> bool:
    """Whether a value is the same where the tool is made, and everything in it known there."""
    statement = work.tree.statement(made)
    if isinstance(node, ast.Constant):
        return True
    if work.tree.function(statement) is not work.tree.function(node):
        return False
    return _is_plain(work, statement, node)


def _is_plain(work: Work, made: ast.stmt, node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return _is_bound(work, made, node)
    if _is_environment(work, made, node):
        return True
    if not isinstance(node, _PLAIN):
        return False
    inner = [n for n in ast.iter_child_nodes(node) if isinstance(n, ast.expr)]
    return all(_is_plain(work, made, n) for n in inner)


def _is_environment(work: Work, made: ast.stmt, node: ast.expr) -> bool:
    """``os.environ["A"]``, ``os.getenv("A")``: what nothing loads between the two places."""
    if not ast.unparse(node).startswith(("os.environ", "os.getenv(", "getenv(", "environ")):
        return False
    here, there = work.tree.span(made).start, work.tree.span(node).start
    return not any(
        last_name(n.func) in _LOADS and here < work.tree.span(n).start < there
        for n in work.tree.of(ast.Call)
    )


def _is_bound(work: Work, made: ast.stmt, node: ast.Name) -> bool:
    """Whether a name has its one value when the tool is made."""
    variable = work.variable_of(node)
    if variable is None:
        return False
    bindings = work.facts.scopes.bindings(variable)
    if len(bindings) != 1:
        return False
    binding = bindings[0]
    if binding.how is How.PARAMETER:
        return variable.scope is work.facts.scopes.scope_of(made)
    return binding.how in (How.ASSIGN, How.IMPORT) and precedes(
        work.tree, work.tree.statement(binding.node), made
    )
