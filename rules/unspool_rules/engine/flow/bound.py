"""Names that may be read before they are set: a change must not make any."""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unspool_rules.syntax.fields import children, walk

_BUILTINS = frozenset(dir(builtins)) | {"__file__", "__class__", "WindowsError"}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
if sys.version_info >= (3, 11):
    _TRIES: tuple[type[ast.stmt], ...] = (ast.Try, ast.TryStar)
else:
    _TRIES = (ast.Try,)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

Unbound = dict[tuple[str, str], int]
"""How bad it is, by function and name: 1 when the name may be unset, 2 when it is for certain."""


def unbound(module: ast.Module) -> Unbound:
    """What the code reads although it may not be set at that place."""
    reader = _Reader()
    reader.scope(module, "", frozenset())
    return reader.found


def worse(before: Unbound, after: Unbound, renamed: Mapping[str, str]) -> set[str]:
    """Names that are set less surely than they were.

    Args:
        before: what ``unbound`` says of the old code.
        after: what it says of the new code.
        renamed: the old name of each new one.
    """
    found = set()
    for (place, name), level in after.items():
        old = max(before.get((place, name), 0), before.get((place, renamed.get(name, name)), 0))
        if level > old:
            found.add(name)
    return found


@dataclass(slots=True)
class _State:
    """What is set at a place: on every way there, and on some way."""

    sure: set[str]
    maybe: set[str]
    dead: bool = False
    """Whether no way leads there."""

    def copy(self) -> _State:
        return _State(set(self.sure), set(self.maybe), self.dead)

    def set(self, name: str) -> None:
        self.sure.add(name)
        self.maybe.add(name)


def _joined(states: Iterable[_State]) -> _State:
    every = list(states)
    alive = [s for s in every if not s.dead]
    if not alive:
        return _State(set(every[0].sure), set().union(*(s.maybe for s in every)), dead=True)
    return _State(
        set.intersection(*(s.sure for s in alive)), set().union(*(s.maybe for s in alive))
    )


