"""A callback for a finished text that reads its annotations gets the part that holds both."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

PROGRAM = """\
from openai import AssistantEventHandler, OpenAI
from openai.types.beta.threads import Text


class Citing(AssistantEventHandler):
    def __init__(self, client: OpenAI) -> None:
        super().__init__()
        self.client = client

    def on_text_delta(self, delta, snapshot):
        print(delta.value)

    def on_text_done(self, text: Text):
        said = text.value
        for index, annotation in enumerate(text.annotations):
            said = said.replace(annotation.text, f"[{index}]")
            if file_citation := getattr(annotation, "file_citation", None):
                print(self.client.files.retrieve(file_citation.file_id).filename)
        print(said)
"""
USE = """\


client = OpenAI()
with client.beta.threads.runs.stream(
    thread_id="thread_1", assistant_id="asst_1", event_handler=Citing(client)
) as stream:
    stream.until_done()
"""


def whole(source: str) -> str:
    result = fix_all(source)
    assert not [f for f in look(result).findings if not f.code.startswith("UNS8")]
    return result


def test_the_part_has_the_text_and_its_annotations() -> None:
    for source in (PROGRAM, PROGRAM + USE):
        result = whole(source)
        assert "    def on_text_done(self, text: ResponseOutputText):\n" in result
        assert "        said = text.text\n" in result
        assert "enumerate(text.annotations):\n" in result
        assert 'event.type == "response.content_part.done"' in result
        assert "                self.on_text_done(event.part)\n" in result


def test_a_text_alone_is_a_string() -> None:
    result = whole(PROGRAM[: PROGRAM.index("        for index")] + "        print(said)\n")
    assert "    def on_text_done(self, text: str):\n        said = text\n" in result


def test_what_else_is_done_with_the_text() -> None:
    assert blockers(PROGRAM + "        self.client.keep(text)\n")
    assert blockers(PROGRAM + "        text = None\n")
