"""Files and vector stores of the azure-ai-projects 1.0.0 betas."""

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
    surface=Surface.AZURE_PROJECTS,
    code="UNS501",
    kind=Kind.CALL,
    source=(
        "azure-ai-projects 1.0.0b10: azure/ai/projects/operations/_patch.py; openai 3.54.0: "
        "openai/resources/"
    ),
    until="1.0.0b11",
)

ROWS: tuple[Entry, ...] = (
    row(
        id="beta.upload_file",
        code="UNS502",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.upload_file",
            "azure.ai.projects.aio.operations.AgentsOperations.upload_file",
        ),
        target='openai_client.files.create(file=..., purpose="assistants")',
        params=pick(FILE_PARAMS, "body kwargs file purpose filename file_path"),
        results=FILE_RESULTS,
        notes="A path becomes an open binary file, which the caller closes.",
    ),
    row(
        id="beta.upload_file_and_poll",
        code="UNS502",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.upload_file_and_poll",
            "azure.ai.projects.aio.operations.AgentsOperations.upload_file_and_poll",
        ),
        target='openai_client.files.create(file=..., purpose="assistants")',
        params=pick(FILE_PARAMS, "body sleep_interval kwargs file purpose filename file_path"),
        results=FILE_RESULTS,
        notes=(
            "files.wait_for_processing(file.id) waits, where that matters. A file for a vector "
            "store needs one call only: vector_stores.files.upload_and_poll."
        ),
    ),
    row(
        id="beta.get_file",
        code="UNS502",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_file",
            "azure.ai.projects.aio.operations.AgentsOperations.get_file",
        ),
        target="openai_client.files.retrieve(file_id)",
        params=pick(FILE_PARAMS, "file_id kwargs"),
        results=FILE_RESULTS,
    ),
    row(
        id="beta.list_files",
        code="UNS502",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_files",
            "azure.ai.projects.aio.operations.AgentsOperations.list_files",
        ),
        target="openai_client.files.list(purpose=...)",
        params=pick(FILE_PARAMS, "purpose kwargs"),
        results=PAGE,
    ),
    row(
        id="beta.delete_file",
        code="UNS502",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.delete_file",
            "azure.ai.projects.aio.operations.AgentsOperations.delete_file",
        ),
        target="openai_client.files.delete(file_id)",
        params=pick(FILE_PARAMS, "file_id kwargs"),
        results={
            "None": "FileDeleted, with deleted",
        },
    ),
    row(
        id="beta.get_file_content",
        code="UNS502",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_file_content",
            "azure.ai.projects.aio.operations.AgentsOperations.get_file_content",
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
        id="beta.save_file",
        code="UNS502",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.save_file",
            "azure.ai.projects.aio.operations.AgentsOperations.save_file",
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
        id="beta.create_vector_store",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_vector_store",
            "azure.ai.projects.aio.operations.AgentsOperations.create_vector_store",
        ),
        target="openai_client.vector_stores.create(name=..., file_ids=...)",
        params=pick(
            STORE_PARAMS,
            (
                "body content_type kwargs file_ids name store_configuration expires_after "
                "chunking_strategy metadata"
            ),
        ),
        results=STORE_RESULTS,
        notes="Data sources of Azure have no counterpart: upload the files.",
    ),
    row(
        id="beta.create_vector_store_and_poll",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_vector_store_and_poll",
            "azure.ai.projects.aio.operations.AgentsOperations.create_vector_store_and_poll",
        ),
        target=(
            "openai_client.vector_stores.file_batches.create_and_poll(vector_store.id, "
            "file_ids=...)"
        ),
        params=pick(
            STORE_PARAMS,
            (
                "body content_type sleep_interval kwargs file_ids data_sources name expires_after "
                "chunking_strategy metadata"
            ),
        ),
        results=STORE_RESULTS,
        notes=(
            "In two steps: vector_stores.create(name=...), then the batch of its files. Nothing "
            "polls a store itself."
        ),
    ),
    row(
        id="beta.get_vector_store",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_vector_store",
            "azure.ai.projects.aio.operations.AgentsOperations.get_vector_store",
        ),
        target="openai_client.vector_stores.retrieve(vector_store_id)",
        params=pick(STORE_PARAMS, "vector_store_id kwargs"),
        results=STORE_RESULTS,
    ),
    row(
        id="beta.list_vector_stores",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_vector_stores",
            "azure.ai.projects.aio.operations.AgentsOperations.list_vector_stores",
        ),
        target="openai_client.vector_stores.list()",
        params=pick(STORE_PARAMS, "limit order after before kwargs"),
        results=STORE_RESULTS | PAGE,
    ),
    row(
        id="beta.modify_vector_store",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.modify_vector_store",
            "azure.ai.projects.aio.operations.AgentsOperations.modify_vector_store",
        ),
        target="openai_client.vector_stores.update(vector_store_id, name=...)",
        params=pick(
            STORE_PARAMS,
            "vector_store_id body content_type kwargs name expires_after metadata",
        ),
        results=STORE_RESULTS,
    ),
    row(
        id="beta.delete_vector_store",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.delete_vector_store",
            "azure.ai.projects.aio.operations.AgentsOperations.delete_vector_store",
        ),
        target="openai_client.vector_stores.delete(vector_store_id)",
        params=pick(STORE_PARAMS, "vector_store_id kwargs"),
        results={
            "None": "VectorStoreDeleted, with deleted",
        },
    ),
    row(
        id="beta.create_vector_store_file",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_vector_store_file",
            "azure.ai.projects.aio.operations.AgentsOperations.create_vector_store_file",
        ),
        target="openai_client.vector_stores.files.create(vector_store_id, file_id=...)",
        params=pick(
            STORE_PARAMS,
            (
                "vector_store_id body content_type kwargs file_id data_sources chunking_strategy "
                "data_source"
            ),
        ),
        results=STORE_FILE_RESULTS,
        notes="Data sources of Azure have no counterpart: upload the file.",
    ),
    row(
        id="beta.create_vector_store_file_and_poll",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_vector_store_file_and_poll",
            "azure.ai.projects.aio.operations.AgentsOperations.create_vector_store_file_and_poll",
        ),
        target="openai_client.vector_stores.files.create_and_poll(file_id, vector_store_id=...)",
        params=pick(
            STORE_PARAMS,
            (
                "vector_store_id body content_type sleep_interval kwargs file_id data_sources "
                "chunking_strategy data_source"
            ),
        ),
        results=STORE_FILE_RESULTS,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="beta.get_vector_store_file",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_vector_store_file",
            "azure.ai.projects.aio.operations.AgentsOperations.get_vector_store_file",
        ),
        target="openai_client.vector_stores.files.retrieve(file_id, vector_store_id=...)",
        params=pick(STORE_PARAMS, "vector_store_id file_id kwargs"),
        results=STORE_FILE_RESULTS,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="beta.list_vector_store_files",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_vector_store_files",
            "azure.ai.projects.aio.operations.AgentsOperations.list_vector_store_files",
        ),
        target="openai_client.vector_stores.files.list(vector_store_id)",
        params=pick(STORE_PARAMS, "vector_store_id filter limit order after before kwargs"),
        results=STORE_FILE_RESULTS | PAGE,
    ),
    row(
        id="beta.delete_vector_store_file",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.delete_vector_store_file",
            "azure.ai.projects.aio.operations.AgentsOperations.delete_vector_store_file",
        ),
        target="openai_client.vector_stores.files.delete(file_id, vector_store_id=...)",
        params=pick(STORE_PARAMS, "vector_store_id file_id kwargs"),
        results={
            "None": "VectorStoreFileDeleted, with deleted",
        },
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="beta.create_vector_store_file_batch",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_vector_store_file_batch",
            "azure.ai.projects.aio.operations.AgentsOperations.create_vector_store_file_batch",
        ),
        target="openai_client.vector_stores.file_batches.create(vector_store_id, file_ids=...)",
        params=pick(
            STORE_PARAMS,
            "vector_store_id body content_type kwargs file_ids data_sources chunking_strategy",
        ),
        results=STORE_BATCH_RESULTS,
        notes="Data sources of Azure have no counterpart: upload the files.",
    ),
    row(
        id="beta.create_vector_store_file_batch_and_poll",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.create_vector_store_file_batch_and_poll",
            "azure.ai.projects.aio.operations.AgentsOperations.create_vector_store_file_batch_and_poll",
        ),
        target=(
            "openai_client.vector_stores.file_batches.create_and_poll(vector_store_id, "
            "file_ids=...)"
        ),
        params=pick(
            STORE_PARAMS,
            (
                "vector_store_id body content_type sleep_interval kwargs file_ids "
                "store_configuration chunking_strategy data_sources"
            ),
        ),
        results=STORE_BATCH_RESULTS,
        notes=(
            "Polls until done, without a limit of its own. Data sources of Azure have no "
            "counterpart: upload the files."
        ),
    ),
    row(
        id="beta.get_vector_store_file_batch",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.get_vector_store_file_batch",
            "azure.ai.projects.aio.operations.AgentsOperations.get_vector_store_file_batch",
        ),
        target="openai_client.vector_stores.file_batches.retrieve(batch_id, vector_store_id=...)",
        params=pick(STORE_PARAMS, "vector_store_id batch_id kwargs"),
        results=STORE_BATCH_RESULTS,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="beta.list_vector_store_file_batch_files",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.list_vector_store_file_batch_files",
            "azure.ai.projects.aio.operations.AgentsOperations.list_vector_store_file_batch_files",
        ),
        target=(
            "openai_client.vector_stores.file_batches.list_files(batch_id, vector_store_id=...)"
        ),
        params=pick(
            STORE_PARAMS,
            "vector_store_id batch_id filter limit order after before kwargs",
        ),
        results=STORE_FILE_RESULTS | PAGE,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
    row(
        id="beta.cancel_vector_store_file_batch",
        legacy=(
            "azure.ai.projects.operations.AgentsOperations.cancel_vector_store_file_batch",
            "azure.ai.projects.aio.operations.AgentsOperations.cancel_vector_store_file_batch",
        ),
        target="openai_client.vector_stores.file_batches.cancel(batch_id, vector_store_id=...)",
        params=pick(STORE_PARAMS, "vector_store_id batch_id kwargs"),
        results=STORE_BATCH_RESULTS,
        notes="The order of the ids flips: vector_store_id= is keyword-only.",
    ),
)
