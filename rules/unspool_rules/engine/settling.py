"""Plans that depend on each other: who waits for whom, and what can only be applied together."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from unspool_rules.engine.clients.legacy import constructed, reaches
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import MAKES
from unspool_rules.model import Blocker
from unspool_rules.semantics.mocks import is_mocked

_MAKE_THREADS = ("thread.create", "thread_run.create", "thread_run.process")
_KEEP_ASSISTANTS = ("agent.create", "agent.update", "agent.delete")
_TAKE_THREADS = ("message.", "run.", "step.", "thread.get", "thread.update", "thread.delete")
"""How the names of operations begin that take a thread's id."""
_SHARED = {
    "agents": "the `AgentsClient` is shared with calls that cannot be migrated",
    "project": "the `AIProjectClient` is of the old version or of the new one, not of both, and "
    "other calls of it cannot be migrated",
}


def settle(facts: Facts, plans: Sequence[Plan], plan_of: Mapping[Site, Plan]) -> None:
    """Bring a file's plans into line with each other."""
    _Settling(facts, plans, plan_of).run()


class _Settling:
    """Passes on what blocks one plan to those that need it, and ties together the others."""

    def __init__(self, facts: Facts, plans: Sequence[Plan], plan_of: Mapping[Site, Plan]) -> None:
        self.facts = facts
        self.plans = plans
        self.plan_of = plan_of
        self._causes: dict[str, Blocker] = {}
        """By the group of a blocked plan: what blocks it in the end."""
        self._takers: dict[tuple[str, str], Site] = {}
        """By the groups of who makes an id and of who is known to take it: the call that does."""

    def run(self) -> None:
        self._depend()
        self._settle()
        self._warn()
        self._flows()

    def _depend(self) -> None:
        """Ids that travel as strings: who takes them waits for who makes them."""
        for site in self.facts.sites:
            plan = self.plan_of[site]
            for name in ("thread_id", "message_id", "after"):
                value = site.arguments.get(name)
                if value is None or (name == "after" and site.operation != "message.list"):
                    continue
                makers = [s for s in self.facts.origins(value) if self.plan_of[s] is not plan]
                for maker in makers:
                    plan.waits_for.add(self.plan_of[maker].group)
                    plan.flow.add(self.plan_of[maker].group)
                    self.plan_of[maker].flow.add(plan.group)
                    if name == "thread_id" and self._is_answered(site):
                        made = self.plan_of[maker]
                        made.waits_for.add(plan.group)
                        self._takers.setdefault((made.group, plan.group), site)
                if name == "thread_id" and not self.facts.origins(value):
                    self._wait_for(site, _MAKE_THREADS)
                    text = " ".join(self.facts.tree.segment(value).split())
                    plan.note(f"`{text}` must hold a conversation's id; old threads do not move")

            if site.operation.startswith(_TAKE_THREADS) and "thread_id" not in site.arguments:
                for value in site.unpacked:
                    self._wait_for(site, _MAKE_THREADS)
                    text = " ".join(self.facts.tree.segment(value).split())
                    plan.note(f"`thread_id` in `{text}` must be a conversation's id")

            if self.facts.keeps_assistants and site.sort == "openai":
                if "assistant_id" in site.arguments or site.operation.startswith("agent."):
                    self._wait_for(site, _KEEP_ASSISTANTS)
                if site.operation.startswith("agent."):
                    self._wait_for_takers(site)

            elif site.sort == "openai" and "assistant_id" in site.arguments:
                if not self.facts.origins(site.arguments["assistant_id"]):
                    self._wait_for(site, ("agent.create",))

            elif site.sort == "openai" and site.operation == "agent.create":
                if not any("assistant_id" in other.arguments for other in plan.sites):
                    self._wait_for_takers(site)

            if _is_moved_store(site):
                others = (o for o in self.facts.sites if o.sort == site.sort)
                plan.waits_for |= {
                    self.plan_of[o].group for o in others if not _is_moved_store(o)
                } - {plan.group}

            run_id = site.arguments.get("run_id")
            if run_id is not None:
                known = any(maker.operation in MAKES for maker in self.facts.origins(run_id))
                if not known:  # what goes on with a run, or fetches it, has it from elsewhere
                    self._wait_for(site, MAKES)

    def _is_answered(self, site: Site) -> bool:
        """Whether the old service still answers a call, so that its ids have to stay its own.

        OpenAI's does not: what takes an id there fails before and after.
        """
        return site.sort == "agents" and not is_mocked(self.facts.tree, site.func)

    def _wait_for_takers(self, site: Site) -> None:
        """Who stores an assistant waits for those that take stored ones by id or by name."""
        plan = self.plan_of[site]
        for other in self.facts.sites:
            taken = other.arguments.get("assistant_id")
            takes = taken is not None or other.operation == "agent.list"
            if not self.facts.keeps_assistants and taken is not None and self.facts.origins(taken):
                continue  # that of another call of the file, in whose plan it is
            if takes and other.sort == site.sort and self.plan_of[other] is not plan:
                plan.waits_for.add(self.plan_of[other].group)

    def _wait_for(self, site: Site, operations: tuple[str, ...]) -> None:
        """An id from elsewhere may be made by any call of the file that makes such ids."""
        plan = self.plan_of[site]
        for other in self.facts.sites:
            if is_mocked(self.facts.tree, other.func):
                continue
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
        site = self._takers.get((plan.group, other.group), other.sites[0])
        makes = not site.operation.startswith("agent.") or site.operation == "agent.create"
        makes = makes and (plan.group, other.group) not in self._takers
        does = "makes the id" if makes else "takes the same ids"
        does = "sees what is stored there" if any(map(_is_moved_store, plan.sites)) else does
        does = does if plan.sites else "goes through it"
        where = f"`{site.method.name}` at line {self._line(site)}"
        return f"{where} {does} and cannot be migrated: "

    def _line(self, site: Site) -> int:
        return self.facts.tree.lines.line_of(self.facts.tree.span(site.func).start) + 1

    def _warn(self) -> None:
        """Who makes an id is told of calls in view that take it and stay as they are."""
        for site in self.facts.sites:
            if not self.plan_of[site].blocked or is_mocked(self.facts.tree, site.func):
                continue
            if site.call is None and site.operation.startswith(_TAKE_THREADS):
                self._warn_makers(site, None, _MAKE_THREADS)
            for name, operations in (("thread_id", _MAKE_THREADS), ("run_id", MAKES)):
                value = site.arguments.get(name)
                if value is not None:
                    self._warn_makers(site, value, operations)

    def _warn_makers(self, site: Site, value: ast.expr | None, operations: tuple[str, ...]) -> None:
        """Tell the makers of an id of what takes it: of a call, or of a method without a value."""
        known = self.facts.origins(value) if value is not None else []
        makers = known or [
            s for s in self.facts.sites if s.operation in operations and s.sort == site.sort
        ]
        may = "takes" if known else "may take"
        for maker in makers:
            other = self.plan_of[maker]
            if other is not self.plan_of[site] and not other.blocked:
                other.note(
                    f"line {self._line(site)} {may} this id and cannot be migrated yet: "
                    "the old service does not know it"
                )

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


def _is_moved_store(site: Site) -> bool:
    """Whether a vector store of Azure OpenAI is meant, which moves to another service.

    What stays at Azure OpenAI does not see a store of the project, whose ids are its own.
    """
    return site.sort == "azure-openai" and site.operation.startswith("beta_")