class _Reader:
    """Walks the code in the order in which it runs."""

    def __init__(self) -> None:
        self.found: Unbound = {}
        self._place = ""
        self._own: set[str] = set()
        self._outer: frozenset[str] = frozenset()
        self._later: list[tuple[ast.AST, str]] = []
        self._breaks: list[list[_State]] = []
        self._any = False
        """Whether a star import may set any name."""

    def scope(self, node: ast.AST, place: str, outer: frozenset[str]) -> None:
        """Read a module or a function, then the functions in it."""
        kept = self._place, self._own, self._outer, self._later, self._breaks
        self._place, self._outer, self._later, self._breaks = place, outer, [], []
        own = _bound(node)
        self._own = own
        state = _State(set(), set())
        if isinstance(node, _FUNCTIONS):
            for name in _parameters(node):
                state.set(name)
        body = node.body if isinstance(node, (ast.Module, *_FUNCTIONS)) else []
        if isinstance(body, list):
            self._block(body, state)
        else:
            self._expression(body, state)
        later = self._later
        for index, (function, name) in enumerate(later):
            same = sum(1 for _, other in later[:index] if other == name)
            self.scope(function, f"{place}.{name}{same or ''}", outer | own)
        self._place, self._own, self._outer, self._later, self._breaks = kept

    # -- names -------------------------------------------------------------------------------------

    def _load(self, name: str, state: _State) -> None:
        if state.dead or self._any:
            return
        level = 0
        if name in self._own:
            if name not in state.maybe:
                level = 2
            elif name not in state.sure:
                level = 1
            if level and not self._place and name in _BUILTINS:
                level = 0
        elif name not in self._outer and name not in _BUILTINS:
            level = 2
        if level:
            key = self._place, name
            self.found[key] = max(level, self.found.get(key, 0))

    def _target(self, node: ast.expr, state: _State) -> None:
        if isinstance(node, ast.Name):
            state.set(node.id)
        elif isinstance(node, (ast.Tuple, ast.List)):
            for element in node.elts:
                self._target(element, state)
        elif isinstance(node, ast.Starred):
            self._target(node.value, state)
        else:
            self._expression(node, state)

    # -- expressions -------------------------------------------------------------------------------

    def _expression(self, node: ast.AST | None, state: _State) -> None:
        if node is None:
            return
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                self._load(node.id, state)
        elif isinstance(node, ast.NamedExpr):
            self._expression(node.value, state)
            self._target(node.target, state)
        elif isinstance(node, ast.Lambda):
            self._defaults(node, state)
            self._later.append((node, "<lambda>"))
        elif isinstance(node, _COMPREHENSIONS):
            self._comprehension(node, state)
        else:
            for child in children(node):
                self._expression(child, state)

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp, state: _State
    ) -> None:
        inner = state.copy()
        added: set[str] = set()
        for generator in node.generators:
            self._expression(generator.iter, inner)
            names = {n.id for n in walk(generator.target) if isinstance(n, ast.Name)}
            added |= names - self._own
            self._own = self._own | names
            self._target(generator.target, inner)
            for test in generator.ifs:
                self._expression(test, inner)
        for child in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
            self._expression(child, inner)
        self._own = self._own - added
        for walrus in walk(node):
            if isinstance(walrus, ast.NamedExpr):
                self._target(walrus.target, state)

    def _defaults(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, state: _State
    ) -> None:
        for default in (*node.args.defaults, *node.args.kw_defaults):
            self._expression(default, state)

    # -- statements --------------------------------------------------------------------------------

    def _block(self, block: Iterable[ast.stmt], state: _State) -> None:
        for statement in block:
            self._statement(statement, state)

    def _statement(self, node: ast.stmt, state: _State) -> None:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for decorator in node.decorator_list:
                self._expression(decorator, state)
            self._defaults(node, state)
            self._later.append((node, node.name))
            state.set(node.name)
        elif isinstance(node, ast.ClassDef):
            self._class(node, state)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                if alias.name == "*":
                    self._any = True
                state.set(alias.asname or alias.name.split(".")[0])
        elif isinstance(node, ast.Assign):
            self._expression(node.value, state)
            for target in node.targets:
                self._target(target, state)
        elif isinstance(node, ast.AugAssign):
            self._expression(node.value, state)
            if isinstance(node.target, ast.Name):
                self._load(node.target.id, state)
            self._target(node.target, state)
        elif isinstance(node, ast.AnnAssign):
            self._expression(node.value, state)
            if node.value is not None or not isinstance(node.target, ast.Name):
                self._target(node.target, state)
        elif isinstance(node, ast.Delete):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    self._load(target.id, state)
                    state.sure.discard(target.id)
                    state.maybe.discard(target.id)
                else:
                    self._expression(target, state)
        elif isinstance(node, ast.If):
            self._expression(node.test, state)
            yes, no = state.copy(), state.copy()
            self._block(node.body, yes)
            self._block(node.orelse, no)
            self._become(state, _joined((yes, no)))
        elif isinstance(node, (ast.While, ast.For, ast.AsyncFor)):
            self._loop(node, state)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                self._expression(item.context_expr, state)
                if item.optional_vars is not None:
                    self._target(item.optional_vars, state)
            self._block(node.body, state)
        elif isinstance(node, _TRIES):
            self._try(node, state)
        elif isinstance(node, ast.Match):
            self._match(node, state)
        elif isinstance(node, (ast.Return, ast.Raise, ast.Continue, ast.Break)):
            for child in children(node):
                self._expression(child, state)
            if isinstance(node, ast.Break) and self._breaks:
                self._breaks[-1].append(state.copy())
            state.dead = True
        else:
            self._expression(node, state)

    def _become(self, state: _State, other: _State) -> None:
        state.sure, state.maybe, state.dead = other.sure, other.maybe, other.dead

    def _class(self, node: ast.ClassDef, state: _State) -> None:
        """Its body runs in place; its methods do not see the names that it sets."""
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self._expression(part, state)
        own, later = self._own, self._later
        self._own, self._later = own | _bound_in(node.body), []
        self._block(node.body, state.copy())
        later += [(function, f"{node.name}.{name}") for function, name in self._later]
        self._own, self._later = own, later
        state.set(node.name)

    def _loop(self, node: ast.While | ast.For | ast.AsyncFor, state: _State) -> None:
        endless = False
        if isinstance(node, ast.While):
            self._expression(node.test, state)
            endless = isinstance(node.test, ast.Constant) and bool(node.test.value)
        else:
            self._expression(node.iter, state)
        inner = state.copy()
        inner.maybe |= _bound_in([node])
        if not isinstance(node, ast.While):
            self._target(node.target, inner)
        self._breaks.append([])
        self._block(node.body, inner)
        left = self._breaks.pop()
        after = state.copy()
        after.maybe |= inner.maybe
        self._block(node.orelse, after)
        if endless:
            after.dead = True
        self._become(state, _joined((after, *left)))

    def _try(self, node: ast.Try, state: _State) -> None:
        start = state.copy()
        start.maybe |= _bound_in(node.body)
        self._block(node.body, state)
        self._block(node.orelse, state)
        ways = [state.copy()]
        for handler in node.handlers:
            way = start.copy()
            self._expression(handler.type, way)
            if handler.name:
                way.set(handler.name)
            self._block(handler.body, way)
            if handler.name:
                way.sure.discard(handler.name)
                way.maybe.discard(handler.name)
            ways.append(way)
        after = _joined(ways)
        last = start.copy()
        last.maybe = set().union(*(w.maybe for w in ways))
        if node.finalbody:
            self._block(node.finalbody, last)
            after.sure |= last.sure
            after.maybe |= last.maybe
        self._become(state, after)

    def _match(self, node: ast.Match, state: _State) -> None:
        self._expression(node.subject, state)
        ways = []
        complete = False
        for case in node.cases:
            way = state.copy()
            for part in walk(case.pattern):
                name = getattr(part, "name", None) or getattr(part, "rest", None)
                if isinstance(name, str):
                    way.set(name)
            self._expression(case.guard, way)
            self._block(case.body, way)
            ways.append(way)
            pattern = case.pattern
            complete |= (
                isinstance(pattern, ast.MatchAs) and pattern.pattern is None and case.guard is None
            )
        if not complete:
            ways.append(state.copy())
        self._become(state, _joined(ways))


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[str]:
    args = node.args
    every = (*args.posonlyargs, *args.args, args.vararg, *args.kwonlyargs, args.kwarg)
    return [a.arg for a in every if a is not None]


