"""Which azure-ai-projects the migrated code is for: locked, declared, installed, or the newest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from unspool_rules.model.settings import NEWEST
from unspool_server.project.cached import entries, json_file, listed, table, toml_file
from unspool_server.project.environment import site_packages
from unspool_server.project.lookup import levels
from unspool_server.project.requirements import declared

DISTRIBUTION = "azure-ai-projects"
FIRST = Version("2.0.0b1")
"""The first release that has the new agents API."""
KNOWN = tuple(
    Version(text)
    for text in (
        *("2.0.0b1", "2.0.0b2", "2.0.0b3", "2.0.0b4", "2.0.0", "2.0.1", "2.1.0", "2.2.0"),
        *("2.3.0", "2.4.0", "2.5.0", "2.6.0", "2.6.1", "2.7.0", "2.8.0", "2.9.0", "2.10.0"),
    )
)
"""Releases with the new agents API, oldest first (2026-11-22)."""

_DIST_INFO = re.compile(r"^azure[-_.]ai[-_.]projects-(.+)\.dist-info$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TargetVersion:
    """A version and the words for where it comes from."""

    version: Version
    origin: str


def target_version(path: Path) -> TargetVersion:
    """The version for the project around a file.

    Nearer folders go first, and in a folder a lock goes before what is declared. A declared range
    does not say which version is in use, so a lock further up and then the installed packages are
    asked, as far as they satisfy it; else it means the newest that it allows. A version before
    the new API means that the project has not moved yet: the newest is meant.
    """
    wanted: tuple[str, SpecifierSet] | None = None
    for folder in levels(path):
        for name, version in _locked(folder):
            if wanted is None or wanted[1].contains(version, prereleases=True):
                return _moved(version, name)
        wanted = wanted or declared(folder, DISTRIBUTION)
    installed = next(_installed(path), None)
    if wanted is not None:
        fits = installed is not None and wanted[1].contains(installed, prereleases=True)
        if installed is None or installed < FIRST or not fits:
            return _newest_of(*wanted)
    if installed is not None:
        return _moved(installed, "installed packages")
    return TargetVersion(NEWEST, "newest known")


def _moved(version: Version, origin: str) -> TargetVersion:
    if version >= FIRST:
        return TargetVersion(version, f"{origin}: {version}")
    return TargetVersion(NEWEST, f"newest known ({origin} still has {version})")


def _newest_of(origin: str, specifier: SpecifierSet) -> TargetVersion:
    allowed = [v for v in KNOWN if specifier.contains(v, prereleases=True)]
    released = [v for v in allowed if not v.is_prerelease]
    if allowed:
        words = str(specifier) or "any version"
        return TargetVersion((released or allowed)[-1], f"{origin}: {words}")
    for one in specifier:
        if one.operator in ("==", "===") and not one.version.endswith(".*"):
            pinned = _version(one.version)
            if pinned is not None and pinned >= FIRST:
                return TargetVersion(pinned, f"{origin}: {specifier}")
    return TargetVersion(NEWEST, f"newest known ({origin} still has {specifier})")


def _locked(folder: Path) -> Iterator[tuple[str, Version]]:
    """The locked version in each lock file of a folder; of several in one file the highest."""
    for name, key in (
        ("uv.lock", "package"),
        ("poetry.lock", "package"),
        ("pdm.lock", "package"),
        ("pylock.toml", "packages"),
    ):
        found = list(_toml_lock(folder / name, key))
        if found:
            yield name, max(found)
    found = list(_pipfile_lock(folder / "Pipfile.lock"))
    if found:
        yield "Pipfile.lock", max(found)


def _toml_lock(file: Path, key: str) -> Iterator[Version]:
    for package in entries(toml_file(file), key):
        if isinstance(package, dict) and package.get("name") == DISTRIBUTION:
            version = _version(package.get("version"))
            if version is not None:
                yield version


def _pipfile_lock(file: Path) -> Iterator[Version]:
    content = json_file(file)
    for section in ("default", "develop"):
        for name, entry in table(content, section).items():
            if canonicalize_name(name) == DISTRIBUTION and isinstance(entry, dict):
                version = _version(str(entry.get("version", "")).lstrip("="))
                if version is not None:
                    yield version


def _installed(path: Path) -> Iterator[Version]:
    for folder in site_packages(path):
        for entry in listed(folder, "*.dist-info"):
            match = _DIST_INFO.match(entry.name)
            version = _version(match[1]) if match else None
            if version is not None:
                yield version


def _version(text: object) -> Version | None:
    try:
        return Version(text) if isinstance(text, str) else None
    except InvalidVersion:
        return None
