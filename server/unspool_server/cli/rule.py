"""``unspool rule CODE`` and ``unspool rules``: what is reported and why."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from unspool_server.cli.console import CLEAN, ERROR, say

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_to(commands: Commands) -> None:
    one = commands.add_parser("rule", help="explain a rule")
    one.add_argument("code", metavar="CODE", help="such as UNS101, or a rule's name")
    one.set_defaults(run=_rule)
    every = commands.add_parser("rules", help="list all rules")
    every.set_defaults(run=_rules)


def _rule(arguments: argparse.Namespace) -> int:
    from unspool_rules.rules import registry

    wanted = arguments.code.strip().lower()
    for rule in registry.all_rules():
        if wanted in (rule.code.lower(), rule.name):
            print(registry.page(rule).rstrip("\n"))
            return CLEAN
    say(f"there is no rule {arguments.code}; `unspool rules` lists them")
    return ERROR


def _rules(arguments: argparse.Namespace) -> int:
    from unspool_rules.rules import registry

    rules = sorted(registry.all_rules(), key=lambda rule: rule.code)
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        print(f"{rule.code}  {rule.name:<{width}}  {rule.summary}")
    return CLEAN
