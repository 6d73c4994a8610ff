"""The shortest flow around each call of the catalogue: what a program does before and after it.

The flows are written once. ``$run.create(...)`` stands for the call under its name on a surface,
awaited where it has to be; ``@each m in message.list(...)`` for a loop over a listing.
"""

from __future__ import annotations

import ast
import re
from functools import cache

from tests.catalogue.programs import CLIENTS, HUB, paths

from unspool_rules.catalogue.entry import Entry, Surface
from unspool_rules.catalogue.operations import OPERATIONS, operation_of
from unspool_rules.semantics import outlines

AGENT = """\
agent = $agent.create(model="gpt-4.1", name="helper", instructions="Be kind.")
"""
START = (
    AGENT
    + """\
thread = $thread.create()
"""
)
ASK = (
    START
    + """\
message = $message.create(thread_id=thread.id, role="user", content="Hello")
"""
)
PROCESS = """\
run = $run.process(thread_id=thread.id, agent_id=agent.id)
print(run.status)
"""
READ = """\
@each m in message.list(thread_id=thread.id):
    print(m.role)
"""
DONE = ASK + PROCESS + READ
POLL = """\
run = $run.create(thread_id=thread.id, agent_id=agent.id)
while run.status in ("queued", "in_progress"):
    SLEEP(1)
    run = $run.get(thread_id=thread.id, run_id=run.id)
print(run.status)
"""
TIMEOUT = """\
run = $run.create(thread_id=thread.id, agent_id=agent.id)
started = time.time()
while run.status in ("queued", "in_progress"):
    if time.time() - started > 60:
        $run.cancel(thread_id=thread.id, run_id=run.id)
        break
    SLEEP(1)
    run = $run.get(thread_id=thread.id, run_id=run.id)
print(run.status)
"""
CREATED = ASK + "run = $run.create(thread_id=thread.id, agent_id=agent.id)\n"
OUTPUTS = """\
    outputs = []
    for call in run.required_action.submit_tool_outputs.tool_calls:
        given = json.loads(call.function.arguments)
        outputs.append({"tool_call_id": call.id, "output": weather(**given)})
"""
FILE = 'file = $file.upload(file_path="notes.md", purpose="assistants")\n'
STORE = 'store = $store.create(name="notes")\n'
STORE_FILE = (
    FILE
    + STORE
    + "stored = $store_file.create(vector_store_id=store.id, file_id=file.id)\nprint(stored.id)\n"
)
BATCH = (
    FILE
    + STORE
    + "batch = $batch.create(vector_store_id=store.id, file_ids=[file.id])\nprint(batch.id)\n"
)
ATTACHED = (
    AGENT.replace(")\n", ', tools=[{"type": "retrieval"}])\n')
    + "attached = $v1_file.create(agent_id=agent.id, file_id=stored_id)\n"
)
ONE_CALL = 'agent_id=agent.id, thread={"messages": [{"role": "user", "content": "Hello"}]}'

