"""Attributes read by their names: ``getattr(run, "usage", None)``, ``hasattr(run, "usage")``."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.catalogue.citations import COLLECTIONS
from unspool_rules.catalogue.citations import KINDS as ANNOTATIONS
from unspool_rules.catalogue.results import METHODS, RESULTS, Gone, Keep, Outcome
from unspool_rules.engine.flow.absent import default_of, may_be_none
from unspool_rules.engine.flow.callers import FUNCTIONS, all_calls
from unspool_rules.engine.tool_calls import calls
from unspool_rules.engine.uses.asked_keys import is_always_there
from unspool_rules.engine.uses.details import detail
from unspool_rules.engine.uses.kept_status import keep_status
from unspool_rules.engine.uses.kinds import UNKNOWN, a_noun, value_kind
from unspool_rules.engine.uses.status import comparison
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics import outlines
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import flat

Attribute = Callable[[Work, ast.Attribute, ast.expr, set[str]], None]
"""Plans the attribute of a value as if it were read with a dot."""
_OTHERS = (
    ANNOTATIONS
    | calls.KINDS
    | {"part", "text", "step", "thread-id", "run-id", "agent-id", "message-id"}
)
_MAPPINGS = {"thread", "run", "message", "error", "usage"}
_NEVER = "`{name}` was never there: what asks for it gets the answer that it always got"
_FULL = {"error", "usage"}
"""Kinds that have all of their fields, so that no default is ever given."""


def by_name(work: Work, node: ast.expr, kinds: set[str], attribute: Attribute) -> bool:
    """Plan a ``getattr`` or ``hasattr`` of a value.

    Returns:
        Whether it is one, and dealt with.
    """
    call = work.tree.parents.get(node)
    if isinstance(call, ast.Attribute) and call.attr == "get" and call.value is node:
        return _got(work, call, node, kinds)
    if not (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("getattr", "hasattr")
        and len(call.args) > 1
        and call.args[0] is node
    ):
        return False
    name = work.string_value(call.args[1])
    if kinds & _OTHERS or call in work.plan.replacements:
        return False
    if name == "__iter__":
        return True
    if name is None:
        work.block(
            call, "which attribute is read here is not known, and the new object has other ones"
        )
    elif not _exists(work, node, kinds, name):
        if _is_absent(work, node, kinds, call):
            leave_out(work, call, name)
            return True
        work.block(call, f"`{name}` is none of the old object's attributes: a new one may have it")
    elif call.func.id == "hasattr":
        _asked(work, call, node, name, kinds)
    elif (kinds, name) == ({"run"}, "status"):
        _status(work, call, node)
    elif not _kept(work, call, name, kinds):
        read_by_name(work, call, node, name, kinds, attribute)
    return True


def _got(work: Work, method: ast.Attribute, node: ast.expr, kinds: set[str]) -> bool:
    """``run.usage.get("total_tokens", 0)``: azure's models are mappings, and the new ones not."""
    call = work.tree.parents.get(method)
    if not isinstance(call, ast.Call) or call.func is not method or not 0 < len(call.args) < 3:
        return False
    name = work.string_value(call.args[0])
    outcome = _outcome(kinds, name) if name is not None else None
    if not kinds <= _MAPPINGS or not isinstance(outcome, Keep) or call.keywords:
        return False
    if len(call.args) > 1 and not (kinds <= _FULL or is_always_there(kinds, name or "")):
        return False
    if name == "content":
        return False  # its parts have other fields, and nobody follows them from here
    work.claimed.add(method)
    if outcome.note:
        work.note(outcome.note)
    new = outcome.name
    work.propose(call, detail(work, call, node, new))
    return True


def _exists(work: Work, node: ast.expr, kinds: set[str], name: str) -> bool:
    """Whether every class of these kinds that the value may be of has the attribute."""
    values = [t for t in work.infer.of(node) if isinstance(t, Inst)]
    classes = [t.cls for t in values if value_kind(t) in kinds]
    return all(
        outlines.method(cls, name) is not None
        or any(name in outline.attributes for outline in outlines.lineage(cls))
        for cls in classes
    )


def _is_absent(work: Work, node: ast.expr, kinds: set[str], call: ast.Call) -> bool:
    """Whether what is asked for was certainly not there: azure's classes have no other attributes.

    The branch for it was never taken.
    """
    values = work.infer.of(node)
    known = bool(values) and all(
        isinstance(t, Inst) and (t.cls == "None" or t.cls.startswith("azure.")) for t in values
    )
    asked = isinstance(call.func, ast.Name) and call.func.id == "hasattr"
    given = call.args[2] if len(call.args) == 3 else None
    return known and UNKNOWN not in kinds and (asked or isinstance(given, ast.Constant))


def never_there(work: Work, outer: ast.expr, node: ast.expr, name: str) -> ast.expr | None:
    """What ``getattr`` of one of azure's objects is given for an attribute that it never had."""
    kinds = {k for t in work.infer.of(node) if (k := value_kind(t)) is not None}
    if not (isinstance(outer, ast.Call) and getattr(outer.func, "id", "") == "getattr"):
        return None
    if not kinds or _exists(work, node, kinds, name) or not _is_absent(work, node, kinds, outer):
        return None
    work.note(_NEVER.format(name=name))
    return outer.args[2]


