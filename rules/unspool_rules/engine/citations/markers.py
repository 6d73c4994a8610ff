"""``text.replace(annotation.text, …)``: the marker of a citation in the text of an answer.

Of what the old annotations stood for, only links to generated files are in texts now; a
``file_citation`` has neither a text nor a place.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Brackets, Code, Item

SANDBOX = "sandbox:/mnt/data/"
LINK_NOTE = f"the text of a generated file's annotation is taken to be `{SANDBOX}<its name>`"
_NOTE = (
    "a `file_citation` has no marker in the answer now: where one was replaced, the text holds "
    "nothing in its place"
)


def replaced(work: Work, node: ast.Attribute, base: ast.expr, sorts: set[str]) -> bool:
    """Plan the replacement of a marker by another text.

    Args:
        node: The ``text`` of an annotation that is, or may be, a ``file_citation``.
        base: The annotation.
        sorts: The kinds of annotations that it may be.

    Returns:
        Whether it is such a replacement, of a text that stays what it was without it.
    """
    call = work.tree.parents.get(node)
    if not (
        sorts <= {"file-note", "path-note"}
        and isinstance(base, ast.Name)
        and isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "replace"
        and isinstance(call.func.value, (ast.Name, ast.Attribute))
        and call.args[0] is node
        and not call.keywords
    ):
        return False
    work.note(_NOTE)
    text = call.func.value
    statement = work.tree.parents.get(call)
    same = (
        isinstance(statement, ast.Assign)
        and [ast.unparse(t) for t in statement.targets] == [ast.unparse(text)]
        and work.alone(statement)
    )
    if sorts == {"file-note"} or _is_file(work, base):
        if isinstance(statement, ast.Assign) and same:
            work.remove(statement)
        else:
            work.propose(call, lambda r: r.text(text))
        return True
    work.note(LINK_NOTE)
    work.propose(node, lambda r: f'"{SANDBOX}" + {r.text(base)}.filename')

    def test(r: Rendering) -> str:
        return f'{r.text(base)}.type == "container_file_citation"'

    if isinstance(statement, ast.Assign) and same:
        work.plan.rewritten[statement] = lambda r: [
            f"if {test(r)}:",
            *("    " + line if line.strip() else line for line in r.dedented(statement)),
        ]
        return True
    func, rest = call.func, call.args

    def write(r: Rendering) -> Code:
        given = ", ".join(r.text(a) for a in rest)
        clauses = (f"{r.text(func)}({given})", f"if {test(r)}", f"else {r.text(text)}")
        return Brackets("", tuple(map(Item, clauses)), commas=False)

    work.propose(call, write)
    return True


def _is_file(work: Work, base: ast.Name) -> bool:
    """Whether a test around the place says that the annotation is a ``file_citation``."""
    child: ast.AST = base
    for parent in work.tree.ancestors(base):
        if isinstance(parent, ast.If) and child in parent.body:
            if any(_says_file(work, test, base.id) for test in _conditions(parent.test)):
                return True
        child = parent
    return False


def _conditions(test: ast.expr) -> list[ast.expr]:
    """What is certainly so where a test has succeeded."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return [c for value in test.values for c in _conditions(value)]
    return [test.value if isinstance(test, ast.NamedExpr) else test]


def _says_file(work: Work, node: ast.expr, name: str) -> bool:
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq):
        left = node.left
        asked = isinstance(left, ast.Attribute) and left.attr == "type"
        known = work.string_value(node.comparators[0]) == "file_citation"
        return asked and known and ast.unparse(left) == f"{name}.type"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id in ("getattr", "hasattr") and len(node.args) > 1:
            known = work.string_value(node.args[1]) == "file_citation"
            return known and ast.unparse(node.args[0]) == name
    return False
