"""A bare HTTP client for tests of the emulator; it knows the two prefixes and nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

Json = dict[str, Any]

PROJECT = "/api/projects/demo"
FOUNDRY = PROJECT + "/openai/v1"
_HEADERS = {
    "Authorization": "Bearer t",
    "Content-Type": "application/json",
    "OpenAI-Beta": "assistants=v2",
}


@dataclass(frozen=True, slots=True)
class Client:
    """Sends JSON, returns the status and the JSON that came back."""

    address: str

    def send(
        self, method: str, path: str, body: Json | None = None, headers: Json | None = None
    ) -> tuple[int, Json]:
        data = None if body is None else json.dumps(body).encode()
        sent = _HEADERS if headers is None else headers
        request = Request(self.address + path, data, sent, method=method)
        try:
            with urlopen(request) as answer:
                return answer.status, _json(answer.read())
        except HTTPError as error:
            return error.code, _json(error.read())

    def post(self, path: str, body: Json | None = None) -> Json:
        """The answer to a request that must succeed."""
        status, answer = self.send("POST", path, body or {})
        assert status == 200, answer
        return answer

    def agent(self, name: str = "a", **definition: Any) -> str:
        """A prompt agent's name."""
        body = {"definition": {"kind": "prompt", "model": "m", **definition}}
        self.post(f"{PROJECT}/agents/{name}/versions?api-version=v1", body)
        return name

    def assistant(self, **fields: Any) -> str:
        return str(self.post("/v1/assistants", {"model": "m", **fields})["id"])

    def thread(self, *texts: str) -> str:
        messages = [{"role": "user", "content": text} for text in texts]
        return str(self.post("/v1/threads", {"messages": messages})["id"])

    def run(self, thread: str, assistant: str, **fields: Any) -> Json:
        return self.post(f"/v1/threads/{thread}/runs", {"assistant_id": assistant, **fields})

    def conversation(self, *texts: str) -> str:
        items = [{"role": "user", "content": text} for text in texts]
        return str(self.post(f"{FOUNDRY}/conversations", {"items": items})["id"])

    def log(self) -> list[Json]:
        _, report = self.send("GET", "/__log__")
        return list(report["log"])


def _json(raw: bytes) -> Json:
    try:
        return dict(json.loads(raw))
    except ValueError:
        return {"text": raw.decode()}


def reference(name: str, **more: Any) -> Json:
    """An agent reference as the new service wants it."""
    return {"agent_reference": {"type": "agent_reference", "name": name, **more}}
