"""Many programs in one world: one process of its packages, one emulator, a fresh service each."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.behaviour.environments import Environment
from tests.behaviour.programs import SANDBOX, Outcome
from tests.behaviour.variables import variables
from tests.emulator.control import report
from tests.emulator.server import serve
from tests.emulator.state import World

NURSERY = Path(__file__).parent / "nursery.py"
STDIN = "Hello there\nAnd again\nexit\nquit\n"


@dataclass(slots=True)
class Batch:
    """A world that runs one program after the other."""

    process: subprocess.Popen[str]
    world: World
    address: str

    def run(self, files: Mapping[str, bytes], name: str, timeout: float = 20.0) -> Outcome:
        """Run the program of that name beside the other files."""
        self.world.reset()
        with TemporaryDirectory() as folder:
            home = Path(folder)
            for path, content in files.items():
                (home / path).write_bytes(content)
            (home / "stdin.txt").write_text(STDIN, encoding="utf-8")
            source = "\n".join(t.decode() for f, t in files.items() if f.endswith(".py"))
            env = {**variables(source, self.address), "UNSPOOL_EMULATOR": self.address}
            job = {"folder": folder, "name": name, "env": env, "timeout": timeout}
            code = self._ask(job)
            out, err = ((home / f"{n}.txt").read_text("utf-8") for n in ("stdout", "stderr"))
        if code is None:
            err = f"no end after {timeout} s"
        return Outcome(code, out, err, report(self.world))

    def _ask(self, job: Mapping[str, object]) -> int | None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        code: int | None = json.loads(self.process.stdout.readline())["exit_code"]
        return code


@contextmanager
def batch(environment: Environment, generation: str) -> Iterator[Batch]:
    """The world while the block runs."""
    world = World(serves=frozenset({generation}))
    with serve(world) as address:
        env = {
            **os.environ,
            "PYTHONPATH": str(SANDBOX),
            "UNSPOOL_EMULATOR": address,
            "PYTHONHASHSEED": "0",
            "PYTHONWARNINGS": "ignore",
        }
        process = subprocess.Popen(
            [str(environment.python()), str(NURSERY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=env,
            text=True,
        )
        try:
            yield Batch(process, world, address)
        finally:
            if process.stdin:
                process.stdin.close()
            process.wait()
