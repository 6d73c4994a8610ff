"""Classes that were renamed or went after the previews."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from packaging.version import Version

from unspool_rules.catalogue.entry import Entry, Surface
from unspool_rules.catalogue.index import lookup
from unspool_rules.catalogue.model_names import model_name
from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.plan import Plan, Writer
from unspool_rules.engine.preview.era import CODE, MODELS, Era
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Module
from unspool_rules.syntax.bindings import How

_MESSAGE = "openai.types.responses.EasyInputMessageParam"


def _message(r: Rendering) -> str:
    return r.imports.need(*_MESSAGE.rsplit(".", 1))


def _row_of(era: Era, name: str) -> Entry | None:
    """The row of a class of the preview era that the target version lacks."""
    entry = lookup(f"{MODELS}.{name}")
    if entry is None or entry.surface is not Surface.PREVIEW:
        return None
    if entry.again and Version(entry.again) <= era.version:
        return None
    return entry if not entry.until or Version(entry.until) <= era.version else None


def _new_name(era: Era, entry: Entry) -> str | None:
    """The class's name in the target version; None where it has none."""
    head, _, newest = (entry.target or "").rpartition(".")
    if head != MODELS or not newest.isidentifier():
        return None
    name = model_name(newest, era.version)
    if entry.since and Version(entry.since) > era.version and name == newest:
        return None
    return name


def imported(era: Era, node: ast.ImportFrom, alias: ast.alias) -> Iterator[Spot]:
    entry = _row_of(era, alias.name)
    if entry is None or _is_fallback(era, node, entry):
        return
    plan = era.plan(alias, "import")
    uses = _uses_of(era, alias)
    new = _new_name(era, entry)
    if entry.target == _MESSAGE:
        new = "EasyInputMessageParam"
        _of_messages(era, plan, node, alias, uses)
    elif new is None:
        _no_name(era, plan, alias, entry)
    elif alias.asname or not uses or _must_stay(era, alias, new):
        plan.also.append(
            (alias, lambda r: r.imports.rename(alias, new, alias.asname or alias.name))
        )
    else:
        plan.also.append((alias, lambda r: r.imports.rename(alias, new, new)))
        for use in uses:
            plan.replacements[use] = _renamer(use, alias.name, new)
            _refuse_members(era, plan, use)
    yield _renamed(era, alias, entry, new, plan)
    if not alias.asname:
        for use in uses:
            yield _renamed(era, use, entry, new, plan)


def _renamed(era: Era, node: ast.AST, entry: Entry, new: str | None, plan: Plan) -> Spot:
    name = entry.legacy[0].rpartition(".")[2]
    if new is None:
        words = f"`{name}` is gone since azure-ai-projects {entry.until}"
        words += f"; {entry.blocked}" if entry.blocked else f"; use `{entry.target}`"
    else:
        words = f"`{name}` is gone since azure-ai-projects {entry.until}; use `{new}`"
    return Spot(
        CODE,
        words,
        era.tree.span(node),
        symbol=entry.legacy[0],
        target=entry.target,
        plan=plan,
    )


def _of_messages(
    era: Era, plan: Plan, node: ast.ImportFrom, alias: ast.alias, uses: list[ast.AST]
) -> None:
    """A model of a message becomes the dictionary that openai has a type for."""
    if "#" in era.tree.segment(node) or not uses:
        plan.block(era.tree.span(alias), f"`{alias.name}` is to be imported from elsewhere")
        return
    role = alias.name.removeprefix("Responses").removesuffix("MessageItemParam").lower()
    plan.dropped.add(alias)
    for use in uses:
        call = era.tree.parents.get(use)
        if isinstance(use, ast.Constant):
            plan.block(era.tree.span(use), "a name in quotes is to be changed, too")
        elif not isinstance(call, ast.Call) or call.func is not use:
            plan.replacements[use] = _message
        elif call.args or not call.keywords or call.keywords[0].arg is None:
            plan.block(era.tree.span(call), "the message is one argument here")
        else:
            first = call.keywords[0]
            plan.replacements[use] = _message
            plan.replacements[first] = _with_role(era, first, role)


def _with_role(era: Era, keyword: ast.keyword, role: str) -> Writer:
    start = era.tree.span(keyword).start
    line = era.tree.source[era.tree.lines.line_start(start) : start]
    gap = " " if line.strip() else f"\n{line}"
    return lambda r: f'type="message",{gap}role="{role}",{gap}{keyword.arg}={r.text(keyword.value)}'


def _no_name(era: Era, plan: Plan, node: ast.AST, entry: Entry) -> None:
    name = entry.legacy[0].rpartition(".")[2]
    reason = entry.blocked or f"`{name}` has no class of the same shape any more"
    if entry.since and Version(entry.since) > era.version:
        reason = f"`{name}` has its successor since azure-ai-projects {entry.since} only"
    plan.block(era.tree.span(node), reason)


