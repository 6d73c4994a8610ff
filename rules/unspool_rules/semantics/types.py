"""What an expression can be; a set of these is an inference's answer."""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inst:
    """An instance of a class of the outlines, or of a builtin container."""

    cls: str
    """Canonical qualified name, or the bare name of a builtin (``list``, ``str``)."""
    args: tuple[Types, ...] = ()
    """Types of the class's type variables, in order."""
    site: ast.Call | None = None
    """The call in this file that the value comes from: its identity."""
    probable: bool = False
    """Only the shape of the code says so."""


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the outlines itself."""

    name: str


@dataclass(frozen=True, slots=True)
class Module:
    name: str


@dataclass(frozen=True, slots=True)
class Method:
    """A method or function of the outlines, not yet called."""

    owner: Inst | Class | None
    """What it is bound to; None for a function of a module."""
    cls: str
    """The class that defines it (or the module)."""
    name: str

    @property
    def qualified(self) -> str:
        return f"{self.cls}.{self.name}"


@dataclass(frozen=True, slots=True)
class UserFunction:
    """A function of the file; ``bound`` when its first parameter is taken."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    bound: bool = False


@dataclass(frozen=True, slots=True)
class UserClass:
    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class UserInstance:
    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class UserModule:
    """Another module of the text."""

    node: ast.Module


@dataclass(frozen=True, slots=True)
class ForeignFunction:
    """A function of another file of the workspace, known by the clients that it gives."""

    gives: frozenset[Inst]


Type = (
    Inst
    | Class
    | Module
    | Method
    | UserFunction
    | UserClass
    | UserInstance
    | UserModule
    | ForeignFunction
)
Types = frozenset[Type]
NOTHING: Types = frozenset()
