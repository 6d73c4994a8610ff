"""Steps that go into a function which only shows what it is given."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

SOURCE = """import json

from openai import OpenAI

client = OpenAI()


def show_json(obj):
    {show}(json.loads(obj.model_dump_json()))


assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
show_json(run)
run_steps = client.beta.threads.runs.steps.list(
    thread_id=thread.id, run_id=run.id, order="asc"
)
for step in run_steps.data:
{body}
"""
SHOWN = {
    "a step": "    show_json(step)",
    "its details": "    show_json(step.step_details)",
    "its details by a name": "    step_details = step.step_details\n    show_json(step_details)",
    "what showing gives": "    print(json.dumps(show_json(step.step_details), indent=4))",
}


@pytest.mark.parametrize("name", SHOWN)
def test_an_item_is_shown_in_its_place(name: str) -> None:
    after = fix_all(SOURCE.format(show="display", body=SHOWN[name]))
    assert "beta" not in after
    assert "for step in run_steps:" in after and "show_json(step" in after


@pytest.mark.parametrize("name", SHOWN)
def test_what_does_more_than_show_needs_the_old_fields(name: str) -> None:
    source = SOURCE.format(show="save", body=SHOWN[name])
    assert "steps.list" in fix_all(source)
    assert blockers(source)
