"""Runs one program in one world against an emulator of its own."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.emulator.control import report
from tests.emulator.server import serve
from tests.emulator.state import World

from .environments import Environment
from .stored import FILE, as_file
from .variables import MODEL, variables

SANDBOX = Path(__file__).parent / "sandbox"
STDIN = "Hello there\nexit\nquit\nq\n\n"


@dataclass(frozen=True, slots=True)
class Program:
    """A source file and what it needs beside it; paths are relative to the program."""

    source: str
    name: str = "program.py"
    files: Mapping[str, bytes] = field(default_factory=dict)
    env: Mapping[str, str] = field(default_factory=dict)
    stdin: str = STDIN
    timeout: float = 60.0
    model: str = MODEL
    stored: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Assistants that the legacy service knows, which the file beside the program has later."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of the program, and what the service saw of it."""

    exit_code: int | None
    stdout: str
    stderr: str
    report: dict[str, Any]

    @property
    def log(self) -> list[dict[str, Any]]:
        return list(self.report["log"])

    def refused(self, *, beside: frozenset[str] = frozenset()) -> list[str]:
        """Refusals that no careful program provokes."""
        return [
            f"{seen['rule']}: {seen['message']}"
            for seen in self.report["refusals"]
            if seen["rule"] not in beside
        ]

    def error(self) -> str:
        lines = self.stderr.strip().splitlines()
        return lines[-1] if lines else f"exit code {self.exit_code}"


def run(program: Program, environment: Environment, generation: str) -> Outcome:
    """Run the program to its end; the emulator serves one generation only."""
    python = environment.python()
    world = World(serves=frozenset({generation}))
    if generation == "legacy":
        world.store(program.stored)
    with tempfile.TemporaryDirectory() as folder, serve(world) as address:
        # One level down, because programs reach for "../assets".
        home = Path(folder) / "app" / "main"
        home.mkdir(parents=True)
        for name, content in program.files.items():
            target = home / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        path = home / program.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(program.source, encoding="utf-8")
        if generation == "new" and program.stored:
            (path.parent / FILE).write_bytes(as_file(program.stored))
        env = _environ(program, address, home)
        code, stdout, stderr = _execute(python, path, program, env)
        return Outcome(code, stdout, stderr, report(world))


def _execute(
    python: Path, path: Path, program: Program, env: dict[str, str]
) -> tuple[int | None, str, str]:
    try:
        done = subprocess.run(
            [str(python), path.name],
            cwd=path.parent,
            env=env,
            input=program.stdin,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=program.timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None, "", f"no end after {program.timeout} s"
    return done.returncode, done.stdout, done.stderr


def _environ(program: Program, address: str, home: Path) -> dict[str, str]:
    # The folder of all files is where a person would start the program from.
    path = os.pathsep.join((str(SANDBOX), str(home)))
    fixed = {"UNSPOOL_EMULATOR": address, "PYTHONPATH": path}
    return {**variables(program.source, address, program.model), **fixed, **program.env}
