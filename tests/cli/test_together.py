"""Flows that cross files: they change in all of them, or in none."""

from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server import cli

Capture = pytest.CaptureFixture[str]

HELPER = '''"""Threads and runs for the app."""
import time

from openai import OpenAI

client = OpenAI()


def begin(text):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    return thread


def wait_on_run(run, thread):
    while run.status in ("queued", "in_progress"):
        time.sleep(0.5)
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    return run


def history(thread):
    return client.beta.threads.messages.list(thread_id=thread.id)
'''
APP = """from helper import begin, client, history
from helper import wait_on_run as waited

assistant = client.beta.assistants.create(model="gpt-4o", instructions="You are a tutor.")


def ask(text):
    thread = begin(text)
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    run = waited(run, thread)
    if run.status == "completed":
        print(history(thread).data[0].content[0].text.value)
"""
NEW_APP = """from functools import partial

from helper import begin, client, history
from helper import wait_on_run as waited

assistant = partial(client.responses.create, model="gpt-4o", instructions="You are a tutor.")


def ask(text):
    thread = begin(text)
    response = assistant(conversation=thread.id)
    response = waited(response, thread)
    if response.status == "completed":
        print(
            next(
                (
                    part.text
                    for part in history(thread)[0].content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            )
        )
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "helper.py").write_text(HELPER)
    (tmp_path / "app.py").write_text(APP)
    return tmp_path


def test_both_sides_change(project: Path, capsys: Capture) -> None:
    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert "Fixed 6 findings in 2 files." in capsys.readouterr().out
    assert (project / "app.py").read_text() == NEW_APP
    helper = (project / "helper.py").read_text()
    assert "client.conversations.create()" in helper
    assert "def wait_on_run(run, thread):\n    return run\n" in helper
    assert "beta" not in helper
    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert (project / "app.py").read_text() == NEW_APP


def test_check_counts_them(project: Path, capsys: Capture) -> None:
    assert cli.main(["check"]) == 1
    out = capsys.readouterr().out
    assert "6 findings in 2 of 2 files: 6 with `--unsafe-fixes`." in out


def test_a_file_that_is_not_given_holds_both_back(project: Path) -> None:
    assert cli.main(["fix", "--unsafe-fixes", "app.py"]) == 1
    assert (project / "helper.py").read_text() == HELPER
    assert (project / "app.py").read_text() == APP


def test_a_reason_in_one_file_holds_the_other_back(project: Path, capsys: Capture) -> None:
    more = "\n\ndef show(thread):\n    print(history(thread).first_id)\n"
    (project / "app.py").write_text(APP + more)
    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert "client.beta.threads.messages.list" in (project / "helper.py").read_text()
    assert "history(thread).data[0]" in (project / "app.py").read_text()


def test_line_ends_and_a_missing_one_at_the_end_stay(project: Path) -> None:
    (project / "helper.py").write_bytes(HELPER.rstrip("\n").replace("\n", "\r\n").encode())
    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    helper = (project / "helper.py").read_bytes()
    assert helper.count(b"\n") == helper.count(b"\r\n")
    assert b"beta" not in helper
    assert (project / "app.py").read_text() == NEW_APP


def test_a_diff_shows_both(project: Path, capsys: Capture) -> None:
    cli.main(["fix", "--unsafe-fixes", "--diff"])
    out = capsys.readouterr().out
    assert "--- app.py" in out
    assert "--- helper.py" in out
    assert (project / "app.py").read_text() == APP


def test_what_cannot_be_written_changes_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from unspool_server import files

    real = files.replace

    def replace(file: files.TextFile, data: bytes) -> None:
        if file.path.name == "app.py":
            raise files.FileError("no space left")
        real(file, data)

    monkeypatch.setattr(files, "replace", replace)
    assert cli.main(["fix", "--unsafe-fixes"]) == 2
    assert "no space left" in capsys.readouterr().err
    assert (project / "helper.py").read_text() == HELPER
    assert (project / "app.py").read_text() == APP


@pytest.mark.parametrize(
    "text", ["from helper import (\n", "# unspool: ignore-file\nimport helper\n"]
)
def test_files_that_cannot_change_are_out_of_view(project: Path, text: str) -> None:
    (project / "other.py").write_text(text)
    cli.main(["fix", "--unsafe-fixes"])
    assert (project / "other.py").read_text() == text
    assert (project / "app.py").read_text() == NEW_APP


def test_what_a_helper_gives_in_a_tuple(project: Path, capsys: Capture) -> None:
    (project / "helper.py").write_text(
        HELPER + "\n\ndef told(run, thread):\n    return run.status, history(thread)\n"
    )
    reading = "\n\ndef last(run, thread):\n    state, told_so_far = told(run, thread)\n"
    more = reading + "    print(state, told_so_far.data[0].role)\n"
    app = APP.replace("client, history\n", "client, history, told\n")
    (project / "app.py").write_text(app + more)

    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert "print(state, told_so_far[0].role)" in (project / "app.py").read_text()
    assert "beta" not in (project / "helper.py").read_text()


def test_a_tuple_that_a_file_out_of_the_group_reads(project: Path) -> None:
    giving = "\n\ndef told(thread):\n    return 1, client.beta.threads.messages.list(thread.id)\n"
    (project / "helper.py").write_text(HELPER + giving)
    reading = "from helper import told\n\n\ndef show(thread):\n    n, page = told(thread)\n"
    (project / "other.py").write_text(
        reading + "    print(n, page.data[0].content[0].text.value)\n"
    )

    assert cli.main(["fix", "--unsafe-fixes", "helper.py"]) == 1
    assert "return 1, client.beta.threads.messages.list" in (project / "helper.py").read_text()


@pytest.mark.parametrize(
    "reading",
    [
        "from helper import told as ask\n\n\ndef show(thread):\n    n, page = ask(thread)\n",
        "import helper\n\n\ndef show(thread):\n    n, page = pair = helper.told(thread)\n",
    ],
)
def test_a_tuple_that_is_read_under_other_names(project: Path, reading: str) -> None:
    giving = "\n\ndef told(thread):\n    return 1, client.beta.threads.messages.list(thread.id)\n"
    (project / "helper.py").write_text(HELPER + giving)
    (project / "other.py").write_text(
        reading + "    print(n, page.data[0].content[0].text.value)\n"
    )

    assert cli.main(["fix", "--unsafe-fixes", "helper.py"]) == 1
    assert "return 1, client.beta.threads.messages.list" in (project / "helper.py").read_text()


KEEPER = """from openai import OpenAI


