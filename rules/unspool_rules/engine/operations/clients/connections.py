"""Connections of a hub's project: how they are asked for, and what is read of them.

Sources: azure-ai-projects 1.0.0b10 ``azure/ai/projects/operations/_patch.py`` and
``models/_patch.py`` (``ConnectionProperties``), 2.10.0
``azure/ai/projects/operations/_patch_connections.py`` and ``models/_models.py`` (``Connection``).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.operations.agents.updates import repeatable
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.uses.shown import SPEAKERS
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import quoted
from unspool_rules.semantics.types import Class, Inst
from unspool_rules.syntax.layout import Brackets, Code, Item
from unspool_rules.syntax.names import last_name

_SAME = {"id", "name"}
"""Attributes of a connection that are called the same in both versions."""
_RENAMED = {
    "connection_type": "{0}.type",
    "endpoint_url": '{0}.target.removesuffix("/")',
    "authentication_type": "{0}.credentials.type",
    "key": '{0}.credentials.get("key")',
}
_OTHER = (
    "a connection's `{0}` is read in another way now: see its `target`, `type` and `credentials`"
)
_HANDED = "what is done with this connection is not known here: its fields have other names now"
_DEFAULT = (
    "`get_default` gives the connection that is marked as default now, and raises a ValueError "
    "where none is"
)
_GONE = {
    "SERVERLESS": "Serverless",
    "AZURE_AI_SERVICES": "AIServices",
    "COGNITIVE_SERVICE": "CognitiveService",
}
"""Members of ``ConnectionType`` that the new enum lacks; the service goes on to take them."""
_DEPTH = 5
_SAID = SPEAKERS | {"str", "repr", "isinstance"}
_TESTS = (
    ast.If,
    ast.While,
    ast.UnaryOp,
    ast.BoolOp,
    ast.Compare,
    ast.FormattedValue,
    ast.Expr,
    ast.Assert,
)


def connections(work: Work, site: Site) -> None:
    """Calls of ``client.connections`` beside the one that made the client."""
    for part in work.tree.of(ast.Attribute):
        method = work.tree.parents.get(part)
        if (
            part.attr != "connections"
            or not isinstance(method, ast.Attribute)
            or not is_made_by(work, part.value, site)
        ):
            continue
        call = work.tree.parents.get(method)
        if not isinstance(call, ast.Call) or method.attr not in ("get", "get_default", "list"):
            work.block(method, f"`{method.attr}` of a project's connections is not called here")
            continue
        if method.attr == "get":
            _rename(work, call)
        elif method.attr == "get_default":
            work.note(_DEFAULT)
        listed = method.attr == "list"
        for place in _listed(work, call) if listed else _held(work, _awaited(work, call)):
            _read(work, place, site)
    for member in work.tree.of(ast.Attribute):
        if member.attr in _GONE and _is_type(work, member.value):
            work.replace(member, quoted(_GONE[member.attr]))


def is_made_by(work: Work, client: ast.expr, site: Site) -> bool:
    """Whether an expression is the client that a site makes."""
    return any(isinstance(t, Inst) and t.site is site.call for t in work.infer.of(client))


def _is_type(work: Work, node: ast.expr) -> bool:
    found = work.infer.of(node)
    return any(isinstance(t, Class) and t.name.endswith(".ConnectionType") for t in found)


def _rename(work: Work, call: ast.Call) -> None:
    for keyword in call.keywords:
        if keyword.arg == "connection_name":

            def write(r: Rendering, value: ast.expr = keyword.value) -> str:
                return f"name={r.text(value)}"

            work.propose(keyword, write)


def _awaited(work: Work, call: ast.Call) -> ast.expr:
    parent = work.tree.parents.get(call)
    return parent if isinstance(parent, ast.Await) else call


def _held(work: Work, node: ast.expr) -> Iterator[ast.expr]:
    """Where a value is read: in its place, or through the name or attribute that it is kept in."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Assign) and parent.value is node and len(parent.targets) == 1:
        yield from _reads_of(work, parent.targets[0])
    elif isinstance(parent, ast.NamedExpr):
        yield parent
        yield from _reads_of(work, parent.target)
    else:
        yield node


def _reads_of(work: Work, target: ast.expr) -> Iterator[ast.expr]:
    variable = work.variable_of(target)
    if variable is not None:
        yield from work.facts.scopes.reads(variable)
    elif isinstance(target, ast.Attribute):
        for node in work.tree.of(ast.Attribute):
            if node.attr == target.attr and isinstance(node.ctx, ast.Load):
                yield node
    else:
        work.block(target, _HANDED)


