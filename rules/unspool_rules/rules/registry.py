"""All rules, found by walking this package: adding a rule is adding its file."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from unspool_rules import rules
from unspool_rules.rules.page import page
from unspool_rules.rules.rule import Rule


@functools.cache
def by_code() -> Mapping[str, Rule]:
    """Every rule under its code, in the order of the codes.

    Raises:
        ValueError: two rules share a code or a name.
    """
    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        value = getattr(module, "RULE", None)
        if not isinstance(value, Rule):
            continue
        if value.code in found or any(value.name == other.name for other in found.values()):
            raise ValueError(f"rule {value.code} {value.name} exists twice")
        found[value.code] = value
    return MappingProxyType(dict(sorted(found.items())))


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    return tuple(by_code().values())


def rule(code: str) -> Rule | None:
    """The rule with a code such as ``UNS103``."""
    return by_code().get(code)


__all__ = ["all_rules", "by_code", "page", "rule"]
