"""Notebooks over the wire: their cells are documents of their own, and one program."""

from __future__ import annotations

import random
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from tests.lsp.conftest import SERVER, start
from tests.lsp.editor import RecordingClient, make_client
from tests.lsp.notebook_editor import Cell, NotebookEditor

pytestmark = pytest.mark.asyncio

SERVE = [sys.executable, "-m", "unspool_server", "serve", "--stdio"]
IMPORTS = "%pip install openai\nfrom openai import OpenAI\nclient = OpenAI()"
FLOW = (IMPORTS, "s = '😀'; client.beta.threads.create()\n!ls", "client.beta.threads.runs.create()")


@pytest_lsp.fixture(
    config=pytest_lsp.ClientServerConfig(server_command=SERVER, client_factory=make_client)
)
async def fake(lsp_client: RecordingClient) -> AsyncIterator[None]:
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(
    config=pytest_lsp.ClientServerConfig(server_command=SERVE, client_factory=make_client)
)
async def shipped(lsp_client: RecordingClient) -> AsyncIterator[None]:
    yield
    await lsp_client.shutdown_session()


def capabilities(profile: str) -> types.ClientCapabilities:
    found = pytest_lsp.client_capabilities(profile)
    found.notebook_document = types.NotebookDocumentClientCapabilities(
        types.NotebookDocumentSyncClientCapabilities()
    )
    if profile == "neovim":  # whose notebooks would pull
        assert found.workspace
        assert found.text_document
        found.text_document.publish_diagnostics = types.PublishDiagnosticsClientCapabilities(
            related_information=True
        )
        found.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(
            refresh_support=True
        )
    return found


async def begin(client: RecordingClient, profile: str, folder: Path) -> NotebookEditor:
    result = await start(client, capabilities(profile), folder)
    return NotebookEditor(client, result.encoding, (folder / "a.ipynb").as_uri())


@pytest_asyncio.fixture
async def pushed(fake: RecordingClient, tmp_path: Path) -> NotebookEditor:
    """A client that is told."""
    return await begin(fake, "visual-studio-code", tmp_path)


@pytest_asyncio.fixture
async def pulling(fake: RecordingClient, tmp_path: Path) -> NotebookEditor:
    """A client that asks."""
    return await begin(fake, "neovim", tmp_path)


async def test_the_server_takes_all_cells_of_notebooks(
    fake: RecordingClient, tmp_path: Path
) -> None:
    result = await fake.initialize_session(
        types.InitializeParams(
            capabilities=capabilities("visual-studio-code"), root_uri=tmp_path.as_uri()
        )
    )
    sync = result.capabilities.notebook_document_sync
    assert isinstance(sync, types.NotebookDocumentSyncOptions)
    assert sync.save
    (selector,) = sync.notebook_selector
    assert isinstance(selector, types.NotebookDocumentFilterWithNotebook)
    assert selector.notebook == "*"
    assert selector.cells is None


async def test_diagnostics_stand_in_their_cells(pushed: NotebookEditor) -> None:
    markdown = pushed.cell("client.beta.threads.create()", "markdown")
    shell = pushed.cell("client.beta.threads.create()", "shellscript")
    pushed.open(FLOW[0], markdown, FLOW[1], shell, FLOW[2])
    (one,) = await pushed.push(2)
    assert one.range == pushed.place(2, "client.beta.threads.create")
    (two,) = await pushed.push(4)
    assert two.range == pushed.place(4, "client.beta.threads.runs.create")
    assert not await pushed.push(0)
    assert not any(p.uri in (markdown.uri, shell.uri) for p in pushed.client.published)
    assert not any(p.uri == pushed.uri for p in pushed.client.published)


async def test_related_places_are_in_other_cells(pulling: NotebookEditor) -> None:
    pulling.open(*FLOW)
    (one,) = await pulling.pull(1)
    assert one.related_information
    (related,) = one.related_information
    place = pulling.place(0, "client = OpenAI")
    assert related.location == types.Location(pulling.cells[0].uri, place)


async def test_a_cell_that_makes_another_right(pushed: NotebookEditor) -> None:
    """A change in one cell is told for the others, too."""
    pushed.open("x = 1", "client.beta.threads.create()")
    await pushed.push(1)
    since = len(pushed.client.published)
    pushed.write(1, "client.beta.assistants.create()")
    assert [one.code for one in await pushed.push(1, since)] == ["UNS201"]
    assert {p.uri for p in pushed.client.published[since:]} == {pushed.cells[1].uri}


async def test_a_pulling_client_is_told_when_another_cell_changes(
    pulling: NotebookEditor,
) -> None:
    """Where the client is made is told beside each call: above it, a line more moves that."""
    pulling.open(IMPORTS, "client.beta.threads.create()")
    (before,) = await pulling.pull(1)
    assert before.related_information
    pulling.type(1, 0, 0, "x = 1\n")
    await pulling.pull(1)
    assert pulling.client.diagnostic_refresh_count == 0
    pulling.type(0, 0, 0, "# a line more\n")
    await pulling.pull(0)
    assert pulling.client.diagnostic_refresh_count == 1
    (after,) = await pulling.pull(1)
    assert after.related_information
    assert after.related_information[0].location.range.start.line == 3


