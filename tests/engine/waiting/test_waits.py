"""Loops that only wait for a run, in every dress: one round of what they do is left."""

from __future__ import annotations

import textwrap

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

from unspool_rules.model import Target, TargetService

BEFORE = """import logging
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(instructions="Be kind.", model="gpt-4o")
LIMIT = 30


def ask(text):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
{0}
    time.sleep(0)
    logging.info(LIMIT)
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    return messages.data[0].content[0].text.value
"""
AFTER = """import logging
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be kind.")
LIMIT = 30


def ask(text):
    conversation = client.conversations.create()
    client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{{"type": "message", "role": "user", "content": text}}],
    )
    response = assistant(conversation=conversation.id)
{0}    time.sleep(0)
    logging.info(LIMIT)
    return response.output_text
"""
POLL = "client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)"
CANCEL = "client.beta.threads.runs.cancel(thread_id=thread.id, run_id=run.id)"
LOOPS = {
    "an else that always runs": (
        f"""
        while run.status != "completed":
            time.sleep(1)
            run = {POLL}
        else:
            print("done")
        """,
        """
        print("done")
        """,
    ),
    "an else that is for a time-out": (
        f"""
        for _ in range(LIMIT):
            run = {POLL}
            if run.status == "completed":
                break
            time.sleep(1)
        else:
            raise TimeoutError("too slow")
        """,
        """
        if response.status != "completed":
            raise TimeoutError("too slow")
        """,
    ),
    "an else after several ways out": (
        f"""
        tries = 0
        while tries < LIMIT:
            run = {POLL}
            if run.status == "completed":
                break
            elif run.status in ["failed", "cancelled"]:
                raise RuntimeError(f"The run {{run.status}}.")
            tries += 1
            time.sleep(2)
        else:
            raise TimeoutError("too slow")
        """,
        """
        if response.status == "completed":
            pass
        elif response.status in ["failed", "cancelled"]:
            raise RuntimeError(f"The run {response.status}.")
        else:
            raise TimeoutError("too slow")
        """,
    ),
    "the status alone": (
        f"""
        while True:
            status = {POLL}.status
            print(status)
            if status in ("completed", "failed"):
                break
            time.sleep(1)
        """,
        """
        status = response.status
        print(status)
        """,
    ),
    "the status kept beside the run": (
        f"""
        status = run.status
        while status not in ["completed", "failed", "expired"]:
            time.sleep(1)
            run = {POLL}
            status = run.status
            if status == "failed":
                return "failed"
        """,
        """
        status = response.status
        if status == "failed":
            return "failed"
        """,
    ),
    "a poll in the test": (
        f"""
        while (run := {POLL}).status not in ("completed", "failed"):
            time.sleep(1)
        """,
        "",
    ),
    "pauses that grow": (
        f"""
        delay = 1
        while run.status not in ("completed", "failed"):
            time.sleep(delay)
            delay = min(delay * 2, 10)
            run = {POLL}
        """,
        "",
    ),
    "what is said now and then": (
        f"""
        ticks = 0
        while run.status != "completed":
            if ticks > 0:
                time.sleep(1)
            ticks += 1
            run = {POLL}
            if ticks % 10 == 0:
                print("still waiting")
        """,
        "",
    ),
    "what is said of the run now and then": (
        f"""
        ticks = 0
        while run.status in ("queued", "in_progress", "requires_action") and ticks < LIMIT:
            time.sleep(1)
            run = {POLL}
            ticks += 1
            if ticks % 10 == 0:  # not too often
                logging.debug(f"run {{run.id}}: {{run.status}}")
            elif ticks > 20:
                print(run.status)
        """,
        """
        # not too often
        """,
    ),
    "a time-out that cancels the run": (
        f"""
        start = time.time()
        while run.status not in ("completed", "failed"):
            if time.time() - start > 60:
                {CANCEL}
                return "too slow"
            time.sleep(1)
            run = {POLL}
        """,
        "",
    ),
    "the number of the round": (
        f"""
        for i in range(1, LIMIT):
            time.sleep(1)
            run = {POLL}
            if run.status == "completed":
                print(f"done after {{i}} tries")
                break
        """,
        """
        i = 1
        if response.status == "completed":
            print(f"done after {i} tries")
        """,
    ),
    "an attempt to poll": (
        f"""
        while True:
            try:
                run = {POLL}
                # whatever comes
                if run.status == "completed":
                    break
                if run.status in ("failed", "expired"):
                    raise RuntimeError(run.status)
            except Exception as error:
                print(error)
                break
            time.sleep(1)
        """,
        """
        # whatever comes
        try:
            if response.status in ("failed", "expired"):
                raise RuntimeError(response.status)
        except Exception as error:
            print(error)
        """,
    ),
    "what is told is kept, pauses are not": (
        f"""
        while run.status != "completed":
            run = {POLL}
            label = "now"
            print(run.status, label)
            pause = 2
            time.sleep(pause)
        """,
        """
        label = "now"
        print(response.status, label)
        """,
    ),
    "the time that it took": (
        f"""
        while True:
            run = {POLL}
            if run.completed_at:
                print(run.completed_at - run.created_at)
                break
            time.sleep(1)
        """,
        """
        if response.completed_at:
            print(response.completed_at - response.created_at)
        """,
    ),
}


