"""Handlers that get the images which a tool made: files that the texts of an answer name now."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers, notes
from tests.rules.fixing import fix_all

HEAD = """\
from openai import AssistantEventHandler, OpenAI
from openai.types.beta.threads import ImageFile

client = OpenAI()


class Shows(AssistantEventHandler):
    def on_image_file_done(self, image_file: ImageFile) -> None:
"""
ASK = """

def ask(thread_id: str, assistant_id: str) -> None:
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id, event_handler=Shows()
    ) as stream:
        stream.until_done()
"""
LOOP = """\
                for note in event.part.annotations:
                    if (
                        note.type == "container_file_citation"
                        and note.filename.lower().endswith(
                            (".png", ".jpg", ".jpeg", ".gif", ".webp")
                        )
                    ):
                        self.on_image_file_done(note)
"""


def test_the_content_lies_in_a_container() -> None:
    source = HEAD + "        show(client.files.content(image_file.file_id).read())\n" + ASK
    result = fix_all("from mine import show\n" + source)
    assert "def on_image_file_done(self, image_file: AnnotationContainerFileCitation)" in result
    assert "image_file.file_id, container_id=image_file.container_id" in result
    assert LOOP in result
    assert any("told from other files by their names" in n for n in notes(source))


def test_an_answer_as_it_came() -> None:
    body = (
        "        image_id = image_file.file_id\n"
        "        raw = client.files.with_raw_response.content(image_id)\n"
        "        show(name=image_id, content=raw.content)\n"
    )
    result = fix_all("from mine import show\n" + HEAD + body + ASK)
    assert "client.containers.files.content.with_raw_response.retrieve(" in result
    assert "image_id, container_id=image_file.container_id" in result
    assert "show(name=image_id, content=raw.content)" in result


@pytest.mark.parametrize(
    "use",
    [
        "        keep(image_file.file_id)\n",
        "        keep(image_file)\n",
        "        print(image_file.detail)\n",
        "        image_file = None\n",
        '        self.files = {image_file.file_id: ""}\n',
    ],
)
def test_what_else_is_done_with_an_image(use: str) -> None:
    assert blockers("from mine import keep\n" + HEAD + use + ASK)


CALLS = """\
from openai import AssistantEventHandler, OpenAI
from openai.types.beta.threads.runs import ToolCall, ToolCallDelta

client = OpenAI()


class Shows(AssistantEventHandler):
    def on_tool_call_created(self, tool_call):
        self.current = tool_call.id

    def on_tool_call_delta(self, delta: ToolCallDelta, snapshot: ToolCall) -> None:
        if snapshot.id != self.current and snapshot.type == "code_interpreter":
            print("code")
"""


def test_pieces_of_code_and_of_arguments() -> None:
    body = (
        '        if snapshot.type == "function":\n'
        "            print(snapshot.function.name)\n"
        '        if delta.type == "function":\n'
        "            print(delta.function.arguments)\n"
        '        elif delta.type == "code_interpreter":\n'
        "            print(delta.code_interpreter.input)\n"
    )
    result = fix_all(CALLS + body + ASK)
    assert "self, delta: ResponseCodeInterpreterToolCall | ResponseFunctionToolCall\n" in result
    assert 'if delta.id != self.current and delta.type == "code_interpreter_call":\n' in result
    assert (
        '        if delta.type == "function_call":\n'
        "            print(delta.name)\n"
        '        if delta.type == "function_call":\n'
        "            print(delta.arguments)\n"
        '        elif delta.type == "code_interpreter_call":\n'
        "            print(delta.code)\n"
    ) in result
    assert "                call = event.item\n" in result
    assert 'update={"arguments": event.delta}' in result


def test_pieces_of_arguments_are_told_of_only_where_they_are_read() -> None:
    assert "arguments.delta" not in fix_all(CALLS + ASK)


@pytest.mark.parametrize(
    "use",
    [
        "        print(snapshot.function.name)\n",
        '        if snapshot.type == "function":\n            print(snapshot.function.arguments)\n',
        '        if delta.type == "function":\n            print(delta.function.name)\n',
        "        print(delta.function.arguments)\n",
        "        print(delta.code_interpreter.input, delta.function)\n",
        '        print(snapshot.type in ("function", "code_interpreter"))\n',
    ],
)
def test_what_a_piece_does_not_have(use: str) -> None:
    assert blockers(CALLS + use + ASK)


def test_images_of_outputs_may_be_dumped() -> None:
    body = (
        '        if delta.type == "code_interpreter":\n'
        "            for output in delta.code_interpreter.outputs:\n"
        '                if output.type == "image":\n'
        "                    print(output.image.{})\n"
    )
    dumped = CALLS + body.format("model_dump_json()") + ASK
    assert "print(output.model_dump_json())" in fix_all(dumped)
    assert blockers(CALLS + body.format("file_id") + ASK)


def test_a_loop_gets_no_pieces_of_arguments() -> None:
    body = '        if delta.type == "function":\n            print(delta.function.arguments)\n'
    loop = ASK.replace("stream.until_done()", "for _ in stream.text_deltas:\n            print(1)")
    found = {message for _, message in blockers(CALLS + body + loop)}
    assert "pieces of arguments come to a loop, one by one" in found