# -- listings --------------------------------------------------------------------------------------


def _listed(work: Work, call: ast.Call) -> Iterator[ast.expr]:
    """Every place that reads one connection of a listing."""
    outer = _awaited(work, call)
    parent = work.tree.parents.get(outer)
    looped = isinstance(parent, (ast.For, ast.comprehension)) and parent.iter is outer
    if outer is not call:
        work.replace(outer, lambda r: _gather(r, call))
    elif not looped:
        work.replace(call, lambda r: Brackets("list", (Item(_plain(r, call)),)))
    for place in _held(work, outer):
        yield from _members(work, place)


def _plain(r: Rendering, call: ast.Call) -> Brackets:
    given = [(f"{k.arg}=" if k.arg is not None else "**", k.value) for k in call.keywords]
    items = tuple(r.item(head, r.code(value), value) for head, value in given)
    below = r.leftovers(call, [value for _, value in given])
    return Brackets(r.text(call.func), items, below=below)


def _gather(r: Rendering, call: ast.Call) -> Code:
    """The new listing is iterated and not awaited."""
    clauses = (Item("connection"), Item(_plain(r, call), "async for connection in "))
    return Brackets("", clauses, "[", "]", commas=False)


def _members(work: Work, place: ast.expr) -> Iterator[ast.expr]:
    parent = work.tree.parents.get(place)
    if isinstance(parent, (ast.For, ast.comprehension)) and parent.iter is place:
        yield from _reads_of(work, parent.target)
    elif isinstance(parent, ast.Subscript) and parent.value is place:
        yield from _held(work, parent)
    elif isinstance(parent, ast.Call) and place in parent.args:
        if not (isinstance(parent.func, ast.Name) and parent.func.id == "len"):
            work.block(place, _HANDED)
    elif not isinstance(parent, _TESTS):
        work.block(place, _HANDED)


# -- what is read of a connection ------------------------------------------------------------------


def _read(work: Work, place: ast.expr, site: Site, depth: int = 0) -> None:
    read = work.tree.parents.get(place)
    if depth > _DEPTH:
        work.block(place, _HANDED)
    elif not isinstance(read, ast.Attribute) or read.value is not place:
        for further in _followed(work, place, read):
            _read(work, further, site, depth + 1)
    elif read.attr in _RENAMED:
        work.replace(read, _attribute(place, _RENAMED[read.attr]))
        if read.attr == "key":
            work.note("a connection has its key only where it was got with its credentials")
    elif read.attr == "token_credential":
        credential = site.arguments.get("credential")
        if credential is None or not _is_at_hand(work, credential, place):
            work.block(read, "the project's credential is not at hand here")
            return
        work.replace(read, lambda r: r.code(credential))
        work.note("a connection hands out no credential: the project's own is used")
    elif read.attr not in _SAME:
        work.block(read, _OTHER.format(read.attr))


def _is_at_hand(work: Work, credential: ast.expr, place: ast.expr) -> bool:
    """Whether a credential can be named, or made again, at another place."""
    if isinstance(credential, ast.Call) and not (credential.args or credential.keywords):
        return last_name(credential.func).endswith("Credential")
    return repeatable(work, credential, place)


def _followed(work: Work, place: ast.expr, parent: ast.AST | None) -> Iterator[ast.expr]:
    """Where else a connection is read that is kept under another name, or picked from several."""
    if isinstance(parent, (ast.Assign, ast.NamedExpr)) and parent.value is place:
        yield from _held(work, place)
    elif isinstance(parent, (ast.ListComp, ast.GeneratorExp)) and parent.elt is place:
        above = work.tree.parents.get(parent)
        if isinstance(above, ast.Call) and last_name(above.func) == "next":
            yield from _held(work, above)
        elif isinstance(parent, ast.ListComp):
            for listed in _held(work, parent):
                yield from _members(work, listed)
        else:
            work.block(place, _HANDED)
    elif isinstance(parent, ast.Call):
        if last_name(parent.func) not in _SAID:
            work.block(place, _HANDED)
    elif not isinstance(parent, _TESTS):
        work.block(place, _HANDED)


def _attribute(place: ast.expr, form: str) -> Writer:
    return lambda r: form.format(r.operand(place))
