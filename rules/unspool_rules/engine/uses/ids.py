"""Ids of agents: their names in Foundry, nothing where the definition is in the code."""

from __future__ import annotations

import ast

from unspool_rules.engine.work import Work
from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.stores import session_item
from unspool_rules.semantics.types import UserFunction


def foundry(work: Work, base: ast.expr) -> bool:
    sites = work.facts.origins(base)
    return all(work.foundry(s) for s in sites)


def agent_id(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    work.claimed.add(node)
    call = _call_around(work, node)
    site = work.facts.by_call.get(call) if call is not None else None
    if not foundry(work, base):
        if site is None and not _unsaid(work, node):
            if _definition_may_go(work, node):
                work.propose(node, lambda r: r.text(base))
            else:
                work.block(node, "a definition in the code has no id")
        return
    if site is None and is_spoken(work, node):
        return  # shown to a person: ``id`` is "name:version"
    work.propose(node, lambda r: f"{r.operand(base)}.name")


def _definition_may_go(work: Work, node: ast.expr) -> bool:
    """Whether the definition itself can take the place of the assistant's id.

    It can where the value is only handed on: to a name, an attribute of the class, a caller
    or a function of the file, none of them annotated.
    """
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Assign):
        return all(_unannotated(work, t) for t in parent.targets)
    if isinstance(parent, ast.Return):
        return getattr(work.tree.function(node), "returns", None) is None
    if isinstance(parent, (ast.If, ast.While, ast.BoolOp, ast.UnaryOp, ast.IfExp, ast.Compare)):
        return True
    call = _call_around(work, node)
    if call is None:
        return False
    path = session_item(call)
    if call in work.facts.by_call or (path is not None and work.infer.stores.is_read(path)):
        return True
    functions = [t for t in work.infer.of(call.func) if isinstance(t, UserFunction)]
    return bool(functions) and all(
        a.annotation is None
        for f in functions
        for a in (*f.node.args.posonlyargs, *f.node.args.args, *f.node.args.kwonlyargs)
        if a.arg != "self" and _holds_id(work, a)
    )


def _holds_id(work: Work, node: ast.arg) -> bool:
    scope = work.facts.scopes.scope_of(node)
    variable = work.facts.scopes.lookup(node.arg, scope)
    return variable is not None and any(
        kind_of(t) == "agent-id" for t in work.infer.variable(variable)
    )


def _unannotated(work: Work, target: ast.expr) -> bool:
    if isinstance(target, ast.Name):
        variable = work.facts.scopes.variable(target)
        return variable is not None and all(
            b.annotation is None for b in work.facts.scopes.bindings(variable)
        )
    if isinstance(target, ast.Attribute):
        owner = work.tree.owner(target)
        stores = work.infer.stores.attributes.get(target.attr, ())
        mine = [s for s in stores if s.owner is owner]
        return owner is not None and bool(mine) and all(s.annotation is None for s in mine)
    return False


def definition_use(work: Work, node: ast.expr) -> None:
    """A name that held an assistant's id and now holds its definition."""
    if not (_definition_may_go(work, node) or _unsaid(work, node)):
        work.block(node, "a definition in the code has no id")


def _unsaid(work: Work, node: ast.expr) -> bool:
    """A statement that only prints the id goes with the id."""
    statement = work.tree.statement(node)
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or not is_spoken(work, node):
        return False
    told = [
        n
        for argument in (*call.args, *(k.value for k in call.keywords))
        for n in ast.walk(argument)
        if isinstance(n, (ast.Name, ast.Call))
    ]
    base = node.value if isinstance(node, ast.Attribute) else node
    shape = ast.dump(base)
    own = {id(n) for n in ast.walk(base)}
    for other in ast.walk(call):  # its name may be told along with its id
        if isinstance(other, ast.Attribute) and other.attr in ("id", "name"):
            own |= {id(n) for n in ast.walk(other.value) if ast.dump(other.value) == shape}
    if any(id(n) not in own for n in told) or not work.alone(statement):
        return False
    work.remove(statement)
    work.note("lines that only printed the assistant's id are gone: there is no id any more")
    return True


def _call_around(work: Work, node: ast.expr) -> ast.Call | None:
    if node in work.facts.unpacked:
        return work.facts.unpacked[node].call
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    return parent if isinstance(parent, ast.Call) and parent.func is not node else None


def is_spoken(work: Work, node: ast.expr) -> bool:
    """Whether the value only goes into printed text."""
    for parent in work.tree.ancestors(node):
        if isinstance(parent, ast.Call):
            func = parent.func
            name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
            return name in (
                "print",
                "info",
                "debug",
                "warning",
                "error",
                "log",
                "write",
                "pprint",
            )
        if isinstance(parent, ast.stmt):
            return False
    return False
