"""Files, shared by both generations."""

from __future__ import annotations

from .api import Raw, Reply, Request, Route, page
from .rules import refusal
from .state import Json, StoredFile, World


def add_file(world: World, filename: str, content: bytes, purpose: str) -> Json:
    """Store a file; it is processed at once."""
    meta: Json = {
        "id": world.new_id("file-"),
        "object": "file",
        "bytes": len(content),
        "created_at": world.now(),
        "filename": filename,
        "purpose": purpose,
        "status": "processed",
    }
    world.files[meta["id"]] = StoredFile(meta, content)
    return meta


def _stored(request: Request) -> StoredFile:
    file_id = request.path["file_id"]
    if file_id not in request.world.files:
        raise refusal("unknown-file", id=file_id)
    return request.world.files[file_id]


def _create(request: Request) -> Reply:
    if request.upload is None:
        raise refusal("missing-field", field="file", shape="file")
    if not request.body.get("purpose"):
        raise refusal("missing-field", field="purpose", shape="file")
    filename, content = request.upload
    name = str(request.body.get("filename") or filename)
    return add_file(request.world, name, content, str(request.body["purpose"]))


def _list(request: Request) -> Reply:
    purpose = request.query.get("purpose")
    rows = [f.meta for f in request.world.files.values() if purpose in {None, f.meta["purpose"]}]
    return page(request, rows)


def _get(request: Request) -> Reply:
    return _stored(request).meta


def _content(request: Request) -> Reply:
    return Raw(_stored(request).content)


def _delete(request: Request) -> Reply:
    meta = _stored(request).meta
    del request.world.files[meta["id"]]
    for store in request.world.stores.values():
        store.files.pop(meta["id"], None)
    return {"id": meta["id"], "object": "file", "deleted": True}


ROUTES = (
    Route("POST", "/files", _create, "both"),
    Route("GET", "/files", _list, "both"),
    Route("GET", "/files/{file_id}", _get, "both"),
    Route("DELETE", "/files/{file_id}", _delete, "both"),
    Route("GET", "/files/{file_id}/content", _content, "both"),
    Route("GET", "/containers/{container_id}/files/{file_id}/content", _content, "new"),
    Route("GET", "/containers/{container_id}/files/{file_id}", _get, "new"),
)
