"""Every parameter of an agent and of a run: it arrives, or something says what became of it."""

from __future__ import annotations

import ast

import pytest
from tests.catalogue.programs import CLIENTS, HUB
from tests.rules.fixing import fix_all, look

from unspool_rules.model import Target, TargetService
from unspool_rules.semantics import outlines

SEARCH = 'tools=[{"type": "file_search"}], '
VALUES = {
    "tool_resources": (SEARCH, '{"file_search": {"vector_store_ids": ["vs_tea"]}}', "vs_tea"),
    "file_ids": ('tools=[{"type": "code_interpreter"}], ', '["file-tea"]', "file-tea"),
    "response_format": ("", '{"type": "json_object"}', "json_object"),
    "temperature": ("", "0.37", "0.37"),
    "top_p": ("", "0.73", "0.73"),
    "metadata": ("", '{"topic": "tea"}', "tea"),
    "truncation_strategy": ("", '{"type": "last_messages", "last_messages": 7}', "7"),
    "max_prompt_tokens": ("", "512", "512"),
    "max_completion_tokens": ("", "256", "256"),
    "parallel_tool_calls": ("", "False", "False"),
    "tool_choice": ("", '"required"', "required"),
    "reasoning_effort": ("", '"low"', "low"),
    "instructions": ("", '"Tea only."', "Tea only."),
    "additional_instructions": ("", '"Tea only."', "Tea only."),
    "additional_messages": ("", '[{"role": "user", "content": "Tea?"}]', "Tea?"),
    "model": ("", '"tea-model"', "tea-model"),
    "tools": ("", '[{"type": "code_interpreter"}]', "code_interpreter"),
}
"""What goes along with a parameter, its value, and what of that must be seen afterwards."""

_AGENTS = "azure.ai.agents.AgentsClient"
_AZURE = """{}
from azure.identity import DefaultAzureCredential

CREDENTIAL = DefaultAzureCredential()
client = {}
"""
SURFACES = {
    "openai": (
        "from openai import OpenAI\n\nclient = OpenAI()\n",
        ("openai.resources.beta.assistants.Assistants", "client.beta.assistants", "create"),
        ("openai.resources.beta.assistants.Assistants", "client.beta.assistants", "update"),
        ("openai.resources.beta.threads.runs.runs.Runs", "client.beta.threads.runs", "create"),
        "client.beta.threads.create()",
    ),
    "agents": (
        _AZURE.format("from azure.ai.agents import AgentsClient", CLIENTS[_AGENTS]),
        (_AGENTS, "client", "create_agent"),
        (_AGENTS, "client", "update_agent"),
        ("azure.ai.agents.operations.RunsOperations", "client.runs", "create"),
        "client.threads.create()",
    ),
    "hub": (
        _AZURE.format("from azure.ai.projects import AIProjectClient", HUB),
        ("azure.ai.projects.operations.AgentsOperations", "client.agents", "create_agent"),
        ("azure.ai.projects.operations.AgentsOperations", "client.agents", "update_agent"),
        ("azure.ai.projects.operations.AgentsOperations", "client.agents", "create_run"),
        "client.agents.create_thread()",
    ),
}
LEVELS = {"create": 1, "update": 2, "run": 3}


def _program(surface: str, level: str, name: str) -> str | None:
    """A program that gives the parameter at a level; None where there is none of that name."""
    head, create, update, run, thread = SURFACES[surface]
    cls, _, method = SURFACES[surface][LEVELS[level]]
    found = outlines.method(outlines.canonical(cls) or cls, method)
    assert found is not None
    if name not in {a.arg for a in (*found[1].args.args, *found[1].args.kwonlyargs)}:
        return None
    beside, value, _ = VALUES[name]
    given = {"create": "", "update": "", "run": ""}
    given[level] = f"{beside if level != 'run' else ''}{name}={value}"
    made = {"model": '"m"', "name": '"helper"', "instructions": '"i"'}
    fixed = ", ".join(f"{k}={v}" for k, v in made.items() if level != "create" or k != name)
    key = "assistant_id" if surface == "openai" else "agent_id"
    text = f"{head}agent = {create[1]}.{create[2]}({fixed}, {given['create']})\n"
    if level == "update":
        text += f"agent = {update[1]}.{update[2]}(agent.id, {given['update']})\n"
    text += f"thread = {thread}\n"
    text += f"run = {run[1]}.{run[2]}(thread_id=thread.id, {key}=agent.id, {given['run']})\n"
    ast.parse(text)
    return text


CASES = [
    pytest.param(surface, level, name, service, id=f"{surface}-{service.value}-{level}-{name}")
    for surface in SURFACES
    for service in (TargetService.OPENAI, TargetService.FOUNDRY)
    if surface == "openai" or service is TargetService.FOUNDRY
    for level in LEVELS
    for name in VALUES
    if _program(surface, level, name) is not None
]


@pytest.mark.parametrize(("surface", "level", "name", "service"), CASES)
def test_nothing_is_lost_silently(
    surface: str, level: str, name: str, service: TargetService
) -> None:
    source = _program(surface, level, name)
    assert source is not None
    target = Target(service=service)
    analysis = look(source, target)
    blockers = {b.root for f in analysis.findings for b in f.blockers}
    if blockers:
        start = source.rindex(f"{name}=")
        line = source.count("\n", 0, start)
        at = {source.count("\n", 0, b.span.start) for b in blockers}
        assert line in at, "blocked, but not where the parameter stands"
        return
    after = fix_all(source, target)
    notes = " ".join(n for f in analysis.findings if f.fix for n in f.fix.notes)
    assert _plain(VALUES[name][2]) in _plain(after) or name in notes, after


def _plain(text: str) -> str:
    """``json_object`` is ``TextResponseFormatJsonObject`` in a definition with types."""
    return text.lower().replace("_", "")


def test_each_parameter_is_known_somewhere() -> None:
    assert {case.values[2] for case in CASES} >= set(VALUES) - {"file_ids"}
    assert len(CASES) > 60


EFFORT = """\
from openai import OpenAI

client = OpenAI()


def ask(thread_id: str) -> None:
    assistant = client.beta.assistants.create(model="o4-mini", name="helper", instructions="Think.")
    client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant.id, reasoning_effort="low"
    )
"""


def test_the_effort_of_a_run() -> None:
    foundry = Target(service=TargetService.FOUNDRY)
    refused = "`reasoning_effort` beside an agent is refused: it belongs to the definition"

    assert 'assistant(conversation=thread_id, reasoning={"effort": "low"})' in fix_all(EFFORT)
    blockers = {b.message for f in look(EFFORT, foundry).findings for b in f.blockers}
    assert refused in blockers
    assert fix_all(EFFORT, foundry) == EFFORT
