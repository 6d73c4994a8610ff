"""What every definition of an agent takes over: tools, their resources, reasoning."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from textwrap import indent

from unspool_rules.engine.attachments.attached import brought_to
from unspool_rules.engine.attachments.conversation_files import kept
from unspool_rules.engine.attachments.run_files import brought
from unspool_rules.engine.attachments.run_stores import handed_on
from unspool_rules.engine.messages.content import fields_of, kinds_of
from unspool_rules.engine.operations.agents.assistant_files import STORE, files_of
from unspool_rules.engine.operations.agents.makers import updates_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.toolmodels.builtin import listed_files
from unspool_rules.engine.toolmodels.lists import elements, kinds_given
from unspool_rules.engine.tools.models import Resources, resources_of
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code, Item, call, lay_out, mapping

_FILES = (
    "files of an assistant belong to its tools: `tool_resources` of file search or code interpreter"
)
_LEFT_OUT = (
    "file search had nothing to search in, and its new form needs a vector store: the tool is left "
    "out; give it a store with your files to have it"
)
_WITH_FILES = (
    "file search has nothing of its own to search in: the response to a message with files has it"
)
_FOR_BOTH = (
    "which tools there are is not in view: the files go to code interpreter and into a vector store"
)
_DOING = (ast.Call, ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom)
_ASKING = (".get", ".list", ".delete", ".retrieve", ".cancel")
"""Ends of operations that bring nothing, whatever they are given."""
_STORING = {"tool_resources", "attachments", "file_ids"}
"""Arguments that give an agent, a thread or a message files to search in."""
TOOLSET = "tools and a tool set are both given"


def refuse_unknown(work: Work, site: Site) -> None:
    work.refuse(site, {"body": "a raw body has the old shape"})


def resources_given(
    work: Work, site: Site, tools: ast.expr | None, given: ast.expr | None
) -> Resources | None:
    """``tool_resources``, or the ``file_ids`` of Assistants v1: for code, or for a new store."""
    files = work.take(site, "file_ids")
    files = None if files is None or is_empty(files) else files
    attached, own = files_of(work, site), brought_to(work, site)
    if files is None and not attached and not own.searched:
        found = resources_of(work, given)
        if found is not None:
            found.attached = [*own.interpreted]
        if found is not None and _searches_nothing(work, site, tools, found):
            found.nothing_to_search = True
            work.note(_WITH_FILES if _brings_files(work) else _LEFT_OUT)
        return found
    if given is not None and not is_empty(given):
        work.block(
            given,
            "files of the assistant and resources of its tools are both given: keep one of them",
        )
        return None
    found = Resources()
    kinds = kinds_of(work, tools)
    listed = tools is None or is_empty(tools) or isinstance(work.literal_of(tools), ast.List)
    unknown = None in kinds or not listed
    interprets = "code_interpreter" in kinds or unknown
    searched = bool(kinds & {"retrieval", "file_search"}) or unknown
    if interprets and not attached:
        found.files, found.attached = files, [*own.interpreted]
        if not searched:
            return found
    twice = interprets and any(isinstance(n, _DOING) for n in ast.walk(files or site.func))
    if not searched or (interprets and attached) or twice:
        work.block(files or site.anchor, _FILES)
        return None
    found.site = site
    if unknown:
        work.note(_FOR_BOTH)
    return found if make_store(work, site, files, own.searched) else None


def make_store(
    work: Work, site: Site, files: ast.expr | None, searched: Sequence[ast.expr] = ()
) -> bool:
    """Plan a vector store with files, made before an assistant is made or changed.

    Returns:
        False where there is no place for it.
    """
    statement = work.tree.statement(site.anchor)
    waits = isinstance(work.outer(site), ast.Await)
    if waits is not site.asynchronous or not work.alone(statement):
        work.block(files or site.anchor, _FILES)
        return False
    stored = listed_files(files, searched)
    literal = work.literal_of(files) if files is not None else None
    asked = isinstance(files, ast.Name) and not getattr(literal, "elts", ())

    def making(r: Rendering) -> str:
        wait, store = "await " if waits else "", r.made(STORE, site)
        stores = f"{r.openai(site)}.vector_stores"
        head = f"{store} = {wait}{stores}.create()"
        if stored is None:
            return head
        given = [Item(f"{store}.id", "vector_store_id="), Item(stored(r), "file_ids=")]
        added = call(f"{wait}{stores}.file_batches.create_and_poll", given)
        column = len(r.tree.indent(statement))
        if files is not None and asked:  # the service takes no batch of no files
            shown = lay_out(added, indent="", column=column + 4, limit=r.limit)
            return f"{head}\nif {r.text(files)}:\n{indent(shown, '    ')}"
        return f"{head}\n{lay_out(added, indent='', column=column, limit=r.limit)}"

    work.plan.inserted.setdefault(statement, []).append(making)
    work.note("the files go into a vector store that is made, and waited for, at every start")
    return True


def _searches_nothing(work: Work, site: Site, tools: ast.expr | None, resources: Resources) -> bool:
    """Whether nothing in view gives an agent with file search anything to search in."""
    if site.operation != "agent.create" or resources.stores or resources.holder:
        return False
    literal = work.literal_of(tools) if tools is not None else None
    listed = literal is None or is_empty(literal) or isinstance(literal, (ast.List, ast.BinOp))
    any_tools = work.facts.keeps_assistants and not listed
    if not any_tools and not kinds_given(work, tools) & {"retrieval", "file_search"}:
        return False
    others = [
        s for s in work.facts.sites if s is not site and not s.operation.startswith("vector_store")
    ]
    if work.facts.keeps_assistants:
        return _may_wait(work, tools, others)
    if updates_of(work, site):
        return False
    later: set[ast.AST] = set()
    for giving in [s for s in others if _gives_others(s) or handed_on(work, s) or kept(work, s)]:
        others.remove(giving)
        later |= set(ast.walk(giving.called))
    if any(_names_stores(n) for n in ast.walk(work.tree.module) if n not in later):
        return False
    return not any(
        other.unpacked or (_STORING & other.arguments.keys() and not brought(work, other))
        for other in others
    )


def _gives_others(site: Site) -> bool:
    """Whether a call gives what it names to an assistant of its own."""
    return site.operation == "agent.create" and not site.unpacked


def _may_wait(work: Work, tools: ast.expr | None, others: list[Site]) -> bool:
    """Whether file search of a kept assistant can be left out until something gives it stores.

    An update that gives it stores gives it the tool, as it comes by itself; what a thread or a
    message brings is kept with the conversation, whose response has the tool.
    """
    updates = [s for s in others if s.operation == "agent.update"]
    brings = [s for s in others if not s.operation.startswith("agent.")]
    brings = [s for s in brings if not s.operation.endswith(_ASKING)]
    if any(s.unpacked for s in brings):
        return False
    opaque = any(s.unpacked for s in updates)
    brought = any(_STORING & s.arguments.keys() for s in brings)
    given = opaque or any(_STORING & s.arguments.keys() for s in updates)
    return not (opaque and brought) and (_is_bare(work, tools) or not (brought or given))


def _is_bare(work: Work, tools: ast.expr | None) -> bool:
    """Whether file search has no settings of its own."""
    literal = work.literal_of(tools) if tools is not None else None
    if tools is None or not isinstance(literal, ast.List):
        return False
    for element in elements(work, tools, literal):
        fields = fields_of(work.literal_of(element)) or {}
        if work.string_value(fields.get("type")) == "file_search" and len(fields) > 1:
            return False
    return True


def _brings_files(work: Work) -> bool:
    """Whether a message or a thread here has files that its run searches in."""
    return any(
        brought(work, site) or handed_on(work, site) or kept(work, site) for site in work.plan.sites
    )


def _names_stores(node: ast.AST) -> bool:
    """Whether a tool is given vector stores here, in the old form or in the new one."""
    match node:
        case ast.keyword(arg="vector_store_ids") | ast.Constant(value="vector_store_ids"):
            return True
    return False


def reasoning(r: Rendering, effort: ast.expr, typed: bool) -> Code:
    if typed:
        reasoning = r.imports.need("openai.types.shared", "Reasoning")
        return call(reasoning, [Item(r.code(effort), "effort=")])
    return mapping([("effort", r.code(effort))])
