"""Handlers that take the text of a legacy event apart themselves: ``_process_event``.

Source: azure-ai-agents 1.1.0 ``azure/ai/agents/models/_patch.py`` (``BaseAgentEventHandler``).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.stream_events import Events
from unspool_rules.syntax.bindings import Variable

PROCESS = "_process_event"
_TEXT = {
    *("strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "partition", "rpartition"),
    *("startswith", "endswith", "removeprefix", "removesuffix", "lower", "decode", "find", "index"),
}
"""Methods of strings."""
_KNOWN = {"str", "len", "enumerate", "ValueError", "RuntimeError"}
_STATEMENTS = (
    *(ast.Assign, ast.AnnAssign, ast.For, ast.If, ast.Raise),
    *(ast.Continue, ast.Break, ast.Pass),
)
_VAGUE = "how the event's text is taken apart here is not certain"


@dataclass(eq=False, slots=True)
class Raw:
    """The method that gets the text of each event, and how it reads it."""

    node: ast.FunctionDef | ast.AsyncFunctionDef
    parameter: ast.arg
    events: Events
    parsing: list[ast.stmt] = field(default_factory=list)
    """Statements that only take the text apart, one after the other."""
    objects: list[ast.stmt] = field(default_factory=list)
    """Statements that make an object of an event's data."""
    problems: list[tuple[ast.AST, str]] = field(default_factory=list)


def read(facts: Facts, site: Site, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Raw | None:
    """Read the method; None when its parameters are not the usual ones."""
    args = node.args
    if len(args.args) != 2 or args.posonlyargs or args.kwonlyargs or args.vararg or args.kwarg:
        return None
    parameter = args.args[1]
    free = "event" not in {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    name = "event" if free else "stream_event"
    raw = Raw(node, parameter, Events(facts, site, node, name))
    roles = _prefix(raw)
    types: list[ast.expr] = []
    data: list[ast.expr] = []
    for use in _loads(raw):
        role = roles.get(use.id)
        if role == "event":
            types.append(use)
        elif role == "data":
            data += _object(facts, raw, use)
        elif role is not None:
            raw.problems.append((use, _VAGUE))
    raw.events.read(types, data, [])
    return raw


def _prefix(raw: Raw) -> dict[str, str]:
    """Find the statements that take the text apart; what the names that they set hold."""
    body = raw.node.body
    start = 1 if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) else 0
    known = {raw.parameter.arg}
    for statement in body[start:]:
        if not _only_parses(statement, known):
            break
        known |= {n.id for n in _names(statement, ast.Store)}
        raw.parsing.append(statement)
    roles = dict.fromkeys(known, "")
    for statement in raw.parsing:
        for node in ast.walk(statement):
            if isinstance(node, ast.If):
                word = _asked(node.test)
                for inner in node.body if word else ():
                    roles.update({n.id: word for n in _names(inner, ast.Store)})
    return roles


def _only_parses(statement: ast.stmt, known: set[str]) -> bool:
    inside = known | {n.id for n in _names(statement, ast.Store)} | _KNOWN
    notes = {n.annotation for n in ast.walk(statement) if isinstance(n, ast.AnnAssign)}
    stack: list[ast.AST] = [statement]
    while stack:
        node = stack.pop()
        if node in notes:
            continue
        if isinstance(node, ast.stmt) and not isinstance(node, _STATEMENTS):
            return False
        if isinstance(node, ast.Call):
            method = isinstance(node.func, ast.Attribute) and node.func.attr in _TEXT
            if not method and not (isinstance(node.func, ast.Name) and node.func.id in _KNOWN):
                return False
        stranger = isinstance(node, ast.Name) and node.id not in inside
        if stranger or (isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)):
            return False
        stack += ast.iter_child_nodes(node)
    return True


def _names(node: ast.AST, context: type[ast.expr_context]) -> Iterator[ast.Name]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, context):
            yield inner


def _asked(test: ast.expr) -> str:
    """``event`` or ``data``, when a test asks for a line that begins so."""
    for node in ast.walk(test):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            word = node.value.strip().rstrip(":")
            if word in ("event", "data"):
                return word
    return ""


def _loads(raw: Raw) -> Iterator[ast.Name]:
    """What the rest of the method reads."""
    for statement in raw.node.body:
        if statement not in raw.parsing:
            yield from _names(statement, ast.Load)


def _object(facts: Facts, raw: Raw, use: ast.Name) -> list[ast.expr]:
    """The uses of the object made of an event's data: ``Cls(**json.loads(data))``."""
    loads = facts.tree.parents.get(use)
    above = facts.tree.parents.get(loads) if loads is not None else None
    made = facts.tree.parents.get(above) if isinstance(above, ast.keyword) else None
    statement = facts.tree.parents.get(made) if made is not None else None
    target: ast.expr | None = None
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign):
        target = statement.target
    plain = isinstance(loads, ast.Call) and ast.unparse(loads.func) in ("json.loads", "loads")
    if not (plain and isinstance(above, ast.keyword) and above.arg is None):
        raw.problems.append((use, _VAGUE))
        return []
    variable: Variable | None = None
    if isinstance(target, ast.Name):
        variable = facts.scopes.variable(target)
    if variable is None or len(facts.scopes.bindings(variable)) != 1:
        raw.problems.append((use, _VAGUE))
        return []
    assert isinstance(statement, ast.stmt)
    raw.objects.append(statement)
    return [*facts.scopes.reads(variable)]
