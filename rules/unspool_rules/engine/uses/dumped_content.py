"""The content of a message's dump: a list of parts that are dicts, whose texts are strings by now.

``dump["content"][0]["text"]["value"]`` was a text, and ``dump["content"][0]["text"]`` is it now.
Source: ``openai/types/responses/response_output_text.py`` of openai 3.54.0 beside
``openai/types/beta/threads/text_content_block.py`` of 1.65.5.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import text_of
from unspool_rules.syntax.names import last_name

_TYPES = '("output_text", "input_text")'


def content_of_dump(work: Work, content: ast.expr) -> bool:
    """Plan what is read of the parts; False, with nothing planned, where not all is known."""
    reading = _Reading(work)
    reading.parts(content)
    if not reading.known or not reading.planned:
        return False
    for node, writer in reading.planned:
        work.propose(node, writer)
    return True


def part_of_dump(work: Work, dump: ast.expr) -> bool:
    """Plan what is read of the dump of one part; False, with nothing planned, as above."""
    reading = _Reading(work)
    reading.part(dump)
    if not reading.known:
        return False
    for node, writer in reading.planned:
        work.propose(node, writer)
    return True


class _Reading:
    """Follows the list, its parts and their texts under the names that they are given."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.known = True
        self.planned: list[tuple[ast.expr, Writer]] = []

    def parts(self, node: ast.expr) -> None:
        parent = self.work.tree.parents.get(node)
        if isinstance(parent, ast.Subscript) and parent.value is node:
            (self.parts if isinstance(parent.slice, ast.Slice) else self.part)(parent)
        elif isinstance(parent, (ast.For, ast.comprehension)) and parent.iter is node:
            self._each(parent.target, self.part)
        elif not self._is_asked_for(node, parent):
            self._named(node, parent, self.parts)

    def part(self, node: ast.expr) -> None:
        parent = self.work.tree.parents.get(node)
        read = _read(self.work, node)
        if read is not None:
            reading, key = read
            if key == "text":
                self.text(reading, node)
            elif key == "type":
                self._type(reading)
            else:
                self.known = False
        elif not self._is_member(node, parent, ("text", "type")):
            if not self._is_asked_for(node, parent):
                self._named(node, parent, self.part)

    def text(self, node: ast.expr, part: ast.expr | None) -> None:
        """What is read of a text: itself, or notes, which are the part's by now."""
        parent = self.work.tree.parents.get(node)
        read = _read(self.work, node)
        if read is None:
            if part is not None and self._is_said(node, parent):
                self._has_text(parent, part)
            elif not self._is_member(node, parent, ("value",)):
                self._named(node, parent, lambda use: self.text(use, None))
            return
        reading, key = read
        if key != "value":
            self.known = False
        elif isinstance(node, ast.Call) and part is not None:
            self._by_default(reading, node, part)
        else:
            self.planned.append((reading, text_of(node)))

    def _by_default(self, reading: ast.expr, node: ast.Call, part: ast.expr) -> None:
        """``part.get("text", {}).get("value", "")``: the default of the last is that of both."""
        last = reading.args[1:] if isinstance(reading, ast.Call) else []

        def write(r: Rendering) -> str:
            default = f", {r.text(last[0])}" if last else ""
            return f'{r.operand(part)}.get("text"{default})'

        self.planned.append((reading, write))

    def _type(self, reading: ast.expr) -> None:
        test = self.work.tree.parents.get(reading)
        if not isinstance(test, ast.Compare) or test.left is not reading or len(test.ops) != 1:
            self.known = False
            return
        asked = self.work.string_value(test.comparators[0])
        words = {ast.Eq: "in", ast.NotEq: "not in"}
        word = words.get(type(test.ops[0]))
        if asked != "text" or word is None:
            self.known = False
            return
        self.planned.append((test, lambda r: f"{r.operand(reading)} {word} {_TYPES}"))

    def _is_member(self, node: ast.expr, parent: ast.AST | None, names: tuple[str, ...]) -> bool:
        """``"text" in part``, which is as true of the new one."""
        if not isinstance(parent, ast.Compare) or parent.comparators != [node]:
            return False
        if self.work.string_value(parent.left) not in names or "value" in names:
            self.known = False
        return isinstance(parent.ops[0], (ast.In, ast.NotIn))

    def _is_said(self, node: ast.expr, parent: ast.AST | None) -> bool:
        """``"value" in part["text"]``: whether the part has a text."""
        if not isinstance(parent, ast.Compare) or parent.comparators != [node]:
            return False
        return self.work.string_value(parent.left) == "value"

    def _has_text(self, test: ast.AST | None, part: ast.expr) -> None:
        assert isinstance(test, ast.Compare)
        word = "in" if isinstance(test.ops[0], ast.In) else "not in"
        self.planned.append((test, lambda r: f'"text" {word} {r.text(part)}'))

    def _is_asked_for(self, node: ast.expr, parent: ast.AST | None) -> bool:
        """Whether it is only asked whether there is any, or how many there are."""
        if isinstance(parent, ast.Call):
            return last_name(parent.func) in ("len", "bool") and node in parent.args
        if isinstance(parent, ast.BoolOp):
            return self._is_asked_for(parent, self.work.tree.parents.get(parent))
        if isinstance(parent, ast.UnaryOp):
            return isinstance(parent.op, ast.Not)
        return getattr(parent, "test", None) is node

    def _named(self, node: ast.expr, parent: ast.AST | None, go: Callable[..., None]) -> None:
        if isinstance(parent, ast.Assign) and parent.value is node and len(parent.targets) == 1:
            self._each(parent.targets[0], go)
        else:
            self.known = False

    def _each(self, target: ast.expr, go: Callable[..., None]) -> None:
        """Follow the one name that something is given."""
        variable = self.work.variable_of(target) if isinstance(target, ast.Name) else None
        scopes = self.work.facts.scopes
        if variable is None or variable.of_module or len(scopes.bindings(variable)) != 1:
            self.known = False
            return
        for use in scopes.reads(variable):
            go(use)


def _read(work: Work, node: ast.expr) -> tuple[ast.expr, str] | None:
    """The reading of a dict by a key that is known, and the key."""
    for reading, key in _readings(work, node):
        text = work.string_value(key)
        if text is not None:
            return reading, text
    return None


def _readings(work: Work, node: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Subscript) and parent.value is node:
        yield parent, parent.slice
    call = work.tree.parents.get(parent) if isinstance(parent, ast.Attribute) else None
    if isinstance(call, ast.Call) and isinstance(parent, ast.Attribute) and parent.attr == "get":
        if call.func is parent and call.args and not call.keywords:
            yield call, call.args[0]


__all__ = ["content_of_dump", "part_of_dump"]
