"""``assistant.tools`` of a stored assistant, as the objects that OpenAI's service gave.

Source: ``openai/types/beta/assistant.py`` of openai 1.65.5.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.imports.below import function
from unspool_rules.engine.sites import Site
from unspool_rules.engine.uses.made_anew import is_changed
from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.uses.stored_shapes import NOTE, asked, dump_function
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.guards import is_truth
from unspool_rules.syntax.layout import Code

_MEANING = "The tools of a stored assistant as OpenAI's service gave them."
_CODE = '''def {name}(assistant) -> list[{any}]:
    """{meaning}"""
    unset: dict[str, {any}] = {{
        "file_search": {{"max_num_results": None, "ranking_options": None}},
        "function": {{"description": None, "parameters": None, "strict": None}},
    }}
    made: list[{any}] = []
    for tool in {dump}(assistant)["tools"]:
        kind = tool["type"]
        fields = {{**unset.get(kind, {{}}), **tool.get(kind, {{}})}}
        if fields.get("ranking_options"):
            ranking = {{"ranker": None, **fields["ranking_options"]}}
            fields["ranking_options"] = {model}.construct(**ranking)
        parts: dict[str, {any}] = {{}}
        if fields:
            parts[kind] = {model}.construct(**fields)
        made.append({model}.construct(type=kind, **parts))
    return made
'''
_CHANGED = (
    "tools of a stored assistant are made when they are read: give the list a name, change that, "
    "and read it from there"
)
_SIZES = ("len", "bool")
_TOOLS = frozenset(
    {"CodeInterpreterTool", "FileSearchTool", "FunctionTool"}
    | {"FileSearch", "FileSearchRankingOptions", "FunctionDefinition"}
)


def tools(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    """Plan ``assistant.tools``; what takes tools takes such objects, too."""
    if is_changed(work, node):
        work.block(node, _CHANGED)
        return
    if not _is_read(work, node):
        work.facts.reads_models = True
    work.note(NOTE)

    def write(r: Rendering) -> Code:
        model = r.imports.need("openai", "BaseModel")
        name = function(r, "assistant_tools", _MEANING, _CODE, model=model, dump=dump_function(r))
        return asked(r, name, base)

    work.propose(node, write)


def _is_read(work: Work, node: ast.expr) -> bool:
    """Whether a list of tools is only counted, tested, or gone through for what its tools have."""
    parent = work.tree.parents.get(node)
    if is_truth(work.tree, node):
        return True
    if isinstance(parent, ast.Call) and getattr(parent.func, "id", "") in _SIZES:
        return True
    counted = isinstance(parent, ast.Call) and getattr(parent.func, "id", "") == "enumerate"
    loop = work.tree.parents.get(parent) if counted and parent is not None else parent
    gone_through = parent if counted else node
    if isinstance(loop, (ast.For, ast.comprehension)) and loop.iter is gone_through:
        variable = _target(work, loop, counted)
        return variable is not None and all(
            isinstance(work.tree.parents.get(use), ast.Attribute) or is_spoken(work, use)
            for use in work.facts.scopes.reads(variable)
        )
    return False


def _target(work: Work, loop: ast.For | ast.comprehension, counted: bool) -> Variable | None:
    """The name of each tool, which stands behind its number where they are counted."""
    target = loop.target
    if counted:
        pair = target.elts if isinstance(target, ast.Tuple) else []
        return work.variable_of(pair[-1]) if len(pair) == 2 else None
    return work.facts.scopes.variable(target) if isinstance(target, ast.Name) else None


def of_tools(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Whether a field is read of a tool that a stored assistant has: it is there as before."""
    if not work.facts.keeps_assistants:
        return False
    found = {t.cls.rpartition(".")[2] for t in work.infer.of(base) if isinstance(t, Inst)}
    sites = work.facts.origins(base)
    return bool(found) and found <= _TOOLS and bool(sites) and all(map(_is_stored(work), sites))


def _is_stored(work: Work) -> Callable[[Site], bool]:
    return lambda site: site.operation.startswith("agent.") and not work.foundry(site)


__all__ = ["of_tools", "tools"]
