"""Receivers that nothing resolves but whose chain is unmistakable, in a file that uses the SDKs."""

from __future__ import annotations

import ast
from functools import cache, lru_cache

from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.infer import Inference
from unspool_rules.semantics.kinds import CLIENTS
from unspool_rules.semantics.mocks import MOCKED
from unspool_rules.semantics.types import Inst, Types
from unspool_rules.semantics.worker_threads import handed_over, runs, wraps
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.tree import Tree

_QUESTIONS = 20
"""Most questions about one file to what looks beyond it; each can take milliseconds."""
_BETA = {"threads", "assistants", "vector_stores"}
_BETA_METHODS = {
    *("create", "retrieve", "list", "update", "delete", "cancel", "poll", "stream"),
    *("create_and_poll", "create_and_run", "create_and_run_poll", "create_and_stream"),
    *("submit_tool_outputs", "submit_tool_outputs_and_poll", "submit_tool_outputs_stream"),
    *("upload", "upload_and_poll", "create_and_run_stream"),
}
_ANYTHING = {"Any", "Optional", "Union", "AsyncMock", "MagicMock", "Mock"}
_LATER = ("version", "manifest", "job", "request")
"""Words in the names of what the new ``agents`` has, or every client."""


def guess(tree: Tree, infer: Inference) -> None:
    """Give such receivers a type: what the workspace says they are, else what their shape implies.

    What only the shape implies is marked as probable, and needs an import of the SDK in the file,
    or for whole calls of assistants and threads at least that its code names OpenAI, or that there
    are calls which no other SDK has.
    """
    modules = set(_imported(tree))
    has_openai = any(m.split(".")[0] == "openai" for m in modules) or _patches(tree, "OpenAI")
    has_azure = any(m.startswith(("azure.ai.agents", "azure.ai.projects")) for m in modules)
    has_azure |= _patches(tree, "AIProjectClient")
    told = _tells(tree)
    made = False
    asked: dict[tuple[ast.AST, str], Types] = {}
    for node in tree.of(ast.Attribute):
        beta = node.attr == "beta" and _next(tree, node) in _BETA
        agents = node.attr == "agents" and _is_agents(tree, node)
        if not (beta or agents) or infer.of(node.value) or infer.of(node):
            continue
        key = _place(tree, node), ast.dump(node.value)
        if key not in asked and len(asked) < _QUESTIONS:
            asked[key] = infer.workspace.of(node.value)
        known = asked.get(key)
        if known:
            infer.guesses[node.value] = known
            made = True
        elif beta and (has_openai or _is_beta_call(tree, node, told)):
            cls = "AsyncBeta" if _awaited(tree, node) else "Beta"
            made |= _set(infer, node, outlines.canonical(f"openai.resources.beta.{cls}"))
        elif agents and has_azure:
            package = "aio.operations" if _awaited(tree, node) else "operations"
            made |= _set(
                infer, node, outlines.canonical(f"azure.ai.projects.{package}.AgentsOperations")
            )
    if made:
        infer.forget()


def _place(tree: Tree, node: ast.AST) -> ast.AST:
    """Where one answer holds: the class for what hangs on ``self``, the function or the module."""
    return tree.owner(node) or tree.function(node) or tree.module_of(node)


def _set(infer: Inference, node: ast.expr, name: str | None) -> bool:
    if name is None:
        return False
    infer.guesses[node] = frozenset((Inst(name, probable=True),))
    return True


