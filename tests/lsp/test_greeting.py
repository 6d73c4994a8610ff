"""The answer that is given before the server is there is the one that the server would give."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter
from tests.lsp.test_lifetime import SLEEPER, Wire

from unspool_server.lsp.greeting import capabilities, greet
from unspool_server.lsp.server import create

EDITORS = sorted(Path(pytest_lsp.__file__).with_name("clients").glob("*.json"))
OTHERS: list[dict[str, Any]] = [
    {},
    {"general": {}},
    {"general": {"positionEncodings": []}},
    {"general": {"positionEncodings": ["utf-7", "utf-32", "utf-8"]}},
    {"notebookDocument": {"synchronization": {}}},
    {"textDocument": {"diagnostic": {}, "hover": {"contentFormat": ["plaintext"]}}},
]
CLIENTS = [json.loads(path.read_text(encoding="utf-8")) for path in EDITORS]


def asked(client: dict[str, Any], **more: object) -> bytes:
    params = {"processId": None, "rootUri": None, "capabilities": client}
    message = {"jsonrpc": "2.0", "id": 7, "method": "initialize", "params": params, **more}
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


async def said_by_the_server(client: dict[str, Any]) -> Any:
    converter = default_converter()
    params = {"processId": None, "rootUri": None, "capabilities": client}
    server = create()
    steps = server.protocol.lsp_initialize(converter.structure(params, types.InitializeParams))
    try:
        while True:
            handler, arguments, _ = next(steps)
            handler(*arguments)
    except StopIteration as end:
        said = converter.unstructure(end.value)["capabilities"]
    sync = said["textDocumentSync"]  # pygls says no to what is not asked
    said["textDocumentSync"] = {key: value for key, value in sync.items() if value}
    return said


@pytest.mark.asyncio
@pytest.mark.parametrize("client", [*(c.get("capabilities", c) for c in CLIENTS), *OTHERS])
async def test_it_is_what_the_server_would_say(client: dict[str, Any]) -> None:
    assert capabilities(client) == await said_by_the_server(client)


def test_the_message_can_be_read_again() -> None:
    first, second = asked({}), b"Content-Length: 2\r\n\r\n{}"
    out = io.BytesIO()
    greeting = greet(io.BytesIO(first + second), out, "1")
    assert greeting.answered == 7
    head, _, body = out.getvalue().partition(b"\r\n\r\n")
    assert head == b"Content-Length: %d" % len(body)
    assert json.loads(body)["result"] == {
        "capabilities": capabilities({}),
        "serverInfo": {"name": "unspool", "version": "1"},
    }
    assert greeting.stdin.readline() == first[: first.index(b"\n") + 1]
    assert greeting.stdin.readline() == b"\r\n"
    assert greeting.stdin.read(len(first)) == first[first.index(b"{") :]
    assert greeting.stdin.readline() == b"Content-Length: 2\r\n"


@pytest.mark.parametrize(
    "bytes_",
    [
        b"",
        b"Content-Length: 5\r\n\r\n{",
        b"Content-Length: x\r\n\r\n",
        b"Content-Length: 2\r\n\r\n[]",
        b"\r\n",
        asked({}, method="shutdown"),
        asked({}, id=None),
        asked({}, params=None),
        asked({}, params={"capabilities": 5}),
    ],
)
def test_nothing_else_is_answered(bytes_: bytes) -> None:
    out = io.BytesIO()
    greeting = greet(io.BytesIO(bytes_), out, "1")
    assert greeting.answered is None
    assert out.getvalue() == b""
    again = b"".join(iter(greeting.stdin.readline, b""))
    assert again == bytes_


def test_there_is_one_answer() -> None:
    wire = Wire()
    try:
        wire.start()
        wire.send(id=1, method="textDocument/hover", params={})  # its number may be used again
        assert "error" in wire.answer(1)
        wire.send(id=2, method="shutdown")
        assert "result" in wire.answer(2)
        wire.send(method="exit")
        assert wire.process.wait(10) == 0
    finally:
        wire.end()


@pytest.mark.parametrize(
    ("module", "without"),
    [
        ("unspool_server.lsp.stdio", ["lsprotocol", "pygls", "asyncio", "unspool_rules.engine"]),
        ("unspool_server.lsp.server", ["unspool_rules.engine", "jedi", "libcst"]),
    ],
)
def test_nothing_is_imported_before_it_is_needed(module: str, without: list[str]) -> None:
    code = f"import sys, {module}; print(*(name for name in {without} if name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def test_a_client_that_ends_before_the_server_is_there_is_noticed() -> None:
    wire = Wire()
    try:
        sleeper = subprocess.Popen(SLEEPER)
        wire.send(id=1, method="initialize", params={"processId": sleeper.pid, "capabilities": {}})
        assert "result" in wire.answer(1)
        sleeper.kill()
        sleeper.wait()
        assert wire.process.wait(30) == 1
    finally:
        wire.end()
