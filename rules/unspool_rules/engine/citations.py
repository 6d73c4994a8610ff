"""Citations, annotations and generated files: they are annotations of a message's text parts now.

The annotations are flat (``note.url`` for ``annotation.url_citation.url``), and a file that a tool
made is a ``container_file_citation`` whose content comes from its container.
Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.catalogue.citations import (
    COLLECTIONS,
    DETAILS,
    FIELDS,
    GONE,
    INNER,
    KINDS,
    PAGE_COLLECTIONS,
    SORTS,
)
from unspool_rules.engine.facts import Facts, Site
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.layout import Brackets, Code, Item, call
from unspool_rules.syntax.scopes import Binding, How

_IMAGES = '(".png", ".jpg", ".jpeg", ".gif", ".webp")'
_IMAGE_NOTE = (
    "images that tools made are `container_file_citation` annotations now, told from other files "
    "by their names"
)
_FILE_NOTE = "files that tools made are `container_file_citation` annotations now"
_SANDBOX = "sandbox:/mnt/data/"
_READ = "what is done with these annotations is not known here"
_NARROW = "which kind of annotation this is has not been tested here"


def attribute(work: Work, node: ast.Attribute, base: ast.expr, kinds: set[str]) -> bool:
    """Plan an attribute that leads to annotations, or one of an annotation.

    Returns:
        Whether this module knows it.
    """
    if node in claimed(work):
        return True
    names = PAGE_COLLECTIONS if kinds == {"page"} else COLLECTIONS
    if (kinds == {"message"} or kinds == {"page"}) and node.attr in names:
        _collection(work, node, base, names[node.attr], paged=kinds == {"page"})
        return True
    mine = kinds & KINDS
    if not mine or mine != kinds:
        return False
    _of_note(work, node, base, mine)
    return True


def claimed(work: Work) -> set[ast.AST]:
    """Nodes whose new form is planned here."""
    found = work.memo.setdefault("claimed", set())
    assert isinstance(found, set)
    return found


# -- one annotation ------------------------------------------------------------------------------


def _of_note(work: Work, node: ast.Attribute, base: ast.expr, kinds: set[str]) -> None:
    name = node.attr
    if name in INNER:
        sort = INNER[name]
        if not kinds & {"note", sort} or kinds & {"cited"}:
            work.block(node, f"`{name}` of an annotation has no counterpart")
            return
        if kinds != {sort} and not _narrowed(work, base):
            work.block(node, _NARROW)
            return
        _put(work, node, lambda r: r.text(base))
        return
    if name == "type":
        _type(work, node)
        return
    sorts = {DETAILS.get(k, k) for k in kinds}
    if name == "text" and sorts == {"path-note"}:
        _marker(work, node, base)
        return
    if name == "text" and sorts == {"url-note"} and _paired(work, node, base):
        return
    known = {(s, name) in FIELDS for s in sorts}
    if known == {True}:
        if sorts == {"path-note"} and name == "file_id":
            for use in _ids(work, node):
                _sink(work, use)
        return
    sort = sorted(sorts)[0]
    work.block(node, GONE.get((sort, name), f"`{name}` of an annotation has no counterpart"))


def _marker(work: Work, node: ast.Attribute, base: ast.expr) -> None:
    """The link to a generated file in the text, which the annotation does not repeat."""
    work.note(f"the text of a generated file's annotation is taken to be `{_SANDBOX}<its name>`")
    parent = work.tree.parents.get(node)
    bare = isinstance(parent, (ast.FormattedValue, ast.Assign, ast.keyword)) or (
        isinstance(parent, ast.Call) and node in parent.args
    )

    def write(r: Rendering) -> str:
        text = f'"{_SANDBOX}" + {r.operand(base)}.filename'
        return text if bare else f"({text})"

    _put(work, node, write)


def _type(work: Work, node: ast.Attribute) -> None:
    compare = work.tree.parents.get(node)
    if isinstance(compare, ast.Compare) and compare.left is node and len(compare.ops) == 1:
        old = compare.comparators[0]
        value = work.string_value(old)
        sort = SORTS.get(value or "")
        if sort is not None and isinstance(compare.ops[0], (ast.Eq, ast.NotEq)):
            _put(work, old, lambda _: f'"{sort}"')
            return
    elif _is_told(work, node):
        work.note("the types of annotations have other names")
        return
    work.block(node, "the types of annotations have other names")


def _is_told(work: Work, node: ast.expr) -> bool:
    return any(
        isinstance(a, (ast.JoinedStr, ast.FormattedValue)) for a in work.tree.ancestors(node)
    )


def _narrowed(work: Work, base: ast.expr) -> bool:
    """Whether a test of the type around the place says which annotation it is."""
    shape = ast.dump(base)
    child: ast.AST = base
    for parent in work.tree.ancestors(base):
        tests: list[ast.expr] = []
        if isinstance(parent, ast.If):
            tests = [parent.test] if child in parent.body else []
        elif isinstance(parent, ast.IfExp):
            tests = [parent.test] if child is parent.body else []
        elif isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And):
            tests = parent.values[: parent.values.index(child)]  # type: ignore[arg-type]
        for test in tests:
            for node in ast.walk(test):
                if isinstance(node, ast.Attribute) and node.attr == "type":
                    if ast.dump(node.value) == shape:
                        return True
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "isinstance":
                    if node.args and ast.dump(node.args[0]) == shape:
                        return True
        child = parent
    return False


def is_instance(work: Work, test: ast.Call, node: ast.expr) -> bool:
    """Plan ``isinstance(annotation, MessageTextUrlCitationAnnotation)`` and the like."""
    names = {t.name.rpartition(".")[2] for t in work.infer.of(test.args[1]) if isinstance(t, Class)}
    sorts = {
        new
        for name in names
        for old, new in SORTS.items()
        if name.removeprefix("MessageText").removesuffix("Annotation").lower()
        == old.replace("_", "")
    }
    if len(names) != 1 or len(sorts) != 1:
        return False
    sort = sorts.pop()
    _put(work, test, lambda r: f'{r.operand(node)}.type == "{sort}"')
    return True


def whole(work: Work, node: ast.expr) -> None:
    """Plan ``getattr`` and ``hasattr`` of an annotation; block where it is kept somewhere."""
    test = work.tree.parents.get(node)
    if not isinstance(test, ast.Call) or node not in test.args:
        return
    name = getattr(test.func, "attr", getattr(test.func, "id", ""))
    if name == "append":
        work.block(node, "the annotation is put into a list whose readers are not known")
    if name not in ("getattr", "hasattr") or node is not test.args[0] or len(test.args) < 2:
        return
    sort = SORTS.get(work.string_value(test.args[1]) or "")
    given = test.args[2] if len(test.args) > 2 else None
    empty = isinstance(given, ast.Constant) and given.value is None
    if sort is None or (name == "getattr" and not empty):
        work.block(test, "annotations have other attributes now")
    elif name == "hasattr":
        _put(work, test, lambda r: f'{r.operand(node)}.type == "{sort}"')
    else:
        _put(
            work,
            test,
            lambda r: f'({r.text(node)} if {r.operand(node)}.type == "{sort}" else None)',
        )


def of_text(work: Work, node: ast.Attribute, part: ast.expr) -> None:
    """``part.text.annotations``: only texts of answers have any."""
    if not isinstance(part, (ast.Name, ast.Attribute, ast.Subscript)):
        work.block(node, _READ)
        return

    def write(r: Rendering) -> Code:
        holder = r.text(part)
        return f'({holder}.annotations if {holder}.type == "output_text" else [])'

    _put(work, node, write)


def of_first(work: Work, node: ast.Attribute, message: ast.expr) -> None:
    """``message.content[0].text.annotations``."""

    def write(r: Rendering) -> Code:
        found = Brackets(
            "",
            (
                Item("part.annotations"),
                Item(f"for part in {r.operand(message)}.content"),
                Item('if part.type == "output_text"'),
            ),
            commas=False,
        )
        return call("next", [Item(found), Item("[]")])

    _put(work, node, write)


# -- collections ---------------------------------------------------------------------------------


def _collection(work: Work, node: ast.Attribute, base: ast.expr, sort: str, *, paged: bool) -> None:
    """``message.url_citation_annotations`` and its like, wherever they are read."""
    if sort == "image":
        work.note(_IMAGE_NOTE)
    elif sort == "container_file_citation":
        work.note(_FILE_NOTE)
    parent = work.tree.parents.get(node)
    elements = _elements(work, node) if sort == "image" else []
    if elements is None:
        work.block(node, _READ)
        return
    for element in elements:
        _image(work, element)
    test = _is_test(work, node)
    loop = parent if isinstance(parent, (ast.For, ast.comprehension)) else None
    lazy = loop is not None and loop.iter is node
    paired = node in _pairs(work)

    def write(r: Rendering) -> Code:
        what = "(part, note)" if node in _pairs(work) else "note"
        clauses = [Item(what)]
        if paged:
            clauses.append(Item(f"for item in {r.text(base)}"))
        source = "item" if paged else r.operand(base)
        clauses.append(Item(f"for part in {source}.content"))
        clauses.append(Item('if part.type == "output_text"'))
        clauses.append(Item("for note in part.annotations"))
        if sort == "image":
            clauses.append(Item('if note.type == "container_file_citation"'))
            clauses.append(Item(f"if note.filename.lower().endswith({_IMAGES})"))
        else:
            clauses.append(Item(f'if note.type == "{sort}"'))
        if test:
            return Brackets("any", (Item("True"), *clauses[1:]), commas=False)
        opening, closing = ("(", ")") if lazy else ("[", "]")
        return Brackets("", tuple(clauses), opening, closing, commas=False)

    assert not paired or lazy
    _put(work, node, write)


def _is_test(work: Work, node: ast.expr) -> bool:
    """Whether only the truth of the collection counts."""
    child: ast.AST = node
    parent = work.tree.parents.get(node)
    while isinstance(parent, ast.BoolOp) or (
        isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)
    ):
        child, parent = parent, work.tree.parents.get(parent)
    if isinstance(parent, ast.comprehension):
        return child in parent.ifs
    return isinstance(parent, (ast.If, ast.While, ast.IfExp)) and parent.test is child


def _pairs(work: Work) -> set[ast.AST]:
    """Collections that are read together with the part that holds each annotation."""
    found = work.memo.setdefault("pairs", set())
    assert isinstance(found, set)
    return found


def _paired(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """``annotation.text``: the piece of the part's text that the annotation stands for."""
    if not isinstance(base, ast.Name):
        return False
    binding = binding_of(work.facts, base)
    source = binding.value if binding is not None and binding.how is How.ITERATE else None
    if binding is None or binding.path or not isinstance(source, ast.Attribute):
        return False
    if source.attr not in COLLECTIONS or not isinstance(binding.node, ast.Name):
        return False
    target = binding.node
    loop = work.tree.parents.get(source)
    if not isinstance(loop, (ast.For, ast.comprehension)) or loop.target is not target:
        return False
    _pairs(work).add(source)

    def name(r: Rendering) -> str:
        return r.made_at("part", target)

    _put(work, target, lambda r: f"{name(r)}, {r.facts.tree.segment(target)}")

    def write(r: Rendering) -> Code:
        note = r.text(base)
        return f"{name(r)}.text[{note}.start_index : {note}.end_index]"

    _put(work, node, write)
    return True


