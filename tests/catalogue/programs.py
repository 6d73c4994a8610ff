"""A small program for each call of the catalogue, written from the outlines' signatures.

A call that only means something within a flow (polling a run, handing in tool outputs) stands in
the shortest flow that has it.
"""

from __future__ import annotations

import ast
from collections import deque
from functools import cache

from unspool_rules.catalogue.entry import Entry
from unspool_rules.catalogue.operations import operation_of
from unspool_rules.semantics import outlines

ENDPOINT = "https://demo.services.ai.azure.com/api/projects/demo"
_GIVEN = f'(endpoint="{ENDPOINT}", credential=CREDENTIAL)'
CLIENTS = {
    "azure.ai.agents.AgentsClient": f"AgentsClient{_GIVEN}",
    "azure.ai.agents.aio.AgentsClient": f"AgentsClient{_GIVEN}",
    "azure.ai.projects.AIProjectClient": f"AIProjectClient{_GIVEN}",
    "azure.ai.projects.aio.AIProjectClient": f"AIProjectClient{_GIVEN}",
    "openai.OpenAI": "OpenAI()",
    "openai.AsyncOpenAI": "AsyncOpenAI()",
}
"""Root clients by qualified name, and how each is made."""

HUB = (
    "AIProjectClient.from_connection_string("
    'conn_str="hub.example.com;subscription;group;demo", credential=CREDENTIAL)'
)
"""How the client of the hub betas is made, whose methods these are."""

VALUES = {
    "thread_id": "thread_id",
    "run_id": "run_id",
    "agent_id": "agent_id",
    "assistant_id": "agent_id",
    "message_id": "message_id",
    "step_id": "step_id",
    "file_id": "file_id",
    "file_ids": "[file_id]",
    "vector_store_id": "vector_store_id",
    "batch_id": "batch_id",
    "role": '"user"',
    "content": '"hi"',
    "model": '"gpt-4.1"',
    "name": '"helper"',
    "instructions": '"Be kind."',
    "metadata": '{"topic": "tea"}',
    "file_path": '"notes.md"',
    "file": 'open("notes.md", "rb")',
    "files": '[open("notes.md", "rb")]',
    "purpose": '"assistants"',
    "conn_str": '"host;subscription;group;project"',
    "credential": "CREDENTIAL",
    "request": "request",
    "file_name": '"notes.md"',
}
"""What a parameter gets, by its name."""

NEEDED = {
    "agent.create": ("model", "name", "instructions"),
    "agent.update": ("agent_id", "assistant_id", "instructions"),
    "agent.get": ("agent_id", "assistant_id"),
    "agent.delete": ("agent_id", "assistant_id"),
    "thread.update": ("thread_id", "metadata"),
    "message.create": ("thread_id", "role", "content"),
    "message.update": ("thread_id", "message_id", "metadata"),
    "run.update": ("thread_id", "run_id", "metadata"),
    "file.upload": ("file_path", "purpose"),
    "file.upload_poll": ("file_path", "purpose"),
    "file.save": ("file_id", "file_name"),
    "store.create": ("name", "file_ids"),
    "store.create_poll": ("name", "file_ids"),
    "store.update": ("vector_store_id", "name"),
    "store_file.create": ("vector_store_id", "file_id"),
    "store_file.create_poll": ("vector_store_id", "file_id"),
    "beta_store.upload": ("vector_store_id", "file"),
    "beta_store.upload_and_poll": ("vector_store_id", "file", "files"),
    "client.connect": ("conn_str", "credential"),
}
"""Arguments of operations whose signatures have only optional parameters, or too many."""


@cache
def paths(asynchronous: bool) -> dict[str, tuple[str, str]]:
    """Each outlined class that a client leads to: the client's name and the attribute path."""
    found: dict[str, tuple[str, str]] = {}
    roots = [r for r in CLIENTS if (".aio" in r or ".Async" in r) is asynchronous]
    for root in roots:
        start = outlines.canonical(root)
        assert start is not None
        queue = deque([(start, "client")])
        while queue:
            cls, path = queue.popleft()
            for outline in outlines.lineage(cls):
                found.setdefault(outline.name, (root, path))
                for name, annotation in outline.attributes.items():
                    if isinstance(annotation, (ast.Name, ast.Attribute)):
                        target = outlines.resolve(ast.unparse(annotation), outline.module)
                        if target is not None and outlines.find_class(target) is not None:
                            if target not in found and path.count(".") < 4:
                                found[target] = (root, f"{path}.{name}")
                                queue.append((target, f"{path}.{name}"))
    return found


def program(entry: Entry, asynchronous: bool = False) -> str | None:
    """A program that makes the entry's call; None where its name is no method of a client."""
    for legacy in entry.legacy:
        cls, _, method = legacy.rpartition(".")
        canonical = outlines.canonical(cls) or cls
        place = paths(asynchronous).get(canonical)
        found = outlines.method(canonical, method)
        if place is None or found is None:
            continue
        operation = operation_of(found[0].name, method) or ""
        root, path = place
        made = HUB if entry.id.startswith("beta.") else CLIENTS[root]
        return _written(root, made, f"{path}.{method}", canonical, method, operation, asynchronous)
    return None


def _written(
    root: str, made: str, func: str, cls: str, method: str, operation: str, asynchronous: bool
) -> str:
    module, _, name = root.rpartition(".")
    identity = "azure.identity.aio" if asynchronous else "azure.identity"
    lines = []
    if module != "openai":
        lines += [
            f"from {identity} import DefaultAzureCredential",
            f"from {module} import {name}",
            "",
            "CREDENTIAL = DefaultAzureCredential()",
        ]
    else:
        lines += [f"from {module} import {name}", ""]
    function = outlines.method(cls, method)
    assert function is not None
    if operation == "client.connect":
        lines.append(f"client = {name}.{method}({_arguments(function[1], operation)})")
        return "\n".join(lines) + "\n"
    lines.append(f"client = {made}")
    wait = "await " if isinstance(function[1], ast.AsyncFunctionDef) else ""
    call = f"{wait}{func}({_arguments(function[1], operation)})"
    names = ("thread_id", "run_id", "agent_id", "message_id", "step_id", "file_id")
    head = "async def" if asynchronous else "def"
    lines += [
        "",
        "",
        f"{head} main({', '.join((*names, 'vector_store_id', 'batch_id', 'request'))}):",
    ]
    lines.append(f"    {call}")
    return "\n".join(lines) + "\n"


def _arguments(function: ast.FunctionDef | ast.AsyncFunctionDef, operation: str) -> str:
    args = function.args
    positional = [a.arg for a in (*args.posonlyargs, *args.args)][1:]
    required = set(positional[: len(positional) - len(args.defaults)])
    required |= {a.arg for a, d in zip(args.kwonlyargs, args.kw_defaults, strict=True) if d is None}
    everything = [*positional, *(a.arg for a in args.kwonlyargs)]
    wanted = NEEDED.get(operation) or tuple(n for n in everything if n in required)
    if not NEEDED.get(operation):
        ids = ("thread_id", "run_id", "agent_id", "assistant_id", "vector_store_id", "file_id")
        wanted += tuple(
            n
            for n in everything
            if n in ids and n not in wanted and operation.startswith(("run.", "thread_run."))
        )
    seen: list[str] = []
    for name in everything:
        if name in wanted and name in VALUES and name not in seen:
            if name == "assistant_id" and "agent_id" in seen:
                continue
            seen.append(name)
    return ", ".join(f"{name}={VALUES[name]}" for name in seen)
