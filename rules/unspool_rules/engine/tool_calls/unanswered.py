"""Programs that offer functions to the model, and answer none of its calls.

A run that asked for one waited in ``requires_action``, which a test for ``completed`` told; the
response is ``completed``. Source: the OpenAI API reference on function calling.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.functions.made import FUNCTION_TOOLS
from unspool_rules.engine.functions.objects import tools
from unspool_rules.engine.tool_calls.made_with import MAKES
from unspool_rules.engine.work import Work
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.tree import Tree

NOTE = (
    "nothing in the file answers the calls of its function tools: a run that asked for one waited "
    "in `requires_action`, and a response is `completed` with an empty `output_text`; its "
    "conversation goes on only with outputs for the calls"
)
_CLASSES = frozenset({*FUNCTION_TOOLS, "FunctionToolDefinition"})


def tell_unanswered(facts: Facts, works: Sequence[Work]) -> None:
    """Note it where runs are made in a file that has function tools and hands in no outputs."""
    if any(site.operation.startswith("run.submit") for site in facts.sites):
        return
    for work in works:
        makes = any(site.operation in MAKES for site in work.plan.sites)
        if makes and not work.plan.acts and not tools(work).called and _has_functions(facts.tree):
            work.note(NOTE)


def _has_functions(tree: Tree) -> bool:
    """Whether a tool of the kind is written down, or made."""
    return any(_is_function(node) for node in tree.of(ast.Dict)) or any(
        last_name(call.func) in _CLASSES for call in tree.of(ast.Call)
    )


def _is_function(node: ast.Dict) -> bool:
    """``{"type": "function", "function": ...}``."""
    said = {
        key.value: value
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant)
    }
    kind = said.get("type")
    return isinstance(kind, ast.Constant) and kind.value == "function" and "function" in said


__all__ = ["NOTE", "tell_unanswered"]
