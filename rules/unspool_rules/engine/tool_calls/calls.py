"""Tool calls a run waits for: they are the ``function_call`` items of a response's output."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.caught import is_caught
from unspool_rules.engine.plan import ToolRounds
from unspool_rules.engine.reasons import of_test
from unspool_rules.engine.tool_calls.approvals import (
    CALL_CLASS,
    FIELDS,
    REQUEST,
    action_class,
    approves,
    asked,
)
from unspool_rules.engine.tool_calls.asked_items import asking, given, pending
from unspool_rules.engine.tool_calls.dumps import dump_call, dump_calls, dumped
from unspool_rules.engine.tool_calls.kept_calls import calls_of, wanted
from unspool_rules.engine.tool_calls.told_apart import (
    ACTION,
    is_kept,
    said_beside,
    states_of,
    with_status,
)
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import quoted
from unspool_rules.semantics.types import Class, Inst, UserFunction
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.guards import is_class_test, is_truth
from unspool_rules.syntax.layout import Code, flat

KINDS = frozenset({"action", "submit", "call", "function"})
_SUBMITS = ("submit_tool_outputs", "submit_tool_approval")
_SAME = {*(("action", name) for name in _SUBMITS), ("submit", "tool_calls"), ("call", "function")}
_NAMES = {"id": "call_id"}
_KEPT = {"name", "arguments"}
_OTHERS = {
    False: "approvals of MCP calls are `mcp_approval_request` items now",
    True: "function calls are asked for here, too, and only approvals are handed in",
}
"""Why a way to be asked that the program does not answer is left alone, by `approves`."""
_UNFINISHED = {ACTION, "queued", "in_progress", "cancelling"}


def _way(work: Work) -> str:
    return _SUBMITS[approves(work)]


def name_of(r: Rendering, variable: Variable) -> str:
    return r.naming.renamed.get(variable, variable.name)


def attribute(work: Work, node: ast.Attribute, base: ast.expr, kind: str) -> bool:
    """Plan an attribute of a run, an action or a call.

    Returns:
        Whether the attribute is one of those that this module knows.
    """
    if work.facts.keeps_calls and kind in ("call", "function"):
        return True
    if kind == "run" and node.attr == "required_action":
        _required(work, node, base)
        return True
    if kind in KINDS and approves(work) and _of_approval(work, node, kind):
        return True
    if kind in KINDS and dumped(work, base) is not None:
        if kind in ("call", "function"):
            dump_call(work, base, kind)
        elif not any(getattr(n, "attr", "") == "required_action" for n in ast.walk(base)):
            dump_calls(work, base, kind, lambda r: (r.text(base), False))
        return True
    if (kind, node.attr) in _SAME:
        work.propose(node, lambda r: r.text(base))
    elif kind == "action" and node.attr == "type":
        _action_type(work, node, base)
    elif kind == "call" and node.attr == "type":
        _call_type(work, node)
    elif kind == "call" and node.attr in _NAMES:
        name = _NAMES[node.attr]
        work.propose(node, lambda r: f"{r.operand(base)}.{name}")
    elif kind == "function" and node.attr in _KEPT:
        return True
    elif kind in KINDS:
        work.block(node, f"`{node.attr}` of a tool call has no known counterpart")
    else:
        return False
    return True


def _of_approval(work: Work, node: ast.Attribute, kind: str) -> bool:
    """Plan an attribute of what asks for an approval; whether it is unlike one of a function."""
    if kind == "call" and node.attr in {"id", *FIELDS}:
        return True
    if kind == "function" or node.attr in ("function", _SUBMITS[False]):
        work.block(node, _OTHERS[True])
        return True
    if dumped(work, node.value) is not None:
        work.block(node, "the dump of a request for approval has other fields now")
        return True
    return False


def status(work: Work, compare: ast.Compare, node: ast.expr) -> bool:
    """Plan ``run.status == "requires_action"``, and ``== "completed"`` while calls may be pending.

    Returns:
        Whether the comparison is dealt with.
    """
    base = with_status(node)
    if base is None or len(compare.ops) != 1 or compare.left is not node:
        return False
    operator, other = compare.ops[0], compare.comparators[0]
    if work.string_value(other) == ACTION:
        if in_rounds(work, compare) is not None:
            return True
        if not isinstance(operator, (ast.Eq, ast.NotEq)):
            return False
        no = "not " if isinstance(operator, ast.NotEq) else ""
        work.propose(compare, lambda r: asking(work, r.operand(base), no))
        return True
    names = strings(work, other)
    yes = isinstance(operator, (ast.Eq, ast.In))
    if names is None or not (yes or isinstance(operator, (ast.NotEq, ast.NotIn))):
        return False
    if ACTION in names and in_rounds(work, compare) is None:
        if "completed" in names:  # the status of a response with calls, too
            return False
        if names <= _UNFINISHED and not work.facts.starts_in_background:
            no = "" if yes else "not "
            work.propose(compare, lambda r: asking(work, r.operand(base), no))
            return True
        word = "or" if yes else "and not"
    elif "completed" in names and may_wait(work, compare) and not said_beside(work, compare):
        word = "and not" if yes else "or"
    else:
        return False
    parent = work.tree.parents.get(compare)
    plain = isinstance(parent, (ast.If, ast.While)) or (
        word != "or" and isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And)
    )
    sign = {ast.Eq: "==", ast.NotEq: "!=", ast.In: "in", ast.NotIn: "not in"}[type(operator)]
    for member in ast.walk(other):
        text = work.enum_value(member) if isinstance(member, ast.Attribute) else None
        if text is not None and isinstance(member, ast.Attribute):
            work.propose(member, quoted(text))

    def write(r: Rendering) -> Code:
        value = r.operand(base)
        test = f"{value}.status {sign} {r.text(other)} {word} "
        head, tail = (test, "") if plain else (f"({test}", ")")
        if names == {"completed"}:
            return pending(asked(work), value, head, tail)
        return asking(work, value, head, tail)

    work.propose(compare, write)
    return True


def is_instance(work: Work, call: ast.Call, node: ast.expr) -> bool:
    """Plan ``isinstance(call, RequiredFunctionToolCall)`` and the like."""
    names = {t.name.rpartition(".")[2] for t in work.infer.of(call.args[1]) if isinstance(t, Class)}
    functions = {"RequiredFunctionToolCall", "RequiredActionFunctionToolCall"}
    if names & functions and len(names) == 1 and not approves(work):
        work.propose(call, lambda r: f'{r.operand(node)}.type == "function_call"')
        return True
    if names == {CALL_CLASS} and approves(work):
        work.propose(call, lambda r: f'{r.operand(node)}.type == "{REQUEST}"')
        return True
    if names == {action_class(work)}:
        work.propose(call, lambda r: f"bool({r.text(node)})")
        return True
    return False


def in_rounds(work: Work, node: ast.AST) -> ToolRounds | None:
    """The planned loop over tool calls that a node stands in."""
    above = set(work.tree.ancestors(node)) if work.plan.rounds else ()
    return next((rounds for rounds in work.plan.rounds if rounds.loop in above), None)


def leftovers(facts: Facts, works: Sequence[Work]) -> None:
    """Block on tests for `requires_action` that nothing has dealt with."""
    for work in works if (states := states_of(facts.tree)) else ():
        functions = {work.tree.function(s.func) for s in work.plan.sites}
        others = {work.tree.function(s.func) for s in facts.sites} - functions
        for node in states:
            home = work.tree.function(node)
            mine = home in functions or (work.plan.acts and home not in others)
            if mine and all(in_rounds(other, node) is None for other in works):
                _left_over(work, node)


def _left_over(work: Work, node: ast.expr) -> None:
    above = list(work.tree.ancestors(node))
    if any(a in work.plan.replacements or a in work.plan.rewritten for a in above):
        return
    compare = next((a for a in above if isinstance(a, ast.Compare)), None)
    if not work.plan.acts and compare is not None:
        if compare is not above[0] or isinstance(compare.left, ast.Subscript):
            return  # one state of several that are waited for, or of a dump
    if compare is not None and (
        isinstance(compare.left, ast.Attribute) or with_status(compare.left) is not None
    ):
        return  # a run's status: dealt with, or harmless
    subject = compare.left if compare is not None else None
    statement = work.tree.statement(node)
    if isinstance(statement, ast.Match):
        subject = statement.subject
    if subject is not None and not is_kept(work, subject):
        work.block(node, "a response has no status `requires_action`: test for its calls")


def strings(work: Work, node: ast.expr) -> set[str] | None:
    """The strings that a value is compared with; None when one of them is not known."""
    value = work.string_value(node)
    if value is not None:
        return {value}
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        found = {work.string_value(e) for e in node.elts}
        return None if None in found else {f for f in found if f is not None}
    return None


def may_wait(work: Work, place: ast.expr) -> bool:
    """Whether the response may still ask for function calls at this place."""
    if not work.plan.acts:
        return False
    here = work.tree.span(place).start
    function = work.tree.function(place)
    for rounds in work.plan.rounds:
        if work.tree.function(rounds.loop) is function:
            if here >= work.tree.span(rounds.loop).start:
                inside = any(a in rounds.body for a in work.tree.ancestors(place))
                return inside or rounds.unanswered
            continue
        if _called_before(work, rounds, place):
            return rounds.unanswered
    return True


def _called_before(work: Work, rounds: ToolRounds, place: ast.AST) -> bool:
    """Whether the function that answers the calls has been called by then."""
    home, here = work.tree.function(rounds.loop), work.tree.function(place)
    end = work.tree.span(place).start
    return any(
        work.tree.span(call).start < end
        and any(isinstance(t, UserFunction) and t.node is home for t in work.infer.of(call.func))
        for call in work.tree.calls_in.get(here, ())
    )


def _required(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    """``run.required_action``, with what follows it."""
    outer: ast.expr = node
    for step in (_way(work), "tool_calls"):
        parent = work.tree.parents.get(outer)
        if not (isinstance(parent, ast.Attribute) and parent.attr == step):
            break
        outer = parent
    kind = "submit" if isinstance(outer, ast.Attribute) and outer.attr in _SUBMITS else "action"
    rounds = in_rounds(work, node)

    def source(r: Rendering) -> tuple[str, bool]:
        if rounds is not None:
            return rounds.name(r), False
        if work.facts.keeps_calls:
            return flat(calls_of(r, r.operand(base))) or "", False
        return f"{r.operand(base)}.output", True

    if not approves(work) and dump_calls(work, outer, kind, source):
        return
    parent = work.tree.parents.get(outer)
    if isinstance(parent, ast.Attribute) and parent.attr not in ("type",):
        if not parent.attr.startswith("submit_tool"):
            work.block(parent, f"`{parent.attr}` of a required action has no known counterpart")
        else:
            work.block(parent, _OTHERS[approves(work)])
        return
    if isinstance(parent, ast.Compare) and _is_none_test(parent, outer):
        no = "not " if isinstance(parent.ops[0], (ast.Is, ast.Eq)) else ""
        work.propose(parent, lambda r: asking(work, r.operand(base), no))
        if not no:
            _said_already(work, parent, base)
        return
    if is_class_test(parent, outer):
        kinds = work.infer.of(parent.args[1])
        names = {t.name for t in kinds if isinstance(t, Class)}
        if {name.rpartition(".")[2] for name in names} != {action_class(work)}:
            work.block(parent, of_test(names))
        work.propose(parent, lambda r: asking(work, r.operand(base)))
        _said_already(work, parent, base)
        return
    if is_truth(work.tree, outer):
        _said_already(work, outer, base)
        work.propose(outer, lambda r: asking(work, r.operand(base)))
        return
    if rounds is not None:
        work.propose(outer, rounds.name)
        return
    if outer is not node or work.facts.keeps_calls:  # read off what is there
        work.propose(outer, lambda r: wanted(work, r, r.operand(base)))
    else:
        work.propose(outer, lambda r: given(work, r.operand(base)))


def _said_already(work: Work, test: ast.expr, base: ast.expr) -> None:
    """Leave a test out of ``a and b`` when the one of the run's status before it says the same."""
    both = work.tree.parents.get(test)
    if not (isinstance(both, ast.BoolOp) and isinstance(both.op, ast.And)):
        return
    first = both.values[0]
    if (
        len(both.values) == 2
        and both.values[1] is test
        and isinstance(first, ast.Compare)
        and len(first.ops) == 1
        and isinstance(first.ops[0], ast.Eq)
        and work.string_value(first.comparators[0]) == ACTION
        and ast.unparse(first.left) == f"{ast.unparse(base)}.status"
        and in_rounds(work, test) is None
    ):
        work.propose(both, lambda r: r.code(first))


