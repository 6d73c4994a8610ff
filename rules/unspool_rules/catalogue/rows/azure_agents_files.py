"""Files and vector stores of azure-ai-agents 1.x."""

from __future__ import annotations

from functools import partial

from unspool_rules.catalogue.entry import Entry, Kind, Surface
from unspool_rules.catalogue.rows._texts import (
    FILE_PARAMS,
    FILE_RESULTS,
    PAGE,
    STORE_BATCH_RESULTS,
    STORE_FILE_RESULTS,
    STORE_PARAMS,
    STORE_RESULTS,
    pick,
)

row = partial(
    Entry,
    surface=Surface.AZURE_AGENTS,
    code="UNS501",
    kind=Kind.CALL,
    source=(
        "azure-ai-agents 1.1.0: azure/ai/agents/operations/_patch.py; openai 3.54.0: "
        "openai/resources/"
    ),
)

ROWS: tuple[Entry, ...] = (
    row(
        id="az.files.upload",
        code="UNS502",
        legacy=(
            "azure.ai.agents.operations.FilesOperations.upload",
            "azure.ai.agents.aio.operations.FilesOperations.upload",
        ),
        target='openai_client.files.create(file=..., purpose="assistants")',
        params=pick(FILE_PARAMS, "body file file_path purpose filename kwargs"),
        results=FILE_RESULTS,
        notes="A path becomes an open binary file, which the caller closes.",
    ),
    row(
        id="az.files.upload_and_poll",
        code="UNS502",
        legacy=(
            "azure.ai.agents.operations.FilesOperations.upload_and_poll",
            "azure.ai.agents.aio.operations.FilesOperations.upload_and_poll",
        ),
        target='openai_client.files.create(file=..., purpose="assistants")',
        params=pick(
            FILE_PARAMS,
            "body file file_path purpose filename polling_interval timeout kwargs",
        ),
        results=FILE_RESULTS,
        notes=(
            "files.wait_for_processing(file.id) waits, where that matters. A file for a vector "
            "store needs one call only: vector_stores.files.upload_and_poll."
        ),
    ),
    row(
        id="az.files.get",
        code="UNS502",
        legacy=(
            "azure.ai.agents.operations.FilesOperations.get",
            "azure.ai.agents.aio.operations.FilesOperations.get",
        ),
        target="openai_client.files.retrieve(file_id)",
        params=pick(FILE_PARAMS, "file_id kwargs"),
        results=FILE_RESULTS,
    ),
    row(
        id="az.files.list",
        code="UNS502",
        legacy=(
            "azure.ai.agents.operations.FilesOperations.list",
            "azure.ai.agents.aio.operations.FilesOperations.list",
        ),
        target="openai_client.files.list(purpose=...)",
        params=pick(FILE_PARAMS, "purpose kwargs"),
        results=PAGE,
    ),
    row(
        id="az.files.delete",
        code="UNS502",
        legacy=(
            "azure.ai.agents.operations.FilesOperations.delete",
            "azure.ai.agents.aio.operations.FilesOperations.delete",
        ),
        target="openai_client.files.delete(file_id)",
        params=pick(FILE_PARAMS, "file_id kwargs"),
        results={
            "None": "FileDeleted, with deleted",
        },
    ),
    row(
        id="az.files.get_content",
        code="UNS502",
        legacy=(
            "azure.ai.agents.operations.FilesOperations.get_content",
            "azure.ai.agents.aio.operations.FilesOperations.get_content",
        ),
        target="openai_client.files.content(file_id)",
        params=pick(FILE_PARAMS, "file_id kwargs"),
        results={
            "iteration over bytes": "iter_bytes() or read()",
        },
        notes=(
            "Files made by the code interpreter live in a container: "
            "openai_client.containers.files.content.retrieve(file_id, container_id=...)."
        ),
    ),
    row(
        id="az.files.save",
        code="UNS502",
        legacy=(
            "azure.ai.agents.operations.FilesOperations.save",
            "azure.ai.agents.aio.operations.FilesOperations.save",
        ),
        target="openai_client.files.content(file_id).write_to_file(path)",
        params=pick(FILE_PARAMS, "file_id file_name target_dir"),
        notes=(
            "write_to_file neither cleans the name nor creates a folder. Files made by the code "
            "interpreter: openai_client.containers.files.content.retrieve(file_id, "
            "container_id=...), with the ids of the container_file_citation."
        ),
    ),
    row(
        id="az.vector_stores.create",
        legacy=(
            "azure.ai.agents.operations.VectorStoresOperations.create",
            "azure.ai.agents.aio.operations.VectorStoresOperations.create",
        ),
        target="openai_client.vector_stores.create(name=..., file_ids=...)",
        params=pick(
            STORE_PARAMS,
            (
                "body file_ids name store_configuration expires_after chunking_strategy metadata "
                "content_type kwargs"
            ),
        ),
        results=STORE_RESULTS,
        notes="Data sources of Azure have no counterpart: upload the files.",
    ),
    row(
        id="az.vector_stores.create_and_poll",
        legacy=(
            "azure.ai.agents.operations.VectorStoresOperations.create_and_poll",
            "azure.ai.agents.aio.operations.VectorStoresOperations.create_and_poll",
        ),
        target=(
            "openai_client.vector_stores.file_batches.create_and_poll(vector_store.id, "
            "file_ids=...)"
        ),
        params=pick(
            STORE_PARAMS,
            (
                "body content_type file_ids name data_sources expires_after chunking_strategy "
                "metadata polling_interval kwargs"
            ),
        )
        | {
            "timeout": "no counterpart: the batch is polled until it is done",
        },
        results=STORE_RESULTS,
        notes=(
            "In two steps: vector_stores.create(name=...), then the batch of its files. Nothing "
            "polls a store itself."
        ),
    ),
    row(
        id="az.vector_stores.get",
        legacy=(
            "azure.ai.agents.operations.VectorStoresOperations.get",
            "azure.ai.agents.aio.operations.VectorStoresOperations.get",
        ),
        target="openai_client.vector_stores.retrieve(vector_store_id)",
        params=pick(STORE_PARAMS, "vector_store_id kwargs"),
        results=STORE_RESULTS,
    ),
    row(
        id="az.vector_stores.list",
        legacy=(
            "azure.ai.agents.operations.VectorStoresOperations.list",
            "azure.ai.agents.aio.operations.VectorStoresOperations.list",
        ),
        target="openai_client.vector_stores.list()",
        params=pick(STORE_PARAMS, "limit order before kwargs"),
        results=STORE_RESULTS | PAGE,
    ),
    row(
        id="az.vector_stores.modify",
        legacy=(
            "azure.ai.agents.operations.VectorStoresOperations.modify",
            "azure.ai.agents.aio.operations.VectorStoresOperations.modify",
        ),
        target="openai_client.vector_stores.update(vector_store_id, name=...)",
        params=pick(
            STORE_PARAMS,
            "vector_store_id body name expires_after metadata content_type kwargs",
        ),
        results=STORE_RESULTS,
    ),
    row(
        id="az.vector_stores.delete",
        legacy=(
            "azure.ai.agents.operations.VectorStoresOperations.delete",
            "azure.ai.agents.aio.operations.VectorStoresOperations.delete",
        ),
        target="openai_client.vector_stores.delete(vector_store_id)",
        params=pick(STORE_PARAMS, "vector_store_id kwargs"),
        results={
            "None": "VectorStoreDeleted, with deleted",
        },
    ),
    row(
        id="az.vector_store_files.create",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFilesOperations.create",
            "azure.ai.agents.aio.operations.VectorStoreFilesOperations.create",
        ),
        target="openai_client.vector_stores.files.create(vector_store_id, file_id=...)",
        params=pick(
            STORE_PARAMS,
            "vector_store_id body file_id data_source chunking_strategy content_type kwargs",
        ),
        results=STORE_FILE_RESULTS,
        notes="Data sources of Azure have no counterpart: upload the file.",
    ),
    row(
        id="az.vector_store_files.create_and_poll",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFilesOperations.create_and_poll",
            "azure.ai.agents.aio.operations.VectorStoreFilesOperations.create_and_poll",
        ),
        target="openai_client.vector_stores.files.create_and_poll(file_id, vector_store_id=...)",
        params=pick(
            STORE_PARAMS,
            (
                "vector_store_id body content_type file_id data_source chunking_strategy "
                "polling_interval kwargs"
            ),
        )
        | {
            "timeout": "max_wait_seconds=, in openai 3",
        },
        results=STORE_FILE_RESULTS,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="az.vector_store_files.get",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFilesOperations.get",
            "azure.ai.agents.aio.operations.VectorStoreFilesOperations.get",
        ),
        target="openai_client.vector_stores.files.retrieve(file_id, vector_store_id=...)",
        params=pick(STORE_PARAMS, "vector_store_id file_id kwargs"),
        results=STORE_FILE_RESULTS,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="az.vector_store_files.list",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFilesOperations.list",
            "azure.ai.agents.aio.operations.VectorStoreFilesOperations.list",
        ),
        target="openai_client.vector_stores.files.list(vector_store_id)",
        params=pick(STORE_PARAMS, "vector_store_id filter limit order before kwargs"),
        results=STORE_FILE_RESULTS | PAGE,
    ),
    row(
        id="az.vector_store_files.delete",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFilesOperations.delete",
            "azure.ai.agents.aio.operations.VectorStoreFilesOperations.delete",
        ),
        target="openai_client.vector_stores.files.delete(file_id, vector_store_id=...)",
        params=pick(STORE_PARAMS, "vector_store_id file_id kwargs"),
        results={
            "None": "VectorStoreFileDeleted, with deleted",
        },
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="az.vector_store_file_batches.create",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFileBatchesOperations.create",
            "azure.ai.agents.aio.operations.VectorStoreFileBatchesOperations.create",
        ),
        target="openai_client.vector_stores.file_batches.create(vector_store_id, file_ids=...)",
        params=pick(
            STORE_PARAMS,
            "vector_store_id body file_ids data_sources chunking_strategy content_type kwargs",
        ),
        results=STORE_BATCH_RESULTS,
        notes="Data sources of Azure have no counterpart: upload the files.",
    ),
    row(
        id="az.vector_store_file_batches.create_and_poll",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFileBatchesOperations.create_and_poll",
            "azure.ai.agents.aio.operations.VectorStoreFileBatchesOperations.create_and_poll",
        ),
        target=(
            "openai_client.vector_stores.file_batches.create_and_poll(vector_store_id, "
            "file_ids=...)"
        ),
        params=pick(
            STORE_PARAMS,
            (
                "vector_store_id body file_ids data_sources chunking_strategy content_type "
                "polling_interval kwargs"
            ),
        )
        | {
            "timeout": "no counterpart: the batch is polled until it is done",
        },
        results=STORE_BATCH_RESULTS,
        notes=(
            "Polls until done, without a limit of its own. Data sources of Azure have no "
            "counterpart: upload the files."
        ),
    ),
    row(
        id="az.vector_store_file_batches.get",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFileBatchesOperations.get",
            "azure.ai.agents.aio.operations.VectorStoreFileBatchesOperations.get",
        ),
        target="openai_client.vector_stores.file_batches.retrieve(batch_id, vector_store_id=...)",
        params=pick(STORE_PARAMS, "vector_store_id batch_id kwargs"),
        results=STORE_BATCH_RESULTS,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="az.vector_store_file_batches.list_files",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFileBatchesOperations.list_files",
            "azure.ai.agents.aio.operations.VectorStoreFileBatchesOperations.list_files",
        ),
        target=(
            "openai_client.vector_stores.file_batches.list_files(batch_id, vector_store_id=...)"
        ),
        params=pick(STORE_PARAMS, "vector_store_id batch_id filter limit order before kwargs"),
        results=STORE_FILE_RESULTS | PAGE,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="az.vector_store_file_batches.cancel",
        legacy=(
            "azure.ai.agents.operations.VectorStoreFileBatchesOperations.cancel",
            "azure.ai.agents.aio.operations.VectorStoreFileBatchesOperations.cancel",
        ),
        target="openai_client.vector_stores.file_batches.cancel(batch_id, vector_store_id=...)",
        params=pick(STORE_PARAMS, "vector_store_id batch_id kwargs"),
        results=STORE_BATCH_RESULTS,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
)
