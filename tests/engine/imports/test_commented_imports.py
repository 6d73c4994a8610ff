"""Imports with comments between their names: what is gone is imported no more, comments stay."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes
from tests.rules.fixing import fix_all

_CODE = """from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())
"""
_PRINT = "print(ConnectionType.AZURE_OPEN_AI)\n"
_CALL = """client.agents.messages.create(
    thread_id=os.environ["T"], role=MessageRole.USER, content="hi"
)
"""
_NEW = """openai_client = client.get_openai_client()
print(ConnectionType.AZURE_OPEN_AI)
openai_client.conversations.items.create(
    conversation_id=os.environ["T"],
    items=[{"type": "message", "role": "user", "content": "hi"}],
)
"""


def _program(names: str, code: str) -> str:
    head = "import os\n\nfrom azure.ai.projects import AIProjectClient\n"
    return f"{head}from azure.ai.projects.models import ({names})\n{code}"


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (
            "  # of the hub\n    ConnectionType,  # where\n    MessageRole,  # who\n",
            "  # of the hub\n    ConnectionType,  # where\n    # who\n",
        ),
        ("\n    MessageRole, ConnectionType,  # both \n", "\n    ConnectionType,  # both \n"),
        ("\n    ConnectionType, MessageRole  # both\n", "\n    ConnectionType,  # both\n"),
        ("MessageRole,  # who\nConnectionType", "  # who\nConnectionType"),
        (
            "\n    # all\n    MessageRole,\n    ConnectionType\n",
            "\n    # all\n    ConnectionType\n",
        ),
    ],
)
def test_names_go_and_comments_stay(names: str, left: str) -> None:
    before = _program(names, _CODE + _PRINT + _CALL)
    after = _program(left, _CODE + _NEW)
    becomes(before, after)
    assert fix_all(before.replace("\n", "\r\n")) == after.replace("\n", "\r\n")
