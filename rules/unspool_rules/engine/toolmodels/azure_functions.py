"""Azure Functions behind storage queues.

Sources: azure-ai-agents 1.1.0 and 1.2.0b5 ``azure/ai/agents/models/_patch.py`` and ``_models.py``;
azure-ai-projects 2.10.0 ``azure/ai/projects/models/_models.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.models import arguments_of, model, one, plain, value
from unspool_rules.engine.work import Work

_QUEUE = ("queue_name", "storage_service_endpoint")


def of_function_tool(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    names = ("name", "description", "parameters", "input_queue", "output_queue")
    given = arguments_of(node, names)
    if given is None or not {"name", "parameters", "input_queue", "output_queue"} <= set(given):
        work.block(node, "the function and its queues are not given in place")
        return None
    return azure_function(
        work,
        {k: given[k] for k in ("name", "description", "parameters") if k in given},
        given["input_queue"],
        given["output_queue"],
        typed,
    )


def azure_function(
    work: Work,
    function: dict[str, ast.expr],
    source: ast.expr,
    sink: ast.expr,
    typed: bool,
) -> Writer | None:
    bindings = [_binding(work, queue, typed) for queue in (source, sink)]
    if bindings[0] is None or bindings[1] is None:
        return None
    described = model(
        "AzureFunctionDefinitionFunction", "", typed, [plain(k, v) for k, v in function.items()]
    )
    inner = model(
        "AzureFunctionDefinition",
        "",
        typed,
        [
            one("function", described),
            ("input_binding", bindings[0], source),
            ("output_binding", bindings[1], sink),
        ],
    )
    return model("AzureFunctionTool", "azure_function", typed, [one("azure_function", inner)])


def _binding(work: Work, queue: ast.expr, typed: bool) -> Writer | None:
    literal = work.literal_of(queue)
    fields = fields_of(literal)
    if isinstance(literal, ast.Call) and literal.args:
        fields = None
    if fields is None or set(fields) != set(_QUEUE):
        work.block(queue, "the queue of the function is not given in place")
        return None
    if literal is not queue and not work.read_once(queue):
        work.block(queue, "the queue is used for something else, too")
        return None
    made = model(
        "AzureFunctionStorageQueue",
        "",
        typed,
        [
            plain("queue_name", fields["queue_name"]),
            plain("queue_service_endpoint", fields["storage_service_endpoint"]),
        ],
    )
    if literal is not queue:
        work.replace(literal, made)
        made = value(queue)
    return model("AzureFunctionBinding", "storage_queue", typed, [("storage_queue", made, None)])
