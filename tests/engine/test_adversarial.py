"""Ugly programs: what a migration must not get wrong without saying so."""

# ruff: noqa: E501

from __future__ import annotations

from datetime import date

import pytest

from unspool_rules.api import analyse
from unspool_rules.model import apply_edits

TODAY = date(2026, 11, 22)

PROGRAMS = {
    "two threads answered into one name": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

one = client.beta.threads.create()
two = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=one.id, assistant_id=assistant.id)
run = client.beta.threads.runs.create_and_poll(thread_id=two.id, assistant_id=assistant.id)
first = client.beta.threads.messages.list(thread_id=one.id)
print(first.data[0].content[0].text.value)
second = client.beta.threads.messages.list(thread_id=two.id)
print(second.data[0].content[0].text.value)
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

one = client.conversations.create()
two = client.conversations.create()
response = assistant(conversation=one.id)
response = assistant(conversation=two.id)
first = [
    item
    for item in client.conversations.items.list(conversation_id=one.id)
    if item.type == "message"
]
print(
    next(
        (
            part.text
            for part in first[0].content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    )
)
print(response.output_text)
""",
    ),
    "the time a wait took, read after it": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
start = time.time()
while run.status in ("queued", "in_progress"):
    time.sleep(1)
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    elapsed = time.time() - start
    print(f"[{elapsed:.0f}s] {run.status}")
print("took", elapsed)
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
response = assistant(conversation=conversation.id)
start = time.time()
elapsed = time.time() - start
print("took", elapsed)
""",
    ),
    "the rounds of a wait, read after it": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
for attempt in range(30):
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    print(attempt, run.status)
    if run.status == "completed":
        break
    time.sleep(1)
print(f"needed {attempt} polls")
""",
        """\
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
response = assistant(conversation=conversation.id)
attempt = 0
print(attempt, response.status)
print(f"needed {attempt} polls")
""",
    ),
    "a break in a with inside the wait, in an outer loop": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create()
while True:
    question = input("> ")
    if question == "quit":
        break
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    while True:
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        if run.status == "completed":
            with open("log.txt", "a") as log:
                log.write("done")
                break
        time.sleep(1)
    print("next")
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create()
while True:
    question = input("> ")
    if question == "quit":
        break
    client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": question}],
    )
    response = assistant(conversation=conversation.id)
    while True:
        response = client.responses.retrieve(response.id)
        if response.status == "completed":
            with open("log.txt", "a") as log:
                log.write("done")
                break
        time.sleep(1)
    print("next")
""",
    ),
    "a wait that is stopped by a command": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

import queue

commands = queue.Queue()
thread = client.beta.threads.create()
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)


def wait():
    global run
    while run.status != "completed":
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        if commands.get() == "stop":
            return None
        time.sleep(1)
    return run
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

import queue

commands = queue.Queue()
conversation = client.conversations.create()
response = assistant(conversation=conversation.id)


def wait():
    global response
    while response.status != "completed":
        response = client.responses.retrieve(response.id)
        if commands.get() == "stop":
            return None
        time.sleep(1)
    return response
""",
    ),
    "globals that functions set": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = None
thread = None


def init():
    global client, thread
    client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
    thread = client.agents.threads.create()


def ask(text, agent_id):
    global thread
    if thread is None:
        thread = client.agents.threads.create()
    client.agents.messages.create(thread_id=thread.id, role="user", content=text)
    return client.agents.runs.create_and_process(thread_id=thread.id, agent_id=agent_id)
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = None
conversation = None


def init():
    global client, conversation
    client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
    openai_client = client.get_openai_client()
    conversation = openai_client.conversations.create()


def ask(text, agent_id):
    global conversation
    openai_client = client.get_openai_client()
    if conversation is None:
        conversation = openai_client.conversations.create()
    openai_client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    return openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent_id, "type": "agent_reference"}},
    )
""",
    ),
    "a client made when none is given": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def run_it(agent_name, client=None):
    if client is None:
        client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
    thread = client.agents.threads.create()
    run = client.agents.runs.create_and_process(thread_id=thread.id, agent_id=agent_name)
    return run.status
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def run_it(agent_name, client=None):
    if client is None:
        client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
    openai_client = client.get_openai_client()
    conversation = openai_client.conversations.create()
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": agent_name, "type": "agent_reference"}},
    )
    return response.status
""",
    ),
    "a name that holds one client after another": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def main():
    client = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
    one = client.agents.threads.create()
    client = AIProjectClient(endpoint="two", credential=DefaultAzureCredential())
    two = client.agents.threads.create()
    print(one.id, two.id)
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def main():
    client = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
    one = client.get_openai_client().conversations.create()
    client = AIProjectClient(endpoint="two", credential=DefaultAzureCredential())
    two = client.get_openai_client().conversations.create()
    print(one.id, two.id)
""",
    ),
    "an OpenAI client made on one way only": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

import sys

project_client = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
if "--chat" in sys.argv:
    openai_client = project_client.get_openai_client()
    openai_client.chat.completions.create(model="m", messages=[])
thread = project_client.agents.threads.create()
print(thread.id)
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

import sys

project_client = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
openai_client_2 = project_client.get_openai_client()
if "--chat" in sys.argv:
    openai_client = project_client.get_openai_client()
    openai_client.chat.completions.create(model="m", messages=[])
conversation = openai_client_2.conversations.create()
print(conversation.id)
""",
    ),
    "a name that held an OpenAI client of the project": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

from openai import OpenAI

project_client = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
oai = project_client.get_openai_client()
oai.models.list()
oai = OpenAI()
thread = project_client.agents.threads.create()
print(thread.id)
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

from openai import OpenAI

project_client = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
openai_client = project_client.get_openai_client()
oai = project_client.get_openai_client()
oai.models.list()
oai = OpenAI()
conversation = openai_client.conversations.create()
print(conversation.id)
""",
    ),
    "a function with an openai_client of its own": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

from openai import OpenAI

project_client = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
first = project_client.agents.threads.create()


def handle():
    openai_client = OpenAI()
    conversation = "hello"
    thread = project_client.agents.threads.create()
    openai_client.chat.completions.create(model="m", messages=[{"role": "user", "content": conversation}])
    return thread.id
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

