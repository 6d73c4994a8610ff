"""Fixes that a file has by itself, and that the files around it show to be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server import cli

Capture = pytest.CaptureFixture[str]

CONFIG = """from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be kind.")
ASSISTANT_ID = assistant.id
"""
ASK = """from config import ASSISTANT_ID, client


def ask(thread_id, text, assistant_id=ASSISTANT_ID):
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant_id)
    return run.status
"""
BLOCKED = """from config import ASSISTANT_ID, client

thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=ASSISTANT_ID)
print(client.beta.threads.runs.steps.list(run.id, thread_id=thread.id).data)
client.beta.threads.runs.update(run.id, thread_id=thread.id, metadata={"seen": "yes"})
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "config.py").write_text(CONFIG)
    return tmp_path


def test_an_id_that_other_files_take_stays_an_id(folder: Path) -> None:
    (folder / "ask.py").write_text(ASK)

    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert "assistant = store_assistant(" in (folder / "config.py").read_text()
    assert "ASSISTANT_ID = assistant.id\n" in (folder / "config.py").read_text()
    assert "**definition_of(assistant_id)" in (folder / "ask.py").read_text()


def test_so_it_does_where_its_file_changes_alone(folder: Path) -> None:
    (folder / "ask.py").write_text(ASK)

    assert cli.main(["fix", "--unsafe-fixes", "config.py"]) == 0
    assert "ASSISTANT_ID = assistant.id\n" in (folder / "config.py").read_text()


def test_an_attribute_that_other_files_read(folder: Path) -> None:
    (folder / "config.py").write_text(
        CONFIG.partition("assistant =")[0]
        + "\nclass Settings:\n    def __init__(self):\n        assistant = client.beta.assistants"
        '.create(model="gpt-4o")\n        self.assistant_id = assistant.id\n'
    )
    (folder / "show.py").write_text(
        "from config import Settings\n\n\ndef show(settings: Settings):\n"
        "    return settings.assistant_id.upper()\n"
    )

    assert cli.main(["fix", "--unsafe-fixes", "config.py"]) == 0
    assert "self.assistant_id = assistant.id\n" in (folder / "config.py").read_text()
    assert "store_assistant(" in (folder / "config.py").read_text()


def test_an_attribute_of_the_same_name_elsewhere(folder: Path) -> None:
    (folder / "config.py").write_text(
        CONFIG.partition("assistant =")[0]
        + "\nclass Settings:\n    def __init__(self):\n        assistant = client.beta.assistants"
        '.create(model="gpt-4o")\n        self.assistant_id = assistant.id\n'
    )
    (folder / "show.py").write_text(
        "from config import Settings\n\n\nclass Own:\n    def __init__(self, name):\n"
        "        self.settings = Settings()\n        self.assistant_id = name\n\n"
        "    def show(self):\n        return self.assistant_id\n"
    )

    assert cli.main(["fix", "--unsafe-fixes", "config.py"]) == 0
    assert "self.assistant_id = assistant\n" in (folder / "config.py").read_text()


def test_what_makes_an_id_waits_for_who_takes_it(folder: Path, capsys: Capture) -> None:
    (folder / "run.py").write_text(BLOCKED)

    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert (folder / "config.py").read_text() == CONFIG
    assert (folder / "run.py").read_text() == BLOCKED
    assert "of `run.py`: a response's metadata is set when it is made" in capsys.readouterr().out


@pytest.mark.parametrize(
    "ways", [["."], ["core/assistants.py", "web/pages/chat.py"], ["web/pages/chat.py", "core"]]
)
def test_files_of_several_folders_share_one_store(folder: Path, ways: list[str]) -> None:
    (folder / "config.py").unlink()
    for name in ("core", "web/pages"):
        (folder / name).mkdir(parents=True)
    (folder / "core" / "assistants.py").write_text(
        "from openai import OpenAI\n\nclient = OpenAI()\n\n\ndef make(name):\n"
        '    made = client.beta.assistants.create(name=name, model="gpt-4o")\n'
        "    return made.id\n"
    )
    (folder / "web" / "pages" / "chat.py").write_text(
        "from core.assistants import client, make\n\n\ndef forget(assistant_id):\n"
        "    client.beta.assistants.delete(assistant_id)\n\n\nprint(make(input()))\n"
    )

    for way in ways:
        assert cli.main(["fix", "--unsafe-fixes", way]) == 0
    core = (folder / "core" / "assistants.py").read_text()
    chat = (folder / "web" / "pages" / "chat.py").read_text()
    assert 'Path(__file__).resolve().parent.with_name("assistants.json")' in core
    assert 'Path(__file__).resolve().parents[1].with_name("assistants.json")' in chat
    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert (folder / "web" / "pages" / "chat.py").read_text() == chat