FLOWS = {
    "agent.create": DONE,
    "agent.get": AGENT + "agent = $agent.get(agent.id)\n" + DONE.removeprefix(AGENT),
    "agent.update": AGENT
    + 'agent = $agent.update(agent.id, instructions="Be brief.")\n'
    + DONE.removeprefix(AGENT),
    "agent.list": "@each a in agent.list():\n    print(a.id, a.name)\n",
    "agent.delete": DONE + "$agent.delete(agent.id)\n",
    "thread.create": DONE,
    "thread.get": START + "thread = $thread.get(thread.id)\n" + DONE.removeprefix(START),
    "thread.update": DONE + '$thread.update(thread_id=thread.id, metadata={"topic": "tea"})\n',
    "thread.delete": DONE + "$thread.delete(thread.id)\n",
    "thread.list": "@each t in thread.list():\n    print(t.id)\n",
    "message.create": DONE,
    "message.list": DONE,
    "message.get": ASK
    + "again = $message.get(thread_id=thread.id, message_id=message.id)\nprint(again.role)\n",
    "message.update": ASK
    + '$message.update(thread_id=thread.id, message_id=message.id, metadata={"topic": "tea"})\n',
    "message.delete": ASK + "$message.delete(thread_id=thread.id, message_id=message.id)\n",
    "message.last": ASK
    + PROCESS
    + "last = $message.last(thread_id=thread.id, role=MessageRole.AGENT)\n"
    + "if last:\n    print(last.text_messages[-1].text.value)\n",
    "message.last_text": ASK
    + PROCESS
    + "last = $message.last_text(thread_id=thread.id, role=MessageRole.AGENT)\n"
    + "if last:\n    print(last.text.value)\n",
    "run.create": ASK + POLL + READ,
    "run.get": ASK + POLL + READ,
    "run.process": DONE,
    "run.poll": CREATED
    + "run = $run.poll(thread_id=thread.id, run_id=run.id)\nprint(run.status)\n"
    + READ,
    "run.list": DONE + "@each r in run.list(thread_id=thread.id):\n    print(r.id)\n",
    "run.update": CREATED
    + '$run.update(thread_id=thread.id, run_id=run.id, metadata={"topic": "tea"})\n',
    "run.cancel": ASK + TIMEOUT + READ,
    "run.stream": ASK
    + "@with run.stream(thread_id=thread.id, agent_id=agent.id) as stream:\n@events\n",
    "thread_run.stream": AGENT + f"@with thread_run.stream({ONE_CALL}) as stream:\n@events\n",
    "run.submit": ASK
    + "run = $run.create(thread_id=thread.id, agent_id=agent.id)\n"
    + 'while run.status in ("queued", "in_progress", "requires_action"):\n'
    + "    SLEEP(1)\n"
    + "    run = $run.get(thread_id=thread.id, run_id=run.id)\n"
    + '    if run.status == "requires_action":\n'
    + "".join(f"    {line}\n" for line in OUTPUTS.splitlines())
    + "        run = $run.submit(\n"
    + "            thread_id=thread.id, run_id=run.id, tool_outputs=outputs\n"
    + "        )\n"
    + "print(run.status)\n"
    + READ,
    "run.submit_poll": ASK
    + "run = $run.process(thread_id=thread.id, agent_id=agent.id)\n"
    + 'while run.status == "requires_action":\n'
    + OUTPUTS
    + "    run = $run.submit_poll(thread_id=thread.id, run_id=run.id, tool_outputs=outputs)\n"
    + "print(run.status)\n"
    + READ,
    "run.submit_stream": ASK
    + "run = $run.process(thread_id=thread.id, agent_id=agent.id)\n"
    + 'if run.status == "requires_action":\n'
    + OUTPUTS
    + "    SUBMIT_STREAM\n",
    "thread_run.create": AGENT
    + f"run = $thread_run.create({ONE_CALL})\n"
    + 'while run.status in ("queued", "in_progress"):\n'
    + "    SLEEP(1)\n"
    + "    run = $run.get(thread_id=run.thread_id, run_id=run.id)\n"
    + READ.replace("thread.id", "run.thread_id"),
    "thread_run.process": AGENT
    + f"run = $thread_run.process({ONE_CALL})\nprint(run.status)\n"
    + READ.replace("thread.id", "run.thread_id"),
    "step.list": DONE
    + "@each step in step.list(thread_id=thread.id, run_id=run.id):\n"
    + "    print(step.id, step.status)\n",
    "step.get": DONE
    + "@each step in step.list(thread_id=thread.id, run_id=run.id):\n"
    + "    again = $step.get(thread_id=thread.id, run_id=run.id, step_id=step.id)\n"
    + "    print(again.status)\n",
    "functions.auto": "toolset = ToolSet()\ntoolset.add(FunctionTool({weather}))\n"
    "$functions.auto(toolset)\n" + DONE.replace('instructions="Be kind."', "toolset=toolset"),
    "file.upload": FILE + "print(file.id)\n",
    "file.upload_poll": FILE.replace(".upload", ".upload_poll") + "print(file.id)\n",
    "file.get": FILE + "again = $file.get(file.id)\nprint(again.filename)\n",
    "file.list": FILE + "files = $file.list()\nprint([f.id for f in files.data])\n",
    "file.delete": FILE + "$file.delete(file.id)\n",
    "file.content": FILE
    + 'content = $file.content(file.id)\nwith open("copy.md", "wb") as copy:\n'
    + "    @chunks\n        copy.write(chunk)\n",
    "file.save": FILE + '$file.save(file_id=file.id, file_name="copy.md")\n',
    "store.create": STORE + "print(store.id)\n",
    "store.create_poll": FILE
    + 'store = $store.create_poll(name="notes", file_ids=[file.id])\nprint(store.id)\n',
    "store.get": STORE + "again = $store.get(store.id)\nprint(again.name)\n",
    "store.list": "@each s in store.list():\n    print(s.id)\n",
    "store.update": STORE + '$store.update(vector_store_id=store.id, name="more")\n',
    "store.delete": STORE + "$store.delete(store.id)\n",
    "store_file.create": STORE_FILE,
    "store_file.create_poll": STORE_FILE.replace(".create(v", ".create_poll(v"),
    "store_file.get": STORE_FILE
    + "again = $store_file.get(vector_store_id=store.id, file_id=file.id)\nprint(again.status)\n",
    "store_file.list": STORE_FILE
    + "@each f in store_file.list(vector_store_id=store.id):\n    print(f.id)\n",
    "store_file.delete": STORE_FILE
    + "$store_file.delete(vector_store_id=store.id, file_id=file.id)\n",
    "batch.create": BATCH,
    "batch.create_poll": BATCH.replace("$batch.create(", "$batch.create_poll("),
    "batch.get": BATCH
    + "again = $batch.get(vector_store_id=store.id, batch_id=batch.id)\nprint(again.status)\n",
    "batch.files": BATCH
    + "@each f in batch.files(vector_store_id=store.id, batch_id=batch.id):\n    print(f.id)\n",
    "batch.cancel": BATCH + "$batch.cancel(vector_store_id=store.id, batch_id=batch.id)\n",
    "v1_file.create": ATTACHED + "print(attached.id)\n",
    "v1_file.retrieve": ATTACHED
    + "again = $v1_file.retrieve(agent_id=agent.id, file_id=stored_id)\nprint(again.id)\n",
    "v1_file.list": ATTACHED + "@each f in v1_file.list(agent_id=agent.id):\n    print(f.id)\n",
    "v1_file.delete": ATTACHED + "$v1_file.delete(agent_id=agent.id, file_id=stored_id)\n",
    "client.close": DONE + "$client.close()\n",
    "client.connect": DONE,
}
"""A flow for each operation; the others have nothing around them that would help."""

