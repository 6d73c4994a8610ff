"""Messages and their content in the new shape."""

from __future__ import annotations

import ast
from collections.abc import Collection

from unspool_rules.catalogue.symbols import is_legacy_symbol
from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.messages import gathered
from unspool_rules.engine.messages.kept_messages import strange_fields
from unspool_rules.engine.messages.old_parts import CLASSES, handed, old_parts
from unspool_rules.engine.messages.roles import role_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import imported
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.layout import Brackets, Code, Item, flat, listing, mapping

IN_PLACES = {
    "attachments": "attachments become `input_file` parts of the content, or files of the "
    "agent's tools: choose one",
}
"""What is part of a message, and of several things now."""
_NONE = "`{}` of a message has no counterpart on an item"
_RAW = "content is passed on as it is: if it is a list of parts, they need the new shapes"


_OLD = "this part of a message has its old shape: make it an `input_text` or `input_image` part"


_MIXED = "this content may be a list of parts from elsewhere, and the parts here get new shapes"


def message_item(work: Work, role: ast.expr | None, content: ast.expr | None) -> Writer | None:
    """One item ``{"type": "message", "role": …, "content": …}``; None when it is blocked."""
    if content is None or role is None:
        return None
    body = content_of(work, content)
    if body is None:
        return None

    def write(r: Rendering) -> Code:
        return Brackets(
            "",
            (
                Item('"message"', '"type": '),
                r.item('"role": ', role_of(work, role, r), role),
                r.item('"content": ', body(r), content),
            ),
            "{",
            "}",
        )

    return write


def content_of(work: Work, node: ast.expr) -> Writer | None:
    """A message's content: text as it is, parts in their new shapes."""
    old = old_parts(work, node)
    if not old and work.is_text(node):
        return lambda r: r.code(node)
    literal = work.literal_of(node)
    if isinstance(literal, ast.List) and literal is not node and not work.read_once(node):
        if not _gathered(work, node):
            return None
        _annotate_parts(work, literal)
        return lambda r: r.code(node)
    if isinstance(literal, ast.List):
        parts = [part_of(work, e) for e in literal.elts]
        if any(p is None for p in parts):
            return None
        writers = [p for p in parts if p is not None]
        if literal is node:
            return lambda r: listing(w(r) for w in writers)
        for element, writer in zip(literal.elts, writers, strict=True):
            work.replace(element, writer)
        _annotate_parts(work, literal)
        return lambda r: r.code(node)
    if not _gathered(work, node) or not _renewed(work, node, old):
        return None
    if not old:
        work.note(_RAW)
    return lambda r: r.code(node)


def _renewed(work: Work, node: ast.expr, parts: list[ast.expr]) -> bool:
    """Write anew the parts in the expression itself, or handed to it; any other one blocks."""
    here = set(ast.walk(node))
    for part in parts:
        if part in work.plan.replacements:
            continue
        given = handed(work, node, part)
        if given:
            work.note(_RAW)
        writer = part_of(work, part) if part in here or given else None
        if writer is None:
            work.block(part, _OLD)
            return False
        _in_one_line(work, part, writer)
    return True


def _in_one_line(work: Work, part: ast.expr, writer: Writer) -> None:
    def write(r: Rendering) -> Code:
        code = writer(r)
        return flat(code) or code

    work.replace(part, write)


def _gathered(work: Work, node: ast.expr) -> bool:
    """Write anew the parts that the file puts into a list which is a message's content."""
    variable = work.variable_of(node)
    parts = gathered.elements(work, variable) if variable is not None else []
    if variable is None or not parts:
        return True
    if not gathered.is_only_gathered(work, variable, node):
        work.block(node, "the parts are used for something else, too")
        return False
    for part in parts:
        literal = work.literal_of(part)
        own = work.variable_of(part)
        uses = work.facts.scopes.uses(own) if own is not None else []
        if any(isinstance(u.ctx, ast.Load) and u not in parts for u in uses):
            work.block(part, "the parts are used for something else, too")
            return False
        writer = part_of(work, literal)
        if writer is None:
            return False
        work.replace(literal, writer)
        _declare_part(work, own)
    return _declare_list(work, variable)


def _declare_list(work: Work, variable: Variable) -> bool:
    """Give a list of parts that is made in several places its type; False where it blocks."""
    bindings = work.facts.scopes.bindings(variable)
    values = [b.value for b in bindings if b.how is How.ASSIGN and not b.path]
    lists = [v for v in values if isinstance(v, ast.List)]
    said = gathered.said(work, gathered.elements(work, variable))
    others = [v for v in values if v is not None and v not in lists]
    texts = [v for v in others if work.is_text(v) or work.variable_of(v) in said]
    if not all(map(work.is_text, texts)):
        work.note(_RAW)
    annotations = [b.annotation for b in bindings if b.annotation is not None]
    if len(lists) + len(texts) < len(values) + sum(b.how is How.PARAMETER for b in bindings):
        place = next((v for v in values if v is not None and v not in (*lists, *texts)), lists[0])
        work.block(place, _MIXED)
        return False
    for annotation in annotations:
        _change_annotation(work, annotation)
    if len(values) > 1 and not annotations:
        _annotate_parts(work, lists[0] if values[0] in lists else texts[0], text=bool(texts))
    return True


