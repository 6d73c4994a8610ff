"""Messages that are sorted by their time: items have none, but are listed in its order."""

from __future__ import annotations

import ast
from dataclasses import replace

from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Brackets, Code, Item, call

_LISTINGS = ("message.list",)
_COPIES = ("list", "tuple")
_CHANGES = frozenset(
    {"append", "clear", "extend", "insert", "pop", "remove", "reverse", "sort", "__setitem__"}
)
_LOOPS = (ast.For, ast.AsyncFor, ast.comprehension)
_NOTE = (
    "items have no time to sort by: they come in the order of the listing, which is that of time"
)


def by_time(work: Work, node: ast.Attribute) -> bool:
    """Plan the call that ``node`` is the key of: ``sorted(messages, key=lambda m: m.created_at)``.

    Returns:
        Whether it is one whose order is known.
    """
    key = work.tree.parents.get(node)
    keyword = work.tree.parents.get(key) if isinstance(key, ast.Lambda) else None
    called = work.tree.parents.get(keyword) if isinstance(keyword, ast.keyword) else None
    if not isinstance(called, ast.Call) or not isinstance(keyword, ast.keyword):
        return False
    if keyword.arg != "key" or not _is_of_argument(key, node):
        return False
    newest_first = _reverses(called)
    if newest_first is None:
        return False
    func = called.func
    planned = False
    if isinstance(func, ast.Name) and len(called.args) == 1:
        if func.id == "sorted":
            planned = _sorted(work, called, newest_first=newest_first)
        elif func.id in ("max", "min") and len(called.keywords) == 1:
            planned = _end(work, called, newest=func.id == "max")
    elif isinstance(func, ast.Attribute) and func.attr == "sort" and not called.args:
        planned = _in_place(work, called, func.value, newest_first=newest_first)
    if planned:
        work.claimed.update(ast.walk(keyword.value))
        work.note(_NOTE)
    return planned


def _is_of_argument(key: ast.AST | None, node: ast.Attribute) -> bool:
    """``lambda m: m.created_at``."""
    return (
        isinstance(key, ast.Lambda)
        and key.body is node
        and len(key.args.args) == 1
        and isinstance(node.value, ast.Name)
        and node.value.id == key.args.args[0].arg
    )


def _reverses(called: ast.Call) -> bool | None:
    """Whether the newest comes first; None where that is not known."""
    others = [k for k in called.keywords if k.arg != "key"]
    if not others:
        return False
    value = others[0].value
    if len(others) == 1 and others[0].arg == "reverse" and isinstance(value, ast.Constant):
        return bool(value.value)
    return None


def _sorted(work: Work, called: ast.Call, *, newest_first: bool) -> bool:
    given = called.args[0]
    known = _newest_first(work, given)
    if known is None:
        return False
    parent = work.tree.parents.get(called)
    loop = isinstance(parent, _LOOPS) and parent.iter is called
    if known == newest_first:
        kept = not loop and _is_changed(work, called)
        work.replace(called, lambda r: f"list({r.text(given)})" if kept else r.code(given))
    elif loop:
        work.replace(called, lambda r: call("reversed", [Item(r.code(given))]))
    else:
        work.replace(called, lambda r: _behind(r, given, "[::-1]"))
    return True


def _end(work: Work, called: ast.Call, *, newest: bool) -> bool:
    """``max`` and ``min``: the first of the listing, or the last."""
    given = called.args[0]
    known = _newest_first(work, given)
    if known is None:
        return False
    work.replace(called, lambda r: _behind(r, given, "[0]" if known == newest else "[-1]"))
    return True


def _in_place(work: Work, called: ast.Call, given: ast.expr, *, newest_first: bool) -> bool:
    """``messages.sort(…)`` of a list that nothing else has changed."""
    statement = work.tree.parents.get(called)
    known = _newest_first(work, given, changed=called)
    if known is None or not isinstance(statement, ast.Expr):
        return False
    if known == newest_first:
        if not work.alone(statement):
            return False
        work.remove(statement)
    else:
        work.replace(called, lambda r: f"{r.operand(given)}.reverse()")
    return True


def _behind(r: Rendering, node: ast.expr, tail: str) -> Code:
    code = r.code(node)
    if isinstance(code, Brackets):
        return replace(code, tail=code.tail + tail)
    return f"{r.operand(node)}{tail}"


def _newest_first(work: Work, node: ast.expr, changed: ast.Call | None = None) -> bool | None:
    """Whether a list of messages holds the newest first; None where its order is not known.

    Args:
        changed: the one call that changes it, which stands behind what made it.
    """
    if isinstance(node, ast.Await):
        return _newest_first(work, node.value)
    if isinstance(node, ast.Name):
        return _of_name(work, node, changed)
    if isinstance(node, ast.Attribute) and node.attr in ("data", "messages"):
        return _newest_first(work, node.value, changed)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        base = _newest_first(work, node.value)
        step = node.slice.step
        if step is None or base is None:
            return base
        return not base if ast.unparse(step) == "-1" else None
    if isinstance(node, ast.ListComp) and len(node.generators) == 1:
        over = node.generators[0]
        same = ast.unparse(node.elt) == ast.unparse(over.target)
        return _newest_first(work, over.iter) if same else None
    return _of_call(work, node) if isinstance(node, ast.Call) else None


def _of_call(work: Work, node: ast.Call) -> bool | None:
    site = work.facts.by_call.get(node)
    if site is not None:
        ours = site in work.plan.sites and site not in work.plan.pages
        if site.operation not in _LISTINGS or not ours or site.unpacked:
            return None
        order = site.arguments.get("order")
        value = "desc" if order is None else work.string_value(order)
        return {"desc": True, "asc": False}.get(value or "")
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if len(node.args) != 1 or node.keywords:
        return None
    return _newest_first(work, node.args[0]) if name in _COPIES else None


def _of_name(work: Work, node: ast.Name, changed: ast.Call | None) -> bool | None:
    """A name that only holds lists of one order, which nothing changes."""
    variable = work.variable_of(node)
    bindings = [] if variable is None else work.facts.scopes.bindings(variable)
    if variable is None or _changes(work, node, changed):
        return None
    found: set[bool | None] = set()
    for binding in bindings:
        value = binding.value
        if binding.how is not How.ASSIGN or binding.path or value is None:
            return None
        if any(
            isinstance(n, ast.Name) and work.variable_of(n) == variable for n in ast.walk(value)
        ):
            return None
        found.add(_newest_first(work, value))
    return found.pop() if len(found) == 1 else None


def _changes(work: Work, node: ast.Name, changed: ast.Call | None) -> bool:
    variable = work.variable_of(node)
    uses = [] if variable is None else work.facts.scopes.uses(variable)
    for use in uses:
        above = work.tree.parents.get(use)
        if isinstance(above, ast.Attribute) and above.attr == "data":
            above = work.tree.parents.get(above)
        called = work.tree.parents.get(above) if isinstance(above, ast.Attribute) else None
        if isinstance(above, ast.Attribute) and above.attr in _CHANGES and called is not changed:
            return True
        if isinstance(above, ast.Subscript) and not isinstance(above.ctx, ast.Load):
            return True
    return False


def _is_changed(work: Work, called: ast.Call) -> bool:
    """Whether the sorted list is bound to a name and changed later, so that it must be a copy."""
    statement = work.tree.parents.get(called)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    return not isinstance(target, ast.Name) or _changes(work, target, None)
