"""Files of an assistant in Assistants v1: files of the vector store that its retrieval searches."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.assistant_store import FILE, helper
from unspool_rules.engine.content import kinds_of
from unspool_rules.engine.facts import Site
from unspool_rules.engine.operations.makers import maker_of
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Item

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
_BOTH = (
    "file search that has nothing to search in is left out where the assistant is made, so this "
    "file would only go to the code interpreter: give it to both tools there"
)
_GIVING = ("agent.create", "agent.update")
_SEARCHES = frozenset({"file_search", "retrieval"})
_CODE = "files of the code interpreter are named in its tool, where the assistant is made"


def searches(work: Work, maker: Site) -> bool:
    """Whether an assistant reads its files by retrieval, and by nothing else."""
    kinds = kinds_of(work, maker.arguments.get("tools"))
    return bool(kinds & {"retrieval", "file_search"}) and "code_interpreter" not in kinds


def files_of(work: Work, maker: Site) -> list[Site]:
    """The calls about the files of an assistant that one call makes."""
    return [
        site for site in work.plan.sites if site.operation in _CALLS and _maker(work, site) is maker
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


def _add(work: Work, site: Site, agent: ast.expr) -> None:
    """A file of an assistant that the program keeps in a file of its own."""
    file = work.take(site, "file_id")
    name = "add_assistant_file_async" if site.asynchronous else "add_assistant_file"
    work.facts.store_helpers.setdefault(site, set()).add(name)
    if file is None:
        work.block(site.anchor, "the id is not given by name or position")
        return
    given = [s.arguments.get("tools") for s in work.facts.sites if s.operation in _GIVING]
    if any(_SEARCHES & kinds and len(kinds) > 1 for kinds in (kinds_of(work, t) for t in given)):
        work.block(site.anchor, _BOTH)
        return
    work.note(_ADDED)
    work.write_call(
        site,
        lambda r: helper(r, name),
        lambda r: [
            Item(r.openai(site)),
            r.item("", r.code(agent), agent),
            r.item("", r.code(file), file),
        ],
        used=(agent, file),
    )


def _planner(operation: str) -> Callable[[Work, Site], None]:
    method, positional, named = _CALLS[operation]

    def plan(work: Work, site: Site) -> None:
        maker = _maker(work, site)
        agent = work.take(site, "assistant_id")
        if maker is None or not _is_in_reach(work, site, maker):
            if agent is not None and work.facts.keeps_assistants and method == "create":
                _add(work, site, agent)
                return
            work.block(site.anchor, _ELSEWHERE)
            return
        if not searches(work, maker):
            work.block(site.anchor, _CODE)
            return
        first = [work.take(site, name) for name in positional]
        rest = {name: work.take(site, name) for name in named}
        if any(value is None for value in first):
            work.block(site.anchor, "the id is not given by name or position")
            return

        def items(r: Rendering) -> list[Item]:
            return [
                *(r.item("", r.code(v), v) for v in first if v is not None),
                Item(f"{r.made(STORE, maker)}.id", "vector_store_id="),
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
