"""Files that come with a message of a thread that one run of OpenAI answers: its tools reach them.

Where the definition of the agent can have them, ``attached`` gives them to that.

``attachments`` of a message, and ``file_ids`` before, were files of the thread: searched in a
vector store of its own, and there for the code interpreter. A response has them in its tools.
Where a thread lives on, later runs reach its files as well, which no call in view would say.

Sources: openai 1.65.5 ``openai/types/beta/threads/message_create_params.py`` (``Attachment``) and
``openai/types/beta/thread_create_params.py`` (``ToolResources``); openai 3.54.0
``openai/types/responses/tool_param.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.attachments.attached import taken_over
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.absent import is_plain, may_be_missing, may_be_none
from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.messages.content import fields_of, kinds_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import is_reachable
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code, Item, call, listing, mapping

NOTE = (
    "files of a message are given to the tools of the response: a vector store that expires 7 days "
    "after its last use is made for them, as for a thread, or the code interpreter gets them"
)
_MEANING = "Tools that reach files as well which came with a message."
_FUNCTION = '''{kind} {name}(client, tools, search, code) -> list[{any}]:
    """{meaning}"""
    reaching: list[{any}] = [t for t in tools or () if t["type"] != "file_search"]
    searching = [t for t in tools or () if t["type"] == "file_search"]
    stores = [store for tool in searching for store in tool.get("vector_store_ids", ())]
    if searching and search:
        kept = {{"anchor": "last_active_at", "days": 7}}
        store = {wait}client.vector_stores.create(expires_after=kept)
        {wait}client.vector_stores.file_batches.create_and_poll(store.id, file_ids=search)
        stores.append(store.id)
    for index, tool in enumerate(reaching):
        if tool["type"] != "code_interpreter" or not code:
            continue
        box = tool.get("container", {{"type": "auto"}})
        if isinstance(box, str):
            for file_id in code:
                {wait}client.containers.files.create(box, file_id=file_id)
        else:
            files = [*box.get("file_ids", ()), *code]
            reaching[index] = {{**tool, "container": {{**box, "file_ids": files}}}}
    if stores:
        reaching.append({{**searching[0], "vector_store_ids": stores}})
    return reaching
'''
_SEARCHES = frozenset({"file_search", "retrieval"})
_COMPUTES = frozenset({"code_interpreter"})
_FIELDS = ("attachments", "file_ids")
RUNS = ("run.create", "run.process", "run.stream")
_USERS = frozenset(
    {*RUNS, "message.create", "message.list", "run.get", "run.poll", "step.list", "thread.delete"}
)
"""What may be done with such a thread; nothing else may know it."""
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


@dataclass(frozen=True, slots=True)
class Files:
    """Files that one message brings, and the kinds of tools that are to reach them."""

    node: ast.expr
    ids: tuple[tuple[Writer, frozenset[str]], ...]


def brought(work: Work, site: Site) -> list[ast.expr]:
    """Files of messages that ``site`` adds, where they go to the tools of the run behind it."""
    if not any(True for _ in _given(work, site)) or taken_over(work):
        return []
    thread = site if site.operation == "thread.create" else thread_of(work, site)
    run = only_run(work, thread) if thread is not None else None
    return [files.node for files in _files(work, site, run) or ()] if run is not None else []


def reaching(
    work: Work, run: Site, agent: ast.expr, own: Callable[[], Writer | None]
) -> tuple[ast.expr, Writer] | None:
    """The tools of a run whose thread has files; None where it has none.

    Args:
        own: the tools that the run has besides; asked for only if they are needed.
    """
    thread = thread_of(work, run)
    if thread is None or taken_over(work) or only_run(work, thread) is not run:
        return None
    found = [f for site in (thread, *users_of(work, thread)) for f in _files(work, site, run) or ()]
    if not found:
        return None
    tools = own()
    again = is_reachable(work.facts, agent, run.func, run.func)  # it may be written twice
    if tools is None or not again:
        work.block(found[0].node, "the tools that are to reach these files are not in view")
        return None
    work.note(NOTE)

    def write(r: Rendering) -> Code:
        listed = [
            Item(listing(ids(r) for files in found for ids, kinds in files.ids if kinds & wanted))
            for wanted in (_SEARCHES, _COMPUTES)
        ]
        name = tools_with_files(r, asynchronous=run.asynchronous)
        wait = "await " if run.asynchronous else ""
        return call(f"{wait}{name}", [Item(r.openai(run)), Item(tools(r)), *listed])

    return found[0].node, write


# -- the thread ------------------------------------------------------------------------------------


def thread_of(work: Work, site: Site) -> Site | None:
    """The one creation, in the same flow, of the thread that a call names."""
    return _thread_of(work.facts, site)


def _thread_of(facts: Facts, site: Site) -> Site | None:
    given = site.arguments.get("thread_id")
    made = facts.origins(given) if given is not None else []
    return made[0] if len(made) == 1 and made[0].operation == "thread.create" else None


def users_of(work: Work, thread: Site) -> list[Site]:
    return _users(work.facts).get(thread, [])


@lru_cache(maxsize=2)  # asked for each run
def _users(facts: Facts) -> dict[Site, list[Site]]:
    """The calls that name threads, by the creations of these."""
    found: dict[Site, list[Site]] = {}
    for site in facts.sites:
        thread = _thread_of(facts, site)
        if thread is not None and thread is not site:
            found.setdefault(thread, []).append(site)
    return found


@lru_cache(maxsize=2)  # asked for each run
def _is_handed_in(facts: Facts) -> bool:
    """Whether outputs of functions are handed in anywhere in the file."""
    return any(site.operation.startswith("run.submit") for site in facts.sites)


def only_run(work: Work, thread: Site) -> Site | None:
    """The one run on a thread that nothing but calls of one function knows."""
    users = users_of(work, thread)
    runs = [s for s in users if s.operation in RUNS]
    here = {thread, *users}
    if (
        len(runs) != 1
        or work.foundry(thread)
        or _is_handed_in(work.facts)
        or any(s.thread is not None or s.unpacked for s in here)
        or not here <= set(work.plan.sites)
        or not {s.operation for s in users} <= _USERS
    ):
        return None
    home, loops = work.tree.function(thread.func), _loops(work, thread)
    if any(work.tree.function(s.func) is not home for s in users):
        return None
    adding = [s for s in users if s.operation == "message.create"]
    if any(_loops(work, s) != loops for s in (*adding, runs[0])):
        return None
    return runs[0] if _is_known_to(work, thread, users) else None


def _loops(work: Work, site: Site) -> list[ast.AST]:
    return [a for a in work.tree.ancestors(site.func) if isinstance(a, _LOOPS)]


def _is_known_to(work: Work, thread: Site, users: list[Site]) -> bool:
    """Whether a thread is only used for its id, in these calls or to be shown."""
    name = work.binding_name(thread)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if variable is None or is_taken(work.facts, variable):
        return False
    if len(work.facts.scopes.bindings(variable)) != 1:
        return False
    calls = {site.call for site in users}
    for read in work.facts.scopes.reads(variable):
        above = list(work.tree.ancestors(read))
        if not (isinstance(above[0], ast.Attribute) and above[0].attr == "id"):
            return False
        if not any(a in calls for a in above) and not pauses.speaks(work.tree.statement(read)):
            return False
    return True


# -- the files -------------------------------------------------------------------------------------


def _given(work: Work, site: Site) -> Iterator[tuple[str, ast.expr]]:
    """The names and values of files that messages are added with."""
    fields = [site.arguments] if site.operation == "message.create" else []
    if site.operation == "thread.create":
        messages = site.arguments.get("messages")
        literal = work.literal_of(messages) if messages is not None else None
        for element in literal.elts if isinstance(literal, ast.List) else ():
            fields.append(fields_of(element) or {})
    for one in fields:
        yield from ((name, one[name]) for name in _FIELDS if name in one)


def _files(work: Work, site: Site, run: Site) -> list[Files] | None:
    """The files that a call adds before a run; None where they are not known."""
    found = []
    for name, node in _given(work, site):
        ids = _ids(work, name, node, site, run)
        if ids is None:
            return None
        found.append(Files(node, tuple(ids)))
    if found and site.operation == "message.create":
        if not precedes(work.tree, work.tree.statement(site.func), run.func):
            return None
    return found


def _ids(
    work: Work, name: str, node: ast.expr, site: Site, run: Site
) -> list[tuple[Writer, frozenset[str]]] | None:
    whole = isinstance(node, ast.List)
    elements = node.elts if isinstance(node, ast.List) else [node]
    found = []
    for element in elements:
        kinds = _SEARCHES | _COMPUTES
        if name == "attachments":
            attachment = element.elt if isinstance(element, ast.ListComp) else element
            fields = fields_of(attachment) or {}
            kinds = frozenset(str(kind) for kind in kinds_of(work, fields.get("tools")))
            if set(fields) != {"file_id", "tools"}:
                return None
            if not kinds or not kinds <= _SEARCHES | _COMPUTES:
                return None
            written = _each(element, fields["file_id"])
            source = fields["file_id"]
        else:
            written = _each(element, element) if whole else _all(element)
            source = element.elt if isinstance(element, ast.ListComp) else element
            if may_be_none(work, source) or may_be_missing(work, source):
                return None
        if isinstance(element, ast.ListComp):
            over = element.generators[0]
            if len(element.generators) != 1 or over.ifs or over.is_async or not is_plain(source):
                return None
            source = over.iter
        if not stays(work, source, site, run):
            return None
        found.append((written, kinds))
    return found


def stays(work: Work, value: ast.expr, site: Site, run: Site) -> bool:
    """Whether what a call is given is still the same where a run is made behind it."""
    if not is_reachable(work.facts, value, site.func, run.func):
        return False
    inner = [node for node in ast.walk(value) if isinstance(node, (ast.Name, ast.Attribute))]
    paths = {ast.unparse(node) for node in inner} - {"self", "cls"}
    start, end = work.tree.span(site.func).end, work.tree.span(run.func).start
    return not any(
        start < work.tree.span(node).start < end
        and ast.unparse(node) in paths
        and _may_change(work, node)
        for node in work.tree.of(ast.Name, ast.Attribute)
        if isinstance(node, (ast.Name, ast.Attribute))
    )


def _may_change(work: Work, node: ast.Name | ast.Attribute) -> bool:
    """Whether something is given anew here, is changed, or has a method that is called."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Attribute):
        above = work.tree.parents.get(parent)
        return isinstance(above, ast.Call) and above.func is parent
    part = isinstance(parent, ast.Subscript) and not isinstance(parent.ctx, ast.Load)
    return part or not isinstance(node.ctx, ast.Load)


