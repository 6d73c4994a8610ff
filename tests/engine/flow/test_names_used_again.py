"""One name for several things: only what is ours is written anew."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

HISTORY = """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
import streamlit as st

project = AIProjectClient(st.secrets["ENDPOINT"], DefaultAzureCredential())

for msg in st.session_state.history:
    with st.chat_message(msg["role"]):
        st.markdown(msg["content"])

for msg in project.agents.messages.list(thread_id=st.session_state.tid):
    st.markdown(msg["role"])
"""

HISTORY_AFTER = """from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
import streamlit as st

project = AIProjectClient(st.secrets["ENDPOINT"], DefaultAzureCredential())
openai_client = project.get_openai_client()

for msg in st.session_state.history:
    with st.chat_message(msg["role"]):
        st.markdown(msg["content"])

for msg in (
    item
    for item in openai_client.conversations.items.list(
        conversation_id=st.session_state.tid
    )
    if item.type == "message"
):
    st.markdown(msg.role)
"""

SAME_ID = """from openai import OpenAI


class Chat:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, text, thread_id, assistant_id):
        if thread_id is None:
            thread = self.client.beta.threads.create()
            thread_id = thread.id
        self.client.beta.threads.messages.create(thread_id=thread_id, role="user", content=text)
        return self.client.beta.threads.runs.create_and_poll(
            thread_id=thread_id, assistant_id=assistant_id, truncation_strategy={"type": "last"}
        )
"""


def test_a_loop_over_something_else() -> None:
    becomes(HISTORY, HISTORY_AFTER)


def test_a_thread_and_the_run_on_it_move_together() -> None:
    """The run has no successor, so nothing may make conversations for it."""
    assert fix_all(SAME_ID) == SAME_ID


LOOPED = """from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create()
message = client.beta.threads.messages.create(thread_id=thread.id, role="user", content="Hi")
message = client.beta.threads.messages.list(thread_id=thread.id)
for message in reversed(message.data):
    print(message.role)
"""


def test_a_loop_whose_list_has_the_name_of_its_element() -> None:
    after = fix_all(LOOPED)
    assert "for message in reversed(message):\n    print(message.role)\n" in after
    assert "beta" not in after


CARRIED = """from openai import OpenAI

client = OpenAI()


def follow(thread_id, show):
    message = None
    for _ in range(3):
        if message:
            show(message.{0})
        message = client.beta.threads.messages.list(thread_id=thread_id).data[0]
"""


def test_a_name_may_hold_what_the_round_before_has_left() -> None:
    reasons = [
        (line, reason.split(": ")[-1]) for line, reason in blockers(CARRIED.format("created_at"))
    ]
    assert reasons == [(10, "items of a conversation carry no time")]
    assert "beta" not in fix_all(CARRIED.format("role"))


def test_what_a_round_gives_anew_is_not_that_of_the_round_before() -> None:
    source = CARRIED.format("created_at").replace(
        "        if message", "        message = None\n        if message"
    )
    assert "client.conversations.items.list(" in fix_all(source)
