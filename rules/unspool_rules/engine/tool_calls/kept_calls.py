"""Tool calls for programs that read them in ways that are not followed: with their old fields.

A function makes objects of the items of a response that ask for calls, which have ``id``, ``type``
and ``function`` as calls of a run had. Their readers, in view or not, stay as they are.
Source: openai 1.65.5 ``openai/types/beta/threads/required_action_function_tool_call.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.out_of_view import has_words
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.imports import below
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.tool_calls.approvals import asked
from unspool_rules.engine.tool_calls.asked_items import listed
from unspool_rules.engine.tool_calls.dumps import DICTS, TEXTS
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.guards import is_class_test
from unspool_rules.syntax.layout import Brackets, Item, call

_KINDS = frozenset({"call", "function"})
_MEANING = "The calls that a response asks for, with the fields that those of a run had."
_FUNCTION = '''def {name}(response: {any}) -> list[{simple}]:
    """{meaning}"""
    return [
        {simple}(
            id=item.call_id,
            function={simple}(arguments=item.arguments, name=item.name),
            type="function",
        )
        for item in response.output
        if item.type == "function_call"
    ]
'''
_NOTE = "tool calls are objects with the fields that they had, made of the items of the response"
_FIELDS = {"call": {"id", "type", "function"}, "function": {"name", "arguments"}}
_CLASS = "RequiredActionFunctionToolCall"
_ELSEWHERE = "the whole tool call is handed to a file of the project that may be migrated, too"
_MIXED = "this may be a tool call, which has its old fields here, or another object"


def may_keep(facts: Facts) -> bool:
    """Whether a file has calls of functions that could be such objects."""
    if facts.keeps_calls or facts.starts_in_background:
        return False
    if any("stream" in site.operation or streams(site) for site in facts.sites):
        return False
    submits = [site for site in facts.sites if site.operation.startswith("run.submit")]
    if any("tool_outputs" not in site.arguments for site in submits):
        return False
    if any(_tests_unseen(facts, test) for test in facts.tree.of(ast.Call)):
        return False
    kinds = {site.sort for site in facts.sites if site.operation.startswith("run.")}
    reads = any(node.attr == "required_action" for node in facts.tree.of(ast.Attribute))
    return reads and kinds <= {"openai", "azure-openai"}


def _tests_unseen(facts: Facts, test: ast.Call) -> bool:
    """Whether something that is not in view is tested for the class of calls."""
    if getattr(test.func, "id", "") != "isinstance" or len(test.args) < 2:
        return False
    classes = [t.name for t in facts.infer.of(test.args[1]) if isinstance(t, Class)]
    return any(name.endswith(_CLASS) for name in classes) and not facts.origins(test.args[0])


def calls_of(r: Rendering, source: str, head: str = "", tail: str = "") -> Brackets:
    """The list of the calls that a response asks for."""
    simple = r.imports.need("types", "SimpleNamespace")
    name = below.function(r, "calls_of", _MEANING, _FUNCTION, None, simple=simple)
    return Brackets(f"{head}{name}", (Item(source),), tail=tail)


def wanted(work: Work, r: Rendering, source: str, head: str = "", tail: str = "") -> Brackets:
    """The list of what a response asks for, in the shape that the program reads."""
    if work.facts.keeps_calls:
        return calls_of(r, source, head, tail)
    return listed(asked(work), source, head, tail)


def kept(work: Work, node: ast.expr, kinds: set[str]) -> bool:
    """Whether an expression is a call that has its old fields, or its function."""
    if not work.facts.keeps_calls or not kinds & _KINDS:
        return False
    work.note(_NOTE)
    if not kinds <= _KINDS or len(kinds) > 1:
        work.block(node, _MIXED)
        return True
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Call) and _is_migrated(work, parent.func):
        work.block(node, _ELSEWHERE)
    elif isinstance(parent, ast.Attribute):
        _read(work, parent, node, kinds)
    elif is_class_test(parent, node):
        classes = [t.name for t in work.infer.of(parent.args[1]) if isinstance(t, Class)]
        names = {name.rpartition(".")[2] for name in classes}
        if names == {_CLASS}:
            work.replace(parent.args[1], lambda r: r.imports.need("types", "SimpleNamespace"))
    return True


def _is_migrated(work: Work, func: ast.expr) -> bool:
    """Whether a function is imported from a file of the project that uses an SDK itself."""
    while isinstance(func, (ast.Attribute, ast.Call)):
        func = func.func if isinstance(func, ast.Call) else func.value
    variable = work.variable_of(func)
    bindings = work.facts.scopes.bindings(variable) if variable is not None else []
    return any(b.how is How.IMPORT and has_words(work.facts, b) for b in bindings)


def _read(work: Work, node: ast.Attribute, base: ast.expr, kinds: set[str]) -> None:
    made = work.tree.parents.get(node)
    called = isinstance(made, ast.Call) and made.func is node
    if node.attr in _FIELDS[next(iter(kinds))] or not isinstance(made, ast.Call) or not called:
        return  # what never was there fails as it did
    layout = {"indent", "exclude_none", "exclude_unset"}
    if (
        node.attr not in DICTS | TEXTS
        or made.args
        or any(keyword.arg not in layout for keyword in made.keywords)
    ):
        work.block(node, f"`{node.attr}` of a tool call has no known counterpart")
        return
    indent = [k.value for k in made.keywords if k.arg == "indent"]

    def write(r: Rendering) -> Brackets:
        json = r.imports.need_module("json")
        items = [Item(r.text(base)), Item("vars", "default=")]
        if node.attr in DICTS:
            return Brackets(f"{json}.loads", (Item(call(f"{json}.dumps", items)),))
        return call(f"{json}.dumps", [*items, *(Item(r.text(n), "indent=") for n in indent)])

    work.replace(made, write)


__all__ = ["calls_of", "kept", "may_keep", "wanted"]
