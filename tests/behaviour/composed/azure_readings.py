"""How a program of azure-ai-agents reads the answer of its run."""

from __future__ import annotations

from collections.abc import Callable

from .draft import Draft, block, lines

_VALUE = "content[0].text.value"


def _listed(draft: Draft, **arguments: str) -> str:
    return f"messages = {draft.on_thread('message.list', **arguments)}"


def _answer(draft: Draft, message: str) -> str:
    return draft.give(f"{message}.{_VALUE}")


def _each(draft: Draft) -> str:
    return "async for" if draft.asynchronous else "for"


def _items(draft: Draft, name: str, **arguments: str) -> str:
    """All messages as a list."""
    listed = draft.on_thread("message.list", **arguments)
    if draft.asynchronous:
        return f"{name} = [m async for m in {listed}]"
    return f"{name} = list({listed})"


def _azure_list(draft: Draft) -> str:
    return lines(_items(draft, "messages"), _answer(draft, "messages[0]"))


def _azure_last_text(draft: Draft) -> str:
    role = draft.random.choice(("MessageRole.AGENT", '"assistant"'))
    if role[0] == "M":
        draft.imports.add("from azure.ai.agents.models import MessageRole")
    text = draft.on_thread("last", role=role)
    return lines(f"reply = {text}", block("if reply:", draft.give("reply.text.value")))


def _azure_ascending(draft: Draft) -> str:
    draft.imports.add("from azure.ai.agents.models import ListSortOrder")
    last = 'print(f"{message.role}: {message.text_messages[-1].text.value}")'
    return lines(
        _listed(draft, order="ListSortOrder.ASCENDING"),
        block(f"{_each(draft)} message in messages:", block("if message.text_messages:", last)),
    )


def _azure_by_role(draft: Draft) -> str:
    stop = "break" if draft.gives == "print" else ""
    given = lines(draft.give("message.text_messages[0].text.value"), stop)
    test = draft.random.choice(('message.role == "assistant"', 'message["role"] == "assistant"'))
    if draft.random.random() < 0.5:
        draft.imports.add("from azure.ai.agents.models import MessageRole")
        test = "message.role == MessageRole.AGENT"
    return lines(
        _listed(draft),
        block(f"{_each(draft)} message in messages:", block(f"if {test}:", given)),
    )


def _azure_reversed(draft: Draft) -> str:
    shown = f'print(f"{{message.role}}: {{message.{_VALUE}}}")'
    return lines(_items(draft, "messages"), block("for message in reversed(messages):", shown))


def _azure_next(draft: Draft) -> str:
    items = _items(draft, "messages")
    found = 'reply = next((m for m in messages if m.role == "assistant"), None)'
    return lines(items, found, draft.give(f'reply.{_VALUE} if reply else "No answer"'))


def _azure_texts(draft: Draft) -> str:
    given = draft.give("texts[0]")
    made = f'texts = [m.{_VALUE} for m in messages if m.role == "assistant"]'
    return lines(_items(draft, "messages"), made, given)


def _azure_parts(draft: Draft) -> str:
    inner = 'print("said", item.text.value)'
    loop = block("for item in message.content:", block('if item.type == "text":', inner))
    return lines(_listed(draft), block(f"{_each(draft)} message in messages:", loop))


def _azure_shown(draft: Draft) -> str:
    shown = 'print(message.role, "-", message.text_messages[-1].text.value)'
    draft.constant(block("def show(messages):", block("for message in messages:", shown)))
    return lines(_items(draft, "messages"), "show(messages)")


def _azure_sorted(draft: Draft) -> str:
    shown = f'print(f"[{{message.role}}] {{message.{_VALUE}}}")'
    over = "sorted(messages, key=lambda message: message.created_at)"
    return lines(_items(draft, "messages"), block(f"for message in {over}:", shown))


def _azure_counted(draft: Draft) -> str:
    counted = 'print(f"{len(messages)} messages")'
    return lines(_items(draft, "messages"), counted, _answer(draft, "messages[0]"))


def _azure_joined(draft: Draft) -> str:
    inner = lines(
        "for text in message.text_messages:",
        '    answer += text.text.value + "\\n"',
    )
    loop = block(
        f"{_each(draft)} message in messages:",
        block('if message.role == "assistant":', inner),
    )
    return lines(_listed(draft), 'answer = ""', loop, draft.give("answer"))


def _azure_checked(draft: Draft) -> str:
    given = draft.give("newest.text_messages[0].text.value")
    test = 'if newest.role == "assistant" and newest.text_messages:'
    return lines(_items(draft, "messages"), "newest = messages[0]", block(test, given))


def _azure_limited(draft: Draft) -> str:
    """The newest one, of pages of two."""
    inner = lines(f"print(message.role, message.{_VALUE})", "break")
    return lines(_listed(draft, limit="2"), block(f"{_each(draft)} message in messages:", inner))


def _azure_users(draft: Draft) -> str:
    made = f'asked = [m.{_VALUE} for m in messages if m.role == "user"]'
    shown = "print(len(asked), asked[0])"
    return lines(_items(draft, "messages"), made, shown, _answer(draft, "messages[0]"))


AZURE: dict[str, Callable[[Draft], str]] = {
    "first": _azure_list,
    "inline": _azure_last_text,
    "named": _azure_last_text,
    "reversed": _azure_reversed,
    "by-role": _azure_by_role,
    "next": _azure_next,
    "ascending": _azure_ascending,
    "last": _azure_ascending,
    "texts": _azure_texts,
    "parts": _azure_parts,
    "notes": _azure_parts,
    "history": _azure_texts,
    "newest": _azure_list,
    "of-run": _azure_list,
    "after": _azure_reversed,
    "shown": _azure_shown,
    "sorted": _azure_sorted,
    "counted": _azure_counted,
    "titled": _azure_reversed,
    "joined": _azure_joined,
    "checked": _azure_checked,
    "indexed": _azure_sorted,
    "dumped": _azure_joined,
    "steps": _azure_list,
    "limited": _azure_limited,
    "users": _azure_users,
    "compared": _azure_next,
}
