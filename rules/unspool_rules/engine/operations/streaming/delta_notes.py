"""Citations that came with a message delta have an event of their own now.

Source: openai 3.54.0 ``openai/types/responses/response_output_text_annotation_added_event.py``,
whose ``annotation`` is of one of several classes, told by its ``type``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from unspool_rules.catalogue.events import Shape
from unspool_rules.engine.streaming.conditions import condition
from unspool_rules.engine.streaming.stream_events import Datum, Events
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import said
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out

MODULE = "openai.types.responses.response_output_text_annotation_added_event"
_KINDS = {
    "MessageDeltaTextUrlCitationAnnotation": (
        "url_citation",
        "AnnotationURLCitation",
        ("title", "url"),
    ),
    "MessageDeltaTextFileCitationAnnotation": (
        "file_citation",
        "AnnotationFileCitation",
        ("file_id",),
    ),
}
"""By the class of the legacy annotation: its type, its new class, and what both have."""
_ADDED = Shape("annotation", ("response.output_text.annotation.added",))


@dataclass(eq=False, slots=True)
class Lifted:
    """A statement about the citations of a delta, which goes to their own event."""

    outer: ast.stmt
    loop: ast.For
    name: str
    """The loop's variable."""
    kind: str
    body: list[ast.stmt]
    aliases: set[str] = field(default_factory=set)

    def test(self, event: str) -> Code:
        """Whether an event brings such a citation."""
        parts = [
            Item(condition(event, (_ADDED,))),
            Item(f"{event}.annotation", "and "),
            Item(f'{event}.annotation.type == "{self.kind}"', "and "),
        ]
        return Brackets("", tuple(parts), commas=False)

    @property
    def model(self) -> str:
        """The new class of the citation."""
        return next(name for kind, name, _ in _KINDS.values() if kind == self.kind)

    def lines(self, r: Rendering) -> list[str]:
        """What is done about one citation."""
        spared = [r.lines_span(s) for s in self.body]
        comments = r.comments_within(r.lines_span(self.outer), spared)
        return [*comments, *(line for s in self.body for line in r.dedented(s))]


def lift(work: Work, events: Events, datum: Datum) -> bool:
    """Plan that a statement about citations goes to their event.

    Returns:
        False, and plans nothing, when the data is read in another way.
    """
    known = {f.outer: f for f in events.lifted if isinstance(f, Lifted)}
    if any(a in known for a in work.tree.ancestors(datum.node)):
        return True
    outer = _outer(work, events, datum.node)
    found = _read(work, events, outer) if outer is not None else None
    if found is None:
        return False
    events.lifted.append(found)
    for use, name in _uses(work, found):
        work.replace(use, said(f"{found.name}.{name}"))
    work.plan.rewritten[found.outer] = lambda _: []
    if isinstance(events.place, (ast.For, ast.AsyncFor)):
        _in_loop(work, events, found)
    return True


def _in_loop(work: Work, events: Events, found: Lifted) -> None:
    """Put the statement before the tests for events."""
    child: ast.AST = found.outer
    while work.tree.parents[child] is not events.place:
        child = work.tree.parents[child]
    assert isinstance(child, ast.stmt)

    indent = len(work.tree.indent(child))

    def lines(r: Rendering) -> str:
        test = lay_out(
            found.test(events.event), indent="", column=3, limit=r.limit - indent, reserve=1
        )
        inner = [f"{found.name} = {events.event}.annotation", *found.lines(r)]
        return "\n".join(
            [f"if {test}:", *("    " + line if line.strip() else line for line in inner)]
        )

    work.plan.inserted.setdefault(child, []).append(lines)


def _outer(work: Work, events: Events, node: ast.AST) -> ast.stmt | None:
    """The statement of the branch for deltas that a use stands in."""
    child: ast.AST = node
    for parent in work.tree.ancestors(node):
        about = isinstance(parent, ast.If) and any(
            n in events.tests for n in ast.walk(parent.test) if isinstance(n, ast.expr)
        )
        inside = about and isinstance(parent, ast.If) and child in parent.body
        if (parent is events.place or inside) and isinstance(child, (ast.If, ast.For)):
            return child
        if parent is events.place:
            return None
        child = parent
    return None


