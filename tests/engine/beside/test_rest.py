"""Requests that are written out: found with evidence of the old API only."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.rules.fixing import look

from unspool_rules.model import Severity


def found(source: str) -> list[tuple[str, str | None]]:
    """The code that findings stand at, and their targets."""
    source = dedent(source)
    return [
        (source[f.span.start : f.span.end], f.target)
        for f in look(source).findings
        if f.code == "UNS802"
    ]


def targets(source: str) -> list[str | None]:
    return [target for _, target in found(source)]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ('requests.post("https://api.openai.com/v1/assistants", json={})', None),
        ('requests.get(f"https://api.openai.com/v1/assistants/{a}")', None),
        ('requests.post("https://api.openai.com/v1/threads")', "/v1/conversations"),
        ('requests.get("https://api.openai.com/v1/threads/" + t)', "/v1/conversations/{id}"),
        (
            'requests.get("https://api.openai.com/v1/threads/%s/messages" % t)',
            "/v1/conversations/{id}/items",
        ),
        (
            'requests.post("https://api.openai.com/v1/threads/{}/runs".format(t))',
            "/v1/responses",
        ),
        ('requests.post("https://api.openai.com/v1/threads/runs")', "/v1/responses"),
        (
            'requests.request("GET", f"https://api.openai.com/v1/threads/{t}/runs/{r}")',
            "/v1/responses/{id}",
        ),
        (
            'requests.post(f"https://api.openai.com/v1/threads/{t}/runs/{r}/submit_tool_outputs")',
            "/v1/responses",
        ),
        (
            'requests.post(f"https://x.openai.azure.com/openai/assistants?api-version={v}")',
            "/api/projects/{project}/agents/{name}/versions",
        ),
        (
            "requests.post(f\"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/threads?api-version=1\")",
            "/api/projects/{project}/openai/v1/conversations",
        ),
        (
            'requests.post(f"{e}/threads/{t}/runs", params={"api-version": "2025-05-01"})',
            "/api/projects/{project}/openai/v1/responses",
        ),
    ],
)
def test_routes(line: str, target: str | None) -> None:
    source = f"import os\nimport requests\ndef go(a, e, r, t, v):\n    return {line}\n"

    assert targets(source) == [target]


@pytest.mark.parametrize(
    "start",
    [
        "import httpx\npost = httpx.post\n",
        "from requests import post\n",
        "import httpx\npost = httpx.Client().post\n",
        "import aiohttp\nasync def f(s: aiohttp.ClientSession, t):\n  await s.",
        "import aiohttp\nasync def f(t):\n async with aiohttp.ClientSession() as s:\n  await s.",
        "import requests\nclass A:\n s = requests.Session()\n def f(self, t):\n  self.s.",
    ],
)
def test_libraries(start: str) -> None:
    assert targets(start + 'post("https://api.openai.com/v1/threads")\n') == ["/v1/conversations"]


def test_base_url_of_a_client() -> None:
    source = """\
        import httpx

        async def go(thread_id):
            async with httpx.AsyncClient(base_url="https://api.openai.com/v1") as client:
                await client.post(f"/threads/{thread_id}/runs", json={})
        """

    assert found(source) == [('f"/threads/{thread_id}/runs"', "/v1/responses")]


def test_header() -> None:
    source = """\
        import requests

        def call(path, body):
            headers = {"OpenAI-Beta": "assistants=v2"}
            return requests.post(base() + path, headers=headers, json=body)

        call("/threads", {})
        call(f"/threads/{1}/runs", {})
        call("/files", {})
        """

    assert found(source) == [
        ('"/threads"', "/v1/conversations"),
        ('f"/threads/{1}/runs"', "/v1/responses"),
    ]


def test_what_is_said() -> None:
    source = 'import requests\nrequests.post("https://api.openai.com/v1/threads")\n'
    classic = source.replace("api.openai.com/v1", "x.services.ai.azure.com/api/projects/p")
    finding, other = (look(text).findings[0] for text in (source, classic))

    assert finding.severity is Severity.ERROR
    assert finding.message == (
        "`POST /threads` was shut down on 2026-08-26; use `/v1/conversations`"
    )
    assert other.severity is Severity.WARNING
    assert "retires on 2027-03-31" in other.message
    assert finding.fix is None
    assert finding.blockers == ()


@pytest.mark.parametrize(
    "line",
    [
        'requests.get("https://graph.microsoft.com/v1.0/groups/1/threads")',
        'requests.get(f"https://dev.azure.com/o/p/threads?api-version=7.1")',
        'requests.get(f"{acs}/chat/threads?api-version=2024-03-07-preview")',
        'requests.post(f"{langgraph}/threads/{t}/runs", json={"assistant_id": "agent"})',
        'requests.post("http://localhost:8123/threads", json={})',
        'requests.get("https://forum.example.com/threads/1")',
        'requests.get("https://example.com/assistants")',
        'requests.post("https://api.openai.com/v1/responses")',
        'requests.post("https://api.openai.com/v1/threadsafe")',
        'print("https://api.openai.com/v1/threads")',
        'client.post("https://api.openai.com/v1/threads")',
        'open("/threads/runs")',
    ],
)
def test_other_services_are_left_alone(line: str) -> None:
    source = f"import requests\ndef go(acs, client, langgraph, t):\n    return {line}\n"

    assert targets(source) == []


def test_without_a_library() -> None:
    source = 'import other\nother.post("https://api.openai.com/v1/threads")\n'

    assert targets(source) == []


def test_another_host_beside_requests_with_the_header() -> None:
    source = """import requests

HEADERS = {"Authorization": "Bearer k", "OpenAI-Beta": "assistants=v2"}
requests.get("https://gateway.example.com/v1/threads/t1", headers=HEADERS)
requests.get("https://forum.example.com/threads/5", headers={"Accept": "text/html"})
requests.get("https://forum.example.com/threads/6")
"""
    found = [source[f.span.start :].split('"')[1] for f in look(source).findings]
    assert found == ["https://gateway.example.com/v1/threads/t1"]


def test_the_version_of_the_agents_client() -> None:
    source = (
        "import httpx\n\n\ndef make(endpoint):\n"
        '    httpx.post(f"{endpoint}/assistants?api-version=v1", json={})\n'
    )
    assert [f.code for f in look(source).findings] == ["UNS802"]
