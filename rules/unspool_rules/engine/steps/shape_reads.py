"""What is read of steps in their old shape: fields that they have, and those that nothing has."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod

from unspool_rules.catalogue.steps import (
    ABSENT,
    CALLS,
    CLASSES,
    DETAILS,
    GONE,
    OTHER_CALLS,
    SHAPES,
    UNTYPED,
)
from unspool_rules.engine.sites import Site
from unspool_rules.engine.steps.elements import LISTS, elements_of
from unspool_rules.engine.steps.includes import VAGUE, include
from unspool_rules.engine.tool_calls.dumps import DICTS, TEXTS
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.names import last_name

_ASKED = (
    "steps go where what is read of them is not in view, and this asks for a field or a type of "
    "call that items do not have"
)


class Reads(ABC):
    """Reads of a step, of a list of steps, and of what they hold."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.tree = work.tree
        self.lists: dict[Site, tuple[list[Site], str]] = {}
        """Listings whose steps are such objects: what makes the responses, and their order."""
        self.answered = False
        """Whether the outputs are read that functions gave."""
        self.paged = False
        """Whether one page of them is read."""
        self.seen: set[tuple[ast.expr, str]] = set()
        """Expressions that were followed, and as what."""

    @abstractmethod
    def follow(self, node: ast.expr, shape: str) -> None:
        """Look at what is done with a value."""

    @abstractmethod
    def ordered(self, call: ast.Call, shape: str) -> None:
        """Look at what a key function reads of the elements."""

    def is_asked_for_data(self, choice: ast.IfExp) -> bool:
        """``steps.data if hasattr(steps, "data") else steps``."""
        page = ast.unparse(choice.orelse)
        asked = {f"hasattr({page}, 'data')"}
        return ast.unparse(choice.test) in asked and ast.unparse(choice.body) == f"{page}.data"

    def item(self, outer: ast.Subscript, node: ast.expr, shape: str) -> None:
        element = elements_of(shape)
        key = self.work.string_value(outer.slice)
        if element is not None and key is None:
            whole = isinstance(outer.slice, ast.Slice)
            self.follow(outer, LISTS[element] if whole else element)
        elif shape in SHAPES and key is not None and isinstance(outer.ctx, ast.Load):
            if key in SHAPES[shape]:
                self.work.propose(outer, lambda r: f"{r.operand(node)}.{key}")
            self._field(outer, key, shape)
        else:
            self.work.block(outer, VAGUE)

    def read(self, outer: ast.Attribute, key: str, node: ast.expr, shape: str) -> None:
        called = self.tree.parents.get(outer)
        called = called if isinstance(called, ast.Call) and called.func is outer else None
        if not isinstance(outer.ctx, ast.Load):
            self.work.block(outer, VAGUE)
        elif shape in ("kind", "word"):
            if not hasattr(str, key):
                self._value(outer, key, node)
        elif shape == "page" and key == "data" and called is None:
            self.paged = True
            self.work.claimed.add(outer)
            self.work.replace(outer, lambda r: r.code(node))
            self.follow(outer, "page")
        elif shape in SHAPES and key == "get" and called is not None and called.args:
            self._got(called, node, shape)
        elif called is not None and key in DICTS | TEXTS and (shape == "page" or shape in SHAPES):
            self._dumped(called, key, node, shape)
        elif shape in SHAPES and called is None:
            self._field(outer, key, shape)
        elif elements_of(shape) is not None and called is not None and hasattr(list, key):
            self._of_list(called, key, node, shape)
        else:
            self.work.block(outer, VAGUE)

    def _dumped(self, call: ast.Call, key: str, node: ast.expr, shape: str) -> None:
        """``step.model_dump_json(indent=2)``: what such objects hold, under the same keys."""
        if call.args or any(k.arg not in ("indent", "exclude_none") for k in call.keywords):
            self.work.block(call, VAGUE)
            return
        indent = [k.value for k in call.keywords if k.arg == "indent"]
        self.work.claimed.update((call, call.func))

        def write(r: Rendering) -> str:
            json = r.imports.need_module("json")
            whole = f'{{"data": {r.text(node)}}}' if shape == "page" else r.text(node)
            more = f", indent={r.text(indent[0])}" if indent and key in TEXTS else ""
            text = f"{json}.dumps({whole}, default=vars{more})"
            return text if key in TEXTS else f"{json}.loads({text})"

        self.work.replace(call, write)
        self.lost(call, "step")

    def _value(self, outer: ast.Attribute, key: str, node: ast.expr) -> None:
        """``step.type.value``: the types are texts."""
        if key != "value":
            self.work.block(outer, VAGUE)
            return
        self.work.claimed.add(outer)
        self.work.replace(outer, lambda r: r.code(node))

    def _got(self, call: ast.Call, node: ast.expr, shape: str) -> None:
        """``call.get("name")`` of azure's models, which were mappings."""
        key = self.work.string_value(call.args[0])
        if key is None or call.keywords:
            self.work.block(call, VAGUE)
            return
        other = call.args[1] if len(call.args) > 1 else None
        self.work.claimed.add(call)

        def write(r: Rendering) -> str:
            default = r.text(other) if other is not None else "None"
            return f'getattr({r.text(node)}, "{key}", {default})'

        self.work.replace(call, write)
        self._field(call, key, shape)

    def _field(self, outer: ast.expr, key: str, shape: str) -> None:
        """A field that is read of an object: what it holds is followed, too."""
        self.work.claimed.add(outer)
        fields = SHAPES[shape]
        if key not in fields:
            if shape == "call" or key in OTHER_CALLS:
                self.work.block(outer, UNTYPED)
            else:
                reason = f"an item has no counterpart of a step's `{key}`"
                self.work.block(outer, GONE.get(key, reason))
            return
        if key in ("outputs", "results"):
            self._include(key)
        self.answered |= (shape, key) == ("function", "output")
        inner = fields[key]
        if inner is not None:
            self.follow(outer, inner)

    def _include(self, *keys: str) -> None:
        names = {"outputs": "code_interpreter_call.outputs", "results": "file_search_call.results"}
        for makers, _ in self.lists.values():
            include(self.work, makers, *(names[key] for key in keys))

    def _of_list(self, call: ast.Call, key: str, node: ast.expr, shape: str) -> None:
        if key in ("pop", "copy"):
            self.follow(call, shape if key == "copy" else elements_of(shape) or shape)
        elif key == "sort":
            self.ordered(call, shape)
        elif key not in ("append", "extend", "insert", "reverse", "count", "index", "clear"):
            self.work.block(node, VAGUE)

    def compared(self, compare: ast.Compare, shape: str) -> None:
        """The type of a call that is asked for: an item of another call may have any other name."""
        sides = [compare.left, *compare.comparators]
        words = [n for side in sides for n in ast.walk(side) if isinstance(n, ast.Constant)]
        known = {*CALLS} if shape == "kind" else None
        for word in words:
            if known is not None and isinstance(word.value, str) and word.value not in known:
                self.work.block(compare, UNTYPED)

    def asked(self, call: ast.Call, name: str, node: ast.expr, shape: str) -> None:
        if call.args[0] is not node or len(call.args) < 2:
            return
        if name == "isinstance":
            self._is_instance(call, node, shape)
            return
        key = self.work.string_value(call.args[1])
        choice = self.tree.parents.get(call)
        if shape == "page" and isinstance(choice, ast.IfExp) and self.is_asked_for_data(choice):
            return
        if shape not in SHAPES or key is None:
            self.work.block(call, VAGUE)
        elif key in SHAPES[shape]:
            self.work.claimed.add(call)
            if name == "getattr":
                self._field(call, key, shape)
        elif key in ABSENT | OTHER_CALLS | GONE.keys():
            self._field(call, key, shape)

    def _is_instance(self, call: ast.Call, node: ast.expr, shape: str) -> None:
        kinds = self.work.infer.of(call.args[1])
        names = {t.name.rpartition(".")[2] for t in kinds if isinstance(t, Class)}
        name = next(iter(names)) if len(names) == 1 else ""
        table = {"details": DETAILS, "call": CLASSES}.get(shape, {})
        word = table.get(name)
        if word is None or word == "activities":
            self.work.block(call, UNTYPED)
            return
        self.work.claimed.add(call)
        self.work.replace(call, lambda r: f'{r.operand(node)}.type == "{word}"')

    def by_time(self, call: ast.Call, node: ast.expr) -> bool:
        """``sorted(steps, key=lambda s: s.created_at)``: the listing has an order, and no times."""
        given = {k.arg: k.value for k in call.keywords}
        key, turned = given.pop("key", None), given.pop("reverse", None)
        orders = {order for _, order in self.lists.values()}
        if not isinstance(key, ast.Lambda) or given or len(orders) != 1:
            return False
        if not isinstance(key.body, ast.Attribute) or key.body.attr != "created_at":
            return False
        if turned is not None and not isinstance(turned, ast.Constant):
            return False
        wanted = "desc" if isinstance(turned, ast.Constant) and turned.value else "asc"
        end = "" if orders == {wanted} else "[::-1]"
        self.work.claimed.update(ast.walk(key))
        self.seen.update((n, "step") for n in ast.walk(key) if isinstance(n, ast.expr))
        self.work.replace(call, lambda r: f"{r.operand(node)}{end}")
        return True

    def lost(self, node: ast.expr, shape: str) -> None:
        """Values that go on out of view: they are read as before, if nothing here asks for more."""
        if shape.removeprefix("numbered ") == "page":
            self.work.block(node, VAGUE)
        elif shape in ("kind", "word") or shape in SHAPES or elements_of(shape) is not None:
            self._include("outputs", "results")
            self.answered = True
            found = self._asked_elsewhere()
            if found is not None:
                self.work.block(found, _ASKED)

    def _asked_elsewhere(self) -> ast.expr | None:
        """Where the file names a field, or a type of a call, that these objects never have."""
        gone = ABSENT | OTHER_CALLS
        for node in self.tree.of(ast.Compare, ast.Call, ast.Subscript):
            if isinstance(node, ast.Compare):
                words = [w for side in node.comparators for w in ast.walk(side)]
            elif isinstance(node, ast.Subscript):
                words = [node.slice]
            elif last_name(node.func) in ("get", "getattr", "hasattr"):
                words = [*node.args[:2]]
            else:
                continue
            assert isinstance(node, ast.expr)
            if any(isinstance(w, ast.Constant) and w.value in gone for w in words):
                return node
        return None


__all__ = ["Reads"]
