"""Hovers, and settings from wherever a client has them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from tests.lsp.conftest import start
from tests.lsp.editor import Editor, RecordingClient

pytestmark = pytest.mark.asyncio

TEXT = 's = "😀"; c.beta.threads.create()\nc.beta.threads.runs.create()\n'
BOTH = ["UNS101", "UNS102"]


async def codes(editor: Editor) -> list[object]:
    return [found.code for found in await editor.diagnostics()]


async def settled(editor: Editor, expected: list[str]) -> None:
    """Wait until the diagnostics are as expected; pushes come when they come."""
    for _ in range(1_000):
        if editor.pulls:
            now = await codes(editor)
        else:
            published = editor.client.published
            now = [d.code for d in published[-1].diagnostics] if published else []
        if now == expected:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"{now} instead of {expected}")


async def test_hover(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    place = editor.place("c.beta.threads.create")
    for position in (place.start, place.end):
        hover = await editor.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(editor.uri), position)
        )
        assert hover and isinstance(hover.contents, types.MarkupContent)
        assert hover.contents.kind == types.MarkupKind.Markdown
        assert hover.contents.value == ("## thread-create\n\n`c.beta.threads.create` on 2026-11-22")
        assert hover.range == place


async def test_no_hover_elsewhere(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    for uri in (editor.uri, "file:///w/not-open.py"):
        params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 1))
        assert await editor.client.text_document_hover_async(params) is None


async def test_settings_at_the_start(client: RecordingClient, tmp_path: Path) -> None:
    capabilities = pytest_lsp.client_capabilities("neovim")
    editor = await start(client, capabilities, tmp_path, {"settings": {"ignore": ["UNS102"]}})
    editor.open((tmp_path / "a.py").as_uri(), TEXT)
    assert await codes(editor) == ["UNS101"]


async def test_settings_are_asked_for_and_can_change(editor: Editor, tmp_path: Path) -> None:
    editor.open((tmp_path / "a.py").as_uri(), TEXT)
    await settled(editor, BOTH)
    editor.client.set_configuration({"ignore": ["UNS101"]}, section="unspool")
    folder = tmp_path.as_uri()
    editor.client.set_configuration({"ignore": ["UNS101"]}, section="unspool", scope_uri=folder)
    params = types.DidChangeConfigurationParams(None)
    editor.client.workspace_did_change_configuration(params)
    await settled(editor, ["UNS102"])


async def test_settings_that_are_sent(client: RecordingClient, tmp_path: Path) -> None:
    capabilities = pytest_lsp.client_capabilities("visual-studio-code")
    assert capabilities.workspace
    capabilities.workspace.configuration = False
    editor = await start(client, capabilities, tmp_path)
    editor.open("untitled:Untitled-1", TEXT)
    await settled(editor, BOTH)
    params = types.DidChangeConfigurationParams({"unspool": {"select": ["UNS102"]}})
    client.workspace_did_change_configuration(params)
    await settled(editor, ["UNS102"])


async def test_each_folder_has_its_own(client: RecordingClient, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    folders = [types.WorkspaceFolder(path.as_uri(), path.name) for path in (one, two)]
    client.set_configuration({"ignore": ["UNS101"]}, section="unspool", scope_uri=one.as_uri())
    client.set_configuration({"ignore": ["UNS102"]}, section="unspool", scope_uri=two.as_uri())
    result = await client.initialize_session(
        types.InitializeParams(
            capabilities=pytest_lsp.client_capabilities("neovim"), workspace_folders=folders
        )
    )
    editor = Editor(client, result)
    for folder, expected in ((one, ["UNS102"]), (two, ["UNS101"])):
        editor.open((folder / "a.py").as_uri(), TEXT)
        await settled(editor, expected)


async def test_a_bad_setting_is_told_once_and_the_others_count(
    client: RecordingClient, tmp_path: Path
) -> None:
    options = {"ignore": ["UNS102"], "colour": "red", "unsafeFixes": 3, "trace": {"server": "off"}}
    editor = await start(
        client, pytest_lsp.client_capabilities("neovim"), tmp_path, {"unspool": options}
    )
    editor.open("file:///w/a.py", TEXT)
    await settled(editor, ["UNS101"])
    editor.type(TEXT + "\n")
    await settled(editor, ["UNS101"])
    told = sorted(message.message for message in client.messages)
    assert len(told) == 2
    assert "colour" in told[0]
    assert "unsafeFixes" in told[1]


async def test_unsafe_fixes_can_be_allowed(client: RecordingClient, tmp_path: Path) -> None:
    capabilities = pytest_lsp.client_capabilities("visual-studio-code")
    editor = await start(client, capabilities, tmp_path, {"unsafeFixes": True})
    editor.open("file:///w/a.py", TEXT)
    action = (await editor.actions("c.beta"))["Unspool: fix all"]
    assert "beta" not in await editor.chosen(action)


async def test_pyproject_is_read_again(editor: Editor, tmp_path: Path) -> None:
    editor.open((tmp_path / "a.py").as_uri(), TEXT)
    await settled(editor, BOTH)
    file = tmp_path / "pyproject.toml"
    file.write_text('[tool.unspool]\nignore = ["UNS101"]\n')
    change = types.FileEvent(file.as_uri(), types.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    await settled(editor, ["UNS102"])


async def test_excluded_files_are_left_alone(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.unspool]\nexclude = ["old/"]\n')
    (tmp_path / "old").mkdir()
    editor.open((tmp_path / "old" / "a.py").as_uri(), TEXT)
    assert await codes(editor) == []


async def test_registered_where_the_client_can_be_asked(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    await editor.diagnostics()
    methods = {one.method for one in editor.client.registered}
    expected = {
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        types.WORKSPACE_DID_CHANGE_CONFIGURATION,
    }
    assert methods == (set() if editor.pulls else expected)  # this Neovim cannot


async def test_a_pulling_client_is_told_to_come_again(
    client: RecordingClient, tmp_path: Path
) -> None:
    capabilities = pytest_lsp.client_capabilities("neovim")
    assert capabilities.workspace
    capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(True)
    editor = await start(client, capabilities, tmp_path)
    editor.open("file:///w/a.py", TEXT)
    await settled(editor, BOTH)
    before = client.diagnostic_refresh_count
    client.set_configuration({"ignore": ["UNS101"]}, section="unspool")
    client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    await settled(editor, ["UNS102"])
    assert client.diagnostic_refresh_count > before
