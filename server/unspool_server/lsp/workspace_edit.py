"""The core's edits as a change to the client's document, in the best form that the client knows."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from unspool_rules.model import Edit
from unspool_server.lsp.client import Client
from unspool_server.lsp.convert import Text
from unspool_server.lsp.offers import Offer
from unspool_server.session import Snapshot

REVIEW = "unspool.review"
"""Name of the annotation of edits that a person should look at."""


def workspace_edit(
    client: Client, snapshot: Snapshot, offer: Offer, edits: Iterable[Edit]
) -> types.WorkspaceEdit:
    changes = Text(snapshot.source, client.encoding).edits(edits)
    if not client.document_changes:
        return types.WorkspaceEdit(changes={snapshot.uri: changes})
    document = types.OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.version)
    if not (offer.unsafe and client.annotations):
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])
    marked = [types.AnnotatedTextEdit(REVIEW, edit.range, edit.new_text) for edit in changes]
    return types.WorkspaceEdit(
        document_changes=[types.TextDocumentEdit(document, marked)],
        change_annotations={
            REVIEW: types.ChangeAnnotation(
                label=offer.title,
                needs_confirmation=True,
                description="; ".join(offer.notes) or None,
            )
        },
    )
