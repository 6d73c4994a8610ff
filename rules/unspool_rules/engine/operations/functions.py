"""Outputs of tool calls are the input of a further response on the same conversation."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace

from unspool_rules.engine.calls import name_of
from unspool_rules.engine.facts import Site
from unspool_rules.engine.functions.objects import STREAMED, offers_functions, tools
from unspool_rules.engine.functions.tables import Table, answers, local
from unspool_rules.engine.operations import runs
from unspool_rules.engine.outputs import Outputs
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.toolloops import POLLS, SUBMITS, ToolLoop, nearest_loop
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out
from unspool_rules.syntax.scopes import How, Variable

APPROVALS = "approvals of MCP calls are `mcp_approval_response` items now"
_ONCE = ("input=", "tool_choice=", "metadata=")
"""What only the first response of a round is given."""


def submit(work: Work, site: Site) -> None:
    """``submit_tool_outputs``: a response whose input the outputs are."""
    thread, run_id = work.take(site, "thread_id"), work.take(site, "run_id")
    outputs = work.take(site, "tool_outputs")
    stream = work.take(site, "stream")
    if stream is not None and not (isinstance(stream, ast.Constant) and stream.value is False):
        work.block(stream, runs.STREAMS)
    work.refuse(
        site,
        {
            "event_handler": runs.STREAMS,
            "tool_approvals": APPROVALS,
            "body": "a raw body has the old shape",
        },
    )
    if thread is None or run_id is None or outputs is None:
        if not work.plan.blocked:
            work.block(site.anchor, "thread, run and outputs are not all given by name or position")
        return
    work.plan.acts = True
    made = creators(work, run_id)
    if not made:
        work.block(
            site.anchor,
            "the run is made out of view: which agent goes on with the tool outputs is not known",
        )
        return
    run = run_of(work, site, run_id)
    rounds(work, site)
    request = _follow_up(work, site, made)
    Outputs(work).take(outputs)
    if work.plan.blocked or request is None:
        return
    target = _target(work, site, run)
    if target is None:
        return
    func, arguments = request
    extra = work.transport(site)
    call = site.call
    assert call is not None
    outer = work.outer(site)
    wait = "await " if isinstance(outer, ast.Await) else ""
    used = (thread, outputs, *(v for _, v in extra))

    def write(r: Rendering) -> Code:
        items = [
            r.item("conversation=", r.code(thread), thread),
            r.item("input=", r.code(outputs), outputs),
            *arguments(r),
            *(r.item(f"{k}=", r.code(v), v) for k, v in extra),
        ]
        head = f"{target(r)}{wait}{func(r)}"
        return Brackets(head, tuple(items), below=r.leftovers(call, used))

    work.replace(outer, write)


def creators(work: Work, run_id: ast.expr) -> list[Site]:
    """The operations that made the run whose id is given."""
    return [m for m in work.facts.origins(run_id) if m.operation in runs.CREATES]


def run_of(work: Work, site: Site, run_id: ast.expr) -> Variable | None:
    """The variable of the run, as its creation names it where that is in the same function."""
    literal = work.literal_of(run_id)
    if not (isinstance(literal, ast.Attribute) and literal.attr == "id"):
        return None
    holder = work.variable_of(literal.value)
    for maker in creators(work, run_id):
        name = work.binding_name(maker)
        variable = work.facts.scopes.variable(name) if name is not None else None
        if variable is not None and work.tree.function(maker.func) is work.tree.function(site.func):
            return variable
    return holder


def _target(work: Work, site: Site, run: Variable | None) -> Callable[[Rendering], str] | None:
    """``response = `` where the legacy program fetched the run again later."""
    outer = work.outer(site)
    parent = work.tree.parents.get(outer)
    if isinstance(parent, ast.Return):
        return lambda _: ""
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        name = work.binding_name(site)
        variable = work.facts.scopes.variable(name) if name is not None else None
        if run is None or variable is None or variable == run:
            if run is not None and variable is not None and _is_lost(work, site, run):
                return None
            return lambda _: ""
        if not alias(work, variable, run):
            work.block(parent, "the run's new state is kept under a second name")
            return None
        return lambda _: ""
    if not isinstance(parent, ast.Expr) or run is None:
        work.block(site.anchor, "there is no variable here that takes the new response")
        return None
    if _is_lost(work, site, run):
        return None
    return lambda r: f"{name_of(r, run)} = "


def _is_lost(work: Work, site: Site, run: Variable) -> bool:
    """Whether a function keeps the new response from its callers."""
    function = work.tree.function(site.func)
    if run.scope is not work.facts.scopes.scope_of(site.func):
        if any(b.how is How.PARAMETER for b in work.facts.scopes.bindings(run)):
            return False
        work.block(
            site.anchor, "the new response would be lost here: the run belongs to the caller"
        )
        return True
    if not any(b.how is How.PARAMETER for b in work.facts.scopes.bindings(run)):
        return False
    made: list[Site | None] = [*work.plan.sites]
    if function is not None and any(
        work.facts.by_call.get(site) in made for site in _results(work, function)
    ):
        return False
    work.block(site.anchor, "the function keeps the new response from its callers: return it")
    return True


def _results(work: Work, function: ast.AST) -> list[ast.Call]:
    """The calls whose results a function returns."""
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        return []
    found: list[Inst] = []
    for value in work.infer.returns(function):
        if isinstance(value, Inst) and value.cls == "Coroutine":
            found += [v for a in value.args for v in a if isinstance(v, Inst)]
        elif isinstance(value, Inst):
            found.append(value)
    return [v.site for v in found if v.site is not None]


def alias(work: Work, variable: Variable, run: Variable) -> bool:
    """Let a second name of the same run be the run's own name."""
    if variable == run:
        return True
    scopes = work.facts.scopes
    if variable.scope is not run.scope:
        return False
    for binding in scopes.bindings(variable):
        value = binding.value
        if isinstance(value, ast.Await):
            value = value.value
        site = work.facts.by_call.get(value) if isinstance(value, ast.Call) else None
        if site is None or site not in work.plan.sites or site.operation not in (*POLLS, *SUBMITS):
            return False
    for use in scopes.uses(variable):
        work.replace(use, lambda r: name_of(r, run))
    return True


