"""Runs of a thread that are listed for more than the active ones: the program keeps its responses.

No service lists the responses of a conversation. Each that is made here is kept under the id of
its conversation; at OpenAI that is its id, by which it is retrieved, elsewhere the response itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from unspool_rules.catalogue.groups import SUBMITS
from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.imports.below import function, known, put
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.tool_calls.made_with import CREATES, MAKES
from unspool_rules.engine.waiting.sync_loops import sync_loops
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Target
from unspool_rules.syntax.layout import Brackets, Code, Item

UNLISTED = "responses cannot be listed: keep their ids yourself"
NOTE = (
    "responses cannot be listed: the program keeps those that it makes, in this process only; "
    "what was made before, or elsewhere, is not among them"
)
_RETURNED = "callers outside this file now get a list of responses instead of a page of runs"
_LIST = "run.list"
_ARGUMENTS = frozenset({"thread_id", "limit", "order"})
_KEPT = "made_in"
_KEEPS = "Keeps a response among those of its conversation, and returns it."
_KEEPS_CODE = '''def {name}(response: {response}) -> {response}:
    """{meaning}"""
    if response.conversation is not None:
        {kept}.setdefault(response.conversation.id, []).append({what})
    return response
'''
_IDS = "The ids of the responses that were made in a conversation, the newest first."
_RESPONSES = "The responses that were made in a conversation, the newest first."
_LISTS_CODE = '''def {name}(conversation_id: str) -> list[{kind}]:
    """{meaning}"""
    return {kept}.get(conversation_id, [])[::-1]
'''


def is_wanted(facts: Facts, target: Target) -> bool:
    """Whether a file lists runs of which all that are made are in view, and made at once."""
    makers = [s for s in facts.sites if s.operation in MAKES]
    lists = [s for s in facts.sites if s.operation == _LIST]
    parts = {facts.tree.part_of(s.func) for s in (*makers, *lists)}
    services = {service_of(s, target) for s in (*makers, *lists)}
    return (
        bool(makers and lists)
        and len(parts) == len(services) == 1
        and not any(s.operation in SUBMITS for s in facts.sites)
        and all(_is_at_once(facts, s) for s in makers)
    )


def _is_at_once(facts: Facts, site: Site) -> bool:
    """Whether a call gives its response where it stands."""
    waited = isinstance(facts.tree.parents.get(site.anchor), ast.Await)
    return (
        site.operation in CREATES
        and not streams(site)
        and site.call is not None
        and (waited or not (site.asynchronous or site.thread is not None))
    )


def together(facts: Facts) -> Iterator[tuple[Site, Site]]:
    """What makes responses and what lists them changes at once, or not at all."""
    if facts.keeps_responses:
        found = [s for s in facts.sites if s.operation in (*MAKES, _LIST)]
        yield from ((found[0], other) for other in found)


def list_(work: Work, site: Site) -> None:
    """Plan that a listing of runs gives the responses that are kept."""
    if not work.facts.keeps_responses or set(site.arguments) - _ARGUMENTS or site.unpacked:
        work.block(site.anchor, UNLISTED)
        if is_wanted(work.facts, work.target):
            work.facts.lists_in_vain = True
        return
    thread, limit, order = (work.take(site, name) for name in ("thread_id", "limit", "order"))
    direction = "desc" if order is None else work.string_value(order)
    looped = isinstance(work.tree.parents.get(work.outer(site)), (ast.AsyncFor, ast.comprehension))
    if thread is None or direction not in ("asc", "desc"):
        work.block(site.anchor, UNLISTED)
        return
    if not looped and not work.must_await(site):
        return
    wait = "await " if site.asynchronous else ""

    def write(r: Rendering) -> Code:
        turned = "[::-1]" if direction == "asc" else ""
        cut = f"[:{r.text(limit)}]" if limit is not None else ""
        given = (r.item("", r.code(thread), thread),)
        known = Brackets(_lists(r, work, site), given, tail=turned + cut)
        if work.foundry(site):
            return known
        one = r.inner("response_id", thread)
        response = f"{wait}{r.openai(site)}.responses.retrieve({one})"
        clauses = (Item(response), Item(known, f"for {one} in "))
        return Brackets("", clauses, "[", "]", commas=False)

    work.replace(work.outer(site), write)
    work.note(NOTE)
    if isinstance(work.tree.parents.get(work.outer(site)), ast.Return):
        work.note(_RETURNED)
    if site.asynchronous:
        stays = sync_loops(work, lambda node: site in work.facts.origins(node))
        if stays is not None:
            work.block(stays, "an asynchronous generator over a listing")


def keep(work: Work, site: Site) -> None:
    """Let what makes a response keep it, where the file lists responses."""
    if not work.facts.keeps_responses:
        return
    outer = work.outer(site)
    call = site.call
    assert call is not None
    made = work.plan.replacements[call]
    wait = "await " if outer is not call else ""

    def write(r: Rendering) -> Code:
        code = made(r)
        assert isinstance(code, Brackets)
        new = replace(code, head=f"{wait}{code.head}")
        return Brackets(_keeps(r, work, site), (Item(new),))

    work.replace(outer, write)


def _keeps(r: Rendering, work: Work, site: Site) -> str:
    return _functions(r, foundry=work.foundry(site))[0]


def _lists(r: Rendering, work: Work, site: Site) -> str:
    return _functions(r, foundry=work.foundry(site))[1]


def _functions(r: Rendering, *, foundry: bool) -> tuple[str, str]:
    """What keeps a response, and what gives those of a conversation, or their ids."""
    meaning, wanted = (_RESPONSES, "responses_of") if foundry else (_IDS, "response_ids_of")
    names = known(r)
    if _KEEPS in names and meaning in names:
        return names[_KEEPS], names[meaning]
    response = r.imports.need("openai.types.responses", "Response")
    kind, what = (response, "response") if foundry else ("str", "response.id")
    held = r.made_at(_KEPT, r.module.body[0])
    put(r, f"{held}: dict[str, list[{kind}]] = {{}}")
    others = {"kept": held, "response": response, "what": what}
    keeps = function(r, "keep", _KEEPS, _KEEPS_CODE, None, **others)
    return keeps, function(r, wanted, meaning, _LISTS_CODE, None, kept=held, kind=kind)


__all__ = ["UNLISTED", "is_wanted", "keep", "list_", "together"]
