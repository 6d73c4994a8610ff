"""An index of a file: calls by name, results of functions, and what is stored in attributes."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.syntax.tree import Tree

_TRIGGERS = ("client", "agent", "assistant", "openai", "thread", "project", "run", "api", "llm")


_REQUESTS = frozenset({"request", "req", "websocket", "ws"})
_APPS = frozenset({"application", "api", "fastapi_app", "server", "_app", "web_app"})
"""What an application is called besides `app`, where its state is meant."""
_STATE = "app.state."
ANY = "*"
"""Stands in a path for a key that is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Store:
    """``target.name = value`` (or the part of the value at ``path``)."""

    target: ast.Attribute
    owner: ast.ClassDef | None
    """The class, when the target is an attribute of its ``self``."""
    value: ast.expr | None
    path: tuple[int, ...]
    annotation: ast.expr | None


def path_of(node: ast.expr) -> str | None:
    """A dotted path such as ``st.session_state.thread_id``; items by constant key count alike."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        head = path_of(node.value)
        return f"{head}.{node.attr}" if head is not None else None
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        head = path_of(node.value)
        return f"{head}.{node.slice.value!s}" if head is not None else None
    if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
        head = path_of(node.value)
        return f"{head}.{ANY}" if head is not None else None
    return None


def of_app(path: str, *, serves: bool) -> str:
    """The path by which an application's own code knows what handlers of requests read.

    ``request.app.state.x`` is ``app.state.x`` (Starlette, "Applications", "Storing state on the
    app instance"); ``current_app.x`` is ``app.x`` (Flask, "The Application Context").

    Args:
        serves: whether there are such handlers; a `server` may be anything elsewhere.
    """
    steps = path.split(".")
    if steps[0] in _REQUESTS and steps[1:2] == ["app"]:
        return ".".join(steps[1:])
    if serves and steps[0] in _APPS and steps[1:2] == ["state"]:
        return ".".join(["app", *steps[1:]])
    return ".".join(["app", *steps[1:]]) if steps[0] == "current_app" else path


def _is_app_of_request(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(value=ast.Name(id=name), attr="app"):
            return name in _REQUESTS
    return False


def session_item(node: ast.Call) -> str | None:
    """The path that ``cl.user_session.set("thread", thread)`` of Chainlit stores under."""
    func = node.func
    if not (isinstance(func, ast.Attribute) and func.attr == "set" and len(node.args) == 2):
        return None
    head, key = path_of(func.value), node.args[0]
    if head is None or head.rpartition(".")[2] != "user_session":
        return None
    return f"{head}.{key.value!s}" if isinstance(key, ast.Constant) else None


_KINDS = (
    *(ast.Call, ast.Return, ast.Yield, ast.YieldFrom, ast.FunctionDef, ast.AsyncFunctionDef),
    *(ast.Assign, ast.AnnAssign, ast.withitem),
)


class Stores:
    """Built in one pass over the nodes."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._serves = any(map(_is_app_of_request, tree.of(ast.Attribute)))
        self.calls: dict[str, list[ast.Call]] = {}
        """Calls by the last name of what is called."""
        self.results: dict[ast.AST, list[ast.Return | ast.Yield | ast.YieldFrom]] = {}
        """Return and yield of each function."""
        self.decorated: list[tuple[ast.expr, ast.FunctionDef | ast.AsyncFunctionDef]] = []
        """Decorators, and the functions they get."""
        self.attributes: dict[str, list[Store]] = {}
        self.paths: dict[str, list[tuple[ast.expr | None, tuple[int, ...], ast.expr | None]]] = {}
        """Stores into attributes and items of things the file does not define."""
        for node in tree.of(*_KINDS):
            self._index(node)

    def path(self, node: ast.expr, place: ast.AST | None = None) -> str | None:
        """The path of an expression; of the same words, each file means its own thing.

        Only sessions and the state of a web application are the same for all.
        """
        path = path_of(node)
        path = of_app(path, serves=self._serves) if path is not None else None
        if path is None or not self._tree.borders or "session" in path or path.startswith(_STATE):
            return path
        root: ast.AST = node
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root = root.value  # what is around it may be made up
        return f"{self._tree.part_of(place or root)}:{path}"

    def looks_legacy(self, name: str) -> bool:
        """Whether a parameter's name makes it worth asking the workspace what it is."""
        return any(trigger in name.lower() for trigger in _TRIGGERS)

    def under(self, path: str) -> list[tuple[ast.expr | None, tuple[int, ...], ast.expr | None]]:
        """What is stored under a path, and under paths that may be the same one."""
        head, _, last = path.rpartition(".")
        found = list(self.paths.get(path, ()))
        if last == ANY:
            for other, stored in self.paths.items():
                if other != path and other.rpartition(".")[0] == head:
                    found += stored
        elif head:
            found += self.paths.get(f"{head}.{ANY}", ())
        return found

    def is_read(self, path: str) -> bool:
        """Whether the file gets, by ``get``, what is stored under a path."""
        return any(
            call.args
            and isinstance(call.func, ast.Attribute)
            and self.path(ast.Subscript(call.func.value, call.args[0]), call) == path
            for call in self.calls.get("get", ())
        )

    def _index(self, node: ast.AST) -> None:
        if isinstance(node, ast.Call):
            func = node.func
            name = func.id if isinstance(func, ast.Name) else getattr(func, "attr", None)
            if name is not None:
                self.calls.setdefault(name, []).append(node)
            item = session_item(node)
            if item is not None:
                self.paths.setdefault(item, []).append((node.args[1], (), None))
            if name == "setdefault" and isinstance(func, ast.Attribute) and len(node.args) == 2:
                self._store(ast.Subscript(func.value, node.args[0]), node.args[1], (), None)
        elif isinstance(node, (ast.Return, ast.Yield, ast.YieldFrom)):
            function = self._tree.function(node)
            if function is not None:
                self.results.setdefault(function, []).append(node)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.decorated += [(decorator, node) for decorator in node.decorator_list]
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self._store(target, node.value, (), None)
        elif isinstance(node, ast.AnnAssign):
            self._store(node.target, node.value, (), node.annotation)
        elif isinstance(node, ast.withitem) and node.optional_vars is not None:
            self._store(node.optional_vars, node.context_expr, (), None)

    def _store(
        self,
        target: ast.expr,
        value: ast.expr | None,
        path: tuple[int, ...],
        annotation: ast.expr | None,
    ) -> None:
        if isinstance(target, (ast.Tuple, ast.List)):
            for index, item in enumerate(target.elts):
                self._store(item, value, (*path, index), annotation)
            return
        if isinstance(target, ast.Attribute):
            owner = self.owner(target)
            self.attributes.setdefault(target.attr, []).append(
                Store(target, owner, value, path, annotation)
            )
        if isinstance(target, (ast.Attribute, ast.Subscript)):
            dotted = self.path(target)
            if dotted is not None:
                self.paths.setdefault(dotted, []).append((value, path, annotation))

    def owner(self, target: ast.Attribute) -> ast.ClassDef | None:
        """The class whose instance (or class object) the target's root name is."""
        if not isinstance(target.value, ast.Name):
            return None
        function = self._tree.function(target)
        while isinstance(function, ast.Lambda):
            function = self._tree.function(function)
        if function is None:
            return None
        owner = self._tree.parents.get(function)
        while owner is not None and not isinstance(owner, ast.ClassDef):
            outer = self._tree.function(function)
            if outer is None:
                return None
            function = outer
            owner = self._tree.parents.get(function)
        if not isinstance(owner, ast.ClassDef) or isinstance(function, ast.Lambda):
            return None
        args = [*function.args.posonlyargs, *function.args.args]
        return owner if args and args[0].arg == target.value.id else None
