"""Runs in an environment of packages: imports the SDKs once, then a fork for each program.

A line of JSON on standard input says which program, where, and with which variables; a line on
standard output says how it ended. It knows nothing of the two worlds.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import runpy
import signal
import ssl
import sys
import time
import traceback
from pathlib import Path
from urllib.parse import urlsplit

PRELOADED = (
    "asyncio",
    "openai",
    "openai.resources.beta",
    "openai.resources.responses",
    "openai.resources.conversations",
    "openai.resources.files",
    "openai.resources.vector_stores",
    "openai.lib.streaming.responses",
    "openai.types.beta",
    "azure.identity",
    "azure.identity.aio",
    "azure.ai.agents",
    "azure.ai.agents.aio",
    "azure.ai.projects",
    "azure.ai.projects.aio",
)


def main() -> None:
    """Until standard input ends."""
    for name in PRELOADED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    # The emulator speaks plain http, and certificates take their time in each new client.
    ssl.SSLContext.load_verify_locations = lambda *_, **__: None
    gc.freeze()
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(job)
        print(json.dumps({"exit_code": _end(child, job["timeout"])}), flush=True)


def _end(child: int, timeout: float) -> int | None:
    """The exit code; None when the program had to be stopped."""
    late = time.monotonic() + timeout
    while time.monotonic() < late:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def _become(job: dict) -> None:
    """Be the program of the job, and never return."""
    os.chdir(job["folder"])
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        with Path(name + ".txt").open(mode) as stream:
            os.dup2(stream.fileno(), number)
    os.environ.clear()
    os.environ.update(job["env"])
    sys.modules["sitecustomize"].EMULATOR = urlsplit(job["env"]["UNSPOOL_EMULATOR"])
    sys.path.insert(0, job["folder"])
    sys.argv = [job["name"]]
    code = 0
    try:
        runpy.run_path(job["name"], run_name="__main__")
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else int(ending.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


main()
