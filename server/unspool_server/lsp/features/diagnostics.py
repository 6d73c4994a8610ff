"""Diagnostics for clients that come for them; ``Server.publish`` sends them to all others."""

from __future__ import annotations

from lsprotocol import types

from unspool_server.lsp.connection import Server


def register(server: Server) -> None:
    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=False, identifier="unspool"
    )
    server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(diagnostic)


async def diagnostic(
    server: Server, params: types.DocumentDiagnosticParams
) -> types.DocumentDiagnosticReport:
    uri = params.text_document.uri
    checked = await server.session.checked(server.notebooks.home(uri))
    if checked is None:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    name, items = server.reports.named(checked, server.client, uri)
    if name == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
    return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=name)
