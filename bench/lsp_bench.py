"""How fast the language server answers, side by side with ``ruff server``.

    python bench/lsp_bench.py [--file usual|dense|both] [--rounds 15] [--sessions 3] [--json]

Two files of 1,000 lines are generated: a usual one with about 50 legacy calls, and a dense one
with four times as many, which all share a client and so make up one change.
Both servers get the same file and the same requests in the same order, turn by turn, so that
whatever else the machine does slows both. They do not do the same work: ruff checks style with its
default rules, Unspool resolves types and prepares migrations. The ratio is what to look at; the
milliseconds are this machine's. ruff is left out when it is not installed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

HEAD = """\
import os
import time

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential
from openai import OpenAI

client = OpenAI()
agents = AgentsClient(endpoint=os.environ["EP"], credential=DefaultAzureCredential())
"""
ASK = '''

def ask_{i}(question: str) -> str:
    """Ask the agent number {i} one question."""
    agent = agents.create_agent(model="m", name="a{i}", instructions="be brief")
    thread = agents.threads.create()
    agents.messages.create(thread_id=thread.id, role="user", content=question)
    run = agents.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    print("%s: %s" % (run.status, f"no placeholder"))
    if run.status == None:
        raise IOError("bad {i}")
    return run.status
'''
COUNT = '''

def count_{i}(numbers: list[int]) -> int:
    """Nothing to migrate here, as in most functions."""
    total = 0
    for number in numbers:
        if number % {i} == 0:
            total += number
    return total
'''
CAPABILITIES = {
    "workspace": {
        "workspaceEdit": {
            "documentChanges": True,
            "changeAnnotationSupport": {"groupsOnLabel": True},
        }
    },
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "tagSupport": {"valueSet": [1, 2]},
            "codeDescriptionSupport": True,
        },
        "hover": {"contentFormat": ["markdown"]},
        "codeAction": {
            "dataSupport": True,
            "disabledSupport": True,
            "resolveSupport": {"properties": ["edit"]},
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
        },
    },
}


FILES = {"usual": 8, "dense": 1}
"""By the name of a file: functions without legacy calls beside each one with four."""


def program(lines: int, plain: int = FILES["dense"]) -> str:
    """A program with legacy calls in one function, none in the next ones, and so on."""
    block = ASK + "".join(COUNT.replace("{i}", f"{{i}}_{n}") for n in range(1, plain + 1))
    block = block.replace("% {i}_", "% ")
    text, number = HEAD, 0
    while text.count("\n") + block.count("\n") <= lines:
        number += 1
        text += block.replace("{i}", str(number))
    return text + "# end\n" * (lines - text.count("\n"))


class Wire:
    """One server, asked one thing at a time."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
        )
        self.number = 0

    def send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def until(self, wanted: Callable[[Mapping[str, Any]], bool]) -> Any:
        """The first message that is wanted; the server's own requests are answered with nothing."""
        assert self.process.stdout
        while True:
            length = 0
            while line := self.process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                raise SystemExit("the server has gone")
            message = json.loads(self.process.stdout.read(length))
            if "method" in message and "id" in message:
                self.send(id=message["id"], result=None)
            elif wanted(message):
                return message

    def request(self, method: str, params: object) -> Any:
        self.number += 1
        number = self.number
        self.send(id=number, method=method, params=params)
        answer = self.until(lambda m: m.get("id") == number and "method" not in m)
        return answer.get("result")

    def diagnostics(self, version: int) -> list[Any]:
        message = self.until(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and m["params"].get("version") == version
            )
        )
        found: list[Any] = message["params"]["diagnostics"]
        return found


