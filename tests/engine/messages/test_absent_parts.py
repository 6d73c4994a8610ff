"""Parts of messages that may not be there: what asks for a text is false for None, as before."""

from __future__ import annotations

import pytest
from tests.rules.fixing import fix_all

_PROGRAM = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageTextContent
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
last = client.messages.get_last_message_text_by_role(thread_id="t", role="assistant")
{asked}
"""
_IS_TEXT = '(last.type == "output_text" or last.type == "input_text")'


@pytest.mark.parametrize(
    "test",
    [
        'hasattr(last, "text")',
        "isinstance(last, MessageTextContent)",
        'getattr(last, "text", None)',
    ],
)
def test_what_may_be_none_is_asked_for_that_first(test: str) -> None:
    after = fix_all(_PROGRAM.format(asked=f"if {test}:\n    print(last.text.value)"))

    assert f"if last is not None and {_IS_TEXT}:\n    print(last.text)" in after


def test_what_is_known_to_be_there_is_not() -> None:
    asked = 'if last is not None:\n    if hasattr(last, "text"):\n        print(last.text.value)'
    after = fix_all(_PROGRAM.format(asked=asked))

    assert f"    if {_IS_TEXT[1:-1]}:" in after
