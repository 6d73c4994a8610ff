"""How a run names its agent: by name in Foundry, by the definition itself at OpenAI."""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.beside.errors import catch_missing
from unspool_rules.engine.definitions.file import (
    KEPT,
    MADE,
    NOTE,
    TWO_WAYS,
    also_stored,
    is_looked_up,
    is_unpacked,
    looked_up,
)
from unspool_rules.engine.definitions.store import FILE, refuse_other_file
from unspool_rules.engine.flow.leaves import Leaves
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.kinds import client_of
from unspool_rules.syntax.names import last_name

Text = Callable[[Rendering], str]

_ID_PREFIX = "asst_"
_GIVE_AGENTS = ("agent.create", "agent.get", "agent.list", "agent.update")
"""Operations that may have given the object, and may not change together with its readers."""
_BEFORE_COLON = (
    "`{}` is read of an object from elsewhere: the id of a version of an agent is its name, a "
    "colon and a number, and what stands before the colon is taken for the name"
)
"""A name has letters, digits and hyphens: one that is kept as an id stays as it is.

Source: azure-ai-projects 2.10.0 ``azure/ai/projects/operations/_operations.py``
(``create_version``: ``agent_name``).
"""


def name_of(work: Work, agent: ast.expr) -> Text | None:
    """The agent's name for a reference in Foundry; None when it blocks."""
    value = work.string_value(work.literal_of(agent))
    if value is not None and value.startswith(_ID_PREFIX):
        work.note(
            f"`{value[:12]}…` is the id of a stored assistant: put the name of the new agent there"
        )
        return lambda r: r.text(agent)
    if _is_of_object(work, agent) and not work.infer.of(agent):
        if not any(site.operation in _GIVE_AGENTS for site in work.facts.sites):
            work.note(_BEFORE_COLON.format(_shown(work, agent)))
            return lambda r: f'{r.text(agent)}.partition(":")[0]'
        work.block(
            agent, "the agent's name is needed, and this is the id of an object from elsewhere"
        )
        return None
    if "agent-id" not in work.kinds(agent) or not work.facts.origins(agent):
        work.note(f"`{_shown(work, agent)}` must now hold the agent's name, not its id")
    return lambda r: r.text(agent)


def _is_of_object(work: Work, node: ast.expr) -> bool:
    """Whether an id is read of another object than one that keeps it in an attribute of its own."""
    if not isinstance(node, ast.Attribute) or node.attr != "id":
        return False
    owner = work.tree.owner(node)
    own = isinstance(node.value, ast.Name) and node.value.id == "self" and owner is not None
    stored = work.infer.stores.attributes.get("id", ())
    return not (own and any(store.owner is owner for store in stored))


def _shown(work: Work, node: ast.expr) -> str:
    text = " ".join(work.tree.segment(node).split())
    return text if len(text) <= 40 else text[:37] + "…"


def assistant_of(work: Work, site: Site, agent: ast.expr) -> Text | None:
    """The definition that replaced the assistant at OpenAI.

    Returns:
        What to call for a response, or, where only an id is known, what to unpack into the call.
    """
    if is_looked_up(work, agent):
        literal = work.literal_of(agent)
        elsewhere = _is_of_object(work, literal)
        if elsewhere and not work.facts.keeps_assistants:
            work.block(
                literal,
                "this is the id of an object from elsewhere: where that is a definition in the "
                f"code by now, hand on the definition; where it is a stored assistant of `{FILE}`, "
                "hand on its id as a string",
            )
            return None
        work.facts.store_helpers.setdefault(site, set()).add("definition_of")
        refuse_other_file(work, agent)
        catch_missing(work, site)
        work.note(KEPT if work.facts.keeps_assistants else NOTE)
        maker = _maker(work, agent)
        if maker is not None:
            work.note(
                f"`{ast.unparse(maker.func)}` must give the id of an assistant in `{FILE}`: one "
                "that it still makes at the service has none there, which raises `KeyError`"
            )
        if elsewhere and not work.facts.origins(literal):
            work.note(
                f"`{_shown(work, literal)}` must be the id of an assistant in `{FILE}`: where the "
                "object is a definition in the code of another file by now, it has none"
            )
        return lambda r: looked_up(r, agent)
    holder = definition_holder(work, agent)
    if any(m.operation not in MADE for m in work.facts.origins(agent)):
        work.block(
            agent,
            "OpenAI's service has no stored agents any more: model, instructions and tools of this "
            f"assistant must be in the code or in `{FILE}`, and how it is found is not in view",
        )
        return None
    other = also_stored(work, agent)
    if other is not None:
        work.block(other, TWO_WAYS)
        return None
    if holder is not None:
        held = holder
    else:
        held = agent
        variable = work.variable_of(agent)
        if variable is not None:
            work.plan.renames[variable] = ("assistant_id", "assistant")
    keywords = ".keywords" if is_unpacked(work, site, agent) else ""
    return lambda r: f"{r.operand(held)}{keywords}"


def _maker(work: Work, agent: ast.expr) -> ast.Call | None:
    """A call of code out of view that an id comes from, which may make the assistant."""
    for leaf in Leaves(work.facts).of(agent):
        if not isinstance(leaf, ast.Call) or leaf in work.facts.by_call or work.infer.of(leaf.func):
            continue
        given = [*leaf.args, *(keyword.value for keyword in leaf.keywords)]
        with_client = any(client_of(t) is not None for node in given for t in work.infer.of(node))
        if with_client or "assistant" in last_name(leaf.func).lower():
            return leaf
    return None


def written_as(work: Work, site: Site, agent: ast.expr) -> ast.expr:
    """What a run names its agent by in the new code: the assistant itself, or its id."""
    if work.foundry(site) or is_looked_up(work, agent):
        return agent
    return definition_holder(work, agent) or agent


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
    changes = [site for site in work.plan.sites if site.operation == "agent.update"]
    if any(site not in work.plan.structured for site in changes):
        return False  # its new version has no such input; one that completes the agent has
    written = maker.arguments.get("instructions")
    for node in ast.walk(written) if written is not None else ():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if "{{" in node.value or "}}" in node.value:
                return False
    work.plan.structured.setdefault(maker, {})[key] = None
    return True
