"""What may run behind a place of a function, as its branches, loops and returns say it."""

from __future__ import annotations

import ast

from unspool_rules.syntax.tree import Tree

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_ENDS = (ast.Return, ast.Raise, ast.Break, ast.Continue)


def may_follow(tree: Tree, place: ast.AST, use: ast.AST, *, rounds: bool = True) -> bool:
    """Whether a use may be reached in the same function once an expression was evaluated.

    Args:
        rounds: whether a further round of a loop counts, too.
    """
    around = {use, *tree.ancestors(use)}
    statement = tree.statement(place)
    if statement in around and tree.span(use).start >= tree.span(place).end:
        return True
    ending = statement if isinstance(statement, _ENDS) else None
    while True:
        if ending is None:
            block = tree.block_of(statement)
            for later in block[block.index(statement) + 1 :]:
                if later in around:
                    return True
                if isinstance(later, _ENDS):
                    ending = later
                    break
        child: ast.AST = statement
        parent = tree.parents[child]
        if isinstance(parent, (ast.ExceptHandler, ast.match_case)):
            child, parent = parent, tree.parents[parent]
        if not isinstance(parent, ast.stmt) or isinstance(parent, _FUNCTIONS):
            return False
        if isinstance(parent, ast.Try):
            if not around.isdisjoint(_behind(parent, child, ending)):
                return True
            if child in parent.body and any(_goes_on(h) for h in parent.handlers):
                ending = None  # where it fails before it comes to that
        elif isinstance(parent, _LOOPS) and child not in parent.orelse:
            repeats = rounds and not isinstance(ending, (ast.Return, ast.Raise, ast.Break))
            if repeats and parent in around:
                return True
            if isinstance(ending, (ast.Break, ast.Continue)):
                ending = None
        statement = parent


def _behind(attempt: ast.Try, child: ast.AST, ending: ast.stmt | None) -> list[ast.AST]:
    """What an attempt may go on with behind one of its statements."""
    parts: list[ast.AST] = [*attempt.finalbody]
    if child in attempt.body:
        parts += attempt.handlers
        parts += [] if ending else attempt.orelse
    return parts


def _goes_on(handler: ast.ExceptHandler) -> bool:
    return not isinstance(handler.body[-1], _ENDS)


__all__ = ["may_follow"]
