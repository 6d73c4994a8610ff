"""The shipped outlines against the real SDKs, which are fetched by pinned version.

Every era is installed into a folder of its own and described by a separate interpreter. An outline
is the union of the eras: it must hold all that any of them offers, and nothing that none of them
does. ``UNSPOOL_CACHE`` names a folder that keeps the SDKs between runs.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.contract import outlines as reader

from unspool_rules.catalogue.index import lookup

pytestmark = pytest.mark.contract

ERAS = {
    "agents 1.1.0": ["azure-ai-agents==1.1.0", "azure-ai-projects==1.0.0", "openai==1.65.5"],
    "agents 1.2.0b6": ["azure-ai-agents==1.2.0b6"],
    "agents 1.1.0b4": ["azure-ai-agents==1.1.0b4"],
    "agents 1.0.0": ["azure-ai-agents==1.0.0", "azure-ai-projects==1.0.0b11"],
    "projects 1.0.0b10": ["azure-ai-projects==1.0.0b10"],
    "projects 1.0.0b6": ["azure-ai-projects==1.0.0b6"],
    "projects 1.0.0b4": ["azure-ai-projects==1.0.0b4"],
    "projects 1.0.0b2": ["azure-ai-projects==1.0.0b2"],
    "projects 1.0.0b1": ["azure-ai-projects==1.0.0b1"],
    "projects 2.0.0b1": ["azure-ai-projects==2.0.0b1", "openai<3"],
    "projects 2.0.0b3": ["azure-ai-projects==2.0.0b3", "openai<3"],
    "projects 2.0.0": ["azure-ai-projects==2.0.0", "openai<3"],
    "projects 2.10.0": ["azure-ai-projects==2.10.0", "openai==3.54.0"],
    "openai 1.2.0": ["openai==1.2.0", "httpx<0.28"],
    "openai 1.21.2": ["openai==1.21.2", "httpx<0.28"],
    "openai 1.40.0": ["openai==1.40.0", "httpx<0.28"],
    "openai 1.109.1": ["openai==1.109.1"],
}

# Where nothing may be missing: the surfaces that are to be migrated.
LEGACY = (
    "azure.ai.agents",
    "azure.ai.agents.aio",
    "azure.ai.agents.aio.operations",
    "azure.ai.agents.models",
    "azure.ai.agents.operations",
    "openai.lib.streaming",
    "openai.resources.beta.assistants",
    "openai.resources.beta.threads",
    "openai.resources.beta.vector_stores",
    "openai.types.beta.assistants",
    "openai.types.beta.threads",
    "openai.types.beta.vector_stores",
)
HUB = ("projects 1.0.0b1", "projects 1.0.0b4", "projects 1.0.0b6", "projects 1.0.0b10")
LEGACY_ERAS = {
    "azure.ai.projects.operations": HUB,
    "azure.ai.projects.aio.operations": HUB,
    "azure.ai.projects.models": HUB,
}

# A class whose outline also carries parameters that another one had in an earlier era.
ALSO = {
    "azure.ai.agents.AgentsClient": "azure.ai.projects.operations.AgentsOperations",
    "azure.ai.agents.aio.AgentsClient": "azure.ai.projects.aio.operations.AgentsOperations",
}

# Written by hand, because the real classes are made of the transport's internals.
BY_HAND = re.compile(
    r"^openai\.(_models|_response|_streaming|pagination|_exceptions|_client)\.|WithRawResponse$|WithStreamingResponse$"
    r"|^azure\.ai\.agents\.(_model|_paging)\.|^openai\.(Async)?(Azure)?OpenAI$"
)


@dataclass
class Real:
    """What the eras offer under one name."""

    fields: set[str] = field(default_factory=set)
    methods: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    awaited: dict[str, set[bool]] = field(default_factory=lambda: defaultdict(set))
    """Whether a method is a coroutine, in the eras that have it."""

    def add(self, described: dict[str, Any]) -> None:
        self.fields |= set(described["fields"])
        for name, parameters in described["methods"].items():
            self.methods[name] |= set(parameters)
            self.awaited[name].add(name in described["coroutines"])


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    configured = os.environ.get("UNSPOOL_CACHE")
    return Path(configured) if configured else tmp_path_factory.mktemp("sdks")


def install(requirements: list[str], folder: Path) -> Path:
    """The folder with these distributions, filled on first use; pytest skips when it cannot be."""
    version = ".".join(map(str, sys.version_info[:2]))
    key = hashlib.sha256(" ".join([version, *requirements]).encode()).hexdigest()[:12]
    target = folder / "outlines" / key
    done = target / ".complete"
    if not done.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        result = subprocess.run(
            [*command, "--target", str(target), *requirements],
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        if result.returncode != 0:
            pytest.skip(f"cannot install {' '.join(requirements)}: {result.stderr.strip()[-300:]}")
        done.touch()
    return target


def describe(target: Path, request: dict[str, list[str]]) -> dict[str, Any]:
    result = subprocess.run(
        [sys.executable, "-S", str(Path(__file__).with_name("describe_sdk.py"))],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, "PYTHONPATH": str(target), "OPENAI_API_KEY": "none"},
        check=False,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    described: dict[str, Any] = json.loads(result.stdout)
    return described


@cache
def wanted() -> dict[str, list[str]]:
    """For each module of the outlines, the names under which it offers a class."""
    request: dict[str, list[str]] = {}
    for module, outline in reader.outlines().items():
        request[module] = [name for name in outline.names if class_of(module, name)]
    return request


def class_of(module: str, name: str) -> str | None:
    """The canonical name of the outlined class that a module offers under a name."""
    place = reader.find(module, name)
    if place and place[0] in reader.outlines() and place[1] in reader.outlines()[place[0]].classes:
        return ".".join(place)
    return None


@pytest.fixture(scope="session")
def described(cache_folder: Path) -> dict[str, dict[str, Any]]:
    return {era: describe(install(needs, cache_folder), wanted()) for era, needs in ERAS.items()}


@pytest.fixture(scope="session")
def real(described: dict[str, dict[str, Any]]) -> dict[str, Real]:
    """The union of the eras by the canonical name of the outline."""
    found: dict[str, Real] = defaultdict(Real)
    for modules in described.values():
        for module, answer in modules.items():
            for name, details in answer["classes"].items():
                canonical = class_of(module, name)
                assert canonical
                found[canonical].add(details)
    return dict(found)


def outlined() -> Iterator[tuple[str, str, Any]]:
    for module, outline in reader.outlines().items():
        for name, cls in outline.classes.items():
            if not BY_HAND.search(f"{module}.{name}"):
                yield f"{module}.{name}", module, cls


def offered_methods(
    canonical: str, module: str, cls: Any, real: dict[str, Real]
) -> dict[str, set[str]]:
    """Methods of the real class, and what its outline takes over from a namesake or another era."""
    found = {name: set(parameters) for name, parameters in real[canonical].methods.items()}
    sources = [
        f"{place}.{base.name}" for place, base in reader.mro(module, cls) if base.name == cls.name
    ]
    if module == "azure.ai.agents.models":
        sources.append(f"azure.ai.projects.models.{cls.name}")
    for source in (*sources, ALSO.get(canonical, "")):
        if source in real:
            for name, parameters in real[source].methods.items():
                found[name] = found.get(name, set()) | parameters
    return found


def all_members(module: str, cls: Any) -> set[str]:
    return {name for _, part in reader.mro(module, cls) for name in reader.members(part)}


def is_legacy(canonical: str) -> bool:
    return canonical.startswith((*(f"{prefix}." for prefix in LEGACY), "openai.types.beta."))


def test_no_public_class_is_missing(described: dict[str, dict[str, Any]]) -> None:
    missing = []
    for era, modules in described.items():
        for module, answer in modules.items():
            if module not in LEGACY and era not in LEGACY_ERAS.get(module, ()):
                continue
            offered = reader.outlines()[module].names
            missing += [
                f"{era}: {module}.{name}"
                for name in answer["exports"]
                if name not in offered
                and not name.endswith(("WithRawResponse", "WithStreamingResponse", "APIResource"))
            ]
    assert not [name for name in missing if not INTERNAL.search(name)]


def test_no_model_of_the_previews_is_missing(described: dict[str, dict[str, Any]]) -> None:
    module = "azure.ai.projects.models"
    now = set(described["projects 2.10.0"][module]["exports"])
    gone = {
        name
        for era in ("projects 2.0.0b1", "projects 2.0.0b3", "projects 2.0.0")
        for name in described[era][module]["exports"]
        if name not in now
    }
    assert len(gone) > 100
    assert not [name for name in gone if lookup(f"{module}.{name}") is None]


INTERNAL = re.compile(
    r"\.(APIResponse|BaseModel|Stream|AsyncStream|NotGiven|Omit|AsyncPaginator|(Sync|Async)(Cursor)?Page)$|Mixin$"
)


def test_no_public_member_is_missing(real: dict[str, Real]) -> None:
    missing = []
    for canonical, module, cls in outlined():
        if not is_legacy(canonical) or canonical not in real or canonical in CHANGED_KIND:
            continue
        members = all_members(module, cls)
        has_init = "__init__" in members
        offered = real[canonical].fields | set(real[canonical].methods)
        missing += [
            f"{canonical}.{name}" for name in offered - members if name != "__init__" or has_init
        ]
    assert not missing


# An enumeration in the first betas, a model since.
CHANGED_KIND = {"azure.ai.agents.models.IncompleteRunDetails"}


def test_no_parameter_is_missing(real: dict[str, Real]) -> None:
    missing = []
    for canonical, _, cls in outlined():
        if not is_legacy(canonical) or canonical not in real:
            continue
        for name, function in reader.methods(cls).items():
            if not reader.takes_anything(function):
                absent = real[canonical].methods.get(name, set()) - set(reader.parameters(function))
                missing += [f"{canonical}.{name}({parameter}=)" for parameter in sorted(absent)]
    assert not missing


def test_no_member_is_invented(real: dict[str, Real]) -> None:
    invented = []
    for canonical, module, cls in outlined():
        if canonical not in real:
            invented.append(canonical)
            continue
        offered = real[canonical].fields | set(offered_methods(canonical, module, cls, real))
        if canonical.startswith("azure.") or "streaming" in canonical:
            # these classes set attributes when they are made
            declared = set(reader.methods(cls))
        else:
            declared = reader.members(cls)
        invented += [
            f"{canonical}.{name}" for name in declared - offered if not name.startswith("__")
        ]
    assert not [name for name in invented if not NOT_IMPORTABLE.search(name)]


# Types that only the declarations of the SDK know, and members that an instance gets in __init__.
NOT_IMPORTABLE = re.compile(r"Params?(Base|NonStreaming|Streaming)?$|\.Files?\.content$")


def test_no_parameter_is_invented(real: dict[str, Real]) -> None:
    invented = []
    for canonical, module, cls in outlined():
        if canonical not in real:
            continue
        methods = offered_methods(canonical, module, cls, real)
        for name, function in reader.methods(cls).items():
            offered = methods.get(name)
            if offered is None or reader.takes_anything(function):
                continue
            invented += [
                f"{canonical}.{name}({p}=)" for p in reader.parameters(function) if p not in offered
            ]
    assert not invented


def test_the_same_methods_are_awaited(real: dict[str, Real]) -> None:
    wrong = []
    for canonical, module, cls in outlined():
        owners = [f"{place}.{base.name}" for place, base in reader.mro(module, cls)]
        for name, function in reader.methods(cls).items():
            eras = {
                awaited
                for owner in owners
                if owner in real
                for awaited in real[owner].awaited.get(name, ())
            }
            if eras and isinstance(function, ast.AsyncFunctionDef) not in eras:
                wrong.append(f"{canonical}.{name}")
    assert not wrong
