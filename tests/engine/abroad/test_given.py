"""Legacy objects that functions get from callers out of view, as their annotations say."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all, look

from unspool_rules.model import Target, TargetService

FOUNDRY = Target(service=TargetService.FOUNDRY)

HELPERS = '''import time
from openai import OpenAI
from openai.types.beta import Thread
from openai.types.beta.threads import Message, Run


def wait(client: OpenAI, thread: Thread, run: Run) -> Run:
    while run.status in ("queued", "in_progress"):
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        time.sleep(0.5)
    return run


def text_of(message: Message) -> str:
    """The first text."""
    return message.content[0].text.value
'''


def test_objects_of_callers_are_read_in_the_new_way() -> None:
    becomes(
        HELPERS,
        '''import time
from openai import OpenAI
from openai.types.conversations import Conversation, Message
from openai.types.responses import Response


def wait(client: OpenAI, thread: Conversation, run: Response) -> Response:
    while run.status in ("queued", "in_progress"):
        run = client.responses.retrieve(run.id)
        time.sleep(0.5)
    return run


def text_of(message: Message) -> str:
    """The first text."""
    return next(
        (
            part.text
            for part in message.content
            if part.type == "output_text" or part.type == "input_text"
        ),
        "",
    )
''',
    )


def test_what_callers_must_give_is_said() -> None:
    told = notes(HELPERS)
    assert "`thread` comes from callers out of view: they must give a `Conversation`" in told
    assert "`run` comes from callers out of view: they must give a `Response`" in told
    assert "`message` comes from callers out of view: they must give a `Message`" in told


def test_beside_an_agent_a_response_is_not_fetched_again() -> None:
    result = fix_all(HELPERS, FOUNDRY)
    assert "def wait(client: OpenAI, thread: Conversation, run: Response) -> Response:\n" in result
    assert "    return run\n" in result
    assert "retrieve" not in result


def test_one_caller_in_view_says_what_is_given() -> None:
    source = """from openai import OpenAI
from openai.types.beta import Thread

client = OpenAI()


def name_of(thread: Thread) -> str:
    return thread.id


print(name_of(client.beta.threads.create()))
"""
    assert "def name_of(thread: Conversation) -> str:" in fix_all(source)
    assert not [n for n in notes(source) if "callers out of view" in n]


@pytest.mark.parametrize(
    ("annotation", "new"),
    [
        ("Optional[Thread] = None", "Optional[Conversation] = None"),
        ("Thread | None = None", "Conversation | None = None"),
    ],
)
def test_optional_objects(annotation: str, new: str) -> None:
    source = f"""from typing import Optional
from openai import OpenAI
from openai.types.beta import Thread


def say(client: OpenAI, text: str, thread: {annotation}) -> str:
    thread = thread or client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=text)
    return thread.id
"""
    result = fix_all(source)
    assert f"thread: {new}) -> str:" in result
    assert "thread = thread or client.conversations.create()" in result
    assert "beta" not in result


def test_what_has_no_counterpart_blocks_at_its_place() -> None:
    source = """from openai.types.beta.threads import Message


def when(message: Message) -> int:
    return message.created_at
"""
    assert (5, "items of a conversation carry no time") in blockers(source)
    assert fix_all(source) == source


@pytest.mark.parametrize(
    "source",
    [
        # an object that no definition in the code can be given for
        """from openai.types.beta import Assistant


def name_of(assistant: Assistant) -> str:
    return assistant.id
""",
        # a class out of view says what its methods get
        """from chats import Handler
from openai.types.beta.threads import Message


class Mine(Handler):
    def on_message(self, message: Message) -> None:
        print(message.id)
""",
    ],
)
def test_objects_that_only_others_know_stay(source: str) -> None:
    assert fix_all(source) == source
    assert all(f.blockers for f in look(source).findings)


def test_a_message_that_is_added_is_an_item() -> None:
    source = """from openai import OpenAI
from openai.types.beta.threads import Message

client = OpenAI()


def add(thread_id: str, text: str) -> Message:
    return client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
"""
    result = fix_all(source)
    assert "def add(thread_id: str, text: str) -> ConversationItem:" in result
    assert "from openai.types.conversations import ConversationItem\n" in result


def test_names_that_are_declared_before_a_loop_binds_them() -> None:
    source = """from openai.types.beta.threads import RequiredActionFunctionToolCall, Run


def names_of(run: Run):
    action: RequiredActionFunctionToolCall
    for action in run.required_action.submit_tool_outputs.tool_calls:
        print(action.function.name)
"""
    after = fix_all(source)
    assert "    action: ResponseFunctionToolCall\n" in after
    assert "RequiredAction" not in after


def test_what_goes_into_a_class_of_the_old_service_stays_what_it_was() -> None:
    source = """from openai.types.beta.assistant_stream_event import ThreadMessageCreated
from openai.types.beta.threads import Message


def created(message: Message) -> ThreadMessageCreated:
    return ThreadMessageCreated(event="thread.message.created", data=message)
"""
    assert fix_all(source) == source
    assert any("takes the old object" in reason for _, reason in blockers(source))
