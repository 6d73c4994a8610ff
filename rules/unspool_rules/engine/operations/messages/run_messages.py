"""Messages of one run: those of the response's output."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.operations.messages.fetched_messages import (
    fetched,
    may_fetch,
    run_of_id,
)
from unspool_rules.engine.operations.messages.newest import is_newest
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.tool_calls.named_rounds import of_name
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import GIVES_RUN
from unspool_rules.engine.waiting.sync_loops import sync_loops
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.guards import conjuncts
from unspool_rules.syntax.layout import Code, comprehension

_MAKES = ("run.create", "run.process")
_LAST = (
    "the newest message of a run with function calls is that of its last response; "
    "there is none when that response has failed"
)


def messages_of_run(work: Work, site: Site, order: ast.expr | None) -> bool:
    """``run_id=run.id`` of a run in view: the messages of the response's output."""
    run_id = site.arguments.get("run_id")
    if not (isinstance(run_id, ast.Attribute) and run_id.attr == "id"):
        return False
    rounds = not is_ours(work, run_id.value)
    if rounds and not is_ours(work, run_id.value, (*GIVES_RUN, *SUBMITS)):
        return False
    if set(site.arguments) - {"thread_id", "run_id", "order", "limit", "after"}:
        return False
    direction = work.string_value(order)
    if order is not None and direction is None:
        return False
    if "after" in site.arguments:
        if direction != "asc" or not _is_older(work, site.arguments["after"], run_id.value):
            return False
    output = _output_of(run_id.value)
    if rounds and direction != "asc" and all(is_newest(work, r) for r in _readers(work, site)):
        work.note(_LAST)
    elif rounds:
        kept = of_name(work, run_id.value)
        if kept is None:
            return False
        output = kept
    for name in ("after", "run_id"):
        work.take(site, name)
    _list_output(work, site, output, direction)
    return True


def messages_by_id(work: Work, site: Site, order: ast.expr | None, limit: ast.expr | None) -> bool:
    """``run_id=run_id`` of a run that is only known by its id: the response is fetched."""
    run_id = site.arguments.get("run_id")
    direction = work.string_value(order)
    if run_id is None or limit is not None or (order is not None and direction is None):
        return False
    if set(site.arguments) - {"thread_id", "run_id", "order"} or not may_fetch(work, site, run_id):
        return False
    work.take(site, "run_id")
    _list_output(work, site, fetched(work, site, run_id), direction)
    return True


def _is_older(work: Work, message_id: ast.expr, run: ast.expr) -> bool:
    """Whether a message was added before a run was made: all messages of the run come after it."""
    if not (isinstance(message_id, ast.Attribute) and message_id.attr == "id"):
        return False
    added = work.facts.origins(message_id.value)
    made = [s for s in work.facts.origins(run) if s.operation in _MAKES]
    if not added or not made or any(s.operation != "message.create" for s in added):
        return False
    return all(_stands_before(work, one.func, other.func) for one in added for other in made)


def _stands_before(work: Work, one: ast.expr, other: ast.expr) -> bool:
    """Whether a statement of the same block, or of one around, runs first."""
    first = work.tree.statement(one)
    block = work.tree.block_of(first)
    second = work.tree.statement(other)
    around = [a for a in (second, *work.tree.ancestors(second)) if a in block]
    return bool(around) and block.index(first) < block.index(around[0])


def only_of_run(work: Work, site: Site, order: ast.expr | None) -> bool:
    """A listing of which only the messages with ``message.run_id == run.id`` are read."""
    direction = work.string_value(order)
    if set(site.arguments) - {"thread_id", "order"} or (order is not None and direction is None):
        return False
    tests = [_test_of(work, reader) for reader in _readers(work, site)]
    found = [t for t in tests if t is not None]
    if not found or len(found) != len(tests):
        return False
    run_id = found[0].run_id
    if any(ast.dump(t.run_id) != ast.dump(run_id) for t in found):
        return False
    if not all(_stays(work, site, t) for t in found):
        return False
    run = run_of_id(run_id)
    if run is not None and is_ours(work, run):
        output = _output_of(run)
    elif may_fetch(work, site, run_id):
        output = fetched(work, site, run_id)
    else:
        return False
    work.take(site, "thread_id")
    for test in found:
        test.drop(work)
    _list_output(work, site, output, direction)
    return True


