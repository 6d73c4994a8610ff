"""Arguments that are unpacked and not in view: they get their new shape when the program runs."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all

HEAD = "from openai import OpenAI\n\nclient = OpenAI()\n\n\n"

CALLS = {
    "a thread": (
        "def make(**kwargs):\n    return client.beta.threads.create(**kwargs)\n",
        "    return client.conversations.create(**conversation_fields(kwargs))\n",
    ),
    "a thread with metadata": (
        (
            "def make(user, **kwargs):\n"
            '    return client.beta.threads.create(metadata={"user": user}, **kwargs)\n'
        ),
        (
            "    return client.conversations.create(\n"
            '        metadata={"user": user},\n'
            "        **conversation_fields(kwargs),\n"
            "    )\n"
        ),
    ),
    "an update": (
        "def change(thread_id, **kwargs):\n    client.beta.threads.update(thread_id, **kwargs)\n",
        "    client.conversations.update(thread_id, **conversation_fields(kwargs))\n",
    ),
    "a message in view": (
        (
            "def add(thread_id, text: str, **kwargs):\n"
            "    client.beta.threads.messages.create(\n"
            '        thread_id=thread_id, role="user", content=text, **kwargs\n'
            "    )\n"
        ),
        (
            "    client.conversations.items.create(\n"
            "        conversation_id=thread_id,\n"
            '        items=[{"type": "message", "role": "user", "content": text}],\n'
            "        **request_options(kwargs),\n"
            "    )\n"
        ),
    ),
    "a message out of view": (
        "def add(message):\n    client.beta.threads.messages.create(**message.model_dump())\n",
        "    client.conversations.items.create(**item_fields(message.model_dump()))\n",
    ),
    "a message whose role is in view": (
        'def add(**kwargs):\n    client.beta.threads.messages.create(role="user", **kwargs)\n',
        '    client.conversations.items.create(**item_fields({"role": "user", **kwargs}))\n',
    ),
    "a listing": (
        (
            "def read(thread_id, **kwargs):\n"
            "    return client.beta.threads.messages.list(thread_id, **kwargs).data\n"
        ),
        (
            "    return [\n"
            "        item\n"
            "        for item in client.conversations.items.list(\n"
            "            conversation_id=thread_id,\n"
            "            **list_options(kwargs),\n"
            "        )\n"
            '        if item.type == "message"\n'
            '    ][: kwargs.get("limit")]\n'
        ),
    ),
    "a run of a stored assistant": (
        (
            "def ask(thread_id, assistant_id, **kwargs):\n"
            "    client.beta.threads.runs.create_and_poll(\n"
            "        thread_id=thread_id, assistant_id=assistant_id, **kwargs\n"
            "    )\n"
        ),
        (
            "    client.responses.create(\n"
            "        **{\n"
            "            **definition_of(assistant_id),\n"
            "            **response_fields(kwargs, definition_of(assistant_id)),\n"
            "        },\n"
            "        conversation=thread_id,\n"
            "    )\n"
        ),
    ),
    "a run with instructions of its own": (
        (
            "def ask(thread_id, assistant_id, **kwargs):\n"
            "    client.beta.threads.runs.create_and_poll(\n"
            '        thread_id=thread_id, assistant_id=assistant_id, instructions="Hi", **kwargs\n'
            "    )\n"
        ),
        (
            "    client.responses.create(\n"
            "        **{\n"
            "            **definition_of(assistant_id),\n"
            "            **response_fields(\n"
            '                {"instructions": "Hi", **kwargs}, definition_of(assistant_id)\n'
            "            ),\n"
            "        },\n"
            "        conversation=thread_id,\n"
            "    )\n"
        ),
    ),
    "a run of an assistant in view": (
        (
            'assistant = client.beta.assistants.create(model="gpt-4o", instructions="Hi")\n\n\n'
            "def ask(thread_id, **kwargs):\n"
            "    client.beta.threads.runs.create_and_poll(\n"
            "        thread_id=thread_id, assistant_id=assistant.id, **kwargs\n"
            "    )\n"
        ),
        "    assistant(**response_fields(kwargs, assistant.keywords), conversation=thread_id)\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CALLS.values(), ids=CALLS)
def test_a_function_of_the_program_shapes_them(before: str, after: str) -> None:
    """The function stands in the program, and the call unpacks what it gives."""
    done = fix_all(HEAD + before)
    assert after in done
    becomes(HEAD + before, done)


def test_what_is_written_down_needs_no_function() -> None:
    """``**{"metadata": …}`` is as good as ``metadata=…``."""
    before = HEAD + 'client.beta.threads.create(**{"metadata": {"a": "b"}}, timeout=5)\n'
    becomes(before, HEAD + 'client.conversations.create(metadata={"a": "b"}, timeout=5)\n')


def _run(name: str, **given: object) -> dict[str, object]:
    """What one of the functions gives, as it stands in a migrated program."""
    text = fix_all(HEAD + "\n\n".join(before for before, _ in CALLS.values()))
    names: dict[str, Any] = {}
    exec(text.partition("client = OpenAI()")[0].replace("from openai import OpenAI", ""), names)
    own = {"instructions": "Teach.", "tools": [{"type": "file_search", "vector_store_ids": ["v"]}]}
    more = [own] if name == "response_fields" else []
    made: dict[str, object] = names[name](given, *more)
    return made


def test_a_thread() -> None:
    """Messages are items; what is None was not given."""
    part = {"type": "image_url", "image_url": {"url": "u", "detail": "low"}}
    messages = [
        {"role": "user", "content": [{"type": "text", "text": "hi"}, part], "attachments": None},
        {"role": "assistant", "content": [{"type": "text", "text": "ho"}], "metadata": {}},
    ]
    found = _run("conversation_fields", messages=messages, metadata=None, timeout=3)
    image = {"type": "input_image", "detail": "low", "image_url": "u"}
    user = {"type": "message", "role": "user"}
    answer = {"type": "message", "role": "assistant"}
    assert found == {
        "items": [
            {**user, "content": [{"type": "input_text", "text": "hi"}, image]},
            {**answer, "content": [{"type": "output_text", "text": "ho"}]},
        ],
        "timeout": 3,
    }


def test_a_run() -> None:
    """Extra instructions go behind those of the definition, and tools reach what its own do."""
    schema = {"name": "s", "schema": {}}
    found = _run(
        "response_fields",
        additional_instructions="Be kind.",
        additional_messages=[{"role": "user", "content": "more"}],
        max_completion_tokens=9,
        max_prompt_tokens=8,
        model=None,
        stream=False,
        tools=[{"type": "file_search"}, {"type": "function", "function": {"name": "f"}}],
        tool_choice={"type": "function", "function": {"name": "f"}},
        response_format={"type": "json_schema", "json_schema": schema},
        reasoning_effort="low",
    )
    function = {"parameters": {"type": "object", "properties": {}}, "strict": False, "name": "f"}
    assert found == {
        "instructions": "Teach.\nBe kind.",
        "input": [{"type": "message", "role": "user", "content": "more"}],
        "max_output_tokens": 9,
        "tools": [
            {"type": "file_search", "vector_store_ids": ["v"]},
            {"type": "function", **function},
        ],
        "tool_choice": {"type": "function", "name": "f"},
        "text": {"format": {"type": "json_schema", **schema}},
        "reasoning": {"effort": "low"},
    }


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("conversation_fields", {"tool_resources": {"file_search": {}}}),
        ("conversation_fields", {"messages": [{"role": "user", "content": "a", "file_ids": [1]}]}),
        ("request_options", {"attachments": [{"file_id": "f"}]}),
        ("request_options", {"file_ids": ["f"]}),
        ("item_fields", {"thread_id": "t", "role": "user", "content": "a", "attachments": [1]}),
        ("list_options", {"after": "msg_1"}),
        ("list_options", {"run_id": "run_1"}),
        ("response_fields", {"stream": True}),
        ("response_fields", {"include": ["step_details.tool_calls[*]"]}),
        ("response_fields", {"extra_body": {"tools": []}}),
    ],
)
def test_what_has_no_counterpart_is_refused(name: str, given: dict[str, object]) -> None:
    """A `TypeError` says so when the program runs: nothing is left out silently."""
    with pytest.raises(TypeError):
        _run(name, **given)


REFUSED = {
    "a caller": (
        (
            "def make(**kwargs):\n    return client.beta.threads.create(**kwargs)\n\n\n"
            'make(tool_resources={"file_search": {"vector_store_ids": ["vs"]}})\n'
        ),
        10,
        "tool_resources",
    ),
    "a key that is set": (
        (
            "def add(files, **kwargs):\n"
            '    kwargs["attachments"] = [{"file_id": f} for f in files]\n'
            "    client.beta.threads.messages.create(**kwargs)\n"
        ),
        7,
        "attachments",
    ),
    "a function that gives the mapping": (
        (
            "def options():\n"
            '    return {"truncation_strategy": {"type": "last_messages"}}\n\n\n'
            "def ask(thread_id, assistant_id):\n"
            "    client.beta.threads.runs.create_and_poll(\n"
            "        thread_id=thread_id, assistant_id=assistant_id, **options()\n"
            "    )\n"
        ),
        7,
        "truncation_strategy",
    ),
    "a stream": (
        (
            "def ask(thread_id, assistant_id, **kwargs):\n"
            "    return client.beta.threads.runs.create(\n"
            "        thread_id=thread_id, assistant_id=assistant_id, **kwargs\n"
            "    )\n\n\n"
            'for event in ask("t", "a", stream=True):\n'
            "    print(event)\n"
        ),
        12,
        "stream",
    ),
    "metadata of a message that are read": (
        (
            "def add(**kwargs):\n"
            "    client.beta.threads.messages.create(**kwargs)\n\n\n"
            "def kind(message):\n"
            "    return message.metadata\n\n\n"
            'add(thread_id="t", role="user", content="a", metadata={"a": "b"})\n'
        ),
        14,
        "metadata",
    ),
    "an attribute": (
        (
            "class Bot:\n"
            "    def __init__(self):\n"
            '        self.options = {"stream": True}\n\n'
            "    def ask(self, thread_id):\n"
            "        return client.beta.threads.runs.create(\n"
            '            thread_id=thread_id, assistant_id="asst_1", **self.options\n'
            "        )\n"
        ),
        8,
        "stream",
    ),
    "a filtered dictionary": (
        (
            "def read(thread_id, after):\n"
            '    options = {"after": after, "limit": 5}\n'
            "    options = {k: v for k, v in options.items() if v}\n"
            "    return client.beta.threads.messages.list(thread_id, **options).data\n"
        ),
        7,
        "after",
    ),
}


@pytest.mark.parametrize(("program", "line", "key"), REFUSED.values(), ids=REFUSED)
def test_what_is_seen_to_have_no_counterpart_blocks(program: str, line: int, key: str) -> None:
    """The program would only raise the error."""
    found = [(where, said) for where, said in blockers(HEAD + program) if f"`{key}`" in said]
    assert [where for where, said in found if "and has no counterpart" in said] == [line]
    assert fix_all(HEAD + program) == HEAD + program


AZURE = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["E"], credential=DefaultAzureCredential())


def make(**kwargs):
    return client.threads.create(**kwargs)


def ask(thread_id, agent_id, **kwargs):
    return client.runs.create_and_process(thread_id=thread_id, agent_id=agent_id, **kwargs)
"""


