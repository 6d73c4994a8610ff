"""Assistants that a program knows by their ids only: their definitions are read from a file."""

from __future__ import annotations

import pytest
from tests.engine.checks import becomes, blockers, notes
from tests.rules.fixing import fix_all, look

READ = '''
def definition_of(assistant_id: str | None) -> dict[str, Any]:
    """What `responses.create` takes of an assistant in `assistants.json`."""
    path = Path(__file__).with_name("assistants.json")
    stored = json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}

'''
HEAD = """import os

from openai import OpenAI

client = OpenAI()
"""
NEW = f"""import json
import os
from pathlib import Path
from typing import Any

from openai import OpenAI

{READ}
client = OpenAI()
"""
PARTIAL = NEW.replace("from pathlib", "from functools import partial\nfrom pathlib")

PROGRAMS = {
    "a literal": (
        HEAD
        + """

def ask(thread_id):
    run = client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id="asst_1")
    print(run.status)
""",
        NEW
        + """

def ask(thread_id):
    response = client.responses.create(**definition_of("asst_1"), conversation=thread_id)
    print(response.status)
""",
    ),
    "an attribute and arguments by position": (
        HEAD
        + """

class Bot:
    def __init__(self, assistant_id: str) -> None:
        self.assistant_id = assistant_id

    def ask(self, thread_id: str) -> str:
        run = client.beta.threads.runs.create(thread_id, assistant_id=self.assistant_id)
        return run.id
""",
        NEW
        + """

class Bot:
    def __init__(self, assistant_id: str) -> None:
        self.assistant_id = assistant_id

    def ask(self, thread_id: str) -> str:
        response = client.responses.create(
            **definition_of(self.assistant_id),
            conversation=thread_id,
        )
        return response.id
""",
    ),
    "what a run changes": (
        HEAD
        + """

def ask(thread_id, assistant_id):
    client.beta.threads.runs.create(
        thread_id,
        assistant_id=assistant_id,
        model="gpt-4.1",
        # in short
        instructions="Be brief.",
        additional_instructions="Be kind.",
        metadata={"a": "b"},
    )
""",
        NEW
        + """

def ask(thread_id, assistant_id):
    client.responses.create(
        **{
            **definition_of(assistant_id),
            "model": "gpt-4.1",
            # in short
            "instructions": "\\n".join(["Be brief.", "Be kind."]),
        },
        conversation=thread_id,
        metadata={"a": "b"},
    )
""",
    ),
    "a thread made on the way": (
        HEAD
        + """

def ask(text: str) -> str:
    run = client.beta.threads.create_and_run_poll(
        assistant_id=os.environ["ASSISTANT"],
        thread={"messages": [{"role": "user", "content": text}]},
    )
    return run.status
""",
        NEW
        + """

def ask(text: str) -> str:
    conversation = client.conversations.create(
        items=[{"type": "message", "role": "user", "content": text}]
    )
    response = client.responses.create(
        **definition_of(os.environ["ASSISTANT"]),
        conversation=conversation.id,
    )
    return str(response.status)
""",
    ),
    "a stream": (
        HEAD
        + """

def ask(thread_id, assistant_id):
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id=assistant_id
    ) as stream:
        for text in stream.text_deltas:
            print(text)
""",
        NEW
        + """

def ask(thread_id, assistant_id):
    with client.responses.create(
        **definition_of(assistant_id),
        conversation=thread_id,
        stream=True,
    ) as stream:
        for text in (
            event.delta
            for event in stream
            if event.type == "response.output_text.delta"
        ):
            print(text)
""",
    ),
    "an assistant that is fetched": (
        HEAD
        + """ID = os.environ["ASSISTANT"]
assistant = client.beta.assistants.retrieve(ID)
print(assistant.id, assistant.model, assistant.instructions)


def ask(thread_id):
    client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
""",
        PARTIAL
        + """ID = os.environ["ASSISTANT"]
assistant = partial(client.responses.create, **definition_of(ID))
print(ID, assistant.keywords["model"], assistant.keywords.get("instructions"))


def ask(thread_id):
    assistant(conversation=thread_id)
""",
    ),
    "a stream of one that is fetched": (
        HEAD
        + """assistant = client.beta.assistants.retrieve("asst_1")


def ask(thread_id):
    for event in client.beta.threads.runs.create(
        thread_id, assistant_id=assistant.id, instructions="x", stream=True
    ):
        if event.event == "thread.message.delta":
            print(event.data.delta.content[0].text.value)
""",
        PARTIAL
        + """assistant = partial(client.responses.create, **definition_of("asst_1"))


def ask(thread_id):
    for event in client.responses.create(
        **{**assistant.keywords, "instructions": "x"},
        conversation=thread_id,
        stream=True,
    ):
        if event.type == "response.output_text.delta":
            print(event.delta)
""",
    ),
    "fetched or made": (
        HEAD
        + """

class Bot:
    def __init__(self, known=None):
        if known:
            self.assistant = client.beta.assistants.retrieve(known)
        else:
            self.assistant = client.beta.assistants.create(model="gpt-4.1")

    def ask(self, thread_id):
        client.beta.threads.runs.create(thread_id, assistant_id=self.assistant.id)
""",
        PARTIAL
        + """

class Bot:
    def __init__(self, known=None):
        if known:
            self.assistant = partial(client.responses.create, **definition_of(known))
        else:
            self.assistant = partial(client.responses.create, model="gpt-4.1")

    def ask(self, thread_id):
        self.assistant(conversation=thread_id)
""",
    ),
    "fetched where it exists": (
        HEAD.replace("import OpenAI", "import NotFoundError, OpenAI")
        + """try:
    assistant = client.beta.assistants.retrieve("asst_1")
except NotFoundError:
    assistant = client.beta.assistants.create(model="gpt-4.1")


def ask(thread_id):
    client.beta.threads.runs.create(thread_id, assistant_id=assistant.id)
""",
        PARTIAL.replace("import OpenAI", "import NotFoundError, OpenAI")
        + """try:
    assistant = partial(client.responses.create, **definition_of("asst_1"))
except (NotFoundError, KeyError):
    assistant = partial(client.responses.create, model="gpt-4.1")


def ask(thread_id):
    assistant(conversation=thread_id)
""",
    ),
}

