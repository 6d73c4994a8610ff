"""Reasons that are given: the cause and its place, and each cause once."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import look

OUTSIDE = """import os

from azure.ai.agents import AgentsClient
from azure.ai.agents.models import FunctionTool, ToolSet
from azure.identity import DefaultAzureCredential
from functions_of_ours import functions

client = AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential())
tool = FunctionTool(functions)
toolset = ToolSet()
toolset.add(tool)
agent = client.create_agent(model="gpt-4.1", name="helper", toolset=toolset)
print(agent.name, tool)
"""
CAUSE = "the tool object is used for something else, too"


def test_what_keeps_an_import_is_named_with_its_cause() -> None:
    found = {f.span.start: f for f in look(OUTSIDE).findings}
    imported = found[OUTSIDE.index("FunctionTool,")]

    assert [b.message for b in imported.blockers] == [
        f"`FunctionTool` is still constructed at line 9: {CAUSE}"
    ]
    assert imported.blockers[0].root.message == CAUSE


def test_tool_is_kept_by_the_call_that_takes_it() -> None:
    found = {f.span.start: f for f in look(OUTSIDE).findings}

    for place in ("FunctionTool(", "ToolSet()", "client.create_agent"):
        finding = found[OUTSIDE.index(place)]
        assert [b.message for b in finding.blockers] == [CAUSE]


def test_class_that_nothing_in_view_takes() -> None:
    source = """from azure.ai.agents.models import FileSearchTool


def tool(store: str) -> object:
    return FileSearchTool(vector_store_ids=[store])


def other(store: str) -> object:
    return FileSearchTool(vector_store_ids=[store, "vs_1"])
"""
    new = "its new form: `azure.ai.projects.models.FileSearchTool(vector_store_ids=[...])`"
    plain = f"no call that can be migrated takes this `FileSearchTool`; {new}"

    assert blockers(source) == [
        (5, f"`FileSearchTool` is still constructed at line 5: {plain}"),
        (5, plain),
        (9, plain),
    ]


def test_part_of_a_client_that_others_may_read() -> None:
    source = """from openai import OpenAI


class Bot:
    def __init__(self) -> None:
        self.client = OpenAI()
        self.threads = self.client.beta.threads
"""

    where = "`self.threads` may be read where it cannot be seen"
    assert blockers(source) == [(7, f"{where}; its new form: `client.conversations`")]


def test_other_calls_of_a_shared_client_are_held_back_by_the_first_cause() -> None:
    source = """import os

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

with AgentsClient(os.environ["ENDPOINT"], DefaultAzureCredential()) as client:
    client.update_agent("asst_1", name="other")
    client.update_agent("asst_2", name="third")
    print(client.threads.create().id)
"""
    started = next(f for f in look(source).findings if f.symbol.endswith("Operations.create"))

    assert {b.root.span.start for b in started.blockers} == {
        source.index('"other"'),
        source.index('"third"'),
    }
    assert len({b.message for b in started.blockers}) == 1


def test_a_name_that_an_annotation_in_quotes_keeps() -> None:
    source = """from openai.types.beta.threads import Message


def texts(found: "list[Message]") -> list[str]:
    return [message.id for message in found]
"""
    assert [reason.partition(";")[0] for _, reason in blockers(source)] == [
        "an annotation in quotes at line 4 still names it"
    ]
