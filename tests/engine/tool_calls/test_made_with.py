"""Outputs of tool calls for a run from out of view, which is taken to be one of the file's runs."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, notes
from tests.rules.fixing import fix_all

ASKED = "**asked_before(client.responses.retrieve(run_id))"
START = """import os

from openai import OpenAI

client = OpenAI()
HELPER = os.environ["HELPER_ID"]


def start(thread_id):
    return client.beta.threads.runs.create(
        thread_id=thread_id,
        assistant_id=HELPER,
        instructions="Be kind.",  # as in the shop
    )


"""
SUBMIT = """def answer(thread_id, run_id, call_id, text):
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id,
        run_id=run_id,
        tool_outputs=[{"tool_call_id": call_id, "output": text}],
    )
"""


def test_all_runs_of_the_file_are_alike() -> None:
    becomes(
        START + SUBMIT,
        '''import json
import os
from pathlib import Path
from typing import Any

from openai import OpenAI


def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of an assistant in `assistants.json`."""
    path = Path(__file__).with_name("assistants.json")
    stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}


client = OpenAI()
HELPER = os.environ["HELPER_ID"]


def start(thread_id):
    return client.responses.create(
        **{
            **definition_of(HELPER),
            "instructions": "Be kind.",  # as in the shop
        },
        conversation=thread_id,
    )


def answer(thread_id, run_id, call_id, text):
    return client.responses.create(
        **{**definition_of(HELPER), "instructions": "Be kind."},
        conversation=thread_id,
        input=[{"type": "function_call_output", "call_id": call_id, "output": text}],
    )
''',
    )
    said = (
        "the run comes from out of view: it is taken to be one of those that this file makes, "
        "all with `HELPER`"
    )
    assert said in notes(START + SUBMIT)


def test_a_definition_of_the_module_goes_on() -> None:
    made = 'HELPER = client.beta.assistants.create(model="m", instructions="i")'
    before = (START + SUBMIT).replace('HELPER = os.environ["HELPER_ID"]', made)
    before = before.replace("assistant_id=HELPER", "assistant_id=HELPER.id")
    before = before.replace("import os\n\n", "").replace(
        '        instructions="Be kind.",  # as in the shop\n', ""
    )
    becomes(
        before,
        """from functools import partial

from openai import OpenAI

client = OpenAI()
HELPER = partial(client.responses.create, model="m", instructions="i")


def start(thread_id):
    return HELPER(conversation=thread_id)


def answer(thread_id, run_id, call_id, text):
    return HELPER(
        conversation=thread_id,
        input=[{"type": "function_call_output", "call_id": call_id, "output": text}],
    )
""",
    )


OTHERS = {
    "no run": SUBMIT,
    "two assistants": START.replace("def start", "def begin").replace("=HELPER,", "=OTHER,")
    + START
    + SUBMIT,
    "an id that its caller gives": START.replace("(thread_id)", "(thread_id, HELPER)") + SUBMIT,
    "a name that gets another value": START + "HELPER = HELPER or start\n" + SUBMIT,
    "a value that is made each time": START.replace('"Be kind."', "made()") + SUBMIT,
}


@pytest.mark.parametrize("program", OTHERS.values(), ids=OTHERS)
def test_runs_that_are_not_alike(program: str) -> None:
    if "OpenAI()" not in program:
        program = "from openai import OpenAI\n\nclient = OpenAI()\n\n\n" + program
    assert ASKED in fix_all(program)


def test_a_run_that_may_be_of_a_stream_that_stays() -> None:
    stream = START.replace("def start", "def read").replace("runs.create", "runs.stream")
    stream = stream.replace("    return client", "    assert client")
    assert "runs.submit_tool_outputs(" in fix_all(START + stream + SUBMIT)


ALONG = """from openai import OpenAI

client = OpenAI()


def answer(thread_id, run, agent_id, call_id, text):
    if run is None:
        run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=agent_id)
    return client.beta.threads.runs.submit_tool_outputs(
        thread_id=thread_id,
        run_id=run.id,
        tool_outputs=[{"tool_call_id": call_id, "output": text}],
    )


def start(thread_id, agent_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=agent_id)
    return answer(thread_id, run, agent_id, "call_1", "sunny")
"""


def test_an_agent_comes_along_with_its_run() -> None:
    becomes(
        ALONG,
        '''import json
from pathlib import Path
from typing import Any

from openai import OpenAI


def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of an assistant in `assistants.json`."""
    path = Path(__file__).with_name("assistants.json")
    stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}


client = OpenAI()


def answer(thread_id, run, agent_id, call_id, text):
    if run is None:
        run = client.responses.create(**definition_of(agent_id), conversation=thread_id)
    return client.responses.create(
        **definition_of(agent_id),
        conversation=thread_id,
        input=[{"type": "function_call_output", "call_id": call_id, "output": text}],
    )


def start(thread_id, agent_id):
    response = client.responses.create(**definition_of(agent_id), conversation=thread_id)
    return answer(thread_id, response, agent_id, "call_1", "sunny")
''',
    )


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("answer(thread_id, run, agent_id,", "answer(thread_id, run, thread_id,"),
        ("    return answer", "    agent_id = thread_id\n    return answer"),
        ("assistant_id=agent_id)\n    return answer", "assistant_id=thread_id)\n    return answer"),
        ("    if run is None:", "    agent_id = agent_id or call_id\n    if run is None:"),
    ],
)
def test_another_agent_may_come_along(there: str, here: str) -> None:
    assert there in ALONG
    assert "**asked_before(run)," in fix_all(ALONG.replace(there, here))
