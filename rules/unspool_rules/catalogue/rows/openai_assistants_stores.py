"""Vector stores while openai kept them under `client.beta.vector_stores` (before 1.66.0).

`client.vector_stores` and `client.files` of openai are the new form already: they have no rows.
"""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface

row = partial(
    Entry,
    surface=Surface.OPENAI_ASSISTANTS,
    code="UNS402",
    kind=Kind.MODEL,
    source=(
        "openai 1.65.5: openai/resources/beta/vector_stores/; openai 3.54.0: "
        "openai/resources/vector_stores/"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="oa.vector_stores",
        code="UNS501",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.vector_stores.VectorStores",
            "openai.resources.beta.vector_stores.AsyncVectorStores",
        ),
        target="openai_client.vector_stores",
        notes="Moved out of beta in openai 1.66.0; the old path raises AttributeError since.",
    ),
    row(
        id="oa.vector_stores.files",
        code="UNS501",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files",
            "openai.resources.beta.vector_stores.files.AsyncFiles",
        ),
        target="openai_client.vector_stores.files",
        notes="Moved out of beta in openai 1.66.0; the old path raises AttributeError since.",
    ),
    row(
        id="oa.vector_stores.file_batches",
        code="UNS501",
        kind=Kind.RESOURCE,
        legacy=(
            "openai.resources.beta.vector_stores.file_batches.FileBatches",
            "openai.resources.beta.vector_stores.file_batches.AsyncFileBatches",
        ),
        target="openai_client.vector_stores.file_batches",
        notes="Moved out of beta in openai 1.66.0; the old path raises AttributeError since.",
    ),
    row(
        id="oa.vector_stores.create",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.VectorStores.create",
            "openai.resources.beta.vector_stores.AsyncVectorStores.create",
        ),
        target="openai_client.vector_stores.create(name=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.delete",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.VectorStores.delete",
            "openai.resources.beta.vector_stores.AsyncVectorStores.delete",
        ),
        target="openai_client.vector_stores.delete(vector_store_id)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.list",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.VectorStores.list",
            "openai.resources.beta.vector_stores.AsyncVectorStores.list",
        ),
        target="openai_client.vector_stores.list()",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.retrieve",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.VectorStores.retrieve",
            "openai.resources.beta.vector_stores.AsyncVectorStores.retrieve",
        ),
        target="openai_client.vector_stores.retrieve(vector_store_id)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.update",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.VectorStores.update",
            "openai.resources.beta.vector_stores.AsyncVectorStores.update",
        ),
        target="openai_client.vector_stores.update(vector_store_id)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.files.create",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files.create",
            "openai.resources.beta.vector_stores.files.AsyncFiles.create",
        ),
        target="openai_client.vector_stores.files.create(vector_store_id, file_id=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.files.create_and_poll",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files.create_and_poll",
            "openai.resources.beta.vector_stores.files.AsyncFiles.create_and_poll",
        ),
        target="openai_client.vector_stores.files.create_and_poll(file_id, vector_store_id=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.files.delete",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files.delete",
            "openai.resources.beta.vector_stores.files.AsyncFiles.delete",
        ),
        target="openai_client.vector_stores.files.delete(file_id, vector_store_id=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.files.list",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files.list",
            "openai.resources.beta.vector_stores.files.AsyncFiles.list",
        ),
        target="openai_client.vector_stores.files.list(vector_store_id)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.files.poll",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files.poll",
            "openai.resources.beta.vector_stores.files.AsyncFiles.poll",
        ),
        target="openai_client.vector_stores.files.poll(file_id, vector_store_id=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.files.retrieve",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files.retrieve",
            "openai.resources.beta.vector_stores.files.AsyncFiles.retrieve",
        ),
        target="openai_client.vector_stores.files.retrieve(file_id, vector_store_id=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.files.upload",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files.upload",
            "openai.resources.beta.vector_stores.files.AsyncFiles.upload",
        ),
        target="openai_client.vector_stores.files.upload(vector_store_id=..., file=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.files.upload_and_poll",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.files.Files.upload_and_poll",
            "openai.resources.beta.vector_stores.files.AsyncFiles.upload_and_poll",
        ),
        target="openai_client.vector_stores.files.upload_and_poll(vector_store_id=..., file=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.file_batches.cancel",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.file_batches.FileBatches.cancel",
            "openai.resources.beta.vector_stores.file_batches.AsyncFileBatches.cancel",
        ),
        target="openai_client.vector_stores.file_batches.cancel(batch_id, vector_store_id=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.file_batches.create",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.file_batches.FileBatches.create",
            "openai.resources.beta.vector_stores.file_batches.AsyncFileBatches.create",
        ),
        target="openai_client.vector_stores.file_batches.create(vector_store_id, file_ids=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.file_batches.create_and_poll",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.file_batches.FileBatches.create_and_poll",
            "openai.resources.beta.vector_stores.file_batches.AsyncFileBatches.create_and_poll",
        ),
        target=(
            "openai_client.vector_stores.file_batches.create_and_poll(vector_store_id, "
            "file_ids=...)"
        ),
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.file_batches.list_files",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.file_batches.FileBatches.list_files",
            "openai.resources.beta.vector_stores.file_batches.AsyncFileBatches.list_files",
        ),
        target=(
            "openai_client.vector_stores.file_batches.list_files(batch_id, vector_store_id=...)"
        ),
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.file_batches.poll",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.file_batches.FileBatches.poll",
            "openai.resources.beta.vector_stores.file_batches.AsyncFileBatches.poll",
        ),
        target="openai_client.vector_stores.file_batches.poll(batch_id, vector_store_id=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.file_batches.retrieve",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.file_batches.FileBatches.retrieve",
            "openai.resources.beta.vector_stores.file_batches.AsyncFileBatches.retrieve",
        ),
        target="openai_client.vector_stores.file_batches.retrieve(batch_id, vector_store_id=...)",
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.vector_stores.file_batches.upload_and_poll",
        code="UNS501",
        kind=Kind.CALL,
        legacy=(
            "openai.resources.beta.vector_stores.file_batches.FileBatches.upload_and_poll",
            "openai.resources.beta.vector_stores.file_batches.AsyncFileBatches.upload_and_poll",
        ),
        target=(
            "openai_client.vector_stores.file_batches.upload_and_poll(vector_store_id, files=...)"
        ),
        notes=(
            "Moved out of beta in openai 1.66.0; the old path raises AttributeError since. "
            "Arguments and result are unchanged."
        ),
    ),
    row(
        id="oa.types.VectorStore",
        legacy=("openai.types.beta.VectorStore",),
        target="openai.types.VectorStore",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.VectorStoreCreateParams",
        legacy=("openai.types.beta.VectorStoreCreateParams",),
        target="openai.types.VectorStoreCreateParams",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.VectorStoreDeleted",
        legacy=("openai.types.beta.VectorStoreDeleted",),
        target="openai.types.VectorStoreDeleted",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.VectorStoreListParams",
        legacy=("openai.types.beta.VectorStoreListParams",),
        target="openai.types.VectorStoreListParams",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.VectorStoreUpdateParams",
        legacy=("openai.types.beta.VectorStoreUpdateParams",),
        target="openai.types.VectorStoreUpdateParams",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.AutoFileChunkingStrategyParam",
        legacy=("openai.types.beta.AutoFileChunkingStrategyParam",),
        target="openai.types.AutoFileChunkingStrategyParam",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.FileChunkingStrategy",
        legacy=("openai.types.beta.FileChunkingStrategy",),
        target="openai.types.FileChunkingStrategy",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.FileChunkingStrategyParam",
        legacy=("openai.types.beta.FileChunkingStrategyParam",),
        target="openai.types.FileChunkingStrategyParam",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.OtherFileChunkingStrategyObject",
        legacy=("openai.types.beta.OtherFileChunkingStrategyObject",),
        target="openai.types.OtherFileChunkingStrategyObject",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.StaticFileChunkingStrategy",
        legacy=("openai.types.beta.StaticFileChunkingStrategy",),
        target="openai.types.StaticFileChunkingStrategy",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.StaticFileChunkingStrategyObject",
        legacy=("openai.types.beta.StaticFileChunkingStrategyObject",),
        target="openai.types.StaticFileChunkingStrategyObject",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.StaticFileChunkingStrategyObjectParam",
        legacy=("openai.types.beta.StaticFileChunkingStrategyObjectParam",),
        target="openai.types.StaticFileChunkingStrategyObjectParam",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.StaticFileChunkingStrategyParam",
        legacy=("openai.types.beta.StaticFileChunkingStrategyParam",),
        target="openai.types.StaticFileChunkingStrategyParam",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.vector_stores.VectorStoreFile",
        legacy=("openai.types.beta.vector_stores.VectorStoreFile",),
        target="openai.types.vector_stores.VectorStoreFile",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.vector_stores.VectorStoreFileBatch",
        legacy=("openai.types.beta.vector_stores.VectorStoreFileBatch",),
        target="openai.types.vector_stores.VectorStoreFileBatch",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.vector_stores.VectorStoreFileDeleted",
        legacy=("openai.types.beta.vector_stores.VectorStoreFileDeleted",),
        target="openai.types.vector_stores.VectorStoreFileDeleted",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.vector_stores.FileCreateParams",
        legacy=("openai.types.beta.vector_stores.FileCreateParams",),
        target="openai.types.vector_stores.FileCreateParams",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.vector_stores.FileListParams",
        legacy=("openai.types.beta.vector_stores.FileListParams",),
        target="openai.types.vector_stores.FileListParams",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.vector_stores.FileBatchCreateParams",
        legacy=("openai.types.beta.vector_stores.FileBatchCreateParams",),
        target="openai.types.vector_stores.FileBatchCreateParams",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.vector_stores.FileBatchListFilesParams",
        legacy=("openai.types.beta.vector_stores.FileBatchListFilesParams",),
        target="openai.types.vector_stores.FileBatchListFilesParams",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.65.5: openai/types/beta/; openai 3.54.0: openai/types/",
    ),
    row(
        id="oa.types.vector_store.FileCounts",
        legacy=("openai.types.beta.vector_store.FileCounts",),
        target="openai.types.vector_store.FileCounts",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_store.ExpiresAfter",
        legacy=("openai.types.beta.vector_store.ExpiresAfter",),
        target='{"anchor": "last_active_at", "days": ...}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_store_create_params.ExpiresAfter",
        legacy=("openai.types.beta.vector_store_create_params.ExpiresAfter",),
        target='{"anchor": "last_active_at", "days": ...}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_store_create_params.ChunkingStrategyAuto",
        legacy=("openai.types.beta.vector_store_create_params.ChunkingStrategyAuto",),
        target='{"type": "auto"}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_store_create_params.ChunkingStrategyStaticStatic",
        legacy=("openai.types.beta.vector_store_create_params.ChunkingStrategyStaticStatic",),
        target='{"max_chunk_size_tokens": ..., "chunk_overlap_tokens": ...}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_store_create_params.ChunkingStrategyStatic",
        legacy=("openai.types.beta.vector_store_create_params.ChunkingStrategyStatic",),
        target='{"type": "static", "static": {...}}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_store_create_params.ChunkingStrategy",
        legacy=("openai.types.beta.vector_store_create_params.ChunkingStrategy",),
        target="openai.types.FileChunkingStrategyParam",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_store_update_params.ExpiresAfter",
        legacy=("openai.types.beta.vector_store_update_params.ExpiresAfter",),
        target='{"anchor": "last_active_at", "days": ...}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id=(
            "oa.types.vector_stores.file_batch_create_params."
            "ChunkingStrategyAutoChunkingStrategyRequestParam"
        ),
        legacy=(
            "openai.types.beta.vector_stores.file_batch_create_params.ChunkingStrategyAutoChunkingStrategyRequestParam",
        ),
        target='{"type": "auto"}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id=(
            "oa.types.vector_stores.file_batch_create_params."
            "ChunkingStrategyStaticChunkingStrategyRequestParamStatic"
        ),
        legacy=(
            "openai.types.beta.vector_stores.file_batch_create_params.ChunkingStrategyStaticChunkingStrategyRequestParamStatic",
        ),
        target='{"max_chunk_size_tokens": ..., "chunk_overlap_tokens": ...}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id=(
            "oa.types.vector_stores.file_batch_create_params."
            "ChunkingStrategyStaticChunkingStrategyRequestParam"
        ),
        legacy=(
            "openai.types.beta.vector_stores.file_batch_create_params.ChunkingStrategyStaticChunkingStrategyRequestParam",
        ),
        target='{"type": "static", "static": {...}}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_stores.file_batch_create_params.ChunkingStrategy",
        legacy=("openai.types.beta.vector_stores.file_batch_create_params.ChunkingStrategy",),
        target="openai.types.FileChunkingStrategyParam",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id=(
            "oa.types.vector_stores.file_create_params."
            "ChunkingStrategyAutoChunkingStrategyRequestParam"
        ),
        legacy=(
            "openai.types.beta.vector_stores.file_create_params.ChunkingStrategyAutoChunkingStrategyRequestParam",
        ),
        target='{"type": "auto"}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id=(
            "oa.types.vector_stores.file_create_params."
            "ChunkingStrategyStaticChunkingStrategyRequestParamStatic"
        ),
        legacy=(
            "openai.types.beta.vector_stores.file_create_params.ChunkingStrategyStaticChunkingStrategyRequestParamStatic",
        ),
        target='{"max_chunk_size_tokens": ..., "chunk_overlap_tokens": ...}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id=(
            "oa.types.vector_stores.file_create_params."
            "ChunkingStrategyStaticChunkingStrategyRequestParam"
        ),
        legacy=(
            "openai.types.beta.vector_stores.file_create_params.ChunkingStrategyStaticChunkingStrategyRequestParam",
        ),
        target='{"type": "static", "static": {...}}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_stores.file_create_params.ChunkingStrategy",
        legacy=("openai.types.beta.vector_stores.file_create_params.ChunkingStrategy",),
        target="openai.types.FileChunkingStrategyParam",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_stores.vector_store_file.LastError",
        legacy=("openai.types.beta.vector_stores.vector_store_file.LastError",),
        target="openai.types.vector_stores.vector_store_file.LastError",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_stores.vector_store_file.ChunkingStrategyStaticStatic",
        legacy=("openai.types.beta.vector_stores.vector_store_file.ChunkingStrategyStaticStatic",),
        target='{"max_chunk_size_tokens": ..., "chunk_overlap_tokens": ...}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_stores.vector_store_file.ChunkingStrategyStatic",
        legacy=("openai.types.beta.vector_stores.vector_store_file.ChunkingStrategyStatic",),
        target='{"type": "static", "static": {...}}',
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_stores.vector_store_file.ChunkingStrategyOther",
        legacy=("openai.types.beta.vector_stores.vector_store_file.ChunkingStrategyOther",),
        target="openai.types.OtherFileChunkingStrategyObject",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_stores.vector_store_file.ChunkingStrategy",
        legacy=("openai.types.beta.vector_stores.vector_store_file.ChunkingStrategy",),
        target="openai.types.FileChunkingStrategy",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
    row(
        id="oa.types.vector_stores.vector_store_file_batch.FileCounts",
        legacy=("openai.types.beta.vector_stores.vector_store_file_batch.FileCounts",),
        target="openai.types.vector_stores.vector_store_file_batch.FileCounts",
        notes="Moved out of beta in openai 1.66.0.",
        source="openai 1.40.0: openai/types/beta/",
    ),
)
