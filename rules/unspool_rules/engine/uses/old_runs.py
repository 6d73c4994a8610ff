"""Runs for code that is not in view and only reads them: objects with the fields that they had.

A function of another file answers the tool calls of a run, or says what the run has cost. It gets
an object made of the response.
Source: openai 1.65.5 ``openai/types/beta/threads/run.py``, openai 3.54.0
``openai/types/responses/response.py`` and ``response_usage.py``.
"""

from __future__ import annotations

import ast
import re

from unspool_rules.engine.flow.absent import may_be_none
from unspool_rules.engine.imports import below
from unspool_rules.engine.uses.displays import keeps
from unspool_rules.engine.uses.handed_out import talks
from unspool_rules.engine.uses.old_calls import may_be_migrated
from unspool_rules.engine.uses.unseen_readers import only_reads
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.names import last_name

_MEANING = "A response with the fields that a run had, for code that reads those."
_FUNCTION = '''def {name}(response: {any}) -> {simple}:
    """{meaning}"""
    calls = [
        {simple}(
            id=item.call_id,
            type="function",
            function={simple}(name=item.name, arguments=item.arguments),
        )
        for item in response.output
        if item.type == "function_call"
    ]
    asked = {simple}(
        type="submit_tool_outputs",
        submit_tool_outputs={simple}(tool_calls=calls),
    )
    used = response.usage
    return {simple}(
        id=response.id,
        thread_id=response.conversation and response.conversation.id,
        model=response.model,
        status="requires_action" if calls else response.status,
        required_action=asked if calls else None,
        last_error=response.error,
        usage=used
        and {simple}(
            prompt_tokens=used.input_tokens,
            completion_tokens=used.output_tokens,
            total_tokens=used.total_tokens,
        ),
    )
'''
_COUNTS = re.compile(r"cost|usage|tokens?$|tokens?_|price", re.IGNORECASE)
"""How functions are called that say what a run has cost."""
_FIELDS = "`id`, `thread_id`, `model`, `status`, `required_action`, `last_error` and `usage`"


def as_before(work: Work, node: ast.expr, given_to: ast.Call, kinds: set[str]) -> bool:
    """Plan that code that is not in view gets a run as it was.

    Returns:
        False where it asks the service for more of the run, gives it back, or may be migrated, too.
    """
    if kinds != {"run"}:
        return False
    counts = _COUNTS.search(last_name(given_to.func)) or _answers(work, given_to)
    if counts and may_be_migrated(work, given_to):
        return False
    if not counts and not _only_reads(work, node, given_to):
        return False
    variable = work.variable_of(node)
    if variable is None or may_be_none(work, node):
        return False

    def write(r: Rendering) -> str:
        simple = r.imports.need("types", "SimpleNamespace")
        helper = below.function(r, "run_of", _MEANING, _FUNCTION, simple=simple)
        return f"{helper}({r.naming.renamed.get(variable, variable.name)})"

    work.replace(node, write)
    work.note(f"`{ast.unparse(given_to.func)}` is not in view: it gets {_FIELDS} as a run had them")
    return True


def _only_reads(work: Work, node: ast.expr, call: ast.Call) -> bool:
    """Whether nothing says that what is called goes on with the run, now or later."""
    return only_reads(work, call, "run") and not (keeps(call.func) or talks(work, call, node))


def _answers(work: Work, call: ast.Call) -> bool:
    """Whether what a call gives is handed in as the outputs of tool calls."""
    value: ast.AST = call
    parent = work.tree.parents.get(call)
    if isinstance(parent, ast.Await):
        value, parent = parent, work.tree.parents.get(parent)
    target = parent.targets[0] if isinstance(parent, ast.Assign) else None
    variable = work.variable_of(target) if isinstance(target, ast.Name) else None
    for site in work.plan.sites:
        given = site.arguments.get("tool_outputs")
        if given is value or (given is not None and variable is not None):
            if given is value or work.variable_of(given) == variable:
                return True
    return False


__all__ = ["as_before"]
