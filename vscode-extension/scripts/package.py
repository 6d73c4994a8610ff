"""Make the VSIX of a target: bundle the server, build the JavaScript, pack, check.

usage: python scripts/package.py [--target linux-x64] [--all] [--own]
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import bundle

EXTENSION = bundle.EXTENSION
MOST_JAVASCRIPT = 500_000
NEEDED = ("bundled/launch.py", "bundled/probe.py", "bundled/libs/unspool_server/cli/serve.py")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", choices=bundle.TARGETS, default="linux-x64")
    parser.add_argument("--all", action="store_true", help="one VSIX for each target")
    parser.add_argument("--own", action="store_true", help="keep the bundled packages of others")
    chosen = parser.parse_args()
    if not (EXTENSION / "node_modules").is_dir():
        _run("npm", "ci", "--ignore-scripts")
    for target in bundle.TARGETS if chosen.all else [chosen.target]:
        own = ["--own"] if chosen.own else []
        _run(sys.executable, "scripts/bundle.py", "--target", target, *own)
        for cache in list(bundle.LIBS.rglob("__pycache__")):  # it was run to try it
            shutil.rmtree(cache)
        _run("npm", "run", "--silent", "check")
        _run("npm", "run", "--silent", "build")
        vsix = EXTENSION / f"unspool-{target}.vsix"
        # vsce's search for secrets takes many minutes over the packages, whose hashes are known.
        _run("npx", "vsce", "package", "--no-dependencies", "--target", target, "--out", vsix.name,
             "--allow-missing-repository", "--allow-package-all-secrets",
             "--no-rewrite-relative-links")  # fmt: skip
        size = vsix.stat().st_size / 1e6
        print(f"{vsix.name}: {size:.1f} MB, {_check(vsix)} bytes of JavaScript")
    return 0


def _check(vsix: Path) -> int:
    """The JavaScript's size; what must and must not be in a VSIX is looked at on the way."""
    with zipfile.ZipFile(vsix) as archive:
        names = set(archive.namelist())
        script = archive.getinfo("extension/dist/extension.js").file_size
    for needed in NEEDED:
        if f"extension/{needed}" not in names:
            raise SystemExit(f"{vsix.name} lacks {needed}")
    if stray := [name for name in names if "__pycache__" in name or "node_modules" in name]:
        raise SystemExit(f"{vsix.name} holds {stray[0]}")
    if script > MOST_JAVASCRIPT:
        raise SystemExit(f"{vsix.name}: {script} bytes of JavaScript are too many")
    return script


def _run(command: str, *arguments: str) -> None:
    program = shutil.which(command)
    if program is None:
        raise SystemExit(f"{command} is needed (Node.js 20 or newer)")
    environment = {**os.environ, "npm_config_update_notifier": "false"}
    done = subprocess.run([program, *arguments], cwd=EXTENSION, check=False, env=environment)
    if done.returncode:
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    sys.exit(main())
