"""jedi, given the outlines first and no SDK, finds what programs use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jedi
import pytest
from jedi.api.environment import InterpreterEnvironment
from tests.contract.outlines import SURFACES

AGENTS = "from azure.ai.agents import AgentsClient\nc = AgentsClient(endpoint, credential)\n"
AGENTS_AIO = (
    "from azure.ai.agents.aio import AgentsClient\n"
    "async def f():\n  async with AgentsClient(endpoint, credential) as c:\n    "
)
OPENAI = "from openai import OpenAI\nc = OpenAI()\n"
OPENAI_AIO = "from openai import AsyncOpenAI\nasync def f():\n  c = AsyncOpenAI()\n  "
IMPORT = "from azure.ai.projects import AIProjectClient\n"
PROJECT = IMPORT + "p = AIProjectClient(endpoint, credential)\n"
HUB = IMPORT + "p = AIProjectClient.from_connection_string(s, credential)\n"
PROJECT_AIO = (
    "from azure.ai.projects.aio import AIProjectClient\n"
    "async def f():\n  async with AIProjectClient(endpoint, credential) as p:\n    "
)

RUNS = "openai.resources.beta.threads.runs"

# The last word of the program, and what jedi must say that it is.
PROGRAMS = [
    (AGENTS + "c.threads.create", "azure.ai.agents.operations.ThreadsOperations.create"),
    (AGENTS + "for m in c.messages.list(t):\n  m", "azure.ai.agents.models.ThreadMessage"),
    (AGENTS + "for m in c.messages.list(t):\n  m.text_messages[-1].text.value", "builtins.str"),
    (AGENTS + "r = c.runs.create_and_process()\nr", "azure.ai.agents.models.ThreadRun"),
    (
        AGENTS + "with c.runs.stream() as s:\n  for kind, data, _ in s:\n    data",
        "azure.ai.agents.models.ThreadRun",
    ),
    (AGENTS_AIO + "r = await c.runs.create()\n    r", "azure.ai.agents.models.ThreadRun"),
    (AGENTS_AIO + "c.runs.create", "azure.ai.agents.aio.operations.RunsOperations.create"),
    (
        AGENTS_AIO + "async for m in c.messages.list(t):\n      m",
        "azure.ai.agents.models.ThreadMessage",
    ),
    (PROJECT + "p.agents.create_agent", "azure.ai.agents.AgentsClient.create_agent"),
    (PROJECT + "p.agents.runs.create", "azure.ai.agents.operations.RunsOperations.create"),
    (PROJECT + "p.agents.create_version()", "azure.ai.projects.models.AgentVersionDetails"),
    (
        PROJECT + "with p, p.get_openai_client() as o:\n  o.conversations.create()",
        "openai.types.conversations.Conversation",
    ),
    (
        HUB + "p.agents.list_messages(thread_id=t).data[0]",
        "azure.ai.agents.models.ThreadMessage",
    ),
    (
        PROJECT_AIO + "r = await p.agents.create_and_process_run()\n    r",
        "azure.ai.agents.models.ThreadRun",
    ),
    (
        PROJECT_AIO + "p.get_openai_client().responses.create",
        "openai.resources.responses.AsyncResponses.create",
    ),
    (OPENAI + "c.beta.threads.runs.create_and_poll", f"{RUNS}.Runs.create_and_poll"),
    (OPENAI + "r = c.beta.threads.runs.create()\nr", "openai.types.beta.threads.Run"),
    (
        OPENAI + "r = c.beta.threads.runs.create()\n"
        "r.required_action.submit_tool_outputs.tool_calls[0].function.name",
        "builtins.str",
    ),
    (
        OPENAI + "c.beta.threads.messages.list(t).data[0].content[0].text",
        "openai.types.beta.threads.Text",
    ),
    (
        OPENAI + "with c.beta.threads.runs.stream() as s:\n  s.until_done",
        "openai.lib.streaming.AssistantEventHandler.until_done",
    ),
    (
        OPENAI + "c.beta.threads.runs.with_raw_response.create().parse()",
        "openai.types.beta.threads.Run",
    ),
    (OPENAI + "c.with_options().beta.threads.runs.create", f"{RUNS}.Runs.create"),
    (OPENAI + "c.responses.create().output_text", "builtins.str"),
    (
        OPENAI_AIO + "m = await c.beta.threads.messages.list(t)\n  m.data[0]",
        "openai.types.beta.threads.Message",
    ),
    (
        OPENAI_AIO + "async for m in c.beta.threads.messages.list(t):\n    m",
        "openai.types.beta.threads.Message",
    ),
    ("import openai\nopenai.beta.threads.create", "openai.resources.beta.threads.Threads.create"),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[jedi.Project]:
    workspace = tmp_path_factory.mktemp("workspace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jedi.settings, "cache_directory", str(tmp_path_factory.mktemp("jedi")))
        yield jedi.Project(workspace, sys_path=[str(SURFACES)], smart_sys_path=False)


@pytest.mark.parametrize(("program", "meant"), PROGRAMS)
def test_jedi_finds(program: str, meant: str, project: jedi.Project) -> None:
    script = jedi.Script(
        program,
        path=Path(project.path) / "app.py",
        project=project,
        environment=InterpreterEnvironment(),
    )
    lines = program.split("\n")
    assert meant in [found.full_name for found in script.infer(len(lines), len(lines[-1]))]
