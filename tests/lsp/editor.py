"""An editor reduced to what the tests need; it applies edits with code of its own."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, default_converter, register_lsp_features

_WIDTH = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
WAIT = 20.0


class RecordingClient(LanguageClient):
    """Keeps all publishes, with their versions, and what the server registered for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.published: list[types.PublishDiagnosticsParams] = []
        self.registered: list[types.Registration] = []
        self.arrived = asyncio.Event()


def _published(client: RecordingClient, params: types.PublishDiagnosticsParams) -> None:
    client.published.append(params)
    client.arrived.set()


def _registered(client: RecordingClient, params: types.RegistrationParams) -> None:
    client.registered += params.registrations


def make_client() -> RecordingClient:
    client = RecordingClient(converter_factory=default_converter)
    register_lsp_features(
        client,
        {
            **DEFAULT_CLIENT_FEATURES,
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _published,
            types.CLIENT_REGISTER_CAPABILITY: _registered,
        },
    )
    return client


def apply(text: str, edits: Sequence[Any], encoding: str) -> str:
    """The text after edits, which are positions in it, in code units of an encoding."""
    codec, width = _WIDTH[encoding]
    lines = [line.encode(codec) for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)]
    data = b"".join(lines)

    def offset(position: types.Position) -> int:
        return len(b"".join(lines[: position.line])) + position.character * width

    for edit in sorted(edits, key=lambda e: offset(e.range.start), reverse=True):
        start, end = offset(edit.range.start), offset(edit.range.end)
        data = data[:start] + edit.new_text.encode(codec) + data[end:]
    return data.decode(codec)


def units(text: str, encoding: str) -> int:
    codec, width = _WIDTH[encoding]
    return len(text.encode(codec)) // width


class Editor:
    """One document in one client."""

    def __init__(self, client: RecordingClient, result: types.InitializeResult) -> None:
        self.client = client
        self.encoding = str(getattr(e := result.capabilities.position_encoding, "value", e))
        assert client.capabilities and client.capabilities.text_document
        self.pulls = client.capabilities.text_document.diagnostic is not None
        self.capabilities = client.capabilities
        self.uri, self.version, self.text = "", 0, ""

    def open(self, uri: str, text: str, version: int = 1) -> None:
        self.uri, self.text, self.version = uri, text, version
        item = types.TextDocumentItem(uri, "python", version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, text: str) -> None:
        """Replace the whole text."""
        self.version += 1
        self.text = text
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def insert(self, before: str, new: str) -> None:
        """Type something in front of the first place of some text."""
        at = self.text.index(before)
        self.version += 1
        place = self.range(at, at)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangePartial(place, new)],
            )
        )
        self.text = self.text[:at] + new + self.text[at:]

    def close(self) -> None:
        identifier = types.TextDocumentIdentifier(self.uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    def position(self, offset: int) -> types.Position:
        lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", self.text[:offset])
        return types.Position(len(lines) - 1, units(lines[-1], self.encoding))

    def range(self, start: int, end: int) -> types.Range:
        return types.Range(self.position(start), self.position(end))

    def place(self, text: str) -> types.Range:
        start = self.text.index(text)
        return self.range(start, start + len(text))

    async def diagnostics(self) -> Sequence[types.Diagnostic]:
        """For the text as it is now, however this client gets them."""
        if self.pulls:
            report = await self.pull()
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            return report.items
        return (await self.push()).diagnostics

    async def pull(self, previous: str | None = None) -> types.DocumentDiagnosticReport:
        document = types.TextDocumentIdentifier(self.uri)
        return await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(document, previous_result_id=previous)
        )

    async def push(self, since: int = 0) -> types.PublishDiagnosticsParams:
        """The first publish for the newest version, among those after a number of them."""

        async def wait() -> types.PublishDiagnosticsParams:
            while True:
                for one in self.client.published[since:]:
                    if one.uri == self.uri and one.version == self.version:
                        return one
                self.client.arrived.clear()
                await self.client.arrived.wait()

        return await asyncio.wait_for(wait(), WAIT)

    async def actions(
        self,
        at: str,
        only: Sequence[str] | None = None,
        trigger: types.CodeActionTriggerKind | None = None,
        diagnostics: Sequence[types.Diagnostic] = (),
    ) -> dict[str, types.CodeAction]:
        answer = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.uri),
                self.place(at),
                types.CodeActionContext(list(diagnostics), only, trigger),
            )
        )
        found = [action for action in answer or () if isinstance(action, types.CodeAction)]
        return {action.title: action for action in found}

    async def chosen(self, action: types.CodeAction) -> str:
        """The text after an action; checks the form of its edit against what this client can do."""
        if action.edit is None:
            action = await self.client.code_action_resolve_async(action)
        assert action.edit is not None
        return apply(self.text, self.edits(action.edit), self.encoding)

    def edits(self, edit: types.WorkspaceEdit) -> list[Any]:
        able = self.capabilities.workspace and self.capabilities.workspace.workspace_edit
        if not (able and able.document_changes):
            assert edit.document_changes is None and edit.change_annotations is None
            assert edit.changes is not None
            (edits,) = edit.changes.values()
            assert list(edit.changes) == [self.uri]
            return list(edits)
        assert edit.changes is None and edit.document_changes is not None
        (change,) = edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.uri == self.uri
        assert change.text_document.version == self.version
        return list(change.edits)
