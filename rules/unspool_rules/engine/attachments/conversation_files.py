"""Files and vector stores of a conversation of OpenAI that lives on: its metadata says which.

A thread kept what its messages brought, for all runs on it. A conversation has no resources, so
its metadata have their ids, and each response here is given tools that reach them. ``attached``
and ``run_files`` are for threads that are in view from their start to their one answer.

Sources: openai 1.65.5 ``openai/types/beta/threads/message_create_params.py`` (``Attachment``) and
``openai/types/beta/thread_create_params.py`` (``ToolResources``); openai 3.54.0
``openai/types/conversations/conversation_update_params.py`` (``metadata``: 16 values of at most
512 characters).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from unspool_rules.engine.attachments import attached, run_files, run_stores, thread_resources
from unspool_rules.engine.attachments import conversation_functions as functions
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.absent import is_env, is_plain, may_be_left_out, may_be_none
from unspool_rules.engine.messages.content import fields_of, kinds_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import is_reachable
from unspool_rules.engine.tools.models import Resources, resources_of
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.layout import Brackets, Code, Item, call, listing
from unspool_rules.syntax.names import last_name

NOTE = (
    "files and vector stores of the conversation are kept in its metadata, and the responses here "
    "are given tools that reach them; a response to it elsewhere needs these tools, too"
)
_TWICE = "this is needed twice here, for the files of the thread, too: give it a name"
_REACH = "which files of the thread these tools reach is not in view: write them here"
_RUNS = run_files.RUNS
_FIELDS = ("attachments", "file_ids")
Written = Callable[[Rendering], Brackets]
_KEEPERS = ("message.create", "thread.create", "thread.update")

# -- which calls -----------------------------------------------------------------------------------


def bonds(facts: Facts) -> Iterator[tuple[Site, Site]]:
    """What brings files, and the runs that are to reach them."""
    function = facts.tree.function
    for site, runs in _brought(facts).items():
        for run in runs:
            places = {function(s.func) for s in (site, run, *_threads(facts, site))}
            if len(places) > 1 or not _threads(facts, site):
                yield site, run


def kept(work: Work, site: Site) -> list[ast.expr]:
    """What a call brings that goes into the metadata of the conversation; else nothing."""
    runs = _brought(work.facts).get(site)
    if runs is None or not set(runs) <= set(work.plan.sites) or work.foundry(site):
        return []
    if site.thread is not None or site.call is None or _have_other_place(work, site):
        return []
    if any(_replaces_metadata(work.facts, s) for s in work.facts.sites):
        return []
    if _put(site) and not _stand_alone(work, site):
        return []
    if any(_replaces_new(work.facts, c) for c in work.tree.of(ast.Call)):
        return []
    given = [*_given(work.facts, site), *_put(site)]
    if not runs and any(name in _FIELDS for name, _ in given):
        return []  # what reads these files is a person's to say
    named = {name for name, _ in _resources_in(work, given)}
    opaque = any(name == "tool_resources" and _resources(work, n) is None for name, n in given)
    if (functions.CODE in named or opaque) and any(name in _FIELDS for name, _ in given):
        return []  # of both, one value would have to be made
    return [n for _, n in given] if all(_is_known(work, *pair) for pair in given) else []


def reaching(
    work: Work,
    run: Site,
    agent: ast.expr,
    thread: ast.expr | None,
    tools: Callable[[], Writer | None],
) -> Writer | None:
    """The tools of a run on a thread that may have files; None where none has any.

    Args:
        thread: what names the thread where the response is asked for.
        tools: the tools that the run has besides; asked for only if they are needed.
    """
    keepers = [s for s, runs in _brought(work.facts).items() if run in runs and kept(work, s)]
    if not keepers or thread is None:
        return None
    kinds = _own_kinds(work, run)
    if kinds is not None and kinds <= {"function"}:
        return None  # these reach nothing
    searches = kinds is None or bool(kinds & {"file_search", "retrieval"})
    first = [*_given(work.facts, keepers[0]), *_put(keepers[0])][0][1]
    own = tools()
    if own is None:
        work.block(first, "the tools that are to reach these files are not in view")
        return None
    for twice in (thread, agent):
        if not _is_repeatable(work, twice):
            work.block(twice, _TWICE)
            return None
    work.note(NOTE)

    def write(r: Rendering) -> Code:
        wait = "await " if run.asynchronous else ""
        parts = [Item(r.openai(run)), Item(r.code(thread)), Item(own(r))]
        if not searches:
            parts.append(Item("False", "searches="))
        return call(f"{wait}{functions.tools_of_conversation(r, run)}", parts)

    return write


def _own_kinds(work: Work, run: Site) -> set[str | None] | None:
    """Which tools a run has of its own; None where it has those of its assistant."""
    given = run.arguments.get("tools")
    if given is None:
        return None
    kinds = kinds_of(work, given)
    if None in kinds or not isinstance(work.literal_of(given), ast.List):
        work.block(given, _REACH)
    return kinds


@lru_cache(maxsize=2)  # asked for each run and message
def _brought(facts: Facts) -> dict[Site, list[Site]]:
    """Calls that give threads files or stores, with the runs that may be on these threads."""
    runs = [s for s in facts.sites if s.operation in _RUNS and s.sort == "openai"]
    found: dict[Site, list[Site]] = {}
    for site in facts.sites:
        if (
            site.operation in _KEEPERS
            and site.sort == "openai"
            and (_given(facts, site) or _put(site))
        ):
            threads = _threads(facts, site)
            found[site] = [r for r in runs if _may_be_on(threads, _threads(facts, r))]
    return found


def _may_be_on(threads: list[Site], others: list[Site]) -> bool:
    return not threads or not others or any(thread in others for thread in threads)


def _threads(facts: Facts, site: Site) -> list[Site]:
    """The creations of the thread that a call names, or is."""
    if site.operation == "thread.create":
        return [site]
    given = site.arguments.get("thread_id")
    return facts.origins(given) if given is not None else []


def _given(facts: Facts, site: Site) -> list[tuple[str, ast.expr]]:
    """What a call gives a thread besides texts, by name."""
    fields: list[tuple[Mapping[str, ast.expr], tuple[str, ...]]]
    fields = [(site.arguments, _FIELDS if site.operation == "message.create" else ())]
    if site.operation in ("thread.create", "thread.update"):
        fields = [(site.arguments, ("tool_resources",))]
        messages = site.arguments.get("messages")
        for element in messages.elts if isinstance(messages, ast.List) else ():
            fields.append((fields_of(element) or {}, _FIELDS))
    found = [(name, one[name]) for one, names in fields for name in names if name in one]
    return [(name, node) for name, node in found if not is_empty(node)]


def _put(site: Site) -> list[tuple[str, ast.expr]]:
    """The same of what a dictionary of arguments is given under a condition."""
    names = {"message.create": _FIELDS, "thread.create": ("tool_resources",)}
    return [(n, node) for n in names.get(site.operation, ()) for node in site.puts.get(n, ())]


def _stand_alone(work: Work, site: Site) -> bool:
    """Whether a call gets one thing under a condition, and no other way leads files to a run."""
    if len(_put(site)) != 1 or _given(work.facts, site) or attached.taken_over(work):
        return False
    return not any(run_files.brought(work, other) for other in work.plan.sites)


def _have_other_place(work: Work, site: Site) -> bool:
    """Whether the files are those of an agent, or of one response."""
    return (
        bool(run_files.brought(work, site))
        or any(node in attached.taken_over(work) for _, node in _given(work.facts, site))
        or run_stores.handed_on(work, site)
        or thread_resources.taken_over(work, site)
    )


def _is_known(work: Work, name: str, node: ast.expr) -> bool:
    """Whether something is, as far as can be seen, what a request takes: no objects of the SDK."""
    if name == "tool_resources":
        return _resources(work, node) is not None or _is_opaque(work, node)
    read = (inner.attr for inner in ast.walk(node) if isinstance(inner, ast.Attribute))
    return "attachments" not in read


def _replaces_metadata(facts: Facts, site: Site) -> bool:
    """Whether a thread gets metadata in which those of its files would be missing."""
    if site.operation != "thread.update" or _given(facts, site):
        return False
    return "metadata" in site.arguments or bool(site.unpacked)


def _replaces_new(facts: Facts, node: ast.AST) -> bool:
    """The same of a conversation, ``client.conversations.update``; what is kept is read before."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr != "update" or last_name(node.func.value) != "conversations":
        return False
    around = facts.tree.function(node) or facts.tree.module
    reads = (n.attr for n in ast.walk(around) if isinstance(n, ast.Attribute))
    given = {keyword.arg for keyword in node.keywords}
    return bool(given & {"metadata", None}) and "metadata" not in reads