def _imported(tree: Tree) -> list[str]:
    found = []
    for node in tree.of(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            found += [a.name for a in node.names]
        elif not node.level and node.module:
            found += [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
    return found


def _patches(tree: Tree, named: str) -> bool:
    """Whether a test puts something in the place of a client: ``patch("app.OpenAI")``."""
    for node in tree.of(ast.Call):
        if not node.args:
            continue
        what = node.args[0]
        if last_name(node.func) != "patch":
            continue
        if isinstance(what, ast.Constant) and isinstance(what.value, str):
            client = what.value.split(".")[-1]
            if client in CLIENTS and named in client:
                return True
    return False


def _next(tree: Tree, node: ast.Attribute) -> str | None:
    parent = tree.parents.get(node)
    return parent.attr if isinstance(parent, ast.Attribute) else None


def _is_beta_call(tree: Tree, node: ast.Attribute, told: bool) -> bool:
    """``x.beta.threads.create(…)`` and the like, to their end, where the file tells whose it is."""
    chain = _chain(tree, node)
    if not chain or chain[-1] not in _BETA_METHODS:
        return False
    if _speaks_of_openai(tree):
        return True
    return told and not _is_made(tree, node.value)


def _chain(tree: Tree, node: ast.Attribute) -> list[str]:
    """The names behind ``beta`` where all of it is called, in a thread, too, or mocked."""
    current: ast.AST = node
    names: list[str] = []
    while isinstance(parent := tree.parents.get(current), ast.Attribute):
        if parent.attr in MOCKED:
            return names
        current = parent
        names.append(parent.attr)
    call = tree.parents.get(current)
    if isinstance(call, ast.Call) and call.func is current:
        return names
    if isinstance(current, ast.Attribute) and isinstance(current.ctx, ast.Store):
        return names  # a test puts something else in its place
    handed = isinstance(current, ast.Attribute) and handed_over(tree, current) is not None
    return names if handed else []


def _tells(tree: Tree) -> bool:
    """Whether a file makes assistants, or messages or runs of threads as no other SDK does."""
    if ".beta" not in tree.source:
        return False
    chains = [_chain(tree, node) for node in tree.of(ast.Attribute) if node.attr == "beta"]
    threads = {tuple(c[:2]) for c in chains if len(c) == 3 and c[0] == "threads"}
    if any(len(c) == 2 and c[0] == "assistants" and c[1] in _BETA_METHODS for c in chains):
        return True
    parts = {c[1] for c in threads} & {"runs", "messages"}
    if len(parts) != 1:
        return bool(parts)
    if any(len(c) == 3 and c[2].startswith("submit_tool_outputs") for c in chains):
        return True
    if any(_says(tree, node) for node in tree.of(ast.Attribute) if node.attr == "beta"):
        return True
    named = any(n.arg == "assistant_id" for n in tree.of(ast.keyword, ast.arg))
    return named or any(n.value == "assistant_id" for n in tree.of(ast.Constant))


def _says(tree: Tree, node: ast.Attribute) -> bool:
    """Whether ``x.beta.threads.messages.create(…)`` is given all that such a call needs."""
    if _chain(tree, node) != ["threads", "messages", "create"]:
        return False
    call = next(step for step in tree.ancestors(node) if isinstance(step, ast.Call))
    return {"thread_id", "role", "content"} <= {keyword.arg for keyword in call.keywords}


def _is_made(tree: Tree, client: ast.expr) -> bool:
    """Whether the file says the class of the client, which is of another SDK then."""
    name = ast.unparse(client)
    for node in tree.of(ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.withitem, ast.arg):
        if name in _targets(node) and any(map(_is_class, _said(node))):
            return True
    return False


def _targets(node: ast.AST) -> list[str]:
    """What a statement, a ``with`` or a parameter gives a value or a class."""
    if isinstance(node, ast.arg):
        return [node.arg]
    if isinstance(node, ast.withitem):
        return [ast.unparse(node.optional_vars)] if node.optional_vars else []
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [ast.unparse(target) for target in targets if target is not None]


def _said(node: ast.AST) -> list[ast.AST | None]:
    """The classes of what is given, as calls and annotations name them."""
    value = node.context_expr if isinstance(node, ast.withitem) else getattr(node, "value", None)
    made = value.func if isinstance(value, ast.Call) else None
    return [made, getattr(node, "annotation", None)]


def _is_class(name: ast.AST | None) -> bool:
    word = last_name(name) if isinstance(name, ast.expr) else ""
    return word[:1].isupper() and word not in _ANYTHING


@lru_cache(maxsize=2)  # asked for each call
def _speaks_of_openai(tree: Tree) -> bool:
    return "openai" in tree.source.lower() and any(map(_names_openai, tree.nodes))


def _names_openai(node: ast.AST) -> bool:
    """Whether a name or a key such as ``"OPENAI_API_KEY"`` speaks of OpenAI; prose does not."""
    for field in ("id", "attr", "arg", "name", "module", "value"):
        word = getattr(node, field, None)
        if isinstance(word, str) and "openai" in word.lower() and not any(map(str.isspace, word)):
            return True
    return False


def _is_agents(tree: Tree, node: ast.Attribute) -> bool:
    first = _next(tree, node)
    parent = tree.parents[node]
    second = _next(tree, parent) if isinstance(parent, ast.Attribute) else None
    flat, parts = _old_names()
    return first in flat or (first is not None and second in parts.get(first, ()))


@cache
def _old_names() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Methods that only the old ``agents`` has, and those of its parts by the part's name."""
    found = outlines.canonical("azure.ai.projects.operations.AgentsOperations")
    client = Inst(found or "")
    lineage = outlines.lineage(client.cls)
    methods = {name for outline in lineage for name in outline.methods if "_" in name.strip("_")}
    flat = {name for name in methods if not any(word in name for word in _LATER)}
    parts: dict[str, frozenset[str]] = {}
    for name in {name for outline in lineage for name in outline.attributes}:
        held = [t.cls for t in values.member(client, name) if isinstance(t, Inst)]
        own = {m for cls in held for outline in outlines.lineage(cls) for m in outline.methods}
        parts[name] = frozenset(own)
    return frozenset(flat), parts


def _awaited(tree: Tree, node: ast.AST) -> bool:
    """Whether a client is an asynchronous one, by what waits for the call at the chain's end."""
    current, parent = node, tree.parents.get(node)
    while parent is not None and _goes_on(tree, parent, current):
        current, parent = parent, tree.parents.get(parent)
    if isinstance(parent, ast.withitem):
        return isinstance(tree.parents.get(parent), ast.AsyncWith)
    if isinstance(parent, ast.comprehension):
        return parent.iter is current and bool(parent.is_async)
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        return _is_iterated(tree, parent.targets[0])
    return isinstance(parent, (ast.Await, ast.AsyncFor))


def _is_iterated(tree: Tree, name: ast.expr) -> bool:
    """Whether an ``async for`` of the same function goes through what a name holds."""
    return isinstance(name, ast.Name) and any(
        isinstance(loop.iter, ast.Name)
        and loop.iter.id == name.id
        and tree.function(loop.iter) is tree.function(name)
        and (isinstance(loop, ast.AsyncFor) or bool(loop.is_async))
        for loop in tree.of(ast.AsyncFor, ast.comprehension)
        if isinstance(loop, (ast.AsyncFor, ast.comprehension))
    )


def _goes_on(tree: Tree, parent: ast.AST, child: ast.AST) -> bool:
    """Whether a node is a part of its parent's chain, or what a wrapper such as `wait_for` runs."""
    if isinstance(parent, ast.Attribute):
        return True
    return isinstance(parent, ast.Call) and runs(parent, tree) is not child and not wraps(parent)
