"""Approvals of MCP calls: input items that answer the requests among a response's output.

A ``ToolApproval`` is an ``mcp_approval_response``, a ``RequiredMcpToolCall`` an
``mcp_approval_request``.

Sources: azure-ai-agents 1.2.0b5 ``models/_models.py`` (``ToolApproval``, ``RequiredMcpToolCall``);
openai 3.54.0 ``types/responses/response_input_item_param.py`` (``McpApprovalResponse``) and
``response_output_item.py`` (``McpApprovalRequest``: id, name, arguments, server_label).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.tool_calls.output_shapes import Shape
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.semantics.types import Inst

REQUEST = "mcp_approval_request"
CALL_CLASS = "RequiredMcpToolCall"
MISNAMED = "approvals"
"""What programs call ``tool_approvals`` by mistake: the old method raised an error."""
MISTAKE = (
    "`approvals` is no argument of `submit_tool_outputs`, which raised an error here: it is taken "
    "for `tool_approvals`"
)
FIELDS = frozenset({"name", "arguments", "server_label"})
"""What a request for an approval says under the same names as before."""


def approves(work: Work) -> bool:
    """Whether the calls that a run waits for are approved here, not carried out."""
    return work.once(_approves)


def _approves(work: Work) -> bool:
    return any(
        s.operation.startswith("run.submit")
        and not {"tool_approvals", MISNAMED}.isdisjoint(s.arguments)
        for s in work.plan.sites
    )


def asked(work: Work) -> str:
    """The type of the items by which a response asks to be answered."""
    return REQUEST if approves(work) else "function_call"


def action_class(work: Work) -> str:
    """The class of the required action that is answered here."""
    return "SubmitToolApprovalAction" if approves(work) else "SubmitToolOutputsAction"


def headers_of(work: Work, node: ast.expr) -> ast.expr | None:
    """The tool object whose headers an expression reads, if it is one of MCP."""
    if isinstance(node, ast.Attribute) and node.attr == "headers":
        values = work.infer.of(node.value)
        if values and all(
            isinstance(t, Inst) and t.cls.endswith(".McpTool") and t.site is not None
            for t in values
        ):
            return node.value
    return None


def is_given_to_approval(work: Work, node: ast.expr) -> bool:
    """Whether an expression is the ``headers=`` of an approval: it goes."""
    keyword = work.tree.parents.get(node)
    call = work.tree.parents.get(keyword) if isinstance(keyword, ast.keyword) else None
    return (
        isinstance(keyword, ast.keyword)
        and keyword.arg == "headers"
        and isinstance(call, ast.Call)
        and class_name(work, call) == "ToolApproval"
    )


def _judge_headers(work: Work, node: ast.expr) -> None:
    if not is_empty(node) and headers_of(work, node) is None:
        work.block(
            node,
            "an approval carries no headers now: those that the MCP server is to get belong to "
            "`MCPTool(headers=...)` of the definition, and which ones they are is not known here",
        )


APPROVAL = Shape(
    "ToolApproval",
    "mcp_approval_response",
    {"tool_call_id": "approval_request_id", "approve": "approve"},
    {"headers": _judge_headers},
)
