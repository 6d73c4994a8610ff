"""Settings from the command line, the editor and ``pyproject.toml``: read, checked, merged."""

from __future__ import annotations

import dataclasses
import enum
import re
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from packaging.version import InvalidVersion, Version

from unspool_rules.model import Quotes, Settings, Target
from unspool_server import project

_CODE = re.compile(r"UNS[0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Problem:
    """A setting that was ignored, why, and where it stands."""

    key: str
    reason: str
    source: str = ""

    def __str__(self) -> str:
        where = f" in {self.source}" if self.source else ""
        return f"setting `{self.key}`{where} is ignored: {self.reason}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """All that is decided about one file before it is read."""

    settings: Settings
    target: Target
    line_length: int | None
    """Longest line, in characters, as somebody has set it; ``None`` goes by each file."""
    problems: tuple[Problem, ...]
    root: Path | None = None
    """The project's folder; ``None`` for a file outside every project."""
    site_packages: tuple[Path, ...] = ()
    """Where the project's own packages lie."""
    target_origin: str = ""
    """In words, where the target version comes from."""
    quotes: Quotes | None = None
    """What the project's formatter puts around strings; ``None`` goes by each file."""
    pyproject: Path | None = None
    """The file whose ``[tool.unspool]`` was read."""

    @property
    def base(self) -> Path | None:
        """The folder that the patterns of ``exclude`` speak about."""
        return self.pyproject.parent if self.pyproject else self.root


def parse(raw: Mapping[str, object], source: str = "") -> tuple[Settings, tuple[Problem, ...]]:
    """Settings from a table with keys in kebab-case, snake_case or camelCase.

    A bad value and an unknown key are reported and ignored; all others count.
    """
    values, problems = _read(raw, source)
    return dataclasses.replace(Settings(), **values), problems


def for_path(
    path: Path | None,
    client_raw: Mapping[str, object] | None = None,
    command_line: Mapping[str, object] | None = None,
    root: Path | None = None,
) -> Resolved:
    """What holds for one file: command line, then client, then ``pyproject.toml``, then default.

    Args:
        path: the file, or a folder; ``None`` for a text without a place.
        client_raw: the editor's settings.
        command_line: options that were given.
        root: the workspace's folder, for a text without a place or a project.
    """
    place = path or root
    anchor = Path.cwd() / place if place else None
    found = project.tool_table(anchor) if anchor else None
    layers: list[tuple[Mapping[str, object], str]] = []
    if found:
        layers.append((found[1], str(found[0])))
    layers += [(client_raw or {}, "client"), (command_line or {}, "command line")]
    values: dict[str, typing.Any] = {}
    problems: list[Problem] = []
    for raw, source in layers:
        layer, complaints = _read(raw, source)
        values |= layer
        problems += complaints
    settings = dataclasses.replace(Settings(), **values)
    target, origin = _target(settings, anchor)
    return Resolved(
        settings=settings,
        target=target,
        line_length=settings.line_length or (project.line_length(anchor) if anchor else None),
        problems=tuple(problems),
        root=(project.project_root(anchor) if anchor else None) or root,
        site_packages=project.site_packages(anchor) if anchor else (),
        target_origin=origin,
        quotes=project.quotes(anchor) if anchor else None,
        pyproject=found[0] if found else None,
    )


def json_schema(*, camel_case: bool = False, prefix: str = "") -> dict[str, object]:
    """JSON schema of the settings, made from the dataclass; keys in kebab-case or camelCase."""
    spell = _camel if camel_case else _kebab
    properties = {prefix + spell(f.name): _property(f) for f in dataclasses.fields(Settings)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Unspool",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def as_table(settings: Settings) -> dict[str, object]:
    """The settings as they would stand in ``pyproject.toml``."""
    fields = dataclasses.fields(Settings)
    return {_kebab(f.name): _plain(getattr(settings, f.name)) for f in fields}


def _target(settings: Settings, anchor: Path | None) -> tuple[Target, str]:
    if settings.target_version != "auto":
        version, origin = Version(settings.target_version), "setting `target-version`"
    elif anchor is not None:
        found = project.target_version(anchor)
        version, origin = found.version, found.origin
    else:
        version, origin = Target().version, "newest known"
    target = Target(version, settings.target_service, settings.definition_style)
    return target, origin


def _read(
    raw: Mapping[str, object], source: str
) -> tuple[dict[str, typing.Any], tuple[Problem, ...]]:
    """The valid values by field name, and a problem for each of the others."""
    fields = {f.name: f for f in dataclasses.fields(Settings)}
    values: dict[str, typing.Any] = {}
    problems: list[Problem] = []
    for key, value in raw.items():
        name = _snake(str(key))
        if name not in fields:
            problems.append(Problem(str(key), _unknown(name, fields), source))
        elif name in values:
            problems.append(Problem(str(key), "it is given twice", source))
        else:
            try:
                values[name] = _checked(fields[name], value)
            except ValueError as error:
                problems.append(Problem(str(key), str(error), source))
    return values, tuple(problems)


def _unknown(name: str, fields: Mapping[str, object]) -> str:
    import difflib

    close = difflib.get_close_matches(name, fields, n=1)
    return "there is no such setting" + (f" (did you mean `{_kebab(close[0])}`?)" if close else "")


@cache
def _types() -> Mapping[str, object]:
    return typing.get_type_hints(Settings)


def _checked(field: dataclasses.Field[typing.Any], value: object) -> object:
    """The value in the field's type.

    Raises:
        ValueError: it does not fit, with the reason.
    """
    kind = _types()[field.name]
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        checked: object = _member(kind, value)
    elif kind is bool:
        checked = _boolean(value)
    elif kind is int:
        checked = _integer(value, field.metadata)
    elif kind is str:
        checked = _string(value)
    else:
        checked = _strings(value)
    check = _CHECKS.get(field.name)
    if check is not None:
        check(checked)
    return checked


def _member(kind: type[enum.Enum], value: object) -> enum.Enum:
    for member in kind:
        if value == member.value or value is member:
            return member
    names = ", ".join(f'"{member.value}"' for member in kind)
    raise ValueError(f"{_shown(value)} is not one of {names}")


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{_shown(value)} is not true or false")
    return value


def _integer(value: object, metadata: Mapping[str, object]) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{_shown(value)} is not a whole number")
    low, high = metadata.get("minimum"), metadata.get("maximum")
    if isinstance(low, int) and value < low:
        raise ValueError(f"{value} is less than {low}")
    if isinstance(high, int) and value > high:
        raise ValueError(f"{value} is more than {high}")
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{_shown(value)} is not a string")
    return value


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{_shown(value)} is not a list of strings")
    return tuple(value)


def _check_codes(value: object) -> None:
    for code in value if isinstance(value, tuple) else ():
        if not _CODE.fullmatch(code):
            raise ValueError(f"{_shown(code)} is not a rule code such as UNS101, or its beginning")


def _check_version(value: object) -> None:
    if value == "auto":
        return
    try:
        version = Version(str(value))
    except InvalidVersion:
        raise ValueError(f'{_shown(value)} is neither "auto" nor a version') from None
    if version < project.FIRST:
        raise ValueError(
            f"azure-ai-projects {version} has no new agents API, it starts with {project.FIRST}"
        )


_CHECKS: Mapping[str, Callable[[object], None]] = {
    "select": _check_codes,
    "ignore": _check_codes,
    "target_version": _check_version,
}


def _property(field: dataclasses.Field[typing.Any]) -> dict[str, object]:
    kind = _types()[field.name]
    schema: dict[str, object] = {"description": field.metadata.get("doc", "")}
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        schema |= {"type": "string", "enum": [member.value for member in kind]}
    elif kind is bool:
        schema["type"] = "boolean"
    elif kind is int:
        schema["type"] = "integer"
    elif kind is str:
        schema["type"] = "string"
    else:
        schema |= {"type": "array", "items": {"type": "string"}}
    schema |= {key: field.metadata[key] for key in ("minimum", "maximum") if key in field.metadata}
    schema["default"] = _plain(field.default)
    return schema


def _plain(value: object) -> object:
    if isinstance(value, enum.Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _shown(value: object) -> str:
    text = repr(_plain(value))
    return text if len(text) <= 60 else text[:57] + "..."


def _snake(key: str) -> str:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key)
    return words.replace("-", "_").lower()


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
