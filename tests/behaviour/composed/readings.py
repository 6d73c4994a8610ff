"""How a program reads the answer of its run."""

from __future__ import annotations

from collections.abc import Callable

from .azure_readings import AZURE
from .draft import Draft, block, lines

_VALUE = "content[0].text.value"


def read(draft: Draft) -> str:
    """Statements that read the answer, and print or return it."""
    return "" if draft.told else reading(draft)


def reading(draft: Draft) -> str:
    """The same, wherever they stand."""
    ways = AZURE if draft.azure else _OPENAI
    return ways[draft.choice["reading"]](draft)


def inline_answer(draft: Draft) -> str:
    """The answer as one expression; nothing where the SDK has none."""
    if draft.azure:
        return ""
    text = draft.on_thread("message.list")
    return f"{f'({text})' if draft.asynchronous else text}.data[0].{_VALUE}"


def _listed(draft: Draft, **arguments: str) -> str:
    return f"messages = {draft.on_thread('message.list', **arguments)}"


def _answer(draft: Draft, message: str) -> str:
    return draft.give(f"{message}.{_VALUE}")


def _first(draft: Draft) -> str:
    return lines(_listed(draft), _answer(draft, "messages.data[0]"))


def _inline(draft: Draft) -> str:
    return lines(f"answer = {inline_answer(draft)}", draft.give("answer"))


def _named(draft: Draft) -> str:
    return lines(
        _listed(draft),
        draft.note("The newest message comes first", "get the reply"),
        "latest = messages.data[0]",
        f"text = latest.{_VALUE}",
        draft.random.choice(("", "text = text.strip()")),
        draft.give("text"),
    )


def _reversed(draft: Draft) -> str:
    shown = f'print(f"{{message.role}}: {{message.{_VALUE}}}")'
    return lines(_listed(draft), block("for message in reversed(messages.data):", shown))


def _by_role(draft: Draft) -> str:
    over = draft.random.choice(("messages", "messages.data"))
    each = "async for" if draft.asynchronous and over == "messages" else "for"
    given = lines(_answer(draft, "message"), "break" if draft.gives == "print" else "")
    return lines(
        _listed(draft),
        block(f"{each} message in {over}:", block('if message.role == "assistant":', given)),
    )


def _next(draft: Draft) -> str:
    found = '(m for m in messages.data if m.role == "assistant")'
    if draft.random.random() < 0.5:
        return lines(_listed(draft), f"reply = next{found}", _answer(draft, "reply"))
    return lines(
        _listed(draft),
        f"reply = next({found}, None)",
        draft.give(f'reply.{_VALUE} if reply else "No answer"'),
    )


def _ascending(draft: Draft) -> str:
    shown = f'print(message.role, ">", message.{_VALUE})'
    return lines(_listed(draft, order='"asc"'), block("for message in messages.data:", shown))


def _last(draft: Draft) -> str:
    return lines(_listed(draft, order='"asc"'), _answer(draft, "messages.data[-1]"))


def _texts(draft: Draft) -> str:
    made = f'texts = [m.{_VALUE} for m in messages.data if m.role == "assistant"]'
    return lines(_listed(draft), made, draft.give("texts[0]"))


def _parts(draft: Draft) -> str:
    given = draft.give("part.text.value")
    return lines(
        _listed(draft),
        block("for part in messages.data[0].content:", block('if part.type == "text":', given)),
    )


def _notes(draft: Draft) -> str:
    value = 'content.value = content.value.replace(note.text, f" [{index}]")'
    return lines(
        _listed(draft),
        "content = messages.data[0].content[0].text",
        block("for index, note in enumerate(content.annotations):", value),
        draft.give("content.value"),
    )


def _history(draft: Draft) -> str:
    each = f'{{"role": m.role, "content": m.{_VALUE}}}'
    return lines(
        _listed(draft),
        f"history = [\n    {each}\n    for m in messages.data\n]",
        draft.give("history[::-1]"),
    )


def _newest(draft: Draft) -> str:
    return lines(
        _listed(draft, order='"desc"', limit="1"),
        _answer(draft, "messages.data[0]"),
    )


def _of_run(draft: Draft) -> str:
    return lines(_listed(draft, run_id="run.id"), _answer(draft, "messages.data[0]"))


