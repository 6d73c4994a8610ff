"""Components and their plans: the smallest sets of calls and uses that must change together."""

from __future__ import annotations

import ast
from functools import cached_property

from unspool_rules.engine.calls import leftovers
from unspool_rules.engine.citations import files
from unspool_rules.engine.clients.legacy import constructed, has_project, reaches, service_of
from unspool_rules.engine.constructions import plan_constructions
from unspool_rules.engine.errors import keep_handlers_right
from unspool_rules.engine.facts import Facts, Site
from unspool_rules.engine.functions.bonds import bonds
from unspool_rules.engine.handlers import Handlers
from unspool_rules.engine.operations import PLANNERS, rounds
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.reasons import of_call
from unspool_rules.engine.references import References
from unspool_rules.engine.streams import Flows
from unspool_rules.engine.uses.judge import judge
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.model import Blocker, Span, Target
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.scopes import Variable

_BINDING_IDS = {"agent-id", "run-id"}
_OPAQUE_IDS = {"thread-id", "message-id"}
_MAKE_THREADS = ("thread.create", "thread_run.create", "thread_run.process")
_MAKE_RUNS = ("run.create", "run.process", "thread_run.create", "thread_run.process")
_MOCKED = {
    "return_value",
    "side_effect",
    "called",
    "call_args",
    "call_args_list",
    "call_count",
    "mock_calls",
    "assert_called",
    "assert_called_once",
    "assert_called_with",
    "assert_called_once_with",
    "assert_any_call",
    "assert_not_called",
    "assert_awaited",
    "assert_awaited_once",
    "assert_awaited_once_with",
}


_SHARED = {
    "agents": "the `AgentsClient` is shared with calls that cannot be migrated",
    "project": "the `AIProjectClient` is of the old version or of the new one, not of both, and "
    "other calls of it cannot be migrated",
}


class Components:
    """Union-find over the sites of a file."""

    def __init__(self, facts: Facts) -> None:
        self._parent: dict[Site, Site] = {site: site for site in facts.sites}

    def find(self, site: Site) -> Site:
        while self._parent[site] is not site:
            self._parent[site] = self._parent[self._parent[site]]
            site = self._parent[site]
        return site

    def join(self, one: Site, other: Site) -> None:
        self._parent[self.find(one)] = self.find(other)


