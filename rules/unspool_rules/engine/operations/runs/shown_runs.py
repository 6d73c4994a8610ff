"""Streams whose run nobody else can know while it is at work."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction

_IDS = frozenset({"id", "run_id"})
_WITHOUT = frozenset({None, "agent", "agent-id", "call", "function", "thread", "thread-id"})
"""What says nothing of a run; a message, a step and an event do."""
_LOOKS = frozenset({"getattr", "hasattr", "isinstance", "len", "repr", "str", "type"})
_GIVES = (ast.Return, ast.Yield, ast.YieldFrom)
_MADE_OF = (
    *(ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Starred, ast.Await, ast.NamedExpr),
    *(ast.JoinedStr, ast.FormattedValue, ast.BinOp, ast.BoolOp, ast.IfExp),
)
_OF_HANDLERS = frozenset({"current_event", "current_run", "current_run_step_snapshot"})
"""What whoever has an event handler may read of it, while the run is at work."""
_TEXTS = frozenset({"repr", "str"})


def hides_runs(work: Work) -> bool:
    """Whether runs of streams, and their ids, stay in the functions that read the stream.

    What is printed, and what a function of the file or a call of the SDK gets, stays here.
    """
    if any(_asks_handler(work, node) for node in work.tree.of(ast.Attribute)):
        return False
    return not any(_is_run(work, value) for value in work.once(_shown))


def _asks_handler(work: Work, node: ast.Attribute) -> bool:
    """``handler.current_run``, and ``self.current_run`` where a handler cancels its own run."""
    if node.attr not in _OF_HANDLERS:
        return False
    own = isinstance(node.value, ast.Name) and node.value.id == "self"
    cancels = [s.call for s in work.facts.sites if s.operation == "run.cancel"]
    return not own or not set(work.tree.ancestors(node)).isdisjoint(cancels)


def _shown(work: Work) -> list[ast.expr]:
    """What is kept or handed out in a file, one expression each."""
    return [inner for value in _handed_out(work) for inner in _parts(value)]


def _handed_out(work: Work) -> Iterator[ast.expr]:
    tree = work.tree
    for given in (*tree.of(ast.Return), *tree.of(ast.Yield), *tree.of(ast.YieldFrom)):
        if isinstance(given, _GIVES) and given.value is not None:
            yield given.value
    for kept in tree.of(ast.Assign):
        if any(_outlives(work, target) for target in kept.targets):
            yield kept.value
    for more in tree.of(ast.AugAssign):
        if _outlives(work, more.target):
            yield more.value
    for told in tree.of(ast.AnnAssign):
        if told.value is not None and _outlives(work, told.target):
            yield told.value
    for call in tree.of(ast.Call):
        here = getattr(call.func, "id", None) in _LOOKS
        here = here or any(isinstance(t, UserFunction) for t in work.infer.of(call.func))
        if not here and call not in work.facts.by_call and not pauses.speaks(tree.statement(call)):
            yield from call.args
            yield from (keyword.value for keyword in call.keywords)


def _outlives(work: Work, target: ast.expr) -> bool:
    variable = work.variable_of(target)
    return variable is None or variable.of_module


def _parts(value: ast.expr) -> Iterator[ast.expr]:
    """What is in a value, or in a text that is made of it."""
    if isinstance(value, _MADE_OF) or (
        isinstance(value, ast.Call) and getattr(value.func, "id", None) in _TEXTS
    ):
        for inner in ast.iter_child_nodes(value):
            if isinstance(inner, ast.expr):
                yield from _parts(inner)
    else:
        yield value


def _is_run(work: Work, value: ast.expr) -> bool:
    value = work.literal_of(value)
    if isinstance(value, ast.Attribute) and value.attr in _IDS:
        value = value.value
    made = work.facts.origins(value)
    if made and not any(streams(site) for site in made):
        return False
    return any(value_kind(t) not in _WITHOUT for t in work.infer.of(value))


__all__ = ["hides_runs"]
