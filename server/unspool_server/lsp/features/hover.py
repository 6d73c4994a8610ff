"""What is to be known about the finding under the pointer."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from unspool_rules.model import Finding, Span
from unspool_server.lsp.connection import Server
from unspool_server.lsp.views import view
from unspool_server.session import Checked

RULE = "unspool/rule"


def register(server: Server) -> None:
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)
    server.feature(RULE)(rule)


def rule(server: Server, params: Any) -> dict[str, object]:
    """The page of the rule with a ``code``, in Markdown; no page when there is none."""
    from unspool_rules.rules import registry

    found = registry.rule(str(getattr(params, "code", "")))
    return {"page": registry.page(found) if found else None}


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
