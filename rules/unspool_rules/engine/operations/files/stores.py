"""Vector stores, and files by their ids: the same things behind the OpenAI client."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.clients.kept_stores import called_through
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Item, call, lay_out

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
    name = _kept_in(work, site)
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

    def follow(r: Rendering) -> None:
        variable = work.variable_of(name)
        local = r.naming.renamed.get(variable) if variable is not None else None
        local = local or r.tree.segment(name)
        made = call(
            f"{wait}{r.openai(site)}.vector_stores.file_batches.create_and_poll",
            [Item(f"{local}.id", "vector_store_id="), Item(r.code(files), "file_ids=")],
        )
        column = len(r.tree.indent(statement))
        lines = lay_out(made, indent="", column=column, limit=r.limit)
        if anew:
            stores = f"{wait}{r.openai(site)}.vector_stores.retrieve"
            lines = f"{lines}\n{local} = {stores}({local}.id)"
        r.lines.after(statement, lines)

    anew = not _only_named(work, name)
    work.plan.also.append((statement, follow))


def _kept_in(work: Work, site: Site) -> ast.Name | ast.Attribute | None:
    """The name, or the attribute of a name, that the site's result is assigned to."""
    name = work.binding_name(site)
    made = work.tree.parents.get(work.outer(site))
    if name is not None or not isinstance(made, ast.Assign) or len(made.targets) != 1:
        return name
    target = made.targets[0]
    plain = isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)
    return target if plain and isinstance(target, ast.Attribute) else None


_KNOWN_AT_ONCE = frozenset({"id", "name", "created_at", "metadata"})
"""What a store has before it has its files."""


def _only_named(work: Work, holder: ast.Name | ast.Attribute) -> bool:
    """Whether nothing is read of the store that its files change."""
    variable = work.variable_of(holder)
    uses: list[ast.expr] = []
    if isinstance(holder, ast.Attribute):
        uses += [n for n in work.tree.of(ast.Attribute) if _is_read_of(n, holder.attr)]
    elif variable is None or is_taken(work.facts, variable):
        return False
    else:
        uses += work.facts.scopes.reads(variable)
    reads = [work.tree.parents.get(use) for use in uses]
    return all(
        (isinstance(r, ast.Attribute) and r.attr in _KNOWN_AT_ONCE)
        or isinstance(r, (ast.If, ast.IfExp, ast.UnaryOp))
        or (isinstance(r, ast.Compare) and isinstance(r.ops[0], (ast.Is, ast.IsNot)))
        for r in reads
    )


def _is_read_of(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == name and isinstance(node.ctx, ast.Load)


def beta(work: Work, site: Site) -> None:
    """``client.beta.vector_stores`` is ``client.vector_stores``, with the same parameters."""
    names: list[str] = []
    node: ast.expr = site.func
    while isinstance(node, ast.Attribute) and node.attr != "beta":
        names.insert(0, node.attr)
        node = node.value
    if not (isinstance(node, ast.Attribute) and node.attr == "beta"):
        if site.call is None or not called_through(work):
            work.block(site.func, "a part of the client is kept in a variable")
        return
    if work.foundry(site):
        work.note("files and vector stores of the old service are not seen by the new one")
    work.replace(site.func, lambda r: ".".join([r.openai(site), *names]))


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    **{operation: _plain(operation) for operation in _FIELDS},
    "store.create_poll": create_and_poll,
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
