"""Names that hold the object of a text, ``message.content[0].text``: they hold the part now.

The value of a text and its annotations are side by side in the new part, so a name that both are
read of, or whose value is changed, keeps them together.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast
from typing import TypeGuard

from unspool_rules.engine.citations import lists
from unspool_rules.engine.streaming.lone_handlers import HANDLING
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import arguments_for, parameter_for
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Binding, How, Variable
from unspool_rules.syntax.guards import is_truth
from unspool_rules.syntax.layout import Brackets, Code, Item

_STREAMS = frozenset({"run.stream", "thread_run.stream", "run.submit_stream", HANDLING})


def holds_part(work: Work, node: ast.expr) -> bool:
    """Whether an expression is a name that holds the part of a text from now on."""
    variable = work.variable_of(node)
    return variable is not None and variable in work.once(_holders)


def is_held(work: Work, node: ast.expr) -> bool:
    """Whether the object of a text goes into a name that holds its part from now on."""
    return any(v in work.once(_holders) for v in _taken_by(work, node))


def of_answers(work: Work, node: ast.expr) -> bool:
    """Whether a message, or what is in one, is certainly from the model."""
    made = work.facts.origins(node)
    return bool(made) and all(
        s.operation in _STREAMS or (s.operation == "message.list" and "run_id" in s.arguments)
        for s in made
    )


def attribute(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan ``value`` or ``annotations`` of a name that holds the part.

    Returns:
        Whether it is one.
    """
    if not holds_part(work, base):
        return False
    work.claimed.add(node)
    if node.attr == "value":
        work.propose(node, lambda r: f"{r.text(base)}.text")
        return True
    lists.follow(work, node)
    if of_answers(work, base) or _is_asked(work, node, base):
        return True
    parent = work.tree.parents.get(node)
    bare = isinstance(parent, (ast.Assign, ast.Return))
    inner = isinstance(parent, ast.comprehension)

    def write(r: Rendering) -> Code:
        name = r.text(base)
        code = f'{name}.annotations if {name}.type == "output_text" else []'
        column = work.tree.span(node).start
        column -= work.tree.lines.line_start(column)
        if bare and column + len(code) <= r.limit:
            return code
        return f"({code})" if inner else Brackets("", (Item(code),), commas=False)

    work.propose(node, write)
    return True


def asked(work: Work, call: ast.Call, base: ast.expr) -> bool:
    """Plan ``getattr`` and ``hasattr`` of a name that holds the part.

    Returns:
        Whether it is one of what a text had.
    """
    if not holds_part(work, base):
        return False
    given = call.args[2] if len(call.args) > 2 else None
    if _asks(call, work) and call.args[0] is base:
        work.propose(call, lambda r: f'{r.text(base)}.type == "output_text"')
    elif _reads(call, work, base, "hasattr", "value"):
        work.propose(call, lambda r: f"{r.text(base)} is not None")
    elif _reads(call, work, base, "getattr", "value"):
        work.propose(call.args[1], lambda _: '"text"')
    elif asks_annotations(call, work, base) and given is not None:
        lists.follow(work, call)
        above = work.tree.parents.get(call)
        instead = isinstance(above, ast.BoolOp) and isinstance(above.op, ast.Or)
        if isinstance(given, ast.Constant) and not instead:
            work.propose(given, lambda _: "[]")  # texts of users had an empty list
    else:
        return False
    return True


def asks_annotations(call: ast.AST | None, work: Work, text: ast.expr) -> TypeGuard[ast.Call]:
    """``getattr(text, "annotations", [])``: each text had a list of them."""
    return _reads(call, work, text, "getattr", "annotations")


def _reads(
    call: ast.AST | None, work: Work, base: ast.expr, function: str, name: str
) -> TypeGuard[ast.Call]:
    """Whether a call reads or asks for an attribute of a value by its name."""
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == function
        and len(call.args) > 1
        and call.args[0] is base
        and work.string_value(call.args[1]) == name
    )


def _asks(call: ast.AST, work: Work) -> TypeGuard[ast.Call]:
    return isinstance(call, ast.Call) and _reads(
        call, work, call.args[0] if call.args else call, "hasattr", "annotations"
    )


def _is_asked(work: Work, node: ast.expr, base: ast.expr) -> bool:
    """Whether a test around a place says that there are annotations."""
    child: ast.AST = node
    for parent in work.tree.ancestors(node):
        test = parent.test if isinstance(parent, (ast.If, ast.IfExp)) else None
        inside = isinstance(parent, ast.IfExp) and child is parent.body
        if isinstance(parent, ast.If):
            inside = child in parent.body
        if inside and isinstance(test, ast.Call) and _asks(test, work):
            if ast.unparse(test.args[0]) == ast.unparse(base):
                return True
        child = parent
    return False


