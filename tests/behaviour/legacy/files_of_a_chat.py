"""A chat that keeps its thread, and lets users add files."""

from __future__ import annotations

from openai import OpenAI


class Chat:
    def __init__(self):
        self.client = OpenAI()
        self.assistant = self.client.beta.assistants.create(
            model="gpt-4o",
            instructions="Answer from the files.",
            tools=[{"type": "file_search"}, {"type": "code_interpreter"}],
        )
        self.thread = self.client.beta.threads.create()

    def upload(self, name, text):
        file = self.client.files.create(file=(name, text.encode()), purpose="assistants")
        return file.id

    def say(self, text, attachments=None):
        # with what the user brought
        self.client.beta.threads.messages.create(
            thread_id=self.thread.id,
            role="user",
            content=text,
            attachments=attachments,  # may be None
        )

    def answer(self):
        run = self.client.beta.threads.runs.create_and_poll(
            thread_id=self.thread.id, assistant_id=self.assistant.id
        )
        if run.status != "completed":
            return run.status
        messages = self.client.beta.threads.messages.list(thread_id=self.thread.id)
        return messages.data[0].content[0].text.value


chat = Chat()
chat.say("Hello")
print(chat.answer())
one = chat.upload("one.txt", "The sky is green.")
chat.say("What colour?", [{"file_id": one, "tools": [{"type": "file_search"}]}])
print(chat.answer())
two = chat.upload("two.csv", "a,b\n1,2\n")
chat.say("Add it up", [{"file_id": two, "tools": [{"type": "code_interpreter"}]}])
print(chat.answer())
three = chat.upload("three.txt", "The sea is red.")
chat.say(
    "And the sea?",
    [{"file_id": three, "tools": [{"type": "file_search"}, {"type": "code_interpreter"}]}],
)
print(chat.answer())
