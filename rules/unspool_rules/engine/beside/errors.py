"""``except`` around a call that moves: two services raise two families of errors.

Sources: ``azure/core/exceptions.py``, ``openai/_exceptions.py``. Agents stay with azure-core;
conversations, responses, files and vector stores raise openai's errors (mapping, trap 3).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from unspool_rules.engine.definitions.store import FILE
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import said
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Code
from unspool_rules.syntax.names import last_name

_TO_OPENAI: Mapping[str, str] = MappingProxyType(
    {
        "AzureError": "OpenAIError",
        "HttpResponseError": "APIStatusError",
        "ClientAuthenticationError": "AuthenticationError",
        "ResourceNotFoundError": "NotFoundError",
        "ResourceExistsError": "ConflictError",
        "ServiceRequestError": "APIConnectionError",
        "ServiceResponseError": "APIConnectionError",
    }
)
_TO_AZURE: Mapping[str, str] = MappingProxyType(
    {
        "OpenAIError": "AzureError",
        "APIError": "AzureError",
        "APIStatusError": "HttpResponseError",
        "AuthenticationError": "ClientAuthenticationError",
        "NotFoundError": "ResourceNotFoundError",
        "ConflictError": "ResourceExistsError",
        "APIConnectionError": "ServiceRequestError",
        "BadRequestError": "HttpResponseError",
        "RateLimitError": "HttpResponseError",
    }
)
_MISSING = {"NotFoundError", "APIStatusError", "APIError", "OpenAIError"}
"""What the service's answer is caught as that there is no such assistant."""
_COMMON = {"status_code", "message", "args", "response", "with_traceback", "add_note"}
"""What both families' errors have."""


def keep_handlers_right(work: Work, site: Site) -> None:
    """Let the handlers around a site catch what the new call raises, or block."""
    if not work.foundry(site) or site.call is None:
        return
    to_agents = site.operation.startswith(("agent.", "client."))
    if site.azure == to_agents:
        return
    names = _TO_OPENAI if site.azure else _TO_AZURE
    module = "azure.core.exceptions" if site.azure else "openai"
    other = "openai" if site.azure else "azure.core.exceptions"
    for handler in _handlers(work, site):
        caught = handler.type
        if caught is None:
            continue
        kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
        wanted: list[str] = []
        for kind in kinds:
            name = _error_name(work, kind, module)
            if name is None:
                continue
            if name not in names:
                work.block(kind, f"`{name}` is not raised by the new call, and has no counterpart")
                return
            wanted.append(names[name])
        if not wanted or caught in work.plan.replacements:
            continue
        if not _fits(work, handler):
            return
        _widen(work, caught, kinds, wanted, other)


def catch_missing(work: Work, site: Site) -> None:
    """Let the handler of a missing assistant catch what a look-up in a mapping raises, or block."""
    for handler in _handlers(work, site):
        caught = handler.type
        kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
        names = {_error_name(work, kind, "openai") for kind in kinds} & _MISSING
        if caught is None or not names:
            continue
        read = [n for n in ast.walk(handler) if isinstance(n, ast.Attribute)]
        if any(isinstance(n.value, ast.Name) and n.value.id == handler.name for n in read):
            asks = any(isinstance(n, ast.Constant) and n.value == 404 for n in ast.walk(handler))
            if ("NotFoundError" in names or asks) and site.operation.startswith("agent."):
                work.block(
                    caught,
                    f"a definition that is missing from `{FILE}` is a `KeyError`, which has "
                    "nothing that is read here",
                )
            else:
                work.note(f"`except {ast.unparse(caught)}` does not see a missing assistant")
            return
        written = ", ".join([*(work.tree.segment(k) for k in kinds if k is not None), "KeyError"])
        work.replace(caught, said(f"({written})"))
        work.note("the handler of a missing assistant catches any `KeyError` now")
        return
    if site.operation.startswith("agent."):
        _refuse_handlers_of_callers(work, site)


def _refuse_handlers_of_callers(work: Work, site: Site) -> None:
    """Block where who calls the function of a site catches that there is no such assistant."""
    function = work.tree.function(site.func)
    name = getattr(function, "name", None)
    for call in work.tree.of(ast.Call) if name is not None else ():
        if last_name(call.func) != name:
            continue
        for handler in _around(work, call):
            caught = handler.type
            kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
            if caught is not None and {_error_name(work, k, "openai") for k in kinds} & _MISSING:
                work.block(
                    caught,
                    f"an assistant that is missing from `{FILE}` is a `KeyError` in `{name}`: "
                    "catch it there, it is not caught here",
                )
                return


def _handlers(work: Work, site: Site) -> Iterator[ast.ExceptHandler]:
    """Handlers that catch what a call of the service raises."""
    yield from _around(work, site.func)


def _around(work: Work, node: ast.expr) -> Iterator[ast.ExceptHandler]:
    """Handlers that catch what is raised at a place."""
    child: ast.AST = node
    for parent in work.tree.ancestors(node):
        if isinstance(parent, ast.Try) and any(s is child for s in parent.body):
            yield from parent.handlers
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return
        child = parent


def _error_name(work: Work, node: ast.expr | None, module: str) -> str | None:
    """The simple name of an error of the family, by the file's imports."""
    if isinstance(node, ast.Attribute):
        return node.attr if ast.unparse(node.value) == module else None
    if not isinstance(node, ast.Name):
        return None
    variable = work.facts.scopes.variable(node)
    if variable is None:
        return None
    for binding in work.facts.scopes.bindings(variable):
        statement = binding.statement
        if binding.how is How.IMPORT and isinstance(statement, ast.ImportFrom):
            if statement.module == module and isinstance(binding.node, ast.alias):
                return binding.node.name
    return None


def _fits(work: Work, handler: ast.ExceptHandler) -> bool:
    """Whether the handler reads only what errors of both families have."""
    if handler.name is None:
        return True
    for node in ast.walk(handler):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id == handler.name and node.attr not in _COMMON:
                work.block(node, f"errors of the new call have no `{node.attr}`")
                return False
    return True


def _widen(
    work: Work, place: ast.expr, kinds: list[ast.expr], wanted: list[str], module: str
) -> None:
    def write(r: Rendering) -> Code:
        added = [r.imports.need(module, name) for name in dict.fromkeys(wanted)]
        return f"({', '.join([*(r.tree.segment(k) for k in kinds), *added])})"

    work.replace(place, write)
    work.note("the handler also catches the errors of the other service")
