"""Roles that are any text by their type are said to be what the new calls take."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

AZURE = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())


def add(thread_id, ROLE, content):
    client.messages.create(thread_id=thread_id, role=role, content=content)
"""
OPENAI = """from openai import OpenAI

client = OpenAI()


def add(thread_id, ROLE, content):
    client.beta.threads.messages.create(thread_id=thread_id, role=role, content=content)
"""


@pytest.mark.parametrize("role", ["role: str", 'role="user"', '*, role: str = "user"'])
def test_a_text_is_a_role(role: str) -> None:
    before = AZURE.replace("ROLE, content", f"content, {role}")
    after = fix_all(before)
    becomes(before, after)
    assert "from typing import Literal, cast\n" in after
    assert 'cast(Literal["user", "assistant"], role)' in after


@pytest.mark.parametrize("role", ["role", "role: Role", "role=None"])
def test_what_is_no_text_by_its_type_stays(role: str) -> None:
    after = fix_all(AZURE.replace("ROLE, content", f"content, {role}"))
    assert '"role": role,' in after


def test_the_calls_of_assistants_took_no_texts() -> None:
    assert "cast" not in fix_all(OPENAI.replace("ROLE", "role: str"))
