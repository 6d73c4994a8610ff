"""Stored assistants in the shape that OpenAI's service gave them: dumps, and resources of tools.

What reads them may stand anywhere, or in another language, so they keep their keys.
Source: ``openai/types/beta/assistant.py`` of openai 1.65.5.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.absent import is_plain
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.tool_calls.dumps import DICTS, TEXTS
from unspool_rules.engine.uses.made_anew import is_changed
from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.guards import is_truth
from unspool_rules.syntax.layout import Brackets, Code, Item, call

_DUMP_MEANING = "A stored assistant in the shape that OpenAI's service gave it."
_DUMP = '''def {name}(assistant) -> dict[str, {any}]:
    """{meaning}"""
    unset = {{"temperature": None, "top_p": None}}
    fields: dict[str, {any}] = {{**unset, **vars(assistant), "object": "assistant"}}
    tools, resources = [], {{}}
    for tool in fields.pop("tools", None) or []:
        kind = tool["type"]
        rest = {{key: value for key, value in tool.items() if key != "type"}}
        if kind == "file_search":
            resources[kind] = {{"vector_store_ids": rest.pop("vector_store_ids", [])}}
        elif kind == "code_interpreter":
            box = rest.pop("container", None)
            files = box.get("file_ids", []) if isinstance(box, dict) else []
            resources[kind] = {{"file_ids": files}}
        tools.append({{"type": kind, **({{kind: rest}} if rest else {{}})}})
    form = dict((fields.pop("text", None) or {{}}).get("format") or {{"type": "text"}})
    kind = form.pop("type")
    shaped = {{"type": kind, **({{kind: form}} if form else {{}})}}
    fields["response_format"] = "auto" if kind == "text" else shaped
    if "reasoning" in fields:
        fields["reasoning_effort"] = (fields.pop("reasoning") or {{}}).get("effort")
    return {{**fields, "tools": tools, "tool_resources": resources}}
'''
_RESOURCES_MEANING = "Files and vector stores of a stored assistant's tools."
_RESOURCES = '''def {name}(assistant) -> {any}:
    """{meaning}"""
    tools = {{tool["type"]: tool for tool in getattr(assistant, "tools", None) or []}}
    box = tools.get("code_interpreter", {{}}).get("container")
    files = box.get("file_ids", []) if isinstance(box, dict) else []
    stores = tools.get("file_search", {{}}).get("vector_store_ids", [])
    code = {model}.construct(file_ids=files)
    search = {model}.construct(vector_store_ids=stores)
    return {model}.construct(
        code_interpreter=code{code_interpreter},
        file_search=search{file_search},
    )
'''
_OF_RESOURCES = frozenset(
    {"ToolResources", "ToolResourcesCodeInterpreter", "ToolResourcesFileSearch"}
)
_PARTS = ("code_interpreter", "file_search")
_LISTS = ("file_ids", "vector_store_ids")
_FORMAT_MEANING = "The response format of a stored assistant as OpenAI's service gave it."
_FORMAT = '''def {name}(assistant) -> {any}:
    """{meaning}"""
    found = {dump}(assistant)["response_format"]
    if isinstance(found, str):
        return found
    kind = found["type"]
    parts = {{kind: {model}.construct(**found[kind])}} if kind in found else {{}}
    return {model}.construct(type=kind, **parts)
'''
_ASKING = (ast.Attribute, ast.Compare, ast.Expr)
_CHANGED = "{} of a stored assistant are made when they are read: give the list a name first"
NOTE = (
    "tools and resources of stored assistants are objects of `openai.BaseModel` where they are "
    "read: they have the fields of before, and are of none of the old classes"
)
TIME = (
    "the program's own file says when an assistant was made from now on: give those that OpenAI "
    "stored their `created_at`, or it is 0"
)


def dump(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan ``assistant.to_dict()`` of a kept assistant; False where it is none."""
    made = work.tree.parents.get(node)
    if node.attr not in DICTS | TEXTS or not isinstance(made, ast.Call) or made.func is not node:
        return False
    indent = made.keywords[0].value if made.keywords else None
    if made.args or len(made.keywords) > 1 or (indent and made.keywords[0].arg != "indent"):
        return False
    if indent is not None and node.attr in DICTS:
        return False
    work.claimed.add(node)
    work.note(TIME)

    def write(r: Rendering) -> Code:
        fields = asked(r, dump_function(r), base)
        if node.attr in DICTS:
            return fields
        more = [Item(r.code(indent), "indent=")] if indent is not None else []
        return call(f"{r.imports.need_module('json')}.dumps", [Item(fields), *more])

    work.propose(made, write)
    return True