async def test_one_fix_for_a_flow_over_several_cells(pushed: NotebookEditor) -> None:
    pushed.open(*FLOW)
    actions = await pushed.actions(2, "client.beta.threads.runs.create")
    flow = next(action for title, action in actions.items() if "flow" in title)
    assert await pushed.chosen(flow) == [
        IMPORTS,
        "s = '😀'; client.conversations.create()\n!ls",
        "client.responses.create()",
    ]
    single = actions["Use `client.responses.create` (needs review)"]
    assert (await pushed.chosen(single))[1] == FLOW[1]


async def test_a_comment_against_a_finding(pushed: NotebookEditor) -> None:
    pushed.open(*FLOW)
    actions = await pushed.actions(1, "client.beta.threads.create")
    after = await pushed.chosen(actions["Ignore UNS101 on this line"])
    assert after[1] == ("s = '😀'; client.beta.threads.create()  # unspool: ignore[UNS101]\n!ls")


async def test_hover_in_a_cell(pulling: NotebookEditor) -> None:
    pulling.open(*FLOW)
    place = pulling.place(1, "beta")
    params = types.HoverParams(types.TextDocumentIdentifier(pulling.cells[1].uri), place.start)
    hover = await pulling.client.text_document_hover_async(params)
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert "`client.beta.threads.create`" in hover.contents.value
    assert hover.range == pulling.place(1, "client.beta.threads.create")
    params = types.HoverParams(types.TextDocumentIdentifier(pulling.cells[0].uri), place.start)
    assert await pulling.client.text_document_hover_async(params) is None


async def test_half_typed_text_keeps_the_findings_of_all_cells(pulling: NotebookEditor) -> None:
    pulling.open(*FLOW)
    before = await pulling.pull(2)
    pulling.type(1, 0, 0, "print(\n")
    assert [one.range for one in await pulling.pull(1)] == [
        pulling.place(1, "client.beta.threads.create")
    ]
    assert await pulling.pull(2) == before
    assert not await pulling.actions(2, "client.beta")


async def test_a_broken_cell_does_not_hide_the_others(pulling: NotebookEditor) -> None:
    pulling.open(*FLOW, "this is no Python")
    assert len(await pulling.pull(1)) == 1
    pulling.write(2, "x = 1")
    assert not await pulling.pull(2)
    pulling.write(3, "client.beta.threads.create(")
    assert not await pulling.pull(3)
    pulling.write(3, "client.beta.threads.create()")
    assert len(await pulling.pull(3)) == 1


async def test_cells_are_added_moved_and_deleted(pushed: NotebookEditor) -> None:
    pushed.open(*FLOW)
    await pushed.push(2)
    pushed.move(2, 0)
    actions = await pushed.actions(0, "client.beta.threads.runs.create")
    flow = next(action for title, action in actions.items() if "flow" in title)
    assert sorted(await pushed.chosen(flow)) == sorted(
        ("client.responses.create()", IMPORTS, "s = '😀'; client.conversations.create()\n!ls")
    )
    gone = pushed.cells[2]
    since = len(pushed.client.published)
    pushed.splice(2, 1, [])
    pushed.splice(1, 0, [pushed.cell("client.beta.assistants.create()")])
    assert [one.code for one in await pushed.push(1)] == ["UNS201"]
    left = [list(p.diagnostics) for p in pushed.client.published[since:] if p.uri == gone.uri]
    assert left == [[]]


async def test_an_old_action_is_refused_after_a_move(pulling: NotebookEditor) -> None:
    pulling.open("client.beta.threads.create()", "client.beta.threads.create()")
    actions = await pulling.actions(0, "client.beta")
    action = next(iter(actions.values()))
    if action.edit:
        return  # this client gets edits at once
    pulling.move(1, 0)
    with pytest.raises(Exception, match="changed since"):
        await pulling.client.code_action_resolve_async(action)


async def test_closing_clears_all_cells(pushed: NotebookEditor) -> None:
    pushed.open(*FLOW)
    await pushed.push(1)
    pushed.save()
    pushed.close()
    pushed.uri = pushed.uri.replace("a.ipynb", "b.ipynb")
    old, pushed.cells = pushed.cells, []
    pushed.open("x = 1")
    await pushed.push(0)
    last = {p.uri: p.diagnostics for p in pushed.client.published}
    assert not any(last[cell.uri] for cell in old)


async def test_code_lenses_stand_above_their_cells(pulling: NotebookEditor) -> None:
    pulling.open(IMPORTS, "client.beta.threads.create()", "client.beta.threads.runs.create()")
    found = [await _lenses(pulling, number) for number in range(3)]
    assert [len(one or ()) for one in found] == [0, 1, 0]


