"""How a run names its agent: by name in Foundry, by the definition itself at OpenAI."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work

Text = Callable[[Rendering], str]

_ID_PREFIX = "asst_"


def name_of(work: Work, agent: ast.expr) -> Text | None:
    """The agent's name for a reference in Foundry; None when it blocks."""
    value = work.string_value(work.literal_of(agent))
    if value is not None and value.startswith(_ID_PREFIX):
        work.note(
            f"`{value[:12]}…` is the id of a stored assistant: put the name of the new agent there"
        )
        return lambda r: r.text(agent)
    if isinstance(agent, ast.Attribute) and agent.attr == "id" and not work.infer.of(agent):
        work.block(
            agent, "the agent's name is needed, and this is the id of an object from elsewhere"
        )
        return None
    if "agent-id" not in work.kinds(agent) or not work.facts.origins(agent):
        work.note(f"`{_shown(work, agent)}` must now hold the agent's name, not its id")
    return lambda r: r.text(agent)


def _shown(work: Work, node: ast.expr) -> str:
    text = " ".join(work.tree.segment(node).split())
    return text if len(text) <= 40 else text[:37] + "…"


def assistant_of(work: Work, agent: ast.expr) -> Text | None:
    """What to call for a response at OpenAI: the definition that replaced the assistant."""
    holder = definition_holder(work, agent)
    makers = work.facts.origins(agent)
    if not makers or any(m.operation not in ("agent.create", "agent.update") for m in makers):
        work.block(
            agent,
            "OpenAI's service has no stored agents any more: model, instructions and tools of this "
            "assistant must be in the code, and they are not in view",
        )
        return None
    if holder is not None:
        return lambda r: r.operand(holder)
    variable = work.variable_of(agent)
    if variable is not None:
        work.plan.renames[variable] = ("assistant_id", "assistant")
    return lambda r: r.operand(agent)


def definition_holder(work: Work, agent: ast.expr) -> ast.expr | None:
    """The expression of the assistant object whose id is given."""
    if isinstance(agent, ast.Attribute) and agent.attr == "id":
        return agent.value if "agent" in work.kinds(agent.value) else None
    literal = work.literal_of(agent)
    if literal is not agent and isinstance(literal, ast.Attribute) and literal.attr == "id":
        inner = literal.value
        if isinstance(inner, ast.Name) and "agent" in work.kinds(inner):
            one = work.facts.scopes.variable(inner)
            other = work.facts.scopes.lookup(inner.id, work.facts.scopes.scope_of(agent))
            if one is not None and one == other:
                return inner
    return None


def structured(work: Work, agent: ast.expr, key: str) -> bool:
    """Whether run-time instructions can be a structured input of a definition in view."""
    makers = work.facts.origins(agent)
    if len(makers) != 1 or makers[0].operation != "agent.create" or makers[0].call is None:
        return False
    maker = makers[0]
    if maker not in work.plan.sites:
        return False
    written = maker.arguments.get("instructions")
    for node in ast.walk(written) if written is not None else ():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if "{{" in node.value or "}}" in node.value:
                return False
    work.plan.structured.setdefault(maker, {})[key] = None
    return True
