"""How the process ends, and what it answers to clients that keep to nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from tests.lsp.conftest import SERVER

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]


class Wire:
    """A server process, spoken to in bytes."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def answer(self, number: int) -> dict[str, Any]:
        """The answer to a request; whatever comes before it is passed over."""
        assert self.process.stdout
        while True:
            length = 0
            while line := self.process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                if name == b"Content-Length":
                    length = int(value)
            assert length, "the server has gone"
            message: dict[str, Any] = json.loads(self.process.stdout.read(length))
            if message.get("id") == number and "method" not in message:
                return message

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def start(self, process: int | None = None) -> None:
        params = {"processId": process, "rootUri": None, "capabilities": {}}
        self.send(id=1, method="initialize", params=params)
        assert "result" in self.answer(1)
        self.send(method="initialized", params={})


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.end()


@pytest.mark.parametrize("params", [{}, {"params": None}])
def test_shutdown_then_exit(wire: Wire, params: dict[str, None]) -> None:
    wire.start()
    wire.send(id=2, method="shutdown", **params)
    assert wire.answer(2)["result"] is None
    wire.send(method="exit")
    assert wire.process.wait(10) == 0


def test_exit_alone_is_an_error(wire: Wire) -> None:
    wire.start()
    wire.send(method="exit")
    assert wire.process.wait(10) == 1


def test_ends_with_stdin(wire: Wire) -> None:
    wire.start()
    assert wire.process.stdin
    wire.process.stdin.close()
    assert wire.process.wait(10) == 1


def test_ends_with_stdin_in_the_middle_of_an_analysis(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FAKE_SECONDS", "60")
    wire = Wire()
    wire.start()
    document = {"uri": "file:///w/a.py", "languageId": "python", "version": 1, "text": "x"}
    wire.send(method="textDocument/didOpen", params={"textDocument": document})
    time.sleep(0.3)
    assert wire.process.stdin
    wire.process.stdin.close()
    assert wire.process.wait(10) == 1
    wire.end()


def test_ends_when_the_client_dies(wire: Wire) -> None:
    client = subprocess.Popen(SLEEPER)
    wire.start(client.pid)
    client.kill()  # not waited for: a dead process stays visible until then
    started = time.monotonic()
    try:
        assert wire.process.wait(10) == 1
        assert time.monotonic() - started < 3
    finally:
        client.wait()


def test_stays_when_the_client_cannot_be_seen(wire: Wire) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    wire.start(gone.pid)
    time.sleep(0.2)
    assert wire.process.poll() is None


def test_unknown_requests_are_refused(wire: Wire) -> None:
    wire.start()
    wire.send(id=2, method="unspool/noSuchThing", params={})
    assert wire.answer(2)["error"]["code"] == -32601


def test_unreadable_requests_are_refused(wire: Wire) -> None:
    wire.start()
    wire.send(id=2, method="textDocument/hover", params={"position": "here"})
    assert wire.answer(2)["error"]["code"] == -32602
    wire.send(id=3, method="textDocument/hover", params=7)
    assert "error" in wire.answer(3)
    wire.send(method="textDocument/didChange", params={"contentChanges": None})
    wire.send(id=4, method="shutdown")
    assert "result" in wire.answer(4)


def test_half_of_a_surrogate_pair_is_survived(wire: Wire) -> None:
    wire.start()
    text = "s = '\ud83d'; c.beta.threads.create()\n"
    document = {"uri": "file:///w/a.py", "languageId": "python", "version": 1, "text": text}
    wire.send(method="textDocument/didOpen", params={"textDocument": document})
    params = {"textDocument": {"uri": "file:///w/a.py"}}
    wire.send(id=2, method="textDocument/diagnostic", params=params)
    assert "result" in wire.answer(2)
