"""Streamed runs: programs before and after, compared as they are written."""

from __future__ import annotations

import ast
from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)


def migrated(source: str) -> str:
    """The program after all fixes, unsafe ones too; every finding must have one."""
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    blocked = [b.message for f in analysis.findings for b in f.blockers]
    assert not blocked
    return apply_edits(source, analysis.fix_all(unsafe=True))


PROGRAMS = {
    "events of openai's stream, by name": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")


def ask(thread_id: str) -> None:
    stream = client.beta.threads.runs.create(
        thread_id=thread_id,  # the user's
        assistant_id=assistant.id,
        stream=True,
    )
    for event in stream:
        if event.event == "thread.message.delta":
            # one piece of the answer
            print(event.data.delta.content[0].text.value, end="")
        elif event.event == "thread.run.failed":
            print(event.data.last_error)
        elif event.event in ("thread.run.completed", "thread.run.expired"):
            print(event.data.id, event.data.usage)
        elif event.event == "error":
            print(event.data.message)
        else:
            print(event.event)
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")


def ask(thread_id: str) -> None:
    stream = assistant(
        conversation=thread_id,  # the user's
        stream=True,
    )
    for event in stream:
        if event.type == "response.output_text.delta":
            # one piece of the answer
            print(event.delta, end="")
        elif event.type == "response.failed":
            print(event.response.error)
        elif event.type == "response.completed":
            print(event.response.id, event.response.usage)
        elif event.type == "error":
            print(event.message)
        elif event.type not in (
            "response.content_part.added",
            "response.output_text.done",
            "response.output_text.annotation.added",
            "response.content_part.done",
        ):
            print(event.type)
""",
    ),
    "only the texts": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")


def words(thread_id: str):
    with client.beta.threads.runs.stream(thread_id=thread_id, assistant_id=assistant.id) as stream:
        for text in stream.text_deltas:
            yield text
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")


def words(thread_id: str):
    with assistant(conversation=thread_id, stream=True) as stream:
        for text in (
            event.delta
            for event in stream
            if event.type == "response.output_text.delta"
        ):
            yield text
""",
    ),
    "the final run, the final messages, and nothing at all": (
        r"""from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")


def answer(thread_id: str) -> str:
    with client.beta.threads.runs.stream(thread_id=thread_id, assistant_id=assistant.id) as stream:
        stream.until_done()
        run = stream.get_final_run()
    if run.last_error:
        return run.last_error.message
    return run.status


def messages(thread_id: str):
    with client.beta.threads.runs.stream(thread_id=thread_id, assistant_id=assistant.id) as stream:
        return [m.id for m in stream.get_final_messages()]


def run_only(thread_id: str) -> None:
    with client.beta.threads.runs.stream(thread_id=thread_id, assistant_id=assistant.id) as stream:
        stream.until_done()
""",
        r"""from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")


def answer(thread_id: str) -> str:
    with assistant(conversation=thread_id, stream=True) as stream:
        response = next(
            event.response
            for event in stream
            if (
                event.type == "response.completed"
                or event.type == "response.incomplete"
                or event.type == "response.failed"
            )
        )
    if response.error:
        return response.error.message
    return str(response.status)


def messages(thread_id: str):
    with assistant(conversation=thread_id, stream=True) as stream:
        return [m.id for m in [
            item
            for event in stream
            if (
                event.type == "response.completed"
                or event.type == "response.incomplete"
                or event.type == "response.failed"
            )
            for item in event.response.output
            if item.type == "message"
        ]]


def run_only(thread_id: str) -> None:
    with assistant(conversation=thread_id, stream=True) as stream:
        for _ in stream:
            pass
""",
    ),
    "the same, asynchronous": (
        r"""import asyncio

from openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    assistant = await client.beta.assistants.create(model="gpt-4o")
    thread = await client.beta.threads.create()
    async with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id
    ) as stream:
        async for event in stream:
            if event.event == "thread.message.delta" and event.data.delta.content:
                print(event.data.delta.content[0].text.value)
    async for event in await client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id=assistant.id, stream=True
    ):
        print(event)
    async with client.beta.threads.runs.stream(
        thread_id=thread.id, assistant_id=assistant.id
    ) as stream:
        async for text in stream.text_deltas:
            print(text)


asyncio.run(main())
""",
        r"""import asyncio
from functools import partial

from openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    assistant = partial(client.responses.create, model="gpt-4o")
    conversation = await client.conversations.create()
    async with await assistant(conversation=conversation.id, stream=True) as stream:
        async for event in stream:
            if event.type == "response.output_text.delta" and event.delta:
                print(event.delta)
    async for event in await assistant(conversation=conversation.id, stream=True):
        print(event)
    async with await assistant(conversation=conversation.id, stream=True) as stream:
        async for text in (
            event.delta
            async for event in stream
            if event.type == "response.output_text.delta"
        ):
            print(text)


asyncio.run(main())
""",
    ),
    "tuples of azure-ai-agents, by class": (
        r"""from azure.ai.agents.models import (
    AgentStreamEvent,
    MessageDeltaChunk,
    RunStep,
    ThreadMessage,
    ThreadRun,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


def ask(thread_id: str, name: str) -> str:
    with project.agents.runs.stream(thread_id=thread_id, agent_id=name) as stream:
        for event_type, event_data, _ in stream:
            if isinstance(event_data, MessageDeltaChunk):
                print(event_data.text, end="")
            elif isinstance(event_data, ThreadMessage):
                print(event_data.id, event_data.status)
            elif isinstance(event_data, ThreadRun):
                # how it goes
                if event_data.status == "failed":
                    print(f"Failed: {event_data.last_error}")
            elif isinstance(event_data, RunStep):
                print(f"{event_data.type}: {event_data.status}")
            elif event_type == AgentStreamEvent.ERROR:
                print(f"An error occurred. Data: {event_data}")

            elif event_type == AgentStreamEvent.DONE:
                # all is said
                print("Stream completed.")
                break

            else:
                print(f"Unhandled: {event_type}, {event_data}")
    return "done"
""",
        r"""from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())
openai_client = project.get_openai_client()


def ask(thread_id: str, name: str) -> str:
    with openai_client.responses.create(
        conversation=thread_id,
        stream=True,
        extra_body={"agent_reference": {"name": name, "type": "agent_reference"}},
    ) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                print(event.delta, end="")
            elif (
                (
                    event.type == "response.output_item.added"
                    or event.type == "response.output_item.done"
                )
                and event.item.type == "message"
            ):
                print(event.item.id, event.item.status)
            elif (
                event.type == "response.created"
                or event.type == "response.queued"
                or event.type == "response.in_progress"
                or event.type == "response.completed"
                or event.type == "response.incomplete"
                or event.type == "response.failed"
            ):
                # how it goes
                if event.response.status == "failed":
                    print(f"Failed: {event.response.error}")
            elif (
                (
                    event.type == "response.output_item.added"
                    or event.type == "response.output_item.done"
                )
                and event.item.type != "message"
            ):
                print(f"{event.item.type}: {getattr(event.item, 'status', None)}")
            elif event.type == "error":
                print(f"An error occurred. Data: {event.message}")

            elif event.type not in (
                "response.content_part.added",
                "response.output_text.done",
                "response.output_text.annotation.added",
                "response.content_part.done",
            ):
                print(f"Unhandled: {event.type}, {event}")
        # all is said
        print("Stream completed.")
    return "done"
""",
    ),
    "tuples, by name, with the rest unpacked": (
        r"""from azure.ai.agents.models import AgentStreamEvent
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


def ask(thread_id: str, name: str) -> None:
    with project.agents.runs.stream(thread_id=thread_id, agent_id=name) as stream:
        for event_type, event_data, *_ in stream:
            if event_type == AgentStreamEvent.THREAD_MESSAGE_DELTA:
                print(event_data.text)
""",
        r"""from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())
openai_client = project.get_openai_client()


def ask(thread_id: str, name: str) -> None:
    with openai_client.responses.create(
        conversation=thread_id,
        stream=True,
        extra_body={"agent_reference": {"name": name, "type": "agent_reference"}},
    ) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                print(event.delta)
""",
    ),
    "the end as the first of the tests, and a loop that is left": (
        r"""from azure.ai.agents.models import AgentStreamEvent
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


def ask(thread_id: str, name: str) -> None:
    with project.agents.runs.stream(thread_id=thread_id, agent_id=name) as stream:
        for event_type, event_data, _ in stream:
            if event_type == AgentStreamEvent.DONE:
                print("done")
            elif event_type == AgentStreamEvent.THREAD_MESSAGE_DELTA:
                if event_data.text == "stop":
                    break
                print(event_data.text)
""",
        r"""from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())
openai_client = project.get_openai_client()


def ask(thread_id: str, name: str) -> None:
    with openai_client.responses.create(
        conversation=thread_id,
        stream=True,
        extra_body={"agent_reference": {"name": name, "type": "agent_reference"}},
    ) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                if event.delta == "stop":
                    break
                print(event.delta)
        else:
            print("done")
""",
    ),
    "the handler of the quickstart, indented by two": (
        r"""from openai import AssistantEventHandler, OpenAI
from typing_extensions import override

client = OpenAI()


class EventHandler(AssistantEventHandler):
  @override
  def on_text_created(self, text) -> None:
    print(f"\nassistant > ", end="", flush=True)

  @override
  def on_text_delta(self, delta, snapshot):
    print(delta.value, end="", flush=True)

  def on_tool_call_created(self, tool_call):
    print(f"\nassistant > {tool_call.type}\n", flush=True)

  def on_tool_call_delta(self, delta, snapshot):
    if delta.type == 'code_interpreter':
      if delta.code_interpreter.input:
        print(delta.code_interpreter.input, end="", flush=True)
      if delta.code_interpreter.outputs:
        print(f"\n\noutput >", flush=True)
        for output in delta.code_interpreter.outputs:
          if output.type == "logs":
            print(f"\n{output.logs}", flush=True)


assistant = client.beta.assistants.create(
    name="Math Tutor",
    instructions="You are a personal math tutor.",
    tools=[{"type": "code_interpreter"}],
    model="gpt-4o",
)
thread = client.beta.threads.create()
message = client.beta.threads.messages.create(
    thread_id=thread.id,
    role="user",
    content="I need to solve the equation `3x + 11 = 14`. Can you help me?",
)

# Then, we use the `stream` SDK helper
# with the `EventHandler` class to create the Run
# and stream the response.
with client.beta.threads.runs.stream(
    thread_id=thread.id,
    assistant_id=assistant.id,
    instructions="Please address the user as Jane Doe.",
    event_handler=EventHandler(),
) as stream:
    stream.until_done()
""",
        r"""from functools import partial

from openai import OpenAI, Stream
from openai.types.responses import ResponseCodeInterpreterToolCall, ResponseStreamEvent

client = OpenAI()


class EventHandler:
  def on_text_created(self, text) -> None:
    print(f"\nassistant > ", end="", flush=True)

  def on_text_delta(self, delta):
    print(delta, end="", flush=True)

  def on_tool_call_created(self, tool_call):
    print(f"\nassistant > {tool_call.type}\n", flush=True)

  def on_tool_call_delta(self, delta):
    if delta.type == "code_interpreter_call":
      if delta.code:
        print(delta.code, end="", flush=True)
      if delta.outputs:
        print(f"\n\noutput >", flush=True)
        for output in delta.outputs:
          if output.type == "logs":
            print(f"\n{output.logs}", flush=True)

  def until_done(self, stream: Stream[ResponseStreamEvent]) -> None:
    for event in stream:
      if (
          event.type == "response.content_part.added"
          and event.part.type == "output_text"
      ):
        self.on_text_created(event.part.text)
      elif event.type == "response.output_text.delta":
        self.on_text_delta(event.delta)
      elif (
          event.type == "response.output_item.added"
          and (
              event.item.type == "function_call"
              or event.item.type == "code_interpreter_call"
              or event.item.type == "file_search_call"
          )
      ):
        self.on_tool_call_created(event.item)
      elif event.type == "response.code_interpreter_call_code.delta":
        self.on_tool_call_delta(
            ResponseCodeInterpreterToolCall(
                id=event.item_id,
                code=event.delta,
                container_id="",
                status="in_progress",
                type="code_interpreter_call",
            )
        )
      elif (
          event.type == "response.output_item.done"
          and event.item.type == "code_interpreter_call"
      ):
        self.on_tool_call_delta(event.item.model_copy(update={"code": None}))


assistant = partial(
    client.responses.create,
    model="gpt-4o",
    instructions="You are a personal math tutor.",
    tools=[{"type": "code_interpreter", "container": {"type": "auto"}}],
)
conversation = client.conversations.create()
client.conversations.items.create(
    conversation_id=conversation.id,
    items=[
        {
            "type": "message",
            "role": "user",
            "content": "I need to solve the equation `3x + 11 = 14`. Can you help me?",
        }
    ],
)

# Then, we use the `stream` SDK helper
# with the `EventHandler` class to create the Run
# and stream the response.
with assistant(
    conversation=conversation.id,
    stream=True,
    include=["code_interpreter_call.outputs"],
    instructions="Please address the user as Jane Doe.",
) as stream:
    EventHandler().until_done(stream)
""",
    ),
    "a handler that keeps state and gets exceptions": (
        r"""import queue

from openai import AssistantEventHandler, OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")


class Queued(AssistantEventHandler):
    def __init__(self, items: queue.Queue):
        super().__init__()
        self.items = items

    def on_text_delta(self, delta, snapshot):
        self.items.put(delta.value)

    def on_event(self, event):
        if event.event == "thread.run.failed":
            self.items.put(str(event.data.last_error))

    def on_message_done(self, message) -> None:
        self.items.put(message.content[0].text.value)

    def on_exception(self, exception):
        self.items.put(str(exception))

    def on_end(self):
        self.items.put(None)


def ask(thread_id: str, items: queue.Queue) -> None:
    handler = Queued(items)
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant.id, event_handler=handler
    ) as stream:
        stream.until_done()
""",
        r"""import queue
from functools import partial

from openai import OpenAI, Stream
from openai.types.responses import ResponseStreamEvent

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")


class Queued:
    def __init__(self, items: queue.Queue):
        self.items = items

    def on_text_delta(self, delta):
        self.items.put(delta)

    def on_event(self, event):
        if event.type == "response.failed":
            self.items.put(str(event.response.error))

    def on_message_done(self, message) -> None:
        self.items.put(
            next(
                (
                    part.text
                    for part in message.content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            )
        )

    def on_exception(self, exception):
        self.items.put(str(exception))

    def on_end(self):
        self.items.put(None)

    def until_done(self, stream: Stream[ResponseStreamEvent]) -> None:
        try:
            for event in stream:
                self.on_event(event)
                if event.type == "response.output_text.delta":
                    self.on_text_delta(event.delta)
                elif (
                    event.type == "response.output_item.done"
                    and event.item.type == "message"
                ):
                    self.on_message_done(event.item)
        except Exception as exception:
            self.on_exception(exception)
            raise
        finally:
            self.on_end()


def ask(thread_id: str, items: queue.Queue) -> None:
    handler = Queued(items)
    with assistant(conversation=thread_id, stream=True) as stream:
        handler.until_done(stream)
""",
    ),
    "the parts of a delta, for their texts": (
        r"""from openai import AsyncOpenAI

client = AsyncOpenAI()


async def chat(thread_id: str):
    assistant = await client.beta.assistants.create(model="gpt-4o")
    stream = await client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id=assistant.id, stream=True
    )
    async for event in stream:
        if event.event == "thread.message.delta":
            for content in event.data.delta.content or []:
                # only texts
                if content.type == "text" and content.text:
                    print(content.text.value)
                    yield content.text.value  # piece by piece
        elif event.event == "thread.run.completed":
            return
""",
        r"""from functools import partial

from openai import AsyncOpenAI

client = AsyncOpenAI()


async def chat(thread_id: str):
    assistant = partial(client.responses.create, model="gpt-4o")
    stream = await assistant(conversation=thread_id, stream=True)
    async for event in stream:
        if event.type == "response.output_text.delta":
            # only texts
            print(event.delta)
            yield event.delta  # piece by piece
        elif event.type == "response.completed":
            return
""",
    ),
    "the parts of a delta of azure-ai-agents": (
        r"""from azure.ai.agents.models import MessageDeltaChunk, MessageDeltaTextContent
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


def ask(thread_id: str, name: str) -> str:
    answer = ""
    with project.agents.runs.stream(thread_id=thread_id, agent_id=name) as stream:
        for event_type, event_data, _ in stream:
            if isinstance(event_data, MessageDeltaChunk):
                for part in event_data.delta.content:
                    if isinstance(part, MessageDeltaTextContent):
                        answer += part.text.value
    return answer
""",
        r"""from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())
openai_client = project.get_openai_client()


def ask(thread_id: str, name: str) -> str:
    answer = ""
    with openai_client.responses.create(
        conversation=thread_id,
        stream=True,
        extra_body={"agent_reference": {"name": name, "type": "agent_reference"}},
    ) as stream:
        for event in stream:
            if event.type == "response.output_text.delta":
                answer += event.delta
    return answer
""",
    ),
    "a handler, and a loop over the same events": (
        r"""from openai import AssistantEventHandler, OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")


class Handler(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value, end="", flush=True)

    def on_message_delta(self, delta, snapshot):
        print(delta.content[0].text.value)

    def on_tool_call_created(self, tool_call):
        if tool_call.type == "function":
            print(tool_call.function.name)

    def on_run_step_created(self, run_step):
        print(run_step.id)

    def on_end(self):
        print("end")


def ask(thread_id: str) -> None:
    handler = Handler()
    with client.beta.threads.runs.create_and_stream(
        thread_id=thread_id, assistant_id=assistant.id, event_handler=handler
    ) as stream:
        stream.until_done()


def watch(thread_id: str) -> None:
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant.id, event_handler=Handler()
    ) as stream:
        for event in stream:
            if event.event == "thread.run.completed":
                print(event.data.status)
""",
        r"""from functools import partial

from openai import OpenAI, Stream
from openai.types.responses import ResponseStreamEvent

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")


class Handler:
    def on_text_delta(self, delta):
        print(delta, end="", flush=True)

    def on_message_delta(self, delta):
        print(delta)

    def on_tool_call_created(self, tool_call):
        if tool_call.type == "function_call":
            print(tool_call.name)

    def on_run_step_created(self, run_step):
        print(run_step.id)

    def on_end(self):
        print("end")

    def dispatch(self, event: ResponseStreamEvent) -> None:
        if event.type == "response.output_text.delta":
            self.on_text_delta(event.delta)
        if event.type == "response.output_text.delta":
            self.on_message_delta(event.delta)
        elif (
            event.type == "response.output_item.added" and event.item.type != "message"
        ):
            self.on_run_step_created(event.item)
        if (
            event.type == "response.output_item.added"
            and (
                event.item.type == "function_call"
                or event.item.type == "code_interpreter_call"
                or event.item.type == "file_search_call"
            )
        ):
            self.on_tool_call_created(event.item)

    def until_done(self, stream: Stream[ResponseStreamEvent]) -> None:
        try:
            for event in stream:
                self.dispatch(event)
        finally:
            self.on_end()


def ask(thread_id: str) -> None:
    handler = Handler()
    with assistant(conversation=thread_id, stream=True) as stream:
        handler.until_done(stream)


def watch(thread_id: str) -> None:
    handler = Handler()
    with assistant(conversation=thread_id, stream=True) as stream:
        for event in stream:
            handler.dispatch(event)
            if event.type == "response.completed":
                print(event.response.status)
        handler.on_end()
""",
    ),
    "a handler that reads the text so far": (
        r"""from openai import AssistantEventHandler, OpenAI
from openai.types.beta.threads import Text, TextDelta
from typing_extensions import override

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o", instructions="Be brief.")


class Box(AssistantEventHandler):
    shown = ""

    @override
    def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        if snapshot.value:
            self.shown = snapshot.value
            print(delta.value)

    @override
    def on_text_done(self, text: Text) -> None:
        print(text.value)


def ask(thread_id: str) -> None:
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant.id, event_handler=Box()
    ) as stream:
        stream.until_done()
""",
        r"""from functools import partial

from openai import OpenAI, Stream
from openai.types.responses import ResponseStreamEvent

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="Be brief.")


class Box:
    shown = ""

    def on_text_delta(self, delta: str, snapshot: str) -> None:
        if snapshot:
            self.shown = snapshot
            print(delta)

    def on_text_done(self, text: str) -> None:
        print(text)

    def until_done(self, stream: Stream[ResponseStreamEvent]) -> None:
        text = ""
        for event in stream:
            if event.type == "response.content_part.added":
                text = ""
            elif event.type == "response.output_text.delta":
                text += event.delta
                self.on_text_delta(event.delta, text)
            elif event.type == "response.output_text.done":
                self.on_text_done(event.text)


def ask(thread_id: str) -> None:
    with assistant(conversation=thread_id, stream=True) as stream:
        Box().until_done(stream)
""",
    ),
    "an asynchronous handler of azure-ai-agents": (
        r'''from typing import Any

from azure.ai.agents.models import AsyncAgentEventHandler, MessageDeltaChunk
from azure.ai.agents.models import ThreadMessage, ThreadRun
from azure.ai.projects.aio import AIProjectClient


class Printer(AsyncAgentEventHandler[str]):
    """Prints what comes."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    async def on_message_delta(self, delta: "MessageDeltaChunk") -> None:
        print(self.prefix, delta.text)

    async def on_thread_message(self, message: "ThreadMessage") -> None:
        print(message.role, message.content[0].text.value)

    async def on_thread_run(self, run: "ThreadRun") -> None:
        if run.status == "failed":
            print(run.last_error)

    async def on_error(self, data: str) -> None:
        print(data)  # what is wrong

    async def on_done(self) -> None:
        print("Stream completed.")

    async def on_unhandled_event(self, event_type: str, event_data: Any) -> None:
        print(event_type, event_data)


async def ask(project: AIProjectClient, thread_id: str, name: str) -> None:
    async with await project.agents.runs.stream(
        thread_id=thread_id, agent_id=name, event_handler=Printer(">")
    ) as stream:
        await stream.until_done()
''',
        r'''from typing import Any

from azure.ai.projects.aio import AIProjectClient
from openai import AsyncStream
from openai.types.responses import Response, ResponseOutputMessage, ResponseStreamEvent


class Printer:
    """Prints what comes."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    async def on_message_delta(self, delta: str) -> None:
        print(self.prefix, delta)

    async def on_thread_message(self, message: ResponseOutputMessage) -> None:
        print(
            message.role,
            next(
                (
                    part.text
                    for part in message.content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            ),
        )

    async def on_thread_run(self, run: Response) -> None:
        if run.status == "failed":
            print(run.error)

    async def on_error(self, data: str) -> None:
        print(data)  # what is wrong

    async def on_done(self) -> None:
        print("Stream completed.")

    async def on_unhandled_event(self, event_type: str, event_data: Any) -> None:
        print(event_type, event_data)

    async def until_done(self, stream: AsyncStream[ResponseStreamEvent]) -> None:
        async for event in stream:
            if event.type == "response.output_text.delta":
                await self.on_message_delta(event.delta)
            elif (
                (
                    event.type == "response.output_item.added"
                    or event.type == "response.output_item.done"
                )
                and event.item.type == "message"
            ):
                await self.on_thread_message(event.item)
            elif (
                event.type == "response.created"
                or event.type == "response.queued"
                or event.type == "response.in_progress"
                or event.type == "response.completed"
                or event.type == "response.incomplete"
                or event.type == "response.failed"
            ):
                await self.on_thread_run(event.response)
            elif event.type == "error":
                await self.on_error(event.message)
            elif event.type not in (
                "response.content_part.added",
                "response.output_text.done",
                "response.output_text.annotation.added",
                "response.content_part.done",
            ):
                await self.on_unhandled_event(event.type, event)
        await self.on_done()


async def ask(project: AIProjectClient, thread_id: str, name: str) -> None:
    openai_client = project.get_openai_client()
    async with await openai_client.responses.create(
        conversation=thread_id,
        stream=True,
        extra_body={"agent_reference": {"name": name, "type": "agent_reference"}},
    ) as stream:
        await Printer(">").until_done(stream)
''',
    ),
    "a handler whose answers a loop reads": (
        r"""from azure.ai.agents.models import AgentEventHandler
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


class Handler(AgentEventHandler[str]):
    def on_message_delta(self, delta):
        return delta.text

    def on_done(self):
        return "done"


def ask(thread_id: str, name: str) -> None:
    with project.agents.runs.stream(
        thread_id=thread_id, agent_id=name, event_handler=Handler()
    ) as stream:
        for event_type, event_data, returned in stream:
            print(event_type, returned)
""",
        r"""from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from openai.types.responses import ResponseStreamEvent

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())
openai_client = project.get_openai_client()


class Handler:
    def on_message_delta(self, delta):
        return delta

    def on_done(self):
        return "done"

    def dispatch(self, event: ResponseStreamEvent):
        if event.type == "response.output_text.delta":
            return self.on_message_delta(event.delta)


def ask(thread_id: str, name: str) -> None:
    handler = Handler()
    with openai_client.responses.create(
        conversation=thread_id,
        stream=True,
        extra_body={"agent_reference": {"name": name, "type": "agent_reference"}},
    ) as stream:
        for event in stream:
            returned = handler.dispatch(event)
            print(event.type, returned)
        handler.on_done()
""",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    before, after = PROGRAMS[name]
    changed = migrated(before)
    assert changed == after
    ast.parse(changed)


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_is_left_to_do(name: str) -> None:
    _, after = PROGRAMS[name]
    analysis = analyse(after, today=TODAY)
    assert not analysis.fix_all(unsafe=True)


OPENAI = """\
from openai import AssistantEventHandler, OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="gpt-4o")
thread = client.beta.threads.create()
"""
STREAM = """\
with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
"""
HANDLED = """
with client.beta.threads.runs.stream(
    thread_id=thread.id, assistant_id=assistant.id, event_handler=Handler()
) as stream:
    stream.until_done()
"""
AZURE = """\
from azure.ai.agents.models import AgentStreamEvent, MessageDeltaChunk
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())


def ask(thread_id: str, name: str):
    with project.agents.runs.stream(thread_id=thread_id, agent_id=name) as stream:
"""

REFUSED = [
    (
        OPENAI
        + STREAM
        + """\
    for event in stream:
        print(event.data.id)
""",
        "has not been tested here",
    ),
    (
        OPENAI
        + STREAM
        + """\
    for event in stream:
        handle(event)
""",
        "code that is not in view",
    ),
    (
        OPENAI
        + STREAM
        + """\
    for event in stream:
        if event.event == "thread.message.delta":
            print(event.data.delta.content[0].text.annotations)
""",
        "`delta` of this event's data has no counterpart",
    ),
    (
        OPENAI
        + STREAM
        + """\
    for text in stream.text_deltas:
        print(text)
    print(stream.get_final_run().status)
""",
        "the stream has been read by then",
    ),
    (
        OPENAI
        + STREAM
        + """\
    show(stream)
""",
        "the stream is handed on",
    ),
    (
        OPENAI
        + """
class Handler(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value, self.current_message_snapshot.id)
"""
        + HANDLED,
        "`current_message_snapshot` came from the SDK's handler class",
    ),
    (
        OPENAI
        + """
class Handler(AssistantEventHandler):
    def on_message_delta(self, delta, snapshot):
        print(snapshot.content)
"""
        + HANDLED,
        "no event carries what has come so far",
    ),
    (
        OPENAI
        + """
class Handler(AssistantEventHandler):
    def on_tool_call_done(self, tool_call):
        print(tool_call.function.name)
"""
        + HANDLED,
        'only an item whose type is tested to be "function_call" has `name`',
    ),
    (
        OPENAI
        + """
class Handler(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value)


class Other(Handler):
    pass
"""
        + HANDLED,
        "another class derives from the handler",
    ),
    (
        AZURE
        + """\
        for event in stream:
            print(event)
""",
        "the event is not unpacked into names here",
    ),
    (
        AZURE
        + """\
        for event_type, event_data, _ in stream:
            if isinstance(event_data, MessageDeltaChunk):
                print(event_data.delta.content[0].text.annotations)
""",
        "`delta` of this event's data has no counterpart",
    ),
    (
        AZURE
        + """\
        for event_type, event_data, _ in stream:
            if event_type == AgentStreamEvent.DONE and event_data:
                break
""",
        "the end of the stream is no event",
    ),
    (
        AZURE + "        return stream\n",
        "the stream is handed on",
    ),
]


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_refused(source: str, reason: str) -> None:
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    stream = next(
        f for f in analysis.findings if source[f.span.start : f.span.end].endswith("stream")
    )
    assert stream.fix is None
    assert any(reason in blocker.message for blocker in stream.blockers), stream.blockers
