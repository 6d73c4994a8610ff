"""Attempts to list the runs of a thread whose failure the program acts on.

A listing also tells whether the thread is there: where it has failed, ``except`` may answer a
request, or make another thread. Asking for the conversation fails likewise.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection

from unspool_rules.engine.sites import Site
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering


def acts(attempt: ast.Try) -> bool:
    """Whether anything but a line of a log, or the same error again, follows a failure."""
    return any(not _is_idle(s) for handler in attempt.handlers for s in handler.body)


def _is_idle(node: ast.stmt) -> bool:
    again = isinstance(node, ast.Raise) and node.exc is None
    return again or isinstance(node, ast.Continue) or pauses.sleeps(node) or pauses.speaks(node)


def is_left_idle(
    work: Work, site: Site, gone: Collection[ast.stmt], value: Callable[[ast.expr], str | None]
) -> bool:
    """Whether an attempt whose failure is acted on makes no call when these statements go.

    Args:
        value: What an expression is written as once no run is active, where that is known.
    """
    lost = {inner for statement in gone for inner in ast.walk(statement)}
    child: ast.AST = site.func
    for above in work.tree.ancestors(site.func):
        if isinstance(above, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) or above in gone:
            if above not in gone:
                return False
        elif isinstance(above, ast.Try) and child in above.body:
            called = {n for s in above.body for n in ast.walk(s) if isinstance(n, ast.Call)}
            others = called & {s.call for s in work.facts.sites} - lost
            return acts(above) and not others and not _ends_alike(above, lost, value)
        child = above
    return False


def _ends_alike(
    attempt: ast.Try, lost: Collection[ast.AST], value: Callable[[ast.expr], str | None]
) -> bool:
    """Whether a failure ends the function as the rest of the attempt does."""
    kept = [s for s in attempt.body if s not in lost]
    final = kept[0] if len(kept) == 1 else None
    if not isinstance(final, ast.Return) or final.value is None:
        return False
    said = value(final.value) or ast.unparse(final.value)
    ends = [s for h in attempt.handlers for s in h.body if not _is_idle(s)]
    return all(ast.unparse(end) == f"return {said}" for end in ends)


def ask(work: Work, site: Site, statement: ast.stmt) -> bool:
    """Ask for the conversation in place of a statement; False where that cannot be written."""
    thread, call = site.arguments.get("thread_id"), site.call
    if thread is None or call is None or site.thread is not None:
        return False
    waits = "await " if isinstance(work.outer(site), ast.Await) else ""
    if site.asynchronous and not waits:
        return False
    spared = work.tree.span(thread)

    def lines(r: Rendering) -> list[str]:
        above = r.comments_within(r.lines_span(statement), [spared])
        return [*above, f"{waits}{r.openai(site)}.conversations.retrieve({r.text(thread)})"]

    work.plan.rewritten[statement] = lines
    return True


__all__ = ["acts", "ask", "is_left_idle"]
