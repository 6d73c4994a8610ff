"""Tool objects that are put into a tool set, and those that are set up after they were made."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.functions.made import holders, made_by
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.changes import extended
from unspool_rules.engine.toolmodels.constructors import CONSTRUCTORS
from unspool_rules.engine.toolmodels.mcp import made_of, settings
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import listing

REASONS = {
    "ConnectedAgentTool": "its successor is a workflow or an A2A tool",
    "DeepResearchTool": "it has no successor; call a deep-research model",
    "connected_agent": "its successor is a workflow or an A2A tool",
    "deep_research": "it has no successor; call a deep-research model",
    "FunctionTool": "each function needs a schema, and the loop that calls it",
    "ToolSet": "it has no counterpart; list the tools and write the loop that calls functions",
}
"""Tools that have no constructor of the same name, and what takes their place."""


def of_mcp(work: Work, holder: ast.expr, made: ast.Call, typed: bool) -> Writer | None:
    """``tool.definitions`` of an MCP tool: what was set on it stands in its constructor."""
    fields = settings(work, made)
    writer = CONSTRUCTORS["McpTool"](work, made, typed) if fields is not None else None
    if writer is None or fields is None:
        return None
    writer = extended(writer, fields)
    if holder is made:
        return lambda r: listing([writer(r)])
    work.propose(made, writer)
    return lambda r: listing([r.code(holder)])


def of_member(work: Work, node: ast.expr, typed: bool) -> Writer | None:
    """A tool that a tool set was given, and that nothing else is done with."""
    mcp = made_of(work, node)
    if mcp is not None:
        return of_mcp(work, node, mcp, typed)
    made = made_by(work, node)
    name = class_name(work, made) if made is not None else None
    constructor = CONSTRUCTORS.get(name or "")
    if constructor is None or made is None:
        work.block(
            made or node,
            f"`{name}` has to be rebuilt by hand: {REASONS.get(name or '', 'see its docs')}",
        )
        return None
    if made is not node and not all(_is_added(work, use, node) for use in holders(work, made)):
        work.block(node, "the tool object is used for something else, too")
        return None
    writer = constructor(work, made, typed)
    if writer is None or made is node:
        return writer
    work.replace(made, writer)
    return lambda r: r.code(node)


def _is_added(work: Work, use: ast.expr, added: ast.expr) -> bool:
    """Whether a tool object is only kept here, asked for, or put into its tool set."""
    if use is added or not isinstance(getattr(use, "ctx", ast.Load()), ast.Load):
        return True
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.Call):
        return isinstance(parent.func, ast.Attribute) and parent.func.attr == "add"
    return isinstance(parent, (ast.If, ast.IfExp, ast.UnaryOp, ast.Assign)) or (
        isinstance(parent, ast.Compare)
        and all(isinstance(op, (ast.Is, ast.IsNot)) for op in parent.ops)
    )
