"""The server over the small core, as VS Code and as Neovim."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from tests.lsp.editor import Editor, RecordingClient, make_client

SERVER = [sys.executable, str(Path(__file__).with_name("fake_server.py"))]
CONFIG = pytest_lsp.ClientServerConfig(server_command=SERVER, client_factory=make_client)


@pytest_lsp.fixture(config=CONFIG)
async def client(lsp_client: RecordingClient) -> AsyncIterator[None]:
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(params=["visual-studio-code", "neovim"])
async def editor(client: RecordingClient, tmp_path: Path, request: pytest.FixtureRequest) -> Editor:
    """An editor with a workspace, and nothing open."""
    return await start(client, pytest_lsp.client_capabilities(request.param), tmp_path)


async def start(
    client: RecordingClient,
    capabilities: types.ClientCapabilities,
    folder: Path,
    options: object = None,
) -> Editor:
    result = await client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            root_uri=folder.as_uri(),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
            initialization_options=options,
        )
    )
    return Editor(client, result)
