"""Vector stores, their files and batches, shared by both generations."""

from __future__ import annotations

from .api import Reply, Request, Route, page
from .rules import refusal
from .shapes import check
from .state import Json, Store, World


def add_store(world: World, file_ids: list[str], name: str | None, metadata: Json | None) -> Store:
    """Create a store that is ready at once."""
    meta: Json = {
        "id": world.new_id("vs_"),
        "object": "vector_store",
        "created_at": world.now(),
        "name": name,
        "usage_bytes": 0,
        "status": "completed",
        "expires_after": None,
        "expires_at": None,
        "last_active_at": world.now(),
        "metadata": metadata or {},
    }
    store = world.stores[meta["id"]] = Store(meta)
    for file_id in file_ids:
        put(world, store, file_id)
    return store


def put(world: World, store: Store, file_id: str) -> Json:
    """Index a file; the answer is the vector store file."""
    if file_id not in world.files:
        raise refusal("unknown-file", id=file_id)
    size = len(world.files[file_id].content)
    store.files[file_id] = {
        "id": file_id,
        "object": "vector_store.file",
        "usage_bytes": size,
        "created_at": world.now(),
        "vector_store_id": store.meta["id"],
        "status": "completed",
        "last_error": None,
        "attributes": {},
        "chunking_strategy": {
            "type": "static",
            "static": {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400},
        },
    }
    store.meta["usage_bytes"] += size
    return store.files[file_id]


def _counts(total: int) -> Json:
    return {"in_progress": 0, "completed": total, "failed": 0, "cancelled": 0, "total": total}


def _shown(store: Store) -> Json:
    return {**store.meta, "file_counts": _counts(len(store.files))}


def _store(request: Request) -> Store:
    store_id = request.path["store_id"]
    if store_id not in request.world.stores:
        raise refusal("unknown-store", id=store_id)
    return request.world.stores[store_id]


def _create(request: Request) -> Reply:
    check("vector-store", request.body)
    body = request.body
    files = body.get("file_ids") or []
    store = add_store(request.world, files, body.get("name"), body.get("metadata"))
    store.meta["expires_after"] = body.get("expires_after")
    return _shown(store)


def _list(request: Request) -> Reply:
    return page(request, [_shown(store) for store in request.world.stores.values()])


def _get(request: Request) -> Reply:
    return _shown(_store(request))


def _update(request: Request) -> Reply:
    check("vector-store-update", request.body)
    store = _store(request)
    store.meta.update(request.body)
    return _shown(store)


def _delete(request: Request) -> Reply:
    store_id = _store(request).meta["id"]
    del request.world.stores[store_id]
    return {"id": store_id, "object": "vector_store.deleted", "deleted": True}


def _create_file(request: Request) -> Reply:
    check("store-file", request.body)
    if "file_id" not in request.body:
        raise refusal("missing-field", field="file_id", shape="store-file")
    return put(request.world, _store(request), request.body["file_id"])


def _list_files(request: Request) -> Reply:
    return page(request, list(_store(request).files.values()))


def _file(request: Request) -> Json:
    files = _store(request).files
    file_id = request.path["file_id"]
    if file_id not in files:
        raise refusal("unknown-file", id=file_id)
    return files[file_id]


def _delete_file(request: Request) -> Reply:
    file_id = _file(request)["id"]
    del _store(request).files[file_id]
    return {"id": file_id, "object": "vector_store.file.deleted", "deleted": True}


def _create_batch(request: Request) -> Reply:
    check("store-batch", request.body)
    store = _store(request)
    files = request.body.get("file_ids") or [f["file_id"] for f in request.body.get("files") or ()]
    for file_id in files:
        put(request.world, store, file_id)
    batch = {
        "id": request.world.new_id("vsfb_"),
        "object": "vector_store.files_batch",
        "created_at": request.world.now(),
        "vector_store_id": store.meta["id"],
        "status": "completed",
        "file_counts": _counts(len(files)),
    }
    request.world.batches[batch["id"]] = {**batch, "files": files}
    return batch


def _batch(request: Request) -> Reply:
    batch_id = request.path["batch_id"]
    if batch_id not in request.world.batches:
        raise refusal("unknown-object", kind="vector store file batch", id=batch_id)
    batch = request.world.batches[batch_id]
    return {key: value for key, value in batch.items() if key != "files"}


def _batch_files(request: Request) -> Reply:
    batch = request.world.batches.get(request.path["batch_id"], {"files": []})
    store = _store(request)
    return page(request, [store.files[f] for f in batch["files"] if f in store.files])


_S = "/vector_stores/{store_id}"
_B = _S + "/file_batches/{batch_id}"
ROUTES = (
    Route("POST", "/vector_stores", _create, "both"),
    Route("GET", "/vector_stores", _list, "both"),
    Route("GET", _S, _get, "both"),
    Route("POST", _S, _update, "both"),
    Route("DELETE", _S, _delete, "both"),
    Route("POST", _S + "/files", _create_file, "both"),
    Route("GET", _S + "/files", _list_files, "both"),
    Route("GET", _S + "/files/{file_id}", _file, "both"),
    Route("DELETE", _S + "/files/{file_id}", _delete_file, "both"),
    Route("POST", _S + "/file_batches", _create_batch, "both"),
    Route("GET", _B, _batch, "both"),
    Route("POST", _B + "/cancel", _batch, "both"),
    Route("GET", _B + "/files", _batch_files, "both"),
)
