"""What a pinned source is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Form = Literal["sdist", "wheel"]


@dataclass(frozen=True, slots=True)
class Source:
    """One release of one package, pinned by the digest of its archive."""

    name: str
    version: str
    form: Form
    sha256: str
    files: tuple[str, ...]
    """Programs to look at: patterns of ``fnmatch`` over paths inside the archive."""
    exclude: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    """Further files to unpack, which a workspace would hold too."""
    legacy: tuple[str, ...] = ()
    """Requirements it type-checked with, where they are not those of its corpus."""

    @property
    def key(self) -> str:
        return f"{self.name}-{self.version}-{self.form}"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sources that are judged together."""

    name: str
    about: str
    legacy: tuple[str, ...]
    """Requirements of the environment in which the programs type-checked before."""
    sources: tuple[Source, ...] = field(repr=False)


def sdist(
    name: str,
    version: str,
    sha256: str,
    *files: str,
    exclude: tuple[str, ...] = (),
    context: tuple[str, ...] = (),
    legacy: tuple[str, ...] = (),
) -> Source:
    """A source distribution; paths start below its top directory."""
    return Source(name, version, "sdist", sha256, files, exclude, context, legacy)


def wheel(
    name: str,
    version: str,
    sha256: str,
    *files: str,
    exclude: tuple[str, ...] = (),
    context: tuple[str, ...] = (),
    legacy: tuple[str, ...] = (),
) -> Source:
    """A pure Python wheel."""
    return Source(name, version, "wheel", sha256, files, exclude, context, legacy)
