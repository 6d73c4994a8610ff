"""The states of a run, where they are those of a response."""

from __future__ import annotations

import ast

from unspool_rules.engine.tool_calls import calls
from unspool_rules.engine.uses.kept_status import keep_status
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.writers import quoted

_NEVER = {"expired", "cancelling"}
"""States of a run that a response is never in; what waits for tool outputs is looked at apart."""


def of_status(work: Work, node: ast.Attribute) -> None:
    """A response's status may be None: where a string is needed, it is made one."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Compare):
        comparison(work, parent, node)
        if _is_open(work, parent, node) and parent not in work.plan.replacements:
            keep_status(work, node, as_text=False)
    elif keep_status(work, node, as_text=True):
        if isinstance(parent, ast.Attribute) and parent.attr == "value":
            work.propose(parent, lambda r: r.text(node))
    elif _must_be_text(work, node, parent) or _is_named_text(work, parent):
        work.propose(node, lambda r: f"str({r._splice(node)})")
    elif isinstance(parent, ast.Attribute):
        work.propose(parent, lambda r: r.text(node))


def by_name(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """``run.status.name``: the status in capitals, which is a string and has no name.

    Source: azure-ai-agents 1.1.0 ``azure/ai/agents/models/_enums.py``, ``RunStatus``.
    """
    if node.attr != "name" or any(c.value == "REQUIRES_ACTION" for c in work.tree.of(ast.Constant)):
        return False
    method = work.tree.parents.get(node)
    if isinstance(method, ast.Attribute) and method.attr in ("lower", "casefold"):
        work.propose(node, lambda r: r.operand(base))
    else:
        work.propose(node, lambda r: f"{r.operand(base)}.upper()")
    return True


def _must_be_text(work: Work, node: ast.expr, parent: ast.AST | None) -> bool:
    """Whether ``None`` would not do at the place."""
    if isinstance(parent, ast.Attribute):
        return parent.attr != "value"
    if isinstance(parent, ast.Subscript):
        return parent.slice is node
    if isinstance(parent, (ast.Return, ast.AnnAssign)):
        function = work.tree.function(node) if isinstance(parent, ast.Return) else None
        said = parent.annotation if isinstance(parent, ast.AnnAssign) else function
        annotation = getattr(said, "returns", said)
        return isinstance(annotation, ast.Name) and annotation.id == "str"
    if isinstance(parent, ast.Call):
        func = parent.func
        return isinstance(func, ast.Attribute) and func.attr == "get" and parent.args[0] is node
    return isinstance(parent, ast.BinOp)


def _is_named_text(work: Work, parent: ast.AST | None) -> bool:
    """Whether a status is kept under a name, and somewhere needed as a string."""
    if not (isinstance(parent, ast.Assign) and len(parent.targets) == 1):
        return False
    variable = work.variable_of(parent.targets[0])
    return variable is not None and any(
        _must_be_text(work, use, work.tree.parents.get(use))
        for use in work.facts.scopes.uses(variable)
        if isinstance(use, ast.Name) and isinstance(use.ctx, ast.Load)
    )


def comparison(work: Work, compare: ast.Compare, node: ast.expr) -> None:
    """Comparisons with values that a response's status never has."""
    if calls.status(work, compare, node):
        return
    for other in (compare.left, *compare.comparators):
        if other is node:
            continue
        if work.string_value(other) == "requires_action" and _counts(work, compare):
            work.block(
                compare,
                "a response has no status `requires_action`: its tool calls are "
                "`function_call` items of `response.output`",
            )
        identity = any(isinstance(op, (ast.Is, ast.IsNot)) for op in compare.ops)
        for member in ast.walk(other):
            if isinstance(member, ast.Attribute):
                text = work.enum_value(member)
                if text is not None and identity:
                    work.block(compare, "strings are compared by `==`, not by identity")
                elif text is not None:
                    work.propose(member, quoted(text))

    _say_never(work, compare, node)


def _is_open(work: Work, compare: ast.Compare, node: ast.expr) -> bool:
    """Whether it is not known here what a status is compared with."""
    others = [o for o in (compare.left, *compare.comparators) if o is not node]
    return any(calls.strings(work, other) is None for other in others)


def _say_never(work: Work, compare: ast.Compare, node: ast.expr) -> None:
    """A test that only asks for states that a response is never in has no other outcome."""
    others = [o for o in (compare.left, *compare.comparators) if o is not node]
    if len(others) != 1 or not isinstance(node, ast.Attribute) or not _counts(work, compare):
        return
    names = calls.strings(work, others[0])
    if names and names <= _NEVER:
        shown = " or ".join(f"`{name}`" for name in sorted(names))
        always = isinstance(compare.ops[0], (ast.NotEq, ast.NotIn))
        text = " ".join(work.tree.segment(compare).split())
        work.note(
            f"a response never has the status {shown}: `{text}` is "
            f"{'always' if always else 'never'} true"
        )


def _counts(work: Work, compare: ast.Compare) -> bool:
    """Whether the comparison still stands after the plan (not in a loop that goes)."""
    return not any(
        isinstance(a, ast.stmt) and a in work.plan.rewritten for a in work.tree.ancestors(compare)
    )
