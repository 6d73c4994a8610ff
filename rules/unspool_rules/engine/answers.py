"""The last-answer idiom: the newest message's text, right after a run, is the response's text."""

from __future__ import annotations

import ast

from unspool_rules.engine.facts import Site
from unspool_rules.engine.work import Work
from unspool_rules.syntax.scopes import Variable

RUNS = ("run.create", "run.process")


def answer_of(work: Work, site: Site) -> bool:
    """Plan ``response.output_text`` for a listing that is only read for the newest text.

    Returns:
        False, and plans nothing, when the listing is used in any other way or no response of the
        same thread is certain to stand right before it.
    """
    if work.string_value(site.arguments.get("order")) not in (None, "desc"):
        return False
    if set(site.arguments) - {"thread_id", "order", "limit"}:
        return False
    chains = _chains(work, site)
    response = _response_before(work, site)
    if not chains or response is None:
        return False
    for chain in chains:
        work.replace(chain, lambda r: f"{r.names.get(response, response.name)}.output_text")
    name = work.binding_name(site)
    if name is not None:
        work.remove(work.tree.statement(name))
    work.note(
        "a failed run left the last message as the answer; a failed response has an empty "
        "`output_text`"
    )
    return True


def _chains(work: Work, site: Site) -> list[ast.expr]:
    """The expressions ``page.data[0].content[0].text.value``; empty when there is any other use."""
    outer = work.outer(site)
    name = work.binding_name(site)
    if name is None:
        chain = _chain(work, outer)
        return [chain] if chain is not None else []
    variable = work.facts.scopes.variable(name)
    if variable is None or len(work.facts.scopes.bindings(variable)) != 1:
        return []
    found = []
    for use in work.facts.scopes.uses(variable):
        if isinstance(use.ctx, ast.Load):
            chain = _chain(work, use)
            if chain is None:
                return []
            found.append(chain)
    return found


def _chain(work: Work, node: ast.expr) -> ast.expr | None:
    steps: tuple[str | int, ...] = ("data", 0, "content", 0, "text", "value")
    current: ast.expr = node
    for index, step in enumerate(steps):
        parent = work.tree.parents.get(current)
        if isinstance(step, str):
            if not (isinstance(parent, ast.Attribute) and parent.attr == step):
                if index == 0 and isinstance(parent, ast.Subscript):
                    continue
                return None
        elif not (
            isinstance(parent, ast.Subscript)
            and isinstance(parent.slice, ast.Constant)
            and parent.slice.value == step
            and parent.value is current
        ):
            return None
        current = parent
    return current


def _response_before(work: Work, site: Site) -> Variable | None:
    """The variable of the response that was made right before, on the same thread."""
    here = work.tree.span(site.func).start
    function = work.tree.function(site.func)
    thread = site.arguments.get("thread_id")
    best: tuple[int, Variable] | None = None
    for other in work.plan.sites:
        if work.tree.function(other.func) is not function:
            continue
        start = work.tree.span(other.func).start
        if start > here:
            continue
        if other.operation == "message.create" and best is not None and start > best[0]:
            best = None
        if other.operation in RUNS and other.call is not None:
            name = work.binding_name(other)
            variable = work.facts.scopes.variable(name) if name is not None else None
            same = _same(thread, other.arguments.get("thread_id"))
            if variable is not None and same and _encloses(work, other, site):
                best = (start, variable)
    return best[1] if best is not None else None


def _same(one: ast.expr | None, other: ast.expr | None) -> bool:
    return one is not None and other is not None and ast.dump(one) == ast.dump(other)


def _encloses(work: Work, run: Site, site: Site) -> bool:
    """Whether the run has always happened when the listing does."""
    statement = work.tree.statement(run.func)
    parent = work.tree.parents[statement]
    if isinstance(parent, ast.Try):
        parent = work.tree.parents[parent]
    return any(a is parent for a in work.tree.ancestors(site.func))
