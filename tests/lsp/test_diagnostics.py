"""Diagnostics as VS Code (pushed) and as Neovim (pulled)."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from tests.lsp.conftest import start
from tests.lsp.editor import Editor, RecordingClient

pytestmark = pytest.mark.asyncio

SAFE = 'from openai import OpenAI\nc = OpenAI()\ns = "😀é"; c.beta.threads.create()\n'
BLOCKED = "from openai import OpenAI\nc = OpenAI()\nc.beta.assistants.create()\n"


async def test_what_a_diagnostic_says(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE)
    (found,) = await editor.diagnostics()

    assert found.range == editor.place("c.beta.threads.create")
    assert (found.code, found.source) == ("UNS101", "unspool")
    assert found.severity == types.DiagnosticSeverity.Warning
    assert list(found.tags or ()) == [types.DiagnosticTag.Deprecated]
    (related,) = found.related_information or ()
    assert related.location == types.Location("file:///w/a.py", editor.place("c = OpenAI"))
    assert found.data == {
        "name": "thread-create",
        "symbol": "openai.threads.create",
        "target": "conversations.create",
        "certainty": "resolved",
        "fix": "safe",
    }


async def test_a_link_for_clients_that_know_links(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE)
    (found,) = await editor.diagnostics()
    if editor.pulls:  # this Neovim does not
        assert found.code_description is None
    else:
        assert found.code_description == types.CodeDescription("https://example.invalid/UNS101")


async def test_blockers_are_told_at_their_places(editor: Editor) -> None:
    editor.open("file:///w/a.py", BLOCKED)
    (found,) = await editor.diagnostics()
    blocker = (found.related_information or ())[0]
    assert blocker.message == "blocked: prompts cannot be made in code"
    assert blocker.location.range == editor.place("c.beta.assistants.create")


@pytest.mark.parametrize("uri", ["untitled:Untitled-1", "file:///c%3A/My%20App/a.py"])
async def test_the_clients_own_uri_comes_back(editor: Editor, uri: str) -> None:
    editor.open(uri, SAFE)
    (found,) = await editor.diagnostics()
    assert (found.related_information or ())[0].location.uri == uri
    for title, action in (await editor.actions("c.beta")).items():
        assert await editor.chosen(action), title  # checks the URI of the edit


async def test_other_spellings_of_a_uri_are_the_same_document(editor: Editor) -> None:
    editor.open("file:///c%3A/My%20App/a.py", SAFE)
    editor.uri = "file:///C:/My App/a.py"
    assert await editor.actions("c.beta")


async def test_half_typed_text_keeps_the_last_good_diagnostics(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE)
    await editor.diagnostics()
    editor.insert("from", "def broken(:\n")
    (found,) = await editor.diagnostics()
    assert found.range == editor.place("c.beta.threads.create")  # moved with the text
    assert await editor.actions("c.beta") == {}
    editor.insert("beta", "é")
    (found,) = await editor.diagnostics()
    assert found.range == editor.place("c.ébeta.threads.create")


async def test_a_burst_of_changes_is_answered_once(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE)
    await editor.diagnostics()
    before = len(editor.client.published)
    for count in range(50):
        editor.type(SAFE + "#" * count + "\n")
    assert len(await editor.diagnostics()) == 1
    await asyncio.sleep(0.3)
    versions = [one.version for one in editor.client.published[before:]]
    assert versions == [] if editor.pulls else versions[-1] == 51 and len(versions) <= 2


async def test_push_or_pull_but_not_both(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE)
    await editor.diagnostics()
    await asyncio.sleep(0.1)
    assert bool(editor.client.published) != editor.pulls


async def test_pushed_and_pulled_are_equal(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE + BLOCKED)
    report = await editor.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert list(report.items) == list(await editor.diagnostics())


async def test_an_unchanged_report_is_not_sent_twice(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE)
    first = await editor.pull()
    editor.type(SAFE + "\n# nothing new\n")
    second = await editor.pull(first.result_id)
    assert isinstance(second, types.RelatedUnchangedDocumentDiagnosticReport)
    editor.type("\n" + SAFE)
    third = await editor.pull(first.result_id)
    assert isinstance(third, types.RelatedFullDocumentDiagnosticReport)


async def test_cleared_on_close(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE)
    await editor.diagnostics()
    editor.close()
    report = await editor.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert not report.items
    if not editor.pulls:
        assert not editor.client.published[-1].diagnostics


async def test_a_client_that_lies_is_survived(editor: Editor) -> None:
    editor.open("file:///w/a.py", SAFE)
    far = types.Range(types.Position(999, 999), types.Position(0, 70000))
    identifier = types.VersionedTextDocumentIdentifier(-7, "file:///w/a.py")
    change = types.TextDocumentContentChangePartial(far, "\n")
    editor.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    editor.client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(1, "file:///w/never-opened.py"), [change]
        )
    )
    editor.client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier("file:///w/nor-this.py"))
    )
    editor.open("file:///w/a.py", BLOCKED, version=9)  # opened twice
    assert [found.code for found in await editor.diagnostics()] == ["UNS201"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_every_encoding(client: RecordingClient, tmp_path: Path, encoding: str) -> None:
    capabilities = pytest_lsp.client_capabilities("neovim")
    capabilities.general = types.GeneralClientCapabilities(position_encodings=[encoding])
    editor = await start(client, capabilities, tmp_path)
    assert editor.encoding == encoding
    editor.open("file:///w/a.py", SAFE)
    editor.insert("😀", "🙂é")
    (found,) = await editor.diagnostics()
    assert found.range == editor.place("c.beta.threads.create")
    action = (await editor.actions("c.beta"))["Use `c.conversations.create`"]
    assert await editor.chosen(action) == editor.text.replace("beta.threads", "conversations")


async def test_files_of_other_languages_are_left_alone(editor: Editor) -> None:
    item = types.TextDocumentItem("file:///w/a.toml", "toml", 1, SAFE)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    editor.uri = "file:///w/a.toml"
    report = await editor.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert not report.items
