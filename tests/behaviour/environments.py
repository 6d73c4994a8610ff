"""The two worlds of packages, each in a virtual environment that is made once and kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path


class EnvironmentUnavailable(Exception):
    """The environment is not there and cannot be made here, usually for want of a registry."""


@dataclass(frozen=True, slots=True)
class Environment:
    """Pinned packages; the same pins give the same folder."""

    name: str
    pins: tuple[str, ...]

    @property
    def folder(self) -> Path:
        key = "\n".join((sys.version, *self.pins))
        return cache() / f"{self.name}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"

    def python(self) -> Path:
        """The interpreter, after making the environment if need be."""
        if self.name in _FAILED:
            raise EnvironmentUnavailable(_FAILED[self.name])
        if not _interpreter(self.folder).exists():
            _make(self)
        return _interpreter(self.folder)


# Without a registry the first attempt is slow enough.
_FAILED: dict[str, str] = {}


# The SDKs' own needs, then what programs around them usually import.
_COMMON = (
    "azure-identity==1.27.0",
    "aiohttp==3.14.5",
    "azure-core-tracing-opentelemetry==1.0.0b12",
    "jsonref==1.1.0",
    "opentelemetry-sdk==1.39.0",
    "python-dotenv==1.1.1",
    "pyyaml==6.0.3",
)
LEGACY = Environment(
    "legacy",
    (
        "azure-ai-agents==1.1.0",
        "azure-ai-projects==1.0.0",
        "openai==1.65.5",
        "httpx==0.27.2",
        *_COMMON,
    ),
)
LEGACY_BETA = Environment(
    "legacy-beta",
    tuple(p.replace("azure-ai-agents==1.1.0", "azure-ai-agents==1.2.0b5") for p in LEGACY.pins),
)
HUB = Environment(
    "hub", ("azure-ai-projects==1.0.0b10", "openai==1.65.5", "httpx==0.27.2", *_COMMON)
)
NEW = Environment("new", ("azure-ai-projects==2.10.0", "openai==3.54.0", *_COMMON))


def cache() -> Path:
    """`UNSPOOL_CACHE`, or the user's cache folder."""
    if given := os.environ.get("UNSPOOL_CACHE"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "unspool" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "unspool"


def _interpreter(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _make(environment: Environment) -> None:
    environment.folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=environment.folder.parent) as made:
        # Made aside and renamed, so that a half-made environment is never used.
        folder = Path(made) / "env"
        for command in _commands(folder, environment.pins):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                tail = (done.stderr or done.stdout).strip().splitlines()[-3:]
                reason = f"cannot make the {environment.name} environment: " + " / ".join(tail)
                _FAILED[environment.name] = reason
                raise EnvironmentUnavailable(reason)
        try:
            folder.rename(environment.folder)
        except OSError:
            if not _interpreter(environment.folder).exists():
                raise


def _commands(folder: Path, pins: tuple[str, ...]) -> list[list[str]]:
    python = str(_interpreter(folder))
    if uv := shutil.which("uv"):
        return [
            [uv, "venv", "--quiet", "--python", sys.executable, str(folder)],
            [uv, "pip", "install", "--quiet", "--python", python, *pins],
        ]
    return [
        [sys.executable, "-m", "venv", str(folder)],
        [python, "-m", "pip", "install", "--quiet", *pins],
    ]
