"""Files and vector stores that a dictionary of arguments gets under a condition.

``if file_id: params["attachments"] = [...]`` becomes a call that keeps the files in the metadata of
the conversation, at its place; resources of a new thread become metadata of the new conversation.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from unspool_rules.engine.attachments import conversation_files
from unspool_rules.engine.flow.absent import is_plain
from unspool_rules.engine.flow.later import means_the_same
from unspool_rules.engine.flow.sometimes import Fate, Put
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Code

_FIELDS = ("attachments", "file_ids")
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def put(
    work: Work, site: Site, key: str, one: Put, others: Sequence[tuple[str, Put]]
) -> Fate | None:
    """Plan one statement that puts such an argument in, beside others; None for any other."""
    if one.holder is None or one.value not in conversation_files.kept(work, site):
        return None
    own: set[ast.AST] = {other.statement for _, other in others}
    if site.operation == "message.create" and key in _FIELDS:
        thread = site.arguments.get("thread_id")
        if thread is None or not _is_first_and_last(work, site, one, thread, own):
            return None
        write = conversation_files.bringing(work, site, thread, [(key, one.value)])
        assert write is not None
        work.replace(one.statement, write)
        work.note(conversation_files.NOTE)
        return Fate.GOES
    if site.operation != "thread.create" or {"metadata", "messages"} & {
        *site.arguments,
        *site.puts,
    }:
        return None
    return _as_metadata(work, one, conversation_files.metadata_for(work, one.value))


def _as_metadata(work: Work, one: Put, write: conversation_files.Written) -> Fate:
    quote = work.tree.segment(one.key)[-1] if one.key is not None else '"'
    holder = one.holder

    def put_in(r: Rendering) -> Code:
        assert holder is not None
        head = f"{r.text(holder)}[{quote}metadata{quote}] = "
        code = write(r)
        return replace(code, head=f"{head}{code.head}")

    work.replace(one.statement, put_in)
    work.note(conversation_files.NOTE)
    return Fate.STAYS


def _is_first_and_last(
    work: Work, site: Site, one: Put, thread: ast.expr, own: set[ast.AST]
) -> bool:
    """Whether a statement is run at most once before the call, and knows the thread already."""
    tree = work.tree
    around = set(tree.ancestors(site.func))
    if any(isinstance(a, _LOOPS) and a not in around for a in tree.ancestors(one.statement)):
        return False
    if not is_plain(thread) or not _is_bound(work, one, thread):
        return False
    last = tree.statement(site.func)
    return means_the_same(work.facts, one.statement, last, own, list(ast.walk(thread)))


def _is_bound(work: Work, one: Put, thread: ast.expr) -> bool:
    """Whether the names that say the thread have their values where the statement stands."""
    tree, scopes = work.tree, work.facts.scopes
    start = tree.span(one.statement).start
    around = set(tree.ancestors(one.statement))
    for name in [n for n in ast.walk(thread) if isinstance(n, ast.Name)]:
        variable = scopes.variable(name)
        for binding in scopes.bindings(variable) if variable is not None else ():
            if tree.function(binding.node) is not tree.function(one.statement):
                continue
            if isinstance(binding.node, ast.arg):
                continue
            if tree.span(binding.node).start > start:
                return False
            made_by = binding.statement
            if made_by is None or tree.parents.get(made_by) not in around:
                return False
    return True


__all__ = ["put"]
