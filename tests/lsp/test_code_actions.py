"""Code actions, their conditions, and the texts that they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from tests.lsp.conftest import start
from tests.lsp.editor import Editor, RecordingClient

pytestmark = pytest.mark.asyncio

TEXT = """\
from openai import OpenAI
c = OpenAI()
d = OpenAI()
s = "😀"; c.beta.threads.create()
c.beta.threads.create()  # noqa
c.beta.threads.runs.create()
d.beta.threads.create()
d.beta.assistants.create()
"""
AUTOMATIC = types.CodeActionTriggerKind.Automatic
INVOKED = types.CodeActionTriggerKind.Invoked
FIX = "Use `c.conversations.create`"
RUN = "Use `c.responses.create` (needs review)"
RULE = "Fix every UNS101 (thread-create) in this file"
FLOW = "Migrate this flow (3 places) (needs review)"
IGNORE = "Ignore UNS101 on this line"
MARK = "Migrate what is certain, mark the rest (needs review)"
ALL = "Unspool: fix all that is safe"
FIRST = 's = "😀"; c.beta.threads.create'


async def test_what_is_offered_for_a_safe_fix(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    actions = await editor.actions(FIRST)
    assert set(actions) == {FIX, RULE, FLOW, IGNORE, ALL}
    assert [title for title, action in actions.items() if action.is_preferred] == [FIX]
    assert {str(a.kind) for t, a in actions.items() if t != ALL} == {"quickfix"}
    assert actions[ALL].kind == "source.fixAll.unspool"


@pytest.mark.parametrize(
    ("at", "title", "after"),
    [
        (FIRST, FIX, TEXT.replace("c.beta.threads.create", "c.conversations.create", 1)),
        (FIRST, RULE, TEXT.replace(".beta.threads.create", ".conversations.create")),
        (
            FIRST,
            FLOW,
            TEXT.replace("c.beta.threads.create", "c.conversations.create").replace(
                "c.beta.threads.runs", "c.responses"
            ),
        ),
        (FIRST, ALL, TEXT.replace(".beta.threads.create", ".conversations.create")),
        ("c.beta.threads.runs", RUN, TEXT.replace("c.beta.threads.runs", "c.responses")),
        (
            FIRST,
            IGNORE,
            TEXT.replace("create()\nc", "create()  # unspool: ignore[UNS101]\nc", 1),
        ),
        (
            "c.beta.threads.create()  # noqa",
            IGNORE,
            TEXT.replace("# noqa", "# noqa  # unspool: ignore[UNS101]"),
        ),
    ],
    ids=["fix", "rule", "flow", "all", "unsafe", "ignore", "ignore-beside-a-comment"],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
async def test_the_text_afterwards(
    editor: Editor, at: str, title: str, after: str, line_end: str
) -> None:
    editor.open("file:///w/a.py", TEXT.replace("\n", line_end), version=7)
    actions = await editor.actions(at)
    assert await editor.chosen(actions[title]) == after.replace("\n", line_end)


async def test_ignored_once_ignored(editor: Editor) -> None:
    editor.open("file:///w/a.py", "c.beta.threads.create() # unspool: ignore[UNS999]\n")
    action = (await editor.actions("c.beta"))[IGNORE]
    editor.type(await editor.chosen(action))
    assert editor.text == "c.beta.threads.create() # unspool: ignore[UNS999, UNS101]\n"
    assert not await editor.diagnostics()


@pytest.mark.parametrize(
    "text", ["c.beta.threads.create() \\\n  .x\n", 'c.beta.threads.create("""\n""")\n']
)
async def test_no_comment_where_none_can_stand(editor: Editor, text: str) -> None:
    editor.open("file:///w/a.py", text)
    assert IGNORE not in await editor.actions("c.beta")


async def test_no_edit_for_a_comment_that_would_be_part_of_a_string(editor: Editor) -> None:
    editor.open("file:///w/a.py", 'f"""\n{c.beta.threads.create()}\n"""\n')
    action = (await editor.actions("c.beta"))[IGNORE]
    answer = await editor.client.code_action_resolve_async(action)
    assert answer.edit is None


async def test_a_blocked_finding_says_why(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    actions = await editor.actions("d.beta.assistants")
    code_action = editor.capabilities.text_document and (
        editor.capabilities.text_document.code_action
    )
    if code_action and code_action.disabled_support:
        disabled = actions["Migrate to prompts"].disabled
        assert disabled == types.CodeActionDisabled("prompts cannot be made in code")
    else:
        assert "Migrate to prompts" not in actions


async def test_a_change_that_cannot_be_written_is_told_of_and_not_offered_again(
    editor: Editor,
) -> None:
    editor.open("file:///w/a.py", "refused.beta.threads.create()\n")
    title = "Use `refused.conversations.create`"
    first = await editor.actions("refused")
    assert not first[title].disabled
    assert (await editor.client.code_action_resolve_async(first[title])).edit is None
    assert [m.message for m in editor.client.messages if title in m.message]
    second = (await editor.actions("refused")).get(title)
    assert second is None or second.disabled
    editor.type("refused.beta.threads.create()  # changed\n")
    assert not (await editor.actions("refused"))[title].disabled


async def test_unsafe_edits_ask_for_confirmation(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    action = (await editor.actions("c.beta.threads.runs"))[RUN]
    assert not action.is_preferred
    resolved = await editor.client.code_action_resolve_async(action)
    assert resolved.edit
    workspace = editor.capabilities.workspace
    able = workspace and workspace.workspace_edit
    if able and able.change_annotation_support:
        (annotation,) = (resolved.edit.change_annotations or {}).values()
        assert annotation.needs_confirmation
        assert annotation.description == "the answer has another shape"
        for edit in editor.edits(resolved.edit):
            assert isinstance(edit, types.AnnotatedTextEdit)
            assert edit.annotation_id in (resolved.edit.change_annotations or {})
    else:
        assert resolved.edit.change_annotations is None


async def test_what_is_certain_is_migrated_and_the_rest_is_marked(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    assert MARK not in await editor.actions(FIRST)
    quick = await editor.actions("d.beta.assistants", only=["quickfix"], trigger=AUTOMATIC)
    assert MARK not in quick
    action = (await editor.actions("d.beta.assistants"))[MARK]
    assert action.kind == "quickfix"
    assert not action.is_preferred
    resolved = await editor.client.code_action_resolve_async(action)
    assert resolved.edit
    workspace = editor.capabilities.workspace
    able = workspace and workspace.workspace_edit
    if able and able.change_annotation_support:
        (annotation,) = (resolved.edit.change_annotations or {}).values()
        assert annotation.needs_confirmation
    after = await editor.chosen(action)
    assert after == (
        TEXT.replace("beta.threads.runs", "responses")
        .replace("beta.threads", "conversations")
        .replace("d.beta.assistants", "# TODO\nd.beta.assistants")
    )
    editor.type(after)
    assert MARK not in await editor.actions("d.beta.assistants")


async def test_what_is_applied_by_itself_is_safe(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)

    async def applied(at: str) -> set[str]:
        return set(await editor.actions(at, only=["quickfix"], trigger=AUTOMATIC))

    assert await applied("c.beta.threads.runs") == {"Ignore UNS102 on this line"}
    assert await applied("d.beta.assistants") == {"Ignore UNS201 on this line"}
    assert FIX in await applied(FIRST)


async def test_the_light_bulb_has_what_the_key_has(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    for at in ("c.beta.threads.runs", FIRST):
        by_key = await editor.actions(at, trigger=INVOKED)
        assert set(await editor.actions(at, trigger=AUTOMATIC)) == set(by_key) - {ALL}
    assert MARK in await editor.actions("d.beta.assistants", trigger=AUTOMATIC)


async def test_all_in_the_file(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    actions = await editor.actions("c.beta.threads.runs")
    assert await editor.chosen(actions["Fix all in this file (needs review)"]) == (
        TEXT.replace("beta.threads.runs", "responses").replace("beta.threads", "conversations")
    )
    editor.type(TEXT.replace("c.beta.threads.runs.create()\n", ""))
    assert not [t for t in await editor.actions(FIRST) if t.startswith("Fix all")]  # as RULE


async def test_a_rule_is_explained_by_a_client_that_can(
    client: RecordingClient, tmp_path: Path
) -> None:
    capabilities = pytest_lsp.client_capabilities("visual-studio-code")
    capabilities.experimental = {"commands": {"commands": ["unspool.explainRule"]}}
    editor = await start(client, capabilities, tmp_path)
    editor.open("file:///w/a.py", TEXT)
    context = types.CodeActionContext([], None, AUTOMATIC)
    answer = await client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(editor.uri), editor.place(FIRST), context
        )
    )
    # pygls takes an action that has a command for a command.
    (command,) = [str(a.command) for a in answer or () if a.title.startswith("Explain")]
    assert "unspool.explainRule" in command
    assert "['UNS101']" in command
    page = await client.protocol.send_request_async("unspool/rule", {"code": "UNS101"})
    assert page.page.startswith("# ")
    assert (await client.protocol.send_request_async("unspool/rule", {})).page is None


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (["quickfix"], {FIX, RULE, FLOW, IGNORE}),
        (["source"], {ALL}),
        (["source.fixAll"], {ALL}),
        (["source.fixAll.unspool"], {ALL}),
        (["source.fixAll.other"], set()),
        (["refactor"], set()),
        ([""], {FIX, RULE, FLOW, IGNORE, ALL}),
    ],
)
async def test_only_the_kinds_asked_for(
    editor: Editor, only: list[str], expected: set[str]
) -> None:
    editor.open("file:///w/a.py", TEXT)
    assert set(await editor.actions(FIRST, only)) == expected


async def test_the_clients_diagnostic_is_named(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    known = await editor.diagnostics()
    actions = await editor.actions(FIRST, diagnostics=known)
    assert list(actions[FIX].diagnostics or ()) == [known[0]]


async def test_an_edit_for_a_text_that_has_changed_is_refused(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    action = (await editor.actions(FIRST))[FIX]
    editor.type("\n" + TEXT)
    with pytest.raises(JsonRpcException) as refused:
        await editor.client.code_action_resolve_async(action)
    assert refused.value.code == types.LSPErrorCodes.ContentModified


@pytest.mark.parametrize("data", [None, 3, {}, {"uri": "file:///w/a.py", "what": "fix"}])
async def test_a_foreign_action_is_refused(editor: Editor, data: object) -> None:
    action = types.CodeAction("not ours", data=data)
    with pytest.raises(JsonRpcException) as refused:
        await editor.client.code_action_resolve_async(action)
    assert refused.value.code == types.ErrorCodes.InvalidParams


async def test_edits_come_at_once_without_resolve_support(
    client: RecordingClient, tmp_path: Path
) -> None:
    capabilities = pytest_lsp.client_capabilities("visual-studio-code")
    assert capabilities.text_document and capabilities.text_document.code_action
    capabilities.text_document.code_action.resolve_support = None
    editor = await start(client, capabilities, tmp_path)
    editor.open("file:///w/a.py", TEXT)
    for title, action in (await editor.actions(FIRST)).items():
        assert action.edit, title


async def test_nothing_for_a_place_without_findings(editor: Editor) -> None:
    editor.open("file:///w/a.py", TEXT)
    assert set(await editor.actions("from openai")) == {ALL}
    assert await editor.actions("from openai", trigger=AUTOMATIC) == {}
