"""What a project declares about one distribution, in the files that people write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from unspool_server.project.cached import Cached, entries, listed, table, toml_file

_INCLUDE = re.compile(r"^(?:-r|-c|--requirement|--constraint)[ =]\s*(\S+)")
_OPTION = re.compile(r"\s--?[a-z]")
_MAX_INCLUDES = 20


def declared(folder: Path, name: str) -> tuple[str, SpecifierSet] | None:
    """The first specifier for a distribution in a folder's files, and the file's name.

    An exact pin is preferred to a range: of several files that name it, one has it locked.
    """
    found = [*_requirements(folder, name), *_pyproject(folder, name), *_pipfile(folder, name)]
    pinned = (one for one in found if any(s.operator in ("==", "===") for s in one[1]))
    return next(pinned, found[0] if found else None)


def _lines(data: bytes) -> tuple[str, ...]:
    text = data.decode("utf-8-sig", "replace").replace("\\\r\n", " ").replace("\\\n", " ")
    stripped = (re.sub(r"(^|\s)#.*", "", line).strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)


_requirement_lines: Cached[tuple[str, ...]] = Cached(_lines, ())


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
        for line in _requirement_lines(file):
            include = _INCLUDE.match(line)
            if include:
                queue.append(file.parent / include[1])
                continue
            specifier = _specifier(_OPTION.split(line)[0], name)
            if specifier is not None:
                yield file.name, specifier


def _pyproject(folder: Path, name: str) -> Iterator[tuple[str, SpecifierSet]]:
    content = toml_file(folder / "pyproject.toml")
    project, tool = table(content, "project"), table(content, "tool")
    lines = [*entries(project, "dependencies")]
    for group in table(project, "optional-dependencies").values():
        lines += group if isinstance(group, list) else []
    for group in table(content, "dependency-groups").values():
        lines += group if isinstance(group, list) else []
    lines += entries(table(tool, "uv"), "dev-dependencies")
    for line in lines:
        specifier = _specifier(line, name) if isinstance(line, str) else None
        if specifier is not None:
            yield "pyproject.toml", specifier
    for dependencies in _poetry(table(tool, "poetry")):
        specifier = _from_table(dependencies, name)
        if specifier is not None:
            yield "pyproject.toml", specifier


def _poetry(poetry: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    yield table(poetry, "dependencies")
    yield table(poetry, "dev-dependencies")
    for group in table(poetry, "group").values():
        if isinstance(group, dict):
            yield table(group, "dependencies")


def _pipfile(folder: Path, name: str) -> Iterator[tuple[str, SpecifierSet]]:
    content = toml_file(folder / "Pipfile")
    for key in ("packages", "dev-packages"):
        specifier = _from_table(table(content, key), name)
        if specifier is not None:
            yield "Pipfile", specifier


def _specifier(line: str, name: str) -> SpecifierSet | None:
    try:
        requirement = Requirement(line.strip())
    except InvalidRequirement:
        return None
    return requirement.specifier if canonicalize_name(requirement.name) == name else None


def _from_table(dependencies: Mapping[str, object], name: str) -> SpecifierSet | None:
    """Poetry's and Pipenv's ``name = "^2.0"``, ``name = {version = "^2.0"}`` or a list of these."""
    for key, value in dependencies.items():
        if canonicalize_name(key) != name:
            continue
        for one in value if isinstance(value, list) else [value]:
            text = one.get("version", "*") if isinstance(one, dict) else one
            if isinstance(text, str):
                return poetry_specifier(text)
    return None


def poetry_specifier(text: str) -> SpecifierSet:
    """A constraint in Poetry's words as PEP 440's; anything unreadable allows all versions."""
    # Alternatives ("^1.0 || ^2.0") allow what any of them allows: the last is the newest.
    last = text.split("|")[-1]
    parts = [part for part in re.split(r"\s*,\s*|\s+(?=[<>=~^!])", last.strip()) if part]
    try:
        return SpecifierSet(",".join(word for part in parts for word in _poetry_part(part)))
    except (InvalidSpecifier, InvalidVersion):
        return SpecifierSet()


def _poetry_part(part: str) -> Iterator[str]:
    part = part.replace(" ", "")
    if part in ("*", ""):
        return
    if part[0] == "^" or (part[0] == "~" and part[1:2] != "="):
        version = Version(part[1:])
        keep = _kept(version.release, caret=part[0] == "^")
        yield f">={version}"
        yield f"<{'.'.join(map(str, (*version.release[:keep], version.release[keep] + 1)))}"
    elif part[0].isdigit():
        yield f"=={part}"
    else:
        yield part


def _kept(release: tuple[int, ...], *, caret: bool) -> int:
    """Index of the release number that the upper bound counts up."""
    if not caret:
        return min(1, len(release) - 1)
    return next((i for i, number in enumerate(release) if number), len(release) - 1)
