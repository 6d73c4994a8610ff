"""``message.created_at >= run.created_at``: messages since a run are the items of its output.

Items have no time. What is newer than a run, or than what was there before it, is what the run has
added, as long as nobody else writes to the thread at the same time.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.operations.messages.run_messages import is_ours
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.tool_calls.made_with import CREATES, MAKES
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How

_NEWER = "any({0}.id == {1}.id for {0} in {2}.output)"
_OLDER = "all({0}.id != {1}.id for {0} in {2}.output)"
_FORMS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Gt: (_NEWER, _OLDER),
    ast.GtE: (_NEWER, _OLDER),
    ast.Lt: (_OLDER, _NEWER),
    ast.LtE: (_OLDER, _NEWER),
}
"""What a comparison becomes with the message on its left, and on its right."""
_TIMES = ("created_at", "started_at")
_CLOCKS = frozenset({"time.time()", "int(time.time())", "time()", "int(time())"})
_NOTE = (
    "items have no time: messages newer than the run are those of the response's output, and what "
    "others have added since is not among them"
)
_Run = Callable[[Rendering], str]


def since_run(work: Work, node: ast.Attribute) -> bool:
    """Plan a comparison of a message's time with that of a run; False where it is none."""
    compare = work.tree.parents.get(node)
    if not isinstance(compare, ast.Compare) or len(compare.ops) != 1:
        return False
    left, right = compare.left, compare.comparators[0]
    first = _is_listed(work, left)
    message, other = (left, right) if first else (right, left)
    forms = _FORMS.get(type(compare.ops[0]))
    if forms is None or not isinstance(message, ast.Attribute) or not _is_listed(work, message):
        return False
    run = _run_of(work, compare, other, strict=_is_strict(compare.ops[0], first=first))
    if run is None:
        return False
    form = forms[0 if first else 1]
    held = message.value

    def write(r: Rendering) -> str:
        return form.format(r.inner("item", held, other), r.operand(held), run(r))

    work.claimed.update((message, other))
    work.replace(compare, write)
    work.note(_NOTE)
    return True


def _is_listed(work: Work, node: ast.expr) -> bool:
    """Whether it is the time of a message of a listing of this plan."""
    if not isinstance(node, ast.Attribute) or node.attr != "created_at":
        return False
    makers = work.facts.origins(node.value)
    return bool(makers) and all(
        m.operation == "message.list" and m in work.plan.sites for m in makers
    )


def _is_strict(operator: ast.cmpop, *, first: bool) -> bool:
    """Whether a message of the very time is older, and not newer."""
    return isinstance(operator, (ast.Gt, ast.LtE) if first else (ast.Lt, ast.GtE))


def _run_of(work: Work, compare: ast.Compare, other: ast.expr, *, strict: bool) -> _Run | None:
    """What writes the run whose time, or the time before which, is compared with."""
    here = work.tree.function(compare)
    made = [s for s in work.facts.sites if s.operation in MAKES]
    if any("additional_messages" in s.arguments or s.sometimes or s.unpacked for s in made):
        return None  # the user's words may be newer than the run
    made = [s for s in made if work.tree.function(s.func) is here]
    if isinstance(other, ast.Attribute) and other.attr in _TIMES and is_ours(work, other.value):
        run = other.value
        makers = work.facts.origins(run)
        if not all(s in makers for s in made) or len(made) > 1 or _adds(work, here, made):
            return None
        return lambda r: r.operand(run)
    start = _before(work, other, strict=strict)
    site = made[0] if len(made) == 1 else None
    if start is None or site is None or not _stands_between(work, start, site, compare):
        return None
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None or site.operation not in CREATES or site not in work.plan.sites:
        return None
    reads = [n for n in work.facts.scopes.reads(variable) if not is_ours(work, n)]
    return None if reads else lambda r: name_of(r, variable)


def _adds(work: Work, here: ast.AST | None, made: list[Site]) -> bool:
    """Whether a function may add a message behind its run."""
    return any(
        s.operation == "message.create"
        and work.tree.function(s.func) is here
        and (not made or may_follow(work.tree, made[0].func, s.func, rounds=False))
        for s in work.facts.sites
    )


def _before(work: Work, when: ast.expr, *, strict: bool) -> ast.stmt | None:
    """The statement that adds the message whose time this is, or that looks at the clock."""
    if isinstance(when, ast.Attribute) and when.attr == "created_at" and strict:
        added = work.facts.origins(when.value)
        if len(added) != 1 or added[0].operation != "message.create":
            return None
        variable = work.variable_of(when.value)
        bindings = work.facts.scopes.bindings(variable) if variable is not None else []
        same = work.tree.function(added[0].func) is work.tree.function(when)
        return work.tree.statement(added[0].func) if same and len(bindings) == 1 else None
    variable = work.variable_of(when)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    if len(bindings) != 1 or bindings[0].how is not How.ASSIGN or bindings[0].path:
        return None
    value = bindings[0].value
    if value is None or ast.unparse(value) not in _CLOCKS:
        return None
    same = work.tree.function(value) is work.tree.function(when)
    return work.tree.statement(value) if same else None


def _stands_between(work: Work, start: ast.stmt, site: Site, compare: ast.Compare) -> bool:
    """Whether a run is made behind a statement and before a comparison, each time.

    Nothing adds a message in the meantime.
    """
    block = work.tree.block_of(start)
    made, read = (_in(work, block, node) for node in (site.func, compare))
    first = block.index(start)
    if made is None or read is None or not first < made < read:
        return False
    if block[made] is not work.tree.statement(site.func):
        return False
    return not any(
        s.operation == "message.create" and any(s.func in ast.walk(b) for b in block[first + 1 :])
        for s in work.facts.sites
    )


def _in(work: Work, block: list[ast.stmt], node: ast.AST) -> int | None:
    """The number of the statement of a block that has a node."""
    own = [node, *work.tree.ancestors(node)]
    found = [number for number, statement in enumerate(block) if statement in own]
    return found[0] if found else None


__all__ = ["since_run"]