class Bot:
    def __init__(self):
        self.client = OpenAI()
        self.thread = self.client.beta.threads.create()

    @property
    def history(self):
        return self.client.beta.threads.messages.list(thread_id=self.thread.id)


def make():
    return Bot()
"""


@pytest.mark.parametrize(
    ("read", "left"),
    [
        ("bot.thread.tool_resources", "self.client.beta.threads.create()"),
        ("bot.history.data[0].role", "self.client.beta.threads.messages.list("),
    ],
)
def test_attributes_that_a_file_out_of_the_group_reads(project: Path, read: str, left: str) -> None:
    (project / "keeper.py").write_text(KEEPER)
    reader = f"from keeper import make\n\nbot = make()\nprint({read})\n"
    (project / "reader.py").write_text(reader)

    assert cli.main(["fix", "--unsafe-fixes", "keeper.py"]) == 1
    assert left in (project / "keeper.py").read_text()
    (project / "reader.py").write_text(reader.replace(read, "bot.thread.id"))
    assert cli.main(["fix", "--unsafe-fixes", "keeper.py"]) == 0


GLOBALS = """from openai import OpenAI

client = OpenAI()
last = None
STATE = {}


def start(thread_id, assistant_id):
    global last
    last = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    STATE["run"] = last
    return last.status


def ask(thread_id, assistant_id):
    return client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
"""


@pytest.mark.parametrize(
    "reader",
    [
        "import lib\n\nprint(lib.last.last_error)\n",
        'from lib import STATE as kept\n\nprint(kept["run"].last_error)\n',
    ],
)
def test_names_of_a_module_that_a_file_out_of_the_group_reads(project: Path, reader: str) -> None:
    (project / "lib.py").write_text(GLOBALS)
    (project / "reader.py").write_text(reader)

    assert cli.main(["fix", "--unsafe-fixes", "lib.py"]) == 1
    assert "last = client.beta" in (project / "lib.py").read_text()


def test_results_that_a_file_between_hands_on(project: Path) -> None:
    (project / "lib.py").write_text(GLOBALS)
    between = "from lib import ask\n\n\ndef question():\n    return ask(input(), input())\n"
    (project / "between.py").write_text(between)
    reader = "import between\n\nrun = between.question()\nprint(run.last_error)\n"
    (project / "reader.py").write_text(reader)

    assert cli.main(["fix", "--unsafe-fixes", "lib.py"]) == 1
    assert "return client.beta" in (project / "lib.py").read_text()
