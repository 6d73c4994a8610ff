"""What stands in annotations for objects that have the fields of legacy ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from unspool_rules.catalogue.models import MODELS, model_of
from unspool_rules.catalogue.steps import OF_CLASSES
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Site

_SIMPLE = ("types", "SimpleNamespace")
_CALL = MODELS["RequiredActionFunctionToolCall"]


def new_model(
    facts: Facts, symbol: str, made: Collection[Site], plans: Iterable[Plan]
) -> tuple[str, str] | None:
    """Module and name of what takes the place of a legacy class in an annotation.

    Args:
        facts: those of the file.
        symbol: the class, by its qualified name.
        made: the calls that the values come from.
        plans: those of the calls.
    """
    model = model_of(symbol)
    if facts.keeps_calls and model == _CALL:
        return _SIMPLE
    steps = {site for plan in plans for site in plan.reshaped}
    if symbol.rpartition(".")[2] in OF_CLASSES and made and steps.issuperset(made):
        return _SIMPLE
    return model


def keepers(facts: Facts, symbol: str, plan_of: Mapping[Site, Plan]) -> list[Plan]:
    """The plans that calls belong to which are annotated where they come from out of view.

    In a file whose calls have their old fields it is taken for one of them.
    """
    if not facts.keeps_calls or model_of(symbol) != _CALL:
        return []
    return [plan for site, plan in plan_of.items() if site.operation.startswith("run.submit")]


__all__ = ["keepers", "new_model"]
