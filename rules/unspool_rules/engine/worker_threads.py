"""Calls that the code puts into a thread stay there: ``asyncio.to_thread`` and the like."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from unspool_rules.engine.facts import Site
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.semantics.worker_threads import arguments_from, is_partial, wrapper_of
from unspool_rules.syntax.layout import Brackets, Code, Item, flat
from unspool_rules.syntax.names import last_name

_KEPT = {
    *("thread.create", "thread.get", "thread.update", "thread.delete"),
    *("message.create", "message.get", "message.delete", "message.list"),
    *("run.create", "run.process", "run.get", "run.cancel"),
    *("agent.create", "agent.get", "agent.list", "agent.update", "agent.delete"),
}
"""Operations whose new form is one expression, which can be handed over in place of the old."""
_BY_THEMSELVES = {"run.submit", "run.submit_poll"}
"""Operations whose planners call ``in_thread`` themselves: their new form is a statement."""
_FUNCTION = re.compile(r"[\w.]+")


def keep(work: Work, site: Site) -> None:
    """Hand the planned new form of a call over to the thread that the old one ran in."""
    if site.thread is None:
        return
    if site.operation not in _KEPT | _BY_THEMSELVES:
        work.block(
            site.thread,
            "what takes this call's place is more than one call, and would not run in the thread",
        )
        return
    outer, call = work.outer(site), site.call
    assert call is not None
    handed = call is site.thread or is_partial(call)
    if handed and site.arguments and not isinstance(outer, ast.Await):
        work.block(site.thread, "the call is put into a thread here and waited for elsewhere")
        return
    if site.operation in _BY_THEMSELVES:
        return
    for node in {call, outer}:
        writer = work.plan.replacements.get(node)
        if writer is None:
            continue
        if node is outer:
            work.plan.replacements[node] = _whole(site, outer, writer)
        elif call is site.thread or is_partial(call):
            work.plan.replacements[node] = _in_place(site, call, writer)


def in_thread(r: Rendering, site: Site, code: Brackets) -> Brackets:
    """A new call as the runner hands it over, where the old one ran in a thread."""
    return code if site.thread is None else _handed(r, site.thread, code)


def _whole(site: Site, outer: ast.expr, writer: Writer) -> Writer:
    """The runner and its ``await`` around code that takes the place of all of it."""

    def write(r: Rendering) -> Code:
        code = writer(r)
        if not _calls(code):
            return code
        wait = "await " if isinstance(outer, ast.Await) else ""
        assert site.thread is not None
        if isinstance(code, Brackets) and outer is site.thread:
            return _handed(r, site.thread, code)
        return _runner(r, site.thread, Item(code, "lambda: "), wait)

    return write


def _in_place(site: Site, call: ast.Call, writer: Writer) -> Writer:
    """The runner, or the ``partial``, with the new function and its arguments."""

    def write(r: Rendering) -> Code:
        code = writer(r)
        if not _calls(code):
            return code
        if call is site.thread:
            return _handed(r, call, code)
        if isinstance(code, Brackets) and _is_plain(code):
            items = (Item(code.head), *code.items)
            return Brackets(r.text(call.func), items, below=code.below)
        return Brackets("lambda: ", (), "", "", tail=_text(code))

    return write


def _handed(r: Rendering, runner: ast.Call, code: Code) -> Brackets:
    """``runner(function, arguments)`` where it passes named ones on, else with a ``lambda``."""
    wrapper = wrapper_of(runner)
    if wrapper is not None and isinstance(code, Brackets) and _is_plain(code):
        return replace(code, head=_wrapped(r, wrapper, code.head))
    named = last_name(runner.func) in ("to_thread", "run_in_threadpool")
    if isinstance(code, Brackets) and _is_plain(code):
        if named:
            items = (Item(code.head), *code.items)
            return Brackets(r.text(runner.func), items, below=code.below)
        if not code.items and not code.below:
            return _runner(r, runner, Item(code.head), "")
    return _runner(r, runner, Item(code, "lambda: "), "")


def _runner(r: Rendering, runner: ast.Call, function: Item, wait: str) -> Brackets:
    wrapper = wrapper_of(runner)
    if wrapper is not None:
        inner = Brackets(f"{wait}{r.text(wrapper.func)}", (function, *_settings(r, wrapper)))
        return replace(inner, tail="()")
    before = tuple(Item(r.code(a)) for a in runner.args[: arguments_from(runner) - 1])
    return Brackets(f"{wait}{r.text(runner.func)}", (*before, function))


def _wrapped(r: Rendering, wrapper: ast.Call, function: str) -> str:
    items = ", ".join((function, *(f"{i.prefix}{i.value}" for i in _settings(r, wrapper))))
    return f"{r.text(wrapper.func)}({items})"


def _settings(r: Rendering, wrapper: ast.Call) -> list[Item]:
    """What the wrapper is told, such as ``thread_sensitive=False``."""
    return [Item(r.text(k.value), f"{k.arg}=" if k.arg else "**") for k in wrapper.keywords]


def _calls(code: Code) -> bool:
    """Whether new code asks the service for anything, as names and definitions do not."""
    if isinstance(code, str):
        return "(" in code
    return code.head != "partial"


def _is_plain(code: Brackets) -> bool:
    return code.open == "(" and not code.tail and bool(_FUNCTION.fullmatch(code.head))


def _text(code: Code) -> str:
    return code if isinstance(code, str) else flat(code) or ""
