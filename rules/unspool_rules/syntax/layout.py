"""Code to be written: calls, lists and dicts laid out the way a formatter leaves them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

_INDENT = "    "
_CLOSING = (")", "]", "}")
_LONG_TEXTS = ('"""', "'''", "\\\n")
"""What strings of several lines have: their lines are text."""


@dataclass(frozen=True, slots=True)
class Item:
    """One element between brackets, with the comments that belong to it."""

    value: Code
    prefix: str = ""
    """``name=`` of an argument, ``"key": `` of a dict item, ``**`` of an unpacking."""
    above: tuple[str, ...] = ()
    """Comments on lines of their own, above it."""
    behind: str = ""
    """The comment at the end of its line."""


@dataclass(frozen=True, slots=True)
class Brackets:
    """``head`` + opening bracket, items, closing bracket + ``tail``."""

    head: str
    items: tuple[Item, ...]
    open: str = "("
    close: str = ")"
    tail: str = ""
    below: tuple[str, ...] = ()
    """Comments after the last item."""
    commas: bool = True
    """False for the clauses of a comprehension."""


Code = str | Brackets


def call(func: str, arguments: Iterable[Item], below: tuple[str, ...] = ()) -> Brackets:
    return Brackets(func, tuple(arguments), below=below)


def awaited(code: Brackets, tail: str, wait: str = "") -> Brackets:
    """``(await call(...)).tail``, with the call on lines of its own where it does not fit.

    Args:
        wait: what stands before it, such as another ``await``.
    """
    inner = replace(code, head=f"await {code.head}")
    return Brackets(wait, (Item(inner),), tail=tail, commas=False)


def keyword(name: str, value: Code) -> Item:
    return Item(value, f"{name}=")


def listing(values: Iterable[Code]) -> Brackets:
    return Brackets("", tuple(Item(v) for v in values), "[", "]")


def with_prefix(item: Item) -> Code:
    """An item as a value of its own, such as ``*names``."""
    if isinstance(item.value, str):
        return item.prefix + item.value
    return replace(item.value, head=item.prefix + item.value.head)


def mapping(pairs: Iterable[tuple[str, Code]]) -> Brackets:
    return Brackets("", tuple(Item(v, f'"{k}": ') for k, v in pairs), "{", "}")


def comprehension(
    element: Code, loop: str, source: Code, condition: str, *, lazy: bool = False, tail: str = ""
) -> Brackets:
    """``[element for … in source if condition]``, or a generator when lazy."""
    clauses = (Item(element), Item(source, f"{loop} "), Item(f"if {condition}"))
    opening, closing = ("(", ")") if lazy else ("[", "]")
    return Brackets("", clauses, opening, closing, tail, commas=False)


def looped(code: Code, name: str, condition: str = "") -> tuple[str, tuple[Item, ...]]:
    """The clauses ``for name in code if condition``, and the name.

    What a list comprehension goes through is gone through instead, under the name it has there.

    Args:
        condition: holds ``{}`` for the name.
    """
    clauses: tuple[Item, ...] = (Item(code, f"for {name} in "),)
    if isinstance(code, Brackets) and not (code.head or code.tail or code.commas):
        own = code.items[0].value
        if code.open == "[" and isinstance(own, str) and code.items[1].prefix == f"for {own} in ":
            name, clauses = own, code.items[1:]
    if not condition:
        return name, clauses
    asked, last = condition.format(name), clauses[-1].value
    if isinstance(last, str) and last.startswith("if "):
        return name, (*clauses[:-1], Item(f"{last} and {asked}"))
    return name, (*clauses, Item(f"if {asked}"))


def flat(code: Code) -> str | None:
    """The code on one line, or None when it cannot stand on one."""
    if isinstance(code, str):
        return code
    parts = []
    if code.below:
        return None
    for item in code.items:
        text = flat(item.value)
        if text is None or item.above or item.behind:
            return None
        parts.append(item.prefix + text)
    joined = (", " if code.commas else " ").join(parts)
    return f"{code.head}{code.open}{joined}{code.close}{code.tail}"


def lay_out(code: Code, *, indent: str, column: int, limit: int, reserve: int = 0) -> str:
    """Write code out.

    Args:
        code: what to write.
        indent: white space of the line that the code starts on.
        column: column at which it starts, in characters.
        limit: longest line, in characters.
        reserve: characters that follow the code on its last line.

    Returns:
        Text whose first line continues the line it is put on; lines end with ``\\n``.
    """
    one_line = flat(code)
    if isinstance(code, str) or not (code.items or code.below):
        return flat(code) or ""
    if one_line is not None and "\n" in one_line:
        only = code.items[0] if len(code.items) == 1 else None
        if only is not None and not only.prefix and isinstance(only.value, str):
            return one_line  # f(""" and the like
    elif one_line is not None and column + len(one_line) + reserve <= limit:
        return one_line
    inner = indent + _INDENT
    hugged = _hug(code, inner, limit)
    if hugged is not None:
        return f"{code.head}{code.open}\n{inner}{hugged}\n{indent}{code.close}{code.tail}"
    lines = [f"{code.head}{code.open}"]
    comma = "," if code.commas and len(code.items) > 1 else ""
    for item in code.items:
        lines += [inner + comment for comment in item.above]
        start = inner + item.prefix
        room = len(comma)
        text = lay_out(item.value, indent=inner, column=len(start), limit=limit, reserve=room)
        text = _shifted(text, inner) if isinstance(item.value, str) else text
        comment = f"  {item.behind}" if item.behind else ""
        lines.append(f"{start}{text}{comma}{comment}")
    lines += [inner + comment for comment in code.below]
    lines.append(f"{indent}{code.close}{code.tail}")
    return "\n".join(lines)


def _shifted(text: str, indent: str) -> str:
    """Old code whose lines go on in brackets, as deep as the line that it starts on is now."""
    first, *lines = text.split("\n")
    last = lines[-1] if lines else ""
    if last.lstrip()[:1] not in _CLOSING or any(word in text for word in _LONG_TEXTS):
        return text
    old = last[: len(last) - len(last.lstrip())]
    if old == indent or not all(line.startswith(old) for line in lines if line.strip()):
        return text
    moved = (indent + line[len(old) :] if line.strip() else line for line in lines)
    return "\n".join([first, *moved])


def _hug(code: Brackets, inner: str, limit: int) -> str | None:
    """All items on one line of their own, when a formatter would do so."""
    if len(code.items) == 1 and isinstance(code.items[0].value, Brackets):
        return None
    if code.open != "(" and code.commas and len(code.items) > 1:
        return None  # a list or dict has one item a line as soon as it takes several
    whole = flat(Brackets("", code.items, "", "", below=code.below, commas=code.commas))
    if whole is None or "\n" in whole or len(inner) + len(whole) > limit:
        return None
    return None if any(i.prefix.startswith("*") for i in code.items) else whole
