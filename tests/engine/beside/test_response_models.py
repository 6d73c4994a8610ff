"""Classes that a web framework makes the model of an answer of."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

APP = """from fastapi import FastAPI
from openai import OpenAI
from openai.types.beta import {0}

app = FastAPI()
client = OpenAI()


@app.get("/{{key}}", response_model={0})
def get(key: str):
    return client.beta.{1}.retrieve(key)
"""


def test_the_model_of_an_answer_is_that_of_the_new_object() -> None:
    becomes(
        APP.format("Thread", "threads"),
        """from fastapi import FastAPI
from openai import OpenAI
from openai.types.conversations import Conversation

app = FastAPI()
client = OpenAI()


@app.get("/{key}", response_model=Conversation)
def get(key: str):
    return client.conversations.retrieve(key)
""",
    )


def test_a_kept_assistant_has_no_model() -> None:
    program = APP.format("Assistant", "assistants")
    assert any("may make a model" in text for _, text in blockers(program))
    said = program.replace(", response_model=Assistant", "").replace("str):", "str) -> Assistant:")
    assert any("may make a model" in text for _, text in blockers(said))


@pytest.mark.parametrize("said", ["response_model=Listed", "tags=[]"])
def test_a_model_that_has_a_name_of_its_own(said: str) -> None:
    returns = " -> Listed" if said == "tags=[]" else ""
    program = f"""from fastapi import FastAPI
from openai import OpenAI
from openai.types.beta.threads import Message

app = FastAPI()
client = OpenAI()
Listed = list[Message]


@app.get("/messages", {said})
def messages(thread_id: str){returns}:
    return client.beta.threads.messages.list(thread_id=thread_id).data
"""
    assert any("name the class itself" in text for _, text in blockers(program))
    assert fix_all(program) == program
