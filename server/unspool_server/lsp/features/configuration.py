"""The start of a session, the client's settings, and the files that settings are read from."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from unspool_server.lsp import lifetime
from unspool_server.lsp.client import Client
from unspool_server.lsp.connection import Server
from unspool_server.lsp.convert import path_of
from unspool_server.lsp.folders import SECTION

WATCHED = (
    "**/pyproject.toml",
    "**/{uv,poetry,pdm,Pipfile}.lock",
    "**/Pipfile.lock",
    "**/*requirements*.txt",
    "**/{ruff,.ruff}.toml",
    "**/*.{py,pyi}",
)
"""Files that decide about settings, the target version or the line length; and the code that open
files import, which changes under the editor with the branch."""
_log = logging.getLogger(__name__)


def register(server: Server) -> None:
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(did_change_configuration)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(did_change_workspace_folders)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(did_change_watched_files)


def initialize(server: Server, params: types.InitializeParams) -> None:
    encoding = server.workspace.position_encoding or Client().encoding
    server.client = Client.of(params.capabilities, encoding)
    _take(server, params.initialization_options)
    if params.process_id is not None:
        lifetime.end_with(params.process_id)


async def initialized(server: Server, params: types.InitializedParams) -> None:
    server.session.warm_up(server.core.warm_up)
    await _register_watchers(server)
    await _ask(server)


async def did_change_configuration(
    server: Server, params: types.DidChangeConfigurationParams
) -> None:
    if server.client.configuration:
        await _ask(server)
    elif _take(server, params.settings):
        server.recheck()


async def did_change_workspace_folders(
    server: Server, params: types.DidChangeWorkspaceFoldersParams
) -> None:
    await _ask(server)


def did_change_watched_files(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    server.core.forget()
    server.recheck()


def _take(server: Server, raw: object) -> bool:
    """Use the same settings everywhere."""
    return server.folders.set(raw, dict.fromkeys(_workspace(server).values(), raw))


async def _ask(server: Server) -> None:
    """Ask for the settings of each folder, when the client has such."""
    if not server.client.configuration:
        return
    folders = _workspace(server)
    scopes: list[str | None] = [None, *folders]
    items = [types.ConfigurationItem(section=SECTION, scope_uri=scope) for scope in scopes]
    answers = await _answers(server, types.ConfigurationParams(items))
    if len(answers) == len(items) and any(isinstance(answer, Mapping) for answer in answers):
        everywhere, *each = answers
        if server.folders.set(everywhere, dict(zip(folders.values(), each, strict=True))):
            server.recheck()


async def _answers(server: Server, params: types.ConfigurationParams) -> list[object]:
    try:
        return list(await server.workspace_configuration_async(params) or ())
    except JsonRpcException as error:
        _log.warning("the client has no settings for us: %s", error)
        return []


def _workspace(server: Server) -> dict[str, Path]:
    """Folders of the workspace by their URIs; the root alone for clients without folders."""
    uris = [folder.uri for folder in server.workspace.folders.values()]
    if not uris and server.workspace.root_uri:
        uris = [server.workspace.root_uri]
    return {uri: path for uri in uris if (path := path_of(uri))}


async def _register_watchers(server: Server) -> None:
    registrations = []
    if server.client.watch_files:
        watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in WATCHED]
        registrations.append(
            types.Registration(
                "unspool.files",
                types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                types.DidChangeWatchedFilesRegistrationOptions(watchers),
            )
        )
    if server.client.watch_configuration:
        registrations.append(
            types.Registration(
                "unspool.configuration",
                types.WORKSPACE_DID_CHANGE_CONFIGURATION,
                types.DidChangeConfigurationRegistrationOptions(section=SECTION),
            )
        )
    if registrations:
        try:
            await server.client_register_capability_async(types.RegistrationParams(registrations))
        except JsonRpcException as error:
            _log.warning("the client will not tell about changes: %s", error)
