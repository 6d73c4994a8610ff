"""Functions that the SDK called by itself: the program's own loop calls them now."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.calls import name_of
from unspool_rules.engine.facts import Site
from unspool_rules.engine.functions.objects import STREAMED, offers_functions, tools
from unspool_rules.engine.functions.tables import Table, answers, local
from unspool_rules.engine.operations import runs
from unspool_rules.engine.operations.followups import follow_up
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Brackets, Item, lay_out
from unspool_rules.syntax.scopes import Variable


def _auto(work: Work, site: Site) -> None:
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


def _process(work: Work, site: Site) -> None:
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
    request = follow_up(work, site, [site])
    if request is None:
        return
    limit = next((s.arguments["max_retry"] for s in enabling if "max_retry" in s.arguments), None)
    work.note("functions are called in a loop of the program now, for ten rounds at most")

    def add(r: Rendering) -> None:
        r.after(statement, "\n".join(_loop(r, site, table, run, request, limit)))

    work.plan.also.append(add)


def _loop(
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


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.process": _process,
    "thread_run.process": _process,
    "functions.auto": _auto,
}