async def test_a_lens_stays_while_other_cells_change(pulling: NotebookEditor) -> None:
    applied: list[types.ApplyWorkspaceEditParams] = []

    def take(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        applied.append(params)
        return types.ApplyWorkspaceEditResult(applied=True)

    pulling.client.feature(types.WORKSPACE_APPLY_EDIT)(take)
    pulling.open(IMPORTS, "client.beta.threads.create()", "client.beta.threads.runs.create()")
    (lens,) = await _lenses(pulling, 1) or ()
    assert lens.command
    run = types.ExecuteCommandParams(lens.command.command, lens.command.arguments)
    pulling.write(0, f"x = 1\n{IMPORTS}")
    await pulling.client.workspace_execute_command_async(run)
    assert applied
    pulling.write(1, "y = 1\nclient.beta.threads.create()")
    with pytest.raises(JsonRpcException, match="changed"):
        await pulling.client.workspace_execute_command_async(run)


async def _lenses(editor: NotebookEditor, number: int) -> Sequence[types.CodeLens] | None:
    document = types.TextDocumentIdentifier(editor.cells[number].uri)
    return await editor.client.text_document_code_lens_async(types.CodeLensParams(document))


TEXTS = (
    *("client.beta.threads.create()", "x = '😀'; client.beta.threads.messages.create()", ""),
    *("client = OpenAI()", "!ls {x}", "%%bash\nclient.beta.threads.create()", "y = (1,\n 2)\n"),
    *("%%time\nclient.beta.assistants.create()", "await client.beta.threads.runs.create()"),
)


@pytest.mark.parametrize("seed", range(6))
async def test_changed_notebooks_are_as_opened_ones(pulling: NotebookEditor, seed: int) -> None:
    """Whatever is done to the cells, what is said of them is what a new session would say."""
    chance = random.Random(seed)
    pulling.open(*chance.choices(TEXTS, k=3))
    for round_ in range(8):
        for _ in range(chance.randint(1, 5)):
            _change(pulling, chance)
        fresh = NotebookEditor(pulling.client, pulling.encoding, f"{pulling.uri}{round_}.ipynb")
        fresh.open(*(fresh.cell(cell.text, cell.language) for cell in pulling.cells))
        for number, cell in enumerate(pulling.cells):
            if cell.language == "python":
                found = _named(await pulling.pull(number), pulling)
                assert found == _named(await fresh.pull(number), fresh)
        fresh.close()


def _change(editor: NotebookEditor, chance: random.Random) -> None:
    size = len(editor.cells)
    what = chance.choice(("add", "move", "delete", "type", "write", "replace"))
    if what == "add" or size < 2:
        language = chance.choice(("python", "python", "python", "markdown"))
        editor.splice(chance.randint(0, size), 0, [editor.cell(chance.choice(TEXTS), language)])
    elif what == "move":
        editor.move(*chance.sample(range(size), 2))
    elif what == "delete":
        editor.splice(chance.randrange(size), 1, [])
    elif what == "replace":
        start, end = sorted(chance.sample(range(size + 1), 2))
        new: list[Cell] = [editor.cell(text) for text in chance.choices(TEXTS, k=2)]
        editor.splice(start, end - start, new)
    elif what == "write":
        editor.write(chance.randrange(size), chance.choice(TEXTS))
    else:
        number = chance.randrange(size)
        end = len(editor.cells[number].text)
        editor.type(number, end, end, "\nz = 1")


def _named(found: Sequence[types.Diagnostic], editor: NotebookEditor) -> list[object]:
    numbers = {cell.uri: number for number, cell in enumerate(editor.cells)}
    return [
        (
            one.code,
            one.message,
            one.range,
            [
                (numbers[r.location.uri], r.location.range, r.message)
                for r in one.related_information or ()
            ],
        )
        for one in found
    ]


@pytest.mark.parametrize("profile", ["visual-studio-code", "neovim"])
async def test_a_legacy_notebook_becomes_a_new_one(
    shipped: RecordingClient, tmp_path: Path, profile: str
) -> None:
    editor = await begin(shipped, profile, tmp_path)
    editor.open(
        editor.cell("# An agent", "markdown"),
        "%pip install -q openai\nfrom openai import OpenAI\n\nclient = OpenAI()",
        "%%time\nthread = client.beta.threads.create(metadata={'user': 'é'})\nawait other()",
        "client.beta.threads.messages.create(\n  thread_id=thread.id, role='user', content='😀'\n)",
        "client.beta.threads.delete(thread.id)",
    )
    actions = await editor.actions(4, "client.beta.threads.delete")
    flow = next(a for title, a in actions.items() if title.startswith(("Migrate this flow", "Mig")))
    after = await editor.chosen(flow)
    assert after[:2] == [cell.text for cell in editor.cells[:2]]
    assert after[2].startswith("%%time\nconversation = client.conversations.create(")
    assert "client.conversations.items.create(" in after[3]
    assert "client.conversations.delete(conversation" in after[4]
    for number, text in enumerate(after):
        editor.write(number, text)
    for number in range(1, 5):
        found = await (editor.pull(number) if profile == "neovim" else editor.push(number))
        assert not found
