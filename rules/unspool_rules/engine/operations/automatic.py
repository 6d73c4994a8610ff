"""Functions that the SDK called by itself: a loop of the program calls them.

Source: azure-ai-agents 1.1.0 ``azure/ai/agents/operations/_patch.py`` (``create_and_process``,
``stream``, ``_handle_submit_tool_outputs``).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from unspool_rules.engine.calls import name_of
from unspool_rules.engine.facts import Site
from unspool_rules.engine.functions.objects import offers_functions, tools
from unspool_rules.engine.functions.tables import Table, answers, counter, local
from unspool_rules.engine.operations import runs
from unspool_rules.engine.operations.followups import follow_up
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Brackets, Item, lay_out
from unspool_rules.syntax.scopes import Variable


@dataclass(frozen=True, slots=True)
class Automatic:
    """Functions that a run called by itself."""

    table: Table
    retries: ast.expr | None
    """How often outputs are handed in at most, where the program says it."""


def auto(work: Work, site: Site) -> None:
    """``enable_auto_function_calls``: the loop that calls them stands at each run now."""
    statement = work.tree.statement(site.anchor)
    if not isinstance(statement, ast.Expr):
        work.block(site.anchor, "the call is part of another expression")
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


def given_to(work: Work, site: Site) -> list[ast.expr]:
    """What holds the functions that a run calls by itself."""
    given = [s.arguments["tools"] for s in _enabling(work) if "tools" in s.arguments]
    given += [a for a in [site.arguments.pop("toolset", None)] if a is not None]
    if ".projects." in site.method.cls and not given:
        given += [  # the betas remembered the tool set of an agent
            s.arguments["toolset"]
            for s in work.plan.sites
            if s.operation == "agent.create" and "toolset" in s.arguments
        ]
    return given


def _enabling(work: Work) -> list[Site]:
    return [s for s in work.plan.sites if s.operation == "functions.auto"]


def called_by(work: Work, site: Site, given: list[ast.expr]) -> Automatic | None:
    """The functions that a run calls by itself; None when there are none, or when it blocks."""
    given = [g for g in given if offers_functions(work, g)]
    if not given or not site.azure or work.plan.blocked:
        return None
    tools(work).called = True
    tables = {id(t): t for t in (tools(work).table(g) for g in given) if t is not None}
    if not tables:
        return None
    if len(tables) != 1:
        work.block(site.anchor, "several sets of functions are called by themselves")
        return None
    table = next(iter(tables.values()))
    if not all(tools(work).settle(g, table) for g in given):
        return None
    if not tools(work).sees(table, site.func):
        work.block(site.anchor, "the functions are not at hand where the run is made")
        return None
    if table.asynchronous and not site.asynchronous:
        work.block(site.anchor, "coroutine functions cannot be awaited here")
        return None
    limits = (s.arguments["max_retry"] for s in _enabling(work) if "max_retry" in s.arguments)
    return Automatic(table, next(limits, None))


def process(work: Work, site: Site) -> None:
    """A run that the SDK waited for, and whose function calls it may have answered."""
    given = given_to(work, site)
    runs.PLANNERS[site.operation](work, site)
    functions = called_by(work, site, given)
    if functions is None:
        return
    statement = work.tree.statement(site.anchor)
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
    work.note("functions are called in a loop of the program now, for ten rounds at most")

    def add(r: Rendering) -> None:
        r.lines.after(statement, "\n".join(_rounds(r, site, functions, run, request)))

    work.plan.also.append(add)


def _rounds(
    r: Rendering,
    site: Site,
    functions: Automatic,
    run: Variable,
    request: tuple[Callable[[Rendering], str], Callable[[Rendering], list[Item]]],
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
    number = r.text(functions.retries) if functions.retries is not None else "10"
    body = [
        *answers(r, functions.table, f"{response}.output", outputs, site.func, filtered=True),
        f"if not {outputs}:",
        "    break",
        *lay_out(again, indent="", column=0, limit=r.limit - indent - 4).split("\n"),
    ]
    return [f"for {counter(r)} in range({number}):", *("    " + line for line in body)]


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.process": process,
    "thread_run.process": process,
    "functions.auto": auto,
}