# -- loops ---------------------------------------------------------------------------------------


def rounds(work: Work, site: Site) -> ToolLoop | None:
    """Plan the loop around a submission, once; blockers where it does more than wait and answer."""
    for known in work.plan.rounds:
        if isinstance(known, ToolLoop) and site in known.submits:
            return known
    run_id = site.arguments.get("run_id")
    if site in work.tried or run_id is None:
        return None
    run = run_of(work, site, run_id)
    loop = _driving(work, site, run)
    if loop is None or run is None:
        return None
    submits = [
        s
        for s in work.plan.sites
        if s.operation in SUBMITS and any(a is loop for a in work.tree.ancestors(s.func))
    ]
    work.tried.update(submits)
    if len(submits) > 1:
        work.block(submits[1].func, "the loop hands in outputs at more than one place")
        return None
    aliases = _aliases(work, loop, run)
    planned = ToolLoop(work, loop, run, submits, aliases)
    for variable in aliases:
        if not alias(work, variable, run):
            work.block(loop, f"`{variable.name}` is a second name of the run, and of other things")
    if not work.alone(loop):
        work.block(loop, "the loop shares its line with another statement")
    for refusal in planned.refusals:
        work.block(refusal.node, refusal.reason)
    if planned.timed:
        work.note("the loop's own time-out is gone: give the client a `timeout=` instead")
    if planned.body:
        planned.settle()
    return planned


def _aliases(work: Work, loop: ast.While | ast.For, run: Variable) -> set[Variable]:
    found: set[Variable] = set()
    for site in work.plan.sites:
        if site.operation in (*POLLS, *SUBMITS) and any(
            a is loop for a in work.tree.ancestors(site.func)
        ):
            name = work.binding_name(site)
            variable = work.facts.scopes.variable(name) if name is not None else None
            if variable is not None and variable != run:
                found.add(variable)
    return found


def _driving(work: Work, site: Site, run: Variable | None) -> ast.While | ast.For | None:
    """The loop that goes on until the run is finished."""
    loop = nearest_loop(work, site.func)
    while loop is not None:
        makers = [
            s
            for s in work.plan.sites
            if s.operation in runs.CREATES and any(a is loop for a in work.tree.ancestors(s.func))
        ]
        if makers or run is None:
            return None
        if isinstance(loop, ast.While):
            if _is_true(loop.test) or _reads(work, loop, run):
                return loop
        elif isinstance(loop, ast.For) and _is_count(loop):
            return loop
        loop = nearest_loop(work, loop)
    return None


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and bool(node.value)


def _is_count(loop: ast.For) -> bool:
    return (
        isinstance(loop.iter, ast.Call)
        and isinstance(loop.iter.func, ast.Name)
        and loop.iter.func.id == "range"
    )


