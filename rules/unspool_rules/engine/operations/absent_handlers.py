"""Handlers whose class is in another file: the stream is handed to their ``until_done`` there."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.events import OUTPUTS
from unspool_rules.engine.handler_bases import is_of_sdk
from unspool_rules.engine.operations.handlers import drain, read_to_the_end
from unspool_rules.engine.operations.streamed_calls import StreamRounds
from unspool_rules.engine.streams import Flow
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserInstance
from unspool_rules.syntax.scopes import Binding, How

_UNSEEN = "the class of this handler is not in view; the SDK calls handlers no more"
_READ = (
    "the class of this handler is not in view, and the stream is read in another way than to its "
    "end by `until_done`"
)


def consume(work: Work, flow: Flow, given: ast.expr, rounds: StreamRounds | None) -> None:
    """Plan what gives a stream to the handler; blockers where it is not read to its end."""
    if not _is_made_elsewhere(work, given) or rounds is not None:
        work.block(given, _UNSEEN)
        return
    calls = flow.calls.get("until_done", [])
    others = [
        c for n, found in flow.calls.items() for c in found if n not in ("until_done", "close")
    ]
    for node in (*[loop.node for loop in flow.loops], *flow.texts, *flow.others, *others):
        work.block(node, _READ)
    for call in calls:
        read_to_the_end(work, call, given)
    for loop in flow.drained:
        drain(work, loop, given)
    if len(calls) + len(flow.drained) > 1 and isinstance(given, ast.Call):
        work.block(given, "the handler is needed more than once and is not kept in a variable")
    text = " ".join(work.tree.segment(given.func if isinstance(given, ast.Call) else given).split())
    work.note(
        f"the class of `{text}` is in another file: it must have an `until_done` that takes the "
        "stream, which the fix there gives it; where it reads outputs of code, the response here "
        f'needs `include=["{OUTPUTS}"]`'
    )


def _is_made_elsewhere(work: Work, node: ast.expr) -> bool:
    """Whether an expression is an instance of a class that an import brings, or a caller's."""
    if any(isinstance(t, UserInstance) for t in work.infer.of(node)):
        return False
    if isinstance(node, ast.Call):
        return _is_imported(work, node.func)
    variable = work.variable_of(node)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    return bool(bindings) and all(_binds(work, b) for b in bindings)


def _binds(work: Work, binding: Binding) -> bool:
    if binding.how is How.ASSIGN and not binding.path:
        return isinstance(binding.value, ast.Call) and _is_imported(work, binding.value.func)
    if binding.how is not How.PARAMETER or not isinstance(binding.node, ast.arg):
        return False
    arguments = work.tree.parents[binding.node]
    assert isinstance(arguments, ast.arguments)
    ordered = [*arguments.posonlyargs, *arguments.args]
    optional = ordered[len(ordered) - len(arguments.defaults) :]
    keywords = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    optional += [a for a, default in keywords if default is not None]
    said = binding.node.annotation
    known = said is None or (
        isinstance(said, (ast.Name, ast.Attribute)) and _is_imported(work, said)
    )
    return known and binding.node not in (*optional, arguments.vararg, arguments.kwarg)


def _is_imported(work: Work, node: ast.expr) -> bool:
    """Whether a name comes from a module of the program."""
    root = node
    while isinstance(root, ast.Attribute):
        root = root.value
    variable = work.variable_of(root)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    imported = bool(bindings) and all(b.how is How.IMPORT for b in bindings)
    return imported and not is_of_sdk(work.facts, node)
