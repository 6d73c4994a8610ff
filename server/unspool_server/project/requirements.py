"""What a project declares about one distribution, in the files that people write."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from unspool_rules.model.specifiers import poetry_specifier
from unspool_server.project.cached import Cached, entries, listed, read_toml, table

_INCLUDE = re.compile(r"^(?:-r|-c|--requirement|--constraint)[ =]\s*(\S+)")
_OPTION = re.compile(r"\s--?[a-z]")
_MAX_INCLUDES = 20


def declared(folder: Path, name: str) -> tuple[str, SpecifierSet] | None:
    """The first specifier for a distribution in a folder's files, and the file's name.

    An exact pin is preferred to a range: of several files that name it, one has it locked.
    """
    found = [
        *_requirements(folder, name),
        *(("pyproject.toml", one) for key, one in _pyproject(folder) if key == name),
        *(("Pipfile", one) for key, one in _pipfile(folder / "Pipfile") if key == name),
    ]
    pinned = (one for one in found if any(s.operator in ("==", "===") for s in one[1]))
    return next(pinned, found[0] if found else None)


Declared = tuple[str, SpecifierSet]
"""A distribution's canonical name and what is said of its version."""


def _requirements(folder: Path, name: str) -> Iterator[tuple[str, SpecifierSet]]:
    found = listed(folder, "requirements*.txt")
    found += listed(folder / "requirements", "*.txt")
    found += listed(folder, "requirements*.in")
    queue = sorted(found, key=lambda file: file.name != "requirements.txt")
    seen: set[Path] = set()
    while queue and len(seen) < _MAX_INCLUDES:
        file = queue.pop(0)
        if file in seen:
            continue
        seen.add(file)
        includes, lines = _requirement_file(file)
        queue += [file.parent / include for include in includes]
        yield from ((file.name, specifier) for key, specifier in lines if key == name)


def _read_requirements(data: bytes) -> tuple[tuple[str, ...], tuple[Declared, ...]]:
    """The files that a requirements file includes, and its own lines."""
    text = data.decode("utf-8-sig", "replace").replace("\\\r\n", " ").replace("\\\n", " ")
    lines = [re.sub(r"(^|\s)#.*", "", line).strip() for line in text.splitlines()]
    includes = [match[1] for match in map(_INCLUDE.match, lines) if match]
    return tuple(includes), tuple(_parsed(_OPTION.split(line)[0] for line in lines))


def _read_pyproject(data: bytes) -> tuple[Declared, ...]:
    content = read_toml(data)
    project, tool = table(content, "project"), table(content, "tool")
    lines = [*entries(project, "dependencies")]
    groups = (table(project, "optional-dependencies"), table(content, "dependency-groups"))
    for group in (group for tables in groups for group in tables.values()):
        lines += group if isinstance(group, list) else []
    lines += entries(table(tool, "uv"), "dev-dependencies")
    declared = [*_parsed(line for line in lines if isinstance(line, str))]
    for dependencies in _poetry(table(tool, "poetry")):
        declared += _from_table(dependencies)
    return tuple(declared)


def _poetry(poetry: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    yield table(poetry, "dependencies")
    yield table(poetry, "dev-dependencies")
    for group in table(poetry, "group").values():
        if isinstance(group, dict):
            yield table(group, "dependencies")


def _read_pipfile(data: bytes) -> tuple[Declared, ...]:
    content = read_toml(data)
    sections = (table(content, key) for key in ("packages", "dev-packages"))
    return tuple(declared for section in sections for declared in _from_table(section))


_requirement_file: Cached[tuple[tuple[str, ...], tuple[Declared, ...]]] = Cached(
    _read_requirements, ((), ())
)
_pyproject_file: Cached[tuple[Declared, ...]] = Cached(_read_pyproject, ())
_pipfile: Cached[tuple[Declared, ...]] = Cached(_read_pipfile, ())


def _pyproject(folder: Path) -> tuple[Declared, ...]:
    return _pyproject_file(folder / "pyproject.toml")


def _parsed(lines: Iterable[str]) -> Iterator[Declared]:
    for line in lines:
        with contextlib.suppress(InvalidRequirement):
            requirement = Requirement(line.strip())
            yield canonicalize_name(requirement.name), requirement.specifier


def _from_table(dependencies: Mapping[str, object]) -> Iterator[Declared]:
    """Poetry's and Pipenv's ``name = "^2.0"``, ``name = {version = "^2.0"}`` or a list of these."""
    for key, value in dependencies.items():
        first = value[0] if isinstance(value, list) and value else value
        text = first.get("version", "*") if isinstance(first, dict) else first
        if isinstance(text, str):
            yield canonicalize_name(key), poetry_specifier(text)
