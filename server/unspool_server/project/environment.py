"""Where the workspace's own packages lie, found by looking at folders only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from unspool_server.project.cached import Cached, listed
from unspool_server.project.lookup import levels

_USUAL_NAMES = (".venv", "venv", "env", ".env")


def _config(data: bytes) -> Mapping[str, str]:
    lines = (line.partition("=") for line in data.decode("utf-8", "replace").splitlines())
    return {key.strip().lower(): value.strip() for key, mark, value in lines if mark}


_pyvenv_cfg: Cached[Mapping[str, str]] = Cached(_config, {})


def _pth(data: bytes) -> tuple[str, ...]:
    lines = (line.strip() for line in data.decode("utf-8", "replace").splitlines())
    # A .pth line that starts with "import" is code, which is never run here.
    skipped = ("#", "import ", "import\t")
    return tuple(line for line in lines if line and not line.startswith(skipped))


_pth_lines: Cached[tuple[str, ...]] = Cached(_pth, ())


def virtual_environment(path: Path) -> Path | None:
    """The virtual environment that stands beside the file or in a folder above it."""
    for folder in levels(path):
        usual = [folder / name for name in _USUAL_NAMES if (folder / name).is_dir()]
        for candidate in usual:
            if (candidate / "pyvenv.cfg").is_file():
                return candidate
    return None


def site_packages(path: Path) -> tuple[Path, ...]:
    """Folders that the workspace's environment imports packages from, nearest first."""
    environment = virtual_environment(path)
    if environment is None:
        return ()
    found = list(_libraries(environment))
    config = _pyvenv_cfg(environment / "pyvenv.cfg")
    if config.get("include-system-site-packages", "").lower() == "true" and "home" in config:
        found += _libraries(Path(config["home"]).parent)
    return tuple(dict.fromkeys(folder for base in found for folder in (base, *_linked(base))))


def _libraries(prefix: Path) -> Iterator[Path]:
    patterns = (
        "lib/python3*/site-packages",
        "lib64/python3*/site-packages",
        "lib/pypy3*/site-packages",
        "Lib/site-packages",
        "lib/python3/dist-packages",
    )
    for pattern in patterns:
        yield from (folder for folder in listed(prefix, pattern) if folder.is_dir())


def _linked(base: Path) -> Iterator[Path]:
    """Folders that editable installs add by a ``.pth`` file."""
    for file in listed(base, "*.pth"):
        for line in _pth_lines(file):
            folder = base / line
            if folder.is_dir():
                yield folder
