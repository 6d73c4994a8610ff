"""Legacy names that are no operations: annotations, enum members, imports that nothing uses."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from unspool_rules.catalogue.index import lookup
from unspool_rules.catalogue.models import CALLS, MODELS, RENAMED
from unspool_rules.catalogue.symbols import is_legacy_name
from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.beside import lone_annotations
from unspool_rules.engine.beside.enum_places import is_declared, is_only_a_string
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.annotated import (
    annotated,
    is_decorated,
    makers,
    modelled_by,
    named_in,
)
from unspool_rules.engine.flow.constructed import constructions_of
from unspool_rules.engine.messages.added import is_added, of_messages
from unspool_rules.engine.plan import Plan, Writer
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.engine.streaming.annotated_streams import streams_of
from unspool_rules.engine.tool_calls.old_models import keepers, new_model
from unspool_rules.engine.uses.attributes import FETCHED
from unspool_rules.engine.uses.printed import is_enum
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Target
from unspool_rules.semantics import outlines
from unspool_rules.semantics.constants import is_meant
from unspool_rules.syntax.layout import Code

_CONSTRUCTED = "this object is made here, and what is annotated as its class may hold it"
_EVENTS = "UNS602"


@dataclass(frozen=True, slots=True)
class _Alias:
    """``threads = client.beta.threads``, with the places that read the name."""

    reference: Reference
    statement: ast.Assign
    loads: Sequence[ast.expr]
    outside: bool
    """Whether nothing reads the name here, but another file can."""


_MODELLED = (
    "a decorator may make a model of this class, and a definition has none: give a class of yours"
)
_NAMED = "a decorator may make a model of this name, which has the old class: name the class itself"
_UNUSED = "nothing in this file uses the import; another file may take it from here"


def _is_elsewhere(statement: ast.ImportFrom, alias: ast.alias) -> bool:
    """Whether a name of the retired API lives on in another module."""
    found = outlines.canonical(f"{statement.module}.{alias.name}")
    return found is not None and not is_legacy_name(found)


def _home(statement: ast.ImportFrom, alias: ast.alias) -> str | None:
    """The module that has an imported name by now, under the same name."""
    old = f"{statement.module}.{alias.name}"
    entry = lookup(old)
    if entry is None or entry.target is None:
        return None
    home, _, name = entry.target.rpartition(".")
    same = outlines.canonical(old) == outlines.canonical(entry.target)
    moved = same and name == alias.name and home != statement.module
    return home if moved else None


class References:
    """Plans what can be said about the references of a file, given the plans of its sites."""

    def __init__(self, facts: Facts, plan_of: dict[Site, Plan], target: Target) -> None:
        self.facts = facts
        self._reader = Work(facts, target, Plan(""))
        self.tree = facts.tree
        self._plan_of = plan_of
        self._site_at: dict[ast.AST, Site] = {site.func: site for site in facts.sites}
        self._moved: dict[ast.stmt, Plan] = {}
        self.plans: list[Plan] = []
        self.gone: set[ast.AST] = set()
        """Parts of clients whose names are removed."""

    def plan(self) -> list[Plan]:
        """New plans for references that stand by themselves; the others join their component's."""
        for reference in self.facts.references:
            if isinstance(reference.node, ast.alias):
                self._import(reference, reference.node)
            elif reference.part:
                continue
            elif reference.symbol in RENAMED:
                self._renamed(reference, *RENAMED[reference.symbol])
            elif is_enum(reference.symbol):
                self._enum(reference)
            elif annotated(self.tree, reference.node) is not None:
                self._annotation(reference)
            else:
                self._modelled(reference)
        lone_annotations.wait_for_makers(self.facts, self._plan_of)
        self._parts()
        return self.plans

    def _group(self, node: ast.AST) -> str:
        return f"r{self.tree.span(node).start}"

    def _new(self, node: ast.AST, reference: Reference) -> Plan:
        plan = Plan(self._group(node), references=[reference])
        self.plans.append(plan)
        return plan

    # -- imports -----------------------------------------------------------------------------------

    def _move(self, reference: Reference, statement: ast.ImportFrom) -> None:
        """``from openai.types.beta import VectorStore``: the same class at its new place."""
        known = self._moved.get(statement)
        if known is not None:
            known.references.append(reference)
            return
        plan = self._moved[statement] = self._new(statement, reference)
        homes: dict[str, list[ast.alias]] = {}
        unused: list[ast.alias] = []
        stays = False
        for alias in statement.names:
            home = _home(statement, alias)
            if home is not None:
                homes.setdefault(home, []).append(alias)
            elif self._is_unused(alias):
                plan.note(_UNUSED)
                unused.append(alias)
            else:
                stays = True
        span = self.tree.span(statement)
        if not stays and len(homes) == 1 and "#" not in self.tree.source[span.start : span.end]:
            ((home, aliases),) = homes.items()
            text = f"from {home} import {', '.join(map(ast.unparse, aliases))}"
            plan.replacements[statement] = lambda _: text
        elif isinstance(self.tree.parents.get(statement), ast.Module):
            plan.dropped.update(unused)
            self._move_apart(plan, homes)
        else:
            plan.block(span, "the names of the import have to be imported apart")

    def _move_apart(self, plan: Plan, homes: dict[str, list[ast.alias]]) -> None:
        """Take names out of an import that keeps others, or whose names part."""
        for home, aliases in homes.items():
            for alias in aliases:
                plan.dropped.add(alias)
                plan.also.append((alias, partial(_take, home, alias)))

    def _import(self, reference: Reference, node: ast.alias) -> None:
        statement = self.tree.statement(node)
        if isinstance(statement, ast.ImportFrom):
            if _is_elsewhere(statement, node):
                self._move(reference, statement)
                return
        if reference.module or not self.facts.sites or not self._is_unused(node):
            return
        if isinstance(statement, ast.ImportFrom):
            if any(_home(statement, other) is not None for other in statement.names):
                self._move(reference, statement)
                return
        plan = self._new(node, reference)
        plan.dropped.add(node)
        plan.note(_UNUSED)

    def _is_unused(self, node: ast.alias) -> bool:
        """Whether nothing in the file takes the imported name, and no other file does."""
        name = node.asname or node.name.split(".")[0]
        scope = self.facts.scopes.scope_of(self.tree.statement(node))
        variable = self.facts.scopes.lookup(name, scope)
        if node.name == "*" or variable is None or self.facts.scopes.uses(variable):
            return False
        if is_taken(self.facts, variable):
            return False
        return not any(  # an annotation in quotes, or ``__all__``
            isinstance(n, ast.Constant) and named_in(n.value, name)
            for n in self.tree.nodes
            if not isinstance(self.tree.parents.get(n), ast.JoinedStr)
        )

    # -- parts of clients --------------------------------------------------------------------------

    def _parts(self) -> None:
        """A name for a part of the client goes when all calls through it have moved."""
        aliases = {
            r.node: alias
            for r in self.facts.references
            if r.part and (alias := self._alias(r)) is not None
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
            outside = variable.of_module
        elif isinstance(target, ast.Attribute) and target.attr.startswith("_"):
            uses = [
                n
                for n in self.tree.nodes
                if isinstance(n, ast.Attribute) and n.attr == target.attr and n is not target
            ]
            if not all(self.tree.owner(n) is self.tree.owner(target) for n in uses):
                return None
            outside = False
        else:
            return None
        if any(isinstance(u.ctx, ast.Del) for u in uses):
            return None
        loads = [u for u in uses if isinstance(u.ctx, ast.Load)]
        if len(uses) - len(loads) > isinstance(target, ast.Name):
            return None
        if not loads and reference.symbol.startswith("azure.ai.projects."):
            return None  # ``project_client.agents`` lives on
        return _Alias(reference, statement, loads, outside and not loads)

    def _user(self, load: ast.expr, aliases: dict[ast.AST, _Alias]) -> str | None:
        """The group of the call that goes through a name, or of the name that is made of it."""
        node: ast.AST | None = load
        while isinstance(node, (ast.Name, ast.Attribute)):
            if node in self._site_at:
                return self._plan_of[self._site_at[node]].group
            if node in aliases and node is not load:
                return self._group(node)
            node = self.tree.parents.get(node)
        return None

    def _alias_goes(self, alias: _Alias, aliases: dict[ast.AST, _Alias]) -> None:
        plan = self._new(alias.reference.node, alias.reference)
        users = [self._user(load, aliases) for load in alias.loads]
        plan.waits_for = {user for user in users if user is not None}
        self._reader.plan = plan
        self._reader.remove(alias.statement)
        self.gone.add(alias.reference.node)
        plan.unsafe = True
        if alias.outside:
            plan.note("nothing in this file uses the name; another file may take it from here")
        through = {id(p): p for p in self._plan_of.values() if p.group in plan.waits_for}.values()
        lives_on = alias.reference.symbol.startswith("azure.ai.projects.")
        if not plan.blocked and (lives_on or len(plan.waits_for) == 1):
            for user in through:
                user.tied.add(plan.group)

    def _renamed(self, reference: Reference, module: str, name: str) -> None:
        plan = self._new(reference.node, reference)
        plan.replacements[reference.node] = lambda r: r.imports.need(module, name)
        plan.traces = True
        plan.note(f"`{name}` traces the new clients only")

    # -- enums -------------------------------------------------------------------------------------

    def _enum(self, reference: Reference) -> None:
        member = self.tree.parents.get(reference.node)
        if not isinstance(member, (ast.Attribute, ast.Call)):
            return
        value = self._reader.enum_value(member)
        entry = lookup(reference.symbol)
        if value is None or (entry is not None and entry.code == _EVENTS):
            return  # an event's old name is no name of an event of a response
        parent = self.tree.parents.get(member)
        place: ast.expr = member
        if isinstance(parent, ast.Attribute) and parent.attr in ("value", "name"):
            named = member.attr if isinstance(member, ast.Attribute) else None
            value = value if parent.attr == "value" else named
            place, parent = parent, self.tree.parents.get(parent)
        if value is None or (isinstance(parent, ast.Attribute) and not hasattr(str, parent.attr)):
            return
        plan = self._new(place, reference)
        plan.within = self._call_around(place)
        plan.replacements[place] = lambda _: f'"{value}"'
        if isinstance(member, ast.Attribute) and is_meant(reference.symbol, member.attr):
            plan.note(f"there never was a `{ast.unparse(member)}`: the program failed here")
        if isinstance(parent, ast.Compare) and any(
            isinstance(op, (ast.Is, ast.IsNot)) for op in parent.ops
        ):
            plan.block(self.tree.span(parent), "strings are compared by `==`, not by identity")
        elif is_declared(self.facts, member, parent):
            name = reference.symbol.rpartition(".")[2]
            plan.block(self.tree.span(member), f"it stands where a `{name}` is declared")
        elif place is member and not is_only_a_string(self.facts, member, parent):
            plan.note("a string takes the enum member's place: it is printed in another way")

    def _call_around(self, node: ast.expr) -> Site | None:
        for parent in self.tree.ancestors(node):
            if isinstance(parent, ast.Call) and parent in self.facts.by_call:
                return self.facts.by_call[parent]
            if isinstance(parent, ast.stmt):
                return None
        return None

    # -- annotations -------------------------------------------------------------------------------

    def _is_kept(self, reference: Reference, made: Sequence[Site]) -> bool:
        """Whether an annotation names an assistant that the program keeps in its own file."""
        named = reference.symbol.endswith((".Assistant", ".AssistantDeleted"))
        kept = named and self.facts.keeps_assistants
        return kept and not any(map(self._reader.foundry, made))

    def _kept(self, node: ast.AST) -> Writer:
        quote = self.tree.quote(node)
        return lambda r: f"{quote}{r.imports.need('types', 'SimpleNamespace')}{quote}"

    def _modelled(self, reference: Reference) -> None:
        for read, function in modelled_by(self.facts, reference.node):
            for plan in filter(None, map(self._plan_of.get, makers(self.facts, function))):
                plan.block(self.tree.span(read), _NAMED)

    def _annotation(self, reference: Reference) -> None:
        node = reference.node
        owner = annotated(self.tree, node)
        if owner is None:
            return
        made = makers(self.facts, owner)
        if reference.symbol.endswith(".AssistantStreamEvent"):
            made = streams_of(self.facts, owner)
        made_by = list(filter(None, map(self._plan_of.get, made)))
        plans = {id(p): p for p in made_by or keepers(self.facts, reference.symbol, self._plan_of)}
        target = new_model(self.facts, reference.symbol, made, plans.values())
        if not plans:
            self._alone(reference, owner)
        if not plans or all(node in plan.replacements for plan in plans.values()):
            return
        for call in constructions_of(self.facts, reference.symbol):
            for plan in plans.values():
                if not any(call in other.replacements for other in self._plan_of.values()):
                    plan.block(self.tree.span(call), _CONSTRUCTED)
        assistant = reference.symbol.endswith((".Assistant", ".AssistantDeleted"))
        if assistant and not any(map(self._reader.foundry, made)) and is_decorated(owner):
            for plan in plans.values():
                plan.block(self.tree.span(node), _MODELLED)
        if self._is_kept(reference, made):
            for plan in plans.values():
                plan.replacements[node] = self._kept(node)
                plan.tied |= {p.group for p in plans.values()} - {plan.group}
            return
        if target is None:
            name = reference.symbol.rpartition(".")[2]
            for plan in plans.values():
                plan.block(
                    self.tree.span(node),
                    f"what is annotated as `{name}` has no model that is certain",
                )
            return
        module, name = target
        names = [name]
        if name == MODELS["Agent"][1]:
            fetched = {s.operation in FETCHED for s in made if self._reader.foundry(s)}
            names = [n for n, is_it in (("AgentDetails", True), (name, False)) if is_it in fetched]
            names = names or [name]
        added = [is_added(self.facts, site) for site in of_messages(made)]
        if name == MODELS["Message"][1] and any(added):
            names = ["ConversationItem"]
            for plan in plans.values() if not all(added) else ():
                plan.block(
                    self.tree.span(node),
                    "one message is added here and another read: the two are of different types",
                )

        quote = self.tree.quote(node)
        many = reference.symbol.rpartition(".")[2] in CALLS
        defined = reference.symbol.endswith(".Assistant") and not any(
            map(self._reader.foundry, made)
        )

        def write(r: Rendering) -> Code:
            if defined:
                partial = r.imports.need("functools", "partial")
                response = r.imports.need("openai.types.responses", "Response")
                return f"{quote}{partial}[{response}]{quote}"
            said = ", ".join(r.imports.need(module, name) for name in names)
            if many:
                said = f"list[{said}]"
            if len(names) > 1:
                said = f"{r.imports.need('typing', 'Union')}[{said}]"
            return f"{quote}{said}{quote}"

        groups = {plan.group for plan in plans.values()}
        for plan in plans.values():
            plan.replacements[node] = write
            if len(groups) > 1:
                plan.tied |= groups

    def _alone(self, reference: Reference, owner: ast.AST) -> None:
        """A name in an annotation of what comes from nowhere in view, and is not read."""
        groups = lone_annotations.waits_for(self.facts, reference, owner, self._plan_of)
        model = new_model(self.facts, reference.symbol, (), ())
        if groups is None or model is None:
            return
        plan = self._new(reference.node, reference)
        plan.waits_for = groups
        quote = self.tree.quote(reference.node)
        plan.replacements[reference.node] = lambda r: f"{quote}{r.imports.need(*model)}{quote}"
        plan.unsafe = True
        if (note := lone_annotations.told(owner, model[1])) is not None:
            plan.note(note)


def _take(home: str, alias: ast.alias, r: Rendering) -> None:
    r.imports.take(home, alias.name, alias.asname or alias.name)
