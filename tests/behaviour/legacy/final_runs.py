"""The final run and messages of handled streams, and a handler that is read as the stream."""

from __future__ import annotations

from openai import AssistantEventHandler, OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be kind.")


class Shout(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print("D", delta.value)


def ask(text):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    return thread.id


with client.beta.threads.runs.stream(
    thread_id=ask("One"), assistant_id=assistant.id, event_handler=Shout()
) as stream:
    stream.until_done()
    run = stream.get_final_run()
    if run.status == "failed":
        print(run.last_error.message)
    print(run.status)
handler = Shout()
with client.beta.threads.runs.stream(
    thread_id=ask("Two"), assistant_id=assistant.id, event_handler=handler
) as stream:
    handler.until_done()
print("after", handler.current_run.status)
with client.beta.threads.runs.stream(
    thread_id=ask("Three"), assistant_id=assistant.id, event_handler=Shout()
) as stream:
    for message in stream.get_final_messages():
        print(message.content[0].text.value)
with client.beta.threads.runs.stream(
    thread_id=ask("Four"), assistant_id=assistant.id, event_handler=Shout()
) as stream:
    for _text in stream.text_deltas:
        pass
    for message in stream.get_final_messages():
        for block in message.content:
            if block.type == "text":
                print(block.text.value)
