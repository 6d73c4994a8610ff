"""What a value of the outlines says by itself: its attributes, its items, its awaited result."""

from __future__ import annotations

import ast

from unspool_rules.semantics import outlines
from unspool_rules.semantics.annotations import evaluate
from unspool_rules.semantics.kinds import IDS, client_of, id_class, is_agents, kind_of
from unspool_rules.semantics.types import (
    NOTHING,
    Class,
    Inst,
    Method,
    Module,
    Type,
    Types,
    UserInstance,
)
from unspool_rules.syntax.bindings import STAR

_WRAPPERS = frozenset({"with_raw_response", "with_streaming_response"})
_PAGERS = frozenset({"ItemPaged", "AsyncItemPaged"})
"""Listings without what the pages of the betas had, which programs read of them all the same."""
_PAGE = "azure.ai.projects.models.OpenAIPageableListOfThreadMessage"
_NARROWED = {
    "RequiredAction": ("SubmitToolOutputsAction", "SubmitToolApprovalAction"),
    "RequiredToolCall": ("RequiredFunctionToolCall", "RequiredMcpToolCall"),
    "MessageContent": ("MessageTextContent",),
    "MessageTextAnnotation": (
        "MessageTextUrlCitationAnnotation",
        "MessageTextFileCitationAnnotation",
        "MessageTextFilePathAnnotation",
    ),
}
"""Base classes of azure-ai-agents, and the subclasses that nearly every program means by them."""


def is_result(value: Inst) -> bool:
    """Whether a value is what a call gave, not a client or a part of one."""
    if value.site is None or client_of(value) is not None:
        return False
    name = value.cls
    return not (
        name.startswith("openai.resources") or name.rpartition(".")[2].endswith("Operations")
    )


def symbol(name: str) -> Types:
    """What a dotted name of the outlined packages is."""
    found = outlines.canonical(name)
    if found is None:
        return NOTHING
    if outlines.module(found) is not None:
        return frozenset((Module(found),))
    if outlines.find_class(found) is not None:
        return frozenset((Class(found),))
    head, _, last = found.rpartition(".")
    home = outlines.module(head)
    if home is not None and last in home.functions:
        return frozenset((Method(None, head, last),))
    if home is not None and last in home.values:
        return evaluate(home.values[last], home, {}, None)
    return NOTHING


def within_namespace(value: Module, name: str) -> Types:
    """A package on the way to an outlined one, such as ``azure.ai``."""
    full = f"{value.name}.{name}"
    if any(root.startswith(full) for root in outlines.ROOTS):
        return frozenset((Module(full),))
    return NOTHING


def home_of(cls: str, name: str) -> str:
    """The class that defines a method that another inherits."""
    found = outlines.method(cls, name)
    return found[0].name if found is not None else cls


_MEANT = {
    ("Threads", "modify"): "update",
    ("Assistants", "modify"): "update",
    ("Messages", "modify"): "update",
    ("Runs", "modify"): "update",
    ("Threads", "del_"): "delete",
    ("Assistants", "del_"): "delete",
}
"""Methods that published programs call and no release of openai had, by their meaning.

The API reference calls what `update` does "Modify"; `del` is the name in JavaScript.
"""


def _meant(cls: str, name: str) -> str | None:
    """The method that is meant by a name that a class of openai never had."""
    if not cls.startswith("openai.resources.beta."):
        return None
    return _MEANT.get((cls.rpartition(".")[2].removeprefix("Async"), name))


def is_meant(method: Method, name: str) -> bool:
    """Whether a method is what a name stands for that its class never had."""
    return _meant(method.cls, name) == method.name


def member(value: Inst, name: str) -> Types:
    """Types of an attribute of a value of the outlines."""
    if name in _WRAPPERS and value.cls.startswith("openai."):
        return frozenset((value,))  # it has the same methods, which answer in another form
    kind = kind_of(value)
    if kind is not None and (kind, name) in IDS:
        return frozenset((Inst(id_class(IDS[kind, name]), (), value.site, value.probable),))
    for outline in outlines.lineage(value.cls):
        annotation = outline.attributes.get(name)
        if annotation is None and name in outline.properties:
            annotation = outline.methods[name].returns
        if annotation is not None:
            return evaluate(
                annotation,
                outline.module,
                bound_types(value, outline),
                value.site,
                value.probable,
                value,
            )
        if name in outline.methods:
            return frozenset((Method(value, outline.name, name),))
    meant = _meant(value.cls, name)
    if meant is not None:
        return member(value, meant)
    if value.cls.rpartition(".")[2] in _PAGERS and value.args:
        if name == "data":
            return frozenset((Inst("list", value.args, value.site, value.probable),))
        if any(isinstance(t, Inst) and t.cls.endswith("ThreadMessage") for t in value.args[0]):
            return member(Inst(_PAGE, (), value.site, value.probable), name)
    for narrow in _NARROWED.get(value.cls.rpartition(".")[2], ()):
        cls = f"{value.cls.rpartition('.')[0]}.{narrow}"
        found = member(Inst(cls, value.args, value.site, value.probable), name)
        if found:
            return found
    return NOTHING


