"""Objects that the ``__init__`` of a class of the file gets: they are followed into it."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = "from openai import OpenAI\n\nclient = OpenAI()\n\n\n"
ANSWER = """class Answer:
    def __init__(self, message, run, cost=0):
        self.message = message
        self.run = run
        self.cost = cost

    def failed(self):
        return self.run.last_error is not None


"""
ASK = """def ask(thread_id, assistant_id):
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread_id, assistant_id=assistant_id
    )
    messages = client.beta.threads.messages.list(thread_id=thread_id, run_id=run.id)
    return {made}


answer = ask(input(), "asst_1")
print(answer.message.content[0].text.value, answer.run.usage.prompt_tokens, answer.failed())
"""
UNSEEN = "gets the whole object, and what it does with it is not in view"


@pytest.mark.parametrize(
    "made", ["Answer(messages.data[0], run)", "Answer(run=run, message=messages.data[0], cost=1)"]
)
def test_what_is_read_of_attributes(made: str) -> None:
    source = HEAD + ANSWER + ASK.format(made=made)
    after = fix_all(source)
    becomes(source, after)
    assert "return self.run.error is not None\n" in after
    assert "answer.run.usage.input_tokens" in after
    assert "for part in answer.message.content\n" in after
    assert "beta" not in after


FACTORY = """from openai import OpenAI


class Bot:
    def __init__(self, client, assistant, thread):
        self.client = client
        self.assistant = assistant
        self.thread = thread

    @classmethod
    def make(cls, client: OpenAI) -> "Bot":
        assistant = client.beta.assistants.create(model="gpt-4o", instructions="Help.")
        return cls(client, assistant, client.beta.threads.create())

    def ask(self):
        run = self.client.beta.threads.runs.create_and_poll(
            thread_id=self.thread.id, assistant_id=self.assistant.id
        )
        return run.status


print(Bot.make(OpenAI()).ask())
"""


def test_class_methods_that_make_objects() -> None:
    after = fix_all(FACTORY)
    becomes(FACTORY, after)
    assert "return cls(client, assistant, client.conversations.create())\n" in after
    assert "response = self.assistant(conversation=self.thread.id)\n" in after


def test_derived_classes_that_are_made_in_another_way() -> None:
    derived = (
        "\n\nclass Tutor(Bot):\n    def __init__(self, client, *rest):\n"
        "        print(rest[0].name)\n\n\nTutor.make(OpenAI())\n"
    )
    assert any(UNSEEN in message for _, message in blockers(FACTORY + derived))


@pytest.mark.parametrize(
    "body",
    [
        (
            "    def __new__(cls, message, run):\n        print(message)\n"
            "        return super().__new__(cls)\n\n"
            "    def __init__(self, message, run):\n        self.message = message\n"
            "        self.run = run\n"
        ),
        "    text: str\n",
        "    def __init__(self, message, **given):\n        self.message = message\n",
        "    def __init__(self, message, run):\n        super().__init__(message, run)\n",
    ],
)
def test_classes_that_get_objects_in_other_ways(body: str) -> None:
    made = ASK.format(made="Answer(messages.data[0], run)").partition("\n\n\n")[0] + "\n"
    made = made.replace("data[0], run", "data[0], run=run")
    assert blockers(f"{HEAD}class Answer(Base):\n{body}\n\n{made}")


def test_objects_that_hold_them_and_leave() -> None:
    source = (
        f"from reports import publish\n{HEAD}{ANSWER}"
        + ASK.format(made="Answer(messages.data[0], run)")
        + "publish(answer)\n"
    )
    told = " ".join(notes(source))
    assert "`message` of `Answer` objects holds an item now: look at what `publish` reads" in told


@pytest.mark.parametrize(
    "use",
    [
        "def show(one):\n    print(one.message.content[0].text.value)\n",
        "def show(one):\n    print(one.run.last_error)\n",
        (
            "import queue\n\nwaiting = queue.Queue()\nwaiting.put(answer)\n"
            "print(waiting.get().run.usage.prompt_tokens)\n"
        ),
    ],
)
def test_objects_that_are_lost_sight_of(use: str) -> None:
    source = HEAD + ANSWER + ASK.format(made="Answer(messages.data[0], run)") + use
    assert any("is read here of" in message for _, message in blockers(source))


@pytest.mark.parametrize(
    "use",
    [
        "def show(one):\n    print(one.message.content, one.run.id, one.cost.last_error)\n",
        "answers = []\nanswers.append(answer)\nprint(answers[0].run.last_error)\n",
        "for one in [ask(name, 'asst_1') for name in ('a', 'b')]:\n    print(one.run.last_error)\n",
    ],
)
def test_objects_that_are_not(use: str) -> None:
    source = HEAD + ANSWER + ASK.format(made="Answer(messages.data[0], run)") + use
    assert not blockers(source)
    assert ".run.last_error" not in fix_all(source)
