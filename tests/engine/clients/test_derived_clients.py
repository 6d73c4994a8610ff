"""Classes that are derived from a client: ``self`` and their instances are clients."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

CHAT = """from openai import OpenAI


class Chat(OpenAI):
    def __init__(self, topic):
        super().__init__()
        self.topic = self.beta.threads.create(metadata={"topic": topic})

    def say(self, text):
        self.beta.threads.messages.create(self.topic.id, role="user", content=text)


chat = Chat("chess")
chat.say("Hi")
chat.beta.threads.delete(chat.topic.id)
"""


def test_what_is_derived_from_a_client_is_one() -> None:
    becomes(
        CHAT,
        """from openai import OpenAI


class Chat(OpenAI):
    def __init__(self, topic):
        super().__init__()
        self.topic = self.conversations.create(metadata={"topic": topic})

    def say(self, text):
        self.conversations.items.create(
            conversation_id=self.topic.id,
            items=[{"type": "message", "role": "user", "content": text}],
        )


chat = Chat("chess")
chat.say("Hi")
chat.conversations.delete(chat.topic.id)
""",
    )


def test_asynchronous_ones_and_heirs_of_heirs() -> None:
    source = """from openai import AsyncOpenAI


class Base(AsyncOpenAI):
    pass


class Chat(Base):
    async def start(self):
        return (await self.beta.threads.create()).id


async def main(chat: Chat):
    await chat.beta.threads.delete(await chat.start())
"""
    after = fix_all(source)
    assert "return (await self.conversations.create()).id" in after
    assert "await chat.conversations.delete(await chat.start())" in after


def test_what_has_its_own_conversations_is_left_alone() -> None:
    method = "    def conversations(self):\n        return []\n\n"
    own = CHAT.replace("    def say(", f"{method}    def say(")
    assert fix_all(own) == own
    assert "which client this goes through cannot be seen here" in str(blockers(own))
    beta = CHAT.replace("super().__init__()\n", "super().__init__()\n        self.beta = Own()\n")
    assert fix_all(beta) == beta
    for name in ("responses", "vector_stores", "containers"):
        made = f"super().__init__()\n        self.{name} = {{}}\n"
        kept = CHAT.replace("super().__init__()\n", made)
        assert fix_all(kept) == kept


def test_those_of_azure_openai_need_a_client_of_another_class() -> None:
    azure = CHAT.replace("OpenAI", "AzureOpenAI")
    assert fix_all(azure) == azure
    assert blockers(azure)
