"""Functions that the SDK called by itself: a loop of the program calls them.

Source: azure-ai-agents 1.1.0 ``azure/ai/agents/operations/_patch.py`` (``create_and_process``,
``stream``, ``_handle_submit_tool_outputs``).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from unspool_rules.engine.functions.objects import offers_functions, tools
from unspool_rules.engine.functions.tables import Table, answers, counter, local
from unspool_rules.engine.operations.runs import created as runs
from unspool_rules.engine.operations.runs.listed_responses import UNLISTED
from unspool_rules.engine.operations.tool_calls import run_handlers
from unspool_rules.engine.operations.tool_calls.followups import follow_up
from unspool_rules.engine.operations.tool_calls.run_handlers import Approver
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import round_items
from unspool_rules.engine.tool_calls.approvals import REQUEST
from unspool_rules.engine.tool_calls.asked_items import listed
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out


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
    if not tools(work).reaches(table, site.func):
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
    approver = run_handlers.taken(work, site)
    runs.PLANNERS[site.operation](work, site)
    functions = called_by(work, site, given)
    if (functions is None and approver is None) or work.plan.blocked:
        return
    if work.facts.keeps_responses:
        work.block(site.anchor, UNLISTED)  # only the first response of the loop would be kept
        return
    statement = work.tree.statement(site.anchor)
    run = _response(work, site)
    if run is None or not work.alone(statement):
        work.block(
            site.anchor, "there is no variable here that takes the response of the last round"
        )
        return
    request = follow_up(work, site, [site])
    if request is None:
        return
    if functions is not None:
        work.note("functions are called in a loop of the program now, for ten rounds at most")
    rounds = _Rounds(work, site, functions, approver, run, *request)
    work.plan.also.append(
        (statement, lambda r: r.lines.after(statement, "\n".join(rounds.lines(r))))
    )


def _response(work: Work, site: Site) -> Callable[[Rendering], str] | None:
    """The name that a run's response has for the loop behind it."""
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None:
        return (lambda r: r.made("response", site)) if _is_named(work, site) else None
    run = variable
    return lambda r: name_of(r, run)


def _is_named(work: Work, site: Site) -> bool:
    """Give the response of a run that nothing takes a name, for the loop to go on with."""
    outer, call = work.outer(site), site.call
    writer = work.plan.replacements.get(call) if call is not None else None
    if not isinstance(work.tree.parents.get(outer), ast.Expr) or site.thread is not None:
        return False
    if writer is None:
        return False
    wait = "await " if isinstance(outer, ast.Await) else ""

    def write(r: Rendering) -> Code:
        code = writer(r)
        assert isinstance(code, Brackets)
        return replace(code, head=f"{r.made('response', site)} = {wait}{code.head}")

    work.replace(outer, write)
    return True


@dataclass(frozen=True, slots=True)
class _Rounds:
    """The loop behind a run that answers what its responses ask for."""

    work: Work
    site: Site
    functions: Automatic | None
    approver: Approver | None
    run: Callable[[Rendering], str]
    """The name of the response of the last round."""
    func: Callable[[Rendering], str]
    arguments: Callable[[Rendering], list[Item]]

    def lines(self, r: Rendering) -> list[str]:
        response = self.run(r)
        kept = round_items.line_of(self.work, r, self.site)
        handler, before = (
            self.approver.name(r, self.site) if self.approver is not None else ("", [])
        )
        if kept is not None:
            before = [f"{kept} = list({response}.output)", *before]
        if self.functions is None:
            assert self.approver is not None
            head, body = self._approvals(r, self.approver, handler, response)
        else:
            head, body = self._functions(r, self.functions, handler, response)
        if kept is not None:
            body.append(f"{kept} += {response}.output")
        return [*before, *head.split("\n"), *("    " + line for line in body)]

    def _approvals(
        self, r: Rendering, approver: Approver, handler: str, response: str
    ) -> tuple[str, list[str]]:
        requests = local(r, "requests", self.site.func)
        indent = len(r.tree.indent(r.tree.statement(self.site.func)))
        asked = listed(REQUEST, response, f"while {requests} := ", ":")
        head = lay_out(asked, indent="", column=0, limit=r.limit - indent)
        answers = approver.approvals(r, handler, response, requests)
        return head, self._again(r, response, answers)

    def _functions(
        self, r: Rendering, functions: Automatic, handler: str, response: str
    ) -> tuple[str, list[str]]:
        outputs = local(r, "outputs", self.site.func)
        number = r.text(functions.retries) if functions.retries is not None else "10"
        place = self.site.func
        body = answers(r, functions.table, f"{response}.output", outputs, place, filtered=True)
        if self.approver is not None:
            approved = self.approver.approvals(r, handler, response)
            assert isinstance(approved, Brackets)
            more = Brackets(f"{outputs} += ", approved.items, "[", "]", commas=False)
            body += self._laid_out(r, more)
        body += [f"if not {outputs}:", "    break", *self._again(r, response, outputs)]
        return f"for {counter(r)} in range({number}):", body

    def _again(self, r: Rendering, response: str, given: Code) -> list[str]:
        site = self.site
        thread = site.arguments.get("thread_id")
        conversation = r.code(thread) if thread is not None else f"{r.conversation(site)}.id"
        wait = "await " if site.asynchronous else ""
        items = (Item(conversation, "conversation="), Item(given, "input="), *self.arguments(r))
        return self._laid_out(r, Brackets(f"{response} = {wait}{self.func(r)}", items))

    def _laid_out(self, r: Rendering, code: Code) -> list[str]:
        indent = len(r.tree.indent(r.tree.statement(self.site.func)))
        return lay_out(code, indent="", column=0, limit=r.limit - indent - 4).split("\n")


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.process": process,
    "thread_run.process": process,
    "functions.auto": auto,
}