class _Test:
    """``message.run_id == run.id`` in the condition of a loop or a comprehension."""

    def __init__(self, compare: ast.Compare, run_id: ast.expr, message: ast.Attribute) -> None:
        self.compare = compare
        self.run_id = run_id
        self.message = message

    def drop(self, work: Work) -> None:
        """Leave the test out of its condition: all messages of the output pass it."""
        work.claimed.add(self.message)
        parent = work.tree.parents.get(self.compare)
        if not isinstance(parent, ast.BoolOp):
            name = self.message.value
            work.replace(self.compare, lambda r: f'{r.text(name)}.role == "assistant"')
            return
        rest = [value for value in parent.values if value is not self.compare]
        work.replace(parent, lambda r: " and ".join(r.text(value) for value in rest))


def _readers(work: Work, site: Site) -> Iterator[ast.expr]:
    """The expressions that the listing is read by."""
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None:
        yield work.outer(site)
    elif len(work.facts.scopes.bindings(variable)) == 1:
        yield from work.facts.scopes.reads(variable)


def _test_of(work: Work, reader: ast.expr) -> _Test | None:
    """The condition that the messages read at a place belong to one run."""
    node: ast.AST = reader
    parent = work.tree.parents.get(node)
    while (isinstance(parent, ast.Attribute) and parent.attr == "data") or (
        isinstance(parent, ast.Call)
        and isinstance(parent.func, ast.Name)
        and parent.func.id in ("reversed", "list")
    ):
        node, parent = parent, work.tree.parents.get(parent)
    if isinstance(parent, ast.comprehension) and parent.iter is node:
        conditions = parent.ifs
    elif isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is node:
        only = parent.body[0] if len(parent.body) == 1 else None
        conditions = [only.test] if isinstance(only, ast.If) and not only.orelse else []
    else:
        return None
    for condition in conditions:
        for part in conjuncts(condition):
            test = _test(part, parent.target)
            if test is not None:
                return test
    return None


def _test(node: ast.expr, target: ast.expr) -> _Test | None:
    if not (
        isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq)
    ):
        return None
    one, other = node.left, node.comparators[0]
    for message, run in ((one, other), (other, one)):
        if (
            isinstance(message, ast.Attribute)
            and message.attr == "run_id"
            and isinstance(message.value, ast.Name)
            and isinstance(target, ast.Name)
            and message.value.id == target.id
            and (isinstance(run, ast.Name) or run_of_id(run) is not None)
        ):
            return _Test(node, run, message)
    return None


def _stays(work: Work, site: Site, test: _Test) -> bool:
    """Whether the run is the same where the messages are listed and where they are read."""
    if work.tree.function(site.func) is not work.tree.function(test.compare):
        return False
    variable = work.variable_of(run_of_id(test.run_id) or test.run_id)
    start, end = work.tree.span(site.func).start, work.tree.span(test.compare).start
    return variable is not None and not any(
        start < work.tree.span(b.node).start < end for b in work.facts.scopes.bindings(variable)
    )


def is_ours(work: Work, run: ast.expr, operations: tuple[str, ...] = GIVES_RUN) -> bool:
    makers = work.facts.origins(run)
    if not set(makers).isdisjoint(in_background(work)):
        return False
    return bool(makers) and all(m.operation in operations and m in work.plan.sites for m in makers)


def _output_of(run: ast.expr) -> Callable[[Rendering], str]:
    return lambda r: f"{r.operand(run)}.output"


def _list_output(
    work: Work, site: Site, output: Callable[[Rendering], str], direction: str | None
) -> None:
    def write(r: Rendering) -> Code:
        listed = output(r) if direction == "asc" else f"reversed({output(r)})"
        return comprehension("item", "for item in", listed, 'item.type == "message"')

    work.replace(work.outer(site), write)
    if site.asynchronous:
        at_hand(work, site)


def at_hand(work: Work, site: Site) -> None:
    """The list is complete: loops over it are no longer asynchronous."""
    outer, origins = work.outer(site), work.facts.origins
    kept = sync_loops(work, lambda node: node is outer or site in origins(node))
    if kept is not None:
        work.block(kept, "an asynchronous generator over a listing kept in a name")
