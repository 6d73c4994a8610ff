"""Files that declare dependencies in the server as it is shipped."""

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
TEXT = '[project]\ndependencies = [\n  "azure-ai-projects<2",  # 😀\n]\n'


@pytest_lsp.fixture(
    config=pytest_lsp.ClientServerConfig(server_command=SERVE, client_factory=make_client)
)
async def shipped(lsp_client: RecordingClient) -> AsyncIterator[None]:
    yield
    await lsp_client.shutdown_session()


@pytest.mark.parametrize("profile", ["visual-studio-code", "neovim"])
async def test_a_pin_is_reported_and_updated(
    shipped: RecordingClient, tmp_path: Path, profile: str
) -> None:
    editor = await start(shipped, pytest_lsp.client_capabilities(profile), tmp_path)
    editor.uri, editor.text = (tmp_path / "pyproject.toml").as_uri(), TEXT
    item = types.TextDocumentItem(editor.uri, "toml", 1, TEXT)
    shipped.text_document_did_open(types.DidOpenTextDocumentParams(item))
    editor.version = 1

    (found,) = await editor.diagnostics()
    assert found.code == "UNS801"
    actions = await editor.actions("azure-ai-projects")
    fix = next(a for title, a in actions.items() if title.startswith("Update the pins"))
    assert await editor.chosen(fix) == TEXT.replace("<2", ">=2.10.0")
    ignore = await editor.chosen(actions["Ignore UNS801 on this line"])
    editor.type(ignore)
    assert not await editor.diagnostics()
