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
    calls: bool | None = None
    """Whether the response must ask for function calls; None where that does not matter."""
    status: str = ""
    """What the status of the event's item must be, as the rest of a comparison."""
    faint: bool = False
    """Whether its parts tell that something goes on, for which there is no event of its own."""


_RUN, _BEGUN = "run", "begun"
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

NEW = (
    "response.content_part.added",
    "response.output_text.done",
    "response.output_text.annotation.added",
    "response.content_part.done",
)
"""Events of a text for which a run sent nothing: they are kept from an ``else`` branch."""

UNSENT = "a response sends no event for this"
BROUGHT = "the conversation is made before the response, which sends no event for it"
"""Of the thread that a run brings with it; other runs have none."""
NEVER = "a response has no such state"
"""Of events that are not sent because what they tell does not happen."""

EVENTS: Mapping[str, Shape | str] = MappingProxyType(
    {
        "thread.run.created": Shape(_RUN, ("response.created",)),
        "thread.run.queued": Shape(_RUN, ("response.queued",)),
        "thread.run.in_progress": Shape(_RUN, ("response.in_progress",)),
        "thread.run.completed": Shape(_RUN, ("response.completed",), calls=False),
        "thread.run.incomplete": Shape(_RUN, ("response.incomplete",)),
        "thread.run.failed": Shape(_RUN, ("response.failed",)),
        "thread.run.requires_action": Shape(_RUN, ("response.completed",), calls=True),
        "thread.run.cancelling": NEVER,
        "thread.run.cancelled": NEVER,
        "thread.run.expired": NEVER,
        "thread.message.created": Shape("message", (_ADDED,), _MESSAGE),
        "thread.message.in_progress": Shape(_BEGUN, ("response.content_part.added",), faint=True),
        "thread.message.delta": DELTA,
        "thread.message.completed": Shape("message", (_DONE,), _MESSAGE),
        "thread.message.incomplete": Shape("message", (_DONE,), _MESSAGE, status='== "incomplete"'),
        "thread.run.step.created": Shape("step", (_ADDED,), _STEP),
        "thread.run.step.in_progress": Shape(
            _BEGUN,
            (
                "response.code_interpreter_call.in_progress",
                "response.file_search_call.in_progress",
                "response.mcp_call.in_progress",
            ),
            faint=True,
        ),
        "thread.run.step.delta": STEP_DELTA,
        "thread.run.step.completed": Shape("step", (_DONE,), _STEP),
        "thread.run.step.failed": Shape("step", (_DONE,), _STEP, status='== "failed"'),
        "thread.run.step.cancelled": NEVER,
        "thread.run.step.expired": NEVER,
        "thread.created": BROUGHT,
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

OBJECTS: Mapping[str, Shape] = MappingProxyType(
    {"thread.run": RUN, "thread.message": MESSAGE, "thread.run.step": STEP}
)
"""By what the data of an event says of itself in ``object``, where its event has another name."""

EVENT_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "ThreadCreated": "thread.created",
        "ThreadRunCreated": "thread.run.created",
        "ThreadRunQueued": "thread.run.queued",
        "ThreadRunInProgress": "thread.run.in_progress",
        "ThreadRunRequiresAction": "thread.run.requires_action",
        "ThreadRunCompleted": "thread.run.completed",
        "ThreadRunIncomplete": "thread.run.incomplete",
        "ThreadRunFailed": "thread.run.failed",
        "ThreadRunCancelling": "thread.run.cancelling",
        "ThreadRunCancelled": "thread.run.cancelled",
        "ThreadRunExpired": "thread.run.expired",
        "ThreadMessageCreated": "thread.message.created",
        "ThreadMessageInProgress": "thread.message.in_progress",
        "ThreadMessageDelta": "thread.message.delta",
        "ThreadMessageCompleted": "thread.message.completed",
        "ThreadMessageIncomplete": "thread.message.incomplete",
        "ThreadRunStepCreated": "thread.run.step.created",
        "ThreadRunStepInProgress": "thread.run.step.in_progress",
        "ThreadRunStepDelta": "thread.run.step.delta",
        "ThreadRunStepCompleted": "thread.run.step.completed",
        "ThreadRunStepFailed": "thread.run.step.failed",
        "ThreadRunStepCancelled": "thread.run.step.cancelled",
        "ThreadRunStepExpired": "thread.run.step.expired",
        "ErrorEvent": "error",
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
        "begun": "{0}",
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
        ("openai", "part"): "openai.types.beta.threads.Text",
    }
)
"""Legacy classes of the data that is a result like any other."""

