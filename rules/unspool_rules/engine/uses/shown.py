"""Statements that only show a value: they go with a value that is no object any more."""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.absent import is_plain
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst, UserFunction
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.names import last_name

SPEAKERS = frozenset(
    {"print", "pprint", "display", "write"}
    | {"debug", "info", "warning", "error", "exception", "log"}
)
_FORMS = frozenset({"loads", "dumps", "dump", "vars", "str", "repr", "type", "dict", "Pretty"})
"""Functions that bring a value into another form, and do nothing else."""
WRITERS = frozenset({"str", "repr"})
GONE = "lines that only showed the assistant are gone: there is no such object any more"
OTHER_FIELDS = "what is printed of whole objects has other fields now"
DUMPS = frozenset({"model_dump", "model_dump_json", "to_dict", "to_json", "json", "dict"})


def is_spoken(work: Work, node: ast.expr) -> bool:
    """Whether the value only goes into printed text: it is no key, and compared with nothing."""
    child: ast.AST = node
    for parent in work.tree.ancestors(node):
        if isinstance(parent, ast.Call):
            return _speaks(work, parent)
        if isinstance(parent, (ast.stmt, ast.Compare)):
            return False
        if isinstance(parent, ast.Subscript) and child is parent.slice:
            return False
        child = parent
    return False


def _speaks(work: Work, call: ast.Call) -> bool:
    func = call.func
    name = last_name(func)
    if name == "write" and isinstance(func, ast.Attribute):
        return not _is_entered(work, func.value)
    return name in SPEAKERS


def is_shown(work: Work, node: ast.expr) -> bool:
    """Whether a value as a whole is printed, or the last line of a cell."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Call):
        return _speaks(work, parent) and last_name(parent.func) != "write"
    return isinstance(parent, ast.Expr) or (
        isinstance(parent, ast.FormattedValue) and is_spoken(work, node)
    )


def say_written(work: Work, node: ast.expr) -> None:
    """Tell of parts of a message that are made a text as they are, or kept for whom it may be."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Call) and node in parent.args:
        written = last_name(parent.func) in SPEAKERS | WRITERS
    else:
        written = isinstance(parent, (ast.FormattedValue, ast.ListComp, ast.GeneratorExp))
    if written:
        work.note(OTHER_FIELDS)


def shown_dump(work: Work, node: ast.Attribute) -> ast.Call | None:
    """``assistant.model_dump()`` that is printed, or the last line of a cell."""
    call = work.tree.parents.get(node)
    if node.attr not in DUMPS or not isinstance(call, ast.Call) or call.func is not node:
        return None
    if call.args or any(keyword.arg != "indent" for keyword in call.keywords):
        return None
    return call if is_shown(work, call) or is_spoken(work, call) else None


def _is_entered(work: Work, node: ast.expr) -> bool:
    """Whether something is a file, by ``with open(…) as f`` or ``f = open(…)``."""
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).endswith("open")
    variable = work.variable_of(node)
    bindings = () if variable is None else work.facts.scopes.bindings(variable)
    return any(
        b.how is How.ENTER or (isinstance(b.value, ast.Call) and _is_entered(work, b.value))
        for b in bindings
    )


def shower(work: Work, call: ast.Call) -> UserFunction | None:
    """The function that a call calls, if all that it does is to show what it is given.

    ``def show_json(obj): print(json.loads(obj.model_dump_json()))`` is the usual one.
    """
    functions = [t for t in work.infer.of(call.func) if isinstance(t, UserFunction)]
    if len(functions) != 1 or not isinstance(functions[0].node, ast.FunctionDef):
        return None
    return functions[0] if _only_shows(work, functions[0].node) else None


def shown_by(work: Work, node: ast.expr) -> bool:
    """Whether an expression is a parameter of a function that only shows what it is given."""
    variable = work.variable_of(node)
    bindings = () if variable is None else work.facts.scopes.bindings(variable)
    if len(bindings) != 1 or bindings[0].how is not How.PARAMETER:
        return False
    function = work.tree.function(bindings[0].node)
    return isinstance(function, ast.FunctionDef) and _only_shows(work, function)


