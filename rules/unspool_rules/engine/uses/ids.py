"""Ids of agents: their names in Foundry, nothing where the definition is in the code."""

from __future__ import annotations

import ast

from unspool_rules.engine.definitions.store import FILE
from unspool_rules.engine.uses.replaced_ids import call_around, may_go
from unspool_rules.engine.uses.retrieved import say_id
from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.work import Work

NO_ID = (
    "a definition in the code has no id: to keep one for later, put model, instructions and tools "
    f"into `{FILE}` under a key of your choice, and keep that key"
)


def foundry(work: Work, base: ast.expr) -> bool:
    sites = work.facts.origins(base)
    return all(work.foundry(s) for s in sites)


def agent_id(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    work.claimed.add(node)
    call = call_around(work, node)
    site = work.facts.by_call.get(call) if call is not None else None
    if not foundry(work, base):
        if site is None and is_spoken(work, node) and say_id(work, node, base):
            return
        if site is None and not _unsaid(work, node):
            if may_go(work, node):
                work.propose(node, lambda r: r.text(base))
            else:
                work.block(node, NO_ID)
        return
    if site is None and is_spoken(work, node):
        return  # shown to a person: ``id`` is "name:version"
    work.propose(node, lambda r: f"{r.operand(base)}.name")


def definition_use(work: Work, node: ast.expr) -> None:
    """A name that held an assistant's id and now holds its definition."""
    if not (may_go(work, node) or _unsaid(work, node)):
        work.block(node, NO_ID)


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
    if any(isinstance(n, ast.Call) and n not in work.facts.by_call for n in ast.walk(base)):
        return False  # it may do more
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
