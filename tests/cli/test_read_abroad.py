"""Objects that a file gives to others of its project: who reads them in the old way is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server import cli

Capture = pytest.CaptureFixture[str]

HELPERS = """from openai import OpenAI

client = OpenAI()


def get_messages(thread_id):
    return client.beta.threads.messages.list(thread_id=thread_id)


def get_run(thread_id, run_id):
    return client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)


def new_thread():
    return client.beta.threads.create()


def stores():
    return client.vector_stores.list()


class Chat:
    def history(self, thread_id):
        return client.beta.threads.messages.list(thread_id=thread_id)
"""
TOLD = "which the new object does not have: change both together"


@pytest.fixture
def helpers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    path = tmp_path / "helpers.py"
    path.write_text(HELPERS)
    return path


@pytest.mark.parametrize(
    ("reads", "name", "stays"),
    [
        (
            (
                "from helpers import get_messages\n\n"
                "for message in get_messages(input()):\n    print(message.content[0].text.value)\n"
            ),
            "value",
            "messages.list(",
        ),
        (
            "from helpers import get_messages\n\nnewest = get_messages(input()).data[0]\n",
            "data",
            "messages.list(",
        ),
        (
            (
                "import helpers\n\nrun = helpers.get_run(input(), input())\n"
                'if run.status == "failed":\n    print(run.last_error)\n'
            ),
            "last_error",
            "runs.retrieve(",
        ),
        (
            (
                "from helpers import Chat\n\nchat = Chat()\n"
                "print(list(reversed(chat.history(input())))[0].content[0].text.value)\n"
            ),
            "value",
            "messages.list(",
        ),
    ],
)
def test_old_ways_of_reading(
    helpers: Path, capsys: Capture, reads: str, name: str, stays: str
) -> None:
    (helpers.parent / "app.py").write_text(reads)

    assert cli.main(["fix", "--unsafe-fixes", "helpers.py"]) == 1
    out = capsys.readouterr().out
    assert TOLD in out
    assert f"of `app.py` reads `{name}` of what" in out
    assert stays in helpers.read_text()


@pytest.mark.parametrize(
    "reads",
    [
        "from helpers import new_thread\n\nprint(new_thread().id)\n",
        "from helpers import get_run\n\nprint(get_run(input(), input()).status)\n",
        "from helpers import stores\n\nprint(stores().data[0].id)\n",
        "from helpers import get_messages\n\nprint([m.role for m in get_messages(input())])\n",
    ],
)
def test_reading_that_is_the_same(helpers: Path, reads: str) -> None:
    (helpers.parent / "app.py").write_text(reads)

    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert "beta" not in helpers.read_text()


@pytest.mark.parametrize(
    ("reads", "now"),
    [
        (
            (
                "from helpers import get_messages\n\n"
                "for message in get_messages(input()):\n    print(message.content[0].text.value)\n"
            ),
            "part.text\n",
        ),
        (
            "from helpers import get_messages\n\nnewest = get_messages(input()).data[0]\n",
            "newest = get_messages(input())[0]\n",
        ),
        (
            (
                "from helpers import Chat\n\nchat = Chat()\n"
                "print(list(reversed(chat.history(input())))[0].content[0].text.value)\n"
            ),
            "list(reversed(chat.history(input())))[0].content",
        ),
    ],
)
def test_readers_that_change_with_it(helpers: Path, reads: str, now: str) -> None:
    app = helpers.parent / "app.py"
    app.write_text(reads)

    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert "beta" not in helpers.read_text()
    assert now in app.read_text()
    assert cli.main(["fix", "--unsafe-fixes"]) == 0


def test_a_name_that_takes_what_a_function_makes_of_it(helpers: Path, capsys: Capture) -> None:
    app = helpers.parent / "app.py"
    (helpers.parent / "waiting.py").write_text(
        "from waits import waited\n\n\ndef wait(run):\n    return waited(run)\n"
    )
    text = """from openai import OpenAI
from waiting import wait

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4.1", instructions="Be kind.")
run = client.beta.threads.runs.create(thread_id=input(), assistant_id=assistant.id)
run = wait(run)
print(run.last_error)
"""
    app.write_text(text)

    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert "gets the whole object" in capsys.readouterr().out
    assert app.read_text() == text


@pytest.mark.parametrize(
    "taken",
    [
        "run = asyncio.run(get_run(*sys.argv[1:]))\nprint(run.last_error)\n",
        "[run] = asyncio.run(asyncio.gather(get_run(*sys.argv[1:])))\nprint(run.last_error)\n",
        "async def main():\n    print((await asyncio.shield(get_run(*sys.argv[1:]))).last_error)\n",
    ],
)
def test_coroutines_that_are_waited_for_elsewhere(helpers: Path, taken: str) -> None:
    old = HELPERS.replace("OpenAI", "AsyncOpenAI").replace("def get_run", "async def get_run")
    old = old.replace("client.beta.threads.runs.ret", "await client.beta.threads.runs.ret")
    helpers.write_text(old)
    head = "import asyncio\nimport sys\nfrom helpers import get_run\n\n"
    (helpers.parent / "main.py").write_text(head + taken)

    cli.main(["fix", "--unsafe-fixes", "helpers.py"])

    assert "client.beta.threads.runs.retrieve(" in helpers.read_text()


def test_what_is_given_in_a_dictionary_is_not_followed_to_another_file(helpers: Path) -> None:
    given = """

def both(thread_id):
    messages = client.beta.threads.messages.list(thread_id=thread_id)
    return {"messages": messages.data}
"""
    helpers.write_text(HELPERS + given)
    user = helpers.with_name("app.py")
    user.write_text('from helpers import both\n\nprint(both(input())["messages"][0].role)\n')
    cli.main(["fix", "--unsafe-fixes", "helpers.py"])
    assert 'return {"messages": messages.data}' in helpers.read_text()
    user.unlink()
    helpers.write_text(HELPERS + given)
    cli.main(["fix", "--unsafe-fixes", "helpers.py"])
    assert 'return {"messages": messages}' in helpers.read_text()
