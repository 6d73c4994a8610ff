"""The function that makes steps of items: objects with the fields that steps of a run had.

Sources: openai 1.65.5 ``openai/types/beta/threads/runs``; openai 3.54.0
``openai/types/responses/response_output_item.py``.
"""

from __future__ import annotations

from unspool_rules.engine.imports import below
from unspool_rules.engine.writing.rendering import Rendering

_MEANING = "Items of a response, with the fields that steps of a run had."
_ANSWERED = "Items of a response, with the fields that steps of a run and its outputs had."
_FUNCTION = '''def {name}(items: {any}{more}) -> list[{simple}]:
    """{meaning}"""{given}
    steps = []
    for item in items:
        if item.type == "message":
            made = {simple}(message_id=item.id)
            details = {simple}(type="message_creation", message_creation=made)
        elif item.type.endswith("_call"):
            call = {simple}(id=item.id, type=item.type.removesuffix("_call"))
            if item.type == "function_call":
                call.id = item.call_id
                call.function = {simple}(name=item.name, arguments=item.arguments){output}
            elif item.type == "code_interpreter_call":
                call.code_interpreter = {simple}(input=item.code, outputs=item.outputs or [])
            elif item.type == "file_search_call":
                results = [
                    {simple}(
                        file_id=result.file_id,
                        file_name=result.filename,
                        score=result.score,
                        content=[{simple}(type="text", text=result.text)],
                    )
                    for result in item.results or []
                ]
                call.file_search = {simple}(results=results)
            elif item.type == "mcp_call":
                call.name, call.arguments = item.name, item.arguments
                call.output, call.server_label = item.output, item.server_label
            details = {simple}(type="tool_calls", tool_calls=[call])
        else:
            continue
        step = {simple}(id=item.id, type=details.type, step_details=details)
        step.status = getattr(item, "status", None)
        steps.append(step)
    return steps
'''
_GIVEN = """
    given = {
        item.call_id: item.output for item in history if item.type == "function_call_output"
    }"""
_OUTPUT = """
                call.function.output = given.get(item.call_id)"""


def steps_of(r: Rendering, *, answered: bool) -> str:
    """The name of the function that makes them.

    Args:
        answered: whether it is given a conversation, too, which has the outputs of functions.
    """
    simple = r.imports.need("types", "SimpleNamespace")
    name, meaning = "steps_of", _MEANING
    parts = {"more": "", "given": "", "output": ""}
    if answered:
        name, meaning = "answered_steps_of", _ANSWERED
        anything = r.imports.need("typing", "Any")
        parts = {"more": f", history: {anything}", "given": _GIVEN, "output": _OUTPUT}
    return below.function(r, name, meaning, _FUNCTION, None, simple=simple, **parts)


__all__ = ["steps_of"]
