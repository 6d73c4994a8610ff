"""Calls of the program's own functions that give more, or whose result is taken."""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item

Text = Callable[[Rendering], str]


@dataclass(eq=False, slots=True)
class CallChange:
    """What becomes of one call."""

    call: ast.Call
    outer: ast.expr
    """The call with its ``await``."""
    target: Text | None = None
    """What its result is assigned to."""
    tail: str = ""
    more: dict[Hashable, Text] = field(default_factory=dict)
    """Variables that parameters of the same names are given, and their names."""

    def write(self, r: Rendering) -> Code:
        """The call anew."""
        call = self.call
        items = [r.item("", r.code(argument), argument) for argument in call.args]
        for keyword in call.keywords:
            if keyword in r.replacements:
                items.append(r.item("", r.code(keyword), keyword.value))
            else:
                name = f"{keyword.arg}=" if keyword.arg else "**"
                items.append(r.item(name, r.code(keyword.value), keyword.value))
        items += [Item(name, f"{name}=") for name in (text(r) for text in self.more.values())]
        wait = "await " if self.outer is not call else ""
        target = f"{self.target(r)} = " if self.target is not None else ""
        used = [*call.args, *(keyword.value for keyword in call.keywords)]
        below = r.leftovers(call, used)
        new = Brackets(f"{wait}{r.text(call.func)}", tuple(items), below=below)
        return placed(new, target, self.tail, awaited=bool(wait))


def placed(call: Brackets, head: str, tail: str, *, awaited: bool) -> Brackets:
    """A call with what stands before and behind it."""
    if awaited and tail:
        return Brackets(head, (Item(call),), tail=tail, commas=False)
    return replace(call, head=head + call.head, tail=tail)


def changes_of(work: Work) -> dict[ast.Call, CallChange]:
    """The calls that a component changes."""
    return work.once(_changes)


def _changes(_: Work) -> dict[ast.Call, CallChange]:
    return {}


def may_change(work: Work, call: ast.Call) -> bool:
    """Whether nothing else writes the call anew."""
    return call in changes_of(work) or not {call, _outer(work, call)} & set(work.plan.replacements)


def change(work: Work, call: ast.Call) -> CallChange:
    """The change of a call, which is planned with its first part."""
    known = changes_of(work)
    if call not in known:
        known[call] = CallChange(call, _outer(work, call))
        work.replace(known[call].outer, known[call].write)
    return known[call]


def _outer(work: Work, call: ast.Call) -> ast.expr:
    parent = work.tree.parents.get(call)
    return parent if isinstance(parent, ast.Await) else call


__all__ = ["CallChange", "change", "changes_of", "may_change", "placed"]