TEXT_CHAINS = (
    ("text",),
    ("delta", "content", 0, "text", "value"),
    ("content", 0, "text", "value"),
    ("value",),
)
"""Ways to read the new text from a message delta."""

ATTRIBUTES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("delta", "id"): "{event}.item_id",
        ("step-delta", "id"): "{event}.item_id",
        ("begun", "id"): "{event}.item_id",
        ("step", "id"): "{value}.id",
        ("step", "type"): "{value}.type",
        ("step", "status"): 'getattr({value}, "status", None)',
        ("error", "message"): "{value}",
        ("error", "code"): "{event}.code",
    }
)
"""Attributes of the data of other events, given the new event and its data."""


@dataclass(frozen=True, slots=True)
class Callback:
    """A method of a legacy event handler: when it was called, and with what it is called now."""

    name: str
    shape: Shape
    arguments: tuple[str, ...] = ()
    """New arguments, in terms of ``event``."""
    models: tuple[str, ...] = ()
    """New annotations: a builtin, or classes of ``openai.types.responses``."""
    part: str = ""
    """A further test of the event."""
    dropped: int = 0
    """How many parameters behind these are gone (``snapshot``)."""


ANY = Shape("event", ())
"""Every event."""
CALL = "call"
"""The kind of event that has a piece of a function call's arguments."""
IMAGE = "image"
"""The kind of event whose texts name images that tools made."""
_TOOLS = Shape(
    "tool",
    (_ADDED,),
    '== "function_call"|== "code_interpreter_call"|== "file_search_call"',
)
_PARTIAL = (
    "ResponseCodeInterpreterToolCall(id=event.item_id, code=event.delta, "
    'container_id="", status="in_progress", type="code_interpreter_call")'
)
_ITEM, _OUTPUT_MESSAGE, _EVENT = (
    "ResponseOutputItem",
    "ResponseOutputMessage",
    "ResponseStreamEvent",
)
_STEP_EVENT = (
    "ResponseFunctionCallArgumentsDeltaEvent | ResponseCodeInterpreterCallCodeDeltaEvent"
    " | ResponseMcpCallArgumentsDeltaEvent"
)

