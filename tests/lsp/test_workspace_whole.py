"""The workspace in the server as it is shipped: notebooks, and what stands beside the code."""

from __future__ import annotations

import asyncio
import codecs
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types
from tests.lsp.conftest import start
from tests.lsp.editor import Editor, RecordingClient, apply, make_client
from tests.lsp.notebook_editor import NotebookEditor

pytestmark = pytest.mark.asyncio

SERVE = [sys.executable, "-m", "unspool_server", "serve", "--stdio"]
CODE = (
    "from openai import OpenAI\n\nclient = OpenAI()\n"
    'store = client.beta.vector_stores.create(name="papers")\n'
)
NEW = CODE.replace("client.beta.vector_stores", "client.vector_stores")
AZURE = (
    "from azure.ai.agents.models import MessageRole\n"
    "from azure.ai.projects import AIProjectClient\n\n\n"
    "def ask(project: AIProjectClient) -> None:\n"
    "    thread = project.agents.threads.create()\n"
    "    project.agents.messages.create(thread_id=thread.id, role=MessageRole.USER, content='x')\n"
)
PINS = "azure-ai-agents==1.1.0\nazure-ai-projects==1.0.0\n"


@pytest_lsp.fixture(
    config=pytest_lsp.ClientServerConfig(server_command=SERVE, client_factory=make_client)
)
async def shipped(lsp_client: RecordingClient) -> AsyncIterator[None]:
    yield
    await lsp_client.shutdown_session()


async def opened(shipped: RecordingClient, folder: Path) -> Editor:
    return await start(shipped, pytest_lsp.client_capabilities("visual-studio-code"), folder)


async def ask(editor: Editor, method: str, **params: object) -> Any:
    return await asyncio.wait_for(editor.client.protocol.send_request_async(method, params), 60)


def notebook(*sources: object, indent: int | None = 1) -> str:
    cells: list[dict[str, object]] = [
        {"cell_type": "markdown", "metadata": {}, "source": "# Title"},
        *(
            {
                "cell_type": "code",
                "execution_count": 3,
                "metadata": {"mine": [1.0]},
                "outputs": [{"data": {"image/png": "aGk=" * 9}, "output_type": "display_data"}],
                "source": source,
            }
            for source in sources
        ),
    ]
    return json.dumps(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}, indent=indent
    )


def after(text: str, change: Any, encoding: str) -> str:
    def place(at: Any) -> types.Position:
        return types.Position(at.line, at.character)

    edits = [
        SimpleNamespace(
            range=types.Range(place(e.range.start), place(e.range.end)), new_text=e.newText
        )
        for e in change.edits
    ]
    return apply(text, edits, encoding)


@pytest.mark.parametrize("indent", [1, None], ids=["lines", "one line"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["", "mark"])
async def test_a_closed_notebook_is_changed_as_text(
    shipped: RecordingClient, tmp_path: Path, indent: int | None, mark: bytes
) -> None:
    file = tmp_path / "é.ipynb"
    text = notebook("import os\n", CODE.splitlines(keepends=True), indent=indent)
    file.write_bytes(mark + text.encode())
    editor = await opened(shipped, tmp_path)

    (told,) = (await ask(editor, "unspool/workspaceFindings")).files
    assert (told.uri, told.kind) == (file.as_uri(), "notebook")
    (finding,) = told.findings
    assert (finding.cell, finding.range.start.line, finding.range.start.character) == (3, 3, 8)

    answer = await ask(editor, "unspool/migrateWorkspace")
    (changed,) = answer.files
    (cell,) = changed.cells
    assert (cell.cell, cell.before, cell.after) == (3, CODE, NEW)
    (change,) = answer.edit.documentChanges
    assert change.textDocument.uri == file.as_uri()
    # As an editor has it: without the mark.
    assert after(text, change, editor.encoding) == text.replace(
        ".beta.vector_stores", ".vector_stores"
    )
    assert changed.text.after == mark.decode() + text.replace(
        ".beta.vector_stores", ".vector_stores"
    )


async def test_an_open_notebook_is_changed_cell_by_cell(
    shipped: RecordingClient, tmp_path: Path
) -> None:
    file = tmp_path / "a.ipynb"
    file.write_text(notebook("print()"), encoding="utf-8")
    editor = await opened(shipped, tmp_path)
    book = NotebookEditor(shipped, editor.encoding, file.as_uri())
    first, _, second = CODE.partition("\nclient")
    book.open(book.cell("# Title", "markdown"), first, "client" + second)

    (told,) = (await ask(editor, "unspool/workspaceFindings")).files
    assert [(f.cell, f.range.start.line) for f in told.findings] == [(3, 1)]
    answer = await ask(editor, "unspool/migrateWorkspace")
    (changed,) = answer.files
    assert changed.text is None
    (change,) = answer.edit.documentChanges
    assert (change.textDocument.uri, change.textDocument.version) == (book.cells[2].uri, 1)
    assert "client.vector_stores" in after(book.cells[2].text, change, editor.encoding)


async def test_dependencies_are_written_for_the_code_as_it_will_be(
    shipped: RecordingClient, tmp_path: Path
) -> None:
    pins = tmp_path / "requirements.txt"
    pins.write_text(PINS, encoding="utf-8")
    code = tmp_path / "app.py"
    code.write_text(AZURE, encoding="utf-8")
    editor = await opened(shipped, tmp_path)

    found = (await ask(editor, "unspool/workspaceFindings")).files
    assert [(f.uri, f.kind) for f in found] == [
        (code.as_uri(), "python"),
        (pins.as_uri(), "beside"),
    ]
    safe = await ask(editor, "unspool/migrateWorkspace")
    assert pins.as_uri() not in [f.uri for f in safe.files]  # the code still needs the old ones
    answer = await ask(editor, "unspool/migrateWorkspace", unsafe=True)
    texts = {f.uri: f.text.after for f in answer.files}
    assert "conversations.create" in texts[code.as_uri()]
    assert "azure-ai-agents" not in texts[pins.as_uri()]
    labels = (
        [note.label for note in vars(answer.edit.changeAnnotations).values()]
        if not hasattr(answer.edit.changeAnnotations, "_asdict")
        else [n.label for n in answer.edit.changeAnnotations._asdict().values()]
    )
    assert any("entr" in label for label in labels)
