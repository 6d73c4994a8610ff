"""``text.replace(annotation.text, …)``: the marker of a citation in the text of an answer.

Of what the old annotations stood for, only links to generated files are in texts now; a
``file_citation`` has neither a text nor a place.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import Binding, How
from unspool_rules.syntax.layout import Brackets, Code, Item

SANDBOX = "sandbox:/mnt/data/"
LINK_NOTE = f"the text of a generated file's annotation is taken to be `{SANDBOX}<its name>`"
_NOTE = (
    "a `file_citation` has no marker in the answer now: where one was replaced, the text holds "
    "nothing in its place"
)
_NAMED = "a citation has no marker in the answer now: its file's name is printed instead"
_BEHIND = (
    "a `file_citation` has no marker in the answer now: what took its place stands at the end of "
    "the text, with the name of the file where the marker was named"
)
_SHOWN = (
    "a `file_citation` has no marker in the answer now, so what takes its place here would not be "
    "shown: decide where it is"
)


def shown(work: Work, node: ast.Attribute, base: ast.expr, sorts: set[str]) -> bool:
    """Plan a marker that is only printed: the name of the file that it stood for is."""
    if not sorts <= {"file-note", "path-note"}:
        return False
    if _goes_behind(work, node):
        work.note(_BEHIND)
    elif is_spoken(work, node):
        work.note(_NAMED)
    else:
        return False
    work.propose(node, lambda r: f"{r.operand(base)}.filename")
    return True


def is_link(work: Work, base: ast.expr, sorts: set[str]) -> bool:
    """Whether an annotation has been found to be a ``file_path``: its text is a link."""
    if not isinstance(base, ast.Name) or not sorts <= {"file-note", "path-note"}:
        return False
    return _tested(work, base) == "file_path"


def _marker_of(call: ast.AST | None) -> ast.Attribute | None:
    """The marker that ``text = text.replace(annotation.text, …)`` replaces."""
    if not isinstance(call, ast.Call) or len(call.args) != 2 or call.keywords:
        return None
    marker = call.args[0]
    known = isinstance(call.func, ast.Attribute) and call.func.attr == "replace"
    return marker if known and isinstance(marker, ast.Attribute) else None


def _goes_behind(work: Work, node: ast.Attribute) -> bool:
    """Whether a marker is named in the text that takes its own place, and nowhere else."""
    statement = work.tree.statement(node)
    if not any(isinstance(a, ast.JoinedStr) for a in work.tree.ancestors(node)):
        return False
    name = statement.targets[0] if isinstance(statement, ast.Assign) else None
    variable = work.facts.scopes.variable(name) if isinstance(name, ast.Name) else None
    if variable is None or len(work.facts.scopes.bindings(variable)) != 1:
        return False
    reads = work.facts.scopes.reads(variable)
    return bool(reads) and all(_takes_place_of(work, read, node) for read in reads)


def _takes_place_of(work: Work, read: ast.expr, node: ast.Attribute) -> bool:
    call = work.tree.parents.get(read)
    marker = _marker_of(call)
    if marker is None or not isinstance(call, ast.Call) or call.args[1] is not read:
        return False
    return ast.unparse(marker) == ast.unparse(node)


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
        and not any(isinstance(a, ast.JoinedStr) for a in work.tree.ancestors(call))
    ):
        return False
    tested = _tested(work, base)
    if tested == "file_path":
        work.note(LINK_NOTE)
        work.propose(node, lambda r: f'"{SANDBOX}" + {r.text(base)}.filename')
        return True
    text = call.func.value
    statement = work.tree.parents.get(call)
    sure = sorts == {"file-note"} or tested == "file_citation"
    if not all(_is_number(work, given) for given in call.args[1:2]):
        if sure and isinstance(statement, ast.Assign) and _marker_of(call) is not None:
            work.note(_BEHIND)
            work.propose(call, lambda r: f"{r.text(text)} + {r.operand(call.args[1])}")
        else:
            work.block(call, _SHOWN)
        return True
    work.note(_NOTE)
    same = (
        isinstance(statement, ast.Assign)
        and [ast.unparse(t) for t in statement.targets] == [ast.unparse(text)]
        and work.alone(statement)
    )
    if sure:
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


def _is_number(work: Work, given: ast.expr) -> bool:
    """Whether what takes a marker's place is nothing, or a number that counts citations."""
    for node in ast.walk(given):
        if isinstance(node, ast.Name):
            variable = work.variable_of(node)
            bindings = work.facts.scopes.bindings(variable) if variable is not None else ()
            if not bindings and node.id != "str":
                return False
            if not all(_counts(b) for b in bindings):
                return False
        elif isinstance(node, ast.Call):
            method = isinstance(node.func, ast.Attribute) and node.func.attr == "format"
            if not method and not isinstance(node.func, ast.Name):
                return False
        elif isinstance(node, ast.Attribute):
            if not isinstance(node.value, ast.Constant):
                return False
        elif isinstance(node, (ast.Subscript, ast.Await)):
            return False
    return True


def _counts(binding: Binding) -> bool:
    """Whether a name takes the numbers of ``enumerate``, or is counted up from one."""
    value = binding.value
    if binding.how is How.ITERATE and binding.path == (0,) and isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "enumerate"
    if binding.how is How.ASSIGN and isinstance(value, ast.Constant):
        return isinstance(value.value, int)
    return isinstance(binding.statement, ast.AugAssign)


def _tested(work: Work, base: ast.Name) -> str | None:
    """Which kind of annotation it is, as a test around the place says."""
    child: ast.AST = base
    for parent in work.tree.ancestors(base):
        if isinstance(parent, ast.If) and child in parent.body:
            for test in _conditions(parent.test):
                sort = _sort_of(work, test, base.id)
                if sort is not None:
                    return sort
        child = parent
    return None


def _conditions(test: ast.expr) -> list[ast.expr]:
    """What is certainly so where a test has succeeded."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return [c for value in test.values for c in _conditions(value)]
    return [test.value if isinstance(test, ast.NamedExpr) else test]


def _sort_of(work: Work, node: ast.expr, name: str) -> str | None:
    """The old type of annotations that a test asks for."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq):
        if ast.unparse(node.left) == f"{name}.type":
            return work.string_value(node.comparators[0])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) > 1:
        if node.func.id in ("getattr", "hasattr") and ast.unparse(node.args[0]) == name:
            return work.string_value(node.args[1])
    if isinstance(node, ast.Attribute) and ast.unparse(node.value) == name:
        return node.attr
    return None