class Planner:
    """Plans for every component of a file."""

    def __init__(self, facts: Facts, target: Target) -> None:
        self.facts = facts
        self.target = target
        self.plan_of: dict[Site, Plan] = {}
        self.plans: list[Plan] = []
        self._holders: list[ast.expr] = []
        self._causes: dict[str, Blocker] = {}
        """By the group of a blocked plan: what blocks it in the end."""
        facts.flows = Flows(facts).found
        handlers = Handlers(facts, facts.flows)
        self._components = Components(facts)
        for one, other in handlers.together():
            self._components.join(one, other)
        self._connect()
        self._plan()

    # -- components --------------------------------------------------------------------------------

    def _connect(self) -> None:
        """Binding edges: results that share a variable, ids that change meaning, direct values."""
        facts = self.facts
        for node in facts.tree.nodes:
            if not isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Await)):
                continue
            types = facts.infer.of(node)
            if not types:
                continue
            kinds = {value_kind(t) for t in types} - {None}
            if not kinds:
                continue
            self._holders.append(node)
            if kinds <= _OPAQUE_IDS:
                continue
            origins = facts.origins(node)
            for other in origins[1:]:
                self._components.join(origins[0], other)
        spans = facts.tree.span
        self._holders.sort(key=lambda n: (spans(n).start, spans(n).end))
        for one, other in (*bonds(facts), *files.bonds(facts)):
            self._components.join(one, other)
        for site in facts.sites:
            for value in [*site.arguments.values(), *site.unpacked]:
                for node in ast.walk(value):
                    if isinstance(node, ast.expr):
                        self._feed(site, node)

        self._join_same_thread()
        self._join_mocks()

    def _join_same_thread(self) -> None:
        """Calls in one function on one thread: a message and its run are right only together."""
        first: dict[tuple[ast.AST | None, str], Site] = {}
        for site in self.facts.sites:
            thread = site.arguments.get("thread_id")
            if thread is None:
                continue
            key = self.facts.tree.function(site.func), ast.dump(thread)
            if key in first:
                self._components.join(site, first[key])
            else:
                first[key] = site
        for site in self.facts.sites:
            if not site.unpacked or "thread_id" in site.arguments:
                continue
            for (function, _), other in first.items():  # any of them may be its thread
                if function is self.facts.tree.function(site.func):
                    self._components.join(site, other)

    def _join_mocks(self) -> None:
        """What a test says about a mocked call is right only together with the calls."""
        for site in self.facts.sites:
            above = self.facts.tree.parents.get(site.func)
            if not isinstance(above, ast.Attribute) or above.attr not in _MOCKED:
                continue
            root = self._root(site.func)
            for other in self.facts.sites:
                if root is not None and self._root(other.func) == root:
                    self._components.join(site, other)

    def _root(self, node: ast.expr) -> Variable | None:
        while isinstance(node, (ast.Attribute, ast.Call)):
            node = node.func if isinstance(node, ast.Call) else node.value
        return self.facts.scopes.variable(node) if isinstance(node, ast.Name) else None

    def _feed(self, site: Site, node: ast.expr) -> None:
        kinds = {value_kind(t) for t in self.facts.infer.of(node)} - {None}
        origins = self.facts.origins(node)
        if not origins or not kinds:
            return
        if kinds <= _OPAQUE_IDS and not self._is_direct(node):
            return
        for origin in origins:
            self._components.join(site, origin)

    def _is_direct(self, node: ast.expr) -> bool:
        """Whether an id is read from the object right here, or kept in a local name."""
        if isinstance(node, ast.Attribute):
            return isinstance(node.value, ast.Name) and node.value.id not in ("self", "cls")
        if isinstance(node, ast.Name):
            variable = self.facts.scopes.variable(node)
            return variable is not None and any(
                isinstance(b.node, ast.Name) for b in self.facts.scopes.bindings(variable)
            )
        return isinstance(node, ast.Call)

    # -- plans -------------------------------------------------------------------------------------

    def _plan(self) -> None:
        groups: dict[Site, list[Site]] = {}
        for site in self.facts.sites:
            groups.setdefault(self._components.find(site), []).append(site)
        works: list[Work] = []
        for sites in groups.values():
            start = self.facts.tree.span(sites[0].func).start
            plan = Plan(f"g{start}", sites)
            self.plans.append(plan)
            for site in sites:
                self.plan_of[site] = plan
            works.append(Work(self.facts, self.target, plan))
        for work in works:
            self._operations(work)
        by_plan = {id(work.plan): work for work in works}
        for node in self._holders:
            for plan in {
                id(p): p for p in map(self.plan_of.get, self.facts.origins(node)) if p
            }.values():
                judge(by_plan[id(plan)], node)
        for work in works:
            if work.plan.acts:
                leftovers(work)
        plan_constructions(self.facts, self.plan_of)
        self.plans += References(self.facts, self.plan_of, self.target).plan()
        self._depend()
        self._settle()
        self._warn()
        self._flows()

    def _operations(self, work: Work) -> None:
        for site in work.plan.sites:
            if site.call is None and site.operation != "client.close":
                work.block(
                    site.func, f"`{site.method.name}` is passed on without being called here"
                )
                continue
            if site.wrapper:
                work.block(site.func, f"`{site.wrapper}` gives the raw answer of the old service")
                continue
            if site.probable:
                work.note("the client's type is not known here; only the shape of the call says it")
            if site.operation == "run.get" and rounds.claimed(work, site):
                continue
            if site.rootless and site.operation != "client.connect":
                work.block(site.func, "which client this goes through cannot be seen here")
                continue
            if site.azure and self._entered is not None:
                work.block(
                    self._entered, "`agents` of a project client is no context manager any more"
                )
                continue
            planner = PLANNERS.get(site.operation)
            if planner is None:
                work.block(site.anchor, of_call(site))
                continue
            planner(work, site)
            self._needs_project(work, site)
            keep_handlers_right(work, site)
            if service_of(site, self.target) is service_of(work.plan.sites[0], self.target):
                continue
            work.block(site.anchor, "the same flow uses clients of two services")

    def _needs_project(self, work: Work, site: Site) -> None:
        """In Foundry an OpenAI client has to be that of a project."""
        if site.azure or not work.foundry(site) or has_project(self.facts, site):
            return
        if constructed(self.facts, site) is not None:
            work.require_project(site)
        elif site.client is not None:
            text = " ".join(self.facts.tree.segment(site.client).split())
            work.note(f"`{text}` must be the client that `get_openai_client()` of a project gives")

    @cached_property
    def _entered(self) -> ast.expr | None:
        """Where a ``with`` enters the ``agents`` of a project client."""
        for node in self.facts.tree.nodes:
            if isinstance(node, ast.withitem):
                for value in self.facts.infer.of(node.context_expr):
                    if isinstance(value, Inst) and value.cls.endswith(".AgentsOperations"):
                        return node.context_expr
        return None

    def _depend(self) -> None:
        """Ids that travel as strings: the one who takes them waits for the one who makes them."""
        for site in self.facts.sites:
            plan = self.plan_of[site]
            for name in ("thread_id", "message_id"):
                value = site.arguments.get(name)
                if value is None:
                    continue
                makers = [s for s in self.facts.origins(value) if self.plan_of[s] is not plan]
                for maker in makers:
                    plan.waits_for.add(self.plan_of[maker].group)
                    plan.flow.add(self.plan_of[maker].group)
                    self.plan_of[maker].flow.add(plan.group)
                if name == "thread_id" and not self.facts.origins(value):
                    self._wait_for(site, _MAKE_THREADS)
                    text = " ".join(self.facts.tree.segment(value).split())
                    plan.note(f"`{text}` must hold a conversation's id; old threads do not move")

            run_id = site.arguments.get("run_id")
            if run_id is not None and not self.facts.origins(run_id):
                self._wait_for(site, _MAKE_RUNS)

    def _wait_for(self, site: Site, operations: tuple[str, ...]) -> None:
        """An id from elsewhere may be made by any call of the file that makes such ids."""
        plan = self.plan_of[site]
        for other in self.facts.sites:
            if other.operation in operations and other.sort == site.sort:
                if self.plan_of[other] is not plan:
                    plan.waits_for.add(self.plan_of[other].group)

    def _settle(self) -> None:
        """Pass blockers on until nothing more is blocked; what is free then goes together."""
        for plan in self.plans:
            if plan.blocked:
                self._causes[plan.group] = next(iter(plan.blockers.values()))
        changed = True
        while changed:
            changed = False
            for sort in _SHARED:
                changed |= self._share(sort)
            changed |= self._wait()
        for sort in _SHARED:
            self._together(sort)
        self._take_along()

    def _of_sort(self, sort: str) -> list[Plan]:
        found = (self.plan_of[s] for s in self.facts.sites if s.sort == sort)
        return list({plan.group: plan for plan in found}.values())

    def _share(self, sort: str) -> bool:
        """A client that can have no second beside it changes with all its calls or not at all."""
        plans = self._of_sort(sort)
        causes = {self._causes[plan.group]: None for plan in plans if plan.blocked}
        changed = False
        for plan in plans:
            if plan.blocked or not causes or not any(map(self._is_alone, plan.sites)):
                continue
            for cause in causes:
                plan.block(cause.span, f"{_SHARED[sort]}: {cause.message}", cause)
            self._causes[plan.group] = next(iter(causes))
            changed = True
        return changed

    def _together(self, sort: str) -> None:
        """Where no call is held back, the client is replaced, for all of its calls at once."""
        plans = self._of_sort(sort)
        if not any(plan.blocked for plan in plans):
            groups = {plan.group for plan in plans}
            for plan in plans:
                plan.tied |= groups

    def _take_along(self) -> None:
        """What would be left over by the last call, or is written anew by the call around it."""
        plans = list({plan.group: plan for plan in self.plan_of.values()}.values())
        for plan in self.plans:
            around = self.plan_of[plan.within] if plan.within is not None else None
            if around is not None and not around.blocked and not plan.blocked:
                plan.tied.add(around.group)
                around.tied.add(plan.group)
        if not plans or any(plan.blocked for plan in plans):
            return
        groups = {plan.group for plan in plans}
        if all(groups <= plan.tied | {plan.group} for plan in plans):
            plans[0].tied |= {plan.group for plan in self.plans if plan.dropped}
            for plan in (plan for plan in self.plans if plan.traces):
                plan.tied.add(plans[0].group)
                plans[0].tied.add(plan.group)

    def _is_alone(self, site: Site) -> bool:
        """Whether the site's client has to go for the site to change."""
        return site.operation == "client.close" or not self._can_have_a_second(site)

    def _can_have_a_second(self, site: Site) -> bool:
        """Whether the old client can stay beside a new one.

        An ``AIProjectClient`` cannot: its ``agents`` are the old ones up to azure-ai-projects 1.x
        and the new ones from 2.0 on, so all of its calls in a file change at once.
        """
        if site.sort == "project":
            return False
        made = constructed(self.facts, site)
        if made is None:
            return False
        parent = self.facts.tree.parents.get(made)
        if not isinstance(parent, (ast.Assign, ast.AnnAssign)):
            return False
        return reaches(self.facts, parent, site)

    def _wait(self) -> bool:
        """Who takes an id waits for who makes it."""
        by_group = {plan.group: plan for plan in self.plans}
        changed = False
        for plan in self.plans:
            if plan.blocked:
                continue
            for other in (by_group[group] for group in sorted(plan.waits_for)):
                if not other.blocked:
                    continue
                cause = self._causes[other.group]
                plan.block(cause.span, f"{self._held_by(plan, other)}{cause.message}", cause)
                self._causes.setdefault(plan.group, cause)
                changed = True
        return changed

    def _held_by(self, plan: Plan, other: Plan) -> str:
        """Why a plan that cannot be carried out holds another one back."""
        if not other.sites:
            return ""
        site = other.sites[0]
        does = "makes the id" if plan.sites else "goes through it"
        where = f"`{site.method.name}` at line {self._line(site)}"
        return f"{where} {does} and cannot be migrated: "

    def _line(self, site: Site) -> int:
        return self.facts.tree.lines.line_of(self.facts.tree.span(site.func).start) + 1

    def _warn(self) -> None:
        """Who makes an id is told of calls in view that take it and stay as they are."""
        for site in self.facts.sites:
            plan = self.plan_of[site]
            value = site.arguments.get("thread_id")
            if not plan.blocked or value is None:
                continue
            for maker in self.facts.origins(value):
                other = self.plan_of[maker]
                if other is not plan and not other.blocked:
                    other.note(f"line {self._line(site)} takes this id and cannot be migrated yet")

    def _flows(self) -> None:
        """Flows: components that exchange ids, transitively."""
        by_group = {plan.group: plan for plan in self.plans}
        for plan in self.plans:
            seen = {plan.group}
            stack = [plan.group]
            while stack:
                for other in by_group[stack.pop()].flow:
                    if other not in seen:
                        seen.add(other)
                        stack.append(other)
            plan.flow = seen if len(seen) > len(plan.flow) else plan.flow | seen


def span_of(facts: Facts, site: Site) -> Span:
    """Where a finding about a site stands: the name of what is called, with its receiver."""
    return facts.tree.span(site.func)


__all__ = ["Components", "Inst", "Planner", "span_of"]
