"""Runs that code out of view only reads: it gets objects with the fields that they had."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import TODAY, fix_all

from unspool_rules.api import analyse
from unspool_rules.semantics.resolver import Module, NoResolver

HEAD = """import time

from openai import OpenAI
from tools import Tools, answer, run_cost

client = OpenAI()
tools = Tools()
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id="asst_1")
"""
LOOP = """while run.status in ("queued", "in_progress", "requires_action"):
    time.sleep(1)
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    if run.status == "requires_action":
        outputs = OUTPUTS
        run = client.beta.threads.runs.submit_tool_outputs(
            thread_id=thread.id, run_id=run.id, tool_outputs=outputs
        )
"""
WAIT = LOOP.partition("    if run")[0]
WHOLE = "gets the whole object"


@pytest.mark.parametrize("name", ["answer", "tools.answer"])
def test_what_answers_the_calls_of_a_run(name: str) -> None:
    source = HEAD + LOOP.replace("OUTPUTS", f"{name}(run)") + "print(run.status)\n"
    after = fix_all(source)
    becomes(source, after)
    assert f"    outputs = {name}(run_of(response))\n" in after
    assert "def run_of(response: Any) -> SimpleNamespace:\n" in after
    assert '"call_id": output["tool_call_id"],\n' in after
    assert any(
        f"`{name}` is not in view: it gets `id`, `thread_id`" in note for note in notes(source)
    )


def test_what_says_what_a_run_has_cost() -> None:
    source = f"{HEAD}{WAIT}print(run_cost(run))\nprint(run_cost(run=run))\n"
    after = fix_all(source)
    becomes(source, after)
    assert "print(run_cost(run_of(response)))\nprint(run_cost(run=run_of(response)))\n" in after
    assert after.count("def run_of(") == 1


@pytest.mark.parametrize("use", ["answer(run)", "print(answer(run))", "tools.keep(run=run)"])
def test_what_reads_a_run(use: str) -> None:
    after = fix_all(f"{HEAD}{WAIT}{use}\n")
    new = use.replace("(run)", "(run_of(response))").replace("=run", "=run_of(response)")
    assert after.endswith(f"{new}\n")
    assert "        thread_id=response.conversation and response.conversation.id,\n" in after


@pytest.mark.parametrize(
    "use",
    ["run = answer(run)", "print(answer(run, client))", "tools.wait(run)", "unknown(run)"],
)
def test_what_may_do_anything(use: str) -> None:
    assert any(WHOLE in message for _, message in blockers(f"{HEAD}{WAIT}{use}\n"))


def test_functions_in_files_with_an_sdk_may_be_migrated_themselves() -> None:
    class Known(NoResolver):
        def module(self, name: str, level: int = 0, of: Path | None = None) -> Module | None:
            del level, of
            return Module(Path("tools.py"), "import openai\n") if name == "tools" else None

    source = f"{HEAD}{WAIT}print(run_cost(run))\n"
    found = {
        b.message
        for f in analyse(source, today=TODAY, resolver=Known()).findings
        for b in f.blockers
    }
    assert any(WHOLE in message for message in found)