def _reads(work: Work, loop: ast.While, run: Variable) -> bool:
    variables = {run, *_aliases(work, loop, run)}
    return any(
        isinstance(n, ast.Name) and work.facts.scopes.variable(n) in variables
        for n in ast.walk(loop.test)
    )


def claimed(work: Work, site: Site) -> bool:
    """Whether a poll belongs to a loop that answers tool calls, and goes with it."""
    loop = nearest_loop(work, site.func)
    if loop is None:
        return False
    for other in work.plan.sites:
        if other.operation in SUBMITS:
            planned = rounds(work, other)
            if planned is not None and planned.loop is loop:
                return True
    return False


# -- the request ---------------------------------------------------------------------------------


def _follow_up(
    work: Work, site: Site, made: list[Site]
) -> tuple[Callable[[Rendering], str], Callable[[Rendering], list[Item]]] | None:
    """The agent and the options of the run, for the response that goes on with it."""
    first = made[0]
    agent = first.arguments.get("agent_id") or first.arguments.get("assistant_id")
    if agent is None:
        work.block(site.anchor, "the agent of the run is not known")
        return None
    shapes = {_shape(maker) for maker in made}
    if len(shapes) != 1:
        work.block(site.anchor, "the run is made in more than one way")
        return None
    repeated = [
        value
        for name, value in first.arguments.items()
        if name not in _NOT_REPEATED and value is not agent
    ]
    if not all(reachable(work, value, first, site) for value in (agent, *repeated)):
        work.block(
            site.anchor,
            f"`{' '.join(work.tree.segment(agent).split())}` and the options that the run was made "
            "with are not at hand here: the response that goes on needs them again",
        )
        return None
    request = runs.request_of(work, first, agent)
    if request is None:
        return None
    func, arguments, _ = request
    if work.foundry(site):

        def func(r: Rendering) -> str:
            return f"{r.openai(site)}.responses.create"

    return func, lambda r: [
        replace(i, above=(), behind="") for i in arguments(r) if i.prefix not in _ONCE
    ]


_NOT_REPEATED = {
    "thread_id",
    "thread",
    "additional_messages",
    "metadata",
    "tool_choice",
    "poll_interval_ms",
    "polling_interval",
    "sleep_interval",
    "stream",
    "timeout",
    "extra_headers",
}


def _shape(site: Site) -> str:
    return repr(
        sorted(
            (name, ast.dump(value))
            for name, value in site.arguments.items()
            if name not in _NOT_REPEATED
        )
    )


def reachable(work: Work, value: ast.expr, maker: Site, site: Site) -> bool:
    """Whether an expression at one operation means the same at a later one."""
    scopes = work.facts.scopes
    here = scopes.scope_of(site.func)
    for node in ast.walk(value):
        if isinstance(node, ast.Name):
            variable = scopes.variable(node)
            if variable != scopes.lookup(node.id, here):
                if not (node.id == "self" and _same_class(work, maker, site)):
                    return False
            elif variable is not None and not _steady(work, variable, maker, site):
                return False
        elif isinstance(node, (ast.Await, ast.NamedExpr, ast.Yield)) or (
            isinstance(node, ast.Call) and not _is_lookup(node)
        ):
            return False
    return True


def _is_lookup(node: ast.Call) -> bool:
    text = ast.unparse(node.func)
    return text in ("os.getenv", "os.environ.get", "str", "getenv")


def _same_class(work: Work, maker: Site, site: Site) -> bool:
    owner = work.tree.owner(site.func)
    return owner is not None and owner is work.tree.owner(maker.func)


def _steady(work: Work, variable: Variable, maker: Site, site: Site) -> bool:
    bindings = work.facts.scopes.bindings(variable)
    if len(bindings) <= 1:
        return True
    if work.tree.function(maker.func) is not work.tree.function(site.func):
        return False
    start, end = work.tree.span(maker.func).start, work.tree.span(site.func).start
    return not any(
        hasattr(b.node, "lineno") and start <= work.tree.span(b.node).start <= end for b in bindings
    )


# -- functions that the SDK called by itself -------------------------------------------------------


