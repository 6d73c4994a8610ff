"""``unspool fix``: apply fixes, then print what is left."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from unspool_server import report
from unspool_server.cli import arguments as common
from unspool_server.cli import show_settings
from unspool_server.cli.console import ERROR, colourful, exit_code, say
from unspool_server.cli.passes import until_settled
from unspool_server.cli.runner import Report, Runner, Task


def run(arguments: argparse.Namespace) -> int:
    options = common.overrides(arguments)
    if common.usage_errors(options):
        return ERROR
    if arguments.show_settings:
        return show_settings.show(arguments.stdin_filename or arguments.paths[0], options)
    stdin = common.STDIN in arguments.paths
    write = not arguments.diff and not stdin
    task = Task(options, common.today(arguments), fix=True, write=write, mark=arguments.mark)
    if stdin:
        return _stdin(arguments, task)
    files, wrong = common.find_files(arguments.paths, options)
    if not files:
        return ERROR
    outcome = _Outcome(arguments.diff)
    for one in until_settled(task, files):
        outcome.add(one)
        if arguments.diff:
            _print_diff(one)
    outcome.close(len(files))
    return exit_code(problems=wrong or outcome.problems, findings=outcome.found)


class _Outcome:
    """Gathers the reports; a diff has standard output for itself, the rest goes to stderr then."""

    def __init__(self, diff: bool) -> None:
        self._diff = diff
        self._stream = sys.stderr if diff else sys.stdout
        self._items: list[report.Item] = []
        self._changed = 0
        self._fixed = 0
        self._marked = 0
        self._notes: dict[str, list[str]] = {}
        """The files that each note is about."""
        self.problems = False

    @property
    def found(self) -> bool:
        """Whether findings are left in the files as they lie there."""
        return bool(self._items) or (self._diff and self._changed > 0)

    def add(self, one: Report) -> None:
        for problem in one.problems:
            say(problem)
        self.problems = self.problems or bool(one.problems)
        self._items += one.items
        self._changed += one.changed
        self._fixed += one.fixed
        self._marked += one.marked
        for note in one.notes:
            self._notes.setdefault(note, []).append(one.path)
        if not self._diff:
            colour = colourful(sys.stdout)
            for item in one.items:
                print(report.as_text(item, colour=colour), end="\n\n")

    def close(self, files: int) -> None:
        done = f"{'Would fix' if self._diff else 'Fixed'} {_count(self._fixed, 'finding')}"
        if self._marked:
            verb = "mark" if self._diff else "marked"
            done = f"{done} and {verb} {_count(self._marked, 'place')}"
        print(f"{done} in {_count(self._changed, 'file')}.", file=self._stream)
        if self._notes:
            print("Look at what changed:", file=self._stream)
        for note, paths in self._notes.items():
            print(f"  - {note} ({_few(paths)})", file=self._stream)
        if self._items or not self._changed:
            left = report.summary(self._items, files)
            print(f"Left: {left}" if self._items else left, file=self._stream)
        if self._diff and self._items and self._changed and files > 1:
            print(_FIRST_PASS, file=self._stream)


_FIRST_PASS = "A diff shows what changes first; `fix` then looks whether more files can change."
_FEW = 3


def _few(paths: list[str]) -> str:
    """Some paths by name, the others as a number."""
    more = [f"{len(paths) - _FEW} more"] if len(paths) > _FEW else []
    return ", ".join([*paths[:_FEW], *more])


def _stdin(arguments: argparse.Namespace, task: Task) -> int:
    if arguments.paths != [common.STDIN]:
        say("- stands for standard input and goes with no other path")
        return ERROR
    shown = arguments.stdin_filename or common.STDIN
    data = sys.stdin.buffer.read()
    one, fixed = Runner(task).fix_bytes(Path(arguments.stdin_filename or "stdin.py"), data, shown)
    for problem in one.problems:
        say(problem)
    if arguments.diff:
        _print_diff(one)
    else:
        sys.stdout.buffer.write(fixed)
    left = bool(one.items) or (arguments.diff and one.changed)
    return exit_code(problems=bool(one.problems), findings=left)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _print_diff(one: Report) -> None:
    colour = colourful(sys.stdout)
    for line in one.diff().splitlines(keepends=True) if colour else (one.diff(),):
        code = {"+": "32", "-": "31", "@": "36"}.get(line[:1]) if colour else None
        print(f"\x1b[{code}m{line}\x1b[0m" if code else line, end="")
