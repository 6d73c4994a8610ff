"""Requests that are written out: routes of the old service called through an HTTP library.

Other services have threads and assistants, too. A finding needs a route of the old API and besides
it the host, the header or the version that only the old API has.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date

from unspool_rules.catalogue.retirement import AZURE_AGENTS, OPENAI_ASSISTANTS
from unspool_rules.engine.beside.spots import Spot
from unspool_rules.engine.beside.urls import Request, Requests, Text
from unspool_rules.engine.facts import Facts
from unspool_rules.model import Severity

CODE = "UNS802"

_PART = r"(?:\{[^{}/]*\}|%s|[\w-]+)"
_ROUTE = re.compile(
    rf"/(?P<path>assistants(?:/{_PART})?(?:/files)?"
    rf"|threads/runs"
    rf"|threads(?:/{_PART}(?:/(?:messages|runs)(?:/{_PART}(?:/[a-z_]+(?:/{_PART})?)?)?)?)?)"
    r"/?(?=$|[?#{])"
)
_PLAIN = re.compile(r"https?://api\.openai\.com\b")
_FOUNDRY = re.compile(r"\.services\.ai\.azure\.com\b|\.api\.azureml\.ms\b|/api/projects/")
_AZURE = re.compile(r"\.openai\.azure\.com\b|\.cognitiveservices\.azure\.com\b|/openai/")
_NAMED = re.compile(r"\{[^{}]*openai[^{}]*\}", re.IGNORECASE)
_OTHERS = re.compile(
    r"graph\.microsoft\.com|dev\.azure\.com|visualstudio\.com|slack\.com|discord|/chat/threads"
    r"|\.communication\.azure\.com|langgraph|langsmith|/openai/v1/(?!assistants|threads)",
    re.IGNORECASE,
)
_VERSION = re.compile(r"202[45]-\d\d-\d\d-preview|2025-05-01|2025-11-15-preview|2024-10-21|^v1$")
_HEADER = "openai-beta"

_TARGETS = (
    (r"assistants", "agents/{name}/versions", None),
    (r"threads/[^/]+/runs/[^/]+/submit_tool_outputs", "responses", "responses"),
    (r"threads/[^/]+/runs/[^/]+/cancel", "responses/{id}/cancel", "responses/{id}/cancel"),
    (r"threads/[^/]+/runs/[^/]+", "responses/{id}", "responses/{id}"),
    (r"threads/[^/]+/runs|threads/runs", "responses", "responses"),
    (r"threads/[^/]+/messages", "conversations/{id}/items", "conversations/{id}/items"),
    (r"threads/[^/]+", "conversations/{id}", "conversations/{id}"),
    (r"threads", "conversations", "conversations"),
)
"""Old route to the new one of Foundry, below the project's endpoint, and of OpenAI."""


def rest(facts: Facts, today: date) -> list[Spot]:
    """Every request to a route of the old service."""
    source = facts.tree.source
    if "/threads" not in source and "/assistants" not in source and "threads/" not in source:
        return []
    return list(_Rest(facts, today).spots())


