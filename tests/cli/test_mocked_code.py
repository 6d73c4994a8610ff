"""Tests that mock the client of code in the same project follow the code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from unspool_server import cli

SERVICE = """import time

from openai import OpenAI


class Service:
    def __init__(self, assistant_id: str) -> None:
        self.client = OpenAI(api_key="x")
        self.assistant_id = assistant_id

    def new_thread(self) -> str:
        return self.client.beta.threads.create().id

    def say(self, thread_id: str, text: str) -> None:
        self.client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)

    def ask(self, text: str) -> str:
        thread = self.client.beta.threads.create()
        self.client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
        run = self.client.beta.threads.runs.create(
            thread_id=thread.id, assistant_id=self.assistant_id
        )
        while run.status in ("queued", "in_progress"):
            time.sleep(0.01)
            run = self.client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        if run.status != "completed":
            return f"failed: {run.status}"
        messages = self.client.beta.threads.messages.list(thread_id=thread.id)
        return messages.data[0].content[0].text.value
"""
SERVICE_TEST = """import unittest
from unittest.mock import MagicMock, patch

from service import Service


class TestService(unittest.TestCase):
    @patch("service.OpenAI")
    def setUp(self, openai_class):
        self.client = openai_class.return_value
        self.service = Service("asst_1")

    def test_thread(self):
        self.client.beta.threads.create.return_value = MagicMock(id="thread_1")
        self.assertEqual(self.service.new_thread(), "thread_1")
        self.client.beta.threads.create.assert_called_once_with()

    def test_say(self):
        self.service.say("thread_1", "Hi")
        self.client.beta.threads.messages.create.assert_called_once_with(
            thread_id="thread_1", role="user", content="Hi"
        )

    def test_ask(self):
        self.client.beta.threads.create.return_value.id = "thread_2"
        self.client.beta.threads.runs.create.return_value = MagicMock(id="run_1", status="queued")
        self.client.beta.threads.runs.retrieve.side_effect = [
            MagicMock(id="run_1", status="in_progress"),
            MagicMock(id="run_1", status="completed"),
        ]
        self.client.beta.threads.messages.list.return_value = MagicMock(
            data=[MagicMock(content=[MagicMock(text=MagicMock(value="Forty-two"))])]
        )
        self.assertEqual(self.service.ask("What?"), "Forty-two")

    def test_named(self):
        run = MagicMock()
        run.id = "run_2"
        run.status = "completed"
        self.client.beta.threads.runs.create.return_value = run
        message = MagicMock()
        message.role = "assistant"
        message.content = [MagicMock(text=MagicMock(value="Named"))]
        self.client.beta.threads.messages.list.return_value.data = [message]
        self.assertEqual(self.service.ask("What?"), "Named")
        self.client.beta.threads.runs.create.assert_called_once()

    def test_failed(self):
        self.client.beta.threads.runs.create.return_value = MagicMock(id="r", status="queued")
        self.client.beta.threads.runs.retrieve.return_value = MagicMock(id="r", status="failed")
        self.assertEqual(self.service.ask("What?"), "failed: failed")
"""
SERVICE_AFTER = """import unittest
from unittest.mock import MagicMock, patch

from service import Service


class TestService(unittest.TestCase):
    @patch("service.OpenAI")
    def setUp(self, openai_class):
        self.client = openai_class.return_value
        self.service = Service("asst_1")

    def test_thread(self):
        self.client.conversations.create.return_value = MagicMock(id="thread_1")
        self.assertEqual(self.service.new_thread(), "thread_1")
        self.client.conversations.create.assert_called_once_with()

    def test_say(self):
        self.service.say("thread_1", "Hi")
        self.client.conversations.items.create.assert_called_once_with(
            conversation_id="thread_1",
            items=[{"type": "message", "role": "user", "content": "Hi"}],
        )

    def test_ask(self):
        self.client.conversations.create.return_value.id = "thread_2"
        self.client.responses.create.return_value = MagicMock(id="run_1", status="completed")
        self.client.responses.create.return_value.output_text = "Forty-two"
        self.assertEqual(self.service.ask("What?"), "Forty-two")

    def test_named(self):
        run = MagicMock()
        run.id = "run_2"
        run.status = "completed"
        self.client.responses.create.return_value = run
        message = MagicMock()
        message.role = "assistant"
        message.content = [MagicMock(text=MagicMock(value="Named"))]
        self.client.responses.create.return_value.output_text = "Named"
        self.assertEqual(self.service.ask("What?"), "Named")
        self.client.responses.create.assert_called_once()

    def test_failed(self):
        self.client.responses.create.return_value = MagicMock(id="r", status="failed")
        self.assertEqual(self.service.ask("What?"), "failed: failed")
"""
HELPER = """from openai import OpenAI

client = OpenAI(api_key="x")


def history(thread_id):
    found = []
    for message in client.beta.threads.messages.list(thread_id=thread_id).data:
        found.append((message.role, message.content[0].text.value))
    return found


def add(thread_id, text):
    message = client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
    return message.id
"""
HELPER_TEST = """from types import SimpleNamespace
from unittest.mock import MagicMock, patch

import helper


def test_history():
    with patch.object(helper, "client") as client:
        first = MagicMock()
        first.role = "assistant"
        first.content = [MagicMock(type="text")]
        part = MagicMock()
        part.text.value = "Hello"
        second = MagicMock(role="user", content=[part])
        page = MagicMock()
        page.data = [second]
        client.beta.threads.messages.list.return_value = page
        assert helper.history("t") == [("user", "Hello")]


