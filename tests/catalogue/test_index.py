"""Looking rows up: by any name, by id, and no sooner than needed."""

from __future__ import annotations

import subprocess
import sys

from unspool_rules.catalogue import index


def test_every_name_finds_its_row() -> None:
    for row in index.entries():
        for legacy in row.legacy:
            assert index.lookup(legacy) is row


def test_a_shared_name_is_found_apart() -> None:
    tool = "azure.ai.projects.models.FunctionTool"

    assert index.lookup(tool) is None
    found = index.shared(tool)
    assert found is not None
    assert found in index.shared_entries()


def test_every_id_finds_its_row() -> None:
    for row in index.entries() + index.shared_entries():
        assert index.by_id(row.id) is row
    assert index.by_id("nothing") is None


def test_names_of_the_new_world_are_unknown() -> None:
    for name in (
        "azure.ai.projects.AIProjectClient",
        "azure.ai.projects.operations.AgentsOperations.create_version",
        "azure.ai.projects.models.PromptAgentDefinition",
        "openai.OpenAI",
        "openai.resources.beta.agents.Agents.create",
        "openai.resources.conversations.Conversations.create",
        "openai.resources.files.Files.create",
        "openai.resources.responses.Responses.create",
        "openai.resources.vector_stores.VectorStores.create",
        "openai.types.beta.Agent",
        "threading.Thread",
    ):
        assert index.lookup(name) is None


def test_rows_are_read_when_asked_for() -> None:
    code = (
        "import sys\n"
        "from unspool_rules.catalogue import index\n"
        "rows = lambda: {m for m in sys.modules if '.rows.' in m}\n"
        "assert not rows(), rows()\n"
        "index.lookup('openai.resources.beta.threads.Threads.create')\n"
        "assert rows() and not any('azure' in m for m in rows()), rows()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
