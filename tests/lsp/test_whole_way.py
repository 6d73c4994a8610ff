"""The server as it is shipped: from a legacy file in an editor to the text after its fixes."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from tests.lsp.conftest import start
from tests.lsp.editor import RecordingClient, make_client

pytestmark = pytest.mark.asyncio

SERVE = [sys.executable, "-m", "unspool_server", "serve", "--stdio"]
TEXT = """\
from openai import OpenAI

client = OpenAI()
s = "😀"; thread = client.beta.threads.create(metadata={"user": "é"})
client.beta.threads.delete(thread.id)
"""


@pytest_lsp.fixture(
    config=pytest_lsp.ClientServerConfig(server_command=SERVE, client_factory=make_client)
)
async def shipped(lsp_client: RecordingClient) -> AsyncIterator[None]:
    yield
    await lsp_client.shutdown_session()


@pytest.mark.parametrize("profile", ["visual-studio-code", "neovim"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
async def test_from_a_legacy_file_to_a_new_one(
    shipped: RecordingClient, tmp_path: Path, profile: str, line_end: str
) -> None:
    editor = await start(shipped, pytest_lsp.client_capabilities(profile), tmp_path)
    editor.open((tmp_path / "a.py").as_uri(), TEXT.replace("\n", line_end))
    found = await editor.diagnostics()
    assert {str(one.code)[:3] for one in found} == {"UNS"}
    first = found[0]
    assert first.range.start == editor.place("client.beta.threads.create").start

    hover = await shipped.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(editor.uri), first.range.start)
    )
    assert hover and isinstance(hover.contents, types.MarkupContent)
    assert str(first.code) in hover.contents.value

    actions = await editor.actions("client.beta.threads.create")
    ignore = actions[f"Ignore {first.code} on this line"]
    quiet = await editor.chosen(ignore)
    fixes = [a for t, a in actions.items() if a.kind == "quickfix" and not t.startswith("Ignore")]
    after = await editor.chosen(next(a for a in fixes if not a.disabled))
    assert "client.conversations.create(" in after
    assert after.count("\r\n") == (after.count("\n") if line_end == "\r\n" else 0)
    compile(after, "a.py", "exec")

    editor.type(quiet)
    assert first.range.start not in [one.range.start for one in await editor.diagnostics()]
