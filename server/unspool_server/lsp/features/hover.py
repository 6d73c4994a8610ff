"""What is to be known about the finding under the pointer."""

from __future__ import annotations

from lsprotocol import types

from unspool_rules.model import Finding, Span
from unspool_server.lsp.connection import Server
from unspool_server.lsp.views import view
from unspool_server.session import Checked


def register(server: Server) -> None:
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)


async def hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    uri = params.text_document.uri
    checked = await server.session.checked(server.notebooks.home(uri))
    if checked is None:
        return None
    text = view(checked, uri, server.client.encoding)
    finding = _innermost(checked, text.offset(params.position))
    if finding is None:
        return None
    source, day = checked.good.source, server.core.today()
    words = await server.session.run(lambda: server.core.explain(finding, source, day))
    if checked.good.cells:
        words = checked.good.cells.program.listed(words)
    kind = types.MarkupKind.Markdown if server.client.markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, words), text.range(checked.place(finding.span)))


def _innermost(checked: Checked, offset: int) -> Finding | None:
    """The finding with the shortest span around an offset."""
    here = Span(offset, offset)
    around = [f for f in checked.outcome.analysis.findings if checked.place(f.span).contains(here)]
    return min(around, key=lambda finding: finding.span.end - finding.span.start, default=None)
