"""What a loop that waited has counted, and who reads the number behind it.

Nothing is waited for any more, so a counter keeps what it was set to before the loop.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable


def first_round(loop: ast.While | ast.For) -> str | None:
    """What the name of ``for i in range(...)`` is set to first."""
    source = getattr(loop, "iter", None)
    if not (
        isinstance(loop, ast.For)
        and isinstance(loop.target, ast.Name)
        and isinstance(source, ast.Call)
        and isinstance(source.func, ast.Name)
        and source.func.id == "range"
        and not source.keywords
    ):
        return None
    if len(source.args) == 1:
        return "0"
    start = source.args[0]
    return str(start.value) if isinstance(start, ast.Constant) else None


def rounds(work: Work, loop: ast.While | ast.For) -> Iterator[Variable]:
    """The names that a ``for`` loop sets."""
    if isinstance(loop, ast.For):
        for node in ast.walk(loop.target):
            variable = work.variable_of(node) if isinstance(node, ast.Name) else None
            if variable is not None:
                yield variable


def check_counts(work: Work, loop: ast.While | ast.For, kept: list[ast.stmt]) -> None:
    """Say who reads the number of rounds; block where none at all would take another way.

    A test whether there were too many stays right, and what it guards is not come to.

    Args:
        kept: what stays of the loop and runs once.
    """
    inside = {n for s in loop.body for n in ast.walk(s)}
    stays = {n for s in kept for n in ast.walk(s)}
    counts = [s for s in inside if isinstance(s, ast.AugAssign) and s not in stays]
    for count in counts:
        variable = work.variable_of(count.target)
        if variable is None or not isinstance(count.op, (ast.Add, ast.Sub)):
            continue
        up = isinstance(count.op, ast.Add)
        for use in work.facts.scopes.reads(variable):
            if use in inside - stays or not _comes_behind(work, loop, variable, use):
                continue
            if _is_dead(work, use, variable, up=up):
                continue
            if _decides(work, use, up=up):
                work.block(use, "the number of rounds of the wait decides here: there are none now")
            elif not _is_limit(work, use, up=up):
                work.note(f"`{variable.name}` counted the rounds of a wait: there are none now")


def _comes_behind(work: Work, loop: ast.While | ast.For, variable: Variable, use: ast.expr) -> bool:
    """Whether a read may see what the loop has counted."""
    tree = work.tree
    if tree.function(use) is not tree.function(loop):
        return True
    around = {a for a in tree.ancestors(loop) if isinstance(a, (ast.While, ast.For))}
    again = not around.isdisjoint(tree.ancestors(use))
    at, span = tree.span(use).start, tree.span(loop)
    if at < span.start and not again:
        return False
    for binding in work.facts.scopes.bindings(variable):
        statement = tree.statement(binding.node)
        start = tree.span(statement).start
        anew = isinstance(statement, (ast.Assign, ast.AnnAssign)) and start < at
        apart = not (start < span.start < at)
        if anew and apart and _is_before(work, statement, use):
            if at > span.start or not around.isdisjoint(tree.ancestors(statement)):
                return False
    return True


def _is_before(work: Work, statement: ast.stmt, use: ast.expr) -> bool:
    """Whether a statement has run whenever a place that follows it is come to."""
    block = work.tree.block_of(statement)
    return any(above in block for above in [use, *work.tree.ancestors(use)])


def _is_limit(work: Work, use: ast.expr, *, up: bool) -> bool:
    return _true_at_limit(work.tree.parents.get(use), use, up=up) is not None


def _true_at_limit(test: ast.AST | None, use: ast.expr, *, up: bool) -> bool | None:
    """What ``tries >= 30``, ``30 > tries`` or ``left == 0`` is when the rounds are used up."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return None if up else True
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return None
    left = use is test.left
    other = test.comparators[0] if left else test.left
    if up and isinstance(other, ast.Constant) and other.value == 0:
        return None
    if isinstance(test.ops[0], (ast.Eq, ast.NotEq)):
        return isinstance(test.ops[0], ast.Eq)
    if isinstance(test.ops[0], (ast.Gt, ast.GtE, ast.Lt, ast.LtE)):
        return (isinstance(test.ops[0], (ast.Gt, ast.GtE)) is left) is up
    return None


def _is_dead(work: Work, use: ast.expr, variable: Variable, *, up: bool) -> bool:
    """Whether a read stands in the branch for too many rounds."""
    child: ast.AST = use
    for above in work.tree.ancestors(use):
        if isinstance(above, ast.If) and child is not above.test:
            for name in ast.walk(above.test):
                if isinstance(name, ast.Name) and work.variable_of(name) == variable:
                    full = _true_at_limit(work.tree.parents.get(name), name, up=up)
                    if full is not None and full is (child in above.body):
                        return True
        child = above
    return False


def _decides(work: Work, use: ast.expr, *, up: bool) -> bool:
    """Whether a program goes another way, or fails, where a count is none."""
    above = work.tree.parents.get(use)
    if isinstance(above, ast.BinOp):
        return above.right is use and isinstance(above.op, (ast.Div, ast.FloorDiv, ast.Mod))
    if isinstance(above, (ast.If, ast.IfExp, ast.BoolOp, ast.UnaryOp)):
        return up
    return (
        up
        and isinstance(above, ast.Compare)
        and any(isinstance(n, ast.Constant) and n.value == 0 for n in ast.walk(above))
    )
