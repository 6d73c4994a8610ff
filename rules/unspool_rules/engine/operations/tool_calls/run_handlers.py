"""Run handlers: a class of the program approves the MCP calls of a run that the SDK waited for.

Source: azure-ai-agents 1.2.0b5 ``models/_patch.py`` (``RunHandler._start``): each request went to
``submit_mcp_tool_approval(run=..., tool_call=...)``, whose answers were handed in together.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.functions.tables import local
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.handler_bases import derived_abroad
from unspool_rules.engine.streaming.handler_classes import begin_anew, take_off
from unspool_rules.engine.tool_calls import round_items
from unspool_rules.engine.tool_calls.approvals import APPROVAL, FIELDS, REQUEST
from unspool_rules.engine.tool_calls.outputs import Outputs
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import imported
from unspool_rules.semantics.types import Class, UserInstance
from unspool_rules.syntax.layout import Brackets, Code, Item, call

_METHOD = "submit_mcp_tool_approval"
_BASES = ("RunHandler", "AsyncRunHandler")
_TYPES = "openai.types.responses"
_REQUESTS = "openai.types.responses.response_output_item"
_UNSEEN = "the class of this run handler is not in view"
_FUNCTIONS = (
    "functions are called in a loop of the program now: call there what this method calls, by the "
    "names of the calls"
)


@dataclass(frozen=True, slots=True)
class Approver:
    """The handler that a run was given."""

    given: ast.expr

    def approvals(self, r: Rendering, handler: str, response: str, requests: str = "") -> Code:
        """A list of what the handler answers to the requests of a response.

        Args:
            requests: the name of the list of them, if there is one.
        """
        request = r.inner("request", self.given)
        made = call(f"{handler}.{_METHOD}", [Item(response, "run="), Item(request, "tool_call=")])
        clauses = [Item(made), Item(requests or f"{response}.output", f"for {request} in ")]
        if not requests:
            clauses.append(Item(f'if {request}.type == "{REQUEST}"'))
        return Brackets("", tuple(clauses), "[", "]", commas=False)

    def name(self, r: Rendering, site: Site) -> tuple[str, list[str]]:
        """The expression of the handler, and the lines that make it."""
        if isinstance(self.given, (ast.Name, ast.Attribute)):
            return r.text(self.given), []
        name = local(r, "run_handler", site.func)
        return name, [f"{name} = {r.text(self.given)}"]


def taken(work: Work, site: Site) -> Approver | None:
    """The handler of a run, whose class stands by itself now; None where there is none."""
    given = work.take(site, "run_handler")
    if given is None:
        return None
    types = work.infer.of(given)
    classes = [t.node for t in types if isinstance(t, UserInstance)]
    if len(classes) != 1 or len(types) != 1:
        work.block(given, _UNSEEN)
        return None
    if not _plan_class(work, classes[0]):
        return None
    round_items.approve(work, site)
    work.note(
        "an exception of the run handler is the program's now; the SDK cancelled the run for it"
    )
    return Approver(given)


def _plan_class(work: Work, node: ast.ClassDef) -> bool:
    known = work.once(_judged)
    if node not in known:
        known[node] = _judge(work, node)
    return known[node]


def _judged(_: Work) -> dict[ast.ClassDef, bool]:
    """Which handlers can be planned."""
    return {}


def _judge(work: Work, node: ast.ClassDef) -> bool:
    base = next((b for b in node.bases if _is_base(work, b)), None)
    methods = {
        s.name: s for s in node.body if isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    method = methods.get(_METHOD)
    if "submit_function_call_output" in methods:
        work.block(methods["submit_function_call_output"], _FUNCTIONS)
        return False
    abroad = derived_abroad(work.facts, node)
    if base is None or not isinstance(method, ast.FunctionDef) or abroad is not None:
        work.block(node, _UNSEEN)
        return False
    take_off(work, node, base)
    if "__init__" in methods:
        begin_anew(work, methods["__init__"])
    _plan_method(work, method)
    return not work.plan.blocked


def _is_base(work: Work, node: ast.expr) -> bool:
    return any(
        isinstance(t, Class) and t.name.rpartition(".")[2] in _BASES for t in work.infer.of(node)
    )


def _plan_method(work: Work, node: ast.FunctionDef) -> None:
    for parameter in (*node.args.args[1:], *node.args.kwonlyargs):
        if parameter.arg not in ("run", "tool_call"):
            work.block(parameter, "the SDK's run handlers were given `run` and `tool_call` only")
            continue
        of_call = parameter.arg == "tool_call"
        if parameter.annotation is not None and ast.unparse(parameter.annotation) != "Any":
            module, name = (_REQUESTS, "McpApprovalRequest") if of_call else (_TYPES, "Response")
            work.replace(parameter.annotation, imported(module, name))
        for use in _uses(node, parameter.arg):
            _judge_use(work, use, of_call=of_call)
    outputs = Outputs(work, APPROVAL)
    for statement in ast.walk(node):
        if isinstance(statement, ast.Return):
            if statement.value is None:
                work.block(statement, "an answer is needed for each request for an approval")
            else:
                outputs.element(statement.value)
    _returns(work, node)


def _uses(node: ast.FunctionDef, name: str) -> list[ast.Name]:
    return [n for n in ast.walk(node) if isinstance(n, ast.Name) and n.id == name]


def _judge_use(work: Work, use: ast.Name, *, of_call: bool) -> None:
    known = {"id", *FIELDS} if of_call else {"id"}
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.Attribute) and parent.attr in known:
        return
    if isinstance(parent, ast.FormattedValue):
        return
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name):
        if parent.func.id == "print":
            return
        field = work.string_value(parent.args[1]) if len(parent.args) > 1 else None
        if parent.func.id in ("getattr", "hasattr") and parent.args[0] is use and field in known:
            return
    what = "a request for an approval" if of_call else "a response"
    read = f"no `{parent.attr}`" if isinstance(parent, ast.Attribute) else "other fields"
    work.block(use, f"{what} has {read}")


def _returns(work: Work, node: ast.FunctionDef) -> None:
    """Say what the method gives: type checkers take a dictionary for any otherwise."""
    if node.returns is not None:
        work.replace(node.returns, lambda r: r.imports.need(_TYPES, "ResponseInputItemParam"))
        return
    ends = [
        work.tree.span(n).end for n in ast.walk(node.args) if isinstance(n, (ast.arg, ast.expr))
    ]
    closing = work.tree.source.index(")", max(ends))
    place = ast.Pass()
    work.tree.place(place, closing, closing + 1, node)
    work.replace(place, lambda r: f") -> {r.imports.need(_TYPES, 'ResponseInputItemParam')}")
