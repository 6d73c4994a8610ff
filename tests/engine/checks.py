"""What holds of every migration, whichever way its fixes are applied."""

from __future__ import annotations

import ast

from tests.rules.fixing import first, fix_all, fix_singly, last, look


def becomes(before: str, after: str) -> None:
    """The fixes make exactly this of a program, at once and singly, and then there are no more."""
    assert fix_all(before) == after
    ast.parse(after)
    assert fix_singly(before, None, first) == after
    assert fix_singly(before, None, last) == after
    assert not [f for f in look(after).findings if f.fix is not None]


def blockers(source: str) -> list[tuple[int, str]]:
    """Line and message of everything that keeps a fix from being offered, once each."""
    found = {b for f in look(source).findings for b in f.blockers}
    return [(source.count("\n", 0, b.span.start) + 1, b.message) for b in sorted(found)]


def notes(source: str) -> list[str]:
    """What a person is asked to look at, once each."""
    return list(dict.fromkeys(n for f in look(source).fixes(unsafe=True) for n in f.notes))
