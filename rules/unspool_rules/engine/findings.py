"""Findings out of facts and plans: what is said, where, how loudly, and with which fix."""

from __future__ import annotations

import ast
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from unspool_rules.catalogue.entry import Entry, Surface
from unspool_rules.catalogue.index import lookup
from unspool_rules.catalogue.openai_targets import OPENAI_TARGETS, at_openai
from unspool_rules.catalogue.operations import OTHER, rule_of
from unspool_rules.catalogue.retirement import retirement_of
from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.definitions.starts import PILES_UP, piles_up
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.planner import Planner
from unspool_rules.engine.reasons import Reasons
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.model import (
    Applicability,
    Blocker,
    Certainty,
    Edit,
    Finding,
    Fix,
    Note,
    Severity,
    Span,
    TargetService,
)
from unspool_rules.model.finding import Combine
from unspool_rules.semantics import outlines
from unspool_rules.semantics.types import Inst

_RELATED = 16
"""At most this many calls of its flow, the nearest ones, stand beside a finding."""


class Words(Protocol):
    """What a rule says of the findings with its code."""

    @property
    def name(self) -> str: ...
    @property
    def fix_title(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Carried:
    """What is to be said of several plans that are carried out together."""

    calls: int
    blocked: bool
    unsafe: bool
    notes: tuple[str, ...]
    group: str

    @classmethod
    def of(cls, plans: list[Plan]) -> _Carried:
        return cls(
            calls=sum(len(p.sites) + len(p.references) for p in plans),
            blocked=any(p.blocked for p in plans),
            unsafe=any(p.unsafe for p in plans),
            notes=tuple(dict.fromkeys(note for p in plans for note in p.notes)),
            group="+".join(sorted(p.group for p in plans)),
        )


class Reporter:
    """Makes the findings of one file."""

    def __init__(
        self,
        facts: Facts,
        planner: Planner,
        today: date,
        combine: Combine,
        rules: Mapping[str, Words],
    ) -> None:
        self._rules = rules
        self.facts = facts
        self.planner = planner
        self.today = today
        self.combine = combine
        self._by_group = {plan.group: plan for plan in planner.plans}
        self._reasons = Reasons(facts, planner.plan_of, self._target_of_name)
        self._reference_at = {r.node: r for r in facts.references}
        self._clients = {r.node for r in facts.references if r.symbol.endswith(".AgentsClient")}
        self._closures: dict[str, frozenset[str]] = {}
        self._carried: dict[frozenset[str], _Carried] = {}
        self._own: dict[Reference, Plan] = {}
        self._ordered: dict[str, list[tuple[Span, str]]] = {}
        self._writer: dict[ast.AST, Plan] = {}
        """By a node: the plan that writes it anew."""
        for plan in planner.plans:
            for reference in plan.references:
                self._own.setdefault(reference, plan)
            for node in (*plan.replacements, *plan.rewritten):
                self._writer.setdefault(node, plan)

    def findings(self) -> tuple[Finding, ...]:
        found = [self._site(site) for site in self.facts.sites]
        found += [f for r in self.facts.references if (f := self._reference(r)) is not None]
        return tuple(sorted(found, key=lambda f: (f.span, f.code)))

    # -- sites -------------------------------------------------------------------------------------

    def _site(self, site: Site) -> Finding:
        plan = self.planner.plan_of[site]
        entry = lookup(site.symbol)
        other = site.operation.startswith(f"{OTHER}.") and entry is not None
        code = entry.code if other and entry is not None else rule_of(site.operation)
        shut = retirement_of(site.symbol)
        target = self._target(site, entry)
        message = self._message(site.symbol, entry, target, shut, site.probable)
        foundry = service_of(site, self.planner.target) is TargetService.FOUNDRY
        if foundry and piles_up(self.facts, site, plan.sites):
            message += f"; {PILES_UP}"
        return Finding(
            code=code,
            name=self._rules[code].name,
            message=message,
            span=self.facts.tree.span(site.func),
            severity=self._severity(shut, site.probable),
            symbol=site.symbol,
            target=target,
            certainty=Certainty.PROBABLE if site.probable else Certainty.RESOLVED,
            retirement=shut,
            fix=self._fix(plan, code),
            blockers=tuple(sorted(plan.blockers.values())),
            related=self._related(site, plan),
        )

    def _target(self, site: Site, entry: Entry | None) -> str | None:
        """The new form at the service that the site's code goes to."""
        target = entry.target if entry is not None else None
        if service_of(site, self.planner.target) is TargetService.OPENAI:
            if site.operation in OPENAI_TARGETS:
                return OPENAI_TARGETS[site.operation]
            return at_openai(target)
        return target

    def _target_of_name(self, entry: Entry | None) -> str | None:
        target = entry.target if entry is not None else None
        if entry is None or entry.surface is not Surface.OPENAI_ASSISTANTS:
            return target
        service = self.planner.target.service
        if service is TargetService.AUTO and not self.facts.only_azure_openai:
            service = TargetService.OPENAI
        return at_openai(target) if service is TargetService.OPENAI else target

    def _message(
        self,
        symbol: str,
        entry: Entry | None,
        target: str | None,
        shut: date | None,
        probable: bool,
    ) -> str:
        short = ".".join(symbol.split(".")[-2:])
        when = ""
        if shut is not None:
            word = "was shut down" if shut <= self.today else "retires"
            when = f" {word} on {shut.isoformat()}"
        looks = "this looks like " if probable else ""
        becomes = ""
        if target and target.startswith("no "):
            becomes = f"; {target}"
        elif target:
            becomes = f"; use `{target}`"
        elif entry is not None and entry.blocked:
            becomes = f"; {entry.blocked}"
        verb = f", which{when}" if looks and when else when
        return f"{looks}`{short}`{verb}{becomes}"

    def _severity(self, shut: date | None, probable: bool) -> Severity:
        over = shut is not None and shut <= self.today
        if probable:
            return Severity.WARNING if over else Severity.INFORMATION
        return Severity.ERROR if over else Severity.WARNING

    def _fix(self, plan: Plan, code: str) -> Fix | None:
        groups = self._closure(plan)
        if self._carry(groups).blocked:
            return None
        return self._fix_of(groups, self._rules[code].fix_title)

    def _tied(self, *plans: Plan) -> list[Plan]:
        """The plans with all that can only be carried out together with them."""
        groups: set[str] = set()
        for plan in plans:
            groups |= self._closure(plan)
        return [self._by_group[group] for group in sorted(groups)]

    def _closure(self, plan: Plan) -> frozenset[str]:
        """Groups of a plan and of all that it is tied to, or waits for."""
        known = self._closures.get(plan.group)
        if known is None:
            found, stack = {plan.group}, [plan]
            while stack:
                current = stack.pop()
                below = self._closures.get(current.group)
                if below is not None:
                    found |= below
                    continue
                new = (current.waits_for | current.tied) - found
                found |= new
                stack += [self._by_group[group] for group in new]
            known = frozenset(found)
            for group in found:  # those that lead back here have the same
                other = self._by_group[group]
                if other is plan or plan.group in other.tied:
                    self._closures[group] = known
        return known

    def _carry(self, groups: frozenset[str]) -> _Carried:
        if groups not in self._carried:
            self._carried[groups] = _Carried.of([self._by_group[g] for g in sorted(groups)])
        return self._carried[groups]

    def _fix_of(self, groups: frozenset[str], title: str) -> Fix:
        carried = self._carry(groups)
        if carried.calls > 1:
            title = f"{title} and what belongs to it ({carried.calls} calls)"
        return Fix(
            title=title,
            applicability=Applicability.UNSAFE if carried.unsafe else Applicability.SAFE,
            render=lambda: self.combine(groups),
            notes=carried.notes,
            group=carried.group,
        )

    def _related(self, site: Site, plan: Plan) -> tuple[Note, ...]:
        tree = self.facts.tree
        made = self.facts.infer.of(site.client)
        calls = [v.site for v in made if isinstance(v, Inst) and v.site is not None]
        found = [Note(span, "the client is made here") for span in sorted(map(tree.span, calls))]
        here = tree.span(site.func)
        ordered = self._in_order(plan)
        place = bisect_left(ordered, (here, site.method.name))
        around = ordered[max(place - _RELATED, 0) : place + _RELATED + 1]
        others = [other for other in around if other[0] != here]
        nearest = sorted(others, key=lambda other: abs(other[0].start - here.start))[:_RELATED]
        found += [
            Note(span, f"`{name}` belongs to the same flow") for span, name in sorted(nearest)
        ]
        return tuple(found)

    def _in_order(self, plan: Plan) -> list[tuple[Span, str]]:
        """The calls of a plan, with the names of their methods."""
        if plan.group not in self._ordered:
            calls = ((self.facts.tree.span(site.func), site.method.name) for site in plan.sites)
            self._ordered[plan.group] = sorted(calls)
        return self._ordered[plan.group]

    # -- references --------------------------------------------------------------------------------

    def _reference(self, reference: Reference) -> Finding | None:
        node = reference.node
        entry = lookup(reference.symbol)
        code = entry.code if entry is not None else _code_of(reference)
        shut = retirement_of(reference.symbol)
        target = self._target_of_name(entry)
        lives_on = reference.symbol.startswith("azure.ai.projects.")
        if reference.part and lives_on and reference not in self._own:
            return None  # ``project_client.agents`` lives on
        plans, blockers = self._claims(reference)
        fix = None
        if plans and not blockers:
            fix = self._fix_of(
                frozenset(p.group for p in plans), "Migrate what this name is used for"
            )
        elif not blockers:
            blockers = (self._reasons.of(reference),)
        return Finding(
            code=code,
            name=self._rules[code].name,
            message=self._message(reference.symbol, entry, target, shut, False),
            span=self.facts.tree.span(node),
            severity=self._severity(shut, False),
            symbol=reference.symbol,
            target=target,
            retirement=shut,
            fix=fix,
            blockers=blockers,
        )

    def _claims(self, reference: Reference) -> tuple[list[Plan], tuple[Blocker, ...]]:
        """The plans that make the reference go, or what keeps it."""
        node = reference.node
        own = self._own.get(reference)
        if own is not None:
            if own.blocked:
                return [], tuple(sorted(own.blockers.values()))
            return self._tied(own), ()
        if isinstance(node, ast.alias):
            return self._import_claims(node)
        plans = self._claiming(node)
        blocked = [b for p in plans for b in p.blockers.values()]
        if blocked:
            return [], tuple(sorted(set(blocked)))
        return plans, ()

    def _claiming(self, node: ast.AST) -> list[Plan]:
        if node in self._clients and node not in self._writer:
            mine = [s for s in self.facts.sites if s.sort == "agents"]
            return self._tied(*(self.planner.plan_of[s] for s in mine))
        for step in (node, *self.facts.tree.ancestors(node)):
            plan = self._writer.get(step)
            if plan is None and isinstance(step, ast.Call) and step in self.facts.by_call:
                plan = self.planner.plan_of[self.facts.by_call[step]]
            if plan is not None:
                return self._tied(plan)
        return []

    def _import_claims(self, node: ast.alias) -> tuple[list[Plan], tuple[Blocker, ...]]:
        plans: dict[str, Plan] = {}
        blockers: dict[str, Blocker] = {}
        for use in self._uses(node):
            claiming = self._claiming(use)
            plans |= {plan.group: plan for plan in claiming}
            blocked = next((plan for plan in claiming if plan.blocked), None)
            if claiming and blocked is None:
                continue
            cause = next(iter(blocked.blockers.values())) if blocked else self._of_name(use)
            blocker = self._reasons.of_use(node.name.rpartition(".")[2], use, cause)
            blockers.setdefault(blocker.root.message, blocker)
        return list(plans.values()), tuple(sorted(blockers.values()))

    def _of_name(self, use: ast.expr) -> Blocker | None:
        """What keeps a use that no plan changes."""
        for step in (use, *self.facts.tree.ancestors(use)):
            if step in self._reference_at:
                reference = self._reference_at[step]
                claims = self._claims(reference)[1]
                return claims[0] if claims else self._reasons.of(reference)
            if isinstance(step, ast.stmt):
                break
        return None

    def _uses(self, node: ast.alias) -> list[ast.expr]:
        name = node.asname or node.name.split(".")[0]
        scope = self.facts.scopes.scope_of(self.facts.tree.statement(node))
        variable = self.facts.scopes.lookup(name, scope)
        if variable is None:
            return []
        uses: list[ast.expr] = [*self.facts.scopes.reads(variable)]
        return uses + [
            n
            for n in self.facts.tree.of(ast.Constant)
            if n.value == name and _annotates(self.facts, n)
        ]


def _annotates(facts: Facts, node: ast.Constant) -> bool:
    """Whether a string is a whole annotation in quotes."""
    parent = facts.tree.parents.get(node)
    return (isinstance(parent, (ast.arg, ast.AnnAssign)) and parent.annotation is node) or (
        isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)) and parent.returns is node
    )


def _code_of(reference: Reference) -> str:
    name = reference.symbol.rpartition(".")[2]
    if reference.part or name.endswith("AgentsClient"):
        return "UNS401"
    if "EventHandler" in name:
        return "UNS601"
    if name.endswith(("Tool", "ToolSet", "ToolDefinition", "ToolResource")):
        return "UNS301"
    outline = outlines.find_class(reference.symbol)
    if outline is not None and any("Enum" in ast.unparse(b) for b in outline.bases):
        return "UNS403"
    return "UNS402"


_IGNORE = re.compile(r"#\s*unspool:\s*ignore(?:\[([^\]]*)\])?")
_IGNORE_FILE = re.compile(r"^\s*#\s*unspool:\s*ignore-file\b", re.MULTILINE)


def suppressed(source: str, line_start: int, line_end: int, code: str) -> bool:
    """Whether a comment on the line asks not to report a code."""
    match = _IGNORE.search(source, line_start, line_end)
    if match is None:
        return False
    codes = match.group(1)
    return codes is None or code in {c.strip() for c in codes.split(",")}


def ignores_file(source: str) -> bool:
    return _IGNORE_FILE.search(source) is not None


__all__ = ["Edit", "Reporter", "Span", "ignores_file", "suppressed"]
