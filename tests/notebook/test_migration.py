"""A program that is cut into cells migrates as the program in one file does."""

from __future__ import annotations

import ast
import itertools
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unspool_rules.api import analyse
from unspool_rules.model import Analysis, apply_edits
from unspool_server.notebooks import check_cells, fix_cells

PROGRAM = """\
import os
import time

from azure.ai.agents.models import CodeInterpreterTool
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"],
    credential=DefaultAzureCredential(),
)
code_interpreter = CodeInterpreterTool()
agent = project_client.agents.create_agent(
    model=os.environ["MODEL_DEPLOYMENT_NAME"],
    name="sales-analyst",
    instructions="You answer questions about sales.",
    tools=code_interpreter.definitions,
)
# the conversation
thread = project_client.agents.threads.create()
project_client.agents.messages.create(
    thread_id=thread.id, role="user", content="By how much did they grow in all?"
)
run = project_client.agents.runs.create(thread_id=thread.id, agent_id=agent.id)
while run.status in ("queued", "in_progress"):
    time.sleep(1)
    run = project_client.agents.runs.get(thread_id=thread.id, run_id=run.id)
print("Finished:", run.status)
for message in project_client.agents.messages.list(thread_id=thread.id):
    print(message.role, message.content)
project_client.agents.delete_agent(agent.id)
"""
LINES = PROGRAM.splitlines(keepends=True)
STARTS = [node.lineno - 1 for node in ast.parse(PROGRAM).body][1:]


def check(source: str) -> Analysis:
    return analyse(source, today=date(2026, 11, 22))


FIXED = apply_edits(PROGRAM, check(PROGRAM).fix_all(unsafe=True))


def code(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(STARTS)), st.booleans())
def test_cells_become_what_the_file_becomes(cuts: set[int], ends: bool) -> None:
    bounds = [0, *sorted(cuts), len(LINES)]
    texts = ["".join(LINES[a:b]) for a, b in itertools.pairwise(bounds)]
    cells = {2 * n + 1: text if ends else text.rstrip("\n") for n, text in enumerate(texts)}
    fixed = fix_cells(cells, check, unsafe=True)
    assert fixed.problem is None
    assert list(fixed.cells) == list(cells)
    assert code("\n".join(fixed.cells.values())) == code(FIXED)
    assert not fixed.checked.analysis.findings
    for number, text in fixed.cells.items():
        assert text == cells[number] or not text.startswith("\n")
        assert ends or not text.endswith("\n")


def test_magics_stay_where_they_are() -> None:
    cells = {
        1: "%pip install openai\n%matplotlib inline",
        2: "from openai import OpenAI\nclient = OpenAI()\n!ls",
        4: "%%time\nthread = client.beta.threads.create()\nawait other()\nthread.id",
    }
    fixed = fix_cells(cells, check, unsafe=True)
    assert fixed.cells == {
        **cells,
        4: "%%time\nconversation = client.conversations.create()\nawait other()\nconversation.id",
    }


@pytest.mark.parametrize("line", ["!echo {thread.id}", "%store thread", "thread = ("])
def test_a_value_that_hidden_code_uses_is_named(line: str) -> None:
    cells = {
        1: "from openai import OpenAI\nclient = OpenAI()",
        2: "thread = client.beta.threads.create()",
        3: line,
    }
    (finding,) = check_cells(cells, check).analysis.findings
    assert finding.fix is None
    assert "`thread` is used in cell 3" in finding.blockers[0].message
    assert fix_cells(cells, check, unsafe=True).cells == cells


def test_one_statement_beside_a_magic_on_its_line() -> None:
    cells = {
        1: "from openai import OpenAI\nclient = OpenAI()",
        2: "%time client.beta.threads.delete('x')",
    }
    fixed = fix_cells(cells, check, unsafe=True)
    assert fixed.cells[2].startswith("%time client.")


