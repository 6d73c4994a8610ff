"""Tests whether the first part of a message is an image: ``message.content[0].type``.

The images of the message are listed before the statement that asks for one, or reads it.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.citations import images
from unspool_rules.engine.citations.files import use_file
from unspool_rules.engine.citations.first_images import first_image
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.guards import conjuncts
from unspool_rules.syntax.layout import Brackets, Item, lay_out

_PLACE = "images in answers are annotations now: read the image in a statement of its own"
_UNKNOWN = "what is done with the id of this image is not known here"
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_INNER = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)


@dataclass(frozen=True, slots=True)
class _Listing:
    """The statement ``images = […]`` above another one."""

    work: Work
    statement: ast.stmt
    message: ast.expr

    def __call__(self, r: Rendering) -> str:
        head = f"{name(r, self.statement)} = "
        note, part = r.inner("note", self.message), r.inner("part", self.message)
        clauses = images.clauses(note, part, r.operand(self.message))
        listed = Brackets("", (Item(note), *clauses), "[", "]", commas=False)
        column = len(r.tree.indent(self.statement)) + len(head)
        return head + lay_out(listed, indent="", column=column, limit=r.limit)


def name(r: Rendering, statement: ast.stmt) -> str:
    """What the images are called that are listed above a statement."""
    return r.made_at("images", statement)


def is_first(work: Work, part: ast.expr) -> bool:
    """Whether an expression is the first part of a message: ``message.content[0]``."""
    return (
        isinstance(part, ast.Subscript)
        and isinstance(part.slice, ast.Constant)
        and part.slice.value == 0
        and isinstance(part.value, ast.Attribute)
        and part.value.attr == "content"
        and "message" in work.kinds(part.value.value)
    )


def tested(work: Work, test: ast.expr, part: ast.expr, *, negated: bool = False) -> None:
    """Plan a test whether a part is an image."""
    if not is_first(work, part):
        images.tested(work, test, part, negated=negated)
        return
    _ask(work, test, part, "not " if negated else "")


def asked_for_text(work: Work, test: ast.expr, part: ast.expr, *, negated: bool) -> bool:
    """Plan a test whether the first part is a text, where it is an image else.

    Returns:
        Whether it is one.
    """
    if not is_first(work, part) or not _images_asked(work, part) or _is_other(work, test, part):
        return False
    _ask(work, test, part, "" if negated else "not ")
    return True


def is_behind(work: Work, part: ast.expr) -> bool:
    """Whether an expression is the text behind an image: ``message.content[1]``."""
    if not isinstance(part, ast.Subscript) or not isinstance(part.slice, ast.Constant):
        return False
    first = ast.Subscript(part.value, ast.Constant(0), ast.Load())
    if part.slice.value != 1:
        return False
    here = work.tree.function(part)
    tests = (t for t in work.tree.of(ast.Compare, ast.Call) if work.tree.function(t) is here)
    return bool(_images_asked(work, first)) or any(
        isinstance(test, ast.expr) and images.is_about(work, test, first) for test in tests
    )


def _ask(work: Work, test: ast.expr, part: ast.expr, no: str) -> None:
    statement = _asking(work, test, part)
    if statement is None or not _listed(work, statement, part):
        work.block(test, _PLACE)
        return
    asked = statement
    work.propose(test, lambda r: f"{no}{name(r, asked)}")


def read(work: Work, node: ast.Attribute, part: ast.expr) -> None:
    """Plan ``part.image_file.file_id``."""
    field = work.tree.parents.get(node)
    if not is_first(work, part) or not isinstance(field, ast.Attribute) or not images.is_id(field):
        images.read(work, node, part)
        return
    message = _message(part)
    asked = _asked_above(work, node, part)
    statement = work.tree.statement(node) if asked is None else _asking(work, asked, part)
    if asked is None and first_image(work, field, lambda r: r.operand(message)):
        work.claimed.update(_path(field, message))
        return
    inner = any(isinstance(a, _INNER) for a in work.tree.ancestors(node))
    if statement is None or inner or not _listed(work, statement, part):
        work.block(node, _PLACE)
        return
    above = statement

    def found(r: Rendering) -> str:
        return f"{name(r, above)}[0]"

    work.claimed.update(_path(field, message))
    if isinstance(work.tree.parents.get(field), ast.Assign):
        if not first_image(work, field, lambda r: r.operand(message), found):
            work.block(node, _UNKNOWN)
        return
    use_file(work, field, found)
    work.propose(field, lambda r: f"{found(r)}.file_id")


def _path(field: ast.expr, message: ast.expr) -> set[ast.AST]:
    """What stands between a message and what is read of it."""
    return {*ast.walk(field)} - {*ast.walk(message)}


def _asked_above(work: Work, node: ast.expr, part: ast.expr) -> ast.expr | None:
    """Where an ``if`` around a place asks about the part, in the same round of a loop."""
    shape = ast.dump(part)
    for above in work.tree.ancestors(node):
        if isinstance(above, (*_LOOPS, ast.FunctionDef, ast.AsyncFunctionDef)):
            return None
        for asked in ast.walk(above.test) if isinstance(above, ast.If) else ():
            if isinstance(asked, ast.Subscript) and ast.dump(asked) == shape:
                return asked
    return None


def _message(part: ast.expr) -> ast.expr:
    assert isinstance(part, ast.Subscript) and isinstance(part.value, ast.Attribute)
    return part.value.value


def _asking(work: Work, test: ast.expr, part: ast.expr) -> ast.stmt | None:
    """The ``if`` that asks something, the first of its chain."""
    statement = work.tree.statement(test)
    if not isinstance(statement, ast.If) or any(
        isinstance(inner, ast.NamedExpr) for inner in ast.walk(statement.test)
    ):
        return None
    message = _message(part)
    if isinstance(message, ast.Name):
        while work.tree.source.startswith("elif", work.tree.span(statement).start):
            above = work.tree.parents[statement]
            assert isinstance(above, ast.If)
            statement = above
        there = _is_there(work, message) or _reads(statement.test, message)
        return statement if there else None
    # what is asked before may tell that there is such a message
    chained = work.tree.source.startswith("elif", work.tree.span(statement).start)
    first = conjuncts(statement.test)[0]
    return statement if not chained and first in (test, *work.tree.ancestors(test)) else None


def _is_there(work: Work, message: ast.Name) -> bool:
    """Whether a name certainly holds a message, and not ``None``."""
    binding = binding_of(work.facts, message)
    return binding is not None and (
        binding.how is How.ITERATE or isinstance(binding.value, ast.Subscript)
    )


def _reads(test: ast.expr, message: ast.Name) -> bool:
    """Whether a test begins with something of the message, which fails where there is none."""
    while isinstance(test, (ast.BoolOp, ast.UnaryOp)):
        test = test.values[0] if isinstance(test, ast.BoolOp) else test.operand
    inner = list(ast.walk(test))
    return not any(isinstance(node, (ast.IfExp, ast.BoolOp, *_INNER)) for node in inner) and any(
        isinstance(node, ast.Attribute) and ast.dump(node.value) == ast.dump(message)
        for node in inner
    )


def _listed(work: Work, statement: ast.stmt, part: ast.expr) -> bool:
    """Let the images of a message be listed above a statement."""
    return _list_above(work, statement, _message(part))


def _list_above(work: Work, statement: ast.stmt, message: ast.expr) -> bool:
    if isinstance(statement, (*_LOOPS, ast.With, ast.AsyncWith, ast.Try, ast.Match)):
        return False
    if any(isinstance(inner, (ast.Call, ast.Await)) for inner in ast.walk(message)):
        return False  # it is written elsewhere, too
    made = work.plan.inserted.setdefault(statement, [])
    known = [one for one in made if isinstance(one, _Listing)]
    if known:
        return ast.dump(known[0].message) == ast.dump(message)
    made.append(_Listing(work, statement, message))
    work.note(images.NOTE)
    return True


def _images_asked(work: Work, part: ast.expr) -> list[ast.Attribute]:
    """Where the image of a part is read, by whatever test."""
    shape = ast.dump(part)
    return [
        node
        for node in work.tree.of(ast.Attribute)
        if node.attr == images.KIND and ast.dump(node.value) == shape
    ]


def _is_other(work: Work, node: ast.AST, part: ast.expr) -> bool:
    """Whether a place is only reached where a part is no image."""
    child = node
    for above in work.tree.ancestors(node):
        if isinstance(above, ast.If) and child in above.orelse:
            if images.says_image(work, above.test, part):
                return not isinstance(above.test, ast.BoolOp)
        child = above
    return False