from openai import OpenAI

project_client = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
openai_client_2 = project_client.get_openai_client()
first = openai_client_2.conversations.create()


def handle():
    openai_client = OpenAI()
    conversation = "hello"
    thread = openai_client_2.conversations.create()
    openai_client.chat.completions.create(model="m", messages=[{"role": "user", "content": conversation}])
    return thread.id
""",
    ),
    "an OpenAI client that another method sets": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    def __init__(self):
        self.project = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
        self.thread = self.project.agents.threads.create()

    def chat(self):
        self.chat_client = self.project.get_openai_client()
        return self.chat_client.chat.completions.create(model="m", messages=[])

    def new(self):
        self.thread = self.project.agents.threads.create()
        return self.thread.id
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    def __init__(self):
        self.project = AIProjectClient(endpoint="one", credential=DefaultAzureCredential())
        self.openai_client = self.project.get_openai_client()
        self.thread = self.openai_client.conversations.create()

    def chat(self):
        self.chat_client = self.project.get_openai_client()
        return self.chat_client.chat.completions.create(model="m", messages=[])

    def new(self):
        self.thread = self.openai_client.conversations.create()
        return self.thread.id
""",
    ),
    "names that are deleted": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create()
message = client.beta.threads.messages.create(thread_id=thread.id, role="user", content="hi")
del message
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
del run
client.beta.threads.delete(thread.id)
del thread, assistant
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create()
message = client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "hi"}],
).data[0]
del message
response = assistant(conversation=conversation.id)
del response
client.conversations.delete(conversation.id)
del conversation, assistant
""",
    ),
    "names that are exported": (
        """\
from openai import OpenAI

__all__ = ["thread", "run", "client"]
client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")
thread = client.beta.threads.create()
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
""",
        """\
from functools import partial

from openai import OpenAI

__all__ = ["thread", "run", "client"]
client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")
thread = client.conversations.create()
run = assistant(conversation=thread.id)
""",
    ),
    "names that are read from locals()": (
        """\
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")


def go():
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    print("{run.status} {thread.id}".format(**locals()))
    print(f"{run.status=} {thread.id=}")
    return run.status
""",
        """\
from functools import partial

from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")


def go():
    thread = client.conversations.create()
    run = assistant(conversation=thread.id)
    print("{run.status} {thread.id}".format(**locals()))
    print(f"{run.status=} {thread.id=}")
    return run.status
""",
    ),
    "roles in variables named item and part": (
        """\
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

agents_client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())


def last(thread_id, item, part):
    print(agents_client.messages.get_last_message_by_role(thread_id=thread_id, role=item))
    return agents_client.messages.get_last_message_text_by_role(thread_id=thread_id, role=part)
""",
        """\
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
openai_client = project_client.get_openai_client()


def last(thread_id, item, part):
    print(
        next(
            (
                item_2
                for item_2 in openai_client.conversations.items.list(thread_id)
                if item_2.type == "message" and item_2.role == item
            ),
            None,
        )
    )
    return next(
        (
            part_2
            for item in openai_client.conversations.items.list(thread_id)
            if item.type == "message" and item.role == part
            for part_2 in reversed(item.content)
            if part_2.type == "output_text" or part_2.type == "input_text"
        ),
        None,
    )
""",
    ),
    "one page of messages": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
page = client.beta.threads.messages.list(thread_id=thread.id, limit=2)
for m in page.data:
    print(m.role, m.content[0].text.value)
print(len(page.data))
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
page = [
    item
    for item in client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
][:2]
for m in page:
    print(
        m.role,
        next(
            (
                part.text
                for part in m.content
                if part.type == "output_text" or part.type == "input_text"
            ),
            "",
        ),
    )
print(len(page))
""",
    ),
    "parameters named as what is imported": (
        """\
from openai import OpenAI

client = OpenAI()


def go(os, partial, Path):
    agent = client.beta.assistants.create(name="a", model="gpt-4o", instructions=partial)
    conversation = "user text"
    response = 3
    thread = client.beta.threads.create(messages=[{"role": "user", "content": conversation}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=agent.id)
    for item in client.beta.threads.messages.list(thread_id=thread.id):
        for part in item.content:
            if part.type == "text":
                print(part.text.value, response)
    return run.status, os, Path
""",
        """\
from functools import partial as functools_partial

from openai import OpenAI

client = OpenAI()


def go(os, partial, Path):
    agent = functools_partial(
        client.responses.create, model="gpt-4o", instructions=partial
    )
    conversation = "user text"
    response = 3
    thread = client.conversations.create(
        items=[{"type": "message", "role": "user", "content": conversation}]
    )
    run = agent(conversation=thread.id)
    for item in (
        item
        for item in client.conversations.items.list(conversation_id=thread.id)
        if item.type == "message"
    ):
        for part in item.content:
            if part.type == "output_text" or part.type == "input_text":
                print(part.text, response)
    return run.status, os, Path
""",
    ),
    "a poll in the test of the loop": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
while (run := client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)).status in ("queued", "in_progress"):
    time.sleep(1)
print(run.status)
""",
        """\
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
response = assistant(conversation=conversation.id)
print(response.status)
""",
    ),
    "a client that may be none": (
        '''\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def ask(client: AIProjectClient | None, thread_id, agent_id):
    """Doc."""
    if client is None:
        return "offline"
    run = client.agents.runs.create_and_process(thread_id=thread_id, agent_id=agent_id)
    return run.status
''',
        '''\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def ask(client: AIProjectClient | None, thread_id, agent_id):
    """Doc."""
    if client is None:
        return "offline"
    openai_client = client.get_openai_client()
    response = openai_client.responses.create(
        conversation=thread_id,
        extra_body={"agent_reference": {"name": agent_id, "type": "agent_reference"}},
    )
    return response.status
''',
    ),
    "a client given to a lambda": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

make = lambda client: client.agents.threads.create()
project = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
print(make(project).id)
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

make = lambda client: client.get_openai_client().conversations.create()
project = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
print(make(project).id)
""",
    ),
    "a class with slots": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    __slots__ = ("client", "thread")

    def __init__(self):
        self.client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
        self.thread = self.client.agents.threads.create()
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    __slots__ = ("client", "thread")

    def __init__(self):
        self.client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
        openai_client = self.client.get_openai_client()
        self.thread = openai_client.conversations.create()
