"""Set up and run, with nothing but Python 3.10 or newer: the demo, the tests, or all tests.

Everything is installed into ``.nox/start``, which belongs to this checkout alone.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".nox" / "start"
BIN = HOME / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")
EXAMPLE = "examples/assistant.py"


def main() -> int:
    if sys.version_info < (3, 10):  # noqa: UP036 - this file is what an older Python is met by
        print("Unspool needs Python 3.10 or newer.", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["demo", "tests", "full"])
    what = parser.parse_args().what
    os.chdir(ROOT)
    _set_up(["--editable", "."] if what == "demo" else ["nox>=2025.2.9", "uv>=0.7"])
    return _demo() if what == "demo" else _nox(what)


def _demo() -> int:
    """Findings and the diff of the shipped example; both commands exit with 1: there are some."""
    unspool = [str(PYTHON), "-m", "unspool_server"]
    for command in (["check", EXAMPLE], ["fix", "--unsafe-fixes", "--diff", EXAMPLE]):
        print(f"\n$ unspool {' '.join(command)}\n", flush=True)
        code = subprocess.run([*unspool, *command], check=False).returncode
        if code != 1:
            print(f"expected findings (exit code 1), got exit code {code}", file=sys.stderr)
            return code or 2
    return 0


def _nox(session: str) -> int:
    environment = {**os.environ, "PATH": os.pathsep.join((str(BIN), os.environ.get("PATH", "")))}
    command = [str(PYTHON), "-m", "nox", "--session", session]
    return subprocess.run(command, check=False, env=environment).returncode


def _set_up(packages: Sequence[str]) -> None:
    if not _usable():
        try:
            venv.create(HOME, clear=True, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            sys.exit(
                f"cannot make a virtual environment ({error}); on Debian and Ubuntu it needs "
                "`apt install python3-venv`"
            )
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    done = subprocess.run([*command, *packages], check=False)
    if done.returncode:
        sys.exit(f"pip cannot install {' '.join(packages)}")


def _usable() -> bool:
    """Whether the environment is there and made by this Python."""
    if not PYTHON.exists():
        return False
    ask = "import sys, pip; print(sys.version_info[:2])"
    asked = subprocess.run([str(PYTHON), "-c", ask], check=False, capture_output=True, text=True)
    return asked.stdout.strip() == str(sys.version_info[:2])


if __name__ == "__main__":
    sys.exit(main())