def dump_function(r: Rendering) -> str:
    """The name of the function that gives a stored assistant its old shape."""
    return function(r, "assistant_dump", _DUMP_MEANING, _DUMP)


def asked(r: Rendering, name: str, base: ast.expr) -> Code:
    """A function of the program, called with a stored assistant."""
    if is_plain(base):
        return f"{name}({r.text(base)})"
    return Brackets(name, (Item(r.code(base)),))


def resources(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan ``assistant.tool_resources`` of a kept assistant; False where it is something else."""
    if node.attr != "tool_resources":
        return False
    if is_changed(work, node):
        work.block(node, _CHANGED.format("resources"))
        return True
    if not _is_asked(work, node):
        work.facts.reads_models = True
        work.note(NOTE)

    def write(r: Rendering) -> Code:
        model = r.imports.need("openai", "BaseModel")
        where = {part: _absent(work, part) for part in _PARTS}
        parts = {"model": model, **where}
        name = function(r, "tool_resources", _RESOURCES_MEANING, _RESOURCES, None, **parts)
        return asked(r, name, base)

    work.propose(node, write)
    return True


def response_format(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan ``assistant.response_format`` of a kept assistant; False where it is something else."""
    if node.attr != "response_format":
        return False
    work.facts.reads_models = True

    def write(r: Rendering) -> Code:
        parts = {"model": r.imports.need("openai", "BaseModel"), "dump": dump_function(r)}
        name = function(r, "assistant_format", _FORMAT_MEANING, _FORMAT, None, **parts)
        return asked(r, name, base)

    work.propose(node, write)
    return True


def _absent(work: Work, part: str) -> str:
    """What gives no resources to a tool that is not there, where a program asks for that.

    Where it only reads on, a search that was left out, having nothing to search, has no stores.
    """
    parents = work.tree.parents
    read = [n for n in work.tree.of(ast.Attribute) if isinstance(n, ast.Attribute)]
    named = [n for n in work.tree.of(ast.Constant) if isinstance(n, ast.Constant)]
    asked = any(n.attr == part and not isinstance(parents.get(n), ast.Attribute) for n in read)
    asked = asked or any(n.value == part and _is_asking(parents.get(n)) for n in named)
    return f' if "{part}" in tools else None' if asked else ""


def _is_asking(call: ast.AST | None) -> bool:
    return isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("getattr", "hasattr")


def _is_asked(work: Work, node: ast.expr, depth: int = 0) -> bool:
    """Whether a value is only read, shown, or tested, also under the name that it gets."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, _ASKING) or is_truth(work.tree, node) or is_spoken(work, node):
        return True
    if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And):
        if node is not parent.values[-1]:
            return True
    if isinstance(parent, (ast.BoolOp, ast.IfExp)):
        return _is_asked(work, parent, depth)
    if isinstance(parent, ast.Call):
        return getattr(parent.func, "id", "") in ("getattr", "hasattr", "bool")
    name = parent.targets[0] if isinstance(parent, ast.Assign) else None
    variable = work.facts.scopes.variable(name) if isinstance(name, ast.Name) else None
    if variable is None or depth or len(getattr(parent, "targets", ())) != 1:
        return False
    return all(_is_asked(work, use, 1) for use in work.facts.scopes.reads(variable))


def of_resources(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan what is read of a kept assistant's resources, as before; False where it is not that."""
    if not work.facts.keeps_assistants or node.attr not in (*_PARTS, *_LISTS, *DICTS, *TEXTS):
        return False
    found = [t for t in work.infer.of(base) if isinstance(t, Inst) and t.cls != "None"]
    sites = work.facts.origins(base)
    if not found or not all(t.cls.rpartition(".")[2] in _OF_RESOURCES for t in found):
        return False
    if not all(s.operation.startswith("agent.") and not work.foundry(s) for s in sites):
        return False
    if is_changed(work, node):
        work.block(node, _CHANGED.format("resources"))
    elif node.attr in _PARTS and not _is_asked(work, node):
        work.facts.reads_models = True
        work.note(NOTE)
    return True


__all__ = [
    "NOTE",
    "asked",
    "dump",
    "dump_function",
    "of_resources",
    "resources",
    "response_format",
]