""",
    ),
    "a class with a property of the name": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    def __init__(self):
        self.client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
        self.thread = self.client.agents.threads.create()

    @property
    def openai_client(self):
        return self.client.get_openai_client()
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    def __init__(self):
        self.client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
        self.openai_client_2 = self.client.get_openai_client()
        self.thread = self.openai_client_2.conversations.create()

    @property
    def openai_client(self):
        return self.client.get_openai_client()
""",
    ),
    "two statements on a line": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential()); thread = client.agents.threads.create()
print(thread.id)
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential()); conversation = client.get_openai_client().conversations.create()
print(conversation.id)
""",
    ),
    "a function on one line": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

def main(): client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential()); return client.agents.threads.create().id
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

def main(): client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential()); return client.get_openai_client().conversations.create().id
""",
    ),
    "clients in a loop": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

clients = [AIProjectClient(endpoint=e, credential=DefaultAzureCredential()) for e in ("a", "b")]
for client in clients:
    thread = client.agents.threads.create()
    print(thread.id)
for c in clients: print(c.agents.threads.create().id)
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

clients = [AIProjectClient(endpoint=e, credential=DefaultAzureCredential()) for e in ("a", "b")]
for client in clients:
    conversation = client.get_openai_client().conversations.create()
    print(conversation.id)
for c in clients: print(c.get_openai_client().conversations.create().id)
""",
    ),
    "a client that hides another one": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
openai_client = project_client.get_openai_client()


def other():
    project_client = AIProjectClient(endpoint="b", credential=DefaultAzureCredential())
    return project_client.agents.threads.create().id


def same():
    return project_client.agents.threads.create().id
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
openai_client = project_client.get_openai_client()


def other():
    project_client = AIProjectClient(endpoint="b", credential=DefaultAzureCredential())
    openai_client_2 = project_client.get_openai_client()
    return openai_client_2.conversations.create().id


def same():
    return openai_client.conversations.create().id
""",
    ),
    "a decorated function": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

from functools import lru_cache


def build(client: AIProjectClient):
    print(client)

    @lru_cache
    def thread_for(user):
        return client.agents.threads.create().id

    return thread_for
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

from functools import lru_cache


def build(client: AIProjectClient):
    print(client)

    openai_client = client.get_openai_client()
    @lru_cache
    def thread_for(user):
        return openai_client.conversations.create().id

    return thread_for
""",
    ),
    "a client that a method makes": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    client = None

    def connect(self):
        if self.client is None:
            self.client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
        return self.client

    def ask(self):
        return self.connect().agents.threads.create().id

    def ask2(self):
        self.connect()
        return self.client.agents.threads.create().id
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Bot:
    client = None

    def connect(self):
        if self.client is None:
            self.client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
            self.openai_client = self.client.get_openai_client()
        return self.client

    def ask(self):
        openai_client = self.connect().get_openai_client()
        return openai_client.conversations.create().id

    def ask2(self):
        self.connect()
        return self.openai_client.conversations.create().id
""",
    ),
    "a client of the base class": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Base:
    def __init__(self):
        self.client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())


class Bot(Base):
    def ask(self):
        return self.client.agents.threads.create().id


def outside(bot: Bot):
    return bot.client.agents.threads.create().id
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Base:
    def __init__(self):
        self.client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())


class Bot(Base):
    def ask(self):
        openai_client = self.client.get_openai_client()
        return openai_client.conversations.create().id


def outside(bot: Bot):
    openai_client = bot.client.get_openai_client()
    return openai_client.conversations.create().id
""",
    ),
    "a client of the class": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Config:
    client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
    thread = client.agents.threads.create()


def go():
    print(Config.thread.id)
    return Config.client.agents.threads.create().id
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Config:
    client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
    openai_client = client.get_openai_client()
    thread = openai_client.conversations.create()


def go():
    print(Config.thread.id)
    openai_client = Config.client.get_openai_client()
    return openai_client.conversations.create().id
""",
    ),
    "calls in all parts of a try": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

try:
    client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
    thread = client.agents.threads.create()
except Exception as thread_error:
    print(thread_error)
else:
    run = client.agents.runs.create_and_process(thread_id=thread.id, agent_id="x")
    print(run.status)
finally:
    client.agents.threads.delete(thread.id)
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

try:
    client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
    openai_client = client.get_openai_client()
    conversation = openai_client.conversations.create()
except Exception as thread_error:
    print(thread_error)
else:
    response = openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": "x", "type": "agent_reference"}},
    )
    print(response.status)
finally:
    openai_client.conversations.delete(conversation.id)
""",
    ),
    "one of two clients": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

import os

if os.getenv("PROD"):
    client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
else:
    client = AIProjectClient(endpoint="b", credential=DefaultAzureCredential())
thread = client.agents.threads.create()


def later():
    return client.agents.threads.create().id
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

import os

if os.getenv("PROD"):
    client = AIProjectClient(endpoint="a", credential=DefaultAzureCredential())
else:
    client = AIProjectClient(endpoint="b", credential=DefaultAzureCredential())
openai_client = client.get_openai_client()
conversation = openai_client.conversations.create()


def later():
    openai_client_2 = client.get_openai_client()
    return openai_client_2.conversations.create().id
""",
    ),
    "names that patterns set": (
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

def go(cmd, client: AIProjectClient, thread_id):
    match cmd:
        case {"kind": "ask", "thread": thread}:
            run = client.agents.runs.create_and_process(thread_id=thread, agent_id="x")
            return run.status
        case ["new", *_] as run:
            thread = client.agents.threads.create()
            return thread.id, run
        case _:
            return None
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

def go(cmd, client: AIProjectClient, thread_id):
    openai_client = client.get_openai_client()
    match cmd:
        case {"kind": "ask", "thread": thread}:
            run = openai_client.responses.create(
                conversation=thread,
                extra_body={
                    "agent_reference": {"name": "x", "type": "agent_reference"}
                },
            )
            return run.status
        case ["new", *_] as run:
            thread = openai_client.conversations.create()
            return thread.id, run
        case _:
            return None
""",
    ),
    "a run that is an exception and a parameter": (
        """\
from openai import OpenAI

client = OpenAI()
a = client.beta.assistants.create(name="a", model="gpt-4o")


def go(thread):
    try:
        run = client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=a.id)
    except ValueError as run:
        print(run)
        raise
    return run.status