PREVIEW = {
    "preview.agents.create": (
        'agent = $create(\n    name="helper",'
        ' definition=PromptAgentDefinition(model="gpt-4.1")\n)\n'
        "print(agent.name)\n"
    ),
    "preview.agents.update": (
        'agent = $update(\n    agent_name="helper",'
        ' definition=PromptAgentDefinition(model="gpt-4.1")\n)\nprint(agent.name)\n'
    ),
    "preview.agents.create_from_manifest": (
        'agent = $create_from_manifest(\n    name="helper", manifest_id="m",'
        ' parameter_values={"a": "b"}\n)\nprint(agent.name)\n'
    ),
    "preview.agents.update_from_manifest": (
        'agent = $update_from_manifest(\n    agent_name="helper", manifest_id="m",'
        ' parameter_values={"a": "b"}\n)\nprint(agent.name)\n'
    ),
}
ANSWER = """\
response = WAITopenai_client.responses.create(
    input="Hello", extra_body={"agent": {"name": "helper", "type": "agent_reference"}}
)
print(response.output_text)
"""
ROOTS = {
    Surface.AZURE_AGENTS: "azure.ai.agents.AgentsClient",
    Surface.AZURE_PROJECTS: "azure.ai.projects.AIProjectClient",
    Surface.OPENAI_ASSISTANTS: "openai.OpenAI",
    Surface.PREVIEW: "azure.ai.projects.AIProjectClient",
}
EVENTS = {
    Surface.AZURE_AGENTS: "    @for event_type, event_data, _ in stream:\n"
    "        if isinstance(event_data, MessageDeltaChunk):\n"
    "            print(event_data.text)\n",
    Surface.OPENAI_ASSISTANTS: "    @for event in stream:\n"
    '        if event.event == "thread.message.delta":\n'
    "            print(event.data.delta.content[0].text.value)\n",
}
_METHODS = tuple(dict.fromkeys(method for _, _, method in OPERATIONS))
_CALL = re.compile(r"\$([a-z0-9_]+\.[a-z_]+)")
_EACH = re.compile(r"@each (\w+) in ([a-z0-9_]+\.[a-z_]+)(\(.*\)):")
_WITH = re.compile(r"@with ([a-z_]+\.[a-z_]+)(\(.*\)) as stream:")


