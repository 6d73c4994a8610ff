"""Findings as the protocol's diagnostics, the same whether they are pushed or pulled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from lsprotocol import types

from unspool_rules.model import Finding, Severity, Span
from unspool_server.lsp.client import Client
from unspool_server.lsp.views import View, view
from unspool_server.session import Checked

SOURCE = "unspool"
_SEVERITY = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFORMATION: types.DiagnosticSeverity.Information,
}


class Reports:
    """Diagnostics, and a name for each list of them so that it need not be sent twice."""

    def __init__(self, page: Callable[[Finding], str | None]) -> None:
        self._page = page
        self._numbers = count(1)
        self._last: dict[str, tuple[str, list[types.Diagnostic]]] = {}
        self._sent: dict[str, tuple[int, list[types.Diagnostic]]] = {}

    def diagnostics(
        self, checked: Checked, client: Client, uri: str | None = None
    ) -> list[types.Diagnostic]:
        """Those of a whole file, or of the notebook's cell with a URI."""
        text = view(checked, uri or checked.snapshot.uri, client.encoding)
        return [
            self._diagnostic(finding, checked, text, client)
            for finding in checked.outcome.analysis.findings
            if text.holds(checked.place(finding.span))
        ]

    def named(
        self, checked: Checked, client: Client, uri: str
    ) -> tuple[str, list[types.Diagnostic]]:
        """The diagnostics and their name, which stays while they do."""
        uri = uri if checked.snapshot.cells else checked.snapshot.uri
        diagnostics = self.diagnostics(checked, client, uri)
        last = self._last.get(uri)
        if last is None or last[1] != diagnostics:
            self._last[uri] = (str(next(self._numbers)), diagnostics)
        return self._last[uri]

    def stale(self, checked: Checked, client: Client) -> bool:
        """Whether a client that pulls has diagnostics of a cell that are no longer so.

        For the cell that is typed in it asks without being told.
        """
        cells = checked.snapshot.cells
        return cells is not None and any(
            document.uri in self._last
            and self._last[document.uri][1] != self.diagnostics(checked, client, document.uri)
            for number, document in cells.documents.items()
            if number != cells.typing
        )

    def news(self, uri: str, version: int, found: list[types.Diagnostic]) -> bool:
        """Whether these were not the last ones that were sent for a cell's version."""
        known = self._sent.get(uri) == (version, found)
        self._sent[uri] = (version, found)
        return not known

    def forget(self, uri: str) -> None:
        self._last.pop(uri, None)
        self._sent.pop(uri, None)

    def _diagnostic(
        self, finding: Finding, checked: Checked, text: View, client: Client
    ) -> types.Diagnostic:
        page = self._page(finding) if client.links else None
        return types.Diagnostic(
            range=text.range(checked.place(finding.span)),
            message=finding.message,
            severity=_SEVERITY[finding.severity],
            code=finding.code,
            code_description=types.CodeDescription(page) if page else None,
            source=SOURCE,
            tags=[types.DiagnosticTag.Deprecated] if client.deprecated else None,
            related_information=list(_related(finding, checked, text)) if client.related else None,
            data=_data(finding),
        )


def _related(
    finding: Finding, checked: Checked, text: View
) -> Iterator[types.DiagnosticRelatedInformation]:
    places: list[tuple[Span, str]] = [(b.span, f"blocked: {b.message}") for b in finding.blockers]
    places += [(note.span, note.message) for note in finding.related]
    for span, message in places:
        yield types.DiagnosticRelatedInformation(text.location(checked.place(span)), message)


def _data(finding: Finding) -> dict[str, str | None]:
    return {
        "name": finding.name,
        "symbol": finding.symbol,
        "target": finding.target,
        "certainty": finding.certainty.value,
        "fix": finding.fix.applicability.value if finding.fix else None,
    }