class Session:
    """One server with one document, and the times of what it is asked."""

    def __init__(self, command: list[str], folder: Path, text: str) -> None:
        self.times: defaultdict[str, list[float]] = defaultdict(list)
        self.text, self.version = text, 1
        self.memory = 0.0
        file = folder / "program.py"
        file.write_text(text, encoding="utf-8")
        self.document = {"uri": file.as_uri()}
        started = time.perf_counter()
        self.wire = Wire(command, folder)
        params = {
            "processId": os.getpid(),
            "rootUri": folder.as_uri(),
            "workspaceFolders": [{"uri": folder.as_uri(), "name": "bench"}],
            "capabilities": CAPABILITIES,
        }
        self.wire.request("initialize", params)
        self.wire.send(method="initialized", params={})
        self._took("start -> initialize", started)
        opened = {**self.document, "languageId": "python", "version": 1, "text": text}
        started = time.perf_counter()
        self.wire.send(method="textDocument/didOpen", params={"textDocument": opened})
        self.found = self.wire.diagnostics(1)
        self._took("open -> diagnostics", started)

    def round(self, number: int) -> None:
        self._change(number)
        if self.found:
            finding = self.found[number % len(self.found)]
            self._code_action(finding)
            self._hover(finding["range"]["start"])
        self._fix_all()

    def end(self) -> None:
        self.memory = memory(self.wire.process.pid)
        started = time.perf_counter()
        self.wire.request("shutdown", None)
        self.wire.send(method="exit")
        self.wire.process.wait(10)
        self._took("shutdown", started)

    def _change(self, number: int) -> None:
        """Type a line in the middle, or take it out again."""
        at = self.text[: self.text.index("\n\n\ndef", len(self.text) // 2)].count("\n") + 1
        text = "import decimal\n" if number % 2 == 0 else ""
        place = {
            "start": {"line": at, "character": 0},
            "end": {"line": at + number % 2, "character": 0},
        }
        self.version += 1
        document = {**self.document, "version": self.version}
        params = {"textDocument": document, "contentChanges": [{"range": place, "text": text}]}
        time.sleep(0.2)  # nobody types faster for long
        started = time.perf_counter()
        self.wire.send(method="textDocument/didChange", params=params)
        self.found = self.wire.diagnostics(self.version)
        self._took("change -> diagnostics", started)

    def _code_action(self, finding: Mapping[str, Any]) -> None:
        started = time.perf_counter()
        context = {"diagnostics": [finding], "triggerKind": 1}
        params = {"textDocument": self.document, "range": finding["range"], "context": context}
        actions = self.wire.request("textDocument/codeAction", params) or []
        self._took("code actions", started)
        fixes = [a for a in actions if a.get("kind") == "quickfix" and not a.get("disabled")]
        if fixes and not fixes[0].get("edit"):
            started = time.perf_counter()
            self.wire.request("codeAction/resolve", fixes[0])
            self._took("the edit of one", started)

    def _fix_all(self) -> None:
        last = {"line": self.text.count("\n"), "character": 0}
        everything = {"start": {"line": 0, "character": 0}, "end": last}
        context = {"diagnostics": [], "only": ["source.fixAll"], "triggerKind": 1}
        params = {"textDocument": self.document, "range": everything, "context": context}
        started = time.perf_counter()
        actions = self.wire.request("textDocument/codeAction", params) or []
        if actions and not actions[0].get("edit"):
            self.wire.request("codeAction/resolve", actions[0])
        self._took("fix all, with its edit", started)

    def _hover(self, position: object) -> None:
        started = time.perf_counter()
        params = {"textDocument": self.document, "position": position}
        self.wire.request("textDocument/hover", params)
        self._took("hover", started)

    def _took(self, what: str, started: float) -> None:
        self.times[what].append((time.perf_counter() - started) * 1e3)


def memory(process: int) -> float:
    """Megabytes that a process holds; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def measure(
    commands: Mapping[str, list[str]], plain: int, options: argparse.Namespace
) -> dict[str, Any]:
    """Medians over all rounds of all sessions."""
    times: dict[str, defaultdict[str, list[float]]] = {n: defaultdict(list) for n in commands}
    findings: dict[str, int] = {}
    held: dict[str, float] = {}
    text = program(options.lines, plain)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.sessions):
            sessions = {n: Session(c, Path(folder), text) for n, c in commands.items()}
            for number in range(options.rounds):
                for session in sessions.values():
                    session.round(number)
            for name, session in sessions.items():
                findings[name] = len(session.found)
                session.end()
                held[name] = session.memory
                for what, some in session.times.items():
                    times[name][what] += some
    medians = {
        name: {what: statistics.median(some) for what, some in whats.items()}
        for name, whats in times.items()
    }
    return {
        "lines": text.count("\n"),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        "findings": findings,
        "memory_mb": held,
        "median_ms": medians,
    }


def table(result: Mapping[str, Any]) -> str:
    """Markdown; ratios where there is something to compare with."""
    ours, theirs = result["median_ms"]["unspool"], result["median_ms"].get("ruff", {})
    found = ", ".join(f"{name} {number}" for name, number in result["findings"].items())
    lines = [
        f"{result['lines']} lines; findings: {found}; load {result['load']}",
        "",
        "| | unspool ms | ruff ms | ratio |",
        "| --- | ---: | ---: | ---: |",
    ]
    for what, mine in ours.items():
        other = theirs.get(what)
        compared = f"{other:.1f} | {mine / other:.1f}" if other else "- | -"
        lines.append(f"| {what} | {mine:.1f} | {compared} |")
    held = result["memory_mb"]
    other = held.get("ruff")
    compared = f"{other:.0f} | {held['unspool'] / other:.1f}" if other else "- | -"
    lines.append(f"| memory, MB | {held['unspool']:.0f} | {compared} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--lines", type=int, default=1000)
    parser.add_argument("--file", choices=[*FILES, "both"], default="both")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sessions", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("command", nargs="*", help="another way to start Unspool, after --")
    options = parser.parse_args()
    commands = {"unspool": options.command or [sys.executable, "-m", "unspool_server", "serve"]}
    beside = Path(sys.executable).with_name("ruff")
    ruff = str(beside) if beside.exists() else shutil.which("ruff")
    if ruff:
        commands["ruff"] = [ruff, "server"]
    names = list(FILES) if options.file == "both" else [options.file]
    results = {name: measure(commands, FILES[name], options) for name in names}
    if options.json:
        print(json.dumps(results, indent=1))
    else:
        print("\n\n".join(f"{name}: {table(result)}" for name, result in results.items()))


if __name__ == "__main__":
    main()