_PARTS = {
    "TextContentBlockParam": "ResponseInputTextParam",
    "ImageFileContentBlockParam": "ResponseInputImageParam",
    "ImageURLContentBlockParam": "ResponseInputImageParam",
}


def _declare_part(work: Work, variable: Variable | None) -> None:
    """The types of parts in the annotations of a variable."""
    for binding in work.facts.scopes.bindings(variable) if variable is not None else ():
        for node in ast.walk(binding.annotation) if binding.annotation is not None else ():
            for value in work.infer.of(node) if isinstance(node, (ast.Name, ast.Attribute)) else ():
                name = value.name.rpartition(".")[2] if isinstance(value, Class) else ""
                new = _PARTS.get(name)
                if new is not None:
                    work.replace(node, imported("openai.types.responses", new))


def _annotate_parts(work: Work, literal: ast.expr, *, text: bool = False) -> None:
    statement = work.tree.parents.get(literal)
    if isinstance(statement, ast.AnnAssign):
        _change_annotation(work, statement.annotation)
        return
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        if isinstance(target, ast.Name):

            def write(r: Rendering) -> str:
                part = r.imports.need("openai.types.responses", "ResponseInputContentParam")
                said = f'"str | list[{part}]"' if text else f"list[{part}]"
                return f"{target.id}: {said}"

            work.replace(target, write)


_NOT_LISTS = ("Iterable", "Sequence", "Collection")
"""Types of a message's content that was read only: the new one is a list."""


def _change_annotation(work: Work, annotation: ast.expr) -> None:
    """``List[MessageInputContentBlock]`` and the like name the new type of a part."""
    found = [
        node
        for node in ast.walk(annotation)
        if isinstance(node, (ast.Name, ast.Attribute))
        and any(isinstance(t, Class) and is_legacy_symbol(t.name) for t in work.infer.of(node))
    ]
    base = annotation.value if isinstance(annotation, ast.Subscript) else None
    name = ast.unparse(base) if base is not None else ""
    if name.rpartition(".")[2] in _NOT_LISTS:
        name = "list"
    whole = bool(name) and (len(found) > 1 or name == "list")

    def write(r: Rendering) -> str:
        part = r.imports.need("openai.types.responses", "ResponseInputContentParam")
        return f"{name}[{part}]" if whole else part

    for node in [annotation] if found and whole else found:
        work.replace(node, write)


def text_test(role: str | None, part: str = "part") -> str:
    """The test whether a part is a text in messages of a role, which may not be known."""
    tests = {"assistant": ["output_text"], "user": ["input_text"]}
    names = tests.get(role or "", ["output_text", "input_text"])
    return " or ".join(f'{part}.type == "{name}"' for name in names)


def _as_is(node: ast.expr) -> Writer:
    return lambda r: r.code(node)


def annotate(work: Work, value: ast.expr, name: str) -> None:
    """Give the variable of a value a type: a bare dictionary has none that a checker accepts."""
    statement = work.tree.parents.get(value)
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        if isinstance(target, ast.Name):
            work.replace(
                target, lambda r: f"{target.id}: {r.imports.need('openai.types.responses', name)}"
            )


def fields_of(node: ast.expr) -> dict[str, ast.expr] | None:
    """The items of a dict literal with constant keys, or the keywords of a call."""
    if isinstance(node, ast.Dict):
        found = {}
        for key, value in zip(node.keys, node.values, strict=True):
            if not isinstance(key, ast.Constant) or not isinstance(key.value, str):
                return None
            found[key.value] = value
        return found
    if isinstance(node, ast.Call):
        if node.args or any(k.arg is None for k in node.keywords):
            return None
        return {k.arg: k.value for k in node.keywords if k.arg is not None}
    return None


_IMAGES = {"image_file", "image_url"}


def part_of(work: Work, node: ast.expr) -> Writer | None:
    """One content part."""
    fields = fields_of(node)
    kind = CLASSES.get(class_name(work, node) or "")
    if fields is not None and kind is None and isinstance(node, ast.Dict):
        tag = fields.get("type")
        kind = work.string_value(tag) if tag is not None else None
    if fields is None or kind is None:
        work.block(node, "this part of the content has a form that is not known here")
        return None
    if kind == "text" and "text" in fields:
        text = fields["text"]
        return lambda r: mapping([("type", '"input_text"'), ("text", r.code(text))])
    if kind in ("image_url", "image_file"):
        return _image(work, node, fields.get(kind), "url" if kind == "image_url" else "file_id")
    work.block(node, f"a content part of type `{kind}` has no known counterpart")
    return None


