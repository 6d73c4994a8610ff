"""Images that a tool made, read among the parts of a message: annotations of its texts now.

A loop over the parts goes over these annotations, too, and first: the image stood before the text.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``; openai 1.65.5
``openai/types/beta/threads/image_file_content_block.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.citations.files import use_file, uses_of_id
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.guards import holding
from unspool_rules.syntax.layout import Brackets, Code, Item

SUFFIXES = '(".png", ".jpg", ".jpeg", ".gif", ".webp")'
"""Ends of the names of images, as code."""
NOTE = (
    "images that tools made are `container_file_citation` annotations now, told from other files "
    "by their names"
)
KIND = "image_file"
"""The legacy type of such a part, and the attribute that holds its file."""
CLASSES = frozenset({"MessageImageFileContent", "ImageFileContentBlock", "MessageContentImageFile"})
_UNTESTED = "whether this part of the message is an image has not been tested here"
_UNKNOWN = "what is done with this image is not known here"
_ELSEWHERE = "images in answers are annotations and output items now"
_TEST = '{}.type == "container_file_citation"'
_TEST_OF_BOTH = '{}.type in ("container_file_citation", "input_image")'
_SENT = (
    "images that users sent are `input_image` parts of their messages, which are passed over here"
)


def clauses(note: str, part: str, message: str) -> list[Item]:
    """What goes over the images of a message, behind ``note`` itself."""
    return [
        Item(f"for {part} in {message}.content"),
        Item(f'if {part}.type == "output_text"'),
        Item(f"for {note} in {part}.annotations"),
        Item(f'if {note}.type == "container_file_citation"'),
        Item(f"if {note}.filename.lower().endswith({SUFFIXES})"),
    ]


def tested(work: Work, test: ast.expr, part: ast.expr, *, negated: bool = False) -> None:
    """Plan a test whether a part is an image."""
    if not _looped(work, part):
        work.block(test, _ELSEWHERE)
        return
    written = _TEST.replace("==", "!=") if negated else _TEST
    if work.once(_are_sent):
        if _is_opened(work, part):
            work.note(_SENT)
        else:
            written = _TEST_OF_BOTH.replace(" in ", " not in ") if negated else _TEST_OF_BOTH
    work.propose(test, lambda r: written.format(r.operand(part)))


def _are_sent(work: Work) -> bool:
    """Whether the program sends images of its own: these are parts of messages as before."""
    shown = [
        n for d in work.tree.of(ast.Dict) if isinstance(d, ast.Dict) for n in (*d.keys, *d.values)
    ]
    return any(isinstance(n, ast.Constant) and n.value in (KIND, "input_image") for n in shown)


def _is_opened(work: Work, part: ast.expr) -> bool:
    """Whether the file of an image is read of a part of that name."""
    shape = ast.dump(part)
    return any(
        isinstance(node, ast.Attribute) and node.attr == KIND and ast.dump(node.value) == shape
        for node in work.tree.of(ast.Attribute)
    )


def read(work: Work, node: ast.Attribute, part: ast.expr) -> None:
    """Plan ``part.image_file.file_id``, which is the annotation's own."""
    field = work.tree.parents.get(node)
    if not isinstance(field, ast.Attribute) or not is_id(field):
        work.block(node, _UNKNOWN)
        return
    work.claimed.update((node, field))
    if not is_image(work, part):
        work.block(node, _UNTESTED)
        return
    if not _looped(work, part):
        work.block(node, _ELSEWHERE)
        return
    work.propose(node, lambda r: r.text(part))
    for place in uses_of_id(work, field):
        use_file(work, place)


def is_id(field: ast.Attribute) -> bool:
    """Whether the id is what is read of an image."""
    return field.attr == "file_id"


def is_image(work: Work, part: ast.expr) -> bool:
    """Whether a test around the place says that a part is an image."""
    return any(says_image(work, test, part) for _, test in holding(work.tree, part))


def is_about(work: Work, test: ast.expr, part: ast.expr) -> bool:
    """Whether an expression asks whether a part is an image, and nothing else."""
    shape = ast.dump(part)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        left = test.left
        return (
            isinstance(left, ast.Attribute)
            and left.attr == "type"
            and ast.dump(left.value) == shape
            and work.string_value(test.comparators[0]) == KIND
        )
    if not (isinstance(test, ast.Call) and isinstance(test.func, ast.Name) and len(test.args) == 2):
        return False
    if ast.dump(test.args[0]) != shape:
        return False
    if test.func.id == "hasattr":
        return work.string_value(test.args[1]) == KIND
    asked = test.args[1]
    name = asked.attr if isinstance(asked, ast.Attribute) else getattr(asked, "id", "")
    return test.func.id == "isinstance" and name in CLASSES


def says_image(work: Work, test: ast.expr, part: ast.expr) -> bool:
    """Whether a test that holds says that a part is an image."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return any(says_image(work, value, part) for value in test.values)
    if isinstance(test, ast.Compare) and not isinstance(test.ops[0], ast.Eq):
        return False
    return is_about(work, test, part)


def _looped(work: Work, part: ast.expr) -> bool:
    """Let the loop that a part comes from go over images, too; False where there is no such."""
    binding = binding_of(work.facts, part) if isinstance(part, ast.Name) else None
    source = binding.value if binding is not None and binding.how is How.ITERATE else None
    if binding is None or binding.path or not isinstance(source, ast.Attribute):
        return False
    message = source.value
    if source.attr != "content" or "message" not in work.kinds(message):
        return False
    if any(isinstance(inner, (ast.Call, ast.Await)) for inner in ast.walk(message)):
        return False  # it is written twice
    work.note(NOTE)

    def write(r: Rendering) -> Code:
        name, inner = r.inner("note", message), r.inner("part", message)
        images = Brackets(
            "*", (Item(name), *clauses(name, inner, r.operand(message))), commas=False
        )
        return Brackets("", (Item(images), Item(f"*{r.operand(message)}.content")), "[", "]")

    work.propose(source, write)
    return True
