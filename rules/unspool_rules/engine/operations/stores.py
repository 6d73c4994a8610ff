"""Files and vector stores: the same things behind the OpenAI client."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.citations.files import save
from unspool_rules.engine.facts import Site
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import Brackets, Code, Item, call, lay_out

DATA_SOURCES = "enterprise data sources have no counterpart: upload the files"

_FIELDS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "store.create": ("vector_stores.create", (), ("file_ids", "name", "metadata", "expires_after")),
    "store.get": ("vector_stores.retrieve", ("vector_store_id",), ()),
    "store.list": ("vector_stores.list", (), ("limit", "order")),
    "store.update": (
        "vector_stores.update",
        ("vector_store_id",),
        ("name", "metadata", "expires_after"),
    ),
    "store.delete": ("vector_stores.delete", ("vector_store_id",), ()),
    "store_file.create": ("vector_stores.files.create", (), ("vector_store_id", "file_id")),
    "store_file.create_poll": (
        "vector_stores.files.create_and_poll",
        (),
        ("vector_store_id", "file_id"),
    ),
    "store_file.get": ("vector_stores.files.retrieve", ("file_id",), ("vector_store_id",)),
    "store_file.list": (
        "vector_stores.files.list",
        ("vector_store_id",),
        ("filter", "limit", "order"),
    ),
    "store_file.delete": ("vector_stores.files.delete", ("file_id",), ("vector_store_id",)),
    "batch.create": ("vector_stores.file_batches.create", (), ("vector_store_id", "file_ids")),
    "batch.create_poll": (
        "vector_stores.file_batches.create_and_poll",
        (),
        ("vector_store_id", "file_ids"),
    ),
    "batch.get": ("vector_stores.file_batches.retrieve", ("batch_id",), ("vector_store_id",)),
    "batch.files": (
        "vector_stores.file_batches.list_files",
        ("batch_id",),
        ("vector_store_id", "filter", "limit", "order"),
    ),
    "batch.cancel": ("vector_stores.file_batches.cancel", ("batch_id",), ("vector_store_id",)),
    "file.get": ("files.retrieve", ("file_id",), ()),
    "file.list": ("files.list", (), ("purpose",)),
    "file.delete": ("files.delete", ("file_id",), ()),
}
"""Operation: new method, arguments given by position, arguments given by name."""


def _plain(operation: str) -> Callable[[Work, Site], None]:
    target, positional, named = _FIELDS[operation]

    def plan(work: Work, site: Site) -> None:
        work.refuse(
            site,
            {
                "data_source": DATA_SOURCES,
                "data_sources": DATA_SOURCES,
                "chunking_strategy": "chunking strategies are dictionaries of another shape",
                "body": "a raw body has the old shape",
            },
        )
        by_position = [work.take(site, name) for name in positional]
        by_name = {name: work.take(site, name) for name in named}
        if any(value is None for value in by_position):
            work.block(site.anchor, "the id is not given by name or position")
            return

        def items(r: Rendering) -> list[Item]:
            found = [r.item("", r.code(v), v) for v in by_position if v is not None]
            for name, value in by_name.items():
                if value is not None:
                    text = work.enum_value(value)
                    found.append(r.item(f"{name}=", f'"{text}"' if text else r.code(value), value))
            return found

        work.write_call(
            site,
            lambda r: f"{r.openai(site)}.{target}",
            items,
            used=(*by_position, *by_name.values()),
        )
        work.note("files and vector stores of the old service are not seen by the new one")

    return plan


def create_and_poll(work: Work, site: Site) -> None:
    """Make the store, then add the files and wait."""
    work.refuse(
        site,
        {
            "data_sources": DATA_SOURCES,
            "chunking_strategy": "chunking strategies are dictionaries of another shape",
            "body": "a raw body has the old shape",
        },
    )
    work.must_await(site)
    files = work.take(site, "file_ids")
    kept = {name: work.take(site, name) for name in ("name", "metadata", "expires_after")}
    name = work.binding_name(site)
    statement = work.tree.statement(site.anchor)
    empty = isinstance(files, ast.List) and not files.elts
    if files is not None and not empty and (name is None or not work.alone(statement)):
        work.block(site.anchor, "the store is not kept in a variable, so its files cannot be added")
        return

    def items(r: Rendering) -> list[Item]:
        return [r.item(f"{k}=", r.code(v), v) for k, v in kept.items() if v is not None]

    work.write_call(
        site,
        lambda r: f"{r.openai(site)}.vector_stores.create",
        items,
        used=(files, *kept.values()),
    )
    work.note("files and vector stores of the old service are not seen by the new one")
    if files is None or empty or name is None:
        return
    wait = "await " if site.asynchronous else ""
    variable = work.facts.scopes.variable(name)

    def follow(r: Rendering) -> None:
        local = r.names.get(variable, name.id) if variable is not None else name.id
        made = call(
            f"{wait}{r.openai(site)}.vector_stores.file_batches.create_and_poll",
            [Item(f"{local}.id", "vector_store_id="), Item(r.code(files), "file_ids=")],
        )
        column = len(r.tree.indent(statement))
        r.after(statement, lay_out(made, indent="", column=column, limit=r.limit))

    work.plan.also.append(follow)


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
    file = work.take(site, "file_id")
    if file is None or site.asynchronous:
        work.block(site.anchor, "the content of a file comes as a response object, not as chunks")
        return
    work.write_call(
        site,
        lambda r: f"{r.openai(site)}.files.content",
        lambda r: [r.item("", r.code(file), file)],
        used=(file,),
        tail=".iter_bytes()",
    )


def beta(work: Work, site: Site) -> None:
    """``client.beta.vector_stores`` is ``client.vector_stores``, with the same parameters."""
    names: list[str] = []
    node: ast.expr = site.func
    while isinstance(node, ast.Attribute) and node.attr != "beta":
        names.insert(0, node.attr)
        node = node.value
    if not (isinstance(node, ast.Attribute) and node.attr == "beta"):
        work.block(site.func, "a part of the client is kept in a variable")
        return
    if work.foundry(site):
        work.note("files and vector stores of the old service are not seen by the new one")
    work.replace(site.func, lambda r: ".".join([r.openai(site), *names]))


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    **{operation: _plain(operation) for operation in _FIELDS},
    "store.create_poll": create_and_poll,
    "file.upload": upload,
    "file.upload_poll": upload,
    "file.content": content,
    "file.save": save,
    **{
        f"beta_store.{name}": beta
        for name in (
            "create",
            "retrieve",
            "update",
            "list",
            "delete",
            "cancel",
            "list_files",
            "poll",
            "upload",
            "upload_and_poll",
            "create_and_poll",
            "content",
        )
    },
}