def auto(work: Work, site: Site) -> None:
    """``enable_auto_function_calls``: the loop that calls them stands at each run now."""
    statement = work.tree.statement(site.anchor)
    if not isinstance(statement, ast.Expr):
        work.block(site.anchor, "the call is part of another expression")
        return
    if any(s.operation.endswith("stream") for s in work.plan.sites):
        work.block(site.anchor, STREAMED)
        return
    if not any(
        s.sort == site.sort and s.operation.startswith(("run.", "thread_run."))
        for s in work.facts.sites
    ):
        work.block(site.anchor, "the runs that call these functions are not in this file")
        return
    given = work.take(site, "tools", "functions", "toolset")
    retries = work.take(site, "max_retry")
    if given is None:
        work.block(site.anchor, "the functions are not given by name or position")
        return
    if retries is not None and not isinstance(retries, ast.Constant):
        work.block(retries, "the number of rounds is not given in place")
    if not offers_functions(work, given):
        work.remove(statement)
        return
    table = tools(work).table(given)
    if table is None or not tools(work).settle(given, table):
        return
    if table.statement is statement:
        work.plan.rewritten[statement] = table.lines
    else:
        work.remove(statement)


def process(work: Work, site: Site) -> None:
    """A run that the SDK waited for, and whose function calls it may have answered."""
    enabling = [s for s in work.plan.sites if s.operation == "functions.auto"]
    given = [s.arguments["tools"] for s in enabling if "tools" in s.arguments]
    given += [a for a in [site.arguments.pop("toolset", None)] if a is not None]
    if ".projects." in site.method.cls and not given:
        given += [  # the betas remembered the tool set of an agent
            s.arguments["toolset"]
            for s in work.plan.sites
            if s.operation == "agent.create" and "toolset" in s.arguments
        ]
    planner = runs.PLANNERS[site.operation]
    planner(work, site)
    given = [g for g in given if offers_functions(work, g)]
    if not given or not site.azure or work.plan.blocked:
        return
    tools(work).called = True
    tables = {id(t): t for t in (tools(work).table(g) for g in given) if t is not None}
    if not tables:
        return
    if len(tables) != 1:
        work.block(site.anchor, "several sets of functions are called by themselves")
        return
    table = next(iter(tables.values()))
    if not all(tools(work).settle(g, table) for g in given):
        return
    statement = work.tree.statement(site.anchor)
    if not tools(work).sees(table, site.func):
        work.block(site.anchor, "the functions are not at hand where the run is made")
        return
    if table.functions.asynchronous and not site.asynchronous:
        work.block(site.anchor, "coroutine functions cannot be awaited here")
        return
    name = work.binding_name(site)
    run = work.facts.scopes.variable(name) if name is not None else None
    if run is None or not work.alone(statement):
        work.block(
            site.anchor, "there is no variable here that takes the response of the last round"
        )
        return
    request = _follow_up(work, site, [site])
    if request is None:
        return
    limit = next((s.arguments["max_retry"] for s in enabling if "max_retry" in s.arguments), None)
    work.note("functions are called in a loop of the program now, for ten rounds at most")

    def add(r: Rendering) -> None:
        r.after(statement, "\n".join(_rounds(r, site, table, run, request, limit)))

    work.plan.also.append(add)


def _rounds(
    r: Rendering,
    site: Site,
    table: Table,
    run: Variable,
    request: tuple[Callable[[Rendering], str], Callable[[Rendering], list[Item]]],
    limit: ast.expr | None,
) -> list[str]:
    func, arguments = request
    outputs = local(r, "outputs", site.func)
    response = name_of(r, run)
    thread = site.arguments.get("thread_id")
    conversation = r.code(thread) if thread is not None else f"{r.conversation(site)}.id"
    wait = "await " if site.asynchronous else ""
    again = Brackets(
        f"{response} = {wait}{func(r)}",
        (Item(conversation, "conversation="), Item(outputs, "input="), *arguments(r)),
    )
    indent = len(r.tree.indent(r.tree.statement(site.func)))
    number = r.text(limit) if limit is not None else "10"
    body = [
        *answers(r, table, f"{response}.output", outputs, site.func, filtered=True),
        f"if not {outputs}:",
        "    break",
        *lay_out(again, indent="", column=0, limit=r.limit - indent - 4).split("\n"),
    ]
    return [f"for _ in range({number}):", *("    " + line for line in body)]


# -- what only stood in such loops -----------------------------------------------------------------


def cancel(work: Work, site: Site) -> None:
    """A cancellation goes where it stood in a branch that is never taken any more."""
    for other in work.plan.sites:
        if other.operation in SUBMITS:
            planned = rounds(work, other)
            if planned is not None and planned.is_dropped(site.func):
                return
    work.block(site.anchor, "only a response made with `background=True` can be cancelled")


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.submit": submit,
    "run.submit_poll": submit,
    "run.cancel": cancel,
    "run.process": process,
    "thread_run.process": process,
    "functions.auto": auto,
}
