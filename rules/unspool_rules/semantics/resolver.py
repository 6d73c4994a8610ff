"""The seam to whatever can look beyond the file at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Module:
    """A file of the project."""

    path: Path
    text: str


class Resolver(Protocol):
    """Says what a name is that the file alone cannot explain."""

    @property
    def path(self) -> Path | None:
        """Where the analysed file stands; None when it is no file."""

    def around(self, part: int) -> Resolver:
        """What looks beyond one module of a text of several."""

    def infer(self, line: int, column: int) -> frozenset[str]:
        """Types of the name at a position of the analysed text.

        Args:
            line: zero-based line.
            column: zero-based column in code points.

        Returns:
            Qualified names of classes of the outlines whose instance the name is
            (``"openai.OpenAI"``), or ``"type:…"`` for the class itself, ``"module:…"`` for a module
            and ``"returns:…"`` for a function of the project that gives an instance. Empty when
            nothing is known. Never raises.
        """

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        """The source of a module that the analysed file imports.

        Args:
            name: its dotted name.
            level: number of leading dots.
            beside: the file that imports it; the analysed one when left out.

        Returns:
            None when it is no file of the project. Never raises.
        """

    def takes(self, name: str) -> bool:
        """Whether another file of the project seems to take a name from the analysed module.

        Never raises.
        """

    def takers(self, name: str, of: Path | None = None) -> tuple[Module, ...]:
        """The files of the project that seem to take a name from the analysed module.

        Never raises.
        """


class NoResolver:
    """Knows nothing beyond the file."""

    path: Path | None = None

    def around(self, part: int) -> Resolver:
        return self

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        return None

    def takes(self, name: str) -> bool:
        return False

    def takers(self, name: str, of: Path | None = None) -> tuple[Module, ...]:
        return ()

    def infer(self, line: int, column: int) -> frozenset[str]:
        return frozenset()
