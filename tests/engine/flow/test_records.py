"""Objects that dataclasses, dictionaries and the like keep."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes

PROGRAMS = {
    "a dataclass": (
        """from dataclasses import dataclass, field
from typing import Optional
from openai import OpenAI
from openai.types.beta import Thread


@dataclass
class Session:
    user: str
    thread: Optional[Thread] = None
    history: list[str] = field(default_factory=list)


class Chat:
    def __init__(self, client: OpenAI):
        self._client = client
        self._sessions: dict[str, Session] = {}

    def session(self, user: str) -> Session:
        if user not in self._sessions:
            self._sessions[user] = Session(user, self._client.beta.threads.create())
        return self._sessions[user]

    def post(self, user: str, text: str) -> None:
        s = self.session(user)
        self._client.beta.threads.messages.create(
            thread_id=s.thread.id, role="user", content=text
        )
        s.history.append(text)

    def last(self, user: str) -> str:
        thread = self.session(user).thread
        msgs = self._client.beta.threads.messages.list(thread_id=thread.id, order="desc", limit=1)
        return msgs.data[0].content[0].text.value
""",
        """from dataclasses import dataclass, field
from typing import Optional
from openai import OpenAI
from openai.types.conversations import Conversation


@dataclass
class Session:
    user: str
    thread: Optional[Conversation] = None
    history: list[str] = field(default_factory=list)


class Chat:
    def __init__(self, client: OpenAI):
        self._client = client
        self._sessions: dict[str, Session] = {}

    def session(self, user: str) -> Session:
        if user not in self._sessions:
            self._sessions[user] = Session(user, self._client.conversations.create())
        return self._sessions[user]

    def post(self, user: str, text: str) -> None:
        s = self.session(user)
        self._client.conversations.items.create(
            conversation_id=s.thread.id,
            items=[{"type": "message", "role": "user", "content": text}],
        )
        s.history.append(text)

    def last(self, user: str) -> str:
        thread = self.session(user).thread
        msgs = [
            item
            for item in self._client.conversations.items.list(
                conversation_id=thread.id, order="desc"
            )
            if item.type == "message"
        ]
        return next(
            (
                part.text
                for part in msgs[0].content
                if part.type == "output_text" or part.type == "input_text"
            ),
            "",
        )
""",
    ),
    "a named tuple": (
        """from typing import NamedTuple
from openai import OpenAI

client = OpenAI()


class Started(NamedTuple):
    thread: object
    text: str


def start(text):
    thread = client.beta.threads.create()
    return Started(thread=thread, text=text)


def send(started):
    client.beta.threads.messages.create(
        thread_id=started.thread.id, role="user", content=started.text
    )


send(start("Hello"))
""",
        """from typing import NamedTuple
from openai import OpenAI

client = OpenAI()


class Started(NamedTuple):
    thread: object
    text: str


def start(text):
    conversation = client.conversations.create()
    return Started(thread=conversation, text=text)


def send(started):
    client.conversations.items.create(
        conversation_id=started.thread.id,
        items=[{"type": "message", "role": "user", "content": started.text}],
    )


send(start("Hello"))
""",
    ),
    "a dictionary by user": (
        """from openai import OpenAI

user_threads = {}


class Consumer:
    def connect(self, user):
        self.user_id = str(user.id)
        user_threads[self.user_id] = None

    def ask(self, message):
        client = OpenAI()
        thread = user_threads.get(self.user_id)
        if not thread:
            thread = client.beta.threads.create()
            user_threads[self.user_id] = thread
        client.beta.threads.messages.create(thread_id=thread.id, role="user", content=message)
""",
        """from openai import OpenAI

user_threads = {}


class Consumer:
    def connect(self, user):
        self.user_id = str(user.id)
        user_threads[self.user_id] = None

    def ask(self, message):
        client = OpenAI()
        conversation = user_threads.get(self.user_id)
        if not conversation:
            conversation = client.conversations.create()
            user_threads[self.user_id] = conversation
        client.conversations.items.create(
            conversation_id=conversation.id,
            items=[{"type": "message", "role": "user", "content": message}],
        )
""",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    becomes(*PROGRAMS[name])