def test_examples_are_programs_too() -> None:
    text = Path("examples/assistant.py").read_text(encoding="utf-8")
    fixed = fix_cells({1: text}, check, unsafe=True)
    assert fixed.cells[1] == apply_edits(text, check(text).fix_all(unsafe=True))


STORED = {
    1: "%pip install openai",
    2: "from openai import OpenAI",
    3: 'client = OpenAI()\nASSISTANT_ID = "asst_1"',
    4: 'run = client.beta.threads.runs.create("t", assistant_id=ASSISTANT_ID)\nrun.status',
}


def test_definitions_lie_in_the_directory_of_the_notebook() -> None:
    fixed = fix_cells(STORED, check, unsafe=True)

    assert "__file__" not in "".join(fixed.cells.values())
    assert 'path = Path("assistants.json")' in fixed.cells[2]
    assert fixed.cells[3] == STORED[3]
    assert "**definition_of(ASSISTANT_ID)" in fixed.cells[4]
    assert fix_cells(fixed.cells, check, unsafe=True).cells == fixed.cells


STEP_BY_STEP = {
    1: "import json\nimport time\n\nfrom openai import OpenAI\n\nclient = OpenAI()",
    2: 'assistant = client.beta.assistants.create(model="gpt-4o", instructions="Help.")\nassistant',
    3: "thread = client.beta.threads.create()\nthread.id",
    4: 'client.beta.threads.messages.create(thread.id, role="user", content="How warm is it?")',
    5: "run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)",
    6: (
        'while run.status in ("queued", "in_progress"):\n    time.sleep(1)\n'
        "    run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)\nrun.status"
    ),
    7: "run.required_action",
    8: (
        "outputs = []\nfor call in run.required_action.submit_tool_outputs.tool_calls:\n"
        '    outputs.append({"tool_call_id": call.id, "output": json.dumps({"warm": True})})\n'
        "outputs"
    ),
    9: (
        "run = client.beta.threads.runs.submit_tool_outputs(\n"
        "    run.id, thread_id=thread.id, tool_outputs=outputs\n)"
    ),
    10: "run = client.beta.threads.runs.retrieve(run.id, thread_id=thread.id)\nrun.status",
    11: "client.beta.threads.messages.list(thread.id).data[0].content[0].text.value",
}


def test_one_step_a_cell_with_what_it_gives_shown() -> None:
    fixed = fix_cells(STEP_BY_STEP, check, unsafe=True)
    assert fixed.problem is None
    assert not fixed.checked.analysis.findings
    assert fixed.cells[8].endswith("\noutputs")
    assert '"call_id": call.call_id' in fixed.cells[8]
    assert fixed.cells[10] == "response.status"
    assert fixed.cells[11] == "response.output_text"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("%pip install -q azure-ai-agents azure-identity", ["azure-ai-agents"]),
        ('!pip install "openai~=1.10" requests', ["openai~=1.10"]),
        ("%pip install azure-ai-projects==1.0.0 azure-ai-agents==1.1.0", ["==1.0.0", "==1.1.0"]),
        ("%pip install --upgrade openai azure-ai-projects openai-whisper", []),
        ("# %pip install openai==1.2", []),
    ],
)
def test_what_cells_install(line: str, told: list[str]) -> None:
    fixed = fix_cells({1: line, **{n + 1: t for n, t in STEP_BY_STEP.items()}}, check, unsafe=True)
    notes = [note for note in fixed.notes if note.startswith("cell 1 installs")]
    assert len(notes) == len(told)
    assert all(word in note for word, note in zip(told, notes, strict=True))


def test_a_second_use_of_the_file_is_of_the_same_one() -> None:
    cells = fix_cells(STORED, check, unsafe=True).cells
    again = fix_cells({**cells, 5: STORED[4]}, check, unsafe=True)

    assert "**definition_of(ASSISTANT_ID)" in again.cells[5]
    assert "".join(again.cells.values()).count("def definition_of(") == 1
