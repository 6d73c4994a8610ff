"""The VS Code extension's files agree with the server and the lock file; real VS Code is driven."""

from __future__ import annotations

import importlib.util
import json
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
VSIX = EXTENSION / "unspool-linux-x64.vsix"


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


@pytest.mark.parametrize("python", ["3.10", "3.11", "3.12", "3.13", "3.14"])
def test_every_target_has_its_native_wheel(python: str) -> None:
    pytest.importorskip("pip")
    if sys.version_info < (3, 11):
        pytest.importorskip("pip._vendor.tomli")
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


@pytest.mark.skipif(
    not VSIX.exists(), reason="the VSIX is made by vscode-extension/scripts/package.py"
)
def test_the_vsix_holds_a_native_module_for_each_python() -> None:
    with zipfile.ZipFile(VSIX) as archive:
        names = archive.namelist()
        manifest = archive.read("extension.vsixmanifest").decode()
    native = [n for n in names if n.startswith("extension/bundled/libs/libcst/native.")]
    tags = {n.split(".")[1] for n in native}
    assert tags == {f"cpython-3{minor}-x86_64-linux-gnu" for minor in range(10, 15)}
    assert 'TargetPlatform="linux-x64"' in manifest


@pytest.mark.editor
@pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js")
def test_in_real_vs_code() -> None:
    run = ["node", str(ROOT / "tests/editors/vscode/run.mjs")]
    done = subprocess.run(run, check=False, capture_output=True, text=True, timeout=1800)
    assert done.returncode == 0, done.stdout + done.stderr
