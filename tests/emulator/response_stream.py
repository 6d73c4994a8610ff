"""The events of a streamed response, in the order of openai types/responses."""

from __future__ import annotations

from collections.abc import Iterator

from .state import Json

Event = tuple[str, Json | str]


def events(begun: Json, done: Json, pieces: tuple[str, ...]) -> Iterator[Event]:
    """Number the events and name them on the wire."""
    for number, event in enumerate(_events(begun, done, pieces)):
        yield (event["type"], {**event, "sequence_number": number})


def _events(begun: Json, done: Json, pieces: tuple[str, ...]) -> Iterator[Json]:
    yield {"type": "response.created", "response": begun}
    yield {"type": "response.in_progress", "response": begun}
    for index, item in enumerate(done["output"]):
        place = {"output_index": index, "item_id": item["id"]}
        unfinished = {**item, "status": "in_progress", **_EMPTY.get(item["type"], {})}
        yield {"type": "response.output_item.added", "output_index": index, "item": unfinished}
        yield from _inside(item, place, pieces)
        yield {"type": "response.output_item.done", "output_index": index, "item": item}
    yield {"type": f"response.{done['status']}", "response": done}


_EMPTY: dict[str, Json] = {
    "message": {"content": []},
    "function_call": {"arguments": ""},
    "code_interpreter_call": {"code": "", "outputs": []},
}


def _inside(item: Json, place: Json, pieces: tuple[str, ...]) -> Iterator[Json]:
    if item["type"] == "message":
        yield from _text(item["content"][0], {**place, "content_index": 0}, pieces)
    elif item["type"] == "function_call":
        name = "response.function_call_arguments"
        yield {"type": f"{name}.delta", **place, "delta": item["arguments"]}
        end = {"arguments": item["arguments"], "name": item["name"]}
        yield {"type": f"{name}.done", **place, **end}
    elif item["type"] == "code_interpreter_call":
        yield {"type": "response.code_interpreter_call.in_progress", **place}
        name = "response.code_interpreter_call_code"
        yield {"type": f"{name}.delta", **place, "delta": item["code"]}
        yield {"type": f"{name}.done", **place, "code": item["code"]}
        yield {"type": "response.code_interpreter_call.interpreting", **place}
        yield {"type": "response.code_interpreter_call.completed", **place}
    elif item["type"] == "file_search_call":
        for stage in ("in_progress", "searching", "completed"):
            yield {"type": f"response.file_search_call.{stage}", **place}


def _text(part: Json, place: Json, pieces: tuple[str, ...]) -> Iterator[Json]:
    empty = {"type": "output_text", "text": "", "annotations": [], "logprobs": []}
    yield {"type": "response.content_part.added", **place, "part": empty}
    for piece in pieces:
        yield {"type": "response.output_text.delta", **place, "delta": piece, "logprobs": []}
    for number, note in enumerate(part["annotations"]):
        added = {"annotation_index": number, "annotation": note}
        yield {"type": "response.output_text.annotation.added", **place, **added}
    yield {"type": "response.output_text.done", **place, "text": part["text"], "logprobs": []}
    yield {"type": "response.content_part.done", **place, "part": part}
