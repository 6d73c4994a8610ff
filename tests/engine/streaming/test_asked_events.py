"""Events whose fields are asked for before they are read."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

_TALK = """from openai import OpenAI

client = OpenAI()


def talk(thread_id: str, assistant_id: str):
    stream = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant_id, stream=True
    )
    for event in stream:
        if not hasattr(event, "data"):
            continue
        if getattr(event, "event", None) == "thread.message.delta":
            for block in event.data.delta.content:
                if block.type == "text":
                    yield block.text.value
        elif hasattr(event, "event") and event.event == "thread.run.failed":
            raise RuntimeError("failed")
"""


def test_fields_that_every_event_has() -> None:
    assert fix_all(_TALK).endswith("""    for event in stream:
        if not hasattr(event, "type"):
            continue
        if event.type == "response.output_text.delta":
            yield event.delta
        elif hasattr(event, "type") and event.type == "response.failed":
            raise RuntimeError("failed")
""")


def test_another_field_is_asked_for_in_vain() -> None:
    asked = _TALK.replace('hasattr(event, "data")', 'hasattr(event, "snapshot")')
    assert "the whole event is handed on" in str(blockers(asked))
