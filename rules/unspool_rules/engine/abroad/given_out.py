"""New objects that leave the file where nothing else tells of them: a person looks at the readers.

What a function gives to callers, what an attribute of an object of an own class holds, and what is
read by a name in a text, ``globals()["messages"]``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from unspool_rules.engine.abroad.read_abroad import gone
from unspool_rules.engine.flow.callers import FUNCTIONS, all_calls
from unspool_rules.engine.sites import Site
from unspool_rules.engine.uses.kinds import a_noun, held, value_kind
from unspool_rules.engine.uses.returned_dicts import PARTS, tell_callers
from unspool_rules.engine.work import Work
from unspool_rules.semantics.stores import Store
from unspool_rules.semantics.types import UserClass, UserFunction, UserInstance
from unspool_rules.syntax.names import last_name

_TOLD = frozenset({"message", "page", "part", "run"})
"""Kinds whose new objects are read in another way than the old ones."""
_NEW = {
    "run": "a response",
    "message": "an item",
    "page": "a list of items",
    "part": "parts of an item",
}
_INSIDE = {
    "run": {"run", "usage"},
    "message": {"message", "text"},
    "page": {"page"},
    "part": {"part", "text"},
}
"""What may be read of an object of a kind, one attribute after the other."""
_SHOWING = frozenset({"print", "pprint", "repr", "str", "id", "type", "len", "isinstance", "super"})


def tell_readers(works: Mapping[Site, Work]) -> None:
    """Say who gets new objects out of view; block where a name in a text reads one."""
    if not works:
        return
    found = _GivenOut(works)
    found.returned()
    found.attributes()
    found.by_name()


class _GivenOut:
    def __init__(self, works: Mapping[Site, Work]) -> None:
        self._works = works
        self._work = next(iter(works.values()))  # any: only what they share is asked

    def _held(self, node: ast.expr | None) -> list[tuple[Work, str]]:
        """The components of the objects that an expression holds, with their kinds."""
        found: dict[tuple[int, str], tuple[Work, str]] = {}
        for value in held(self._work.infer.of(node)) if node is not None else ():
            site = self._work.facts.by_call.get(value.site) if value.site is not None else None
            kind = value_kind(value)
            if site in self._works and kind in _TOLD:
                assert site is not None and kind is not None
                work = self._works[site]
                found[id(work), kind] = (work, kind)
        return list(found.values())

    def returned(self) -> None:
        for node in self._work.tree.of(ast.Return, ast.Yield):
            assert isinstance(node, (ast.Return, ast.Yield))
            function = self._work.tree.function(node)
            if not isinstance(function, FUNCTIONS):
                continue
            given = self._held(node.value)
            if not given or all_calls(self._work, function):
                continue
            bare = {value_kind(t) for t in self._work.infer.of(node.value)}
            for work, kind in given:
                if kind == "part":
                    work.note(PARTS)
                elif kind not in bare and not isinstance(node.value, ast.Dict):
                    tell_callers(work, {kind})

    def attributes(self) -> None:
        """Attributes that nothing here reads, or whose object goes to code out of view."""
        read = {n.attr for n in self._work.tree.of(ast.Attribute) if isinstance(n.ctx, ast.Load)}
        for name, stores in self._work.infer.stores.attributes.items():
            for store in stores:
                owner = store.owner
                given = self._held(store.value) if owner is not None and not store.path else []
                if owner is None or not given:
                    continue
                takers = {ast.unparse(call.func) for call in self._takers(owner)}
                for work, kind in given:
                    self._tell(work, kind, name, store, takers, name in read)
                    self._refuse_unknown(work, kind, name, owner)

    def _tell(
        self, work: Work, kind: str, name: str, store: Store, takers: set[str], read: bool
    ) -> None:
        shown = f"`{name}` of `{getattr(store.owner, 'name', '')}` objects holds {_NEW[kind]} now"
        for taker in sorted(takers):
            work.note(f"{shown}: look at what `{taker}` reads of it")
        if not takers and not read and not name.startswith("_"):
            work.note(f"{shown}: look at who reads it elsewhere")

    def _refuse_unknown(self, work: Work, kind: str, name: str, owner: ast.ClassDef) -> None:
        """Block where an old object is read of what may be such an object, and is not known."""
        old = gone(_INSIDE[kind])
        for node in self._work.tree.of(ast.Attribute, ast.Subscript, ast.Call):
            holder = _holder(node, name)
            if holder is None or not isinstance(node, ast.expr) or self._work.infer.of(node):
                continue
            known = self._work.infer.of(holder)
            own = any(isinstance(t, UserInstance) and t.node is owner for t in known)
            if known and (isinstance(node, ast.Attribute) or not own):
                continue
            read = next((a for a in self._behind(node) if a in old), None)
            if read is not None:
                shown = ast.unparse(holder)
                work.block(
                    node,
                    f"`{read}` is read here of `{name}` as it was: say whether `{shown}` is a "
                    f"`{owner.name}`, whose `{name}` is another object now",
                )

    def _behind(self, node: ast.expr) -> Iterator[str]:
        """The attributes that are read of a value, one after the other."""
        parent = self._work.tree.parents.get(node)
        while isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is node:
            if isinstance(parent, ast.Attribute):
                yield parent.attr
            node, parent = parent, self._work.tree.parents.get(parent)

    def _takers(self, owner: ast.ClassDef) -> Iterator[ast.Call]:
        """Calls of code out of view that get an object of a class."""
        infer = self._work.infer
        for call in self._work.tree.of(ast.Call):
            assert isinstance(call, ast.Call)
            if call in self._work.facts.by_call or last_name(call.func) in _SHOWING:
                continue
            for node in (*call.args, *(keyword.value for keyword in call.keywords)):
                if any(isinstance(t, UserInstance) and t.node is owner for t in infer.of(node)):
                    callees = infer.of(call.func)
                    if not any(isinstance(t, (UserClass, UserFunction)) for t in callees):
                        yield call

    def by_name(self) -> None:
        for node in self._work.tree.of(ast.Subscript, ast.Call):
            key = _name_read(node)
            if key is None:
                continue
            scopes = self._work.facts.scopes
            variable = scopes.lookup(key, scopes.scope_of(node))
            for binding in scopes.bindings(variable) if variable is not None else ():
                if not isinstance(binding.node, ast.Name):
                    continue
                for work, kind in self._held(binding.node):
                    shown = ast.unparse(node)
                    work.block(node, f"`{shown}` reads {a_noun({kind})} by its name in a text")


def _holder(node: ast.AST, name: str) -> ast.expr | None:
    """The object in ``job.run``, ``getattr(job, "run")``, ``vars(job)["run"]``."""
    match node:
        case ast.Attribute(value=holder, attr=attr) if attr == name:
            return holder
        case (
            ast.Call(func=ast.Name(id="getattr"), args=[holder, ast.Constant(value=key), *_])
            | ast.Subscript(
                value=ast.Call(func=ast.Name(id="vars"), args=[holder]),
                slice=ast.Constant(value=key),
            )
            | ast.Subscript(
                value=ast.Attribute(value=holder, attr="__dict__"), slice=ast.Constant(value=key)
            )
        ) if key == name:
            return holder
    return None


def _name_read(node: ast.AST) -> str | None:
    """The name in ``globals()["name"]`` or ``globals().get("name")``."""
    match node:
        case ast.Subscript(value=ast.Call(func=ast.Name(id=who)), slice=ast.Constant(value=name)):
            pass
        case ast.Call(
            func=ast.Attribute(value=ast.Call(func=ast.Name(id=who)), attr="get"),
            args=[ast.Constant(value=name), *_],
        ):
            pass
        case _:
            return None
    known = who in ("globals", "locals", "vars") and isinstance(name, str)
    return str(name) if known else None


__all__ = ["tell_readers"]
