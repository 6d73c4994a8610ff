"""Shapes of programs in several files that migrate as a whole, or are left alone as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server import cli

BOT = """import time

from openai import OpenAI


class Bot:
    def __init__(self, instructions):
        self.client = OpenAI()
        self.tutor = self.client.beta.assistants.create(model="gpt-4o", instructions=instructions)
        self.thread = self.client.beta.threads.create()
        self.run = None

    def send(self, text):
        self.client.beta.threads.messages.create(self.thread.id, role="user", content=text)
        self.run = self.client.beta.threads.runs.create(
            thread_id=self.thread.id, assistant_id=self.tutor.id
        )

    def wait(self):
        while self.run.status in ("queued", "in_progress"):
            time.sleep(1)
            self.run = self.client.beta.threads.runs.retrieve(
                thread_id=self.thread.id, run_id=self.run.id
            )

    def messages(self):
        return self.client.beta.threads.messages.list(thread_id=self.thread.id)
"""
TALK = """from bot import Bot

bot = Bot("Be kind.")
bot.send(input())
bot.wait()
if bot.run.status == "failed":
    print(bot.run.last_error)
for message in bot.messages().data:
    print(message.content[0].text.value)
bot.client.beta.threads.delete(bot.thread.id)
"""
AZURE_CLIENT = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

agents_client = AgentsClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential())
"""
AZURE_MAIN = """from clients import agents_client

agent = agents_client.create_agent(model="gpt-4o", name="helper", instructions="Be kind.")
thread = agents_client.threads.create()
agents_client.messages.create(thread_id=thread.id, role="user", content="hi")
run = agents_client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
print(run.status, run.last_error)
"""
SESSIONS = """from openai import OpenAI

client = OpenAI()
data = {}


def history(user):
    if user not in data:
        data["thread"] = client.beta.threads.create()
    return client.beta.threads.messages.list(thread_id=data["thread"].id)
"""
READER = """import json

from sessions import history

data = json.loads(input())
print(data["thread"].data)
print(history(input()).data[0].content[0].text.value)
"""
ROUND = """import {other}
from openai import OpenAI

client = OpenAI()


def listing(thread_id):
    {other}.log("listing")
    return client.beta.threads.messages.list(thread_id=thread_id)
"""
TRIP = """import {other}


def log(text):
    print(text)


def show(thread_id):
    for message in {other}.listing(thread_id).data:
        print(message.content[0].text.value)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def _fixed(folder: Path, **sources: str) -> dict[str, str]:
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source)
    cli.main(["fix", "--unsafe-fixes"])
    after = {name: (folder / f"{name}.py").read_text() for name in sources}
    cli.main(["fix", "--unsafe-fixes"])
    assert after == {name: (folder / f"{name}.py").read_text() for name in sources}
    return after


def test_attributes_of_a_class_of_another_file(folder: Path) -> None:
    after = _fixed(folder, bot=BOT, talk=TALK)
    assert not any("beta" in text for text in after.values())
    assert "print(bot.run.error)" in after["talk"]
    assert "for message in bot.messages():" in after["talk"]
    assert "bot.client.conversations.delete(bot.thread.id)" in after["talk"]


def test_a_client_of_another_file_becomes_another_client(folder: Path) -> None:
    after = _fixed(folder, clients=AZURE_CLIENT, main=AZURE_MAIN)
    assert "from azure.ai.projects import AIProjectClient" in after["clients"]
    assert "agents_client = AIProjectClient(" in after["clients"]
    assert "openai_client = agents_client.get_openai_client()" in after["main"]
    assert "agents_client.agents.create_version(" in after["main"]


def test_items_of_the_same_words_are_not_the_same(folder: Path) -> None:
    after = _fixed(folder, sessions=SESSIONS, reader=READER)
    assert 'print(data["thread"].data)' in after["reader"]
    assert "history(input())[0].content" in after["reader"]
    assert "beta" not in after["sessions"]


def test_files_that_import_each_other(folder: Path) -> None:
    after = _fixed(folder, one=ROUND.format(other="two"), two=TRIP.format(other="one"))
    assert "beta" not in after["one"]
    assert "for message in one.listing(thread_id):" in after["two"]


def test_names_of_a_star_import_are_out_of_view(folder: Path) -> None:
    reader = READER.replace("import history", "import *")
    assert _fixed(folder, sessions=SESSIONS, reader=reader)["reader"] == reader


def test_a_group_is_not_larger_than_it_may_be(folder: Path) -> None:
    many = {f"user{n}": "from bot import Bot\n\nprint(Bot)\n" for n in range(20)}
    after = _fixed(folder, bot=BOT, talk=TALK, **many)
    assert "beta" not in after["bot"] + after["talk"]
