"""Answers that go wrong on demand: a marker in the model's name or in the instructions.

`fail-on-demand` fails, `expire-on-demand` runs out of time, `incomplete-on-demand` stops within
the answer. A legacy run can expire while nobody looks; a response has no such end, so there it
fails instead. That is ours, no document of the services says it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .state import Json

_MARKER = re.compile(r"\b(fail|expire|incomplete)-on-demand\b")
_REASON = "content_filter"
"""The one reason that both generations know by the same name."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """How an answer ends that does not complete."""

    kind: str
    message: str

    @property
    def legacy(self) -> Json:
        """The fields of a run (azure-ai-agents 1.1.0 RunError, IncompleteRunDetails)."""
        if self.kind == "incomplete":
            return {"status": "incomplete", "incomplete_details": {"reason": _REASON}}
        if self.kind == "expire":
            return {"status": "expired"}
        error = {"code": "server_error", "message": self.message}
        return {"status": "failed", "last_error": error}

    @property
    def new(self) -> Json:
        """The fields of a response (openai 3.54.0 types/responses/response_error.py)."""
        if self.kind == "incomplete":
            return {"status": "incomplete", "incomplete_details": {"reason": _REASON}}
        return {"status": "failed", "error": {"code": "server_error", "message": self.message}}


def trouble(model: str, instructions: str, digest: str) -> Trouble | None:
    """What goes wrong, if anything is to; the message of a failure holds the digest."""
    found = _MARKER.search(f"{model} {instructions}")
    if found is None:
        return None
    if found[1] == "fail":
        return Trouble("fail", f"Sorry, something went wrong with {digest[:8]}.")
    return Trouble(found[1], "The answer took too long." if found[1] == "expire" else "")