# -- images and files ----------------------------------------------------------------------------


def _elements(work: Work, node: ast.Attribute) -> list[ast.Name] | None:
    """Every read of an image of ``image_contents``; None where it is not only looped over."""
    if _is_test(work, node):
        return []
    loop = work.tree.parents.get(node)
    if not isinstance(loop, (ast.For, ast.comprehension)) or not isinstance(loop.target, ast.Name):
        return None
    variable = work.facts.scopes.variable(loop.target)
    if variable is None:
        return None
    found = []
    for use in work.facts.scopes.uses(variable):
        if not isinstance(use.ctx, ast.Load):
            continue
        binding = binding_of(work.facts, use)
        if binding is None:
            return None
        if binding.node is loop.target:
            found.append(use)
    return found


def _image(work: Work, use: ast.Name) -> None:
    """``image.image_file.file_id`` is the annotation's own."""
    inner = work.tree.parents.get(use)
    field = work.tree.parents.get(inner) if inner is not None else None
    if not (
        isinstance(inner, ast.Attribute)
        and inner.attr == "image_file"
        and isinstance(field, ast.Attribute)
        and field.attr == "file_id"
    ):
        work.block(use, "what is done with this image is not known here")
        return
    claimed(work).update((use, inner, field))
    _put(work, inner, lambda r: r.text(use))
    for place in _ids(work, field):
        _sink(work, place)


