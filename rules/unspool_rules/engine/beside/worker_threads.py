"""Calls that the code puts into a thread stay there: ``asyncio.to_thread`` and the like."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.worker_threads import (
    arguments_from,
    is_partial,
    limit_of,
    wrapper_of,
)
from unspool_rules.syntax.layout import Brackets, Code, Item, flat
from unspool_rules.syntax.names import last_name
from unspool_rules.syntax.runners import Runner

_KEPT = {
    *("thread.create", "thread.get", "thread.update", "thread.delete"),
    *("message.create", "message.get", "message.delete", "message.list"),
    *("run.create", "run.process", "run.get", "run.cancel"),
    *("agent.create", "agent.get", "agent.list", "agent.update", "agent.delete"),
}
"""Operations whose new form is one expression, which can be handed over in place of the old."""
_PLAIN = {"beta_store", "store", "store_file", "batch", "file"}
"""The same for all operations on these."""
_BY_THEMSELVES = {"run.submit", "run.submit_poll"}
"""Operations whose planners call ``in_thread`` themselves: their new form is a statement."""
_STARTS = {"run.create", "run.submit"}
"""Operations that came back at once, and have the answer when they do by now."""
_SPREAD = {
    *("model", "instructions", "tools", "tool_choice", "temperature", "top_p", "text", "reasoning"),
    *("input", "metadata", "parallel_tool_calls", "max_output_tokens"),
}
"""What a definition or a dictionary of arguments may hold."""
_FUNCTION = re.compile(r"[\w.]+")


def keep(work: Work, site: Site) -> None:
    """Hand the planned new form of a call over to the thread that the old one ran in."""
    if site.thread is None:
        return
    plain = site.operation.partition(".")[0] in _PLAIN and site.operation != "store.create_poll"
    if not plain and site.operation not in _KEPT | _BY_THEMSELVES:
        work.block(
            site.thread,
            "what takes this call's place is more than one call, and would not run in the thread",
        )
        return
    outer, call = work.outer(site), site.call
    assert call is not None
    handed = call is site.thread or is_partial(call)
    if site.operation in _STARTS and _is_limited(work, site.thread):
        work.block(
            site.thread,
            "the limit of time here was for starting the run, and would be for all of its answer: "
            "give it the time that a run may take",
        )
        return
    own = work.tree.runners.get(site.thread)
    if own is not None and not own.asynchronous:
        handed = False  # its result is there at once
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


def _is_limited(work: Work, runner: ast.Call) -> bool:
    own = work.tree.runners.get(runner)
    return limit_of(work.tree, runner) is not None or (own is not None and own.limited)


def in_thread(r: Rendering, site: Site, code: Brackets) -> Brackets:
    """A new call as the runner hands it over, where the old one ran in a thread."""
    return code if site.thread is None else _limited(r, site, _handed(r, site.thread, code))


def _limited(r: Rendering, site: Site, code: Brackets) -> Brackets:
    """A new call with the limit of time that the old one had."""
    assert site.thread is not None
    limit = limit_of(r.tree, site.thread)
    if limit is None:
        return code
    rest = [Item(r.code(a)) for a in limit.args[1:]]
    rest += [Item(r.code(k.value), f"{k.arg}=" if k.arg else "**") for k in limit.keywords]
    return Brackets(r.text(limit.func), (Item(code), *rest))


def _whole(site: Site, outer: ast.expr, writer: Writer) -> Writer:
    """The runner and its ``await`` around code that takes the place of all of it."""

    def write(r: Rendering) -> Code:
        code = writer(r)
        if not _calls(code):
            return code
        assert site.thread is not None
        if isinstance(code, Brackets) and outer is site.thread:
            return _handed(r, site.thread, code)
        made = _runner(r, site.thread, Item(code, "lambda: "))
        if isinstance(outer, ast.Await):
            made = _limited(r, site, made)
            made = replace(made, head=f"await {made.head}")
        return made

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
    wrapper, own = wrapper_of(runner), r.tree.runners.get(runner)
    if isinstance(code, Brackets) and _is_plain(code):
        if wrapper is not None:
            return replace(code, head=_wrapped(r, wrapper, code.head))
        if _passes_on(runner, own, code):
            items = (*_before(r, runner), Item(code.head), *code.items, *_behind(r, runner, own))
            return Brackets(r.text(runner.func), items, below=code.below)
        if not code.items and not code.below:
            return _runner(r, runner, Item(code.head))
    return _runner(r, runner, Item(code, "lambda: "))


def _passes_on(runner: ast.Call, own: Runner | None, code: Brackets) -> bool:
    """Whether a runner gives its function the arguments of a new call."""
    if own is None:
        return last_name(runner.func) in ("to_thread", "run_in_threadpool")
    names = {item.prefix.removesuffix("=") for item in code.items}
    return (
        own.named
        and (own.spreads or "" not in names)
        and not own.own & (names | (_SPREAD if "**" in names else set()))
    )


def _runner(r: Rendering, runner: ast.Call, function: Item) -> Brackets:
    wrapper, own = wrapper_of(runner), r.tree.runners.get(runner)
    if wrapper is not None:
        inner = Brackets(r.text(wrapper.func), (function, *_settings(r, wrapper)))
        return replace(inner, tail="()")
    items = (*_before(r, runner), function, *_behind(r, runner, own))
    return Brackets(r.text(runner.func), items)


def _before(r: Rendering, runner: ast.Call) -> list[Item]:
    return [Item(r.code(a)) for a in runner.args[: arguments_from(r.tree, runner) - 1]]


def _behind(r: Rendering, runner: ast.Call, own: Runner | None) -> list[Item]:
    """What a runner of the program is given for itself."""
    if own is None:
        return []
    rest = [] if own.spreads else [Item(r.code(a)) for a in runner.args[own.index + 1 :]]
    return [
        *rest,
        *(Item(r.code(k.value), f"{k.arg}=") for k in runner.keywords if k.arg in own.own),
    ]


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
