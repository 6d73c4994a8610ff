"""The plans of a file: one for each component, then brought into line with each other."""

from __future__ import annotations

import ast
from functools import cached_property

from unspool_rules.engine.abroad.given import GIVEN, givens, tell_callers
from unspool_rules.engine.abroad.given_out import tell_readers
from unspool_rules.engine.beside.errors import keep_handlers_right
from unspool_rules.engine.beside.id_prefixes import tell_prefixes
from unspool_rules.engine.beside.worker_threads import keep
from unspool_rules.engine.clients import asked_names, strange_methods
from unspool_rules.engine.clients.constructions import plan_constructions
from unspool_rules.engine.clients.entered_agents import entered, giving_way
from unspool_rules.engine.clients.legacy import constructed, has_project, service_of
from unspool_rules.engine.clients.moved_files import tell_kept
from unspool_rules.engine.clients.other_services import tell_other_service
from unspool_rules.engine.clients.project_agents import hand_over_project
from unspool_rules.engine.clients.project_functions import by_function
from unspool_rules.engine.components import Components
from unspool_rules.engine.definitions import run_settings, run_tools
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.unpacked import expand, spell_out
from unspool_rules.engine.flow.unpacked import together as unpacked_together
from unspool_rules.engine.messages.old_reads import tell_of_old_reads
from unspool_rules.engine.mocks import methods as mocks
from unspool_rules.engine.operations import PLANNERS
from unspool_rules.engine.operations.runs import in_background, last_responses, listed_responses
from unspool_rules.engine.operations.streaming.handlers import plan_alone
from unspool_rules.engine.operations.tool_calls import rounds
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.reasons import of_call
from unspool_rules.engine.references.planned import plan_references
from unspool_rules.engine.settling import settle
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.handlers import Handlers
from unspool_rules.engine.streaming.lone_handlers import HANDLING
from unspool_rules.engine.streaming.streams import Flows
from unspool_rules.engine.tool_calls.calls import leftovers
from unspool_rules.engine.tool_calls.told_apart import asks_for_action, states_of
from unspool_rules.engine.tool_calls.unanswered import tell_unanswered
from unspool_rules.engine.toolmodels.idle import plan_idle
from unspool_rules.engine.uses.followed import Followed
from unspool_rules.engine.uses.judge import judge
from unspool_rules.engine.uses.named import with_a_dot
from unspool_rules.engine.work import Work
from unspool_rules.model import Target
from unspool_rules.semantics.mocks import is_mocked
from unspool_rules.semantics.values import is_meant


def _turn(site: Site) -> int:
    """When a site is planned: what becomes of it may depend on what became of others."""
    return {"run.list": 0, "run.cancel": 2, "step.list": 2}.get(site.operation, 1)


