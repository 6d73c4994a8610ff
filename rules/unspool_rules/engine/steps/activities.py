"""Activities of a run step: the list of tools that an MCP server gave, an item of its own.

An activity had the tools by their names; an ``mcp_list_tools`` item has a list of them, each with
its name, description and ``input_schema``, which openai types as ``object``.
Sources: azure-ai-agents 1.2.0b5 ``models/_models.py`` (``RunStepDetailsActivity``,
``ActivityFunctionDefinition``, ``ActivityFunctionParameters``, ``FunctionArgument``); openai 3.54.0
``types/responses/response_output_item.py`` (``McpListTools``).
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item

if TYPE_CHECKING:
    from unspool_rules.engine.steps.items import Steps

_SAME = {
    "activity": ("id", "server_label", "type"),
    "definition": ("description",),
    "schema": (),
    "argument": (),
}
"""Fields under the same names, by what has them."""
_KEYS = {
    "schema": {"properties": '.get("properties", {})', "required": '.get("required", [])'},
    "argument": {"type": '.get("type")', "description": '.get("description")'},
}
"""Fields that are keys of a JSON schema now; the server may leave each of them out."""
_INNER = {"properties": "argument", "tools": "definition"}
"""What the values of a mapping are."""
_VAGUE = "what is done with the tools of an MCP server here has no counterpart that is certain"


class Activities:
    """Follows the activities of a step, by what is read of them."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.work: Work = steps.work
        self.tree = steps.work.tree

    def take(self, outer: ast.expr, node: ast.expr, *, known: bool) -> None:
        """``details.activities``: the item itself, where it is such a list."""

        def write(r: Rendering) -> str:
            item = r.operand(node)
            if known:
                return f"[{item}]"
            return f'([{item}] if {item}.type == "mcp_list_tools" else [])'

        self.work.replace(outer, write)
        self.steps.follow(outer, "activities")

    def read(self, outer: ast.expr, key: str, node: ast.expr, kind: str) -> None:
        """A field of an activity, of a tool or of its schema."""
        work = self.work
        if key in _SAME[kind]:
            work.replace(outer, lambda r: f"{r.operand(node)}.{key}")
        elif kind == "activity" and key == "tools":
            self._mapping(outer, key, lambda r: _by_name(r, node))
        elif kind == "definition" and key == "parameters":
            work.replace(outer, lambda r: f'{r.operand(node)}.model_dump()["input_schema"]')
            self.steps.follow(outer, "schema")
        elif key in _KEYS.get(kind, {}):
            form = _KEYS[kind][key]
            if key == "properties":
                self._mapping(outer, key, lambda r: f"{r.operand(node)}{form}")
            else:
                work.replace(outer, lambda r: f"{r.operand(node)}{form}")
        else:
            work.block(outer, f"a tool that an MCP server lists has no `{key}`")

    def _mapping(self, outer: ast.expr, key: str, write: object) -> None:
        """``tools`` and ``properties``: values by name, of which loops read both or one."""
        work = self.work
        assert callable(write)
        work.replace(outer, write)
        parent = self.tree.parents.get(outer)
        if self.steps.asked.is_looked_at(outer, parent):
            return
        loop = self.tree.parents.get(outer)
        method = ""
        if isinstance(parent, ast.Attribute):
            call = self.tree.parents.get(parent)
            if isinstance(call, ast.Call) and not call.args and not call.keywords:
                method, outer, loop = parent.attr, call, self.tree.parents.get(call)
                work.claimed.update((parent, call))
        target = getattr(loop, "target", None)
        if getattr(loop, "iter", None) is outer:
            if method in ("", "keys"):
                return
            if method == "items" and isinstance(target, ast.Tuple) and len(target.elts) == 2:
                target = target.elts[1]
            elif method != "values":
                target = None
            if isinstance(target, ast.Name) and self.steps.name(target, _INNER[key]):
                return
        work.block(outer, _VAGUE)


def _by_name(r: Rendering, node: ast.expr) -> Code:
    tool = r.inner("tool", node)
    clauses = (Item(tool, f"{tool}.name: "), Item(f"{r.operand(node)}.tools", f"for {tool} in "))
    return Brackets("", clauses, "{", "}", commas=False)
