"""The life of assistants that a program keeps in a file of its own, since OpenAI stores none."""

from __future__ import annotations

import ast
from dataclasses import replace

from unspool_rules.engine.beside.errors import catch_missing
from unspool_rules.engine.definitions.file import KEPT
from unspool_rules.engine.definitions.store import helper, refuse_other_file
from unspool_rules.engine.flow.absent import may_be_left_out, may_be_none
from unspool_rules.engine.messages.content import kinds_of
from unspool_rules.engine.operations.agents.assistant_files import STORE
from unspool_rules.engine.operations.agents.definition_fields import Fields, definition_fields
from unspool_rules.engine.operations.agents.definition_parts import (
    make_store,
    refuse_unknown,
    resources_given,
)
from unspool_rules.engine.operations.agents.makers import maker_of, updates_of
from unspool_rules.engine.operations.agents.opaque_fields import (
    opaque_of,
    resources_later,
    unpacked_by,
    with_opaque,
    with_resources_later,
)
from unspool_rules.engine.operations.agents.shared_fields import Shared, shared_by
from unspool_rules.engine.operations.agents.stored_pages import told
from unspool_rules.engine.operations.agents.stored_resources import (
    PLAIN,
    SEARCHED,
    TWICE,
    only_gives_files,
    only_searches,
    searched,
    with_files,
    with_search,
)
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import is_reachable
from unspool_rules.engine.tools.models import Resources, resources_of
from unspool_rules.engine.waiting.sync_loops import sync_loops
from unspool_rules.engine.work import Work, is_empty, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item

_OWN = ("name", "description", "metadata")
_NO_ID = "the assistant's id is not given by name or position"
_LEFT_OUT = "this may be `NOT_GIVEN`: give it only where it is set"
_ASKED = ("limit", "order", "after", "before")
"""What a listing may be asked for."""
_PAGED = "how many assistants there are on a page, and which, is the service's to say"
_PAGE = 20
"""Assistants of a page where no limit is given. Source: the OpenAI API reference."""
_LOOPS = (ast.For, ast.AsyncFor, ast.comprehension, ast.YieldFrom, ast.Starred)
_ALL = frozenset({"list", "tuple", "set", "sorted", "enumerate", "iter", "next", "reversed"})


def create(work: Work, site: Site) -> None:
    """``store_assistant(name=…, model=…, …)``."""
    shared = shared_by(work, site)
    later = resources_later(work, site)
    fields = definition_fields(
        work, site, lambda t, given: None if later else resources_given(work, site, t, given)
    )
    if later is not None:
        fields = with_resources_later(work, site, fields, later, None)
    if shared is not None:
        fields = _with_shared(fields, shared)
    opaque = opaque_of(work, site)
    if opaque is not None:
        fields = with_opaque(work, site, fields, opaque, None)
    known = opaque is not None or (shared is not None and "model" in shared.pairs)
    if not known and work.take(site, "model") is None:
        work.block(site.anchor, "the model is not given by name")
    _write(work, site, "store_assistant", None, fields)


def update(work: Work, site: Site) -> None:
    """``change_assistant(assistant_id, instructions=…)``."""
    agent = work.take(site, "assistant_id", "agent_id")
    if agent is None:
        work.block(site.anchor, _NO_ID)
        return

    shared = shared_by(work, site)
    later = resources_later(work, site)
    stores = searched(work, site, agent) if later is None else None
    beside: list[str] = []

    def resourced(tools: ast.expr | None, given: ast.expr | None) -> Resources | None:
        if later is not None:
            return None
        found = _resources(work, site, agent, tools, None if stores is not None else given)
        if found is not None and _searches_as_before(work, tools, found):
            found.nothing_to_search = True
            beside.append("beside_search")
        elif found is not None and given is None and _are_out_of_view(work, tools, found):
            beside.append("with_resources")
        return found

    fields = definition_fields(work, site, resourced)
    if later is not None:
        fields = with_resources_later(work, site, fields, later, agent)
    if shared is not None:
        fields = _with_shared(fields, shared)
    if stores is not None:
        fields = with_search(fields, agent, stores, lambda r: r.code(stores))
    if only_searches(work, site) and make_store(work, site, site.arguments["file_ids"]):
        files = site.arguments["file_ids"]
        work.take(site, "file_ids")
        work.note(SEARCHED)
        work.facts.store_helpers.setdefault(site, set()).add("search_in")
        fields = with_search(fields, agent, files, lambda r: f"[{r.made(STORE, site)}.id]")
    elif only_gives_files(site):
        fields = with_files(work, site, fields, agent)
    if beside:
        fields = _beside(work, site, fields, agent, beside[0])
    opaque = opaque_of(work, site)
    if opaque is not None:
        fields = with_opaque(work, site, fields, opaque, agent)
    _write(work, site, "change_assistant", agent, fields)
    catch_missing(work, site)