class Planner:
    """Plans for every component of a file."""

    def __init__(self, facts: Facts, target: Target) -> None:
        self.facts = facts
        self.target = target
        self.plan_of: dict[Site, Plan] = {}
        self.plans: list[Plan] = []
        self._states = states_of(facts.tree)
        self._unpacked = expand(facts, target)
        flows = Flows(facts)
        facts.flows = flows.found
        handlers = Handlers(facts, facts.flows)
        facts.handlers = handlers.known
        self._alone = {h.alone[0]: h for h in handlers.alone if h.alone is not None}
        self._components = Components(facts, [*givens(facts, target), *self._alone])
        for one, other in (*handlers.together(), *flows.together):
            self._components.join(one, other)
        for one, other in (
            *unpacked_together(self._unpacked),
            *in_background.together(facts, target),
            *last_responses.together(facts),
            *listed_responses.together(facts),
        ):
            self._components.join(one, other)
        self._plan()

    def _plan(self) -> None:
        works: list[Work] = []
        for sites in self._components.groups():
            start = self.facts.tree.span(sites[0].func).start
            given = [site for site in sites if site.operation in (GIVEN, HANDLING)]
            plan = Plan(f"g{start}", [site for site in sites if site not in given], given)
            self.plans.append(plan)
            for site in sites:
                self.plan_of[site] = plan
            works.append(Work(self.facts, self.target, plan))
        for work in works:
            self._operations(work)
        by_plan = {id(work.plan): work for work in works}
        for node in self._components.holders:
            for plan in {
                id(p): p for p in map(self.plan_of.get, self.facts.origins(node)) if p
            }.values():
                judge(by_plan[id(plan)], node)
        if works:
            work_of = {site: by_plan[id(plan)] for site, plan in self.plan_of.items()}
            followed = Followed(work_of)
            for expression in self.facts.tree.nodes:
                if isinstance(expression, ast.expr):
                    followed.look(expression)
            tell_readers(work_of)
        for read in self.facts.by_key:
            for site in self.facts.origins(read.value):
                with_a_dot(by_plan[id(self.plan_of[site])], read)
        leftovers(self.facts, works)
        tell_unanswered(self.facts, works)
        tell_prefixes(self.facts, works)
        tell_of_old_reads(self.facts, self.plans)
        plan_constructions(self.facts, self.plan_of)
        plans, gone = plan_references(self.facts, self.plan_of, self.target)
        self.plans += plans
        self.plans += plan_idle(self.facts, self.target, self.plans)
        gone |= asked_names.answer(self.facts, self.plan_of)
        hand_over_project(self.facts, self.plan_of, self.target, gone)
        settle(self.facts, self.plans, self.plan_of)
        tell_kept(self.facts, self.plan_of, self.target)

    def _operations(self, work: Work) -> None:
        tell_callers(work)
        work.plan.acts = asks_for_action(work, self._states)
        for site in work.plan.givens:
            if site in self._alone:
                plan_alone(work, self._alone[site])
        run_tools.move(work)
        run_settings.settle(work)
        for site in sorted(work.plan.sites, key=_turn):
            if site.call is None and site.operation != "client.close":
                if not mocks.follow(work, site):
                    work.block(site.func, _uncalled(work, site))
                continue
            if not work.plan.given_up.isdisjoint(work.tree.ancestors(site.func)):
                continue
            if site.wrapper:
                work.block(site.func, f"`{site.wrapper}` gives the raw answer of the old service")
                continue
            if site.probable:
                work.note("the client's type is not known here; only the shape of the call says it")
            if isinstance(site.func, ast.Attribute) and is_meant(site.method, site.func.attr):
                work.note(f"there never was a `{ast.unparse(site.func)}`: the program failed here")
            if site.operation == "run.get" and rounds.claimed(work, site):
                continue
            kept = site.operation == "client.connect" or site.operation.startswith("beta_")
            if site.rootless and not kept:
                work.block(site.func, "which client this goes through cannot be seen here")
                continue
            if site.azure and self._entered is not None:
                work.block(
                    self._entered, "`agents` of a project client is no context manager any more"
                )
                continue
            if site.sort == "agents" and self._strange is not None:
                work.block(self._strange, strange_methods.reason(self.facts, self._strange))
                continue
            planner = PLANNERS.get(site.operation)
            if planner is None:
                work.block(site.anchor, of_call(site, foundry=work.foundry(site)))
                continue
            planner(work, site)
            if site in self._unpacked:
                spell_out(work, site, self._unpacked[site])
            keep(work, site)
            self._needs_project(work, site)
            tell_other_service(work, site)
            keep_handlers_right(work, site)
            if service_of(site, self.target) is service_of(work.plan.sites[0], self.target):
                continue
            work.block(site.anchor, "the same flow uses clients of two services")

    def _needs_project(self, work: Work, site: Site) -> None:
        """In Foundry an OpenAI client has to be that of a project."""
        if site.azure or not self._in_foundry(work, site) or has_project(self.facts, site):
            return
        made = constructed(self.facts, site)
        if made is not None or by_function(self.facts, site, self.target):
            work.require_project(site)
        elif site.module is not None:
            work.block(site.func, "in Foundry, calls go through a project's client, not a module")
        elif site.client is not None:
            text = " ".join(self.facts.tree.segment(site.client).split())
            work.note(f"`{text}` must be the client that `get_openai_client()` of a project gives")

    def _in_foundry(self, work: Work, site: Site) -> bool:
        """Whether a call goes there; the module of OpenAI may be set to call Azure."""
        return work.foundry(site) or (site.client is None and self._azure_by_type)

    @cached_property
    def _azure_by_type(self) -> bool:
        """``openai.api_type = "azure"``."""
        return any(
            isinstance(node.value, ast.Constant)
            and str(node.value.value).startswith("azure")
            and any(isinstance(t, ast.Attribute) and t.attr == "api_type" for t in node.targets)
            for node in self.facts.tree.of(ast.Assign)
        )

    @cached_property
    def _entered(self) -> ast.expr | None:
        """Where a ``with`` enters the ``agents`` of a project client, and has to be taken apart."""
        items = entered(self.facts)
        return items[0].context_expr if items and giving_way(self.facts) is None else None

    @cached_property
    def _strange(self) -> ast.Attribute | None:
        """Where a client of agents is asked for what it never had."""
        return strange_methods.strange_method(self.facts)


def _uncalled(work: Work, site: Site) -> str:
    """Why a method that is named without being called holds its component back."""
    if is_mocked(work.tree, site.func):
        return (
            f"a test says what the mocked `{site.method.name}` gives or gets: it follows the code "
            "that is tested, which calls other methods now"
        )
    return f"`{site.method.name}` is passed on without being called here"
