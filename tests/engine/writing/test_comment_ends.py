"""Comments that end in blanks are the same comments behind the edits."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes

_HEAD = """from openai import OpenAI

client = OpenAI()
"""


@pytest.mark.parametrize("end", ["", " ", "   ", "\t"])
def test_blanks_behind_the_comment_of_an_argument(end: str) -> None:
    before = f"""thread = client.beta.threads.create(
    metadata={{"user": "u"}}  # who asks{end}
    # nothing else{end}
)
print(thread.id)  # for the log{end}
"""
    after = f"""conversation = client.conversations.create(
    metadata={{"user": "u"}}  # who asks{end}
    # nothing else{end}
)
print(conversation.id)  # for the log{end}
"""
    becomes(_HEAD + before, _HEAD + after)