CALLBACKS: Mapping[str, tuple[Callback, ...]] = MappingProxyType(
    {
        "azure": (
            Callback("on_message_delta", DELTA, ("event.delta",), ("str",)),
            Callback("on_thread_message", MESSAGE, ("event.item",), (_OUTPUT_MESSAGE,)),
            Callback("on_thread_run", RUN, ("event.response",), ("Response",)),
            Callback("on_run_step", STEP, ("event.item",), (_ITEM,)),
            Callback("on_run_step_delta", STEP_DELTA, ("event",), (_STEP_EVENT,)),
            Callback("on_error", ERROR, ("event.message",), ("str",)),
            Callback("on_unhandled_event", ANY, ("event.type", "event"), ("str", _EVENT)),
        ),
        "openai": (
            Callback("on_event", ANY, ("event",), (_EVENT,)),
            Callback(
                "on_text_created",
                Shape("text", ("response.content_part.added",)),
                ("event.part.text",),
                ("str",),
                part='event.part.type == "output_text"',
            ),
            Callback(
                "on_message_created",
                Shape("message", (_ADDED,), _MESSAGE),
                ("event.item",),
                (_OUTPUT_MESSAGE,),
            ),
            Callback("on_text_delta", DELTA, ("event.delta",), ("str",), dropped=1),
            Callback("on_message_delta", DELTA, ("event.delta",), ("str",), dropped=1),
            Callback(
                "on_text_done",
                Shape("text", ("response.output_text.done",)),
                ("event.text",),
                ("str",),
            ),
            Callback(
                "on_image_file_done",
                Shape(IMAGE, ("response.content_part.done",)),
                ("note",),
                ("AnnotationContainerFileCitation",),
                part='event.part.type == "output_text"',
            ),
            Callback(
                "on_message_done",
                Shape("message", (_DONE,), _MESSAGE),
                ("event.item",),
                (_OUTPUT_MESSAGE,),
            ),
            Callback(
                "on_run_step_created", Shape("step", (_ADDED,), _STEP), ("event.item",), (_ITEM,)
            ),
            Callback("on_tool_call_created", _TOOLS, ("event.item",), (_ITEM,)),
            Callback(
                "on_tool_call_delta",
                Shape("code", ("response.code_interpreter_call_code.delta",)),
                (_PARTIAL,),
                ("ResponseCodeInterpreterToolCall",),
                dropped=1,
            ),
            Callback(
                "on_tool_call_delta",
                Shape("code", (_DONE,), '== "code_interpreter_call"'),
                ('event.item.model_copy(update={"code": None})',),
                ("ResponseCodeInterpreterToolCall",),
                dropped=1,
            ),
            Callback(
                "on_tool_call_delta",
                Shape(CALL, ("response.function_call_arguments.delta",)),
                ('call.model_copy(update={"arguments": event.delta})',),
                ("ResponseFunctionToolCall",),
                part="call is not None",
                dropped=1,
            ),
            Callback(
                "on_tool_call_done",
                Shape("tool", (_DONE,), _TOOLS.item),
                ("event.item",),
                (_ITEM,),
            ),
            Callback("on_run_step_delta", STEP_DELTA, ("event",), (_STEP_EVENT,), dropped=1),
            Callback("on_run_step_done", Shape("step", (_DONE,), _STEP), ("event.item",), (_ITEM,)),
        ),
    }
)
"""Callbacks by surface, in the order in which one event calls them."""

WITH_NOTES: Mapping[str, Callback] = MappingProxyType(
    {
        "on_text_done": Callback(
            "on_text_done",
            Shape("part", ("response.content_part.done",)),
            ("event.part",),
            ("ResponseOutputText",),
            part='event.part.type == "output_text"',
        )
    }
)
"""What calls a callback that reads the annotations of a text, too."""

ENDINGS = ("on_done", "on_end")
"""Callbacks without arguments for the end of the stream."""

FAILURES = ("on_timeout", "on_exception")
"""Callbacks for what fails while a stream is read."""

UNCALLED: Mapping[str, str] = MappingProxyType(
    {
        "_process_event": "the text of an event has another form now",
    }
)
"""Callbacks that nothing calls any more."""

TOOL_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "function": "function_call",
        "code_interpreter": "code_interpreter_call",
        "file_search": "file_search_call",
    }
)
"""Types of tool calls."""

TOOL_CHAINS: Mapping[tuple[str, ...], tuple[str, str]] = MappingProxyType(
    {
        ("function", "name"): ("function_call", "name"),
        ("function", "arguments"): ("function_call", "arguments"),
        ("code_interpreter", "input"): ("code_interpreter_call", "code"),
        ("code_interpreter", "outputs"): ("code_interpreter_call", "outputs"),
    }
)
"""Attributes of a tool call: the type of the item that has them, and their name there."""

OUTPUTS = "code_interpreter_call.outputs"
"""What a request has to include for the outputs to be there."""