def _with_shared(fields: Fields, shared: Shared) -> Fields:
    """``**settings`` beside the other fields."""

    def write(r: Rendering) -> list[tuple[ast.expr, Item]]:
        return [*fields.write(r), (shared.name, Item(r.text(shared.name), "**"))]

    return Fields(write, (*fields.used, shared.name))


def _searches_as_before(work: Work, tools: ast.expr | None, found: Resources) -> bool:
    """Whether an update gives file search, and the assistant may have stores for it already."""
    stores = (found.stores, found.site, found.holder)
    kinds = kinds_of(work, tools) if tools is not None else set()
    return all(part is None for part in stores) and bool(kinds & {"retrieval", "file_search"})


def _are_out_of_view(work: Work, tools: ast.expr | None, found: Resources) -> bool:
    """Whether tools may be some that the assistant has already, with files or stores."""
    given = (found.stores, found.site, found.holder, found.files)
    if tools is None or is_empty(tools) or any(part is not None for part in given):
        return False
    return not isinstance(work.literal_of(tools), ast.List) or None in kinds_of(work, tools)


def _beside(work: Work, site: Site, fields: Fields, agent: ast.expr, name: str) -> Fields:
    """``tools=beside_search(assistant_id, […])``: the stores of an assistant were no tools."""
    work.facts.store_helpers.setdefault(site, set()).add(name)
    if not all(isinstance(node, PLAIN) for node in ast.walk(agent)):
        work.block(agent, TWICE)

    def write(r: Rendering) -> list[tuple[ast.expr, Item]]:
        return [(node, _wrapped(r, item, agent, name)) for node, item in fields.write(r)]

    return Fields(write, fields.used)


def _wrapped(r: Rendering, item: Item, agent: ast.expr, name: str) -> Item:
    if item.prefix != "tools=":
        return item
    parts = (Item(r.text(agent)), replace(item, prefix="", above=(), behind=""))
    return replace(item, value=Brackets(helper(r, name), parts))


def _resources(
    work: Work, site: Site, agent: ast.expr, tools: ast.expr | None, given: ast.expr | None
) -> Resources | None:
    """Files and stores of an update: those that the assistant has stay where none are given."""
    if only_searches(work, site) or only_gives_files(site):
        return None
    if "file_ids" in site.arguments:
        return resources_given(work, site, tools, given)
    if given is not None and not is_empty(given):
        if tools is None:
            work.block(given, "which tools these resources belong to is not known here")
            return None
        return resources_of(work, given)
    maker = maker_of(work, agent)
    if maker is not None and updates_of(work, maker) == [site]:
        before = maker.arguments.get("tool_resources")
        if before is None or is_reachable(work.facts, before, maker.func, site.func):
            return resources_of(work, before)
    if "code_interpreter" in kinds_of(work, tools):
        work.note("files that the code interpreter of the assistant had must be given again")
    return Resources()


def _write(work: Work, site: Site, name: str, agent: ast.expr | None, fields: Fields) -> None:
    own = {key: work.take(site, key) for key in _OWN}
    refuse_unknown(work, site)
    for value in site.arguments.values():
        if not is_missing(value) and may_be_left_out(work, value):
            work.block(value, _LEFT_OUT)
    if not _begin(work, site, name):
        return

    def write(r: Rendering) -> Code:
        function = helper(r, name)
        first = [r.item("", r.code(agent), agent)] if agent is not None else []
        given = [(v, r.item(f"{k}=", r.code(v), v)) for k, v in own.items() if v is not None]
        given += fields.write(r)
        given.sort(key=lambda pair: work.tree.span(pair[0]).start)
        items = [*first, *(item for _, item in given)]
        used = (agent, *own.values(), *fields.used)
        return Brackets(function, tuple(items), below=r.leftovers(site.called, used))

    work.replace(work.outer(site), write)


def _begin(work: Work, site: Site, name: str, *, listed: bool = False) -> bool:
    """What all calls have in common; False where nothing is to be written."""
    work.facts.store_helpers.setdefault(site, set()).add(name)
    if work.transport(site):
        work.note("request options of calls about assistants are gone: nothing is requested")
    work.note(KEPT)
    refuse_other_file(work, site.anchor)
    return (listed or work.must_await(site)) and not work.plan.blocked


def get(work: Work, site: Site) -> None:
    """``stored_assistant(assistant_id)``."""
    _by_id(work, site, "stored_assistant")


def delete(work: Work, site: Site) -> None:
    """``remove_assistant(assistant_id)``."""
    _by_id(work, site, "remove_assistant")


