"""The answer to ``initialize``, given before what the rest of the server needs is imported.

Importing the protocol's types takes longer than everything else at the start, and editors wait for
this one answer. It depends on little, so it is written down here, in the protocol's own terms;
tests compare it with what the finished server would have said.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, cast

from unspool_server.lsp.lifetime import end_with

_LENGTH = re.compile(rb"Content-Length: (\d+)\r\n")
_LONGEST = 10_000_000
_ENCODINGS = ("utf-8", "utf-16", "utf-32")
_INCREMENTAL = 2


@dataclass(frozen=True, slots=True)
class Greeting:
    """A connection whose first message may have been answered already."""

    stdin: BinaryIO
    """Still gives that message, for the server to know what it says."""
    answered: int | str | None
    """The request that must not be answered again."""


def greet(stdin: BinaryIO, stdout: BinaryIO, version: str) -> Greeting:
    """Wait for the first message, and answer it when it is a request to initialize."""
    head, body = _message(stdin)
    again = cast(BinaryIO, _Again(head + body, stdin))
    request = _request(body)
    if request is None:
        return Greeting(again, None)
    number, process, client = request
    if process is not None:
        end_with(process)  # it may end before the server is there
    result = {
        "capabilities": capabilities(client),
        "serverInfo": {"name": "unspool", "version": version},
    }
    answer = json.dumps({"id": number, "jsonrpc": "2.0", "result": result}).encode()
    stdout.write(b"Content-Length: %d\r\n\r\n" % len(answer) + answer)
    stdout.flush()
    return Greeting(again, number)


def capabilities(client: Mapping[str, object]) -> dict[str, object]:
    """What the server can do, for a client with some capabilities."""
    return {
        "positionEncoding": _encoding(client),
        "textDocumentSync": {"openClose": True, "change": _INCREMENTAL, "save": True},
        **(
            {"notebookDocumentSync": {"notebookSelector": [{"notebook": "*"}], "save": True}}
            if client.get("notebookDocument") is not None
            else {}
        ),
        "hoverProvider": True,
        "codeActionProvider": {
            "codeActionKinds": ["quickfix", "source.fixAll.unspool"],
            "resolveProvider": True,
        },
        "codeLensProvider": {"resolveProvider": False},
        "executeCommandProvider": {"commands": ["unspool.migrateFlow"]},
        "diagnosticProvider": {
            "interFileDependencies": True,
            "workspaceDiagnostics": False,
            "identifier": "unspool",
        },
        "workspace": {
            "workspaceFolders": {"supported": True, "changeNotifications": True},
            "fileOperations": {},
        },
    }


def _encoding(client: Mapping[str, object]) -> str:
    """The first one that the client names and the server knows."""
    general = client.get("general")
    offered = general.get("positionEncodings") if isinstance(general, dict) else None
    names = offered if isinstance(offered, list) else []
    return next((name for name in names if name in _ENCODINGS), "utf-16")


class _Again:
    """A stream that begins with what was read from it before."""

    def __init__(self, begun: bytes, rest: BinaryIO) -> None:
        self._begun = io.BytesIO(begun)
        self._rest = rest

    def readline(self) -> bytes:
        return self._begun.readline() or self._rest.readline()

    def read(self, size: int) -> bytes:
        return self._begun.read(size) or self._rest.read(size)


def _message(stdin: BinaryIO) -> tuple[bytes, bytes]:
    """The head and the body of the next message, or as much of it as there is."""
    head, length = b"", 0
    while line := stdin.readline():
        head += line
        if found := _LENGTH.fullmatch(line):
            length = int(found[1])
        if not line.strip() or len(head) > _LONGEST:
            break
    return head, stdin.read(length) if 0 < length < _LONGEST else b""


def _request(body: bytes) -> tuple[int | str, int | None, Mapping[str, object]] | None:
    """The number of a request to initialize, its client's process, and what the client can do."""
    try:
        message = json.loads(body)
        number, params = message["id"], message["params"]
        client, process = params["capabilities"], params.get("processId")
        if message["jsonrpc"] != "2.0" or message["method"] != "initialize":
            return None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if not isinstance(number, (int, str)) or not isinstance(client, dict):
        return None
    return number, process if isinstance(process, int) else None, client
