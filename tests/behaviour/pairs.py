"""Hand-written programs before and after, and mistakes to plant in the right ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .environments import LEGACY, LEGACY_BETA, Environment

FOLDER = Path(__file__).parent / "programs"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/before.py"))


def source(pair: str, side: str) -> str:
    """The program of the pair; side is `before` or `after`."""
    return (FOLDER / pair / f"{side}.py").read_text(encoding="utf-8")


def surface(pair: str) -> str:
    """Whose legacy service the pair starts from."""
    return {
        "own_service": "openai",
        "in_threads": "openai",
        "unpacked": "openai",
        "threads_with_tools": "openai",
        "own_runners": "openai",
        "dumped": "openai",
        "waits": "openai",
        "openai_to_agents": "azure-openai",
    }.get(pair, "azure")


def legacy(pair: str) -> Environment:
    """The SDK that the legacy side runs on; approvals of MCP calls came with 1.2.0b3."""
    return LEGACY_BETA if pair in ("mcp_approvals", "run_handler") else LEGACY


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong migration: the right one with `old` replaced, and what the judge must say."""

    name: str
    pair: str
    old: str
    new: str
    reason: str

    def source(self) -> str:
        """The wrong program."""
        right = source(self.pair, "after")
        assert self.old in right, f"{self.name}: {self.old!r} is not in {self.pair}/after.py"
        return right.replace(self.old, self.new)


_REFERENCE = 'extra_body={"agent_reference": {"name": agent.name, "type": "agent_reference"}},'
_ASK = "    response = openai_client.responses.create(\n        conversation=conversation.id,\n"
_TURN = '[{"type": "message", "role": "user", "content": "Solve the equation `3x + 11 = 14`."}]'
_TURN_ITEMS = f"    openai_client.conversations.items.create(conversation.id, items={_TURN})\n"
_DELETE = "    project_client.agents.delete(agent_name=agent.name)\n"
_NESTED = 'tools=[{"type": "function", "function": {"name": t.name}} for t in TOOLS]'

