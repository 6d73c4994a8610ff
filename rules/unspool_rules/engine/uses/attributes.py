"""Attributes of results: what the catalogue's outcome for each one writes."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.results import (
    METHODS,
    RESULTS,
    Form,
    Gone,
    Keep,
    Known,
    Outcome,
    Same,
)
from unspool_rules.engine.citations import asked_images, images, notes
from unspool_rules.engine.operations.agents.stored_pages import FIELDS, told
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import calls
from unspool_rules.engine.uses import holders, retrieved, stored
from unspool_rules.engine.uses.agent_dumps import agent_dump
from unspool_rules.engine.uses.answer_time import answer_time
from unspool_rules.engine.uses.by_time import by_time
from unspool_rules.engine.uses.conversation_of import GOES_ON, conversation_of
from unspool_rules.engine.uses.details import DETAILS, detail
from unspool_rules.engine.uses.dumped import SHOWS, read_by_key
from unspool_rules.engine.uses.ids import NO_ID, agent_id, foundry
from unspool_rules.engine.uses.kept_status import keep_time
from unspool_rules.engine.uses.kinds import UNKNOWN, a_noun
from unspool_rules.engine.uses.never import never_was
from unspool_rules.engine.uses.of_run import of_run
from unspool_rules.engine.uses.old_pages import keeps_shape
from unspool_rules.engine.uses.page_fields import page_field
from unspool_rules.engine.uses.paged import by_page
from unspool_rules.engine.uses.pages import page_by_keys, page_shown, stays_page
from unspool_rules.engine.uses.parts import (
    first_text,
    last_by_role,
    part_text,
    part_type,
    text_behind,
    text_messages,
    texts_of_page,
)
from unspool_rules.engine.uses.shown import say_written, shown_step, unsaid
from unspool_rules.engine.uses.shown_lists import shown_by_item
from unspool_rules.engine.uses.since_run import since_run
from unspool_rules.engine.uses.status import by_name, of_status
from unspool_rules.engine.uses.stored_shapes import of_resources
from unspool_rules.engine.uses.stored_tools import of_tools
from unspool_rules.engine.work import Work
from unspool_rules.semantics import values
from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.bindings import Variable

_COMPREHENSIONS = (ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp)
_OPEN = (ast.Assign, ast.AnnAssign, ast.Call, ast.Return)
"""Where an expression may take several lines."""
_LAST = {
    "get_last_message_by_role",
    "get_last_text_message_by_role",
    "get_last_message_text_by_role",
    "get_last_message_by_sender",
    "get_last_text_message_by_sender",
}
_ITEMS = ("data", "messages")
"""Attributes of a hub beta's listing that hold its items."""
FETCHED = frozenset({"agent.get", "agent.list"})
"""Operations whose results are agents, not versions of agents."""
_OF_BOTH = frozenset({"id", "name", "object"})
_OF_VERSIONS = frozenset({"description", "metadata", "created_at"})

_DUMPED_PAGE = "the dump has the fields of the new items, and tool calls between the messages"


