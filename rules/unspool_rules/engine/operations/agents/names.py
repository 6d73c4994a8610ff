"""Names of agents: they are no free text any more, but what responses refer to."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.operations.agents import namesakes
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def agent_name(work: Work, site: Site, name: ast.expr | None) -> Callable[[Rendering], Code] | None:
    """How a name is written: as it is, or in the letters that names may have."""
    if name is None:
        return _of_its_own(work, site)
    namesakes.look(work, site, name)
    literal = work.literal_of(name)
    value = work.string_value(literal)
    if value is None:
        work.note(
            "the agent's name must be letters, digits and inner hyphens, at most 63 characters"
        )
        return lambda r: r.code(name)
    if _NAME.fullmatch(value):
        return lambda r: r.code(name)
    slug = _valid_name(value)
    if slug is None or not isinstance(literal, ast.Constant):
        work.block(name, "an agent's name takes letters, digits and inner hyphens only")
        return None
    if literal is not name and not _only_names(work, name):
        work.block(name, "an agent's name takes letters, digits and inner hyphens only")
        return None
    work.note(f'the agent is named "{slug}": names take letters, digits and inner hyphens only')
    for asked in _compared(work, value):
        work.propose(asked, lambda _: f'"{slug}"')
    if literal is name:
        return lambda r: f'"{slug}"'
    work.propose(literal, lambda _: f'"{slug}"')
    return lambda r: r.code(name)


def _of_its_own(work: Work, site: Site) -> Callable[[Rendering], Code]:
    """A name that no other agent has, for one that had none: each creation made another one."""
    word = "agent" if site.azure else "assistant"
    work.note(
        f"an agent needs a name in the new service, and this {word} had none: it gets one that is "
        "new each time; with a name of your own it gets new versions instead"
    )
    return lambda r: f'f"{word}-{{{r.imports.need("uuid", "uuid4")}().hex}}"'


def _valid_name(text: str) -> str | None:
    """The text as an agent's name: letters, digits and inner hyphens, at most 63; None if empty."""
    slug = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:63].strip("-")
    return slug or None


def _compared(work: Work, value: str) -> list[ast.Constant]:
    """Where the name of an agent is compared with a text that no agent is named by now."""
    found = []
    for compare in work.tree.of(ast.Compare):
        sides = [compare.left, *compare.comparators]
        constants = [s for s in sides if isinstance(s, ast.Constant) and s.value == value]
        for side in sides if constants else ():
            if not isinstance(side, ast.Attribute) or side.attr != "name":
                continue
            makers = work.facts.origins(side.value) if "agent" in work.kinds(side.value) else ()
            if makers and all(maker in work.plan.sites for maker in makers):
                found += constants
            elif makers:
                work.note(f'a look-up of "{value}" elsewhere has to ask for the new name')
    return found


def _only_names(work: Work, name: ast.expr) -> bool:
    """Whether all that reads a variable means an agent's name, or shows it."""
    variable = work.variable_of(name)
    if variable is None or is_taken(work.facts, variable):
        return False
    makers = ("agent.create", "agent.update")
    names = {s.arguments.get("name") for s in work.facts.sites if s.operation in makers}
    for use in work.facts.scopes.uses(variable):
        above = work.tree.parents.get(use)
        shown = isinstance(above, (ast.Compare, ast.FormattedValue)) or (
            isinstance(above, ast.Call) and getattr(above.func, "id", "") == "print"
        )
        if isinstance(use.ctx, ast.Load) and use not in names and not shown:
            return False
    return True
