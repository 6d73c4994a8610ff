"""Names that hold the object of a text, ``message.content[0].text``: they hold the part now.

The value of a text and its annotations are side by side in the new part, so a name that both are
read of, or whose value is changed, keeps them together.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.citations import lists
from unspool_rules.engine.streaming.lone_handlers import HANDLING
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import arguments_for, parameter_for
from unspool_rules.semantics.types import UserFunction
from unspool_rules.syntax.bindings import Binding, How, Variable
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
    """Plan ``hasattr(text, "annotations")``: only texts of answers have any.

    Returns:
        Whether it is this test, of a name that holds the part.
    """
    if not (_asks(work, call) and call.args[0] is base and holds_part(work, base)):
        return False
    work.propose(call, lambda r: f'{r.text(base)}.type == "output_text"')
    return True


def _asks(work: Work, call: ast.AST) -> bool:
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "hasattr"
        and len(call.args) == 2
        and work.string_value(call.args[1]) == "annotations"
    )


def _is_asked(work: Work, node: ast.expr, base: ast.expr) -> bool:
    """Whether a test around a place says that there are annotations."""
    child: ast.AST = node
    for parent in work.tree.ancestors(node):
        test = parent.test if isinstance(parent, (ast.If, ast.IfExp)) else None
        inside = isinstance(parent, ast.IfExp) and child is parent.body
        if isinstance(parent, ast.If):
            inside = child in parent.body
        if inside and isinstance(test, ast.Call) and _asks(work, test):
            if ast.unparse(test.args[0]) == ast.unparse(base):
                return True
        child = parent
    return False


def _holders(work: Work) -> frozenset[Variable]:
    """Names whose annotations are read or whose value is changed, with those they come from."""
    wanted: set[Variable] = set()
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
                elif not (isinstance(source, ast.Attribute) and _is_text(work, source)):
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


def _is_read(work: Work, use: ast.expr) -> bool:
    parent = work.tree.parents.get(use)
    if parent is not None and _asks(work, parent):
        return True
    return isinstance(parent, ast.Attribute) and parent.attr in ("value", "annotations")


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
