"""Whole objects that go where it is not in view what is done with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import TODAY, fix_all

from unspool_rules.api import analyse
from unspool_rules.semantics.resolver import Module, NoResolver

HEAD = """from openai import OpenAI
from runs import client, is_done, say, wait_on_run

client = OpenAI()
thread = client.beta.threads.create()
"""
RUN = """run = client.beta.threads.runs.create(
    thread_id=thread.id, assistant_id="asst_1", model="m"
)
"""
WHOLE = "gets the whole object"


def test_a_run_that_is_waited_for_elsewhere() -> None:
    source = HEAD + RUN + "run = wait_on_run(run, thread)\nif run.required_action:\n    say(1)\n"
    after = fix_all(source)
    becomes(source, after)
    assert "response = wait_on_run(response, conversation)\n" in after
    assert 'if any(item.type == "function_call" for item in response.output):\n' in after
    told = " ".join(notes(source))
    assert "`wait_on_run` gets a response instead of a run: it has to be migrated, too" in told


def test_others_of_the_module_that_asks_for_runs() -> None:
    after = fix_all(HEAD + RUN + "while not is_done(run):\n    wait_on_run(run, thread)\n")
    assert "while not is_done(response):\n    wait_on_run(response, conversation)\n" in after


@pytest.mark.parametrize(
    "last",
    [
        "answer = wait_on_run(run, thread)\nprint(answer.data[0])\n",
        "answer = wait_on_run(run, thread)\nprint(answer['status'])\n",
        "print(wait_on_run(run, thread).status)\n",
        "from json import dumps\n\ndumps(run)\n",
    ],
)
def test_what_else_gets_a_run(last: str) -> None:
    assert any(WHOLE in message for _, message in blockers(HEAD + RUN + last))


@pytest.mark.parametrize("use", ["say(run)", "say(run.id, run)"])
def test_what_may_only_read_a_run_gets_it_as_it_was(use: str) -> None:
    after = fix_all(f"{HEAD}{RUN}{use}\n")
    assert use.replace("run)", "run_of(response))").replace("run.id", "response.id") in after


@pytest.mark.parametrize(
    "use",
    [
        "say(thread)",
        "threads = {'one': thread}\nsay(threads)",
        "threads = []\nthreads.append(thread)\nsay(threads)",
        "say.thread = thread",
        "say.threads['one'] = thread",
    ],
)
def test_a_thread_may_go_anywhere(use: str) -> None:
    after = fix_all(HEAD + use + "\n")
    assert "beta" not in after
    assert any("it has the same `id`" in note for note in notes(HEAD + use + "\n")) or "." in use


class Beside(NoResolver):
    """Knows of one file beside the program."""

    def __init__(self, text: str) -> None:
        self._text = text

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        return Module(Path("runs.py"), self._text) if name == "runs" else None


@pytest.mark.parametrize(
    ("use", "text"),
    [
        ("say(thread)\n", "def say(thread):\n    print(thread.tool_resources)\n"),
        (RUN + "say(run, thread)\n", "def say(run, t):\n    client.beta.threads.delete(t.id)\n"),
    ],
)
def test_a_file_of_the_project_that_takes_it_for_an_old_one(use: str, text: str) -> None:
    analysis = analyse(HEAD + use, today=TODAY, resolver=Beside(text))
    assert any(WHOLE in b.message for f in analysis.findings for b in f.blockers)
    analysis = analyse(HEAD + use, today=TODAY, resolver=Beside("def say(*given): ...\n"))
    assert not any(f.blockers for f in analysis.findings if f.code != "UNS803")


METHOD = """from openai import OpenAI


class Chat:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, thread_id):
        run = self.client.beta.threads.runs.create(
            thread_id=thread_id, assistant_id="asst_1", model="m"
        )
        self.handle(run)


Chat().ask("thread_1")
"""


def test_a_method_that_no_object_has_fails_before_and_after() -> None:
    assert "self.handle(response)" in fix_all(METHOD)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("class Chat:", "class Chat(Base):"),
        ("class Chat:", "@dataclass\nclass Chat:"),
        ("        self.client =", "        self.handle = input\n        self.client ="),
        ("        self.client =", "        setattr(self, input(), 1)\n        self.client ="),
        ("    def ask", "    def __getattr__(self, name):\n        return print\n\n    def ask"),
        ("class Chat:", "class Chat:\n    handle = 1\n"),
        ('Chat().ask("thread_1")', ""),
    ],
)
def test_a_method_that_objects_may_have(old: str, new: str) -> None:
    assert "self.handle(run_of(response))" in fix_all(METHOD.replace(old, new))