MISTAKES = (
    Mistake("tool-dropped", "guide_flow", "tools=[tool],", "", "differs in tools"),
    Mistake(
        "instructions-lost",
        "guide_flow",
        'instructions="You politely help with math questions.",',
        "",
        "differs in instructions",
    ),
    Mistake(
        "turn-outside-conversation",
        "guide_flow",
        _ASK,
        "    response = openai_client.responses.create(\n",
        "printed texts",
    ),
    Mistake("user-turn-twice", "guide_flow", _ASK, _TURN_ITEMS + _ASK, "differs in items"),
    Mistake("old-reference", "guide_flow", '{"agent_reference": {', '{"agent": {', "old-reference"),
    Mistake(
        "model-beside-agent",
        "guide_flow",
        _ASK,
        _ASK + '        model="gpt-4o-mini",\n',
        "Not allowed when agent is specified",
    ),
    Mistake(
        "agent-id-for-name",
        "guide_flow",
        '"name": agent.name, "type"',
        '"name": agent.id, "type"',
        "the migrated program fails",
    ),
    Mistake("agent-deleted-too-early", "guide_flow", _ASK, _DELETE + _ASK, "program fails"),
    Mistake("agent-not-deleted", "guide_flow", _DELETE, "", "agents left behind"),
    Mistake(
        "bare-model",
        "guide_flow",
        _REFERENCE,
        'model="gpt-4o-mini",',
        "differs in instructions",
    ),
    Mistake(
        "answer-not-printed", "guide_flow", "item.content[-1].text", "item.id", "printed texts"
    ),
    Mistake("nested-function", "tool_loop", "tools=TOOLS", _NESTED, "the migrated program fails"),
    Mistake(
        "output-missing", "tool_loop", "for c in calls", "for c in calls[:1]", "output-missing"
    ),
    Mistake("item-id-for-call-id", "tool_loop", "c.call_id", "c.id", "call-missing"),
    Mistake(
        "strict-schema",
        "tool_loop",
        "strict=False",
        "strict=True",
        "strict-schema",
    ),
    Mistake(
        "agent-forgotten-in-loop",
        "tool_loop",
        "input=outputs,\n            extra_body=reference,",
        'input=outputs,\n            model="gpt-4o-mini",',
        "differs in instructions",
    ),
    Mistake(
        "both-chains",
        "tool_loop",
        "input=outputs,",
        "input=outputs, previous_response_id=response.id,",
        "conversation-and-previous",
    ),
    Mistake("no-loop", "tool_loop", "while calls := [", "if False and [", "asked 1 times"),
    Mistake(
        "tool-error-raised",
        "tool_loop",
        "except Exception as exc:",
        "except KeyError as exc:",
        "the migrated program fails",
    ),
    Mistake(
        "description-lost",
        "tool_loop",
        'description="Tells how old a person is.",',
        "",
        "differs in tools",
    ),
    Mistake(
        "conversation-per-turn",
        "multi_turn",
        "        conversation=conversation_id,\n",
        "",
        "differs in items",
    ),
    Mistake("temperature-lost", "multi_turn", "temperature=0.3,", "", "differs in temperature"),
    Mistake(
        "thread-id-kept",
        "multi_turn",
        "agent.name, conversation.id,",
        'agent.name, "thread_abc",',
        "the migrated program fails",
    ),
    Mistake("wrong-listing-order", "history", ', order="asc"', "", "printed texts"),
    Mistake("role-changed", "history", '"role": "assistant"', '"role": "user"', "items"),
    Mistake("turns-swapped", "history", "I live in Rome.", "What do you know about me?", "items"),
    Mistake(
        "extra-as-user-turn",
        "additional_instructions",
        'input="Good morning!",',
        'input="Good morning! Address the user as Jane Doe.",',
        "differs in items",
    ),
    Mistake(
        "extra-as-developer-turn",
        "additional_instructions",
        'input="Good morning!",',
        'input=[{"role": "developer", "content": "Address the user as Jane Doe."}, '
        '{"role": "user", "content": "Good morning!"}],',
        "differs in items",
    ),
    Mistake(
        "extra-lost",
        "additional_instructions",
        '"structured_inputs": {"run_instructions": "Address the user as Jane Doe."},',
        "",
        "differs in instructions",
    ),
    Mistake(
        "extra-beside-agent",
        "additional_instructions",
        "stream=True,",
        'stream=True, instructions="Address the user as Jane Doe.",',
        "Not allowed when agent is specified",
    ),
    Mistake(
        "file-not-in-store",
        "file_search",
        "    openai_client.vector_stores.file_batches.create_and_poll("
        "vector_store.id, file_ids=[file.id])\n",
        "",
        "differs in tools",
    ),
    Mistake("store-kept", "file_search", "vector_stores.delete(", "files.retrieve(", "fails"),
    Mistake(
        "schema-lost",
        "openai_to_agents",
        'schema={"type": "object", "properties": {"mass": {"type": "string"}}},',
        "schema={},",
        "differs in response_format",
    ),
    Mistake(
        "name-not-slugged",
        "openai_to_agents",
        '"Planet-Expert"',
        '"Planet Expert"',
        "the migrated program fails",
    ),
    Mistake(
        "image-lost",
        "stream_tools",
        '"image_url": "https://example.com/a.png"',
        '"image_url": "https://example.com/b.png"',
        "differs in items",
    ),
    Mistake("detail-lost", "stream_tools", '"detail": "high"', '"detail": "auto"', "items"),
    Mistake(
        "choice-lost",
        "stream_tools",
        'tool_choice="required",',
        "",
        "differs in tool_choice",
    ),
    Mistake(
        "settings-forgotten-in-loop",
        "own_service",
        "input=outputs, **settings",
        'input=outputs, model="gpt-4o-mini"',
        "differs in instructions",
    ),
    Mistake("strict-by-default", "own_service", '    "strict": False,\n', "", "differs in tools"),
    Mistake(
        "no-container",
        "own_service",
        ', "container": {"type": "auto"}',
        "",
        "the migrated program fails",
    ),
    Mistake(
        "approval-denied",
        "mcp_approvals",
        '"approve": True',
        '"approve": False',
        "differs in items",
    ),
    Mistake(
        "call-name-for-request-id",
        "mcp_approvals",
        '"approval_request_id": call.id',
        '"approval_request_id": call.name',
        "approval-unknown",
    ),
    Mistake(
        "headers-lost", "mcp_approvals", '    headers={"X-Team": "maps"},\n', "", "differs in items"
    ),
    Mistake(
        "approval-not-asked",
        "mcp_approvals",
        '    server_label="docs",\n',
        '    server_label="docs",\n    require_approval="never",\n',
        "differs in tools",
    ),
    Mistake(
        "approval-asked",
        "mcp_approvals",
        '    require_approval="never",\n',
        "",
        "differs in tools",
    ),
    Mistake(
        "approvals-not-sent",
        "mcp_approvals",
        "while calls := [",
        "while False and [",
        "asked 1 times",
    ),
    Mistake(
        "tools-allowed-lost",
        "run_handler",
        'docs.allowed_tools = ["find"]\n',
        "",
        "differs in tools",
    ),
    Mistake(
        "handler-not-asked",
        "run_handler",
        "while requests := [",
        "while False and [",
        "asked 1 times",
    ),
    Mistake("failure-unseen", "endings", '== "failed"', '== "expired"', "printed texts"),
    Mistake("error-not-told", "endings", "{response.error}", "{response.status}", "printed texts"),
    Mistake(
        "last-error-kept", "endings", "response.error}", "response.last_error}", "program fails"
    ),
    Mistake(
        "failure-raised",
        "endings",
        'print(f"Failed: {response.error}")',
        "raise RuntimeError(response.error)",
        "the migrated program fails",
    ),
    Mistake(
        "partial-answer-lost",
        "endings",
        'if item.type == "message":',
        'if item.type == "message" and item.status == "completed":',
        "printed texts",
    ),
    Mistake(
        "legacy-call-kept",
        "own_service",
        "conversation = client.conversations.create()",
        'assistant = client.beta.assistants.create(model="m")\n'
        "conversation = client.conversations.create()",
        "the migrated program fails",
    ),
)
