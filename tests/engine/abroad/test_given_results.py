"""Annotated objects that code out of view gives: results, fields, what implementers return."""

from __future__ import annotations

from pathlib import Path

from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import TODAY, fix_all, look

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits
from unspool_rules.semantics.resolver import Module, NoResolver

JOB = """from dataclasses import dataclass

from openai.types.beta import Thread
from openai.types.beta.threads import Run

from desk.service import Service, finished


@dataclass
class Job:
    thread: Thread
    run: Run | None = None

    def where(self) -> str:
        return self.thread.id


def work(service: Service, text: str) -> str:
    run: Run = finished(service.start(text))
    if run.status == "failed" and run.last_error:
        return run.last_error.message
    return service.read(run)
"""


def test_results_and_fields_from_out_of_view_are_new_objects() -> None:
    becomes(
        JOB,
        """from dataclasses import dataclass

from desk.service import Service, finished
from openai.types.conversations import Conversation
from openai.types.responses import Response


@dataclass
class Job:
    thread: Conversation
    run: Response | None = None

    def where(self) -> str:
        return self.thread.id


def work(service: Service, text: str) -> str:
    run: Response = finished(service.start(text))
    if run.status == "failed" and run.error:
        return run.error.message
    return service.read(run)
""",
    )


def test_who_has_to_give_them_is_said() -> None:
    said = notes(JOB)
    assert "`finished` must give a `Response` from now on: that code is not in view" in said
    assert "what stands for `thread` is not in view: it must be a `Conversation`" in said


class Beside(NoResolver):
    """Knows of one file beside the program."""

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        found = Module(Path("desk/service.py"), "from openai import OpenAI\n")
        return found if name == "desk.service" else None


def test_a_file_of_the_project_that_makes_them_is_asked_first() -> None:
    analysis = analyse(JOB, today=TODAY, resolver=Beside())
    after = apply_edits(JOB, analysis.fix_all(unsafe=True))
    assert "run: Run = finished" in after
    assert "thread: Conversation" in after


BASE = '''from abc import ABC, abstractmethod

from openai.types.beta import Thread
from openai.types.beta.threads import Run


class Desk(ABC):
    @abstractmethod
    def start(self, thread: Thread) -> Run:
        """Start a run."""
        raise NotImplementedError

    def place(self, thread: Thread) -> str:
        return self.start(thread).thread_id
'''


def test_what_implementers_give_is_a_new_object() -> None:
    becomes(
        BASE,
        '''from abc import ABC, abstractmethod
from typing import cast

from openai.types.conversations import Conversation
from openai.types.responses import Response
from openai.types.responses.response import Conversation as ResponseConversation


class Desk(ABC):
    @abstractmethod
    def start(self, thread: Conversation) -> Response:
        """Start a run."""
        raise NotImplementedError

    def place(self, thread: Conversation) -> str:
        return cast(ResponseConversation, self.start(thread).conversation).id
''',
    )


def test_a_method_of_the_sdk_gets_what_the_sdk_gives() -> None:
    handler = """from openai.types.beta.threads import Message
from shared import BaseHandler


class Printer(BaseHandler):
    def on_message_done(self, message: Message) -> None:
        print(message.content[0].text.value)
"""
    assert "what is annotated as `Message` comes from out of view" in str(blockers(handler))


def test_calls_of_an_unknown_client_are_no_code_of_the_user() -> None:
    text = """from openai.types.beta.threads import Run


def start(backend) -> str:
    run: Run = backend.threads.runs.start("now")
    return run.status
"""
    assert fix_all(text) == text


def test_messages_that_are_added_stand_in_a_tuple_beside_the_thread() -> None:
    text = """from openai import OpenAI
from openai.types.beta import Thread
from openai.types.beta.threads import Message

client = OpenAI()


def begin(text: str) -> tuple[Thread, Message]:
    thread = client.beta.threads.create()
    message = client.beta.threads.messages.create(thread.id, role="user", content=text)
    return thread, message
"""
    after = fix_all(text)
    assert "def begin(text: str) -> tuple[Conversation, ConversationItem]:" in after
    assert not look(after).findings
