"""Which event it is may be asked in many ways: guards, parts of names, cases, names for names."""

from __future__ import annotations

import pytest
from tests.engine.checks import blockers
from tests.rules.fixing import fix_all

HEAD = """from openai import OpenAI
from openai.types.beta import assistant_stream_event as events

client = OpenAI()


def ask(thread_id, said):
    stream = client.beta.threads.runs.create(
        thread_id=thread_id, assistant_id="asst_1", stream=True
    )
    for event in stream:
"""
TEXT = "event.data.delta.content[0].text.value"
DELTA = 'event.type == "response.output_text.delta"'


def became(body: str) -> str:
    """What becomes of a loop's body."""
    lines = "".join(f"        {line}\n" if line else "\n" for line in body.splitlines())
    after = fix_all(HEAD + lines)
    if "responses.create" not in after:
        assert blockers(HEAD + lines)
        return ""
    behind = after[after.index("    for event in stream:\n") :].splitlines()[1:]
    return "\n".join(line.removeprefix("        ") for line in behind)


@pytest.mark.parametrize(
    "test",
    [
        'event.event.startswith("thread.message.delta")',
        'event.event.endswith("message.delta")',
        '"message.delta" in event.event',
        'str(event.event) == "thread.message.delta"',
        'hasattr(event.data, "delta") and hasattr(event.data.delta, "content")',
        'event.event == "thread.message.delta" or event.event == "thread.run.expired"',
    ],
)
def test_tests_of_names(test: str) -> None:
    assert became(f"if {test}:\n    said.append({TEXT})") == (
        f"if {DELTA}:\n    said.append(event.delta)"
    )


@pytest.mark.parametrize(
    ("guard", "after"),
    [
        ('event.event != "thread.message.delta"', f"{DELTA.replace('==', '!=')}"),
        ("not isinstance(event, events.ThreadMessageDelta)", f"not {DELTA}"),
        (
            'event.event != "thread.message.delta" or not event.data.delta.content',
            f"{DELTA.replace('==', '!=')} or not event.delta",
        ),
    ],
)
def test_guards_say_what_follows(guard: str, after: str) -> None:
    assert became(f"if {guard}:\n    continue\nsaid.append({TEXT})") == (
        f"if {after}:\n    continue\nsaid.append(event.delta)"
    )


def test_what_is_left_behind_several_guards() -> None:
    after = became(
        'if event.event not in ("thread.message.delta", "thread.run.failed"):\n'
        "    continue\n"
        'if event.event == "thread.run.failed":\n'
        "    break\n"
        f"said.append({TEXT})"
    )
    assert after.endswith("    break\nsaid.append(event.delta)")


@pytest.mark.parametrize(
    "body",
    [
        f'if event.event != "thread.message.delta":\n    print(1)\nelse:\n    said.append({TEXT})',
        f'if event.event != "thread.message.delta":\n    break\nsaid.append({TEXT})',
        f'if event.event == "thread.message.delta":\n    print(1)\nsaid.append({TEXT})',
        f'if event.event == "response.output_text.delta":\n    said.append({TEXT})',
        f'if event.event.startswith("thread.message"):\n    said.append({TEXT})',
        f"kind = event.event\nkind = said\nif kind:\n    said.append({TEXT})",
        f'match event.event:\n    case "done":\n        said.append({TEXT})',
    ],
)
def test_what_is_not_known_stays(body: str) -> None:
    assert became(body) == ""


def test_names_for_the_name_and_the_data_go() -> None:
    after = became(
        "kind = event.event\n"
        "data = event.data\n"
        "print(kind)\n"
        'if kind == "thread.message.delta":\n'
        f"    said.append({TEXT.replace('event.data', 'data')})\n"
        'elif kind == "thread.run.failed":\n'
        "    said.append(data.last_error)"
    )
    assert after == (
        f"print(event.type)\nif {DELTA}:\n    said.append(event.delta)\n"
        'elif event.type == "response.failed":\n    said.append(event.response.error)'
    )


def test_cases() -> None:
    after = became(
        "match event.event:\n"
        '    case "thread.message.delta":\n'
        f"        said.append({TEXT})\n"
        '    case "thread.message.completed":\n'
        "        said.append(event.data.id)\n"
        '    case "thread.run.created" | "thread.run.failed":\n'
        "        said.append(event.data.status)\n"
        "    case _:\n"
        "        print(event.event)"
    )
    assert 'match event.type:\n    case "response.output_text.delta":\n' in after
    assert 'event.type == "response.output_item.done"' in after
    assert "        said.append(event.item.id)\n" in after
    assert '    case "response.created" | "response.failed":\n' in after
    assert "    case _ if event.type not in (" in after