PLACES = {
    "no imports on top": (
        '''#!/usr/bin/env python
# (c) somebody
"""Words."""


def ask(thread_id):
    from openai import OpenAI

    OpenAI().beta.threads.runs.create(thread_id, assistant_id="asst_1")
''',
        f'''#!/usr/bin/env python
# (c) somebody
"""Words."""

import json
from pathlib import Path
from typing import Any

{READ}
def ask(thread_id):
    from openai import OpenAI

    OpenAI().responses.create(**definition_of("asst_1"), conversation=thread_id)
''',
    ),
    "nothing on top": (
        """#!/usr/bin/env python
def ask(thread_id):
    from openai import OpenAI

    OpenAI().beta.threads.runs.create(thread_id, assistant_id="asst_1")
""",
        f"""#!/usr/bin/env python
import json
from pathlib import Path
from typing import Any

{READ}
def ask(thread_id):
    from openai import OpenAI

    OpenAI().responses.create(**definition_of("asst_1"), conversation=thread_id)
""",
    ),
    "an import that goes": (
        """from openai import OpenAI
import time
client = OpenAI()
run = client.beta.threads.runs.create("t", assistant_id="asst_1")
while run.status == "queued":
    time.sleep(1)
    run = client.beta.threads.runs.retrieve(run.id, thread_id="t")
""",
        f"""from openai import OpenAI
import json
from pathlib import Path
from typing import Any

{READ}
client = OpenAI()
response = client.responses.create(**definition_of("asst_1"), conversation="t")
""",
    ),
    "settings between imports": (
        """from __future__ import annotations

from dotenv import load_dotenv

load_dotenv()

try:
    from openai import OpenAI
except ImportError:
    OpenAI = None
# the client
client = OpenAI()
client.beta.threads.runs.create("t", assistant_id="asst_1")
""",
        f"""from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dotenv import load_dotenv

load_dotenv()

try:
    from openai import OpenAI
except ImportError:
    OpenAI = None

{READ}
# the client
client = OpenAI()
client.responses.create(**definition_of("asst_1"), conversation="t")
""",
    ),
    "a name that is taken": (
        """from openai import OpenAI

definition_of = {"it": "asst_1"}.get
client = OpenAI()
client.beta.threads.runs.create("t", assistant_id=definition_of("it"))
""",
        f"""import json
from pathlib import Path
from typing import Any

from openai import OpenAI

{READ.replace("definition_of", "definition_of_2")}
definition_of = {{"it": "asst_1"}}.get
client = OpenAI()
client.responses.create(**definition_of_2(definition_of("it")), conversation="t")
""",
    ),
    "names of modules that are taken": (
        """import json as js
from fastapi import Path
from openai import OpenAI

json = {}
client = OpenAI()
client.beta.threads.runs.create("t", assistant_id="asst_1")
""",
        f"""import json as js
from pathlib import Path as NewPath
from typing import Any
from fastapi import Path
from openai import OpenAI

{READ.replace("json.loads", "js.loads").replace("Path", "NewPath")}
json = {{}}
client = OpenAI()
client.responses.create(**definition_of("asst_1"), conversation="t")
""",
    ),
    "what was written before": (
        f"""import json
from pathlib import Path
from typing import Any

from openai import OpenAI

{READ}
client = OpenAI()
client.responses.create(**definition_of("asst_1"), conversation="c")
client.beta.threads.runs.create("t", assistant_id="asst_2")
""",
        f"""import json
from pathlib import Path
from typing import Any

from openai import OpenAI

{READ}
client = OpenAI()
client.responses.create(**definition_of("asst_1"), conversation="c")
client.responses.create(**definition_of("asst_2"), conversation="t")
""",
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    becomes(*PROGRAMS[name])


@pytest.mark.parametrize("name", PLACES)
def test_where_the_file_is_read(name: str) -> None:
    becomes(*PLACES[name])


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_line_ends(newline: str) -> None:
    before, after = (text.replace("\n", newline) for text in PROGRAMS["a literal"])

    assert fix_all(before) == after


def test_a_person_is_told_of_the_file() -> None:
    before, _ = PROGRAMS["a literal"]

    assert any("`assistants.json`" in note for note in notes(before))
    assert not look(before).fixes(unsafe=False)


BLOCKED = {
    "the answer of the service": (
        """from openai import NotFoundError
try:
    assistant = client.beta.assistants.retrieve("asst_1")
except NotFoundError as error:
    print(error.message)
""",
        9,
        "a definition that is missing from `assistants.json` is a `KeyError`",
    ),
}


@pytest.mark.parametrize("name", BLOCKED)
def test_blocked(name: str) -> None:
    body, line, reason = BLOCKED[name]
    source = HEAD + body

    assert fix_all(source) == source
    assert any(at == line and reason in text for at, text in blockers(source))


def test_a_blocked_creation_holds_back_runs_by_id() -> None:
    source = """from openai import OpenAI

client = OpenAI()


def make(settings):
    with open("ids.txt", "w") as file:
        file.write(client.beta.assistants.create(tools=[], **settings).id)


def ask(thread_id, assistant_id):
    client.beta.threads.runs.create_and_poll(thread_id=thread_id, assistant_id=assistant_id)
"""
    assert fix_all(source) == source
    made = source.replace("**settings", 'model="gpt-4o"')
    assert "beta" not in fix_all(made)