def _all(node: ast.expr) -> Writer:
    if isinstance(node, ast.ListComp):
        return _each(node, node.elt)
    return lambda r: f"*{r.operand(node)}"


def _each(element: ast.expr, file_id: ast.expr) -> Writer:
    """One id, or the ids of all files that a comprehension goes through."""
    if not isinstance(element, ast.ListComp):
        return lambda r: r.code(file_id)
    over = element.generators[0]
    return lambda r: f"*({r.text(file_id)} for {r.text(over.target)} in {r.text(over.iter)})"


# -- the tools -------------------------------------------------------------------------------------


def tools_of(
    work: Work, agent: ast.expr, caller: Callable[[Rendering], str], *, unpacked: bool
) -> Writer | None:
    """The tools that the agent of a run has, also a search that has nothing else to search in."""
    makers = [m for m in work.facts.origins(agent) if m.operation != "agent.get"]
    if work.facts.keeps_assistants:
        makers = [s for s in work.facts.sites if _gives_tools(s)]
    literal = _literal(work, makers) if not unpacked else None
    if literal is not None:
        return lambda _: listing(_bare(kind) for kind in literal)
    makers = [m for m in makers if _gives_tools(m)]
    searches = {bool(_SEARCHES & kinds_of(work, m.arguments.get("tools"))) for m in makers}
    if len(searches) > 1:
        return None
    known = "get" if unpacked else "keywords.get"

    def write(r: Rendering) -> Code:
        tools = f'{caller(r)}.{known}("tools")'
        if True not in searches:
            return tools
        return listing([f"*({tools} or ())", mapping([("type", '"file_search"')])])

    return write


