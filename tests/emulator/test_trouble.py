"""Answers that go wrong on demand end the same way in both generations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from .client import FOUNDRY, Client, reference
from .server import serve
from .state import World


@pytest.fixture
def client() -> Iterator[Client]:
    with serve(World()) as address:
        yield Client(address)


def _legacy(client: Client, marker: str) -> dict[str, Any]:
    thread = client.thread("hello")
    run = client.run(thread, client.assistant(instructions=marker))
    path = f"/v1/threads/{thread}/runs/{run['id']}"
    while run["status"] in {"queued", "in_progress"}:
        _, run = client.send("GET", path)
    return run


def _new(client: Client, marker: str) -> dict[str, Any]:
    body = {"conversation": client.conversation("hello"), **reference(client.agent(model=marker))}
    return client.post(f"{FOUNDRY}/responses", body)


@pytest.mark.parametrize(
    ("marker", "legacy", "new"),
    [
        ("fail-on-demand", "failed", "failed"),
        ("expire-on-demand", "expired", "failed"),
        ("incomplete-on-demand", "incomplete", "incomplete"),
        ("fail-on-demands", "completed", "completed"),
    ],
)
def test_endings(client: Client, marker: str, legacy: str, new: str) -> None:
    assert _legacy(client, marker)["status"] == legacy
    assert _new(client, marker)["status"] == new


def test_both_say_what_went_wrong(client: Client) -> None:
    run, response = _legacy(client, "fail-on-demand"), _new(client, "fail-on-demand")
    said = [entry["answer"] for entry in client.log()]
    assert [run["last_error"]["message"], response["error"]["message"]] == said
    assert response["output"] == []
    assert run["last_error"]["code"] == response["error"]["code"] == "server_error"


def test_an_incomplete_answer_is_partly_there(client: Client) -> None:
    run, response = (f(client, "incomplete-on-demand") for f in (_legacy, _new))
    _, listing = client.send("GET", f"/v1/threads/{run['thread_id']}/messages")
    assert listing["data"][0]["status"] == response["output"][0]["status"] == "incomplete"
    assert run["incomplete_details"] == response["incomplete_details"]
    assert response["output"][0]["content"][0]["text"].startswith("Reply ")