def elements(value: Inst) -> Types:
    """What iterating a value gives, synchronously or not."""
    if value.cls in ("list", "set", "Generator", "dict"):
        return value.args[0] if value.args else NOTHING
    if value.cls == "tuple":
        return frozenset().union(*value.args) if value.args else NOTHING
    for name in ("__iter__", "__aiter__"):
        found = outlines.method(value.cls, name)
        if found is not None:
            items: set[Type] = set()
            for item in _answer(value, *found):
                if isinstance(item, Inst):
                    items |= elements(item) if item.cls != value.cls else NOTHING
            return frozenset(items)
    if "Pageable" in value.cls:  # a page of the hub betas is read through its ``data``
        return frozenset().union(
            *(elements(item) for item in member(value, "data") if isinstance(item, Inst))
        )
    return NOTHING


def along(types: Types, path: tuple[int, ...]) -> Types:
    """What unpacking gives at a place of its target."""
    for index in path:
        step: set[Type] = set()
        for value in types:
            if isinstance(value, Inst) and index == STAR:
                step.add(Inst("list", (elements(value),)))
            elif isinstance(value, Inst):
                step |= position(value, index)
        types = frozenset(step)
    return types


def position(value: Inst, index: object) -> Types:
    """Types of one item of a tuple, or of the items of something else."""
    if value.cls == "tuple" and isinstance(index, int) and -len(value.args) <= index:
        if index < len(value.args):
            return value.args[index]
        return NOTHING
    return elements(value)


def is_list(value: Type) -> bool:
    return isinstance(value, Inst) and value.cls in ("list", "tuple")


def awaited(value: Inst) -> Types:
    """What awaiting a value gives; what cannot be awaited is taken for what it is."""
    if value.cls == "Coroutine":
        return value.args[-1] if value.args else NOTHING
    found = outlines.method(value.cls, "__await__")
    if found is None:
        return frozenset((value,)) if value.site is not None else NOTHING
    outline, function = found
    answer: set[Type] = set()
    bound = bound_types(value, outline)
    for item in evaluate(function.returns, outline.module, bound, value.site, value.probable):
        if isinstance(item, Inst) and item.args:
            answer |= item.args[-1]
    return frozenset(answer)


def entered(value: Type) -> Types:
    """What ``with value as name`` binds."""
    if isinstance(value, UserInstance):
        return frozenset((value,))
    if not isinstance(value, Inst):
        return NOTHING
    if is_agents(value):
        return frozenset((value,))  # it enters itself
    if value.cls == "list":
        return elements(value)  # what a generator yields that is a context manager
    for name in ("__enter__", "__aenter__"):
        found = outlines.method(value.cls, name)
        if found is not None:
            return _answer(value, *found) or frozenset((value,))
    return frozenset((value,))


def _answer(
    value: Inst, outline: outlines.ClassOutline, function: ast.FunctionDef | ast.AsyncFunctionDef
) -> Types:
    """What a method of a value gives without a call that could be named."""
    bound = bound_types(value, outline)
    return evaluate(function.returns, outline.module, bound, value.site, value.probable, value)


def bound_types(owner: Inst, outline: outlines.ClassOutline) -> dict[str, Types]:
    """Types of a class's variables for one of its instances, passed up along its bases."""
    start = outlines.find_class(owner.cls)
    if start is None:
        return {}
    bound = dict(zip(start.variables, owner.args, strict=False))
    if start is outline:
        return bound
    for base in start.bases:
        if isinstance(base, ast.Subscript):
            name = outlines.resolve(ast.unparse(base.value), start.module)
            if name is None:
                continue
            inner = list(base.slice.elts) if isinstance(base.slice, ast.Tuple) else [base.slice]
            args = tuple(
                evaluate(i, start.module, bound, owner.site, owner.probable) for i in inner
            )
            up = bound_types(Inst(name, args, owner.site), outline)
            bound = {**up, **bound}
    return bound
