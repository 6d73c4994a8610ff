"""Classes whose constructor only keeps what it is given: dataclasses, named tuples, models."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.types import UserClass
from unspool_rules.syntax.names import last_name

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference

_BASES = {"NamedTuple", "BaseModel"}


def is_record(node: ast.ClassDef) -> bool:
    """Whether a class is made of its annotated fields, and has no constructor of its own."""
    if any(isinstance(s, ast.FunctionDef) and s.name == "__init__" for s in node.body):
        return False
    decorators = (d.func if isinstance(d, ast.Call) else d for d in node.decorator_list)
    names = set(map(last_name, (*decorators, *node.bases)))
    return "dataclass" in names or bool(names & _BASES)


def fields(node: ast.ClassDef) -> list[str]:
    """The names of a record's fields, in the order of its constructor."""
    return [
        s.target.id
        for s in node.body
        if isinstance(s, ast.AnnAssign)
        and isinstance(s.target, ast.Name)
        and "ClassVar" not in ast.unparse(s.annotation)
    ]


def given(infer: Inference, node: ast.ClassDef, name: str) -> list[ast.expr]:
    """What the file's own calls of a record's constructor give for a field."""
    names = fields(node) if is_record(node) else []
    if name not in names:
        return []
    index = names.index(name)
    found: list[ast.expr] = []
    for call in infer.stores.calls.get(node.name, ()):
        if UserClass(node) not in infer.of(call.func):
            continue
        found += [k.value for k in call.keywords if k.arg == name]
        if index < len(call.args) and not any(
            isinstance(a, ast.Starred) for a in call.args[: index + 1]
        ):
            found.append(call.args[index])
    return found


def field_of(node: ast.ClassDef, call: ast.Call, value: ast.expr) -> str | None:
    """The field that an argument of a record's constructor goes to."""
    names = fields(node) if is_record(node) else []
    for keyword in call.keywords:
        if keyword.value is value:
            return keyword.arg if keyword.arg in names else None
    index = next((i for i, a in enumerate(call.args) if a is value), len(names))
    return names[index] if index < len(names) else None
