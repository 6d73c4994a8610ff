"""Handlers whose class is in another file: the stream is handed to their ``until_done`` there."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import lru_cache

from unspool_rules.catalogue.events import OUTPUTS
from unspool_rules.engine.operations.streaming import responders
from unspool_rules.engine.operations.streaming.handler_annotations import annotate, says_sdk
from unspool_rules.engine.operations.streaming.handlers import drain, nothing, read_to_the_end
from unspool_rules.engine.operations.streaming.streamed_calls import StreamRounds
from unspool_rules.engine.streaming.handler_bases import is_of_sdk
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import text_of
from unspool_rules.semantics.types import UserInstance
from unspool_rules.syntax.bindings import Binding, How

_UNSEEN = "the class of this handler is not in view; the SDK calls handlers no more"
_OPENS = ("submit_tool_outputs_stream", responders.ATTRIBUTE)
"""Attributes in a class that opens streams, before and after it is migrated."""
_GAVE = (
    *("close", "current_event", "current_message_snapshot", "current_run", "text_deltas"),
    *("current_run_step_snapshot", "get_final_messages", "get_final_run", "until_done"),
)
"""What openai's handler classes had besides callbacks."""
_READ = (
    "the class of this handler is not in view, and the stream is read in another way than to its "
    "end by `until_done`"
)


def consume(work: Work, flow: Flow, given: ast.expr, rounds: StreamRounds | None) -> None:
    """Plan what gives a stream to the handler; blockers where it is not read to its end."""
    if not _is_made_elsewhere(work, flow, given) or rounds is not None:
        work.block(given, _UNSEEN)
        return
    calls = flow.calls.get("until_done", [])
    others = [
        c for n, found in flow.calls.items() for c in found if n not in ("until_done", "close")
    ]
    for use, stream in flow.stand_ins.items():
        work.replace(use, text_of(stream))
    annotate(work, given)
    for node in (*[loop.node for loop in flow.loops], *flow.texts, *flow.others, *others):
        work.block(node, _READ)
    more: Callable[[Rendering], str] = nothing
    _refuse_reads(work, flow, given)
    if _hands_in(work, given) or _may_hand_in(work, flow, given):
        more = _respond(work, flow, given)
    for call in calls:
        read_to_the_end(work, call, lambda r: r.operand(given), more)
    for loop in flow.drained:
        drain(work, loop, lambda r: r.operand(given), more)
    if len(calls) + len(flow.drained) > 1 and isinstance(given, ast.Call):
        work.block(given, "the handler is needed more than once and is not kept in a variable")
    text = " ".join(work.tree.segment(given.func if isinstance(given, ast.Call) else given).split())
    work.note(
        f"the class of `{text}` is in another file: it must have an `until_done` that takes the "
        "stream, which the fix there gives it; where it reads outputs of code, the response here "
        f'needs `include=["{OUTPUTS}"]`'
    )


def _respond(work: Work, flow: Flow, given: ast.expr) -> Callable[[Rendering], str]:
    """Plan that the handler is handed the function which opens the stream."""
    if flow.entered is None or not work.alone(flow.entered):
        work.block(given, "the handler hands in outputs, and the stream has no `with` of its own")
    flow.responds = True
    return responders.first_argument(flow)


def _refuse_reads(work: Work, flow: Flow, given: ast.expr) -> None:
    """What else the code reads of the handler must not be what the SDK's class gave it."""
    variable = work.variable_of(given)
    reads = work.facts.scopes.reads(variable) if variable is not None else []
    for read in reads:
        parent = work.tree.parents.get(read)
        if read in flow.stand_ins or not isinstance(parent, ast.Attribute):
            continue
        if parent.attr in _GAVE:
            work.block(parent, f"`{parent.attr}` came from the SDK's handler class, which is gone")


def _may_hand_in(work: Work, flow: Flow, given: ast.expr) -> bool:
    """Whether the classes of this file that callers may give open streams for outputs."""
    variable = work.variable_of(given)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if not any(b.how is How.PARAMETER for b in bindings):
        return False
    asked = {responders.asked(work, handler) for handler in flow.candidates}
    if len(asked) > 1:
        work.block(given, "of the handlers that callers may give only some hand in outputs")
    return asked == {True}


def _hands_in(work: Work, given: ast.expr) -> bool:
    """Whether the class, where its file is in view, opens streams for outputs itself."""
    made = work.literal_of(given)
    func = made.func if isinstance(made, ast.Call) else made
    variable = work.variable_of(func)
    for binding in work.facts.scopes.bindings(variable) if variable is not None else ():
        statement, alias = binding.statement, binding.node
        if not isinstance(statement, ast.ImportFrom) or not isinstance(alias, ast.alias):
            continue
        module = work.facts.resolver.module(statement.module or "", statement.level)
        if module is not None and _submits(module.text, alias.name):
            return True
    return False


@lru_cache(maxsize=64)  # the other files seldom change between two checks of this one
def _submits(text: str, name: str) -> bool:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return False
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name == name:
            inside = [n for n in ast.walk(node) if isinstance(n, ast.Attribute)]
            return any(n.attr in _OPENS for n in inside)
    return False


def _is_made_elsewhere(work: Work, flow: Flow, node: ast.expr) -> bool:
    """Whether an expression is an instance of a class that an import brings, or a caller's."""
    known = {handler.node for handler in flow.candidates}
    if any(isinstance(t, UserInstance) and t.node not in known for t in work.infer.of(node)):
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
    known = said is None or says_sdk(work, said)
    known = known or (isinstance(said, (ast.Name, ast.Attribute)) and _is_imported(work, said))
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
