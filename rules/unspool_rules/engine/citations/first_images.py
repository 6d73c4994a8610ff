"""The image that a message begins with, read by its place: an annotation of a text now.

``messages.data[0].content[0].image_file.file_id`` was the id of a file; the name that it is given
holds the annotation, which has the ids of the file and of its container.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.citations.files import container_client
from unspool_rules.engine.citations.images import NOTE, clauses
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Brackets, Code, Item, call


def first_image(
    work: Work,
    file_id: ast.expr,
    message: Callable[[Rendering], str],
    image: Callable[[Rendering], str] | None = None,
) -> bool:
    """Plan a name for the id of a message's image; False where not all of its uses are known.

    Args:
        file_id: the old expression, which a name is assigned to.
        message: the new expression of the message.
        image: the image, where it has been looked for above.
    """
    parent = work.tree.parents.get(file_id)
    target = parent.targets[0] if isinstance(parent, ast.Assign) else None
    variable = work.variable_of(target) if isinstance(target, ast.Name) else None
    if variable is None or is_taken(work.facts, variable):
        return False
    if [b.how for b in work.facts.scopes.bindings(variable)] != [How.ASSIGN]:
        return False

    def local(r: Rendering) -> str:
        return r.naming.renamed.get(variable, variable.name)

    planned = [(use, _use(work, use, local)) for use in work.facts.scopes.reads(variable)]
    for _, found in planned:
        if found is None:
            return False
    for _, found in planned:
        assert found is not None
        work.propose(*found)

    def write(r: Rendering) -> Code:
        if image is not None:
            return image(r)
        note, part = r.inner("note", file_id), r.inner("part", file_id)
        return Brackets("next", (Item(note), *clauses(note, part, message(r))), commas=False)

    work.propose(file_id, write)
    work.note(NOTE)
    return True


def _use(
    work: Work, name: ast.Name, local: Callable[[Rendering], str]
) -> tuple[ast.expr, Writer] | None:
    """What becomes of a place that reads the id, and of what around it."""
    if is_spoken(work, name):
        return name, lambda r: f"{local(r)}.file_id"
    parent = work.tree.parents.get(name)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    func = parent.func if isinstance(parent, ast.Call) else None
    files = func.value if isinstance(func, ast.Attribute) and func.attr == "content" else None
    if not isinstance(parent, ast.Call) or len(parent.args) + len(parent.keywords) != 1:
        return None
    if not (isinstance(files, ast.Attribute) and files.attr == "files"):
        return None
    client = container_client(work, files.value)
    if client is None:
        return None

    def write(r: Rendering) -> Code:
        given = [Item(f"{local(r)}.file_id"), Item(f"{local(r)}.container_id", "container_id=")]
        return call(f"{client(r)}.containers.files.content.retrieve", given)

    return parent, write
