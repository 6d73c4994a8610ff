"""A flow that crosses two files, in an editor: one change of both."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from tests.cli.test_refuted_fixes import BLOCKED, CONFIG
from tests.cli.test_together import APP, HELPER, NEW_APP
from tests.lsp.conftest import start
from tests.lsp.editor import Editor, RecordingClient, apply, make_client
from tests.lsp.test_workspace_whole import ask

pytestmark = pytest.mark.asyncio

SERVE = [sys.executable, "-m", "unspool_server", "serve", "--stdio"]
INVOKED = types.CodeActionTriggerKind.Invoked
AUTOMATIC = types.CodeActionTriggerKind.Automatic
FIX_ALL = "source.fixAll.unspool"


@pytest_lsp.fixture(
    config=pytest_lsp.ClientServerConfig(server_command=SERVE, client_factory=make_client)
)
async def shipped(lsp_client: RecordingClient) -> AsyncIterator[None]:
    yield
    await lsp_client.shutdown_session()


def _changes(edit: types.WorkspaceEdit) -> dict[str, tuple[int | None, list[Any]]]:
    if edit.changes is not None:
        return {uri: (None, list(edits)) for uri, edits in edit.changes.items()}
    found = {}
    for change in edit.document_changes or ():
        assert isinstance(change, types.TextDocumentEdit)
        found[change.text_document.uri] = (change.text_document.version, list(change.edits))
    return found


async def _resolved(editor: Editor, action: types.CodeAction) -> types.WorkspaceEdit:
    if action.edit is None:
        action = await editor.client.code_action_resolve_async(action)
    assert action.edit is not None
    return action.edit


def _fix(actions: dict[str, types.CodeAction]) -> types.CodeAction:
    return next(a for t, a in actions.items() if t.startswith("Migrate this") and not a.disabled)


@pytest.mark.parametrize("profile", ["visual-studio-code", "neovim"])
async def test_one_change_of_both(shipped: RecordingClient, tmp_path: Path, profile: str) -> None:
    helper = tmp_path / "helper.py"
    helper.write_text(HELPER)
    editor = await start(shipped, pytest_lsp.client_capabilities(profile), tmp_path)
    editor.open((tmp_path / "app.py").as_uri(), APP)
    actions = await editor.actions("client.beta.assistants.create", None, INVOKED)
    found = _changes(await _resolved(editor, _fix(actions)))
    assert list(found) == [editor.uri, helper.as_uri()]
    assert apply(APP, found[editor.uri][1], editor.encoding) == NEW_APP
    assert found[helper.as_uri()][0] is None
    assert "beta" not in apply(HELPER, found[helper.as_uri()][1], editor.encoding)


async def test_what_is_open_counts_as_it_is_there(shipped: RecordingClient, tmp_path: Path) -> None:
    helper, typed = tmp_path / "helper.py", "# 😀\n" + HELPER
    helper.write_text(HELPER)
    editor = await start(shipped, pytest_lsp.client_capabilities("neovim"), tmp_path)
    editor.open(helper.as_uri(), typed, version=7)
    editor.open((tmp_path / "app.py").as_uri(), APP)
    actions = await editor.actions("client.beta.assistants.create", None, INVOKED)
    found = _changes(await _resolved(editor, _fix(actions)))
    version, edits = found[helper.as_uri()]
    assert version in (7, None)
    after = apply(typed, edits, editor.encoding)
    assert after.startswith("# 😀\n")
    assert "beta" not in after


async def test_saving_changes_no_other_file(shipped: RecordingClient, tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text(HELPER)
    options = {"unspool": {"unsafe-fixes": True}}
    profile = pytest_lsp.client_capabilities("visual-studio-code")
    editor = await start(shipped, profile, tmp_path, options)
    editor.open((tmp_path / "app.py").as_uri(), APP)
    assert not await editor.actions("client.beta.assistants.create", [FIX_ALL], AUTOMATIC)


async def _refuted(client: RecordingClient, folder: Path) -> Editor:
    """A file whose fix another one shows to be wrong."""
    (folder / "config.py").write_text(CONFIG)
    (folder / "run.py").write_text(BLOCKED)
    profile = pytest_lsp.client_capabilities("visual-studio-code")
    editor = await start(client, profile, folder)
    editor.open((folder / "config.py").as_uri(), CONFIG)
    return editor


async def test_what_another_file_refutes_is_not_offered(
    shipped: RecordingClient, tmp_path: Path
) -> None:
    editor = await _refuted(shipped, tmp_path)
    actions = await editor.actions("client.beta.assistants.create", None, INVOKED)
    assert not [a for t, a in actions.items() if t.startswith("Migrate this") and not a.disabled]


async def test_a_light_bulb_does_not_wait_for_other_files(
    shipped: RecordingClient, tmp_path: Path
) -> None:
    """They are looked at when the change is asked for, which says what stands in the way."""
    editor = await _refuted(shipped, tmp_path)
    actions = await editor.actions("client.beta.assistants.create", None, AUTOMATIC)
    with pytest.raises(JsonRpcException, match="no longer on offer"):
        await _resolved(editor, _fix(actions))
    shown = [message.message for message in shipped.messages]
    assert any(text.startswith("Other files stand in the way") for text in shown)


READER = """import streamlit as st
from helper import history

st.write(history(st.session_state["thread"]).data[0].content[0].text.value)
"""


async def test_the_workspace_changes_as_a_whole(shipped: RecordingClient, tmp_path: Path) -> None:
    sources = {"helper.py": HELPER, "app.py": APP, "page.py": READER}
    for name, text in sources.items():
        (tmp_path / name).write_text(text)
    profile = pytest_lsp.client_capabilities("visual-studio-code")
    editor = await start(shipped, profile, tmp_path)
    answer = await ask(editor, "unspool/migrateWorkspace", unsafe=True)
    after = {
        change.textDocument.uri.rpartition("/")[2]: apply(
            sources[change.textDocument.uri.rpartition("/")[2]],
            [_edit(e) for e in change.edits],
            editor.encoding,
        )
        for change in answer.edit.documentChanges
    }
    assert after["app.py"] == NEW_APP
    assert "beta" not in after["helper.py"]
    assert 'history(st.session_state["thread"])[0].content' in after["page.py"]
    assert [file.left for file in answer.files] == [0, 0, 0]


def _edit(edit: Any) -> types.TextEdit:
    start, end = edit.range.start, edit.range.end
    return types.TextEdit(
        types.Range(
            types.Position(start.line, start.character), types.Position(end.line, end.character)
        ),
        edit.newText,
    )
