"""Outputs of tool calls are the input of a further response on the same conversation."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.beside.worker_threads import in_thread
from unspool_rules.engine.definitions.file import definition_first
from unspool_rules.engine.flow.callers import FUNCTIONS, Function, all_calls
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.operations.runs import created as runs
from unspool_rules.engine.operations.runs.callers_ids import kept_first_id
from unspool_rules.engine.operations.runs.first_ids import attribute_left, left_in
from unspool_rules.engine.operations.runs.followed_ids import follow
from unspool_rules.engine.operations.runs.holders import (
    holder_of,
    is_fetched_otherwise,
    keep_ids,
    source_of,
)
from unspool_rules.engine.operations.runs.last_responses import (
    NOTE,
    goes_on,
    is_fetched,
    is_kept,
    lost,
)
from unspool_rules.engine.operations.runs.own_runs import renew_own
from unspool_rules.engine.operations.streaming import resumed
from unspool_rules.engine.operations.tool_calls.followups import follow_up
from unspool_rules.engine.operations.tool_calls.handed_back import (
    Place,
    hand_back,
    is_copied,
    renew,
)
from unspool_rules.engine.operations.tool_calls.rounds import alias, creators, rounds, run_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.tool_calls.approvals import APPROVAL, MISNAMED, MISTAKE, approves
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.tool_calls.lazy_fetches import FETCHES_FIRST, fetching_generator
from unspool_rules.engine.tool_calls.made_with import MAKES, agent_of, supposed
from unspool_rules.engine.tool_calls.output_shapes import OUTPUT
from unspool_rules.engine.tool_calls.shaped_outputs import inputs
from unspool_rules.engine.tool_calls.stale_reads import stale_holders, takes_result
from unspool_rules.engine.tool_calls.toolloops import ToolLoop
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.changed_calls import placed
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import calls_of
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.bindings import Binding, How, Variable
from unspool_rules.syntax.layout import Brackets, Code, Item

_TWICE = "the run is fetched by another name of its id here: fetch it by the one that goes on"

_FINISHED = (
    "the run is finished here: callers that are not in view, and read it again, have its first "
    "response"
)

_STILL_FIRST = "this is still the first response: take the one that the function goes on with"


def submit(work: Work, site: Site) -> None:
    """``submit_tool_outputs``: a response whose input the outputs are."""
    if streams(site):
        resumed.submit(work, site)
        return
    thread, run_id = work.take(site, "thread_id"), work.take(site, "run_id")
    approvals = work.take(site, "tool_approvals")
    if approvals is None and "tool_outputs" not in site.arguments:
        approvals = work.take(site, MISNAMED)
        if approvals is not None:
            work.note(MISTAKE)
    if approvals is not None:
        work.refuse(site, {"tool_outputs": "outputs and approvals are handed in together"})
    outputs = approvals or work.take(site, "tool_outputs")
    runs.refuse_streaming(work, site)
    work.refuse(
        site,
        {
            "event_handler": runs.STREAMS,
            "body": "a raw body has the old shape",
        },
    )
    if thread is None or run_id is None or outputs is None:
        if not work.plan.blocked:
            work.block(site.anchor, "thread, run and outputs are not all given by name or position")
        return
    if approvals is None and approves(work):
        work.block(
            outputs,
            "some calls are approved and others carried out: which ones go together is not known",
        )
    if (late := fetching_generator(work.facts, site)) is not None:
        work.block(late, FETCHES_FIRST)
        return
    work.plan.acts = True
    made = creators(work, run_id) or _supposed(work, site)
    planned = rounds(work, site)
    source = run_id if planned is not None else source_of(work, run_id)
    first = planned is not None and planned.first is not None
    run = planned.run if planned is not None and first else run_of(work, site, source)
    request = follow_up(work, site, made, _before(work, site, source, run))
    handed_in = inputs(work, site, outputs, OUTPUT if approvals is None else APPROVAL)
    if work.plan.blocked or request is None:
        return
    kept = is_kept(work, run_id)
    fetched = kept and is_fetched(work, run_id)
    if fetched:
        work.note(NOTE)
    place = Place(lambda _: "") if kept else _place(work, site, source, made, planned, run)
    if place is None:
        lost(work, site)
        return
    func, arguments = request
    extra = work.transport(site)
    call = site.call
    assert call is not None
    outer = work.outer(site)
    wait = "await " if isinstance(outer, ast.Await) else ""
    used = (thread, outputs, *(v for _, v in extra), *([run_id] if fetched else []))

    def write(r: Rendering) -> Code:
        items = [
            r.item("conversation=", r.code(thread), thread),
            r.item("input=", handed_in(r), outputs),
            *arguments(r),
            *(r.item(f"{k}=", r.code(v), v) for k, v in extra),
        ]
        below = r.leftovers(call, used)
        new = in_thread(r, site, Brackets(func(r), tuple(definition_first(items)), below=below))
        new = replace(new, head=f"{wait}{new.head}")
        if fetched:
            return Brackets(goes_on(r), (r.item("", r.code(run_id), run_id), Item(new)))
        return placed(new, place.head(r), place.tail, awaited=bool(wait))

    work.replace(place.node or outer, write)


def _place(
    work: Work,
    site: Site,
    source: ast.expr,
    made: list[Site],
    planned: ToolLoop | None,
    run: Variable | None,
) -> Place | None:
    """What takes the new response; None, with blockers, where nothing can."""
    left = attribute_left(work, site, source, made)
    if left is not None:
        work.block(left, left_in(left))
        return None
    place = None
    if planned is None or planned.first is None:
        place = (
            hand_back(work, site, source, made)
            or renew(work, site, source, made)
            or renew_own(work, site, source, made)
        )
    if place is not None:
        if isinstance(source, ast.Name):
            renewed = [work.variable_of(source)]
            if kept := kept_first_id(work, work.outer(site), source, renewed):
                work.block(site.anchor, kept)
                return None
        return place
    stale = list(stale_holders(work.facts, site, made))
    if not follow(work, stale):
        for one in stale:
            work.block(one.use, _STILL_FIRST)
        return None
    target = _target(work, site, run)
    if target is None:
        return None
    name = work.binding_name(site)
    bound = work.facts.scopes.variable(name) if name is not None else None
    if kept := kept_first_id(work, work.outer(site), source, [bound or run]):
        work.block(site.anchor, kept)
        return None
    if planned is None and run is not None:
        if is_fetched_otherwise(work, work.tree.function(site.func), source, made):
            work.block(site.anchor, _TWICE)
            return None
        keep_ids(work, work.tree.statement(site.func), run, name_of)
    return Place(target)


def _before(
    work: Work, site: Site, run_id: ast.expr, run: Variable | None
) -> Callable[[Rendering], str] | None:
    """The response that asked for the outputs, which is fetched where only its id is there."""
    if run is not None:
        return lambda r: name_of(r, run)
    holder = holder_of(run_id)
    if holder is not run_id and "run" in {value_kind(t) for t in work.infer.of(holder)}:
        return lambda r: r.text(holder)
    if site.thread is not None:  # the rest of the call is made outside of the thread
        return None
    wait = "await " if isinstance(work.outer(site), ast.Await) else ""
    return lambda r: f"{wait}{r.openai(site)}.responses.retrieve({r.text(run_id)})"


def _supposed(work: Work, site: Site) -> list[Site]:
    made = supposed(work.facts, site)
    agent = agent_of(made[0]) if made else None
    if agent is not None:
        text = " ".join(work.tree.segment(agent).split())
        work.note(
            "the run comes from out of view: it is taken to be one of those that this file makes, "
            f"all with `{text}`"
        )
    return made


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
    if _is_answer(work, outer) and run is not None:
        return None if _is_lost(work, site, run) else (lambda _: "")
    if not isinstance(parent, ast.Expr) or run is None:
        work.block(site.anchor, "there is no variable here that takes the new response")
        return None
    if _is_lost(work, site, run):
        return None
    return lambda r: f"{name_of(r, run)} = "


def _is_answer(work: Work, outer: ast.expr) -> bool:
    """``return carry_on(submit(…))``: another function has the new response, and nobody the old."""
    parents = work.tree.parents
    call = parents.get(outer)
    if isinstance(call, ast.keyword):
        call = parents.get(call)
    if not isinstance(call, ast.Call) or outer is call.func:
        return False
    above = parents.get(call)
    return isinstance(parents.get(above) if isinstance(above, ast.Await) else above, ast.Return)


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
    if isinstance(function, FUNCTIONS) and _have_names(work, function):
        return False  # and none of the callers reads the run again
    if isinstance(function, FUNCTIONS) and _is_finishing(work, site, function):
        work.note(_FINISHED)
        return False
    work.block(site.anchor, "the function keeps the new response from its callers: return it")
    return True


def _is_finishing(work: Work, site: Site, function: Function) -> bool:
    """Whether a function goes on to the end of a run, in a loop or by itself; callers unseen."""
    calls = [call for call, _ in calls_of(work.infer, function)]
    again = [call for call in calls if _is_again(work, function, call)]
    return len(again) == len(calls) and (bool(again) or rounds(work, site) is not None)


def _have_names(work: Work, function: Function) -> bool:
    """Whether all callers are in view, and hold runs by names that stay those of the runs.

    A function that calls itself, and returns what that returns, has the new response itself.
    """
    calls = [call for call in all_calls(work, function) if not _is_again(work, function, call)]
    return bool(calls) and all(
        _is_name(work, call, holder_of(value))
        for call in calls
        for value in (*call.args, *(keyword.value for keyword in call.keywords))
        if _is_of_run(work, value)
    )


def _is_again(work: Work, function: Function, call: ast.Call) -> bool:
    """``return handle(run)`` in ``handle`` itself, with the run that goes on."""
    statement = work.tree.statement(call)
    given = (*call.args, *(keyword.value for keyword in call.keywords))
    return (
        work.tree.function(call) is function
        and isinstance(statement, ast.Return)
        and statement.value in (call, work.tree.parents.get(call))
        and any(
            maker.operation in (*POLLS, *SUBMITS)
            for value in given
            for maker in work.facts.origins(value)
        )
    )


def _is_of_run(work: Work, value: ast.expr) -> bool:
    """Whether a value is a run, wherever it was made, or the id of one."""
    kinds = {value_kind(t) for node in (value, holder_of(value)) for t in work.infer.of(node)}
    made = any(maker.operation in MAKES for maker in creators(work, holder_of(value)))
    return made or not kinds.isdisjoint({"run", "run-id"})


def _is_name(work: Work, call: ast.Call, holder: ast.expr) -> bool:
    variable = work.variable_of(holder)
    return (
        variable is not None
        and not takes_result(work.facts, call, variable)
        and all(_is_own_run(work, variable, b) for b in work.facts.scopes.bindings(variable))
        and not any(_goes_on(work, call, use) for use in work.facts.scopes.reads(variable))
    )


def _is_own_run(work: Work, variable: Variable, binding: Binding) -> bool:
    """Whether a name is given a run that is made there, or that one again."""
    value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
    site = work.facts.by_call.get(value) if isinstance(value, ast.Call) else None
    if site is None or binding.path:
        return False
    if site.operation in MAKES:
        return True
    run_id = site.arguments.get("run_id")
    return run_id is not None and work.variable_of(holder_of(source_of(work, run_id))) == variable


def _goes_on(work: Work, call: ast.Call, use: ast.expr) -> bool:
    """Whether anything else than a call has the run from a use of it, or its id."""
    parent = work.tree.parents.get(use)
    if isinstance(parent, ast.Attribute):
        if parent.attr != "id":
            return False
        use = parent
    if call in work.tree.ancestors(use) or not is_copied(work, use):
        return False
    behind = work.tree.span(use).start > work.tree.span(call).end
    return may_follow(work.tree, call, use) or not behind


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


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.submit": submit,
    "run.submit_poll": submit,
}
