"""Tests of how an id begins: ``thread_id.startswith("thread_")`` would refuse every new id.

Source: the API reference of OpenAI, where ids of conversations begin with ``conv_`` and those of
responses with ``resp_``, as the services write them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.writers import said
from unspool_rules.syntax.names import last_name

_NEW = {"thread_": "conv_", "run_": "resp_"}
_KINDS = {"thread_": "thread-id", "run_": "run-id"}
_OPERATIONS = {"thread_": ("thread", "message", "run"), "run_": ("run", "thread_run")}
_PATTERN = re.compile(r"\^?\(?(thread_|run_)[\[\\(.]")
_MATCHES = {"match", "fullmatch", "search", "compile"}


def tell_prefixes(facts: Facts, works: list[Work]) -> None:
    """Plan the tests of ids; block where one is made in another way."""
    for node in facts.tree.of(ast.Constant) if works else ():
        if not isinstance(node.value, str) or "_" not in node.value:
            continue
        if node.value in _NEW:
            _plan(facts, works, node, node.value)
        elif (found := _PATTERN.match(node.value)) and _is_pattern(facts, node):
            for work in _around(works, found[1], None):
                _block(work, node, found[1])


def _plan(facts: Facts, works: list[Work], node: ast.Constant, old: str) -> None:
    tested = _tested(facts, node)
    if tested is None:
        return
    kinds = {value_kind(t) for t in facts.infer.of(tested)} - {None}
    if kinds and _KINDS[old] not in kinds:
        return
    if not kinds and old.rstrip("_") not in _name(tested):
        return
    origins = facts.origins(tested)
    plans = [w for w in works if any(s in w.plan.sites for s in origins)]
    plans = plans or list(_around(works, old, facts.tree.function(node)))
    plans = plans or list(_around(works, old, None))
    groups = {work.plan.group for work in plans}
    sure = bool(kinds) or _says_id(_name(tested), old.rstrip("_"))
    for work in plans:
        if not sure:
            work.block(node, f"if this tests an id, new ones begin with `{_NEW[old]}`: call it so")
            continue
        if not isinstance(facts.tree.parents.get(node), ast.Call):
            _block(work, node, old)
            continue
        quote = facts.tree.segment(node)[-1]
        work.replace(node, said(f"{quote}{_NEW[old]}{quote}"))
        work.note(f"ids that begin with `{old}` are those of the old service: `{_NEW[old]}` now")
        if len(groups) > 1:
            work.plan.tied |= groups - {work.plan.group}


def _tested(facts: Facts, node: ast.Constant) -> ast.expr | None:
    """What is asked whether it begins with a text, or has it."""
    above: ast.AST | None = facts.tree.parents.get(node)
    if isinstance(above, ast.Tuple):
        above = facts.tree.parents.get(above)
    if isinstance(above, ast.Call) and isinstance(above.func, ast.Attribute):
        return above.func.value if above.func.attr == "startswith" else None
    if isinstance(above, ast.Compare) and len(above.comparators) == 1:
        other = above.comparators[0] if above.left is node else above.left
        return other.value if isinstance(other, ast.Subscript) else other
    return None


def _name(node: ast.expr) -> str:
    """``session["thread_id"]`` and ``body.thread_id`` as what they are called."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return str(node.slice.value).lower()
    if isinstance(node, ast.Call):
        return _name(node.func.value) if isinstance(node.func, ast.Attribute) else ""
    return last_name(node).lower()


def _says_id(name: str, sort: str) -> bool:
    """Whether a name is one of an id: a file may be called ``thread_1.json``, too."""
    return name == sort or name.endswith(("id", "ids")) or "_id_" in name


def _is_pattern(facts: Facts, node: ast.Constant) -> bool:
    above = facts.tree.parents.get(node)
    if isinstance(above, ast.keyword):
        return above.arg in ("pattern", "regex")
    return isinstance(above, ast.Call) and last_name(above.func) in _MATCHES


def _around(works: Iterable[Work], old: str, function: ast.AST | None) -> Iterator[Work]:
    """The flows with calls of threads or runs, in one function or anywhere."""
    for work in works:
        for site in work.plan.sites:
            sort = site.operation.partition(".")[0]
            if sort in _OPERATIONS[old] and (
                function is None or work.tree.function(site.func) is function
            ):
                yield work
                break


def _block(work: Work, node: ast.Constant, old: str) -> None:
    work.block(node, f"ids do not begin with `{old}` any more, but with `{_NEW[old]}`")
