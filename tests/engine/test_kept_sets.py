"""Tool sets that are kept, handed on or filled under conditions, and functions needed elsewhere."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers
from tests.rules.fixing import fix_all

_HEAD = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import BingGroundingTool, CodeInterpreterTool, FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint=os.environ["ENDPOINT"], credential=DefaultAzureCredential())
"""
_MADE = 'agent = client.create_agent(model="m", name="desk", toolset=toolset)\n'


def test_a_set_on_the_object_with_its_own_methods() -> None:
    before = '''import os

from azure.ai.agents.models import CodeInterpreterTool, FunctionTool, ToolSet
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential


class Library:
    def __init__(self) -> None:
        self.books = ["Tides", "Winds"]
        self.project = AIProjectClient(
            endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
        )
        self.toolset = ToolSet()
        self.toolset.add(FunctionTool({self.find, self.lend}))
        if os.environ.get("WITH_CODE"):
            self.toolset.add(CodeInterpreterTool())
        self.project.agents.enable_auto_function_calls(self.toolset)
        self.agent = self.project.agents.create_agent(
            model="gpt-4o", name="librarian", instructions="Help.", toolset=self.toolset
        )

    def find(self, word: str) -> str:
        """Find books by a word.

        :param word: the word
        """
        return ", ".join(b for b in self.books if word in b)

    def lend(self, title: str) -> str:
        """Lend a book."""
        self.books.remove(title)
        return title

    def ask(self, question: str) -> str:
        thread = self.project.agents.threads.create()
        self.project.agents.messages.create(thread_id=thread.id, role="user", content=question)
        run = self.project.agents.runs.create_and_process(
            thread_id=thread.id, agent_id=self.agent.id
        )
        return run.status


library = Library()
print(library.ask("Is there a book about tides?"))
'''
    after = '''import json
import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    FunctionTool,
    PromptAgentDefinition,
    Tool,
)
from azure.identity import DefaultAzureCredential
from openai.types.responses import ResponseInputItemParam


class Library:
    def __init__(self) -> None:
        self.books = ["Tides", "Winds"]
        self.project = AIProjectClient(
            endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
        )
        self.openai_client = self.project.get_openai_client()
        self.toolset: list[Tool] = []
        self.functions = {"find": self.find, "lend": self.lend}
        self.toolset.extend(
            [
                FunctionTool(
                    name="find",
                    description="Find books by a word.",
                    parameters={
                        "type": "object",
                        "properties": {
                            "word": {"type": "string", "description": "the word"}
                        },
                        "required": ["word"],
                    },
                    strict=False,
                ),
                FunctionTool(
                    name="lend",
                    description="Lend a book.",
                    parameters={
                        "type": "object",
                        "properties": {
                            "title": {"type": "string", "description": "No description"}
                        },
                        "required": ["title"],
                    },
                    strict=False,
                ),
            ]
        )
        if os.environ.get("WITH_CODE"):
            self.toolset.append(
                CodeInterpreterTool(container=AutoCodeInterpreterToolParam())
            )
        self.agent = self.project.agents.create_version(
            agent_name="librarian",
            definition=PromptAgentDefinition(
                model="gpt-4o", instructions="Help.", tools=self.toolset
            ),
        )

    def find(self, word: str) -> str:
        """Find books by a word.

        :param word: the word
        """
        return ", ".join(b for b in self.books if word in b)

    def lend(self, title: str) -> str:
        """Lend a book."""
        self.books.remove(title)
        return title

    def ask(self, question: str) -> str:
        conversation = self.openai_client.conversations.create()
        self.openai_client.conversations.items.create(
            conversation_id=conversation.id,
            items=[{"type": "message", "role": "user", "content": question}],
        )
        response = self.openai_client.responses.create(
            conversation=conversation.id,
            extra_body={
                "agent_reference": {"name": self.agent.name, "type": "agent_reference"}
            },
        )
        for _ in range(10):
            outputs: list[ResponseInputItemParam] = []
            for call in response.output:
                if call.type == "function_call":
                    try:
                        result = str(
                            self.functions[call.name](**json.loads(call.arguments))
                        )
                    except Exception as error:
                        result = json.dumps(
                            {
                                "error": f"Error executing function '{call.name}': {error}"
                            }
                        )
                    outputs.append(
                        {
                            "type": "function_call_output",
                            "call_id": call.call_id,
                            "output": result,
                        }
                    )
            if not outputs:
                break
            response = self.openai_client.responses.create(
                conversation=conversation.id,
                input=outputs,
                extra_body={
                    "agent_reference": {
                        "name": self.agent.name,
                        "type": "agent_reference",
                    }
                },
            )
        return str(response.status)


library = Library()
print(library.ask("Is there a book about tides?"))
'''
    becomes(before, after)


