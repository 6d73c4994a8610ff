"""``unspool check``: print what is found."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from unspool_server import report
from unspool_server.cli import arguments as common
from unspool_server.cli import show_settings
from unspool_server.cli.console import ERROR, colourful, exit_code, say
from unspool_server.cli.runner import Report, Runner, Task, run_all


def run(arguments: argparse.Namespace) -> int:
    options = common.overrides(arguments)
    if common.usage_errors(options):
        return ERROR
    if arguments.show_settings:
        return show_settings.show(arguments.stdin_filename or arguments.paths[0], options)
    task = Task(options, common.today(arguments))
    if common.STDIN in arguments.paths:
        return _stdin(arguments, task)
    files, wrong = common.find_files(arguments.paths, options)
    if not files:
        return ERROR
    printer = Printer(arguments.output_format)
    for one in run_all(task, files):
        printer.add(one)
    printer.close(len(files))
    return exit_code(problems=wrong or printer.problems, findings=bool(printer.items))


class Printer:
    """Prints findings as they come (text) or all at the end (JSON); problems go to stderr."""

    def __init__(self, form: str) -> None:
        self.json = form == "json"
        self.items: list[report.Item] = []
        self.problems = False
        self._colour = colourful(sys.stdout)

    def add(self, one: Report) -> None:
        for problem in one.problems:
            say(problem)
        self.problems = self.problems or bool(one.problems)
        self.items += one.items
        if not self.json:
            for item in one.items:
                print(report.as_text(item, colour=self._colour), end="\n\n")

    def close(self, files: int) -> None:
        print(report.as_json(self.items) if self.json else report.summary(self.items, files))


def _stdin(arguments: argparse.Namespace, task: Task) -> int:
    if arguments.paths != [common.STDIN]:
        say("- stands for standard input and goes with no other path")
        return ERROR
    shown = arguments.stdin_filename or common.STDIN
    path = Path(arguments.stdin_filename or "stdin.py")
    printer = Printer(arguments.output_format)
    printer.add(Runner(task).handle_bytes(path, sys.stdin.buffer.read(), shown))
    printer.close(1)
    return exit_code(problems=printer.problems, findings=bool(printer.items))
