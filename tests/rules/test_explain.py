"""Hovers: the user's own code before and after, maps, and reasons."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from tests.rules.fixing import TODAY, look

from unspool_rules.api import explain
from unspool_rules.model import Finding
from unspool_rules.rules.registry import all_rules, rule


def of(code: str, source: str) -> Finding:
    return next(f for f in look(source).findings if f.code == code)


THREAD = dedent(
    """\
    from openai import OpenAI

    client = OpenAI()
    if client:
        thread = client.beta.threads.create(metadata={"a": "🙂"})
        print(thread.id)
    """
)


def test_own_code_before_and_after() -> None:
    words = explain(of("UNS101", THREAD), THREAD, TODAY)

    assert '```python\nthread = client.beta.threads.create(metadata={"a": "🙂"})' in words
    assert '```python\nconversation = client.conversations.create(metadata={"a": "🙂"})' in words


def test_retirement_is_told_by_the_day() -> None:
    finding = of("UNS101", THREAD)

    assert "2026-08-26. The service is switched off" in explain(finding, THREAD, TODAY)
    assert "2026-08-26, in 1 day." in explain(finding, THREAD, date(2026, 8, 25))


def test_only_given_parameters_and_every_result() -> None:
    words = explain(of("UNS101", THREAD), THREAD, TODAY)

    assert "| `metadata` |" in words
    assert "| `messages` |" not in words
    assert "| `tool_resources` |" in words


def test_positional_arguments_show_all_parameters() -> None:
    source = THREAD.replace('metadata={"a": "🙂"}', "**options")

    assert "| `messages` |" in explain(of("UNS101", source), source, TODAY)


def test_maps_of_the_three_results() -> None:
    source = dedent(
        """\
        from azure.ai.projects import AIProjectClient

        def main(client: AIProjectClient) -> None:
            agent = client.agents.create_agent(model="m", name="n")
            thread = client.agents.threads.create()
            run = client.agents.runs.create(thread_id=thread.id, agent_id=agent.id)
        """
    )

    thread = explain(of("UNS101", source), source, TODAY)
    run = explain(of("UNS103", source), source, TODAY)
    agent = explain(of("UNS201", source), source, TODAY)

    for name in ("id", "object", "created_at", "metadata", "tool_resources"):
        assert f"| `{name}` |" in thread
    for name in ("id", "status", "last_error", "usage.prompt_tokens", "thread_id", "model"):
        assert f"| `{name}` |" in run
    for name in ("id", "name", "model", "instructions", "tools", "created_at", "metadata"):
        assert f"| `{name}` |" in agent


def test_blockers_have_lines() -> None:
    source = THREAD.replace("metadata=", "tool_resources=")
    words = explain(of("UNS101", source), source, TODAY)

    assert "No fix is offered:\n\n- line 5: a conversation has no tool resources" in words


def test_every_example_can_be_explained() -> None:
    for one in all_rules():
        for example in one.examples:
            _, target, before, _ = next(example.cases())
            for finding in look(before, target).findings:
                words = explain(finding, before, TODAY)
                known = rule(finding.code)
                assert known is not None
                assert known.url in words
                assert words.count("```") % 2 == 0
