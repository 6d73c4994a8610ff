"""Whole objects that are kept, returned, passed on or printed."""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.given import goes_through
from unspool_rules.engine.abroad.overrides import read_by_override
from unspool_rules.engine.abroad.read_abroad import attribute_read_in_old_way, read_in_old_way
from unspool_rules.engine.citations import asked_images, images, notes
from unspool_rules.engine.functions.execution import execute
from unspool_rules.engine.messages.page_annotations import is_declared, overloads
from unspool_rules.engine.tool_calls import calls
from unspool_rules.engine.uses import handed_out, old_messages, old_runs
from unspool_rules.engine.uses.absent_parts import test_of_text
from unspool_rules.engine.uses.appended import is_followed
from unspool_rules.engine.uses.asked_calls import has_field
from unspool_rules.engine.uses.displays import takes_texts
from unspool_rules.engine.uses.failing_tests import lacks
from unspool_rules.engine.uses.followed import is_taken_by, is_taken_by_class
from unspool_rules.engine.uses.kept_lists import is_gathered
from unspool_rules.engine.uses.kinds import a_noun, held
from unspool_rules.engine.uses.old_calls import as_before
from unspool_rules.engine.uses.parts import is_instance, part_by_name
from unspool_rules.engine.uses.returned_dicts import returned, tell_callers
from unspool_rules.engine.uses.shown import OTHER_FIELDS, WRITERS, is_shown
from unspool_rules.engine.uses.unseen_readers import taker
from unspool_rules.engine.work import Work
from unspool_rules.semantics.applied import passed_on
from unspool_rules.semantics.records import field_of
from unspool_rules.semantics.stores import session_item
from unspool_rules.semantics.types import UserClass, UserFunction
from unspool_rules.syntax.names import last_name

_SPEAKERS = {
    "print",
    "log",
    "debug",
    "info",
    "warning",
    "error",
    "exception",
    "critical",
    "write",
    "pprint",
    "assertIsNone",
    "assertIsNotNone",
    "str",
    "repr",
    "len",
    "bool",
    "type",
    "list",
    "reversed",
    "sorted",
    "iter",
    "next",
    "enumerate",
    "tuple",
    "append",
    "any",
    "all",
    "isinstance",
    "hasattr",
    "cast",
    "copy",
    "deepcopy",
    "zip",
    "filter",
    "max",
    "min",
}
_NEW = {"thread": "a conversation", "run": "a response", "agent": "an agent version"}
_TEXTS = frozenset({"thread", "run", "message", "agent"})
_SHOWN = frozenset({"thread", "run", "message"})
"""Kinds whose new objects are models, too, which have their fields in a dict."""


def whole(work: Work, node: ast.expr, parent: ast.AST | None, kinds: set[str]) -> None:
    if isinstance(parent, ast.Assign):
        _kept(work, node, parent.targets, kinds)
    if isinstance(parent, (ast.Tuple, ast.List)):
        above = work.tree.parents.get(parent)
        if isinstance(above, (ast.Return, ast.Yield)):
            _given_to_callers(work, above, kinds)
    if isinstance(parent, (ast.IfExp, ast.BoolOp)) and node is not getattr(parent, "test", None):
        above = work.tree.parents.get(parent)
        if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And):
            if kinds <= _SHOWN and node is not parent.values[-1]:
                return  # it goes on only where it is nothing
        if isinstance(above, (ast.Call, ast.keyword, ast.Dict, ast.IfExp, ast.BoolOp)):
            whole(work, parent, above, kinds)
            return
    if parent is None or isinstance(
        parent,
        (
            ast.Expr,
            ast.Await,
            ast.Assign,
            ast.NamedExpr,
            ast.Compare,
            ast.BoolOp,
            ast.UnaryOp,
            ast.If,
            ast.IfExp,
            ast.While,
            ast.For,
            ast.AsyncFor,
            ast.comprehension,
            ast.Subscript,
            ast.Lambda,
            ast.ListComp,
            ast.GeneratorExp,
            ast.Assert,
            ast.Tuple,
            ast.List,
            ast.Set,
            ast.withitem,
            ast.Starred,
            ast.Slice,
            ast.Delete,
        ),
    ):
        return
    if isinstance(parent, ast.AnnAssign):
        return
    if isinstance(parent, ast.FormattedValue):
        if not kinds & {"error", "page"}:
            work.note(OTHER_FIELDS)
        return
    if isinstance(parent, (ast.Return, ast.Yield, ast.YieldFrom)):
        _returned(work, parent, kinds)
        return
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, ast.Call):
        _passed(work, node, parent, kinds)
        return
    if kinds & {"error", "usage", "incomplete"} or handed_out.may_go(work, kinds):
        return
    given = returned(work, node, kinds)
    if given is not None:
        _returned(work, given, kinds, inside=True)
        return
    call = taker(work, node)
    if call is not None and old_messages.as_before(work, node, call, kinds, many=False):
        return
    work.block(node, f"{a_noun(kinds)} is kept where its readers are not known")


