"""Clients of azure-ai-inference that the betas handed out are the project's OpenAI client."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes

_CHAT = """import os

from azure.ai.inference.models import SystemMessage, UserMessage
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient.from_connection_string(
    conn_str=os.environ["PROJECT"], credential=DefaultAzureCredential()
)
chat = project.inference.get_chat_completions_client({options})
thread = project.agents.create_thread()


def ask(question):
    answer = chat.complete({given})
    {read}
"""
_MESSAGES = 'messages=[SystemMessage("Be short."), UserMessage(content=question)]'


def _source(
    given: str = f'model="small", {_MESSAGES}',
    read: str = "return answer.choices[0].message.content",
    options: str = "",
) -> str:
    return _CHAT.format(given=given, read=read, options=options)


def test_chats() -> None:
    becomes(
        _source(),
        """import os

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project.get_openai_client()
chat = project.get_openai_client()
conversation = openai_client.conversations.create()


def ask(question):
    answer = chat.chat.completions.create(
        model="small",
        messages=[
            {"role": "system", "content": "Be short."},
            {"role": "user", "content": question},
        ],
    )
    return answer.choices[0].message.content
""",
    )
    assert any("takes the place of azure-ai-inference" in note for note in notes(_source()))


def test_embeddings_of_an_asynchronous_client() -> None:
    becomes(
        """from azure.ai.projects.aio import AIProjectClient
from azure.identity.aio import DefaultAzureCredential


async def embed(project: AIProjectClient, texts):
    async with await project.inference.get_embeddings_client() as client:
        answer = await client.embed(model="vectors", input=texts)
        for item in answer.data:
            print(item.index, len(item.embedding))
        return [item.embedding for item in answer.data]
""",
        """from azure.ai.projects.aio import AIProjectClient
from azure.identity.aio import DefaultAzureCredential


async def embed(project: AIProjectClient, texts):
    async with project.get_openai_client() as client:
        answer = await client.embeddings.create(model="vectors", input=texts)
        for item in answer.data:
            print(item.index, len(item.embedding))
        return [item.embedding for item in answer.data]
""",
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (_source(options='connection_name="other"'), "not of a connection"),
        (_source(options='user_agent="me"'), "no known counterpart"),
        (_source(given=_MESSAGES), "client of azure-ai-inference is not in view"),
        (_source(given='model="small", messages=history'), "are dictionaries now"),
        (
            _source(given='model="small", messages=[UserMessage(content=[question])]'),
            "are dictionaries now",
        ),
        (_source(given=f'model="small", {_MESSAGES}, stream=True'), "`stream` is given"),
        (_source(given=f"{_MESSAGES}, **options"), "not in view"),
        (_source(read="return answer"), "this answer"),
        (_source(read="return answer.created"), "this answer"),
        (_source(read="chat.get_model_info()"), "this client"),
    ],
)
def test_what_stays(source: str, words: str) -> None:
    assert any(words in message for _, message in blockers(source))