def _image(work: Work, node: ast.expr, inner: ast.expr | None, key: str) -> Writer | None:
    literal = work.literal_of(inner) if inner is not None else None
    fields = fields_of(literal) if literal is not None else None
    if fields is None or key not in fields:
        work.block(node, "the image of this part is not given in place")
        return None
    if literal is not inner and inner is not None and not _goes_with_uses(work, inner, literal):
        return None
    value, detail = fields[key], fields.get("detail")
    new_key = "image_url" if key == "url" else "file_id"

    def write(r: Rendering) -> Code:
        shown: Code = '"auto"' if detail is None or is_missing(detail) else r.code(detail)
        return mapping([("type", '"input_image"'), (new_key, r.code(value)), ("detail", shown)])

    return write


def _goes_with_uses(work: Work, name: ast.expr, literal: ast.expr | None) -> bool:
    """Whether the description of an image in a variable can be written where it is used.

    The variable goes, so that every use of it must be a part of a message.
    """
    variable = work.variable_of(name)
    if variable is None or literal is None:
        return False
    statement = work.tree.statement(literal)
    for use in work.facts.scopes.uses(variable):
        if not isinstance(use.ctx, ast.Load):
            continue
        above = work.tree.parents.get(use)
        owner = work.tree.parents.get(above) if isinstance(above, ast.keyword) else above
        taken = (isinstance(above, ast.keyword) and above.arg in _IMAGES) or (
            isinstance(above, ast.Dict)
            and any(
                v is use and isinstance(k, ast.Constant) and k.value in _IMAGES
                for k, v in zip(above.keys, above.values, strict=True)
            )
        )
        if not taken or not isinstance(owner, (ast.Call, ast.Dict)):
            work.block(use, "the description of the image is used for something else, too")
            return False
    if not all(_same_at(work, n, name) for n in _inside_call(literal)):
        work.block(literal, "the description of the image is computed; give it in place")
        return False
    work.remove(statement)
    return True


def _same_at(work: Work, node: ast.AST, place: ast.expr) -> bool:
    """Whether a part of an expression means the same at another place."""
    if isinstance(node, ast.Name):
        scopes = work.facts.scopes
        variable = scopes.variable(node)
        if variable is None or variable != scopes.lookup(node.id, scopes.scope_of(place)):
            return variable is None
        return len(scopes.bindings(variable)) == 1
    return not isinstance(node, (ast.Call, ast.Await, ast.NamedExpr))


def _inside_call(literal: ast.expr) -> list[ast.AST]:
    """What is below the outermost call or dictionary of a literal."""
    return [n for child in ast.iter_child_nodes(literal) for n in ast.walk(child)]


def items_of(work: Work, node: ast.expr, placed: Collection[ast.expr] = ()) -> Writer | None:
    """A list of legacy messages as conversation items.

    Args:
        node: The list.
        placed: Fields of the messages that have a place elsewhere by now.
    """
    literal = work.literal_of(node)
    if not isinstance(literal, ast.List) or literal is not node:
        for value, name in strange_fields(work, node):
            work.block(value, IN_PLACES.get(name, _NONE.format(name)))
            return None
        work.note("messages are passed on as they are: parts of their content need the new shapes")
        return lambda r: r.code(node)
    writers = []
    for element in literal.elts:
        described = work.literal_of(element)
        fields = fields_of(described)
        if fields is None or not {"role", "content"} <= set(fields):
            work.block(element, "a message in a form that is not known here")
            return None
        for name in sorted(set(fields) - {"role", "content", "type"}):
            value = fields[name]
            if value not in placed and not (isinstance(value, ast.List) and not value.elts):
                work.block(fields[name], IN_PLACES.get(name, _NONE.format(name)))
                return None
        writer = message_item(work, fields["role"], fields["content"])
        if writer is None:
            return None
        if described is not element:
            if not work.read_once(element):
                work.block(element, "the message is used for something else, too")
                return None
            work.replace(described, writer)
            annotate(work, described, "EasyInputMessageParam")
            writer = _as_is(element)
        writers.append(writer)
    if len(writers) > 20:
        work.block(node, "a conversation takes at most 20 items in one call")
        return None
    return lambda r: listing(w(r) for w in writers)


def kinds_of(work: Work, tools: ast.expr | None) -> set[str | None]:
    """The ``type`` of each tool of a list in view."""
    found: set[str | None] = set()
    literal = work.literal_of(tools) if tools is not None else None
    for element in literal.elts if isinstance(literal, ast.List) else ():
        fields = fields_of(work.literal_of(element))
        found.add(work.string_value(fields.get("type")) if fields is not None else None)
    return found
