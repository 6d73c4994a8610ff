"""What the events of a streamed run became.

Sources: azure-ai-agents 1.1.0 ``azure/ai/agents/models/_patch.py`` (``AgentEventHandler``), openai
1.65.5 ``openai/lib/streaming/_assistants.py``, openai 3.54.0
``openai/types/responses/response_stream_event.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Shape:
    """One sort of event: how it is told from others, and where its data is."""

    kind: str
    """``run``, ``message``, ``step``, ``delta``, ``step-delta``, ``error`` or ``done``."""
    types: tuple[str, ...]
    """Values of the new event's ``type``."""
    item: str = ""
    """What the type of the event's item must be, as the rest of a comparison."""


_RUN = "run"
_ADDED, _DONE = "response.output_item.added", "response.output_item.done"
_MESSAGE, _STEP = '== "message"', '!= "message"'

DONE = Shape("done", ())
"""The legacy event after the last; the new stream just ends."""
ERROR = Shape("error", ("error",))
DELTA = Shape("delta", ("response.output_text.delta",))
STEP_DELTA = Shape(
    "step-delta",
    (
        "response.function_call_arguments.delta",
        "response.code_interpreter_call_code.delta",
        "response.mcp_call_arguments.delta",
    ),
)
RUN = Shape(
    _RUN,
    (
        "response.created",
        "response.queued",
        "response.in_progress",
        "response.completed",
        "response.incomplete",
        "response.failed",
    ),
)
MESSAGE = Shape("message", (_ADDED, _DONE), _MESSAGE)
STEP = Shape("step", (_ADDED, _DONE), _STEP)

UNSENT = "a response sends no event for this"

EVENTS: Mapping[str, Shape | str] = MappingProxyType(
    {
        "thread.run.created": Shape(_RUN, ("response.created",)),
        "thread.run.queued": Shape(_RUN, ("response.queued",)),
        "thread.run.in_progress": Shape(_RUN, ("response.in_progress",)),
        "thread.run.completed": Shape(_RUN, ("response.completed",)),
        "thread.run.incomplete": Shape(_RUN, ("response.incomplete",)),
        "thread.run.failed": Shape(_RUN, ("response.failed",)),
        "thread.run.requires_action": "no event asks for tool outputs: collect the `function_call` "
        "items and open another stream with their outputs",
        "thread.run.cancelling": UNSENT,
        "thread.run.cancelled": UNSENT,
        "thread.run.expired": UNSENT,
        "thread.message.created": Shape("message", (_ADDED,), _MESSAGE),
        "thread.message.in_progress": UNSENT,
        "thread.message.delta": DELTA,
        "thread.message.completed": Shape("message", (_DONE,), _MESSAGE),
        "thread.message.incomplete": UNSENT,
        "thread.run.step.created": Shape("step", (_ADDED,), _STEP),
        "thread.run.step.in_progress": UNSENT,
        "thread.run.step.delta": STEP_DELTA,
        "thread.run.step.completed": Shape("step", (_DONE,), _STEP),
        "thread.run.step.failed": UNSENT,
        "thread.run.step.cancelled": UNSENT,
        "thread.run.step.expired": UNSENT,
        "thread.created": UNSENT,
        "error": ERROR,
        "done": DONE,
    }
)
"""By the legacy event's name; a reason where nothing takes its place."""

CLASSES: Mapping[str, Shape] = MappingProxyType(
    {
        "MessageDeltaChunk": DELTA,
        "ThreadMessage": MESSAGE,
        "ThreadRun": RUN,
        "RunStep": STEP,
        "RunStepDeltaChunk": STEP_DELTA,
        "MessageDeltaEvent": DELTA,
        "Message": MESSAGE,
        "Run": RUN,
        "RunStepDeltaEvent": STEP_DELTA,
    }
)
"""By the class of the legacy event's data."""

EVENT_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "ThreadRunCreated": "thread.run.created",
        "ThreadRunQueued": "thread.run.queued",
        "ThreadRunInProgress": "thread.run.in_progress",
        "ThreadRunRequiresAction": "thread.run.requires_action",
        "ThreadRunCompleted": "thread.run.completed",
        "ThreadRunIncomplete": "thread.run.incomplete",
        "ThreadRunFailed": "thread.run.failed",
        "ThreadRunCancelled": "thread.run.cancelled",
        "ThreadRunExpired": "thread.run.expired",
        "ThreadMessageCreated": "thread.message.created",
        "ThreadMessageDelta": "thread.message.delta",
        "ThreadMessageCompleted": "thread.message.completed",
        "ThreadRunStepCreated": "thread.run.step.created",
        "ThreadRunStepDelta": "thread.run.step.delta",
        "ThreadRunStepCompleted": "thread.run.step.completed",
    }
)
"""Classes of whole events (openai) and the names of their events."""

DATA: Mapping[str, str] = MappingProxyType(
    {
        "run": "{0}.response",
        "message": "{0}.item",
        "step": "{0}.item",
        "delta": "{0}.delta",
        "step-delta": "{0}.delta",
        "error": "{0}.message",
        "": "{0}",
    }
)
"""Where the data of an event is; ``{0}`` is the event."""

MODELS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("azure", "run"): "azure.ai.agents.models.ThreadRun",
        ("azure", "message"): "azure.ai.agents.models.ThreadMessage",
        ("openai", "run"): "openai.types.beta.threads.Run",
        ("openai", "message"): "openai.types.beta.threads.Message",
    }
)
"""Legacy classes of the data that is a result like any other."""

TEXT_CHAINS = (
    ("text",),
    ("delta", "content", 0, "text", "value"),
)
"""Ways to read the new text from a message delta."""

ATTRIBUTES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("delta", "id"): "{event}.item_id",
        ("step-delta", "id"): "{event}.item_id",
        ("step", "id"): "{value}.id",
        ("step", "type"): "{value}.type",
        ("step", "status"): 'getattr({value}, "status", None)',
        ("error", "message"): "{value}",
        ("error", "code"): "{event}.code",
    }
)
"""Attributes of the data of other events, given the new event and its data."""