def _is_none_test(compare: ast.Compare, node: ast.expr) -> bool:
    other = compare.comparators[0]
    return (
        compare.left is node
        and len(compare.ops) == 1
        and isinstance(other, ast.Constant)
        and other.value is None
    )


def _action_type(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Compare) and parent.left is node and len(parent.ops) == 1:
        value = work.string_value(parent.comparators[0])
        if value == _way(work) and isinstance(parent.ops[0], (ast.Eq, ast.NotEq)):
            no = "not " if isinstance(parent.ops[0], ast.NotEq) else ""
            if isinstance(base, ast.Attribute) and base.attr == "required_action":
                run = base.value
                work.propose(parent, lambda r: asking(work, r.operand(run), no))
            else:
                work.propose(
                    parent, lambda r: f"{no}{r.text(base)}" if no else f"bool({r.text(base)})"
                )
            return
    classes = [t.cls for t in work.infer.of(base) if isinstance(t, Inst) and t.cls != "None"]
    if classes and all(c.startswith("openai.") for c in classes) and not is_caught(work, node):
        work.propose(node, quoted(_way(work)))  # it has no other
    else:
        work.block(node, "the type of a required action has no counterpart that is certain")


def _call_type(work: Work, node: ast.Attribute) -> None:
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Compare) and parent.left is node and len(parent.ops) == 1:
        other = parent.comparators[0]
        old = "mcp" if approves(work) else "function"
        if isinstance(other, ast.Constant) and other.value == old:
            work.propose(other, lambda _: f'"{asked(work)}"')
            return
    if isinstance(parent, (ast.Compare, ast.MatchValue, ast.Match)):
        work.block(node, 'the type of a call is "function_call" now')
    elif not approves(work):
        work.propose(node, lambda r: f'{r._splice(node)}.removesuffix("_call")')
    elif not isinstance(parent, ast.FormattedValue):
        work.block(node, "the type of a request for approval is another word now")


__all__ = ["KINDS", "Code", "attribute", "in_rounds", "is_instance", "may_wait", "status"]
