"""What binds a name: scopes, the variables in them, and the places that give these values."""

from __future__ import annotations

import ast
import enum
from collections.abc import Iterator
from dataclasses import dataclass, field

ScopeNode = (
    ast.Module
    | ast.FunctionDef
    | ast.AsyncFunctionDef
    | ast.Lambda
    | ast.ClassDef
    | ast.ListComp
    | ast.SetComp
    | ast.DictComp
    | ast.GeneratorExp
)

STAR = -1
"""The step of a path that takes what is left: ``*rest``."""


class How(enum.Enum):
    """The way a name gets its value."""

    ASSIGN = enum.auto()
    """``value`` is assigned; with ``path``, the part of it at these tuple positions."""
    ANNOTATION = enum.auto()
    """Only declared: ``value`` is the annotation."""
    ITERATE = enum.auto()
    """Takes the items of ``value``."""
    ENTER = enum.auto()
    """Bound by ``with value as name``."""
    PARAMETER = enum.auto()
    IMPORT = enum.auto()
    FUNCTION = enum.auto()
    CLASS = enum.auto()
    OTHER = enum.auto()
    """Exception names, deletions, patterns, augmented assignments."""


@dataclass(frozen=True, slots=True, eq=False)
class Binding:
    """One place that gives a name its value."""

    name: str
    how: How
    node: ast.AST
    """The ``Name`` target, ``arg``, ``alias``, or definition."""
    value: ast.expr | None = None
    path: tuple[int, ...] = ()
    annotation: ast.expr | None = None
    asynchronous: bool = False
    statement: ast.AST | None = None


@dataclass(slots=True, eq=False)
class Scope:
    node: ScopeNode
    parent: Scope | None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    redirects: dict[str, Scope] = field(default_factory=dict)
    """Names declared ``global`` or ``nonlocal`` here."""

    def names(self) -> Iterator[str]:
        yield from self.bindings


@dataclass(frozen=True, slots=True)
class Variable:
    """A name within the scope that binds it: the identity that analysis goes by."""

    scope: Scope
    name: str

    @property
    def of_module(self) -> bool:
        """Whether the name is one of a module, which other files can take."""
        return isinstance(self.scope.node, ast.Module)

    def __hash__(self) -> int:
        return hash((id(self.scope), self.name))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Variable) and other.scope is self.scope and other.name == self.name