def leave_out(work: Work, call: ast.Call, name: str) -> None:
    """Write what was given for an attribute that was never there."""
    work.note(_NEVER.format(name=name))
    above = work.tree.parents.get(call)
    if len(call.args) == 2:
        work.propose(call, lambda _: "False")
    elif (
        isinstance(above, ast.BoolOp)
        and isinstance(above.op, ast.Or)
        and len(above.values) == 2
        and above.values[0] is call
        and isinstance(call.args[2], ast.Constant)
        and not call.args[2].value
    ):
        other = above.values[1]
        work.propose(above, lambda r: r.code(other))
    else:
        work.propose(call, lambda r: r.text(call.args[2]))


def _outcome(kinds: set[str], name: str) -> Outcome | None:
    found = {RESULTS.get((kind, name)) or METHODS.get((kind, name)) for kind in kinds}
    return found.pop() if len(found) == 1 else None


def _kept(work: Work, call: ast.Call, name: str, kinds: set[str]) -> bool:
    """Whether the attribute lives on, maybe under another name; ``None`` stays what it is then."""
    outcome = _outcome(kinds, name)
    if kinds & {"agent", "page"} or not isinstance(outcome, Keep):
        return False
    if outcome.note:
        work.note(outcome.note)
    if outcome.name != name:
        new = outcome.name
        work.propose(call.args[1], lambda _: f'"{new}"')
    return True


def _asked(work: Work, call: ast.Call, node: ast.expr, name: str, kinds: set[str]) -> None:
    """``hasattr``: an attribute that all of a class have says that the value is not ``None``."""
    outcome = _outcome(kinds, name)
    collected = kinds == {"message"} and name in COLLECTIONS
    if not collected and (outcome is None or isinstance(outcome, Gone) or UNKNOWN in kinds):
        reason = outcome.reason if isinstance(outcome, Gone) else None
        work.block(call, reason or f"`{name}` of {a_noun(kinds)} has no known counterpart")
    elif isinstance(outcome, Keep) and "agent" not in kinds:
        _kept(work, call, name, kinds)
    else:
        bare = isinstance(
            work.tree.parents.get(call), (ast.If, ast.While, ast.BoolOp, ast.IfExp, ast.Assert)
        )
        opening, closing = ("", "") if bare else ("(", ")")
        work.propose(call, lambda r: f"{opening}{r.text(node)} is not None{closing}")


def _status(work: Work, call: ast.Call, node: ast.expr) -> None:
    """``getattr(run, "status", None)``: a status, where the run is there."""
    before = work.plan.snapshot()
    parent = work.tree.parents.get(call)
    if isinstance(parent, ast.Compare):
        comparison(work, parent, call)
    else:
        keep_status(work, call, as_text=True)
    changed = work.plan.replacements.keys() - before["replacements"].keys()
    if changed and may_be_none(work, node):
        work.plan.restore(before)
        work.block(call, "the run may be None here, and its status says more than a response's")


def read_by_name(
    work: Work, call: ast.Call, node: ast.expr, name: str, kinds: set[str], attribute: Attribute
) -> None:
    """``getattr`` of what has a new form: the new form, or what is given where nothing is."""
    if not isinstance(node, (ast.Name, ast.Attribute)):
        work.block(
            call,
            "what is read here has a new form: give the object that it is read of a name first",
        )
        return
    given = call.args[2] if len(call.args) > 2 else None
    plain = ast.copy_location(ast.Attribute(node, name, ast.Load()), call)
    work.tree.parents[plain] = work.tree.parents[call]
    attribute(work, plain, node, kinds)
    writer = work.plan.replacements.pop(plain, None)
    if writer is None:
        return
    new = writer
    if given is None or _always(work, node):
        work.propose(call, new)
        return
    default = given

    def write(r: Rendering) -> str:
        code = new(r)
        text = code if isinstance(code, str) else flat(code) or r.text(node)
        return f"({text} if {r.text(node)} is not None else {r.text(default)})"

    work.propose(call, write)


def _always(work: Work, node: ast.expr) -> bool:
    """Whether a name is an item of a loop, or given one by every caller: never ``None``."""
    variable = work.variable_of(node)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
    return bool(bindings) and all(
        b.how is How.ITERATE or (isinstance(b.node, ast.arg) and _always_given(work, b.node))
        for b in bindings
    )


def _always_given(work: Work, parameter: ast.arg) -> bool:
    function = work.tree.function(parameter)
    if not isinstance(function, FUNCTIONS) or default_of(work, parameter) is not None:
        return False
    calls = all_calls(work, function)
    given = arguments_for(work.infer, function, parameter)
    return len(given) == len(calls) > 0 and all(
        variable is not None
        and all(b.how is How.ITERATE for b in work.facts.scopes.bindings(variable))
        for variable in map(work.variable_of, given)
    )


def with_a_dot(work: Work, node: ast.Attribute) -> None:
    """``message["id"]``: new objects have no keys, so what stays is read as an attribute."""
    work.propose(node, lambda r: f"{r.operand(node.value)}.{node.attr}")
