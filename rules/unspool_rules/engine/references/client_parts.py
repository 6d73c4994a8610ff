"""Names for parts of clients, such as ``threads = client.beta.threads``."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from unspool_rules.engine.clients import kept_parts, kept_stores
from unspool_rules.engine.clients.held_clients import instead
from unspool_rules.engine.references.drafts import Drafts
from unspool_rules.engine.sites import Reference, Site

_OUTSIDE = "nothing in this file uses the name; another file may take it from here"
_PUBLIC = "`{}` is gone: what reads it in other files calls the new methods of the client itself"


@dataclass(frozen=True, slots=True)
class _Alias:
    """``threads = client.beta.threads``, with the places that read the name."""

    reference: Reference
    statement: ast.Assign
    loads: Sequence[ast.expr]
    outside: bool
    """Whether another file may read the name: nothing does here, or it is an object's own."""


class ClientParts:
    """A name for a part of the client goes when all calls through it have moved."""

    def __init__(self, drafts: Drafts) -> None:
        self.facts = drafts.facts
        self.tree = drafts.tree
        self.drafts = drafts
        self._site_at: dict[ast.AST, Site] = {site.func: site for site in self.facts.sites}
        self.gone: set[ast.AST] = set()
        """Parts of clients whose names are removed."""

    def plan(self) -> None:
        moved = {
            r.node: beta for r, beta in kept_stores.parts(self.facts, self.drafts.reader.target)
        }
        for reference in self.facts.references:
            if reference.node in moved:
                plan = self.drafts.new(reference.node, reference)
                kept_stores.move(plan, moved[reference.node])
        aliases = {
            r.node: alias
            for r in self.facts.references
            if r.part and r.node not in moved and (alias := self._alias(r)) is not None
        }
        while True:
            kept = {
                node: alias
                for node, alias in aliases.items()
                if all(self._user(load, aliases) is not None for load in alias.loads)
            }
            if len(kept) == len(aliases):
                break
            aliases = kept
        for alias in aliases.values():
            self._alias_goes(alias, aliases)

    def _alias(self, reference: Reference) -> _Alias | None:
        """The name that a part is kept under, when every use of the name is in view."""
        statement = self.tree.parents.get(reference.node)
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
            return None
        target = statement.targets[0]
        uses: Sequence[ast.Name | ast.Attribute]
        if isinstance(target, ast.Name):
            variable = self.facts.scopes.variable(target)
            if variable is None or len(self.facts.scopes.bindings(variable)) != 1:
                return None
            uses = self.facts.scopes.uses(variable)
            read = any(isinstance(use.ctx, ast.Load) for use in uses)
            outside = variable.of_module and not read
        elif isinstance(target, ast.Attribute):
            known = kept_parts.uses_of(self.facts, target)
            outside = not target.attr.startswith("_")
            if known is None or (outside and not reference.symbol.startswith("openai.")):
                return None
            if outside and not known:
                return None  # it may be there for others alone
            uses = known
        else:
            return None
        if any(isinstance(u.ctx, ast.Del) for u in uses):
            return None
        loads = [u for u in uses if isinstance(u.ctx, ast.Load)]
        if len(uses) - len(loads) > isinstance(target, ast.Name):
            return None
        if not loads and reference.symbol.startswith("azure.ai.projects."):
            return None  # ``project_client.agents`` lives on
        return _Alias(reference, statement, loads, outside)

    def _user(self, load: ast.expr, aliases: dict[ast.AST, _Alias]) -> str | None:
        """The group of the call that goes through a name, or of the name that is made of it."""
        node: ast.AST | None = load
        while isinstance(node, (ast.Name, ast.Attribute)):
            if node in self._site_at:
                return self.drafts.plan_of[self._site_at[node]].group
            if node in aliases and node is not load:
                return self.drafts.group(node)
            node = self.tree.parents.get(node)
        return None

    def _alias_goes(self, alias: _Alias, aliases: dict[ast.AST, _Alias]) -> None:
        plan = self.drafts.new(alias.reference.node, alias.reference)
        users = [self._user(load, aliases) for load in alias.loads]
        plan.waits_for = {user for user in users if user is not None}
        self.drafts.reader.plan = plan
        self.drafts.reader.remove(alias.statement)
        left = plan.rewritten.get(alias.statement)
        if left is not None:
            plan.rewritten[alias.statement] = lambda r: [*instead(r, alias.statement), *left(r)]
        self.gone.add(alias.reference.node)
        plan.unsafe = True
        if alias.outside:
            shown = ast.unparse(alias.statement.targets[0])
            plan.note(_PUBLIC.format(shown) if alias.loads else _OUTSIDE)
        through = {
            id(p): p for p in self.drafts.plan_of.values() if p.group in plan.waits_for
        }.values()
        lives_on = alias.reference.symbol.startswith("azure.ai.projects.")
        if not plan.blocked and (lives_on or alias.outside or len(plan.waits_for) == 1):
            for user in through:
                user.tied.add(plan.group)
