"""Fetches pinned sources with pip, checks their digests, and unpacks their Python files.

The cache is the directory in ``UNSPOOL_CACHE``, else ``unspool-tests`` in the user's cache
directory. What is cached is never fetched again; what cannot be fetched raises `Offline`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from tests.corpora.model import Source


class Offline(Exception):
    """A source is neither cached nor to be had."""


def cache_dir() -> Path:
    """Where archives, unpacked sources and environments are kept."""
    named = os.environ.get("UNSPOOL_CACHE")
    if named:
        path = Path(named)
    else:
        base = os.environ.get("XDG_CACHE_HOME")
        path = (Path(base) if base else Path.home() / ".cache") / "unspool-tests"
    path.mkdir(parents=True, exist_ok=True)
    return path.resolve()


def environment(name: str, requirements: Iterable[str]) -> Path:
    """The Python of a cached virtual environment that holds these requirements."""
    wanted = "\n".join(sorted(requirements)) + "\n"
    digest = hashlib.sha256(wanted.encode()).hexdigest()[:8]
    home = cache_dir() / "venvs" / f"{name}-{digest}"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = home / "unspool-ready"
    if done.exists():
        return python
    shutil.rmtree(home, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(home)], f"cannot make an environment for {name}")
    if wanted.strip():
        _run(
            [str(python), "-m", "pip", "install", "--quiet", *wanted.split()],
            f"cannot install {', '.join(wanted.split())}",
        )
    done.write_text(wanted, encoding="utf-8")
    return python


def _run(command: list[str], failed: str) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        lines = [line for line in result.stderr.splitlines() if not line.startswith("WARNING")]
        raise Offline(f"{failed}: {lines[-1] if lines else 'no reason given'}")


def archive(source: Source) -> Path:
    """The archive of a source, from the cache or fetched; its digest is right."""
    folder = cache_dir() / "archives" / source.key
    for path in folder.glob("*") if folder.is_dir() else ():
        if hashlib.sha256(path.read_bytes()).hexdigest() == source.sha256:
            return path
    python = environment("fetch", ())
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        wanted = Path(scratch) / "wanted.txt"
        wanted.write_text(
            f"{source.name}=={source.version} --hash=sha256:{source.sha256}\n", encoding="utf-8"
        )
        only = (
            ["--no-binary", ":all:"]
            if source.form == "sdist"
            else ["--only-binary", ":all:", "--python-version", "3.12", "--platform", "any"]
        )
        _run(
            [str(python), "-m", "pip", "download", "--quiet", "--no-deps", *only,
             "--require-hashes", "--requirement", str(wanted), "--dest", scratch],
            f"cannot fetch {source.name} {source.version}",
        )  # fmt: skip
        wanted.unlink()
        found = next((p for p in Path(scratch).iterdir() if p.is_file()), None)
        if found is None or hashlib.sha256(found.read_bytes()).hexdigest() != source.sha256:
            raise Offline(f"{source.name} {source.version}: the archive is not the pinned one")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.move(str(found), folder / found.name)
        return folder / found.name


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            for name in wheel.namelist():
                if name.endswith(".py"):
                    yield name.removeprefix("./"), wheel.read(name)
        return
    with tarfile.open(path) as sdist:
        for member in sdist:
            if member.isfile() and member.name.endswith(".py"):
                data = sdist.extractfile(member)
                assert data is not None
                yield member.name.partition("/")[2], data.read()


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def unpack(source: Source) -> Path:
    """The directory with a source's Python files, made when it is not there yet."""
    patterns = (*source.files, *source.context)
    mark = hashlib.sha256("\n".join((source.sha256, *patterns)).encode()).hexdigest()
    root = cache_dir() / "sources" / source.key
    done = cache_dir() / "sources" / f"{source.key}.done"
    if done.exists() and done.read_text(encoding="utf-8") == mark:
        return root
    path = archive(source)
    shutil.rmtree(root, ignore_errors=True)
    for name, data in _members(path):
        parts = PurePosixPath(name).parts
        if ".." in parts or PurePosixPath(name).is_absolute() or not _matches(name, patterns):
            continue
        file = root.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    root.mkdir(parents=True, exist_ok=True)
    done.write_text(mark, encoding="utf-8")
    return root


def programs(source: Source) -> list[Path]:
    """The programs of an unpacked source, relative to its directory, in order."""
    root = unpack(source)
    names = (path.relative_to(root).as_posix() for path in root.rglob("*.py"))
    return [
        Path(name)
        for name in sorted(names)
        if _matches(name, source.files) and not _matches(name, source.exclude)
    ]
