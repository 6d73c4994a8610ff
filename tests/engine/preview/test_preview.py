"""Forms of the preview era: what they become, where nothing is said, where nothing is done."""

from __future__ import annotations

from textwrap import dedent

import pytest
from packaging.version import Version
from tests.rules.fixing import fix_all, look

from unspool_rules.model import Target

CLIENT = """\
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project_client = AIProjectClient(endpoint="e", credential=DefaultAzureCredential())
"""


def codes(source: str, target: Target | None = None) -> list[str]:
    return [finding.code for finding in look(source, target).findings]


def safe(source: str) -> bool:
    fixes = look(source).fixes(unsafe=True)
    return bool(fixes) and all(fix.safe for fix in fixes)


def becomes(before: str, after: str) -> None:
    before, after = dedent(before), dedent(after)
    assert fix_all(before) == after
    assert codes(after) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{'agent': {'name': n, 'type': 'agent_reference'}}", "'agent_reference'"),
        ('{"agent": {"type": "agent_reference", "name": n, "version": "1"}}', '"agent_reference"'),
        ('{"x": 1, "agent": AgentReference(name=n).as_dict()}', '"agent_reference"'),
        ('({"agent": {"name": n, "type": "agent_reference"}} if n else None)', '"agent_reference"'),
    ],
)
def test_extra_body(before: str, after: str) -> None:
    call = f"client.responses.create(extra_body={before})"
    source = f"import azure.ai.projects\ndef ask(client, n):\n    {call}\n"

    assert codes(source) == ["UNS701"]
    assert safe(source)
    fixed = fix_all(source)
    assert f"{after}: " in fixed
    assert codes(fixed) == []


def test_extra_body_behind_a_name() -> None:
    becomes(
        """\
        import openai

        def ask(client, n):
            reference = {"name": n, "type": "agent_reference"}
            extra = {"agent": reference}
            client.responses.create(extra_body=extra)

        def keywords(client, n):
            given = {"extra_body": {"agent": {"name": n, "type": "agent_reference"}}}
            client.responses.create(**given)

        def body(n):
            return {"agent": {"name": n, "type": "agent_reference"}}

        def call(client, n):
            body_of_it = {}
            body_of_it["agent"] = {"name": n, "type": "agent_reference"}
            client.responses.create(extra_body=body(n))
            client.responses.create(extra_body=body_of_it)
        """,
        """\
        import openai

        def ask(client, n):
            reference = {"name": n, "type": "agent_reference"}
            extra = {"agent_reference": reference}
            client.responses.create(extra_body=extra)

        def keywords(client, n):
            given = {"extra_body": {"agent_reference": {"name": n, "type": "agent_reference"}}}
            client.responses.create(**given)

        def body(n):
            return {"agent_reference": {"name": n, "type": "agent_reference"}}

        def call(client, n):
            body_of_it = {}
            body_of_it["agent_reference"] = {"name": n, "type": "agent_reference"}
            client.responses.create(extra_body=body(n))
            client.responses.create(extra_body=body_of_it)
        """,
    )


@pytest.mark.parametrize(
    "line",
    [
        'post(json={"agent": {"name": n, "type": "agent_reference"}})',
        'client.responses.create(extra_body={"agent": n})',
        'client.responses.create(extra_body={"agent": {"name": n}})',
        'client.responses.create(extra_body={"agent_reference": {"type": "agent_reference"}})',
    ],
)
def test_other_bodies_are_left_alone(line: str) -> None:
    assert codes(f"import azure.ai.projects\ndef ask(client, post, n):\n    {line}\n") == []


def test_old_targets_keep_the_old_form() -> None:
    source = (
        "import openai\n"
        "def ask(client, n):\n"
        '    body = {"agent": {"name": n, "type": "agent_reference"}}\n'
        "    client.responses.create(extra_body=body)\n"
    )

    assert codes(source, Target(version=Version("2.0.0b3"))) == []
    assert codes(source, Target(version=Version("2.0.0b4"))) == ["UNS701"]


def test_import_with_another_local_name() -> None:
    becomes(
        """\
        from azure.ai.projects.models import AgentObject as Agent

        def name(agent: Agent) -> str:
            return agent.name
        """,
        """\
        from azure.ai.projects.models import AgentDetails as Agent

        def name(agent: Agent) -> str:
            return agent.name
        """,
    )