def test_a_set_that_a_function_gives_to_a_class() -> None:
    before = '''import os
from typing import Optional

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import CodeInterpreterTool, FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential


def tide(place: str) -> str:
    """Tell the tide."""
    return f"low at {place}"


def wind(place: str) -> str:
    """Tell the wind."""
    return f"calm at {place}"


def tools_of(client: AgentsClient) -> ToolSet:
    toolset = ToolSet()
    functions = FunctionTool(functions=[tide, wind])
    toolset.add(functions)
    toolset.add(CodeInterpreterTool())
    client.enable_auto_function_calls(toolset)
    return toolset


class Desk:
    def __init__(self, client: AgentsClient, toolset: Optional[ToolSet] = None) -> None:
        self.client = client
        self.toolset = toolset
        self.agent = client.create_agent(
            model="gpt-4o", name="desk", instructions="Help.", toolset=self.toolset
        )

    def ask(self, question: str) -> None:
        thread = self.client.threads.create()
        self.client.messages.create(thread_id=thread.id, role="user", content=question)
        run = self.client.runs.create_and_process(thread_id=thread.id, agent_id=self.agent.id)
        print(run.status)


def main() -> None:
    client = AgentsClient(
        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
    )
    desk = Desk(client, tools_of(client))
    desk.ask("How is the tide?")


main()
'''
    after = '''import json
import os
from typing import Optional

from azure.ai.projects.models import (
    AutoCodeInterpreterToolParam,
    CodeInterpreterTool,
    FunctionTool,
    PromptAgentDefinition,
    Tool,
)
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential
from openai.types.responses import ResponseInputItemParam


def tide(place: str) -> str:
    """Tell the tide."""
    return f"low at {place}"


def wind(place: str) -> str:
    """Tell the wind."""
    return f"calm at {place}"


agent_functions = {"tide": tide, "wind": wind}


def tools_of(client: AIProjectClient) -> list[Tool]:
    toolset: list[Tool] = []
    toolset.extend(
        [
            FunctionTool(
                name="tide",
                description="Tell the tide.",
                parameters={
                    "type": "object",
                    "properties": {
                        "place": {"type": "string", "description": "No description"}
                    },
                    "required": ["place"],
                },
                strict=False,
            ),
            FunctionTool(
                name="wind",
                description="Tell the wind.",
                parameters={
                    "type": "object",
                    "properties": {
                        "place": {"type": "string", "description": "No description"}
                    },
                    "required": ["place"],
                },
                strict=False,
            ),
        ]
    )
    toolset.append(CodeInterpreterTool(container=AutoCodeInterpreterToolParam()))
    return toolset


class Desk:
    def __init__(self, client: AIProjectClient, toolset: Optional[list[Tool]] = None) -> None:
        self.client = client
        self.openai_client = self.client.get_openai_client()
        self.toolset = toolset
        self.agent = client.agents.create_version(
            agent_name="desk",
            definition=PromptAgentDefinition(
                model="gpt-4o", instructions="Help.", tools=self.toolset
            ),
        )

    def ask(self, question: str) -> None:
        conversation = self.openai_client.conversations.create()
        self.openai_client.conversations.items.create(
            conversation_id=conversation.id,
            items=[{"type": "message", "role": "user", "content": question}],
        )
        response = self.openai_client.responses.create(
            conversation=conversation.id,
            extra_body={
                "agent_reference": {"name": self.agent.name, "type": "agent_reference"}
            },
        )
        for _ in range(10):
            outputs: list[ResponseInputItemParam] = []
            for call in response.output:
                if call.type == "function_call":
                    try:
                        result = str(
                            agent_functions[call.name](**json.loads(call.arguments))
                        )
                    except Exception as error:
                        result = json.dumps(
                            {
                                "error": f"Error executing function '{call.name}': {error}"
                            }
                        )
                    outputs.append(
                        {
                            "type": "function_call_output",
                            "call_id": call.call_id,
                            "output": result,
                        }
                    )
            if not outputs:
                break
            response = self.openai_client.responses.create(
                conversation=conversation.id,
                input=outputs,
                extra_body={
                    "agent_reference": {
                        "name": self.agent.name,
                        "type": "agent_reference",
                    }
                },
            )
        print(response.status)


def main() -> None:
    client = AIProjectClient(
        endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
    )
    desk = Desk(client, tools_of(client))
    desk.ask("How is the tide?")


main()
'''
    becomes(before, after)