def _kept(work: Work, node: ast.expr, targets: list[ast.expr], kinds: set[str]) -> None:
    """Block where a value is put into something that is not read in a way that is followed."""
    if kinds <= {"error", "usage", "incomplete"}:
        return
    made = set(work.facts.origins(node))
    for target in targets:
        unknown = isinstance(target, ast.Subscript) and not made & set(work.facts.origins(target))
        if unknown and not handed_out.may_go(work, kinds):
            work.block(node, f"{a_noun(kinds)} is kept where its readers are not known")
        old = attribute_read_in_old_way(work, target, kinds)
        if old is not None:
            work.block(
                target,
                f"line {old.line} of `{old.path.name}` reads `{old.name}` of what is kept here, "
                "which the new object does not have: change both together",
            )


def _overridden(
    work: Work, node: ast.expr, call: ast.Call, function: UserFunction, kinds: set[str]
) -> None:
    old = read_by_override(work, call, node, function, kinds)
    if old is not None:
        work.block(
            node,
            f"line {old.line} of `{old.path.name}` reads `{old.name}` of what its own "
            f"`{last_name(call.func)}` gets, which the new object does not have: "
            "change both together",
        )


def _given_to_callers(
    work: Work, node: ast.Return | ast.Yield | ast.YieldFrom, kinds: set[str]
) -> None:
    """Tell of callers elsewhere, and block where one of them reads the old object."""
    if kinds & {"thread", "run", "agent"}:
        kind = next(k for k in _NEW if k in kinds)
        work.note(f"callers outside this file now get {_NEW[kind]} instead of {a_noun({kind})}")
    function = work.tree.function(node)
    if "agent" in kinds and not work.infer.stores.calls.get(getattr(function, "name", "")):
        work.facts.assistants_leave = True
    old = read_in_old_way(work, node, kinds) if any(held(work.infer.of(node.value))) else None
    if old is not None:
        gives = str(getattr(function, "name", ""))
        work.block(
            node,
            f"line {old.line} of `{old.path.name}` reads `{old.name}` of what `{gives}` gives, "
            "which the new object does not have: change both together",
        )


def _returned(
    work: Work,
    node: ast.Return | ast.Yield | ast.YieldFrom,
    kinds: set[str],
    *,
    inside: bool = False,
) -> None:
    _given_to_callers(work, node, kinds)
    function = work.tree.function(node)
    said = [getattr(function, "returns", None), *overloads(work, function)]
    wrong = [r for r in said if r is not None and not is_declared(work, r)]
    if inside:
        wrong = [r for r in wrong if "Page" in ast.unparse(r)]
    if "page" in kinds and wrong:
        work.block(wrong[0], "what is returned is a list of items now, not a page")
    else:
        tell_callers(work, kinds)


def is_kept_in_session(work: Work, call: ast.Call) -> bool:
    """Whether a value is put into a user's session that this file also reads it from."""
    path = session_item(call)
    return path is not None and work.infer.stores.is_read(path)