def _by_id(work: Work, site: Site, name: str) -> None:
    agent = work.take(site, "assistant_id", "agent_id")
    if agent is None and not _never_worked(work, site):
        work.block(site.anchor, _NO_ID)
        return
    odd = {} if agent is not None else {k: v for k in site.arguments if (v := work.take(site, k))}
    if not _begin(work, site, name):
        return
    if agent is not None:
        catch_missing(work, site)

    def write(r: Rendering) -> Code:
        items = [r.item("", r.code(agent), agent)] if agent is not None else []
        items += [r.item(f"{key}=", r.code(value), value) for key, value in odd.items()]
        below = r.leftovers(site.called, (agent, *odd.values()))
        return Brackets(helper(r, name), tuple(items), below=below)

    work.replace(work.outer(site), write)


def _never_worked(work: Work, site: Site) -> bool:
    """Whether a call has no id, but arguments that it does not take: it fails as before."""
    call = site.call
    named = call is not None and not call.args and all(k.arg for k in call.keywords)
    if not named or not site.arguments or site.thread is not None:
        return False
    work.note(f"`{site.method.name}` failed here for want of an id, and fails as before")
    return True


def list_(work: Work, site: Site) -> None:
    """``stored_assistants()[:20]``; without the limit of a page where all pages are read."""
    given = {key: work.take(site, key) for key in _ASKED}
    limit, order = given["limit"], given["order"]
    outer = work.outer(site)
    uses = _uses(work, site, outer)
    readers = [work.tree.parents.get(use) for use in uses]
    if sync_loops(work, lambda node: node in uses) is not None:
        work.block(site.anchor, "the stored assistants are a list, which `async for` cannot read")
    whole = bool(readers) and all(map(_reads_all, readers))
    known = [value for value in given.values() if value is not None]
    cursors = [value for value in (given["after"], given["before"]) if value is not None]
    open_ = any(may_be_none(work, value) or may_be_left_out(work, value) for value in known)
    if whole and given["before"] is not None:
        work.block(given["before"], _PAGED)
    opaque = None if whole else unpacked_by(work, site)
    says_more = site in told(work.facts)
    paged = opaque is not None or bool(cursors) or open_ or says_more
    page = "page_of_assistants" if says_more else "assistants_page"
    name = page if paged else "stored_assistants"
    if not _begin_listing(work, site, readers, name):
        return
    if not whole and not all(isinstance(above, ast.Attribute) for above in readers):
        work.note("what reads all pages of the listing gets the first one only")
    if paged:
        _page(work, site, outer, page, opaque, given, whole=whole)
        return

    def write(r: Rendering) -> Code:
        ordered = order is not None and work.string_value(order) != "desc"
        items = (r.item("order=", r.code(order), order),) if order and ordered else ()
        count = str(_PAGE) if limit is None else _number(work, limit, r.text(limit))
        tail = "" if whole else f"[:{count}]"
        function = helper(r, "stored_assistants")
        used = (limit, order)
        return Brackets(function, items, tail=tail, below=r.leftovers(site.called, used))

    work.replace(outer, write)


def _page(
    work: Work,
    site: Site,
    outer: ast.expr,
    name: str,
    opaque: ast.expr | None,
    given: dict[str, ast.expr | None],
    *,
    whole: bool,
) -> None:
    """``assistants_page(limit=limit, after=after)``: a page is what its arguments ask for.

    Args:
        name: of the function that makes the page.
        whole: whether the next pages are read, too.
    """
    known = {key: value for key, value in given.items() if value is not None}
    if whole:
        known.pop("limit", None)
        work.facts.store_helpers.setdefault(site, set()).add("load_assistants")

    def write(r: Rendering) -> Code:
        items = [r.item(f"{key}=", r.code(value), value) for key, value in known.items()]
        if whole:
            items.append(Item(f"len({helper(r, 'load_assistants')}())", "limit="))
        if opaque is not None:
            items.append(r.item("**", r.code(opaque), opaque))
        used = (*given.values(), opaque)
        below = r.leftovers(site.called, used)
        return Brackets(helper(r, name), tuple(items), below=below)

    work.replace(outer, write)


def _number(work: Work, limit: ast.expr, text: str) -> str:
    """A limit, which the service took as text, too."""
    if isinstance(limit, ast.Constant) and str(limit.value).isdigit():
        return str(limit.value)
    return f"int({text})" if work.is_text(limit) else text


def _begin_listing(work: Work, site: Site, readers: list[ast.AST | None], name: str) -> bool:
    listed = bool(readers) and all(
        isinstance(r, (ast.AsyncFor, ast.comprehension)) for r in readers
    )
    return _begin(work, site, name, listed=listed)


def _uses(work: Work, site: Site, outer: ast.expr) -> list[ast.expr]:
    name = work.binding_name(site)
    variable = None if name is None else work.facts.scopes.variable(name)
    if variable is None:
        return [outer]
    return list(work.facts.scopes.reads(variable))


def _reads_all(reader: ast.AST | None) -> bool:
    if isinstance(reader, ast.Call):
        return getattr(reader.func, "id", "") in _ALL
    return isinstance(reader, _LOOPS)


__all__ = ["create", "delete", "get", "list_", "update"]
