"""Objects of texts, ``part.text``, which are plain strings now: uses of what is no ``value``."""

from __future__ import annotations

import ast

from unspool_rules.engine.uses.asked_keys import asked_by_key
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.uses.shown import SPEAKERS
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.names import last_name

_FOLLOWED = (
    ast.AnnAssign,
    ast.NamedExpr,
    ast.If,
    ast.While,
    ast.BoolOp,
    ast.UnaryOp,
    ast.IfExp,
    ast.Expr,
    ast.Assert,
    ast.Tuple,
    ast.List,
    ast.ListComp,
    ast.GeneratorExp,
    ast.comprehension,
)
"""Places that test the object, or hand it on to where it is judged again."""
_SHOWN = "what is printed of the object of a text is its value now"


def text_object(work: Work, node: ast.expr) -> None:
    """Judge a place that holds the object of a text, and not its value."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, _FOLLOWED):
        return
    if isinstance(parent, ast.Assign) and all(_is_text(work, t) for t in parent.targets):
        return
    if isinstance(parent, ast.Compare) and _with_nothing(parent, node):
        return
    if isinstance(parent, ast.FormattedValue):
        work.note(_SHOWN)
        return
    if isinstance(parent, (ast.Return, ast.Yield)):
        work.note("callers outside this file now get a string instead of the object of a text")
        return
    if isinstance(parent, ast.Subscript) and parent.value is node:
        if work.string_value(parent.slice) == "value":
            work.propose(parent, lambda r: r.text(node))
            return
    if isinstance(parent, ast.Call) and _given(work, node, parent):
        return
    if asked_by_key(work, node, {"text"}):
        return
    work.block(
        node,
        "the object of a text is a plain string now, and its use here is not known: read its "
        "`.value`",
    )


def _is_text(work: Work, target: ast.expr) -> bool:
    return "text" in {value_kind(t) for t in work.infer.of(target)}


def _with_nothing(compare: ast.Compare, node: ast.expr) -> bool:
    others = [c for c in (compare.left, *compare.comparators) if c is not node]
    return all(isinstance(c, ast.Constant) and c.value is None for c in others)


def _is_tested(work: Work, node: ast.expr) -> bool:
    """Whether the object is certainly there: a part's own, or a name that a test around names."""
    if not isinstance(node, ast.Name):
        return True
    child: ast.AST = node
    for parent in work.tree.ancestors(node):
        if isinstance(parent, (ast.If, ast.IfExp)) and child is not parent.test:
            if any(isinstance(n, ast.Name) and n.id == node.id for n in ast.walk(parent.test)):
                return True
        child = parent
    return False


def _given(work: Work, node: ast.expr, call: ast.Call) -> bool:
    func = call.func
    name = last_name(func)
    if name in ("hasattr", "getattr") and call.args[0] is node:
        if len(call.args) < 2 or work.string_value(call.args[1]) != "value":
            return False
        if name == "getattr" and len(call.args) > 2 and not _is_tested(work, node):
            given = call.args[2]
            work.propose(
                call,
                lambda r: f"({r.text(node)} if {r.text(node)} is not None else {r.text(given)})",
            )
        elif name == "getattr":
            work.propose(call, lambda r: r.text(node))
        else:
            work.propose(call, lambda r: f"isinstance({r.text(node)}, str)")
        return True
    if name in SPEAKERS or name in ("str", "repr"):
        work.note(_SHOWN)
        return True
    if name == "isinstance" and call.args[0] is node and len(call.args) == 2:
        return _is_string(work, node, call)
    return any(isinstance(t, UserFunction) for t in work.infer.of(func))


def _is_string(work: Work, node: ast.expr, call: ast.Call) -> bool:
    """``part.text if isinstance(part.text, str) else part.text.value``: the same both ways now.

    Elsewhere the test failed, and what follows it never ran.
    """
    tested = call.args[1]
    if not isinstance(tested, ast.Name) or tested.id != "str" or work.variable_of(tested):
        return False
    choice = work.tree.parents.get(call)
    if isinstance(choice, ast.IfExp) and choice.test is call:
        other = choice.orelse
        if ast.dump(choice.body) == ast.dump(node) and _is_value(work, other, node):
            work.propose(choice, lambda r: r.text(node))
            return True
    work.propose(call, lambda _: "False")
    work.note("the object of a text was no string, and what a test for one leads to never ran")
    return True


def _is_value(work: Work, other: ast.expr, node: ast.expr) -> bool:
    """``text.value``, or ``getattr(text, "value", …)``."""
    if isinstance(other, ast.Attribute):
        return other.attr == "value" and ast.dump(other.value) == ast.dump(node)
    return (
        isinstance(other, ast.Call)
        and last_name(other.func) == "getattr"
        and len(other.args) > 1
        and ast.dump(other.args[0]) == ast.dump(node)
        and work.string_value(other.args[1]) == "value"
    )