def flow(entry: Entry, asynchronous: bool = False) -> str | None:
    """The shortest flow around the entry's call; None where the call alone says all."""
    if entry.surface is Surface.PREVIEW or entry.id == "p1.get_openai_client":
        return _preview(entry, asynchronous)
    if entry.id == "az.trace_function":
        return (
            "from azure.ai.agents.telemetry import trace_function\n\n\n"
            "@trace_function()\ndef weather(place: str) -> str:\n    return place\n"
        )
    own = _own(entry, asynchronous)
    if own is None:
        return None
    operation, name = own
    if operation.startswith("beta_store."):
        return None
    text = FLOWS.get(operation)
    if text is None:
        return None
    hub = entry.id.startswith("beta.")
    return _program(text, entry.surface, {operation: name}, asynchronous, hub=hub)


def _preview(entry: Entry, asynchronous: bool) -> str | None:
    wait = "await " if asynchronous else ""
    get = f"{wait}client.get_openai_client()"
    if entry.id == "preview.get_openai_client.await":
        body = f"openai_client = {get}\n{ANSWER}" if asynchronous else None
    elif entry.id in ("preview.extra_body.agent", "preview.agent"):
        body = f"openai_client = client.get_openai_client()\n{ANSWER}"
    elif entry.id == "p1.get_openai_client":
        body = AGENT + f"openai_client = {get}\n"
    else:
        body = PREVIEW.get(entry.id)
        body = re.sub(r"\$(\w+)\(", rf"{wait}client.agents.\1(", body) if body else None
    if body is None:
        return None
    return _program(body.replace("WAIT", wait), Surface.AZURE_PROJECTS, {}, asynchronous)


def _own(entry: Entry, asynchronous: bool) -> tuple[str, tuple[str, bool]] | None:
    for legacy in entry.legacy:
        cls, _, method = legacy.rpartition(".")
        canonical = outlines.canonical(cls) or cls
        place = paths(asynchronous).get(canonical)
        found = outlines.method(canonical, method)
        operation = operation_of(found[0].name, method) if found else None
        if place is not None and found is not None and operation is not None:
            waits = isinstance(found[1], ast.AsyncFunctionDef)
            return operation, (f"{place[1]}.{method}", waits)
    return None


@cache
def _names(surface: Surface, asynchronous: bool) -> dict[str, tuple[str, bool]]:
    """Each operation's dotted name on a surface, and whether it is awaited."""
    names: dict[str, tuple[str, bool]] = {}
    for cls, (root, path) in paths(asynchronous).items():
        if _plain(root) != ROOTS[surface]:
            continue
        for method in _METHODS:
            found = outlines.method(cls, method)
            operation = operation_of(found[0].name, method) if found else None
            if operation is not None and found is not None:
                waits = isinstance(found[1], ast.AsyncFunctionDef)
                names.setdefault(operation, (f"{path}.{method}", waits))
    return names


