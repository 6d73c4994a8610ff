"""Tool sets that stay what they are, a list of tools now.

A set that one name holds is written where its agent is made (``objects.py``). One that is kept on
``self``, handed on, or added to under conditions stays: tools are appended where they were added.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.engine.flow.annotated import annotated, held_by
from unspool_rules.engine.functions.made import additions, holders, stands_for
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Inst, UserClass, UserFunction

_ELSE = "the tool set is used for something else, too"
_CARRIES = (ast.Assign, ast.AnnAssign, ast.Return, ast.NamedExpr)
_TESTS = (ast.If, ast.IfExp, ast.While, ast.UnaryOp, ast.BoolOp)
_PARTS = ("add", "definitions", "resources", "execute_tool_calls")


def is_written_in_place(work: Work, node: ast.expr, made: ast.Call) -> bool:
    """Whether a set's tools can all be listed where an agent is made with it."""
    variable = work.variable_of(node)
    bound = work.facts.scopes.bindings(variable) if variable is not None else ()
    if variable is None or len(bound) != 1:
        return False
    if work.tree.statement(bound[0].node) is not work.tree.statement(made):
        return False  # a function makes it, whose names are its own
    if any(_goes_on(work, use) for use in work.facts.scopes.reads(variable)):
        return False
    block = work.tree.block_of(work.tree.statement(made))
    added = additions(work, made)
    statements = [work.tree.statement(call) for call in added]
    if not all(isinstance(s, ast.Expr) and s in block for s in statements):
        return False
    last = max((work.tree.span(s).start for s in statements), default=0)
    return all(
        work.variable_of(use) == variable and last < work.tree.span(use).start
        for use in _given(work, made)
    )


def _goes_on(work: Work, use: ast.expr) -> bool:
    """Whether a set is kept elsewhere, or handed on to code that is no SDK's."""
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    return isinstance(parent, _CARRIES) or (isinstance(parent, ast.Call) and _is_ours(work, parent))


def _given(work: Work, made: ast.Call) -> Sequence[ast.expr]:
    """Where agents are made with a set."""
    return [
        value
        for site in work.facts.sites
        if site.operation in ("agent.create", "agent.update")
        for value in (site.arguments.get("toolset"),)
        if value is not None and stands_for(work, value, made)
    ]


def keep(work: Work, made: ast.Call, typed: bool) -> bool:
    """Plan the list that takes a set's place; what is added to it is planned elsewhere."""
    statement = work.tree.statement(made)
    parent = work.tree.parents.get(made)
    filled = any(
        work.tree.statement(call) in work.tree.block_of(statement) for call in additions(work, made)
    )
    for node in holders(work, made):
        if not _is_known(work, node, filled):
            work.block(node, _ELSE)
            return False
    if not isinstance(parent, (ast.Assign, ast.AnnAssign)) or not work.alone(statement):
        work.block(made, "the tool set is not kept in a variable")
        return False
    target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
    if isinstance(parent, ast.AnnAssign) or not (typed and _is_bound_once(work, target)):
        work.replace(made, lambda _: "[]")
    else:

        def write(r: Rendering) -> list[str]:
            comments = r.comments_within(r.lines_span(statement))
            return [*comments, f"{r.text(target)}: list[{r.model('Tool')}] = []"]

        work.plan.rewritten[statement] = write
    _annotate(work, made, typed)
    return True


def _is_bound_once(work: Work, target: ast.expr) -> bool:
    variable = work.variable_of(target)
    if variable is not None:
        return len(work.facts.scopes.bindings(variable)) == 1
    if isinstance(target, ast.Attribute):
        stores = work.infer.stores.attributes.get(target.attr, ())
        return sum(store.owner is work.tree.owner(target) for store in stores) == 1
    return False


def _is_known(work: Work, node: ast.expr, filled: bool) -> bool:
    """Whether a place is one where a list can stand for a tool set."""
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return isinstance(node, (ast.Name, ast.Attribute))
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Attribute):
        above = work.tree.parents.get(parent)
        if parent.attr in ("definitions", "resources"):
            call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else None
            return isinstance(call, ast.Call) and _is_planned(work, call)
        return parent.attr in _PARTS and isinstance(above, ast.Call)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.Call):
        return _is_planned(work, parent) or _is_ours(work, parent)
    if isinstance(parent, ast.Compare):
        return all(isinstance(op, (ast.Is, ast.IsNot)) for op in parent.ops)
    return isinstance(parent, _CARRIES) or (filled and isinstance(parent, _TESTS))


def _is_planned(work: Work, call: ast.Call) -> bool:
    site = work.facts.by_call.get(call)
    return site is not None and site in work.plan.sites


def _is_ours(work: Work, call: ast.Call) -> bool:
    """Whether a call goes to a function or class of this file."""
    found = work.infer.of(call.func)
    return bool(found) and all(isinstance(t, (UserFunction, UserClass)) for t in found)


def _annotate(work: Work, made: ast.Call, typed: bool) -> None:
    """Let annotations that name the set's class name a list of tools."""
    for reference in work.facts.references:
        node = reference.node
        if not reference.symbol.endswith("ToolSet") or isinstance(node, ast.alias):
            continue
        owner = annotated(work.tree, node)
        if owner is None:
            continue
        if any(isinstance(t, Inst) and t.site is made for t in held_by(work.facts, owner)):
            quote = work.tree.quote(node)

            def write(r: Rendering, quote: str = quote) -> str:
                return f"{quote}list[{r.model('Tool')}]{quote}" if typed else f"{quote}list{quote}"

            work.replace(node, write)


__all__ = ["is_written_in_place", "keep"]
