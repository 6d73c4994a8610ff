"""The last-answer idiom: the newest message's text, right after a run, is the response's text."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.runs.last_responses import makers_kept
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.stale_reads import takes_result
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.names import last_name

RUNS = ("run.create", "run.process")
_POLLS = ("run.get", "run.poll", "run.submit", "run.submit_poll")
_SAYS = (*RUNS, "message.create", "run.stream", "run.submit_stream")
_SHOWS = {"print", "log", "debug", "info", "warning", "error", "str", "repr", "len", "pprint"}
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
TIME = "int({0}.created_at)"
"""The time of an answer, a whole number of seconds as messages had it."""
TIME_NOTE = "items have no time: that of an answer is the time of its response"


def answer_of(work: Work, site: Site) -> bool:
    """Plan ``response.output_text`` for a listing that is only read for the newest text.

    Returns:
        False, and plans nothing, when the listing is used in any other way or no response of the
        same thread is certain to stand right before it.
    """
    if not newest_first(work, site):
        return False
    if set(site.arguments) - {"thread_id", "order", "limit"} or site.unpacked:
        return False
    chains = _chains(work, site)
    response = response_before(work, site, chains) if chains else None
    if response is None or all(map(_is_time, chains)):
        return False
    for chain in chains:
        _read(work, chain, response, TIME if _is_time(chain) else "{0}.output_text")
    if any(map(_is_time, chains)):
        work.note(TIME_NOTE)
    name = work.binding_name(site)
    if name is not None:
        work.remove(work.tree.statement(name))
    work.note(
        "a failed run left the last message as the answer; a failed response has an empty "
        "`output_text`"
    )
    return True


def _read(work: Work, chain: ast.expr, response: Variable, form: str) -> None:
    work.replace(chain, lambda r: form.format(r.naming.renamed.get(response, response.name)))


def newest_first(work: Work, site: Site) -> bool:
    """Whether a listing is certain to begin with the newest message."""
    order = site.arguments.get("order")
    return order is None or is_missing(order) or work.string_value(order) == "desc"


def response_before(work: Work, site: Site, places: list[ast.expr]) -> Variable | None:
    """The response whose answer is the newest message of a listing, where it is still held.

    Args:
        places: where the response is to be read.
    """
    run = _run_before(work, site)
    response = _variable_of(work, run) if run is not None else None
    if run is None or response is None or run in in_background(work) or run in makers_kept(work):
        return None
    if not _stays(work, run, response, places) or _more_is_said(work, run, response, site):
        return None
    return response


def _is_time(chain: ast.expr) -> bool:
    return isinstance(chain, ast.Attribute) and chain.attr == "created_at"


def _chains(work: Work, site: Site) -> list[ast.expr]:
    """The expressions ``page.data[0].content[0].text.value``; empty when there is any other use.

    And ``page.data[0].created_at``.
    """
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
            if chain is None or not _is_listed(work, name, use):
                return []
            found.append(chain)
    return found


def _is_listed(work: Work, name: ast.expr, use: ast.expr) -> bool:
    """Whether a listing that a condition makes is read where the condition holds.

    Elsewhere a run that has failed ends in an error, where its response has an empty text.
    """
    around = {*work.tree.ancestors(use)}
    node: ast.AST = work.tree.statement(name)
    above = work.tree.parents[node]
    while above not in around:
        if isinstance(above, _LOOPS):
            return True  # it is left when the answer is there
        if isinstance(above, ast.If):
            other = above.orelse if node in above.body else above.body
            if not other or not isinstance(other[-1], (ast.Return, ast.Raise)):
                return False
        node, above = above, work.tree.parents[above]
    return True


def _chain(work: Work, node: ast.expr) -> ast.expr | None:
    return _steps(work, node, ("data", 0, "content", 0, "text", "value")) or _steps(
        work, node, ("data", 0, "created_at")
    )


def _steps(work: Work, node: ast.expr, steps: tuple[str | int, ...]) -> ast.expr | None:
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


def _run_before(work: Work, site: Site) -> Site | None:
    """The run that was made right before, on the same thread."""
    here = work.tree.span(site.func).start
    function = work.tree.function(site.func)
    thread = site.arguments.get("thread_id")
    best: Site | None = None
    for other in work.once(_by_function).get(function, ()):
        if other.call is None:
            continue
        if work.tree.span(other.func).start > here:
            continue
        if other.operation == "message.create":
            best = None
        elif other.operation in RUNS and _same(thread, other.arguments.get("thread_id")):
            named = _variable_of(work, other) is not None
            best = other if named and _encloses(work, other, site) else None
    return best


def _by_function(work: Work) -> dict[ast.AST | None, list[Site]]:
    """The calls of a component, by the functions that they stand in."""
    found: dict[ast.AST | None, list[Site]] = {}
    for site in work.plan.sites:
        found.setdefault(work.tree.function(site.func), []).append(site)
    return found


def _variable_of(work: Work, run: Site) -> Variable | None:
    name = work.binding_name(run)
    return work.facts.scopes.variable(name) if name is not None else None


def _stays(work: Work, run: Site, response: Variable, chains: list[ast.expr]) -> bool:
    """Whether the variable still holds this run's response where the answer is read."""
    function = work.tree.function(run.func)
    if any(work.tree.function(chain) is not function for chain in chains):
        return False
    start = work.tree.span(run.func).start
    end = max(work.tree.span(chain).start for chain in chains)
    for binding in work.facts.scopes.bindings(response):
        place = work.tree.span(binding.node).end
        if work.tree.function(binding.node) is not function:
            return False
        if not start < place < end:
            continue
        makers = work.facts.origins(binding.value) if binding.value is not None else []
        if run not in makers or any(m is not run and m.operation in RUNS for m in makers):
            call = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
            site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
            if site is None or site.operation not in _POLLS:
                return False
    return True