def wait(run):
    while run.status != "completed":
        run = client.beta.threads.runs.retrieve(run.id, thread_id="t")
    return run


def go2(thread):
    run = client.beta.threads.runs.create(thread_id=thread, assistant_id=a.id)
    run = wait(run)
    return run.status
""",
        """\
from functools import partial

from openai import OpenAI

client = OpenAI()
a = partial(client.responses.create, model="gpt-4o")


def go(thread):
    try:
        run = a(conversation=thread)
    except ValueError as run:
        print(run)
        raise
    return run.status


def wait(run):
    return run


def go2(thread):
    response = a(conversation=thread)
    response = wait(response)
    return response.status
""",
    ),
    "the same names in two functions": (
        """\
from openai import OpenAI

client = OpenAI()
a = client.beta.assistants.create(name="a", model="gpt-4o")


def one():
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=a.id)
    return run.status


def two():
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=a.id)
    return run.status
""",
        """\
from functools import partial

from openai import OpenAI

client = OpenAI()
a = partial(client.responses.create, model="gpt-4o")


def one():
    conversation = client.conversations.create()
    response = a(conversation=conversation.id)
    return response.status


def two():
    conversation = client.conversations.create()
    response = a(conversation=conversation.id)
    return response.status
""",
    ),
    "a listing at the head of a loop": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
while True:
    messages = client.beta.threads.messages.list(thread_id=thread.id)
    print(messages.data[0].content[0].text.value)
    text = input()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    again = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
response = assistant(conversation=conversation.id)
while True:
    messages = [
        item
        for item in client.conversations.items.list(conversation_id=conversation.id)
        if item.type == "message"
    ]
    print(
        next(
            (
                part.text
                for part in messages[0].content
                if part.type == "output_text" or part.type == "input_text"
            ),
            "",
        )
    )
    text = input()
    client.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    again = assistant(conversation=conversation.id)
""",
    ),
    "a function that says more": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")


def follow_up(thread_id, text):
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
    return client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant.id)


thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
follow_up(thread.id, "and?")
messages = client.beta.threads.messages.list(thread_id=thread.id)
print(messages.data[0].content[0].text.value)
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")


def follow_up(thread_id, text):
    client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    return assistant(conversation=thread_id)


conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
response = assistant(conversation=conversation.id)
follow_up(conversation.id, "and?")
messages = [
    item
    for item in client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
]
print(
    next(
        (
            part.text
            for part in messages[0].content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    )
)
""",
    ),
    "other clients under the same name": (
        """\
from openai import OpenAI
from langgraph_sdk import get_sync_client
import anthropic

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")
thread = client.beta.threads.create()
client = get_sync_client(url="x")
t2 = client.threads.create()
run = client.runs.create(t2["thread_id"], "agent")
client = anthropic.Anthropic()
msg = client.beta.messages.create(model="c", messages=[])
print(thread.id, run, msg)
""",
        """\
from functools import partial

from openai import OpenAI
from langgraph_sdk import get_sync_client
import anthropic

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")
conversation = client.conversations.create()
client = get_sync_client(url="x")
t2 = client.threads.create()
run = client.runs.create(t2["thread_id"], "agent")
client = anthropic.Anthropic()
msg = client.beta.messages.create(model="c", messages=[])
print(conversation.id, run, msg)
""",
    ),
    "a generator of answers": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

def answers(questions):
    thread = client.beta.threads.create()
    try:
        for q in questions:
            client.beta.threads.messages.create(thread_id=thread.id, role="user", content=q)
            run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
            if run.status != "completed":
                yield None
                continue
            yield client.beta.threads.messages.list(thread_id=thread.id).data[0].content[0].text.value
    finally:
        client.beta.threads.delete(thread.id)
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

def answers(questions):
    conversation = client.conversations.create()
    try:
        for q in questions:
            client.conversations.items.create(
                conversation_id=conversation.id,
                items=[{"type": "message", "role": "user", "content": q}],
            )
            response = assistant(conversation=conversation.id)
            if response.status != "completed":
                yield None
                continue
            yield response.output_text
    finally:
        client.conversations.delete(conversation.id)
""",
    ),
    "an agent of a context manager": (
        """\
from contextlib import contextmanager
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


@contextmanager
def temp_agent(client: AIProjectClient, name):
    agent = client.agents.create_agent(model="m", name=name, instructions="i")
    try:
        yield agent
    finally:
        client.agents.delete_agent(agent.id)


with AIProjectClient(endpoint="a", credential=DefaultAzureCredential()) as project:
    with temp_agent(project, "joker") as agent:
        thread = project.agents.threads.create()
        run = project.agents.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
        print(run.status, agent.id, agent.name)
""",
        """\
from contextlib import contextmanager
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential


@contextmanager
def temp_agent(client: AIProjectClient, name):
    agent = client.agents.create_version(
        agent_name=name, definition=PromptAgentDefinition(model="m", instructions="i")
    )
    try:
        yield agent
    finally:
        client.agents.delete_version(agent_name=agent.name, agent_version=agent.version)


with AIProjectClient(endpoint="a", credential=DefaultAzureCredential()) as project:
    openai_client = project.get_openai_client()
    with temp_agent(project, "joker") as agent:
        conversation = openai_client.conversations.create()
        response = openai_client.responses.create(
            conversation=conversation.id,
            extra_body={
                "agent_reference": {"name": agent.name, "type": "agent_reference"}
            },
        )
        print(response.status, agent.id, agent.name)
""",
    ),
    "fields of f-strings": (
        '''\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
print(f"{f'{run.status!r:>10}'} {client.beta.threads.messages.list(thread_id=thread.id).data[0].content[0].text.value}")
print('a' f"{run.status}" "b {thread.id}", f"""
{thread.id}
{run.last_error.message if run.last_error else ''}
""")
''',
        '''\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
response = assistant(conversation=conversation.id)
print(f"{f'{response.status!r:>10}'} {response.output_text}")
print('a' f"{response.status}" "b {thread.id}", f"""
{conversation.id}
{response.error.message if response.error else ''}
""")
''',
    ),
    "a thread that is found or made": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