def test_in_foundry() -> None:
    """The agent's definition is not in the request, and what belongs to it is refused."""
    done = fix_all(AZURE)
    becomes(AZURE, done)
    assert "openai_client.conversations.create(**conversation_fields(kwargs))" in done
    assert "**response_options(kwargs),\n        conversation=thread_id," in done
    names: dict[str, object] = {}
    exec(done[done.index("def content_part") : done.index("client = ")], {"Any": object}, names)
    shape = names["response_options"]
    assert callable(shape)
    shape.__globals__.update(names)
    assert shape(
        {"additional_instructions": "a", "max_completion_tokens": 4, "metadata": None}
    ) == {
        "input": [{"role": "developer", "content": "a"}],
        "max_output_tokens": 4,
    }
    for key in ("instructions", "model", "tools", "temperature", "stream", "response_format"):
        with pytest.raises(TypeError, match=key):
            shape({key: "a"})


def test_metadata_of_a_message_that_nothing_reads_go() -> None:
    """As they do where they are in view; a person is told."""
    program = HEAD + CALLS["a message in view"][0] + '\n\nadd("t", "a", metadata={"a": "b"})\n'
    assert any("carry no metadata" in note for note in notes(program))
    assert _run("request_options", metadata={"a": "b"}, timeout=3) == {"timeout": 3}
    given = {"thread_id": "t", "role": "user", "content": "a", "metadata": {"a": "b"}}
    item = {"type": "message", "role": "user", "content": "a"}
    assert _run("item_fields", **given) == {"conversation_id": "t", "items": [item]}


