"""A handler gets the images that a tool made."""

from __future__ import annotations

import base64

from openai import AssistantEventHandler, OpenAI
from openai.types.beta.threads import ImageFile
from typing_extensions import override

client = OpenAI()
thread = client.beta.threads.create()
assistant = client.beta.assistants.create(
    model="gpt-4o", instructions="Be kind.", tools=[{"type": "code_interpreter"}]
)


class Shows(AssistantEventHandler):
    def __init__(self) -> None:
        super().__init__()
        self.images = []

    @override
    def on_text_delta(self, delta, snapshot):
        print(delta.value, end="")

    @override
    def on_image_file_done(self, image_file: ImageFile) -> None:
        data = client.files.content(image_file.file_id)
        self.images.append(base64.b64encode(data.read()))


class Raw(AssistantEventHandler):
    def on_image_file_done(self, image_file):
        image_id = image_file.file_id
        response = client.files.with_raw_response.content(image_id)
        print("an image", len(response.content) > 0)


def ask(text, handler):
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id, event_handler=handler
    ) as stream:
        stream.until_done()


shows = Shows()
ask("Draw a chart", shows)
print()
print(len(shows.images))
ask("Draw a chart", Raw())