import openai
from openai import NotFoundError

def get_or_create(tid):
    try:
        thread = client.beta.threads.retrieve(tid)
    except NotFoundError:
        thread = client.beta.threads.create()
    except openai.APIError as thread_err:
        raise RuntimeError from thread_err
    else:
        print("found", thread.id)
    return thread


def ask(tid):
    thread = get_or_create(tid)
    try:
        run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    except Exception:
        run = None
    if run is not None and run.status == "completed":
        return client.beta.threads.messages.list(thread.id).data[0].content[0].text.value
    return run
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

import openai
from openai import NotFoundError

def get_or_create(tid):
    try:
        conversation = client.conversations.retrieve(tid)
    except NotFoundError:
        conversation = client.conversations.create()
    except openai.APIError as thread_err:
        raise RuntimeError from thread_err
    else:
        print("found", conversation.id)
    return conversation


def ask(tid):
    thread = get_or_create(tid)
    try:
        response = assistant(conversation=thread.id)
    except Exception:
        response = None
    if response is not None and response.status == "completed":
        return next(
            (
                part.text
                for part in [item for item in client.conversations.items.list(conversation_id=thread.id) if item.type == "message"][0].content
                if part.type == "output_text" or part.type == "input_text"
            ),
            "",
        )
    return response
""",
    ),
    "a status that is looked up": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

STATES = {"queued": 1, "in_progress": 2, "completed": 3}
thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
seen = set()
while STATES.get(run.status, 9) < 3:
    time.sleep(1)
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
    if run.status not in seen:
        seen.add(run.status)
        print(run.status)
else:
    print("done")
match run.status:
    case "completed":
        print("ok")
    case "failed" | "expired" as run_status:
        print(run.last_error.code, run_status)
    case _:
        print(run.status.upper())
""",
        """\
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

STATES = {"queued": 1, "in_progress": 2, "completed": 3}
conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
response = assistant(conversation=conversation.id)
seen = set()
if response.status not in seen:
    seen.add(response.status)
    print(response.status)
print("done")
match response.status:
    case "completed":
        print("ok")
    case "failed" | "expired" as run_status:
        print(response.error.code, run_status)
    case _:
        print(str(response.status).upper())
""",
    ),
    "every name taken": (
        """\
import time
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

agents_client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())

def go(response, conversation, item, part, reference):
    thread = agents_client.threads.create()
    run = agents_client.runs.create_and_process(thread_id=thread.id, agent_id=reference)
    texts = [item.text_messages[-1].text.value for item in agents_client.messages.list(thread.id) if item.text_messages]
    for part in agents_client.messages.list(thread.id, order="asc"):
        print(part.role, part.content[0].text.value, item, response, conversation)
    return run, texts
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
openai_client = project_client.get_openai_client()

def go(response, conversation, item, part, reference):
    thread = openai_client.conversations.create()
    run = openai_client.responses.create(
        conversation=thread.id,
        extra_body={"agent_reference": {"name": reference, "type": "agent_reference"}},
    )
    texts = [[
        part
        for part in item.content
        if part.type == "output_text" or part.type == "input_text"
    ][-1].text for item in (
        item
        for item in openai_client.conversations.items.list(conversation_id=thread.id)
        if item.type == "message"
    ) if any(part.type == "output_text" or part.type == "input_text" for part in item.content)]
    for part in (
        item
        for item in openai_client.conversations.items.list(
            conversation_id=thread.id, order="asc"
        )
        if item.type == "message"
    ):
        print(
            part.role,
            next(
                (
                    part.text
                    for part in part.content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            ),
            item,
            response,
            conversation,
        )
    return run, texts
""",
    ),
    "threads and runs by user": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

sessions = {}
runs = {}


def thread_for(user):
    if user not in sessions:
        sessions[user] = client.beta.threads.create()
    return sessions[user]


def ask(user, text):
    thread = thread_for(user)
    client.beta.threads.messages.create(thread.id, role="user", content=text)
    runs[user] = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    if runs[user].last_error:
        print(runs[user].last_error.message, sessions[user].created_at, sessions[user].metadata)
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

sessions = {}
runs = {}


def thread_for(user):
    if user not in sessions:
        sessions[user] = client.conversations.create()
    return sessions[user]


def ask(user, text):
    thread = thread_for(user)
    client.conversations.items.create(
        conversation_id=thread.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    runs[user] = assistant(conversation=thread.id)
    if runs[user].error:
        print(runs[user].error.message, sessions[user].created_at, sessions[user].metadata)
""",
    ),
    "asynchronous calls at once": (
        """\
import asyncio
from openai import AsyncOpenAI

client = AsyncOpenAI()


async def one(aid, q):
    thread = await client.beta.threads.create(messages=[{"role": "user", "content": q}])
    run = await client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=aid)
    page = await client.beta.threads.messages.list(thread_id=thread.id)
    async for m in client.beta.threads.messages.list(thread_id=thread.id):
        print(m.content[0].text.value)
    texts = [m.content[0].text.value async for m in client.beta.threads.messages.list(thread_id=thread.id) if m.role == "assistant"]
    return page.data[0].content[0].text.value, run.status, texts


async def main():
    a = await client.beta.assistants.create(name="a", model="gpt-4o", instructions="x")
    print(await asyncio.gather(*(one(a.id, q) for q in "abc")))
    t = client.beta.threads.create()
    print((await t).id)
    task = asyncio.create_task(client.beta.threads.create())
    await client.beta.assistants.delete(a.id)
    await client.close()

asyncio.run(main())
""",
        """\
import asyncio
from functools import partial
from openai import AsyncOpenAI

client = AsyncOpenAI()