def _after(draft: Draft) -> str:
    """What came after the question, whose message is `message`."""
    listed = _listed(draft, order='"asc"', after="message.id")
    return lines(listed, _answer(draft, "messages.data[0]"))


def _shown(draft: Draft) -> str:
    """A function of the program prints all messages."""
    show = f'print(f"{{message.role}}: {{message.{_VALUE}}}")'
    over = draft.random.choice(("messages", "messages.data", "reversed(messages.data)"))
    if draft.asynchronous:
        over = "messages.data"
    draft.constant(
        block("def pretty_print(messages):", block(f"for message in {over}:", show), "print()")
    )
    return lines(_listed(draft), "pretty_print(messages)")


def _sorted(draft: Draft) -> str:
    shown = f'print(f"[{{message.role}}] {{message.{_VALUE}}}")'
    over = "sorted(messages.data, key=lambda message: message.created_at)"
    return lines(_listed(draft), block(f"for message in {over}:", shown))


def _counted(draft: Draft) -> str:
    return lines(
        _listed(draft),
        'print(f"{len(messages.data)} messages")',
        _answer(draft, "messages.data[0]"),
    )


def _titled(draft: Draft) -> str:
    shown = lines(
        "role = message.role.capitalize()",
        f"text = message.{_VALUE}",
        'print(f"{role}: {text}")',
    )
    return lines(_listed(draft), block("for message in messages.data[::-1]:", shown))


def _joined(draft: Draft) -> str:
    return lines(
        _listed(draft),
        'answer = ""',
        block(
            "for message in messages.data:",
            block('if message.role == "assistant":', f'answer += message.{_VALUE} + "\\n"'),
        ),
        draft.give("answer"),
    )


def _checked(draft: Draft) -> str:
    given = _answer(draft, "newest")
    return lines(
        _listed(draft),
        "newest = messages.data[0]",
        block('if newest.role == "assistant" and newest.content:', given),
    )


def _indexed(draft: Draft) -> str:
    shown = f"print(messages.data[i].role, messages.data[i].{_VALUE})"
    return lines(_listed(draft), block("for i in range(len(messages.data) - 1, -1, -1):", shown))


def _dumped(draft: Draft) -> str:
    draft.imports.add("import json")
    value = 'data["data"][0]["content"][0]["text"]["value"]'
    return lines(_listed(draft), "data = json.loads(messages.model_dump_json())", draft.give(value))


def _steps(draft: Draft) -> str:
    """The steps of the run are told, too."""
    listed = draft.of_run("run.steps")
    shown = 'print("The answer is a step of the run")'
    return lines(
        f"steps = {listed}",
        block("for step in steps.data:", block('if step.type == "message_creation":', shown)),
        _first(draft),
    )


def _limited(draft: Draft) -> str:
    """A page of the newest two."""
    order = draft.random.choice(({}, {"order": '"desc"'}))
    return lines(
        _listed(draft, limit="2", **order),
        block("for message in messages.data:", f"print(message.role, message.{_VALUE})"),
    )


def _users(draft: Draft) -> str:
    """What was asked, and how often."""
    made = f'asked = [m.{_VALUE} for m in messages.data if m.role == "user"]'
    return lines(
        _listed(draft), made, "print(len(asked), asked[0])", _answer(draft, "messages.data[0]")
    )


def _compared(draft: Draft) -> str:
    """Whether the newest message is an answer at all."""
    return lines(
        _listed(draft),
        "newest = messages.data[0]",
        f'text = newest.{_VALUE} if newest.role == "assistant" else "(nothing)"',
        draft.give("text"),
    )


_OPENAI: dict[str, Callable[[Draft], str]] = {
    "first": _first,
    "inline": _inline,
    "named": _named,
    "reversed": _reversed,
    "by-role": _by_role,
    "next": _next,
    "ascending": _ascending,
    "last": _last,
    "texts": _texts,
    "parts": _parts,
    "notes": _notes,
    "history": _history,
    "newest": _newest,
    "of-run": _of_run,
    "after": _after,
    "shown": _shown,
    "sorted": _sorted,
    "counted": _counted,
    "titled": _titled,
    "joined": _joined,
    "checked": _checked,
    "indexed": _indexed,
    "dumped": _dumped,
    "steps": _steps,
    "limited": _limited,
    "users": _users,
    "compared": _compared,
}