def _bound(node: ast.AST) -> set[str]:
    """Names that belong to a module or a function."""
    body = getattr(node, "body", [])
    found = _bound_in(body if isinstance(body, list) else [body])
    if isinstance(node, _FUNCTIONS):
        found -= _declared(node)
        found |= set(_parameters(node))
    else:  # a function can set names of the module
        for inner in walk(node) if any(isinstance(n, ast.Global) for n in walk(node)) else ():
            if isinstance(inner, _FUNCTIONS):
                names = {n for d in walk(inner) if isinstance(d, ast.Global) for n in d.names}
                found |= names & _bound_in(inner.body if isinstance(inner.body, list) else [])
    return found


def _declared(node: ast.AST) -> set[str]:
    return {
        name
        for inner in walk(node)
        if isinstance(inner, (ast.Global, ast.Nonlocal))
        for name in inner.names
    }


def _bound_in(block: Iterable[ast.AST]) -> set[str]:
    """Names that statements set, without those that functions and classes set for themselves."""
    found: set[str] = set()
    stack = list(block)
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found.add(node.name)
            stack += node.decorator_list
            continue
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, _COMPREHENSIONS):
            found |= {n.target.id for n in walk(node) if isinstance(n, ast.NamedExpr)}
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            found.add(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            found |= {a.asname or a.name.split(".")[0] for a in node.names}
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            found.add(node.name)
        elif isinstance(node, ast.MatchMapping) and node.rest:
            found.add(node.rest)
        stack += children(node)
    return found