async def one(aid, q):
    conversation = await client.conversations.create(
        items=[{"type": "message", "role": "user", "content": q}]
    )
    response = await aid(conversation=conversation.id)
    async for m in (
        item
        async for item in client.conversations.items.list(
            conversation_id=conversation.id
        )
        if item.type == "message"
    ):
        print(
            next(
                (
                    part.text
                    for part in m.content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            )
        )
    texts = [next(
        (
            part.text
            for part in m.content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    ) async for m in (
        item
        async for item in client.conversations.items.list(
            conversation_id=conversation.id
        )
        if item.type == "message"
    ) if m.role == "assistant"]
    return response.output_text, response.status, texts


async def main():
    a = partial(client.responses.create, model="gpt-4o", instructions="x")
    print(await asyncio.gather(*(one(a, q) for q in "abc")))
    t = client.conversations.create()
    print((await t).id)
    task = asyncio.create_task(client.conversations.create())
    await client.close()

asyncio.run(main())
""",
    ),
    "all parts of a try": (
        """\
import time
from azure.ai.agents import AgentsClient
from azure.core.exceptions import HttpResponseError
from azure.identity import DefaultAzureCredential

agents_client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())


def ask(thread_id, text):
    try:
        agents_client.messages.create(thread_id=thread_id, role="user", content=text)
        run = agents_client.runs.create_and_process(thread_id=thread_id, agent_id="x")
    except HttpResponseError as e:
        if e.status_code == 404:
            return "no thread"
        raise
    except Exception:
        return "other"
    else:
        return run.status
    finally:
        print("done")
""",
        """\
import time
from azure.ai.projects import AIProjectClient
from azure.core.exceptions import HttpResponseError
from azure.identity import DefaultAzureCredential
from openai import APIStatusError

project_client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
openai_client = project_client.get_openai_client()


def ask(thread_id, text):
    try:
        openai_client.conversations.items.create(
            conversation_id=thread_id,
            items=[{"type": "message", "role": "user", "content": text}],
        )
        response = openai_client.responses.create(
            conversation=thread_id,
            extra_body={"agent_reference": {"name": "x", "type": "agent_reference"}},
        )
    except (HttpResponseError, APIStatusError) as e:
        if e.status_code == 404:
            return "no thread"
        raise
    except Exception:
        return "other"
    else:
        return response.status
    finally:
        print("done")
""",
    ),
    "texts in functions of their own": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

def text_of(message):
    return "".join(block.text.value for block in message.content if block.type == "text")


def all_texts(thread_id):
    return [text_of(m) for m in client.beta.threads.messages.list(thread_id=thread_id) if m.role == "assistant"]


def last_user(thread_id):
    for message in client.beta.threads.messages.list(thread_id=thread_id):
        if message.role == "user" and hasattr(message.content[0], "text"):
            return message.content[0].text.value
""",
        """\
import time
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

def text_of(message):
    return "".join(block.text for block in message.content if block.type == "output_text" or block.type == "input_text")


def all_texts(thread_id):
    return [text_of(m) for m in (
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ) if m.role == "assistant"]


def last_user(thread_id):
    for message in (
        item
        for item in client.conversations.items.list(conversation_id=thread_id)
        if item.type == "message"
    ):
        if message.role == "user" and (message.content[0].type == "output_text" or message.content[0].type == "input_text"):
            return next(
                (
                    part.text
                    for part in message.content
                    if part.type == "output_text" or part.type == "input_text"
                ),
                "",
            )
""",
    ),
    "a wait in a with in a loop": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

import contextlib

questions = ["a", "b"]
for attempt, q in enumerate(questions):
    thread = client.beta.threads.create(messages=[{"role": "user", "content": q}])
    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    with contextlib.suppress(KeyboardInterrupt):
        while run.status in {"queued", "in_progress", "cancelling"}:
            time.sleep(1)
            run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
            if run.status == "failed":
                break
            if run.status == "expired":
                continue
    if run.status == "failed":
        break
    print(attempt, run.status)
""",
        """\
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

import contextlib

questions = ["a", "b"]
for attempt, q in enumerate(questions):
    conversation = client.conversations.create(
        items=[{"type": "message", "role": "user", "content": q}]
    )
    response = assistant(conversation=conversation.id)
    with contextlib.suppress(KeyboardInterrupt):
        pass
    if response.status == "failed":
        break
    print(attempt, response.status)
""",
    ),
    "two runs on one thread": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create()
client.beta.threads.messages.create(thread_id=thread.id, role="user", content="one")
run1 = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
client.beta.threads.messages.create(thread_id=thread.id, role="user", content="two")
while client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run1.id).status != "completed":
    time.sleep(1)
run2 = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
while run2.status != "completed":
    run2 = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run2.id)
msgs = client.beta.threads.messages.list(thread.id)
print(msgs.data[0].content[0].text.value, msgs.data[1].content[0].text.value)
""",
        """\
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create()
client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "one"}],
)
response1 = assistant(conversation=conversation.id)
client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "two"}],
)
response2 = assistant(conversation=conversation.id)
msgs = [
    item
    for item in client.conversations.items.list(conversation_id=conversation.id)
    if item.type == "message"
]
print(
    next(
        (
            part.text
            for part in msgs[0].content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    ),
    next(
        (
            part.text
            for part in msgs[1].content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    ),
)
""",
    ),
    "a status in a name": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
status = run.status
while status not in ["completed", "failed"]:
    status = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id).status
    print(status)
    time.sleep(1)
print("final", status, run.status)
""",
        """\
from functools import partial
from openai import OpenAI

client = OpenAI()
assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")

conversation = client.conversations.create(
    items=[{"type": "message", "role": "user", "content": "x"}]
)
response = assistant(conversation=conversation.id)
status = response.status
print(status)
print("final", status, response.status)
""",
    ),
    "a flow cut by functions": (
        """\
import os, time
from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint=os.environ["E"], api_key="k", api_version="v")


def make():
    a = client.beta.assistants.create(name="helper bot", model="gpt-4o", instructions="hi")
    return a.id