@pytest.mark.parametrize("name", ["thread.run.cancelled", "thread.run.expired", "text_delta"])
def test_branches_for_what_never_comes_go(name: str) -> None:
    never = f'if event.event == "{name}":\n    # never\n    raise RuntimeError(event.data.it)'
    delta = f'if event.event == "thread.message.delta":\n    said.append({TEXT})'
    new = f"if {DELTA}:\n    said.append(event.delta)"
    assert became(f"{delta}\nel{never}") == f"{new}\n    # never"
    assert became(f"{delta}\nel{never}\nelse:\n    pass").startswith(f"{new}\n    # never\nel")
    first = never.replace("    # never\n", "")
    assert became(f"{first}\nel{delta}") == new
    assert became(f"{first}\n{delta}") == new
    assert became(first) == "pass"
    assert became(f"{never}\nel{delta}") == f"# never\n{new}"
    assert became(f"{never}\n{delta}") == f"# never\n{new}"
    assert became(never) == "# never\npass"
    calls = became(f"{delta}\nel{never.replace('raise', 'client.beta.threads.delete(); raise')}")
    stays = f'{new}\nelif event.type == "text_delta":\n    # never\n'
    assert calls.startswith(stays) if name == "text_delta" else calls == ""


def test_a_part_that_only_messages_have() -> None:
    after = became(
        'if hasattr(event.data, "content") and event.data.content:\n'
        "    said.append(event.data.content[0].text.value)"
    )
    assert 'event.item.type == "message"' in after
    assert "event.item.content:\n" in after


BEGUN = 'event.type == "response.content_part.added"'
DONE = 'event.type == "response.output_item.done" and event.item.type == "message"'


@pytest.mark.parametrize(
    ("test", "after"),
    [
        ('event.event == "thread.message.in_progress"', BEGUN),
        ("isinstance(event, events.ThreadMessageInProgress)", BEGUN),
        ('event.event == "thread.message.incomplete"', f'{DONE} and event.item.status == "inc'),
        (
            'event.event in ("thread.message.completed", "thread.message.incomplete")',
            f"{DONE}:",
        ),
        (
            'event.event in ("thread.message.created", "thread.message.in_progress")',
            'event.type == "response.output_item.added" and event.item.type == "message":',
        ),
        ("isinstance(event, (events.ThreadRunCancelling, events.ThreadRunFailed))", ".failed"),
    ],
)
def test_states_of_messages(test: str, after: str) -> None:
    result = " ".join(became(f"if {test}:\n    said.append(1)").replace("\n", " ").split())
    assert after in result.replace("( ", "").replace(" )", "")


def test_a_message_is_either_completed_or_broken_off() -> None:
    result = became(
        'if event.event == "thread.message.completed":\n    said.append(1)\n'
        'elif event.event == "thread.message.incomplete":\n    said.append(2)'
    )
    assert 'event.item.status != "incomplete"' in result
    assert 'event.item.status == "incomplete"' in result


def test_a_step_that_failed_is_an_item_with_that_status() -> None:
    result = became('if event.event == "thread.run.step.failed":\n    said.append(event.data.id)')
    assert 'getattr(event.item, "status", None) == "failed"' in " ".join(result.split()).replace(
        "( event", "(event"
    ).replace(", None )", ", None)")
    assert "said.append(event.item.id)" in result


def test_what_a_message_in_progress_holds_is_not_told() -> None:
    begins = 'if event.event == "thread.message.in_progress":\n    said.append(event.data.{})'
    assert "said.append(event.item_id)" in became(begins.format("id"))
    assert not became(begins.format("role"))


def test_the_end_of_a_stream_is_no_event_beside_another() -> None:
    assert not became(
        'if event.event in ("thread.message.in_progress", "done"):\n    said.append(1)'
    )


def test_only_a_run_that_brings_its_thread_tells_of_it() -> None:
    body = (
        'if event.event == "thread.created":\n    said.append(0)\n'
        'elif event.event == "thread.message.delta":\n    said.append(1)'
    )
    assert became(body) == f"if {DELTA}:\n    said.append(1)"
    brought = HEAD.replace("threads.runs.create", "threads.create_and_run").replace(
        "thread_id=thread_id, ", ""
    )
    lines = "".join(f"        {line}\n" for line in body.splitlines())
    assert "which sends no event for it" in str(blockers(brought + lines))
