"""What pages of messages of the hub betas hold."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

PROGRAMS = {
    "texts of all messages": (
        """import os
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Helper:
    def __init__(self):
        self.client = AIProjectClient.from_connection_string(
            credential=DefaultAzureCredential(), conn_str=os.environ["CONNECTION"]
        )

    def ask(self, text, agent_name):
        thread = self.client.agents.create_thread()
        self.client.agents.create_message(thread_id=thread.id, role="user", content=text)
        self.client.agents.create_and_process_run(thread_id=thread.id, agent_id=agent_name)
        messages = self.client.agents.list_messages(thread_id=thread.id)
        if messages.text_messages:
            print(messages.text_messages[0]["text"]["value"])
            print(messages.text_messages[0].text.value)
        for message in messages.text_messages:
            print(message.text["value"])
        return messages.text_messages[0].text["value"]
""",
        """import os
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Helper:
    def __init__(self):
        self.client = AIProjectClient(
            endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
        )
        self.openai_client = self.client.get_openai_client()

    def ask(self, text, agent_name):
        conversation = self.openai_client.conversations.create()
        self.openai_client.conversations.items.create(
            conversation_id=conversation.id,
            items=[{"type": "message", "role": "user", "content": text}],
        )
        self.openai_client.responses.create(
            conversation=conversation.id,
            extra_body={"agent_reference": {"name": agent_name, "type": "agent_reference"}},
        )
        messages = [
            item
            for item in self.openai_client.conversations.items.list(conversation_id=conversation.id)
            if item.type == "message"
        ]
        if [
            part
            for item in messages
            for part in item.content
            if part.type == "output_text" or part.type == "input_text"
        ]:
            print(
                [
                    part
                    for item in messages
                    for part in item.content
                    if part.type == "output_text" or part.type == "input_text"
                ][0].text
            )
            print(
                [
                    part
                    for item in messages
                    for part in item.content
                    if part.type == "output_text" or part.type == "input_text"
                ][0].text
            )
        for message in [
            part
            for item in messages
            for part in item.content
            if part.type == "output_text" or part.type == "input_text"
        ]:
            print(message.text)
        return [
            part
            for item in messages
            for part in item.content
            if part.type == "output_text" or part.type == "input_text"
        ][0].text
""",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    becomes(*PROGRAMS[name])


def test_a_listing_that_is_searched_at_once_is_gone_through_once() -> None:
    after = fix_all(
        """import os
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import MessageRole
from azure.identity import DefaultAzureCredential
client = AIProjectClient.from_connection_string(os.environ["PROJECT"], DefaultAzureCredential())
thread = client.agents.create_thread()
last = client.agents.list_messages(thread_id=thread.id).get_last_message_by_role(MessageRole.AGENT)
print(last)
"""
    )
    assert "for item in [" not in after
    assert 'if item.type == "message" and item.role == "assistant"\n' in after