def _renamer(use: ast.AST, old: str, new: str) -> Writer:
    def write(r: Rendering) -> str:
        if isinstance(use, ast.Name):
            return new
        return re.sub(rf"\b{old}\b", new, r.tree.segment(use))

    return write


def _refuse_members(era: Era, plan: Plan, use: ast.AST) -> None:
    """``AgentProtocol.ACTIVITY_PROTOCOL`` has another name and value."""
    parent = era.tree.parents.get(use)
    if isinstance(parent, ast.Attribute) and parent.attr == "ACTIVITY_PROTOCOL":
        plan.block(era.tree.span(parent), "`ACTIVITY_PROTOCOL` is `ACTIVITY`, another value")


def _uses_of(era: Era, alias: ast.alias) -> list[ast.AST]:
    """Names that read an import, and quoted annotations that are about it."""
    name = alias.asname or alias.name
    scope = era.facts.scopes.scope_of(era.tree.statement(alias))
    variable = era.facts.scopes.lookup(name, scope)
    if variable is None:
        return []
    uses: list[ast.AST] = [*era.facts.scopes.reads(variable)]
    word = re.compile(rf"\b{re.escape(name)}\b")
    return uses + [
        n
        for n in era.tree.nodes
        if isinstance(n, ast.Constant)
        and isinstance(n.value, str)
        and _in_annotation(era, n)
        and word.search(n.value)
    ]


def _in_annotation(era: Era, node: ast.expr) -> bool:
    child: ast.AST = node
    for parent in era.tree.ancestors(node):
        if isinstance(parent, (ast.arg, ast.AnnAssign)):
            return child is parent.annotation
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return child is parent.returns
        if isinstance(parent, (ast.stmt, ast.Call)):
            return False
        if isinstance(parent, ast.Subscript) and ast.unparse(parent.value).endswith("Literal"):
            return False
        child = parent
    return False


def _must_stay(era: Era, alias: ast.alias, new: str) -> bool:
    """Whether the local name has to stay: others read it, or the new one means something."""
    if any(
        isinstance(n, ast.Constant) and n.value == alias.name and not _in_annotation(era, n)
        for n in era.tree.nodes
    ):
        return True  # ``__all__``, ``getattr`` and the like
    scope = era.facts.scopes.scope_of(era.tree.statement(alias))
    variable = era.facts.scopes.lookup(alias.name, scope)
    if variable is None or len(era.facts.scopes.bindings(variable)) > 1:
        return True
    same = {(MODELS, new)} | {(MODELS, old) for old in _old_names(era) if _is_called(era, old, new)}
    for node in era.tree.nodes:
        if isinstance(node, ast.Name) and node.id == new:
            if not _comes_from(era, node, same):
                return True
        elif isinstance(node, ast.arg) and node.arg == new:
            return True
        elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            if node.name == new:
                return True
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            if any(
                (a.asname or a.name) == new and (module, a.name) not in same for a in node.names
            ):
                return True
    return False


def _old_names(era: Era) -> set[str]:
    return {
        a.name
        for n in era.tree.nodes
        if isinstance(n, ast.ImportFrom) and n.module == MODELS
        for a in n.names
    }


def _is_called(era: Era, old: str, new: str) -> bool:
    entry = _row_of(era, old)
    return entry is not None and _new_name(era, entry) == new


def _comes_from(era: Era, node: ast.Name, names: set[tuple[str, str]]) -> bool:
    variable = era.facts.scopes.variable(node)
    if variable is None:
        return False
    return all(
        b.how is How.IMPORT
        and isinstance(b.node, ast.alias)
        and isinstance(b.statement, ast.ImportFrom)
        and (b.statement.module, b.node.name) in names
        for b in era.facts.scopes.bindings(variable)
    )


def _is_fallback(era: Era, node: ast.ImportFrom, entry: Entry) -> bool:
    """Whether the file knows both names and tries one after the other."""
    new = (entry.target or "").rpartition(".")[2]
    around = [p for p in era.tree.ancestors(node) if isinstance(p, (ast.Try, ast.If))]
    return bool(around) and any(
        a.name == new
        for outer in around
        for n in ast.walk(outer)
        if isinstance(n, ast.ImportFrom) and n.module == MODELS
        for a in n.names
    )


def of_module(era: Era, node: ast.Attribute) -> Iterator[Spot]:
    """``models.AgentObject``."""
    entry = _row_of(era, node.attr)
    if entry is None:
        return
    if not any(isinstance(t, Module) and t.name == MODELS for t in era.facts.infer.of(node.value)):
        return
    plan = era.plan(node, "model")
    new = _new_name(era, entry)
    if new is None:
        _no_name(era, plan, node, entry)
    else:
        plan.replacements[node] = lambda r: f"{r.text(node.value)}.{new}"
        _refuse_members(era, plan, node)
    yield _renamed(era, node, entry, new, plan)