def attribute(work: Work, node: ast.Attribute, base: ast.expr, kinds: set[str]) -> None:
    if notes.attribute(work, node, base, kinds - {"agent-id"}):
        return
    for kind in sorted(kinds):
        if kind == "message" and node.attr == "content":
            if first_text(work, node, base):
                continue
            say_written(work, node)
        if kind == "message" and node.attr == "created_at":
            if by_time(work, node) or since_run(work, node) or answer_time(work, node, base):
                continue
        if kind == "message" and node.attr == "run_id" and of_run(work, node, base):
            continue
        if calls.attribute(work, node, base, kind):
            continue
        if kind == "agent" and stored.attribute(work, node, base):
            continue
        if kind == "agent" and node.attr == "id":
            agent_id(work, node, base)
            continue
        if kind in ("thread-id", "run-id", "agent-id", "message-id", "step"):
            if kind == "step" and not shown_step(work, node, base):
                work.block(node, "run steps are the items of `response.output`")
            if kind == "agent-id" and not foundry(work, base) and not stored.is_kept(work, base):
                work.block(node, NO_ID)  # a method of the text
            continue
        if kind == UNKNOWN and node.attr == "value" and _is_state_or_role(work, base):
            work.propose(node, lambda r: r.text(base))
            continue
        if kind == UNKNOWN and _is_state(work, base) and by_name(work, node, base):
            continue
        if kind == UNKNOWN and (_of_text(work, node, base) or of_resources(work, node, base)):
            continue
        if kind == UNKNOWN and (of_tools(work, node, base) or shown_step(work, node, base)):
            continue
        if kind == UNKNOWN:
            names = {t.cls.rpartition(".")[2] for t in work.infer.of(base) if isinstance(t, Inst)}
            work.block(
                node,
                f"`{node.attr}` of `{'`, `'.join(sorted(names))}` has no known counterpart",
            )
            continue
        if kind == "text" and holders.attribute(work, node, base):
            continue
        if kind == "part" and node.attr == "type":
            part_type(work, node, base)
            continue
        if kind == "part" and node.attr == "text" and text_behind(work, node, base):
            continue
        if kind == "part" and node.attr == "text":
            part_text(work, node, base)
            continue
        if kind == "part" and node.attr == images.KIND:
            asked_images.read(work, node, base)
            continue
        if kind == "page" and by_page(work, node, base):
            continue
        if kind == "page" and node.attr in _LAST and last_by_role(work, node, base):
            continue
        if kind == "page" and node.attr in SHOWS and stays_page(work, base):
            work.note(_DUMPED_PAGE)
            continue
        if kind == "page" and node.attr in SHOWS:
            if page_by_keys(work, base) or page_shown(work, node, base):
                continue
            if shown_by_item(work, base):
                continue
            if _page_of(work, base) == "message" and keeps_shape(work, node, base):
                continue
        if kind == "page" and node.attr == "first_id" and _asks_for_newest(work, node, base):
            continue
        if kind == "page" and not stays_page(work, base) and page_field(work, node, base):
            continue
        if kind == "page" and node.attr == "text_messages":
            texts_of_page(work, node, base)
            continue
        if kind == "page" and _page_of(work, base) != "message":
            if _page_of(work, base) is None and node.attr in _OF_PAGES:
                continue  # stores and files are listed by the same pages of openai
            if node.attr in FIELDS and _is_stored_page(work, base):
                continue
            if node.attr == "data":
                _apply(work, node, base, Same(), kind)
            elif node.attr not in ("__iter__",):
                work.block(node, f"`{node.attr}` of this listing has no counterpart")
            continue
        if kind == "agent" and (
            _fetched(work, node, base) or retrieved.attribute(work, node, base)
        ):
            continue
        if kinds == {"agent"} and agent_dump(work, node, base):
            continue
        called = isinstance(work.tree.parents.get(node), ast.Call)
        outcome = RESULTS.get((kind, node.attr))
        if outcome is None and called:
            outcome = METHODS.get((kind, node.attr))
        if kind == "agent" and not foundry(work, base) and not isinstance(outcome, Known):
            outcome = _of_definition(node.attr)
        if outcome is None and never_was(work, node, base, kind):
            continue
        if outcome is None:
            work.block(node, f"`{node.attr}` of {a_noun({kind})} has no known counterpart")
        else:
            _apply(work, node, base, outcome, kind)
            if node.attr in SHOWS:
                read_by_key(work, base, kind)


def _is_stored_page(work: Work, base: ast.expr) -> bool:
    """Whether a page is one of assistants that the program keeps in a file of its own."""
    made = work.facts.origins(base)
    return (
        work.facts.keeps_assistants
        and bool(made)
        and all(s in told(work.facts) and not work.foundry(s) for s in made)
    )


_OF_PAGES = frozenset({"data", "has_more"})
"""Attributes of a page of openai. Source: openai 3.54.0 ``openai/pagination.py``."""


