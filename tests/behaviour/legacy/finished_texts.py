"""A handler that reads the annotations of a finished text gets the part that holds both."""

from __future__ import annotations

import io

from openai import AssistantEventHandler, OpenAI
from openai.types.beta.threads import Text

client = OpenAI()


class Citing(AssistantEventHandler):
    def __init__(self) -> None:
        super().__init__()
        self.said = ""

    def on_text_delta(self, delta, snapshot):
        self.said += delta.value

    def on_text_done(self, text: Text):
        print("done", len(text.value) > 0)
        if text.annotations:
            names = []
            for index, annotation in enumerate(text.annotations):
                self.said = self.said.replace(annotation.text, f"[{index + 1}]")
                if file_citation := getattr(annotation, "file_citation", None):
                    cited = client.files.retrieve(file_citation.file_id)
                    names.append(f"[{index + 1}] {cited.filename}")
            print("; ".join(names))


store = client.beta.vector_stores.create(name="notes")
client.beta.vector_stores.files.upload_and_poll(
    vector_store_id=store.id, file=("notes.txt", io.BytesIO(b"Tides follow the moon."))
)
assistant = client.beta.assistants.create(
    model="gpt-4o",
    instructions="Answer from the notes.",
    tools=[{"type": "file_search"}],
    tool_resources={"file_search": {"vector_store_ids": [store.id]}},
)
thread = client.beta.threads.create(messages=[{"role": "user", "content": "What moves tides?"}])
with client.beta.threads.runs.stream(
    thread_id=thread.id, assistant_id=assistant.id, event_handler=Citing()
) as stream:
    stream.until_done()
