"""One program, whole: its imports, client and helpers around the code of its home."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from .axes import Choice, draw
from .draft import Draft, lines
from .homes import CLIENT, HELPERS, HOMES, files
from .topics import TOPICS

PROGRAM = "program.py"
_NAMES = {
    "openai": ("client", "client", "openai_client", "oai"),
    "azure-openai": ("client", "azure_client"),
    "agents": ("agents_client", "client"),
    "projects": ("project_client", "project"),
}
_PLACE = re.compile(rf"^( *)(.*){CLIENT}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Composed:
    """A legacy program and how it was made."""

    number: int
    choice: Choice
    files: Mapping[str, str]
    """Python files by name; `PROGRAM` is the one that runs."""
    data: Mapping[str, bytes]
    """Other files beside them."""
    questions: tuple[str, ...]

    @property
    def surface(self) -> str:
        surface = self.choice["surface"]
        return surface if "openai" in surface else "azure"


def compose(seed: int, number: int) -> Composed:
    """The program of that number; the same every time."""
    random = Random(f"{seed}/{number}")
    choice = dict(draw(random))
    if choice["mode"] == "async" and choice["home"] == "script":
        choice["home"] = "main"
    draft = Draft(choice, random, random.choice(TOPICS))
    draft.client = random.choice(_NAMES[choice["surface"]])
    two = choice["home"] == "files"
    first, second = files(draft) if two else (HOMES[choice["home"]](draft), "")
    made = {PROGRAM: _module(draft, first)}
    if two:
        made = {PROGRAM: _using(draft, first), f"{HELPERS}.py": _module(draft, second)}
    data = f"Facts of {draft.topic.name}.\n".encode()
    return Composed(number, choice, made, {draft.topic.file: data}, draft.topic.questions)


def _using(draft: Draft, body: str) -> str:
    names = [
        name for name in ("ask", "clean_up", "create_assistant", "create_thread") if name in body
    ]
    imports = ["import asyncio\n"] if "asyncio." in body else []
    return "\n".join([*imports, f"from {HELPERS} import {', '.join(names)}\n", body]) + "\n"


def _module(draft: Draft, body: str) -> str:
    made = _client(draft)
    above = [] if CLIENT in body else [f"{draft.client} = {made}"]
    if draft.choice["client"] == "alias" and "threads." in body:
        above.append(f"threads = {draft.client}.beta.threads")
    body = _PLACE.sub(lambda found: found[1] + found[2] + made.replace("\n", f"\n{found[1]}"), body)
    imports = "\n".join(sorted(draft.imports, key=_order))
    constants = "".join(f"{text}\n\n" for text in draft.constants)
    return f"{imports}\n\n{lines(*above)}\n{constants}\n{body}\n"


def _order(line: str) -> tuple[bool, str]:
    return (line.startswith("from"), line)


def _client(draft: Draft) -> str:
    """What makes the client."""
    asynchronous = "Async" if draft.asynchronous else ""
    surface = draft.choice["surface"]
    if draft.azure:
        aio = ".aio" if draft.asynchronous else ""
        draft.imports.add("import os")
        draft.imports.add(f"from azure.identity{aio} import DefaultAzureCredential")
        module, name = (
            ("azure.ai.agents", "AgentsClient")
            if surface == "agents"
            else ("azure.ai.projects", "AIProjectClient")
        )
        draft.imports.add(f"from {module}{aio} import {name}")
        return (
            f'{name}(\n    endpoint=os.environ["PROJECT_ENDPOINT"],\n'
            "    credential=DefaultAzureCredential(),\n)"
        )
    name = f"{asynchronous}AzureOpenAI" if surface == "azure-openai" else f"{asynchronous}OpenAI"
    if draft.choice["client"] == "module":
        draft.imports.add("import openai")
        name = f"openai.{name}"
    else:
        draft.imports.add(f"from openai import {name}")
    if surface == "openai":
        return f"{name}()"
    draft.imports.add("import os")
    return (
        f'{name}(\n    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],\n'
        '    api_key=os.environ["AZURE_OPENAI_API_KEY"],\n'
        '    api_version="2024-05-01-preview",\n)'
    )