def _program(
    flow: str,
    surface: Surface,
    own: dict[str, tuple[str, bool]],
    asynchronous: bool,
    *,
    hub: bool = False,
) -> str:
    names = {**_names(surface, asynchronous), **own}
    head = "async " if asynchronous else ""

    def called(operation: str) -> str:
        name, waits = names[operation]
        return f"await {name}" if waits else name

    def each(match: re.Match[str]) -> str:
        variable, operation, arguments = match.groups()
        name, waits = names[operation]
        if waits or surface is Surface.AZURE_PROJECTS:
            listing = f"{name}{arguments}"
            part = "messages" if name.endswith(".get_messages") else "data"
            return f"for {variable} in {f'(await {listing})' if waits else listing}.{part}:"
        return f"{head}for {variable} in {name}{arguments}:"

    events = EVENTS.get(surface, EVENTS[Surface.AZURE_AGENTS])
    submit = _submit_stream(surface, "run.submit_stream", names, asynchronous)
    body = flow.replace("    SUBMIT_STREAM\n", submit).replace("@events\n", events)
    chunks = "async for chunk in content:" if asynchronous else "for chunk in content:"
    body = body.replace("    @chunks\n", f"    {chunks}\n")
    body = body.replace("@for ", f"{head}for ")
    body = _EACH.sub(each, body)
    body = _WITH.sub(lambda m: f"{head}with {called(m[1])}{m[2]} as stream:", body)
    body = _CALL.sub(lambda m: called(m[1]), body)
    body = body.replace("SLEEP", "await asyncio.sleep" if asynchronous else "time.sleep")
    if surface is Surface.OPENAI_ASSISTANTS:
        body = body.replace("agent_id=", "assistant_id=")
        body = body.replace('file_path="notes.md"', 'file=open("notes.md", "rb")')
    if asynchronous:
        body = body.replace("ToolSet", "AsyncToolSet").replace("FunctionTool", "AsyncFunctionTool")
    root = next(
        r for r in CLIENTS if _plain(r) == ROOTS[surface] and (_plain(r) != r) is asynchronous
    )
    imports = _imports(body, root, asynchronous)
    made = HUB if hub else CLIENTS[root]
    made = made.replace("CREDENTIAL", "DefaultAzureCredential()")
    lines = [*imports, "", f"client = {made}", ""]
    if "weather" in body:
        lines += ["", "def weather(place: str) -> str:", '    "The weather of a place."']
        lines += ['    return f"sunny in {place}"', ""]
    lines += ["", f"{head}def main(stored_id: str) -> None:"]
    lines += [f"    {line}" if line else "" for line in body.splitlines()]
    run = 'asyncio.run(main("stored"))' if asynchronous else 'main("stored")'
    lines += ["", "", 'if __name__ == "__main__":', f"    {run}"]
    return "\n".join(lines) + "\n"


def _plain(root: str) -> str:
    return root.replace(".aio.", ".").replace(".Async", ".")


def _submit_stream(
    surface: Surface, operation: str, names: dict[str, tuple[str, bool]], asynchronous: bool
) -> str:
    if operation not in names:
        return ""
    head = "async " if asynchronous else ""
    name, waits = names[operation]
    given = "thread_id=thread.id, run_id=run.id, tool_outputs=outputs"
    if surface is Surface.OPENAI_ASSISTANTS:
        return f"    {head}with {name}({given}) as stream:\n" + "".join(
            f"    {line}\n" for line in EVENTS[surface].splitlines()
        )
    wait = "await " if waits else ""
    return f"    {wait}{name}({given}, event_handler=AgentEventHandler())\n".replace(
        "AgentEventHandler", "AsyncAgentEventHandler" if asynchronous else "AgentEventHandler"
    )


def _imports(body: str, root: str, asynchronous: bool) -> list[str]:
    """The imports that a body needs."""
    wanted = [*(["asyncio"] if asynchronous else []), "json", "time"]
    lines = [f"import {name}" for name in wanted if name == "asyncio" or f"{name}." in body]
    module, _, client = root.rpartition(".")
    if lines:
        lines.append("")
    lines.append(f"from {module} import {client}")
    tools = ("ToolSet", "FunctionTool", "AsyncToolSet", "AsyncFunctionTool")
    others = ("MessageRole", "MessageDeltaChunk", "AgentEventHandler", "AsyncAgentEventHandler")
    named = [name for name in (*tools, *others) if re.search(rf"\b{name}\b", body)]
    if named:
        package = "azure.ai.agents" if "agents" in module else "azure.ai.projects"
        lines.append(f"from {package}.models import {', '.join(sorted(named))}")
    if "PromptAgentDefinition" in body:
        lines.append("from azure.ai.projects.models import PromptAgentDefinition")
    if not module.startswith("openai"):
        identity = "azure.identity.aio" if asynchronous else "azure.identity"
        lines.append(f"from {identity} import DefaultAzureCredential")
    return lines