def _resources(work: Work, node: ast.expr) -> Resources | None:
    before = work.plan.snapshot()
    found = resources_of(work, node)
    work.plan.restore(before)
    if found is None or (found.stores is None and found.files is None):
        return None
    return found


def _is_opaque(work: Work, node: ast.expr) -> bool:
    """Whether resources that a thread is made with say only when the program runs what they are."""
    above = work.tree.parents.get(node)
    call = work.tree.parents.get(above) if isinstance(above, ast.keyword) else None
    site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
    if site is None or site.operation != "thread.create":
        return False
    return fields_of(work.literal_of(node)) is None and not may_be_left_out(work, node)


def _is_repeatable(work: Work, node: ast.expr) -> bool:
    """Whether an expression gives the same when it is evaluated twice in a row."""
    if not isinstance(node, ast.Call):
        return is_reachable(work.facts, node, node, node)
    keys = [*node.args, *(k.value for k in node.keywords)]
    if isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        known = all(isinstance(k, ast.Constant) for k in keys)
        return known and is_reachable(work.facts, node.func, node, node)
    called = [t.node for t in work.infer.of(node.func) if isinstance(t, UserFunction)]
    return bool(called) and not keys and all(map(_only_says, called))


def _only_says(function: ast.AST) -> bool:
    """Whether a function does nothing but name a value."""
    body = getattr(function, "body", None)
    last = body[-1] if isinstance(body, list) else None
    documented = isinstance(body, list) and all(
        isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant) for s in body[:-1]
    )
    return (
        documented
        and isinstance(last, ast.Return)
        and last.value is not None
        and (is_plain(last.value) or is_env(last.value))
    )