def _ids(work: Work, node: ast.expr) -> list[ast.expr]:
    """The places where the id of a generated file is used."""
    parent = work.tree.parents.get(node)
    target = parent.targets[0] if isinstance(parent, ast.Assign) else None
    if not isinstance(target, ast.Name):
        return [node]
    variable = work.facts.scopes.variable(target)
    found: list[ast.expr] = []
    for use in work.facts.scopes.uses(variable) if variable is not None else ():
        if isinstance(use.ctx, ast.Load):
            binding = binding_of(work.facts, use)
            if binding is None:
                work.block(use, _SINK)
            elif binding.node is target:
                found.append(use)
    return found


_SINK = (
    "a file that a tool made lies in a container: its content is read with its id and the "
    "container's"
)


def _sink(work: Work, node: ast.expr) -> None:
    """A call that takes the id of a generated file."""
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.keyword):
        parent = work.tree.parents.get(parent)
    if isinstance(parent, (ast.FormattedValue, ast.Compare, ast.Assign, ast.Expr)):
        return
    if not isinstance(parent, ast.Call):
        work.block(node, _SINK)
        return
    site = work.facts.by_call.get(parent)
    if site is not None:
        if site.operation != "file.save":
            work.block(node, _SINK)
        return
    func = parent.func
    name = getattr(func, "attr", getattr(func, "id", ""))
    if name in ("print", "info", "debug", "warning", "error", "str", "append", "len"):
        return
    note = generated(work.facts, node)
    files = func.value if isinstance(func, ast.Attribute) else None
    lone = len(parent.args) + len(parent.keywords) == 1
    if (
        name == "content"
        and isinstance(files, ast.Attribute)
        and files.attr == "files"
        and note is not None
        and lone
        and not any(work.foundry(s) for s in work.plan.sites)
    ):
        client = files.value

        def write(r: Rendering) -> Code:
            given = [Item(r.code(node)), Item(f"{r.operand(note)}.container_id", "container_id=")]
            return call(f"{r.operand(client)}.containers.files.content.retrieve", given)

        _put(work, parent, write)
        return
    work.block(node, _SINK)