def test_two():
    with patch.object(helper, "client") as client:
        client.beta.threads.messages.list.return_value = SimpleNamespace(
            data=[
                SimpleNamespace(
                    role="assistant",
                    content=[SimpleNamespace(type="text", text=SimpleNamespace(value="B"))],
                ),
                SimpleNamespace(
                    role="user", content=[SimpleNamespace(text=SimpleNamespace(value="A"))]
                ),
            ]
        )
        assert helper.history("t") == [("assistant", "B"), ("user", "A")]
"""
HELPER_AFTER = """from types import SimpleNamespace
from unittest.mock import MagicMock, patch

import helper


def test_history():
    with patch.object(helper, "client") as client:
        first = MagicMock()
        first.role = "assistant"
        first.content = [MagicMock(type="text")]
        part = MagicMock(type="output_text")
        part.text = "Hello"
        second = MagicMock(type="message", role="user", content=[part])
        page = MagicMock()
        page.data = [second]
        client.conversations.items.list.return_value = page.data
        assert helper.history("t") == [("user", "Hello")]


def test_two():
    with patch.object(helper, "client") as client:
        client.conversations.items.list.return_value = [
            SimpleNamespace(
                type="message",
                role="assistant",
                content=[SimpleNamespace(type="output_text", text="B")],
            ),
            SimpleNamespace(
                type="message",
                role="user",
                content=[SimpleNamespace(type="output_text", text="A")],
            ),
        ]
        assert helper.history("t") == [("assistant", "B"), ("user", "A")]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def fixed(folder: Path, name: str, code: str, test: str) -> str:
    """The test after a fix; a second one changes nothing."""
    (folder / f"{name}.py").write_text(code)
    path = folder / f"test_{name}.py"
    path.write_text(test)
    cli.main(["fix", "--unsafe-fixes"])
    once = path.read_text()
    cli.main(["fix", "--unsafe-fixes"])
    assert path.read_text() == once
    return once


def same(one: str, other: str) -> bool:
    """Whether two texts are the same program, however it is laid out."""
    return ast.unparse(ast.parse(one)) == ast.unparse(ast.parse(other))


def test_calls_runs_and_answers(folder: Path) -> None:
    assert same(fixed(folder, "service", SERVICE, SERVICE_TEST), SERVICE_AFTER)


def test_messages_of_a_listing(folder: Path) -> None:
    assert same(fixed(folder, "helper", HELPER, HELPER_TEST), HELPER_AFTER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('MagicMock(id="r", status="failed")', 'MagicMock(id="r", status="expired")'),
        ('MagicMock(id="r", status="failed")', "make_run()"),
        ('MagicMock(id="r", status="failed")', "MagicMock(last_error=None)"),
    ],
)
def test_what_is_no_response_stays(folder: Path, old: str, new: str) -> None:
    result = fixed(folder, "service", SERVICE, SERVICE_TEST.replace(old, new))
    assert f"self.client.beta.threads.runs.retrieve.return_value = {new}" in result


def test_a_call_that_may_have_more_rounds_is_not_counted(folder: Path) -> None:
    test = SERVICE_TEST.replace("assert_called_once()", "assert_called_once_with(thread_id=1)")
    result = fixed(folder, "service", SERVICE, test)
    assert "self.client.beta.threads.runs.create.assert_called_once_with(thread_id=1)" in result


def test_mocks_say_nothing_of_the_code_beside_them(folder: Path) -> None:
    test = SERVICE_TEST.replace("[message]", "messages()")
    fixed(folder, "service", SERVICE, test)
    assert ".beta." not in (folder / "service.py").read_text()


STEPS = """def start(client, thread_id, assistant_id):
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id)
    return run.id


def say(client, text, thread_id):
    return client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)


def state(client, thread_id, run_id):
    run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run_id)
    return run.status


def history(client, thread_id):
    return client.beta.threads.messages.list(thread_id=thread_id).data
"""
STEPS_TEST = """import unittest
from unittest.mock import MagicMock

from steps import history, say, start, state


class TestSteps(unittest.TestCase):
    def setUp(self):
        self.client = MagicMock()

    def test_start(self):
        self.client.beta.threads.runs.create.return_value.id = "run_1"
        self.assertEqual(start(self.client, "thread_1", "asst_1"), "run_1")

    def test_say(self):
        result = say(self.client, "Hi", "thread_1")
        self.assertIsNotNone(result)

    def test_state(self):
        self.client.beta.threads.runs.retrieve.return_value.status = "completed"
        self.assertEqual(state(self.client, "thread_1", "run_1"), "completed")

    def test_history(self):
        result = history(self.client, "thread_1")
        self.assertIsNotNone(result)
"""


def test_fields_that_are_set_on_what_a_method_gives(folder: Path) -> None:
    result = fixed(folder, "steps", STEPS, STEPS_TEST)
    after = STEPS_TEST.replace("beta.threads.runs.create", "responses.create")
    assert same(result, after.replace("beta.threads.runs.retrieve", "responses.retrieve"))
    assert ".beta." not in (folder / "steps.py").read_text()


def test_a_field_that_no_response_has_stays(folder: Path) -> None:
    test = STEPS_TEST.replace("return_value.id", "return_value.required_action")
    result = fixed(folder, "steps", STEPS, test)
    assert "self.client.beta.threads.runs.create.return_value.required_action =" in result


@pytest.mark.parametrize("state", ["queued", "completed"])
def test_a_state_beside_another_mock_of_the_run_stays(folder: Path, state: str) -> None:
    said = f'self.client.beta.threads.runs.create.return_value.status = "{state}"'
    test = SERVICE_TEST.replace(
        "self.client.beta.threads.runs.retrieve.return_value = ",
        f"{said}\n        self.client.beta.threads.runs.retrieve.return_value = ",
    )
    assert test != SERVICE_TEST
    assert said in fixed(folder, "service", SERVICE, test)
