"""Values that reach places out of view keep a flow from being migrated; those in view do not."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """\
from openai import OpenAI

client = OpenAI()
assistant = client.beta.assistants.create(model="m", instructions="i")


def ask(text):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread.id, role="user", content=text)
    return client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)


thread = client.beta.threads.create()
messages = client.beta.threads.messages.list(thread_id=thread.id, order="asc")
"""

LOST = {
    "an iterator of another module": (
        "import itertools\nfor m in itertools.chain(messages.data): print(m.role)\n",
        "a message is given to `itertools.chain`, and what it does with it is not in view",
    ),
    "a lambda that is called elsewhere": (
        (
            "def each(items, do):\n    for item in items: do(item)\n"
            "each(messages.data, lambda m: print(m.content[0].text.value))\n"
        ),
        "a message is passed to `do` in a way that is not followed",
    ),
    "a key that names an attribute": (
        (
            "from operator import attrgetter\n"
            'for m in sorted(messages, key=attrgetter("created_at")): print(m.role)\n'
        ),
        "a listing is given to `attrgetter('created_at')`, and what it does with it is not in view",
    ),
    "keywords that are collected": (
        "def show(**named): print(named['m'].content[0].text.value)\nshow(m=messages.data[0])\n",
        "a message is passed to `show` in a way that is not followed",
    ),
    "a list that grows": (
        "found = []\nfound.extend(messages.data)\nprint(found[0].content[0].text.value)\n",
        "a message is put into a list whose readers are not known",
    ),
    "a pattern": (
        "match messages.data[0].content:\n    case [first, *_]:\n        print(first.text.value)\n",
        "a content part is taken apart by patterns",
    ),
    "an object of whatever attributes": (
        (
            "from types import SimpleNamespace\n"
            "box = SimpleNamespace(items=messages.data)\nprint(box.items[0].role)\n"
        ),
        "a message is given to `SimpleNamespace`, and what it does with it is not in view",
    ),
    "a function that others call": (
        (
            "from concurrent.futures import ThreadPoolExecutor\n"
            "with ThreadPoolExecutor() as pool:\n"
            '    print(pool.apply(ask, "q").usage.prompt_tokens)\n'
        ),
        "what this gives is not followed through `pool.apply`",
    ),
}


@pytest.mark.parametrize("name", LOST)
def test_what_is_out_of_view_blocks(name: str) -> None:
    body, reason = LOST[name]
    source = HEAD + body
    assert reason in [message for _, message in blockers(source)]
    assert "messages.list(thread_id" in fix_all(source) or "create_and_poll" in fix_all(source)


SEEN = {
    "the rest of an unpacking": "first, *rest = messages.data\nprint([m.{old} for m in rest])\n",
    "a list with a starred one in it": "both = [*messages]\nprint(both[0].{old})\n",
    "a starred argument": (
        "def show(*items):\n    for item in items: print(item.{old})\nshow(*messages.data)\n"
    ),
    "an item that is taken out": "print(messages.data.pop().{old})\n",
    "a list that is added": "found = []\nfound += messages.data\nprint(found[0].{old})\n",
    "a function without a name": "text = lambda m: m.{old}\nprint(text(messages.data[0]))\n",
    "a generator in a generator": (
        "def parts():\n    yield from messages\nfor m in parts(): print(m.{old})\n"
    ),
    "what is stored unless it is there": (
        'cache = {{}}\ncache.setdefault("k", messages.data)\nprint(cache["k"][0].{old})\n'
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_what_is_in_view_is_followed(name: str) -> None:
    source = HEAD + SEEN[name].format(old="content[0].text.value")
    assert not blockers(source)
    assert ".text.value" not in fix_all(source)


def test_results_of_coroutines_are_followed() -> None:
    source = HEAD + (
        "import asyncio\n\n"
        "async def one(q): return ask(q)\n\n"
        "async def main():\n"
        '    a, b = await asyncio.gather(one("a"), one("b"))\n'
        "    print(a.usage.prompt_tokens, b.usage.prompt_tokens)\n"
        '    return await asyncio.wait_for(one("c"), 5)\n\n'
        "print(asyncio.run(main()).usage.completion_tokens)\n"
    )
    assert not blockers(source)
    after = fix_all(source)
    assert "prompt_tokens" not in after
    assert "completion_tokens" not in after


def test_an_import_further_down_is_not_used_above_it() -> None:
    source = HEAD + "\nfrom functools import lru_cache\n\nprint(ask('q').status)\n"
    after = fix_all(source)
    assert after.index("from functools import partial\n") < after.index("partial(")


def test_agents_in_a_list_are_followed() -> None:
    source = """\
import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(os.environ["PROJECT_ENDPOINT"], DefaultAzureCredential())
a = client.create_agent(model="m", name="writer", instructions="w")
b = client.create_agent(model="m", name="critic", instructions="c")
thread = client.threads.create()
for turn, agent in enumerate([a, b] * 2):
    client.messages.create(thread.id, role="user", content=f"turn {turn}")
    client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    print(agent.id)
"""
    assert not blockers(source)
    after = fix_all(source)
    assert '"agent_reference": {"name": agent.name, "type": "agent_reference"}' in after


THROUGH = {
    "super": """\
class Base:
    def go(self): return ask("q")
class Derived(Base):
    def go(self):
        run = super().go()
        return run.{old}
print(Derived().go())
""",
    "a method of a derived class": """\
class Base:
    def show(self): print(self.go().{old})
class Derived(Base):
    def go(self): return ask("q")
Derived().show()
""",
    "an attribute of a class that is mixed in": """\
class Shown:
    def show(self): print(self.run.{old})
class Kept:
    def __init__(self): self.run = ask("q")
class Both(Shown, Kept): pass
Both().show()
""",
    "special methods": """\
class Runs:
    def __init__(self): self.all = [ask("a"), ask("b")]
    def __iter__(self): return iter(self.all)
    def __getitem__(self, place): return self.all[place]
print(Runs()[0].{old})
for run in Runs(): print(run.{old})
""",
    "a decorator": """\
from functools import wraps
def told(function):
    @wraps(function)
    def inner(*given):
        run = function(*given)
        print(run.{old})
        return run
    return inner
@told
def once(text): return ask(text)
print(once("q").{old})
""",
    "a pool of threads": """\
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as pool:
    print(pool.submit(ask, "q").result().{old})
    for run in pool.map(ask, ["a", "b"]): print(run.{old})
""",
}


@pytest.mark.parametrize("name", THROUGH)
def test_runs_are_followed_through(name: str) -> None:
    old = "usage.prompt_tokens"
    source = HEAD + THROUGH[name].format(old=old)
    assert not blockers(source)
    after = fix_all(source)
    assert old not in after
    assert after.count("usage.input_tokens") == source.count(old)


def test_a_status_is_text_where_it_must_be() -> None:
    source = HEAD + (
        'run = ask("q")\n'
        "def state() -> str: return run.status\n"
        'print({"completed": 1}[run.status], {"completed": 1}.get(run.status), run.status)\n'
    )
    after = fix_all(source)
    assert "return str(run.status)" in after
    assert "[str(run.status)]" in after
    assert ".get(str(run.status)), run.status\n" in after
