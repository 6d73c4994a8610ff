"""Files and vector stores that an update gives to an assistant of the program's own file."""

from __future__ import annotations

import ast

from unspool_rules.engine.definitions.store import FILE, helper
from unspool_rules.engine.messages.content import kinds_of
from unspool_rules.engine.operations.agents.definition_fields import Fields
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.models import resources_of
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item, call

TWICE = "give the id a name first: it is needed twice here"
PLAIN = (ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.expr_context)
SEARCHED = (
    "files that a stored assistant is given go to its file search, as those of the assistants that "
    "are made here do: look whether others read theirs with the code interpreter"
)
_READ = (
    f"files that a stored assistant is given are those of its tools in `{FILE}`: of the code "
    "interpreter, and of a vector store that is made for them each time"
)
_SEARCHING = frozenset({"retrieval", "file_search"})
_NOT_ALL = (
    "file search that has nothing to search in is left out where an assistant is made: give these "
    "files to the tools there, or say here which tools read them"
)


def searched(work: Work, site: Site, agent: ast.expr) -> ast.expr | None:
    """Vector stores that an update gives to whatever tools the assistant has."""
    given = site.arguments.get("tool_resources")
    if given is None or is_empty(given) or {"tools", "file_ids"} & site.arguments.keys():
        return None
    found = resources_of(work, given)
    if found is None or found.stores is None or found.files is not None:
        return None
    if not all(isinstance(node, PLAIN) for node in ast.walk(agent)):
        work.block(agent, TWICE)
        return None
    work.facts.store_helpers.setdefault(site, set()).add("search_in")
    return found.stores


def only_searches(work: Work, site: Site) -> bool:
    """Whether an update gives only files, to an assistant of v1 that searches in its files."""
    if {"tools", "tool_resources"} & site.arguments.keys() or "file_ids" not in site.arguments:
        return False
    sites = [s for s in work.facts.sites if s.operation in ("agent.create", "agent.update")]
    if any(s.unpacked for s in sites):
        return False
    given = [s.arguments["tools"] for s in sites if "tools" in s.arguments]
    kinds = [kinds_of(work, tools) for tools in given]
    return bool(kinds) and all(found and found <= _SEARCHING for found in kinds)


def only_gives_files(site: Site) -> bool:
    """Whether an update gives files of v1 to an assistant whose tools stay as they are."""
    given = site.arguments.keys() | site.puts.keys()
    return (
        "file_ids" in site.arguments
        and not site.unpacked
        and not {"tools", "tool_resources", "body"} & given
    )


def _may_lack_search(work: Work, site: Site) -> bool:
    """Whether a call gives an assistant file search, and nothing to search in."""
    if site.operation not in ("agent.create", "agent.update"):
        return False
    files = site.arguments.get("file_ids")
    searching = kinds_of(work, site.arguments.get("tools")) & _SEARCHING
    return bool(searching) and (files is None or is_empty(files))


def with_files(work: Work, site: Site, fields: Fields, agent: ast.expr) -> Fields:
    """``tools=tools_reading(client, assistant_id, file_ids)`` beside the other fields."""
    files = work.take(site, "file_ids")
    assert files is not None
    name = "tools_reading" + ("_async" if site.asynchronous else "")
    work.facts.store_helpers.setdefault(site, set()).add(name)
    work.note(_READ)
    if not all(isinstance(node, PLAIN) for node in ast.walk(agent)):
        work.block(agent, TWICE)
    if any(_may_lack_search(work, s) for s in work.facts.sites):
        work.block(files, _NOT_ALL)

    def write(r: Rendering) -> list[tuple[ast.expr, Item]]:
        wait = "await " if site.asynchronous else ""
        given = [Item(r.openai(site)), Item(r.text(agent)), r.item("", r.code(files), files)]
        tools = call(f"{wait}{helper(r, name)}", given)
        return [*fields.write(r), (files, Item(tools, "tools="))]

    return Fields(write, (*fields.used, files))


def with_search(fields: Fields, agent: ast.expr, given: ast.expr, stores: Writer) -> Fields:
    """``tools=search_in(assistant_id, [vector_store.id])`` beside the other fields."""

    def write(r: Rendering) -> list[tuple[ast.expr, Item]]:
        tools = Brackets(helper(r, "search_in"), (Item(r.text(agent)), Item(stores(r))))
        return [*fields.write(r), (given, r.item("tools=", tools, given))]

    return Fields(write, (*fields.used, given))


__all__ = [
    "PLAIN",
    "SEARCHED",
    "TWICE",
    "only_gives_files",
    "only_searches",
    "searched",
    "with_files",
    "with_search",
]
