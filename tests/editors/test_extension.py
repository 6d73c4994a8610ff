"""The VS Code extension's files agree with the server and the lock file; real VS Code is driven."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "vscode-extension"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        f"unspool_{name}", EXTENSION / f"scripts/{name}.py"
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_settings_in_package_json_are_the_servers() -> None:
    text = (EXTENSION / "package.json").read_text(encoding="utf-8")
    assert script("settings").generated(text) == text, "run vscode-extension/scripts/settings.py"


def test_what_package_json_names_is_there() -> None:
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    contributes = package["contributes"]
    named = [package["icon"], *(view["icon"] for view in contributes["views"]["explorer"])]
    for step in contributes["walkthroughs"][0]["steps"]:
        named += [path for kind, path in step["media"].items() if kind != "altText"]
    assert [path for path in named if not (EXTENSION / path).is_file()] == []
    readme = (EXTENSION / "README.md").read_text(encoding="utf-8")
    images = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)
    assert images
    assert [path for path in images if not (EXTENSION / path).is_file()] == []
    ours = {command["command"] for command in contributes["commands"]}
    used = {entry["command"] for menu in contributes["menus"].values() for entry in menu}
    assert used <= ours


def test_restricted_settings_are_all_that_name_programs() -> None:
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    restricted = package["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    assert {"unspool.interpreter", "unspool.importStrategy"} <= set(restricted)
    assert set(restricted) <= set(package["contributes"]["configuration"]["properties"])


@pytest.mark.parametrize("folder", [EXTENSION, ROOT / "tests/editors/vscode"], ids=["ext", "tests"])
def test_lock_files_name_no_registry(folder: Path) -> None:
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, spec in lock["packages"].items() if "resolved" in spec] == []


def _needs_what_bundling_reads() -> None:
    """The script reads the lock file with what Python or its pip has for TOML."""
    pytest.importorskip("pip", reason="the extension is bundled with pip, which uv leaves out")
    if sys.version_info < (3, 11):
        pytest.importorskip("pip._vendor.tomli", reason="Python 3.10 reads TOML with pip's tomli")


@pytest.mark.parametrize("python", ["3.10", "3.11", "3.12", "3.13", "3.14"])
def test_every_target_has_its_native_wheel(python: str) -> None:
    _needs_what_bundling_reads()
    bundle = script("bundle")
    lock = bundle.tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    (libcst,) = [package for package in lock["package"] if package["name"] == "libcst"]
    names = [wheel["url"].rpartition("/")[2] for wheel in libcst["wheels"]]
    digits = python.replace(".", "")
    for target, (tags, platform) in bundle.TARGETS.items():
        fitting = [n for n in names if f"-cp{digits}-cp{digits}-" in n and n[:-4].endswith(tags)]
        assert fitting, f"{target}, Python {python}"
        wanted = {line.partition("==")[0] for line in bundle.requirements(lock, python, platform)}
        assert {"jedi", "libcst", "lsprotocol", "pygls"} <= wanted
        assert ("tomli" in wanted) is (python == "3.10")


NATIVE = {
    "linux-x64": "native.cpython-{}-x86_64-linux-gnu.so",
    "linux-arm64": "native.cpython-{}-aarch64-linux-gnu.so",
    "alpine-x64": "native.cpython-{}-x86_64-linux-musl.so",
    "alpine-arm64": "native.cpython-{}-aarch64-linux-musl.so",
    "darwin-arm64": "native.cpython-{}-darwin.so",
    "win32-x64": "native.cp{}-win_amd64.pyd",
    "win32-arm64": "native.cp{}-win_arm64.pyd",
}
"""What the native module of libcst is called: that is how a Python finds its own."""


def test_native_modules_are_known_for_every_target() -> None:
    _needs_what_bundling_reads()
    assert script("bundle").TARGETS.keys() == NATIVE.keys()


@pytest.mark.parametrize("target", NATIVE)
def test_a_vsix_holds_a_native_module_for_each_python(target: str) -> None:
    vsix = EXTENSION / f"unspool-{target}.vsix"
    if not vsix.exists():
        pytest.skip(f"{vsix.name} is made by vscode-extension/scripts/package.py")
    with zipfile.ZipFile(vsix) as archive:
        names = archive.namelist()
        manifest = archive.read("extension.vsixmanifest").decode()
        code = sum(info.file_size for info in archive.infolist() if info.filename.endswith(".js"))
    folder = "extension/bundled/libs/libcst/"
    native = {n.removeprefix(folder) for n in names if n.startswith(f"{folder}native.")}
    assert native == {NATIVE[target].format(f"3{minor}") for minor in range(10, 15)}
    others = [n for n in names if n.endswith((".so", ".pyd", ".dll", ".dylib"))]
    assert {n.removeprefix(folder) for n in others} == native
    assert f'TargetPlatform="{target}"' in manifest
    assert code < 500_000


# -- with Node.js ----------------------------------------------------------------------------------

node = pytest.mark.skipif(
    not (shutil.which("node") and shutil.which("npm")),
    reason="the TypeScript is checked where Node.js 20 or newer and npm are on the PATH",
)
EDITORS = Path(os.environ.get("EDITORS_HOME") or Path.home() / ".cache/unspool-editors")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def npm(*words: str, seconds: int = 240) -> subprocess.CompletedProcess[str]:
    program = shutil.which("npm")
    assert program
    return subprocess.run(
        [program, *words],
        cwd=EXTENSION,
        check=False,
        capture_output=True,
        text=True,
        timeout=seconds,
    )


@node
def test_types_units_and_size() -> None:
    version = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True)
    if int(version.stdout.lstrip("v").partition(".")[0]) < 20:
        pytest.skip(f"Node.js {version.stdout.strip()} is too old for the extension's tools")
    if not (EXTENSION / "node_modules").is_dir():
        done = npm("ci", "--ignore-scripts")
        if done.returncode and re.search("EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONN", done.stderr):
            pytest.skip("the registry of npm cannot be reached")
        assert done.returncode == 0, done.stderr
    for task in ("check", "test", "build"):
        done = npm("run", task)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (EXTENSION / "dist/extension.js").stat().st_size < 500_000


@node
@pytest.mark.skipif(
    not (list(EDITORS.glob("code-server/done-*")) and Path(CHROMIUM).exists()),
    reason="the core path in VS Code runs where `npm run e2e` has set it up, and Chromium is there",
)
def test_core_path_in_real_vs_code() -> None:
    drive("--core", seconds=600)


@pytest.mark.editor
@node
def test_in_real_vs_code() -> None:
    drive(seconds=2400)


def drive(*words: str, seconds: int) -> None:
    run = ["node", str(ROOT / "tests/editors/vscode/run.mjs"), *words]
    done = subprocess.run(run, check=False, capture_output=True, text=True, timeout=seconds)
    assert done.returncode == 0, done.stdout + done.stderr
