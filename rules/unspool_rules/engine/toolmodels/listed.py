"""Tool objects that stand in a list of tools themselves, where their definitions belong.

The old client could not send such a list: its encoder knows no tool objects. What the list says is
plain, and the new client takes it.
Source: azure-ai-agents 1.1.0 ``azure/ai/agents/_utils/model_base.py`` (``SdkJSONEncoder``) and
``models/_patch.py`` (``Tool``, which is no model).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.constructors import CONSTRUCTORS
from unspool_rules.engine.toolmodels.lists import only_tools
from unspool_rules.engine.work import Work

_NOTE = (
    "a tool object stood in the list of tools itself, which the old client could not send: it is "
    "taken for its definitions"
)
_KINDS = {"CodeInterpreterTool": "code_interpreter", "FileSearchTool": "file_search"}
_MCP = "McpTool"
_AGENTS = ("agent.create", "agent.update")


def kind_of(work: Work, node: ast.expr) -> str | None:
    """The type of a tool object that is made in the list without any files or stores."""
    if not isinstance(node, ast.Call) or node.args or node.keywords:
        return None
    kind = _KINDS.get(class_name(work, node) or "")
    if kind is not None:
        work.note(_NOTE)
    return kind


def of_listed(work: Work, node: ast.expr, typed: bool) -> Writer | None:
    """The tool that an object in a list stands for; None for anything else."""
    made = work.literal_of(node)
    name = class_name(work, made) or _MCP
    if not isinstance(made, ast.Call) or name not in CONSTRUCTORS or name == _MCP:
        return None
    if made is not node and not _is_only_listed(work, node):
        return None
    writer = CONSTRUCTORS[name](work, made, typed)
    if writer is None:
        return None
    work.note(_NOTE)
    if made is node:
        return writer
    work.replace(made, writer)
    return lambda r: r.code(node)


def _is_only_listed(work: Work, node: ast.expr) -> bool:
    """Whether a name of a tool object is only read in lists of tools, and for its resources."""
    variable = work.variable_of(node)
    return variable is not None and all(
        _is_listed(work, use)
        for use in work.facts.scopes.uses(variable)
        if isinstance(use.ctx, ast.Load)
    )


def _is_listed(work: Work, use: ast.expr) -> bool:
    node = work.tree.parents.get(use)
    if isinstance(node, ast.Attribute) and node.attr in ("definitions", "resources"):
        keyword = work.tree.parents.get(node)
        call = work.tree.parents.get(keyword) if isinstance(keyword, ast.keyword) else None
        site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
        return site is not None and site.operation in _AGENTS and site in work.plan.sites
    if not isinstance(node, ast.List):
        return False
    above = work.tree.parents.get(node)
    if isinstance(above, ast.Assign):
        return len(above.targets) == 1 and only_tools(work, above.targets[0])
    call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else None
    return isinstance(call, ast.Call) and work.facts.by_call.get(call) in work.plan.sites