def _asks_for_newest(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """``messages.retrieve(page.first_id)``: the first item of the list; there was one, then."""
    above = work.tree.parents.get(node)
    call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else above
    site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
    if site is None or site.operation != "message.get" or _page_of(work, base) != "message":
        return False
    if stays_page(work, base):
        return False
    work.claimed.add(node)
    work.propose(node, lambda r: f"{r.operand(base)}[0].id")
    return True


_TEXTS = frozenset({"MessageRole", "AgentRunStatus", "RunStatus", "str"})
"""Enums of the old SDKs whose members are strings, which are plain strings now."""


def _is_state_or_role(work: Work, base: ast.expr) -> bool:
    """Whether a value is of an enumeration whose new form is the same string."""
    names = {t.cls.rpartition(".")[2] for t in work.infer.of(base) if isinstance(t, Inst)}
    return names <= {"RunStatus", "MessageRole", "str"}


def _is_state(work: Work, base: ast.expr) -> bool:
    names = {t.cls.rpartition(".")[2] for t in work.infer.of(base) if isinstance(t, Inst)}
    return "RunStatus" in names and names <= {"RunStatus", "str"}


def _of_text(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Whether a method of strings is called on what was a member of such an enum."""
    names = {t.cls.rpartition(".")[2] for t in work.infer.of(base) if isinstance(t, Inst)}
    called = isinstance(work.tree.parents.get(node), ast.Call)
    return called and names <= _TEXTS and hasattr(str, node.attr)


def _of_definition(name: str) -> Outcome:
    if name == "name":
        return Known("name", "a definition in the code has no name")
    return Gone(f"a definition in the code has no `{name}`")


def _page_of(work: Work, base: ast.expr) -> str | None:
    """What a listing has; of several kinds always the same one, and a known one before none."""
    kinds: set[str] = set()
    for value in work.infer.of(base):
        if isinstance(value, Inst):
            lists = [m for name in _ITEMS for m in values.member(value, name)]
            for listed in (value, *(m for m in lists if isinstance(m, Inst))):
                kinds |= {kind for item in values.elements(listed) if (kind := kind_of(item))}
    return min(kinds, default=None)


def _apply(work: Work, node: ast.Attribute, base: ast.expr, outcome: Outcome, kind: str) -> None:
    if not isinstance(outcome, Keep):
        work.claimed.add(node)
    if isinstance(outcome, Keep):
        if outcome.note:
            work.note(outcome.note)
        if kind in DETAILS:
            work.propose(node, detail(work, node, base, outcome.name))
        elif outcome.name != node.attr:
            name = outcome.name
            work.propose(node, lambda r: f"{r.operand(base)}.{name}")
        if (kind, node.attr) == ("run", "status"):
            of_status(work, node)
        elif (kind, node.attr) == ("run", "completed_at"):
            keep_time(work, node)
    elif isinstance(outcome, Same):
        laid_out = isinstance(_reader(work, node), _OPEN)
        work.propose(node, lambda r: r.code(base) if laid_out else r.text(base))
    elif isinstance(outcome, Form):
        if outcome.note:
            work.note(outcome.note)
        text_messages(work, node, base, paged=kind == "page")
    elif isinstance(outcome, Known):
        _as_given(work, node, base, outcome)
    elif not unsaid(work, node, outcome.reason):
        work.block(node, outcome.reason)


def _reader(work: Work, node: ast.expr) -> ast.AST | None:
    """What a value goes to, itself or by an item of it: ``messages.data[0]``."""
    parent = work.tree.parents.get(node)
    while isinstance(parent, ast.Subscript):
        parent = work.tree.parents.get(parent)
    return parent


def _fetched(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Attributes of an agent that is got or listed: those of its latest version.

    Returns:
        Whether the attribute is dealt with.
    """
    made = {s.operation for s in work.facts.origins(base)}
    _fetched = made & FETCHED
    if not _fetched or node.attr in _OF_BOTH or not foundry(work, base):
        return False
    if made - _fetched:
        work.block(
            node,
            f"one way the agent is got here and another way made: `{node.attr}` stands in "
            "different places of the two results",
        )
        return True
    if isinstance(RESULTS.get(("agent", node.attr)), Known):
        work.claimed.add(node)
        place = _in_definition(node.attr)
        work.propose(node, lambda r: f"{r.operand(base)}.versions.latest{place}")
        return True
    if node.attr not in _OF_VERSIONS:
        return False
    work.propose(node, lambda r: f"{r.operand(base)}.versions.latest.{node.attr}")
    return True


def _in_definition(field: str) -> str:
    """How a field of a version's definition is read: definitions of some kinds have it only."""
    return '.definition["model"]' if field == "model" else f'.definition.get("{field}")'


def _as_given(work: Work, node: ast.Attribute, base: ast.expr, outcome: Known) -> None:
    """The value is the argument that the object was made with."""
    sites = work.facts.origins(base)
    names = ("agent_id", "assistant_id") if outcome.parameter == "agent" else (outcome.parameter,)
    sites = [s for s in sites if s.operation not in GOES_ON] or sites
    if sites and work.plan.revised.issuperset(sites):
        place = _in_definition(outcome.parameter)
        work.propose(node, lambda r: f"{r.operand(base)}{place}")
        return
    given = [s.arguments.get(n) for s in sites for n in names if n in s.arguments]
    made = work.plan.conversations
    if outcome.parameter == "thread_id" and len(sites) == 1 and sites[0] in made:
        site = sites[0]
        if work.tree.function(site.func) is work.tree.function(node):
            work.propose(node, lambda r: f"{r.conversation(site)}.id")
            return
    first = given[0] if given else None
    if (
        first is None
        or any(ast.dump(part) == ast.dump(node) for part in ast.walk(first))
        or len({ast.dump(v) for v in given if v is not None}) != 1
        or not work.plan.revised.isdisjoint(sites)
        or any(_is_repeated(work, site, node) for site in sites)
        or not _reachable(work, first, node)
    ):
        if outcome.parameter == "thread_id" and conversation_of(work, node, base, sites):
            return
        work.block(node, outcome.reason)
        return
    value = first
    work.propose(node, lambda r: r.text(value))


def _is_repeated(work: Work, site: Site, place: ast.expr) -> bool:
    """Whether a call makes many objects, one in each round of a loop, and one is read outside."""
    loops = (ast.For, ast.AsyncFor, ast.While, *_COMPREHENSIONS)
    around = [a for a in work.tree.ancestors(site.func) if isinstance(a, loops)]
    outside = set(around) - set(work.tree.ancestors(place))
    if not outside:
        return False
    holder = place
    while isinstance(holder, ast.Attribute):
        holder = holder.value
    return not isinstance(holder, ast.Name) or work.binding_name(site) is None


def _bound_before(work: Work, variable: Variable, value: ast.expr, place: ast.expr) -> bool:
    """Whether a name has its last value where it is read first of two places of one function."""
    function = work.tree.function(value)
    start, end = work.tree.span(value).start, work.tree.span(place).start
    bindings = work.facts.scopes.bindings(variable)
    return (
        function is work.tree.function(place)
        and start < end
        and all(work.tree.function(b.node) is function for b in bindings)
        and all(work.tree.span(b.node).end <= start for b in bindings)
    )


def _reachable(work: Work, value: ast.expr, place: ast.expr) -> bool:
    """Whether the expression means the same at another place."""
    scopes = work.facts.scopes
    here = scopes.scope_of(place)
    for node in ast.walk(value):
        if isinstance(node, ast.Name):
            variable = scopes.variable(node)
            if variable != scopes.lookup(node.id, here):
                return False
            if variable is not None and len(scopes.bindings(variable)) != 1:
                if not _bound_before(work, variable, value, place):
                    return False
        elif isinstance(node, (ast.Call, ast.Await)):
            return False
    same = work.tree.function(value) is work.tree.function(place)
    names = [n for n in ast.walk(value) if isinstance(n, ast.Name) and n.id == "self"]
    return same or not names
