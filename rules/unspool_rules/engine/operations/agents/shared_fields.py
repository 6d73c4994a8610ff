"""A dictionary of arguments that assistants are made and updated with: ``create(**settings)``.

The functions of the program's own file take the same names, so the dictionary stays where it is;
only its tools get their new shape there.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.models import resources_of
from unspool_rules.engine.tools.shaped_tools import openai_tools
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Brackets, Code

_SAME = {"model", "name", "description", "metadata", "instructions", "temperature", "top_p"}
_SHAPED = {"tools", "tool_resources"}
_TAKERS = ("agent.create", "agent.update")


@dataclass(frozen=True, slots=True)
class Shared:
    """A dictionary whose keys are all in view, and which only such calls unpack."""

    name: ast.Name
    literal: ast.Dict
    pairs: dict[str, ast.expr]


def shared_by(work: Work, site: Site) -> Shared | None:
    """The dictionary that a call unpacks; its tools are planned anew where it stands."""
    found = _read(work.facts, site)
    if found is None or not _only_unpacked(work, found):
        return None
    site.unpacked.clear()
    if _SHAPED & found.pairs.keys() and found.literal not in work.plan.replacements:
        _shape(work, found)
    return found


def _read(facts: Facts, site: Site) -> Shared | None:
    name = site.unpacked[0] if len(site.unpacked) == 1 else None
    variable = facts.scopes.variable(name) if isinstance(name, ast.Name) else None
    bindings = facts.scopes.bindings(variable) if variable is not None else []
    if not isinstance(name, ast.Name) or variable is None or is_taken(facts, variable):
        return None
    if len(bindings) != 1 or bindings[0].how is not How.ASSIGN or bindings[0].path:
        return None
    literal = bindings[0].value
    if not isinstance(literal, ast.Dict):
        return None
    pairs = {
        key.value: value
        for key, value in zip(literal.keys, literal.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }
    if len(pairs) != len(literal.keys) or not pairs.keys() <= _SAME | _SHAPED:
        return None
    return None if pairs.keys() & site.arguments.keys() else Shared(name, literal, pairs)


def _only_unpacked(work: Work, found: Shared) -> bool:
    """Whether calls of one plan that make or update assistants unpack it, and nothing else."""
    variable = work.facts.scopes.variable(found.name)
    assert variable is not None
    for use in work.facts.scopes.reads(variable):
        keyword = work.tree.parents.get(use)
        call = work.tree.parents.get(keyword) if isinstance(keyword, ast.keyword) else None
        site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
        if not isinstance(keyword, ast.keyword) or keyword.arg is not None or site is None:
            return False
        if site.operation not in _TAKERS or site not in work.plan.sites:
            return False
    return True


def _shape(work: Work, found: Shared) -> None:
    """The dictionary with the tools in their new shape, and their resources in them."""
    tools = found.pairs.get("tools")
    resources = resources_of(work, found.pairs.get("tool_resources"))
    written: Writer | None = None
    if tools is not None and not is_empty(tools) and resources is not None:
        written = openai_tools(work, tools, resources)
    if tools is None:
        work.block(found.literal, "which tools these resources belong to is not known here")

    def write(r: Rendering) -> Code:
        items = []
        for key, value in zip(found.literal.keys, found.literal.values, strict=True):
            assert isinstance(key, ast.Constant)
            if key.value == "tool_resources":
                continue
            code = written(r) if value is tools and written is not None else r.code(value)
            items.append(r.item(f"{r.text(key)}: ", code, value))
        return Brackets("", tuple(items), "{", "}")

    work.replace(found.literal, write)


__all__ = ["Shared", "shared_by"]