def ask(assistant_id, thread_id, text):
    client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
    run = client.beta.threads.runs.create(thread_id=thread_id, assistant_id=assistant_id, instructions="Be brief")
    while run.status not in ["completed", "failed", "cancelled"]:
        time.sleep(2)
        run = client.beta.threads.runs.retrieve(thread_id=thread_id, run_id=run.id)
        print(".", end="", flush=True)
    if run.status == "completed":
        for m in reversed(client.beta.threads.messages.list(thread_id=thread_id).data):
            print(f"{m.role}: {m.content[0].text.value}")


def main():
    aid = make()
    tid = client.beta.threads.create().id
    while (q := input("? ")):
        ask(aid, tid, q)
    client.beta.assistants.delete(aid)
""",
        """\
import os
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition, StructuredInputDefinition
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(
    endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)
openai_client = project_client.get_openai_client()


def make():
    a = project_client.agents.create_version(
        agent_name="helper-bot",
        definition=PromptAgentDefinition(
            model="gpt-4o",
            instructions="{{instructions}}",
            structured_inputs={
                "instructions": StructuredInputDefinition(
                    default_value="hi", schema={"type": "string"}
                )
            },
        ),
    )
    return a.name


def ask(assistant_id, thread_id, text):
    openai_client.conversations.items.create(
        conversation_id=thread_id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    response = openai_client.responses.create(
        conversation=thread_id,
        extra_body={
            "agent_reference": {"name": assistant_id, "type": "agent_reference"},
            "structured_inputs": {"instructions": "Be brief"},
        },
    )
    if response.status == "completed":
        for m in reversed(
            [
                item
                for item in openai_client.conversations.items.list(
                    conversation_id=thread_id
                )
                if item.type == "message"
            ]
        ):
            print(
                f"{m.role}: {next((part.text for part in m.content if part.type == 'output_text' or part.type == 'input_text'), '')}"
            )


def main():
    aid = make()
    tid = openai_client.conversations.create().id
    while (q := input("? ")):
        ask(aid, tid, q)
    project_client.agents.delete(agent_name=aid)
""",
    ),
    "messages before, with and after a run": (
        """\
import time
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

agents_client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())

agent = agents_client.create_agent(model="m", name="n", instructions="i")
thread = agents_client.threads.create()
m1 = agents_client.messages.create(thread_id=thread.id, role="user", content="one")
m2 = agents_client.messages.create(thread_id=thread.id, role="assistant", content="two", metadata={})
run = agents_client.runs.create(thread_id=thread.id, agent_id=agent.id, additional_instructions="Say {hi}", additional_messages=[{"role": "user", "content": "three"}])
print("queued", run.status)
m3 = agents_client.messages.create(thread_id=thread.id, role="user", content="late")
while run.status in ("queued", "in_progress"):
    time.sleep(1)
    run = agents_client.runs.get(thread_id=thread.id, run_id=run.id)
print(m1.id, m2.id, m3.id, run.id)
""",
        """\
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition, StructuredInputDefinition
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
openai_client = project_client.get_openai_client()

agent = project_client.agents.create_version(
    agent_name="n",
    definition=PromptAgentDefinition(
        model="m",
        instructions="i {{additional_instructions}}",
        structured_inputs={
            "additional_instructions": StructuredInputDefinition(
                default_value="", schema={"type": "string"}
            )
        },
    ),
)
conversation = openai_client.conversations.create()
m1 = openai_client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "one"}],
).data[0]
m2 = openai_client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "assistant", "content": "two"}],
).data[0]
response = openai_client.responses.create(
    conversation=conversation.id,
    input=[{"type": "message", "role": "user", "content": "three"}],
    extra_body={
        "agent_reference": {"name": agent.name, "type": "agent_reference"},
        "structured_inputs": {"additional_instructions": "Say {hi}"},
    },
)
print("queued", response.status)
m3 = openai_client.conversations.items.create(
    conversation_id=conversation.id,
    items=[{"type": "message", "role": "user", "content": "late"}],
).data[0]
print(m1.id, m2.id, m3.id, response.id)
""",
    ),
    "names of the new clients taken": (
        """\
import os
from openai import AzureOpenAI


def ask(text):
    openai_client = "x"
    project_client = "y"
    client = AzureOpenAI(api_key="k")
    a = client.beta.assistants.create(name="bot", model="gpt-4o", instructions="hi")
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=a.id)
    client.chat.completions.create(model="m", messages=[])
    return run.status, openai_client, project_client
""",
        """\
import os
from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import PromptAgentDefinition
from azure.identity import DefaultAzureCredential
from openai import AzureOpenAI


def ask(text):
    openai_client = "x"
    project_client = "y"
    client = AzureOpenAI(api_key="k")
    project_client_2 = AIProjectClient(
        endpoint=os.environ["FOUNDRY_PROJECT_ENDPOINT"],
        credential=DefaultAzureCredential(),
    )
    openai_client_2 = project_client_2.get_openai_client()
    a = project_client_2.agents.create_version(
        agent_name="bot",
        definition=PromptAgentDefinition(model="gpt-4o", instructions="hi"),
    )
    conversation = openai_client_2.conversations.create()
    openai_client_2.conversations.items.create(
        conversation_id=conversation.id,
        items=[{"type": "message", "role": "user", "content": text}],
    )
    response = openai_client_2.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": a.name, "type": "agent_reference"}},
    )
    client.chat.completions.create(model="m", messages=[])
    return response.status, openai_client, project_client
""",
    ),
    "imports for type checkers only": (
        """\
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from azure.ai.projects import AIProjectClient
    from azure.ai.agents.models import ThreadRun, AgentThread
from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential


def run_it(project: AIProjectClient) -> ThreadRun:
    agents_client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())
    thread: AgentThread = agents_client.threads.create()
    return agents_client.runs.create_and_process(thread_id=thread.id, agent_id="x")
""",
        """\
from __future__ import annotations
from typing import TYPE_CHECKING

from azure.ai.projects import AIProjectClient
from openai.types.conversations import Conversation
from openai.types.responses import Response
if TYPE_CHECKING:
    from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


