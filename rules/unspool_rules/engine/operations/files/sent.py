"""Files: how they are sent, and how their content is read and saved.

Sources: azure-ai-agents 1.1.0 ``azure/ai/agents/operations/_patch.py`` (``save``, ``get_content``),
openai 3.54.0 ``openai/_legacy_response.py`` (``HttpxBinaryResponseContent``).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from pathlib import PurePath

from unspool_rules.engine.citations import files as generated
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, awaited, call

_UPLOADS = ("file.upload", "file.upload_poll")


def upload(work: Work, site: Site) -> None:
    work.refuse(site, {"filename": "a file's name goes with its content", "body": "a raw body"})
    path = work.take(site, "file_path")
    file = work.take(site, "file")
    purpose = work.take(site, "purpose")
    if (path is None) == (file is None) or purpose is None:
        work.block(site.anchor, "the file and its purpose are not given by name")
        return
    text = work.string_value(purpose)
    polls = site.operation == "file.upload_poll"
    if polls:
        work.must_await(site)
    outer = work.outer(site) if polls else site.call
    assert outer is not None
    extra = work.transport(site)

    def write(r: Rendering) -> Code:
        if path is not None:
            given: Code = f"{r.imports.need('pathlib', 'Path')}({r.text(path)})"
        else:
            assert file is not None
            given = r.code(file)
        shown = f'"{text}"' if text is not None else r.code(purpose)
        client = r.openai(site)
        made = call(
            f"{client}.files.create",
            [
                r.item("file=", given, path, file),
                r.item("purpose=", shown, purpose),
                *(r.item(f"{k}=", r.code(v), v) for k, v in extra),
            ],
        )
        if not polls:
            return made
        wait = "await " if site.asynchronous else ""
        head = f"({wait}{made.head}" if wait else made.head
        inner = Brackets(head, made.items, tail=").id" if wait else ".id")
        return call(f"{wait}{client}.files.wait_for_processing", [Item(inner)])

    work.replace(outer, write)
    work.note("files and vector stores of the old service are not seen by the new one")


def content(work: Work, site: Site) -> None:
    """The chunks of a file, out of the response that holds it whole."""
    file = work.take(site, "file_id")
    if file is None:
        work.block(site.anchor, "the file's id is not given by name or position")
        return
    if not work.must_await(site):
        return
    extra = work.transport(site)
    tail = ".aiter_bytes()" if site.asynchronous else ".iter_bytes()"
    wait = "await " if site.asynchronous else ""  # `aiter_bytes` is a coroutine there
    note = generated.generated(work.facts, file)

    def write(r: Rendering) -> Code:
        if note is None:
            return _content(r, site, file, extra, tail, wait)
        read = generated.contained(r, site, file, note, extra)
        if site.asynchronous:
            return awaited(read, tail, wait)
        return Brackets(read.head, read.items, tail=tail)

    work.replace(work.outer(site), write)


def save(work: Work, site: Site) -> None:
    """``files.save`` of a file that was sent before; one that a tool made lies elsewhere."""
    file = site.arguments.get("file_id")
    if file is None or not _sent(work, file):
        generated.save(work, site)
        return
    work.take(site, "file_id")
    name = work.take(site, "file_name")
    work.refuse(site, {"target_dir": "the folder is not made on the way any more: join the paths"})
    if name is None:
        work.block(site.anchor, "the file's name is not given by name or position")
        return
    if work.result_used(site) or not work.must_await(site):
        work.block(site.anchor, "`write_to_file` says nothing back")
        return
    extra = work.transport(site)
    literal = work.string_value(name)

    def write(r: Rendering) -> Code:
        plain = literal is None or PurePath(literal).name == literal
        shown = r.text(name) if plain else f'"{PurePath(literal or "").name}"'
        return _content(r, site, file, extra, f".write_to_file({shown})")

    work.replace(work.outer(site), write)
    work.note("files and vector stores of the old service are not seen by the new one")


def _content(
    r: Rendering,
    site: Site,
    file: ast.expr,
    extra: list[tuple[str, ast.expr]],
    tail: str,
    wait: str = "",
) -> Code:
    read = call(
        f"{r.openai(site)}.files.content",
        [r.item("", r.code(file), file), *(r.item(f"{k}=", r.code(v), v) for k, v in extra)],
    )
    if not site.asynchronous:
        return Brackets(read.head, read.items, tail=tail)
    return awaited(read, tail, wait)


def _sent(work: Work, file_id: ast.expr) -> bool:
    """Whether the id is that of a file which this program has sent."""
    node = file_id
    if isinstance(node, ast.Name):
        binding = binding_of(work.facts, node)
        node = binding.value if binding is not None and binding.value is not None else node
    if not (isinstance(node, ast.Attribute) and node.attr == "id"):
        return False
    makers = work.facts.origins(node.value)
    return bool(makers) and all(maker.operation in _UPLOADS for maker in makers)


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "file.upload": upload,
    "file.upload_poll": upload,
    "file.content": content,
    "file.save": save,
}
