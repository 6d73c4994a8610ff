"""Functions of the program: their definitions, and how their outputs are made and handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .draft import Draft, block, lines
from .topics import Function


def functions(draft: Draft) -> tuple[Function, ...]:
    """Those that the program has."""
    if draft.choice["tools"] in {"none"}:
        return ()
    return draft.topic.functions[: 1 if draft.choice["tools"] == "one" else 2]


def definitions(draft: Draft) -> str:
    """The tools for the assistant; the functions and what describes them stand above."""
    made = functions(draft)
    for one in made:
        told = "" if draft.quiet else f'"""{one.about}"""'
        typed = one.parameter
        if draft.azure:
            typed = f"{one.parameter}: str"
            told = f'"""{one.about}\n\n:param {one.parameter}: What to look at.\n"""'
        draft.constant(block(f"def {one.name}({typed}):", told, f"return {one.result}"))
    if draft.azure and (automatic(draft) or draft.random.random() < 0.5):
        draft.imports.add("from azure.ai.agents.models import FunctionTool")
        draft.constant(f"FUNCTION_SET = {{{', '.join(one.name for one in made)}}}")
        made = "FunctionTool(functions=FUNCTION_SET)"
        if draft.random.random() < 0.2:
            return f"{made}.definitions"
        draft.constant(f"functions = {made}")
        return "functions.definitions"
    return _DEFINED[draft.choice["defined"]](draft, made)


def _in_list(draft: Draft, made: Sequence[Function]) -> str:
    draft.constant(f"TOOLS = {_all(made)}")
    return "TOOLS"


def _all(made: Sequence[Function]) -> str:
    return f"[\n{''.join(f'    {_shifted(_definition(one))},' + NEWLINE for one in made)}]"


def _in_place(draft: Draft, made: Sequence[Function]) -> str:
    return _all(made)


def _apart(draft: Draft, made: Sequence[Function]) -> str:
    for one in made:
        draft.constant(f"{one.name}_tool = {_definition(one)}")
    return f"[{', '.join(f'{one.name}_tool' for one in made)}]"


def _by_function(draft: Draft, made: Sequence[Function]) -> str:
    draft.constant(block("def get_tools():", f"return {_all(made)}"))
    return "get_tools()"


def _added_up(draft: Draft, made: Sequence[Function]) -> str:
    draft.constant("TOOLS = []")
    for one in made:
        draft.constant(f"TOOLS.append(\n    {_shifted(_definition(one))}\n)")
    return "TOOLS"


NEWLINE = "\n"
_DEFINED: dict[str, Callable[[Draft, Sequence[Function]], str]] = {
    "list": _in_list,
    "inline": _in_place,
    "apart": _apart,
    "function": _by_function,
    "added": _added_up,
}


def automatic(draft: Draft) -> bool:
    """Whether the SDK calls the functions by itself."""
    return draft.azure and draft.tools and draft.choice["poll"] == "sdk"


def _definition(one: Function) -> str:
    return f"""{{
    "type": "function",
    "function": {{
        "name": "{one.name}",
        "description": "{one.about}",
        "parameters": {{
            "type": "object",
            "properties": {{"{one.parameter}": {{"type": "string"}}}},
            "required": ["{one.parameter}"],
        }},
    }},
}}"""


def _shifted(text: str) -> str:
    return text.replace("\n", "\n    ")


def hand_in(draft: Draft) -> str:
    """Statements that answer the calls of `run` and hand the outputs in."""
    return lines(*outputs(draft), _submitted(draft, "run.submit"))


def handed(draft: Draft) -> tuple[str, ...]:
    """The same, waiting for the run in the same call."""
    return (*outputs(draft), _submitted(draft, "run.submit_poll"))


def _submitted(draft: Draft, name: str) -> str:
    text = draft.of_run(name, tool_outputs="tool_outputs")
    return f"run = {text}"


def outputs(draft: Draft) -> tuple[str, ...]:
    """Statements that answer the calls of `run`."""
    return _WAYS[draft.choice["tools"]](draft)


_CALLS = "run.required_action.submit_tool_outputs.tool_calls"


def _text(one: Function, value: str, draft: Draft) -> str:
    if not one.structured:
        return value
    draft.imports.add("import json")
    return f"json.dumps({value})"


def _added(draft: Draft, output: str) -> str:
    return f"tool_outputs.append({_made(draft, 'tool_call.id', output)})"


def _made(draft: Draft, call_id: str, output: str) -> str:
    if draft.azure:
        draft.imports.add("from azure.ai.agents.models import ToolOutput")
        return f"ToolOutput(tool_call_id={call_id}, output={output})"
    return f'{{"tool_call_id": {call_id}, "output": {output}}}'


def _looped(*body: str) -> tuple[str, ...]:
    return ("tool_outputs = []", block(f"for tool_call in {_CALLS}:", *body))


def _ifs(draft: Draft) -> tuple[str, ...]:
    draft.imports.add("import json")
    parts = []
    word = "if"
    for one in functions(draft):
        result = _text(one, f'{one.name}(arguments["{one.parameter}"])', draft)
        parts.append(
            block(f'{word} tool_call.function.name == "{one.name}":', f"output = {result}")
        )
        word = "elif"
    parts.append(block("else:", 'output = "unknown function"'))
    return _looped(
        "arguments = json.loads(tool_call.function.arguments)", *parts, _added(draft, "output")
    )


def _table(draft: Draft) -> tuple[str, ...]:
    draft.imports.add("import json")
    rows = "".join(f'    "{one.name}": {one.name},\n' for one in functions(draft))
    draft.constant(f"FUNCTIONS = {{\n{rows}}}")
    return _looped(
        "name = tool_call.function.name",
        "arguments = json.loads(tool_call.function.arguments)",
        draft.random.choice(("", 'print(f"Calling {name} with {arguments}")')),
        "result = FUNCTIONS[name](**arguments)",
        _added(draft, "json.dumps(result)"),
    )


def _globals(draft: Draft) -> tuple[str, ...]:
    draft.imports.add("import json")
    return _looped(
        "function = tool_call.function",
        "result = globals()[function.name](**json.loads(function.arguments))",
        _added(draft, "str(result)"),
    )


def _helper(draft: Draft) -> tuple[str, ...]:
    """One function answers one call."""
    draft.imports.add("import json")
    tests = "\n".join(
        block(
            f'if name == "{one.name}":', f"return {_text(one, f'{one.name}(**arguments)', draft)}"
        )
        for one in functions(draft)
    )
    body = lines(
        "name = tool_call.function.name",
        "arguments = json.loads(tool_call.function.arguments)",
        tests,
        'return "no such function"',
    )
    text = block("def answer_call(tool_call):", body)
    draft.constant(text)
    return _looped(_added(draft, "answer_call(tool_call)"))


def _one(draft: Draft) -> tuple[str, ...]:
    """The only call, written out."""
    draft.imports.add("import json")
    (one,) = functions(draft)
    value = f'{one.name}(arguments["{one.parameter}"])'
    return (
        f"tool_call = {_CALLS}[0]",
        "arguments = json.loads(tool_call.function.arguments)",
        f"output = {_text(one, value, draft)}",
        f"tool_outputs = [{_made(draft, 'tool_call.id', 'output')}]",
    )


def _listed(draft: Draft) -> tuple[str, ...]:
    draft.imports.add("import json")
    output = "str(globals()[call.function.name](**json.loads(call.function.arguments)))"
    return (
        f"calls = {_CALLS}",
        f"tool_outputs = [\n    {_made(draft, 'call.id', output)}\n    for call in calls\n]",
    )


def _guarded(draft: Draft) -> tuple[str, ...]:
    draft.imports.add("import json")
    rows = ", ".join(f'"{one.name}": {one.name}' for one in functions(draft))
    tried = block(
        "try:",
        "arguments = json.loads(tool_call.function.arguments)",
        f"output = json.dumps({{{rows}}}[tool_call.function.name](**arguments))",
    )
    return _looped(
        block('if tool_call.type != "function":', "continue"),
        tried,
        block("except Exception as error:", 'output = f"Error: {error}"'),
        _added(draft, "output"),
    )


def _dumped(draft: Draft) -> tuple[str, ...]:
    """The calls as dictionaries."""
    draft.imports.add("import json")
    dump = "as_dict()" if draft.azure else "model_dump()"
    made = _made(draft, 'tool_call["id"]', "output")
    return (
        f"action = run.required_action.submit_tool_outputs.{dump}",
        "tool_outputs = []",
        block(
            'for tool_call in action["tool_calls"]:',
            'name = tool_call["function"]["name"]',
            'arguments = json.loads(tool_call["function"]["arguments"])',
            "output = json.dumps(globals()[name](**arguments))",
            f"tool_outputs.append({made})",
        ),
    )


_WAYS: dict[str, Callable[[Draft], tuple[str, ...]]] = {
    "ifs": _ifs,
    "table": _table,
    "globals": _globals,
    "helper": _helper,
    "one": _one,
    "listed": _listed,
    "guarded": _guarded,
    "dumped": _dumped,
}