def test_module_and_quoted_annotations() -> None:
    becomes(
        """\
        import azure.ai.projects.models as m
        from azure.ai.projects.models import AgentVersionObject

        def name(agent: "AgentVersionObject", other: "list[AgentVersionObject]") -> str:
            return isinstance(agent, m.AgentObject)
        """,
        """\
        import azure.ai.projects.models as m
        from azure.ai.projects.models import AgentVersionDetails

        def name(agent: "AgentVersionDetails", other: "list[AgentVersionDetails]") -> str:
            return isinstance(agent, m.AgentDetails)
        """,
    )


def test_names_that_others_may_read_stay() -> None:
    becomes(
        """\
        from azure.ai.projects.models import AgentObject

        __all__ = ["AgentObject"]
        """,
        """\
        from azure.ai.projects.models import AgentDetails as AgentObject

        __all__ = ["AgentObject"]
        """,
    )


def test_a_new_name_that_means_something_else() -> None:
    becomes(
        """\
        from azure.ai.projects.models import BingGroundingAgentTool

        class BingGroundingTool:
            pass

        tool = BingGroundingAgentTool(bing_grounding=None)
        """,
        """\
        from azure.ai.projects.models import BingGroundingTool as BingGroundingAgentTool

        class BingGroundingTool:
            pass

        tool = BingGroundingAgentTool(bing_grounding=None)
        """,
    )


def test_two_classes_that_became_one() -> None:
    becomes(
        """\
        from azure.ai.projects.models import (
            MCPToolRequireApprovalAlways,
            MCPToolRequireApprovalNever,
        )

        always = MCPToolRequireApprovalAlways(tool_names=["a"])
        never = MCPToolRequireApprovalNever(tool_names=["b"])
        """,
        """\
        from azure.ai.projects.models import MCPToolFilter

        always = MCPToolFilter(tool_names=["a"])
        never = MCPToolFilter(tool_names=["b"])
        """,
    )


def test_comments_of_an_import_stay_where_they_are() -> None:
    becomes(
        """\
        from azure.ai.projects.models import (
            AzureAISearchAgentTool,  # search
            SharepointAgentTool,  # files
        )

        tools = [AzureAISearchAgentTool, SharepointAgentTool]
        """,
        """\
        from azure.ai.projects.models import (
            AzureAISearchTool,  # search
            SharepointPreviewTool,  # files
        )

        tools = [AzureAISearchTool, SharepointPreviewTool]
        """,
    )


def test_code_for_both_versions_is_left_alone() -> None:
    source = dedent("""\
        try:
            from azure.ai.projects.models import AzureAISearchTool
        except ImportError:
            from azure.ai.projects.models import AzureAISearchAgentTool as AzureAISearchTool
        """)

    assert codes(source) == []


def test_messages_of_memory_stores() -> None:
    becomes(
        """\
        from azure.ai.projects.models import ResponsesUserMessageItemParam

        one = ResponsesUserMessageItemParam(content="a")
        two = ResponsesUserMessageItemParam(
            content="b"
        )
        """,
        """\
        from openai.types.responses import EasyInputMessageParam

        one = EasyInputMessageParam(type="message", role="user", content="a")
        two = EasyInputMessageParam(
            type="message",
            role="user",
            content="b"
        )
        """,
    )


def test_update_adds_versions() -> None:
    source = CLIENT + dedent("""\
        agent = project_client.agents.update("helper", definition=definition)
        print(agent.id, agent.versions.latest.definition)
        """)
    (fix,) = look(source).fixes(unsafe=True)

    assert not fix.safe
    assert len(fix.notes) == 2
    assert 'agents.create_version("helper", definition=definition)' in fix_all(source)
    assert "print(agent.id, agent.definition)" in fix_all(source)


@pytest.mark.parametrize(
    "use",
    [
        "project_client.agents.create(body)",
        "project_client.agents.create(**body)",
        "print(project_client.agents.create(name='a', definition=d).versions)",
        "register(project_client.agents.create(name='a', definition=d))",
        "make = project_client.agents.create",
    ],
)
def test_calls_that_are_blocked(use: str) -> None:
    source = f"{CLIENT}{use}\n"

    assert codes(source) == ["UNS701"]
    assert fix_all(source) == source
    assert look(source).findings[0].blockers


