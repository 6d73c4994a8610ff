"""An MCP tool that only answers for the calls of an agent that is defined elsewhere.

Runs were given an approval mode with it. Where the program answers each request for an approval,
the run comes to the same end under every mode that the agent's definition has.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.tool_calls.approvals import approves, is_given_to_approval
from unspool_rules.engine.work import Work

_NOTE = (
    "the approval mode of an MCP tool is that of its agent's definition, which is made elsewhere; "
    "requests for an approval are answered here"
)


def only_approved(work: Work, made: ast.Call, holders: list[ast.expr]) -> bool:
    """Plan that the tool goes, where nothing of it but its approval mode reached a run.

    Args:
        holders: all expressions that are the tool.
    """
    statement = work.tree.parents.get(made)
    if not (isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)):
        return False
    gone: list[ast.stmt] = [statement]
    for holder in holders:
        if holder is made or not isinstance(getattr(holder, "ctx", None), ast.Load):
            continue
        use = work.tree.parents.get(holder)
        call = work.tree.parents.get(use) if use is not None else None
        if not isinstance(holder, ast.Name) or not isinstance(use, ast.Attribute):
            return False
        if use.attr == "set_approval_mode" and isinstance(call, ast.Call):
            setter = work.tree.parents.get(call)
            if not isinstance(setter, ast.Expr):
                return False
            gone.append(setter)
        elif use.attr == "headers":
            if not is_given_to_approval(work, use):
                return False
        elif not (isinstance(call, ast.keyword) and call.arg == "tool_resources"):
            return False
    if len(gone) > 1 and not approves(work):
        return False
    if not all(work.alone(s) for s in gone):
        return False
    for node in gone:
        work.remove(node)
    work.note(_NOTE)
    return True
