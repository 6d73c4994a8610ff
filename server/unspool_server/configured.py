"""Files beside the code: dependencies and settings of the environment, checked for a workspace."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from unspool_rules.api import analyse, is_candidate
from unspool_rules.dependencies.analysis import analyse_dependencies
from unspool_rules.dependencies.dotenv import analyse_dotenv
from unspool_rules.dependencies.names import is_beside_code, is_dotenv
from unspool_rules.dependencies.usage import Usage, needs_of, settings_of
from unspool_rules.model import Analysis
from unspool_rules.notebook import Program
from unspool_rules.semantics.jedi_resolver import JediResolver
from unspool_rules.semantics.project_files import python_files
from unspool_server import files, ipynb
from unspool_server.settings import Resolved

_MENTIONS = re.compile(rb"azure[-_.]ai[-_.](?:agents|projects)|openai", re.IGNORECASE)
_KEPT_SECONDS = 5.0
_MOST = 400
"""Files that are looked at closely; of more, the imports alone are read."""

_SECONDS = 1.0
"""What looking beyond one file may take."""
_SDK = re.compile(r"^[ \t]*(?:from|import)[ \t]+(?:openai|azure)\b", re.MULTILINE)

_Needs = tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]
_files: dict[str, tuple[tuple[int, int], _Needs]] = {}
_usages: dict[Path, tuple[float, Usage]] = {}


def is_configured(path: Path | None) -> bool:
    """Whether a file is none of Python and still one to be checked."""
    return path is not None and is_beside_code(path.name)


def mentions(path: Path, data: bytes) -> bool:
    """Whether there can be anything to say about such a file."""
    return b"=" in data if is_dotenv(path.name) else bool(_MENTIONS.search(data))


def check(
    source: str,
    path: Path,
    resolved: Resolved,
    today: date,
    texts: Mapping[Path, str] | None = None,
) -> Analysis:
    """What there is to say about a file beside the code.

    Args:
        texts: code as it will be in some files, where that is not what lies there now.
    """
    if not mentions(path, source.encode("utf-8", "replace")):
        return Analysis()
    root = resolved.root or path.parent
    usage = _usage(root, today, texts) if texts else usage_around(root, today)
    if is_dotenv(path.name):
        return analyse_dotenv(source, usage=usage, settings=resolved.settings)
    return analyse_dependencies(
        source,
        path.name,
        usage=usage,
        target=resolved.target,
        settings=resolved.settings,
        today=today,
    )


def forget() -> None:
    """Look again at once: files have been written."""
    _usages.clear()


def look(path: Path, today: date) -> None:
    """Remember what one file of code needs, so that ``check`` need not look at all at once."""
    if _known(str(path)) is None:
        _read(str(path), None, today, closely=True)


def usage_around(root: Path, today: date) -> Usage:
    """What the code below a folder needs; kept for some seconds."""
    made, usage = _usages.get(root, (0.0, Usage()))
    if made and time.monotonic() - made < _KEPT_SECONDS:
        return usage
    usage = _usage(root, today)
    if len(_usages) > 20:
        _usages.clear()
    _usages[root] = (time.monotonic(), usage)
    return usage


def _usage(root: Path, today: date, texts: Mapping[Path, str] | None = None) -> Usage:
    needs: dict[str, list[str]] = {}
    imports: set[str] = set()
    names: set[str] = set()
    definitions: set[str] = set()
    close = 0
    notebooks = python_files(str(root), ipynb.SUFFIX)
    for file in (*python_files(str(root)), *notebooks):
        text = texts.get(Path(file)) if texts else None
        path = Path(file)
        found = _known(file) if text is None else _needs(text, path, root, today, closely=True)
        if found is None:
            close += 1
            found = _read(file, root, today, closely=close <= _MOST)
        for package in sorted(found[0]):
            needs.setdefault(package, []).append(Path(file).relative_to(root).as_posix())
        imports |= found[1]
        names |= found[2]
        definitions |= found[3]
    return Usage(
        {package: tuple(places) for package, places in needs.items()},
        frozenset(imports),
        frozenset(names),
        frozenset(definitions),
    )


def _stamp(file: str) -> tuple[int, int]:
    stat = Path(file).stat()
    return stat.st_mtime_ns, stat.st_size


def _text(path: Path, data: bytes) -> str:
    if path.suffix.lower() == ipynb.SUFFIX:
        return Program.of(ipynb.read(ipynb.decode(data)).code).text
    return files.decode(path, data).text


def _known(file: str) -> _Needs | None:
    try:
        known = _files.get(file)
        return known[1] if known is not None and known[0] == _stamp(file) else None
    except OSError:
        return None


def _read(file: str, root: Path | None, today: date, *, closely: bool) -> _Needs:
    nothing: _Needs = frozenset(), frozenset(), frozenset(), frozenset()
    try:
        stamp = _stamp(file)
        data = files.read_bytes(Path(file), ipynb.limit(Path(file)))
        found = nothing
        if is_candidate(data) or b"azure" in data or b".conversations." in data:
            found = _needs(_text(Path(file), data), Path(file), root, today, closely=closely)
    except (OSError, files.FileError):
        return nothing
    if len(_files) > 20_000:
        _files.clear()
    _files[file] = (stamp, found)
    return found


def _needs(text: str, path: Path, root: Path | None, today: date, *, closely: bool) -> _Needs:
    resolver = None
    if not _SDK.search(text):  # at most what other files make is used
        resolver = JediResolver(text, path, root=root, seconds=_SECONDS)
    analysis = analyse(text, today=today, resolver=resolver) if closely else Analysis()
    return (*needs_of(text, analysis), *settings_of(text, analysis))
