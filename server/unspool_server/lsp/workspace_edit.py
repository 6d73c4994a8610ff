"""The core's edits as a change to the client's document, in the best form that the client knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from unspool_rules.model import Edit, FileEdits
from unspool_server.lsp.client import Client
from unspool_server.lsp.convert import Text
from unspool_server.lsp.offers import Offer
from unspool_server.session import Snapshot

REVIEW = "unspool.review"
"""Name of the annotation of edits that a person should look at."""


Document = tuple[types.OptionalVersionedTextDocumentIdentifier, list[types.TextEdit]]


def workspace_edit(
    client: Client,
    snapshot: Snapshot,
    offer: Offer,
    edits: Iterable[Edit],
    others: Iterable[tuple[Snapshot | None, FileEdits]] = (),
) -> types.WorkspaceEdit:
    """One change; of a notebook, each cell is a document of its own.

    Args:
        others: what changes in other files, and their documents where they are open.

    Raises:
        ValueError: the edits do not fit the cells of the notebook, or another file has changed.
    """
    documents = list(_documents(client, snapshot, edits))
    documents += [_other(client, known, one) for known, one in others]
    if not client.document_changes:
        return types.WorkspaceEdit(changes={d.uri: changes for d, changes in documents})
    if not (offer.unsafe and client.annotations):
        return types.WorkspaceEdit(
            document_changes=[types.TextDocumentEdit(d, changes) for d, changes in documents]
        )
    return types.WorkspaceEdit(
        document_changes=[
            types.TextDocumentEdit(
                d, [types.AnnotatedTextEdit(REVIEW, e.range, e.new_text) for e in changes]
            )
            for d, changes in documents
        ],
        change_annotations={
            REVIEW: types.ChangeAnnotation(
                label=offer.title,
                needs_confirmation=True,
                description="; ".join(offer.notes) or None,
            )
        },
    )


def _other(client: Client, known: Snapshot | None, one: FileEdits) -> Document:
    if known is not None and known.source != one.text:
        raise ValueError(f"{one.path.name} has changed meanwhile")
    uri, version = (known.uri, known.version) if known else (one.path.as_uri(), None)
    changes = Text(one.text, client.encoding).edits(one.edits)
    return types.OptionalVersionedTextDocumentIdentifier(uri, version), changes


def _documents(client: Client, snapshot: Snapshot, edits: Iterable[Edit]) -> Iterator[Document]:
    identifier = types.OptionalVersionedTextDocumentIdentifier
    if snapshot.cells is None:
        changes = Text(snapshot.source, client.encoding).edits(edits)
        yield identifier(snapshot.uri, snapshot.version), changes
        return
    for number, own in snapshot.cells.program.by_cell(edits).items():
        document = snapshot.cells.documents[number]
        changes = Text(document.text, client.encoding).edits(own)
        yield identifier(document.uri, document.version), changes
