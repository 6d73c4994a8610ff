"""What is done to a tool object after it was made, and what it leaves of the tool."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.models import Field, arguments_of
from unspool_rules.engine.toolmodels.openapi import OPENAPI_PARAMETERS, openapi
from unspool_rules.engine.toolmodels.tested import is_tested
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Brackets, Code, Item


@dataclass(frozen=True, slots=True)
class Changes:
    """Uses of a tool object besides its definitions and resources, and what they leave."""

    gone: bool = False
    """A file search that has no vector store left: it is no tool of a definition."""
    more: tuple[Writer, ...] = ()
    """Further tools of the same object."""
    fields: tuple[Field, ...] = ()
    """Fields that go into the constructor."""


def changes(work: Work, node: ast.Attribute, literal: ast.Call, typed: bool) -> Changes | None:
    """What is done with a tool object until ``node``; None, unblocked, where that is not known."""
    variable = work.variable_of(node.value)
    if variable is None:
        return Changes()
    known = work.once(_known)
    if literal not in known:
        known[literal] = _Found(work, node.value, literal, typed).found()
    found = known[literal]
    if found is None:
        return None
    here = work.tree.span(node).start
    more, fields = found
    if class_name(work, literal) == "FileSearchTool":
        left = _left(work, node, literal)
        if left is None:
            return None
        if not left:
            work.note("a file search without a vector store is left out of the definition")
            return Changes(gone=True)
    return Changes(False, tuple(w for place, w in more if place < here), fields)


_Added = tuple[list[tuple[int, Writer]], tuple[Field, ...]]
"""Further tools, each with the place from which on it is there, and fields."""


def _known(_: Work) -> dict[ast.Call, _Added | None]:
    """What is done with tool objects, by the calls that make them."""
    return {}


def _left(work: Work, node: ast.Attribute, literal: ast.Call) -> list[str] | None:
    """The vector stores that a file search has at a place; None where that is not known."""
    given = arguments_of(literal, ("vector_store_ids",)) or {}
    first = given.get("vector_store_ids")
    variable = work.variable_of(node.value)
    here = work.tree.span(node).start
    calls = []
    for use in work.facts.scopes.uses(variable) if variable is not None else ():
        above = work.tree.parents.get(use)
        if isinstance(above, ast.Attribute) and above.attr in _STORES:
            called = work.tree.parents.get(above)
            if isinstance(called, ast.Call) and work.tree.span(called).start < here:
                calls.append((work.tree.span(called).start, above.attr, called))
    if not any(method == "remove_vector_store" for _, method, _ in calls):
        return ["some"]
    block = work.tree.block_of(work.tree.statement(literal))
    if not isinstance(first, ast.List) or any(isinstance(e, ast.Starred) for e in first.elts):
        return None
    left = [ast.dump(e) for e in first.elts]
    for _, method, called in sorted(calls, key=lambda c: c[0]):
        store = called.args[0] if called.args else called.keywords[0].value
        shape = ast.dump(store)
        if work.tree.block_of(work.tree.statement(called)) is not block:
            return None
        if method == "add_vector_store":
            left.append(shape)
        elif shape in left:
            left.remove(shape)
        else:
            return None
    return left


class _Found:
    """Reads every use of a tool object once."""

    def __init__(self, work: Work, holder: ast.expr, literal: ast.Call, typed: bool) -> None:
        self.work = work
        self.holder = holder
        self.literal = literal
        self.typed = typed
        self.name = class_name(work, literal)
        self.more: list[tuple[int, Writer]] = []
        self.fields: dict[str, Field] = {}
        self.headers: list[tuple[ast.expr, ast.expr]] = []

    def found(self) -> _Added | None:
        work = self.work
        variable = work.variable_of(self.holder)
        for use in work.facts.scopes.uses(variable) if variable is not None else ():
            if isinstance(use.ctx, ast.Load) and not self._known(use):
                return None
        if self.headers:
            given = list(self.headers)

            def write(r: Rendering) -> Code:
                items = [Item(r.code(v), f"{r.text(k)}: ") for k, v in given]
                return Brackets("", tuple(items), "{", "}")

            self.fields["headers"] = ("headers", write, None)
            work.note("the headers of an MCP tool are part of the agent's definition: stored")
        return self.more, tuple(self.fields.values())

    def _known(self, use: ast.Name) -> bool:
        work = self.work
        above = work.tree.parents.get(use)
        if not isinstance(above, ast.Attribute):
            return is_tested(work, use)
        if above.attr in ("definitions", "resources"):
            return True
        called = work.tree.parents.get(above)
        statement = work.tree.parents.get(called) if called is not None else None
        if not isinstance(called, ast.Call) or not isinstance(statement, ast.Expr):
            return False
        if not self.typed:
            return False
        if self.name == "OpenApiTool" and above.attr == "add_definition":
            added = _added(work, self.holder, self.literal, called, statement)
            if added is not None:
                self.more.append((work.tree.span(statement).start, added))
            return added is not None
        if self.name == "FileSearchTool" and above.attr in _STORES:
            return _store(work, above, called)
        return False


_STORES = {"add_vector_store": "append", "remove_vector_store": "remove"}


def gets_stores(work: Work, literal: ast.Call) -> bool:
    """Whether vector stores are added to a file search tool after it was made."""
    statement = work.tree.parents.get(literal)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    variable = work.variable_of(target) if target is not None else None
    return variable is not None and any(
        getattr(work.tree.parents.get(u), "attr", "") == "add_vector_store"
        for u in work.facts.scopes.uses(variable)
    )


def extended(write: Writer, fields: tuple[Field, ...]) -> Writer:
    """A constructor with further fields."""

    def longer(r: Rendering) -> Code:
        code = write(r)
        assert isinstance(code, Brackets)
        items = (*code.items, *(r.item(f"{k}=", w(r), s) for k, w, s in fields))
        return Brackets(code.head, items, below=code.below)

    return longer


def _store(work: Work, method: ast.Attribute, called: ast.Call) -> bool:
    """``tool.add_vector_store(id)`` changes the list of the new tool."""
    if len(called.args) + len(called.keywords) != 1:
        return False
    store = called.args[0] if called.args else called.keywords[0].value
    tool = method.value

    def write(r: Rendering) -> Code:
        items = (Item(r.code(store)),)
        return Brackets(f"{r.operand(tool)}.vector_store_ids.{_STORES[method.attr]}", items)

    work.replace(called, write)
    return True


def _added(
    work: Work, holder: ast.expr, literal: ast.Call, called: ast.Call, statement: ast.Expr
) -> Writer | None:
    """``tool.add_definition(…)`` makes a tool of its own, in the same place."""
    given = arguments_of(called, OPENAPI_PARAMETERS)
    first = arguments_of(literal, OPENAPI_PARAMETERS)
    variable = work.variable_of(holder)
    if given is None or first is None or variable is None:
        return None
    made = work.tree.statement(literal)
    if work.tree.block_of(made) is not work.tree.block_of(statement):
        return None
    auth = given.get("auth", first.get("auth"))
    if auth is None or not {"name", "spec"} <= set(given):
        return None
    if len(work.facts.scopes.bindings(variable)) != 1 or not _stays(work, auth):
        return None
    written = openapi(work, given, auth, typed=True)
    if written is None:
        return None
    names: dict[int, str] = {}

    def name(r: Rendering) -> str:
        if id(r) not in names:
            names[id(r)] = r.fresh(variable.name, literal)
        return names[id(r)]

    def write(r: Rendering) -> Code:
        code = written(r)
        assert isinstance(code, Brackets)
        return Brackets(f"{name(r)} = {code.head}", code.items, below=code.below)

    work.replace(called, write)
    return name


def _stays(work: Work, auth: ast.expr) -> bool:
    variable = work.variable_of(auth)
    if variable is None:
        return isinstance(auth, ast.Call)
    bindings = work.facts.scopes.bindings(variable)
    return len(bindings) == 1 and bindings[0].how is How.ASSIGN