def _read(work: Work, events: Events, outer: ast.stmt) -> Lifted | None:
    aliases: set[str] = set()
    block: list[ast.stmt] = [outer]
    while True:
        while block and isinstance(block[0], ast.Assign):
            target = block[0].targets[0]
            if len(block[0].targets) != 1 or not isinstance(target, ast.Name):
                return None
            aliases.add(target.id)
            block = block[1:]
        if len(block) != 1:
            return None
        statement = block[0]
        if isinstance(statement, ast.If) and not statement.orelse:
            block = statement.body
            continue
        break
    loop = statement
    if not isinstance(loop, ast.For) or loop.orelse or not isinstance(loop.target, ast.Name):
        return None
    whole = isinstance(loop.iter, ast.Attribute) and loop.iter.attr == "annotations"
    test = loop.body[0] if len(loop.body) == 1 else None
    if not whole or not isinstance(test, ast.If) or test.orelse or not work.alone(outer):
        return None
    kind = _kind(work, test.test, loop.target.id)
    if kind is None:
        return None
    found = Lifted(outer, loop, loop.target.id, kind, test.body, aliases)
    return found if _stands_alone(work, events, found) else None


def _kind(work: Work, test: ast.expr, name: str) -> str | None:
    """The type of citation that a test asks for."""
    if not (
        isinstance(test, ast.Call)
        and ast.unparse(test.func) == "isinstance"
        and len(test.args) == 2
        and ast.unparse(test.args[0]) == name
    ):
        return None
    names = [t.name.rpartition(".")[2] for t in work.infer.of(test.args[1]) if isinstance(t, Class)]
    return _KINDS[names[0]][0] if len(names) == 1 and names[0] in _KINDS else None


def _stands_alone(work: Work, events: Events, found: Lifted) -> bool:
    """Whether the body reads nothing of the delta but the citation, and stays where it is."""
    scopes, tree = work.facts.scopes, work.tree
    data = {d.node for d in events.data}
    good = {use for use, _ in _uses(work, found)}
    method = isinstance(events.place, (ast.FunctionDef, ast.AsyncFunctionDef))
    for statement in found.body:
        for node in ast.walk(statement):
            if isinstance(node, (ast.Return, ast.Break, ast.Continue, ast.Await, ast.Yield)):
                return False
            if not isinstance(node, ast.Name) or not isinstance(node, ast.expr):
                continue
            if node in data or node.id in found.aliases:
                return False
            if node.id == found.name:
                if not any(a in good for a in tree.ancestors(node)):
                    return False
                continue
            variable = scopes.variable(node)
            own = variable is not None and variable.scope is scopes.of_node.get(events.place)
            if method and own and node.id != "self":
                return False
            if variable is not None and not method and _is_set_in(work, events.place, variable):
                return False
    outside = (
        n
        for n in ast.walk(events.place)
        if isinstance(n, ast.Name) and n.id in {*found.aliases, found.name}
    )
    return all(any(a is found.outer for a in tree.ancestors(n)) for n in outside)


def _is_set_in(work: Work, place: ast.AST, variable: Variable) -> bool:
    """Whether a loop gives a variable its value."""
    return any(
        a is place
        for b in work.facts.scopes.bindings(variable)
        for a in work.tree.ancestors(b.node)
    )


def _uses(work: Work, found: Lifted) -> Iterator[tuple[ast.expr, str]]:
    """``annotation.url_citation.title`` and the like, with the field's name."""
    fields = next(names for kind, _, names in _KINDS.values() if kind == found.kind)
    for statement in found.body:
        for node in ast.walk(statement):
            if (
                isinstance(node, ast.Attribute)
                and node.attr in fields
                and isinstance(node.value, ast.Attribute)
                and node.value.attr == found.kind
                and ast.unparse(node.value.value) == found.name
            ):
                yield node, node.attr