def shown_step(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan a dump of a step, or its details, in a function that only shows; False where it is none.

    The item that stands for the step has such a method, too.
    """
    call = work.tree.parents.get(node)
    dumps = node.attr in DUMPS and isinstance(call, ast.Call) and call.func is node
    ends = ("Details", "RunStep")
    held = [t for t in work.infer.of(base) if isinstance(t, Inst) and t.cls.endswith(ends)]
    if not dumps or not held or not shown_by(work, base):
        return False
    work.note(OTHER_FIELDS)
    return True


def _only_shows(work: Work, function: ast.FunctionDef) -> bool:
    if function.decorator_list or len(function.args.args) != 1:
        return False
    said = False
    for statement in function.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            if not _speaks(work, statement.value):
                return False
            said = True
            inner: list[ast.expr] = [*statement.value.args]
            inner += [k.value for k in statement.value.keywords]
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            inner = [statement.value]
        else:
            return False
        if not all(_only_forms(part) for part in inner):
            return False
    return said


def _only_forms(part: ast.expr) -> bool:
    """Whether an expression does nothing but bring values into another form."""
    if any(isinstance(n, (ast.Await, ast.NamedExpr, ast.Lambda)) for n in ast.walk(part)):
        return False
    calls = [n for n in ast.walk(part) if isinstance(n, ast.Call)]
    return all(last_name(c.func) in _FORMS | DUMPS for c in calls)


def unshown(work: Work, node: ast.expr, *, alone: bool) -> bool:
    """Plan that a statement goes which only shows a definition; False where it does more.

    Args:
        alone: whether the value is nothing else on another way.
    """
    call = work.tree.parents.get(node)
    if not isinstance(call, ast.Call) or call.args != [node] or call.keywords:
        return False
    if shower(work, call) is None:
        return False
    statement = work.tree.parents.get(call)
    if not (alone and isinstance(statement, ast.Expr) and work.alone(statement)):
        work.block(
            node,
            "what is shown here is a definition in the code now: take the line out, or show its "
            "`.keywords`",
        )
        return True
    work.remove(statement)
    work.note(GONE)
    return True


def unsaid(work: Work, node: ast.Attribute, reason: str) -> bool:
    """Let a line go that only showed a field which is not there any more."""
    statement = _only_shown(work, node)
    if statement is None:
        return False
    work.claimed.update(ast.walk(statement))
    work.remove(statement)
    work.note(f"a line that only showed `{ast.unparse(node)}` is gone: {reason}")
    return True


def _only_shown(work: Work, node: ast.expr) -> ast.stmt | None:
    """The statement that does nothing but show one field, or what is read of it, beside words.

    Also one that only names the field, as the last line of a cell does.
    """
    child: ast.AST = node
    for parent in work.tree.ancestors(node):
        if isinstance(parent, ast.Call):
            statement = work.tree.parents.get(parent)
            said = [value for value in _said(parent) if value is not child]
            plain = is_plain(child) if isinstance(child, ast.expr) else False
            words = all(isinstance(value, ast.Constant) for value in said)
            if not (plain and words and _speaks(work, parent)) or parent.keywords:
                return None
            if last_name(parent.func) == "write":  # it may be an answer to somebody
                return None
            sole = isinstance(statement, ast.Expr) and work.alone(statement)
            return statement if sole and isinstance(statement, ast.Expr) else None
        if isinstance(parent, (ast.JoinedStr, ast.FormattedValue)):
            continue
        if isinstance(parent, ast.Expr) and isinstance(child, ast.expr) and is_plain(child):
            return parent if work.alone(parent) else None
        if not isinstance(parent, (ast.Attribute, ast.Subscript)) or parent.value is not child:
            return None
        child = parent
    return None


def _said(call: ast.Call) -> list[ast.expr]:
    """What is printed, where texts are put together by their parts."""
    found: list[ast.expr] = []
    for argument in call.args:
        parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
        found += [p.value if isinstance(p, ast.FormattedValue) else p for p in parts]
    return found
