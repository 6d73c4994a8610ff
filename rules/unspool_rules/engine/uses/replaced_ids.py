"""Where a definition in the code takes the place of an assistant's id, and is declared anew."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.catalogue.groups import STREAMS
from unspool_rules.engine.abroad.taken_abroad import is_taken_abroad
from unspool_rules.engine.definitions.file import TWO_WAYS, also_stored
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import parameter_for
from unspool_rules.semantics.members import constructor
from unspool_rules.semantics.stores import path_of, session_item
from unspool_rules.semantics.types import Type, UserClass, UserFunction, UserInstance
from unspool_rules.syntax.names import last_name

_TELLS_NOBODY = frozenset(
    {"staticmethod", "classmethod", "property", "cached_property", "cache", "lru_cache", "override"}
)
"""Decorators that hand on what a function returns as it is."""
_CHECKS = (ast.If, ast.While, ast.UnaryOp, ast.Assert)
_SESSION = "session_state"
"""Where Streamlit keeps objects of a session, in the memory of the program."""


def may_go(work: Work, node: ast.expr) -> bool:
    """Whether the definition itself can take the place of the assistant's id.

    It can where the value is only handed on: to a name, an attribute of the class, a session of
    Streamlit or Chainlit, a caller or a function of the file. What is declared as a text there
    is declared as what gives a response.
    """
    parent = work.tree.parents.get(node)
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
        return all(_kept(work, target, node) for target in targets)
    if isinstance(parent, ast.Return):
        return _returned(work, parent, node)
    if isinstance(parent, ast.Compare):
        return all(is_empty(c) for c in (parent.left, *parent.comparators) if c is not node)
    if isinstance(parent, _CHECKS):
        return True
    if isinstance(parent, (ast.BoolOp, ast.IfExp)):
        return getattr(parent, "test", None) is node or may_go(work, parent)
    call = call_around(work, node)
    if call is None:
        return False
    path = session_item(call)
    if call in work.facts.by_call or (path is not None and work.infer.stores.is_read(path)):
        return True
    callees = work.infer.of(call.func)
    return bool(callees) and all(_taken(work, callee, node, call) for callee in callees)


def call_around(work: Work, node: ast.expr) -> ast.Call | None:
    """The call that a value is an argument of."""
    if node in work.facts.unpacked:
        return work.facts.unpacked[node].call
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    return parent if isinstance(parent, ast.Call) and parent.func is not node else None


def _kept(work: Work, target: ast.expr, node: ast.expr) -> bool:
    if is_of_class(work, target) or is_taken_abroad(work, target):
        return False
    if isinstance(target, ast.Name):
        variable = work.facts.scopes.variable(target)
        return variable is not None and all(
            _redeclared(work, b.annotation, node) for b in work.facts.scopes.bindings(variable)
        )
    if isinstance(target, ast.Attribute):
        owner = work.tree.owner(target)
        stores = work.infer.stores.attributes.get(target.attr, ())
        mine = [s for s in stores if s.owner is owner]
        if owner is not None and mine:
            if not _is_read(work, target.attr) and _is_returned(work, owner):
                work.facts.assistants_leave = True  # the attribute is for callers
            declared = [*(s.annotation for s in mine), *_class_level(owner, target.attr)]
            return all(_redeclared(work, annotation, node) for annotation in declared)
    path = path_of(target)
    if path is None or not path.rpartition(".")[0].endswith(_SESSION):
        return False
    work.note("the session keeps the definition, and the client that it was made with")
    return True


def _is_read(work: Work, name: str) -> bool:
    """Whether anything here reads an attribute of that name."""
    named = (node for node in work.tree.of(ast.Attribute) if node.attr == name)
    return any(isinstance(node.ctx, ast.Load) for node in named)


def _is_returned(work: Work, owner: ast.ClassDef) -> bool:
    """Whether a function gives its callers an object of a class."""
    return any(
        isinstance(value, UserInstance) and value.node is owner
        for statement in work.tree.of(ast.Return)
        for value in work.infer.of(statement.value)
    )


def is_of_class(work: Work, target: ast.expr) -> bool:
    """Whether a class itself gets the value, in its body or by ``cls.x = …``.

    Python 3.14 makes a method of a ``partial`` that a class holds.
    """
    if isinstance(target, ast.Name):
        return isinstance(work.tree.parents.get(work.tree.statement(target)), ast.ClassDef)
    holder = target.value if isinstance(target, ast.Attribute) else target
    return any(isinstance(t, UserClass) for t in work.infer.of(holder))


def _class_level(owner: ast.ClassDef, name: str) -> Iterator[ast.expr]:
    """What the body of a class declares about an attribute."""
    for statement in owner.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            if statement.target.id == name:
                yield statement.annotation


def _returned(work: Work, statement: ast.Return, node: ast.expr) -> bool:
    function = work.tree.function(statement)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return True
    if any(_name(d) not in _TELLS_NOBODY for d in function.decorator_list):
        return False  # a route answers with it, or the like
    if is_taken_abroad(work, function):
        return False
    for other in work.infer.stores.results.get(function, ()):
        value = other.value
        if value is None or is_empty(value):
            continue
        if also_stored(work, value) is not None or not work.facts.origins(value):
            work.block(value, TWO_WAYS)
    if not _redeclared(work, function.returns, node):
        return False
    if not work.infer.stores.calls.get(function.name):
        work.facts.assistants_leave = True
        work.note("callers outside this file now get the definition in place of the id")
    return True


def _taken(work: Work, callee: Type, node: ast.expr, call: ast.Call) -> bool:
    """Whether the value goes to a parameter of a function or constructor of the file."""
    function = callee.node if isinstance(callee, UserFunction) else None
    bound = isinstance(callee, UserFunction) and callee.bound
    if isinstance(callee, UserClass):
        function, bound = constructor(work.infer, callee.node), True
    if function is None:
        return False
    parameter = parameter_for(function, node, call, bound)
    return parameter is not None and _redeclared(work, parameter.annotation, node)


def _name(decorator: ast.expr) -> str:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return last_name(called)


# -- annotations -----------------------------------------------------------------------------------


def _redeclared(work: Work, annotation: ast.expr | None, node: ast.expr) -> bool:
    """Plan what stands in an annotation in place of ``str``; False where it says another thing."""
    if annotation is None or ast.unparse(annotation).rpartition(".")[2] == "Any":
        return True
    text = _text_of(annotation)
    if text is None:
        return False
    makers = work.facts.origins(node)
    awaited = any(site.asynchronous for site in makers)
    streamed = any(s.operation in STREAMS or "stream" in s.arguments for s in work.plan.sites)
    fetched = any(site.operation == "agent.get" for site in makers)
    asked = any("additional_instructions" in s.arguments for s in work.plan.sites)
    quote = work.tree.segment(text)[0] if isinstance(text, ast.Constant) else ""

    def write(r: Rendering) -> str:
        if (streamed and fetched) or (asked and (streamed or awaited)):
            function = r.imports.need("functools", "partial")
            return f"{quote}{function}[{r.imports.need('typing', 'Any')}]{quote}"
        if streamed:
            function = r.imports.need("collections.abc", "Callable")
            return f"{quote}{function}[..., {r.imports.need('typing', 'Any')}]{quote}"
        response = r.imports.need("openai.types.responses", "Response")
        if awaited:
            function = r.imports.need("collections.abc", "Callable")
            result = r.imports.need("collections.abc", "Awaitable")
            return f"{quote}{function}[..., {result}[{response}]]{quote}"
        return f"{quote}{r.imports.need('functools', 'partial')}[{response}]{quote}"

    work.propose(text, write)
    return True


def _text_of(annotation: ast.expr) -> ast.expr | None:
    """The ``str`` of ``str``, ``"str"``, ``Optional[str]`` and ``str | None``."""
    if isinstance(annotation, ast.Name) and annotation.id == "str":
        return annotation
    if isinstance(annotation, ast.Constant) and annotation.value == "str":
        return annotation
    if isinstance(annotation, ast.Subscript) and _name(annotation.value) == "Optional":
        return _text_of(annotation.slice)
    if isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
        sides = annotation.left, annotation.right
        others = [s for s in sides if not (isinstance(s, ast.Constant) and s.value is None)]
        return _text_of(others[0]) if len(others) == 1 else None
    return None
