"""Annotations that name an old class, and what stands where one makes a model."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from unspool_rules.catalogue.models import CALLS, MODELS
from unspool_rules.engine.beside import lone_annotations
from unspool_rules.engine.flow.annotated import annotated, is_decorated, makers, modelled_by
from unspool_rules.engine.flow.constructed import constructions_of
from unspool_rules.engine.messages.added import is_added, of_messages
from unspool_rules.engine.plan import Plan, Writer
from unspool_rules.engine.references.drafts import Drafts
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.engine.streaming.annotated_streams import streams_of
from unspool_rules.engine.tool_calls.old_models import keepers, new_model
from unspool_rules.engine.uses.attributes import FETCHED
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code

_ADDED_AND_READ = "one message is added here and another read: the two are of different types"
_CONSTRUCTED = "this object is made here, and what is annotated as its class may hold it"
_MODELLED = (
    "a decorator may make a model of this class, and a definition has none: give a class of yours"
)
_NAMED = "a decorator may make a model of this name, which has the old class: name the class itself"


class Annotations:
    """Plans the annotations of a file."""

    def __init__(self, drafts: Drafts) -> None:
        self.facts = drafts.facts
        self.tree = drafts.tree
        self.drafts = drafts

    def plan(self, reference: Reference) -> None:
        node = reference.node
        owner = annotated(self.tree, node)
        if owner is None:
            return
        made = makers(self.facts, owner)
        if reference.symbol.endswith(".AssistantStreamEvent"):
            made = streams_of(self.facts, owner)
        made_by = list(filter(None, map(self.drafts.plan_of.get, made)))
        plans = {
            id(p): p for p in made_by or keepers(self.facts, reference.symbol, self.drafts.plan_of)
        }
        target = new_model(self.facts, reference.symbol, made, plans.values())
        if not plans:
            self._alone(reference, owner)
        if not plans or all(node in plan.replacements for plan in plans.values()):
            return
        for call in constructions_of(self.facts, reference.symbol):
            for plan in plans.values():
                if not any(call in other.replacements for other in self.drafts.plan_of.values()):
                    plan.block(self.tree.span(call), _CONSTRUCTED)
        assistant = reference.symbol.endswith((".Assistant", ".AssistantDeleted"))
        if assistant and not any(map(self.drafts.reader.foundry, made)) and is_decorated(owner):
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
        names = self._models(name, node, made, plans.values())
        quote = self.tree.quote(node)
        many = reference.symbol.rpartition(".")[2] in CALLS
        assistants = reference.symbol.endswith(".Assistant")
        defined = assistants and not any(map(self.drafts.reader.foundry, made))

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

    def _models(
        self, name: str, node: ast.AST, made: Sequence[Site], plans: Collection[Plan]
    ) -> list[str]:
        """The models that what is annotated may be of, all of one module."""
        if name == MODELS["Agent"][1]:
            fetched = {s.operation in FETCHED for s in made if self.drafts.reader.foundry(s)}
            both = (("AgentDetails", True), (name, False))
            return [n for n, is_it in both if is_it in fetched] or [name]
        added = [is_added(self.facts, site) for site in of_messages(made)]
        if name != MODELS["Message"][1] or not any(added):
            return [name]
        for plan in plans if not all(added) else ():
            plan.block(self.tree.span(node), _ADDED_AND_READ)
        return ["ConversationItem"]

    def _alone(self, reference: Reference, owner: ast.AST) -> None:
        """A name in an annotation of what comes from nowhere in view, and is not read."""
        groups = lone_annotations.waits_for(self.facts, reference, owner, self.drafts.plan_of)
        model = new_model(self.facts, reference.symbol, (), ())
        if groups is None or model is None:
            return
        plan = self.drafts.new(reference.node, reference)
        plan.waits_for = groups
        quote = self.tree.quote(reference.node)
        plan.replacements[reference.node] = lambda r: f"{quote}{r.imports.need(*model)}{quote}"
        plan.unsafe = True
        if (note := lone_annotations.told(owner, model[1])) is not None:
            plan.note(note)

    def _is_kept(self, reference: Reference, made: Sequence[Site]) -> bool:
        """Whether an annotation names an assistant that the program keeps in its own file."""
        named = reference.symbol.endswith((".Assistant", ".AssistantDeleted"))
        kept = named and self.facts.keeps_assistants
        return kept and not any(map(self.drafts.reader.foundry, made))

    def _kept(self, node: ast.AST) -> Writer:
        quote = self.tree.quote(node)
        return lambda r: f"{quote}{r.imports.need('types', 'SimpleNamespace')}{quote}"

    def tell_modelled(self, reference: Reference) -> None:
        for read, function in modelled_by(self.facts, reference.node):
            for plan in filter(None, map(self.drafts.plan_of.get, makers(self.facts, function))):
                plan.block(self.tree.span(read), _NAMED)
