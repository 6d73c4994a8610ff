"""``tool.definitions`` of a tool object that the file makes."""

from __future__ import annotations

import ast

from unspool_rules.engine.attachments.thread_resources import taken_over
from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.functions.made import FUNCTION_TOOLS, TOOL_SETS, made_by, name_of
from unspool_rules.engine.functions.objects import tools
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.toolmodels.added import REASONS, of_mcp, of_member
from unspool_rules.engine.toolmodels.carried import holders, made_at
from unspool_rules.engine.toolmodels.changes import changes, extended
from unspool_rules.engine.toolmodels.constructors import CONSTRUCTORS
from unspool_rules.engine.toolmodels.mcp import made_of
from unspool_rules.engine.toolmodels.passed_on import is_passed_on
from unspool_rules.engine.toolmodels.said import is_said, show
from unspool_rules.engine.toolmodels.tested import ask, is_tested
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.layout import listing


def of_object(work: Work, node: ast.Attribute, typed: bool) -> Writer | None:
    """``tool.definitions`` of a tool object that the file makes."""
    holder = node.value
    literal = work.literal_of(holder)
    name = class_name(work, literal)
    made = made_of(work, holder)
    if made is not None:
        return of_mcp(work, holder, made, typed)
    if name is None and name_of(work, holder) in (*TOOL_SETS, *FUNCTION_TOOLS):
        literal = made_by(work, holder) or literal
        name = class_name(work, literal)
    if name is None or not isinstance(literal, ast.Call):
        return _of_carried(work, node, typed)
    if name in TOOL_SETS:
        return tools(work).set_definitions(
            holder, typed, lambda member: of_member(work, member, typed)
        )
    if name in FUNCTION_TOOLS:
        return tools(work).definitions(literal, holder, typed)
    constructor = CONSTRUCTORS.get(name)
    if constructor is None:
        work.block(
            literal, f"`{name}` has to be rebuilt by hand: {REASONS.get(name, 'see its docs')}"
        )
        return None
    changed = changes(work, node, literal, typed)
    variable = work.variable_of(holder)
    if variable is not None:
        show(work, work.facts.scopes.uses(variable))
        for use in work.facts.scopes.uses(variable):
            parent = work.tree.parents.get(use)
            fine = isinstance(parent, ast.Attribute) and parent.attr in ("definitions", "resources")
            if is_tested(work, use):
                ask(work, use)
                continue
            if isinstance(use.ctx, ast.Load) and not fine and changed is None:
                work.block(use, "the tool object is used for something else, too")
                return None
            if fine and parent is not None:
                above = work.tree.parents.get(parent)
                site_call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else None
                site = (
                    work.facts.by_call.get(site_call) if isinstance(site_call, ast.Call) else None
                )
                if site is None and isinstance(parent, ast.expr):
                    site = work.facts.unpacked.get(parent) or _put_into(work, parent)
                if site is None and not _goes_on(work, parent):
                    work.block(use, "the tool object is used for something else, too")
                    return None
                if site is None or site.operation in ("agent.create", "agent.update"):
                    continue
                if site.operation == "thread.create" and taken_over(work, site):
                    continue
                work.block(use, "tool resources of a thread have no counterpart")
                return None
    if changed is None:
        return None
    writer = constructor(work, literal, typed)
    if writer is None:
        return None
    if changed.fields:
        writer = extended(writer, changed.fields)
    more = changed.more
    if changed.gone:
        work.replace(literal, writer)
        return lambda _: listing([])
    if holder is literal:
        return lambda r: listing([writer(r)])
    work.replace(literal, writer)
    return lambda r: listing([r.code(holder), *(w(r) for w in more)])


def _put_into(work: Work, read: ast.expr) -> Site | None:
    """The call that is given a tool's parts under a condition."""
    return next((s for s in work.plan.sites if any(read in p for p in s.puts.values())), None)


def _goes_on(work: Work, read: ast.AST) -> bool:
    """Whether a tool's parts come to agents, are said, or are given to the file's own functions."""
    if not isinstance(read, ast.Attribute):
        return False
    if is_said(work, read.value) or is_passed_on(work, read):
        return True
    node: ast.AST = read
    for above in work.tree.ancestors(read):
        if isinstance(above, ast.Call) and node is not above.func:
            return any(isinstance(t, UserFunction) for t in work.infer.of(above.func))
        if not isinstance(above, (ast.BinOp, ast.Starred, ast.List, ast.keyword)):
            return False
        node = above
    return False


def _of_carried(work: Work, node: ast.Attribute, typed: bool) -> Writer | None:
    """``self.tool.definitions``, and the like, of a tool that is made elsewhere in the file."""
    holder = node.value
    made = made_at(work, holder)
    constructor = CONSTRUCTORS.get(class_name(work, made) or "") if made is not None else None
    if made is None or constructor is None:
        work.block(node, "the tool is not made in view")
        return None
    if made not in work.plan.replacements:
        writer = constructor(work, made, typed)
        if writer is None:
            return None
        work.replace(made, writer)
        show(work, holders(work, made))
        for use in holders(work, made):
            ask(work, use)
    return lambda r: listing([r.code(holder)])
