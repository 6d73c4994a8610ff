"""``unspool rules``: one line for each rule."""

from __future__ import annotations

import argparse

from unspool_rules.rules import registry
from unspool_server.cli.console import CLEAN


def run(arguments: argparse.Namespace) -> int:
    rules = sorted(registry.all_rules(), key=lambda rule: rule.code)
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        print(f"{rule.code}  {rule.name:<{width}}  {rule.summary}")
    return CLEAN