def run_it(project: AIProjectClient) -> Response:
    project_client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
    openai_client = project_client.get_openai_client()
    conversation: Conversation = openai_client.conversations.create()
    return openai_client.responses.create(
        conversation=conversation.id,
        extra_body={"agent_reference": {"name": "x", "type": "agent_reference"}},
    )
""",
    ),
    "tabs, line ends and a form feed": (
        'import time\r\nfrom openai import OpenAI\r\n\r\nclient = OpenAI()\r\nassistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")\r\n\r\ndef f():\r\n\tthread = client.beta.threads.create()\r\n\tif True:\r\n\t\trun = client.beta.threads.runs.create(\\\r\n\t\t\tthread_id=thread.id, \\\r\n\t\t\tassistant_id=assistant.id)\r\n\t\twhile run.status != \'completed\':\r\n\t\t\ttime.sleep(1); run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)\r\n\t\tprint(\'😀\', run.status); return thread.id\r\n\x0c\r\nf()',
        'from functools import partial\r\nfrom openai import OpenAI\r\n\r\nclient = OpenAI()\r\nassistant = partial(client.responses.create, model="gpt-4o", instructions="hi")\r\n\r\ndef f():\r\n\tconversation = client.conversations.create()\r\n\tif True:\r\n\t\tresponse = assistant(conversation=conversation.id)\r\n\t\tprint(\'😀\', response.status); return conversation.id\r\n\x0c\r\nf()',
    ),
}

BLOCKED = {
    "a thread as a default": (
        """\
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")


def session():
    thread = client.beta.threads.create()
    run = None

    def reset():
        nonlocal thread, run
        thread = client.beta.threads.create()
        run = None

    def ask(text, thread_=thread):
        nonlocal run
        client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
        run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
        return run.status

    return ask, reset
""",
        "a thread is kept where its readers are not known",
    ),
    "a key function that reads what is gone": (
        """\
import time
from azure.ai.agents import AgentsClient
from azure.ai.agents.models import MessageRole, ListSortOrder, RunStatus
from azure.identity import DefaultAzureCredential

agents_client = AgentsClient(endpoint="e", credential=DefaultAzureCredential())

thread_id = input()
messages = list(agents_client.messages.list(thread_id=thread_id, order=ListSortOrder.ASCENDING))
print(messages[-1].content[0].text.value)
for m in messages[::-1]:
    print(m.role, m.text_messages[0].text.value if m.text_messages else "")
for m in reversed(messages[1:]):
    print(m.id)
newest = max(messages, key=lambda m: (m.created_at, m.id))
""",
        "items of a conversation carry no time",
    ),
    "a run that another request asks for": (
        """\
from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()
ASSISTANT = "asst_1"


@app.post("/start")
def start(text: str):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread.id, role="user", content=text)
    run = client.beta.threads.runs.create(
        thread_id=thread.id, assistant_id=ASSISTANT, truncation_strategy={"type": "last_messages"}
    )
    return {"thread_id": thread.id, "run_id": run.id}


@app.get("/status")
def status(thread_id: str, run_id: str):
    run = client.beta.threads.runs.retrieve(run_id, thread_id=thread_id)
    return {"status": run.status}
""",
        "makes the id and cannot be migrated",
    ),
    "arguments built step by step": (
        """\
import time
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")

def ask(thread_id, text, **extra):
    params = {"thread_id": thread_id, "assistant_id": assistant.id}
    params.update(extra)
    client.beta.threads.messages.create(thread_id, role="user", content=text)
    run = client.beta.threads.runs.create_and_poll(**params)
    return run.status


def ask2(*args):
    return client.beta.threads.messages.create(*args, role="user", content="x")
""",
        "thread and agent are not both given by name or position",
    ),
    "a mocked client": (
        """\
from unittest.mock import MagicMock, patch
from openai import OpenAI


def test_ask():
    client = MagicMock(spec=OpenAI)
    client.beta.threads.create.return_value.id = "t"
    client.beta.threads.runs.create.return_value = MagicMock(status="completed")
    thread = client.beta.threads.create()
    client.beta.threads.create.assert_called_once()
    with patch.object(client.beta.threads.runs, "retrieve") as r:
        r.return_value.status = "completed"
    assert thread.id == "t"
""",
        "a test says what the mocked `create` gives or gets",
    ),
    "a thread that __enter__ gives": (
        """\
import time
from openai import OpenAI

client = OpenAI()


class Session:
    def __enter__(self):
        self.thread = client.beta.threads.create()
        return self.thread

    def __exit__(self, *exc):
        client.beta.threads.delete(self.thread.id)


with Session() as thread:
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content="x")
    print(thread.created_at, thread.tool_resources)
""",
        "a conversation has no tool resources",
    ),
    "an Azure OpenAI client behind a method": (
        """\
from openai import AzureOpenAI


class Bot:
    _client = None

    @classmethod
    def client(cls):
        if cls._client is None:
            cls._client = AzureOpenAI(api_key="k")
        return cls._client

    def new(self):
        self.thread = self.client().beta.threads.create()
        return self.thread.id
""",
        "agents need an `AIProjectClient`",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    before, after = PROGRAMS[name]
    analysis = analyse(before, today=TODAY)
    assert not analysis.failures
    assert apply_edits(before, analysis.fix_all(unsafe=True)) == after


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_is_left_to_do(name: str) -> None:
    after = PROGRAMS[name][1]
    assert not analyse(after, today=TODAY).fix_all(unsafe=True)


@pytest.mark.parametrize("name", PROGRAMS)
def test_one_fix_at_a_time(name: str) -> None:
    """Each fix by itself leaves a program that can be read."""
    before = PROGRAMS[name][0]
    for finding in analyse(before, today=TODAY).findings:
        if finding.fix is not None:
            edits = finding.fix.render()
            assert edits
            compile(apply_edits(before, edits), "program", "exec")


@pytest.mark.parametrize("name", BLOCKED)
def test_blocked(name: str) -> None:
    source, reason = BLOCKED[name]
    analysis = analyse(source, today=TODAY)
    assert not analysis.failures
    assert any(reason in b.message for f in analysis.findings for b in f.blockers)
    after = apply_edits(source, analysis.fix_all(unsafe=True))
    assert "conversations" not in after
    assert "responses" not in after
