"""Imports for type checkers: the block goes with the last of them, and no block is left empty."""

from __future__ import annotations

from tests.rules.fixing import fix_all

BODY = """
client = OpenAI()


def start() -> Thread:
    return client.beta.threads.create()


def told(run: Run) -> str:
    return run.id
"""
BLOCK = """from __future__ import annotations

from typing import TYPE_CHECKING

from openai import OpenAI

if TYPE_CHECKING:
    # what annotations name
    from openai.types.beta import Thread  # a thread
    from openai.types.beta.threads import Run
"""


def test_a_block_of_legacy_imports_goes() -> None:
    after = fix_all(BLOCK + BODY)
    assert after.startswith(
        """from __future__ import annotations

from openai import OpenAI
from openai.types.conversations import Conversation
from openai.types.responses import Response

# what annotations name
# a thread

client = OpenAI()
"""
    )


def test_what_else_a_block_imports_stays() -> None:
    after = fix_all(BLOCK + "    from collections.abc import Sequence\n" + BODY)
    assert "if TYPE_CHECKING:\n" in after
    assert "    from collections.abc import Sequence\n" in after
    assert "openai.types.beta" not in after


def test_a_block_with_another_branch_is_not_left_empty() -> None:
    after = fix_all(BLOCK + "else:\n    print('running')\n" + BODY)
    compile(after, "", "exec")
    assert "from openai.types.beta.threads" not in after


def test_an_attempt_to_import_is_not_left_empty() -> None:
    tried = """from openai import OpenAI

try:
    from openai.types.beta import Thread
    from openai.types.beta.threads import Run
except ImportError:
    print("an old version")
"""
    after = fix_all(tried + BODY)
    assert "try:\n    pass\nexcept ImportError:\n" in after
