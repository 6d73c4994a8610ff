"""Streams that code out of view reads: callers of a function, or a function of another module.

Nobody can do anything with a stream but read its events, which are others now.
"""

from __future__ import annotations

import ast
import sys

from unspool_rules.catalogue.events import EVENTS
from unspool_rules.engine.abroad.out_of_view import may_be_of_project
from unspool_rules.engine.streaming.streams import Flow
from unspool_rules.engine.uses.returned_dicts import is_unseen
from unspool_rules.engine.work import Work
from unspool_rules.semantics.members import family
from unspool_rules.syntax.bindings import How

_TOLD = "{} the events of a response instead of those of a run: {} to be migrated, too"
_EVENTS = ("thread.message", "thread.run", ".beta.", ".delta", "EventHandler")
_HERE = "what comes out of `{}` may be the old events, and is read here as they were"
_NAMES = frozenset(name for name in EVENTS if name.startswith("thread."))
_PLAIN = frozenset({"staticmethod", "classmethod"})


def goes_abroad(work: Work, flow: Flow, node: ast.expr) -> bool:
    """Say who has to read the events of the response; whether it is certain that they do."""
    if "event_handler" in flow.site.arguments:
        return False
    if flow.entered is not None and isinstance(work.tree.statement(node), ast.Return):
        if flow.entered in work.tree.ancestors(node) and not _is_argument(work, node):
            return False  # it is closed by then
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Tuple):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.Return):
        return _returned(work, flow, parent)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if not isinstance(parent, ast.Call) or parent.func is node:
        return False
    if not (_is_imported(work, parent.func) or _is_inherited(work, parent)):
        return False
    if may_be_of_project(work.facts, parent.func, _EVENTS):
        return False  # both files are looked at together
    read = _read_here(work)
    if read is not None:
        work.block(read, _HERE.format(ast.unparse(parent.func)))
        return True
    work.note(_TOLD.format(f"`{ast.unparse(parent.func)}` gets", "it has"))
    return True


def _read_here(work: Work) -> ast.expr | None:
    """What is read of an event that comes from no stream in view, so from code that gets one."""
    read = [loop for flow in work.facts.flows.values() for loop in flow.loops]
    known: set[ast.AST] = {loop.node for loop in read}
    every = [loop.events for loop in read]
    handlers = [f.handler for f in work.facts.flows.values() if f.handler is not None]
    every += [m.events for h in handlers for m in h.methods.values() if m.events is not None]
    for events in every:
        every += events.further
        known.add(events.place)
    tests = {n for events in every for test in events.tests for n in ast.walk(test)}
    for node in work.tree.of(ast.Constant):
        if isinstance(node, ast.Constant) and node.value in _NAMES and node not in tests:
            return node
    for loop in work.tree.of(ast.For, ast.AsyncFor, ast.comprehension):
        assert isinstance(loop, (ast.For, ast.AsyncFor, ast.comprehension))
        names = [n for n in ast.walk(loop.target) if isinstance(n, ast.Name)]
        variables = [work.variable_of(n) for n in names if loop not in known]
        for variable in variables:
            for use in work.facts.scopes.reads(variable) if variable is not None else ():
                above = work.tree.parents.get(use)
                if isinstance(above, ast.Attribute) and above.attr in ("event", "data"):
                    if not work.infer.of(use):
                        return above
    return None


def _is_argument(work: Work, node: ast.expr) -> bool:
    return isinstance(work.tree.parents.get(node), (ast.Call, ast.keyword))


def _returned(work: Work, flow: Flow, statement: ast.Return) -> bool:
    function = work.tree.function(statement)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    if any(ast.unparse(d) not in _PLAIN for d in function.decorator_list):
        return False
    if not is_unseen(work, function) or function in flow.givers:
        return False
    work.note(_TOLD.format(f"callers of `{function.name}` elsewhere get", "they have"))
    return True


def _is_imported(work: Work, func: ast.expr) -> bool:
    """Whether a function is taken out of another module; a class may be that of any library."""
    variable = work.variable_of(func) if isinstance(func, ast.Name) else None
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    return bool(bindings) and all(
        binding.how is How.IMPORT
        and isinstance(binding.statement, ast.ImportFrom)
        and (binding.statement.module or "").split(".")[0] not in sys.stdlib_module_names
        and binding.name.islower()
        for binding in bindings
    )


def _is_inherited(work: Work, call: ast.Call) -> bool:
    """Whether a method of the object itself comes from a base class that is not in view."""
    owner, func = work.tree.owner(call), call.func
    if owner is None or not isinstance(func, ast.Attribute):
        return False
    if not (isinstance(func.value, ast.Name) and func.value.id == "self") or work.infer.of(func):
        return False
    known = [one for one in family(work.infer, owner) if isinstance(one, ast.ClassDef)]
    bases = [base for one in known for base in one.bases]
    seen = {one.name for one in known}
    return any(isinstance(base, ast.Name) and base.id not in seen for base in bases)


__all__ = ["goes_abroad"]
