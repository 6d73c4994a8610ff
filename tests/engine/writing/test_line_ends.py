"""Tabs, form feeds and the line ends of a file stay."""

from __future__ import annotations

from tests.engine.checks import becomes

BEFORE = (
    "import time\r\n"
    "from openai import OpenAI\r\n"
    "\r\n"
    "client = OpenAI()\r\n"
    'assistant = client.beta.assistants.create(name="a", model="gpt-4o", instructions="hi")\r\n'
    "\r\n"
    "def f():\r\n"
    "\tthread = client.beta.threads.create()\r\n"
    "\tif True:\r\n"
    "\t\trun = client.beta.threads.runs.create(\\\r\n"
    "\t\t\tthread_id=thread.id, \\\r\n"
    "\t\t\tassistant_id=assistant.id)\r\n"
    "\t\twhile run.status != 'completed':\r\n"
    "\t\t\ttime.sleep(1); "
    "run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)\r\n"
    "\t\tprint('😀', run.status); return thread.id\r\n"
    "\x0c\r\n"
    "f()"
)
AFTER = (
    "from functools import partial\r\n"
    "from openai import OpenAI\r\n"
    "\r\n"
    "client = OpenAI()\r\n"
    'assistant = partial(client.responses.create, model="gpt-4o", instructions="hi")\r\n'
    "\r\n"
    "def f():\r\n"
    "\tconversation = client.conversations.create()\r\n"
    "\tif True:\r\n"
    "\t\tresponse = assistant(conversation=conversation.id)\r\n"
    "\t\tprint('😀', response.status); return conversation.id\r\n"
    "\x0c\r\n"
    "f()"
)


def test_tabs_line_ends_and_a_form_feed() -> None:
    becomes(BEFORE, AFTER)
