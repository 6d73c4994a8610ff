"""Dumps of the tool calls a run waits for: dicts of the old shape, made of the new calls.

What reads them may stand anywhere, so they keep their keys:
``{"tool_calls": [{"id": …, "function": {"name": …, "arguments": …}, "type": "function"}]}``.
Source: ``openai/types/beta/threads/required_action_function_tool_call.py`` of openai 1.65.5.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Brackets, Code, Item, call, mapping

Calls = Callable[[Rendering], tuple[str, bool]]
"""What the calls are found in, and whether other items stand between them."""
DICTS = {"model_dump", "to_dict", "dict", "as_dict"}
_LAYOUT = {"indent", "exclude_none", "exclude_unset"}
"""Arguments of a dump that leave each value under its key."""
TEXTS = {"model_dump_json", "to_json", "json"}


def dumped(work: Work, node: ast.expr) -> ast.expr | None:
    """The expression that is a dict of what a node holds: ``node.model_dump()``, and the like."""
    method = work.tree.parents.get(node)
    made = work.tree.parents.get(method) if isinstance(method, ast.Attribute) else None
    if not (
        isinstance(method, ast.Attribute)
        and isinstance(made, ast.Call)
        and made.func is method
        and not made.args
        and all(keyword.arg in _LAYOUT for keyword in made.keywords)
    ):
        return None
    if method.attr in DICTS:
        return made
    above = work.tree.parents.get(made)
    loaded = (
        method.attr in TEXTS
        and isinstance(above, ast.Call)
        and above.args == [made]
        and not above.keywords
        and ast.unparse(above.func) in ("json.loads", "loads")
    )
    return above if loaded and isinstance(above, ast.Call) else None


def is_loaded(work: Work, made: ast.Call) -> bool:
    """Whether the text of a dump is made a dict again."""
    above = work.tree.parents.get(made)
    return isinstance(above, ast.Call) and ast.unparse(above.func) in ("json.loads", "loads")


def dump_calls(work: Work, node: ast.expr, kind: str, calls: Calls) -> bool:
    """Plan the dump of a required action, or of its submission; False where there is none."""
    whole = dumped(work, node)
    if whole is None:
        return False

    def write(r: Rendering) -> Code:
        source, mixed = calls(r)
        name = r.inner("call", whole)
        element = _kept(name) if work.facts.keeps_calls else _element(name)
        clauses = [Item(element), Item(source, f"for {name} in ")]
        if mixed:
            clauses.append(Item(f'if {name}.type == "function_call"'))
        listed: Code = Brackets("", tuple(clauses), "[", "]", commas=False)
        made = mapping([("tool_calls", listed)])
        if kind == "action":
            return mapping([("submit_tool_outputs", made), ("type", '"submit_tool_outputs"')])
        return made

    _write(work, whole, write)
    return True


def dump_call(work: Work, node: ast.expr, kind: str) -> None:
    """Plan the dump of one call, or of its function."""
    whole = dumped(work, node)
    assert whole is not None

    def write(r: Rendering) -> Code:
        name = r.operand(node)
        return _element(name) if kind == "call" else _function(name)

    _write(work, whole, write)


def _element(name: str) -> Code:
    return mapping(
        [("id", f"{name}.call_id"), ("function", _function(name)), ("type", '"function"')]
    )


def _kept(name: str) -> Code:
    """The dump of a call that has its old fields."""
    function = call("vars", [Item(f"{name}.function")])
    return mapping([("id", f"{name}.id"), ("function", function), ("type", f"{name}.type")])


def _function(name: str) -> Code:
    return mapping([("arguments", f"{name}.arguments"), ("name", f"{name}.name")])


def _write(work: Work, whole: ast.expr, write: Callable[[Rendering], Code]) -> None:
    """Put the dict in place of the dump, with a type that lets it be read by any key."""
    parent = work.tree.parents.get(whole)
    name = parent.targets[0] if isinstance(parent, ast.Assign) else None
    if isinstance(parent, ast.Assign) and isinstance(name, ast.Name) and _declarable(work, name):
        target = name

        def declared(r: Rendering) -> str:
            r.imports.need("typing", "Any")
            return f"{target.id}: dict[str, {r.imports.need('typing', 'Any')}]"

        work.propose(target, declared)
    elif not isinstance(parent, (ast.AnnAssign, ast.Call, ast.keyword, ast.Expr)):

        def typed(r: Rendering) -> Code:
            anything = r.imports.need("typing", "Any")
            cast = r.imports.need("typing", "cast")
            return call(cast, [Item(f"dict[str, {anything}]"), Item(write(r))])

        work.propose(whole, typed)
        return
    work.propose(whole, write)


def _declarable(work: Work, name: ast.Name) -> bool:
    variable = work.facts.scopes.variable(name)
    if variable is None or work.facts.scopes.scope_of(name) is not variable.scope:
        return False
    bindings = work.facts.scopes.bindings(variable)
    return len(bindings) == 1 and bindings[0].how is How.ASSIGN
