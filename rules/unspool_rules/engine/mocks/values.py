"""Objects that a test makes up: ``MagicMock(status="completed")``, and what is set on them."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import code_of, quoted
from unspool_rules.syntax.layout import Code, Item, call
from unspool_rules.syntax.names import last_name

MAKERS = {"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "SimpleNamespace"}
"""Classes whose instances have the attributes that they are given."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of such an object."""

    value: ast.expr
    place: ast.expr
    """What is written anew where the attribute takes another value: the value, or the target."""


class Fake:
    """An object of a test, and its attributes; ``made`` is None where not all of them are known."""

    def __init__(self, work: Work, node: ast.expr) -> None:
        self.work = work
        self.attributes: dict[str, Attribute] = {}
        self.made = self._made(node)
        if self.made is not None:
            for keyword in self.made.keywords:
                assert keyword.arg is not None
                self.attributes[keyword.arg] = Attribute(keyword.value, keyword.value)
            if isinstance(node, ast.Name) and not self._set(node):
                self.made = None

    def _made(self, node: ast.expr) -> ast.Call | None:
        made = self.work.literal_of(node)
        if not isinstance(made, ast.Call) or made.args or last_name(made.func) not in MAKERS:
            return None
        names = {keyword.arg for keyword in made.keywords}
        return None if names & {None, "spec", "spec_set", "wraps", "side_effect"} else made

    def _set(self, node: ast.Name) -> bool:
        """Look at what is set on the object; False where more is done with it before it is used."""
        tree = self.work.tree
        variable = self.work.variable_of(node)
        assert variable is not None
        for use in self.work.facts.scopes.uses(variable):
            chain: ast.expr = use
            names: list[str] = []
            while isinstance(above := tree.parents.get(chain), ast.Attribute):
                chain = above
                names.append(above.attr)
            if not isinstance(chain, ast.Attribute) or not isinstance(chain.ctx, ast.Store):
                continue
            assign = tree.parents.get(chain)
            if not isinstance(assign, ast.Assign) or len(assign.targets) != 1 or len(names) > 2:
                return False
            if tree.function(assign) is not tree.function(node):
                return False
            place = assign.value if len(names) == 1 else chain
            self.attributes[".".join(names)] = Attribute(assign.value, place)
        return True

    def text(self, name: str) -> Attribute | None:
        """The attribute that holds an object with a ``value``: the value, in that place."""
        if f"{name}.value" in self.attributes:
            return self.attributes[f"{name}.value"]
        held = self.attributes.get(name)
        inner = Fake(self.work, held.value) if held is not None else None
        value = inner.attributes.get("value") if inner is not None and inner.made else None
        return Attribute(value.value, held.place) if held is not None and value else None

    def items(self, name: str) -> list[ast.expr] | None:
        """The elements of a list that it holds."""
        held = self.attributes.get(name)
        listed = self.work.literal_of(held.value) if held is not None else None
        return listed.elts if isinstance(listed, ast.List) else None

    def give(self, name: str, text: str) -> None:
        """Plan a text as one of its attributes."""
        known = self.attributes.get(name)
        if known is not None:
            self.work.propose(known.place, quoted(text))
            return
        made = self.made
        assert made is not None

        def write(r: Rendering) -> Code:
            had = [r.item(f"{k.arg}=", r.code(k.value), k.value) for k in made.keywords]
            return call(r.text(made.func), [Item(f'"{text}"', f"{name}="), *had])

        self.work.propose(made, write)


def put(work: Work, attribute: Attribute) -> None:
    """Plan the value itself where an object held it."""
    place = attribute.place
    if isinstance(place, ast.Attribute) and isinstance(place.ctx, ast.Store):
        holder = place.value
        work.propose(place, lambda r: r.text(holder))
    else:
        work.propose(place, code_of(attribute.value))


__all__ = ["MAKERS", "Attribute", "Fake", "put"]
