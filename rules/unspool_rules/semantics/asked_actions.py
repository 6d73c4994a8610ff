"""What a run asks for, read by name: ``getattr(run, "required_action", None)``.

Each run has a ``required_action``, which is ``None`` unless it waits for outputs; what comes of it
is a list of calls, which is empty then. So these readings mean what they mean with a dot.
Sources: azure-ai-agents 1.1.0 ``azure/ai/agents/models/_models.py`` (``ThreadRun``), openai 1.65.5
``openai/types/beta/threads/run.py``.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.semantics.members import attribute_of
from unspool_rules.semantics.types import Inst, Type
from unspool_rules.syntax.literals import is_empty

_OF_CALLS = {
    "RequiredFunctionToolCall": ("function", "id", "type"),
    "RequiredActionFunctionToolCall": ("function", "id", "type"),
    "RequiredFunctionToolCallDetails": ("arguments", "name"),
    "Function": ("arguments", "name"),
}
"""What each call has, so that nothing else is ever given for it."""
_ACTION, _OUTPUTS, _CALLS = "required_action", "submit_tool_outputs", "tool_calls"
_OTHERS = ("None", "openai._streaming.Stream", "openai._streaming.AsyncStream")
"""What a call may give as well, of which nothing is asked."""
_WORDS = (_ACTION, "requires_action", "REQUIRES_ACTION")

if TYPE_CHECKING:
    from unspool_rules.semantics.infer import Inference
    from unspool_rules.syntax.tree import Tree


def actions_by_name(tree: Tree, infer: Inference) -> list[ast.Attribute]:
    """Make attributes of such calls, from the inside out; the text still has the call."""
    found: list[ast.Attribute] = []
    for node in reversed(tree.of(ast.Call)):
        if not isinstance(node.func, ast.Name) or len(node.args) < 2 or node.keywords:
            continue
        base, word = node.args[0], node.args[1]
        name = str(word.value) if isinstance(word, ast.Constant) else ""
        of_call = node.func.id == "getattr" and _is_of_call(infer, base, name)
        if name not in (_ACTION, _OUTPUTS, _CALLS) and not of_call:
            continue
        if of_call:
            found.append(tree.respell(node, base, name))
            infer.forget()
            continue
        read = node.func.id == "getattr" and all(map(is_empty, node.args[2:]))
        asked = node.func.id == "hasattr" and len(node.args) == 2 and _is_same(tree, node, name)
        types = [t for t in infer.of(base) if not (isinstance(t, Inst) and t.cls in _OTHERS)]
        if (read or asked) and types and all(_has(infer, value, name) for value in types):
            found.append(tree.respell(node, base, name))
            infer.forget()
    return found


def _is_of_call(infer: Inference, base: ast.expr, name: str) -> bool:
    types = infer.of(base)
    return bool(types) and all(
        isinstance(t, Inst)
        and t.site is not None
        and t.cls.startswith(("azure.ai.", "openai.types.beta."))
        and name in _OF_CALLS.get(t.cls.rpartition(".")[2], ())
        for t in types
    )


def _has(infer: Inference, value: Type, name: str) -> bool:
    """Whether a value is a run, or part of what one asks for, with such an attribute."""
    if not isinstance(value, Inst) or value.site is None:
        return False
    if not value.cls.startswith(("azure.ai.", "openai.types.beta.")):
        return False
    simple = value.cls.rpartition(".")[2]
    fits = simple in ("Run", "ThreadRun") if name == _ACTION else "Action" in simple
    fits = fits or (name == _CALLS and "SubmitToolOutputs" in simple)
    return fits and bool(attribute_of(infer, frozenset((value,)), name))


def _is_same(tree: Tree, node: ast.Call, name: str) -> bool:
    """Whether asking for the attribute has the same answer as asking whether there is a value."""
    test: ast.AST = node
    above = tree.parents.get(test)
    denied = isinstance(above, ast.UnaryOp) and isinstance(above.op, ast.Not)
    if denied and above is not None:
        test, above = above, tree.parents.get(above)
    if name == _OUTPUTS:
        return denied or isinstance(above, (ast.BoolOp, ast.If, ast.While, ast.IfExp))
    if name != _ACTION or not isinstance(above, ast.BoolOp):
        return False
    if not isinstance(above.op, ast.Or if denied else ast.And):
        return False
    others = [ast.unparse(value) for value in above.values if value is not test]
    return any(word in text for text in others for word in _WORDS)
