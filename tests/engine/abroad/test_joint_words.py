"""Lines that messages of several files together speak of."""

from __future__ import annotations

from pathlib import Path

from unspool_rules.linked.program import Program, Source
from unspool_rules.semantics.resolver import NoResolver


def test_lines_are_those_of_the_files() -> None:
    texts = ("one = 1\ntwo = 2\n", "three = 3\nfour = 4\n")
    files = ((Path(f"{name}.py"), text) for name, text in zip("ab", texts, strict=True))
    program = Program([Source(path, text, NoResolver()) for path, text in files])
    first = program.text.count("\n", 0, program.starts[1]) + 1

    assert program.words(f"line {first + 1} reads it", 1) == "line 2 reads it"
    assert program.words(f"line {first + 1} reads it", 0) == "line 2 of `b.py` reads it"
    assert program.words("line 12 of `c.py` reads it", 0) == "line 12 of `c.py` reads it"