def _gives_tools(site: Site) -> bool:
    """Whether a call says which tools an agent has, so may have left out a bare search there."""
    given = site.operation == "agent.update" and "tools" in site.arguments
    return given or site.operation == "agent.create"


def _bare(kind: str) -> Code:
    pairs: list[tuple[str, Code]] = [("type", f'"{kind}"')]
    if kind == "code_interpreter":
        pairs.append(("container", mapping([("type", '"auto"')])))
    return mapping(pairs)


def _literal(work: Work, makers: list[Site]) -> list[str] | None:
    """The kinds of the tools of the one definition of an agent, where they say no more."""
    if len(makers) != 1 or makers[0].unpacked or makers[0].operation != "agent.create":
        return None
    given = makers[0].arguments
    tools = work.literal_of(given["tools"]) if "tools" in given else None
    if {"tool_resources", "file_ids"} & given.keys() or not isinstance(tools, ast.List):
        return None
    if any(s.operation == "agent.update" for s in work.facts.sites):
        return None
    kinds = [work.string_value((fields_of(e) or {}).get("type")) for e in tools.elts]
    plain = all(set(fields_of(e) or {}) == {"type"} for e in tools.elts)
    if not plain or not set(kinds) <= _SEARCHES | _COMPUTES:
        return None
    return ["file_search" if kind in _SEARCHES else str(kind) for kind in kinds]


def tools_with_files(r: Rendering, *, asynchronous: bool) -> str:
    """The name of the function; it is written below the imports when it is not there yet."""
    return function(r, "tools_with_files", _MEANING, _FUNCTION, asynchronous)


__all__ = [
    "RUNS",
    "brought",
    "only_run",
    "reaching",
    "stays",
    "thread_of",
    "tools_of",
    "tools_with_files",
]
