"""Dumps of results that are read by key: a dump has the fields of the new object."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from unspool_rules.catalogue.results import METHODS, RESULTS, Keep
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.dumps import dumped, is_loaded
from unspool_rules.engine.uses.dump_keys import TEXT, Key, keys
from unspool_rules.engine.uses.dumped_content import content_of_dump, part_of_dump
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.writers import quoted
from unspool_rules.semantics.types import Inst, UserFunction
from unspool_rules.syntax.names import last_name

SHOWS = frozenset(name for _, name in METHODS)
"""Methods that give a whole object as a dict or as text."""
_PLAIN = {"id", "status", "model", "metadata", "created_at", "instructions", "role", "object"}
_PRINTS = {"print", "pprint", "display", "write", "info", "debug", "str", "repr"}


def read_by_key(work: Work, base: ast.expr, kind: str) -> None:
    """Plan what is read of ``base.model_dump()``, or block where it is in another form."""
    method = work.tree.parents.get(base)
    if not isinstance(method, ast.Attribute) or method.attr not in SHOWS:
        return
    made = work.tree.parents[method]
    if not isinstance(made, ast.Call) or made.func is not method:
        return
    if kind == "part" and part_of_dump(work, made):
        plain = not made.args and not made.keywords
        if plain and method.attr in ("as_dict", "to_dict"):  # which say `object` of what is read
            work.propose(made, lambda r: f"{r.operand(base)}.model_dump()")
        return

    def is_such(given: ast.expr) -> bool:
        return any(value_kind(t) == kind for t in work.infer.of(given))

    for node, key, text in (*_included(made), *keys(work, made, base, is_such)):
        if (kind, text) == ("message", "content") and content_of_dump(work, node):
            continue
        if text == TEXT:
            if kind == "message" and node not in work.plan.replacements:
                work.block(node, "this may be the text of a message's dump, which is a string now")
            continue
        outcome = RESULTS.get((kind, text))
        same = kind == "error" or (isinstance(outcome, Keep) and outcome.name in {*_PLAIN, "error"})
        if not isinstance(outcome, Keep) or not same:
            work.block(node, f"`{text}` is read of the dump, where it has another form now")
        elif outcome.name != text:
            name = outcome.name
            work.propose(key, quoted(name))
        if text == "status" and _waits_for_action(work, node):
            work.block(node, "a response has no status `requires_action`: test for its calls")


def _waits_for_action(work: Work, node: ast.AST) -> bool:
    compare = work.tree.parents.get(node)
    return isinstance(compare, ast.Compare) and "requires_action" in ast.unparse(compare)


def _included(made: ast.Call) -> Iterator[Key]:
    """The fields that a dump is asked for."""
    for keyword in made.keywords:
        for name in ast.walk(keyword.value) if keyword.arg == "include" else ():
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield name, name, name.value


def shown_whole(work: Work, site: Site) -> bool:
    """Whether a listing is only handed round and shown as a whole, somewhere by a dump."""
    found = False

    def is_such(given: ast.expr) -> bool:
        return any(isinstance(t, Inst) and t.site is site.called for t in work.infer.of(given))

    for node in _pages(work.facts).get(site.called, ()):
        parent = work.tree.parents.get(node)
        if isinstance(parent, ast.Attribute) and parent.value is node:
            whole = work.tree.parents.get(parent)
            if parent.attr not in SHOWS or not isinstance(whole, ast.Call):
                return False
            made_again = dumped(work, node)
            if made_again is None and is_loaded(work, whole):
                return False
            if any(key[2] != TEXT for key in keys(work, made_again or whole, node, is_such)):
                return False
            found = True
        elif not _is_handed_on(work, parent):
            return False
    return found


@lru_cache(maxsize=2)  # asked for each listing
def _pages(facts: Facts) -> dict[ast.Call, list[ast.expr]]:
    """The expressions that hold a page, by the call that gives it."""
    found: dict[ast.Call, list[ast.expr]] = {}
    for node in facts.tree.of(ast.Name, ast.Call, ast.Await, ast.Attribute):
        for call in {
            t.site: None
            for t in facts.infer.of(node)
            if isinstance(t, Inst) and t.site is not None and value_kind(t) == "page"
        }:
            found.setdefault(call, []).append(node)
    return found


def _is_handed_on(work: Work, parent: ast.AST | None) -> bool:
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.Call):
        name = last_name(parent.func)
        known = any(isinstance(t, UserFunction) for t in work.infer.of(parent.func))
        return known or name in _PRINTS
    kinds = (ast.Await, ast.Assign, ast.AnnAssign, ast.Return, ast.Expr, ast.FormattedValue)
    return isinstance(parent, kinds)


__all__ = ["SHOWS", "read_by_key", "shown_whole"]
