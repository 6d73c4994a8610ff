"""Dumps of a whole agent that are only shown: those of its version, or none any more.

Source: azure-ai-projects 2.10.0 ``azure/ai/projects/_utils/model_base.py`` (``as_dict``).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.tool_calls.dumps import is_loaded
from unspool_rules.engine.uses.ids import foundry
from unspool_rules.engine.uses.shown import GONE, is_shown, is_spoken
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Code, Item, call

_TEXTS = frozenset({"model_dump_json", "to_json", "json"})
_DICTS = frozenset({"model_dump", "to_dict", "dict", "as_dict"})
_NOTE = "what is shown of an agent is its version now, whose fields have other names and places"


def agent_dump(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan ``agent.model_dump_json(indent=2)`` where it is shown; False where it is not."""
    dump = work.tree.parents.get(node)
    if node.attr not in _TEXTS | _DICTS or not isinstance(dump, ast.Call) or dump.func is not node:
        return False
    indent = dump.keywords[0] if len(dump.keywords) == 1 else None
    known = not dump.args and (not dump.keywords or (indent is not None and indent.arg == "indent"))
    loaded = work.tree.parents.get(dump) if is_loaded(work, dump) else dump
    if not known or not isinstance(loaded, ast.Call) or not _is_shown(work, loaded):
        return False
    if not foundry(work, base):
        return not _is_given(work, base) and _unshown(work, loaded)

    def write(r: Rendering) -> Code:
        fields = f"{r.operand(base)}.as_dict()"
        if node.attr in _DICTS or loaded is not dump:
            return fields
        more = [Item(r.code(indent.value), "indent=")] if indent is not None else []
        return call(f"{r.imports.need_module('json')}.dumps", [Item(fields), *more])

    work.claimed.add(node)
    work.propose(loaded, write)
    work.note(_NOTE)
    return True


def _is_shown(work: Work, dump: ast.Call) -> bool:
    """Whether the dump is shown as a whole: what is read of it stands in other places now."""
    parent = work.tree.parents.get(dump)
    if isinstance(parent, (ast.Subscript, ast.Attribute)):
        return False
    return is_shown(work, dump) or is_spoken(work, dump)


def _is_given(work: Work, base: ast.expr) -> bool:
    """Whether callers of a function say what is shown."""
    variable = work.variable_of(base)
    bindings = () if variable is None else work.facts.scopes.bindings(variable)
    return any(b.how is How.PARAMETER for b in bindings)


def _unshown(work: Work, dump: ast.Call) -> bool:
    """Let a statement go that only shows a definition, which is in the code."""
    shows = work.tree.parents.get(dump)
    statement = work.tree.parents.get(shows) if isinstance(shows, ast.Call) else shows
    if isinstance(shows, ast.Call) and (shows.args != [dump] or shows.keywords):
        return False
    if not isinstance(statement, ast.Expr) or not work.alone(statement):
        return False
    work.claimed.update(ast.walk(statement))
    work.remove(statement)
    work.note(GONE)
    return True
