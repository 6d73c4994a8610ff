"""``unspool rule CODE``: what a rule reports, why, and what it becomes."""

from __future__ import annotations

import argparse

from unspool_rules.rules import registry
from unspool_server.cli.console import CLEAN, ERROR, say


def run(arguments: argparse.Namespace) -> int:
    wanted = arguments.code.strip().lower()
    for rule in registry.all_rules():
        if wanted in (rule.code.lower(), rule.name):
            print(registry.page(rule).rstrip("\n"))
            return CLEAN
    say(f"there is no rule {arguments.code}; `unspool rules` lists them")
    return ERROR
