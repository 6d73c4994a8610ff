"""Runs where the real SDK is installed: reads a request from stdin and prints what the SDK offers.

The request maps module names to class names; the answer has, for each class that exists there, its
fields and its methods with their parameters, overloads merged. ``exports`` lists the public classes
of a module.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import typing
import warnings
from typing import Any

if sys.version_info >= (3, 11):
    from typing import get_overloads
else:
    from typing_extensions import get_overloads

SPECIAL = {"__init__"}


def names_of(function: Any) -> list[str]:
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return []
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return [
        p.name
        for p in signature.parameters.values()
        if p.kind not in kinds and p.name not in ("self", "cls")
    ]


def unwrapped(function: Any) -> Any:
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


def parameters(cls: type, name: str, function: Any) -> list[str]:
    found = dict.fromkeys(names_of(function))
    for base in cls.__mro__:
        own = vars(base).get(name)
        if own is None:
            continue
        own = unwrapped(getattr(own, "__func__", own))
        for overload in get_overloads(own) if inspect.isfunction(own) else []:
            found.update(dict.fromkeys(names_of(unwrapped(overload))))
        break
    return list(found)


FOREIGN = ("builtins", "typing", "collections", "pydantic", "enum", "abc")
TRANSPORT = (
    "_base_client",
    "model_base",
    "openai._models",
    "openai._resource",
    "_utils",
    "_compat",
)


def is_internal(base: type) -> bool:
    """Members of these are the transport's, not the API's."""
    module = base.__module__
    return module.startswith(FOREIGN) or any(part in module for part in TRANSPORT)


def methods(cls: type) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for base in cls.__mro__:
        if is_internal(base):
            continue
        for name, value in list(vars(base).items()):
            if name.startswith("_") and name not in SPECIAL:
                continue
            function = getattr(value, "__func__", value)
            if name in found or not inspect.isfunction(unwrapped(function)):
                continue
            if isinstance(value, property) or type(value).__name__ == "cached_property":
                continue
            found[name] = parameters(cls, name, function)
    return found


def coroutines(cls: type) -> list[str]:
    """Methods whose call has to be awaited."""
    found: dict[str, bool] = {}
    for base in cls.__mro__:
        for name, value in list(vars(base).items()):
            if not is_internal(base) and name not in found:
                found[name] = inspect.iscoroutinefunction(
                    unwrapped(getattr(value, "__func__", value))
                )
    return [name for name, awaited in found.items() if awaited]


def fields(cls: type) -> list[str]:
    found: dict[str, None] = {}
    for base in cls.__mro__:
        if is_internal(base):
            continue
        found.update(dict.fromkeys(vars(base).get("__annotations__", {})))
        for name, value in list(vars(base).items()):
            kind = type(value).__name__
            if isinstance(value, property) or kind in ("cached_property", "_RestField"):
                found[name] = None
    if issubclass(cls, str) and hasattr(cls, "__members__"):
        found.update(dict.fromkeys(cls.__members__))
    return [name for name in found if not name.startswith("_") and name != "model_config"]


def kind_of(value: Any) -> str | None:
    # type(value): the class of a lazy proxy cannot be asked without loading what it stands for
    if not issubclass(type(value), type) or typing.get_origin(value) is not None:
        return None
    if hasattr(value, "__total__"):
        return "dict"
    return "class"


def main() -> None:
    warnings.simplefilter("ignore")
    request: dict[str, list[str]] = json.load(sys.stdin)
    answer: dict[str, Any] = {}
    for module_name, wanted in request.items():
        try:
            module = importlib.import_module(module_name)
        except ImportError:
            continue
        classes = {}
        for name in wanted:
            value: Any = getattr(module, name, None)
            kind = kind_of(value)
            if kind is None:
                continue
            classes[name] = {
                "fields": fields(value),
                "methods": {} if kind == "dict" else methods(value),
                "coroutines": coroutines(value),
            }
        exports = [
            name
            for name, value in list(vars(module).items())
            if not name.startswith("_")
            and kind_of(value) is not None
            and value.__module__.startswith(("azure.ai.", "openai"))
        ]
        answer[module_name] = {"classes": classes, "exports": exports}
    json.dump(answer, sys.stdout)


main()