def test_a_thread_made_on_the_way_may_be_among_them() -> None:
    """What is in it would be lost."""
    program = (
        "def ask(assistant_id, **kwargs):\n"
        "    return client.beta.threads.create_and_run(assistant_id=assistant_id, **kwargs)\n"
    )
    assert fix_all(HEAD + program) == HEAD + program


def test_positions_are_not_known() -> None:
    """``*args`` has no names."""
    program = HEAD + "def make(*args):\n    return client.beta.threads.create(*args)\n"
    assert any("unpacked arguments" in said for _, said in blockers(program))


def test_what_may_be_none_is_left_out_when_the_program_runs() -> None:
    """Also where it has another form, or is part of the input."""
    program = HEAD + (
        "def ask(thread_id, assistant_id, tools=None, more=None, form=None, effort=None):\n"
        "    return client.beta.threads.runs.create_and_poll(\n"
        "        thread_id=thread_id,\n"
        "        assistant_id=assistant_id,\n"
        "        tools=tools,  # functions\n"
        "        additional_messages=more,\n"
        "        response_format=form,\n"
        "        reasoning_effort=effort,\n"
        '        truncation_strategy={"type": "disabled"},\n'
        "        timeout=5,\n"
        "    ).status\n"
    )
    after = fix_all(program)
    becomes(program, after)
    assert after.endswith(
        """                {
                    "tools": tools,  # functions
                    "additional_messages": more,
                    "response_format": form,
                    "reasoning_effort": effort,
                },
                definition_of(assistant_id),
            ),
        },
        conversation=thread_id,
        truncation="disabled",
        timeout=5,
    ).status
"""
    )


