"""Functions of another file: described from their source, or by the program when it runs."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.engine.checks import notes
from tests.rules.fixing import TODAY, fix_all

from unspool_rules.api import analyse
from unspool_rules.engine.tools.schemas import describe
from unspool_rules.model import apply_edits
from unspool_rules.semantics.resolver import Module, NoResolver

_PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import CodeInterpreterTool, FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential

from desk import user_functions

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
functions = FunctionTool(user_functions)
toolset = ToolSet()
toolset.add(functions)
toolset.add(CodeInterpreterTool())
client.enable_auto_function_calls(toolset)
agent = client.create_agent(model="gpt-4o", name="desk", instructions="Help.", toolset=toolset)
thread = client.threads.create()
client.messages.create(thread_id=thread.id, role="user", content="hi")
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
"""
_NOTE = (
    "`function_tool` describes functions whose source is not in view here when the program runs, "
    "as the old SDK did: by their signatures and docstrings"
)
_CLOCK = '''def get_time(zone: str):
    """Tell the time.

    :param zone: where
    """
'''


class Project(NoResolver):
    """Modules of a project, by name."""

    def __init__(self, **modules: str) -> None:
        self._modules = modules

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        text = self._modules.get(name)
        return Module(Path(f"{name}.py"), text) if text is not None else None


def _migrated(**modules: str) -> str:
    analysis = analyse(_PROGRAM, today=TODAY, resolver=Project(**modules))
    assert not analysis.failures
    return apply_edits(_PROGRAM, analysis.fix_all(unsafe=True))


def test_functions_of_another_file_are_read() -> None:
    desk = "from clock import get_time\n\nuser_functions = {get_time}\n"
    result = _migrated(desk=desk, clock=_CLOCK)
    assert 'name="get_time"' in result
    assert 'description="Tell the time."' in result
    assert '"zone": {"type": "string", "description": "where"}' in result
    assert "functions = {function.__name__: function for function in user_functions}" in result
    assert "def function_tool" not in result


def test_functions_that_are_not_certain_are_described_by_the_program() -> None:
    added = "def f(): ...\n\n\ndef g(): ...\n\n\nuser_functions = {f}\nuser_functions.add(g)\n"
    result = _migrated()
    assert result == _migrated(desk=added)
    assert "functions = {function.__name__: function for function in user_functions}" in result
    assert "*map(function_tool, functions.values())," in result
    assert "str(functions[call.name](**json.loads(call.arguments)))" in result
    assert _NOTE in notes(_PROGRAM)
    assert fix_all(result) == result


def test_one_function_that_is_not_in_view() -> None:
    source = _PROGRAM.replace("import user_functions", "import look").replace(
        "FunctionTool(user_functions)", "FunctionTool({look, print_all})"
    )
    result = fix_all(source.replace("client =", "def print_all(): ...\n\n\nclient =", 1))
    assert "functions = {function.__name__: function for function in {look, print_all}}" in result


def test_coroutine_functions_that_are_not_in_view_are_awaited() -> None:
    source = """from azure.ai.agents.aio import AgentsClient
from azure.ai.agents.models import AsyncFunctionTool
from azure.identity.aio import DefaultAzureCredential

from desk import lookups


async def main():
    async with AgentsClient(endpoint="e", credential=DefaultAzureCredential()) as client:
        tool = AsyncFunctionTool(lookups)
        client.enable_auto_function_calls(tool)
        agent = await client.create_agent(model="m", name="desk", tools=tool.definitions)
        thread = await client.threads.create()
        run = await client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
        print(run.status)
"""
    result = fix_all(source)
    assert "if inspect.isawaitable(result):" in result
    assert "tools=[*map(function_tool, tool.values())]" in result


_KINDS = """from typing import Any, Dict, List, Optional, Union


def plain(a: int, b, c: "str", d: float = 1.0, *rest: bool, e: bytes, **more) -> str:
    '''Does it.

    :param a (int): the first
      :param b: the second
    :param missing: nothing
    :param c :  spaced out  \t
    :param d:
    '''


def nested(a: List[Dict[str, int]], b: list, c: Dict, d: dict[str, int], e: list[Optional[int]]):
    pass


def optional(a: Optional[int], b: Union[int, str], c: Union[int, str, None], d: Any, e=None):
    '''
    The second line is the first.
    '''
"""


@pytest.mark.parametrize("name", ["plain", "nested", "optional"])
def test_a_description_made_at_run_time_is_that_made_of_the_source(name: str) -> None:
    made = _made_by_program()
    space: dict[str, Any] = {}
    exec(compile(_KINDS, "kinds", "exec", dont_inherit=True), space)
    functions = (n for n in ast.parse(_KINDS).body if isinstance(n, ast.FunctionDef))
    known = describe(next(n for n in functions if n.name == name), bound=False, lazy=False)
    tool = made(space[name])
    assert (tool.name, tool.description, tool.strict) == (known.name, known.description, False)
    assert tool.parameters == known.parameters


def _made_by_program() -> Callable[[object], Any]:
    """The function that a migrated program makes tools with."""
    wanted = ("import inspect", "import re", "from typing", "def function_tool")
    kept = [n for n in ast.parse(_migrated()).body if ast.unparse(n).startswith(wanted)]
    space: dict[str, Any] = {"FunctionTool": SimpleNamespace}
    exec(compile(ast.Module(kept, []), "program", "exec", dont_inherit=True), space)
    found: Callable[[object], Any] = space["function_tool"]
    return found
