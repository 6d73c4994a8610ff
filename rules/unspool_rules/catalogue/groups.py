"""Operations that do the same to a run."""

from __future__ import annotations

STARTS = ("run.create", "thread_run.create")
"""They give a run that has only begun."""
WAITS = ("run.process", "thread_run.process")
"""They give one that has ended."""
STREAMS = ("run.stream", "thread_run.stream", "run.submit_stream")
"""They give its events."""
POLLS = ("run.get", "run.poll")
"""They fetch it again."""
SUBMITS = ("run.submit", "run.submit_poll")
"""They hand in the outputs of its calls."""