class _Rest:
    def __init__(self, facts: Facts, today: date) -> None:
        self._facts = facts
        self._today = today
        self._requests = Requests(facts)
        self._seen: set[ast.expr] = set()

    def spots(self) -> Iterator[Spot]:
        for request in self._requests.found():
            for url in request.urls:
                match = _ROUTE.search(url.value)
                if match is None:
                    continue
                place = url.place(match.start("path"))
                if place in self._seen or not self._is_old(request, url):
                    continue
                self._seen.add(place)
                yield self._spot(request, url, match["path"], place)

    def _is_old(self, request: Request, url: Text) -> bool:
        text = url.value
        if _OTHERS.search(text):
            return False
        if any(mark.search(text) for mark in (_PLAIN, _AZURE, _FOUNDRY, _NAMED)):
            return True
        version = self._version(request, url)
        if version is not None:
            runs = "assistants" in text or "/runs" in text
            return bool(_VERSION.search(version)) or (runs and "{" in version)
        return self._has_header and self._may_carry(request)

    def _may_carry(self, request: Request) -> bool:
        """Whether the file's header may go with this request: it does not if it has others."""
        headers = next((k.value for k in request.call.keywords if k.arg == "headers"), None)
        if headers is None:
            func = request.call.func
            root = func.value if isinstance(func, ast.Attribute) else func
            return not (isinstance(root, ast.Name) and root.id in ("requests", "httpx"))
        written = list(self._dictionaries(headers))
        if not written or any(key is None for d in written for key in d.keys):
            return True
        return any(_is_header(node) for d in written for node in ast.walk(d))

    def _version(self, request: Request, url: Text) -> str | None:
        """The ``api-version``, in the URL or beside it; None where there is none."""
        match = re.search(r"api-version=([^&]*)", url.value)
        if match is not None:
            return match[1] or "{}"
        for keyword in request.call.keywords:
            if keyword.arg == "params":
                for node in self._dictionaries(keyword.value):
                    for key, value in zip(node.keys, node.values, strict=True):
                        if isinstance(key, ast.Constant) and key.value == "api-version":
                            return next((t.value for t in self._requests.texts(value)), "{}")
        return None

    def _dictionaries(self, node: ast.expr) -> Iterator[ast.Dict]:
        if isinstance(node, ast.Dict):
            yield node
        elif isinstance(node, ast.Name):
            variable = self._facts.scopes.variable(node)
            for binding in self._facts.scopes.bindings(variable) if variable is not None else ():
                if isinstance(binding.value, ast.Dict):
                    yield binding.value

    @property
    def _has_header(self) -> bool:
        """Whether the file sets ``OpenAI-Beta: assistants=v2``."""
        for node in self._facts.tree.nodes:
            if _is_header(node):
                return _HEADER in self._facts.tree.source.lower()
        return False

    # -- what is said ------------------------------------------------------------------------------

    def _spot(self, request: Request, url: Text, path: str, place: ast.expr) -> Spot:
        shut = self._retirement(url)
        foundry = shut is AZURE_AGENTS or not self._is_plain(url)
        old, new = _old(path), _new(path, foundry=foundry)
        method = f"{request.method} " if request.method else ""
        over = shut is not None and shut <= self._today
        when = ""
        if shut is not None:
            when = f" {'was shut down' if over else 'retires'} on {shut.isoformat()}"
        becomes = f"; use `{new}`" if new else "; the definition goes along with each response"
        name = "azure" if foundry else "openai"
        return Spot(
            CODE,
            f"`{method}/{old}`{when or ' is a route of the old agents API'}{becomes}",
            self._facts.tree.span(place),
            symbol=f"{name}.rest.{'.'.join(re.findall(r'[a-z_]+', re.sub(r'{.*?}', '', old)))}",
            target=new or None,
            severity=Severity.ERROR if over else Severity.WARNING,
            retirement=shut,
        )

    def _is_plain(self, url: Text) -> bool:
        if _PLAIN.search(url.value):
            return True
        azure = _AZURE.search(url.value) or "api-version" in url.value
        return not azure and not re.search("azure", url.value, re.IGNORECASE) and self._has_header

    def _retirement(self, url: Text) -> date | None:
        text = url.value
        if _FOUNDRY.search(text):
            return AZURE_AGENTS
        if _PLAIN.search(text) or _AZURE.search(text) or _NAMED.search(text) or self._has_header:
            return OPENAI_ASSISTANTS
        return None


def _is_header(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"assistants=v[12]", node.value) is not None
    )


def _old(path: str) -> str:
    """The route with the same name for every id."""
    parts = path.strip("/").split("/")
    words = {"assistants", "threads", "messages", "runs", "submit_tool_outputs", "cancel"}
    words |= {"steps", "files"}
    return "/".join(
        p if p in words and (i != 1 or p == "runs") else "{id}" for i, p in enumerate(parts)
    )


def _new(path: str, *, foundry: bool) -> str | None:
    for pattern, to_foundry, to_openai in _TARGETS:
        if re.match(pattern, path):
            if not foundry:
                return f"/v1/{to_openai}" if to_openai is not None else None
            below = "" if to_foundry.startswith("agents") else "openai/v1/"
            return f"/api/projects/{{project}}/{below}{to_foundry}"
    return None