def test_calls_of_the_classic_client_are_something_else() -> None:
    source = CLIENT + "other.agents.create(name='a')\nproject_client.agents.create_version('a')\n"

    assert codes(source) == []


def test_aliased_sub_client() -> None:
    source = CLIENT + dedent("""\
        schedules = project_client.schedules
        schedules.get(id="a")
        print(project_client.connections, project_client.evaluation_rules)
        """)
    fixed = fix_all(source)

    assert "schedules = project_client.beta.schedules\n" in fixed
    assert 'schedules.get(schedule_id="a")' in fixed
    assert codes(fixed) == []


def test_red_teams_need_something_of_the_new_api() -> None:
    source = CLIENT + "project_client.red_teams.list()\n"
    new = "project_client.agents.list_versions('a')\n"

    assert codes(source) == []
    assert codes(source + new) == ["UNS701"]
    assert "project_client.beta.red_teams.list()" in fix_all(source + new)


def test_awaiting_the_client_needs_something_of_the_new_api() -> None:
    start = dedent("""\
        from azure.ai.projects.aio import AIProjectClient

        async def main(credential):
            async with AIProjectClient(endpoint="e", credential=credential) as project:
                async with await project.get_openai_client() as client:
        """)
    chat = start + "            await client.chat.completions.create(messages=[])\n"
    conversation = start + "            await client.conversations.create()\n"

    assert codes(chat) == []
    assert codes(conversation) == ["UNS701"]
    assert "async with project.get_openai_client() as client:" in fix_all(conversation)


def test_a_comment_ignores_one() -> None:
    line = "from azure.ai.projects.models import AgentObject  # unspool: ignore[UNS701]\n"

    assert codes(line) == []


def test_renamed_members_and_methods() -> None:
    source = CLIENT + dedent("""\
        from azure.ai.projects.models import ImageGenActionEnum, RankerVersionType as Version

        print(ImageGenActionEnum.AUTO, Version.DEFAULT2024_11_15)
        for one in project_client.beta.evaluators.list_latest_versions():
            print(one)
        project_client.evaluators.list_latest_versions()
        other.evaluators.list_latest_versions()
        """)
    fixed = fix_all(source)

    assert "import ImageGenAction, RankerVersionType as Version\n" in fixed
    assert "print(ImageGenAction.AUTO, Version.DEFAULT_2024_11_15)\n" in fixed
    assert "for one in project_client.beta.evaluators.list():\n" in fixed
    assert "\nproject_client.evaluators.list()\nother.evaluators.list_latest_versions()" in fixed
    assert codes(fixed) == []


def test_evaluators_were_below_beta_for_a_while() -> None:
    source = CLIENT + "project_client.evaluators.list()\n"

    assert codes(source) == []
    target = Target(version=Version("2.4.0"))
    assert "project_client.beta.evaluators.list()" in fix_all(source, target)


@pytest.mark.parametrize(
    ("version", "said"),
    [("2.0.0b3", False), ("2.0.0b4", True), ("2.4.0", True), ("2.5.0", False), ("2.10.0", False)],
)
def test_a_name_that_came_back_is_old_in_between_only(version: str, said: bool) -> None:
    source = "from azure.ai.projects.models import A2ATool\n\ntool = A2ATool(base_url='b')\n"
    target = Target(version=Version(version))

    assert bool(codes(source, target)) is said
    assert ("A2APreviewTool(base_url='b')" in fix_all(source, target)) is said


def test_features_of_single_calls() -> None:
    call = "project_client.agents.create_version('a', definition=d, foundry_features='f')\n"
    other = "other.agents.create_version('a', definition=d, foundry_features='f')\n"

    assert codes(CLIENT + call) == ["UNS701"]
    assert "allow_preview=True" in look(CLIENT + call).findings[0].blockers[0].message
    assert codes(CLIENT + call, Target(version=Version("2.0.0b4"))) == []
    assert codes(CLIENT + other) == []


def test_copies_of_the_models_of_openai() -> None:
    source = "from azure.ai.projects.models import Response, ItemParam\n"
    same, item = look(source).findings

    assert "`openai.types.responses.Response`" in same.message
    assert "`openai.types.responses`" in item.message
    assert codes("from azure.ai.projects.models import Tool, MCPTool\n") == []
