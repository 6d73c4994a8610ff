"""Fill ``bundled/libs`` with the server and what it needs, for one platform and every Python.

usage: python scripts/bundle.py [--target linux-x64] [--pythons 3.10,3.11] [--own]

The versions and their hashes come from ``uv.lock``, the wheels from the registry that pip is set
up for. Nothing is compiled, so any target can be made on any machine. Wheels of one version differ
between Pythons in nothing but the native modules, whose file names say which Python they are for;
so all of them share one folder.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

try:
    import tomllib
except ModuleNotFoundError:
    from pip._vendor import tomli as tomllib  # type: ignore[no-redef] # the same module, by its old name

from pip._vendor.packaging.markers import Marker

EXTENSION = Path(__file__).resolve().parent.parent
ROOT = EXTENSION.parent
LIBS = EXTENSION / "bundled" / "libs"
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
_LINUX = ("manylinux_2_17", "manylinux2014", "manylinux_2_28")
TARGETS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "linux-x64": (tuple(f"{tag}_x86_64" for tag in _LINUX), "linux"),
    "linux-arm64": (tuple(f"{tag}_aarch64" for tag in _LINUX), "linux"),
    "alpine-x64": (("musllinux_1_1_x86_64", "musllinux_1_2_x86_64"), "linux"),
    "alpine-arm64": (("musllinux_1_1_aarch64", "musllinux_1_2_aarch64"), "linux"),
    "darwin-arm64": (("macosx_11_0_arm64",), "darwin"),
    "win32-x64": (("win_amd64",), "win32"),
    "win32-arm64": (("win_arm64",), "win32"),
}
"""Platform tags and ``sys.platform`` by the names that VS Code has for its targets."""

UNUSED = re.compile(
    r"""
    (^|/)tests?/                       # packages' own tests
    | ^libcst/(codemod|tool\.py|display)  # command line of libcst, the only user of PyYAML
    | ^jedi/third_party/django-stubs/
    | ^blackd/                           # a server of black's
    | \.dist-info/(RECORD|WHEEL|entry_points\.txt|top_level\.txt|INSTALLER|REQUESTED)$
    | ^\.\./ | /\.\./ | \.data/
    """,
    re.VERBOSE,
)
LEFT_OUT = frozenset(("pyyaml", "pyyaml-ft"))
"""Needed by libcst's command line alone, and native."""
PURE = frozenset(("black", "pytokens"))
"""Quick enough without native modules, which would take 6 MB for each Python."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", choices=TARGETS, default="linux-x64")
    parser.add_argument("--pythons", default=",".join(PYTHONS))
    parser.add_argument("--own", action="store_true", help="the server alone, beside the others")
    chosen = parser.parse_args()
    pythons = tuple(chosen.pythons.split(","))
    for old in LIBS.glob("unspool*" if chosen.own else "*"):
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    LIBS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for wheel in sorted(_own(Path(folder) / "own")):
            unpack(wheel, LIBS)
        for python in () if chosen.own else pythons:
            wheels = _download(chosen.target, python, Path(folder) / python)
            for wheel in sorted(wheels):
                unpack(wheel, LIBS)
    _complete(chosen.target, pythons)
    size = sum(file.stat().st_size for file in LIBS.rglob("*") if file.is_file())
    print(f"{chosen.target}: Python {', '.join(pythons)}; {size / 1e6:.1f} MB in {LIBS.name}")
    return 0


def unpack(wheel: Path, to: Path) -> None:
    """Add a wheel's files to a folder, where the same file may lie already."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith("/") or UNUSED.search(name):
                continue
            place, data = to / name, archive.read(name)
            if place.exists() and place.read_bytes() != data:
                raise SystemExit(f"{wheel.name}: {name} is not the same for every Python")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def requirements(lock: Mapping[str, Any], python: str, platform: str) -> Iterator[str]:
    """What the server needs on a platform, with versions and hashes, as pip reads it."""
    packages = {package["name"]: package for package in lock["package"]}
    system = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}[platform]
    world = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": platform,
        "platform_system": system,
        "os_name": "nt" if platform == "win32" else "posix",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    wanted, seen = [packages["unspool"]], {"unspool", *LEFT_OUT}
    while wanted:
        for needed in wanted.pop().get("dependencies", ()):
            name, marker = needed["name"], needed.get("marker")
            if name in seen or (marker and not Marker(marker).evaluate(world)):
                continue
            seen.add(name)
            package = packages[name]
            wanted.append(package)
            wheels = [
                wheel
                for wheel in package["wheels"]
                if name not in PURE or wheel["url"].endswith("-none-any.whl")
            ]
            hashes = " ".join(f"--hash={wheel['hash']}" for wheel in wheels)
            yield f"{name}=={package['version']} {hashes}"


def _own(folder: Path) -> Iterator[Path]:
    _pip("wheel", "--no-deps", f"--wheel-dir={folder}", str(ROOT))
    return folder.glob("*.whl")


def _download(target: str, python: str, folder: Path) -> Iterator[Path]:
    tags, platform = TARGETS[target]
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    folder.mkdir()
    listed = folder / "requirements.txt"
    listed.write_text("\n".join(requirements(lock, python, platform)) + "\n", encoding="utf-8")
    _pip(
        "download",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
        f"--python-version={python}",
        *(f"--platform={tag}" for tag in tags),
        f"--dest={folder}",
        f"--requirement={listed}",
    )
    return folder.glob("*.whl")


def _complete(target: str, pythons: tuple[str, ...]) -> None:
    """Every Python has its native module."""
    windows = target.startswith("win32")
    for python in pythons:
        digits = python.replace(".", "")
        pattern = f"native.cp{digits}-*.pyd" if windows else f"native.cpython-{digits}-*.so"
        if not list((LIBS / "libcst").glob(pattern)):
            raise SystemExit(f"libcst has no native module for Python {python} on {target}")


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"pip {arguments[0]} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