def _more_is_said(work: Work, run: Site, response: Variable, site: Site) -> bool:
    """Whether another message can have come to the thread between the run and the listing."""
    start, end = work.tree.span(run.func).start, work.tree.span(site.func).start
    thread = site.arguments["thread_id"]
    shapes = {ast.dump(n) for n in ast.walk(thread) if isinstance(n, (ast.Name, ast.Attribute))}
    shapes -= {ast.dump(n) for n in ast.walk(thread) if getattr(n, "id", "") in ("self", "cls")}
    around = [a for a in work.tree.ancestors(site.func) if isinstance(a, _LOOPS)]
    loops = [a for a in around if a not in set(work.tree.ancestors(run.func))]
    function = work.tree.function(site.func)
    outer = [a for a in work.tree.ancestors(site.func) if a is function or a in loops]
    for node in ast.walk(outer[-1]) if function is not None else work.tree.of(ast.Call):
        if not isinstance(node, ast.Call) or node in (site.call, run.call):
            continue
        between = start < work.tree.span(node).start < end
        between = between and work.tree.function(node) is function
        if not between and not any(a in loops for a in work.tree.ancestors(node)):
            continue
        other = work.facts.by_call.get(node)
        if other is not None:
            if other.operation in _SAYS:
                return True
            continue
        functions = [t for t in work.infer.of(node.func) if isinstance(t, UserFunction)]
        if functions:
            goes_on = () if takes_result(work.facts, node, response) else SUBMITS
            if any(_says(work, f.node, (*_SAYS, *goes_on)) for f in functions):
                return True
        elif _gets(node, shapes):
            return True
    return False


def _says(work: Work, function: ast.AST, operations: tuple[str, ...]) -> bool:
    """Whether a function, or one of the file that it calls, adds messages."""
    seen: set[ast.AST] = set()
    stack = [function]
    while stack:
        current = stack.pop()
        if current in seen:
            continue
        seen.add(current)
        for node in ast.walk(current):
            if not isinstance(node, ast.Call):
                continue
            site = work.facts.by_call.get(node)
            if site is not None and site.operation in operations:
                return True
            stack += [t.node for t in work.infer.of(node.func) if isinstance(t, UserFunction)]
    return False


def _gets(call: ast.Call, shapes: set[str]) -> bool:
    """Whether a function that is not in view gets the thread."""
    name = last_name(call.func)
    if name in _SHOWS:
        return False
    values = [*call.args, *(k.value for k in call.keywords)]
    return any(ast.dump(n) in shapes for v in values for n in ast.walk(v))


def _same(one: ast.expr | None, other: ast.expr | None) -> bool:
    return one is not None and other is not None and ast.dump(one) == ast.dump(other)


def _encloses(work: Work, run: Site, site: Site) -> bool:
    """Whether the run has always happened when the listing does."""
    statement = work.tree.statement(run.func)
    parent = work.tree.parents[statement]
    if isinstance(parent, ast.Try):
        parent = work.tree.parents[parent]
    return any(a is parent for a in work.tree.ancestors(site.func))