def test_a_definition_in_view_may_lack_what_is_none() -> None:
    """Its own fields are those of the ``partial``."""
    program = HEAD + (
        'assistant = client.beta.assistants.create(model="gpt-4o")\n\n\n'
        "def ask(thread_id, model=None, tools=None):\n"
        "    client.beta.threads.runs.create_and_poll(\n"
        "        thread_id=thread_id, assistant_id=assistant.id, model=model, tools=tools\n"
        "    )\n"
    )
    after = fix_all(program)
    becomes(program, after)
    assert 'response_fields({"model": model, "tools": tools}, assistant.keywords)' in after


def test_beside_what_a_dictionary_holds_sometimes_it_blocks() -> None:
    """Extra instructions would be lost behind those that the dictionary may have."""
    program = HEAD + (
        "def ask(thread_id, assistant_id, text=None, tools=None, more=None):\n"
        '    given = {"thread_id": thread_id, "assistant_id": assistant_id, "tools": tools}\n'
        '    given["additional_instructions"] = more\n'
        "    if text:\n"
        '        given["instructions"] = text\n'
        "    client.beta.threads.runs.create_and_poll(**given)\n"
    )
    assert fix_all(program) == program


def test_a_thread_in_the_mapping_waits_for_those_that_make_one() -> None:
    """What takes a thread's id out of view is not migrated where threads are still made."""
    program = (
        "def make(*args):\n    return client.beta.threads.create(*args)\n\n\n"
        "def add(**kwargs):\n    client.beta.threads.messages.create(**kwargs)\n"
    )
    assert fix_all(HEAD + program) == HEAD + program


def test_a_person_is_told() -> None:
    """Of the function, and of the id."""
    found = notes(HEAD + CALLS["a message out of view"][0])
    assert any("`item_fields`" in note for note in found)
    assert any("must be a conversation's id" in note for note in found)


def test_a_round_of_tools_asks_again_as_before() -> None:
    """Options out of view are those of the response before."""
    program = (
        "import json\n\n"
        "from openai import OpenAI\n\n"
        "client = OpenAI()\n\n\n"
        "def ask(thread_id, assistant_id, call, **kwargs):\n"
        "    run = client.beta.threads.runs.create_and_poll(\n"
        "        thread_id=thread_id, assistant_id=assistant_id, **kwargs\n"
        "    )\n"
        '    while run.status == "requires_action":\n'
        "        outputs = []\n"
        "        for tool in run.required_action.submit_tool_outputs.tool_calls:\n"
        "            given = json.loads(tool.function.arguments)\n"
        '            outputs.append({"tool_call_id": tool.id, "output": call(given)})\n'
        "        run = client.beta.threads.runs.submit_tool_outputs_and_poll(\n"
        "            thread_id=thread_id, run_id=run.id, tool_outputs=outputs\n"
        "        )\n"
        "    return run.status\n"
    )
    done = fix_all(program)
    assert "response_fields" not in done.rpartition("while")[2]
    assert "asked_before" in done.rpartition("while")[2] or done == program


def test_a_function_that_hands_in_outputs_needs_no_options() -> None:
    """It asks as the response before was asked, and gets no more parameters."""
    program = HEAD + (
        "def submit(run, thread_id):\n"
        "    calls = run.required_action.submit_tool_outputs.tool_calls\n"
        '    outputs = [{"tool_call_id": call.id, "output": "1"} for call in calls]\n'
        "    return client.beta.threads.runs.submit_tool_outputs_and_poll(\n"
        "        thread_id=thread_id, run_id=run.id, tool_outputs=outputs\n"
        "    )\n\n\n"
        "def ask(thread_id, tools=None):\n"
        "    run = client.beta.threads.runs.create_and_poll(\n"
        '        thread_id=thread_id, assistant_id="asst_1", tools=tools\n'
        "    )\n"
        '    while run.status == "requires_action":\n'
        "        run = submit(run, thread_id)\n"
        "    return run.status\n"
    )
    after = fix_all(program)
    assert "beta" not in after
    assert "def submit(run, thread_id):\n" in after
    assert "**asked_before(run),\n" in after
