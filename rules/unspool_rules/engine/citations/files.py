"""Files that a tool made: ``container_file_citation`` annotations, with content in a container.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.bindings import binding_at, binding_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Brackets, Code, Item, call
from unspool_rules.syntax.names import last_name


def uses_of_id(work: Work, node: ast.expr) -> list[ast.expr]:
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


_TELLING = frozenset({"print", "info", "debug", "warning", "error", "str", "len", "display"})
"""Functions that show what they get, or count it."""

_NAMES = frozenset({"name", "title", "label", "caption", "alt", "file_name", "filename"})
"""Arguments by which something is called."""


def use_file(work: Work, node: ast.expr, holder: Callable[[Rendering], str] | None = None) -> None:
    """A call that takes the id of a generated file.

    Args:
        work: the component.
        node: the id.
        holder: writes the annotation that it is of, where that is no variable of a loop.
    """
    parent = work.tree.parents.get(node)
    if isinstance(parent, ast.keyword):
        if parent.arg in _NAMES:
            return
        parent = work.tree.parents.get(parent)
    if isinstance(parent, (ast.FormattedValue, ast.Compare, ast.Assign, ast.Expr)):
        return
    if not isinstance(parent, ast.Call):
        work.block(node, _SINK)
        return
    site = work.facts.by_call.get(parent)
    if site is not None:
        if site.operation not in ("file.save", "file.content") or holder is not None:
            work.block(node, _SINK)
        return
    func = parent.func
    name = last_name(func)
    if name in _TELLING or (name == "append" and _only_told(work, func)):
        return
    note = holder if holder is not None else _holder(work, node)
    files = func.value if isinstance(func, ast.Attribute) else None
    lone = len(parent.args) + len(parent.keywords) == 1
    own_files = isinstance(files, ast.Attribute) and files.attr == "files"
    if name == "retrieve" and own_files and note is not None and lone:
        if _read_by_name(work, parent):
            outer = work.tree.parents.get(parent)
            whole = outer if isinstance(outer, ast.Await) else parent
            work.propose(whole, note)
            return
    raw = isinstance(files, ast.Attribute) and files.attr == "with_raw_response"
    if raw and isinstance(files, ast.Attribute):
        files = files.value
    if (
        name == "content"
        and isinstance(files, ast.Attribute)
        and files.attr == "files"
        and note is not None
        and lone
        and (client := container_client(work, files.value)) is not None
    ):
        place = "with_raw_response.retrieve" if raw else "retrieve"

        def write(r: Rendering) -> Code:
            given = [Item(r.code(node)), Item(f"{note(r)}.container_id", "container_id=")]
            return call(f"{client(r)}.containers.files.content.{place}", given)

        work.propose(parent, write)
        return
    work.block(node, _SINK)


def _holder(work: Work, node: ast.expr) -> Callable[[Rendering], str] | None:
    found = generated(work.facts, node)
    if found is None and isinstance(node, ast.Attribute):
        found = _annotation_of(node.value)
    return None if found is None else partial(Rendering.operand, node=found)


def container_client(work: Work, old: ast.expr) -> Callable[[Rendering], str] | None:
    """What reads containers: the client that read the files, or the project's that is beside it."""
    if not any(work.foundry(s) for s in work.plan.sites):
        return lambda r: r.operand(old)
    variable = work.variable_of(old)
    function = work.tree.function(old)
    for site in work.plan.sites:
        if variable is not None and site.client is not None:
            near = variable.of_module or work.tree.function(site.func) is function
            if near and work.variable_of(site.client) == variable:
                return partial(Rendering.openai, site=site)
    return None


def _only_told(work: Work, append: ast.expr) -> bool:
    """Whether a list that ids are put into is shown and counted, and nothing more."""
    held = append.value if isinstance(append, ast.Attribute) else append
    variable = work.variable_of(held)
    if variable is None or is_taken(work.facts, variable):
        return False
    for use in work.facts.scopes.reads(variable):
        parent = work.tree.parents.get(use)
        grown = isinstance(parent, ast.Attribute) and parent.attr in ("append", "clear")
        told = isinstance(parent, ast.Call) and last_name(parent.func) in _TELLING
        asked = isinstance(parent, (ast.If, ast.While, ast.IfExp)) and parent.test is use
        if not (grown or told or asked or isinstance(parent, (ast.FormattedValue, ast.Expr))):
            return False
    return True


def _annotation_of(path: ast.expr) -> ast.Name | None:
    """The name of an annotation: that of its old ``file_path`` holds it now."""
    inner = path.value if isinstance(path, ast.Attribute) and path.attr == "file_path" else path
    return inner if isinstance(inner, ast.Name) else None


def _read_by_name(work: Work, call: ast.Call) -> bool:
    """Whether of a file that is asked for only the name is read, which its annotation has, too."""
    outer = work.tree.parents.get(call)
    node = outer if isinstance(outer, ast.Await) else call
    parent = work.tree.parents.get(node)
    reads: list[ast.expr] = [node]
    if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        variable = work.variable_of(parent.targets[0])
        if variable is None or is_taken(work.facts, variable):
            return False
        reads = [*work.facts.scopes.reads(variable)]
    above = [work.tree.parents.get(read) for read in reads]
    return all(isinstance(a, ast.Attribute) and a.attr == "filename" for a in above)


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
    if binding is not None and binding.how is How.ASSIGN and not binding.path:
        picked = binding.value
        one = isinstance(picked, ast.Subscript) and isinstance(picked.slice, ast.Constant)
        source = picked.value if one and isinstance(picked, ast.Subscript) else None
    if not isinstance(source, ast.Attribute) or source.attr not in (
        "image_contents",
        "file_path_annotations",
        "annotations",
        "content",
    ):
        return None
    here = binding_at(facts, file_id, holder.id)
    return holder if binding is not None and here is binding else None


def named_files(facts: Facts) -> list[tuple[Site, Site]]:
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
        read = contained(r, site, file_id, note, extra)
        tail = f".write_to_file({r.text(name)})"
        if not site.asynchronous:
            return Brackets(read.head, read.items, tail=tail)
        return Brackets(f"(await {read.head}", read.items, tail=f"){tail}")

    work.replace(work.outer(site), write)


def contained(
    r: Rendering,
    site: Site,
    file_id: ast.expr,
    note: ast.expr,
    extra: list[tuple[str, ast.expr]],
) -> Brackets:
    """The call that reads a file from the container which its annotation names."""
    return call(
        f"{r.openai(site)}.containers.files.content.retrieve",
        [
            r.item("", r.code(file_id), file_id),
            Item(f"{r.operand(note)}.container_id", "container_id="),
            *(r.item(f"{k}=", r.code(v), v) for k, v in extra),
        ],
    )
