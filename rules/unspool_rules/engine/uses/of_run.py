"""``message.run_id == run.id``: whether the message is an item of the response's output."""

from __future__ import annotations

import ast

from unspool_rules.engine.operations.messages.run_messages import is_ours
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How

_FORMS: dict[type[ast.cmpop], str] = {
    ast.Eq: "any({0}.id == {1}.id for {0} in {2}.output)",
    ast.NotEq: "all({0}.id != {1}.id for {0} in {2}.output)",
}


def of_run(work: Work, node: ast.Attribute, message: ast.expr) -> bool:
    """Plan a comparison of a message's run with one in view; False where it is none."""
    compare = work.tree.parents.get(node)
    if not isinstance(compare, ast.Compare) or len(compare.ops) != 1:
        return False
    form = _FORMS.get(type(compare.ops[0]))
    other = compare.comparators[0] if compare.left is node else compare.left
    run = _run_of(work, other)
    if form is None or run is None or not is_ours(work, run):
        return False

    def write(r: Rendering) -> str:
        return form.format(r.inner("item", message, run), r.operand(message), r.operand(run))

    work.claimed.update((node, other))
    work.replace(compare, write)
    return True


def _run_of(work: Work, run_id: ast.expr) -> ast.expr | None:
    """The run whose id an expression is: ``run.id``, or a name that is bound to it once."""
    variable = work.variable_of(run_id)
    if variable is not None:
        bindings = work.facts.scopes.bindings(variable)
        if len(bindings) != 1 or bindings[0].how is not How.ASSIGN or bindings[0].path:
            return None
        value = bindings[0].value
        run = value.value if isinstance(value, ast.Attribute) and value.attr == "id" else None
        holder = work.variable_of(run) if run is not None else None
        if holder is None or holder.scope is not variable.scope:
            return None
        return run if len(work.facts.scopes.bindings(holder)) == 1 else None
    if isinstance(run_id, ast.Attribute) and run_id.attr == "id":
        return run_id.value
    return None