def _passed(work: Work, node: ast.expr, call: ast.Call, kinds: set[str]) -> None:
    func = call.func
    name = last_name(func)
    if call in work.facts.by_call:
        return
    if call in work.plan.replacements:
        return
    if name == "isinstance" and len(call.args) == 2 and call.args[0] is node:
        if calls.is_instance(work, call, node):
            return
        if notes.is_instance(work, call, node):
            return
        is_instance(work, call, node, kinds)
        return
    if name == "hasattr" and kinds & {"call", "function"} and has_field(work, node, call, kinds):
        return
    if name == "hasattr" and kinds == {"part"}:
        argument = call.args[1] if len(call.args) > 1 else None
        if work.string_value(argument) == "text":
            if asked_images.asked_for_text(work, call, node, negated=False):
                return
            work.propose(call, test_of_text(work, node))
            return
        if images.is_about(work, call, node):
            asked_images.tested(work, call, node)
            return
        if lacks(kinds, work.string_value(argument)):
            return
        if work.string_value(argument) == "type":
            work.propose(call, lambda r: f"{r.operand(node)} is not None")
            return
        work.block(call, "content parts have other attributes now")
        return
    if name == "getattr" and kinds == {"part"} and call.args[0] is node:
        if part_by_name(work, call, node):
            return
    if "call" in kinds and execute(work, call, node):
        return
    later = passed_on(work.tree, call)
    applied = later.func if later is not None and _is_given(later, node) else func
    functions = [t for t in work.infer.of(applied) if isinstance(t, UserFunction)]
    if functions:
        if not all(is_taken_by(work, function, node, call) for function in functions):
            shown = ast.unparse(applied)
            work.block(
                node, f"{a_noun(kinds)} is passed to `{shown}` in a way that is not followed"
            )
        for function in functions:
            _overridden(work, node, call, function, kinds)
        return
    classes = [t for t in work.infer.of(func) if isinstance(t, UserClass)]
    if classes and all(is_taken_by_class(work, one, node, call) for one in classes):
        return
    if isinstance(func, ast.Attribute) and name == "append":
        if kinds & {"error"} or is_followed(work, node, func.value, kinds):
            return
        if is_gathered(work, node, func.value, kinds):
            return
        if handed_out.may_go(work, kinds):
            return
        work.block(node, "the value is put into a list whose readers are not known")
        return
    if name in _SPEAKERS:
        if name in ("print", "pprint", *WRITERS) and kinds & {"thread", "run", "agent", "message"}:
            work.note(OTHER_FIELDS)
        return
    if _only_shown(work, call, kinds) or (kinds <= _TEXTS and takes_texts(work, call, node)):
        work.note(OTHER_FIELDS)
        return
    if kinds & {"error", "usage", "incomplete"} or is_kept_in_session(work, call):
        return
    if kinds <= {"thread", "run", "agent", "message"} and _of_record(work, node, call):
        return
    if any(reference.node is func for reference in work.facts.references):
        work.block(
            node, f"`{ast.unparse(func)}` is a class of the old service and takes the old object"
        )
        return
    if as_before(work, node, call, kinds, many=False) or goes_through(work, node, call):
        return
    if handed_out.may_go(work, kinds, call) or handed_out.is_for_service(work, node, call, kinds):
        return
    if handed_out.fails_before(work, call) or old_runs.as_before(work, node, call, kinds):
        return
    if old_messages.as_before(work, node, call, kinds, many=False):
        return
    if old_messages.page_as_before(work, node, call, kinds):
        return
    shown = ast.unparse(func)
    work.block(node, f"`{shown}` gets the whole object, and what it does with it is not in view")


def _is_given(call: ast.Call, node: ast.expr) -> bool:
    """Whether a value is passed to a function by name or place."""
    return node in call.args or any(keyword.value is node for keyword in call.keywords)


def _only_shown(work: Work, call: ast.Call, kinds: set[str]) -> bool:
    """Whether an object is brought into another form that is shown: ``dict(run)`` in a notebook."""
    form = call.func.id if isinstance(call.func, ast.Name) else None
    if form not in ("dict", "vars", "type", "dir") or len(call.args) != 1 or call.keywords:
        return False
    if form != "dir" and not kinds <= _SHOWN:
        return False
    return is_shown(work, call)


def _of_record(work: Work, node: ast.expr, call: ast.Call) -> bool:
    """Whether a dataclass, or the like, of the file keeps the value in one of its fields."""
    for value in work.infer.of(call.func):
        if isinstance(value, UserClass) and field_of(value.node, call, node) is not None:
            name = value.node.name
            work.note(f"objects of `{name}` hold a new object now: look at who reads it elsewhere")
            return True
    return False
