"""A line above each function or cell that holds a flow, which tells of it and migrates it."""

from __future__ import annotations

import ast
import logging
import warnings
import zlib
from collections.abc import Iterator
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcException

from unspool_rules.model import Finding, LineIndex, Span
from unspool_server.lsp import offers
from unspool_server.lsp.connection import Server
from unspool_server.lsp.features.code_actions import Reference
from unspool_server.lsp.offers import What
from unspool_server.lsp.views import View, view
from unspool_server.lsp.workspace_edit import workspace_edit
from unspool_server.session import Checked

MIGRATE_FLOW = "unspool.migrateFlow"
_log = logging.getLogger(__name__)


def register(server: Server) -> None:
    server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions())(code_lens)
    server.command(MIGRATE_FLOW)(migrate_flow)


async def code_lens(server: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    uri = params.text_document.uri
    checked = await server.session.checked(server.notebooks.home(uri))
    if checked is None:
        return []
    text = view(checked, uri, server.client.encoding)
    found = [flow for flow in flows(checked) if text.holds(checked.place(flow[0]))]
    return [_lens(checked, uri, text, *flow) for flow in found]


async def migrate_flow(server: Server, reference: Any) -> None:
    """Runs when a person chooses a lens; the argument is what the lens carries.

    Other cells of its notebook may have changed: an editor asks for the lenses of a cell again only
    when that cell changes.
    """
    wanted = Reference.read(reference)
    checked = await server.session.checked(server.notebooks.home(wanted.uri))
    if checked is None:
        return
    text = view(checked, wanted.uri, server.client.encoding)
    if _stamp(checked, wanted.uri) != wanted.stamp:
        raise JsonRpcContentModified("the document has changed since this was offered")
    offer = next(
        (
            offers.again(checked, what, first.code, first.span)
            for _, first, what, _ in flows(checked)
            if first.code == wanted.code and text.inner(first.span) == wanted.span
        ),
        None,
    )
    if offer is None:
        raise JsonRpcContentModified("this is no longer on offer")
    edits = await server.session.run(lambda: offers.edits(checked, offer))
    if not edits:
        server.warn(f"Unspool: {offers.refuse(checked, offer)}")
        return
    edit = workspace_edit(server.client, checked.snapshot, offer, edits)
    try:
        await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, offer.title))
    except JsonRpcException as error:
        _log.warning("the client did not apply %r: %s", offer.title, error)


def flows(checked: Checked) -> Iterator[tuple[Span, Finding, What, int]]:
    """Where each flow's line belongs, its first call, what is offered there, how many calls."""
    analysis = checked.outcome.analysis
    by_flow: dict[frozenset[str], list[Finding]] = {}
    for finding in analysis.findings:
        if finding.fix:
            by_flow.setdefault(analysis.flow_of(finding.fix.group), []).append(finding)
    heads = _heads(checked.good.source) if by_flow else {}
    for found in by_flow.values():
        calls = [finding for finding in found if _called(checked.good.source, finding)]
        if len(calls) < 2:  # one call has its light bulb, and is no flow
            continue
        first = calls[0]
        what = What.FLOW if analysis.flow_fix(first) else What.FIX
        inside = [span for span in heads if span.contains(first.span)]
        head = min(inside, key=lambda span: span.end - span.start, default=None)
        yield (heads[head] if head else first.span), first, what, len(calls)


def _called(source: str, finding: Finding) -> bool:
    return source[finding.span.end : finding.span.end + 1] == "("


def _heads(source: str) -> dict[Span, Span]:
    """Functions and methods, and the line that each one's lens stands above."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    starts = LineIndex(source).starts
    found: dict[Span, Span] = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            line = min(n.lineno for n in (node, *node.decorator_list))
            last = node.end_lineno or node.lineno
            start = starts[min(line, len(starts)) - 1]
            end = starts[last] if last < len(starts) else len(source)
            found[Span(start, end)] = Span(start, start)
    return found


def _lens(
    checked: Checked, uri: str, text: View, place: Span, first: Finding, what: What, calls: int
) -> types.CodeLens:
    inner = text.inner(first.span) or first.span
    reference = Reference(uri, _stamp(checked, uri), what, first.code, inner)
    title = f"Migrate this flow ({calls} calls)"
    line = text.range(checked.place(place)).start
    return types.CodeLens(
        types.Range(line, line), types.Command(title, MIGRATE_FLOW, arguments=[reference.write()])
    )


def _stamp(checked: Checked, uri: str) -> tuple[int, int]:
    """Of the file, or of one cell alone."""
    cells = checked.snapshot.cells
    document = cells.document(uri) if cells else None
    if document is None:
        return Reference.stamp_of(checked.snapshot)
    return document.version, zlib.crc32(document.text.encode("utf-8", "surrogatepass"))