def test_a_tool_that_is_added_under_a_condition_stays_so() -> None:
    filled = (
        "toolset = ToolSet()\n"
        "toolset.add(CodeInterpreterTool())\n"
        "bing = None\n"
        "if os.environ.get('BING'):\n"
        "    bing = BingGroundingTool(connection_id=os.environ['BING'])\n"
        "if bing:\n"
        "    toolset.add(bing)\n"
    )
    after = fix_all(_HEAD + filled + _MADE)
    assert "toolset: list[Tool] = []\n" in after
    assert "toolset.append(CodeInterpreterTool(container=" in after
    assert "if bing:\n    toolset.append(bing)\n" in after
    assert "tools=toolset" in after


def test_a_tool_that_is_added_after_the_agent_is_made_is_none_of_its_tools() -> None:
    late = "toolset = ToolSet()\n" + _MADE + "toolset.add(CodeInterpreterTool())\n"
    after = fix_all(_HEAD + late)
    assert after.index("tools=toolset") < after.index("toolset.append(")


def test_a_set_that_is_changed_or_goes_out_of_view() -> None:
    reason = "the tool set is used for something else, too"
    for use in ("show(toolset)", "toolset.remove(CodeInterpreterTool)", "sets = [toolset]"):
        text = "toolset = ToolSet()\nif input():\n    toolset.add(CodeInterpreterTool())\n"
        assert reason in {m for _, m in blockers(f"{_HEAD}{text}{use}\n{_MADE}")}


def test_an_empty_list_is_not_taken_for_a_set() -> None:
    text = "toolset = ToolSet()\nif input():\n    toolset.add(CodeInterpreterTool())\n"
    reason = "the tool set is used for something else, too"
    use = "if toolset:\n    print('tools')\n"
    assert reason in {m for _, m in blockers(_HEAD + text + use + _MADE)}


def test_functions_of_a_scope_that_the_run_does_not_see() -> None:
    source = (
        _HEAD
        + """

def make(prefix: str):
    def greet(name: str) -> str:
        return prefix + name

    toolset = ToolSet()
    toolset.add(FunctionTool({greet}))
    client.enable_auto_function_calls(toolset)
    return client.create_agent(model="m", name="desk", toolset=toolset)


def ask(agent) -> None:
    thread = client.threads.create()
    client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)


ask(make("Dear "))
"""
    )
    reason = "the functions are not at hand where the run is made"
    assert reason in {m for _, m in blockers(source)}


def test_a_set_of_functions_that_grows_is_not_read_before() -> None:
    source = (
        _HEAD
        + """

def tide() -> str:
    return "low"


offered = {tide}


def make():
    toolset = ToolSet()
    toolset.add(FunctionTool(offered))
    client.enable_auto_function_calls(toolset)
    return client.create_agent(model="m", name="desk", toolset=toolset)


def ask(agent) -> None:
    thread = client.threads.create()
    run = client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    print(run.status)


ask(make())
"""
    )
    assert "agent_functions = {" in fix_all(source)
    reason = "the functions are not at hand where the run is made"
    grown = source.replace("def make()", "offered.add(print)\n\n\ndef make()")
    assert reason in {m for _, m in blockers(grown)}


def test_a_set_that_is_kept_under_a_second_name() -> None:
    source = _HEAD + (
        "toolset = ToolSet()\ntoolset.add(CodeInterpreterTool())\nothers = toolset\n" + _MADE
    )
    after = fix_all(source)
    assert "toolset: list[Tool] = []" in after
    assert "others = toolset" in after
    assert "tools=toolset" in after
