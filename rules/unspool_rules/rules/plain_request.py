"""Requests to routes of the old service, written out with an HTTP library.

## What it does
Finds calls of `requests`, `httpx` and `aiohttp` whose URL is a route of the Assistants API or of Azure's classic agents: `/assistants`, `/threads`, `/threads/{id}/messages`, `/threads/{id}/runs`.
The host, the header `OpenAI-Beta: assistants=v2` or the `api-version` has to say that this API is meant.

## Why
The routes are, or will be, switched off with the service.

## Fix safety
No fix is offered: the bodies of requests and answers differ, and nothing in the code says what they are.

## References
The message has the new route.
Below a Foundry project, agents are found under `/agents`, and conversations and responses under `/openai/v1`; OpenAI has the latter two under `/v1`, and no agents.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS802",
    name="plain-request",
    summary="a request to a route of the old service",
    fix_title="Use the new route",
    docs=__doc__,
    examples=(
        Example(
            title="a run that is started by hand",
            before="""\
            import os

            import requests

            BASE = "https://api.openai.com/v1"
            HEADERS = {
                "Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}",
                "OpenAI-Beta": "assistants=v2",
            }


            def start(thread_id: str, assistant_id: str) -> str:
                answer = requests.post(
                    f"{BASE}/threads/{thread_id}/runs",
                    headers=HEADERS,
                    json={"assistant_id": assistant_id},
                    timeout=30,
                )
                return answer.json()["id"]
            """,
            text="""\
            The new route is `POST /v1/responses`, which takes the conversation's id, the model, the instructions and the tools in its body.
            """,
        ),
    ),
)