# -- new code --------------------------------------------------------------------------------------


def bringing(
    work: Work, site: Site, thread: ast.expr, put: Sequence[tuple[str, ast.expr]] = ()
) -> Writer | None:
    """The id of a message's conversation, which keeps the files that the message brings.

    Args:
        put: what is given under a condition, where that is to be written.
    """
    given = put or _given(work.facts, site)
    if not given:
        return None

    def write(r: Rendering) -> Code:
        items = [Item(r.openai(site)), r.item("", r.code(thread), thread)]
        items += [r.item(f"{name}=", r.code(node), node) for name, node in given]
        wait = "await " if site.asynchronous else ""
        return call(f"{wait}{functions.bring_files(r, site)}", items)

    return write


def metadata_of(work: Work, site: Site, own: ast.expr | None) -> Writer:
    """The metadata of a conversation that is made with files or vector stores."""
    given = _given(work.facts, site)
    files = [(name, node) for name, node in given if name in _FIELDS]

    def write(r: Rendering) -> Code:
        items = _pairs(work, r, own) if own is not None else []
        for name, ids in _resources_in(work, given):
            items.append(Item(_joined(work, r, ids), f'"{name}": '))
        for name, node in given:
            if name == "tool_resources" and _resources(work, node) is None:
                shaped = call(functions.kept_resources(r), [r.item("", r.code(node), node)])
                items.append(Item(shaped, "**"))
        if not files and len(items) == 1 and items[0].prefix == "**" and own is None:
            return items[0].value
        if not files:
            return Brackets("", tuple(items), "{", "}")
        found = call(functions.kept_files(r), [_all(r, files, name) for name in dict(files)])
        return Brackets("", (*items, Item(found, "**")), "{", "}") if items else found

    return write


def metadata_for(work: Work, put: ast.expr) -> Written:
    """The metadata of a conversation that is made with these resources under a condition."""
    found = _resources_in(work, [("tool_resources", put)])

    def write(r: Rendering) -> Brackets:
        items = (Item(_joined(work, r, ids), f'"{name}": ') for name, ids in found)
        return Brackets("", tuple(items), "{", "}")

    return write


def resources_for(work: Work, site: Site) -> Callable[[Rendering], list[Item]]:
    """What ``threads.update`` gives a thread, by the names that metadata have for it."""
    found = _resources_in(work, _given(work.facts, site))
    return lambda r: [r.item(f"{name}=", r.code(ids), ids) for name, ids in found]


def _pairs(work: Work, r: Rendering, own: ast.expr) -> list[Item]:
    """The program's own metadata, for a dictionary that has more."""
    if may_be_none(work, own):
        return [Item(f"({r.text(own)} or {{}})", "**")]
    if not isinstance(own, ast.Dict) or None in own.keys:
        return [r.item("**", r.code(own), own)]
    pairs = [(key, value) for key, value in zip(own.keys, own.values, strict=True) if key]
    return [r.item(f"{r.text(key)}: ", r.code(value), value) for key, value in pairs]


def _all(r: Rendering, files: list[tuple[str, ast.expr]], wanted: str) -> Item:
    """The files of all messages that name them in the same way."""
    nodes = [node for name, node in files if name == wanted]
    if len(nodes) == 1:
        return r.item(f"{wanted}=", r.code(nodes[0]), nodes[0])
    return r.item(f"{wanted}=", listing(f"*{r.operand(node)}" for node in nodes), *nodes)


def _resources_in(work: Work, given: list[tuple[str, ast.expr]]) -> list[tuple[str, ast.expr]]:
    found: list[tuple[str, ast.expr]] = []
    for name, node in given:
        resources = _resources(work, node) if name == "tool_resources" else None
        if resources is not None and resources.stores is not None:
            found.append((functions.STORES, resources.stores))
        if resources is not None and resources.files is not None:
            found.append((functions.CODE, resources.files))
    return found


def _joined(work: Work, r: Rendering, ids: ast.expr) -> str:
    """Ids in one text, as metadata have them."""
    if (
        isinstance(ids, ast.List)
        and len(ids.elts) == 1
        and not isinstance(ids.elts[0], ast.Starred)
    ):
        return r.text(ids.elts[0])
    missing = " or ()" if may_be_none(work, ids) else ""
    return f'",".join({r.text(ids)}{missing})'