def _holders(work: Work) -> frozenset[Variable]:
    """Names whose annotations are read or whose value is changed, with those they come from."""
    wanted: set[Variable] = set()
    for call in work.tree.of(ast.Call):
        named = call.args[0] if call.args else None
        if isinstance(named, ast.Name) and asks_annotations(call, work, named):
            variable = work.variable_of(named)
            if variable is not None and variable not in wanted and _is_text(work, named):
                wanted |= _group(work, variable)
    for node in work.tree.of(ast.Attribute):
        if isinstance(node.value, ast.Name):
            changed = node.attr == "value" and isinstance(node.ctx, ast.Store)
            variable = work.variable_of(node.value)
            if (changed or node.attr == "annotations") and variable is not None:
                if variable not in wanted and _is_text(work, node.value):
                    wanted |= _group(work, variable)
    return frozenset(wanted)


def _group(work: Work, first: Variable) -> set[Variable]:
    """All names that the object goes through; none where it is also used in another way."""
    group, open_ = {first}, [first]
    while open_:
        variable = open_.pop()
        near: set[Variable] = set()
        for binding in work.facts.scopes.bindings(variable):
            if binding.node in work.facts.parts:
                continue
            sources = _sources(work, binding)
            if not sources:
                return set()
            for source in sources:
                own = work.variable_of(source)
                if own is not None:
                    near.add(own)
                elif not (_is_of_part(work, source) and _is_text(work, source)):
                    return set()
        for use in work.facts.scopes.uses(variable):
            if isinstance(use.ctx, ast.Load) and not _is_read(work, use):
                taken = _taken_by(work, use)
                if not taken:
                    return set()
                near |= taken
        open_ += near - group
        group |= near
    return group


def _is_text(work: Work, node: ast.expr) -> bool:
    return {value_kind(t) for t in work.infer.of(node)} == {"text"}


def _is_of_part(work: Work, source: ast.expr) -> bool:
    """Whether an expression is ``part.text``, or ``getattr(part, "text", None)``."""
    if isinstance(source, ast.Call):
        base = source.args[0] if len(source.args) == 3 else None
        given = source.args[-1] if source.args else None
        return (
            isinstance(base, ast.Name)
            and _reads(source, work, base, "getattr", "text")
            and isinstance(given, ast.Constant)
            and given.value is None
        )
    return isinstance(source, ast.Attribute)


def _is_read(work: Work, use: ast.expr) -> bool:
    """Whether a place only tests a name for being there, or reads what the part has."""
    parent = work.tree.parents.get(use)
    if is_truth(work.tree, use) or _is_asked_for(parent):
        return True
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and use in parent.args:
        if parent.func.id in ("getattr", "hasattr") and len(parent.args) > 1:
            named = work.string_value(parent.args[1])
            given = len(parent.args) == 3 or parent.func.id == "hasattr"
            return parent.args[0] is use and named in ("value", "annotations") and given
        return parent.func.id == "str" and _is_told_apart(work, parent, use)
    return isinstance(parent, ast.Attribute) and parent.attr in ("value", "annotations")


def _is_asked_for(compare: ast.AST | None) -> bool:
    """``text is None``."""
    return (
        isinstance(compare, ast.Compare)
        and len(compare.ops) == 1
        and isinstance(compare.ops[0], (ast.Is, ast.IsNot))
        and isinstance(compare.comparators[0], ast.Constant)
        and compare.comparators[0].value is None
    )


def _is_told_apart(work: Work, shown: ast.Call, use: ast.expr) -> bool:
    """``str(text)`` of ``text.value if hasattr(text, "value") else str(text)``."""
    choice = work.tree.parents.get(shown)
    test = choice.test if isinstance(choice, ast.IfExp) and choice.orelse is shown else None
    if not isinstance(test, ast.Call) or not test.args:
        return False
    return _reads(test, work, test.args[0], "hasattr", "value") and (
        ast.unparse(test.args[0]) == ast.unparse(use)
    )


def _sources(work: Work, binding: Binding) -> list[ast.expr]:
    """The expressions that a name has its values from; none where that is not known."""
    if binding.path or binding.annotation is not None:
        return []
    if binding.how is How.ASSIGN and binding.value is not None:
        return [binding.value]
    node = binding.node
    function = work.tree.function(node)
    if binding.how is How.PARAMETER and isinstance(node, ast.arg) and node.annotation is None:
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            args = function.args
            if not (args.defaults or args.kw_defaults or function.decorator_list):
                return arguments_for(work.infer, function, node)
    return []


def _taken_by(work: Work, node: ast.expr) -> set[Variable]:
    """The names that an expression is given to; none where one of them is not known."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.Assign) and parent.value is node:
        names = [work.variable_of(t) for t in parent.targets]
        return set() if None in names else {n for n in names if n is not None}
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if not isinstance(parent, ast.Call) or parent.func is node:
        return set()
    found: set[Variable] = set()
    for callee in work.infer.of(parent.func):
        if not isinstance(callee, UserFunction) or isinstance(callee.node, ast.Lambda):
            return set()
        given = parameter_for(callee.node, node, parent, callee.bound)
        scope = work.facts.scopes.scope_of(given) if given is not None else None
        own = work.facts.scopes.lookup(given.arg, scope) if given and scope is not None else None
        if own is None:
            return set()
        found.add(own)
    return found
