"""The seam to whatever can look beyond the file at hand."""

from __future__ import annotations

from typing import Protocol


class Resolver(Protocol):
    """Says what a name is that the file alone cannot explain."""

    def infer(self, line: int, column: int) -> frozenset[str]:
        """Types of the name at a position of the analysed text.

        Args:
            line: zero-based line.
            column: zero-based column in code points.

        Returns:
            Qualified names of classes of the outlines whose instance the name is
            (``"openai.OpenAI"``), or ``"type:…"`` for the class itself and ``"module:…"`` for a
            module. Empty when nothing is known. Never raises.
        """


class NoResolver:
    """Knows nothing beyond the file."""

    def infer(self, line: int, column: int) -> frozenset[str]:
        return frozenset()
