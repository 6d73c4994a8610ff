"""Findings of the whole workspace, its migration as one edit, and the lines above flows."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from tests.lsp.editor import Editor, apply

pytestmark = pytest.mark.asyncio

SAFE = "from openai import OpenAI\nc = OpenAI()\nc.beta.threads.create()\n"
MIXED = SAFE + "c.beta.threads.runs.create()\nc.beta.assistants.create()\n"


async def ask(editor: Editor, method: str, **params: object) -> Any:
    return await asyncio.wait_for(editor.client.protocol.send_request_async(method, params), 30)


def write(folder: Path, **texts: str) -> dict[str, str]:
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8", newline="")
    return {name: (folder / f"{name}.py").as_uri() for name in texts}


def kinds(answer: Any) -> dict[str, list[tuple[str, str | None]]]:
    return {file.uri: [(f.code, f.fix) for f in file.findings] for file in answer.files}


async def test_findings_of_all_files(editor: Editor, tmp_path: Path) -> None:
    uris = write(tmp_path, safe=SAFE, mixed=MIXED, none="print()\n", broken=SAFE + "(")
    (tmp_path / ".venv").mkdir()
    write(tmp_path / ".venv", hidden=SAFE)
    answer = await ask(editor, "unspool/workspaceFindings")
    assert kinds(answer) == {
        uris["safe"]: [("UNS101", "safe")],
        uris["mixed"]: [("UNS101", "safe"), ("UNS102", "unsafe"), ("UNS201", None)],
    }
    assert answer.total == 4
    assert answer.problems == [f"{uris['broken']}: not valid Python"]
    (blocked,) = [f for file in answer.files for f in file.findings if f.blockers]
    assert blocked.blockers[0].message


async def test_an_open_document_counts_as_it_stands(editor: Editor, tmp_path: Path) -> None:
    uris = write(tmp_path, a=SAFE, b=SAFE)
    editor.open(uris["a"], "print()\n")
    assert list(kinds(await ask(editor, "unspool/workspaceFindings"))) == [uris["b"]]
    some = await ask(editor, "unspool/workspaceFindings", uris=[uris["a"]])
    assert kinds(some) == {uris["a"]: []}  # who names a file wants to hear of it


async def test_what_the_workspace_leaves_out_stays_out(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / ".venv/lib").mkdir(parents=True)
    (tmp_path / ".gitignore").write_text("made*.py\n", encoding="utf-8")
    (hidden,) = write(tmp_path / ".venv/lib", hidden=SAFE).values()
    uris = write(tmp_path, made=SAFE, mine=SAFE)
    asked = [hidden, *uris.values()]
    answer = await ask(editor, "unspool/workspaceFindings", uris=asked)
    assert kinds(answer) == {hidden: [], uris["made"]: [], uris["mine"]: [("UNS101", "safe")]}


async def test_progress_and_parts(editor: Editor, tmp_path: Path) -> None:
    uris = write(tmp_path, **{f"f{n}": SAFE for n in range(3)})
    heard: list[Any] = []
    editor.client.protocol.fm.features["$/progress"] = lambda params: heard.append(params.value)
    await ask(editor, "unspool/workspaceFindings", partialResultToken="t")
    for _ in range(100):
        if heard and heard[-1]["done"] == 3:
            break
        await asyncio.sleep(0.02)
    assert (heard[-1]["done"], heard[-1]["total"]) == (3, 3)
    assert [file["uri"] for news in heard for file in news["files"]] == list(uris.values())


@pytest.mark.parametrize(
    ("unsafe", "after"),
    [
        (False, MIXED.replace("beta.threads.create", "conversations.create")),
        (
            True,
            MIXED.replace("beta.threads.create", "conversations.create").replace(
                "beta.threads.runs.create", "responses.create"
            ),
        ),
    ],
)
async def test_one_edit_for_all_files(
    editor: Editor, tmp_path: Path, unsafe: bool, after: str
) -> None:
    uris = write(tmp_path, mixed=MIXED.replace("\n", "\r\n"), none="print()\n")
    editor.open(uris["none"], SAFE, version=7)
    answer = await ask(editor, "unspool/migrateWorkspace", unsafe=unsafe)
    by_uri = {change.textDocument.uri: change for change in answer.edit.documentChanges}
    assert set(by_uri) == set(uris.values())
    assert by_uri[uris["none"]].textDocument.version == 7
    assert getattr(by_uri[uris["mixed"]].textDocument, "version", None) is None
    edits = [_edit(edit) for edit in by_uri[uris["mixed"]].edits]
    assert apply(MIXED.replace("\n", "\r\n"), edits, editor.encoding) == after.replace("\n", "\r\n")
    told = {file.uri: file for file in answer.files}
    assert told[uris["mixed"]].text.after == after.replace("\n", "\r\n")
    assert told[uris["mixed"]].safe is not unsafe
    assert told[uris["mixed"]].calls == (2 if unsafe else 1)
    annotations = (
        vars(answer.edit.changeAnnotations)
        if not hasattr(answer.edit.changeAnnotations, "_asdict")
        else answer.edit.changeAnnotations._asdict()
    )
    assert all(note.needsConfirmation for note in annotations.values())


async def test_other_encodings_are_left_to_the_command_line(editor: Editor, tmp_path: Path) -> None:
    file = tmp_path / "latin.py"
    file.write_bytes(b"# coding: latin-1\n# \xe4\n" + SAFE.encode())
    answer = await ask(editor, "unspool/migrateWorkspace", unsafe=True)
    assert answer.files == []
    assert "iso-8859-1" in answer.problems[0]


async def test_lines_above_flows(editor: Editor) -> None:
    text = (
        "from openai import OpenAI\nc = OpenAI()\nd = OpenAI()\n\n@staticmethod\ndef one():\n"
        "    c.beta.threads.create()\n    c.beta.threads.runs.create()\n\nd.beta.threads.create()\n"
    )
    editor.open("file:///w/a.py", text)
    document = types.TextDocumentIdentifier(editor.uri)
    lenses = await editor.client.text_document_code_lens_async(types.CodeLensParams(document))
    assert lenses
    told = {(lens.range.start.line, lens.command.title) for lens in lenses if lens.command}
    assert told == {(4, "Migrate this flow (2 calls)")}

    applied: list[types.ApplyWorkspaceEditParams] = []

    def take(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        applied.append(params)
        return types.ApplyWorkspaceEditResult(applied=True)

    editor.client.feature(types.WORKSPACE_APPLY_EDIT)(take)
    command = next(lens.command for lens in lenses if lens.range.start.line == 4)
    assert command
    run = types.ExecuteCommandParams(command.command, command.arguments)
    await editor.client.workspace_execute_command_async(run)
    after = apply(text, editor.edits(applied[0].edit), editor.encoding)
    assert after == text.replace("c.beta.threads.create", "c.conversations.create").replace(
        "c.beta.threads.runs.create", "c.responses.create"
    )
    editor.type(text + "\n")
    with pytest.raises(JsonRpcException, match="changed"):
        await editor.client.workspace_execute_command_async(run)


def _edit(edit: Any) -> Any:
    start, end = edit.range.start, edit.range.end
    place = types.Range(
        types.Position(start.line, start.character), types.Position(end.line, end.character)
    )
    return SimpleNamespace(range=place, new_text=edit.newText)
