"""Files of an assistant in Assistants v1: files of the vector store that its retrieval searches."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.definitions.store import FILE, helper
from unspool_rules.engine.messages.content import kinds_of
from unspool_rules.engine.operations.agents.makers import maker_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item

STORE = "vector_store"
"""What the store that is made for an assistant is called, unless the name is taken."""
_CALLS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "v1_file.create": ("create", (), ("file_id",)),
    "v1_file.retrieve": ("retrieve", ("file_id",), ()),
    "v1_file.list": ("list", (), ("limit", "order", "after", "before")),
    "v1_file.delete": ("delete", ("file_id",), ()),
}
"""Operation: method of ``vector_stores.files``, arguments by position and by name."""
_ELSEWHERE = (
    "the assistant is not made in this function, so its vector store is not known here: name the "
    "store in `vector_stores.files` yourself"
)
_ADDED = (
    f"files of a stored assistant are those of its tools in `{FILE}`: of the code interpreter, "
    "and of a vector store that is made for the first one"
)
_GONE = (
    f"a file of a stored assistant is taken from its tools in `{FILE}`, and from all vector stores "
    "that they search; one that it does not have is no error"
)
_LISTED = f"the files of a stored assistant are those of its tools in `{FILE}`"
_NOTES = {"create": _ADDED, "list": _LISTED, "delete": _GONE}
_STORED = {
    "create": ("add_assistant_file", ("file_id",)),
    "list": ("assistant_files", ()),
    "delete": ("remove_assistant_file", ("file_id",)),
}
"""Method: the function that takes its place for a stored assistant, and what it is given."""
_MOST = 20
"""Files that an assistant could have, one page. Source: OpenAI's guide of Assistants v1."""
_PAGES = "all files of a stored assistant are listed at once: there are no pages of them"
_OPTIONS = "this call is several calls now, which do not take its options"
_BOTH = (
    "file search that has nothing to search in is left out where the assistant is made, so this "
    "file would only go to the code interpreter: give it to both tools there"
)
_LOST = (
    "files of a stored assistant are those of its tools, and an update here may take these away "
    "with them: let it keep the tools that have files"
)
_GIVING = ("agent.create", "agent.update")
_SEARCHES = frozenset({"file_search", "retrieval"})
_CODE = "files of the code interpreter are named in its tool, where the assistant is made"


def searches(work: Work, maker: Site) -> bool:
    """Whether an assistant reads its files by retrieval, and by nothing else."""
    kinds = kinds_of(work, maker.arguments.get("tools"))
    return bool(kinds & {"retrieval", "file_search"}) and "code_interpreter" not in kinds


def files_of(work: Work, maker: Site) -> list[Site]:
    """The calls about the files of an assistant that one call makes, where its store has a name."""
    return [
        site
        for site in work.plan.sites
        if site.operation in _CALLS
        and _maker(work, site) is maker
        and (_is_in_reach(work, site, maker) or not work.facts.keeps_assistants)
    ]


def _maker(work: Work, site: Site) -> Site | None:
    agent = site.arguments.get("assistant_id")
    return maker_of(work, agent) if agent is not None else None


def _is_in_reach(work: Work, site: Site, maker: Site) -> bool:
    """Whether the name of the store, which is bound before the assistant, means it here, too."""
    scopes = work.facts.scopes
    span = work.tree.span
    return (
        scopes.scope_of(site.func) is scopes.scope_of(maker.func)
        and span(maker.func).start < span(site.func).start
        and work.binding_name(maker) is not None
    )


def _of_stored(work: Work, site: Site, method: str, agent: ast.expr) -> None:
    """Files of an assistant that the program keeps in a file of its own."""
    name, wanted = _STORED[method]
    name += "_async" if site.asynchronous else ""
    work.facts.store_helpers.setdefault(site, set()).add(name)
    given = [agent, *(work.take(site, key) for key in wanted)]
    if any(value is None for value in given):
        work.block(site.anchor, "the id is not given by name or position")
        return
    if method == "create" and _only_for_code(work):
        work.block(site.anchor, _BOTH)
        return
    if method == "create" and any(_takes_tools_away(work, s) for s in work.facts.sites):
        work.block(site.anchor, _LOST)
        return
    if method == "list":
        _refuse_pages(work, site)
    if work.transport(site):
        work.block(site.anchor, _OPTIONS)
    if not work.must_await(site) or work.plan.blocked:
        return
    work.note(_NOTES[method])

    def write(r: Rendering) -> Code:
        items = [r.item("", r.code(value), value) for value in given if value is not None]
        below = r.leftovers(site.called, given)
        return Brackets(helper(r, name), (Item(r.openai(site)), *items), below=below)

    work.replace(site.called, write)


def _only_for_code(work: Work) -> bool:
    """Whether file search is left out beside another tool where an assistant is made."""
    given = [s.arguments.get("tools") for s in work.facts.sites if s.operation in _GIVING]
    return any(_SEARCHES & kinds and len(kinds) > 1 for kinds in (kinds_of(work, t) for t in given))


def _takes_tools_away(work: Work, site: Site) -> bool:
    """Whether an update may leave an assistant without a tool that it has."""
    if site.operation != "agent.update" or work.foundry(site):
        return False
    return bool(site.unpacked) or "tools" in site.arguments


def _refuse_pages(work: Work, site: Site) -> None:
    """Block where fewer files than all, or another order than that of the stores, are asked for."""
    limit, order = work.take(site, "limit"), work.take(site, "order")
    work.refuse(site, {"after": _PAGES, "before": _PAGES})
    if limit is not None:
        known = limit.value if isinstance(limit, ast.Constant) else None
        if not isinstance(known, int) or known < _MOST:
            work.block(limit, _PAGES)
    if order is not None and work.string_value(order) != "desc":
        work.block(order, "files of several tools are not sorted by their time")


def _planner(operation: str) -> Callable[[Work, Site], None]:
    method, positional, named = _CALLS[operation]

    def plan(work: Work, site: Site) -> None:
        maker = _maker(work, site)
        agent = work.take(site, "assistant_id")
        if maker is None or not _is_in_reach(work, site, maker):
            if agent is not None and work.facts.keeps_assistants and method in _STORED:
                _of_stored(work, site, method, agent)
                return
            work.block(site.anchor, _ELSEWHERE)
            return
        if not searches(work, maker):
            work.block(site.anchor, _CODE)
            return
        name = work.binding_name(maker)
        first = [work.take(site, key) for key in positional]
        rest = {key: work.take(site, key) for key in named}
        if any(value is None for value in first):
            work.block(site.anchor, "the id is not given by name or position")
            return

        def items(r: Rendering) -> list[Item]:
            store = r.made(STORE, maker)
            if name is not None:  # bound before it, so it is set wherever that is
                r.stand_ins[store] = name.id
            return [
                *(r.item("", r.code(v), v) for v in first if v is not None),
                Item(f"{store}.id", "vector_store_id="),
                *(r.item(f"{k}=", r.code(v), v) for k, v in rest.items() if v is not None),
            ]

        work.write_call(
            site,
            lambda r: f"{r.openai(site)}.vector_stores.files.{method}",
            items,
            used=(*first, *rest.values()),
        )

    return plan


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    operation: _planner(operation) for operation in _CALLS
}
