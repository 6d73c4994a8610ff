"""The verdict on one composed program: its output counts line by line, also when its run fails."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from tests.behaviour.compare import _ID, compare
from tests.behaviour.programs import Outcome

# What a program says while it waits, as often as it looks.
_WAITING = re.compile(r"^(Waiting\.\.\.|Run status: (queued|in_progress|requires_action))$")
_ERROR = re.compile(r"\b\w*Error\((code='\w+', message=[^)]*?'|[^)]*)(, \w+=None)*\)")
_PLAIN_ERROR = re.compile(r"\{'code': ('\w+'), 'message': ([^}]*)\}")
_ROLE = re.compile(r"\bMessageRole\.(AGENT|USER)\b")
_STATUS = re.compile(r"\bRunStatus\.(\w+)\b")
# Judged line by line here; and agents of one name are versions of one agent.
_ELSEWHERE = ("printed texts", "agents left behind: 2 became 1")
_ROLES = {"AGENT": "assistant", "USER": "user"}


def differences(before: Outcome, after: Outcome, asked: Collection[str] = ()) -> list[str]:
    """What the migrated program does in another way; nothing when the legacy one is no measure.

    Args:
        asked: questions that a legacy program takes for the answer when there is none; the text
            of a response is empty then, which the notes of the fix say.
    """
    if before.exit_code not in (0, 1):
        return []
    found = []
    if before.exit_code == 0:
        found = [r for r in compare(before, after).reasons if not r.startswith(_ELSEWHERE)]
    elif after.exit_code != before.exit_code:
        found = [f"ends with {after.exit_code} instead of {before.exit_code}"]
    elif _plain(before.error()) != _plain(after.error()):
        found = [f"{before.error()} became {after.error()}"]
    old, new = _output(before), _output(after)
    if asked:
        old, new = ([line for line in said if line and line not in asked] for said in (old, new))
    if old != new:
        diff = difflib.unified_diff(old, new, "before", "after", lineterm="", n=0)
        found.append("\n".join(diff))
    return found


def _output(outcome: Outcome) -> list[str]:
    said = (_plain(line) for line in outcome.stdout.splitlines())
    return [line for line in said if not _WAITING.match(line)]


def _plain(text: str) -> str:
    text = _ROLE.sub(lambda found: _ROLES[found[1]], _ID.sub("<id>", text))
    text = _STATUS.sub(lambda found: found[1].lower(), text)
    text = _PLAIN_ERROR.sub(r"Error(code=\1, message=\2)", text)
    return _ERROR.sub(r"Error(\1)", text.replace("You: ", ""))