def generated(facts: Facts, file_id: ast.expr) -> ast.expr | None:
    """The annotation that an id of a generated file comes from."""
    node = file_id
    if isinstance(node, ast.Name):
        binding = binding_of(facts, node)
        if binding is None or binding.how is not How.ASSIGN or binding.path:
            return None
        node = binding.value or node
    inner = node.value if isinstance(node, ast.Attribute) and node.attr == "file_id" else None
    if not (isinstance(inner, ast.Attribute) and inner.attr in ("image_file", "file_path")):
        return None
    holder = inner.value
    if not isinstance(holder, ast.Name):
        return None
    binding = binding_of(facts, holder)
    source = binding.value if binding is not None and binding.how is How.ITERATE else None
    if not isinstance(source, ast.Attribute) or source.attr not in (
        "image_contents",
        "file_path_annotations",
        "annotations",
    ):
        return None
    here = binding_at(facts, file_id, holder.id)
    return holder if binding is not None and here is binding else None


def bonds(facts: Facts) -> list[tuple[Site, Site]]:
    """Calls that take a generated file, and the listing of the message that names it."""
    found = []
    for site in facts.sites:
        file_id = site.arguments.get("file_id")
        note = generated(facts, file_id) if file_id is not None else None
        if isinstance(note, ast.Name):
            found += [(site, other) for other in facts.origins(note)]
    return found


def save(work: Work, site: Site) -> None:
    """``files.save`` of a file that a tool made: it is read from its container."""
    file_id = work.take(site, "file_id")
    name = work.take(site, "file_name")
    note = generated(work.facts, file_id) if file_id is not None else None
    folder = work.take(site, "target_dir")
    if file_id is None or name is None or note is None or folder is not None:
        work.block(
            site.anchor,
            "files that tools make are read from the container: "
            "`containers.files.content.retrieve(file_id, container_id=…)`",
        )
        return
    if work.result_used(site) or not work.must_await(site):
        work.block(site.anchor, "what is saved is read from a container, which says nothing back")
        return
    extra = work.transport(site)

    def write(r: Rendering) -> Code:
        wait = "await " if site.asynchronous else ""
        read = call(
            f"{r.openai(site)}.containers.files.content.retrieve",
            [
                r.item("", r.code(file_id), file_id),
                Item(f"{r.operand(note)}.container_id", "container_id="),
                *(r.item(f"{k}=", r.code(v), v) for k, v in extra),
            ],
        )
        if not wait:
            tail = f".write_to_file({r.text(name)})"
            return Brackets(read.head, read.items, tail=tail)
        head = f"({wait}{read.head}"
        return Brackets(head, read.items, tail=f").write_to_file({r.text(name)})")

    work.replace(work.outer(site), write)


# -- names ---------------------------------------------------------------------------------------


def binding_of(facts: Facts, use: ast.Name) -> Binding | None:
    """The one binding whose value a use of a name certainly has."""
    return binding_at(facts, use, use.id)


def binding_at(facts: Facts, place: ast.expr, name: str) -> Binding | None:
    """The one binding whose value a name certainly has at a place."""
    scopes, tree = facts.scopes, facts.tree
    variable = scopes.lookup(name, scopes.scope_of(place))
    if variable is None:
        return None
    bindings = scopes.bindings(variable)
    if len(bindings) == 1:
        return bindings[0]
    start = tree.span(place).start
    before = [
        b
        for b in bindings
        if isinstance(b.node, ast.expr)
        and tree.span(b.node).start < start
        and tree.function(b.node) is tree.function(place)
    ]
    if not before:
        return None
    last = max(before, key=lambda b: tree.span(b.node).start)
    above = set(tree.ancestors(place))
    statement = tree.statement(last.node)
    if last.how is How.ITERATE and isinstance(statement, (ast.For, ast.AsyncFor)):
        inside = statement in above and not any(s in above for s in statement.orelse)
        return last if inside and place is not statement.iter else None
    if last.how is How.ASSIGN and tree.parents[statement] in above:
        block = tree.block_of(statement)
        return last if any(s in above for s in block) else None
    return None


def _put(work: Work, node: ast.AST, writer: object) -> None:
    work.plan.replacements.setdefault(node, writer)  # type: ignore[arg-type]