def inside(block: str) -> str:
    return textwrap.indent(textwrap.dedent(block).strip("\n"), "    ")


@pytest.mark.parametrize("name", LOOPS)
def test_one_round_is_left(name: str) -> None:
    before, after = LOOPS[name]
    left = inside(after)

    becomes(BEFORE.format(inside(before)), AFTER.format(left + "\n" if left else ""))


def test_a_cancelled_run_outside_of_a_time_out_is_in_the_background() -> None:
    loop = inside(
        f"""
        while run.status != "completed":
            time.sleep(1)
            run = {POLL}
        {CANCEL}
        """
    )

    after = fix_all(BEFORE.format(loop))
    assert "background=True" in after
    assert 'while response.status != "completed":' in after


ENDLESS = """import time
from openai import OpenAI

client = OpenAI()


def ask(thread_id: str, assistant_id: str) -> {returns}:
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status == "completed":
            return "ok"
        {other}
        time.sleep(1)
"""
FAILED = 'if run.status == "failed":\n            return "bad"'
FOUNDRY = Target(service=TargetService.FOUNDRY)


@pytest.mark.parametrize(
    ("returns", "other", "ends"),
    [
        ("str", FAILED, True),
        ("str | None", FAILED, False),
        ("str", 'else:\n            raise ValueError("failed")', False),
    ],
)
def test_a_function_that_an_endless_loop_kept_from_its_end(
    returns: str, other: str, ends: bool
) -> None:
    source = ENDLESS.format(returns=returns, other=other)
    result = fix_all(source, FOUNDRY)
    assert "while" not in result
    last = '    raise RuntimeError(f"the response ended as {response.status}")\n'
    assert result.endswith(last) is ends


def test_a_branch_that_only_tells_of_tool_calls() -> None:
    before = """import time

from openai import OpenAI

client = OpenAI()


def wait(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while run.status in ("queued", "in_progress", "requires_action"):
        time.sleep(1)
        run = client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)
        if run.status == "requires_action":
            {}
    return run.status == "completed"
""".replace("OpenAI", "AzureOpenAI")
    told = [n for n in notes(before.format('print("tools")')) if "function calls" in n]
    assert told == ["nothing here answers the function calls that a response may ask for"]
    after = fix_all(before.format('print("tools")'))
    assert (
        """    )
    if any(item.type == "function_call" for item in response.output):
        print("tools")
    return response.status == "completed" and not any("""
        in after
    )
    assert "tool calls are handled in the loop" in [
        m for _, m in blockers(before.format("answer(run)"))
    ]


WAITER = """from openai import OpenAI

client = OpenAI()


def wait(thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        if run.status in ["failed", "completed"]:
            return run


done = wait("conv_1", "asst_1")
print({})
"""


@pytest.mark.parametrize(("use", "ends"), [("done.status", True), ("done", False)])
def test_a_result_that_is_read_is_not_none(use: str, ends: bool) -> None:
    assert ("raise RuntimeError" in fix_all(WAITER.format(use))) is ends


def test_a_branch_that_tells_of_calls_which_the_sdk_answers() -> None:
    before = """import time

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential


def price(item: str) -> str:
    return item


client = AgentsClient(endpoint="https://example.org", credential=DefaultAzureCredential())
toolset = ToolSet()
toolset.add(FunctionTool({price}))
client.enable_auto_function_calls(toolset)
agent = client.create_agent(model="gpt-4o", name="helper", toolset=toolset)
thread = client.threads.create()
run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
while run.status in ("queued", "in_progress", "requires_action"):
    time.sleep(1)
    run = client.runs.get(thread_id=thread.id, run_id=run.id)
    if run.status == "requires_action":
        print("tools")
"""
    said = "nothing here answers the function calls that a response may ask for"
    assert said not in notes(before)
    alone = before.replace("create_and_process", "create").replace(
        "client.enable_auto_function_calls(toolset)\n", ""
    )
    assert said in notes(alone) or blockers(alone)
